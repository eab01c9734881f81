"""Many places marked in one step: what is made, accepted, rejected and left alone, and one undo for all."""

import pytest

from app.anchor import Span, anchor
from app.article import Role
from app.commands import add_articles, annotate, annotate_all, mark_empty
from app.errors import NotFound, UserError
from app.ids import new_id
from app.session import Session
from app.suggestion import Decision, Suggestion
from tests.app.commands.conftest import page


def spans_of(session: Session, article: int, *words: str) -> list[Span]:
    text = session.project.text(article)
    return [Span(text.index(word), text.index(word) + len(word)) for word in words]


def propose(session: Session, article: int, *spans: Span, label: str = "number") -> list[Suggestion]:
    text = session.project.text(article)
    made = [
        Suggestion(new_id(), article, label, anchor(text, span), 0.9, "numbers", attributes={"value": 30})
        for span in spans
    ]
    session.put_suggestions(article, {"numbers": made})
    return made


def marked(session: Session, article: int) -> list[tuple[str, str]]:
    return [(a.label, a.text) for a in session.project.annotations(article, session.annotator)]


def decisions(session: Session, article: int) -> list[Decision]:
    return [s.decision for s in session.project.suggestions(article, only_open=False)]


def test_places_of_several_articles_are_one_step_and_one_undo(session: Session, article: int) -> None:
    lines = ((Role.HEADLINE, "О камерах"), (Role.BODY, "Асету задали вопрос."))
    added = add_articles(session.project, [page(lines)], session.stamp())
    session.do("add_articles", added.changes, added.contents)
    second = added.article_ids[0]
    name = {"canonical_name": "Асет"}
    first, third = spans_of(session, article, "Асета", "Кто-то")
    (other,) = spans_of(session, second, "Асету")
    places = [(second, other, name), (article, first, name), (article, third, None)]
    session.do("annotate_all", annotate_all(session.project, places, "speaker", session.stamp()))
    assert marked(session, article) == [("speaker", "Асета"), ("speaker", "Кто-то")]
    assert [a.attributes for a in session.project.annotations(article)] == [name, {}]
    assert marked(session, second) == [("speaker", "Асету")]
    session.undo()
    assert marked(session, article) == marked(session, second) == []
    session.redo()
    assert len(marked(session, article)) == 2


def test_what_is_there_already_is_left_out(session: Session, article: int) -> None:
    span, wider = spans_of(session, article, "Асета", "словам Асета")
    session.do("annotate", annotate(session.project, article, [span], "speaker", session.stamp()))
    places = [(article, span, None), (article, wider, None), (article, wider, None)]
    session.do("annotate_all", annotate_all(session.project, places, "speaker", session.stamp()))
    assert marked(session, article) == [("speaker", "словам Асета"), ("speaker", "Асета")]
    assert annotate_all(session.project, places, "speaker", session.stamp()) == []
    assert len(annotate_all(session.project, places, "claim", session.stamp())) == 2


def test_another_annotators_marks_are_not_in_the_way(session: Session, article: int) -> None:
    (span,) = spans_of(session, article, "Асета")
    colleague = Session(session.project, "Болат")
    colleague.do("annotate", annotate(session.project, article, [span], "speaker", colleague.stamp()))
    changes = annotate_all(session.project, [(article, span, None)], "speaker", session.stamp())
    assert len(changes) == 1


def test_a_suggestion_on_the_place_is_accepted_with_its_values_or_others(
    session: Session, article: int
) -> None:
    first, second = spans_of(session, article, "30 тыс.", "30 дней")
    propose(session, article, first, second)
    places = [(article, first, None), (article, second, {"unit": "day"})]
    session.do("annotate_all", annotate_all(session.project, places, "number", session.stamp()))
    annotations = session.project.annotations(article)
    assert [dict(a.attributes) for a in annotations] == [{"value": 30}, {"unit": "day"}]
    assert [a.origin for a in annotations] == ["numbers", "numbers"]
    assert decisions(session, article) == [Decision.ACCEPTED, Decision.EDITED]
    session.undo()
    assert decisions(session, article) == [Decision.OPEN, Decision.OPEN]


def test_a_suggestion_of_another_extent_is_edited_and_of_another_label_stays_open(
    session: Session, article: int
) -> None:
    (span,) = spans_of(session, article, "30 дней")
    propose(session, article, Span(span.start, span.start + 2))
    session.do(
        "annotate_all", annotate_all(session.project, [(article, span, None)], "number", session.stamp())
    )
    assert decisions(session, article) == [Decision.EDITED]
    assert [a.origin for a in session.project.annotations(article)] == [""]
    session.undo()
    assert decisions(session, article) == [Decision.OPEN]
    propose(session, article, span, label="claim")
    refused = annotate_all(session.project, [], "number", session.stamp(), refused=[(article, span)])
    assert refused == []


def test_a_refused_suggestion_is_rejected_in_the_same_step(session: Session, article: int) -> None:
    first, second, third = spans_of(session, article, "30 тыс.", "30 дней", "1\u00a0500\u00a0000")
    propose(session, article, first, second)
    stamp = session.stamp()
    changes = annotate_all(
        session.project,
        [(article, third, None)],
        "number",
        stamp,
        refused=[(article, first), (article, third)],
    )
    session.do("annotate_all", changes)
    assert decisions(session, article) == [Decision.REJECTED, Decision.OPEN]
    assert marked(session, article) == [("number", "1\u00a0500\u00a0000")]
    rejected = session.project.suggestions(article, only_open=False)[0]
    assert (rejected.decided_by, rejected.decided_at) == (session.annotator, stamp.at)
    session.undo()
    assert decisions(session, article) == [Decision.OPEN, Decision.OPEN]
    assert marked(session, article) == []


def test_what_was_refused_without_a_suggestion_leaves_no_trace(session: Session, article: int) -> None:
    (span,) = spans_of(session, article, "Асета")
    assert annotate_all(session.project, [], "speaker", session.stamp(), refused=[(article, span)]) == []


def test_the_lines_marked_are_no_longer_empty(session: Session, article: int) -> None:
    text = session.project.text(article)
    lines = text.split("\n")
    start = text.index(lines[2])
    whole = Span(start, start + len("\n".join(lines[2:5])))
    session.do("mark_empty", mark_empty(session.project, article, whole, session.stamp()))
    spans = spans_of(session, article, "Асета", "30 дней", "Әлия")
    places = [(article, span, None) for span in spans]
    session.do("annotate_all", annotate_all(session.project, places, "claim", session.stamp()))
    left = [passage.fragment.quote.exact for passage in session.project.empty_passages(article)]
    assert left == [lines[4]]
    session.undo()
    assert [p.fragment.span for p in session.project.empty_passages(article)] == [whole]


def test_unknown_labels_wrong_values_and_missing_articles_are_refused(session: Session, article: int) -> None:
    (span,) = spans_of(session, article, "Асета")
    with pytest.raises(UserError, match="has no label “place”"):
        annotate_all(session.project, [(article, span, None)], "place", session.stamp())
    with pytest.raises(UserError, match="Kind is one of"):
        annotate_all(session.project, [(article, span, {"kind": "cat"})], "speaker", session.stamp())
    with pytest.raises(NotFound):
        annotate_all(session.project, [(1, span, None)], "speaker", session.stamp())
    assert marked(session, article) == []
