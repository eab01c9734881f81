"""Organisations in Russian that no head noun tells: acronyms, legal forms, media, known names."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from app.suggesters.names.stretches import ADDRESS, Found, acronym, is_organisation, latin, name, quoted, run
from app.suggesters.names.tables import table, words
from app.suggesters.names.tokens import OPENING, Token


def abbreviated(line: Sequence[Token]) -> Iterator[Found]:
    """Yield acronyms with their land, legal forms with their name, words of power like Минфин."""
    capitals = sum(token.text.isupper() and len(token.text) > 1 for token in line)
    shouted = capitals > 3 and capitals > sum(token.is_word for token in line) / 2
    for at, token in enumerate(line):
        if not token.is_word or not token.is_capital or (shouted and not token.tag):
            continue
        bare = acronym(token)
        named = name(line, at + 1, "компания") if bare in words("russian", "acronyms", "legal") else 0
        if named > at + 1:
            end = _with_place(line, named) if acronym(line[named - 1]) else named
            yield Found(at, end, 0.9, "legal form and name")
        elif is_organisation(token, bare) if bare else _beginnings().fullmatch(token.text):
            end = _with_place(line, at + 1) if bare not in _WORLDWIDE else at + 1
            yield Found(_with_land(line, at, bare), end, 0.85, "abbreviation")


# A land behind these is where they act, not which of them it is.
_WORLDWIDE = frozenset({"ООН", "ЕС", "НАТО"})


def _with_place(line: Sequence[Token], end: int) -> int:
    """Return where "МВД России по Москве" ends, of which the first word ends at `end`."""
    if end < len(line) and line[end].tag == "LOC":
        end = run(line, end, "LOC")
    if end + 1 < len(line) and line[end].text == "по" and line[end + 1].tag == "LOC":
        end = run(line, end + 1, "LOC")
    return end


def _with_land(line: Sequence[Token], at: int, bare: str) -> int:
    """Return where "японский МИД" begins, of which the last word stands at `at`."""
    if at == 0 or not line[at - 1].is_word or (bare and bare not in words("russian", "acronyms", "state")):
        return at
    before = line[at - 1].word
    return at - bool(before.adjectives and before.lemma in words("russian", "adjectives", "national"))


@cache
def _beginnings() -> re.Pattern[str]:
    return re.compile("|".join(table("russian")["power"]["beginnings"]))


def known(line: Sequence[Token]) -> Iterator[Found]:
    """Yield names that are organisations wherever they stand, and addresses: Lenta.ru."""
    for at, token in enumerate(line):
        if ADDRESS.fullmatch(token.text):
            yield Found(at, at + 1, 0.8, "address")
        elif token.is_capital and token.tag != "PER" and _is_known(token):
            yield Found(at, at + 1, 0.8, "known name")


def _is_known(token: Token) -> bool:
    listed = words("russian", "media", "names")
    if token.is_latin and token.text in words("english", "organisations", "names"):
        return True
    return token.word.lemma in listed or token.text.lower() in listed


def reported(line: Sequence[Token]) -> Iterator[Found]:
    """Yield what a verb of media stands beside: "сообщает «Спорт»", "пишет The Independent"."""
    verbs = words("russian", "media", "verbs")
    for at, token in enumerate(line[:-1]):
        following = line[at + 1]
        named = following.text in OPENING or (following.is_latin and following.is_capital)
        if not named or not token.text.islower() or token.word.lemma not in verbs:
            continue
        if following.text in OPENING:
            end = quoted(line, at + 1)
            if at + 1 < end <= at + 7:
                yield Found(at + 2, end - 1, 0.7, "subject of a report")
        elif following.tag != "PER":
            yield Found(at + 1, latin(line, at + 1), 0.7, "subject of a report")
