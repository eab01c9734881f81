"""What of a sentence is the claim: without its lead-in, loose quotation marks and the final full stop.

The extents are those that `widgets/reader/extents.py` offers to the hand, so that a suggestion and a mark of
the same claim are alike.
"""

import re
from collections.abc import Collection

from app.anchor import Span
from app.suggesters.claims import lexicon

_STOPS = ".!?…,;:"
_PAIRS = {"«": "»", "“": "”", "„": "“"}
_OPENING = "«“„\"'‘("
_CLOSING = "»”“\"'’)"
_BEFORE = " \u00a0\u202f\t–—-•·*"
_AFTER = " \u00a0\u202f\t–—-"
_BEHIND_LEAD = " \u00a0,"  # not the dot of an initial: `А. Иванов`
# Where an agency's report begins: `WASHINGTON (AP) — `, `АСТАНА, 12 мая – `.
_DATELINE = re.compile(
    r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{3,}[\w.,’' \-]{0,40}(?:\([^()]{1,30}\))?\s*[—–-]+\s+(?=[«“\"]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])"
)
_STRAIGHT = re.compile('"')
_CLOSING_BEHIND = re.compile("[.,!?…]?[»”]")
# The dot of these belongs to the word: `U.S.`, `т.д.`, `a.m.`
_DOTTED = re.compile(r"(?:^|[\s(«“\"])\w{1,2}\.(?:\s?\w{1,2}\.)+$")


def without_lead(text: str, start: int, end: int, language: str, row: str = "words") -> int:
    """Return where the claim begins behind what only leads to it: `Кроме того,`, `Напомним, что`.

    With `row` "content" what opens a content is left out: `что`, `that`.
    """
    if row == "words" and (dateline := _DATELINE.match(text, start, end)) is not None:
        start = dateline.end()
    while True:
        words = lexicon.tokens(text, start, min(end, start + 80))
        count = lexicon.begins(text, words, language, "leads", row)
        if not count or count >= len(words) or text[words[count - 1].end] not in _BEHIND_LEAD:
            return start
        start = words[count].start
        # A quotation mark before the next word belongs to that word.
        while text[start - 1] in _OPENING and start - 1 > words[count - 1].end:
            start -= 1


def bare(text: str, start: int, end: int, keep: Collection[int]) -> Span | None:
    """Return `start..end` without white space, dashes and stops around it and without loose quotation marks.

    `keep` are the code points where a number ends: the dot of `30 тыс.` stays with it. None where nothing
    is left.
    """
    end = _closed(text, start, end)
    while True:
        before = start, end
        while start < end and text[start] in _BEFORE and not _is_sign(text, start, end):
            start += 1
        while end > start and text[end - 1] in _AFTER:
            end -= 1
        while end > start and text[end - 1] in _STOPS and end not in keep:
            if _is_dotted(text, start, end):
                break
            end -= 1
        if start < end and text[start] in _OPENING and _is_loose(text, start, end, start):
            start += 1
        if start < end and text[end - 1] in _CLOSING and _is_loose(text, start, end, end - 1):
            end -= 1
        if (start, end) == before:
            break
    return Span(start, end) if start < end else None


def _closed(text: str, start: int, end: int) -> int:
    """The end with the quotation mark right behind it, where one that opened inside the span needs it.

    A straight mark may close a name and what is said at once: `сотрудники "Ак Жола" – сказал он`.
    """
    if text[end : end + 1] == '"' and _straight_surplus(text, start, end) > 0 and text[start] != '"':
        return end + 1
    closing = _CLOSING_BEHIND.match(text, end)
    if closing is not None and _curly_surplus(text, start, end) > 0 and text[start] not in _PAIRS:
        return closing.end()
    return end


def _is_sign(text: str, at: int, end: int) -> bool:
    """Tell whether the dash at `at` is the minus of a number."""
    return at + 1 < end and text[at] in "-–" and text[at + 1].isdigit()


def _is_dotted(text: str, start: int, end: int) -> bool:
    return text[end - 1] == "." and _DOTTED.search(text, max(start - 1, end - 12), end) is not None


def _is_loose(text: str, start: int, end: int, at: int) -> bool:
    """Tell whether the mark at `at`, an end of the span, has no partner inside, or all else between."""
    mark = text[at]
    if mark == '"':
        surplus = _straight_surplus(text, start, end)
        if text[start] == text[end - 1] == '"' and text.count('"', start, end) == 2:
            return True
        return surplus > 0 if at == start else surplus < 0
    if mark in "'’":
        return False  # an apostrophe as often as not
    if mark in "()":
        whole = text[start] == "(" and text.find(")", start, end) == end - 1
        return whole or text.count("(", start, end) != text.count(")", start, end)
    if mark in _PAIRS and at == start:
        return _closes_at(text, start, end) >= end - 1  # nowhere, or behind everything else
    return _curly_surplus(text, start, end) < 0


def _straight_surplus(text: str, start: int, end: int) -> int:
    """How many straight quotation marks more open than close in the span, told by what stands beside them."""
    surplus = 0
    for match in _STRAIGHT.finditer(text, start, end):
        at = match.start()
        opens = at == start or text[at - 1].isspace() or text[at - 1] in "(«“[-–—"
        surplus += 1 if opens and at + 1 < end else -1
    return surplus


def _curly_surplus(text: str, start: int, end: int) -> int:
    """How many of the other quotation marks more open than close in the span."""
    part = text[start:end]
    # “ opens in English and closes behind „.
    low = part.count("„")
    opening = part.count("«") + low + max(part.count("“") - low, 0)
    closing = part.count("»") + part.count("”") + min(part.count("“"), low)
    return opening - closing


def _closes_at(text: str, start: int, end: int) -> int:
    """Where the quotation that opens at `start` closes; `end` if it does not."""
    depth = 0
    closer = _PAIRS[text[start]]
    for at in range(start, end):
        if text[at] == text[start]:
            depth += 1
        elif text[at] == closer or text[at] == "”":
            depth -= 1
            if depth == 0:
                return at
    return end
