"""Say something of an article as a whole: its attributes, or a note. For the flag see `flag`."""

from app.annotation import Assessment, Attributes
from app.changes import Change
from app.errors import UserError
from app.project import Project
from app.replacing import replace
from app.scheme import attribute_problems


def assess(
    project: Project,
    article_id: int,
    annotator: str,
    *,
    attributes: Attributes | None = None,
    note: str | None = None,
) -> list[Change]:
    """Return the change of what the annotator says of the article; none if nothing changes.

    What is None stays as it is; `attributes` are all there are to be (unset values are left out). UserError:
    a value the scheme does not allow; NotFound: there is no such article.
    """
    project.article(article_id)
    before = project.assessment(article_id, annotator)
    after = before or Assessment(article_id, annotator)
    if attributes is not None:
        kept = {name: value for name, value in attributes.items() if value is not None and value != ""}
        found = attribute_problems(project.scheme().article, kept, "An article")
        if found:
            raise UserError(next(iter(found.values())))
        after = replace(after, attributes=kept)
    if note is not None:
        after = replace(after, note=note)
    says_something = bool(after.attributes or after.flagged or after.note)
    left = after if says_something else None
    return [] if left == before else [Change(before, left)]
