"""A shown reader with a small article in it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.anchor import Span
from app.annotation import Annotation, Relation
from app.suggestion import Suggestion
from tests.widgets.reader.samples import SCHEME, article, span_of
from widgets import theme
from widgets.reader import ReaderView


@dataclass(slots=True)
class Desk:
    """A reader, its text, and the hands that work on it."""

    view: ReaderView
    text: str

    def put_caret(self, quote: str, within: int = 0) -> None:
        self.view.set_caret(self.text.index(quote) + within)

    def press(
        self, key: Qt.Key | int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key that has no letter."""
        QTest.keyClick(self.view, Qt.Key(key), modifiers)

    def press_letter(self, code: int, letter: str, modifiers: Qt.KeyboardModifier) -> None:
        """Press a letter key as a Cyrillic layout reports it."""
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(self.view, QKeyEvent(kind, code, modifiers, letter))

    def point(self, offset: int, *, right: bool = False) -> QPoint:
        """The middle of the character at a code point, in the viewport."""
        here, there = self._x(offset), self._x(offset + 1)
        x = (here.x() * 3 + there.x()) // 4 if not right else there.x() - 1
        return QPoint(x, here.y())

    def _x(self, offset: int) -> QPoint:
        cursor = self.view.textCursor()
        cursor.setPosition(self.view._page.offsets.to_qt(offset))
        return self.view.cursorRect(cursor).center() - QPoint(0, 4)

    def click(self, quote: str, within: int = 0) -> None:
        self.wait_out_double_click()
        point = self.point(self.text.index(quote) + within)
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def double_click(self, quote: str, within: int = 0) -> None:
        point = self.point(self.text.index(quote) + within)
        viewport = self.view.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
        QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=point)

    def triple_click(self, quote: str, within: int = 0) -> None:
        self.double_click(quote, within)
        point = self.point(self.text.index(quote) + within)
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def drag(self, first: int, last: int) -> None:
        self.wait_out_double_click()
        viewport = self.view.viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=self.point(first))
        middle = self.point((first + last) // 2)
        QTest.mouseMove(viewport, middle)
        QTest.mouseMove(viewport, self.point(last, right=True))
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=self.point(last, right=True))

    def hover(self, quote: str, within: int = 0) -> None:
        point = QPointF(self.point(self.text.index(quote) + within))
        no = Qt.MouseButton.NoButton
        everywhere = self.view.viewport().mapToGlobal(point)
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove, point, everywhere, no, no, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(self.view.viewport(), event)

    def wait_out_double_click(self) -> None:
        """Let Qt's idea of the last click grow old without waiting."""
        QTest.mouseRelease(self.view.viewport(), Qt.MouseButton.MiddleButton, delay=1000, pos=QPoint(1, 1))

    def selected(self) -> str | None:
        span = self.view.selected_span()
        return None if span is None else self.cut(span)

    def cut(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def span(self, quote: str, nth: int = 0) -> Span:
        return span_of(self.text, quote, nth)


Open = Callable[..., Desk]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Open:
    """Call it with what is marked, or with a function from the text to that."""

    def opened(
        annotations: Callable[[str], list[Annotation]] = lambda text: [],
        relations: tuple[Relation, ...] = (),
        suggestions: Callable[[str], list[Suggestion]] = lambda text: [],
        width: int = 900,
        height: int = 900,
    ) -> Desk:
        theme.apply(qapp, "light")
        qapp.setCursorFlashTime(0)  # pictures are compared
        view = ReaderView()
        qtbot.addWidget(view)
        view.resize(width, height)
        shown, text = article()
        view.show_article(shown, text, annotations(text), relations, suggestions(text), SCHEME)
        view.show()
        view.setFocus()
        QApplication.processEvents()
        return Desk(view, text)

    return opened
