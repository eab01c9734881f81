"""The neighbours of the open article, read while the hands rest, so that to go to one costs no reading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from app.annotation import Annotation, Relation
from app.article import Article
from app.changes import Step
from app.errors import UserError
from app.project import Project
from app.suggestion import Suggestion

# Milliseconds on an article before its neighbours are read: after its own first paint, before the hand
# goes on. One is read at a time, so that a key press in between does not wait for both.
_AFTER = 250


@dataclass(frozen=True, slots=True)
class Read:
    """An article with everything an annotator sees of it."""

    article: Article
    text: str
    annotations: Sequence[Annotation]
    relations: Sequence[Relation]
    suggestions: Sequence[Suggestion]


def read(project: Project, article_id: int, annotator: str) -> Read:
    """Read the article as it is now. NotFound: there is none."""
    return Read(
        project.article(article_id),
        project.text(article_id),
        project.annotations(article_id, annotator),
        project.relations(article_id, annotator),
        project.suggestions(article_id),
    )


class ReadingAhead(QObject):
    """Keeps what was read of the neighbours until it changes or they are neighbours no more."""

    def __init__(
        self,
        project: Project,
        annotator: str,
        neighbours: Callable[[], list[int]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._annotator = annotator
        self._neighbours = neighbours
        self._kept: dict[int, Read] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read_one)

    def take(self, article_id: int) -> Read:
        """What was read of the article ahead, or else what is read now. NotFound: there is none."""
        return self._kept.pop(article_id, None) or read(self._project, article_id, self._annotator)

    def start(self) -> None:
        """Another article was opened: read its neighbours, when the hands have rested."""
        self._timer.start(_AFTER)

    def stop(self) -> None:
        """Read no more: the project is about to be closed."""
        self._timer.stop()

    def forget(self, article_id: int) -> None:
        """The article is not as it was."""
        self._kept.pop(article_id, None)

    def on_step(self, step: Step) -> None:
        """Forget what the step changes."""
        for article_id in self._kept.keys() & step.articles():
            self.forget(article_id)

    def has(self, article_id: int) -> bool:
        """Whether the article need not be read any more."""
        return article_id in self._kept

    def _read_one(self) -> None:
        near = self._neighbours()
        self._kept = {article_id: kept for article_id, kept in self._kept.items() if article_id in near}
        missing = next((article_id for article_id in near if article_id not in self._kept), None)
        if missing is None:
            return
        try:
            self._kept[missing] = read(self._project, missing, self._annotator)
        except UserError:  # gone since it was listed, or not to be read: told where it is opened
            return
        self._timer.start(0)
