"""What the recogniser is told about each word of a sentence, in training and in use alike.

A feature is a short string. Most are of one word and are made once for it; the others join neighbours, or
look further: to quotation marks, and to the head that closes a title or a name ("... даму министрінің").
The model knows features by their text: after any change here, train it anew (script/train-names).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.lemmas import folded, kazakh
from app.suggesters.names.kazakh.gazetteer import lists, name_endings

# Lists whose words are heads: a title, a body or a place may begin that many words before its head.
_HEADS = "TokfK"
_REACH = 7
_OPENING, _CLOSING, _EITHER = "«“„‹", "»”›", "\"'"
_CLAUSE_ENDS = frozenset(".!?…;:")
_LONGEST_QUOTE = 6
_LEAST_FAMILY = 5
# Adjectives of a place: `Парламенттегі`, `Алматыдағы`.
_LOCATED = re.compile("(.{2,})(?:[дт]ағ[ыі]|[дт]егі)$")
# The ending of a word: genitive, dative, accusative, locative, ablative, instrumental, adjective,
# possessive. Roughly: by its last letters alone.
_CASES = (
    ("g", re.compile("[ндт][ыі]ң$")),
    ("d", re.compile("(?:[ғқ]а|[гк]е|на|не)$")),
    ("a", re.compile("[ндт][ыі]$")),
    ("l", re.compile("[дт][ае]$")),
    ("b", re.compile("[ндт][ае]н$")),
    ("i", re.compile("[мбп]ен$")),
    ("j", re.compile("(?:[дт]ағ[ыі]|[дт]егі|л[ыі][қк])$")),
    ("p", re.compile("[ыі]$")),
)
_LEAST_DECLINED = 4
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word by itself."""

    folded: str
    stem: str
    shape: str
    case: str
    """One letter for its ending, as far as it tells."""
    flags: str
    """One letter for each list of the gazetteer that has it."""
    own: tuple[str, ...] = ()
    """Its features."""
    near_before: tuple[str, ...] = ()
    far_before: tuple[str, ...] = ()
    """What the next word, and the one after that, are told of it."""
    near_behind: tuple[str, ...] = ()
    far_behind: tuple[str, ...] = ()
    """What the word before it, and the one before that, are told."""


_START = _Word("", "<", "<", "<", "<", near_before=("-<",), far_before=("=<",))
_END = _Word("", ">", ">", ">", ">", near_behind=("+>",), far_behind=("*>",))


def features(words: Sequence[str]) -> list[list[str]]:
    """Return the features of each word (or sign) of a sentence, as it is written."""
    known = [_START, _START, *map(_word, words), _END, _END]
    quoted, heads = _quoted(words), _heads(known[2:-2])
    return [
        [*known[at + 2].own, *quoted[at], *heads[at], *_around(*known[at : at + 5])]
        for at in range(len(words))
    ]


def _around(before: _Word, last: _Word, word: _Word, following: _Word, behind: _Word) -> list[str]:
    """What the two words on either side tell of a word, and what they tell together."""
    row = [
        *before.far_before,
        *last.near_before,
        *following.near_behind,
        *behind.far_behind,
        f"bb{last.stem}|{word.stem}",
        f"bn{word.stem}|{following.stem}",
        f"ss{last.shape}|{word.shape}|{following.shape}",
        f"s5{before.shape}{last.shape}|{word.shape}|{following.shape}{behind.shape}",
        f"gg{last.flags}|{word.flags}|{following.flags}",
        f"gb{last.flags}{last.shape}|{word.shape}{word.flags}",
        f"gn{word.flags}{word.shape}|{following.shape}{following.flags}",
        f"bg{last.stem}|{word.flags}{word.shape}",
        f"ng{following.stem}|{word.flags}{word.shape}",
        f"cc{last.case}{last.flags}|{word.case}{word.flags}{word.shape}",
        f"cn{word.case}{word.flags}|{following.case}{following.shape}",
        f"ca{last.case}{last.shape}|{word.case}{word.shape}|{following.case}{following.shape}",
        f"cb{last.stem}{last.case}|{word.shape}",
    ]
    if last is _START:
        row += (f"first{word.shape}", f"first{word.flags}")
    return row


