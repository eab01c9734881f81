"""What a reader declares of itself: a format in which annotations come back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.readers.loaded import LoadedArticle

EMPTY = "annotations of no character"
"""What `LoadedArticle.left` calls marks that end where they begin, or before: `Span` refuses them."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format datasets come back in. The registry, the messages and docs/formats.md are made from these."""

    name: str
    """As `--format` takes it: that of the exporter, where there is one."""
    title: str
    reads: str
    """What may be at the path ("a folder of .txt and .ann files, or one .ann file")."""
    takes: str
    """What of the format is read back."""
    leaves: str
    """What of the format is not taken, and what becomes of it; what is met of it is counted in
    `LoadedArticle.left`."""
    read: Callable[[Path], Iterator[LoadedArticle]]
    """Yields the articles of the file in its order, one at a time; memory stays flat in their number.

    UserError: the file (named in the sentence, with line or task, and the cause) is not of the format, not
    UTF-8, truncated, or larger in one piece than can be read safely. Raised when it is met, not at once.
    Heavy libraries are imported inside; where one is missing: `app.errors.missing_library`.
    """
    check: Callable[[Path], Iterator[object]] | None = None
    """Yields something for each article and raises what `read` does, but quicker: a large file is read twice.
    None where there is no quicker way."""
    extra: str = ""
    """The optional part of Pressmark it needs: `pip install "pressmark[EXTRA]"`."""
