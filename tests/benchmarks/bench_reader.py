"""The reader on three sizes of article: opening, full layout, scrolling, keys, one span more or less, memory.

CPU milliseconds, offscreen, beside a bare QTextEdit that is given the same text in the same run. The
texts are made up of common words with a fixed seed; spans are nested and cross as they fall.
"""

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import psutil
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

import resources
from app.anchor import Span, anchor
from app.annotation import Annotation
from app.article import Article, Block, Role
from app.scheme import parse_scheme
from tests.benchmarks.bench import Figure
from widgets import theme
from widgets.reader import ReaderView

SIZES = ((5_000, 60, 60), (100_000, 1_000, 100), (1_000_000, 20_000, 250))
_TEXT = """слово камера Казахстан и данные безопасности хранятся тысяч в городах на серверах компании
    сообщили полиция 30 2023 году что мост тенге министр заявил около"""
_WORDS = _TEXT.split()
_LABELS = (("claim", 60, 160), ("speaker", 8, 25), ("number", 4, 12))


def figures(quick: bool) -> Iterator[Figure]:
    """All figures; `quick` leaves out the largest article."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, "light")
    for characters, spans, first_paint in SIZES[: 2 if quick else 3]:
        yield from _article_figures(application, _made(characters, spans), first_paint, quick)
    if not quick:
        yield from _memory()


@dataclass(frozen=True, slots=True)
class _Made:
    name: str
    article: Article
    text: str
    annotations: list[Annotation]


def _made(characters: int, spans: int) -> _Made:
    """An article of about so many characters in paragraphs of some 350, with so many annotations."""
    dice = random.Random(characters)
    lines: list[str] = []
    blocks: list[Block] = []
    at = 0
    while at < characters:
        role = Role.HEADLINE if not lines else Role.SUBHEADING if len(lines) % 12 == 5 else Role.BODY
        count = dice.randint(40, 90) if role is Role.BODY else 9
        line = " ".join(dice.choice(_WORDS) for _ in range(count)) + "."
        blocks.append(Block(at, at + len(line), role))
        lines.append(line)
        at += len(line) + 1
    text = "\n".join(lines)
    annotations = []
    long_enough = [block for block in blocks if block.end - block.start > 200]
    for number in range(1, spans + 1):
        block, (label, shortest, longest) = dice.choice(long_enough), dice.choice(_LABELS)
        length = dice.randint(shortest, longest)
        start = dice.randrange(block.start, block.end - length)
        fragment = anchor(text, Span(start, start + length))
        attributes = {"value": number, "unit": "day"} if label == "number" else {}
        annotations.append(Annotation(number, 1, "bench", label, (fragment,), attributes))
    article = Article(1, "", tuple(blocks), title="Bench", language="ru", length=len(text))
    return _Made(f"{characters // 1000}k/{spans}", article, text, annotations)


def _article_figures(
    application: QApplication, made: _Made, first_paint: int, quick: bool
) -> Iterator[Figure]:
    scheme = parse_scheme(resources.scheme())
    view, bare = ReaderView(), QTextEdit()
    for widget in (view, bare):
        widget.resize(900, 850)
        widget.show()
    application.processEvents()

    def show() -> None:
        view.show_article(made.article, made.text, made.annotations, [], [], scheme)
        view.viewport().grab()

    def show_bare() -> None:
        bare.setPlainText(made.text)
        bare.viewport().grab()

    def lay_out(edit: QTextEdit) -> float:
        last = edit.document().lastBlock()
        return _cpu(lambda: edit.document().documentLayout().blockBoundingRect(last))

    opened, opened_bare, laid, laid_bare = [], [], [], []
    for _ in range(2 if quick else 5):
        opened.append(_cpu(show))
        laid.append(lay_out(view))
        opened_bare.append(_cpu(show_bare))
        laid_bare.append(lay_out(bare))
        application.processEvents()
    yield _figure(
        f"reader opens {made.name}: first paint, median",
        _median(opened),
        f"≤ {first_paint}",
        _median(opened_bare),
    )
    yield _figure(
        f"reader opens {made.name}: full layout after it", _median(laid), "≤ 600", _median(laid_bare)
    )
    yield from _hand_figures(application, view, bare, made)
    for widget in (view, bare):
        widget.deleteLater()
    application.processEvents()


def _hand_figures(
    application: QApplication, view: ReaderView, bare: QTextEdit, made: _Made
) -> Iterator[Figure]:
    """Scroll frames, keys, selections and single spans, each until it is painted."""
    paint = application.processEvents

    def scroll(edit: QTextEdit) -> Callable[[], None]:
        bar = edit.verticalScrollBar()

        def step() -> None:
            bar.setValue(bar.value() + 120 if bar.value() < bar.maximum() else 0)
            paint()

        return step

    for edit in (view, bare):
        edit.verticalScrollBar().setValue(0)
    paint()
    frames, frames_bare = _many(scroll(view)), _many(scroll(bare))
    yield _figure(f"reader {made.name}: scroll frame, median", _median(frames), "", _median(frames_bare))
    yield _figure(f"reader {made.name}: scroll frame, p95", _p95(frames), "< 12", _p95(frames_bare))

    middle = len(made.text) // 2
    keys = [Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Up]
    presses = iter(keys * 100)

    def press(edit: QTextEdit) -> Callable[[], None]:
        def step() -> None:
            QTest.keyClick(edit, next(presses), Qt.KeyboardModifier.ShiftModifier)
            paint()

        return step

    view.set_caret(middle)
    cursor = bare.textCursor()
    cursor.setPosition(middle)
    bare.setTextCursor(cursor)
    bare.setReadOnly(True)
    bare.setTextInteractionFlags(view.textInteractionFlags())
    paint()
    held, held_bare = _many(press(view)), _many(press(bare))
    yield _figure(f"reader {made.name}: key to painted selection, p95", _p95(held), "< 16", _p95(held_bare))

    view.set_caret(middle)

    def jump() -> None:
        view.move_caret("sentence", 1)
        paint()

    yield _figure(f"reader {made.name}: next sentence to paint, p95", _p95(_many(jump)), "< 16", None)

    def select() -> None:
        view.next_annotation(1)
        paint()

    yield _figure(f"reader {made.name}: next annotation to paint, p95", _p95(_many(select)), "< 16", None)

    here = view.caret()
    numbers = iter(range(10**9, 10**9 + 1000))

    def put_and_drop() -> None:
        number = next(numbers)
        start = here + number % 40
        fragment = anchor(made.text, Span(start, start + 9))
        view.put_annotation(Annotation(number, 1, "bench", "number", (fragment,), {"value": 5}))
        paint()
        view.drop_annotation(number)
        paint()

    both = [cpu / 2 for cpu in _many(put_and_drop)]
    yield _figure(f"reader {made.name}: span added or removed to paint, p95", _p95(both), "< 16", None)


def _memory() -> Iterator[Figure]:
    """Resident memory of a process that shows the largest article fully laid out, and of a bare one."""
    for spans, target in ((0, "≤ 120"), (SIZES[-1][1], "≤ 180")):
        child = subprocess.run(
            [sys.executable, "-c", f"from tests.benchmarks.bench_reader import resident; resident({spans})"],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=True,
        )
        what, baseline = ("1000k/20000 shown" if spans else "idle"), child.stdout.split()
        yield Figure(
            f"reader: resident memory, {what}", float(baseline[0]), "MB", target, f"bare {baseline[1]}"
        )


def resident(spans: int) -> None:
    """Print the resident memory in MB with a reader of so many spans, and of a bare QTextEdit before it."""
    application = QApplication([])
    bare = QTextEdit()
    bare.show()
    application.processEvents()
    process = psutil.Process()
    before = process.memory_info().rss / 1e6

    theme.apply(application, "light")
    view = ReaderView()
    view.resize(900, 850)
    view.show()
    if spans:
        made = _made(SIZES[-1][0], spans)
        view.show_article(made.article, made.text, made.annotations, [], [], parse_scheme(resources.scheme()))
        view.document().documentLayout().blockBoundingRect(view.document().lastBlock())
    application.processEvents()
    view.grab()
    sys.stdout.write(f"{process.memory_info().rss / 1e6:.0f} {before:.0f}\n")


def _cpu(act: Callable[[], object]) -> float:
    """CPU milliseconds of one call."""
    begun = time.process_time()
    act()
    return (time.process_time() - begun) * 1000


def _many(act: Callable[[], object], count: int = 60) -> list[float]:
    return [_cpu(act) for _ in range(count)]


def _median(values: list[float]) -> float:
    return statistics.median(values)


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def _figure(name: str, value: float, target: str, bare: float | None) -> Figure:
    baseline = "" if bare is None else f"bare QTextEdit {bare:.1f}"
    return Figure(name, round(value, 2), "ms CPU", target, baseline)
