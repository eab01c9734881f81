"""A name taken apart: its words with their readings, what is quoted in it, whether it can be a person's."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from app.names.cases import base_forms, is_mans_genitive, without_ending
from app.names.folding import APOSTROPHES, fold
from app.names.word_lists import BARE_HEADS, BODY_BEGINNINGS, HEADS, LEGAL_FORMS, TITLES

_QUOTED = re.compile('[«"“„‘]+([^«»"“”„‘]+)[»"”“’]*')
_TOKEN = re.compile(r"[^\W_]+(?:['’ʼ‐‑-][^\W_]+)*\.?")
_HYPHENS = re.compile("[‐‑-]")
_POSSESSIVE = re.compile("['’]s?$")
# A given name does not end so: "Всемирный банк", "Южная Корея" is no person.
_ADJECTIVES = ("ый", "ое", "ные", "ная", "ская")
# A person has at most so many names.
_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name."""

    folded: str
    """As it stands."""
    readings: dict[str, bool]
    """Folded base forms; True for one that can be doubted (see `base_forms`)."""
    initial: bool
    capital: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A name, without titles and legal forms."""

    words: tuple[Word, ...]
    core: tuple[Word, ...]
    """The words without the head that may be left out ("party" before «Аманат»); none where there is none."""
    person: bool
    """Whether it can be a person's name, which may be shortened and turned round."""


@lru_cache(maxsize=1 << 13)
def parse(text: str) -> Name:
    """Take a name apart."""
    tokens = [found[0] for found in _TOKEN.finditer(text)]
    tokens = [token for token in tokens if token.rstrip(".").lower() not in TITLES]
    kept = [token for token in tokens if token.rstrip(".") not in LEGAL_FORMS] or tokens
    words = tuple(map(_word, kept))
    if any(is_mans_genitive(token.lower()) for token in kept):
        words = tuple(replace(word, readings=dict.fromkeys(word.readings, False)) for word in words)
    quoted = _QUOTED.search(text)
    heads, core = _parted(kept, quoted[1] if quoted else "")
    if heads and core:
        return Name(words, tuple(map(_word, core)), person=False)
    return Name(words, (), person=quoted is None and len(kept) == len(tokens) and _is_person(words, kept))


def _parted(tokens: Sequence[str], quoted: str) -> tuple[list[str], list[str]]:
    """Heads that may be left out, and what they are heads of; nothing where there are none."""
    inside = {found[0] for found in _TOKEN.finditer(quoted)}
    allowed = HEADS if quoted else BARE_HEADS
    heads = [token for token in tokens if token not in inside and _is_head(token, allowed)]
    core = [token for token in tokens if token not in heads]
    return (heads, core) if not quoted or inside.issuperset(core) else ([], [])


def _is_head(token: str, heads: frozenset[str]) -> bool:
    return any(base in heads for base, _ in base_forms(token.lower()))


def _is_person(words: Sequence[Word], tokens: Sequence[str]) -> bool:
    return (
        0 < len(words) <= _MOST_NAMES
        and all(word.capital and not word.folded.startswith(_bodies()) for word in words)
        and not _is_acronym(tokens[0])
        and not tokens[0].endswith(_ADJECTIVES)
        and not any(character.isdigit() for token in tokens for character in token)
    )


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(map(fold, BODY_BEGINNINGS))


def _is_acronym(token: str) -> bool:
    return token.isupper() and len(token) > 2 and "." not in token


@lru_cache(maxsize=1 << 14)
def _word(token: str) -> Word:
    plain = APOSTROPHES.sub("", _POSSESSIVE.sub("", without_ending(token.rstrip("."))))
    initial = plain[:1].isupper() and (len(plain) == 1 or (len(plain) == 2 and token.endswith(".")))
    lower = plain.lower()
    joined = _HYPHENS.sub("", lower)
    readings: dict[str, bool] = {}
    for base, doubted in base_forms(lower):
        key = fold(_HYPHENS.sub("", base))
        readings[key] = readings.get(key, True) and doubted
    return Word(fold(joined), readings, initial, plain[:1].isupper())
