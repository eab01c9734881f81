"""What a window keeps from those who cannot see it well, or have no mouse: each fault is a sentence.

Every function takes what is shown as it is now, and returns the faults it finds; none means all is well.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QHelpEvent, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QToolTip,
    QWidget,
)

from tests.keyboard import press
from widgets.elided import ElidedLabel
from widgets.reader.view import ReaderView
from widgets.wrapped_text import WrappedText

# A name says something when it has a word; "×" and "…" are signs.
_WORD = re.compile(r"[^\W_]{2,}")
# Of how many stops Tab may go through before it is said to run wild.
_MOST_STOPS = 400
# Pixels around a control in which its focus may be drawn.
_AROUND = 3
# Pixels of a choice field's arrow.
_ARROW = 24


def shown(window: QWidget) -> list[QWidget]:
    """The window and what is visible in it, but no window of its own."""
    parts = [part for part in window.findChildren(QWidget) if part.isVisible() and part.window() is window]
    return [window, *parts]


def stops(window: QWidget) -> list[QWidget]:
    """Everything that takes the focus by Tab, by Qt's own rules, in no order."""
    parts = [part for part in shown(window) if part.isEnabled() and part.focusProxy() is None]
    return [part for part in parts if _by_tab(part) and _is_ours(part)]


# ------------------------------------------------------------------------------------------------- names


def nameless(window: QWidget) -> Iterator[str]:
    """Yield controls that a screen reader has no words for: all that takes the focus, and every button."""
    takers = [part for part in shown(window) if part.focusPolicy() != Qt.FocusPolicy.NoFocus]
    buttons = [part for part in shown(window) if isinstance(part, QAbstractButton) and _is_ours(part)]
    for part in dict.fromkeys([*takers, *buttons]):
        if part is not window and part.focusProxy() is None and not _WORD.search(name(part)):
            yield f"{place(part)} has no name but {name(part)!r}"


def name(part: QWidget) -> str:
    """What a screen reader says of it first. Of a choice the field's label, not its value."""
    if isinstance(part, QComboBox):  # on Linux Qt gives out the value as the name
        return part.accessibleName() or _label_of(part)
    interface = QAccessible.queryAccessibleInterface(part)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)


def _label_of(part: QWidget) -> str:
    labels = part.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is part), "")


def _is_ours(part: QWidget) -> bool:
    """Whether it is no part of one of Qt's own controls, as the buttons that scroll tabs or clear a field."""
    return not isinstance(part.parent(), QTabBar | QLineEdit | QHeaderView)


# -------------------------------------------------------------------------------------------------- Tab


def astray(window: QWidget, leave: str = "F6") -> Iterator[str]:
    """Yield what is wrong with the way of Tab: what it leaves out, where it is trapped, where it jumps back.

    In the article Tab has other work: there the key `leave` goes on.
    """
    wanted = stops(window)
    if not wanted:
        return
    unseen: list[QWidget] = []
    way = _way(window, _topmost(wanted), leave, unseen)
    for part in unseen:
        yield f"{place(part)} looks the same with the focus and without"
    for part in stops(window):
        if part in wanted and part not in way:
            yield f"Tab never comes to {place(part)}"
    if (here := window.focusWidget()) is not way[0]:
        yield f"Tab ends in {place(here)}, not where it began"
    yield from jumps(way)
    yield from _back(window, way, leave)


