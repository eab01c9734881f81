"""Edits of the scheme carried through a real project: what they touch, what they count, and their undo."""

from collections.abc import Callable
from pathlib import Path

import pytest

import storage
from app import commands
from app import scheme_edits as edits
from app.anchor import Span, anchor
from app.annotation import Annotation, Assessment, Relation
from app.changes import Change
from app.commands.edit_scheme import Lost, edit_scheme, is_harmless, preview
from app.errors import UserError
from app.ids import new_id
from app.project import Project
from app.replacing import replace
from app.scheme import Scheme, problems
from app.scheme_edits import ARTICLE, Edit
from app.session import Session
from app.speaker import Speaker
from app.suggestion import Suggestion
from storage.connection import open_connection
from storage.migrations import SCHEMA_VERSION

OTHER = "Берик"


def mark(
    session: Session, article: int, words: str, label: str, annotator: str = "Асель", **values: object
) -> Annotation:
    """Mark the first place of the words, as an annotator, without asking the scheme."""
    text = session.project.text(article)
    start = text.index(words)
    made = Annotation(
        id=new_id(),
        article_id=article,
        annotator=annotator,
        label=label,
        fragments=(anchor(text, Span(start, start + len(words))),),
        attributes=values,
        created_at=session.clock(),
    )
    session.do("annotate", [Change(None, made)])
    return made


def relate(session: Session, kind: str, source: Annotation, target: Annotation) -> Relation:
    made = Relation(
        new_id(), source.article_id, source.annotator, kind, source.id, target.id, session.clock()
    )
    session.do("relate", [Change(None, made)])
    return made


@pytest.fixture
def marked(session: Session, article: int) -> dict[str, Annotation]:
    """Annotations of two annotators, related, with values, a suggestion, an assessment, a registered name."""
    found = {
        "claim": mark(session, article, "общее число камер – около 30 тыс", "claim", verdict="true"),
        "aset": mark(session, article, "Асета", "speaker", kind="person", canonical_name="Асет", role="x"),
        "firm": mark(session, article, "компании", "speaker", kind="organisation"),
        "number": mark(session, article, "30 тыс", "number", value=30000, unit="camera"),
        "cue": mark(session, article, "По словам", "cue"),
        "theirs": mark(session, article, "Әлия Ғабитқызы", "speaker", OTHER, kind="person"),
    }
    found["their claim"] = mark(session, article, "Бейне жазбалар", "claim", OTHER, quote_type="indirect")
    relate(session, "said_by", found["claim"], found["aset"])
    relate(session, "has_number", found["claim"], found["number"])
    relate(session, "cued_by", found["claim"], found["cue"])
    relate(session, "said_by", found["their claim"], found["theirs"])
    text = session.project.text(article)
    place = text.index("30 дней")
    fragment = anchor(text, Span(place, place + 7))
    session.put_suggestions(
        article,
        {
            "numbers": [
                Suggestion(new_id(), article, "number", fragment, 0.9, "numbers", attributes={"value": 30})
            ]
        },
    )
    said = Assessment(article, "Асель", {"genre": "news", "topic": "камералар"}, flagged=True)
    session.do("assess", [Change(None, said)])
    session.do("register", [Change(None, Speaker(new_id(), "Асет", "person"))])
    return found


EDITS: dict[str, Callable[[Scheme], Edit]] = {
    "merge": lambda s: edits.merge_labels(s, "cue", "speaker"),
    "merge with values": lambda s: edits.merge_labels(s, "speaker", "claim"),
    "merge a suggested label": lambda s: edits.merge_labels(s, "number", "cue"),
    "delete": lambda s: edits.delete_label(s, "claim"),
    "delete a suggested label": lambda s: edits.delete_label(s, "number"),
    "split": lambda s: edits.split_label(s, "speaker", "kind", {"organisation": "Ұйым"}),
    "delete attribute": lambda s: edits.delete_attribute(s, "speaker", "kind"),
    "delete value": lambda s: edits.delete_value(s, "speaker", "kind", "person"),
    "rename value": lambda s: edits.rename_value(s, "speaker", "kind", "person", "адам"),
    "delete relation": lambda s: edits.delete_relation(s, "said_by"),
    "narrow relation": lambda s: edits.set_relation(s, replace(s.relations[0], targets=("cue",))),
    "article value": lambda s: edits.delete_value(s, ARTICLE, "genre", "news"),
    "article attribute": lambda s: edits.delete_attribute(s, ARTICLE, "topic"),
    "other type": lambda s: edits.set_attribute(s, "number", replace(s.labels[2].attributes[0], type="text")),
    "rename label": lambda s: Edit(edits.put_label(s, replace(s.labels[0], name="Утверждение"))),
}


