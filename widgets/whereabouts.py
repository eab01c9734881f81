"""Where the annotator is, in words for the status bar."""

from PySide6.QtCore import QDateTime, QLocale, Qt

from app.changes import Step, StepHead
from widgets.desk import Desk
from widgets.texts import tr


def article_place(desk: Desk) -> str:
    """`article 14 of 300`; empty where none is open or the list does not show it."""
    if desk.article is None:
        return ""
    number, count = desk.library.position(desk.article.id)
    return tr("article {number} of {total}").format(number=number, total=count) if number else ""


def annotation_place(desk: Desk) -> str:
    """`claim 3 of 9`: the selected annotation among those of its label."""
    shown = desk.reader.annotations()
    selected = shown.get(desk.reader.selected_annotation() or 0)
    label = None if selected is None else desk.scheme.label(selected.label)
    if selected is None or label is None:
        return ""
    alike = sorted((a.start, -a.end, a.id) for a in shown.values() if a.label == selected.label)
    return tr("{label} {number} of {total}").format(
        label=QLocale().toLower(label.name),
        number=alike.index((selected.start, -selected.end, selected.id)) + 1,
        total=len(alike),
    )


def suggestions_left(desk: Desk) -> str:
    """`5 suggestions left`, or that they are hidden here; empty where there is none."""
    if desk.article is not None and desk.guard.hides(desk.article.id):
        return tr("suggestions are hidden here")
    count = desk.open_suggestions()
    return tr("{count} suggestions left", "", count) if count else ""


def time_of(step: Step | StepHead) -> str:
    """When the step was made, on this computer's clock: `12:03:11`; with the day if it was not today."""
    moment = QDateTime.fromString(step.at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    clock = moment.toString("HH:mm:ss")
    today = moment.date() == QDateTime.currentDateTime().date()
    return clock if today else f"{QLocale().toString(moment.date(), 'd MMM yyyy')} {clock}"
