"""A whole article annotated by keys alone; the process is killed; undone to the empty article, and redone."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.annotation import Annotation, Status
from app.project import ArticleQuery
from storage import check_project, open_project
from tests.journeys.a_day import strike
from tests.keyboard import press
from tests.widgets.window.samples import ANNOTATOR, make, shown
from widgets.shell import Shell

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROOT = Path(__file__).parents[2]

# What people made. The rest of the file says how it came to be (history, statuses over time), counts it or
# finds it again; that grows with every undo.
CONTENT = (
    "texts", "snapshots", "articles", "annotations", "relations", "statuses", "label_counts",
    "empty_passages", "assessments", "speakers", "suggestions",
)  # fmt: skip


def content(path: Path) -> bytes:
    """Every row of what people made, in a fixed order, as bytes."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        rows = {table: sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in CONTENT}
        (scheme,) = db.execute("SELECT body FROM schemes ORDER BY number DESC LIMIT 1").fetchone()
    return json.dumps([rows, scheme], ensure_ascii=False, default=bytes.hex).encode()


@pytest.fixture
def killed(tmp_path: Path) -> tuple[Path, bytes]:
    """The project after the day, its process killed; and its content before."""
    path = tmp_path / "day.pressmark"
    make(path)
    before = content(path)
    day = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.a_day", str(path), str(tmp_path / "config")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert day.stdout is not None
    with day, day.stdout:
        assert day.stdout.readline() == "done\n"
        day.send_signal(signal.SIGKILL)
    assert day.returncode == -signal.SIGKILL
    return path, before


def test_every_kind_of_thing_was_made_by_keys(killed: tuple[Path, bytes]) -> None:
    path, _ = killed
    assert check_project(path).ok
    with closing(open_project(path)) as project:
        bridge, school, ferry = project.find(ArticleQuery())
        found = {(a.label, a.text): a for a in project.annotations(bridge)}
        named = {a.id: a.text for a in found.values()}
        relations = {(r.type, named[r.source], named[r.target]) for r in project.relations(bridge)}
        assert {label for label, _ in found} == {label.id for label in project.scheme().labels}
        assert {kind for kind, _, _ in relations} >= {
            "said_by", "has_number", "cued_by", "same_claim", "contradicts"
        }  # fmt: skip
        assert ("said_by", "Новый мост", "Ерлан Касымов") in relations
        number = found["number", "4,8 млрд тенге"]
        assert number.attributes["modifier"] == "RANGE"
        assert (number.attributes["min_value"], number.attributes["max_value"]) == (4 * 10**9, 6 * 10**9)
        assert number.attributes["unit"] == "KZT"
        claim = found["claim", "Новый мост"]
        assert claim.attributes["normalised_text"] == "Мост стоит 4,8 млрд тенге"
        assert (claim.note, claim.confidence) == ("проверить смету", 0.75)
        assert any(len(a.fragments) == 3 for a in found.values()), "one is discontinuous"
        speaker = found["speaker", "Ерлан Касымов"]
        assert speaker.attributes["organisation"] == "ТОО «Мостострой»"
        assert [entry.name for entry in project.speakers()] == ["Ерлан Касымов"]
        assert len(project.empty_passages(bridge)) == 1
        judged = project.assessment(bridge, ANNOTATOR)
        assert judged is not None
        assert (judged.flagged, judged.note) == (True, "вернуться к смете")
        statuses = [project.status(article_id, ANNOTATOR) for article_id in (bridge, school, ferry)]
        assert [status.status if status else None for status in statuses] == [
            Status.DONE,
            Status.SKIPPED,
            None,
        ]
        origins = [a for a in found.values() if isinstance(a, Annotation) and a.origin]
        assert origins == [], "nothing was accepted from a suggester"


def test_everything_is_undone_to_the_empty_article_and_redone(
    killed: tuple[Path, bytes], qtbot: QtBot, tmp_path: Path
) -> None:
    path, before = killed
    after = content(path)
    assert after != before
    with shown(tmp_path, path) as shell:
        assert shell.desk is not None
        undone = _until_told(shell, "Ctrl+Z", "nothing to undo")
        assert content(path) == _without_articles(path, before)
        redone = _until_told(shell, "Ctrl+Shift+Z", "nothing to redo")
        assert undone == redone
    assert content(path) == after
    assert check_project(path).ok


def test_the_same_article_is_annotated_on_other_layouts(qtbot: QtBot, tmp_path: Path) -> None:
    """What acts by letter and digit does the same where these keys type Cyrillic."""
    path = tmp_path / "news.pressmark"
    made = []
    for layout in ("us", "ru", "kz"):
        path = tmp_path / f"{layout}.pressmark"
        make(path)
        with shown(tmp_path, path) as shell:
            press(shell.window, "Ctrl+Down", "Ctrl+Down", "1", "1", "R", "U", "0", "F", "B", layout=layout)
            assert shell.desk is not None
            project = shell.desk.project
            article = project.find(ArticleQuery())[0]
            assessment = project.assessment(article, ANNOTATOR)
            made.append(
                (
                    [(a.label, a.text, a.confidence) for a in project.annotations(article)],
                    [p.fragment.quote.exact for p in project.empty_passages(article)],
                    assessment.flagged if assessment else None,
                    [block.role for block in project.article(article).blocks],
                )
            )
    assert made[0] == made[1] == made[2]
    assert made[0][0][0][0] == "claim"


def _until_told(shell: Shell, chord: str, sentence: str) -> int:
    """Press the chord until the window says there is nothing left; return how often it did something."""
    count = 0
    while sentence not in shell.window.message_bar.text():
        strike(shell, (chord,))
        QApplication.processEvents()
        count += 1
        assert count < 500
    shell.window.message_bar.hide()
    return count - 1


def _without_articles(path: Path, before: bytes) -> bytes:
    """The content before the import that made the project, which is undone too; texts stay for redo."""
    rows, scheme = json.loads(before)
    emptied = {table: found if table in ("texts", "snapshots") else [] for table, found in rows.items()}
    return json.dumps([emptied, scheme], ensure_ascii=False).encode()
