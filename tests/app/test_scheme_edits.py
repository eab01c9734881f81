"""Edits of a scheme: what each makes of it, what it refuses, and that ids stay."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from app import scheme_edits as edits
from app.scheme import Attribute, Colours, Label, Scheme, SchemeError, parse_scheme
from app.scheme_colours import PAIRS, contrast
from app.scheme_edits import ARTICLE
from app.scheme_ids import identifier

NEWS = parse_scheme(resources.scheme())


def label(scheme: Scheme, label_id: str) -> Label:
    found = scheme.label(label_id)
    assert found is not None, label_id
    return found


def ids(scheme: Scheme) -> list[str]:
    return [each.id for each in scheme.labels]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Claim", "claim"),
        ("Цитата", "tsitata"),
        ("Прямая речь", "pryamaya_rech"),
        ("Дәйексөз", "dayeksoz"),
        ("Қайнар көз (жаңа)", "qaynar_koz_zhanga"),
        ("Ёлка & ёж", "yolka_yozh"),
        ("Café", "cafe"),
        ("  ", "label"),
        ("2023", "label_2023"),
        ("№ 5", "no_5"),
        ("5 №", "label_5_no"),
        ("…", "label"),
        ("日本", "label"),
        ("_x_", "x"),
        ("a" * 60, "a" * 40),
    ],
)
def test_ids_are_made_of_names(name: str, expected: str) -> None:
    assert identifier(name, (), "label") == expected


def test_ids_are_unique() -> None:
    assert identifier("Claim", {"claim"}, "label") == "claim_2"
    assert identifier("Claim", {"claim", "claim_2"}, "label") == "claim_3"


@given(name=st.text(max_size=50), taken=st.sets(st.sampled_from(["label", "a", "label_2"])))
def test_any_name_gives_an_id_that_a_scheme_takes(name: str, taken: set[str]) -> None:
    made = identifier(name, taken, "label")
    assert made not in taken
    tried = replace(NEWS, labels=(replace(NEWS.labels[0], id=made),), relations=())
    assert edits._checked(tried).labels[0].id == made


def test_a_new_label_has_a_key_colours_and_pattern_of_its_own() -> None:
    scheme = edits.add_label(NEWS, "Дәлел")
    made = scheme.labels[-1]
    assert (made.id, made.name, made.key, made.pattern) == ("dalel", "Дәлел", "5", "wave")
    assert made.light not in [each.light for each in NEWS.labels]
    assert scheme.version == NEWS.version, "the command counts versions"


def test_the_tenth_label_has_no_key() -> None:
    scheme = NEWS
    for number in range(6):
        scheme = edits.add_label(scheme, f"New {number}")
    assert [each.key for each in scheme.labels] == [*"123456789", ""]
    assert edits.free_keys(scheme) == ()


def test_a_label_keeps_its_id_whatever_it_is_called() -> None:
    renamed = edits.put_label(NEWS, replace(label(NEWS, "claim"), name="Утверждение", key="7"))
    assert ids(renamed) == ids(NEWS)
    assert label(renamed, "claim").name == "Утверждение"


def test_labels_move_and_stop_at_the_ends() -> None:
    assert ids(edits.move_label(NEWS, "number", -1)) == ["claim", "number", "speaker", "cue"]
    assert ids(edits.move_label(NEWS, "claim", -1)) == ids(NEWS)
    assert ids(edits.move_label(NEWS, "claim", 9)) == ["speaker", "number", "cue", "claim"]


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        (lambda: edits.add_label(NEWS, " "), "needs a name"),
        (lambda: edits.add_label(NEWS, "claim "), "called “claim” already"),
        (lambda: edits.put_label(NEWS, replace(label(NEWS, "cue"), key="1")), "Key 1 is taken by “Claim”"),
        (lambda: edits.put_label(NEWS, replace(label(NEWS, "cue"), key="0")), "from 1 to 9"),
        (lambda: edits.put_label(NEWS, replace(label(NEWS, "cue"), key="12")), "from 1 to 9"),
        (
            lambda: edits.put_label(NEWS, replace(label(NEWS, "cue"), light=Colours("red", "#FFFFFF"))),
            "#RRGGBB",
        ),
        (lambda: edits.merge_labels(NEWS, "cue", "cue"), "with itself"),
        (lambda: edits.merge_labels(NEWS, "cue", "none"), "no label “none”"),
        (lambda: edits.split_label(NEWS, "speaker", "role", {"x": "y"}), "list of values only"),
        (lambda: edits.split_label(NEWS, "speaker", "kind", {}), "at least one value"),
        (lambda: edits.split_label(NEWS, "speaker", "kind", {"dog": "Dog"}), "no value “dog”"),
        (lambda: edits.split_label(NEWS, "speaker", "kind", {"person": "Claim"}), "already"),
        (lambda: edits.add_attribute(NEWS, "claim", "Verdict"), "already"),
        (lambda: edits.add_attribute(NEWS, "claim", "Mood", "choice"), "at least one value"),
        (lambda: edits.add_attribute(NEWS, "nobody", "Mood"), "no label “nobody”"),
        (lambda: edits.add_value(NEWS, "claim", "quote_type", "direct"), "value “direct” already"),
        (lambda: edits.add_value(NEWS, "claim", "quote_type", ""), "cannot be empty"),
        (lambda: edits.add_value(NEWS, "claim", "normalised_text", "x"), "only a choice has values"),
        (lambda: edits.rename_value(NEWS, "claim", "quote_type", "direct", "mixed"), "already"),
        (lambda: edits.delete_attribute(NEWS, "claim", "nothing"), "no attribute “nothing”"),
        (lambda: edits.add_relation(NEWS, "Said by", "claim", "claim"), "already"),
        (lambda: edits.add_relation(NEWS, "Sees", "claim", "nobody"), "unknown label “nobody”"),
        (lambda: edits.set_relation(NEWS, replace(NEWS.relations[0], sources=())), "go from"),
        (lambda: edits.delete_relation(NEWS, "nothing"), "no relation “nothing”"),
        (lambda: edits.replace_scheme(NEWS, NEWS, {"claim": "cue"}), "cannot take"),
    ],
)
def test_what_a_scheme_cannot_be_is_refused_in_a_sentence(edit: Callable[[], object], sentence: str) -> None:
    with pytest.raises(SchemeError, match=sentence):
        edit()


def test_the_last_label_cannot_be_deleted() -> None:
    empty = parse_scheme(resources.scheme("empty"))
    with pytest.raises(SchemeError, match="at least one label"):
        edits.delete_label(empty, "mark")


def test_a_deleted_label_leaves_the_relations_and_takes_those_that_were_only_its_own() -> None:
    edit = edits.delete_label(NEWS, "speaker")
    assert edit.moved == {"speaker": None}
    assert [relation.id for relation in edit.scheme.relations] == [
        "has_number", "cued_by", "same_claim", "contradicts"
    ]  # fmt: skip


def test_a_merged_label_hands_its_relations_on() -> None:
    edit = edits.merge_labels(NEWS, "cue", "speaker")
    cued_by = edit.scheme.relation("cued_by")
    assert cued_by is not None
    assert cued_by.targets == ("speaker",)
    both = edits.set_relation(NEWS, replace(NEWS.relations[0], targets=("speaker", "cue"))).scheme
    merged = edits.merge_labels(both, "cue", "speaker").scheme.relations[0]
    assert merged.targets == ("speaker",)
    assert edits.delete_label(NEWS, "cue", into="speaker") == edit


def test_a_split_label_hands_on_attributes_and_relations() -> None:
    edit = edits.split_label(NEWS, "speaker", "kind", {"organisation": "Ұйым", "document": "Құжат"})
    assert edit.divided == {"speaker": ("kind", {"organisation": "uyym", "document": "quzhat"})}
    made = label(edit.scheme, "uyym")
    assert made.attributes == label(NEWS, "speaker").attributes
    assert made.key == "5"
    said_by = edit.scheme.relation("said_by")
    assert said_by is not None
    assert said_by.targets == ("speaker", "uyym", "quzhat")


@pytest.mark.parametrize("owner", ["claim", ARTICLE])
def test_attributes_of_labels_and_of_articles_are_edited_alike(owner: str) -> None:
    scheme = edits.add_attribute(NEWS, owner, "Тон", "choice", ("жылы", "салқын"))
    made = edits.attributes_of(scheme, owner)[-1]
    assert made == Attribute("ton", "Тон", "choice", ("жылы", "салқын"))
    scheme = edits.move_attribute(scheme, owner, "ton", -99)
    assert edits.attributes_of(scheme, owner)[0].id == "ton"
    scheme = edits.add_value(scheme, owner, "ton", "бейтарап")
    scheme = edits.move_value(scheme, owner, "ton", "бейтарап", -1)
    assert edits.attributes_of(scheme, owner)[0].values == ("жылы", "бейтарап", "салқын")
    edit = edits.rename_value(scheme, owner, "ton", "жылы", "ыстық")
    assert edit.renamed == {(owner, "ton"): {"жылы": "ыстық"}}
    scheme = edits.delete_value(edit.scheme, owner, "ton", "салқын").scheme
    assert edits.attributes_of(scheme, owner)[0].values == ("ыстық", "бейтарап")
    scheme = edits.delete_attribute(scheme, owner, "ton").scheme
    assert edits.attributes_of(scheme, owner) == edits.attributes_of(NEWS, owner)


def test_the_unset_value_follows_its_name_and_goes_with_it() -> None:
    renamed = edits.rename_value(NEWS, "claim", "verdict", "not_rated", "open").scheme
    verdict = label(renamed, "claim").attribute("verdict")
    assert verdict is not None
    assert verdict.unset == "open"
    gone = label(edits.delete_value(renamed, "claim", "verdict", "open").scheme, "claim").attribute("verdict")
    assert gone is not None
    assert gone.unset == ""


def test_the_only_value_stays() -> None:
    scheme = edits.add_attribute(NEWS, "cue", "One", "choice", ("x",))
    with pytest.raises(SchemeError, match="delete the attribute instead"):
        edits.delete_value(scheme, "cue", "one", "x")


def test_a_difference_names_what_comes_goes_and_changes() -> None:
    other = edits.add_label(edits.delete_label(NEWS, "cue").scheme, "Evidence")
    other = edits.put_label(other, replace(label(other, "claim"), name="Statement"))
    found = edits.difference(NEWS, other)
    assert found.added == ("Evidence",)
    assert found.lost == ("Cue", "Cued by")
    assert found.changed == ("Claim",)
    assert edits.difference(NEWS, NEWS) == edits.Difference((), (), ())


# ----------------------------------------------------------------------------------------------- colours


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_every_pair_of_colours_can_be_read_on_both_papers(pair: object) -> None:
    assert isinstance(pair, type(PAIRS[0]))
    for colours, paper, ink in (
        (pair.light, "#FFFDF9", "#22211E"),
        (pair.dark, "#1F2125", "#E7E4DD"),
    ):
        assert contrast(colours.line, paper) >= 4.5
        assert contrast(colours.line, colours.fill) >= 4.5
        assert contrast(ink, colours.fill) >= 4.5


def test_there_are_a_dozen_different_pairs() -> None:
    assert len({pair.light for pair in PAIRS}) == len({pair.dark for pair in PAIRS}) == len(PAIRS) == 12
