"""How counts and texts are told to people: "2 articles", most first, on one line."""

from collections.abc import Mapping


def counted(count: int, what: str) -> str:
    """Say how many: "1 article", "2,000 articles"."""
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"


def most_first(counts: Mapping[str, int]) -> list[str]:
    """Return the names, those with the greatest counts first, of equal ones by name."""
    return sorted(counts, key=lambda name: (-counts[name], name))


def on_one_line(text: str, most: int | None = None) -> str:
    """Return the text with single blanks for all white space, cut to `most` code points, "…" the last."""
    line = " ".join(text.split())
    return line if most is None or len(line) <= most else line[: most - 1].rstrip() + "…"
