"""Import: saved pages a CPU second beside trafilatura with metadata, and memory over many files.

The pages are the samples of `tests/data/pages`, each made as long and as crowded as a real one.
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.importers import import_paths
from tests.benchmarks.bench import Figure

PAGES = Path(__file__).parents[1] / "data" / "pages"

# What a real page has around and in its text: the samples are short.
_MENU = "<nav><ul>" + '<li><a href="/section">Раздел сайта</a></li>' * 120 + "</ul></nav>"
_TEXT = "<p>Об этом сообщили в пресс-службе, добавив, что работы закончат к осени, как и обещали жителям.</p>"
_TEASERS = (
    '<div class="related-news">'
    + '<div class="card"><a href="/n"><h3>Ещё одна новость</h3><span>Подробности</span></a></div>' * 60
    + "</div>"
)

_TRAFILATURA = """
import sys, trafilatura
for page in sys.argv[1:]:
    with open(page, "rb") as file:
        trafilatura.bare_extraction(file.read(), with_metadata=True, include_comments=False)
"""


def figures(quick: bool) -> Iterator[Figure]:
    """Measure speed and memory; `quick` takes 100 and 300 pages instead of 1,000 and 30,000."""
    with tempfile.TemporaryDirectory() as folder:
        pages = _pages(Path(folder), 100 if quick else 1_000)
        ours = len(pages) / _cpu_of_import(pages)
        theirs = len(pages) / _cpu_of_trafilatura(pages)
        baseline = f"trafilatura, same pages: {theirs:.0f}"
        yield Figure("import, one process", ours, "pages/CPU s", "≥ trafilatura", baseline)
        yield Figure("import against trafilatura", ours / theirs, "times", "≥ 1", "1")
        count = 300 if quick else 30_000
        growth = _growth(pages, count)
        yield Figure(f"memory grown over {count:,} files, 2 processes", growth, "MB", "flat", "")


def _pages(folder: Path, count: int) -> list[Path]:
    samples = [path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.html")) if _is_utf8(path)]
    paths: list[Path] = []
    for n in range(count):
        page = samples[n % len(samples)].replace("<body", f"<body data-n={n}", 1)
        page = page.replace("<h1", f"{_MENU}<h1", 1).replace("</p>", "</p>" + _TEXT * 8, 1)
        path = folder / f"{n}.html"
        path.write_text(page.replace("</body>", _TEASERS + "</body>"), encoding="utf-8")
        paths.append(path)
    return paths


def _is_utf8(path: Path) -> bool:
    try:
        path.read_bytes().decode()
    except UnicodeDecodeError:
        return False
    return True


def _cpu_of_import(pages: list[Path]) -> float:
    """Return the CPU seconds of this process and its workers, their start included."""
    before = _cpu(resource.RUSAGE_SELF) + _cpu(resource.RUSAGE_CHILDREN)
    for outcome in import_paths(pages):
        assert outcome.error is None, outcome.error
    return _cpu(resource.RUSAGE_SELF) + _cpu(resource.RUSAGE_CHILDREN) - before


def _cpu_of_trafilatura(pages: list[Path]) -> float:
    before = _cpu(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", _TRAFILATURA, *map(str, pages)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return _cpu(resource.RUSAGE_CHILDREN) - before


def _cpu(who: int) -> float:
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def _growth(pages: list[Path], count: int) -> float:
    """Return by how many MB the peak of this process grew after its first 100 files."""
    many = (pages * (count // len(pages) + 1))[:count]
    settled = 0.0
    for n, _ in enumerate(import_paths(many, jobs=2)):
        if n == 100:
            settled = _peak()
    return _peak() - settled


def _peak() -> float:
    # Kilobytes on Linux, bytes on macOS.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
