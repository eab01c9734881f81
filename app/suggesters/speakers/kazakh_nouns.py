"""Kazakh nouns that name sources, in the forms they take: plural, possessive, case."""

import re
from functools import cache, lru_cache

from app.suggesters.attribution import SourceKind
from app.suggesters.speakers.lexicon import folded, lexicon

# Plural, possessive and case stand in this order behind the stem (any school grammar of Kazakh).
_ENDINGS = re.compile(
    r"(?:лар|лер|дар|дер|тар|тер)?(?:ымыз|іміз|мыз|міз|сы|сі|ы|і)?"
    r"(?P<case>ның|нің|дың|дің|тың|тің|нан|нен|дан|ден|тан|тен|нда|нде|да|де|та|те|на|не|ға|ге|қа|ке|а|е|ны|ні|ды|ді|ты|ті|н)?"
)
_GENITIVE = ("ның", "нің", "дың", "дің", "тың", "тің")
_ABLATIVE = ("нан", "нен", "дан", "ден", "тан", "тен")
_LOCATIVE = ("нда", "нде", "да", "де", "та", "те")
# Many by meaning, without a plural ending.
_COLLECTIVES = frozenset({"жұртшылық", "жұртшылығ", "ел", "халық", "халқ", "қоғам", "тергеу", "топ", "тоб"})
_VOICED = {"к": "г", "қ": "ғ", "п": "б"}
_SET_OFF = re.compile(r"(.+?)[-’'](\w{1,5})")


@lru_cache(maxsize=8192)
def source_noun(word: str) -> tuple[SourceKind | None, str]:
    """Return what kind of source the word names (None: no source) and its case.

    Cases are "nomn", "gent", "ablt", "loct" and "other".
    """
    low = folded(word)
    parts = _SET_OFF.fullmatch(low)
    if parts is not None and parts[1] in _stems():
        return _stems()[parts[1]], case_of(parts[2])
    for length in range(len(low), 1, -1):
        kind = _stems().get(low[:length])
        if kind is None:
            continue
        ending = _ENDINGS.fullmatch(low[length:])
        if ending is not None:
            plural = low[length : length + 3] in ("лар", "лер", "дар", "дер", "тар", "тер")
            if kind in ("person", "group") and low[:length] not in _COLLECTIVES:
                kind = "group" if plural else "person"
            return kind, case_of(ending["case"] or "")
    return None, ""


def case_of(ending: str) -> str:
    """The case an ending stands for."""
    if ending in _GENITIVE:
        return "gent"
    if ending in _ABLATIVE:
        return "ablt"
    if ending in _LOCATIVE:
        return "loct"
    return "other" if ending else "nomn"


def without_case(word: str, case: str) -> str:
    """The word without the ending of the case: `министрліктің` is министрлік."""
    endings = {"gent": _GENITIVE, "ablt": _ABLATIVE, "loct": _LOCATIVE}.get(case, ())
    for ending in endings:
        if word.lower().endswith(ending) and len(word) - len(ending) > 2:
            return word[: -len(ending)].rstrip("-’'")
    return word


@cache
def _stems() -> dict[str, SourceKind]:
    found: dict[str, SourceKind] = {}
    table = lexicon("kk")
    persons: dict[str, SourceKind] = dict.fromkeys(
        map(folded, table.table["kinds"]["person"].split()), "person"
    )
    for stem, kind in {**table.kinds, **persons}.items():
        found[stem] = "person" if stem in persons else kind
        if stem[-1] in _VOICED:
            found.setdefault(stem[:-1] + _VOICED[stem[-1]], found[stem])
        if stem == "орын" or stem.endswith("орын"):
            found.setdefault(stem[:-2] + "н", found[stem])
    return found
