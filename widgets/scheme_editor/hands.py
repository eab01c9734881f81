"""How the forms of the editor ask for an edit: what it is called, and how one scheme becomes another."""

from collections.abc import Callable
from typing import Protocol

from app.scheme import Scheme
from app.scheme_edits import Edit

Make = Callable[[Scheme], Scheme | Edit]
"""A function of `app.scheme_edits`, given all but the scheme. May raise SchemeError."""


class Hands(Protocol):
    """Takes what a form wants changed."""

    def __call__(self, title: str, make: Make, verb: str = "edit_scheme") -> str:
        """Have the edit made, asking first if it touches marks; return a sentence where it cannot be."""
        ...
