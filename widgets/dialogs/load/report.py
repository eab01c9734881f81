"""What became of a file that was loaded, or would: what is new, what is there, what has no place and why."""

from collections.abc import Iterator

from app.readers.loading import LeftOut, LoadReport
from widgets.texts import shown_count, tr
from widgets.wrapped_text import WrappedText


def lines_of(report: LoadReport) -> list[WrappedText]:
    """The report, a line for each thing it says; what has no place comes last, with examples."""
    lines = [WrappedText(summary(report))]
    lines += [WrappedText(line, tone="soft") for line in _details(report)]
    for kind, left in report.left.items():
        lines.append(WrappedText(_left(kind, left), tone="error"))
        lines += [WrappedText(f"    {example}", tone="soft") for example in left.examples]
    return lines


def summary(report: LoadReport) -> str:
    """How many articles, and what is new in them: "12 articles, 2 of them new: 34 annotations"."""
    count = report.matched + report.new
    said = tr("{count} articles", "", count)
    if report.new:
        said = tr("{articles}, {new} of them new").format(articles=said, new=shown_count(report.new))
    new = ", ".join(_made(report)) or tr("nothing new")
    return f"{said}: {new}."


def _made(report: LoadReport) -> Iterator[str]:
    made = report.made
    if count := made["annotations"]:
        yield tr("{count} annotations", "", count)
    if count := made["relations"]:
        yield tr("{count} relations", "", count)
    if count := made["suggestions"]:
        yield tr("{count} suggestions", "", count)
    if count := made["decisions"]:
        yield tr("{count} decisions on suggestions", "", count)
    if count := made["passages"]:
        yield tr("{count} passages read and empty", "", count)
    if count := made["statuses"]:
        yield tr("{count} statuses", "", count)
    if count := made["assessments"]:
        yield tr("{count} articles with values or notes", "", count)


def _details(report: LoadReport) -> Iterator[str]:
    if count := report.there:
        yield tr("{count} are there already, just so.", "", count)
    if count := report.moved:
        yield tr("{count} found for certain, though not where the file says.", "", count)
    if count := report.doubtful:
        yield tr("{count} found, but not for certain: they become suggestions.", "", count)


def _left(kind: str, left: LeftOut) -> str:
    return f"– {kind[:1].upper()}{kind[1:]}: {shown_count(left.count)}"
