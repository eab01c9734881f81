from collections.abc import Mapping

import pytest

from app.dataset import Selection, Shape, parse_names, select, shaped
from app.errors import UserError
from app.project import Project
from tests.app.exporters.hard_project import SCHEME


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("claim=CLAIM", {"claim": "CLAIM"}),
        ("claim=CLAIM,speaker=PER", {"claim": "CLAIM", "speaker": "PER"}),
        (" claim = C_1 , number=C_1 ", {"claim": "C_1", "number": "C_1"}),
    ],
)
def test_names_are_read(text: str, names: dict[str, str]) -> None:
    assert parse_names(text) == names


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("claim", "are given as claim=CLAIM,speaker=PER, not “claim”"),
        ("", "not “”"),
        ("claim=A,", "not “”"),
        ("=A", "not “=A”"),
        ("claim=", "“” does not"),
        ("claim=1A", "“1A” does not"),
        ("claim=_A", "“_A” does not"),
        ("claim=Тезис", "“Тезис” does not"),
        ("claim=A B", "“A B” does not"),
        ("claim=B-A", "“B-A” does not"),
        ("claim=A=B", "“A=B” does not"),
        ("claim=A,claim=B", "“claim” is given two names: A and B"),
    ],
)
def test_other_names_are_refused(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        parse_names(text)


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ({"claims": "A"}, "no label “claims”; it has claim, speaker, number"),
        ({"claim": "Тезис"}, "“Тезис” does not"),
    ],
)
def test_a_shape_with_such_names_is_refused_too(
    project: Project, names: Mapping[str, str], sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        shaped(select(project, Selection()), Shape(names=names))


def test_annotations_suggestions_and_scheme_are_renamed(project: Project) -> None:
    dataset = select(project, Selection(with_suggestions=True))
    made = shaped(dataset, Shape(names={"claim": "CLAIM", "number": "speaker", "speaker": "number"}))
    swapped = {"claim": "CLAIM", "number": "speaker", "speaker": "number"}
    for before, after in zip(dataset, made, strict=True):
        assert [a.label for a in after.annotations] == [swapped[a.label] for a in before.annotations]
        assert [s.label for s in after.suggestions] == [swapped[s.label] for s in before.suggestions]
        assert [a.fragments for a in after.annotations] == [a.fragments for a in before.annotations]
        assert after.relations == before.relations
    assert [label.id for label in made.scheme.labels] == ["CLAIM", "number", "speaker"]
    assert [label.name for label in made.scheme.labels] == ["Claim", "Speaker", "Number"]
    has_number = made.scheme.relation("has_number")
    assert has_number is not None
    assert (has_number.sources, has_number.targets) == (("CLAIM",), ("speaker",))


def test_labels_of_one_name_become_one_with_what_all_said(project: Project) -> None:
    made = shaped(select(project, Selection()), Shape(names={"speaker": "ENTITY", "number": "ENTITY"}))
    assert [label.id for label in made.scheme.labels] == ["claim", "ENTITY"]
    entity = made.scheme.label("ENTITY")
    assert entity is not None
    assert entity.name == "Speaker, Number"
    assert {attribute.id: attribute.values for attribute in entity.attributes} == {
        "kind": ("person", "organisation", "money", "cardinal"),
        "value": (),
        "approximator": (),
    }
    labels = {a.id: a.label for record in made for a in record.annotations}
    assert labels[2] == labels[3] == labels[41] == "ENTITY"
    assert labels[1] == "claim"


def test_a_label_may_get_the_name_of_another(project: Project) -> None:
    made = shaped(select(project, Selection()), Shape(names={"number": "claim"}))
    assert [label.id for label in made.scheme.labels] == ["claim", "speaker"]
    has_number = made.scheme.relation("has_number")
    assert has_number is not None
    assert (has_number.sources, has_number.targets) == (("claim",), ("claim",))


def test_the_selection_goes_by_the_labels_of_the_project(project: Project) -> None:
    made = shaped(select(project, Selection(labels=("number",))), Shape(names={"number": "NUM"}))
    assert {a.label for record in made for a in record.annotations} == {"NUM"}


def test_no_names_leave_the_scheme_as_it_is(project: Project) -> None:
    assert shaped(select(project, Selection()), Shape()).scheme == SCHEME
