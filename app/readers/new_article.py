"""An article of the project made from what a file has: for a text that the project does not have yet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from app.article import MAX_BLOCK_LENGTH, Article, Block, Role
from app.changes import Content
from app.commands.describe_article import Description, description_problems
from app.commands.load import moment
from app.readers.canonical import Move
from app.readers.loaded import LoadedArticle, LoadedBlock
from app.readers.placing import Left
from app.wording import on_one_line

# Code points; the roles of lines are told by patterns, which may take long on what is no article.
_LONGEST_TOLD = 200_000

_ROLES = {role.value: role for role in Role}

_TITLE = 200
"""The longest title that is made of a first line, in code points."""


def new_article(
    loaded: LoadedArticle, text: str, sha256: str, move: Move | None, article_id: int, source: str, at: str
) -> tuple[Article, list[Content], list[Left]]:
    """Return the article, its contents, and what is said of it that cannot be so.

    `text` is canonical, `move` leads the file's offsets to it, `source` is where the file lies, `at` is now.
    The text is what is kept as saved: no other bytes came with it.
    """
    data = text.encode("utf-8")
    blocks = _given_blocks(loaded.blocks, text, move) or _found_blocks(
        text, str(loaded.about.get("title", ""))
    )
    about, left = _known(loaded, text, blocks)
    as_saved = loaded.about.get("snapshot_sha256") == sha256
    article = Article(
        id=article_id,
        text_sha256=sha256,
        blocks=blocks,
        title=about.title,
        site=about.site,
        url=about.url,
        published=about.published or None,
        authors=about.authors,
        language=about.language,
        source_path=_text(loaded, "source_path") or source,
        media_type=_text(loaded, "media_type") if as_saved else "text/plain",
        encoding=_text(loaded, "encoding") if as_saved else "utf-8",
        snapshot_sha256=sha256,
        imported_at=moment(_text(loaded, "imported_at"), at),
        length=len(text),
    )
    return article, [Content(sha256, "text", data), Content(sha256, "snapshot", data)], left


def _known(loaded: LoadedArticle, text: str, blocks: Sequence[Block]) -> tuple[Description, list[Left]]:
    """What the file knows of the article, as far as it can be so; else title and language of the text."""
    authors = loaded.about.get("authors") or ()
    said = Description(
        title=_text(loaded, "title") if "title" in loaded.about else _title(text, blocks),
        site=_text(loaded, "site"),
        url=_text(loaded, "url"),
        published=_text(loaded, "published"),
        authors=tuple(str(name) for name in authors if str(name).strip())
        if isinstance(authors, list | tuple)
        else (str(authors),),
        language=_text(loaded, "language") if "language" in loaded.about else _language(text),
    )
    wrong = description_problems(said).keys() - {"title"}
    left = [
        Left(f"what is said of articles as “{name}”, which it cannot be", loaded.where, getattr(said, name))
        for name in sorted(wrong)
    ]
    kept: dict[str, Any] = {name: () if name == "authors" else "" for name in wrong}
    return replace(said, **kept), left


def _text(loaded: LoadedArticle, name: str) -> str:
    value = loaded.about.get(name)
    return value if isinstance(value, str) else ""


def _title(text: str, blocks: Sequence[Block]) -> str:
    """The headline, else the first line."""
    headlines = [block for block in blocks if block.role is Role.HEADLINE]
    first = (headlines or blocks)[0]
    return on_one_line(text[first.start : first.end], _TITLE)


def _language(text: str) -> str:
    from app.importers.language import language_of  # the importers bring worker processes along

    return language_of(text)


# ---------------------------------------------------------------------------------------------------- blocks


def _given_blocks(blocks: Sequence[LoadedBlock], text: str, move: Move | None) -> tuple[Block, ...]:
    """The blocks of the file; none if they are out of order or leave anything but white space out."""
    made = []
    for block in blocks:
        start, end = (block.start, block.end) if move is None else (move(block.start), move(block.end))
        if block.role not in _ROLES or not 0 <= start < end <= len(text) or end - start > MAX_BLOCK_LENGTH:
            return ()
        made.append(Block(start, end, _ROLES[block.role], block.reason))
    if any(left.end > right.start for left, right in pairwise(made)):
        return ()
    gaps = pairwise([0, *(place for block in made for place in (block.start, block.end)), len(text)])
    outside = [text[start:end] for number, (start, end) in enumerate(gaps) if number % 2 == 0]
    return () if any(gap and not gap.isspace() for gap in outside) else tuple(made)


def _found_blocks(text: str, title: str) -> tuple[Block, ...]:
    """The lines of the text, with the roles that the importer of plain texts tells."""
    spans = list(_paragraphs(text))
    told = _roles(text, spans)
    if told:
        return tuple(Block(*span, *role) for span, role in zip(spans, told, strict=True))
    return tuple(
        Block(start, end, Role.HEADLINE, "title of the file")
        if not number and title and text[start:end].split() == title.split()
        else Block(start, end, Role.BODY, "paragraph")
        for number, (start, end) in enumerate(spans)
    )


def _roles(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[Role, str]]:
    """The roles the importer gives the lines; none where it would join or part them."""
    if len(text) > _LONGEST_TOLD:
        return []
    from app.importers.plain_text import read_plain_text

    lines = [text[start:end].split() for start, end in spans]
    read = read_plain_text(text).blocks
    if [line.split() for line, _, _ in read] != lines:
        return []
    return [(role, reason) for _, role, reason in read]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold text, without white space at their ends; in pieces where they are too long."""
    from app.importers.paragraphs import cut

    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        place = start + len(line) - len(line.lstrip())
        end = place + len(stripped)
        while end - place > MAX_BLOCK_LENGTH:
            following = cut(text, place)
            yield place, following
            place = following
        if stripped:
            yield place, end
        start += len(line) + 1