def content(path: Path) -> list[tuple[object, ...]]:
    """Every row of what people made, byte by byte, and the scheme in force."""
    connection = open_connection(path, SCHEMA_VERSION, read_only=True)
    try:
        rows: list[tuple[object, ...]] = []
        for table in ("annotations", "relations", "suggestions", "assessments", "speakers", "statuses"):
            rows += [(table, *row) for row in connection.rows(f"SELECT * FROM {table} ORDER BY 1, 2")]
        rows += connection.rows("SELECT * FROM label_counts ORDER BY 1, 2, 3")
        return rows + connection.rows("SELECT body, sha256 FROM schemes ORDER BY number DESC LIMIT 1")
    finally:
        connection.close()


def consistent(project: Project) -> None:
    """Nothing in the project is of a label, attribute, value or relation the scheme has not."""
    scheme = project.scheme()
    (article,) = project.articles_by_snapshot().values()
    labels = {annotation.id: annotation.label for annotation in project.annotations(article)}
    for annotation in project.annotations(article):
        label = scheme.label(annotation.label)
        assert label is not None
        assert problems(label, annotation.attributes) == {}
    for relation in project.relations(article):
        allowed = scheme.relations_between(labels[relation.source], labels[relation.target])
        assert relation.type in {kind.id for kind in allowed}
    for suggestion in project.suggestions(article, only_open=False):
        label = scheme.label(suggestion.label)
        assert label is not None
        assert problems(label, suggestion.attributes) == {}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_leaves_nothing_behind_and_its_undo_is_equal_to_the_byte_even_after_reopening(
    session: Session, marked: dict[str, Annotation], name: str
) -> None:
    path = session.project.path
    before, version = content(path), session.project.scheme().version
    counted = preview(session.project, EDITS[name](session.project.scheme()))
    assert is_harmless(session.project.scheme(), EDITS[name](session.project.scheme())) == (not counted)
    changes = edit_scheme(session.project, EDITS[name](session.project.scheme()))
    assert content(path) == before, "a preview writes nothing"
    assert sum(isinstance(change.entity, Annotation) for change in changes) == counted.annotations
    assert sum(isinstance(change.entity, Suggestion) for change in changes) == counted.suggestions
    session.do(name, changes)
    after = content(path)
    assert session.project.scheme().version == version + 1
    assert after != before
    consistent(session.project)
    session.undo()
    assert content(path) == before
    session.redo()
    assert content(path) == after
    session.project.close()
    again = Session(storage.open_project(path), session.annotator)
    try:
        again.undo()
        assert content(path) == before
        again.redo()
        assert content(path) == after
        assert storage.check_project(path).problems == ()
    finally:
        again.project.close()


def by_id(session: Session, annotation: Annotation) -> Annotation:
    return session.project.annotation(annotation.id)


def test_a_merge_keeps_what_fits_and_counts_what_is_lost_in_everybodys_set(
    session: Session, marked: dict[str, Annotation]
) -> None:
    edit = edits.merge_labels(session.project.scheme(), "speaker", "claim")
    counted = preview(session.project, edit)
    assert (counted.changed, counted.removed, counted.articles) == (3, 0, 1)
    assert counted.annotators == ("Асель", OTHER)
    assert counted.lost == (
        Lost("Speaker", "Kind", 3), Lost("Speaker", "Name", 1), Lost("Speaker", "Role", 1)
    )  # fmt: skip
    assert counted.relations == 0
    session.do("merge_labels", edit_scheme(session.project, edit))
    assert by_id(session, marked["theirs"]).label == "claim"
    assert by_id(session, marked["aset"]).attributes == {}
    assert len(session.project.relations(marked["claim"].article_id)) == 4


def test_values_two_labels_share_go_along(session: Session, marked: dict[str, Annotation]) -> None:
    scheme = session.project.scheme()
    scheme = edits.split_label(scheme, "speaker", "kind", {"organisation": "Organisation"}).scheme
    session.do("edit", edit_scheme(session.project, Edit(scheme)))
    edit = edits.merge_labels(session.project.scheme(), "speaker", "organisation")
    assert preview(session.project, edit).lost == ()
    session.do("merge_labels", edit_scheme(session.project, edit))
    assert by_id(session, marked["aset"]).attributes == marked["aset"].attributes


