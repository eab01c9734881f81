"""One saved file -> Imported: containers, then decoding, then blocks, roles and metadata."""

import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from app.article import Block, Role
from app.importers.blocks import page_blocks
from app.importers.containers import unpack
from app.importers.decode import Decoded, decode
from app.importers.failure import ImportFailed, Unreadable, cause_of
from app.importers.imported import Imported
from app.importers.kinds import Kind, Lost, Part
from app.importers.labelled import Labelled
from app.importers.language import language_of
from app.importers.metadata import read_head
from app.importers.plain_text import read_plain_text
from app.importers.roles import label_page
from app.importers.tree import parse


def read_file(path: Path, alive: Callable[[], None] = lambda: None) -> Iterator[Imported | ImportFailed]:
    """Yield the articles of one saved file, and a failure for each page of an archive that has none.

    Raise ImportFailed where the file as a whole cannot be read; see `app.importers.read`. `alive` is
    called while an archive is searched for its next page.
    """
    try:
        _check(path)
        with path.open("rb") as source:
            for part in unpack(source, path.name, alive):
                if isinstance(part, Lost):
                    yield ImportFailed(_place(path, part.inner), part.cause)
                elif part.inner:
                    yield _read_member(part, path)
                else:
                    yield _read_part(part, str(path))
    except Unreadable as cause:
        raise ImportFailed(path, str(cause)) from cause
    except OSError as error:
        raise ImportFailed(path, f"it cannot be read ({error.strerror or error})") from error


def _check(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        raise Unreadable("there is no such file") from error
    if stat.S_ISDIR(mode):
        raise Unreadable("it is a folder")
    if not stat.S_ISREG(mode):
        raise Unreadable("it is a device or pipe, not a file")


def _place(path: Path, inner: str) -> Path:
    return Path(f"{path}/{inner}") if inner else path


def _read_member(part: Part, path: Path) -> Imported | ImportFailed:
    """Read one page of an archive; whatever happens over it, the pages after it are read."""
    try:
        return _read_part(part, f"{path}/{part.inner}")
    except Exception as error:
        return ImportFailed(_place(path, part.inner), cause_of(error))


def _read_part(part: Part, place: str) -> Imported:
    decoded = decode(part.data, part.charset)
    read = read_plain_text(decoded.text) if part.kind is Kind.TEXT else _read_page(part, decoded)
    if not read.blocks:
        raise Unreadable("no text was found in it")
    text, blocks = _joined(read.blocks)
    return Imported(
        text=text,
        blocks=blocks,
        original=part.original,
        source_path=place,
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
    page = page_blocks(root)
    return label_page(page, read_head(root, part.url)).warned(warnings + page.warnings)


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
