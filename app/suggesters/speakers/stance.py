"""How a text puts what is said: as a fact, with a hedge, as untrue, as hearsay."""

from app.suggesters.attribution import Epistemic
from app.suggesters.speakers.lexicon import Lexicon


def stance(
    text: str, content: tuple[tuple[int, int], ...], words: Lexicon, cue: Epistemic | None
) -> Epistemic:
    """Return the stance of a content (spans in `text`), given what its verb of saying implies.

    A hedge counts in the first part of the content: what comes later hedges something else.
    """
    said = " ".join(text[start:end] for start, end in content)
    if words.rumour.search(said):
        return "reported_rumour"
    if cue is not None:
        return cue
    if words.denial.fullmatch(said):
        return "denied"
    if words.hedge.search(said[:_FIRST_PART]):
        return "hedged"
    return "asserted"


# Code points: about a clause and a half.
_FIRST_PART = 140
