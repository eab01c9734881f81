"""An annotator's hours in the window, with real keys, a real file, and what is on disk looked at after."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.anchor import Span, anchor
from app.annotation import Status
from app.article import Role
from app.ids import new_id
from app.project import ArticleQuery
from app.settings import THEME
from app.suggestion import Decision, Suggestion
from storage import open_project
from tests.widgets.window.samples import ANNOTATOR, make, marks, place_of, shown
from widgets.desk import Desk
from widgets.offers import export
from widgets.shell import Shell

# What the offscreen platform cannot do, and says when a dialog opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Key = Qt.Key
COST = "4,8 млрд тенге"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.pressmark"
    make(path)
    return path


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, path: Path) -> Iterator[Shell]:
    with shown(tmp_path, path, suggesting=False) as shell:
        yield shell


def desk_of(shell: Shell) -> Desk:
    assert shell.desk is not None
    return shell.desk


def press(shell: Shell, *keys: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    handle = shell.window.windowHandle()
    assert isinstance(handle, QWindow)
    for key in keys:
        QTest.keyClick(handle, Qt.Key(key), modifiers)


def write(shell: Shell, text: str) -> None:
    """Type: QTest's own keyClicks knows Latin letters only."""
    handle = shell.window.windowHandle()
    assert handle is not None
    for letter in text:
        key = Qt.Key(ord(letter.upper()))
        QTest.sendKeyEvent(QTest.KeyAction.Click, handle, key, letter, Qt.KeyboardModifier.NoModifier)


# What each layout types at the places of the US keys that act: Russian letters, Kazakh letters and digits.
LAYOUTS: dict[str, dict[str, str]] = {
    "us": {},
    "ru": dict(zip("RBZFKG", "КИЯАЛП", strict=True)),
    "kz": dict(zip("RBZFKG123", 'КИЯАЛП"ӘІ', strict=True)),
}


