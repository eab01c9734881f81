"""The word lists of gazetteer.toml, each under one letter, and the endings of family and father's names."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from app.lemmas import folded

_FILE = Path(__file__).parent / "gazetteer.toml"
# Flag -> table and lists.
_LISTS = {
    "m": "given kazakh_men kazakh_women russian foreign",
    "K": "places kazakhstan world",
    "L": "places landforms",
    "k": "places heads",
    "l": "places land_heads",
    "f": "places facility_heads",
    "o": "organisations heads",
    "O": "organisations known",
    "T": "positions heads",
    "t": "positions beginnings",
    "c": "positions courtesy",
    "v": "verbs saying",
    "z": "words openers",
    "n": "words peoples",
}
_ENDINGS = {"F": "names", "P": "patronymics", "Q": "kazakh"}


@cache
def lists() -> Mapping[str, frozenset[str]]:
    """Return the lists by their flags: folded words in their first form."""
    tables = _tables()
    found = {}
    for flag, names in _LISTS.items():
        table, *columns = names.split()
        found[flag] = frozenset(folded(word) for column in columns for word in tables[table][column].split())
    return found


@cache
def name_endings() -> Mapping[str, tuple[str, ...]]:
    """Return by their flags how family names (F), father's names (P) and names of Kazakh make (Q) end."""
    family = _tables()["family"]
    return {flag: tuple(family[name].split()) for flag, name in _ENDINGS.items()}


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
