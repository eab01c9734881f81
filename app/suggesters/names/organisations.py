"""Organisations in a Russian line: what natasha and the rules find, settled among them."""

from collections.abc import Iterator, Sequence

from app.suggesters.names import abbreviations, heads
from app.suggesters.names.stretches import Found, acronym, latin, opens
from app.suggesters.names.tables import words
from app.suggesters.names.tokens import CLOSING, OPENING, Token


def find(line: Sequence[Token]) -> list[Found]:
    """Return the organisations of one line, outer before inner, sorted by start."""
    found = [
        *heads.find(line),
        *abbreviations.abbreviated(line),
        *abbreviations.known(line),
        *abbreviations.reported(line),
        *(Found(start, end, 0.6, "natasha") for start, end in _tagged(line)),
    ]
    settled = [*_settled([each for each in found if not _is_thing(line, each)])]
    taken = {(each.start, each.end) for each in settled}
    settled += [each for each in _bracketed(line, settled) if (each.start, each.end) not in taken]
    return sorted(settled, key=lambda each: (each.start, -each.end))


def _settled(found: list[Found]) -> Iterator[Found]:
    """Without doubles, without what crosses something longer, without a name apart from its descriptor."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (one.rule == "natasha", one.start - one.end, -one.score)):
        if all(_bear(each, other) for other in kept):
            kept.append(each)
            yield each


def _bear(inner: Found, outer: Found) -> bool:
    """Tell whether both can stand: apart, or one in the other as an organisation of its own."""
    if inner.end <= outer.start or outer.end <= inner.start:
        return True
    if (inner.start, inner.end) == (outer.start, outer.end):
        return False
    if inner.rule == "natasha":
        return outer.rule == "body and name" and outer.start < inner.start and inner.end == outer.end
    return outer.start <= inner.start and inner.end <= outer.end and outer.rule not in _WHOLE


# What is found by these rules is one organisation: no other is in it.
_WHOLE = frozenset({"descriptor and name", "legal form and name"})


def _tagged(line: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """What natasha takes for organisations, but for words that are none."""
    at = 0
    while at < len(line):
        if line[at].tag != "ORG":
            at += 1
            continue
        end = at + 1
        while end < len(line) and line[end].tag == "ORG" and line[end].span == line[at].span:
            end += 1
        bracket = next((index for index in range(at + 1, end) if line[index].text == "("), end)
        if _may_be_organisation([token for token in line[at:end] if token.is_word], opens(line, at)):
            yield at, bracket
        at = end


def _may_be_organisation(named: Sequence[Token], opening: bool) -> bool:
    """Tell whether natasha's organisation is one: has a capital, no word of a page's furniture."""
    if all(acronym(token) in words("russian", "acronyms", "other") for token in named):
        return False
    denied = words("russian", "people", "denied")
    if any(token.text.lower() in denied or token.word.lemma in denied for token in named):
        return False
    if len(named) == 1 and opening and _is_common(named[0]):
        return False
    return any(token.is_capital or token.is_latin for token in named)


def _is_common(token: Token) -> bool:
    """Tell whether a capitalised word is a common noun that happens to begin a sentence."""
    if token.is_latin or acronym(token):
        return False
    word = token.word
    return bool(word.nouns) and not word.kinds and word.known


def _is_thing(line: Sequence[Token], found: Found) -> bool:
    """Tell whether the name belongs to a ship, a film, a prize: "шаттл «Дискавери»"."""
    at = found.start - 1
    quoted = at >= 0 and line[at].text in OPENING
    at -= quoted
    if at < 0 or not line[at].is_word or found.rule in {"body", "body and place"}:
        return False
    if quoted and found.rule != "natasha" and line[found.start].is_capital and found.end < len(line):
        return line[at].word.lemma in words("russian", "things", "heads")
    named = quoted or found.rule == "natasha"
    return named and line[at].word.lemma in words("russian", "things", "heads") and bool(line[at].word.nouns)


def _bracketed(line: Sequence[Token], found: list[Found]) -> Iterator[Found]:
    """The other name of an organisation, in brackets behind it: "(Amnesty International)", "(КЗЖ)"."""
    for each in found:
        at = each.end
        if at < len(line) and line[at].text in CLOSING:
            at += 1
        if at + 2 >= len(line) or line[at].text != "(" or not line[at + 1].is_capital:
            continue
        first = line[at + 1]
        end = latin(line, at + 1) if first.is_latin else at + 2
        closed = end < len(line) and line[end].text == ")" and (first.is_latin or acronym(first))
        if closed and acronym(first) not in words("russian", "acronyms", "other"):
            yield Found(at + 1, end, 0.85, "other name in brackets")
