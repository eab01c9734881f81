"""Where a text has the same words again: letter by letter, in any case, or in any form of each word.

A place is bounded by whole words as `app.tokens` sees them, so that `30` is not found in `30 тыс.`, nor
`мост` in `мост-дублёр`. What readers do not see makes no difference: which kind of quotation mark, hyphen,
apostrophe or space it is, soft hyphens, stress marks, composed letters or not. Offsets are code points.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app import lemmas
from app.anchor import Span
from app.lemmas.spelling import APOSTROPHES, HYPHENS, IGNORED, folded
from app.tokens import line_at, words


class Mode(StrEnum):
    """What counts as the same."""

    EXACT = "exact"
    ANY_CASE = "any_case"
    """Capitals and small letters are the same, ё and е too; quotation marks may be left out."""
    LEMMA = "lemma"
    """As ANY_CASE, and every word may stand in another form (see `app.lemmas`)."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A phrase to find, and how."""

    phrase: str
    mode: Mode
    language: str = ""
    """ISO 639-1 code of the text it is to be found in; empty where unknown."""
    roughly: bool = False
    """Whether Kazakh words may stand in other forms too, which are guessed."""


def find(text: str, sought: Sought) -> list[Span]:
    """Return where the phrase stands in `text`, in order, none overlapping another.

    By LEMMA the words of the phrase must follow one another as they do in it, each in any of its forms; the
    Russian dictionary is read where it was not before (0.2 s).
    """
    pattern = _pattern(sought)
    if pattern is None:
        return []
    hidden = _IGNORED.search(text) is not None
    found: list[Span] = []
    at = 0
    while (hit := pattern.searched(hidden).search(text, at)) is not None:
        span = _place(text, hit, pattern)
        if span is not None:
            found.append(span)
        at = hit.start() + 1 if span is None else span.end
    return found


def beginnings(sought: Sought) -> list[frozenset[str]]:
    """Return for each word of the phrase the few beginnings, folded, one of which each place has there."""
    return [_forms(word, sought).beginnings() for word in _words_of(sought.phrase)]


def context(text: str, span: Span, width: int) -> tuple[str, str, str]:
    """Return what stands before, on and behind `span` on one line, with up to `width` code points each side.

    Where the line ends there is a pilcrow, so that a headline does not run into the text below it.
    """
    left = _on_one_line(text[max(0, span.start - width) : span.start])
    right = _on_one_line(text[span.end : span.end + width])
    return left.lstrip(), _on_one_line(text[span.start : span.end]), right.rstrip()


