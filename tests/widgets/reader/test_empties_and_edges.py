"""Passages read and empty, and signs for what is related out of sight: in pixels, clicks and tips."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.anchor import Span, anchor
from app.annotation import Annotation, EmptyPassage
from app.article import Role
from tests.widgets.reader.conftest import Desk, Open
from tests.widgets.reader.samples import PARAGRAPHS, SCHEME, annotation, article, relation
from tests.widgets.reader.test_painting import colours_in, fill_colour, place
from widgets import theme
from widgets.reader import ReaderView
from widgets.reader.edges import MOST, Far, edge_signs

LEAD = "Движение по мосту начнётся 15 октября."
OLD = "Старый мост закрыли в 2021 году. По нему ездили около 30 тыс. машин в день."


def passage(at: Desk, number: int, *quotes: str) -> EmptyPassage:
    """A passage from the first quote to the last one."""
    span = Span(at.span(quotes[0]).start, at.span(quotes[-1]).end)
    return EmptyPassage(number, 1, "Айгүл", anchor(at.text, span))


def seen(at: Desk) -> QImage:
    QApplication.processEvents()
    return at.view.viewport().grab().toImage()


def margin_of(at: Desk, quote: str) -> QRectF:
    """The paper beside the line of the quote, where the lines of relations do not pass."""
    line = place(at, quote)
    return QRectF(0, line.top(), at.view._column[0] - 14, line.height())


# -- read and empty -------------------------------------------------------------------------------


def test_an_empty_passage_is_told_in_the_margin_and_behind_its_letters_alone(desk: Open) -> None:
    at = desk()
    plain = seen(at)
    at.view.put_empty_passage(passage(at, 9, OLD))
    marked = seen(at)
    inside, beside = place(at, "закрыли"), margin_of(at, "закрыли")
    assert marked.copy(inside.toRect()) != plain.copy(inside.toRect())
    assert len(colours_in(plain, beside)) == 1 < len(colours_in(marked, beside))
    for quote in ("начнётся", "проверили"):
        assert marked.copy(place(at, quote).toRect()) == plain.copy(place(at, quote).toRect())
        assert len(colours_in(marked, margin_of(at, quote))) == 1
    at.view.drop_empty_passage(9)
    assert seen(at) == plain


def test_a_fill_hides_the_hatch_and_a_passage_over_paragraphs_is_barred_in_each(desk: Open) -> None:
    at = desk(lambda text: [annotation(text, 1, "number", "15 октября")])
    letters = place(at, "октября").adjusted(4, 4, -4, -4)
    unhatched = colours_in(seen(at), letters)
    at.view.set_empty_passages([passage(at, 9, LEAD, OLD)])
    marked = seen(at)
    assert fill_colour("number") in unhatched
    assert colours_in(marked, letters) == unhatched
    for quote in ("начнётся", "словам", "закрыли"):
        assert len(colours_in(marked, margin_of(at, quote))) > 1
    assert len(colours_in(marked, margin_of(at, "проверили"))) == 1


def test_another_article_has_no_passages_of_the_last_one(desk: Open) -> None:
    at = desk()
    plain = seen(at)
    at.view.set_empty_passages([passage(at, 9, OLD)])
    shown, text = article()
    at.view.show_article(shown, text, [], [], [], SCHEME)
    assert seen(at) == plain
    assert not at.view.is_empty_at(at.text.index("закрыли"))


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_tip_over_a_passage_and_beside_it_says_who_read_it(desk: Open, qtbot: QtBot) -> None:
    at = desk()
    at.view.set_empty_passages([passage(at, 9, OLD)])

    def tip_at(point: QPoint) -> str:
        viewport = at.view.viewport()
        QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))
        return QToolTip.text()

    on = at.point(at.text.index("закрыли"))
    assert tip_at(on) == "<b>Read: nothing here</b> · Айгүл"
    assert tip_at(QPoint(6, on.y())) == "<b>Read: nothing here</b> · Айгүл"
    tip_at(at.point(at.text.index("начнётся")))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_screen_reader_is_told_when_the_caret_comes_into_a_passage(desk: Open) -> None:
    at = desk()
    at.view.set_empty_passages([passage(at, 9, OLD)])
    at.put_caret("закрыли")
    assert at.view.accessibleDescription().startswith("Read: nothing here. The text of the article.")
    at.put_caret("проверили")
    assert at.view.accessibleDescription().startswith("The text of the article.")


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [("закрыли", "закрыли", OLD), ("мост закрыли", "в 2021", None)],
)
def test_what_is_here_is_the_paragraph_or_what_is_selected(
    desk: Open, first: str, last: str, expected: str | None
) -> None:
    at = desk()
    if expected is None:
        at.view.select_span(Span(at.span(first).start, at.span(last).end))
    else:
        at.put_caret(first)
    span = at.view.passage_here()
    assert span is not None
    assert at.cut(span) == (expected or "мост закрыли в 2021")
    at.view.leave_passage(span)
    assert at.view.caret() == at.text.index("«Мы")


def test_a_split_cuts_before_the_word_at_the_caret_or_at_the_edges_of_the_selection(desk: Open) -> None:
    at = desk()
    at.put_caret("закрыли", 3)
    assert at.view.split_points() == [at.text.index("закрыли")]
    at.view.select_span(at.span("закрыли в 2021"))
    span = at.span("закрыли в 2021")
    assert at.view.split_points() == [span.start, span.end]


# -- numbers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("caret", "label", "expected"),
    [
        ("тенге", "number", ["тенге", "4,8\u00a0млрд тенге", "Мост обойдётся в 4,8\u00a0млрд тенге"]),
        ("млрд", "number", ["4,8\u00a0млрд", "4,8\u00a0млрд тенге", "Мост обойдётся в 4,8\u00a0млрд тенге"]),
        ("млрд", "claim", ["4,8\u00a0млрд", "Мост обойдётся в 4,8\u00a0млрд тенге"]),
        ("октября", "number", ["октября", "15 октября", LEAD[:-1]]),
        ("ускорил", "number", ["ускорил", "кто-то ускорил работы"]),
    ],
)
def test_a_numbers_label_takes_the_word_then_the_phrase(
    desk: Open, caret: str, label: str, expected: list[str]
) -> None:
    at = desk()
    at.put_caret(caret)
    assert [at.cut(span) for span in at.view._extents(label)][: len(expected)] == expected


# -- out of sight ---------------------------------------------------------------------------------

LONG = (*PARAGRAPHS[2:6], *[(Role.BODY, f"Абзац {n} ни о чём.") for n in range(60)], *PARAGRAPHS[6:8])
RELATIONS = (relation(1, "said_by", 1, 2), relation(2, "has_number", 1, 3))


def far_apart(qtbot: QtBot, qapp: QApplication, width: int = 900) -> Desk:
    """A claim at the beginning; its speaker, with a name of record, and its number at the end."""
    theme.apply(qapp, "light")
    view = ReaderView()
    qtbot.addWidget(view)
    view.resize(width, 500)
    shown, text = article(LONG)
    marks: list[Annotation] = [
        annotation(text, 1, "claim", "кто-то ускорил работы"),
        annotation(text, 2, "speaker", "Анна Ли", canonical_name="Анна Ли"),
        annotation(text, 3, "number", "30 тыс."),
    ]
    view.show_article(shown, text, marks, RELATIONS, [], SCHEME)
    view.show()
    QApplication.processEvents()
    return Desk(view, text)


def signs(at: Desk) -> list[str]:
    at.view.grab()
    return [sign.text for sign in at.view._edges]


def caught(signal: Any) -> list[Any]:
    found: list[Any] = []
    signal.connect(found.append)
    return found


@pytest.mark.parametrize("width", [420, 900, 1500])
def test_what_the_selected_is_related_to_out_of_sight_is_named_at_its_edge(
    qtbot: QtBot, qapp: QApplication, width: int
) -> None:
    at = far_apart(qtbot, qapp, width)
    assert signs(at) == []
    at.view.select_annotation(1)
    assert signs(at) == ["↓ Анна Ли", "↓ 30 тыс."]
    room = QRectF(at.view.viewport().rect())
    assert all(room.contains(sign.rect) for sign in at.view._edges)
    image = at.view.viewport().grab().toImage()
    assert fill_colour("speaker") in colours_in(image, at.view._edges[0].rect)
    at.view.select_annotation(2)
    assert signs(at) == ["↑ кто-то ускорил работы"]


def test_a_click_on_the_sign_follows_it_and_moves_neither_caret_nor_selection(
    qtbot: QtBot, qapp: QApplication
) -> None:
    at = far_apart(qtbot, qapp)
    at.view.select_annotation(1)
    at.view.grab()
    followed, caret = caught(at.view.annotation_followed), at.view.caret()
    point = at.view._edges[1].rect.center().toPoint()
    QTest.mouseClick(at.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert followed == [3]
    assert (at.view.caret(), at.view.selected_annotation()) == (caret, 1)


def test_the_sign_of_what_was_hovered_waits_for_the_mouse_until_that_leaves(
    qtbot: QtBot, qapp: QApplication
) -> None:
    at = far_apart(qtbot, qapp)
    at.hover("ускорил")
    assert signs(at) == ["↓ Анна Ли", "↓ 30 тыс."]
    at.hover("Абзац 1 ")
    assert signs(at) == ["↓ Анна Ли", "↓ 30 тыс."]
    move_mouse(at, at.view._edges[0].rect.center())
    assert at.view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(at.view, QEvent(QEvent.Type.Leave))
    assert signs(at) == []


def test_what_is_in_sight_has_no_sign(desk: Open) -> None:
    at = desk(
        lambda text: [annotation(text, 1, "claim", "кто-то"), annotation(text, 2, "speaker", "Анна Ли")],
        (relation(1, "said_by", 1, 2),),
    )
    at.view.select_annotation(1)
    assert signs(at) == []


def move_mouse(at: Desk, point: QPointF) -> None:
    none = Qt.MouseButton.NoButton
    viewport = at.view.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove, point, viewport.mapToGlobal(point), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(viewport, event)


def test_many_signs_are_counted_and_lie_apart_on_the_page(qapp: QApplication) -> None:
    metrics = QFontMetricsF(QFont())
    many = [Far(n, "claim", f"Очень длинное имя номер {n}", above=n % 2 == 0) for n in range(9)]
    found = edge_signs(many, metrics, (30.0, 200.0), 400.0)
    assert len(found) == 2 * MOST
    assert [sign.text for sign in found][MOST - 1] == "↑ Очень длинное имя номер 4 +2"
    page = QRectF(0, 0, 230, 400)
    for n, sign in enumerate(found):
        assert page.contains(sign.rect)
        assert not any(sign.rect.intersects(other.rect) for other in found[n + 1 :])


def test_a_sign_stands_beside_the_column_where_the_margin_has_room(qapp: QApplication) -> None:
    far = [Far(1, "speaker", "Анна Ли", above=True)]
    (wide,) = edge_signs(far, QFontMetricsF(QFont()), (300.0, 900.0), 400.0)
    (narrow,) = edge_signs(far, QFontMetricsF(QFont()), (30.0, 400.0), 400.0)
    assert wide.rect.right() < 300.0
    assert narrow.rect.left() == 30.0
