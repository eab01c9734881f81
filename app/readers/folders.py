"""Formats that are folders of many small files."""

import re
from pathlib import Path

from app.readers.bounded import LONGEST, opened, trouble

# "41", and "41-3" for the third segment of it: what our exporters call the files of an article.
_KEY = re.compile(r"(\d{1,18})(?:-\d+)?")


def files_below(path: Path, *suffixes: str) -> list[Path]:
    """Return `path` itself if it is no folder, or the files in it and below it that end so, by name.

    UserError: nothing is there, or the folder has no such file.
    """
    if not path.is_dir():
        if not path.exists():
            raise trouble(path, "", "no such file or folder")
        return [path]
    found = sorted(file for file in path.rglob("*") if file.suffix.lower() in suffixes and file.is_file())
    if not found:
        raise trouble(path, "", f"the folder has no file that ends with {' or '.join(suffixes)}")
    return found


def whole(path: Path) -> bytes:
    """Return what is in a file after its byte order mark; nothing where the file is empty.

    UserError: it cannot be read, or has more than `LONGEST` bytes.
    """
    if path.is_file() and not path.stat().st_size:
        return b""
    with opened(path) as file:
        content = file.read(LONGEST + 1)
    if len(content) > LONGEST:
        raise trouble(path, "", f"it is longer than {LONGEST >> 20} MB, more than any article takes")
    return content


def text_of(path: Path) -> str:
    """Return `whole` as text, its line ends as they are. UserError: as `whole`; it is not UTF-8."""
    content = whole(path)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise trouble(path, f"line {line}", "it is not UTF-8") from None


def name_below(path: Path, file: Path) -> str:
    """What `file` is called in a sentence on the folder (or file) `path`: "train/41.ann"."""
    return file.relative_to(path).as_posix() if file != path else file.name


def article_id(stem: str) -> int | None:
    """The id of the article that our exporters name a file so for; None where it is no such name."""
    key = _KEY.fullmatch(stem)
    return int(key[1]) if key else None
