"""One saved file -> Imported: containers, then decoding, then blocks, roles and metadata."""

import stat
from collections.abc import Iterator
from pathlib import Path

from app.article import Block, Role
from app.importers.blocks import page_blocks
from app.importers.containers import MAX_BYTES, Kind, Part, unpack
from app.importers.decode import Decoded, decode
from app.importers.failure import ImportFailed, Unreadable
from app.importers.imported import Imported
from app.importers.labelled import Labelled
from app.importers.language import language_of
from app.importers.metadata import read_head
from app.importers.plain_text import read_plain_text
from app.importers.roles import label_page
from app.importers.tree import parse


def read_file(path: Path) -> Iterator[Imported]:
    """Yield the articles of one saved file; see `app.importers.read`."""
    try:
        for part in unpack(_bytes(path), path.name):
            yield _read_part(part, path)
    except Unreadable as cause:
        raise ImportFailed(path, str(cause)) from cause


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable("it is a folder")
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("it is a device or pipe, not a file")
        if status.st_size > MAX_BYTES:
            raise Unreadable(f"it is larger than {MAX_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Unreadable("there is no such file") from error
    except OSError as error:
        raise Unreadable(f"it cannot be read ({error.strerror or error})") from error


def _read_part(part: Part, path: Path) -> Imported:
    decoded = decode(part.data, part.charset)
    read = read_plain_text(decoded.text) if part.kind is Kind.TEXT else _read_page(part, decoded)
    if not read.blocks:
        raise Unreadable("no text was found in it")
    text, blocks = _joined(read.blocks)
    return Imported(
        text=text,
        blocks=blocks,
        original=part.original,
        source_path=str(path),
        media_type=part.media_type,
        encoding=decoded.encoding,
        title=read.title,
        site=read.site,
        url=read.url,
        published=read.published,
        authors=read.authors,
        language=language_of(_article_text(read), read.language),
        warnings=(*part.warnings, *decoded.warnings, *read.warnings),
    )


def _read_page(part: Part, decoded: Decoded) -> Labelled:
    root, warnings = parse(decoded.text)
    labelled = label_page(page_blocks(root), read_head(root, part.url))
    return labelled if not warnings else labelled.warned(warnings)


def _article_text(read: Labelled) -> str:
    article = [text for text, role, _ in read.blocks if role is not Role.BOILERPLATE]
    return "\n".join(article or [text for text, _, _ in read.blocks])


def _joined(labelled: tuple[tuple[str, Role, str], ...]) -> tuple[str, tuple[Block, ...]]:
    """Join the blocks' texts (canonical already) by line feeds; offsets in code points."""
    blocks: list[Block] = []
    start = 0
    for text, role, reason in labelled:
        blocks.append(Block(start, start + len(text), role, reason))
        start += len(text) + 1
    return "\n".join(text for text, _, _ in labelled), tuple(blocks)
