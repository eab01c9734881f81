"""Zip archives of saved pages: their members one by one, nothing ever written under a member's own name."""

import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from app.importers.decode import decode
from app.importers.failure import Unreadable
from app.importers.files import page_names
from app.importers.kinds import MAX_BYTES, Lost

# The most that all pages of one archive may unpack to, and of an archive inside it, in bytes.
_MAX_TOTAL = 20_000_000_000
_MAX_NESTED = 2_000_000_000
# Pages shrink to a tenth; what shrinks to less than this share of a large member was made to harm.
_LEAST_SHARE = 1 / 200
_LARGE = 4_000_000

_CHUNK = 1_000_000
# Flag bits of a member: it is encrypted; its name is UTF-8.
_ENCRYPTED, _UTF8 = 0x1, 0x800
# The extra field in which Info-ZIP and WinRAR keep a name in UTF-8 beside the old one.
_UNICODE_NAME = b"up"

_ARCHIVES = (".zip", ".maff", ".warc", ".warc.gz")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its harmless name, with folders, and its content."""

    name: str
    file: BinaryIO
    """At its start; closed when the next member is asked for."""


def is_zip(head: bytes) -> bool:
    """Tell a zip archive by its first bytes."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"))


def zip_members(source: BinaryIO) -> Iterator[Member | Lost]:
    """Yield the members that are saved pages by name, sorted, and those that cannot be unpacked.

    Raise Unreadable where the archive is damaged, encrypted as a whole, or unpacks to too much.
    """
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable("it is a damaged zip archive") from error
    with archive:
        infos = {_harmless(_name(info)): info for info in archive.infolist() if not info.is_dir()}
        if "[Content_Types].xml" in infos or "mimetype" in infos:
            raise Unreadable("it is an office document or an electronic book, not a saved page")
        names = page_names(infos)
        pages = [infos[name] for name in names]
        if pages and all(info.flag_bits & _ENCRYPTED for info in pages):
            raise Unreadable("it is locked with a password: unpack it and import the pages")
        if sum(info.file_size for info in pages) > _MAX_TOTAL:
            raise Unreadable(f"it unpacks to more than {_MAX_TOTAL // 10**9} GB")
        for name in names:
            yield from _member(archive, infos[name], name)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Iterator[Member | Lost]:
    if info.flag_bits & _ENCRYPTED:
        yield Lost(name, "it is locked with a password")
        return
    nested = name.lower().endswith(_ARCHIVES)
    most = _MAX_NESTED if nested else MAX_BYTES
    if info.file_size > _LARGE and info.compress_size < info.file_size * _LEAST_SHARE and not nested:
        yield Lost(name, f"it unpacks to {info.file_size // 1_000_000} MB of next to nothing")
        return
    with tempfile.SpooledTemporaryFile(max_size=MAX_BYTES) as copy:
        try:
            with archive.open(info) as packed:
                while chunk := packed.read(_CHUNK):
                    copy.write(chunk)
                    if copy.tell() > most:
                        yield Lost(name, f"it is larger than {most // 1_000_000} MB when unpacked")
                        return
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            # The last is a compression that is not known; the others are damage.
            unknown = isinstance(error, NotImplementedError)
            yield Lost(name, "its compression is not known" if unknown else "it is damaged in the archive")
            return
        copy.seek(0)
        yield Member(name, copy)  # type: ignore[arg-type]  # typeshed: not a BinaryIO, but it has all of it


# --- names


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name as its maker meant it: old archivers in Russia wrote it in cp866."""
    if info.flag_bits & _UTF8 or info.filename.isascii():
        return info.filename
    if marked := _unicode_name(info.extra):
        return marked
    # Without the flag zipfile reads code page 437, which gives every byte back.
    return decode(info.filename.encode("cp437", "replace")).text


def _unicode_name(extra: bytes) -> str:
    """Return the name in the Unicode path field (APPNOTE 4.6.9), or ""."""
    while len(extra) >= 4:
        size = int.from_bytes(extra[2:4], "little")
        if extra[:2] == _UNICODE_NAME and size > 5:
            return extra[9 : 4 + size].decode("utf-8", "replace")
        extra = extra[4 + size :]
    return ""


def _harmless(name: str) -> str:
    """Return a name without drives, roots and ways up; it is shown and never opened."""
    parts = re.split(r"[/\\]+", re.sub(r"[\x00-\x1f\x7f]", "", name))
    return "/".join(
        part for part in parts if part not in ("", ".", "..") and not re.fullmatch("[A-Za-z]:", part)
    )
