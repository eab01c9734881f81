"""An article: its canonical text, the blocks of that text with their roles, and what is known about it.

The canonical text is the `str` every offset refers to. It is made once, at import, by `canonical()`, and
never changes; its SHA-256 is kept beside it. All offsets are in Unicode code points, end exclusive.
"""

import hashlib
import re
from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What a block is on the page. Nothing is thrown away: navigation and adverts are `BOILERPLATE`."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"
    SUBHEADING = "subheading"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    TABLE = "table"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    BOILERPLATE = "boilerplate"


# The longest block in code points: Qt lays out a paragraph as a whole and slows down past this.
MAX_BLOCK_LENGTH = 20_000


class Block(Struct, frozen=True, gc=False):
    """A paragraph of the canonical text: `text[start:end]` in code points, without its line break."""

    start: int
    end: int
    role: Role
    reason: str = ""
    """Why it has this role ("h1 = og:title"); shown in the program."""


class Article(Struct, frozen=True, gc=False):
    """One saved news page. The text and the saved bytes are kept by hash (see `changes.Content`)."""

    id: int
    text_sha256: str
    blocks: tuple[Block, ...]
    title: str = ""
    site: str = ""
    """Publisher as the page names it, or its host name; may be empty."""
    url: str = ""
    published: str | None = None
    """ISO 8601 date or date-time; None when unknown. Never guessed."""
    authors: tuple[str, ...] = ()
    language: str = ""
    """ISO 639-1 code ("ru", "kk", "en"), or empty when unknown."""
    source_path: str = ""
    """The path the article was imported from, as given."""
    media_type: str = ""
    encoding: str = ""
    snapshot_sha256: str = ""
    """Hash of the original bytes."""
    imported_at: str = ""
    """ISO 8601 date-time in UTC."""
    length: int = 0
    """Length of the canonical text in code points."""
    revision_of: int | None = None
    """Id of the article whose changed text this is; None for a first text."""


_LINE_BREAKS = re.compile("\r\n|[\r\u2028\u2029\u0085]")

# Removed: controls other than tab and line feed; U+FFFC and U+FDD0..U+FDEF, which Qt uses for its own
# marks inside documents; the byte order mark and its mirror image, of which Qt drops the first and lets
# the second swap the bytes of a whole string.
_REMOVED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffc\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def canonical(text: str) -> str:
    """Return `text` as it is kept: line feeds for line breaks, no controls, lone surrogates as U+FFFD.

    NBSP, soft hyphens, joiners and combining marks stay: they are what the publisher wrote. The result
    is idempotent (`canonical(canonical(t)) == canonical(t)`) and can always be encoded as UTF-8.
    """
    text = _LINE_BREAKS.sub("\n", text)
    text = _REMOVED.sub("", text)
    return _LONE_SURROGATES.sub("\ufffd", text)


def text_hash(text: str) -> str:
    """Return the SHA-256 of the canonical `text` in UTF-8, in lower-case hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def snapshot_hash(original: bytes) -> str:
    """Return the SHA-256 of the saved bytes, in lower-case hexadecimal."""
    return hashlib.sha256(original).hexdigest()
