"""Tab goes through a window as one reads it: part by part, in the order in which its layouts hold them.

Qt's own order is that in which the parts were made, and much in this window is made while one works: labels'
buttons, filters' chips, the fields of cards.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QTabWidget, QWidget

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def move_focus(window: QWidget, forward: bool) -> bool:
    """Give the focus to the next stop of Tab in the window, or the one before; False where there is none.

    To be called from the window's `focusNextPrevChild`: the parts of a window leave that to it.
    """
    here = window.focusWidget()
    found = list(_stops(window, here))
    if not found:
        return False
    step = 1 if forward else -1
    start = found.index(here) if here in found else min(-step, 0)
    wanted = found[(start + step) % len(found)]
    wanted.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _scroll_to(wanted)
    return True


def first_stop(part: QWidget) -> QWidget | None:
    """What Tab reaches first in the part; None where it takes no focus."""
    return next(_stops(part, None), None)


def _stops(part: QWidget | None, here: QWidget | None) -> Iterator[QWidget]:
    """Yield what takes the focus by Tab in what is visible of the part, and `here`, wherever it is."""
    if part is None or not (part.isVisible() or (here is not None and part.isAncestorOf(here))):
        return
    by_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.focusProxy() is None
    if part is here or (by_tab and part.isEnabled() and part.isVisible()):
        yield part
    for inner in _parts(part):
        yield from _stops(inner, here)


def _parts(part: QWidget) -> Iterator[QWidget | None]:
    """Yield what the part holds, in reading order; None where a place is empty."""
    layout = part.layout()
    if layout is not None:
        yield from _held(layout, part.findChildren(QWidget, options=_DIRECT))
    elif isinstance(part, QSplitter):
        yield from (part.widget(index) for index in range(part.count()))
    elif isinstance(part, QTabWidget):
        yield from (part.tabBar(), part.currentWidget())
    elif isinstance(part, QScrollArea):
        yield part.widget()


def _held(layout: QLayout, children: list[QWidget]) -> Iterator[QWidget]:
    """Yield those of the children that the layout, or one in it, holds.

    Its items are not asked for: PySide takes other objects for them when Qt has thrown them away.
    """
    widgets = {layout.indexOf(child): child for child in children}
    within = {layout.indexOf(inner): inner for inner in layout.children() if isinstance(inner, QLayout)}
    for place in sorted((widgets.keys() | within.keys()) - {-1}):
        if place in widgets:
            yield widgets[place]
        else:
            yield from _held(within[place], children)


def _scroll_to(widget: QWidget) -> None:
    """Bring it into sight; Qt does so only where one was in the same scrolled part before."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
