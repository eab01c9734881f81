"""Whether a release is still what its manifest says."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.errors import unreadable
from app.release.manifest import MANIFEST, FileEntry, Manifest, file_sha256, read


def verify(folder: Path) -> list[str]:
    """Hash every file of a release; return a sentence for each that is not as it was, none if all are.

    Files whose names begin with a dot (`.git`, `.DS_Store`) are not looked at.

    UserError: the folder has no manifest, or that was changed itself; a file cannot be read.
    """
    manifest = read(folder)
    return [*changed(folder, manifest.files), *_added(folder, manifest)]


def changed(folder: Path, entries: Iterable[FileEntry]) -> Iterator[str]:
    """Yield a sentence for each of the files that is missing or has other bytes. UserError: as `verify`."""
    for entry in entries:
        path = folder / entry.path
        try:
            if not path.is_file():
                yield f"{entry.path} is missing."
            elif path.stat().st_size != entry.bytes:
                yield f"{entry.path} has {path.stat().st_size:,} bytes instead of {entry.bytes:,}."
            elif file_sha256(path) != entry.sha256:
                yield f"{entry.path} was changed: its hash is not the one in the manifest."
        except OSError as error:
            raise unreadable(path, error) from None


def _added(folder: Path, manifest: Manifest) -> Iterator[str]:
    listed = {MANIFEST, *(entry.path for entry in manifest.files)}
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_dir() or any(part.startswith(".") for part in inside.parts):
            continue
        if inside.as_posix() not in listed:
            yield f"{inside.as_posix()} is not in the manifest."
