"""WARC, the archive of web crawlers: every HTML page a server answered with, and stored resources."""

import io
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from app.importers.failure import Unreadable
from app.importers.kinds import MAX_BYTES, Kind, Lost, Part, is_html

if TYPE_CHECKING:
    from fastwarc.warc import HeaderMap, WarcRecord

_PAGES = ("text/html", "application/xhtml+xml")


def is_warc(head: bytes) -> bool:
    """Tell a WARC by its first bytes, compressed or not."""
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, 16)
        except zlib.error:
            return False
    return head.startswith(b"WARC/")


def warc_pages(source: BinaryIO, alive: Callable[[], None]) -> Iterator[Part | Lost]:
    """Yield the HTML pages of an archive: responses with status 200 and resources, with their addresses.

    A damaged archive gives what stands before the damage, then says so. Raise Unreadable where it holds
    no page. `alive` is called for every record.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    wanted = WarcRecordType.response | WarcRecordType.resource
    pages = 0
    try:
        for record in ArchiveIterator(source, record_types=wanted, parse_http=True):
            alive()
            if _is_page(record):
                pages += 1
                yield _page(record)
    except OSError as error:
        if not pages:
            raise Unreadable("it is a damaged WARC archive") from error
        yield Lost("", f"the archive is damaged after {pages} pages; what follows them is missing")
    if not pages:
        raise Unreadable("it is a WARC archive without HTML pages inside")


def _is_page(record: "WarcRecord") -> bool:
    if record.is_http:
        if record.http_headers is None or record.http_headers.status_code != 200:
            return False
        return (record.http_content_type or "").lower() in _PAGES
    kind = (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    return kind in _PAGES


def _page(record: "WarcRecord") -> Part | Lost:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    inner = address or record.record_id or "page"
    payload = record.reader.read(MAX_BYTES + 1)
    if len(payload) > MAX_BYTES:
        return Lost(inner, f"it is larger than {MAX_BYTES // 1_000_000} MB")
    missing = record.content_length - len(payload)
    if record.http_headers is not None:
        payload = _decoded(payload, record.http_headers)
    if len(payload) > MAX_BYTES:
        return Lost(inner, f"it is larger than {MAX_BYTES // 1_000_000} MB when unpacked")
    if not payload.strip():
        return Lost(inner, "the page is empty")
    return Part(
        data=payload,
        kind=Kind.HTML if is_html(payload, "") else Kind.TEXT,
        media_type="text/html",
        original=payload,
        charset=(record.http_charset if record.is_http else "") or "",
        url=address,
        inner=inner,
        warnings=("The archive is cut short: the end of this page is missing.",) if missing > 0 else (),
    )


def _decoded(payload: bytes, headers: "HeaderMap") -> bytes:
    """Return a payload without its transfer and content encodings, as far as it really has them.

    Many crawlers store the decoded page under the headers of the encoded one.
    """
    from fastwarc import stream_io

    readers = {
        "chunked": stream_io.ChunkedReader,
        "gzip": stream_io.GzipReader,
        "x-gzip": stream_io.GzipReader,
        "deflate": stream_io.GzipReader,
        "br": stream_io.BrotliReader,
        "zstd": stream_io.ZstdReader,
    }
    said = f"{headers.get('Transfer-Encoding') or ''},{headers.get('Content-Encoding') or ''}".lower()
    for encoding in filter(None, (part.strip() for part in said.split(","))):
        if reader := readers.get(encoding):
            try:
                payload = reader(io.BytesIO(payload)).read(MAX_BYTES + 1) or payload
            except (OSError, ValueError):
                continue
    return payload
