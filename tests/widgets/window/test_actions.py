"""The declared actions: each has a handler, a menu and keys of its own."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.scheme import Scheme
from tests.widgets.window.samples import make, news_scheme, shown
from widgets.actions import ACTIONS, ALWAYS, MENUS, Actions, label_actions
from widgets.keymap import CARET_CHORDS, Action, by_chord
from widgets.keys import shown as shown_keys
from widgets.menus import RECENT


def everything(scheme: Scheme) -> list[Action]:
    return [*ACTIONS, *label_actions(scheme)]


def test_ids_are_unique_and_no_two_actions_claim_one_key() -> None:
    actions = everything(news_scheme())
    assert len({action.id for action in actions}) == len(actions)
    declared = [chord for action in actions for chord in action.keys]
    assert len(set(declared)) == len(declared)
    assert by_chord(actions, {})["1"].id == "label.claim"


def test_no_action_claims_a_key_of_the_caret() -> None:
    assert not CARET_CHORDS & {chord for action in ACTIONS for chord in action.keys}


def test_every_action_is_in_a_menu_and_what_works_without_a_project_exists() -> None:
    assert {action.menu for action in ACTIONS} <= set(MENUS)
    assert {action.id for action in ACTIONS} >= ALWAYS


def test_bare_keys_act_only_in_the_article(qtbot: QtBot) -> None:
    actions = Actions()
    actions.set_scheme(news_scheme())
    assert actions.at("1", in_article=False) is None
    assert actions.at("Tab", in_article=False) is None
    assert actions.at("Backspace", in_article=False) is None
    claim, undo = actions.at("1", in_article=True), actions.at("Ctrl+Z", in_article=False)
    assert claim is not None
    assert claim.id == "label.claim"
    assert undo is not None
    assert undo.id == "undo"
    for action in ACTIONS:
        if action.where == "window":
            assert all("+" in chord or chord.startswith("F") for chord in action.keys), action.id


def test_another_scheme_brings_its_labels_and_takes_the_old_ones_along(qtbot: QtBot) -> None:
    actions = Actions()
    actions.set_scheme(news_scheme())
    assert actions.at("2", in_article=True) is not None
    actions.set_scheme(None)
    assert actions.at("2", in_article=True) is None


def test_an_unknown_action_cannot_be_bound(qtbot: QtBot) -> None:
    with pytest.raises(KeyError, match=r"no\.such"):
        Actions().bind({"no.such": lambda: None})


def test_every_action_of_an_open_project_has_a_handler_and_is_in_the_menu_with_its_key(
    qtbot: QtBot, tmp_path: Path
) -> None:
    project = tmp_path / "news.pressmark"
    make(project)
    with shown(tmp_path, project) as shell:
        actions = shell.actions
        assert set(actions._handlers) == {action.id for action in actions.all()}
        menu = shell.window.palette_bar.findChild(QMenu)
        assert menu is not None
        menu.aboutToShow.emit()  # it is filled then
        texts = {
            entry.text()
            for sub in menu.findChildren(QMenu)
            for entry in sub.actions()
            if not entry.isSeparator()
        }
        for action in actions.all():
            assert actions.qt(action.id).text() in texts, action.id
            if action.keys:
                assert actions.qt(action.id).text().endswith("\t" + shown_keys(action.keys[0]))


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform, of every popup
def test_the_menu_is_filled_when_it_opens_with_what_there_is_then(qtbot: QtBot, tmp_path: Path) -> None:
    project = tmp_path / "news.pressmark"
    make(project)
    with shown(tmp_path, project) as shell:
        menu = shell.window.palette_bar.findChild(QMenu)
        assert menu is not None
        assert menu.isEmpty(), "nobody waits for it at the start"
        menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu.close))
        for is_open in (True, False):
            shell.actions.trigger("menu")
            assert [entry.text() for entry in menu.actions()] == list(MENUS)
            annotation = next(sub for sub in menu.findChildren(QMenu) if sub.objectName() == "Annotation")
            named = any(entry.text().startswith("Claim") for entry in annotation.actions())
            assert named == is_open
            recent = menu.findChild(QMenu, RECENT)
            assert isinstance(recent, QMenu)
            assert [entry.text() for entry in recent.actions()] == ["news"]
            shell.actions.trigger("menu")
            assert len(menu.actions()) == len(MENUS), "opened twice, filled once"
            shell.close_project()
            qtbot.wait(1)  # what was cleared away is gone


def test_without_a_project_only_what_makes_sense_is_enabled(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(tmp_path) as shell:
        enabled = {action.id for action in shell.actions.all() if shell.actions.qt(action.id).isEnabled()}
        assert enabled == ALWAYS
