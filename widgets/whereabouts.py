"""Where the annotator is, in words for the status bar."""

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from app.changes import Step
from widgets.desk import Desk


def article_place(desk: Desk) -> str:
    """`article 14 of 300`; empty where none is open or the list does not show it."""
    if desk.article is None:
        return ""
    number, count = desk.library.position(desk.article.id)
    return _tr("article {number} of {count}").format(number=number, count=count) if number else ""


def annotation_place(desk: Desk) -> str:
    """`claim 3 of 9`: the selected annotation among those of its label."""
    selected = desk.selected()
    label = None if selected is None else desk.scheme.label(selected.label)
    if selected is None or label is None:
        return ""
    alike = [annotation.id for annotation in desk.annotations() if annotation.label == selected.label]
    if selected.id not in alike:
        return ""
    return _tr("{label} {number} of {count}").format(
        label=QLocale().toLower(label.name), number=alike.index(selected.id) + 1, count=len(alike)
    )


def suggestions_left(count: int) -> str:
    """`5 suggestions left`; empty where there is none."""
    if count <= 1:
        return _tr("1 suggestion left") if count else ""
    return _tr("{count} suggestions left").format(count=count)


def time_of(step: Step) -> str:
    """When the step was made, on this computer's clock: `12:03:11`; with the day if it was not today."""
    moment = QDateTime.fromString(step.at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    clock = moment.toString("HH:mm:ss")
    today = moment.date() == QDateTime.currentDateTime().date()
    return clock if today else f"{QLocale().toString(moment.date(), 'd MMM yyyy')} {clock}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Whereabouts", text)
