"""What the digits after R stand for."""

from itertools import count

from app.anchor import Span, anchor
from app.annotation import Annotation, Relation
from app.relating import MOST_CANDIDATES, candidates, relation_for
from app.scheme import Colours, Label, RelationType, Scheme

_COLOURS = Colours("#000000", "#FFFFFF")
SCHEME = Scheme(
    "s",
    "S",
    1,
    tuple(
        Label(name, name.title(), "", "solid", _COLOURS, _COLOURS) for name in ("claim", "speaker", "number")
    ),
    (
        RelationType("said_by", "said by", ("claim",), ("speaker",), single=True),
        RelationType("has_number", "has number", ("claim",), ("number",)),
        RelationType("same_claim", "same claim", ("claim",), ("claim",), symmetric=True),
    ),
)
TEXT = "0123456789" * 20
_ids = count(1)


def mark(label: str, start: int, end: int) -> Annotation:
    return Annotation(next(_ids), 1, "A", label, (anchor(TEXT, Span(start, end)),))


def test_speakers_come_nearest_first_on_either_side_and_then_the_numbers_inside() -> None:
    claim = mark("claim", 50, 80)
    far, before, after = mark("speaker", 2, 8), mark("speaker", 40, 47), mark("speaker", 85, 95)
    second, first = mark("number", 70, 74), mark("number", 52, 54)
    found = candidates(SCHEME, claim, [far, before, claim, first, second, after])
    assert found == [before, after, far, first, second]


def test_another_claim_is_a_candidate_only_where_nothing_else_is() -> None:
    claim, other, speaker = mark("claim", 50, 80), mark("claim", 90, 99), mark("speaker", 190, 195)
    assert candidates(SCHEME, claim, [claim, other, speaker]) == [speaker]
    assert candidates(SCHEME, claim, [claim, other]) == [other]


def test_what_is_related_already_comes_last() -> None:
    claim, near, far = mark("claim", 50, 80), mark("speaker", 81, 85), mark("speaker", 120, 125)
    said = Relation(1, 1, "A", "said_by", claim.id, near.id)
    assert candidates(SCHEME, claim, [near, far], [said]) == [far, near]


def test_nothing_can_be_related_from_a_number_and_no_more_than_nine_are_offered() -> None:
    claim, number = mark("claim", 0, 5), mark("number", 1, 3)
    assert candidates(SCHEME, number, [claim, number]) == []
    many = [mark("speaker", start, start + 1) for start in range(10, 60, 2)]
    assert len(candidates(SCHEME, claim, many)) == MOST_CANDIDATES


def test_the_relation_is_the_first_the_scheme_allows() -> None:
    claim, number = mark("claim", 0, 5), mark("number", 1, 3)
    assert relation_for(SCHEME, claim, number) == "has_number"
    assert relation_for(SCHEME, claim, mark("claim", 6, 9)) == "same_claim"
    assert relation_for(SCHEME, number, claim) is None
