"""The sentences of an article's prose: not its headings, menus, captions, credits and calls to action."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.suggesters.claims import lexicon
from app.suggesters.claims.lexicon import Token
from app.suggesters.languages import language_of, split
from app.tokens import sentences

_ENDS = re.compile(r"[.!?…][\"'»“”’)\]]*\s*$")
# A quotation that is a line of its own, as pull quotes are.
_QUOTATION = re.compile(r"\s*[«“„\"—–-].*[»”“\"]\s*$")
# Who holds the rights to a picture, in a line of its own: `Фото: …`, `(AP Photo/…)`, `/ Getty Images`.
_CREDIT = re.compile(
    r"\(\w+ (?:Photo|Foto)/|/ ?(?:Getty|Reuters|AFP|EPA|AP|Shutterstock)\b|\bvia (?:AP|Getty)\b|©"
)
# Two of these make a line a feed of headlines: `12:40 … 13:05 …`, `… // …`.
_FEED = re.compile(r"(?<![\d:])\d{1,2}:\d\d(?=\s+[^\W\d_a-zа-яё])|\s(?://|\|)\s")
# A team with its record, in a table of results: `Palm Bay (1-0): …`.
_RESULT = re.compile(r"\(\d+[-–]\d+(?:[-–]\d+)?\):")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
# Fewer words than this in quotation marks are a name rather than a pull quote.
_QUOTED_WORDS = 8
# Such a line of fewer words is furniture without a colon too: `Обновлено в 9.40 мск.`
_FURNITURE_WORDS = 4
# An unfinished line as long as this is a paragraph whose full stop was lost, not a heading.
_PARAGRAPH_WORDS = 30


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of prose: code points of the text, with its full stop."""

    start: int
    end: int
    language: str
    tokens: tuple[Token, ...]
    line: int
    """Number of the line of prose it stands in."""
    order: int
    """Number of the sentence in the prose, from 0."""


def read_prose(text: str, language: str) -> list[Sentence]:
    """Return the sentences of the lines that are prose, in order."""
    found: list[Sentence] = []
    for number, (start, end, line_language) in enumerate(_lines(text, language)):
        for span in sentences(text, start, end):
            words = tuple(lexicon.tokens(text, span.start, span.end))
            if words:
                found.append(Sentence(span.start, span.end, line_language, words, number, len(found)))
    return found


def _lines(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    for start, end in split(text):
        spoken = language_of(text[start:end], language)
        spoken = spoken if spoken in lexicon.LANGUAGES else "en"
        if _is_prose(text, start, end, spoken):
            yield start, end, spoken


def _is_prose(text: str, start: int, end: int, language: str) -> bool:
    line = text[start:end]
    words = lexicon.tokens(text, start, end)
    if not words or _CREDIT.search(line) or _ADDRESS.fullmatch(line.strip()):
        return False
    if len(_FEED.findall(line)) > 1 or _RESULT.search(line):
        return False
    quoted = len(words) >= _QUOTED_WORDS and _QUOTATION.match(line)
    if not (_ENDS.search(line) or quoted or len(words) >= _PARAGRAPH_WORDS):
        return False
    if lexicon.has(text, words, language, "lines", "anywhere"):
        return False
    return not (_begins_furniture(text, words, language) or _has_credit(text, words, language))


def _begins_furniture(text: str, words: list[Token], language: str) -> bool:
    """Tell whether the line begins like furniture: `Читайте также: …`, `Фото: …`, `Sign up for …`.

    A single word does so only with a colon behind it or with next to nothing: `Видео появилось в Сети` is
    prose.
    """
    count = lexicon.begins(text, words, language, "lines", "begin")
    if count == 1:
        return (
            text[words[0].end : words[0].end + 2].lstrip(" ").startswith((":", "|"))
            or sum(not word.folded.isdigit() for word in words) < _FURNITURE_WORDS
        )
    return count > 1


def _has_credit(text: str, words: list[Token], language: str) -> bool:
    """Tell whether a word such as `Фото` stands in the line with its colon: a caption with its credit."""
    return any(
        text[word.end : word.end + 1] in {":", "/"}
        and lexicon.begins(text, words[i : i + 1], language, "lines", "credit")
        for i, word in enumerate(words)
    )
