"""Safari's .webarchive: a property list, binary or XML, with the page and what it loads as resources."""

import plistlib
import re
from typing import Any

from app.importers.failure import Unreadable
from app.importers.kinds import Kind, Part

_XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<\?xml[^>]*>\s*(?:<!DOCTYPE plist[^>]*>\s*)?<plist\b", re.I)
_TEXT = ("text/plain",)
_PAGES = ("text/html", "application/xhtml+xml", "text/xml", "application/xml")


def is_webarchive(raw: bytes) -> bool:
    """Tell a web archive by its main resource, which every one names."""
    if raw.startswith(b"bplist00"):
        return b"WebMainResource" in raw
    return bool(_XML.match(raw[:2_000])) and b"WebMainResource" in raw


def read_webarchive(raw: bytes) -> Part:
    """Return the page of a web archive; frames in it and what it loads are not read.

    Raise Unreadable where the list is damaged or its main resource is no page.
    """
    try:
        archive: Any = plistlib.loads(raw)
    except Exception as error:  # what damaged lists raise is not documented, and is much
        raise Unreadable("it is a damaged web archive") from error
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    data = main.get("WebResourceData") if isinstance(main, dict) else None
    if isinstance(data, str):
        data = data.encode("utf-8", "replace")
    kind = str(main.get("WebResourceMIMEType") or "text/html").lower() if isinstance(main, dict) else ""
    if not isinstance(main, dict) or not isinstance(data, bytes) or kind not in (*_PAGES, *_TEXT):
        raise Unreadable("it is a web archive without a page inside")
    if not data.strip():
        raise Unreadable("the page in the web archive is empty")
    return Part(
        data=data,
        kind=Kind.TEXT if kind in _TEXT else Kind.HTML,
        media_type="application/x-webarchive",
        original=raw,
        charset=str(main.get("WebResourceTextEncodingName") or ""),
        url=str(main.get("WebResourceURL") or ""),
    )
