"""Two windows, busy files, full disks: each a sentence, and the project stays whole."""

import gc
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.article import Article
from app.changes import Change
from app.errors import Conflict, UserError
from app.session import Session
from storage import SqliteProject, check_project, create_project, open_project
from storage.connection import open_connection
from storage.migrations import SCHEMA_VERSION
from tests.storage.samples import SCHEME, annotation, contents, step
from tests.storage.samples import article as make_article

ROOT = Path(__file__).parents[2]


def test_two_windows_see_each_other(project: SqliteProject, article: Article) -> None:
    second = open_project(project.path)
    mine, theirs = annotation(article, "Ёлки"), annotation(article, "соль", annotator="Ерлан")
    project.apply(step(Change(None, mine)))
    second.apply(step(Change(None, theirs), annotator="Ерлан"))
    assert project.annotations(article.id) == second.annotations(article.id) == [mine, theirs]
    last = second.last_head("Ерлан")
    assert last is not None
    assert last.number == project.step(3).number
    second.apply(step(Change(mine, None)))
    with pytest.raises(Conflict, match="“Ёлки” was removed"):
        project.apply(step(Change(mine, None)))
    second.close()
    assert project.annotations(article.id) == [theirs]


def test_removing_what_another_window_marked_is_a_conflict(project: SqliteProject, article: Article) -> None:
    mine = Session(project, "Айгуль")
    theirs = Session(open_project(project.path), "Ерлан")
    theirs.do("annotate", [Change(None, annotation(article, "Ёлки", annotator="Ерлан"))])
    with pytest.raises(Conflict, match="another window"):
        mine.do("remove", [Change(article, None)])
    theirs.undo()
    assert mine.do("remove", [Change(article, None)]) is not None
    with pytest.raises(Conflict, match="removed meanwhile"):
        theirs.redo()
    theirs.project.close()


def test_windows_wait_for_each_other(project: SqliteProject, article: Article) -> None:
    acts, failures = 40, []

    def work() -> None:
        own = open_project(project.path)
        try:
            session = Session(own, threading.current_thread().name)
            for _ in range(acts):
                session.do("annotate", [Change(None, annotation(article, "Ёлки"))])
        except BaseException as error:
            failures.append(error)
        finally:
            own.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(project.annotations(article.id)) == 4 * acts
    assert check_project(project.path).ok


def test_a_file_that_stays_locked(
    project: SqliteProject, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.connection.BUSY_SECONDS", 0.05)
    second = open_project(project.path)
    new = annotation(article, "Ёлки")
    with project._connection.writing(), pytest.raises(UserError, match="being written by another program"):
        second.apply(step(Change(None, new)))
    second.apply(step(Change(None, new)))
    assert second.annotations(article.id) == [new]
    second.close()


def test_another_thread_must_open_its_own(project: SqliteProject, article: Article) -> None:
    errors: list[Exception] = []

    def read() -> None:
        try:
            project.text(article.id)
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join()
    (error,) = errors
    assert "thread" in str(error)
    assert not isinstance(error, UserError)


def test_a_full_disk_loses_nothing_but_the_act(project: SqliteProject, article: Article) -> None:
    kept = annotation(article, "Ёлки")
    project.apply(step(Change(None, kept)))
    connection = project._connection
    pages = connection.row("PRAGMA page_count")
    assert pages is not None
    connection.run(f"PRAGMA max_page_count = {pages[0]}")
    text = "Большой текст " * 10_000
    big = make_article(text, blocks=())
    with pytest.raises(UserError, match="disk is full"):
        project.apply(step(Change(kept, None), Change(None, big)), contents(text))
    assert project.annotations(article.id) == [kept]
    assert [one.number for one in project.steps()] == [1, 2]
    connection.run("PRAGMA max_page_count = 1000000")
    assert project.apply(step(Change(None, big)), contents(text)).number == 3
    assert check_project(project.path).ok


_FILL = """
import resource, sys
from pathlib import Path
from app.changes import Change
from app.errors import UserError
from storage import open_project
from tests.storage.samples import article, contents, step
path = Path(sys.argv[1])
project = open_project(path)
limit = path.stat().st_size + int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
for number in range(10_000):
    text = f"{number} " + "Полный диск " * 200
    try:
        project.apply(step(Change(None, article(text))), contents(text))
    except UserError as error:
        print("refused", error, flush=True)
        break
    print("kept", number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
@pytest.mark.parametrize("room", [0, 50_000, 300_000])
def test_the_disk_runs_full_under_a_real_process(tmp_path: Path, room: int) -> None:
    path = tmp_path / "news.pressmark"
    create_project(path, SCHEME).close()
    run = subprocess.run(
        [sys.executable, "-c", _FILL, str(path), str(room)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    *kept, refused = run.stdout.splitlines()
    assert refused.startswith("refused")
    assert str(path) in refused
    assert len(kept) > 0 or room < 300_000
    assert check_project(path).ok
    project = open_project(path)
    assert len(list(project.steps())) == len(kept)
    text = "После уборки"
    project.apply(step(Change(None, make_article(text))), contents(text))
    project.close()


_BACK_UP = """
import resource, sys
from pathlib import Path
from app.errors import UserError
from storage import backup_project
path = Path(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    backup_project(path)
except UserError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_backup_that_finds_no_room_leaves_nothing(project: SqliteProject, tmp_path: Path) -> None:
    for number in range(20):
        text = f"{number} " + "Полный диск " * 500
        project.apply(step(Change(None, make_article(text))), contents(text))
    project.close()
    run = subprocess.run(
        [sys.executable, "-c", _BACK_UP, str(project.path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "disk is full" in run.stdout
    assert run.stdout.endswith(".\n")
    assert list((tmp_path / "news.backups").iterdir()) == []
    assert check_project(project.path).ok


def test_a_file_that_is_gone_takes_nothing_and_says_so(
    project: SqliteProject, article: Article, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.pressmark"
    project.path.rename(elsewhere)  # as a file manager does, while the window has it open
    for _ in ("gone", "replaced"):
        with pytest.raises(UserError, match="moved, replaced or deleted"):
            project.apply(step(Change(None, annotation(article, "Ёлки"))))
        project.path.write_bytes(b"another file")
    assert project.annotations(article.id) == []
    elsewhere.replace(project.path)
    made = annotation(article, "Ёлки")
    project.apply(step(Change(None, made)))
    assert project.annotations(article.id) == [made]


def test_a_reading_that_was_interrupted_ends_quietly_after_the_project_was_closed(
    project: SqliteProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    complaints: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", complaints.append)
    connection = open_connection(project.path, SCHEMA_VERSION, read_only=True)
    reading = connection.reading()
    reading.__enter__()  # Ctrl+C comes now: no block is left, and so __exit__ never called
    connection.close()
    del reading
    gc.collect()
    assert not complaints
