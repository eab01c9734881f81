"""Where a card is shown: as high as it wants to be, and at rest whatever its widths say."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.inspector.card_area import CardArea

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none

ROOM = QSize(300, 400)


class Contrary(QWidget):
    """Wants more height where it is wider, as a row does whose name takes a share of it."""

    def __init__(self, narrow: int, wide: int) -> None:
        super().__init__()
        self._heights = narrow, wide
        self.widths: list[int] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        self.widths.append(width)
        return self._heights[width > 270]


@pytest.fixture
def area(qtbot: QtBot) -> Iterator[CardArea]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(ROOM)
    area = CardArea(window)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(area)
    layout.addStretch(1)
    window.show()
    area.set_room(ROOM)
    yield area


@pytest.mark.parametrize(("narrow", "wide"), [(300, 500), (500, 300), (300, 300), (900, 950), (399, 401)])
def test_a_card_comes_to_rest_whatever_its_widths_say(
    area: CardArea, qtbot: QtBot, narrow: int, wide: int
) -> None:
    card = Contrary(narrow, wide)
    area.add(card)
    area.show_card(card)
    qtbot.wait(30)
    width = card.width()
    assert set(card.widths) - {0} == {width}, "measured at no width but that at which it is shown"
    assert area.height() == min(ROOM.height(), card.heightForWidth(width))


@pytest.mark.parametrize(("lines", "scrolls"), [(3, False), (60, True)])
def test_the_scroll_bar_is_seen_only_where_it_moves_something(
    area: CardArea, qtbot: QtBot, lines: int, scrolls: bool
) -> None:
    card = QLabel("\n".join(["Строка"] * lines))
    area.add(card)
    area.show_card(card)
    qtbot.wait(30)
    bar = area.verticalScrollBar()
    assert bar.isVisible()
    assert (bar.maximum() > 0) is scrolls
    assert (len(colours(bar)) > 1) is scrolls


def colours(widget: QWidget) -> set[int]:
    """Every colour the widget has on screen."""
    image: QImage = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
