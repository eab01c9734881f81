"""How sure the annotator is: as chips in the card, in words in a list."""

from typing import TYPE_CHECKING

from app.confidence import LIKELY, SURE, UNSURE
from widgets.texts import tr

if TYPE_CHECKING:
    from widgets.inspector.fields import ChipsField


def confidence_field() -> "ChipsField":
    """Chips for the steps a key goes through; a second click takes the value off."""
    from widgets.inspector.fields import ChipsField  # the list, painted first, needs only the word

    choices = [(step, confidence_word(step)) for step in (SURE, LIKELY, UNSURE)]
    tip = tr("How sure you are of this annotation")
    return ChipsField(tr("Sureness"), choices, tip)


def confidence_word(confidence: float | None) -> str:
    """`sure`, `likely`, `unsure`, a share given by another program (`90 %`), or nothing."""
    words = {
        None: "",
        SURE: tr("sure"),
        LIKELY: tr("likely"),
        UNSURE: tr("unsure"),
    }
    if confidence in words:
        return words[confidence]
    return f"{round((confidence or 0) * 100)} %"
