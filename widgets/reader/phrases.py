"""The number phrase around a word, as the number engine reads it: what a number's label means there.

The engine's tables take a third of a second to load, so a thread does that before they are needed.
"""

import gc
import threading
from functools import cache

from app.anchor import Span
from app.scheme import Label
from app.tokens import line_at

# Code points on each side of the word that are read: a phrase with what tells its meaning is shorter.
_AROUND = 300


def takes_numbers(label: Label) -> bool:
    """Tell whether the label is for numbers: it has their value and what bounds it."""
    return {"value", "modifier"} <= {attribute.id for attribute in label.attributes}


def number_phrase(text: str, span: Span, language: str) -> Span | None:
    """Return the number phrase that shares a character with `span`; only its line is read."""
    from app.suggesters import numbers

    start, end = line_at(text, span.start)
    start, end = max(start, span.start - _AROUND), min(end, span.end + _AROUND)
    for proposal in numbers.suggest(text[start:end], language):
        phrase = Span(start + proposal.start, start + proposal.end)
        if phrase.overlaps(span):
            return phrase
    return None


@cache
def prepare(language: str) -> None:
    """Have the engine load what it needs for texts in this language, once, in a thread."""
    threading.Thread(target=_load, args=(language,), name="number phrases", daemon=True).start()


def _load(language: str) -> None:
    from app.suggesters import numbers

    numbers.suggest("1", language)
    # The tables stay: to look through them for garbage would hold up the window, now and again.
    gc.freeze()
