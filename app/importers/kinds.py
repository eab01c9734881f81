"""What the bytes of a saved file are: HTML or text, told by themselves; everything else is refused."""

import re
from dataclasses import dataclass
from enum import Enum

from app.importers.failure import Unreadable

# The most bytes of one file, as saved and after decompression. The longest real saved pages (SingleFile
# with pictures inside) are about 50 MB.
MAX_BYTES = 64_000_000


class Kind(Enum):
    """What the bytes of a part are."""

    HTML = "text/html"
    TEXT = "text/plain"


@dataclass(frozen=True, slots=True)
class Lost:
    """A page of an archive that cannot be read; the others can."""

    inner: str
    """Its place in the archive; empty where it concerns the archive as a whole."""
    cause: str


@dataclass(frozen=True, slots=True)
class Part:
    """The page found inside a saved file, still in bytes."""

    data: bytes
    kind: Kind
    media_type: str
    """Of the saved file itself: "text/html", "text/plain", "multipart/related"."""
    original: bytes
    """The saved bytes: the file's after un-gzipping; of an archive this page's alone."""
    charset: str = ""
    """As a container's header declares it; may lie."""
    url: str = ""
    inner: str = ""
    """Where in an archive it was: "news/a.html", or its address; empty where the file is the page."""
    warnings: tuple[str, ...] = ()


# --- what is not a page

_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"bplist00", "a property list"),
    (b"SQLite format 3", "a database"),
    (b"RIFF", "a picture or recording"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"wOF", "a font"),
    (b"ID3", "a recording"),
    (b"\x1a\x45\xdf\xa3", "a video"),
)

# Bytes that no text in any encoding has, but for a stray one.
_NEVER_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def refuse_binary(raw: bytes) -> None:
    """Raise Unreadable, with what it is, where `raw` is no text in any encoding."""
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


def is_html(raw: bytes, name: str) -> bool:
    """Tell a page from plain text; `name` (lower case) decides where a text quotes markup."""
    head = raw[:65_536]
    if b"\0" in head:
        head = head.replace(b"\0", b"")
    if _HTML_START.match(head):
        return True
    # A text may quote a tag; a page begins with one.
    return bool(_MARKUP.search(head)) and (
        not name.endswith((".txt", ".md")) or head.lstrip().startswith(b"<")
    )
