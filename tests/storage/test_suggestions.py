"""Suggestions are replaced when computed anew; decisions on them stay."""

import pytest

from app.article import Article
from app.changes import Change
from app.errors import Conflict, NotFound
from app.replacing import replace
from app.session import Session
from app.suggestion import Decision, Suggestion
from storage import SqliteProject
from tests.storage.samples import AT, step, suggestion


def _decided(one: Suggestion, decision: Decision) -> Suggestion:
    return replace(one, decision=decision, decided_by="Айгуль", decided_at=AT)


def test_they_come_by_start(project: SqliteProject, article: Article) -> None:
    late, early, longer = (suggestion(article, words) for words in ("5 процентов", "30", "30 тыс."))
    project.put_suggestions(article.id, {"numbers": [late, early, longer]})
    assert project.suggestions(article.id) == [longer, early, late]
    assert project.suggestion(early.id) == early


def test_only_the_open_ones_of_that_suggester_are_replaced(project: SqliteProject, article: Article) -> None:
    old = suggestion(article, "30 тыс.")
    theirs = suggestion(article, "Министр", "speaker", suggester="speakers")
    kept = suggestion(article, "5 процентов")
    project.put_suggestions(article.id, {"speakers": [theirs]})
    project.put_suggestions(article.id, {"numbers": [old, kept]})
    rejected = _decided(kept, Decision.REJECTED)
    project.apply(step(Change(kept, rejected)))
    new = suggestion(article, "тенге")
    project.put_suggestions(article.id, {"numbers": [new]})
    assert project.suggestions(article.id) == [new, theirs]
    assert project.suggestions(article.id, only_open=False) == [new, theirs, rejected]
    project.put_suggestions(article.id, {"numbers": []})
    assert project.suggestions(article.id) == [theirs]
    with pytest.raises(NotFound):
        project.suggestion(old.id)


@pytest.mark.parametrize("decision", [Decision.REJECTED, Decision.ACCEPTED, Decision.EDITED])
def test_what_was_decided_is_not_proposed_again(
    project: SqliteProject, article: Article, decision: Decision
) -> None:
    one = suggestion(article, "30 тыс.")
    project.put_suggestions(article.id, {"numbers": [one]})
    project.apply(step(Change(one, _decided(one, decision))))
    again = suggestion(article, "30 тыс.", score=1.0, attributes={})
    other_label = suggestion(article, "30 тыс.", "claim")
    project.put_suggestions(article.id, {"numbers": [again, other_label]})
    assert project.suggestions(article.id) == [other_label]
    by_another = replace(again, suggester="learned")
    project.put_suggestions(article.id, {"learned": [by_another]})
    assert project.suggestions(article.id) == [other_label]


def test_one_that_is_proposed_again_keeps_its_id(project: SqliteProject, article: Article) -> None:
    session = Session(project, "Айгуль")
    number = suggestion(article, "30 тыс.")
    session.put_suggestions(article.id, {"numbers": [number]})
    session.do("accept", [Change(number, _decided(number, Decision.ACCEPTED))])
    session.undo()
    session.put_suggestions(article.id, {"numbers": [suggestion(article, "30 тыс.")]})
    assert session.redo() is not None
    assert project.suggestion(number.id).decision is Decision.ACCEPTED


def test_one_computed_anew_with_another_score_can_be_decided_again(
    project: SqliteProject, article: Article
) -> None:
    session = Session(project, "Айгуль")
    number = suggestion(article, "30 тыс.", score=0.7, suggester="learned")
    session.put_suggestions(article.id, {"learned": [number]})
    session.do("accept", [Change(number, _decided(number, Decision.ACCEPTED))])
    session.undo()
    surer = suggestion(article, "30 тыс.", score=0.8, suggester="learned")
    session.put_suggestions(article.id, {"learned": [surer]})
    assert session.redo() is not None
    assert project.suggestion(number.id) == _decided(number, Decision.ACCEPTED)
    session.undo()
    assert project.suggestions(article.id) == [number]
    with pytest.raises(Conflict):
        project.apply(step(Change(_decided(number, Decision.REJECTED), number)))


def test_relations_follow_the_ids_that_were_kept(project: SqliteProject, article: Article) -> None:
    speaker = suggestion(article, "Министр", "speaker", suggester="claims")
    project.put_suggestions(article.id, {"claims": [speaker]})
    project.apply(step(Change(speaker, _decided(speaker, Decision.ACCEPTED))))
    again = suggestion(article, "Министр", "speaker", suggester="claims")
    claim = suggestion(
        article,
        "Ёлки стоят",
        "claim",
        suggester="claims",
        relations=({"type": "said_by", "to": again.id},),
    )
    project.put_suggestions(article.id, {"claims": [claim, again]})
    assert project.suggestion(claim.id).relations == ({"type": "said_by", "to": speaker.id},)


def test_of_two_alike_the_first_is_kept(project: SqliteProject, article: Article) -> None:
    twice = [suggestion(article, "30 тыс.", rule=rule) for rule in ("a", "b")]
    claim = suggestion(article, "Ёлки", "claim", relations=({"type": "has_number", "to": twice[1].id},))
    for _ in range(2):
        project.put_suggestions(article.id, {"numbers": [*twice, claim]})
        found, number = project.suggestions(article.id)
        assert number == twice[0]
        assert found.relations == ({"type": "has_number", "to": twice[0].id},)


def test_deciding_on_one_that_was_replaced_is_a_conflict(project: SqliteProject, article: Article) -> None:
    one = suggestion(article, "30 тыс.")
    project.put_suggestions(article.id, {"numbers": [one]})
    project.put_suggestions(article.id, {"numbers": []})
    with pytest.raises(Conflict, match=r"“30 тыс\.” was removed"):
        project.apply(step(Change(one, _decided(one, Decision.REJECTED))))


def test_what_cannot_be_put(project: SqliteProject, article: Article) -> None:
    one = suggestion(article, "30 тыс.")
    misplaced = replace(one, fragment=replace(one.fragment, start=one.start + 1, end=one.end + 1))
    for wrong in (
        misplaced,
        replace(one, article_id=7),
        replace(one, suggester="speakers"),
        _decided(one, Decision.REJECTED),
    ):
        with pytest.raises(ValueError, match="suggestion"):
            project.put_suggestions(article.id, {"numbers": [one, wrong]})
    with pytest.raises(NotFound):
        project.put_suggestions(7, {"numbers": []})
    assert project.suggestions(article.id) == []


def test_those_of_a_removed_article_come_back_with_it(project: SqliteProject, article: Article) -> None:
    session = Session(project, "Айгуль")
    one = suggestion(article, "30 тыс.")
    session.put_suggestions(article.id, {"numbers": [one]})
    session.do("remove", [Change(one, None), Change(article, None)])
    assert project.suggestions(article.id) == []
    session.undo()
    assert project.suggestions(article.id) == [one]
