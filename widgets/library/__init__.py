"""The library: search, filters and the list of all articles, without lag at 30,000."""

from widgets.library.panel import LibraryPanel

__all__ = ["LibraryPanel"]
