"""What a text names: people, organisations and places, and what somebody is."""

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["person", "organisation", "location", "position"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One name, or one title of a post, in a text."""

    kind: MentionKind
    """`position`: what somebody is ("министр финансов"), without the name."""
    start: int
    end: int
    """Code points of the text, end exclusive."""
    score: float
    """0 to 1."""
    rule: str
    """Who found it, for "why": "natasha", "crf", "title before a name"."""
    name: str = ""
    """The name in its first form: "Иванов" where the text has "Ивановым"; empty where it is not known."""
