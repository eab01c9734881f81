"""Which files of a folder are saved pages."""

from collections.abc import Iterable, Iterator
from pathlib import Path

_PAGES = {".html", ".htm", ".xhtml", ".mhtml", ".mht", ".txt", ".md"}

# Files that live beside code and data sets, not pages anybody saved.
_NOT_PAGES = {"readme", "license", "licence", "copying", "notice", "changelog", "contributing", "robots"}

# What browsers append to a page's name for the folder with its pictures and scripts ("save complete"):
# Chrome and Firefox in English, Russian Chrome and Opera, Internet Explorer's older form.
_COMPANION_SUFFIXES = ("_files", ".files", "_файлы", ".файлы", "_fichiers", "-dateien")


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the saved pages under `paths`, in the order given; folders recursively, sorted by name.

    A file named explicitly is always yielded, whatever it is (so that its failure is told). Inside
    folders, hidden files, companion folders (`NAME_files/` beside `NAME.html`), projects and anything
    that is not a page by its name are passed over. A folder reached twice through links is walked once.
    """
    for path in paths:
        if path.is_dir():
            yield from _walk(path, seen=set())
        else:
            yield path


def _walk(folder: Path, seen: set[Path]) -> Iterator[Path]:
    resolved = folder.resolve()
    if resolved in seen:
        return
    seen.add(resolved)
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        return
    pages = {entry.stem for entry in entries if entry.suffix.lower() in {".html", ".htm", ".xhtml"}}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not _is_companion(entry.name, pages):
                yield from _walk(entry, seen)
        elif _is_page(entry):
            yield entry


def _is_companion(name: str, pages: set[str]) -> bool:
    lowered = name.lower()
    return any(lowered.endswith(s) and name[: -len(s)] in pages for s in _COMPANION_SUFFIXES)


def _is_page(path: Path) -> bool:
    name = path.name.lower().removesuffix(".gz")
    stem, dot, suffix = name.rpartition(".")
    return f"{dot}{suffix}" in _PAGES and stem.split(".")[0] not in _NOT_PAGES and path.is_file()
