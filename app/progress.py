"""How work that takes a while says how far it is."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Is told how many articles, or records of a file, are done, and of how many."""
