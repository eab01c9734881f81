"""Annotations out of a file into the open project: looked at beside the window, then written beside it.

What is written goes through a connection and a session of its own, as bulk acts do (`widgets.bulk`), and a
dialog keeps hands off meanwhile. A file of many articles is written in several steps, which are not kept in
memory: the window then opens the project anew.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app import errors
from app.changes import Step
from app.progress import Progress
from app.project import Project
from app.readers import READERS
from app.readers.loaded import LoadedArticle
from app.readers.loading import LoadReport, Options, load
from app.readers.recognising import look_alike
from app.readers.terms import Terms
from app.replacing import replace
from app.scheme import Scheme
from app.session import Session
from widgets.dialogs.under_way import UnderWay
from widgets.exporting import Opener
from widgets.tasks import Cancelled, Job, Task, Tasks

# A file or folder with such a name may be one that annotations are loaded from; what it holds decides.
_ENDINGS = frozenset({".jsonl", ".json", ".jsonld", ".xmi", ".spacy", ".ann"})


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be loaded, and how."""

    path: Path
    format: str
    """Of `READERS`."""
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Looked:
    """What would become of a file."""

    report: LoadReport
    labels: Mapping[str, int]
    """How many annotations have a label that the scheme does not have, by what the file calls it."""
    relations: Mapping[str, int]
    """The same of relations."""


def loadable(path: Path) -> str:
    """The name of the format whose annotations seem to be at the path; empty where none are."""
    if path.is_dir() or path.suffix.lower() in _ENDINGS:
        found = look_alike(path)
        return found if found in READERS else ""
    return ""


def look(job: Job, open_for_reading: Opener, project: Path, annotator: str, order: Order) -> Looked:
    """In a working thread: say what would become of the file, and change nothing. UserError: as `load`."""
    with closing(open_for_reading(project)) as reading:
        session = Session(reading, annotator)
        unknown = _Unknown(reading.scheme())
        reader = READERS[order.format]
        tapped = replace(reader, read=lambda path: unknown.told(reader.read(path)))
        options = replace(order.options, dry_run=True)
        try:
            report = load(
                session, order.path, tapped, options, progress=_quietly(job), cancelled=job.cancelled
            )
        except errors.Cancelled:
            raise Cancelled from None
        return Looked(report, unknown.labels, unknown.relations)


def _quietly(job: Job) -> Progress:
    """Report progress without raising when cancelled: `load` asks, and takes back what was written."""

    def report(done: int, total: int) -> None:
        with suppress(Cancelled):
            job.report(done, total)

    return report


class _Unknown:
    """Counts what the scheme has no word for, as records pass by."""

    def __init__(self, scheme: Scheme) -> None:
        self._terms = Terms(scheme, {})
        self.labels: Counter[str] = Counter()
        self.relations: Counter[str] = Counter()

    def told(self, records: Iterator[LoadedArticle]) -> Iterator[LoadedArticle]:
        """Pass the records on; a file may be read twice, which counts once."""
        self.labels.clear()
        self.relations.clear()
        for record in records:
            self.labels.update(mark.label for mark in record.marks if self._terms.label(mark.label) is None)
            self.relations.update(
                link.type for link in record.links if self._terms.relation(link.type) is None
            )
            yield record


@dataclass(slots=True)
class _Written:
    """What the thread has written; kept also when it was cancelled or failed half-way."""

    steps: int = 0
    last: Step | None = None
    """Of several only the head: their changes would be too much to hold."""

    def note(self, step: Step) -> None:
        """Another step was written."""
        self.steps += 1
        self.last = step if self.steps == 1 else replace(step, changes=())


class Loading(QObject):
    """One loading at a time into one session."""

    problem = Signal(str)
    loaded = Signal(object)
    """The LoadReport, after the window has followed."""
    outgrown = Signal()
    """So much was written that the project is to be opened anew."""

    def __init__(
        self,
        session: Session,
        open_project: Callable[[Path], Project],
        tasks: Tasks,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._open = open_project
        self._tasks = tasks
        self._window = window

    def start(self, order: Order) -> None:
        """Load it; a dialog says how far it is until it is done."""
        written = _Written()
        path, annotator, clock = self._session.project.path, self._session.annotator, self._session.clock

        def work(job: Job) -> LoadReport:
            with closing(self._open(path)) as project:
                session = Session(project, annotator, clock)
                session.listen(written.note)
                try:
                    return load(
                        session,
                        order.path,
                        READERS[order.format],
                        order.options,
                        progress=_quietly(job),
                        cancelled=job.cancelled,
                    )
                except errors.Cancelled:
                    raise Cancelled from None

        reports: list[LoadReport] = []

        def end() -> None:
            self._tasks.holder = None
            if written.last is not None:
                self._session.take_over(written.last)
            # A project that is opened anew waits for all tasks, and this one is not over yet.
            QTimer.singleShot(0, self, follow)

        def follow() -> None:
            if written.steps > 1:
                self.outgrown.emit()
            for report in reports:
                self.loaded.emit(report)

        def listen(task: Task) -> None:
            self._tasks.holder = task
            task.succeeded.connect(reports.append)
            task.failed.connect(self.problem)
            task.ended.connect(end)

        UnderWay(self._tasks.start(self.tr("Loading annotations"), work, listen), self._window).open()
