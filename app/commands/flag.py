"""Flag articles to come back to, or take the flags off, in one undoable step."""

from collections.abc import Collection

from app.annotation import Assessment
from app.changes import Change
from app.project import Project
from app.replacing import replace


def flag(project: Project, article_ids: Collection[int], annotator: str, flagged: bool) -> list[Change]:
    """Return the changes that flag the articles for the annotator, or unflag them; none of those that are so.

    An assessment that would say nothing more is removed with its flag.
    """
    changes = []
    for article_id in dict.fromkeys(article_ids):
        before = project.assessment(article_id, annotator)
        if (before is not None and before.flagged) == flagged:
            continue
        nothing_said = Assessment(article_id, annotator)
        after = replace(before or nothing_said, flagged=flagged)
        changes.append(Change(before, None if after == nothing_said else after))
    return changes
