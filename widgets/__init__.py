"""The window: everything that knows Qt. Knows `app` and `resources`, never storage."""

import sys

import PySide6.QtCore  # noqa: F401 (brings what is switched off here)


def _search_no_sources() -> None:
    """Keep PySide from reading the source of every module that is imported after it.

    It does so to see which of them may ask for other names (`from __feature__ import snake_case`). None of
    ours does; it would take a twentieth of the start, and keep all sources in memory.
    """
    features = sys.modules.get("shibokensupport.feature")
    if hasattr(features, "_mod_uses_pyside"):
        setattr(features, "_mod_uses_pyside", lambda module: False)  # noqa: B010


_search_no_sources()