def _on_one_line(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[^\S\n]*\n\s*", " ¶ ", text))


# --------------------------------------------------------------------------------------------- pattern

_DOUBLE_QUOTES = '"«»“”„‟'
_QUOTES = f"{_DOUBLE_QUOTES}‘’‹›"
_BRACKETS = "()[]"
_DASHES = "-‐‑‒–—―−"
_INLINE = r"[^\S\n]"
# Spaces inside numbers and abbreviations (`12 000`, `т. е.`), as app.tokens takes them.
_SPACE = "[ \u00a0\u202f\u2007\u2009]?"
_IGNORED = re.compile(f"[{IGNORED}]")
_HIDDEN = f"[{IGNORED}]*"
# Behind the last letter a zero-width space is no part of the word.
_HIDDEN_LAST = _HIDDEN.replace("\u200b-", "\u200c-")
_GAP_PART = re.compile(
    rf"(?P<space>\s+)|(?P<quote>[{_QUOTES}])|(?P<dash>[{re.escape(_DASHES)}])|(?P<other>.)"
)
# What may stand between the phrase and the end of the last word: a name's 's, which stays outside.
_POSSESSIVE = re.compile(f"[{APOSTROPHES}]s?")


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The phrase as regular expressions; each word is a group."""

    plain: re.Pattern[str]
    hidden: re.Pattern[str]
    """For texts with soft hyphens, stress marks and the like: slower."""
    guessed: tuple[tuple[int, lemmas.Forms], ...]
    """Numbers of the groups that take more than the forms there are."""
    opening: str
    closing: str
    """The quotation marks and brackets around the phrase."""
    exact: bool

    def searched(self, hidden: bool) -> re.Pattern[str]:
        return self.hidden if hidden else self.plain


@lru_cache(maxsize=64)
def _pattern(sought: Sought) -> _Pattern | None:
    """None where there is no word in the phrase."""
    phrase, exact = sought.phrase, sought.mode is Mode.EXACT
    spans = words(phrase)
    if not spans:
        return None
    forms = [_forms(phrase[span.start : span.end], sought) for span in spans]
    flags = re.NOFLAG if exact else re.IGNORECASE

    def compiled(hidden: bool) -> re.Pattern[str]:
        parts = [_word(phrase[spans[0].start : spans[0].end], forms[0], exact, hidden)]
        for number in range(1, len(spans)):
            parts.append(_gap(phrase[spans[number - 1].end : spans[number].start], exact))
            parts.append(_word(phrase[spans[number].start : spans[number].end], forms[number], exact, hidden))
        return re.compile("".join(parts), flags)

    edges = _QUOTES + _BRACKETS
    return _Pattern(
        plain=compiled(hidden=False),
        hidden=compiled(hidden=True),
        guessed=tuple((number, form) for number, form in enumerate(forms, 1) if form.stems),
        opening="".join(c for c in phrase[: spans[0].start] if c in edges),
        closing="".join(c for c in phrase[spans[-1].end :] if c in edges),
        exact=exact,
    )


def _words_of(phrase: str) -> list[str]:
    return [phrase[span.start : span.end] for span in words(phrase)]


def _forms(word: str, sought: Sought) -> lemmas.Forms:
    if sought.mode is not Mode.LEMMA:
        return lemmas.Forms(frozenset({folded(word)}))
    return lemmas.forms(word, sought.language, roughly=sought.roughly)


def _word(word: str, forms: lemmas.Forms, exact: bool, hidden: bool) -> str:
    """A group for the word in any of its forms, with a dot where an abbreviation has one."""
    if exact:
        spelled = [_IGNORED.sub("", unicodedata.normalize("NFC", word))]
    elif forms.stems:
        spelled = sorted(forms.beginnings(), key=len, reverse=True)
    else:
        spelled = sorted(forms.spelled, key=len, reverse=True)
    written = "|".join(_spelling(form.rstrip("."), exact, hidden) for form in spelled)
    rest = rf"[\w{IGNORED}{re.escape(HYPHENS)}{APOSTROPHES}]*" if forms.stems else ""
    last = _HIDDEN_LAST if hidden else ""
    start = r"(?<!\w)" if re.match(r"\w", word) else ""
    return rf"{start}((?:{written}){rest}{last})(?!\w)"


def _spelling(form: str, exact: bool, hidden: bool) -> str:
    """A pattern for the form letter by letter; digits and abbreviations may have spaces inside."""
    loose = any(not character.isalpha() and character not in HYPHENS + APOSTROPHES for character in form)
    between = (_HIDDEN if hidden else "") + (_SPACE if loose else "")
    return between.join(_letter(c, exact, hidden) for c in form if not c.isspace())


def _letter(character: str, exact: bool, hidden: bool) -> str:
    if character in HYPHENS:
        return f"[{re.escape(HYPHENS)}]"
    if character in APOSTROPHES:
        return f"[{APOSTROPHES}]"
    if character in "её" and not exact:
        return "[её]"
    decomposed = unicodedata.normalize("NFD", character)
    if hidden and decomposed != character:
        return f"(?:{character}|{decomposed})"
    return re.escape(character)


def _gap(gap: str, exact: bool) -> str:
    """What stands between two words; quotation marks may come and go unless it must be exact."""
    parts: list[str] = []
    only_space = all(c.isspace() or (c in _QUOTES and not exact) for c in gap)
    for part in _GAP_PART.finditer(gap):
        match part.lastgroup:
            case "space":
                kind = r"\s" if "\n" in part[0] else _INLINE
                parts.append(f"{kind}{'+' if only_space else '*'}")
            case "quote":
                parts += [f"[{_QUOTES}]"] if exact else []
            case "dash":
                parts.append(f"[{re.escape(_DASHES)}]")
            case _:
                parts.append(re.escape(part[0]))
    around = "" if exact else f"[{_QUOTES}]?"
    return rf"\.?{around}{''.join(parts)}{around}"


# ----------------------------------------------------------------------------------------------- place

# Code points behind a place that are split into words with it: enough for the tokenizer to look ahead.
_AHEAD = 40


def _place(text: str, hit: re.Match[str], pattern: _Pattern) -> Span | None:
    """The span of a hit, edges included; None where it is not whole words, or not the phrase after all."""
    if not all(forms.has(hit[number]) for number, forms in pattern.guessed):
        return None
    bounded = _bounded(text, hit.start(), hit.end())
    if bounded is None:
        return None
    start, end = bounded
    first, last = start - len(pattern.opening), end + len(pattern.closing)
    opened = first >= 0 and _same_edge(text[first:start], pattern.opening)
    closed = _same_edge(text[end:last], pattern.closing)
    if opened and closed:
        start, end = first, last
    elif pattern.exact:
        return None
    # `ТОО «Ромашка»` for `ТОО Ромашка`: what was opened inside is closed.
    inside = sum(text.count(quote, start, end) for quote in _DOUBLE_QUOTES)
    if inside % 2 and end < len(text) and text[end] in _DOUBLE_QUOTES:
        end += 1
    return Span(start, end)


def _same_edge(found: str, wanted: str) -> bool:
    if len(found) != len(wanted):
        return False
    return all(a == b or (a in _QUOTES and b in _QUOTES) for a, b in zip(found, wanted, strict=True))


def _bounded(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The hit if it begins and ends with words; the dot of an abbreviation is taken in, a possessive not.

    Only the words around it are looked for: a line may be long, and a hit in every line.
    """
    first = _word_break(text, start)
    line_end = line_at(text, end)[1]
    last = min(line_end, end + _AHEAD)
    while last < line_end and not text[last].isspace():
        last += 1
    found = words(text[first:last])
    if not any(first + word.start == start for word in found):
        return None
    closing = next((first + word.end for word in found if first + word.start < end <= first + word.end), None)
    if closing is None:
        return None
    rest = text[end:closing]
    if rest in ("", ".") or _POSSESSIVE.fullmatch(rest):
        return start, closing if rest == "." else end
    return None


def _word_break(text: str, offset: int) -> int:
    """The nearest place at or before `offset` that is inside no word: behind a letter and a space.

    Words with spaces inside have them behind a digit, a dot or a currency sign (`12 000`, `т. е.`, `$ 5`).
    """
    line_start = line_at(text, offset)[0]
    while offset > line_start and not (
        text[offset - 1].isspace() and text[offset - 2 : offset - 1].isalpha()
    ):
        offset -= 1
    return offset
