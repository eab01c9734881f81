"""English inflection by rule, with the irregular words of news: plurals and tenses.

Possessives are no forms here: the `'s` is another word, and a search leaves it outside.
"""

import re
from functools import cache, lru_cache

from app.lemmas.spelling import folded

_VOWELS = "aeiou"
_POSSESSIVE = re.compile(r"(.*\w)(?:'s|(?<=s)')")
# A short word whose last consonant doubles before -ed and -ing: plan, planned.
_DOUBLING = re.compile(rf"[^{_VOWELS}]*[{_VOWELS}][^{_VOWELS}wxy]")
_IRREGULAR = """
be am is are was were been being|have has had having|do does did done doing|go goes went gone|say said
tell told|get got gotten|give gave given|take took taken|make made|come came|see saw seen
know knew known|think thought|find found|bring brought|buy bought|sell sold|build built
begin began begun beginning|become became|break broke broken|choose chose chosen|draw drew drawn
drive drove driven|fall fell fallen|feel felt|fight fought|fly flew flown|grow grew grown|hear heard
hold held|keep kept|lead led|leave left|lend lent|lose lost|mean meant|meet met|pay paid|rise rose risen
run ran|send sent|shoot shot|show shown|sit sat|speak spoke spoken|spend spent|stand stood
steal stole stolen|strike struck|teach taught|throw threw thrown|understand understood|win won
write wrote written|use used using|put|cut|set|hit|let|man men|woman women|child children|person people
foot feet|tooth teeth|mouse mice|life lives|wife wives|half halves|leaf leaves|knife knives
crisis crises|analysis analyses|medium media|datum data|bus buses|good better best|bad worse worst
"""


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """All forms that the rules do not give, by each of them; the dictionary form comes first."""
    entries = [tuple(entry.split()) for line in _IRREGULAR.split("\n") for entry in line.split("|") if entry]
    return {form: entry for entry in entries for form in entry}


@lru_cache(maxsize=4096)
def forms(word: str) -> frozenset[str]:
    """Return what may be a form of `word`, folded. A capital tells a name: it has a plural and no tenses."""
    plain = _without_possessive(folded(word))
    entry = _irregular().get(plain)
    if entry is not None:
        return frozenset({*entry, *_inflected(entry[0])})
    if word[:1].isupper():
        return frozenset({plain, *_singulars(plain), *_plurals(plain)})
    bases = _bases(plain) or [plain]
    return frozenset({plain, *bases, *(form for base in bases for form in _inflected(base))})


@lru_cache(maxsize=4096)
def lemma(word: str) -> str:
    """Return the likeliest dictionary form, folded."""
    plain = _without_possessive(folded(word))
    entry = _irregular().get(plain)
    if entry is not None:
        return entry[0]
    return plain if word[:1].isupper() else next(iter(_bases(plain)), plain)


def _without_possessive(word: str) -> str:
    found = _POSSESSIVE.fullmatch(word)
    return found[1] if found else word


def _bases(word: str) -> list[str]:
    """What the word may be a regular form of, likeliest first; nothing where it has no ending."""
    if singular := _singulars(word):
        return singular
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and re.search(f"[{_VOWELS}y]", stem):
            return [f"{stem[:-1]}y"] if ending == "ed" and stem.endswith("i") else _stripped(stem)
    return []


def _stripped(stem: str) -> list[str]:
    """What a verb without its -ed or -ing may be."""
    if stem[-1] == stem[-2]:
        return [stem] if stem[-1] in "slz" or len(stem) == 3 else [stem[:-1], stem]  # added; planned
    if _DOUBLING.fullmatch(stem):
        return [f"{stem}e"]  # hoping: of hop it would be hopping
    if re.fullmatch(r".*[cgsuvz]", stem):
        return [f"{stem}e", stem]
    return [stem, f"{stem}e"] if re.fullmatch(rf".*[^{_VOWELS}][{_VOWELS}][^{_VOWELS}wxy]", stem) else [stem]


def _singulars(word: str) -> list[str]:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return []
    if word.endswith("ies") and len(word) > 4:
        return [f"{word[:-3]}y"]
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return [word[:-2]]
    return [word[:-1]]


def _plurals(base: str) -> list[str]:
    if _ends_in_consonant_y(base):
        return [f"{base[:-1]}ies"]
    return [f"{base}es"] if base.endswith(("s", "x", "z", "ch", "sh")) else [f"{base}s"]


def _inflected(base: str) -> list[str]:
    """Plural or third person, past and -ing form, by rule."""
    if _ends_in_consonant_y(base):
        return [*_plurals(base), f"{base[:-1]}ied", f"{base}ing"]
    if base.endswith("e"):
        return [*_plurals(base), f"{base}d", f"{base[:-1]}ing"]
    stem = base + base[-1] if _DOUBLING.fullmatch(base) else base
    return [*_plurals(base), f"{stem}ed", f"{stem}ing"]


def _ends_in_consonant_y(base: str) -> bool:
    return len(base) > 2 and base.endswith("y") and base[-2] not in _VOWELS
