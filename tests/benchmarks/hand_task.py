"""The standard task of TARGETS "The hand": 4 numbers, 5 speakers, 12 claims, 10 claim-to-speaker relations.

Marks are named by place (block, sentence, words), so that no text of the article is in the project.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.anchor import Span
from app.article import Block
from app.tokens import sentences, words


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotation of the task."""

    label: str
    block: int
    sentence: int
    first: int
    """Its first word in the sentence, from 0."""
    last: int
    """Its last word."""
    speaker: int | None = None
    """Of a claim that is to be related: which mark of the task says it."""


SEED_TASK: tuple[Mark, ...] = (
    Mark("claim", 9, 0, 7, 16),
    Mark("speaker", 9, 1, 1, 1),
    Mark("claim", 9, 1, 4, 7, speaker=1),
    Mark("speaker", 10, 0, 3, 4),
    Mark("number", 10, 0, 7, 8),
    Mark("claim", 10, 0, 11, 24, speaker=3),
    Mark("claim", 11, 1, 0, 8),
    Mark("claim", 11, 2, 0, 7, speaker=1),
    Mark("number", 12, 0, 4, 5),
    Mark("speaker", 12, 0, 6, 11),
    Mark("claim", 12, 0, 16, 23, speaker=9),
    Mark("speaker", 15, 0, 3, 5),
    Mark("claim", 15, 0, 8, 16, speaker=11),
    Mark("claim", 16, 0, 0, 9, speaker=11),
    Mark("number", 16, 0, 8, 9),
    Mark("claim", 16, 1, 0, 8, speaker=11),
    Mark("claim", 16, 2, 0, 5, speaker=11),
    Mark("claim", 16, 3, 0, 9, speaker=11),
    Mark("speaker", 17, 0, 0, 0),
    Mark("claim", 17, 0, 3, 12, speaker=18),
    Mark("number", 19, 1, 10, 10),
)


def span_of(mark: Mark, text: str, blocks: Sequence[Block]) -> Span:
    """Where the mark is in the text; a word's own dot (`тыс.`) belongs to it, a full stop does not."""
    block = blocks[mark.block]
    sentence = sentences(text, block.start, block.end)[mark.sentence]
    found = words(text, sentence.start, sentence.end)
    return Span(found[mark.first].start, found[mark.last].end)
