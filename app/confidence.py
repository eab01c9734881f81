"""How sure an annotator is: the steps there are names for, and the way through them."""

SURE, LIKELY, UNSURE = 1.0, 0.75, 0.5
STEPS = (SURE, LIKELY, UNSURE)
"""What a key goes through: from none given to sure, likely, unsure, and back to none."""


def next_confidence(confidence: float | None) -> float | None:
    """The step after this confidence; one given by another program goes to the next lower step."""
    if confidence is None:
        return SURE
    return next((step for step in STEPS if step < confidence), None)