def _heads(words: Sequence[_Word]) -> list[list[str]]:
    """The nearest head behind each word in its clause: how far and which; of a head, what follows it."""
    found: list[list[str]] = [[] for _ in words]
    for kind in _HEADS:
        head, far, comma = "", _REACH, ""
        for at in range(len(words) - 1, -1, -1):
            word = words[at]
            far += 1
            if word.folded in _CLAUSE_ENDS or "v" in word.flags:
                far = _REACH + 1
            elif word.folded == ",":
                comma = ","
            if far <= _REACH:
                found[at] += (
                    f"h{kind}{far}{comma}",
                    f"h{kind}{head}",
                    f"h{kind}{comma}{word.shape}{word.flags}",
                )
            if kind in word.flags:
                after = words[at + 1] if at + 1 < len(words) else _END
                head, far, comma = f"{word.stem}{word.case}", 0, ""
                found[at].append(f"h{kind}0{after.shape}{after.flags}")
    return found


def _quoted(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Of each word in quotation marks: how much they hold, whether it is first or last, what follows them."""
    found: list[tuple[str, ...]] = [()] * len(words)
    begin = -1
    for at, word in enumerate(words):
        if word in _OPENING or (word in _EITHER and begin < 0):
            begin = at
        elif begin >= 0 and (word in _CLOSING or word in _EITHER):
            size = min(at - begin - 1, _LONGEST_QUOTE)
            after = _word(words[at + 1]) if at + 1 < len(words) else _END
            for inside in range(begin + 1, at):
                place = ("B" if inside == begin + 1 else "") + ("E" if inside == at - 1 else "")
                found[inside] = (f"q{size}", f"q{place}", f"qa{after.stem}", f"qf{after.flags}")
            begin = -1
    return found


@lru_cache(maxsize=1 << 14)
def _word(word: str) -> _Word:
    plain = folded(word)
    stems = _stems(plain)
    stem = min(stems, key=lambda each: (len(each), each))
    shape = _shape(word)
    flags = _flags(stems, shape)
    case = next(
        (name for name, ending in _CASES if len(plain) >= _LEAST_DECLINED and ending.search(plain)), ""
    )
    near = [f"w{plain}", f"k{stem}", f"a{shape}", f"g{flags}", f"e{plain[-3:]}", f"e{plain[-2:]}"]
    far = [f"k{stem}", f"a{shape}", f"g{flags}"]
    return _Word(
        plain,
        stem,
        shape,
        case,
        flags,
        own=_own(plain, stem, shape, flags),
        near_before=tuple(f"-{each}" for each in near),
        far_before=tuple(f"={each}" for each in far),
        near_behind=tuple(f"+{each}" for each in near),
        far_behind=tuple(f"*{each}" for each in far),
    )


def _own(plain: str, stem: str, shape: str, flags: str) -> tuple[str, ...]:
    size = len(plain)
    own = [f"w{plain}", f"k{stem}", f"a{shape}", f"g{flags}", f"ga{flags}{shape}"]
    own += [f"p{plain[:length]}" for length in range(1, 6) if length < size]
    own += [f"e{plain[-length:]}" for length in range(1, 6) if length < size]
    own += [f"E{shape[:2]}{plain[-length:]}" for length in (2, 3) if length < size]
    own += [f"f{flag}" for flag in flags]
    own += [f"i{part}" for part in plain.split("-")[1:]]
    if stem != plain:
        own += [f"d{plain.removeprefix(stem)}"]
        own += [f"t{stem[-length:]}" for length in (2, 3, 4) if length < len(stem)]
    return tuple(own)


def _stems(plain: str) -> frozenset[str]:
    located = _LOCATED.match(plain)
    return kazakh.stems(located[1] if located else plain) | {plain}


def _flags(stems: frozenset[str], shape: str) -> str:
    found = [flag for flag, listed in lists().items() if not stems.isdisjoint(listed)]
    if shape[0] in "XA":
        for flag, endings in name_endings().items():
            if any(stem.endswith(endings) and len(stem) >= _LEAST_FAMILY for stem in stems):
                found.append(flag)
    return "".join(found)


def _shape(word: str) -> str:
    """`Xx` for a capitalised word, `A` for an acronym, `x`, `0`, a sign itself; `l` behind it for Latin."""
    first = word[0]
    if not (first.isalnum() or len(word) > 1):
        return first
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        return "0" if any(map(str.isdigit, word)) else first
    if not letters[0].isupper():
        kind = "x"
    elif len(letters) == 1:
        kind = "X1"
    elif all(map(str.isupper, letters)):
        kind = "A"
    elif sum(map(str.isupper, letters)) > 1:
        kind = "X-" if "-" in word else ("X." if "." in word else "XX")
    else:
        kind = "X"
    return kind + ("0" if first.isdigit() else "") + ("l" if _LATIN.search(word) else "")
