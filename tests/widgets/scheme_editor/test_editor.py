"""The scheme editor on a real project: fields are steps, sheets tell what they touch, the window follows."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import resources
from app import scheme_edits as edits
from app.anchor import Span
from app.commands.edit_scheme import edit_scheme
from app.scheme import Label, Scheme, parse_scheme
from app.scheme_toml import write_scheme
from app.session import Session
from storage import open_project
from tests.widgets.window.samples import make, marks, shown
from widgets.desk import Desk
from widgets.palette.key_button import KeyButton
from widgets.scheme_editor import SchemeEditor
from widgets.scheme_editor.colours import judgement
from widgets.scheme_editor.entries import Place
from widgets.scheme_editor.naming import NameDialog
from widgets.scheme_editor.sheet import ImpactSheet
from widgets.scheming import Scheming
from widgets.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "news.pressmark"
    make(path)
    return path


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path, path: Path) -> Iterator[Shell]:
    with shown(tmp_path, path) as shell:
        desk = desk_of(shell)
        for span, label in ((Span(0, 4), "claim"), (Span(11, 15), "speaker"), (Span(16, 23), "claim")):
            desk.annotate((span,), label)
        shell.actions.trigger("scheme")
        yield shell


def desk_of(shell: Shell) -> Desk:
    assert shell.desk is not None
    return shell.desk


def scheming_of(shell: Shell) -> Scheming:
    found = desk_of(shell).findChild(Scheming)
    assert isinstance(found, Scheming)
    return found


def editor_of(shell: Shell) -> SchemeEditor:
    editor = scheming_of(shell).editor
    assert editor is not None
    return editor


def scheme_of(shell: Shell) -> Scheme:
    return desk_of(shell).project.scheme()


def label_of(shell: Shell, label_id: str) -> Label:
    label = scheme_of(shell).label(label_id)
    assert label is not None
    return label


def steps(shell: Shell) -> int:
    return len(list(desk_of(shell).project.steps()))


def dialog(shell: Shell, kind: type[W]) -> W:
    """The one dialog of that class that is open."""
    (found,) = (d for d in editor_of(shell).findChildren(kind) if d.isVisible())
    return found


def counted(qtbot: QtBot, shell: Shell) -> ImpactSheet:
    """The open sheet, once it has counted."""
    sheet = dialog(shell, ImpactSheet)
    qtbot.waitUntil(lambda: sheet.impact is not None, timeout=20_000)
    return sheet


def name_it(shell: Shell, name: str) -> NameDialog:
    asked = dialog(shell, NameDialog)
    asked.field.setText(name)
    QTest.keyClick(asked, Qt.Key.Key_Return)
    return asked


def type_into(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    field.insert(text)  # as an input method does: QTest has keys for ASCII only
    QTest.keyClick(field, Qt.Key.Key_Return)


# -- opening ------------------------------------------------------------------------


def test_the_editor_shows_every_part_of_the_scheme_with_its_uses(shell: Shell) -> None:
    editor, scheme = editor_of(shell), scheme_of(shell)
    assert editor.isVisible()
    assert editor.entries.places() == [
        *(Place("label", label.id) for label in scheme.labels),
        *(Place("relation", relation.id) for relation in scheme.relations),
        Place("article"),
    ]
    spoken = [editor.entries.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(1, 5)]
    assert spoken == ["Claim, key 1, 2", "Speaker, key 2, 1", "Number, key 3, 0", "Cue, key 4, 0"]


def test_every_control_has_a_name_and_is_reached_by_tab(shell: Shell) -> None:
    editor = editor_of(shell)
    for place in editor.entries.places():
        editor.entries.choose(place)
        for widget in editor.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                named = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                assert named, (place, widget)


def test_enter_goes_from_the_list_into_the_form(shell: Shell) -> None:
    editor = editor_of(shell)
    for place, field in (
        (Place("label", "cue"), editor.label_form.name),
        (Place("relation", "said_by"), editor.relation_form.name),
        (Place("article"), editor.article_form.rows.list),
    ):
        editor.entries.setFocus()
        editor.entries.choose(place)
        QTest.keyClick(editor.entries, Qt.Key.Key_Return)
        assert editor.focusWidget() is field


def test_opening_again_brings_the_same_editor(shell: Shell) -> None:
    editor = editor_of(shell)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    shell.actions.trigger("scheme")
    assert editor_of(shell) is editor
    assert editor.isVisible()


# -- fields ------------------------------------------------------------------------


def test_a_name_is_a_step_the_whole_window_follows_and_ctrl_z_takes_back(shell: Shell) -> None:
    editor, before = editor_of(shell), steps(shell)
    type_into(editor.label_form.name, "Мәлімдеме")
    assert steps(shell) == before + 1
    assert label_of(shell, "claim").name == "Мәлімдеме"
    assert scheme_of(shell).version == 2
    assert buttons(shell)[0] == "Мәлімдеме"
    assert "Мәлімдеме" in shell.actions.qt("label.claim").text()
    assert desk_of(shell).library._delegate.scheme == scheme_of(shell)
    assert editor.press("Ctrl+Z", editor.label_form.name), "nothing of its own is left to undo in the field"
    assert label_of(shell, "claim").name == "Claim"
    assert editor.label_form.name.text() == "Claim"
    assert buttons(shell)[0] == "Claim"
    assert editor.press("Ctrl+Shift+Z", editor.entries)
    assert editor.label_form.name.text() == "Мәлімдеме"


def buttons(shell: Shell) -> list[str]:
    return [button.accessibleName() for button in shell.window.palette_bar._labels]


def test_letters_are_undone_in_the_field_they_are_typed_in(shell: Shell) -> None:
    editor, before = editor_of(shell), steps(shell)
    editor.label_form.name.setFocus()
    QTest.keyClicks(editor.label_form.name, "x")
    assert not editor.press("Ctrl+Z", editor.label_form.name)
    assert steps(shell) == before


def test_an_edit_does_not_take_back_what_another_window_has_made_of_the_scheme(
    shell: Shell, path: Path
) -> None:
    editor = editor_of(shell)
    project = open_project(path)
    other = Session(project, "Болат")
    edit = edits.Edit(edits.add_label(project.scheme(), "Дәлел"))
    other.do("add_label", edit_scheme(project, edit))
    project.close()
    before = steps(shell)
    type_into(editor.label_form.name, "Мәлімдеме")
    assert steps(shell) == before
    assert [label.name for label in desk_of(shell).project.scheme().labels][-1] == "Дәлел"


@pytest.mark.parametrize("name", ["", "  ", "Speaker", "speaker "])
def test_a_name_that_cannot_be_is_refused_in_a_sentence_and_the_old_one_comes_back(
    shell: Shell, name: str
) -> None:
    form, before = editor_of(shell).label_form, steps(shell)
    form.name.setFocus()
    form.name.setText(name)
    form.settle()
    assert steps(shell) == before
    assert "name" in form.trouble() or "already" in form.trouble()
    assert form.name.text() == "Claim"


def test_only_free_keys_are_offered_and_another_key_works_at_once(shell: Shell) -> None:
    form = editor_of(shell).label_form
    offered = [form.key.itemData(row) for row in range(form.key.count())]
    assert offered == ["", "1", "5", "6", "7", "8", "9"]
    form.key.setCurrentIndex(offered.index("7"))
    form.key.activated.emit(offered.index("7"))
    assert label_of(shell, "claim").key == "7"
    at = shell.actions.at("7", True)
    assert at is not None
    assert at.id == "label.claim"
    desk = desk_of(shell)
    desk.reader.select_span(Span(24, 32))
    shell.actions.trigger("label.claim")
    assert (24, 32) in {(a.start, a.end) for a in desk.annotations() if a.label == "claim"}


def test_colours_are_chosen_as_pairs_and_seen_in_palette_and_article(shell: Shell) -> None:
    form = editor_of(shell).label_form
    red = next(button for pair, button in form.colours._pairs.items() if pair.name == "red")
    red.click()
    assert label_of(shell, "claim").light.line == "#B00921"
    assert desk_of(shell).reader._inks.label("claim").line.name().upper() in ("#B00921", "#F28882")


def test_own_colours_are_judged_while_they_are_typed(shell: Shell) -> None:
    form, before = editor_of(shell).label_form, steps(shell)
    field = form.colours._own["light", "line"]
    field.setFocus()
    field.setText("#DDDDDD")
    assert "hard to read" in form.colours.hint()
    field.setText("#12")
    assert "#RRGGBB" in form.colours.hint()
    field.settle()
    assert steps(shell) == before
    field.setText("#123456")
    field.settle()
    assert label_of(shell, "claim").light.line == "#123456"


def test_the_judgement_counts_the_worst_of_line_and_letters() -> None:
    claim = parse_scheme(resources.scheme()).labels[0]
    assert "hard" not in judgement(claim.light, claim.dark)
    assert "hard" in judgement(replace(claim.light, fill="#94600F"), claim.dark)
    assert "hard" in judgement(claim.light, replace(claim.dark, line="#3A3220"))


def test_guideline_and_examples_are_kept_when_they_are_left(shell: Shell) -> None:
    form, before = editor_of(shell).label_form, steps(shell)
    form.guideline.setFocus()
    form.guideline.setPlainText("Бірінші\u00a0сөз.\n\nЕкінші.  \n")
    form.examples.setFocus()
    form.examples.setPlainText("[Мост] открыт.\n\n  The [bridge] is open.  ")
    editor_of(shell).entries.setFocus()
    assert steps(shell) == before + 2
    claim = label_of(shell, "claim")
    assert claim.guideline == "Бірінші\u00a0сөз.\n\nЕкінші."
    assert claim.examples == ("[Мост] открыт.", "The [bridge] is open.")


def test_a_new_label_gets_its_id_from_its_first_name_and_marks_at_once(shell: Shell) -> None:
    editor = editor_of(shell)
    editor._add_label()
    assert "already" in name_it(shell, "Claim").trouble()
    name_it(shell, "Дәлел")
    assert editor.entries.current() == Place("label", "dalel")
    type_into(editor.label_form.name, "Evidence")
    assert label_of(shell, "dalel").name == "Evidence"
    desk = desk_of(shell)
    desk.reader.select_span(Span(24, 30))
    shell.actions.trigger("label.dalel")
    assert "dalel" in {a.label for a in desk.annotations()}


def test_labels_move_by_keys(shell: Shell) -> None:
    editor = editor_of(shell)
    editor.entries.setFocus()
    QTest.keyClick(editor.entries, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [label.id for label in scheme_of(shell).labels][:2] == ["speaker", "claim"]
    assert editor.entries.current() == Place("label", "claim")
    assert buttons(shell)[:2] == ["Speaker", "Claim"]


# -- attributes ------------------------------------------------------------------------


def test_attributes_are_added_changed_moved_and_deleted(shell: Shell, qtbot: QtBot) -> None:
    field = editor_of(shell).label_form.attributes
    field.rows.add_requested.emit()
    name_it(shell, "Тон")
    assert field.rows.current() == "ton"
    form = field.form
    form.type.setCurrentIndex(form.type.findData("choice"))
    form.type.activated.emit(form.type.currentIndex())
    form.values.add_requested.emit()
    name_it(shell, "жылы")
    type_into(form.help, "Как звучит")
    QTest.keyClick(field.rows.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    made = label_of(shell, "claim").attributes[-2]
    assert (made.id, made.type, made.values, made.help) == ("ton", "choice", ("value", "жылы"), "Как звучит")
    form.values.choose("value")
    QTest.keyClick(form.values.list, Qt.Key.Key_Delete)
    assert label_of(shell, "claim").attributes[-2].values == ("жылы",)
    QTest.keyClick(field.rows.list, Qt.Key.Key_Delete)
    assert label_of(shell, "claim").attribute("ton") is None


def test_a_value_that_is_given_is_renamed_after_saying_whom_it_touches(shell: Shell, qtbot: QtBot) -> None:
    desk = desk_of(shell)
    claim = next(a for a in desk.annotations() if a.label == "claim")
    desk.acts.set_attributes(claim.id, {"verdict": "true"})
    field = editor_of(shell).label_form.attributes
    field.rows.choose("verdict")
    field.form.values.choose("true")
    QTest.keyClick(field.form.values.list, Qt.Key.Key_F2)
    name_it(shell, "правда")
    sheet = counted(qtbot, shell)
    assert sheet.text() == "Touches 1 annotation in 1 article by 1 annotator (Айгүл)."
    sheet.accept()
    assert desk.project.annotation(claim.id).attributes == {"verdict": "правда"}
    shell.actions.trigger("undo")
    assert desk.project.annotation(claim.id).attributes == {"verdict": "true"}
    assert field.form.values.keys()[0] == "true"


def test_attributes_of_articles_are_edited_too(shell: Shell) -> None:
    editor = editor_of(shell)
    editor.entries.choose(Place("article"))
    editor.article_form.rows.add_requested.emit()
    name_it(shell, "Region")
    assert scheme_of(shell).article[-1].id == "region"


# -- relations ------------------------------------------------------------------------


def test_relations_are_ticked_between_labels(shell: Shell, qtbot: QtBot) -> None:
    editor = editor_of(shell)
    editor.entries.choose(Place("relation", "said_by"))
    form = editor.relation_form
    form.targets._boxes["cue"].click()
    assert scheme_of(shell).relations[0].targets == ("speaker", "cue")
    form.single.click()
    assert not scheme_of(shell).relations[0].single
    form.sources._boxes["claim"].click()
    assert "needs a label" in form.trouble()
    assert form.sources.chosen() == ("claim",)
    form.delete()
    assert scheme_of(shell).relation("said_by") is None
    assert editor.entries.current() is not None


# -- merge, split, delete ------------------------------------------------------------------------


def test_a_merge_tells_what_it_touches_and_is_one_step(shell: Shell, qtbot: QtBot, path: Path) -> None:
    before = steps(shell)
    editor_of(shell).merge_requested.emit("speaker")
    sheet = counted(qtbot, shell)
    assert sheet.text().startswith("Touches 1 annotation in 1 article by 1 annotator")
    assert steps(shell) == before
    sheet.accept()
    assert steps(shell) == before + 1
    assert marks(path) == [("claim", "Мост"), ("claim", "Ишим"), ("claim", "откроют")]
    assert "speaker" not in {place.id for place in editor_of(shell).entries.places()}
    assert buttons(shell) == ["Claim", "Number", "Cue"]
    assert shell.actions.at("2", True) is None
    reader = desk_of(shell).reader
    assert {a.label for a in reader._marks.annotations.values()} == {"claim"}
    shell.actions.trigger("undo")
    assert marks(path) == [("claim", "Мост"), ("speaker", "Ишим"), ("claim", "откроют")]
    assert buttons(shell) == ["Claim", "Speaker", "Number", "Cue"]
    assert {a.label for a in reader._marks.annotations.values()} == {"claim", "speaker"}
    shell.actions.trigger("redo")
    assert buttons(shell) == ["Claim", "Number", "Cue"]


def test_a_sheet_thought_better_of_changes_nothing(shell: Shell, qtbot: QtBot, path: Path) -> None:
    before = steps(shell)
    editor_of(shell).delete_requested.emit("claim")
    sheet = counted(qtbot, shell)
    assert "2 annotations are removed." in sheet.text()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert steps(shell) == before
    assert len(marks(path)) == 3


def test_a_deleted_label_may_leave_its_annotations_to_another(shell: Shell, qtbot: QtBot, path: Path) -> None:
    from PySide6.QtWidgets import QRadioButton

    editor_of(shell).delete_requested.emit("claim")
    sheet = counted(qtbot, shell)
    sheet.findChildren(QRadioButton)[1].click()
    sheet = counted(qtbot, shell)
    assert "removed" not in sheet.text()
    sheet.accept()
    assert {label for label, _ in marks(path)} == {"speaker"}


def test_a_label_is_split_by_ticked_values(shell: Shell, qtbot: QtBot, path: Path) -> None:
    desk = desk_of(shell)
    speaker = next(a for a in desk.annotations() if a.label == "speaker")
    desk.acts.set_attributes(speaker.id, {"kind": "organisation"})
    editor_of(shell).split_requested.emit("speaker")
    sheet = dialog(shell, ImpactSheet)
    assert "at least one value" in sheet.text()
    assert not sheet.do_button.isEnabled()
    from widgets.scheme_editor.sheets import _SplitInputs

    inputs = sheet.findChild(_SplitInputs)
    assert isinstance(inputs, _SplitInputs)
    tick, name = inputs._parts["organisation"]
    tick.click()
    qtbot.waitUntil(lambda: sheet.impact is not None, timeout=20_000)
    name.selectAll()
    QTest.keyClicks(name, "Claim")
    assert "already" in sheet.text()
    assert not sheet.do_button.isEnabled()
    name.setText("Ұйым")
    name.textEdited.emit("Ұйым")
    assert sheet.do_button.isEnabled()
    sheet.accept()
    assert desk.project.annotation(speaker.id).label == "uyym"
    assert "Ұйым" in buttons(shell)


def test_an_edit_of_many_annotations_is_carried_out_beside_the_window(
    shell: Shell, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widgets.scheming._AT_ONCE", 0)
    editor_of(shell).merge_requested.emit("speaker")
    counted(qtbot, shell).accept()
    qtbot.waitUntil(lambda: buttons(shell) == ["Claim", "Number", "Cue"], timeout=20_000)
    assert {label for label, _ in marks(path)} == {"claim"}
    shell.actions.trigger("undo")
    qtbot.waitUntil(lambda: "Speaker" in buttons(shell), timeout=20_000)
    assert {label for label, _ in marks(path)} == {"claim", "speaker"}


# -- import and export ------------------------------------------------------------------------


def test_an_exported_scheme_comes_back_equal(shell: Shell, tmp_path: Path, qtbot: QtBot) -> None:
    scheming, out = scheming_of(shell), tmp_path / "out.toml"
    type_into(editor_of(shell).label_form.name, "Statement")
    kept = scheme_of(shell)
    scheming.export_to(out)
    assert parse_scheme(out.read_text(encoding="utf-8")) == kept
    shell.actions.trigger("undo")
    assert scheming.import_file(out) is not None
    sheet = counted(qtbot, shell)
    sheet.accept()
    assert scheme_of(shell) == replace(kept, version=2)


def test_an_import_must_say_what_becomes_of_labels_that_are_marked(
    shell: Shell, qtbot: QtBot, tmp_path: Path, path: Path
) -> None:
    other = edits.add_label(edits.delete_label(scheme_of(shell), "claim").scheme, "Quote")
    file = tmp_path / "other.toml"
    file.write_text(write_scheme(other), encoding="utf-8")
    sheet = scheming_of(shell).import_file(file)
    assert sheet is not None
    assert "Say what becomes of the annotations of “Claim”." in sheet.text()
    assert not sheet.do_button.isEnabled()
    from widgets.combo import CardCombo

    fate = sheet.findChild(CardCombo)
    assert isinstance(fate, CardCombo)
    assert [fate.itemText(row) for row in range(fate.count())] == [
        "choose…", "move to Speaker", "move to Number", "move to Cue", "move to Quote", "remove 2 annotations"
    ]  # fmt: skip
    fate.setCurrentIndex(fate.findData("quote"))
    counted(qtbot, shell).accept()
    assert {label for label, _ in marks(path)} == {"quote", "speaker"}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"id = ", "not valid TOML"),
        (b'id = "x"\nname = "X"', "has no labels"),
        (b"\xff\xfe", "not a text in UTF-8"),
    ],
)
def test_what_is_no_scheme_is_told_in_the_editor(
    shell: Shell, tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "bad.toml"
    file.write_bytes(content)
    assert scheming_of(shell).import_file(file) is None
    assert sentence in editor_of(shell).message()
    assert scheming_of(shell).import_file(tmp_path / "missing.toml") is None
    assert "cannot be read" in editor_of(shell).message()


def test_a_folder_that_is_not_there_is_told(shell: Shell, tmp_path: Path) -> None:
    scheming_of(shell).export_to(tmp_path / "no" / "scheme.toml")
    assert "cannot be written" in editor_of(shell).message()


def test_a_bundled_scheme_can_take_the_place_of_an_unused_one(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(tmp_path) as shell:
        assert shell.create_project(tmp_path / "new.pressmark", "empty")
        assert buttons(shell) == ["Mark"]
        shell.actions.trigger("scheme")
        editor_of(shell).import_requested.emit("fact_check")
        sheet = counted(qtbot, shell)
        assert "No annotation is touched." in sheet.text()
        sheet.accept()
        assert buttons(shell) == ["Claim", "Speaker", "Evidence", "Verdict"]


# -- end ------------------------------------------------------------------------


def test_closing_the_project_closes_the_editor_and_what_was_typed_is_kept(
    shell: Shell, qtbot: QtBot, path: Path
) -> None:
    editor = editor_of(shell)
    editor.label_form.name.setFocus()
    editor.label_form.name.setText("Typed")
    shell.close_project()
    assert not editor.isVisible()
    reading = open_project(path, read_only=True)
    assert reading.scheme().labels[0].name == "Typed"
    reading.close()
    shell.open_project(path)
    assert scheming_of(shell).editor is None


def test_the_buttons_of_the_palette_are_whole_with_long_names(shell: Shell) -> None:
    type_into(editor_of(shell).label_form.name, "Тексеруге болатын мәлімдеме")
    for button in shell.window.palette_bar.findChildren(KeyButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width()
