"""Articles back from the bin: as they were, through undo and redo, or a sentence on what is in the way."""

from collections.abc import Callable
from typing import Any

import pytest

import storage
from app.anchor import Span, anchor
from app.annotation import Annotation, ArticleStatus, Assessment, EmptyPassage, Status
from app.article import Role
from app.changes import Change, Entity
from app.commands import add_articles, annotate, reject, relate, remove_articles, restore_articles, set_status
from app.commands.accept import accept
from app.commands.edit_scheme import edit_scheme
from app.commands.restore import BIN_DAYS, shown_since
from app.errors import Conflict, UserError
from app.ids import new_id
from app.project import ArticleQuery, Binned, Project
from app.replacing import replace
from app.scheme_edits import Edit, delete_attribute, delete_relation
from app.session import Session
from app.suggestion import Suggestion
from tests.app.commands.conftest import LINES, page


@pytest.fixture
def worked_on(session: Session, article: int) -> int:
    """The article with some of everything, of two annotators."""
    other = Session(session.project, "Ерлан")
    claim = _mark(session, article, "Записи хранятся 30 дней", "claim")
    days = _mark(session, article, "30 дней", "number", value=30)
    session.do("relate", relate(session.project, "has_number", claim, days, session.stamp()))
    _mark(other, article, "Әлия Ғабитқызы", "speaker", canonical_name="Әлия Ғабитқызы")
    for who, status in ((session, Status.DONE), (other, Status.SKIPPED)):
        who.do("set_status", set_status(who.project, article, who.annotator, status))
    text = session.project.text(article)
    empty = anchor(text, Span(text.index("Кто-то"), len(text)))
    made: list[Entity] = [
        EmptyPassage(new_id(), article, "Асель", empty, session.clock()),
        Assessment(article, "Асель", {"topic": "камеры"}, flagged=True, note="вернуться"),
        Assessment(article, "Ерлан", note="скучно"),
    ]
    session.do("assess", [Change(None, entity) for entity in made])
    session.put_suggestions(
        article,
        {
            "numbers": [
                _suggestion(text, article, "около 30 тыс"),
                one := _suggestion(text, article, "1\u00a0500\u00a0000"),
            ]
        },
    )
    session.do("reject", reject(session.project, one.id, session.stamp()))
    return article


def _mark(session: Session, article: int, words: str, label: str, **values: object) -> int:
    start = session.project.text(article).index(words)
    spans = [Span(start, start + len(words))]
    step = session.do("annotate", annotate(session.project, article, spans, label, session.stamp(), values))
    assert step is not None
    return next(change.after.id for change in step.changes if isinstance(change.after, Annotation))


def _suggestion(text: str, article: int, words: str) -> Suggestion:
    start = text.index(words)
    return Suggestion(
        new_id(), article, "number", anchor(text, Span(start, start + len(words))), 0.9, "numbers"
    )


def everything(project: Project) -> list[Any]:
    """All there is of all articles, and what the library shows of them."""
    ids = project.find(ArticleQuery(superseded=True))
    return [
        *project.annotated(ids, with_suggestions=True),
        project.summaries(ids, "Асель"),
        project.counts("Асель").by_label,
        [project.original(article_id) for article_id in ids],
        {words: project.find(ArticleQuery(words=words)) for words in ("камер", "футбол")},
    ]


def remove(session: Session, *articles: int) -> None:
    session.do("remove_articles", remove_articles(session.project, articles))


def restore(session: Session, *binned: Binned) -> None:
    session.do("restore_articles", restore_articles(session.project, binned))


def add(session: Session, *lines: tuple[Role, str]) -> int:
    added = add_articles(session.project, [page(lines)], session.stamp())
    session.do("add_articles", added.changes, added.contents)
    return added.article_ids[0]


FOOTBALL = ((Role.HEADLINE, "Футбол"), (Role.BODY, "Клуб сменил тренера после трёх поражений."))


# ----------------------------------------------------------------------------------------- there and back


def test_removing_takes_everything_along(session: Session, worked_on: int) -> None:
    remove(session, worked_on)
    project = session.project
    assert project.find(ArticleQuery(superseded=True)) == []
    assert project.suggestions(worked_on, only_open=False) == []
    assert project.empty_passages(worked_on) == []
    for annotator in ("Асель", "Ерлан"):
        assert project.status(worked_on, annotator) is None
        assert project.assessment(worked_on, annotator) is None
    (one,) = project.bin()
    assert (one.article_id, one.title, one.annotations) == (worked_on, LINES[1][1], 3)
    assert one.removed_by == "Асель"