def strike(
    shell: Shell, layout: str, key: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press the key that has this sign on a US keyboard, as a layout reports it."""
    handle = shell.window.windowHandle()
    assert handle is not None
    typed = LAYOUTS[layout].get(key, key)
    text = "" if modifiers & CTRL else typed.lower()
    QTest.sendKeyEvent(QTest.KeyAction.Click, handle, Qt.Key(ord(typed)), text, modifiers)


def in_inspector(shell: Shell) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and desk_of(shell).inspector.isAncestorOf(focus)


def select(shell: Shell, words: str) -> Span:
    desk = desk_of(shell)
    start = desk.text.index(words)
    span = Span(start, start + len(words))
    desk.reader.select_span(span)
    return span


def status_of(desk: Desk) -> Status | None:
    assert desk.article is not None
    kept = desk.project.status(desk.article.id, ANNOTATOR)
    return None if kept is None else kept.status


def suggest(shell: Shell, qtbot: QtBot, *quotes: str, label: str = "number") -> list[int]:
    """Have just these suggestions in the open article; return their ids."""
    desk = desk_of(shell)
    assert desk.article is not None
    qtbot.waitUntil(lambda: not shell.tasks.running, timeout=60_000)
    for suggester in {suggestion.suggester for suggestion in desk.project.suggestions(desk.article.id)}:
        desk.session.put_suggestions(desk.article.id, {suggester: []})
    made = [
        Suggestion(
            new_id(),
            desk.article.id,
            label,
            anchor(desk.text, Span(desk.text.index(quote), desk.text.index(quote) + len(quote))),
            0.9,
            "by hand",
            attributes={"value": 1},
        )
        for quote in quotes
    ]
    desk.session.put_suggestions(desk.article.id, {"by hand": made})
    return [suggestion.id for suggestion in made]


def test_a_label_key_marks_the_selection_and_everything_is_on_disk_at_once(shell: Shell, path: Path) -> None:
    desk = desk_of(shell)
    assert status_of(desk) is None
    select(shell, "Новый мост обойдётся бюджету в 4,8 млрд тенге")
    press(shell, Key.Key_1)
    select(shell, "Ерлан Касымов")
    press(shell, Key.Key_2)
    select(shell, COST)
    press(shell, Key.Key_3)
    assert marks(path) == [
        ("claim", "Новый мост обойдётся бюджету в 4,8 млрд тенге"),
        ("number", COST),
        ("speaker", "Ерлан Касымов"),
    ]
    assert status_of(desk) is Status.IN_PROGRESS
    assert shell.window.status_bar.text().startswith("● Saved ")
    assert "number 1 of 1" in shell.window.status_bar.text()


def test_on_a_cyrillic_layout_the_same_keys_do_the_same(shell: Shell, path: Path) -> None:
    handle = shell.window.windowHandle()
    assert handle is not None
    select(shell, "Ерлан Касымов")
    QTest.sendKeyEvent(QTest.KeyAction.Click, handle, Qt.Key(ord("Ә")), "ә", Qt.KeyboardModifier.NoModifier)
    assert marks(path) == [("speaker", "Ерлан Касымов")]
    QTest.sendKeyEvent(QTest.KeyAction.Click, handle, Qt.Key(ord("Я")), "я", CTRL)
    assert marks(path) == []
    QTest.sendKeyEvent(QTest.KeyAction.Click, handle, Qt.Key.Key_unknown, "Я", CTRL | SHIFT)
    assert marks(path) == [("speaker", "Ерлан Касымов")]


def test_undo_and_redo_go_to_the_place_in_another_article(shell: Shell, path: Path) -> None:
    desk = desk_of(shell)
    first = desk.article
    select(shell, "Анна Ли")
    press(shell, Key.Key_2)
    press(shell, Key.Key_PageDown, modifiers=CTRL)
    assert desk.article is not None
    assert first is not None
    assert desk.article.id != first.id
    press(shell, Key.Key_Z, modifiers=CTRL)
    assert desk.article.id == first.id
    assert marks(path) == []
    assert status_of(desk) is None
    press(shell, Key.Key_PageDown, modifiers=CTRL)
    press(shell, Key.Key_Z, modifiers=CTRL | SHIFT)
    assert desk.article.id == first.id
    assert marks(path) == [("speaker", "Анна Ли")]
    selected = desk.selected()
    assert selected is not None
    assert selected.text == "Анна Ли"


def test_nothing_to_undo_is_said_quietly(shell: Shell) -> None:
    press(shell, Key.Key_Z, modifiers=CTRL)  # the import is not this session's; it is the project's
    press(shell, Key.Key_Z, modifiers=CTRL)
    assert shell.window.message_bar.text() == "There is nothing to undo."


def test_r_and_a_digit_relate_a_claim_to_the_nearest_speaker_and_its_number(shell: Shell) -> None:
    desk = desk_of(shell)
    for words, key in (("Анна Ли", Key.Key_2), ("Ерлан Касымов", Key.Key_2), (COST, Key.Key_3)):
        select(shell, words)
        press(shell, key)
    select(shell, "Новый мост обойдётся бюджету в 4,8 млрд тенге")
    press(shell, Key.Key_1)
    press(shell, Key.Key_R)
    assert "Relate to" in shell.window.status_bar.text()
    press(shell, Key.Key_1)
    press(shell, Key.Key_R, Key.Key_2)  # the speaker related already comes last now
    assert desk.article is not None
    texts = {a.id: a.text for a in desk.annotations()}
    made = {(r.type, texts[r.target]) for r in desk.project.relations(desk.article.id)}
    assert made == {("said_by", "Ерлан Касымов"), ("has_number", COST)}
    assert "Relate to" not in shell.window.status_bar.text()


def test_another_key_or_escape_ends_relating(shell: Shell) -> None:
    desk = desk_of(shell)
    select(shell, "Анна Ли")
    press(shell, Key.Key_2)
    select(shell, "ни одна не дала осадки")
    press(shell, Key.Key_1, Key.Key_R)
    assert desk.relating.active()
    press(shell, Key.Key_Escape)
    assert not desk.relating.active()
    press(shell, Key.Key_R)
    press(shell, Key.Key_Right)
    assert not desk.relating.active()
    assert desk.article is not None
    assert desk.project.relations(desk.article.id) == []


def test_suggestions_are_stepped_through_accepted_and_rejected_by_keys(shell: Shell, qtbot: QtBot) -> None:
    desk = desk_of(shell)
    first, second, third = suggest(shell, qtbot, COST, "15 октября", "36 опор")
    assert "3 suggestions left" in shell.window.status_bar.text()
    press(shell, Key.Key_Tab)
    assert desk.reader.selected_suggestion() == first
    press(shell, Key.Key_Return)
    assert desk.reader.selected_suggestion() == second
    press(shell, Key.Key_Backspace)
    assert desk.reader.selected_suggestion() == third
    decisions = [desk.project.suggestion(i).decision for i in (first, second, third)]
    assert decisions == [Decision.ACCEPTED, Decision.REJECTED, Decision.OPEN]
    assert [(a.text, a.origin) for a in desk.annotations()] == [(COST, "by hand")]
    assert "1 suggestion left" in shell.window.status_bar.text()
    press(shell, Key.Key_Z, modifiers=CTRL)
    assert desk.project.suggestion(second).decision is Decision.OPEN


def test_enter_keeps_what_was_corrected_in_the_suggestions_card(
    shell: Shell, qtbot: QtBot, path: Path
) -> None:
    desk = desk_of(shell)
    first, second = suggest(shell, qtbot, COST, "15 октября")
    press(shell, Key.Key_Tab)
    assert desk.reader.selected_suggestion() == first
    unit = next(f for f in desk.inspector.findChildren(QLineEdit) if f.accessibleName() == "Unit")
    unit.setFocus()
    write(shell, "тг")
    press(shell, Key.Key_F6, modifiers=SHIFT)  # back into the article
    assert QApplication.focusWidget() is desk.reader
    press(shell, Key.Key_Return)
    (made,) = desk.annotations()
    assert dict(made.attributes) == {"value": 1, "unit": "тг"}
    assert desk.project.suggestion(first).decision is Decision.EDITED
    assert desk.reader.selected_suggestion() == second
    press(shell, Key.Key_Return)
    assert desk.project.suggestion(second).decision is Decision.ACCEPTED


def test_marking_just_what_is_suggested_accepts_it_with_its_values(shell: Shell, qtbot: QtBot) -> None:
    desk = desk_of(shell)
    (suggestion,) = suggest(shell, qtbot, COST)
    select(shell, COST)
    press(shell, Key.Key_3)
    assert desk.project.suggestion(suggestion).decision is Decision.ACCEPTED
    assert [dict(a.attributes) for a in desk.annotations()] == [{"value": 1}]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_keys_that_mark_relate_and_undo_are_places_on_every_layout(
    shell: Shell, path: Path, layout: str
) -> None:
    desk = desk_of(shell)
    claim = f"Новый мост обойдётся бюджету в {COST}"
    desk.reader.set_caret(desk.text.index("Касымов") + 2)
    strike(shell, layout, "2")
    assert marks(path) == [("speaker", "Касымов")]
    strike(shell, layout, "2")  # again: the next extent
    assert marks(path) == [("speaker", "Ерлан Касымов")]
    select(shell, "4,8")
    strike(shell, layout, "3")
    press(shell, Key.Key_Right, modifiers=CTRL | ALT)  # a figure and its multiplier are one word
    assert ("number", COST) in marks(path)
    select(shell, claim)
    strike(shell, layout, "1")
    strike(shell, layout, "R")
    assert desk.relating.active()
    strike(shell, layout, "1")
    assert not desk.relating.active()
    assert desk.article is not None
    (relation,) = desk.project.relations(desk.article.id)
    assert desk.project.annotation(relation.target).text == "Ерлан Касымов"
    strike(shell, layout, "Z", CTRL)
    assert desk.project.relations(desk.article.id) == []
    strike(shell, layout, "Z", CTRL | SHIFT)
    assert len(desk.project.relations(desk.article.id)) == 1
    at = desk.text.index("Старый мост")
    desk.reader.set_caret(at)
    strike(shell, layout, "B")
    assert next(b.role for b in desk.article.blocks if b.start == at) is Role.BOILERPLATE
    strike(shell, layout, "Z", CTRL)
    assert next(b.role for b in desk.article.blocks if b.start == at) is Role.BODY
    folded = desk.reader.furniture_folded
    strike(shell, layout, "B", CTRL)
    assert desk.reader.furniture_folded is not folded


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_keys_that_open_something_are_places_on_every_layout(
    shell: Shell, qtbot: QtBot, layout: str
) -> None:
    strike(shell, layout, "F", CTRL)
    assert QApplication.focusWidget() is shell.window.find_bar.field
    press(shell, Key.Key_Escape)
    strike(shell, layout, "F", CTRL | SHIFT)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "librarySearch"
    strike(shell, layout, "K", CTRL)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_keys_walk_through_annotations_open_cards_and_remove(shell: Shell, path: Path) -> None:
    desk = desk_of(shell)
    for words, key in (("Ерлан Касымов", Key.Key_2), ("36 опор", Key.Key_3), ("Анна Ли", Key.Key_2)):
        select(shell, words)
        press(shell, key)
    # A plain caret inside an annotation: Enter opens its card.
    desk.reader.set_caret(desk.text.index("36 опор") + 4)
    press(shell, Key.Key_Return)
    assert in_inspector(shell)
    desk.focus_article()
    press(shell, Key.Key_Tab, modifiers=CTRL)
    selected = desk.selected()
    assert selected is not None
    assert selected.text == "Анна Ли"
    press(shell, Key.Key_Backtab, modifiers=CTRL | SHIFT)
    press(shell, Key.Key_Backtab, modifiers=CTRL | SHIFT)
    selected = desk.selected()
    assert selected is not None
    assert selected.text == "Ерлан Касымов"
    press(shell, Key.Key_Backspace)
    assert marks(path) == [("number", "36 опор"), ("speaker", "Анна Ли")]
    press(shell, Key.Key_Escape)
    assert desk.selected() is None
    desk.reader.set_caret(0)
    press(shell, Key.Key_Z, modifiers=CTRL)
    selected = desk.selected()
    assert selected is not None
    assert selected.text == "Ерлан Касымов"
    assert desk.reader.viewport().rect().contains(desk.reader.cursorRect().center())


def test_every_step_of_the_caret_selects_with_shift(shell: Shell) -> None:
    desk = desk_of(shell)
    start = desk.text.index("Новый мост обойдётся")
    said = "«Мы проверили все 36 опор"

    def chosen() -> str:
        span = desk.reader.selected_span()
        return "" if span is None else desk.text[span.start : span.end]

    desk.reader.set_caret(start)
    press(shell, Key.Key_Right, modifiers=SHIFT)
    assert chosen() == "Новый"  # as it would be labelled: the whole word
    press(shell, Key.Key_Right, modifiers=CTRL | SHIFT)
    press(shell, Key.Key_Right, modifiers=CTRL | SHIFT)
    assert chosen() == "Новый мост"
    press(shell, Key.Key_Down, modifiers=ALT | SHIFT)
    assert chosen().endswith("заявил подрядчик Ерлан Касымов.")
    press(shell, Key.Key_Down, modifiers=CTRL | SHIFT)
    assert chosen().endswith("на месяц раньше срока.")
    press(shell, Key.Key_Down, modifiers=CTRL)
    assert chosen() == ""
    assert desk.text.startswith(said, desk.reader.caret())
    press(shell, Key.Key_Up, modifiers=CTRL)
    assert desk.reader.caret() == start
    press(shell, Key.Key_Down, modifiers=ALT)
    assert desk.text.startswith("По его словам", desk.reader.caret())
    press(shell, Key.Key_Up, modifiers=ALT)
    press(shell, Key.Key_Right, modifiers=CTRL)
    assert desk.text.startswith("мост обойдётся", desk.reader.caret())
    press(shell, Key.Key_Left)
    press(shell, Key.Key_Left, modifiers=CTRL)
    assert desk.reader.caret() == start


def test_choosing_an_annotation_lets_go_of_the_suggestion_at_the_old_caret(
    shell: Shell, qtbot: QtBot
) -> None:
    desk = desk_of(shell)
    select(shell, "36 опор")
    press(shell, Key.Key_3)
    marked = desk.selected()
    assert marked is not None
    (suggestion,) = suggest(shell, qtbot, COST)
    press(shell, Key.Key_Tab)
    assert desk.reader.selected_suggestion() == suggestion
    desk.show_annotation(marked.id)
    assert desk.reader.selected_suggestion() is None
    press(shell, Key.Key_Tab)
    press(shell, Key.Key_Escape)
    assert (desk.reader.selected_suggestion(), desk.selected()) == (None, None)


def test_nudging_moves_an_edge_and_delete_removes(shell: Shell, path: Path) -> None:
    select(shell, "36 опор")
    press(shell, Key.Key_3)
    press(shell, Key.Key_Left, modifiers=ALT)
    assert marks(path) == [("number", "36 опо")]
    press(shell, Key.Key_Right, modifiers=ALT)
    press(shell, Key.Key_Left, modifiers=CTRL | ALT | SHIFT)
    assert marks(path) == [("number", "все 36 опор")]
    press(shell, Key.Key_Delete)
    assert marks(path) == []


def test_done_goes_on_to_the_next_article_and_says_where_the_list_ends(shell: Shell) -> None:
    desk = desk_of(shell)
    seen = []
    for _ in range(3):
        assert desk.article is not None
        seen.append(desk.article.id)
        press(shell, Key.Key_Return, modifiers=CTRL)
    statuses = [desk.project.status(article_id, ANNOTATOR) for article_id in seen]
    assert [s.status if s else None for s in statuses] == [Status.DONE] * 3
    assert len(set(seen)) == 3
    assert "last article" in shell.window.message_bar.text()


def test_b_makes_the_paragraph_page_furniture_and_text_again(shell: Shell) -> None:
    desk = desk_of(shell)
    at = desk.text.index("Старый мост")
    desk.reader.set_caret(at)
    press(shell, Key.Key_B)

    def role() -> Role:
        assert desk.article is not None
        return next(b.role for b in desk.project.article(desk.article.id).blocks if b.start == at)

    assert role() is Role.BOILERPLATE
    press(shell, Key.Key_Z, modifiers=CTRL)
    assert role() is Role.BODY


def test_keys_belong_to_the_field_one_types_in(shell: Shell, path: Path) -> None:
    press(shell, Key.Key_F, modifiers=CTRL | SHIFT)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    write(shell, "123r")
    press(shell, Key.Key_Backspace)
    assert field.text() == "123"
    press(shell, Key.Key_Z, modifiers=CTRL)
    assert marks(path) == []
    field.clear()


def test_find_in_article_selects_what_a_label_key_then_marks(shell: Shell, path: Path) -> None:
    press(shell, Key.Key_F, modifiers=CTRL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.clear()
    write(shell, "обойдется")
    press(shell, Key.Key_Escape)
    assert QApplication.focusWidget() is desk_of(shell).reader
    press(shell, Key.Key_1)
    assert marks(path) == [("claim", "обойдётся")]


def test_the_command_palette_does_what_is_typed(shell: Shell, qtbot: QtBot) -> None:
    desk = desk_of(shell)
    before = desk.article
    press(shell, Key.Key_K, modifiers=CTRL)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    QTest.keyClicks(dialog.focusWidget(), "next art")
    QTest.keyClick(dialog.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(lambda: desk.article is not None and before is not None and desk.article.id != before.id)


def test_it_opens_again_where_it_was_left(qtbot: QtBot, tmp_path: Path, path: Path) -> None:
    with shown(tmp_path, path) as shell:
        desk = desk_of(shell)
        press(shell, Key.Key_PageDown, modifiers=CTRL)
        select(shell, "240 оқушы")
        press(shell, Key.Key_3)
        left = desk.article
        selected, caret = desk.selected(), desk.reader.caret()
        shell.set_theme("dark")
    assert left is not None
    assert selected is not None
    reading = open_project(path, read_only=True)
    assert place_of(reading)["article_id"] == left.id
    reading.close()
    with shown(tmp_path, path) as shell:
        desk = desk_of(shell)
        assert desk.article is not None
        assert desk.article.id == left.id
        assert desk.reader.selected_annotation() == selected.id
        assert desk.reader.caret() == caret
        assert shell.settings.get(THEME) == "dark"
        shell.set_theme("light")


def test_dropped_files_are_imported_in_the_background_and_their_fates_listed(
    shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_of(shell)
    folder = tmp_path / "saved"
    folder.mkdir()
    body = "Вчера в городе открыли библиотеку на 300 мест, сообщил директор Пётр Ким. " * 4
    for name in ("one", "two"):
        html = (
            f"<html><head><title>{name}</title></head><body><h1>{name} статья</h1><p>{body}</p></body></html>"
        )
        (folder / f"{name}.html").write_text(html, encoding="utf-8")
    (folder / "same.html").write_bytes((folder / "one.html").read_bytes())
    (folder / "empty.html").write_bytes(b"")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    shell.window.dropEvent(event)
    importing = shell.importing
    assert importing is not None
    with qtbot.waitSignal(importing.finished, timeout=60_000):
        pass
    assert sorted((r.path.name, r.fate) for r in importing.results) == [
        ("empty.html", "failed"),
        ("one.html", "added"),
        ("same.html", "duplicate"),
        ("two.html", "added"),
    ]
    assert len(desk.project.find(ArticleQuery())) == 5
    assert "2 added" in shell.window.message_bar.text()
    shell.show_import_results()
    assert shell._results is not None
    assert shell._results.rows() == 4
    shell._results.show_only_failed(True)
    assert shell._results.rows() == 1
    shell._results.close()
    qtbot.waitUntil(lambda: not shell.tasks.running, timeout=60_000)


def test_export_writes_in_the_background_and_says_what_is_lost(
    shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    from app.dataset import Selection
    from widgets.exporting import Order

    select(shell, "Анна Ли")
    press(shell, Key.Key_2)
    out = tmp_path / "out" / "dataset.jsonl"
    export(shell, desk_of(shell).project.path, Order("jsonl", out, Selection()))
    qtbot.waitUntil(lambda: not shell.tasks.running, timeout=60_000)
    assert "Анна Ли" in out.read_text(encoding="utf-8")
    said = shell.window.message_bar.text()
    assert said.startswith("Exported to ")
    assert "3 articles, 1 annotation." in said


def test_the_sample_project_opens_from_the_welcome_page_in_one_click(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(tmp_path) as shell:
        assert shell.desk is None
        shell.window.welcome._sample.click()
        qtbot.waitUntil(lambda: shell.desk is not None, timeout=60_000)
        assert desk_of(shell).article is not None
        shell.actions.trigger("project.close")
        assert shell.desk is None
        assert [path.stem for path in shell.settings.recent_projects()] == ["sample"]


def test_a_file_that_is_no_project_is_refused_with_a_sentence_and_nothing_happens_to_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    wrong = tmp_path / "letter.pressmark"
    wrong.write_text("Dear reader", encoding="utf-8")
    with shown(tmp_path) as shell:
        shell.take_in([wrong])
        assert shell.desk is None
        assert "letter.pressmark" in shell.window.message_bar.text()
    assert wrong.read_text(encoding="utf-8") == "Dear reader"
