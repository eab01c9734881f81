"""The sequence model (a linear-chain CRF of python-crfsuite) that tells names in Kazakh text."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from app.anchor import Span
from app.suggesters.mention import Mention, MentionKind
from app.suggesters.names.kazakh.features import features
from app.suggesters.names.kazakh.first_forms import first_form
from app.suggesters.names.kazakh.tokens import sentences

# The labels of the model that are mentions; others are learned so as not to be taken for one.
KINDS: Mapping[str, MentionKind] = MappingProxyType(
    {
        "PER": "person",
        "POS": "position",
        "ORG": "organisation",
        "GPE": "location",
        "LOC": "location",
        "FAC": "location",
    }
)
RULE = "crf"
# No name begins with them: `пен қаржы министрі`.
_CONJUNCTIONS = frozenset({"мен", "пен", "бен", "және", "немесе"})


class Recogniser:
    """A trained model. It may be asked from any thread; one sentence is read at a time."""

    def __init__(self, model: bytes) -> None:
        """Take a model as crfsuite writes it."""
        from pycrfsuite import Tagger

        self._model = model  # the tagger reads on in these bytes, and does not keep them alive
        self._tagger = Tagger()
        self._tagger.open_inmemory(model)
        self._lock = threading.Lock()

    def find(self, text: str) -> list[Mention]:
        """Return the names in `text`, in order, not overlapping."""
        return [mention for tokens in sentences(text) for mention in self._in_sentence(text, tokens)]

    def _in_sentence(self, text: str, tokens: Sequence[Span]) -> Iterator[Mention]:
        words = [text[token.start : token.end] for token in tokens]
        with self._lock:
            labels = self._tagger.tag(features(words))
            found = [
                (first, last, KINDS[label], self._sure(labels, first, last))
                for first, last, label in _runs(words, labels)
                if label in KINDS
            ]
        for first, last, kind, sure in found:
            start, end = tokens[first].start, tokens[last - 1].end
            name = first_form(text[start:end], person=kind == "person")
            yield Mention(kind, start, end, sure, RULE, name)

    def _sure(self, labels: Sequence[str], first: int, last: int) -> float:
        """The probability of the least probable label of a name in the sentence that was read last."""
        return round(min(float(self._tagger.marginal(labels[at], at)) for at in range(first, last)), 3)


def _runs(words: Sequence[str], labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the first token, the one behind the last, and the label of each name."""
    bounds = [at for at, label in enumerate(labels) if _begins(labels, at)] + [len(labels)]
    for start, stop in pairwise(bounds):
        first = start + (words[start].lower() in _CONJUNCTIONS)
        if labels[start] != "O" and first < stop:
            yield first, stop, labels[start][2:]


def _begins(labels: Sequence[str], at: int) -> bool:
    """Whether a name, or a stretch without names, begins at this token."""
    if at == 0 or labels[at].startswith("B-"):
        return True
    return labels[at][2:] != labels[at - 1][2:]
