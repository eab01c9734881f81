"""The words of the library's rows: dates as the interface's language writes them, names of statuses."""

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.annotation import Status
from app.project import Summary


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


def shown_count(count: int) -> str:
    """A count with its digits grouped: `30 000`."""
    return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")


def status_name(status: Status) -> str:
    """The status in the interface's language."""
    names = {
        Status.TODO: QCoreApplication.translate("Library", "To do"),
        Status.IN_PROGRESS: QCoreApplication.translate("Library", "In progress"),
        Status.DONE: QCoreApplication.translate("Library", "Done"),
        Status.SKIPPED: QCoreApplication.translate("Library", "Skipped"),
    }
    return names[status]


def language_name(code: str) -> str:
    """The language of an ISO 639-1 code by its own name (`қазақ тілі`), or the code itself."""
    if not code:
        return QCoreApplication.translate("Library", "Unknown language")
    # Without the territory, English would be "American English".
    name = QLocale(QLocale.codeToLanguage(code), QLocale.Country.World).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code


def byline(summary: Summary) -> str:
    """Source and date: `nur.kz · 4 Jul 2023`; only what is known."""
    return " · ".join(part for part in (summary.site, shown_date(summary.published)) if part)


def title_of(summary: Summary) -> str:
    """The title, or words that say there is none."""
    return summary.title or QCoreApplication.translate("Library", "Untitled")


def accessible_line(summary: Summary) -> str:
    """What a screen reader says for a row."""
    return ", ".join(
        part for part in (title_of(summary), byline(summary), status_name(summary.status)) if part
    )
