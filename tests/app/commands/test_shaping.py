"""Split, join, duplicate, mark empty: what becomes of text, attributes and relations, and undo of each."""

import tempfile
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
import storage
from app import commands
from app.anchor import Span, anchor
from app.annotation import Annotation, EmptyPassage
from app.changes import Change
from app.errors import UserError
from app.ids import new_id
from app.project import Project
from app.scheme import parse_scheme
from app.session import Session
from app.suggestion import Decision, Suggestion
from tests.app.commands.conftest import page

SCHEME = parse_scheme(resources.scheme())


def span_of(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


def mark(session: Session, article: int, label: str, *quotes: str, **attributes: object) -> int:
    text = session.project.text(article)
    spans = [span_of(text, quote) for quote in quotes]
    changes = commands.annotate(session.project, article, spans, label, session.stamp(), attributes)
    session.do("annotate", changes)
    made = changes[0].after
    assert isinstance(made, Annotation)
    return made.id


def relate(session: Session, kind: str, source: int, target: int) -> None:
    session.do("relate", commands.relate(session.project, kind, source, target, session.stamp()))


def told(project: Project, article: int) -> list[tuple[str, str]]:
    """(label, text) of the annotations in text order."""
    return [(a.label, a.text) for a in project.annotations(article)]


def related(project: Project, article: int) -> set[tuple[str, str, str]]:
    """The relations by the text of their ends."""
    texts = {a.id: a.text for a in project.annotations(article)}
    return {(r.type, texts[r.source], texts[r.target]) for r in project.relations(article)}


def passages(project: Project, article: int) -> list[str]:
    return [passage.fragment.quote.exact for passage in project.empty_passages(article)]


# -- split ----------------------------------------------------------------------------------------

CLAIM = "общее число камер – около 30 тыс. Записи хранятся 30 дней"


def test_a_split_claim_keeps_its_speaker_on_both_parts_and_each_number_where_it_stands(
    session: Session, article: int
) -> None:
    project = session.project
    claim = mark(session, article, "claim", CLAIM, claim_type="quantity")
    speaker = mark(session, article, "speaker", "Асета")
    first, second = mark(session, article, "number", "30 тыс."), mark(session, article, "number", "30 дней")
    relate(session, "said_by", claim, speaker)
    relate(session, "has_number", claim, first)
    relate(session, "has_number", claim, second)
    session.do("set_note", commands.set_note(project, claim, "проверить"))
    at = project.text(article).index("Записи")
    step = session.do("split", commands.split(project, claim, [at], session.stamp()))
    assert step is not None
    one, other = (a for a in project.annotations(article) if a.label == "claim")
    assert (one.id, one.text, one.note) == (claim, "общее число камер – около 30 тыс.", "проверить")
    assert (other.text, other.note) == ("Записи хранятся 30 дней", "")
    assert one.attributes == other.attributes == {"claim_type": "quantity"}
    assert related(project, article) == {
        ("said_by", one.text, "Асета"),
        ("said_by", other.text, "Асета"),
        ("has_number", one.text, "30 тыс."),
        ("has_number", other.text, "30 дней"),
    }


def test_what_comes_in_and_what_is_symmetric_stays_with_the_first_part(
    session: Session, article: int
) -> None:
    project = session.project
    claim = mark(session, article, "claim", CLAIM)
    rival = mark(session, article, "claim", "Это неправда")
    relate(session, "contradicts", claim, rival)
    at = project.text(article).index("Записи")
    session.do("split", commands.split(project, claim, [at], session.stamp()))
    assert related(project, article) == {("contradicts", "общее число камер – около 30 тыс.", "Это неправда")}


def test_a_selection_inside_cuts_at_both_its_edges_and_pieces_keep_their_fragments(
    session: Session, article: int
) -> None:
    project, text = session.project, session.project.text(article)
    claim = mark(session, article, "claim", "общее число камер", "Записи хранятся 30 дней")
    middle = span_of(text, "камер – около 30 тыс. Записи")
    session.do("split", commands.split(project, claim, [middle.start, middle.end], session.stamp()))
    assert told(project, article) == [
        ("claim", "общее число"),
        ("claim", "камер … Записи"),
        ("claim", "хранятся 30 дней"),
    ]


@pytest.mark.parametrize("quote", ["По словам", "общее", " Бейне"])
def test_a_caret_outside_or_at_an_edge_splits_nothing(session: Session, article: int, quote: str) -> None:
    claim = mark(session, article, "claim", CLAIM)
    at = session.project.text(article).replace("\n", " ").index(quote)
    with pytest.raises(UserError, match="caret"):
        commands.split(session.project, claim, [at], session.stamp())


# -- join -----------------------------------------------------------------------------------------


def test_what_only_white_space_parts_becomes_one_span_and_the_rest_fragments(
    session: Session, article: int
) -> None:
    project = session.project
    first = mark(session, article, "claim", "общее число камер – около 30 тыс.")
    second = mark(session, article, "claim", "Записи хранятся")
    third = mark(session, article, "claim", "Бейне жазбалар")
    session.do("join", commands.join(project, first, [third, second], session.stamp()))
    assert told(project, article) == [
        ("claim", "общее число камер – около 30 тыс. Записи хранятся … Бейне жазбалар")
    ]
    assert project.annotation(first).id == first


def test_the_first_wins_and_takes_what_it_lacks(session: Session, article: int) -> None:
    project = session.project
    first = mark(session, article, "number", "30 тыс.", value=30_000, unit="camera")
    second = mark(session, article, "number", "30 дней", value=30, modifier="EXACT", unit_text="дней")
    session.do("set_note", commands.set_note(project, second, "срок"))
    session.do("join", commands.join(project, first, [second], session.stamp()))
    joined = project.annotation(first)
    assert joined.attributes == {
        "value": 30_000,
        "unit": "camera",
        "modifier": "EXACT",
        "unit_text": "дней",
    }
    assert joined.note == "срок"


def test_values_that_do_not_go_together_are_the_first_ones_alone(session: Session, article: int) -> None:
    project = session.project
    first = mark(session, article, "number", "30 тыс.", max_value=5)
    second = mark(session, article, "number", "30 дней", min_value=30, unit_text="дней")
    session.do("join", commands.join(project, first, [second], session.stamp()))
    assert project.annotation(first).attributes == {"max_value": 5}


def test_relations_come_along_once_each_and_a_single_kind_stays_single(
    session: Session, article: int
) -> None:
    project = session.project
    first, second = mark(session, article, "claim", "общее число"), mark(session, article, "claim", "Записи")
    rival = mark(session, article, "claim", "Это неправда")
    asset, aliya = mark(session, article, "speaker", "Асета"), mark(session, article, "speaker", "Әлия")
    number, days = mark(session, article, "number", "30 тыс."), mark(session, article, "number", "30 дней")
    relate(session, "said_by", first, asset)
    relate(session, "said_by", second, aliya)
    relate(session, "has_number", first, number)
    relate(session, "has_number", second, number)
    relate(session, "has_number", second, days)
    relate(session, "same_claim", first, second)
    relate(session, "contradicts", rival, first)
    relate(session, "contradicts", second, rival)
    session.do("join", commands.join(project, first, [second], session.stamp()))
    text = "общее число … Записи"
    assert related(project, article) == {
        ("said_by", text, "Асета"),
        ("has_number", text, "30 тыс."),
        ("has_number", text, "30 дней"),
        ("contradicts", "Это неправда", text),
    }


def test_a_single_kind_that_only_the_second_has_comes_along(session: Session, article: int) -> None:
    first, second = mark(session, article, "claim", "общее число"), mark(session, article, "claim", "Записи")
    relate(session, "said_by", second, mark(session, article, "speaker", "Әлия"))
    session.do("join", commands.join(session.project, first, [second], session.stamp()))
    assert related(session.project, article) == {("said_by", "общее число … Записи", "Әлия")}


def test_only_what_is_of_one_label_and_annotator_is_joined(session: Session, article: int) -> None:
    claim, speaker = (
        mark(session, article, "claim", "общее число"),
        mark(session, article, "speaker", "Асета"),
    )
    other = Session(session.project, "Ермек")
    foreign = mark(other, article, "claim", "Записи")
    for wrong in (speaker, foreign):
        with pytest.raises(UserError, match="one label, article and annotator"):
            commands.join(session.project, claim, [wrong], session.stamp())
    with pytest.raises(UserError, match="no other annotation"):
        commands.join(session.project, claim, [claim], session.stamp())


# -- duplicate and relabel ------------------------------------------------------------------------


def test_a_duplicate_has_the_fragments_and_the_attributes_its_label_knows(
    session: Session, article: int
) -> None:
    project = session.project
    claim = mark(session, article, "claim", "общее число", "Записи", claim_type="quantity")
    session.do("duplicate", commands.duplicate(project, claim, "number", session.stamp()))
    one, other = project.annotations(article)
    assert one.fragments == other.fragments
    assert {one.label, other.label} == {"claim", "number"}
    assert next(a for a in (one, other) if a.label == "number").attributes == {}
    assert commands.duplicate(project, claim, "number", session.stamp()) == []
    assert commands.duplicate(project, claim, "claim", session.stamp()) == []


def test_a_duplicate_accepts_what_is_suggested_there(session: Session, article: int) -> None:
    project, text = session.project, session.project.text(article)
    claim = mark(session, article, "claim", "30 дней", claim_type="quantity")
    suggested = Suggestion(
        new_id(), article, "number", anchor(text, span_of(text, "30 дней")), 0.9, "numbers",
        attributes={"value": 30},
    )  # fmt: skip
    session.put_suggestions(article, {"numbers": [suggested]})
    session.do("duplicate", commands.duplicate(project, claim, "number", session.stamp()))
    assert project.suggestion(suggested.id).decision is Decision.ACCEPTED
    assert [a.attributes for a in project.annotations(article) if a.label == "number"] == [{"value": 30}]


def test_relabel_refuses_to_make_a_double(session: Session, article: int) -> None:
    claim = mark(session, article, "claim", "Записи")
    mark(session, article, "speaker", "Записи")
    with pytest.raises(UserError, match="“Записи” is marked as Speaker already"):
        commands.relabel(session.project, claim, "speaker")


# -- nothing here ---------------------------------------------------------------------------------


def empty(session: Session, article: int, quote: str) -> list[Change]:
    span = span_of(session.project.text(article), quote)
    changes = commands.mark_empty(session.project, article, span, session.stamp())
    session.do("mark_empty", changes)
    return changes


def test_a_passage_is_marked_empty_and_again_taken_back(session: Session, article: int) -> None:
    empty(session, article, " около 30 тыс. ")
    assert passages(session.project, article) == ["около 30 тыс."]
    empty(session, article, "около 30 тыс.")
    assert passages(session.project, article) == []


def test_overlapping_passages_unite_and_keep_the_first_id(session: Session, article: int) -> None:
    (made,) = empty(session, article, "По словам Асета")
    empty(session, article, "30 тыс. Записи")
    empty(session, article, "хранятся 30 дней")
    empty(session, article, "Асета, общее число камер – около 30 тыс.")
    assert passages(session.project, article) == [
        "По словам Асета, общее число камер – около 30 тыс. Записи",
        "хранятся 30 дней",
    ]
    assert isinstance(made.after, EmptyPassage)
    assert session.project.empty_passages(article)[0].id == made.after.id


def test_a_part_taken_out_leaves_the_rest(session: Session, article: int) -> None:
    empty(session, article, "По словам Асета, общее число камер")
    empty(session, article, "Асета,")
    assert passages(session.project, article) == ["По словам", "общее число камер"]


def test_each_annotator_has_passages_of_their_own(session: Session, article: int) -> None:
    empty(session, article, "По словам Асета")
    other = Session(session.project, "Ермек")
    empty(other, article, "По словам Асета")
    assert passages(session.project, article) == ["По словам Асета"] * 2
    empty(other, article, "По словам")
    mine = session.project.empty_passages(article, session.annotator)
    assert [p.fragment.quote.exact for p in mine] == ["По словам Асета"]


def test_where_something_is_marked_it_is_not_empty(session: Session, article: int) -> None:
    mark(session, article, "speaker", "Асета")
    with pytest.raises(UserError, match="“Асета” is marked here"):
        empty(session, article, "По словам Асета")
    empty(session, article, "общее число")
    assert passages(session.project, article) == ["общее число"]


@pytest.mark.parametrize("span", [Span(7, 8), Span(0, 10_000)])
def test_space_and_what_is_behind_the_text_are_no_passage(session: Session, article: int, span: Span) -> None:
    assert session.project.text(article)[7] == " "
    with pytest.raises(UserError, match="no text here"):
        commands.mark_empty(session.project, article, span, session.stamp())


def test_what_is_marked_in_an_empty_passage_takes_its_lines_out_of_it(session: Session, article: int) -> None:
    text = session.project.text(article)
    lines = text.split("\n")
    empty(session, article, "\n".join(lines[2:5]))
    mark(session, article, "speaker", "Әлия")
    assert passages(session.project, article) == [lines[2], lines[4]]
    number = mark(session, article, "number", "Записи")
    assert passages(session.project, article) == [lines[4]]
    spans = [span_of(text, "Записи"), span_of(text, "Это")]
    session.do("resize", commands.resize(session.project, number, spans))
    assert passages(session.project, article) == []
    for expected in ([lines[4]], [lines[2], lines[4]], ["\n".join(lines[2:5])]):
        session.undo()
        assert passages(session.project, article) == expected


def test_accepting_a_suggestion_in_an_empty_passage_does_too(session: Session, article: int) -> None:
    text = session.project.text(article)
    empty(session, article, "Записи хранятся 30 дней.")
    one = Suggestion(new_id(), article, "number", anchor(text, span_of(text, "30 дней")), 0.9, "numbers")
    session.put_suggestions(article, {"numbers": [one]})
    session.do("accept", commands.accept(session.project, one.id, session.stamp()))
    assert passages(session.project, article) == []


# -- undo -----------------------------------------------------------------------------------------

Content = tuple[list[Annotation], object, list[EmptyPassage]]


def content(project: Project, article: int) -> Content:
    return (
        project.annotations(article),
        sorted(project.relations(article), key=lambda r: r.id),
        project.empty_passages(article),
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_undo_gives_back_the_same_content(data: st.DataObject) -> None:
    """Random marks and relations; then each act is done, undone, done again, and undone."""
    with tempfile.TemporaryDirectory() as folder:
        project = storage.create_project(Path(folder) / "p.pressmark", SCHEME)
        try:
            undo_gives_back(Session(project, "Асель"), data)
        finally:
            project.close()


def undo_gives_back(session: Session, data: st.DataObject) -> None:
    project = session.project
    added = commands.add_articles(project, [page()], session.stamp())
    session.do("add_articles", added.changes, added.contents)
    (article,) = added.article_ids
    offsets = st.integers(0, len(project.text(article)))
    for _ in range(data.draw(st.integers(2, 5))):
        ends = sorted(data.draw(st.lists(offsets, min_size=2, max_size=2, unique=True)))
        label = data.draw(st.sampled_from(["claim", "claim", "number", "speaker"]))
        stamp = session.stamp()
        session.do("annotate", commands.annotate(project, article, [Span(*ends)], label, stamp))
    for _ in range(4):
        attempt(session, "relate", partial(drawn_relation, session, article, data))
    for _ in range(data.draw(st.integers(1, 3))):
        verb = data.draw(st.sampled_from(["split", "join", "duplicate", "relabel", "mark_empty"]))
        before = content(project, article)
        if not attempt(session, verb, partial(drawn_act, session, article, verb, data)):
            continue
        after = content(project, article)
        assert_whole(project, article)
        session.undo()
        assert content(project, article) == before
        session.redo()
        assert content(project, article) == after


def drawn_relation(session: Session, article: int, data: st.DataObject) -> list[Change]:
    kind = data.draw(st.sampled_from(["said_by", "has_number", "same_claim", "contradicts"]))
    marks = st.sampled_from([a.id for a in session.project.annotations(article)])
    return commands.relate(session.project, kind, data.draw(marks), data.draw(marks), session.stamp())


def drawn_act(session: Session, article: int, verb: str, data: st.DataObject) -> list[Change]:
    project, stamp = session.project, session.stamp()
    marks = st.sampled_from([a.id for a in project.annotations(article)])
    offsets = st.integers(0, len(project.text(article)))
    label = st.sampled_from(["claim", "number", "speaker"])
    match verb:
        case "split":
            return commands.split(project, data.draw(marks), [data.draw(offsets), data.draw(offsets)], stamp)
        case "join":
            return commands.join(project, data.draw(marks), [data.draw(marks), data.draw(marks)], stamp)
        case "duplicate":
            return commands.duplicate(project, data.draw(marks), data.draw(label), stamp)
        case "relabel":
            return commands.relabel(project, data.draw(marks), data.draw(label))
        case _:
            low, high = sorted(data.draw(st.lists(offsets, min_size=2, max_size=2, unique=True)))
            return commands.mark_empty(project, article, Span(low, high), stamp)


def attempt(session: Session, verb: str, act: Callable[[], list[Change]]) -> bool:
    """Do the act if the rules allow it; tell whether it changed something."""
    try:
        changes = act()
    except UserError:
        return False
    return session.do(verb, changes) is not None


def assert_whole(project: Project, article: int) -> None:
    """Relations have two ends and are not said twice; no passage overlaps another, nor a mark."""
    ids = {a.id for a in project.annotations(article)}
    relations = project.relations(article)
    assert all({r.source, r.target} <= ids and r.source != r.target for r in relations)
    assert len({(r.type, r.source, r.target) for r in relations}) == len(relations)
    said = [r.source for r in relations if r.type == "said_by"]
    assert len(set(said)) == len(said)
    passages = [p.fragment.span for p in project.empty_passages(article)]
    assert all(left.end <= right.start for left, right in pairwise(passages))
    marked = [span for a in project.annotations(article) for span in a.spans]
    assert not any(span.overlaps(passage) for span in marked for passage in passages)
