"""What the digits after R stand for."""

from itertools import count

from app.anchor import Span, anchor
from app.annotation import Annotation, Relation
from app.relating import MOST_CANDIDATES, candidates, relation_between
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


def test_from_the_other_end_the_claims_are_offered_the_innermost_around_it_first() -> None:
    wide, close, far = mark("claim", 0, 50), mark("claim", 0, 9), mark("claim", 60, 70)
    number, speaker = mark("number", 1, 3), mark("speaker", 55, 58)
    everything = [wide, close, far, number, speaker]
    assert candidates(SCHEME, number, everything) == [close, wide, far]
    assert candidates(SCHEME, speaker, everything) == [far, wide, close]


def test_a_claim_that_somebody_said_comes_after_those_nobody_did_and_ones_own_last() -> None:
    near, mine, far = mark("claim", 10, 20), mark("claim", 22, 28), mark("claim", 100, 110)
    speaker, other = mark("speaker", 30, 35), mark("speaker", 1, 4)
    said = [
        Relation(1, 1, "A", "said_by", near.id, other.id),
        Relation(2, 1, "A", "said_by", mine.id, speaker.id),
    ]
    assert candidates(SCHEME, speaker, [near, mine, far, speaker, other], said) == [far, near, mine]


def test_nothing_is_offered_where_the_scheme_allows_nothing_and_no_more_than_nine_anywhere() -> None:
    claim, number, speaker = mark("claim", 0, 5), mark("number", 1, 3), mark("speaker", 7, 9)
    assert candidates(SCHEME, number, [number, speaker]) == []
    assert candidates(SCHEME, claim, [claim]) == []
    many = [mark("speaker", start, start + 1) for start in range(10, 60, 2)]
    assert len(candidates(SCHEME, claim, many)) == MOST_CANDIDATES


def test_the_relation_is_the_first_the_scheme_allows() -> None:
    claim, number = mark("claim", 0, 5), mark("number", 1, 3)
    other = mark("claim", 6, 9)
    assert relation_between(SCHEME, claim, number) == ("has_number", claim.id, number.id)
    assert relation_between(SCHEME, number, claim) == ("has_number", claim.id, number.id)
    assert relation_between(SCHEME, other, claim) == ("same_claim", other.id, claim.id)
    assert relation_between(SCHEME, number, mark("speaker", 10, 12)) is None
    assert relation_between(SCHEME, number, mark("unheard_of", 10, 12)) is None
