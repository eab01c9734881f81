"""MHTML, which Chrome and Internet Explorer save: a mail message with the page and its pictures as parts."""

import binascii
import quopri
import re
from email.message import Message
from email.parser import BytesHeaderParser
from urllib.parse import urlsplit

from app.importers.failure import Unreadable
from app.importers.kinds import Kind, Part, is_html

_HEAD = 4_096

_MAIL_HEADER = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:From|MIME-Version|Content-Type|Subject|Snapshot-Content-Location|Date|X-[\w-]+):",
    re.I,
)
_BOUNDARY_LINE = re.compile(rb"^--([^\r\n]{1,200}?)[ \t]*\r?\nContent-", re.M | re.I)


def is_mhtml(raw: bytes, name: str) -> bool:
    """Tell MHTML by its first lines, which a mail message begins with too; `name` is lower case."""
    head = raw[:_HEAD]
    if not _MAIL_HEADER.match(head):
        return False
    return name.endswith((".mhtml", ".mht")) or bool(
        re.search(rb"^(?:Content-Type:.*multipart/|MIME-Version:)", head, re.M | re.I)
    )


def read_mhtml(raw: bytes, warnings: list[str]) -> Part:
    """Return the page among the parts, with `warnings` and its own. Raise Unreadable where there is none."""
    headers, content = _message(raw.lstrip())
    location = str(headers.get("Snapshot-Content-Location") or headers.get("Content-Location") or "").strip()
    parts = _mime_parts(headers, content, warnings)
    root = _root(parts, location, str(headers.get_param("start") or ""))
    if root is None:
        raise Unreadable("it is a web archive (MHTML) without a page inside")
    part_headers, body = root
    kind = (
        Kind.TEXT
        if part_headers.get_content_type() == "text/plain" and not is_html(body[:_HEAD], "")
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
