"""Say how far one is with an article."""

from app.annotation import ArticleStatus, Status
from app.changes import Change
from app.project import Project


def set_status(project: Project, article_id: int, annotator: str, status: Status) -> list[Change]:
    """Return the change of the annotator's status of the article; none if it is that already."""
    before = project.status(article_id, annotator)
    if (before.status if before else Status.TODO) == status:
        return []
    return [Change(before, ArticleStatus(article_id, annotator, status))]
