"""The base forms a word in Cyrillic may have: Russian and Kazakh case endings taken off.

Nothing is looked up in a dictionary: a name may be any. So a word has several readings, most of them no
word at all; they do no harm, because two names are one only where their readings meet.
"""

import re
from collections.abc import Iterator

from app.names.word_lists import MEN, WOMEN

_CYRILLIC = re.compile("[а-яёәғқңөұүһі-]+")


def base_forms(word: str) -> Iterator[tuple[str, bool]]:
    """Give every base form the lower-case word may have, itself first, and whether it can be doubted.

    Doubted is one of which the word may be no case but another's name: `Ахметова` of Ахметов. A word that
    is not all Cyrillic is its own base form.
    """
    yield word, False
    if not _CYRILLIC.fullmatch(word):
        return
    yield from _russian(word)
    yield from _kazakh(word)
    head, hyphen, tail = word.rpartition("-")
    if hyphen and len(head) > _SHORTEST_STEM:  # both parts may be declined: Салтыкова-Щедрина
        for base, doubted in _russian(head):
            yield f"{base}-{tail}", doubted
            for last, doubted_too in _russian(tail):
                yield f"{base}-{last}", doubted or doubted_too


def is_mans_genitive(word: str) -> bool:
    """Tell whether the lower-case word is surely a man's given name or patronymic in the genitive."""
    return word.endswith(("овича", "евича")) or (
        word[-1] in "ая" and any(base in MEN for base, _ in base_forms(word))
    )


def without_ending(word: str) -> str:
    """Return the acronym or Latin word without a Kazakh ending set off by a hyphen or an apostrophe."""
    return _SET_OFF.sub(r"\1", word)


# ------------------------------------------------------------------------------------------- Russian

# Ending -> what base forms end in instead, after a consonant (C), a vowel (V) or either. Nouns and names of
# all declensions, surnames in -ов and -ин, adjectives.
_RUSSIAN: dict[str, tuple[tuple[str, str], ...]] = {
    "а": (("C", ""), ("C", "о")),
    "у": (("C", ""), ("C", "а"), ("C", "о")),
    "ом": (("C", ""), ("C", "о"), ("C", "ый"), ("C", "ий"), ("C", "ой"), ("C", "ое")),
    "ём": (("C", "ь"), ("V", "й")),
    "ем": (("C", ""), ("V", "й"), ("C", "ь"), ("C", "ий"), ("C", "ее")),
    "е": (("C", ""), ("C", "а"), ("C", "о"), ("C", "я"), ("V", "я"), ("V", "й"), ("C", "ь")),
    "ы": (("C", "а"),),
    "и": (("C", "а"), ("C", "я"), ("C", "ь"), ("V", "я"), ("V", "й"), ("V", "е")),
    "ой": (("C", "а"), ("C", "ая")),
    "ою": (("C", "а"),),
    "ей": (("C", "я"), ("V", "я"), ("C", "а"), ("C", "яя")),
    "ью": (("C", "ь"),),
    "я": (("V", "й"), ("C", "ь"), ("V", "е")),
    "ю": (("V", "й"), ("C", "ь"), ("C", "я"), ("V", "я"), ("V", "е")),
    "ым": (("C", ""), ("C", "ый"), ("C", "ой"), ("C", "ое")),
    "им": (("C", "ий"), ("C", "ое"), ("C", "ее")),
    "ого": (("C", "ый"), ("C", "ий"), ("C", "ой"), ("C", "ое")),
    "его": (("C", "ий"), ("C", "ее")),
    "ому": (("C", "ый"), ("C", "ий"), ("C", "ой"), ("C", "ое")),
    "ему": (("C", "ий"), ("C", "ее")),
    "ую": (("C", "ая"),),
    "юю": (("C", "яя"),),
}
_VOWEL_LETTERS = frozenset("аеёиоуыэюяәөұүі")
# What a man's genitive and a woman's name end in alike.
_WOMANLY = ("ова", "ева", "ёва", "ина", "ына", "ия")
_SHORTEST_STEM = 2
_IRREGULAR = {"павл": "павел", "льв": "лев", "петр": "пётр"}


