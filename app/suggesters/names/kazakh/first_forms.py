"""The first form of a Kazakh name: its last word without the case ending that the name ends in."""

import re
from functools import lru_cache

from app.lemmas import folded
from app.names.cases import base_forms, without_ending
from app.suggesters.names.kazakh.gazetteer import lists, name_endings

_CASES = frozenset(
    (
        *("ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "на", "не", "н"),
        *("ны", "ні", "ды", "ді", "ты", "ті", "да", "де", "та", "те", "нда", "нде"),
        *("дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен"),
    )
)
# Endings that names do not have of themselves: `Назарбаевтың`, `Болатқа`; those without ң only if enough is
# left (`Жорға` is no dative).
_SURE = frozenset(("ның", "нің", "дың", "дің", "тың", "тің", "ға", "қа", "ні", "ті"))
_SURE_BEHIND = 4
# Adjectives of a place: `Парламенттегі`.
_LOCATED = re.compile("(?:[дт]ағы|[дт]егі)$")
# Names that end like a word in the accusative: `Құдайберді`.
_PASTS = ("берді", "келді", "гелді", "алды", "болды", "тұрды")
_NAMES = "mKLO"
_HEADS = "okflT"
_HARDENED = {"б": "п", "г": "к", "ғ": "қ"}
# Letters of the shortest head with a possessive (`соты`), and of the shortest family name told by its end.
_LEAST_HEAD = 4
_LEAST_FAMILY = 5
_SIGNS = "»\"”’'"


def first_form(name: str, *, person: bool) -> str:
    """Return the name in its first form; empty where what ends it may be an ending or a part of it."""
    head, last = name[: name.rfind(" ") + 1], name[name.rfind(" ") + 1 :]
    if last.strip(_SIGNS) != last or not last[:1].isalpha():
        return name  # it closes with quotation marks or a number: nothing is declined
    if (bare := without_ending(last)) != last:  # `Air-дің`
        return head + bare
    ending = _ending(folded(last), person)
    return "" if ending is None else head + last[: len(last) - ending]


@lru_cache(maxsize=1 << 12)
def _ending(word: str, person: bool) -> int | None:
    """How many letters of the word are an ending; None where that cannot be told."""
    if word.endswith(_PASTS) or _is_listed(word) or _is_headed(word):
        return 0
    if located := _LOCATED.search(word):
        rest = located.start()
        return len(word) - rest + (word[:rest].endswith("н") and _is_headed(word[: rest - 1]))
    # The longest first: `сотында` is `соты` with -нда rather than `сотын` with -да.
    bases = sorted({base for base, _ in base_forms(word) if word.startswith(base)}, key=len)
    bases = [base for base in bases if word[len(base) :] in _CASES]
    if person:
        for base in bases:
            if base.endswith(name_endings()["P"]):
                return len(word) - len(base)
        if _is_family_name(word):
            return 0
    for base in bases:
        sure = word[len(base) :] in _SURE and (len(base) >= _SURE_BEHIND or word.endswith("ң"))
        if sure or _is_listed(base) or _is_headed(base) or (person and _is_family_name(base, "FPQ")):
            return len(word) - len(base)
    return None if bases else 0


def _is_listed(word: str) -> bool:
    return any(word in lists()[flag] for flag in _NAMES + _HEADS)


def _is_headed(word: str) -> bool:
    """Whether it is the head of an organisation, a place or a post in the possessive: `министрлігі`."""
    if word[-1:] not in {"ы", "і"} or len(word) < _LEAST_HEAD:
        return False
    noun = word[:-1]
    nouns = {noun, noun[:-1] + _HARDENED.get(noun[-1], noun[-1]), noun.removesuffix("с")}
    return any(not nouns.isdisjoint(lists()[flag]) for flag in _HEADS)


def _is_family_name(word: str, flags: str = "FP") -> bool:
    return len(word) >= _LEAST_FAMILY and any(word.endswith(name_endings()[flag]) for flag in flags)
