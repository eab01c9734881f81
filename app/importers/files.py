"""Which files of a folder are saved pages."""

from collections.abc import Iterable, Iterator
from pathlib import Path

_HTML = (".html", ".htm", ".xhtml")
_PAGES = (*_HTML, ".mhtml", ".mht", ".webarchive", ".txt", ".md")
_ARCHIVES = (".zip", ".maff", ".warc")

# Files that live beside code and data sets, not pages anybody saved.
_NOT_PAGES = {"readme", "license", "licence", "copying", "notice", "changelog", "contributing", "robots"}

# What browsers append to a page's name for the folder with its pictures and scripts ("save complete"):
# Chrome and Firefox in English, Russian Chrome and Opera, Internet Explorer's older form.
_COMPANION_SUFFIXES = ("_files", ".files", "_файлы", ".файлы", "_fichiers", "-dateien")


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the saved pages and archives under `paths`, in the order given; folders recursively, sorted.

    A file named explicitly is always yielded, whatever it is (so that its failure is told). Inside
    folders, hidden files, companion folders (`NAME_files/` beside `NAME.html`), projects and anything
    that is not a page by its name are passed over. A folder reached twice through links is walked once.
    """
    for path in paths:
        if path.is_dir():
            yield from _walk(path, seen=set())
        else:
            yield path


def page_names(names: Iterable[str]) -> list[str]:
    """Return which of an archive's names ("news/a.html") are saved pages or archives, sorted.

    The rules are those of `find_files`.
    """
    known = list(names)
    html = {name.rpartition(".")[0] for name in known if name.lower().endswith(_HTML)}
    return sorted(
        name for name in known if _is_page(name.rpartition("/")[2]) and not _is_passed_over(name, html)
    )


def _walk(folder: Path, seen: set[Path]) -> Iterator[Path]:
    resolved = folder.resolve()
    if resolved in seen:
        return
    seen.add(resolved)
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        return
    pages = {entry.stem for entry in entries if entry.name.lower().endswith(_HTML)}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not _is_companion(entry.name, pages):
                yield from _walk(entry, seen)
        elif _is_page(entry.name) and entry.is_file():
            yield entry


def _is_passed_over(name: str, html: set[str]) -> bool:
    """Tell a name inside a hidden folder or a page's companion; `html` are the pages without their suffix."""
    folders = name.split("/")
    if any(part.startswith(".") or part == "__MACOSX" for part in folders):
        return True
    # _is_companion compares names within one folder; here they come with the folders above.
    return any(_is_companion("/".join(folders[: n + 1]), html) for n in range(len(folders) - 1))


def _is_companion(name: str, pages: set[str]) -> bool:
    lowered = name.lower()
    return any(lowered.endswith(s) and name[: -len(s)] in pages for s in _COMPANION_SUFFIXES)


def _is_page(file_name: str) -> bool:
    name = file_name.lower().removesuffix(".gz")
    stem, dot, suffix = name.rpartition(".")
    return f"{dot}{suffix}" in (*_PAGES, *_ARCHIVES) and stem.split(".")[0] not in _NOT_PAGES
