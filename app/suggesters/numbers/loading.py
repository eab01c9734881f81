"""Reads a grammar from its tables in `grammars/`, once a language."""

import itertools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from app.suggesters.numbers.forms import Classes, classes, ending_pattern, phrases
from app.suggesters.numbers.grammar import Grammar, Kind, Lexeme, Unit
from app.suggesters.numbers.phrases import Backwards, Endings, Phrases, Stems

_TABLES = Path(__file__).parent / "grammars"
# A Kazakh text quotes Russian and counts in Russian units: its grammar stands on the Russian one.
_STANDS_ON = {"kk": "ru"}

# Which table holds which kind of number word: (kind, ordinal, plural).
_LEXEMES = {
    "atoms": (Kind.ATOM, False, False),
    "hundreds": (Kind.HUNDRED, False, False),
    "plural_hundreds": (Kind.HUNDRED, False, True),
    "scales": (Kind.SCALE, False, False),
    "plural_scales": (Kind.SCALE, False, True),
    "wholes": (Kind.WHOLE, False, False),
    "approximate": (Kind.WHOLE, False, True),
    "plurals": (Kind.PLURAL, False, True),
    "fractions": (Kind.FRACTION, False, False),
    "times": (Kind.TIMES, False, False),
    "ordinals": (Kind.ATOM, True, False),
    "ordinal_hundreds": (Kind.HUNDRED, True, False),
    "ordinal_scales": (Kind.SCALE, True, False),
}
_LISTS = {
    "words": "weak isolated_only bare_never denied vague fraction_endings aged not_aged aged_before ratio "
    "ones_of article several minus coordination at_end whole_part point and of "
    "ordinal_suffixes cardinal_suffixes decade_suffixes collective_endings "
    "approximate_suffixes denominator_endings",
    "context": "prepositions amount_heads amount_tails people_heads date_prepositions year_words "
    "plural_years era_words era_short era_singular age_before age_after old compared identifiers "
    "identifier_strong identifiers_after scores one_of inverted inverted_few inverted_by "
    "inverted_scales few period_parts skipped function_words clock_before clock_heads seasons "
    "streets rounds",
    "ordinal_words": "nouns idioms determiners determined ranked",
    "ranges": "joins range_from range_to range_between range_and",
}
_PHRASES = ("and_half", "below_zero", "clock_words")


class _Source(NamedTuple):
    """The tables of one language with their own classes; a grammar is made of one or two of them."""

    tables: Mapping[str, Any]
    units: Mapping[str, str]
    classes: Classes

    def rows(self, table: str) -> Iterator[tuple[str, tuple[str, ...], bool]]:
        """Yield the key, the tokens and the stem flag of every form in a table."""
        for key, listed in self.tables.get(table, {}).items():
            for tokens, stem in phrases(listed, self.classes):
                yield key, tokens, stem


@cache
def load(language: str) -> Grammar:
    """Return the grammar of "ru", "kk" or "en"."""
    sources = _sources(language)
    own = sources[-1].tables
    endings = ending_pattern(own["endings"]) if "endings" in own else None
    prefixes = {tokens[0]: _number(key) for s in sources for key, tokens, _ in s.rows("compound_prefixes")}
    half_words = _half_words(sources)
    lexemes = _lexemes(sources)
    small_seeds = frozenset(f"{own['words'].get('article', '')} {own['words'].get('point', '')}".split())
    return Grammar(
        language=language,
        comma=own["decimal"] == ",",
        pairs=own.get("pairs", False),
        ten_joins=own.get("ten_joins", False),
        lexemes=lexemes,
        units=_units(sources, endings),
        before=Backwards((tokens, key) for s in sources for key, tokens, _ in s.rows("before")),
        after=_phrases(sources, "after", endings),
        months=_months(sources, endings),
        compounds=_compounds(sources, endings),
        compound_prefixes=prefixes,
        half_words=half_words,
        seeds=frozenset({*lexemes, *half_words, *small_seeds}),
        small_seeds=small_seeds,
        heads=frozenset(word[:3] for word in (*prefixes, *half_words)),
        tenths={tokens[0]: 1 / _number(key) for s in sources for key, tokens, _ in s.rows("tenths")},
        glued={tokens[0]: _number(key) for key, tokens, _ in sources[-1].rows("glued_scales")},
        money_glued={tokens[0]: _number(key) for key, tokens, _ in sources[-1].rows("money_scales")},
        changes=tuple(" ".join(s.tables["context"].get("changes", "") for s in sources).split()),
        person=_unit("person"),
        mass_pound=_unit("pound"),
        phrases={name: _listed(sources, name, endings) for name in _PHRASES},
        sets={
            name: _set(sources, table, name, endings)
            for table, names in _LISTS.items()
            for name in names.split()
        },
    )


