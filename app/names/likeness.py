"""Compares two names that were taken apart."""

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import permutations

from app.names.parse import Name, Word, parse
from app.names.word_lists import MAYBE_SURNAMES, PATRONYMICS, SURNAMES


class Likeness(IntEnum):
    """How likely it is that two names mean one."""

    NONE = 0
    POSSIBLE = 1
    """`Ахметова` may be Ахметов's genitive or a woman; a given name alone; another spelling."""
    LIKELY = 2
    """One says less than the other: surname alone, initials, no patronymic, no "party" before «Аманат»."""
    SAME = 3
    """The same words in any case, script and, of a person, order."""


@lru_cache(maxsize=1 << 14)
def same_name(left: str, right: str) -> Likeness:
    """Tell how likely the two name one person or body. Symmetric.

    A woman's surname is kept apart from a man's: `Ахметов` and `Ахметова` are at most possible, unless
    another word shows the genitive (`Асет Ахметов`, `Асета Ахметова`).
    """
    one, other = parse(left), parse(right)
    if not one.words or not other.words:
        return Likeness.NONE
    found = max(_whole(one, other), _of_persons(one, other), _of_bodies(one, other))
    return found or _misspelt(one, other)


class _Match(IntEnum):
    """How two words agree."""

    NO = 0
    INITIAL = 1
    DOUBTED = 2
    CASE = 3
    """In different cases, and no woman's name."""
    SAME = 4


def _match(one: Word, other: Word) -> _Match:
    if one.initial or other.initial:
        return _initials(one, other)
    if one.folded == other.folded:
        return _Match.SAME
    shared = one.readings.keys() & other.readings.keys()
    if not shared:
        return _Match.NO
    sure = any(not one.readings[reading] and not other.readings[reading] for reading in shared)
    return _Match.CASE if sure else _Match.DOUBTED


def _initials(one: Word, other: Word) -> _Match:
    if one.initial and other.initial:
        return _Match.INITIAL if one.folded == other.folded else _Match.NO
    initial, word = (one, other) if one.initial else (other, one)
    # "Y." stands for Yerlan as well as Yury: the first is folded into "erlan".
    letters = ("i", "e") if initial.folded == "i" else (initial.folded,)
    return _Match.INITIAL if word.folded.startswith(letters) else _Match.NO


def _whole(one: Name, other: Name) -> Likeness:
    """The same words in the same order, or run together."""
    if [word.folded for word in one.words] == [word.folded for word in other.words]:
        return Likeness.SAME
    if len(one.words) == len(other.words):
        return _verdict([_match(a, b) for a, b in zip(one.words, other.words, strict=True)])
    joined = ["".join(word.folded for word in name.words) for name in (one, other)]
    return Likeness.SAME if joined[0] == joined[1] else Likeness.NONE


def _verdict(matches: Sequence[_Match]) -> Likeness:
    """What the words of the shorter name, all of them, say together."""
    if _Match.NO in matches or all(match is _Match.INITIAL for match in matches):
        return Likeness.NONE
    if _Match.DOUBTED in matches and _Match.CASE not in matches:
        return Likeness.POSSIBLE
    return Likeness.LIKELY if _Match.INITIAL in matches else Likeness.SAME


def _of_persons(one: Name, other: Name) -> Likeness:
    """Names of persons: in any order, the shorter one with the surname or two names of the longer."""
    if not (one.person and other.person):
        return Likeness.NONE
    short, long = sorted((one, other), key=lambda name: len(name.words))
    table = [[_match(word, there) for there in long.words] for word in short.words]
    if not all(map(any, table)):
        return Likeness.NONE
    surname = _surname(long.words)
    best = Likeness.NONE
    for order in permutations(range(len(long.words)), len(short.words)):
        matches = [row[i] for row, i in zip(table, order, strict=True)]
        found = _verdict(matches)
        if len(short.words) < len(long.words):
            full = sum(match is not _Match.INITIAL for match in matches)
            named = surname in order and matches[order.index(surname)] is not _Match.INITIAL
            found = min(found, Likeness.LIKELY if named or full > 1 else Likeness.POSSIBLE)
        best = max(best, found)
    return best


def _surname(words: Sequence[Word]) -> int:
    """Which of a person's names is the surname."""
    full = [i for i, word in enumerate(words) if not word.initial] or [0]
    first, last = full[0], full[-1]

    def ends(i: int, endings: tuple[str, ...]) -> bool:
        return any(reading.endswith(endings) for reading in words[i].readings)

    if len(full) < len(words):  # with initials, the word that is none
        return last
    if len(full) > 2 and ends(last, PATRONYMICS):  # Ахметов Асет Болатович
        return first
    if ends(first, SURNAMES) and not ends(last, MAYBE_SURNAMES):
        return first
    return last


def _of_bodies(one: Name, other: Name) -> Likeness:
    """Names of which one has a head that the other leaves out, or two have different heads."""
    if not (one.core or other.core):
        return Likeness.NONE
    left, right = one.core or one.words, other.core or other.words
    if len(left) != len(right):
        return Likeness.NONE
    found = _verdict([_match(a, b) for a, b in zip(left, right, strict=True)])
    return min(found, Likeness.POSSIBLE if one.core and other.core else Likeness.LIKELY)


_VOWELS_OUT = str.maketrans("", "", "aeiou")
# Consonants a name needs for its vowels to be left out of account.
_FEWEST_CONSONANTS = 4


def _misspelt(one: Name, other: Name) -> Likeness:
    """Whether the names differ in vowels inside the words only: Трамп and Trump, Өмірзақ and Умирзак."""
    bones = [[_bones(word) for word in name.words] for name in (one, other)]
    consonants = sum(len(word) - 2 for word in bones[0])
    alike = bones[0] == bones[1] and consonants >= _FEWEST_CONSONANTS
    return Likeness.POSSIBLE if alike else Likeness.NONE


def _bones(word: Word) -> str:
    """The word's consonants, and its last two letters as written: they tell man from woman."""
    folded = word.folded
    start = "-" if folded.startswith(("a", "e", "i", "o", "u")) else ""
    return f"{start}{folded.translate(_VOWELS_OUT)}{folded[-2:]}"
