"""The settings dialog: made from the declarations, holding at once; keys changed by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from app import settings as setting
from app.settings import ALL, Settings
from tests.widgets.window.samples import make, shown
from widgets.dialogs.settings import SettingsDialog
from widgets.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    project = tmp_path / "news.pressmark"
    make(project)
    with shown(tmp_path, project) as shell:
        yield shell


@pytest.fixture
def dialog(shell: Shell, qtbot: QtBot) -> Iterator[SettingsDialog]:
    dialog = SettingsDialog(shell.settings, shell.actions, shell.window)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()


def at_keys(dialog: SettingsDialog, name: str) -> None:
    """Go to the page of keys and to the action of this name, by keys."""
    dialog.tabs.setCurrentWidget(dialog.keys)
    dialog.keys.field.setText(name)
    QTest.keyClick(dialog.keys.field, Key.Key_Down)


def test_there_is_a_field_for_every_setting_offered_and_no_other(dialog: SettingsDialog) -> None:
    assert set(dialog.fields) == {entry.id for entry in ALL if entry.offered}
    assert all(field.accessibleName() for field in dialog.fields.values())


def test_what_is_set_holds_at_once(dialog: SettingsDialog, shell: Shell) -> None:
    theme, size, width = (dialog.fields[name] for name in ("theme", "text_size", "text_width"))
    assert isinstance(theme, QComboBox)
    assert isinstance(size, QDoubleSpinBox)
    assert isinstance(width, QSpinBox)
    theme.setFocus()
    QTest.keyClick(theme, Key.Key_End)
    assert shell.actions.qt("theme.dark").isChecked()
    size.setValue(21)
    width.setValue(50)
    assert shell.desk is not None
    assert (shell.desk.reader.text_size(), shell.desk.reader.measure()) == (21, 50)
    kept = Settings(shell.settings.path.parent)
    assert (kept.get(setting.THEME), kept.get(setting.TEXT_SIZE)) == ("dark", 21)


def test_another_name_opens_that_annotators_set(dialog: SettingsDialog, shell: Shell, qtbot: QtBot) -> None:
    name = dialog.fields["annotator"]
    assert isinstance(name, QLineEdit)
    name.setText("Айгүл")
    QTest.keyClick(name, Key.Key_Return)
    qtbot.waitUntil(lambda: shell.desk is not None and shell.desk.annotator == "Айгүл")


def test_a_key_is_changed_by_pressing_it(dialog: SettingsDialog, shell: Shell) -> None:
    at_keys(dialog, "Export")
    QTest.keyClick(dialog.keys.list, Key.Key_Return)
    assert "Export" in dialog.keys.said.text()
    QTest.keyClick(dialog.keys.list, Key.Key_E, Held.ControlModifier | Held.ShiftModifier)
    assert shell.actions.keys_of("export") == ("Ctrl+Shift+E",)
    assert shell.actions.qt("export").text().endswith("Ctrl+Shift+E")
    assert Settings(shell.settings.path.parent).get(setting.KEYS) == {"export": ["Ctrl+Shift+E"]}
    assert dialog.isVisible()


def test_a_clash_is_refused_and_says_with_what(dialog: SettingsDialog, shell: Shell) -> None:
    at_keys(dialog, "Export")
    QTest.keyClick(dialog.keys.list, Key.Key_Return)
    QTest.keyClick(dialog.keys.list, Key.Key_Z, Held.ControlModifier)
    assert "Undo" in dialog.keys.said.text()
    assert dialog.keys.said.property("kind") == "error"
    QTest.keyClick(dialog.keys.list, Key.Key_X)
    assert "typed" in dialog.keys.said.text()
    assert shell.actions.keys_of("export") == ("Ctrl+E",)
    QTest.keyClick(dialog.keys.list, Key.Key_Escape)
    assert dialog.isVisible()
    assert shell.actions.given_keys() == {}


def test_a_key_on_the_russian_layout_is_its_place(dialog: SettingsDialog, shell: Shell) -> None:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    at_keys(dialog, "Relate")
    QTest.keyClick(dialog.keys.list, Key.Key_Return)
    event = QKeyEvent(QKeyEvent.Type.KeyPress, 0x0427, Held.NoModifier, "ч")  # ч stands on X
    QApplication.sendEvent(dialog.keys.list, event)
    assert shell.actions.keys_of("relate") == ("X",)


def test_delete_takes_a_key_off_and_reset_brings_it_back(dialog: SettingsDialog, shell: Shell) -> None:
    at_keys(dialog, "Relate")
    QTest.keyClick(dialog.keys.list, Key.Key_Delete)
    assert shell.actions.keys_of("relate") == ()
    assert shell.actions.at("R", in_article=True) is None
    dialog.keys.reset()
    assert shell.actions.keys_of("relate") == ("R",)


def test_reset_is_refused_where_another_action_has_the_key_by_now(
    dialog: SettingsDialog, shell: Shell
) -> None:
    shell.actions.give_keys({"relate": (), "block.furniture": ("R",)})
    at_keys(dialog, "Relate")
    dialog.keys.reset()
    assert "furniture" in dialog.keys.said.text()
    assert shell.actions.keys_of("relate") == ()
    dialog.keys.reset_all()
    assert shell.actions.keys_of("relate") == ("R",)


def test_given_keys_hold_after_a_restart_and_show_in_f1(qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtWidgets import QLabel

    from widgets.dialogs.keys_list import KeysDialog

    project = tmp_path / "news.pressmark"
    make(project)
    with shown(tmp_path, project) as shell:
        shell.settings.set(setting.KEYS, {"export": ["F8"]})
    with shown(tmp_path, project) as shell:
        assert shell.actions.at("F8", in_article=False) is not None
        dialog = KeysDialog(shell.actions, shell.window)
        assert "F8" in {label.text() for label in dialog.findChildren(QLabel)}
        dialog.deleteLater()