def test_an_article_comes_back_as_it_was(session: Session, worked_on: int) -> None:
    before = everything(session.project)
    remove(session, worked_on)
    restore(session, *session.project.bin())
    assert everything(session.project) == before
    assert session.project.bin() == []
    assert storage.check_project(session.project.path).problems == ()


def test_after_a_restart_by_somebody_else(session: Session, worked_on: int) -> None:
    before = everything(session.project)
    remove(session, worked_on)
    again = storage.open_project(session.project.path)
    other = Session(again, "Ерлан")
    restore(other, *again.bin())
    assert everything(again) == before
    assert [one.removed_by for one in again.bin()] == []
    again.close()


def test_undo_and_redo_of_removing_and_of_restoring(session: Session, worked_on: int) -> None:
    before = everything(session.project)
    remove(session, worked_on)
    gone = everything(session.project)
    restore(session, *session.project.bin())
    for _ in range(2):
        session.undo()
        assert everything(session.project) == gone
        assert len(session.project.bin()) == 1
        session.undo()
        assert everything(session.project) == before
        assert session.project.bin() == []
        session.redo()
        assert everything(session.project) == gone
        session.redo()
        assert everything(session.project) == before
    assert storage.check_project(session.project.path).problems == ()


def test_what_an_undo_put_into_the_bin_comes_back_from_it(session: Session, worked_on: int) -> None:
    remove(session, worked_on)
    restore(session, *session.project.bin())
    before = everything(session.project)
    session.undo()
    restore(session, *session.project.bin())
    assert everything(session.project) == before


def test_an_import_that_was_undone_comes_back_with_its_suggestions(session: Session, article: int) -> None:
    text = session.project.text(article)
    session.put_suggestions(article, {"numbers": [_suggestion(text, article, "30 дней")]})
    before = everything(session.project)
    session.undo()
    (one,) = session.project.bin()
    restore(session, one)
    assert everything(session.project) == before


def test_some_of_many_from_several_steps(session: Session, worked_on: int) -> None:
    before = everything(session.project)
    others = [add(session, *FOOTBALL, (Role.BODY, f"Тур {number}.")) for number in range(4)]
    remove(session, others[0], worked_on)
    remove(session, *others[1:3])
    binned = {one.article_id: one for one in session.project.bin()}
    assert binned.keys() == {worked_on, *others[:3]}
    restore(session, binned[others[1]], binned[worked_on])
    assert {one.article_id for one in session.project.bin()} == {others[0], others[2]}
    assert set(session.project.find(ArticleQuery())) == {worked_on, others[1], others[3]}
    (whole,) = session.project.annotated([worked_on], with_suggestions=True)
    assert whole == before[0]


def test_a_revision_and_the_text_it_replaced(session: Session, worked_on: int) -> None:
    address = "https://news.example/1"
    earlier, later = (
        replace(page(lines), url=address) for lines in (LINES[1:], (*LINES[1:], (Role.BODY, "Дополнено.")))
    )
    for one in (earlier, later):
        added = add_articles(session.project, [one], session.stamp())
        session.do("add_articles", added.changes, added.contents)
    before = everything(session.project)
    old, new = (
        article for article in session.project.find(ArticleQuery(superseded=True)) if article != worked_on
    )
    assert session.project.article(new).revision_of == old
    remove(session, old)
    remove(session, new)
    restore(session, *session.project.bin())
    assert everything(session.project) == before


# -------------------------------------------------------------------------------- what stands in the way


def _refused(session: Session, binned: Binned, sentence: str) -> None:
    before = everything(session.project)
    with pytest.raises(UserError, match=sentence) as refusal:
        restore_articles(session.project, [binned])
    assert str(refusal.value).endswith(".")
    assert not isinstance(refusal.value, Conflict)
    assert everything(session.project) == before


def test_an_article_that_is_back_already(session: Session, worked_on: int) -> None:
    remove(session, worked_on)
    (one,) = session.project.bin()
    restore(session, one)
    _refused(session, one, "is in the project already")


def test_one_that_was_restored_and_removed_again_is_of_another_step(session: Session, worked_on: int) -> None:
    before = everything(session.project)
    remove(session, worked_on)
    (first,) = session.project.bin()
    restore(session, first)
    remove(session, worked_on)
    (second,) = session.project.bin()
    assert second.step > first.step
    restore(session, second)
    assert everything(session.project) == before


def test_a_step_that_removed_something_else(session: Session, worked_on: int) -> None:
    remove(session, worked_on)
    (one,) = session.project.bin()
    _refused(session, replace(one, step=one.step - 1), "is not in the bin any more")
    _refused(session, replace(one, article_id=12345), "is not in the bin any more")


