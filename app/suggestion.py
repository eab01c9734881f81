"""Proposals by suggesters, and the decision an annotator takes on each (rejects are hard negatives)."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from app.anchor import Fragment
from app.annotation import Attributes


class Proposal(Struct, frozen=True, gc=False):
    """What a suggester says about a text, before it belongs to any article.

    `start` and `end` are code points of the text it was given. `relations` go to other proposals of the
    same answer by their index: `({"type": "said_by", "to": 3},)`.
    """

    label: str
    start: int
    end: int
    text: str
    score: float
    """0 to 1: how sure the suggester is."""
    suggester: str
    rule: str = ""
    """Which rule fired, for "why"."""
    attributes: Attributes = field(default_factory=dict)
    relations: tuple[Mapping[str, object], ...] = ()

    @property
    def place(self) -> tuple[str, int, int]:
        """Label, start and end: two of one place propose the same."""
        return self.label, self.start, self.end


class Decision(StrEnum):
    """What became of a suggestion."""

    OPEN = "open"
    ACCEPTED = "accepted"
    EDITED = "edited"
    """Accepted with changes."""
    REJECTED = "rejected"


class Suggestion(Struct, frozen=True, gc=False):
    """A proposal for an article of the project, kept with its decision."""

    id: int
    article_id: int
    label: str
    fragment: Fragment
    score: float
    suggester: str
    rule: str = ""
    attributes: Attributes = field(default_factory=dict)
    relations: tuple[Mapping[str, object], ...] = ()
    """`{"type": "said_by", "to": ID}` or `{"type": ..., "from": ID}`: ids of suggestions, or of annotations,
    of the same article. The relation comes when both ends are annotations."""
    decision: Decision = Decision.OPEN
    decided_by: str = ""
    decided_at: str = ""
    """ISO 8601 date-time in UTC; empty while it is open."""
    seconds: float | None = None
    """How long it was selected before it was decided; None where it was not looked at by itself."""

    @property
    def start(self) -> int:
        """Code point where it begins."""
        return self.fragment.start

    @property
    def end(self) -> int:
        """Code point after its last character."""
        return self.fragment.end

    @property
    def place(self) -> tuple[str, int, int]:
        """Label, start and end: two of one place propose the same."""
        return self.label, self.start, self.end

    @property
    def text(self) -> str:
        """The proposed text."""
        return self.fragment.quote.exact
