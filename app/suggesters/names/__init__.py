"""Who and what a text names: people, organisations, places, and what people are.

Russian by natasha's tagger with our own rules, Kazakh by a model of our own, English by rules. Everything
runs offline; the models are read at the first call (see `load`).
"""

from app.suggesters.languages import language_of, split
from app.suggesters.mention import Mention

__all__ = ["find", "load"]


def load(language: str) -> None:
    """Read what `find` needs for a text of `language` ("ru", "kk", "en", or empty), unless it was read."""
    if language in {"ru", ""}:
        from app.suggesters.names import russian

        russian.load()
    if language in {"kk", ""}:
        from app.suggesters.names import kazakh

        kazakh.load()


def find(text: str, language: str) -> list[Mention]:
    """Return the names in a canonical text by start, the longer first; offsets are code points.

    `language` is "ru", "kk", "en", or empty for what is unknown or mixed. It is a hint: each line is read in
    the language that its letters tell. Mentions may lie in one another ("правительство США"), never across.
    """
    lines = [(start, end, language_of(text[start:end], language)) for start, end in split(text)]
    found: list[Mention] = []
    for code in sorted({line[2] for line in lines}):
        found += _find(_only(text, [line[:2] for line in lines if line[2] == code]), code)
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def _only(text: str, kept: list[tuple[int, int]]) -> str:
    """Return the text with nothing but line breaks in place of all other lines, of the same length."""
    pieces: list[str] = []
    at = 0
    for start, end in kept:
        pieces += ["\n" * (start - at), text[start:end]]
        at = end
    return "".join(pieces)


def _find(text: str, language: str) -> list[Mention]:
    match language:
        case "ru":
            from app.suggesters.names import russian

            return russian.find(text)
        case "kk":
            from app.suggesters.names import kazakh

            return kazakh.find(text)
        case _:
            from app.suggesters.names import english

            return english.find(text)