def _way(window: QWidget, start: QWidget, leave: str, unseen: list[QWidget]) -> list[QWidget]:
    """The stops from this one until one comes again."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    way: list[QWidget] = []
    while (here := window.focusWidget()) is not None and here not in way and len(way) < _MOST_STOPS:
        way.append(here)
        if _unseen(here):
            unseen.append(here)
        press(window, leave if isinstance(here, ReaderView) else "Tab")
    return way


def _back(window: QWidget, way: list[QWidget], leave: str) -> Iterator[str]:
    """Yield where Shift+Tab does not lead back to where Tab came from."""
    for before, here in pairwise([way[-1], *way]):
        here.setFocus(Qt.FocusReason.BacktabFocusReason)
        press(window, f"Shift+{leave}" if isinstance(here, ReaderView) else "Shift+Tab")
        came = window.focusWidget()
        if isinstance(here, ReaderView):
            if came is here:
                yield f"Shift+{leave} stays in {place(here)}"
        elif came is not before:
            yield f"Shift+Tab goes from {place(here)} to {place(came)}, not to {place(before)}"


def _topmost(parts: list[QWidget]) -> QWidget:
    def corner(part: QWidget) -> tuple[int, int]:
        place = part.mapTo(part.window(), QPoint())
        return place.y(), place.x()

    return min(parts, key=corner)


def jumps(way: list[QWidget]) -> Iterator[str]:
    """Yield each step that goes back: up without going to the right, or to the left on a line."""
    for one, two in pairwise(way):
        here, there = _apart(one, two)
        up = there.bottom() < here.top() and there.left() < here.right()
        left = there.right() < here.left() and there.top() <= here.bottom() and there.bottom() >= here.top()
        if up or left:
            yield f"Tab goes back from {place(one)} to {place(two)}"


def _apart(one: QWidget, two: QWidget) -> tuple[QRect, QRect]:
    """Where both are, in what holds both; of what is scrolled on its own only what can be in sight."""
    common: QWidget | None = one.parentWidget()
    while common is not None and not common.isAncestorOf(two):
        common = common.parentWidget()
    assert common is not None
    return _within(one, common), _within(two, common)


def _within(part: QWidget, common: QWidget) -> QRect:
    rect, here = part.rect(), part
    while here is not common:
        rect = rect.translated(here.pos())
        parent = here.parentWidget()
        assert parent is not None
        here = parent
        if here is not common and isinstance(here.parent(), QAbstractScrollArea):
            inside = rect.intersected(here.rect())
            rect = here.rect() if inside.isEmpty() else inside
    return rect


# ------------------------------------------------------------------------------------------------ focus


def _unseen(part: QWidget) -> bool:
    """Whether what has the focus looks the same without it."""
    having = _around(part)
    part.clearFocus()
    bare = _around(part)
    part.setFocus(Qt.FocusReason.TabFocusReason)
    return bare == having


def _around(part: QWidget) -> QImage:
    window = part.window()
    rect = QRect(part.mapTo(window, QPoint()), part.size())
    return window.grab(rect.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)).toImage()


# -------------------------------------------------------------------------------------------------- cut


def cut(window: QWidget) -> Iterator[str]:
    """Yield texts that are not whole: too small for what they say, outside of what holds them, or covered."""
    texts = [part for part in shown(window) if says(part)]
    for part in texts:
        if fault := _too_small(part) or _outside(part):
            yield f"{place(part)} {fault}"
    for one, two in _neighbours(texts):
        if one.geometry().intersects(two.geometry()):
            yield f"{place(one)} lies over {place(two)}"


def too_large(window: QWidget, screen: QSize) -> Iterator[str]:
    """Yield it if a window does not fit the screen."""
    size = window.size()
    if size.boundedTo(screen) != size:
        yield (
            f"{place(window)} is {size.width()} x {size.height()}"
            f" on a screen of {screen.width()} x {screen.height()}"
        )


def says(part: QWidget) -> str:
    """The text it shows; empty for what shows none."""
    match part:
        case QLabel() | QAbstractButton() | WrappedText():
            return part.text()
        case QComboBox():
            return part.currentText()
        case QTabBar():
            return " ".join(part.tabText(index) for index in range(part.count()))
    return ""


def _too_small(part: QWidget) -> str:
    told = " ".join(says(part).replace("&", "").split())
    if told and told in " ".join(_tip(part).split()):
        return ""
    match part:
        case ElidedLabel():
            if part.width() < part.fontMetrics().horizontalAdvance(part.text()):
                return "is cut and has no tip"
        case WrappedText():
            return _too_low(part)
        case QLabel() if part.wordWrap():
            return _too_low(part) or _too_narrow(part)
        case QTabBar():
            return _cut_tabs(part)
        case QLabel() | QAbstractButton() | QComboBox():
            return _less_than_wanted(part)
    return ""


def _tip(part: QWidget) -> str:
    """What it says when the mouse rests on it."""
    QToolTip.hideText()
    middle = part.rect().center()
    QApplication.sendEvent(part, QHelpEvent(QEvent.Type.ToolTip, middle, part.mapToGlobal(middle)))
    return QToolTip.text()


def _too_low(part: QWidget) -> str:
    wanted = part.heightForWidth(part.width())
    return f"is {part.height()} high, not {wanted}" if part.height() < wanted else ""


def _too_narrow(label: QLabel) -> str:
    words = label.text().split() if label.textFormat() == Qt.TextFormat.PlainText else []
    widest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    if widest > label.contentsRect().width():
        return f"is {label.width()} wide, its longest word {widest}"
    return ""


def _less_than_wanted(part: QWidget) -> str:
    wanted = part.sizeHint()
    if isinstance(part, QComboBox):  # it asks for the longest of its choices; what is chosen must be whole
        shown = part.fontMetrics().horizontalAdvance(part.currentText()) + _ARROW
        wanted.setWidth(min(wanted.width(), shown))
    wanted.setHeight(min(wanted.height(), part.minimumSizeHint().height()))
    if part.size().expandedTo(wanted) != part.size():
        return f"is {part.width()} x {part.height()}, not {wanted.width()} x {wanted.height()}"
    return ""


def _cut_tabs(bar: QTabBar) -> str:
    metrics = QFontMetrics(bar.font())
    for index in range(bar.count()):
        needed = metrics.horizontalAdvance(bar.tabText(index).replace("&", ""))
        if bar.tabRect(index).width() < needed and bar.tabText(index) not in bar.tabToolTip(index):
            return f"has a tab {bar.tabRect(index).width()} wide for {needed}: {bar.tabText(index)}"
    return ""


def _outside(part: QWidget) -> str:
    """Whether something holds it that is too small and cannot be scrolled to show it."""
    rect, here = part.rect(), part
    while not here.isWindow():
        rect = rect.translated(here.pos())
        parent = here.parentWidget()
        assert parent is not None
        here = parent
        area = here.parent()
        if isinstance(area, QScrollArea) and here is area.viewport():
            inside = here.rect()
            aside = rect.left() < 0 or rect.right() > inside.right()
            if aside and area.horizontalScrollBar().maximum() == 0:
                return f"is cut at the side by {place(area)}"
            below = rect.top() < 0 or rect.bottom() > inside.bottom()
            if below and area.verticalScrollBar().maximum() == 0:
                return f"is cut below by {place(area)}"
            rect = inside
        elif isinstance(area, QAbstractScrollArea):
            return ""
        elif not here.rect().contains(rect):
            return f"is cut by {place(here)}: {rect.getRect()} in {here.rect().getRect()}"
    return ""


def _neighbours(texts: list[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    """Yield each two that one part holds."""
    for number, one in enumerate(texts):
        for two in texts[number + 1 :]:
            if one.parent() is two.parent() and not isinstance(one.parent(), QAbstractButton):
                yield one, two


# ------------------------------------------------------------------------------------------------ words


def place(part: QObject | None) -> str:
    """Which one it is, for people."""
    if not isinstance(part, QWidget):
        return "nothing"
    said = says(part) or part.accessibleName()
    named = f"#{part.objectName()}" if part.objectName() else ""
    held = "" if part.parent() is None else f"{type(part.parent()).__name__} > "
    return f"{held}{type(part).__name__}{named}" + (f" {said[:40]!r}" if said else "")


def _by_tab(part: QWidget) -> bool:
    return part.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
