"""The table of keys, row by row, with real key events on US, Russian and Kazakh layouts.

A layout changes letters and, in Kazakh, the row of digits; keys that type nothing are the same on all.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from app.anchor import Span, anchor
from app.annotation import Annotation, Status
from app.article import Role
from app.ids import new_id
from app.suggestion import Decision, Suggestion
from tests.widgets.window.samples import ANNOTATOR, make, marks, shown
from widgets.desk import Desk
from widgets.occurrences import OccurrencesPanel
from widgets.shell import Shell

# What the offscreen platform cannot do, and says when a dialog opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
COST = "4,8 млрд тенге"
CLAIM = f"Новый мост обойдётся бюджету в {COST}"

_RUSSIAN = dict(zip("RBVMZFKGLDSJOYN", "КИМЬЯАЛПДВЫОЩНТ", strict=True))
# What each layout types at the places of the US keys that act.
LAYOUTS: dict[str, dict[str, str]] = {
    "us": {},
    "ru": _RUSSIAN,
    "kz": _RUSSIAN | dict(zip("1234590-=", '"ӘІҢҒҰҚӨҺ', strict=True)),
}
on_every_layout = pytest.mark.parametrize("layout", LAYOUTS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.pressmark"
    make(path)
    return path


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, path: Path) -> Iterator[Shell]:
    with shown(tmp_path, path, suggesting=False) as shell:
        qtbot.waitUntil(lambda: not shell.tasks.running, timeout=60_000)
        yield shell


# -- hands ----------------------------------------------------------------------------------------


def desk_of(shell: Shell) -> Desk:
    assert shell.desk is not None
    return shell.desk


def strike(shell: Shell, layout: str, keys: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press, one after the other, the keys that have these signs on a US keyboard."""
    handle = shell.window.windowHandle()
    assert handle is not None
    for key in keys:
        typed = LAYOUTS[layout].get(key, key)
        text = "" if modifiers & CTRL else typed.lower()
        QTest.sendKeyEvent(QTest.KeyAction.Click, handle, Key(ord(typed)), text, modifiers)


