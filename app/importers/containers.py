"""What a saved file holds: gzip, MHTML, HTML or plain text, told by its bytes more than by its name."""

import binascii
import quopri
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser
from enum import Enum
from urllib.parse import urlsplit

from app.importers.failure import Unreadable

# The most bytes of one file, as saved and after decompression. The longest real saved pages (SingleFile
# with pictures inside) are about 50 MB.
MAX_BYTES = 64_000_000

_HEAD = 4_096


class Kind(Enum):
    """What the bytes of a part are."""

    HTML = "text/html"
    TEXT = "text/plain"


@dataclass(frozen=True, slots=True)
class Part:
    """The page found inside a saved file, still in bytes."""

    data: bytes
    kind: Kind
    media_type: str
    """Of the saved file itself: "text/html", "text/plain", "multipart/related"."""
    original: bytes
    """The file's bytes after un-gzipping."""
    charset: str = ""
    """As a container's header declares it; may lie."""
    url: str = ""
    warnings: tuple[str, ...] = ()


def unpack(raw: bytes, name: str) -> Iterator[Part]:
    """Yield the pages in a saved file. Raise Unreadable where it holds none that can be read.

    `name` is the file's name; it only decides between kinds the bytes leave open.
    """
    warnings: list[str] = []
    lowered = name.lower()
    for _ in range(2):  # a server's compression inside the user's own
        if not raw:
            raise Unreadable("the file is empty")
        if not raw.startswith(b"\x1f\x8b") and not _is_zlib(raw):
            break
        raw = _decompress(raw, warnings)
        lowered = lowered.removesuffix(".gz")
    if not raw.strip(b"\0 \t\r\n"):
        raise Unreadable("the file is empty")
    _refuse_binary(raw)
    if _is_mhtml(raw, lowered):
        yield _from_mhtml(raw, warnings)
    else:
        kind = Kind.HTML if _is_html(raw, lowered) else Kind.TEXT
        yield Part(raw, kind, kind.value, raw, warnings=tuple(warnings))


# --- compression


def _is_zlib(raw: bytes) -> bool:
    return len(raw) > 2 and raw[0] == 0x78 and raw[1] in (0x01, 0x5E, 0x9C, 0xDA)


def _decompress(raw: bytes, warnings: list[str]) -> bytes:
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


# --- what is not a page

_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"bplist00", "a binary property list or web archive"),
    (b"SQLite format 3", "a database"),
    (b"WARC/1.", "a WARC archive"),
    (b"RIFF", "a picture or recording"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"wOF", "a font"),
    (b"ID3", "a recording"),
    (b"\x1a\x45\xdf\xa3", "a video"),
)

# Bytes that no text in any encoding has, but for a stray one.
_NEVER_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def _refuse_binary(raw: bytes) -> None:
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise Unreadable(f"it is {what}, not a saved page")
    head = raw[:65_536]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or is_utf16(head) or head.startswith(b"\0\0\xfe\xff"):
        return
    # Damaged pages have some control bytes; of random bytes 26 in 256 are, a tenth.
    if len(_NEVER_TEXT.findall(head)) > len(head) * 0.05:
        raise Unreadable("it is binary data, not a saved page")


def is_utf16(head: bytes) -> str:
    """Return "utf-16-le" or "utf-16-be" where `head` is UTF-16 without a byte order mark, else "".

    Told by the high bytes, which in pages are nearly all 0 (ASCII) or 4 (Cyrillic).
    """
    even, odd = head[0::2], head[1::2]
    if len(odd) < 4 or not head.count(0):
        return ""
    high_even = (even.count(0) + even.count(4)) / len(even)
    high_odd = (odd.count(0) + odd.count(4)) / len(odd)
    if high_odd > 0.7 and high_even < 0.2:
        return "utf-16-le"
    if high_even > 0.7 and high_odd < 0.2:
        return "utf-16-be"
    return ""


# --- HTML or text

_MARKUP = re.compile(
    rb"<(?:!doctype|html|head|body|meta|title|article|div|table|p|br|h1|span|center)\b[^<>]{0,2000}>", re.I
)
_HTML_START = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype|html|head)", re.I | re.S
)


def _is_html(raw: bytes, name: str) -> bool:
    head = raw[:65_536]
    if b"\0" in head:
        head = head.replace(b"\0", b"")
    if _HTML_START.match(head):
        return True
    # A text may quote a tag; a page begins with one.
    return bool(_MARKUP.search(head)) and (
        not name.endswith((".txt", ".md")) or head.lstrip().startswith(b"<")
    )


