"""What every importer returns: a canonical text with blocks, what the page says of itself, its bytes."""

from dataclasses import dataclass

from app.article import Block


@dataclass(frozen=True, slots=True)
class Imported:
    """One article read from a saved file, not yet part of any project.

    `text` is canonical; `blocks` are in text order, do not overlap, and cover every non-blank character.
    Fields without docstring mean what they mean in `app.article.Article`.
    """

    text: str
    blocks: tuple[Block, ...]
    original: bytes
    """The bytes as saved (after un-gzipping); of an archive this page's alone."""
    source_path: str
    """The file's path; of a page in an archive with its place there: "saved.zip/news/a.html"."""
    media_type: str
    encoding: str
    title: str = ""
    site: str = ""
    url: str = ""
    published: str | None = None
    authors: tuple[str, ...] = ()
    language: str = ""
    warnings: tuple[str, ...] = ()
    """Sentences about what was lost on the way (a truncated part, a malformed one)."""