def press(shell: Shell, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press keys that type nothing."""
    handle = shell.window.windowHandle()
    assert handle is not None
    for key in keys:
        QTest.keyClick(handle, key, modifiers)


def put_caret(shell: Shell, words: str) -> None:
    desk_of(shell).reader.set_caret(desk_of(shell).text.index(words))


def select(shell: Shell, words: str) -> None:
    start = desk_of(shell).text.index(words)
    desk_of(shell).reader.select_span(Span(start, start + len(words)))


def mark(shell: Shell, label: str, *quotes: str) -> int:
    """Have these words marked, and selected."""
    desk = desk_of(shell)
    spans = [Span(desk.text.index(quote), desk.text.index(quote) + len(quote)) for quote in quotes]
    desk.annotate(spans, label)
    return chosen(shell).id


def chosen(shell: Shell) -> Annotation:
    selected = desk_of(shell).selected()
    assert selected is not None
    return selected


def suggest(shell: Shell, *quotes: str) -> list[int]:
    """Have just these suggestions in the open article; return their ids."""
    desk = desk_of(shell)
    assert desk.article is not None
    for suggester in {s.suggester for s in desk.project.suggestions(desk.article.id)}:
        desk.session.put_suggestions(desk.article.id, {suggester: []})
    made = []
    for quote in quotes:
        span = Span(desk.text.index(quote), desk.text.index(quote) + len(quote))
        made.append(Suggestion(new_id(), desk.article.id, "number", anchor(desk.text, span), 0.9, "by hand"))
    desk.session.put_suggestions(desk.article.id, {"by hand": made})
    return [suggestion.id for suggestion in made]


def told(shell: Shell) -> list[tuple[str, str]]:
    """(label, text) of what is marked in the open article, in text order."""
    return [(a.label, a.text) for a in desk_of(shell).annotations()]


def related(shell: Shell) -> set[tuple[str, str, str]]:
    desk = desk_of(shell)
    assert desk.article is not None
    texts = {a.id: a.text for a in desk.annotations()}
    return {(r.type, texts[r.source], texts[r.target]) for r in desk.project.relations(desk.article.id)}


def passages(shell: Shell) -> list[str]:
    desk = desk_of(shell)
    assert desk.article is not None
    return [p.fragment.quote.exact for p in desk.project.empty_passages(desk.article.id)]


def said(shell: Shell) -> str:
    return shell.window.message_bar.text()


# -- ←/→, Ctrl+←/→, Alt+↑/↓, Ctrl+↑/↓; with Shift: select -----------------------------------------


@pytest.mark.parametrize(
    ("begin", "key", "modifiers", "expected"),
    [
        ("обойдётся", Key.Key_Right, NONE, "бойдётся"),
        ("бойдётся", Key.Key_Left, NONE, "обойдётся"),
        ("Новый мост обой", Key.Key_Right, CTRL, "мост обой"),
        ("тенге", Key.Key_Left, CTRL, "4,8"),
        ("мост обойдётся", Key.Key_Down, ALT, "По его словам"),
        ("По его словам", Key.Key_Up, ALT, "Новый мост обой"),
        ("мост обойдётся", Key.Key_Down, CTRL, "«Мы проверили"),
        ("проверили", Key.Key_Up, CTRL, "«Мы проверили"),
    ],
)
def test_arrows_move_the_caret(
    shell: Shell, begin: str, key: Qt.Key, modifiers: Qt.KeyboardModifier, expected: str
) -> None:
    desk = desk_of(shell)
    put_caret(shell, begin)
    press(shell, key, modifiers=modifiers)
    assert desk.reader.caret() == desk.text.index(expected)
    assert desk.reader.selected_span() is None


@pytest.mark.parametrize(
    ("begin", "key", "modifiers", "expected"),
    [
        ("Ерлан", Key.Key_Right, CTRL, "Ерлан"),
        ("По его", Key.Key_Down, ALT, "По его словам, движение откроют 15 октября – на месяц раньше срока."),
        ("Старый", Key.Key_Down, ALT, "Старый мост закрыли в 2021 году."),
        ("Ранее", Key.Key_Down, CTRL, "Ранее жители жаловались на пробки."),
    ],
)
def test_with_shift_they_select(
    shell: Shell, begin: str, key: Qt.Key, modifiers: Qt.KeyboardModifier, expected: str
) -> None:
    desk = desk_of(shell)
    put_caret(shell, begin)
    press(shell, key, modifiers=modifiers | SHIFT)
    span = desk.reader.selected_span()
    assert span is not None
    assert desk.text[span.start : span.end] == expected


# -- 1 2 3: label; again: the next extent; Space: grow --------------------------------------------


@on_every_layout
def test_a_digit_labels_the_word_and_again_what_is_around_it(shell: Shell, path: Path, layout: str) -> None:
    put_caret(shell, "Касымов")
    strike(shell, layout, "2")
    assert marks(path) == [("speaker", "Касымов")]
    strike(shell, layout, "2")
    assert marks(path) == [("speaker", "Ерлан Касымов")]
    select(shell, "движение откроют")
    strike(shell, layout, "1")
    assert told(shell)[-1] == ("claim", "движение откроют")


@on_every_layout
def test_after_the_word_a_number_means_its_phrase(shell: Shell, layout: str) -> None:
    put_caret(shell, "тенге")
    strike(shell, layout, "3")
    assert told(shell) == [("number", "тенге")]
    strike(shell, layout, "3")
    assert told(shell) == [("number", COST)]
    strike(shell, layout, "3")
    assert told(shell) == [("number", CLAIM)]
    put_caret(shell, "млрд")
    strike(shell, layout, "11")  # a claim is no number: after the word comes the clause
    assert [text for label, text in told(shell) if label == "claim"] == [CLAIM]


def test_space_selects_ever_more(shell: Shell) -> None:
    desk = desk_of(shell)
    put_caret(shell, "Касымов")
    found = []
    for _ in range(3):
        press(shell, Key.Key_Space)
        span = desk.reader.selected_span()
        assert span is not None
        found.append(desk.text[span.start : span.end])
    assert found == ["Касымов", "Ерлан Касымов", "заявил подрядчик Ерлан Касымов"]
    press(shell, Key.Key_2)
    assert told(shell) == [("speaker", "заявил подрядчик Ерлан Касымов")]


# -- Tab, Shift+Tab: suggestions; Ctrl+Tab: annotations -------------------------------------------


def test_tab_goes_through_suggestions_and_ctrl_tab_through_annotations(shell: Shell) -> None:
    desk = desk_of(shell)
    first, second = suggest(shell, COST, "36 опор")
    desk.reader.set_caret(0)
    press(shell, Key.Key_Tab, Key.Key_Tab)
    assert desk.reader.selected_suggestion() == second
    press(shell, Key.Key_Tab, modifiers=SHIFT)
    assert desk.reader.selected_suggestion() == first
    ids = [mark(shell, "speaker", "Ерлан Касымов"), mark(shell, "speaker", "Анна Ли")]
    desk.show_annotation(None)
    desk.reader.set_caret(0)
    press(shell, Key.Key_Tab, Key.Key_Tab, modifiers=CTRL)
    assert chosen(shell).id == ids[1]
    press(shell, Key.Key_Tab, modifiers=CTRL | SHIFT)
    assert chosen(shell).id == ids[0]


def test_every_annotation_is_reached_also_one_just_on_another(shell: Shell) -> None:
    desk = desk_of(shell)
    ids = {mark(shell, label, *quotes) for label, *quotes in MARKED}
    seen = []
    for _ in range(len(MARKED)):
        press(shell, Key.Key_Tab, modifiers=CTRL)
        seen.append(chosen(shell).id)
        place = chosen(shell)
        assert place.start <= desk.reader.caret() <= place.end
    assert set(seen) == ids
    assert len(seen) == len(ids)


MARKED = (
    ("claim", CLAIM),
    ("speaker", CLAIM),
    ("number", CLAIM),
    ("number", COST),
    ("claim", "тенге, заявил"),
    ("claim", "движение", "на месяц раньше срока"),
)


# -- Enter, Backspace -----------------------------------------------------------------------------


def test_enter_accepts_and_backspace_rejects_a_suggestion(shell: Shell) -> None:
    desk = desk_of(shell)
    first, second = suggest(shell, COST, "36 опор")
    desk.reader.set_caret(0)
    press(shell, Key.Key_Tab, Key.Key_Return, Key.Key_Backspace)
    assert [desk.project.suggestion(i).decision for i in (first, second)] == [
        Decision.ACCEPTED,
        Decision.REJECTED,
    ]
    assert told(shell) == [("number", COST)]


def test_enter_edits_an_annotations_card_and_backspace_removes_it(shell: Shell) -> None:
    desk = desk_of(shell)
    mark(shell, "speaker", "Анна Ли")
    press(shell, Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert desk.inspector.isAncestorOf(focus)
    desk.focus_article()
    press(shell, Key.Key_Backspace)
    assert told(shell) == []


# -- Alt+←/→, Alt+Shift+←/→ -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Key.Key_Right, ALT, "проверили все 3"),
        (Key.Key_Left, ALT, "проверили вс"),
        (Key.Key_Right, ALT | SHIFT, "роверили все"),
        (Key.Key_Left, ALT | SHIFT, "ы проверили все"),
        (Key.Key_Right, ALT | CTRL, "проверили все 36"),
        (Key.Key_Left, ALT | CTRL, "проверили"),
        (Key.Key_Right, ALT | CTRL | SHIFT, "все"),
        (Key.Key_Left, ALT | CTRL | SHIFT, "Мы проверили все"),
    ],
)
def test_an_edge_is_nudged_by_character_and_word(
    shell: Shell, key: Qt.Key, modifiers: Qt.KeyboardModifier, expected: str
) -> None:
    mark(shell, "claim", "проверили все")
    press(shell, key, modifiers=modifiers)
    assert told(shell) == [("claim", expected)]


# -- R --------------------------------------------------------------------------------------------


@on_every_layout
def test_r_and_a_digit_relate_from_either_end(shell: Shell, layout: str) -> None:
    speaker = mark(shell, "speaker", "Ерлан Касымов")
    number = mark(shell, "number", COST)
    mark(shell, "claim", CLAIM)
    strike(shell, layout, "R1")
    assert related(shell) == {("said_by", CLAIM, "Ерлан Касымов")}
    desk_of(shell).show_annotation(number)
    strike(shell, layout, "R1")
    assert ("has_number", CLAIM, COST) in related(shell)
    strike(shell, layout, "ZZ", CTRL)
    assert related(shell) == set()
    desk_of(shell).show_annotation(speaker)
    strike(shell, layout, "R1")
    assert related(shell) == {("said_by", CLAIM, "Ерлан Касымов")}


# -- V: values; M: all occurrences ----------------------------------------------------------------


@on_every_layout
def test_v_opens_what_was_parsed_and_typing_corrects_it(shell: Shell, layout: str) -> None:
    number = mark(shell, "number", COST)
    strike(shell, layout, "V")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert desk_of(shell).inspector.isAncestorOf(field)
    field.selectAll()
    QTest.keyClicks(field, "5.2 bn KZT")
    press(shell, Key.Key_Return)
    attributes = desk_of(shell).project.annotation(number).attributes
    assert (attributes["value"], attributes["unit"]) == (5_200_000_000, "KZT")


@on_every_layout
def test_m_marks_every_occurrence_answered_yes_in_one_step(
    shell: Shell, qtbot: QtBot, path: Path, layout: str
) -> None:
    select(shell, "движение откроют")
    strike(shell, layout, "1")
    select(shell, "жители")
    strike(shell, layout, "2")
    before = marks(path)
    select(shell, "мост")
    strike(shell, layout, "M")
    panel = shell.window.findChild(OccurrencesPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.model.rowCount() > 1 and not shell.tasks.running, timeout=60_000)
    found = panel.model.rowCount()
    strike(shell, layout, "Y" * found)
    press(shell, Key.Key_Return)
    made = [text.lower() for _, text in marks(path)]
    assert made.count("мост") == found
    strike(shell, layout, "Z", CTRL)
    assert marks(path) == before


# -- + and -: fragments ---------------------------------------------------------------------------


@on_every_layout
@pytest.mark.parametrize("plus", ["+", "="])
def test_plus_adds_a_fragment_and_minus_cuts_one(shell: Shell, layout: str, plus: str) -> None:
    mark(shell, "claim", "жители жаловались на пробки")
    select(shell, "в день")
    strike(shell, layout, plus, SHIFT if plus == "+" else NONE)
    assert told(shell) == [("claim", "жители жаловались на пробки … в день")]
    select(shell, "жаловались")
    strike(shell, layout, "-")
    assert told(shell) == [("claim", "жители … на пробки … в день")]
    strike(shell, layout, "ZZ", CTRL)
    assert told(shell) == [("claim", "жители жаловались на пробки")]


# -- 0: nothing here ------------------------------------------------------------------------------


@on_every_layout
def test_zero_marks_the_paragraph_as_empty_and_goes_on(shell: Shell, layout: str) -> None:
    desk = desk_of(shell)
    paragraph = "Старый мост закрыли в 2021 году. По нему ездили около 30 тыс. машин в день."
    before = "«Мы проверили все 36 опор, и ни одна не дала осадки»"
    put_caret(shell, "проверили")
    strike(shell, layout, "0")
    assert [p[: len(before)] for p in passages(shell)] == [before]
    assert desk.reader.caret() == desk.text.index(paragraph)
    strike(shell, layout, "0")
    assert passages(shell)[1:] == [paragraph]
    assert desk.article is not None
    status = desk.project.status(desk.article.id, ANNOTATOR)
    assert status is not None
    assert status.status is Status.IN_PROGRESS
    put_caret(shell, "ездили")
    assert "Read: nothing here." in desk.reader.accessibleDescription()
    strike(shell, layout, "0")
    assert len(passages(shell)) == 1
    assert desk.reader.caret() == desk.text.index("ездили")
    assert "Read: nothing here." not in desk.reader.accessibleDescription()
    put_caret(shell, "Мост через")
    strike(shell, layout, "Z", CTRL)
    assert desk.reader.caret() == desk.text.index(paragraph)
    assert desk.reader.is_empty_at(desk.reader.caret())
    strike(shell, layout, "ZZ", CTRL)
    assert passages(shell) == []
    assert not desk.reader.is_empty_at(desk.text.index("проверили"))


def test_a_selected_passage_is_marked_empty_and_survives_reopening(shell: Shell, path: Path) -> None:
    select(shell, "Старый мост закрыли")
    press(shell, Key.Key_0)
    assert passages(shell) == ["Старый мост закрыли"]
    assert shell.open_project(path)
    desk = desk_of(shell)
    assert desk.reader.is_empty_at(desk.text.index("Старый мост"))
    assert not desk.reader.is_empty_at(desk.text.index("в 2021 году"))


def test_a_marked_paragraph_is_not_empty_and_that_is_said(shell: Shell) -> None:
    mark(shell, "speaker", "Анна Ли")
    press(shell, Key.Key_0)
    assert passages(shell) == []
    assert said(shell) == "“Анна Ли” is marked here, so this is not empty."


# -- L, D, S, J, O: shaping -----------------------------------------------------------------------


@on_every_layout
def test_l_changes_the_label_and_d_marks_with_another_too(shell: Shell, layout: str) -> None:
    mark(shell, "claim", "Ерлан Касымов")
    strike(shell, layout, "L")
    status = shell.window.status_bar
    assert "Change the label: 2 Speaker" in status.text()
    strike(shell, layout, "2")
    assert told(shell) == [("speaker", "Ерлан Касымов")]
    assert "Change the label" not in status.text()
    strike(shell, layout, "D1")
    assert sorted(told(shell)) == [("claim", "Ерлан Касымов"), ("speaker", "Ерлан Касымов")]
    assert chosen(shell).label == "claim"
    strike(shell, layout, "L2")
    assert said(shell) == "“Ерлан Касымов” is marked as Speaker already."
    strike(shell, layout, "ZZ", CTRL)
    assert told(shell) == [("claim", "Ерлан Касымов")]


def test_escape_or_another_key_ends_the_waiting_for_a_label(shell: Shell) -> None:
    desk = desk_of(shell)
    mark(shell, "claim", "Ерлан Касымов")
    press(shell, Key.Key_L, Key.Key_Escape)
    assert desk.selected() is not None  # Esc ended the waiting only
    press(shell, Key.Key_L, Key.Key_Right, Key.Key_2)
    assert "Change the label" not in shell.window.status_bar.text()
    assert sorted(told(shell)) == [("claim", "Ерлан Касымов"), ("speaker", "Ерлан")]
    desk.show_annotation(None)
    desk.reader.set_caret(0)
    press(shell, Key.Key_L)
    assert said(shell) == "Select an annotation first: this key changes it."


@on_every_layout
def test_s_splits_at_the_caret_and_j_joins_again(shell: Shell, layout: str) -> None:
    desk = desk_of(shell)
    mark(shell, "claim", "жители жаловались на пробки")
    desk.reader.set_caret(desk.text.index("пробки") + 3)  # in the middle of a word: it cuts before it
    strike(shell, layout, "S")
    assert told(shell) == [("claim", "жители жаловались на"), ("claim", "пробки")]
    press(shell, Key.Key_Tab, modifiers=CTRL | SHIFT)
    strike(shell, layout, "J")
    assert told(shell) == [("claim", "жители жаловались на пробки")]
    select(shell, "жаловались")
    strike(shell, layout, "S")
    assert [text for _, text in told(shell)] == ["жители", "жаловались", "на пробки"]
    strike(shell, layout, "ZZ", CTRL)
    assert [text for _, text in told(shell)] == ["жители жаловались на", "пробки"]


def test_j_joins_what_the_selection_touches(shell: Shell) -> None:
    for words in ("жители", "на пробки", "в день"):
        mark(shell, "claim", words)
    mark(shell, "speaker", "жаловались")
    desk_of(shell).show_annotation(None)
    select(shell, "жители жаловались на")
    press(shell, Key.Key_J)
    assert told(shell) == [
        ("claim", "жители … на пробки"),
        ("speaker", "жаловались"),
        ("claim", "в день"),
    ]
    press(shell, Key.Key_J)
    assert told(shell)[0] == ("claim", "жители … на пробки … в день")
    press(shell, Key.Key_J)
    assert said(shell) == "There is no other annotation of this label to join with."


@on_every_layout
def test_o_and_a_repeated_click_go_outward(shell: Shell, layout: str) -> None:
    desk = desk_of(shell)
    outer, inner = mark(shell, "claim", CLAIM), mark(shell, "number", COST)
    put_caret(shell, "млрд")
    assert chosen(shell).id == inner  # the innermost first
    strike(shell, layout, "O")
    assert chosen(shell).id == outer
    strike(shell, layout, "O")
    assert chosen(shell).id == inner
    desk.show_annotation(None)
    found = []
    for _ in range(3):
        click(desk, "млрд")
        found.append(chosen(shell).id)
    assert found == [inner, outer, inner]


def click(desk: Desk, words: str) -> None:
    """Click the first letter, long after any other click."""
    cursor = desk.reader.textCursor()
    cursor.setPosition(desk.text.index(words))
    point = desk.reader.cursorRect(cursor).center() + QPoint(4, -4)
    viewport = desk.reader.viewport()
    QTest.mouseRelease(viewport, Qt.MouseButton.MiddleButton, delay=1000, pos=QPoint(1, 1))
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)


@pytest.mark.parametrize("way", ["chip", "edge"])
def test_alt_backspace_goes_back_to_where_a_jump_came_from(shell: Shell, way: str) -> None:
    desk = desk_of(shell)
    speaker = mark(shell, "speaker", "Анна Ли")
    claim = mark(shell, "claim", CLAIM)
    # What a chip of the card emits, or the sign at an edge of the article.
    jump = desk.inspector.annotation_chosen if way == "chip" else desk.reader.annotation_followed
    jump.emit(speaker)
    assert chosen(shell).id == speaker
    press(shell, Key.Key_PageDown, modifiers=CTRL)
    assert desk.article is not None
    second = desk.article.id
    press(shell, Key.Key_Backspace, modifiers=ALT)
    assert chosen(shell).id == claim
    assert desk.article.id != second
    press(shell, Key.Key_Backspace, modifiers=ALT)
    assert said(shell) == "There is nowhere to go back to."


# -- B, and the article ---------------------------------------------------------------------------


@on_every_layout
def test_b_makes_the_block_furniture_and_text_again(shell: Shell, layout: str) -> None:
    desk = desk_of(shell)
    at = desk.text.index("Старый мост")
    desk.reader.set_caret(at)
    strike(shell, layout, "B")
    assert role_at(desk, at) is Role.BOILERPLATE
    strike(shell, layout, "Z", CTRL)
    assert role_at(desk, at) is Role.BODY


def role_at(desk: Desk, offset: int) -> Role:
    assert desk.article is not None
    return next(block.role for block in desk.article.blocks if block.start == offset)


def test_ctrl_enter_is_done_and_goes_on_and_ctrl_pgdn_and_pgup_walk(shell: Shell) -> None:
    desk = desk_of(shell)
    assert desk.article is not None
    first = desk.article.id
    press(shell, Key.Key_Return, modifiers=CTRL)
    status = desk.project.status(first, ANNOTATOR)
    assert status is not None
    assert status.status is Status.DONE
    second = desk.article.id
    assert second != first
    press(shell, Key.Key_PageUp, modifiers=CTRL)
    assert desk.article.id == first
    press(shell, Key.Key_PageDown, modifiers=CTRL)
    assert desk.article.id == second


# -- Ctrl+Z, Ctrl+Shift+Z -------------------------------------------------------------------------


@on_every_layout
def test_undo_and_redo_are_any_deep_across_restarts_and_go_to_the_place(
    shell: Shell, path: Path, layout: str
) -> None:
    mark(shell, "speaker", "Анна Ли")
    mark(shell, "number", COST)
    assert shell.open_project(path)
    desk = desk_of(shell)
    put_caret(shell, "Мост через")
    strike(shell, layout, "ZZ", CTRL)
    assert marks(path) == []
    assert desk.reader.caret() == desk.text.index("Анна Ли")
    assert shell.open_project(path)
    strike(shell, layout, "ZZ", CTRL | SHIFT)
    assert sorted(marks(path)) == [("number", COST), ("speaker", "Анна Ли")]
    assert chosen(shell).text == COST


# -- Ctrl+F, Ctrl+Shift+F, Ctrl+K, Ctrl+G, F1 -----------------------------------------------------


@on_every_layout
def test_ctrl_f_finds_in_the_article_and_with_shift_in_the_project(shell: Shell, layout: str) -> None:
    strike(shell, layout, "F", CTRL)
    assert QApplication.focusWidget() is shell.window.find_bar.field
    press(shell, Key.Key_Escape)
    strike(shell, layout, "F", CTRL | SHIFT)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert desk_of(shell).library.isAncestorOf(focus)


@on_every_layout
def test_ctrl_k_searches_actions_and_f1_shows_keys_until_escape(
    shell: Shell, qtbot: QtBot, layout: str
) -> None:
    for key in ("K", ""):
        if key:
            strike(shell, layout, key, CTRL)
        else:
            press(shell, Key.Key_F1)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        QTest.keyClick(dialog, Key.Key_Escape)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


@on_every_layout
def test_ctrl_g_goes_to_the_article_of_a_number(shell: Shell, layout: str) -> None:
    desk = desk_of(shell)
    QTimer.singleShot(0, lambda: answer("3"))
    strike(shell, layout, "G", CTRL)
    assert desk.article is not None
    assert desk.library.position(desk.article.id) == (3, 3)


def answer(number: str) -> None:
    """Type a number into the dialog once it is open, and press Enter."""
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        QTimer.singleShot(10, lambda: answer(number))
        return
    field = dialog.findChild(QSpinBox)
    assert field is not None
    QTest.keyClicks(field, number)
    QTest.keyClick(field, Key.Key_Return)
