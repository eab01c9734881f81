"""Real keys and clicks on a shown article: caret, selection, candidates, labels, bounds, jumps."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.anchor import Span
from app.article import Role
from app.replacing import replace
from tests.widgets.reader.conftest import Open
from tests.widgets.reader.samples import annotation, annotation_on, suggestion

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SHIFT, CTRL, ALT = Modifier.ShiftModifier, Modifier.ControlModifier, Modifier.AltModifier


def caught(signal: Any) -> list[Any]:
    found: list[Any] = []
    signal.connect(lambda *values: found.append(values[0] if len(values) == 1 else values))
    return found


# -- caret ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "key", "modifiers", "expected"),
    [
        ("Мост об", Key.Key_Right, CTRL, "обойдётся"),
        ("кто-то", Key.Key_Right, CTRL, "ускорил"),
        ("4,8", Key.Key_Right, CTRL, "тенге"),
        ("ускорил", Key.Key_Left, CTRL, "кто-то"),
        ("Мост об", Key.Key_Down, ALT, "По его"),
        ("По его", Key.Key_Up, ALT, "Мост об"),
        ("По его", Key.Key_Down, CTRL, "Старый"),
        ("словам", Key.Key_Up, CTRL, "Мост об"),
        ("👨", Key.Key_Right, Modifier.NoModifier, ". По"),
        (". По", Key.Key_Left, Modifier.NoModifier, "👨"),
    ],
)
def test_keys_move_the_caret(
    desk: Open, start: str, key: Qt.Key, modifiers: Qt.KeyboardModifier, expected: str
) -> None:
    at = desk()
    at.put_caret(start)
    at.press(key, modifiers)
    assert at.view.caret() == at.text.index(expected)
    assert at.selected() is None


@pytest.mark.parametrize(
    ("start", "key", "modifiers", "expected"),
    [
        ("кто-то", Key.Key_Right, CTRL | SHIFT, "кто-то"),
        ("4,8", Key.Key_Right, CTRL | SHIFT, "4,8\u00a0млрд"),
        ("По его", Key.Key_Down, ALT | SHIFT, "По его словам, кто-то ускорил работы – и не зря."),
        ("Старый", Key.Key_Down, ALT | SHIFT, "Старый мост закрыли в 2021 году."),
        ("Старый", Key.Key_Right, SHIFT, "Старый"),  # one letter: labelled, it is the word
        ("Движение", Key.Key_End, SHIFT, "Движение по мосту начнётся 15 октября."),
    ],
)
def test_with_shift_they_select(
    desk: Open, start: str, key: Qt.Key, modifiers: Qt.KeyboardModifier, expected: str
) -> None:
    at = desk()
    at.put_caret(start)
    at.press(key, modifiers)
    assert at.selected() == expected


def test_up_and_down_by_line_and_screen_and_to_both_ends(desk: Open) -> None:
    at = desk(height=200)
    at.put_caret("Мост об")
    at.press(Key.Key_Down)
    below = at.view.caret()
    assert below > at.text.index("Мост об")
    at.press(Key.Key_Up)
    assert at.view.caret() == at.text.index("Мост об")
    at.press(Key.Key_Home, CTRL)
    assert at.view.caret() == at.text.index("Мост через")  # the furniture above is folded
    at.press(Key.Key_PageDown)
    assert at.view.caret() > at.text.index("Мост через")
    for _ in range(20):
        at.press(Key.Key_PageDown)
    assert at.view.caret() == at.text.index("Ли.") + 3
    for _ in range(20):
        at.press(Key.Key_PageUp)
    assert at.view.caret() == at.text.index("Мост через")


def test_the_caret_never_rests_in_folded_furniture(desk: Open) -> None:
    at = desk()
    at.put_caret("Ли.", 3)
    at.press(Key.Key_Right)
    assert at.view.caret() == at.text.index("Ли.") + 3
    at.press(Key.Key_Down, CTRL)
    assert at.view.caret() == at.text.index("Ли.") + 3
    at.put_caret("Мост через")
    at.press(Key.Key_Left)
    assert at.view.caret() == at.text.index("Мост через")
    at.view.set_caret(3)
    assert at.view.caret() == at.text.index("Мост через")


def test_caret_moved_tells_code_points(desk: Open) -> None:
    at = desk()
    moved = caught(at.view.caret_moved)
    at.put_caret(". По его")
    at.press(Key.Key_Right)
    assert moved == [at.text.index(". По его"), at.text.index(". По его") + 1]


# -- mouse selection and copying ------------------------------------------------------------------


def test_a_dragged_selection_snaps_to_words_both_ways(desk: Open) -> None:
    at = desk()
    first, last = at.text.index("йдётся в"), at.text.index("8\u00a0млрд")
    at.drag(first, last)
    assert at.selected() == "обойдётся в 4,8\u00a0млрд"
    cursor = at.view.textCursor()
    assert cursor.position() > cursor.anchor()
    at.drag(at.text.index("аботы"), at.text.index("то-то") + 1)
    assert at.selected() == "кто-то ускорил работы"
    cursor = at.view.textCursor()
    assert cursor.position() < cursor.anchor()


def test_a_drag_that_begins_on_selected_words_selects_anew(desk: Open) -> None:
    at = desk()
    first, last = at.text.index("йдётся в"), at.text.index("8\u00a0млрд")
    at.view.select_span(Span(first - 20, last + 20))
    at.drag(first, last)
    assert at.selected() == "обойдётся в 4,8\u00a0млрд"


@pytest.mark.parametrize(
    ("quote", "within", "expected"),
    [("кто-то", 1, "кто-то"), ("4,8", 1, "4,8\u00a0млрд"), ("30 тыс.", 4, "30 тыс."), ("опоры", 2, "опоры")],
)
def test_a_double_click_selects_our_word(desk: Open, quote: str, within: int, expected: str) -> None:
    at = desk()
    at.double_click(quote, within)
    assert at.selected() == expected


def test_a_triple_click_selects_the_sentence(desk: Open) -> None:
    at = desk()
    at.triple_click("словам", 2)
    assert at.selected() == "По его словам, кто-то ускорил работы – и не зря."


def test_copying_gives_our_text(desk: Open) -> None:
    at = desk()
    at.view.select_span(at.span("4,8\u00a0млрд тенге, заявил Ерлан Касымов 👨\u200d👩\u200d👧"))
    at.press(Key.Key_C, CTRL)
    copied = "4,8\u00a0млрд тенге, заявил Ерлан Касымов 👨\u200d👩\u200d👧"
    assert QGuiApplication.clipboard().text() == copied


def test_copy_and_select_all_on_a_cyrillic_layout(desk: Open) -> None:
    at = desk()
    at.view.select_span(at.span("кто-то"))
    at.press_letter(0x0421, "с", CTRL)
    assert QGuiApplication.clipboard().text() == "кто-то"
    at.press_letter(0x0424, "ф", CTRL)
    assert at.view.textCursor().hasSelection()
    assert at.selected() == at.text


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform has none
def test_letters_and_digits_go_to_the_windows_actions(qtbot: QtBot, desk: Open) -> None:
    at = desk()
    window = QMainWindow()
    qtbot.addWidget(window)
    done: list[str] = []
    for keys in ("1", "R", "Backspace", "Tab", "Alt+Right", "Return", "-", "Ctrl+Return"):
        action = QAction(keys, window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False, keys=keys: done.append(keys))
        window.addAction(action)
    window.setCentralWidget(at.view)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    at.view.setFocus()
    at.put_caret("Старый")
    for key, modifiers in (
        (Key.Key_1, Modifier.NoModifier),
        (Key.Key_R, Modifier.NoModifier),
        (Key.Key_Backspace, Modifier.NoModifier),
        (Key.Key_Tab, Modifier.NoModifier),
        (Key.Key_Right, ALT),
        (Key.Key_Return, Modifier.NoModifier),
        (Key.Key_Minus, Modifier.NoModifier),
        (Key.Key_Return, CTRL),
        (Key.Key_Right, CTRL),
    ):
        QTest.keyClick(at.view, key, modifiers)
    assert done == ["1", "R", "Backspace", "Tab", "Alt+Right", "Return", "-", "Ctrl+Return"]
    assert at.view.caret() == at.text.index("мост закрыли")  # Ctrl+Right is the caret's


def test_nothing_can_be_typed_or_pasted(desk: Open) -> None:
    at = desk()
    QGuiApplication.clipboard().setText("чужое")
    at.put_caret("Старый")
    at.press(Key.Key_V, CTRL)
    QTest.keyClicks(at.view, "abc")
    at.press_letter(0x0426, "ц", Modifier.NoModifier)
    at.press(Key.Key_Delete)
    at.press(Key.Key_Backspace)
    assert at.view.document().characterCount() - 1 == len(at.text.encode("utf-16-le")) // 2


def test_a_click_between_paragraphs_goes_to_text_nearby(desk: Open) -> None:
    at = desk()
    block = at.view._page.block(at.view._page.paragraph(at.text.index("Старый")))
    top = block.layout().position().toPoint()
    for above in range(2, 12, 3):  # the gap between two paragraphs
        at.wait_out_double_click()
        QTest.mouseClick(at.view.viewport(), Qt.MouseButton.LeftButton, pos=top + QPoint(60, -above))
        assert at.text.index("Мост об") <= at.view.caret() <= at.text.index("«Мы")
    at.wait_out_double_click()
    QTest.mouseClick(at.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 890))
    assert at.text.index("«Мы") <= at.view.caret() <= at.text.index("Ли.") + 3


# -- labels ---------------------------------------------------------------------------------------


def test_a_label_takes_the_selection_snapped(desk: Open) -> None:
    at = desk()
    asked = caught(at.view.annotate_requested)
    at.put_caret("Касымов")
    at.press(Key.Key_Right, CTRL | SHIFT)
    at.press(Key.Key_Right, SHIFT)
    at.view.apply_label("speaker")
    assert asked == [((at.span("Касымов"),), "speaker")]


def test_a_label_takes_the_word_and_pressed_again_grows(desk: Open) -> None:
    at = desk()
    asked, resized = caught(at.view.annotate_requested), caught(at.view.resize_requested)
    at.put_caret("рлан")
    at.view.apply_label("speaker")
    assert asked == [((at.span("Ерлан"),), "speaker")]
    at.view.put_annotation(annotation(at.text, 7, "speaker", "Ерлан"))
    at.view.select_annotation(7)
    at.view.apply_label("speaker")
    assert resized == [(7, (at.span("Ерлан Касымов"),))]
    at.view.put_annotation(annotation(at.text, 7, "speaker", "Ерлан Касымов"))
    at.view.apply_label("speaker")
    assert resized[-1] == (7, (at.span("заявил Ерлан Касымов 👨\u200d👩\u200d👧"),))
    assert len(asked) == 1


def test_growing_ends_when_the_caret_moves_on(desk: Open) -> None:
    at = desk()
    asked, resized = caught(at.view.annotate_requested), caught(at.view.resize_requested)
    at.put_caret("Ерлан")
    at.view.apply_label("speaker")
    at.view.put_annotation(annotation(at.text, 7, "speaker", "Ерлан"))
    at.press(Key.Key_Right, CTRL)
    at.view.apply_label("speaker")
    assert [spans for spans, _ in asked] == [(at.span("Ерлан"),), (at.span("Касымов"),)]
    at.view.apply_label("number")
    assert asked[-1] == ((at.span("Касымов"),), "number")
    assert resized == []


def test_a_label_before_a_word_means_the_word(desk: Open) -> None:
    at = desk()
    asked, resized = caught(at.view.annotate_requested), caught(at.view.resize_requested)
    at.put_caret("«Мы")
    at.view.apply_label("claim")
    assert asked == [((at.span("Мы"),), "claim")]
    at.view.put_annotation(annotation(at.text, 7, "claim", "Мы"))
    at.view.select_annotation(7)
    at.view.apply_label("claim")
    assert resized == [(7, (at.span("Мы проверили все опоры"),))]


def test_a_label_that_is_there_already_is_selected_not_asked_for(desk: Open) -> None:
    at = desk(lambda text: [annotation(text, 5, "number", "30 тыс.")])
    asked = caught(at.view.annotate_requested)
    at.view.select_span(at.span("30 тыс."))
    at.view.apply_label("number")
    assert asked == []
    assert at.view.selected_annotation() == 5


def test_grow_candidate_selects_ever_more(desk: Open) -> None:
    at = desk()
    at.put_caret("2021")
    found = []
    for _ in range(4):
        at.view.grow_candidate()
        found.append(at.selected())
    sentence = "Старый мост закрыли в 2021 году."
    assert found == ["2021", "Старый мост закрыли в 2021 году", sentence, "2021"]


def test_an_empty_article_has_no_candidate(desk: Open) -> None:
    at = desk()
    at.view.clear()
    assert at.view.article_id() is None
    assert at.view.candidate() is None
    at.view.apply_label("claim")
    at.view.grow_candidate()
    at.view.next_annotation(1)
    at.view.next_suggestion(1)
    at.view.nudge("end", "word", 1)
    at.press(Key.Key_Down)
    assert at.view.caret() == 0


# -- annotations ----------------------------------------------------------------------------------


def nested(text: str) -> list[Any]:
    return [
        annotation(text, 1, "claim", "По нему ездили около 30 тыс. машин в день."),
        annotation(text, 2, "number", "30 тыс."),
        annotation(text, 3, "speaker", "Анна Ли"),
    ]


def test_a_click_selects_the_innermost_and_a_repeated_one_goes_outward(desk: Open) -> None:
    at = desk(nested)
    selected = caught(at.view.annotation_selected)
    at.click("30 тыс.", 1)
    at.click("30 тыс.", 1)
    at.click("30 тыс.", 1)
    at.click("Старый")
    assert selected == [2, 1, 2, None]


def test_the_caret_selects_what_it_comes_upon_and_enter_activates_it(desk: Open) -> None:
    at = desk(nested)
    selected, activated = caught(at.view.annotation_selected), caught(at.view.annotation_activated)
    at.put_caret("около")
    at.press(Key.Key_Right, CTRL)
    at.press(Key.Key_Return)
    at.view.cycle_annotation()
    at.press(Key.Key_Enter, Modifier.KeypadModifier)
    assert selected == [1, 2, 1]
    assert activated == [2, 1]
    at.put_caret("Старый")
    at.press(Key.Key_Return)
    assert selected[-1] is None
    assert activated == [2, 1]


def test_jumps_go_round_in_text_order(desk: Open) -> None:
    at = desk(nested)
    found = []
    for step in (1, 1, 1, 1, -1, -1):
        at.view.next_annotation(step)
        found.append(at.view.selected_annotation())
    assert found == [1, 2, 3, 1, 3, 2]
    assert at.view.caret() == at.text.index("30 тыс.")


def test_a_dropped_annotation_is_selected_no_more(desk: Open) -> None:
    at = desk(nested)
    at.view.select_annotation(2)
    selected = caught(at.view.annotation_selected)
    at.view.drop_annotation(2)
    assert selected == [None]
    at.view.drop_annotation(2)
    at.view.select_annotation(99)
    assert at.view.selected_annotation() is None


@pytest.mark.parametrize(
    ("edge", "unit", "step", "expected"),
    [
        ("end", "word", 1, "30 тыс. машин"),
        ("end", "character", -1, "30 тыс"),
        ("start", "word", -1, "около 30 тыс."),
        ("start", "character", 1, "0 тыс."),
    ],
)
def test_nudges_ask_for_new_bounds(desk: Open, edge: Any, unit: Any, step: int, expected: str) -> None:
    at = desk(nested)
    at.view.select_annotation(2)
    resized = caught(at.view.resize_requested)
    at.view.nudge(edge, unit, step)
    assert [(key, at.cut(spans[0])) for key, spans in resized] == [(2, expected)]


def test_fragments_are_added_and_cut(desk: Open) -> None:
    at = desk(nested)
    at.view.select_annotation(3)
    resized = caught(at.view.resize_requested)
    at.view.select_span(at.span("сообщила"))
    at.view.add_fragment()
    assert resized == [(3, (at.span("сообщила"), at.span("Анна Ли")))]
    at.view.put_annotation(annotation_on(at.text, 3, "speaker", at.span("сообщила"), at.span("Анна Ли")))
    at.view.select_span(at.span("Анна"))
    at.view.cut_fragment()
    assert resized[-1] == (3, (at.span("сообщила"), at.span("Ли", 0)))


def test_fragments_of_one_annotation_do_not_run_into_each_other(desk: Open) -> None:
    at = desk(lambda text: [annotation(text, 1, "claim", "Старый", "мост закрыли")])
    at.view.select_annotation(1)
    resized = caught(at.view.resize_requested)
    at.view.nudge("end", "word", 1)
    assert [at.cut(span) for span in resized[0][1]] == ["Старый", "мост закрыли в"]
    at.view.nudge("start", "character", 1)
    assert [at.cut(span) for span in resized[1][1]] == ["тарый", "мост закрыли"]


# -- suggestions and relating ---------------------------------------------------------------------


def ghosts(text: str) -> list[Any]:
    return [suggestion(text, 11, "number", "15 октября"), suggestion(text, 12, "number", "30 тыс.")]


def test_suggestions_are_gone_through_and_dropped(desk: Open) -> None:
    at = desk(suggestions=ghosts)
    chosen = caught(at.view.suggestion_selected)
    at.view.next_suggestion(1)
    assert at.view.caret() == at.text.index("15 октября")
    assert at.view.candidate() == at.span("15 октября")
    at.view.next_suggestion(1)
    at.view.drop_suggestion(12)
    at.view.next_suggestion(-1)
    at.view.set_suggestions([])
    at.view.next_suggestion(1)
    assert chosen == [11, 12, None, 11, None]


def test_what_comes_with_another_suggestion_is_passed_by(desk: Open) -> None:
    def led(text: str) -> list[Any]:
        first, second = ghosts(text)
        claim = suggestion(text, 13, "claim", "По нему ездили около 30 тыс. машин")
        return [first, second, replace(claim, relations=({"type": "has_number", "to": 12},))]

    at = desk(suggestions=led)
    chosen = caught(at.view.suggestion_selected)
    for _ in range(3):
        at.view.next_suggestion(1)
    at.view.next_suggestion(-1)
    assert chosen == [11, 13, 11, 13]
    at.view.set_suggestions([replace(mark, suggester="revision") for mark in led(at.text)])
    at.view.next_suggestion(1)  # carried over from an earlier revision: each is decided by itself
    at.view.next_suggestion(1)
    at.view.next_suggestion(1)
    assert chosen[-3:] == [12, 11, 13]
    at.view.set_suggestions(led(at.text))
    at.view.drop_suggestion(13)  # rejected: what it led to is to be decided by itself
    at.view.next_suggestion(1)
    assert chosen[-1] == 12


def test_the_caret_on_a_suggestion_chooses_it(desk: Open) -> None:
    at = desk(suggestions=ghosts)
    chosen = caught(at.view.suggestion_selected)
    at.put_caret("30 тыс.", 3)
    at.click("Старый")
    at.click("15 октября", 4)
    assert chosen == [12, None, 11]


def test_relating_numbers_targets(desk: Open) -> None:
    at = desk(nested)
    at.view.select_annotation(1)
    targets, selected = caught(at.view.relation_target_chosen), caught(at.view.annotation_selected)
    at.view.set_relate_candidates([2, 3])
    at.press(Key.Key_2)
    at.press(Key.Key_9)
    at.view.choose_relate_candidate(1)
    at.click("Анна")
    at.click("Старый")
    assert targets == [3, 2, 3]
    assert selected == []
    at.view.set_relate_candidates([])
    at.click("Анна")
    assert targets == [3, 2, 3]
    assert selected == [3]


# -- furniture, size, place -----------------------------------------------------------------------


def test_one_click_opens_and_closes_furniture_and_offsets_stay(desk: Open) -> None:
    at = desk()
    assert at.view.furniture_folded
    fold = at.view._page.folds[0]
    block = at.view._page.block(at.view._page.box_place(fold)[0])
    box = at.view._box_rect(block, False).center().toPoint()
    QTest.mouseClick(at.view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    at.view.set_caret(3)
    assert at.view.caret() == 3
    at.double_click("Поделиться", 2)
    assert at.selected() == "Поделиться"
    block = at.view._page.block(at.view._page.box_place(fold)[0])
    box = at.view._box_rect(block, False).center().toPoint()
    at.wait_out_double_click()
    QTest.mouseClick(at.view.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert at.view.caret() == at.text.index("Мост через")
    at.double_click("кто-то", 2)
    assert at.selected() == "кто-то"


def test_toggle_furniture_and_reveal_in_it(desk: Open) -> None:
    at = desk(lambda text: [annotation(text, 1, "claim", "Читайте")])
    states = [at.view.furniture_folded]
    for _ in range(2):
        at.view.toggle_furniture()
        states.append(at.view.furniture_folded)
    assert states == [True, False, True]
    at.view.select_annotation(1)
    assert at.view.caret() == at.text.index("Читайте")
    assert at.view.selected_annotation() == 1
    assert at.view._page.opened == {8}


def test_a_changed_role_keeps_the_caret_and_folds_the_block(desk: Open) -> None:
    at = desk()
    at.put_caret("Старый", 3)
    blocks = list(at.view._article.blocks)  # type: ignore[union-attr]
    blocks[3] = replace(blocks[3], role=Role.BOILERPLATE)
    at.view.set_blocks(blocks)
    assert at.view.caret() == at.text.index("Старый") + 3
    assert at.view._page.is_hidden(3)
    blocks[6] = replace(blocks[6], role=Role.BOILERPLATE)
    at.view.set_blocks(blocks)
    assert at.view.caret() == at.text.index("«Мы")
    blocks[6] = replace(blocks[6], role=Role.SUBHEADING)
    at.view.set_blocks(blocks)
    assert not at.view._page.is_hidden(6)
    at.view.set_text_size(16)
    assert at.view._page.is_hidden(3)
    assert at.view._page.roles[6] is Role.SUBHEADING
    at.double_click("2021", 1)
    assert at.selected() == "2021"


def test_text_size_and_measure_keep_caret_and_selection(desk: Open) -> None:
    at = desk(height=300)
    sizes = caught(at.view.text_size_changed)
    at.view.select_span(at.span("30 тыс."))
    at.view.set_text_size(28)
    at.view.set_measure(50)
    at.view.set_text_size(1000)
    assert at.selected() == "30 тыс."
    assert sizes == [28, 48]
    assert at.view.measure() == 50


def test_reveal_scrolls_to_the_place(desk: Open) -> None:
    at = desk(height=180)
    at.view.reveal(at.span("Анна"))
    y = at.point(at.text.index("Анна")).y()
    assert 0 < y < at.view.viewport().height()
    before = at.view.verticalScrollBar().value()
    at.view.reveal(at.span("сообщила"))
    assert at.view.verticalScrollBar().value() == before


def test_show_article_starts_anew(desk: Open) -> None:
    at = desk(nested)
    at.view.select_annotation(2)
    other = desk()
    at.view.show_article(other.view._article, other.text, [], [], [], at.view._scheme)  # type: ignore[arg-type]
    assert at.view.selected_annotation() is None
    assert at.view.caret() == at.text.index("Мост через")
    assert at.view.article_id() == 1


def test_the_reader_has_a_name_for_screen_readers(desk: Open) -> None:
    view = desk().view
    assert view.accessibleName()
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
