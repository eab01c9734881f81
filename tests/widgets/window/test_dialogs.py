"""The dialogs: what they refuse, what they say, and what they hand back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from storage import open_project
from tests.widgets.window.samples import make, shown
from widgets import theme
from widgets.actions import Actions
from widgets.dialogs.about import AboutDialog
from widgets.dialogs.command_palette import CommandPalette
from widgets.dialogs.go_to import GoToDialog
from widgets.dialogs.keys_list import KeysDialog
from widgets.dialogs.new_project import NewProjectDialog
from widgets.dialogs.path_field import PathField
from widgets.shell import Shell
from widgets.tick_box import TickBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    path = tmp_path / "news.pressmark"
    make(path)
    with shown(tmp_path, path) as shell:
        yield shell


@pytest.mark.parametrize(
    ("name", "annotator", "possible"),
    [
        ("floods-2024", "Айгүл", True),
        ("Су тасқыны", "Айгүл", True),
        ("", "Айгүл", False),
        ("floods", "", False),
        ("a/b", "Айгүл", False),
        ("what?", "Айгүл", False),
        ("there", "Айгүл", False),
    ],
)
def test_a_new_project_needs_a_name_that_is_free_and_an_annotator(
    qtbot: QtBot, tmp_path: Path, name: str, annotator: str, possible: bool
) -> None:
    (tmp_path / "there.pressmark").touch()
    dialog = NewProjectDialog(tmp_path, annotator)
    qtbot.addWidget(dialog)
    dialog._name.setText(name)
    assert dialog._create.isEnabled() is possible
    if possible:
        dialog._create.click()
        assert dialog.result()
        assert dialog.path() == tmp_path / f"{name}.pressmark"


def test_a_project_is_made_and_opened_and_the_next_one_of_the_name_is_refused(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "new.pressmark"
    with shown(tmp_path) as shell:
        assert shell.create_project(path)
        assert shell.desk is not None
        assert shell.window.windowTitle().startswith("new")
        assert not shell.create_project(path)
        assert "new.pressmark" in shell.window.message_bar.text()
    open_project(path).close()


def test_go_to_takes_a_number_of_the_list(qtbot: QtBot) -> None:
    dialog = GoToDialog(14, 300)
    qtbot.addWidget(dialog)
    QTest.keyClicks(dialog._number, "299")
    assert dialog.number() == 299
    dialog._number.setValue(301)
    assert dialog.number() == 300


def test_about_says_the_versions(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    assert any("Python 3." in label.text() for label in dialog.findChildren(QLabel))


def test_the_list_of_keys_names_every_key_of_every_action(shell: Shell) -> None:
    dialog = KeysDialog(shell.actions, shell.window)
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    for action in shell.actions.all():
        if action.keys and shell.actions.qt(action.id).isVisible():
            assert shell.actions.qt(action.id).text().partition("\t")[0] in texts, action.id
    dialog.deleteLater()


def names(dialog: CommandPalette) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_the_command_palette_narrows_by_the_beginnings_of_words(shell: Shell) -> None:
    dialog = CommandPalette(shell.actions, shell.window)
    everything = names(dialog)
    assert "Next article" in everything
    assert "Search actions" not in everything
    dialog.field.setText("art ne")
    assert names(dialog) == ["Done, next article", "Skip, next article", "Next article"]
    dialog.field.setText("UNDO")
    assert names(dialog) == ["Undo"]
    dialog.field.setText("no such thing")
    assert names(dialog) == []
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.chosen == ""
    dialog.field.setText("dark")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.chosen == "theme.dark"


def test_without_a_project_the_command_palette_offers_only_what_can_be_done(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with shown(tmp_path) as shell:
        offered = names(CommandPalette(shell.actions, shell.window))
    assert "New project…" in offered
    assert "Undo" not in offered


def test_paths_are_shown_with_the_home_folder_as_people_write_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    field = PathField("Folder", lambda now: "")
    qtbot.addWidget(field)
    field.set_path(tmp_path / "data" / "out.csv")
    assert field.field.text() == str(Path("~") / "data" / "out.csv")
    assert field.text() == str(tmp_path / "data" / "out.csv")
    field.set_path(tmp_path.parent / "elsewhere")
    assert field.field.text() == str(tmp_path.parent / "elsewhere")
    field.field.setText("  ")
    assert field.text() == ""
    field.field.setText("~nobody-of-this-name/x")
    assert field.text() == "~nobody-of-this-name/x"


def test_a_tick_box_draws_its_tick(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "dark")
    box = TickBox("Claim")
    qtbot.addWidget(box)
    box.show()
    accent = QColor(theme.current().accent)

    def accents() -> int:
        image = box.grab().toImage()
        return sum(
            image.pixelColor(x, y) == accent for x in range(image.width()) for y in range(image.height())
        )

    assert accents() == 0
    box.setChecked(True)
    assert accents() > 40
    theme.apply(qapp, "light")


def test_actions_have_no_duplicate_names_within_a_menu(qtbot: QtBot) -> None:
    actions = Actions()
    for menu in {action.menu for action in actions.all()}:
        texts = [actions.qt(action.id).text() for action in actions.of_menu(menu)]
        assert len(set(texts)) == len(texts)
