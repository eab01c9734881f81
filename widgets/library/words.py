"""The words of the library's rows: dates as the interface's language writes them, names of statuses."""

from PySide6.QtCore import QDate, QLocale

from app.annotation import Status
from app.project import Snippet, Summary
from app.saved_filters import Recent
from widgets.texts import tr


def shown_date(published: str | None) -> str:
    """The day of an ISO 8601 date or date-time as `4 Jul 2023`; `Jul 2023` or `2023` where that is all."""
    if not published:
        return ""
    parts = published[:10].split("-")
    if not all(part.isdigit() for part in parts):
        return published
    numbers = [int(part) for part in parts]
    date = QDate(numbers[0], numbers[1] if len(numbers) > 1 else 1, numbers[2] if len(numbers) > 2 else 1)
    if not date.isValid():
        return published
    return QLocale().toString(date, {1: "yyyy", 2: "MMM yyyy"}.get(len(numbers), "d MMM yyyy"))


def status_name(status: Status) -> str:
    """The status in the interface's language."""
    names = {
        Status.TODO: tr("To do"),
        Status.IN_PROGRESS: tr("In progress"),
        Status.DONE: tr("Done"),
        Status.SKIPPED: tr("Skipped"),
    }
    return names[status]


def language_name(code: str) -> str:
    """The language of an ISO 639-1 code by its own name (`қазақ тілі`), or the code itself."""
    if not code:
        return tr("Unknown language")
    # Without the territory, English would be "American English".
    name = QLocale(QLocale.codeToLanguage(code), QLocale.Country.World).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code


def byline(summary: Summary) -> str:
    """Source and date: `nur.kz · 4 Jul 2023`; only what is known."""
    return " · ".join(part for part in (summary.site, shown_date(summary.published)) if part)


def title_of(summary: Summary) -> str:
    """The title, or words that say there is none."""
    return summary.title or tr("Untitled")


def accessible_line(summary: Summary, snippet: Snippet | None = None) -> str:
    """What a screen reader says for a row."""
    flagged = tr("Flagged") if summary.flagged else ""
    parts = (
        title_of(summary),
        byline(summary),
        status_name(summary.status),
        flagged,
        snippet.text if snippet else "",
    )
    return ", ".join(part for part in parts if part)


def recent_name(recent: Recent) -> str:
    """The stretch of time in the interface's language."""
    names: dict[Recent, str] = {
        "this_year": tr("This year"),
        "last_month": tr("Last month"),
        "last_7_days": tr("Last 7 days"),
    }
    return names[recent]


def span_name(first: str, last: str) -> str:
    """A stretch of publication dates: `2023`, `Jul 2023 – 4 Sep 2023`, `from 2023`, `until Jul 2023`."""
    if first == last:
        return shown_date(first)
    if not last:
        return tr("from {date}").format(date=shown_date(first))
    if not first:
        return tr("until {date}").format(date=shown_date(last))
    return f"{shown_date(first)} – {shown_date(last)}"
