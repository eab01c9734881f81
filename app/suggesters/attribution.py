"""Who says what in a text: source, cue and content, in the terms of PARC 3.0."""

from dataclasses import dataclass
from typing import Literal

SourceKind = Literal["person", "organisation", "document", "group", "anonymous", "unknown"]
MentionForm = Literal["named", "nominal", "pronoun"]
QuoteType = Literal["direct", "indirect", "mixed"]
Epistemic = Literal["asserted", "hedged", "denied", "reported_rumour"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it, as the text has it; `start` and `end` are code points, end exclusive."""

    start: int
    end: int
    kind: SourceKind
    mention: MentionForm
    name: str = ""
    """First form of the name; of a pronoun or a bare family name the whole name, where that is sure."""
    role: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A content that the text ascribes to a source; spans are (start, end) in code points, end exclusive."""

    content: tuple[tuple[int, int], ...]
    """In order. More than one where the cue stands inside the quote; quote marks around are left out."""
    quote_type: QuoteType
    epistemic: Epistemic
    score: float
    rule: str
    """Which pattern found it, for "why"."""
    source: Source | None = None
    """None where nobody is named ("сообщается, что ...")."""
    cue: tuple[int, int] | None = None
