"""Scores the names found in Russian against the news of factRuEval-2016 in the folder beside the checkout.

    python -m tests.app.suggesters.names.scoring

A name is right if kind, start and end are; quotation marks at either end are left out of the comparison,
because the truth goes from the first word to the last ("газета «Труд" has no closing quote there). The rules
were written by reading four fifths of the articles; of the last fifth, chosen by a hash of the id, nothing
but these figures was ever seen.
"""

import gzip
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.suggesters import names

TRUTH = Path(__file__).parents[4].parent / "shared" / "data" / "names" / "factrueval_dev_ru.jsonl.gz"
KINDS = {"person": "PERSON", "organisation": "ORGANISATION", "location": "LOCATION"}
FOLDS = ("read", "held out")
_QUOTES = "«»\"“”„'‘’ "


@dataclass(frozen=True, slots=True)
class Score:
    """How many names were right, found and true."""

    right: int
    found: int
    true: int

    @property
    def precision(self) -> float:
        """Share of those found that are right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of those true that were found."""
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def fold(article: str) -> str:
    """Return which fold an article belongs to: one of five is held out, for ever the same."""
    number = int(hashlib.sha256(article.encode()).hexdigest(), 16)
    return FOLDS[number % 5 == 0]


def articles() -> list[dict[str, Any]]:
    """Return the articles with their true names; raises FileNotFoundError where they are not."""
    with gzip.open(TRUTH, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def scores(rows: Iterable[Mapping[str, Any]], *, whole: bool = False) -> dict[str, Score]:
    """Return the score of each kind over some articles; `whole`: quotation marks at the ends count too."""
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for row in rows:
        text = row["text"]
        told = {
            (KINDS[mention.kind], *_bounds(text, mention.start, mention.end, whole))
            for mention in names.find(text, "ru")
            if mention.kind in KINDS
        }
        truth = {(span["type"], *_bounds(text, span["start"], span["end"], whole)) for span in row["spans"]}
        right.update(kind for kind, *_ in told & truth)
        found.update(kind for kind, *_ in told)
        true.update(kind for kind, *_ in truth)
    return {kind: Score(right[kind], found[kind], true[kind]) for kind in KINDS.values()}


def _bounds(text: str, start: int, end: int, whole: bool) -> tuple[int, int]:
    while not whole and start < end and text[start] in _QUOTES:
        start += 1
    while not whole and end > start and text[end - 1] in _QUOTES:
        end -= 1
    return start, end


def main() -> None:
    """Print the table."""
    write = sys.stdout.write
    rows = articles()
    write(f"{'fold':<10}{'kind':<14}{'precision':>10}{'recall':>8}{'F1':>7}{'with quotes':>13}\n")
    for name in FOLDS:
        part = [row for row in rows if fold(row["id"]) == name]
        strict = scores(part, whole=True)
        for kind, score in scores(part).items():
            figures = f"{score.precision:>10.3f}{score.recall:>8.3f}{score.f1:>7.3f}{strict[kind].f1:>13.3f}"
            write(f"{name:<10}{kind:<14}{figures}\n")


if __name__ == "__main__":
    main()
