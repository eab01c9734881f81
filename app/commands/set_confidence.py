"""Say how sure one is of an annotation."""

from app.changes import Change
from app.errors import UserError
from app.project import Project
from app.replacing import replace


def set_confidence(project: Project, annotation_id: int, confidence: float | None) -> list[Change]:
    """Return the change to this confidence (0 to 1; None: not given); none if it is that already.

    UserError: the number is no confidence.
    """
    if confidence is not None and not 0 <= confidence <= 1:
        raise UserError(f"A confidence is between 0 and 1, not {confidence}.")
    before = project.annotation(annotation_id)
    return [] if confidence == before.confidence else [Change(before, replace(before, confidence=confidence))]
