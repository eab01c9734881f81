"""Which of the formats a file looks like, for a word to who named another: by its first bytes and names."""

import re
from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path

_LOOKED_AT = 1 << 16

# The first that is found in the beginning of the file decides.
_SIGNS: Mapping[str, re.Pattern[bytes]] = {
    "uima": re.compile(rb"<xmi:XMI|http:///uima/"),
    "w3c": re.compile(rb"www\.w3\.org/ns/anno"),
    "jsonl": re.compile(rb'^\s*\{"schema_version"\s*:'),
    "label-studio": re.compile(
        rb'"(?:annotations|completions|predictions)"\s*:\s*\[(?s:.*)"result"|"data"\s*:\s*\{'
    ),
    "doccano": re.compile(rb'"(?:start_offset|labels?)"\s*:'),
    "brat": re.compile(rb"^T\d+\t\S+ \d+ \d+", re.MULTILINE),
}


def look_alike(path: Path) -> str:
    """Return the name of the format that the file, or folder, looks like; empty where nothing tells."""
    try:
        if path.is_dir():
            return _folder(path)
        with path.open("rb") as file:
            head = file.read(_LOOKED_AT).removeprefix(BOM_UTF8)
    except OSError:
        return ""
    if path.suffix == ".spacy":
        return "spacy"
    return next((name for name, sign in _SIGNS.items() if sign.search(head)), "")


def _folder(path: Path) -> str:
    if (path / "tasks.json").is_file():
        return "label-studio"
    if any(path.glob("*.ann")):
        return "brat"
    if any(path.glob("*.xmi")):
        return "uima"
    return "w3c" if any(path.glob("*.jsonld")) else ""
