"""What a label may mean at a place, ever longer: the word, a name, a quotation, what is said, the sentence.

No Qt. All offsets are code points of the canonical text.
"""

import re
from collections.abc import Iterator

from app.anchor import Span
from app.tokens import line_at, opens_sentence, words
from widgets.reader.reach import sentence_at, trim, word_near

_CLAUSE_BREAK = re.compile(r"[,;:](?=\s)|\s[-–—](?=\s)|[()\[\]«»“”„\"]|…")
# Straight marks open before a letter and close after one: `"Вода" – это` has one quotation, not two.
_QUOTED = r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"(?=\S)[^\"]*(?<=\S)\""
_QUOTATION = re.compile(_QUOTED)
_PAIRED = re.compile(rf"{_QUOTED}|\([^()]*\)|\[[^\[\]]*\]")
# A body's name with its legal form, before it as in Russian (`ТОО «Рога»`) or behind it as in Kazakh, perhaps
# with an ending (`«Мүйіз» ЖШС-ның`).
_FORM = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,6}"
_BODY = re.compile(rf"(?:\b{_FORM}[ \u00a0])?(?:{_QUOTED})(?:[ \u00a0]{_FORM}\b(?:[-‑’]\w+)?)?")


# The words after which a sentence says what somebody says: the content, to the end of the sentence.
_OPENS_CONTENT = re.compile(r"(?:^|(?<=[\s«“„\"]))(?:что|будто|that)\s+(?=\S)", re.IGNORECASE)
# In Kazakh the content comes first, and one of these words closes it.
_CLOSES_CONTENT = re.compile(r",?\s+(?:деп|дейді|деді|деген)\b", re.IGNORECASE)
# Who said it, behind the quotation: `…», – сказал он`, `…,” she said`.
_SAYER = re.compile(r",?[»“”\"],?\s+[-–—]\s|,[»”\"]\s")
_MARKS = "«»“”„\"'"
_STOPS = ".!?…"


def extents(text: str, offset: int) -> list[Span]:
    """Return what a label could mean at `offset`, ever longer, the word first; empty in an empty line."""
    word = word_near(text, offset)
    return [] if word is None else extents_of(text, word)


def extents_of(text: str, span: Span, phrase: Span | None = None) -> list[Span]:
    """Return `span` and what a label could mean around it, ever longer: name, quotation, clause, sentence.

    `phrase` is one that only the caller knows of (a number's). A quotation comes without its marks first: a
    claim that is quoted stands inside them.
    """
    sentence = sentence_at(text, span.start)
    wider = [
        phrase,
        _name(text, span, sentence),
        *_quotations(text, span),
        _body(text, span),
        _clause(text, span, sentence),
        *_contents(text, span, sentence),
        sentence,
    ]
    found = [span]
    for candidate in sorted((s for s in wider if s is not None), key=lambda s: s.end - s.start):
        if candidate.contains(found[-1]) and candidate != found[-1]:
            found.append(candidate)
    return found


def _name(text: str, span: Span, sentence: Span | None) -> Span | None:
    """The run of capitalised words that `span` is in: `Асет Ахметов`, `Көркем Телеком`.

    A word with which the sentence only begins (`Вчера`, `Бірақ`) is none of the name.
    """
    start, end = line_at(text, span.start)
    found = words(text, start, end)
    if sentence is not None:
        found = [w for w in found if not _only_opens(text, w, sentence)]
    inside = [i for i, word in enumerate(found) if span.overlaps(word)]
    if not inside or not all(_is_capital(text, found[i]) for i in inside):
        return None
    first, last = inside[0], inside[-1]
    while (
        first > 0 and _is_capital(text, found[first - 1]) and _adjoins(text, found[first - 1], found[first])
    ):
        first -= 1
    while (
        last + 1 < len(found)
        and _is_capital(text, found[last + 1])
        and _adjoins(text, found[last], found[last + 1])
    ):
        last += 1
    return Span(found[first].start, found[last].end)


def _is_capital(text: str, word: Span) -> bool:
    return text[word.start].isupper()


def _adjoins(text: str, left: Span, right: Span) -> bool:
    """Only a space, or the dot and space of an initial, is between the two words."""
    between = text[left.end : right.start]
    return between.strip() == "" or (between.strip() == "." and left.end - left.start == 1)


