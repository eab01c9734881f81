"""The library at 30,000 articles: keystroke to list, page jump, order; CPU ms until the list is drawn.

The baseline is the same work by the project alone (`find`, or `summaries` of one page), so that what the
list itself costs can be seen.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from app.project import ArticleQuery, Project
from tests.benchmarks.bench import Figure
from tests.benchmarks.large_project import ANNOTATOR, build_large_project
from widgets import theme
from widgets.library import LibraryPanel
from widgets.library.model import PAGE
from widgets.library.order import OrderButton

# What is typed letter by letter: beginnings of words in Russian, Kazakh and English.
TYPED = ("город", "мектеп", "council", "мини бюджет")
ANNOTATIONS_EACH = 30
JUMPS = 40


def figures(quick: bool) -> Iterator[Figure]:
    """Measure the panel on a real project; `quick` takes 2,000 articles instead of 30,000."""
    count = 2_000 if quick else 30_000
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, "light")
    with tempfile.TemporaryDirectory() as folder:
        project = build_large_project(Path(folder) / "large.pressmark", count, ANNOTATIONS_EACH)
        try:
            yield from _measured(application, project, count)
        finally:
            project.close()


def _measured(application: QApplication, project: Project, count: int) -> Iterator[Figure]:
    panel: LibraryPanel

    def build() -> None:
        nonlocal panel
        panel = LibraryPanel(project, ANNOTATOR, project.scheme())
        panel.resize(262, 900)
        panel.show()
        _drawn(application, panel)

    first = _milliseconds(build)
    finding = _milliseconds(lambda: project.find(ArticleQuery()))
    yield Figure(f"library of {count:,} opened", first, "ms CPU", "–", f"find alone: {finding:.1f}")
    yield from _search(application, project, panel)
    yield from _jumps(application, project, panel)
    yield from _orders(application, project, panel)
    panel.close()
    panel.deleteLater()


def _search(application: QApplication, project: Project, panel: LibraryPanel) -> Iterator[Figure]:
    box = panel.findChild(QLineEdit, "librarySearch")
    assert isinstance(box, QLineEdit)
    taken: list[float] = []
    alone: list[float] = []
    for words in TYPED:
        for end in range(1, len(words) + 1):
            box.setText(words[:end])

            def searched() -> None:
                panel.search()
                _drawn(application, panel)

            taken.append(_milliseconds(searched))
            query = ArticleQuery(words=words[:end].strip())
            alone.append(_milliseconds(lambda query=query: project.find(query)))  # type: ignore[misc]
    beside = f"find alone: {median(alone):.1f}, p95 {_p95(alone):.1f}"
    yield Figure("keystroke to list, after debounce, median", median(taken), "ms CPU", "≤ 60", beside)
    yield Figure("keystroke to list, after debounce, p95", _p95(taken), "ms CPU", "≤ 60", beside)
    box.clear()
    panel.search()
    _drawn(application, panel)


def _jumps(application: QApplication, project: Project, panel: LibraryPanel) -> Iterator[Figure]:
    """Page Down through rows not seen before, then jumps by the scroll bar to places all over the list."""
    view = panel.findChild(QListView, "libraryList")
    assert isinstance(view, QListView)
    bar = view.verticalScrollBar()
    pages: list[float] = []
    jumps: list[float] = []
    for turn in range(JUMPS):

        def page_down() -> None:
            press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
            application.sendEvent(view, press)
            _drawn(application, panel)

        def jump(turn: int = turn) -> None:
            bar.setValue((turn * 7919 * 97) % max(1, bar.maximum()))
            _drawn(application, panel)

        pages.append(_milliseconds(page_down))
        jumps.append(_milliseconds(jump))
    ids = project.find(ArticleQuery())
    alone = [
        _milliseconds(lambda at=at: project.summaries(ids[at : at + PAGE], ANNOTATOR))  # type: ignore[misc]
        for at in range(0, len(ids), max(PAGE, len(ids) // JUMPS))
    ]
    beside = f"summaries of {PAGE} alone: {median(alone):.1f}, p95 {_p95(alone):.1f}"
    yield Figure("page down, p95", _p95(pages), "ms CPU", "< 16", beside)
    yield Figure("jump to an unseen page, p95", _p95(jumps), "ms CPU", "< 16", beside)


def _orders(application: QApplication, project: Project, panel: LibraryPanel) -> Iterator[Figure]:
    button = panel.findChild(OrderButton)
    assert isinstance(button, OrderButton)
    for order in ("title", "published", "site", "added"):

        def sorted_anew(order: str = order) -> None:
            button.set_order(order, descending=False)  # type: ignore[arg-type]
            _drawn(application, panel)

        taken = min(_milliseconds(sorted_anew) for _ in range(3))
        alone = min(
            _milliseconds(lambda order=order: project.find(ArticleQuery(order=order)))  # type: ignore[misc]
            for _ in range(3)
        )
        yield Figure(f"order by {order}", taken, "ms CPU", "< 100", f"find alone: {alone:.1f}")


def _drawn(application: QApplication, panel: LibraryPanel) -> None:
    """Let the panel lay itself out and paint."""
    application.sendPostedEvents()
    panel.repaint()
    application.processEvents()


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]