def test_the_same_words_under_both_labels_become_one_mark(
    session: Session, article: int, marked: dict[str, Annotation]
) -> None:
    scheme = edits.add_label(session.project.scheme(), "Source")
    scheme = edits.add_attribute(scheme, "source", "Kind", "choice", ("person", "document"))
    scheme = edits.add_attribute(scheme, "source", "Role")
    scheme = edits.set_relation(scheme, replace(scheme.relations[0], targets=("speaker", "source"))).scheme
    session.do("edit", edit_scheme(session.project, Edit(scheme)))
    twin = mark(session, article, "Асета", "source", kind="document")
    mark(session, article, "Асета", "source", OTHER)
    relate(session, "said_by", marked["claim"], twin)
    edit = edits.merge_labels(session.project.scheme(), "speaker", "source")
    counted = preview(session.project, edit)
    assert (counted.joined, counted.changed, counted.removed, counted.relations) == (1, 3, 0, 1)
    assert set(counted.lost) == {
        Lost("Source", "Kind", 1),
        Lost("Speaker", "Kind", 1),
        Lost("Speaker", "Name", 1),
    }
    before = content(session.project.path)
    session.do("merge_labels", edit_scheme(session.project, edit))
    consistent(session.project)
    assert by_id(session, twin).attributes == {"kind": "document", "role": "x"}
    said = [r for r in session.project.relations(article) if r.source == marked["claim"].id]
    assert [r.target for r in said if r.type == "said_by"] == [twin.id]
    session.undo()
    assert content(session.project.path) == before


def test_relations_to_a_mark_that_becomes_another_go_to_that_one(
    session: Session, article: int, marked: dict[str, Annotation]
) -> None:
    twin = mark(session, article, "Асета", "cue")
    edit = edits.merge_labels(session.project.scheme(), "speaker", "cue")
    assert preview(session.project, edit).relations == 0
    session.do("merge_labels", edit_scheme(session.project, edit))
    consistent(session.project)
    assert twin.id in {r.target for r in session.project.relations(article) if r.type == "said_by"}
    assert marked["aset"].id not in {a.id for a in session.project.annotations(article)}


def test_a_split_moves_just_the_annotations_with_the_value(
    session: Session, marked: dict[str, Annotation]
) -> None:
    edit = edits.split_label(session.project.scheme(), "speaker", "kind", {"organisation": "Ұйым"})
    counted = preview(session.project, edit)
    assert (counted.changed, counted.annotators, counted.lost) == (1, ("Асель",), ())
    session.do("split_label", edit_scheme(session.project, edit))
    assert by_id(session, marked["firm"]).label == "uyym"
    assert by_id(session, marked["aset"]) == marked["aset"]


def test_a_deleted_label_takes_its_annotations_relations_and_suggestions(
    session: Session, marked: dict[str, Annotation]
) -> None:
    edit = edits.delete_label(session.project.scheme(), "number")
    counted = preview(session.project, edit)
    assert (counted.removed, counted.relations, counted.suggestions, counted.lost) == (1, 1, 1, ())
    session.do("delete_label", edit_scheme(session.project, edit))
    article = marked["claim"].article_id
    assert session.project.suggestions(article, only_open=False) == []
    assert session.project.counts("Асель").by_label == {"claim": 2, "cue": 1, "speaker": 3}


def test_a_renamed_value_is_renamed_everywhere_and_nothing_is_lost(
    session: Session, marked: dict[str, Annotation]
) -> None:
    edit = edits.rename_value(session.project.scheme(), "speaker", "kind", "person", "адам")
    counted = preview(session.project, edit)
    assert (counted.changed, counted.lost) == (2, ())
    session.do("edit_scheme", edit_scheme(session.project, edit))
    assert by_id(session, marked["theirs"]).attributes == {"kind": "адам"}
    assert [speaker.kind for speaker in session.project.speakers()] == ["адам"]


def test_a_number_becomes_a_text_and_a_text_no_number(
    session: Session, marked: dict[str, Annotation]
) -> None:
    scheme = session.project.scheme()
    value = scheme.labels[2].attributes[0]
    session.do(
        "edit",
        edit_scheme(session.project, edits.set_attribute(scheme, "number", replace(value, type="text"))),
    )
    assert by_id(session, marked["number"]).attributes == {"value": "30000", "unit": "camera"}
    scheme = session.project.scheme()
    counted = preview(session.project, edits.set_attribute(scheme, "number", replace(value, type="number")))
    assert counted.lost == (Lost("Number", "Value", 1),)


