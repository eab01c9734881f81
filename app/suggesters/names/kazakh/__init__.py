"""Names in Kazakh text: people, organisations, places, and what people are.

A conditional random field, trained by `script/train-names` on four fifths of what there is of KazNERD (see
NOTICE): names.crfsuite.gz beside this file. Spans are as in KazNERD: with the case ending of the last word
("Назарбаевтың"), an organisation with its quotation marks where a word of it stands outside («Нұр Отан»
партиясы), a post with what it is a post in ("Денсаулық сақтау министрі").
"""

import gzip
import threading
from functools import cache
from pathlib import Path

from app.suggesters.mention import Mention
from app.suggesters.names.kazakh.recogniser import Recogniser

__all__ = ["find", "load"]

_MODEL = Path(__file__).parent / "names.crfsuite.gz"
_loading = threading.Lock()


def load() -> None:
    """Read the model, unless it was read before; from any thread. Some hundredths of a second."""
    with _loading:
        _recogniser()


def find(text: str) -> list[Mention]:
    """Return the names in a text of Kazakh, in order, not overlapping; offsets are code points.

    The score is the model's probability of the least sure word of the name. `Mention.name` has no case
    ending; it is empty where an ending cannot be told from the name.
    """
    with _loading:
        recogniser = _recogniser()
    return recogniser.find(text)


@cache
def _recogniser() -> Recogniser:
    return Recogniser(gzip.decompress(_MODEL.read_bytes()))
