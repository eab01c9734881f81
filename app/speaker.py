"""The project's registry of speakers: one entry for each person or body, whatever form the text gives it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Post:
    """A role somebody has in an organisation, from a day on."""

    role: str = ""
    organisation: str = ""
    since: str = ""
    """ISO 8601 date (`2021-03`, `2021-03-15`) from which it holds; empty: always."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """An entry of the registry. An annotation refers to it by `canonical_name`, which is its name."""

    id: int
    name: str
    """Unique in the project."""
    kind: str = ""
    """One of the values the scheme has for the attribute `kind`; empty: not given."""
    forms: tuple[str, ...] = ()
    """Other forms of the name: cases, short forms, scripts, and the names of entries merged into it."""
    posts: tuple[Post, ...] = ()
    """By `since`, the undated first."""
    note: str = ""

    def post_on(self, day: str | None) -> Post | None:
        """The post held on that ISO 8601 day (None: the last one known), or None."""
        held = [post for post in self.posts if day is None or post.since <= day]
        return held[-1] if held else None