def _only_opens(text: str, word: Span, sentence: Span) -> bool:
    """Tell whether only quotation marks stand before the word in its sentence, and it begins no name."""
    before = text[sentence.start : word.start]
    begins = word.start >= sentence.start and not any(char.isalnum() for char in before)
    return begins and opens_sentence(text[word.start : word.end])


def _quotations(text: str, span: Span) -> list[Span]:
    """The text in quotation marks that holds `span` in its line: without the marks, and with them."""
    start, end = line_at(text, span.start)
    for match in _QUOTATION.finditer(text, start, end):
        whole = Span(*match.span())
        if whole.contains(span):
            inner = trim(text, whole.start + 1, whole.end - 1)
            return [whole] if inner is None else [inner, whole]
    return []


def _body(text: str, span: Span) -> Span | None:
    """The quoted name of a body with its legal form that holds `span` in its line."""
    start, end = line_at(text, span.start)
    found = (Span(*match.span()) for match in _BODY.finditer(text, start, end))
    return next((body for body in found if body.contains(span)), None)


def _clause(text: str, span: Span, sentence: Span | None) -> Span | None:
    """What stands between the commas, dashes, brackets or quotation marks around `span`.

    What is in quotation marks or brackets of its own, beside `span`, is part of the clause, unless it ends
    with the comma that parts it from the clause (“It is,” she said).
    """
    if sentence is None:
        return None
    start, end = sentence.start, sentence.end
    beside = [
        pair
        for pair in _PAIRED.finditer(text, start, end)
        if (pair.end() <= span.start or span.end <= pair.start()) and text[pair.end() - 2] != ","
    ]
    for match in _CLAUSE_BREAK.finditer(text, sentence.start, sentence.end):
        if any(pair.start() <= match.start() < pair.end() for pair in beside):
            continue
        if match.end() <= span.start:
            start = match.end()
        elif match.start() >= span.end:
            end = match.start()
            break
    trimmed = trim(text, start, end)
    if trimmed is None:
        return None
    first, last = trimmed.start, trimmed.end
    openings = (opening.end() for opening in _OPENS_CONTENT.finditer(text, first, last))
    first = max((opening for opening in openings if opening <= span.start), default=first)
    if last == sentence.end:
        last -= _final_stops(text[first:last])
    return trim(text, first, last)


def _contents(text: str, span: Span, sentence: Span | None) -> Iterator[Span]:
    """What the sentence says, around `span`: after “that”, before «деп»; and without marks and full stop.

    A content runs over commas to the end of the sentence, or to the one who says it.
    """
    if sentence is None:
        return
    after = (match.start() for match in _SAYER.finditer(text, span.end, sentence.end))
    end = next(after, sentence.end)
    openings = [m.end() for m in _OPENS_CONTENT.finditer(text, sentence.start, end) if m.end() <= span.start]
    closing = _CLOSES_CONTENT.search(text, span.end, end)
    if openings:
        yield from _bare(text, openings[-1], end)
    if closing is not None:
        yield from _bare(text, sentence.start, closing.start())
    yield from _bare(text, sentence.start, end)


def _bare(text: str, start: int, end: int) -> Iterator[Span]:
    """The span without a quotation mark that only opens or closes it, without dashes around and full stop."""
    while start < end and text[start] in "-–— \u00a0":
        start += 1
    end = _before_stops(text, start, end)
    if start < end and text[start] in _MARKS and not _is_paired(text, start, end, start):
        start += 1
    if start < end and text[end - 1] in _MARKS and not _is_paired(text, start, end, end - 1):
        end = _before_stops(text, start, end - 1)
    elif text[start:end].count('"') % 2 and text[end : end + 1] == '"':
        end += 1  # one straight mark closes a name and what is said
    trimmed = trim(text, start, end)
    if trimmed is not None:
        yield trimmed


def _is_paired(text: str, start: int, end: int, at: int) -> bool:
    """Tell whether the quotation mark at `at` has its partner inside; straight ones only by their number."""
    if text[at] == '"':
        return text.count('"', start, end) % 2 == 0
    return any(at in (pair.start(), pair.end() - 1) for pair in _QUOTATION.finditer(text, start, end))


def _before_stops(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1] in _STOPS or text[end - 1].isspace()):
        end -= 1
    return end


def _final_stops(text: str) -> int:
    return len(text) - len(text.rstrip(_STOPS))
