"""What a saved file holds: a page, or an archive of pages; told by its bytes more than by its name."""

import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO

from app.importers.failure import Unreadable
from app.importers.kinds import MAX_BYTES, Kind, Lost, Part, is_html, refuse_binary
from app.importers.mhtml import is_mhtml, read_mhtml
from app.importers.warc import is_warc, warc_pages
from app.importers.webarchive import is_webarchive, read_webarchive
from app.importers.zips import is_zip, zip_members

# A zip in a zip is opened (archives of a month with one of each day), one in that is not.
_DEEPEST = 2


def unpack(
    source: BinaryIO, name: str, alive: Callable[[], None] = lambda: None, depth: int = 0
) -> Iterator[Part | Lost]:
    """Yield the pages in a saved file, and the pages of an archive that are lost.

    `source` is seekable and at its start. `name` is the file's name; it only decides between kinds the
    bytes leave open. `alive` is called while an archive is searched, so that a long search does not look
    like a stall. Raise Unreadable where there is no page that can be read.
    """
    head = source.read(512)
    source.seek(0)
    if is_zip(head):
        yield from _from_zip(source, alive, depth)
    elif is_warc(head):
        yield from warc_pages(source, alive)
    else:
        yield from _from_bytes(_limited(source), name, alive, depth)


def _limited(source: BinaryIO) -> bytes:
    raw = source.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise Unreadable(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    return raw


def _from_zip(source: BinaryIO, alive: Callable[[], None], depth: int) -> Iterator[Part | Lost]:
    if depth == _DEEPEST:
        raise Unreadable("it is an archive inside an archive inside an archive, which is not opened")
    found = False
    for member in zip_members(source):
        found = True
        alive()
        if isinstance(member, Lost):
            yield member
            continue
        try:
            for part in unpack(member.file, member.name, alive, depth + 1):
                yield replace(part, inner=f"{member.name}/{part.inner}" if part.inner else member.name)
        except Unreadable as cause:
            yield Lost(member.name, str(cause))
    if not found:
        raise Unreadable("it is an archive without saved pages inside")


def _from_bytes(raw: bytes, name: str, alive: Callable[[], None], depth: int) -> Iterator[Part | Lost]:
    warnings: list[str] = []
    lowered = name.lower()
    for _ in range(2):  # a server's compression inside the user's own
        if not raw:
            raise Unreadable("the file is empty")
        if not raw.startswith(b"\x1f\x8b") and not _is_zlib(raw):
            break
        raw = decompressed(raw, warnings)
        lowered = lowered.removesuffix(".gz")
        if is_zip(raw) or is_warc(raw):
            yield from unpack(io.BytesIO(raw), lowered, alive, depth)
            return
    if not raw.strip(b"\0 \t\r\n"):
        raise Unreadable("the file is empty")
    if is_webarchive(raw):
        yield read_webarchive(raw)
        return
    refuse_binary(raw)
    if is_mhtml(raw, lowered):
        yield read_mhtml(raw, warnings)
    else:
        kind = Kind.HTML if is_html(raw, lowered) else Kind.TEXT
        yield Part(raw, kind, kind.value, raw, warnings=tuple(warnings))


# --- compression


def _is_zlib(raw: bytes) -> bool:
    return len(raw) > 2 and raw[0] == 0x78 and raw[1] in (0x01, 0x5E, 0x9C, 0xDA)


def decompressed(raw: bytes, warnings: list[str]) -> bytes:
    """Return what gzip or zlib data hold; what is cut short gives what it has, and a warning.

    Raise Unreadable where they are damaged from the start, or hold more than MAX_BYTES.
    """
    pieces: list[bytes] = []
    size = 0
    while raw:
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)  # gzip or zlib, told by the header
        try:
            piece = unpacker.decompress(raw, MAX_BYTES + 1 - size)
        except zlib.error as error:
            if not pieces:
                raise Unreadable("the compressed data are damaged") from error
            break  # padding after the last member
        pieces.append(piece)
        size += len(piece)
        if size > MAX_BYTES:
            raise Unreadable(f"it is larger than {MAX_BYTES // 1_000_000} MB when unpacked")
        if not unpacker.eof:
            if not size:
                raise Unreadable("the compressed data are cut short")
            warnings.append("The compressed file is cut short: the end of the page is missing.")
            break
        raw = unpacker.unused_data
    return b"".join(pieces)
