"""The lines of a text, and the language that the letters of each tell."""

import re
from collections.abc import Iterator

# Letters of Kazakh that Russian has not; of Kazakh prose they are a quarter, of a Russian line that names
# a Kazakh company a few percent.
_KAZAKH = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"
_KAZAKH_SHARE = 0.08
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")
# A line with this many letters tells its language by itself; a shorter one may be all abbreviations.
_TELLING = 30
# UTF-8 bytes a character: Cyrillic letters have two, so such a line is mostly Cyrillic.
_PLAINLY_CYRILLIC = 1.6


def language_of(line: str, language: str) -> str:
    """Return the language to read `line` in: `language`, unless its letters plainly tell another.

    `language` is "ru", "kk", "en" or empty.
    """
    if len(line.encode("utf-8", "replace")) > _PLAINLY_CYRILLIC * len(line):
        cyrillic, latin = len(line), 0
    else:
        cyrillic, latin = len(_CYRILLIC.findall(line)), len(_LATIN.findall(line))
    if latin > cyrillic:
        foreign = language != "en" and (not language or (latin >= _TELLING and not cyrillic))
        return "en" if foreign else language
    if not cyrillic:
        return language or "en"
    kazakh = sum(map(line.count, _KAZAKH))
    if kazakh >= _KAZAKH_SHARE * cyrillic:
        return "kk"
    return "kk" if language == "kk" and (kazakh or cyrillic < _TELLING) else "ru"


def split(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every line that is not empty."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line:
            yield start, end
        start = end + 1