@pytest.mark.parametrize(
    "harmless",
    [
        lambda s: edits.put_label(s, replace(s.labels[1], name="Источник", key="9", pattern="wave")),
        lambda s: edits.put_label(s, replace(s.labels[1], light=s.labels[0].light, guideline="x")),
        lambda s: edits.add_label(s, "Evidence"),
        lambda s: edits.move_label(s, "speaker", 2),
        lambda s: edits.add_attribute(s, "speaker", "Age", "number"),
        lambda s: edits.add_value(s, "speaker", "kind", "animal"),
        lambda s: edits.move_value(s, "speaker", "kind", "person", 2),
        lambda s: edits.move_attribute(s, "speaker", "kind", -2),
        lambda s: (
            edits.set_attribute(
                s, "speaker", replace(s.labels[1].attributes[3], name="Түрі", help="?", unset="unknown")
            ).scheme
        ),
        lambda s: edits.add_relation(s, "Near", "number", "number"),
        lambda s: edits.move_relation(s, "said_by", 3),
        lambda s: (
            edits.set_relation(s, replace(s.relations[0], name="Says", sources=("claim", "cue"))).scheme
        ),
    ],
)
def test_names_colours_keys_and_additions_touch_no_mark(
    session: Session, marked: dict[str, Annotation], harmless: Callable[[Scheme], Scheme]
) -> None:
    edit = Edit(harmless(session.project.scheme()))
    assert is_harmless(session.project.scheme(), edit)
    assert not preview(session.project, edit)
    (change,) = edit_scheme(session.project, edit)
    assert isinstance(change.after, Scheme)


def test_the_same_scheme_is_no_change(session: Session) -> None:
    assert edit_scheme(session.project, Edit(session.project.scheme())) == []


def test_another_scheme_is_refused_while_it_would_leave_marks_without_a_label(
    session: Session, marked: dict[str, Annotation]
) -> None:
    scheme = session.project.scheme()
    other = edits.delete_label(edits.delete_label(scheme, "cue").scheme, "speaker").scheme
    with pytest.raises(UserError, match="There are 3 annotations of “Speaker”"):
        edit_scheme(session.project, edits.replace_scheme(scheme, other, {"cue": None}))
    edit = edits.replace_scheme(scheme, other, {"cue": None, "speaker": "claim"})
    session.do("import_scheme", edit_scheme(session.project, edit))
    consistent(session.project)
    assert by_id(session, marked["aset"]).label == "claim"


def test_another_scheme_may_lack_what_nothing_is_marked_with(session: Session, article: int) -> None:
    scheme = session.project.scheme()
    other = edits.delete_label(scheme, "speaker").scheme
    session.do("import_scheme", edit_scheme(session.project, edits.replace_scheme(scheme, other, {})))
    assert session.project.scheme() == replace(other, version=scheme.version + 1)


def test_two_labels_may_go_into_one_at_once(session: Session, article: int) -> None:
    one = mark(session, article, "Асета", "speaker")
    mark(session, article, "Асета", "cue")
    scheme = session.project.scheme()
    other = edits.add_label(edits.delete_label(scheme, "speaker").scheme, "Thing")
    other = edits.delete_label(other, "cue").scheme
    edit = edits.replace_scheme(scheme, other, {"speaker": "thing", "cue": "thing"})
    assert preview(session.project, edit).joined == 1
    session.do("import_scheme", edit_scheme(session.project, edit))
    (left,) = session.project.annotations(article)
    assert left.label == "thing"
    session.undo()
    assert len(session.project.annotations(article)) == 2
    assert by_id(session, one) == one


def test_values_lost_where_two_labels_become_a_new_one_are_told_of_a_label_one_knows(
    session: Session, article: int
) -> None:
    mark(session, article, "Асета", "speaker", role="министр")
    mark(session, article, "Асета", "claim", role="врач")
    scheme = session.project.scheme()
    other = edits.add_attribute(edits.add_label(scheme, "Thing"), "thing", "Role")
    other = replace(other, labels=other.labels[-1:], relations=())
    moved = {label.id: "thing" for label in scheme.labels}
    edit = edits.replace_scheme(scheme, other, moved)
    (lost,) = preview(session.project, edit).lost
    assert (lost.owner, lost.attribute.casefold(), lost.count) == ("Speaker", "role", 1)
    session.do("import_scheme", edit_scheme(session.project, edit))
    (left,) = session.project.annotations(article)
    assert (left.label, left.attributes) == ("thing", {"role": "министр"})


def test_what_is_proposed_after_an_edit_is_what_the_scheme_takes(session: Session, article: int) -> None:
    from app.suggesters.numbers import suggest
    from app.suggesters.store import store_suggestions

    text = session.project.text(article)
    edit = edits.delete_attribute(session.project.scheme(), "number", "unit")
    session.do("edit", edit_scheme(session.project, edit))
    assert store_suggestions(session, article, text, suggest(text, "ru"))
    first = session.project.suggestions(article)[0]
    session.do("accept", commands.accept(session.project, first.id, session.stamp()))
    consistent(session.project)
    merged = edits.merge_labels(session.project.scheme(), "number", "cue")
    session.do("merge_labels", edit_scheme(session.project, merged))
    left = session.project.suggestions(article)
    assert left
    assert store_suggestions(session, article, text, suggest(text, "ru"), ["number"]) == 0
    assert session.project.suggestions(article) == left, "they are as the merge left them, so undo finds them"
    session.undo()
    consistent(session.project)
