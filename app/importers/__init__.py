"""Saved pages in: bytes of any kind -> `Imported`. Only this room knows lxml and the extractors.

The package itself is light: the parsers are imported on the first `read()`, and `import_paths()` never
imports them at all, since it reads in worker processes.
"""

from collections.abc import Iterator
from pathlib import Path

from app.importers.failure import ImportFailed
from app.importers.files import find_files
from app.importers.imported import Imported
from app.importers.pool import Outcome, import_paths

__all__ = ["ImportFailed", "Imported", "Outcome", "find_files", "import_paths", "read"]


def read(path: Path) -> Iterator[Imported]:
    """Read one saved file in this process and yield the articles it holds: one, or those of an archive.

    Raise ImportFailed where it is unreadable, empty, binary, too large, of a kind that is not read, or
    without text; of an archive for the first such page, once the others were yielded. A hostile page can
    take long here: programs go through `import_paths`.
    """
    from app.importers.reading import read_file

    failures: list[ImportFailed] = []
    for article in read_file(path):
        if isinstance(article, ImportFailed):
            failures.append(article)
        else:
            yield article
    if failures:
        raise failures[0]
