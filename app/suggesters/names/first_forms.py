"""First forms of Russian names: "Иваном Ивановым" is Иван Иванов, "в Минфине" Минфин."""

import math
import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from app.lemmas import russian

_CYRILLIC = re.compile("[А-ЯЁа-яё-]+")
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_GENDERS = ("masc", "femn")
# How much likelier (as a logarithm) a reading as a name is, one whose first form the text has, a nominative.
_AS_NAME, _IN_TEXT, _NOMINATIVE, _GOVERNED = 3.0, 3.0, 0.5, 3.0
# `Токаеву` is to a man rather than for a woman; the news is of men more often.
_MAN = 0.7
# What it costs where a word cannot stand in the case and gender of the others.
_MISFIT = -8.0
# How likely a word that the dictionary lacks is the first form: in -а more than the guessed man's genitive.
_UNKNOWN, _UNKNOWN_IN_A = -2.5, -0.3
_GUESSED = -1.5
_ENDINGS = (("а", "gent"), ("а", "accs"), ("у", "datv"), ("ом", "ablt"), ("е", "loct"))
_SURNAME = re.compile("\\w+(?:[оеё]в|[иы]н)(?:а|у|ым|ом|е|ой|ою|ы|ых|ыми)?")


class _Reading(NamedTuple):
    """What one word of a person's name may be: a case, a gender, its first form and how likely it is."""

    case: str
    gender: str
    form: str
    score: float


def person(words: Sequence[str], attested: Collection[str], cases: Collection[str] = ()) -> str:
    """Return the first form of a person's name; `attested` are the words of the text in small letters.

    `cases` are those in which what stands before the name lets it stand ("gent", "ablt"); empty for any.

    All words of a name stand in one case and gender, which tells `Ивана Иванова` from `Елена Иванова`.
    """
    best, chosen = -math.inf, tuple(words)
    for case in _CASES:
        for gender in _GENDERS:
            score = _NOMINATIVE * (case == "nomn") + _MAN * (gender == "masc") + _GOVERNED * (case in cases)
            forms = []
            for word in words:
                fitting = [
                    (
                        reading.score
                        + _IN_TEXT * (reading.form != word and reading.form.lower() in attested),
                        reading.form,
                    )
                    for reading in _readings(word)
                    if reading.case == case and reading.gender in (gender, "")
                ]
                points, form = max(fitting, default=(_MISFIT, word))
                score += points
                forms.append(form)
            if score > best:
                best, chosen = score, tuple(forms)
    return " ".join(chosen)


@lru_cache(maxsize=4096)
def _readings(word: str) -> tuple[_Reading, ...]:
    """Return what a word of a person's name may be; an initial or a Latin word stands in any case."""
    if len(word) < 3 or not _CYRILLIC.fullmatch(word):
        return tuple(_Reading(case, "", word, 0.0) for case in _CASES)
    found = []
    for parse in russian.readings(word):
        tag = parse.tag
        if tag.POS not in {"NOUN", "ADJF"} or tag.number != "sing" or tag.case not in _CASES:
            continue
        if tag.gender == "neut" or "Geox" in tag or "Orgn" in tag:
            continue
        if "Name" in tag and not parse.is_known and _SURNAME.fullmatch(word):
            continue  # `Токаева` is guessed to be a woman's given name
        name = any(kind in tag for kind in ("Name", "Patr", "Surn"))
        gender = "" if "ms-f" in str(tag) else str(tag.gender or "")
        form = word if tag.case == "nomn" else _inflected(parse, word, {"nomn", "sing"})
        points = math.log(parse.score + 1e-3) + (_AS_NAME if name else 0.0)
        found.append(_Reading(str(tag.case), gender, form, points))
    if not any(parse.is_known for parse in russian.readings(word)):
        points = _UNKNOWN_IN_A if word[-1] in "ая" else _UNKNOWN
        found.append(_Reading("nomn", "", word, points))
        found += _guessed(word)
    if "-" in word and not any(reading.score > 0 for reading in found):
        return (*found, *_hyphenated(word))
    return tuple(found)


def _guessed(word: str) -> list[_Reading]:
    """Return the readings of an unknown word as a man's name in a consonant: "Досыма", "Досымом"."""
    return [
        _Reading(case, "masc", word[: -len(ending)], _GUESSED)
        for ending, case in _ENDINGS
        if word.endswith(ending) and word[-len(ending) - 1] not in "аеёиоуыэюяйь"
    ]


def _hyphenated(word: str) -> list[_Reading]:
    """Return the readings of a double name of which both parts are declined: "Салтыковым-Щедриным"."""
    head, _, tail = word.rpartition("-")
    return [
        _Reading(
            first.case, first.gender or last.gender, f"{first.form}-{last.form}", first.score + last.score
        )
        for first in _readings(head)
        for last in _readings(tail)
        if first.case == last.case and (first.gender == last.gender or not first.gender or not last.gender)
    ]


def phrase(words: Sequence[str]) -> str:
    """Return the first form of an organisation, a place or a post: its head and the adjectives before it.

    What follows the head stays as it is; so does a name in quotes, in Latin letters or in capitals.
    """
    head, parse = _head(words)
    if parse is None:
        return " ".join(words)
    tag = parse.tag
    wanted = {"nomn", str(tag.number)} | ({str(tag.gender)} if tag.number == "sing" and tag.gender else set())
    forms = list(words)
    if tag.case != "nomn":
        forms[head] = _inflected(parse, words[head], {"nomn", str(tag.number)})
    for index in range(head):
        adjective = _agreeing(words[index], parse)
        if adjective is not None:
            forms[index] = _inflected(adjective, words[index], wanted)
    return " ".join(forms)


def _head(words: Sequence[str]) -> tuple[int, Any]:
    """Return the first noun that has only adjectives before it which agree, and its reading or None."""
    for index, word in enumerate(words):
        if not _CYRILLIC.fullmatch(word) or (word.isupper() and len(word) > 1):
            return index, None
        parses = [parse for parse in russian.readings(word) if parse.tag.case in _CASES]
        nouns = [parse for parse in parses if parse.tag.POS == "NOUN"]
        fitting = [
            noun for noun in nouns if all(_agreeing(before, noun) is not None for before in words[:index])
        ]
        if fitting and not (parses[0].tag.POS == "ADJF" and index + 1 < len(words)):
            return index, fitting[0]
        if not any(parse.tag.POS in {"ADJF", "PRTF"} for parse in parses):
            return index, None
    return 0, None


def _agreeing(word: str, noun: Any) -> Any:
    """Return the reading of the word as an adjective in the noun's case, number and gender, or None."""
    for parse in russian.readings(word):
        tag = parse.tag
        if tag.POS not in {"ADJF", "PRTF"} or tag.case != noun.tag.case or tag.number != noun.tag.number:
            continue
        if tag.number == "plur" or tag.gender == noun.tag.gender:
            return parse
    return None


def _inflected(parse: Any, word: str, wanted: set[str]) -> str:
    """Return the word in another form, with the capitals that it has."""
    inflected = parse.inflect(wanted)
    if inflected is None:
        return word
    made = str(inflected.word)
    if "ё" in made and "ё" not in word.lower():
        made = made if "е" not in word.lower() else made.replace("ё", "е")
    if "-" in word and made.count("-") == word.count("-"):
        return "-".join(_cased(one, two) for one, two in zip(made.split("-"), word.split("-"), strict=True))
    return _cased(made, word)


def _cased(made: str, word: str) -> str:
    return made[:1].upper() + made[1:] if word[:1].isupper() else made
