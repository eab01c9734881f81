"""Labelled sentences of KazNERD: reading them, parting them into folds, and making variants of them."""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

FOLDS = 5
HELD_OUT = 0

# KazNERD's types as the labels of the recogniser. Those of no `Mention` are learned where they would be
# taken for one; numbers, dates and the rest are left out.
LABELS = {
    "PERSON": "PER",
    "POSITION": "POS",
    "ORGANISATION": "ORG",
    "GPE": "GPE",
    "LOCATION": "LOC",
    "FACILITY": "FAC",
    "NORP": "NRP",
    "ART": "ART",
    "PROJECT": "ART",
    "EVENT": "ART",
    "PRODUCT": "ART",
    "LAW": "ART",
}


class Labelled(NamedTuple):
    """A stretch of a sentence, in code points, and its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its names in order, which do not overlap."""

    text: str
    names: tuple[Labelled, ...]


def read(path: Path) -> list[Sentence]:
    """Read sentences from gzipped JSON lines: {"text", "spans": [{"start", "end", "type"}]}."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_sentence(json.loads(line)) for line in lines]


def part(sentences: list[Sentence], fold: int) -> tuple[list[Sentence], list[Sentence]]:
    """Return the sentences outside the fold, and those in it. A text twice in the file is in one fold."""
    outside = [sentence for sentence in sentences if _hash(sentence.text) % FOLDS != fold]
    return outside, [sentence for sentence in sentences if _hash(sentence.text) % FOLDS == fold]


def inner_part(sentences: list[Sentence], fold: int) -> tuple[list[Sentence], list[Sentence]]:
    """Part what is trained on once more, independently of `part`: for choosing features and settings."""
    outside = [sentence for sentence in sentences if _hash(sentence.text) // FOLDS % FOLDS != fold]
    return outside, [sentence for sentence in sentences if _hash(sentence.text) // FOLDS % FOLDS == fold]


def variants(sentences: list[Sentence]) -> Iterator[Sentence]:
    """Yield sentences as newspapers write them and KazNERD, made of news read aloud, does not.

    Initials for a given name (`Қ.Тоқаев`), small titles before a name (`президент Қасым-Жомарт Тоқаев`),
    headlines in capitals. Which sentences are varied is told by a hash of the text.
    """
    for sentence in sentences:
        chosen = _hash(sentence.text) // FOLDS**2
        if chosen % 4 == 0 and (varied := _with_initials(sentence, spaced=chosen % 8 == 0)) != sentence:
            yield varied
        if chosen % 4 == 1 and (varied := _with_small_titles(sentence)) != sentence:
            yield varied
        if chosen % 40 == 2 and sentence.names:
            yield Sentence(sentence.text.upper(), sentence.names)


def _sentence(row: dict[str, object]) -> Sentence:
    text, spans = row["text"], row["spans"]
    assert isinstance(text, str) and isinstance(spans, list)
    names = (
        Labelled(span["start"], span["end"], LABELS[span["type"]]) for span in spans if span["type"] in LABELS
    )
    return Sentence(text, tuple(sorted(names)))


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")


def _with_initials(sentence: Sentence, *, spaced: bool) -> Sentence:
    def initialled(name: str, label: str, following: str) -> str:
        given, _, family = name.partition(" ")
        if label != "PER" or not family or " " in family or not (given + family).replace("-", "").isalpha():
            return name
        return f"{given[0]}.{' ' if spaced else ''}{family}"

    return _rewritten(sentence, initialled)


def _with_small_titles(sentence: Sentence) -> Sentence:
    def small(name: str, label: str, following: str) -> str:
        if label != "POS" or following != "PER" or name.isupper() or not name[:2].istitle():
            return name
        return name if len(name.split()) > 2 else name[0].lower() + name[1:]

    return _rewritten(sentence, small)


def _rewritten(sentence: Sentence, rewrite: Callable[[str, str, str], str]) -> Sentence:
    """The sentence with each name as `rewrite` (name, its label, that of a name right behind) gives it."""
    text, names, at = "", [], 0
    for index, (start, end, label) in enumerate(sentence.names):
        behind = sentence.names[index + 1] if index + 1 < len(sentence.names) else None
        following = behind.label if behind and behind.start == end + 1 else ""
        text += sentence.text[at:start]
        name = rewrite(sentence.text[start:end], label, following)
        names.append(Labelled(len(text), len(text) + len(name), label))
        text, at = text + name, end
    return Sentence(text + sentence.text[at:], tuple(names))
