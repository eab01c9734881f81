"""Where the annotator was: kept in the project, so that it opens there again, even after a crash."""

import json
from dataclasses import asdict, dataclass

from app.project import Project


@dataclass(frozen=True, slots=True)
class Place:
    """A view of an article."""

    article_id: int | None = None
    caret: int = 0
    """Code point of the canonical text."""
    scroll: int = 0
    """Pixels from the top."""
    annotation_id: int | None = None


def recall(project: Project, annotator: str) -> Place:
    """The place last remembered; the start of everything where there is none that can be read."""
    try:
        kept = json.loads(project.recall(_key(annotator)) or "{}")
        place = Place(**kept)
    except (ValueError, TypeError):
        return Place()
    whole = all(isinstance(value, int) for value in (place.caret, place.scroll))
    return place if whole else Place()


def remember(project: Project, annotator: str, place: Place) -> None:
    """Keep the place."""
    project.remember(_key(annotator), json.dumps(asdict(place)))


def _key(annotator: str) -> str:
    return f"place:{annotator}"
