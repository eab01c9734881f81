"""A backup becomes a project of its own, which opens; what it was made of stays as it is."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.annotation import Status
from app.commands import set_status
from app.project import ArticleQuery
from storage import backup_project
from tests.widgets.window.samples import ANNOTATOR, make, shown
from widgets.restoring import place_for


@pytest.fixture
def path(tmp_path: Path) -> Path:
    make(tmp_path / "p.pressmark")
    return tmp_path / "p.pressmark"


def choose(monkeypatch: pytest.MonkeyPatch, answer: Path | None) -> list[str]:
    """Answer the question for a file; returns the folders it was asked in."""
    asked: list[str] = []

    def chosen(_: object, __: str, folder: str, ___: str) -> tuple[str, str]:
        asked.append(folder)
        return (str(answer) if answer else "", "")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    return asked


def test_a_backup_is_restored_and_opened(
    qtbot: QtBot, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backup_project(path)
    with shown(tmp_path, path) as shell:
        assert shell.desk is not None
        session = shell.desk.session
        (first, *_) = session.project.find(ArticleQuery())
        session.do("set_status", set_status(session.project, first, ANNOTATOR, Status.DONE))
        asked = choose(monkeypatch, backup)
        shell.actions.trigger("project.restore")
        restored = tmp_path / "p restored.pressmark"
        qtbot.waitUntil(lambda: shell.desk is not None and shell.desk.project.path == restored)
        assert asked == [str(tmp_path / "p.backups")]
        assert shell.desk.project.status(first, ANNOTATOR) is None
        assert "restored as p restored.pressmark" in shell.window.message_bar.text()
        shell.open_project(path)
        status = shell.desk.project.status(first, ANNOTATOR)
        assert status is not None
        assert status.status is Status.DONE


def test_a_damaged_backup_is_told_and_nothing_is_opened(
    qtbot: QtBot, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = backup_project(path)
    backup.write_bytes(backup.read_bytes()[:5000])
    with shown(tmp_path) as shell:
        choose(monkeypatch, backup)
        shell.actions.trigger("project.restore")
        qtbot.waitUntil(lambda: "cut short" in shell.window.message_bar.text())
        assert shell.desk is None
    assert not (tmp_path / "p restored.pressmark").exists()


def test_thought_better_of(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with shown(tmp_path, path) as shell:
        choose(monkeypatch, None)
        shell.actions.trigger("project.restore")
        assert shell.tasks.running == []


def test_the_place_is_free_and_beside_the_project(tmp_path: Path) -> None:
    folder = tmp_path / "news.v2.backups"
    assert place_for(folder / "x.pressmark") == tmp_path / "news.v2 restored.pressmark"
    (tmp_path / "news.v2 restored.pressmark").touch()
    assert place_for(folder / "x.pressmark") == tmp_path / "news.v2 restored 2.pressmark"
    assert place_for(tmp_path / "mine.pressmark") == tmp_path / "mine restored.pressmark"