# --- MHTML

_MAIL_HEADER = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:From|MIME-Version|Content-Type|Subject|Snapshot-Content-Location|Date|X-[\w-]+):",
    re.I,
)
_BOUNDARY_LINE = re.compile(rb"^--([^\r\n]{1,200}?)[ \t]*\r?\nContent-", re.M | re.I)


def _is_mhtml(raw: bytes, name: str) -> bool:
    head = raw[:_HEAD]
    if not _MAIL_HEADER.match(head):
        return False
    return name.endswith((".mhtml", ".mht")) or bool(
        re.search(rb"^(?:Content-Type:.*multipart/|MIME-Version:)", head, re.M | re.I)
    )


def _from_mhtml(raw: bytes, warnings: list[str]) -> Part:
    headers, content = _message(raw.lstrip())
    location = str(headers.get("Snapshot-Content-Location") or headers.get("Content-Location") or "").strip()
    parts = _mime_parts(headers, content, warnings)
    root = _root(parts, location, str(headers.get_param("start") or ""))
    if root is None:
        raise Unreadable("it is a web archive (MHTML) without a page inside")
    part_headers, body = root
    kind = (
        Kind.TEXT
        if part_headers.get_content_type() == "text/plain" and not _is_html(body[:_HEAD], "")
        else Kind.HTML
    )
    url = str(part_headers.get("Content-Location") or location).strip()
    return Part(
        data=_transfer_decoded(part_headers, body, warnings),
        kind=kind,
        media_type="multipart/related",
        original=raw,
        charset=str(part_headers.get_content_charset() or ""),
        url=url if urlsplit(url).scheme in ("http", "https") else location,
        warnings=tuple(warnings),
    )


def _message(raw: bytes) -> tuple[Message, bytes]:
    """Split a message or part into its headers and its content."""
    gap = re.search(rb"\r?\n\r?\n", raw)
    if gap is None:
        return BytesHeaderParser().parsebytes(b""), raw
    return BytesHeaderParser().parsebytes(raw[: gap.end()]), raw[gap.end() :]


def _mime_parts(headers: Message, content: bytes, warnings: list[str]) -> list[tuple[Message, bytes]]:
    if headers.get_content_maintype() != "multipart":
        return [(headers, content)]
    boundary = str(headers.get_param("boundary") or "").encode("latin-1", "replace")
    marker = b"--" + boundary
    if not boundary or marker not in content:
        line = _BOUNDARY_LINE.search(content)
        if line is None:
            warnings.append("The web archive names no boundary: all of it was read as one page.")
            return [(BytesHeaderParser().parsebytes(b"Content-Type: text/html\n\n"), content)]
        marker = b"--" + line[1]
        warnings.append("The web archive names no boundary: it was taken from the parts themselves.")
    if marker + b"--" not in content:
        warnings.append("The web archive is cut short: its end is missing.")
    pieces = re.split(rb"(?:^|\r?\n)" + re.escape(marker) + rb"(?:--)?[ \t]*(?:\r?\n|$)", content)
    return [_message(piece) for piece in pieces[1:] if piece.strip()]


def _root(parts: list[tuple[Message, bytes]], location: str, start: str) -> tuple[Message, bytes] | None:
    """Return the page among the parts: the one `start` or `location` names, else the first HTML one."""
    pages = [part for part in parts if part[0].get_content_type() in ("text/html", "application/xhtml+xml")]
    for header, wanted in (("Content-ID", start), ("Content-Location", location)):
        for part in pages:
            if wanted and str(part[0].get(header) or "").strip() == wanted:
                return part
    if pages:
        return pages[0]
    return next((part for part in parts if part[0].get_content_maintype() == "text"), None)


def _transfer_decoded(headers: Message, body: bytes, warnings: list[str]) -> bytes:
    encoding = str(headers.get("Content-Transfer-Encoding") or "").strip().lower()
    if encoding == "quoted-printable":
        return quopri.decodestring(body)
    if encoding == "base64":
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
        whole = len(letters) - len(letters) % 4
        rest = letters[whole:]
        try:
            return binascii.a2b_base64(
                letters[:whole] + (rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b"")
            )
        except binascii.Error:
            warnings.append("A part of the web archive is damaged: its end is missing.")
            return binascii.a2b_base64(letters[:whole])
    return body
