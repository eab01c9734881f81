"""Scenes of Progress: each chart, a chart as a table, and a project in which nothing was done."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from tests.screenshots.scenes.window import RUSSIAN
from tests.screenshots.stage import Shot, Stage
from widgets.charts.counted import Chart
from widgets.charts.window import ProgressWindow


def _progress(stage: Stage) -> ProgressWindow:
    stage.do("progress")
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, ProgressWindow) and w.isVisible())


def _chart(which: Chart, says: str) -> Callable[[Stage], Shot]:
    """The scene of one chart."""

    def scene(stage: Stage) -> Shot:
        stage.open_article(RUSSIAN)
        window = _progress(stage)
        window.choose(which)
        return window

    scene.__doc__ = says
    return scene


def table(stage: Stage) -> Shot:
    """A chart as rows and columns."""
    stage.open_article(RUSSIAN)
    window = _progress(stage)
    window.choose(Chart.SPEAKERS)
    window.show_table(as_table=True)
    return window


def empty(stage: Stage) -> Shot:
    """Nothing was done yet."""
    stage.open_project("empty")
    return _progress(stage)


SCENES: dict[str, Callable[[Stage], Shot]] = {
    "progress-status": _chart(Chart.STATUS, "How many articles stood where, day by day."),
    "progress-annotations": _chart(Chart.ANNOTATIONS, "What was marked, day by day and by label."),
    "progress-pace": _chart(Chart.PACE, "How long articles took."),
    "progress-values": _chart(Chart.VALUES, "The values of numbers of one unit."),
    "progress-speakers": _chart(Chart.SPEAKERS, "Who makes the most claims."),
    "progress-suggesters": _chart(Chart.SUGGESTERS, "What became of suggestions."),
    "progress-table": table,
    "progress-empty": empty,
}
