"""manifest.json: what a release is, of what it was made, and the hash of every file in it.

The manifest is sealed with the hash of its own content, so that a byte changed in it is found as one in
any other file.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from app.changes import HistoryHead
from app.errors import UserError, unreadable

MANIFEST = "manifest.json"

# Raised when an older Pressmark would misread the folder.
VERSION = 1


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of a release."""

    path: str
    """From the folder of the release, with slashes."""
    bytes: int
    sha256: str
    rows: int | None
    """Records (articles or segments), or lines where each is a record of its own; None where neither fits."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a release says of itself."""

    name: str
    """Of the project."""
    made_with: Mapping[str, str]
    """Versions of the program and of the libraries that wrote files, by name."""
    history: HistoryHead
    """The state of the project."""
    scheme: Mapping[str, Any]
    """`id`, `name`, `version` and the `sha256` of scheme.toml."""
    plan: Mapping[str, Any]
    """As `plan.as_values` gives it."""
    counts: Mapping[str, Mapping[str, int]]
    """Articles, records, annotations and relations by part."""
    losses: Mapping[str, Sequence[Mapping[str, Any]]]
    """By format: `kind`, `becomes`, `lost` and `count` of everything that is not as it was."""
    files: tuple[FileEntry, ...]
    """All but the manifest, by path."""

    def file(self, path: str) -> FileEntry | None:
        """The entry of that path, or None."""
        return next((entry for entry in self.files if entry.path == path), None)


def write(manifest: Manifest, folder: Path) -> None:
    """Write the manifest into the folder of its release."""
    values = _values(manifest)
    (folder / MANIFEST).write_bytes(_json({**values, "sha256": _seal(values)}))


def read(folder: Path) -> Manifest:
    """Read the manifest of a release. UserError: there is none, or it is not as it was written."""
    path = folder / MANIFEST
    try:
        written = path.read_bytes()
        values = orjson.loads(written)
        seal = values.pop("sha256")
    except FileNotFoundError:
        raise UserError(f"“{folder}” is no release: it has no {MANIFEST}.") from None
    except OSError as error:
        raise unreadable(path, error) from None
    except (orjson.JSONDecodeError, AttributeError, KeyError, TypeError):
        raise UserError(f"“{path}” is not the manifest of a release, or it was changed.") from None
    # The very bytes: a space more or a key twice is a change too.
    if seal != _seal(values) or written != _json({**values, "sha256": seal}):
        raise UserError(f"“{path}” was changed after it was written: its own hash does not fit.")
    if values["pressmark_release"] != VERSION:
        raise UserError(
            f"“{folder}” is a release of kind {values['pressmark_release']}, which a newer Pressmark reads."
        )
    return Manifest(
        values["name"],
        values["made_with"],
        HistoryHead(**values["history"]),
        values["scheme"],
        values["plan"],
        values["counts"],
        values["losses"],
        tuple(FileEntry(**entry) for entry in values["files"]),
    )


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in lower-case hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _values(manifest: Manifest) -> dict[str, Any]:
    return {
        "pressmark_release": VERSION,
        "name": manifest.name,
        "made_with": dict(manifest.made_with),
        "history": {
            "number": manifest.history.number,
            "at": manifest.history.at,
            "sha256": manifest.history.sha256,
        },
        "scheme": dict(manifest.scheme),
        "plan": dict(manifest.plan),
        "counts": dict(manifest.counts),
        "losses": dict(manifest.losses),
        "files": [
            {"path": entry.path, "bytes": entry.bytes, "sha256": entry.sha256, "rows": entry.rows}
            for entry in manifest.files
        ],
    }


def _seal(values: Mapping[str, Any]) -> str:
    return hashlib.sha256(orjson.dumps(values, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _json(values: Mapping[str, Any]) -> bytes:
    return orjson.dumps(values, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
