"""The words of each language, as data: verbs and phrases of saying, nouns of those who say it, stances."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.suggesters.attribution import Epistemic, SourceKind

_TABLES = Path(__file__).parent
_KINDS: tuple[SourceKind, ...] = ("organisation", "document", "anonymous", "group")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying."""

    lemma: str
    group: str
    frames: frozenset[str]
    """Of `that`, `quote`, `about`, `tail`."""
    stance: Epistemic | None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of one language."""

    verbs: dict[str, Verb]
    table: dict[str, Any]
    kinds: dict[str, SourceKind]
    """Of the nouns that name sources."""
    rumour: re.Pattern[str]
    hedge: re.Pattern[str]
    denial: re.Pattern[str]
    furniture: tuple[str, ...]


@cache
def lexicon(language: str) -> Lexicon:
    """Read the tables of "ru", "kk" or "en", once."""
    table = tomllib.loads((_TABLES / f"{language}.toml").read_text(encoding="utf-8"))
    verbs = {
        folded(word): Verb(folded(word), group, frozenset(rows.get("frames", ())), rows.get("stance"))
        for group, rows in table["verbs"].items()
        for word in rows["words"].split()
    }
    kinds: dict[str, SourceKind] = {}
    for kind in _KINDS:
        for word in table["kinds"].get(kind, "").split():
            kinds.setdefault(folded(word), kind)
    return Lexicon(
        verbs=verbs,
        table=table,
        kinds=kinds,
        rumour=_any_of(alternatives(table["stance"]["rumour"])),
        hedge=_any_of(alternatives(table["stance"]["hedge"])),
        denial=re.compile(table["stance"]["denial"].replace("\n", ""), re.IGNORECASE),
        furniture=tuple(alternatives(table["furniture"]["beginnings"])),
    )


@cache
def word_set(language: str, name: str) -> frozenset[str]:
    """A set of small words of a language, folded."""
    return frozenset(map(folded, lexicon(language).table["words"][name].split()))


def folded(word: str) -> str:
    """Lower case, without the dots of ё."""
    return word.lower().replace("ё", "е")


def alternatives(rows: str) -> list[str]:
    """The phrases of a table, parted by bars and line breaks."""
    return [part.strip() for row in rows.splitlines() for part in row.split("|") if part.strip()]


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE)
