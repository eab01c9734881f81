"""What is painted: found in the pixels and in the pictures, not in what the code says of itself."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.annotation import Annotation
from app.article import Block, Role, text_hash
from app.replacing import replace
from tests.widgets.reader.conftest import Desk, Open
from tests.widgets.reader.samples import (
    SCHEME,
    annotation,
    annotation_on,
    article,
    relation,
    span_of,
    suggestion,
)
from widgets import theme
from widgets.reader import ReaderView
from widgets.reader.chips import furniture_text, value_text
from widgets.reader.facts import facts
from widgets.reader.geometry import band
from widgets.reader.painting import Connection, name_place
from widgets.reader.pictures import LANES, Picture


def colours_in(image: QImage, rect: QRectF) -> set[str]:
    inside = rect.toRect().intersected(image.rect())
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(inside.left(), inside.right() + 1)
        for y in range(inside.top(), inside.bottom() + 1)
    }


def amount_of(colour: str, image: QImage, rect: QRectF) -> float:
    """How much of a colour stands in a place, by how near each pixel comes to it."""
    inside, ink = rect.toRect().intersected(image.rect()), QColor(colour)

    def near(here: QColor) -> float:
        apart = abs(here.red() - ink.red()) + abs(here.green() - ink.green()) + abs(here.blue() - ink.blue())
        return max(0.0, 1 - apart / 120)

    return sum(
        near(image.pixelColor(x, y))
        for x in range(inside.left(), inside.right() + 1)
        for y in range(inside.top(), inside.bottom() + 1)
    )


def place(at: Desk, quote: str) -> QRectF:
    """The ground of a quote that stands on one line, in the viewport."""
    span = at.span(quote)
    left, right = at._x(span.start), at._x(span.end)
    em = at.view._page.typography.em
    return QRectF(left.x(), left.y() - em * 0.4, right.x() - left.x(), em * 0.8)


def picture_of(at: Desk, quote: str) -> Picture:
    at.view.grab()
    return at.view._picture(at.view._page.paragraph(at.span(quote).start))


def line_colour(label: str) -> str:
    found = SCHEME.label(label)
    assert found is not None
    return found.light.line.upper()


def fill_colour(label: str) -> str:
    found = SCHEME.label(label)
    assert found is not None
    return found.light.fill.upper()


CLAIM = "По нему ездили около 30 тыс. машин в день."


def nested(text: str) -> list[Annotation]:
    return [
        annotation(text, 1, "claim", CLAIM),
        annotation(
            text, 2, "number", "30 тыс.", value=30000, unit="car", unit_text="машин", modifier="APPROX"
        ),
        annotation(text, 3, "speaker", "Анна Ли"),
    ]


def test_the_innermost_is_filled_and_the_outer_one_underlined(desk: Open) -> None:
    at = desk(nested)
    image = at.view.viewport().grab().toImage()
    assert fill_colour("number") in colours_in(image, place(at, "30 тыс."))
    assert fill_colour("claim") not in colours_in(image, place(at, "ездили"))
    below = place(at, "ездили")
    below.moveTop(below.top() + below.height() * 1.2)
    assert line_colour("claim") in colours_in(image, below)
    assert fill_colour("number") not in colours_in(image, place(at, "машин"))


def test_putting_and_dropping_repaints(desk: Open) -> None:
    at = desk()
    before = at.view.viewport().grab().toImage()
    mark = annotation(at.text, 5, "speaker", "Анна Ли")
    at.view.put_annotation(mark)
    QApplication.processEvents()
    marked = at.view.viewport().grab().toImage()
    assert fill_colour("speaker") in colours_in(marked, place(at, "Анна"))
    at.view.drop_annotation(5)
    QApplication.processEvents()
    assert at.view.viewport().grab().toImage() == before


def test_every_pattern_is_told_without_colour(desk: Open) -> None:
    at = desk()
    grey = {}
    for number, label in enumerate(SCHEME.labels, 1):
        at.view.put_annotation(annotation(at.text, number, label.id, "проверили"))
        rect = place(at, "проверили")
        rect.moveTop(rect.top() + rect.height())
        image = at.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_Mono)
        grey[label.pattern] = image.copy(rect.toRect())
        at.view.drop_annotation(number)
    pictures = list(grey.values())
    assert all(a != b for n, a in enumerate(pictures) for b in pictures[n + 1 :])


def test_suggestions_are_ghosts_until_dropped(desk: Open) -> None:
    at = desk(suggestions=lambda text: [suggestion(text, 11, "number", "30 тыс.")])
    around = place(at, "30 тыс.").adjusted(-4, -8, 4, 10)
    image = at.view.viewport().grab().toImage()
    assert fill_colour("number") not in colours_in(image, around)
    ghosted = image.copy(around.toRect())
    at.view.drop_suggestion(11)
    QApplication.processEvents()
    assert at.view.viewport().grab().toImage().copy(around.toRect()) != ghosted


def test_what_is_accepted_with_the_selected_suggestion_is_outlined_whole(desk: Open) -> None:
    def led(text: str) -> list[Any]:
        claim = suggestion(text, 13, "claim", "По нему ездили около 30 тыс. машин")
        led_to = suggestion(text, 12, "number", "30 тыс.")
        return [led_to, replace(claim, relations=({"type": "has_number", "to": 12},))]

    at = desk(suggestions=led)
    around = place(at, "30 тыс.").adjusted(-4, -8, 4, 10)
    dashed = amount_of(line_colour("number"), at.view.viewport().grab().toImage(), around)
    at.view.select_suggestion(13)
    QApplication.processEvents()
    whole = amount_of(line_colour("number"), at.view.viewport().grab().toImage(), around)
    assert dashed * 1.3 < whole


def test_the_selected_annotation_is_outlined_in_the_accent(desk: Open) -> None:
    at = desk(nested)
    around = place(at, "Анна Ли").adjusted(-6, -9, 6, 12)
    assert theme.current().accent.upper() not in colours_in(at.view.viewport().grab().toImage(), around)
    at.view.select_annotation(3)
    assert theme.current().accent.upper() in colours_in(at.view.viewport().grab().toImage(), around)


def test_deeper_nesting_than_lanes_is_counted(desk: Open) -> None:
    words = ["Старый", "мост", "закрыли", "в", "2021", "году."]
    at = desk(
        lambda text: [annotation(text, n, "claim", " ".join(words[:n]) + " ") for n in range(1, len(words))]
    )
    picture = picture_of(at, "Старый")
    assert max(mark.lane for mark in picture.marks) >= LANES
    assert picture.deeper
    assert all(count >= 1 for _, count in picture.deeper)


def crowded(text: str) -> list[Annotation]:
    found = []
    for number, quote in enumerate(
        ["4,8\u00a0млрд тенге", "15 октября", "2021 году", "30 тыс.", "кто-то", "Касымов"], 1
    ):
        found.append(
            annotation(text, number, "number", quote, value=10**9 + number, unit="KZT", modifier="APPROX")
        )
    found.append(annotation(text, 20, "claim", "Мост обойдётся в 4,8\u00a0млрд тенге"))
    found.append(annotation(text, 21, "speaker", "Ерлан Касымов"))
    return found


@pytest.mark.parametrize("width", [320, 500, 700, 900, 1400])
def test_chips_cover_neither_text_nor_each_other(desk: Open, width: int) -> None:
    at = desk(crowded, relations=(relation(1, "said_by", 20, 21),), width=width)
    at.view.grab()
    shown = 0
    for paragraph in range(2, 8):
        picture = at.view._picture(paragraph)
        letters = [
            QRectF(line.left, line.baseline - 0.86 * picture.em, line.right - line.left, 1.1 * picture.em)
            for line in picture.lines
        ]
        for n, chip in enumerate(picture.chips):
            shown += 1
            assert not any(chip.rect.intersects(rect) for rect in letters), chip
            assert not any(chip.rect.intersects(other.rect) for other in picture.chips[n + 1 :]), chip
            assert chip.rect.right() <= at.view.viewport().width()
    assert shown >= 3


def test_a_value_is_told_unless_the_text_says_just_that() -> None:
    _, text = article()
    told = annotation(text, 1, "number", "30 тыс.", value=30000, unit_text="машин", modifier="APPROX")
    assert value_text(told) == "≈\u00a030\u00a0000\u00a0машин"
    assert value_text(annotation(text, 1, "number", "2021", value=2021)) == ""
    assert value_text(annotation(text, 1, "number", "2021")) == ""


def test_chips_say_what_the_text_does_not(desk: Open) -> None:
    at = desk(
        lambda text: [
            *nested(text),
            annotation(text, 4, "number", "2021", value=2021),
            annotation(text, 5, "claim", "Мы проверили все опоры"),
        ],
        relations=(relation(1, "said_by", 5, 3), relation(2, "has_number", 1, 2)),
        width=1200,
    )
    said = {chip.text for n in range(2, 8) for chip in at.view._picture(n).chips}
    assert said == {"≈\u00a030\u00a0000\u00a0машин", "→ Анна Ли"}
    at.view.drop_relation(1)
    assert {chip.text for n in range(2, 8) for chip in at.view._picture(n).chips} == {
        "≈\u00a030\u00a0000\u00a0машин"
    }
    at.view.put_relation(relation(3, "said_by", 5, 3))
    at.view.put_annotation(annotation(at.text, 3, "speaker", "Анна Ли", canonical_name="Анна Ли, инженер"))
    assert "→ Анна Ли, инженер" in {chip.text for n in range(2, 8) for chip in at.view._picture(n).chips}


def test_bands_lie_on_their_letters_in_every_line(desk: Open) -> None:
    at = desk(
        lambda text: [annotation(text, 1, "claim", "обойдётся в 4,8\u00a0млрд тенге, заявил Ерлан")],
        width=320,
    )
    picture = picture_of(at, "обойдётся")
    (mark,) = picture.marks
    assert len(mark.boxes) >= 2
    block = at.view._page.block(at.view._page.paragraph(at.span("обойдётся").start))
    origin = block.layout().position()
    for box in mark.boxes:
        middle = band(box, picture.em).center() + origin - at.view._scroll()
        offset = at.view._offset_at(middle)
        assert offset is not None
        assert at.view._marks.annotated.at(offset) == [1]


def test_fragments_are_joined_when_selected(desk: Open) -> None:
    at = desk(lambda text: [annotation_on(text, 1, "claim", *_parts(text))])
    plain = at.view.viewport().grab().toImage()
    at.view._hovered = 1
    assert at.view.viewport().grab().toImage() != plain
    seen = {n: (b, at.view._picture(n)) for n, b in at.view._visible()}
    assert len(at.view._joins(1, seen)) == 1


def _parts(text: str) -> list[Any]:
    return [span_of(text, "Старый"), span_of(text, "закрыли")]


def test_relations_are_drawn_for_the_hovered_annotation_only(desk: Open) -> None:
    at = desk(
        lambda text: [
            annotation(text, 1, "claim", "Старый мост закрыли"),
            annotation(text, 2, "speaker", "Ерлан Касымов"),
        ],
        relations=(relation(1, "said_by", 1, 2),),
    )
    plain = at.view.viewport().grab().toImage()
    at.hover("закрыли", 1)
    hovered = at.view.viewport().grab().toImage()
    assert hovered != plain
    assert theme.current().accent.upper() in colours_in(hovered, QRectF(0, 0, 900, 900))
    QApplication.sendEvent(at.view, QEvent(QEvent.Type.Leave))
    assert at.view.viewport().grab().toImage() == plain


@pytest.mark.qt_log_ignore("raise")  # the offscreen platform cannot
def test_the_tooltip_tells_label_value_and_annotator_and_why(desk: Open, qtbot: QtBot) -> None:
    at = desk(nested, suggestions=lambda text: [suggestion(text, 11, "number", "15 октября")])
    told = []
    for quote in ("тыс.", "октября"):
        point = at.point(at.text.index(quote) + 1)
        QApplication.sendEvent(
            at.view.viewport(),
            QHelpEvent(QEvent.Type.ToolTip, point, at.view.viewport().mapToGlobal(point)),
        )
        told.append(QToolTip.text())
    for part in ("Number", "≈\u00a030\u00a0000\u00a0машин", "Айгүл", "Claim"):
        assert part in told[0]
    for part in ("numbers", "figure", "83 %"):
        assert part in told[1]
    point = at.point(at.text.index("Новый") + 1)
    QApplication.sendEvent(
        at.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, at.view.viewport().mapToGlobal(point))
    )
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_the_theme_is_followed(desk: Open, qapp: QApplication) -> None:
    at = desk(nested)
    at.view.select_annotation(3)
    theme.apply(qapp, "dark")
    try:
        image = at.view.viewport().grab().toImage()
        assert image.pixelColor(3, 3) == QColor(theme.current().paper)
        assert at.view.selected_annotation() == 3
        found = SCHEME.label("number")
        assert found is not None
        assert found.dark.fill.upper() in colours_in(image, place(at, "30 тыс."))
    finally:
        theme.apply(qapp, "light")


def test_the_line_of_facts_says_what_is_known() -> None:
    shown, _ = article(url="https://a.kz/1", authors=("А. Ли",), published="2023-07-04T10:00")
    assert [text for text, _ in facts(shown)] == ["a.kz", "4 Jul 2023", "А. Ли", "Russian", "a.kz/1"]
    shown, _ = article(published=None, site="", language="")
    assert [text for text, _ in facts(shown)] == ["date unknown"]


def test_furniture_text_counts() -> None:
    assert furniture_text(1) == "1 line of page furniture"
    assert furniture_text(7) == "7 lines of page furniture"


@pytest.mark.parametrize("height", [40, 150, 400])
def test_something_is_painted_wherever_it_is_scrolled(desk: Open, height: int) -> None:
    at = desk(nested, height=height, width=400)
    bar = at.view.verticalScrollBar()
    at.view.grab()
    for value in range(0, bar.maximum(), 7):
        bar.setValue(value)
        seen = [number for number, _ in at.view._visible()]
        expected = [
            n
            for n in range(2, 8)
            if at.view._page.block(n).layout().position().y() < value + at.view.viewport().height()
            and at.view._page.block(n).layout().position().y()
            + at.view._page.block(n).layout().boundingRect().height()
            > value
        ]
        assert set(expected) <= set(seen)


def test_a_view_without_an_article_paints_paper(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    view = ReaderView()
    qtbot.addWidget(view)
    view.resize(200, 200)
    image = view.viewport().grab().toImage()
    assert colours_in(image, QRectF(0, 50, 200, 150)) == {theme.current().paper.upper()}
    assert view._offset_at(QPointF(20, 20)) is None


def test_of_a_very_long_paragraph_only_what_is_near_is_measured(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    words = " ".join(f"слово{n}" for n in range(1800))
    shown, text = article([(Role.BODY, words)])
    marks = [annotation(text, n, "number", f"слово{n} ") for n in range(100, 1800, 100)]
    view = ReaderView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show_article(shown, text, marks, [], [], SCHEME)
    view.show()
    for number in (100, 900, 1700, 900, 100):
        view.reveal(marks[number // 100 - 1].spans[0])
        image = view.viewport().grab().toImage()
        picture = view._picture(0)
        assert number in {mark.key for mark in picture.marks}
        assert len(picture.marks) < len(marks)
        assert fill_colour("number") in colours_in(image, QRectF(image.rect()))


@pytest.mark.parametrize(
    "after",
    [
        (Role.BOILERPLATE, Role.LEAD),
        (Role.BOILERPLATE, Role.BOILERPLATE, Role.BODY, Role.BOILERPLATE),
        (Role.BOILERPLATE,),
        (Role.LEAD, Role.BOILERPLATE),
        (),
    ],
)
@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.parametrize("spaced", [False, True])
def test_the_line_of_facts_has_its_own_room_whatever_follows_the_headline(
    desk: Open, after: tuple[Role, ...], opened: bool, spaced: bool
) -> None:
    at = desk(width=700)
    parts = [(Role.HEADLINE, "Мост через Ишим откроют раньше срока")]
    parts += [(role, f"{number}. Новый мост") for number, role in enumerate(after)]
    shown, text = article(parts)
    if spaced:  # blank lines between the blocks, as some pages have them
        blocks = tuple(
            Block(b.start + n, b.end + n, b.role) for n, b in enumerate(sorted(shown.blocks, key=by_start))
        )
        text = text.replace("\n", "\n\n")
        shown = replace(shown, blocks=blocks, text_sha256=text_hash(text), length=len(text))
    at.view.show_article(shown, text, [], [], [], SCHEME)
    if opened and after:
        at.view.toggle_furniture()
    QApplication.processEvents()
    page = at.view._page
    assert page.facts_paragraph == 0
    rect = at.view._facts_rect(page.block(0))
    assert rect.height() == page.facts_height
    taken = [
        at.view._box_rect(block, below)
        for number, block in at.view._visible()
        for _, below in page.boxes(number)
    ]
    for _, block in at.view._visible():
        layout = block.layout()
        taken.append(layout.boundingRect().translated(layout.position()))
    assert [other for other in taken if other.intersects(rect.adjusted(0, 1, 0, -1))] == []


def by_start(block: Block) -> int:
    return block.start


@pytest.mark.parametrize("width", [520, 700, 900])
def test_names_of_relations_cover_neither_text_nor_chips_nor_each_other(desk: Open, width: int) -> None:
    def marked(text: str) -> list[Annotation]:
        return [
            annotation(text, 1, "claim", "Мост обойдётся в 4,8\u00a0млрд тенге"),
            annotation(text, 2, "speaker", "Ерлан Касымов"),
            annotation(text, 3, "claim", "Движение по мосту начнётся 15 октября"),
            annotation(text, 4, "speaker", "Анна Ли"),
            annotation(text, 5, "number", "4,8\u00a0млрд тенге", value=4_800_000_000, unit="KZT"),
        ]

    relations = (
        relation(11, "said_by", 1, 2),
        relation(12, "contradicts", 1, 3),
        relation(13, "said_by", 1, 4),
        relation(14, "said_by", 3, 2),
    )
    at = desk(marked, relations, width=width)
    at.view.select_annotation(1)
    at.view.grab()
    seen = [(number, block, at.view._picture(number)) for number, block in at.view._visible()]
    by_number = {number: (block, picture) for number, block, picture in seen}
    taken = at.view._taken(seen)
    metrics = QFontMetricsF(at.view._inks.gloss_font)
    named: list[QRectF] = []
    for number in (2, 3, 4):
        connection = Connection(at.view._anchor(1, by_number), at.view._anchor(number, by_number), "Said by")
        rect = name_place(connection, metrics, [*taken, *named], at.view._column)
        assert rect is not None
        named.append(rect)
    for one, rect in enumerate(named):
        assert not any(rect.intersects(other) for other in [*taken, *named[:one]])
        assert at.view.viewport().rect().contains(rect.toAlignedRect())


def test_a_relations_name_without_room_is_left_out() -> None:
    connection = Connection(QPointF(300, 40), QPointF(200, 80), "Said by")
    metrics = QFontMetricsF(QFont(theme.INTERFACE_FACE, 8))
    everything = [QRectF(0, 0, 600, 200)]
    assert name_place(connection, metrics, [], (100, 500)) is not None
    assert name_place(connection, metrics, everything, (100, 500)) is None


def test_no_box_of_furniture_lies_on_text_or_off_the_page(desk: Open) -> None:
    at = desk()
    for _ in range(2):
        boxes = [
            at.view._box_rect(b, below) for n, b in at.view._visible() for _, below in at.view._page.boxes(n)
        ]
        assert len(boxes) == 2
        for box in boxes:
            assert box.top() > 0
            for _, block in at.view._visible():
                layout = block.layout()
                assert not box.intersects(layout.boundingRect().translated(layout.position()))
        at.view.toggle_furniture()


def test_empty_paper_says_what_to_do(qtbot: QtBot) -> None:
    view = ReaderView()
    qtbot.addWidget(view)
    view.resize(500, 300)
    view.clear()
    blank = view.viewport().grab().toImage()
    view.set_invitation("Перетащите сюда сохранённые страницы")
    assert view.viewport().grab().toImage() != blank