@cache
def units() -> Mapping[str, Unit]:
    """Return the units of units.toml by name."""
    return {
        name: Unit(
            name,
            kind,
            row.get("family", ""),
            Decimal(str(row.get("size", 0))),
            row.get("calendar", 0),
            row.get("minor", ""),
        )
        for kind, rows in _toml("units").items()
        for name, row in rows.items()
    }


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((_TABLES / f"{name}.toml").read_text(encoding="utf-8"))


def _sources(language: str) -> tuple[_Source, ...]:
    tables = _toml(language)
    own = _Source(tables, _toml(f"{language}.units"), classes(tables.get("classes", {})))
    base = _STANDS_ON.get(language)
    return (*_sources(base), own) if base else (own,)


def _number(text: str) -> Decimal:
    """Read a value as tables write it: 1.5, 1e6, 1_3 (a third)."""
    over, _, under = text.partition("_")
    return Decimal(over) / Decimal(under) if under else Decimal(over)


def _unit(name: str) -> Unit:
    return units().get(name) or Unit(name, "count")


def _lexemes(sources: Sequence[_Source]) -> dict[str, Lexeme]:
    """Return every form of every number word; every word of a text is looked up, so all are written out."""
    found: dict[str, Lexeme] = {}
    for source in sources:
        endings = _numeral_endings(source.tables)
        for table, (kind, ordinal, plural) in _LEXEMES.items():
            for key, tokens, stem in source.rows(table):
                lexeme = Lexeme(kind, _number(key), ordinal, plural)
                word = "".join(tokens)
                found.update((word + ending, lexeme) for ending in (endings if stem else ("",)))
        for word in source.tables["words"].get("never", "").split():
            found.pop(word, None)
    return {**_run_together(found), **found} if sources[-1].tables.get("pairs") else found


def _run_together(lexemes: Mapping[str, Lexeme]) -> dict[str, Lexeme]:
    """Return twentyone, twentyfirst and the like, as careless English writes them."""
    tens = [
        (w, x) for w, x in lexemes.items() if x.kind is Kind.ATOM and 20 <= x.value < 100 and not x.ordinal
    ]
    ones = [(w, x) for w, x in lexemes.items() if x.kind is Kind.ATOM and 1 <= x.value < 10]
    return {
        ten + one: Lexeme(Kind.ATOM, high.value + low.value, low.ordinal)
        for ten, high in tens
        for one, low in ones
    }


def _numeral_endings(tables: Mapping[str, Any]) -> tuple[str, ...]:
    endings = tables.get("endings")
    if not endings:
        return ("",)
    possessive, case = (["", *endings[part].split()] for part in ("possessive", "case"))
    return tuple(map("".join, itertools.product(possessive, case)))


def _units(sources: Sequence[_Source], endings: Endings) -> Phrases[Unit]:
    found: Phrases[Unit] = Phrases(endings)
    for kind, rows in _toml("units").items():
        for name, row in rows.items():
            code = f" {name}" if kind == "money" and name.isupper() else ""
            for tokens, _ in phrases(row.get("signs", "") + code, {}):
                found.add(tokens, False, _unit(name))
    for source in sources:
        for name, listed in source.units.items():
            for tokens, stem in phrases(listed, source.classes):
                found.add(tokens, stem, _unit(name))
    return found


def _phrases(sources: Sequence[_Source], table: str, endings: Endings) -> Phrases[str]:
    found: Phrases[str] = Phrases(endings)
    for source in sources:
        for key, tokens, stem in source.rows(table):
            found.add(tokens, stem, key)
    return found


def _listed(sources: Sequence[_Source], name: str, endings: Endings) -> Phrases[bool]:
    found: Phrases[bool] = Phrases(endings)
    for source in sources:
        for tokens, stem in phrases(source.tables["words"].get(name, ""), source.classes):
            found.add(tokens, stem, True)
    return found


def _months(sources: Sequence[_Source], endings: Endings) -> Stems[int]:
    found: Stems[int] = Stems(endings)
    for source in sources:
        for key, tokens, stem in source.rows("months"):
            found.add(tokens[0], int(key), stem)
    return found


def _compounds(sources: Sequence[_Source], endings: Endings) -> Stems[Unit]:
    found: Stems[Unit] = Stems(endings)
    for source in sources:
        for key, tokens, stem in source.rows("compounds"):
            found.add(tokens[0], _unit(key), stem)
    return found


def _half_words(sources: Sequence[_Source]) -> dict[str, Unit]:
    return {tokens[0]: _unit(key) for s in sources for key, tokens, _ in s.rows("half_words")}


def _set(sources: Sequence[_Source], table: str, name: str, endings: Endings) -> Stems[bool]:
    found: Stems[bool] = Stems(endings)
    for source in sources:
        for tokens, stem in phrases(source.tables[table].get(name, ""), source.classes):
            found.add("".join(tokens), True, stem)
    return found
