"""Scenes of the whole window: at work in three languages, empty, with a message, with a job, enlarged."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QRect

from tests.screenshots.stage import Shot, Stage
from widgets.tasks import Job

RUSSIAN = "трамвайного депо"
KAZAKH = "су тасқынынан"
ENGLISH = "reservoir"
CLAIM_RU = "На маршруты ежедневно выходят 48 вагонов, ещё 13 проходят плановый ремонт"
CLAIM_KK = "Бүгінге дейін 180 отбасы өтемақысын алды"
CLAIM_EN = "61 percent"
# Pixels of the window's foot, where only that matters.
_FOOT = 120


def mixed(stage: Stage) -> Shot:
    """The interface in English, a Russian article, a claim selected with its relations."""
    stage.open_article(RUSSIAN)
    stage.select(CLAIM_RU, "claim")
    return stage.window


def russian(stage: Stage) -> Shot:
    """The interface and the article in Russian."""
    stage.speak("ru")
    return mixed(stage)


def kazakh(stage: Stage) -> Shot:
    """The interface and the article in Kazakh."""
    stage.speak("kk")
    stage.open_article(KAZAKH)
    stage.select(CLAIM_KK, "claim")
    return stage.window


def english(stage: Stage) -> Shot:
    """The interface and the article in English."""
    stage.open_article(ENGLISH)
    stage.select(CLAIM_EN, "claim")
    return stage.window


def large_russian(stage: Stage) -> Shot:
    """Text twice as large, in Russian."""
    return russian(stage)


def large_kazakh(stage: Stage) -> Shot:
    """Text twice as large, in Kazakh."""
    return kazakh(stage)


def welcome(stage: Stage) -> Shot:
    """The first page, with a project opened before."""
    stage.open_project()
    stage.shell.close_project()
    return stage.window


def empty_project(stage: Stage) -> Shot:
    """A project without articles."""
    stage.open_project("empty")
    return stage.window


def message(stage: Stage) -> Shot:
    """A file that is no project was to be opened."""
    stage.open_article(RUSSIAN)
    stranger = stage.folder / "notes.pressmark"
    stranger.write_text("Not a project.", encoding="utf-8")
    with contextlib.chdir(stage.folder):
        stage.shell.open_project(Path(stranger.name))
    return _foot(stage)


def find(stage: Stage) -> Shot:
    """Words are looked for in the article."""
    desk = stage.open_article(RUSSIAN)
    stage.press("Ctrl+F")
    stage.write("вагон")
    return desk.reader.parentWidget() or desk.reader


def job(stage: Stage) -> Shot:
    """A long job runs beside the work."""
    stage.open_article(RUSSIAN)
    stage.waits_for_jobs = False

    def work(job: Job) -> None:
        while not job.cancelled():
            stage.ticks.wait(2.2)  # the remaining time is guessed after two seconds
            job.report(312, 1_040)

    task = stage.shell.tasks.start("Importing", work, lambda _: None)
    stage.wait_for(lambda: task.progress.remaining is not None)
    return _foot(stage)


def _foot(stage: Stage) -> Shot:
    height = stage.window.height()
    return stage.window, QRect(0, height - _FOOT, stage.window.width(), _FOOT)


SCENES = {
    "window": mixed,
    "window-ru": russian,
    "window-kk": kazakh,
    "window-en": english,
    "large-ru": large_russian,
    "large-kk": large_kazakh,
    "welcome": welcome,
    "empty": empty_project,
    "message": message,
    "find": find,
    "job": job,
}
