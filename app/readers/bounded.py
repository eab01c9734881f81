"""Reading files of others safely: a bound on every piece, and one sentence where a file is not right.

A file may be anything: another format, half of a download, a gigabyte on one line, brackets a million
deep. Nothing here holds more of it in memory than one piece, and a piece is never larger than `LONGEST`.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from app.errors import UserError, unreadable
from app.wording import on_one_line

LONGEST = 64 << 20
"""Bytes of one line or task. The longest articles have a million characters, and an article with
20,000 annotations takes 12 MB as a native record; what is longer is no article, and values take several
times the memory of their JSON."""

_CHUNK = 1 << 20
_EXCERPT = 60
_DEEPEST = 200
"""Brackets within brackets in one value; records of every format have fewer than ten."""

# Bytes taken from the system at a time. A record is some 20 kB: by Python's own 8 kB, a line takes four times
# as long.
_BUFFER = 1 << 18
_BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PACKED = (b"\x1f\x8b", b"PK\x03")

# What may stand between brackets, and brackets of three levels with it: a region of Label Studio has no more.
_PLAIN = rb'[^"\[\]{}]++|"(?:[^"\\]++|\\.)*+"'
_LEVEL_1 = rb"%b|\[(?:%b)*+\]|\{(?:%b)*+\}" % (_PLAIN, _PLAIN, _PLAIN)
_LEVEL_2 = rb"%b|\[(?:%b)*+\]|\{(?:%b)*+\}" % (_PLAIN, _LEVEL_1, _LEVEL_1)
_LEVEL_3 = rb"%b|\[(?:%b)*+\]|\{(?:%b)*+\}" % (_PLAIN, _LEVEL_2, _LEVEL_2)
# Up to and with the next bracket that is of none of these. Possessive, so that it never goes back.
_TO_BRACKET = re.compile(rb"(?:%b)*+([\[\]{}])" % _LEVEL_3, re.DOTALL)
_GAP = re.compile(rb"[\s,]*")

_T = TypeVar("_T")


def lines(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the lines that are not blank, without their ends, each with what it is called: "line 12".

    UserError: the file cannot be read, holds nothing, is not UTF-8 at its beginning, or has a longer line
    than `LONGEST`.
    """
    with opened(path) as file:
        number = 0
        while line := file.readline(LONGEST + 1):
            number += 1
            if len(line) > LONGEST:
                raise trouble(path, f"line {number}", _too_long("the line"))
            if line := line.strip():
                yield f"line {number}", line


def objects(path: Path) -> Iterator[bytes]:
    """Yield the JSON objects of a file, each as it stands there: in a list, alone, or one after another.

    UserError: as `lines`; it is no such file; or it ends in the middle of one.
    """
    with opened(path) as file:
        pending = _Pending(path, file)
        in_list = pending.skip_gap() == b"["
        if in_list:
            pending.drop(1)
        while (first := pending.skip_gap()) == b"{":
            yield pending.take_object()
        if in_list and first == b"]":
            pending.drop(1)
            first = pending.skip_gap()
        elif in_list and not first:
            raise pending.trouble("the file ends before its list does")
        if first:
            shown = first.decode("latin-1")
            seen = f"“{shown}” where a JSON object should begin"
            raise pending.trouble(seen if shown.isascii() and shown.isprintable() else "it is not JSON")


def decoded(path: Path, where: str, data: bytes, decoder: "msgspec.json.Decoder[_T]") -> _T:
    """Return the value that `data` is in JSON. UserError: it is none, or not of the decoder's type."""
    try:
        return decoder.decode(data)
    except msgspec.ValidationError as error:
        raise trouble(path, where, in_words(error)) from None
    except UnicodeDecodeError:
        raise trouble(path, where, "it is not UTF-8") from None
    except RecursionError:
        raise trouble(path, where, "its brackets go too deep") from None
    except msgspec.DecodeError as error:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            raise trouble(path, where, "it is not UTF-8") from None
        raise trouble(path, where, f"it is not JSON ({in_words(error)})") from None


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open the file after its byte order mark. UserError: as `lines`."""
    if path.is_dir():
        raise trouble(path, "", "it is a folder, and a file is needed")
    if path.exists() and not path.is_file():
        raise trouble(path, "", "it is a device or pipe, not a file")
    try:
        with path.open("rb", buffering=_BUFFER) as file:
            head = file.read(len(_BOM))
            if not head:
                raise trouble(path, "", "it is empty")
            if head.startswith(_UTF16):
                raise trouble(path, "", "it is not UTF-8 (it looks like UTF-16)")
            if head.startswith(_PACKED):
                raise trouble(path, "", "it is packed (gzip or zip), so unpack it first")
            if head != _BOM:
                file.seek(0)
            yield file
    except OSError as error:
        raise unreadable(path, error) from None


def trouble(path: Path, where: str, cause: str) -> UserError:
    """The error for a file that cannot be read: one sentence with file, place and cause."""
    place = f"“{path}”, {where}" if where else f"“{path}”"
    return UserError(f"{place} cannot be read: {cause}.")


def excerpt(text: str) -> str:
    """As much of a text of the file as a sentence about it can hold."""
    return on_one_line(text, _EXCERPT)


def in_words(error: msgspec.MsgspecError) -> str:
    """What is wrong with a value, as the end of a sentence: "expected int, got str at .a"."""
    said = str(error).replace("`", "").replace(" - at $", " at ").rstrip(".").removesuffix(" at ")
    return said if said.startswith("JSON") else said[:1].lower() + said[1:]


# ---------------------------------------------------------------------------------------------- helpers


class _Pending:
    """What was read of a file and not used yet: the beginning of the next object."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path, self._file = path, file
        self._data = b""
        self._at = 0
        """Where in `_data` that which is not used yet begins."""
        self._objects = 0

    def drop(self, count: int) -> None:
        self._at += count

    def skip_gap(self) -> bytes:
        """Pass over blanks and commas; return the byte after them, or nothing at the end of the file."""
        while True:
            gap = _GAP.match(self._data, self._at)
            self._at = gap.end() if gap else self._at
            if self._at < len(self._data):
                return self._data[self._at : self._at + 1]
            if not self._more():
                return b""

    def take_object(self) -> bytes:
        """Return the object that begins here."""
        self._objects += 1
        seen = depth = 1  # its own bracket
        while True:
            found = _TO_BRACKET.match(self._data, self._at + seen)
            if found is None:
                if not self._more():
                    raise self.trouble("the file ends in the middle of it")
                continue
            seen = found.end() - self._at
            depth += 1 if found[1] in b"[{" else -1
            if depth > _DEEPEST:
                raise self.trouble("its brackets go too deep")
            if depth == 0:
                taken = self._data[self._at : self._at + seen]
                self._at += seen
                return taken

    def trouble(self, cause: str) -> UserError:
        return trouble(self._path, f"object {self._objects}" if self._objects else "", cause)

    def _more(self) -> bool:
        """Read on, twice as much each time, so that a long object is not gone through again and again."""
        pending = self._data[self._at :]
        if len(pending) > LONGEST:
            raise self.trouble(_too_long("one object"))
        chunk = self._file.read(min(max(_CHUNK, len(pending)), LONGEST + 1 - len(pending)))
        self._data, self._at = pending + chunk, 0
        return bool(chunk)


def _too_long(what: str) -> str:
    return f"{what} is longer than {LONGEST >> 20} MB, more than any article takes"
