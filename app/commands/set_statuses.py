"""Say how far one is with many articles, in one undoable step."""

from collections.abc import Collection

from app.annotation import Status
from app.changes import Change
from app.commands.set_status import set_status
from app.project import Project


def set_statuses(
    project: Project, article_ids: Collection[int], annotator: str, status: Status
) -> list[Change]:
    """Return the changes of the annotator's status of the articles; none of those that have it already."""
    return [
        change
        for article_id in dict.fromkeys(article_ids)
        for change in set_status(project, article_id, annotator, status)
    ]