def _russian(word: str) -> Iterator[tuple[str, bool]]:
    for length in (1, 2, 3):
        stem, ending = word[:-length], word[-length:]
        if len(stem) < _SHORTEST_STEM or stem[-1] == "й":
            continue
        after = "V" if stem[-1] in _VOWEL_LETTERS else "C"
        # A soft sign before the ending stays where the base form has one too (Илья, Татьяна).
        for place, base in _RUSSIAN.get(ending, ()):
            if place != after and not (stem[-1] == "ь" and base in ("я", "е")):
                continue
            made = stem + base
            yield made, _doubted(word, made)
            if not base:
                yield from ((full, False) for full in _filled(stem))


def _doubted(word: str, base: str) -> bool:
    """Whether the word, read as a case of `base`, may as well be another's name as it stands."""
    if word[-1] == "и" and base[-1] == "я":
        # `Али` is hardly of Аля, and would be taken for Алия, which is spelt alike in Latin letters.
        return word[-2] not in _VOWEL_LETTERS and word[-2] != "ь"
    if base in MEN or base.endswith(("о", "е")):
        return False
    return word.endswith(_WOMANLY) or word in WOMEN


def _filled(stem: str) -> Iterator[str]:
    """The base forms of a stem that has lost a vowel: Павл- is Павел, Кравц- is Кравец."""
    if stem in _IRREGULAR:
        yield _IRREGULAR[stem]
    elif len(stem) > _SHORTEST_STEM and stem[-1] in "цк" and stem[-2] not in _VOWEL_LETTERS:
        rest = stem[:-1].removesuffix("ь")
        yield f"{rest}е{stem[-1]}"
        if stem[-1] == "к":
            yield f"{rest}о{stem[-1]}"


# -------------------------------------------------------------------------------------------- Kazakh

# Case endings by the sound before them: after a vowel, after м н ң, after other voiced sounds, after
# voiceless ones (and the в and г of Russian surnames), after the possessive -ы and -і.
_AFTER_VOWEL = "аәеёиоөуұүыіэюя"
_NASALS = "мнң"
_VOICED = "лруйзжбвгд"
_VOICELESS = "пфктқсшщчцхһбвгд"
_POSSESSED = "ыі"
_KAZAKH: tuple[tuple[tuple[str, ...], str], ...] = (
    (("ның", "нің"), _AFTER_VOWEL + _NASALS),
    (("дың", "дің"), _VOICED),
    (("тың", "тің"), _VOICELESS),
    (("ға", "ге"), _AFTER_VOWEL + _NASALS + _VOICED),
    (("қа", "ке"), _VOICELESS),
    (("на", "не", "н", "нда", "нде"), _POSSESSED),
    (("ны", "ні"), _AFTER_VOWEL),
    (("ды", "ді"), _NASALS + _VOICED),
    (("ты", "ті"), _VOICELESS),
    (("да", "де"), _AFTER_VOWEL + _NASALS + _VOICED),
    (("та", "те"), _VOICELESS),
    (("дан", "ден"), _AFTER_VOWEL + _VOICED),
    (("тан", "тен"), _VOICELESS),
    (("нан", "нен"), _POSSESSED + _NASALS),
    (("мен",), _AFTER_VOWEL + _NASALS + _VOICED),
    (("бен",), "зж" + _NASALS),
    (("пен",), _VOICELESS),
)
_KAZAKH_ENDINGS = {ending: before for endings, before in _KAZAKH for ending in endings}
# After what is no Kazakh word the ending is set off: `ЕНПФ-тің`, `Chevron-ның`.
_SET_OFF = re.compile(f"([A-Z]\\w*|[^\\Wа-яәғқңөұүһі]+)[-’'](?:{'|'.join(_KAZAKH_ENDINGS)})$")
# An ending without Kazakh letters may be a part of a Russian word: what is left must be longer then.
_KAZAKH_LETTERS = frozenset("әғқңөұүһі")
_SHORTEST_PLAIN = 4


def _kazakh(word: str) -> Iterator[tuple[str, bool]]:
    for length in (1, 2, 3):
        base, ending = word[:-length], word[-length:]
        least = _SHORTEST_STEM if _KAZAKH_LETTERS & set(word) else _SHORTEST_PLAIN
        if len(base) >= least and base[-1] in _KAZAKH_ENDINGS.get(ending, ""):
            yield base, ending in ("да", "та") and word in WOMEN
