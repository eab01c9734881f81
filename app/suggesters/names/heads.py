"""Organisations in Russian that a head noun tells, with what belongs to it.

Adjectives that agree with it ("Федеральное авиационное управление"), a name ("газета «Труд»", "компания True
Companion"), nouns in the genitive ("Министерство сельского хозяйства Германии"), and some prepositions
("Комитет по иностранным делам", "Следственный комитет при прокуратуре").
"""

from collections.abc import Iterator, Sequence
from functools import cache

from app.suggesters.names.reaching import agrees, head_of, right
from app.suggesters.names.stretches import Found, heads, opens
from app.suggesters.names.tables import table, words
from app.suggesters.names.tokens import Token


def find(line: Sequence[Token]) -> Iterator[Found]:
    """Yield the organisations of a line that a head noun tells."""
    for at, token in enumerate(line):
        if not token.is_word or token.is_latin:
            continue
        if _is_pair(line, at):
            yield Found(at, right(line, at + 1, line[at].word.lemma).end, 0.6, "body")
            continue
        head = head_of(token)
        if not head:
            continue
        found = _with_head(line, at, head)
        if found is not None and not all(each.tag == "LOC" for each in line[found.start : found.end]):
            yield found


def _is_pair(line: Sequence[Token], at: int) -> bool:
    """Tell whether two words that are an organisation together begin here: "вооружённых сил"."""
    if at + 1 >= len(line) or not line[at + 1].is_word or line[at].text[:3].lower() not in _pair_beginnings():
        return False
    first, second = line[at].word, line[at + 1].word
    return any(one in first.lemmas and two in second.lemmas for one, two in _pairs())


@cache
def _pair_beginnings() -> frozenset[str]:
    return frozenset(first[:3] for first, _ in _pairs())


@cache
def _pairs() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(pair.split()) for pair in table("russian")["heads"]["pairs"])


def _with_head(line: Sequence[Token], at: int, head: str) -> Found | None:
    """Return the organisation that the head at `at` tells, if it is one."""
    start, national = _adjectives(line, at)
    reach = right(line, at, head)
    first = line[start]
    capital = first.is_capital and not (start == at and opens(line, at))
    if start < at and first.is_capital and opens(line, start):
        capital = first.word.lemma not in words("russian", "adjectives", "loose")
    state = head in heads("state")
    if reach.named:
        nests = state or head in heads("over")
        return Found(start, reach.end, 0.9, "body and name" if nests else "descriptor and name")
    if state and (reach.placed or national):
        return Found(start, reach.end, 0.85, "body and place")
    several = all(form.number == "plur" for form in line[at].word.nouns)
    if capital and not several and (start < at or reach.end > at + 1):
        return Found(start, reach.end, 0.75, "capitalised body")
    if capital and head in heads("state") and not opens(line, at):
        return Found(start, at + 1, 0.6, "capitalised body")
    owned = (
        at > 0
        and line[at - 1].is_word
        and (
            line[at - 1].word.lemma in words("russian", "words", "possessives")
            or bool(line[at - 1].word.adjectives)
        )
    )
    if head in heads("alone") and not owned and not several:
        return Found(at, at + 1, 0.5, "body")
    return None


def _adjectives(line: Sequence[Token], at: int) -> tuple[int, bool]:
    """Return where the adjectives before a head begin, and whether one is of a land."""
    forms = {(form.case, form.number) for form in line[at].word.nouns}
    start, national = at, False
    while start > 0:
        token = line[start - 1]
        if token.text == "и" and start > 1 and start < at and line[start - 2].is_capital:
            start -= 1
            continue
        if not token.is_word or not agrees(token, forms):
            break
        lemma = token.word.lemma
        loose = lemma in words("russian", "adjectives", "loose") or token.text[0].isdigit()
        if loose and not (token.is_capital and not opens(line, start - 1)):
            break
        national = national or lemma in words("russian", "adjectives", "national")
        start -= 1
        if token.is_capital and not (start and line[start - 1].is_capital):
            break
    if start < at and line[start].text == "и":
        start += 1
    return start, national