def test_the_text_was_imported_anew(session: Session, worked_on: int) -> None:
    remove(session, worked_on)
    (one,) = session.project.bin()
    add(session, *LINES)
    _refused(session, one, "another article has its text")


def test_two_articles_of_one_text_do_not_both_come_back(session: Session, worked_on: int) -> None:
    remove(session, worked_on)
    again = add(session, *LINES)
    remove(session, again)
    first, second = session.project.bin()
    with pytest.raises(UserError, match="another article has its text"):
        restore_articles(session.project, [first, second])
    restore(session, second)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda s: replace(s, labels=s.labels[:2], relations=()), "has no relation “has_number” any more"),
        (lambda s: replace(s, labels=s.labels[1:], relations=()), "the scheme has no .* any more"),
    ],
)
def test_a_label_or_relation_that_the_scheme_lacks(
    session: Session, worked_on: int, spoil: Callable[[Any], Any], sentence: str
) -> None:
    remove(session, worked_on)
    (one,) = session.project.bin()
    scheme = session.project.scheme()
    session.do("edit_scheme", [Change(scheme, spoil(scheme))])
    _refused(session, one, sentence)
    session.undo()
    restore(session, one)


def test_suggestions_of_a_label_that_is_gone_stay_away(session: Session, article: int) -> None:
    text = session.project.text(article)
    session.put_suggestions(article, {"numbers": [_suggestion(text, article, "30 дней")]})
    remove(session, article)
    scheme = session.project.scheme()
    without = replace(scheme, labels=tuple(la for la in scheme.labels if la.id != "number"), relations=())
    session.do("edit_scheme", [Change(scheme, without)])
    restore(session, *session.project.bin())
    assert session.project.suggestions(article) == []


def test_suggestions_come_back_as_the_scheme_of_now_takes_them(session: Session, article: int) -> None:
    text = session.project.text(article)
    values = {"value": 30, "unit": "day"}
    proposed = replace(
        _suggestion(text, article, "30 дней"), attributes=values, relations=({"type": "has_number", "to": 1},)
    )
    session.put_suggestions(article, {"numbers": [proposed]})
    remove(session, article)
    scheme = delete_attribute(session.project.scheme(), "number", "unit").scheme
    scheme = delete_relation(scheme, "has_number").scheme
    session.do("edit_scheme", edit_scheme(session.project, Edit(scheme)))
    restore(session, *session.project.bin())
    (back,) = session.project.suggestions(article)
    assert (back.id, back.attributes, back.relations) == (proposed.id, {"value": 30}, ())
    session.do("accept", accept(session.project, back.id, session.stamp()))


def test_what_was_given_meanwhile_stays_as_it_is(session: Session, worked_on: int) -> None:
    """Another window had the article open, and gave it a status when it was gone already."""
    remove(session, worked_on)
    (one,) = session.project.bin()
    new: list[Entity] = [
        ArticleStatus(worked_on, "Асель", Status.IN_PROGRESS),
        Assessment(worked_on, "Ерлан", note="новое"),
    ]
    session.do("set_status", [Change(None, entity) for entity in new])
    restore(session, one)
    assert session.project.status(worked_on, "Асель") == new[0]
    assert session.project.status(worked_on, "Ерлан") == ArticleStatus(worked_on, "Ерлан", Status.SKIPPED)
    assert session.project.assessment(worked_on, "Ерлан") == new[1]
    assessment = session.project.assessment(worked_on, "Асель")
    assert assessment is not None
    assert assessment.flagged


def test_nothing_asked_for_is_nothing_done(session: Session) -> None:
    assert restore_articles(session.project, []) == []
    assert remove_articles(session.project, []) == []


# -------------------------------------------------------------------------------------------- thirty days


def test_the_bin_shows_the_last_thirty_days(session: Session) -> None:
    times = {
        "old": "2024-01-31T12:00:00.000Z",
        "edge": "2024-02-01T12:00:00.000Z",
        "new": "2024-03-02T11:59:59.999Z",
    }
    made = {}
    for name, at in times.items():
        then = Session(session.project, "Асель", lambda at=at: at)  # type: ignore[misc]
        made[name] = add(then, *FOOTBALL, (Role.BODY, name))
        remove(then, made[name])
    since = shown_since("2024-03-02T12:00:00.000Z")
    assert BIN_DAYS == 30
    assert since == times["edge"]
    assert [one.article_id for one in session.project.bin(since)] == [made["new"], made["edge"]]
    assert [one.article_id for one in session.project.bin()] == [made["new"], made["edge"], made["old"]]
    restore(session, session.project.bin()[-1])  # nothing is purged: what is older comes back too
    assert session.project.find(ArticleQuery()) == [made["old"]]
