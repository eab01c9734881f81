"""The tables of names beside this file, read once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def table(language: str) -> Mapping[str, Any]:
    """Return the tables of "russian" or "english" as they are written."""
    return tomllib.loads(Path(__file__).with_name(f"{language}.toml").read_text(encoding="utf-8"))


@cache
def words(language: str, section: str, name: str) -> frozenset[str]:
    """Return one list of words of a table."""
    return frozenset(table(language)[section][name].split())
