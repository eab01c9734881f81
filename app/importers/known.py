"""Saved files a project has already, told by their bytes, so that a second import only reads what is new."""

import gzip
import hashlib
import zlib
from collections.abc import Mapping
from pathlib import Path

# Larger files are read as new ones: hashing an archive tells nothing about the pages in it.
_LARGEST = 64 * 2**20


def known_article(path: Path, by_snapshot: Mapping[str, int]) -> int | None:
    """Return the article made of just these bytes (after un-gzipping), or None.

    `by_snapshot` has article ids by SHA-256 (see `Project.articles_by_snapshot`). None also where the
    file cannot be read: importing it tells why.
    """
    if not by_snapshot:
        return None
    try:
        if path.stat().st_size > _LARGEST:
            return None
        opener = gzip.open if path.suffix.lower() == ".gz" else Path.open
        with opener(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except (OSError, EOFError, zlib.error):
        return None
    return by_snapshot.get(hashlib.sha256(data).hexdigest())
