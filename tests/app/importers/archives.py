"""Archives of saved pages, made for tests: property lists, zips and WARCs."""

import io
import plistlib
import zipfile

PARAGRAPH = "Министерство сообщило, что записи хранятся тридцать дней и за рубеж не передаются."
_DATE = (2024, 5, 13, 10, 0, 0)


def page(title: str) -> str:
    """Return a small page; its title makes its text one of its own."""
    return (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1>"
        f"<p>{PARAGRAPH}</p><p>{title}: подробности обещали рассказать до конца недели.</p></body></html>"
    )


def webarchive(main: dict[str, object], kind: plistlib.PlistFormat = plistlib.FMT_BINARY) -> bytes:
    """Return what Safari saves for a page with these fields of its main resource."""
    picture = {"WebResourceData": b"\x89PNG", "WebResourceMIMEType": "image/png", "WebResourceURL": "x"}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": [picture]}, fmt=kind)


def zipped(*members: tuple[str, str | bytes]) -> bytes:
    """Return a zip archive; names are written as zipfile does (UTF-8 where they are not ASCII).

    The members are of one fixed date: the same members give the same bytes.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name, _DATE), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def zipped_with_raw_name(name: bytes, content: str) -> bytes:
    """Return a zip archive whose one member has this name in bytes and no UTF-8 flag."""
    placeholder = b"x" * len(name)
    return zipped((placeholder.decode(), content)).replace(placeholder, name)


def locked(archive: bytes) -> bytes:
    """Return a zip archive with all its members marked as encrypted."""
    changed = bytearray(archive)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(signature)
        while at >= 0:
            changed[at + offset] |= 1
            at = changed.find(signature, at + 4)
    return bytes(changed)


def response(body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html") -> bytes:
    """Return what a server answered."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def record(address: str, content: bytes, kind: str = "response", media: str = "application/http") -> bytes:
    """Return one record of a WARC."""
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {address}",
        "WARC-Date: 2024-05-01T00:00:00Z",
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>",
        f"Content-Type: {media}",
        f"Content-Length: {len(content)}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content + b"\r\n\r\n"
