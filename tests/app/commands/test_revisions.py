"""A changed text of the same address: what is certain goes over, what is doubtful waits, nothing is lost."""

from dataclasses import replace

import pytest

from app.anchor import Span, anchor, holds
from app.annotation import Annotation, Assessment, EmptyPassage
from app.article import Role
from app.changes import Change
from app.commands import accept, add_articles, annotate, relate
from app.commands.add_articles import Added
from app.ids import new_id
from app.importers.imported import Imported
from app.project import ArticleQuery
from app.session import Session
from app.suggestion import Decision
from tests.app.commands.conftest import LINES, page

URL = "https://news.example/society/1-kamery"
CHANGED = (
    *LINES[:2],
    (Role.BODY, "Обновлено: 12 июля."),
    (Role.BODY, "По словам Асета, общее число камер – около 32 тыс. Записи хранятся 30 дней."),
    *LINES[3:],
)


def add(session: Session, *pages: Imported) -> Added:
    added = add_articles(session.project, pages, session.stamp())
    session.do("add_articles", added.changes, added.contents)
    return added


def at(lines: tuple[tuple[Role, str], ...], url: str = URL) -> Imported:
    return replace(page(lines), url=url)


def mark(session: Session, article: int, words: str, label: str, **values: object) -> Annotation:
    start = session.project.text(article).index(words)
    spans = [Span(start, start + len(words))]
    step = session.do("annotate", annotate(session.project, article, spans, label, session.stamp(), values))
    assert step is not None
    made = step.changes[-1].after
    assert isinstance(made, Annotation)
    return made


@pytest.fixture
def old(session: Session) -> int:
    """An annotated article: a claim with its speaker and number, and a number that will change."""
    (article,) = add(session, at(LINES)).article_ids
    claim = mark(session, article, "Записи хранятся 30 дней", "claim")
    days = mark(session, article, "30 дней", "number", value=30, unit="day")
    about = session.project.text(article).index("около")
    approximator = {"start": about, "end": about + 5, "text": "около"}
    cameras = mark(session, article, "30 тыс.", "number", value=30000, approximator=approximator)
    total = mark(session, article, "общее число камер – около 30 тыс.", "claim")
    for source, kind, target in ((claim, "has_number", days), (total, "has_number", cameras)):
        session.do("relate", relate(session.project, kind, source.id, target.id, session.stamp()))
    return article


def test_a_revision_takes_the_place_of_the_earlier_text(session: Session, old: int) -> None:
    (became,) = add(session, at(CHANGED)).pages
    assert became.fate == "revision"
    assert session.project.find(ArticleQuery()) == [became.article_id]
    assert session.project.find(ArticleQuery(superseded=True)) == [old, became.article_id]
    assert session.project.article(became.article_id).revision_of == old
    assert len(session.project.annotations(old)) == 4, "the earlier revision stays as it was"


def test_what_is_certain_goes_over_and_the_rest_waits_for_a_person(session: Session, old: int) -> None:
    (became,) = add(session, at(CHANGED)).pages
    new, carried = became.article_id, became.carried
    assert carried is not None
    assert (carried.certain, carried.doubtful, carried.missing) == (2, 2, 0)
    text = session.project.text(new)
    annotations = session.project.annotations(new)
    assert {(a.label, a.text) for a in annotations} == {
        ("claim", "Записи хранятся 30 дней"),
        ("number", "30 дней"),
    }
    assert all(holds(text, fragment) for a in annotations for fragment in a.fragments)
    (relation,) = session.project.relations(new)
    assert relation.type == "has_number"
    waiting = session.project.suggestions(new)
    assert {s.label for s in waiting} == {"claim", "number"}
    assert all(s.suggester == "revision" and 0 < s.score < 1 for s in waiting)
    assert all("approximator" not in s.attributes for s in waiting)


def test_accepting_the_doubtful_ones_brings_their_relation(session: Session, old: int) -> None:
    (new,) = add(session, at(CHANGED)).article_ids
    for suggestion in session.project.suggestions(new):
        session.do("accept", accept(session.project, suggestion.id, session.stamp()))
    assert len(session.project.annotations(new)) == 4
    assert [r.type for r in session.project.relations(new)] == ["has_number", "has_number"]
    decided = session.project.suggestions(new, only_open=False)
    assert {s.decision for s in decided} == {Decision.ACCEPTED}


def test_a_doubtful_target_keeps_the_relation_from_a_certain_source(session: Session) -> None:
    (article,) = add(session, at(LINES)).article_ids
    claim = mark(session, article, "Это неправда", "claim")
    speaker = mark(session, article, "По словам Асета, общее число камер – около 30 тыс.", "speaker")
    session.do("relate", relate(session.project, "said_by", claim.id, speaker.id, session.stamp()))
    (new,) = add(session, at(CHANGED)).article_ids
    assert session.project.relations(new) == []
    (suggestion,) = session.project.suggestions(new)
    session.do("accept", accept(session.project, suggestion.id, session.stamp()))
    (relation,) = session.project.relations(new)
    assert session.project.annotation(relation.source).text == "Это неправда"
    assert session.project.annotation(relation.target).label == "speaker"


def test_undo_takes_the_whole_revision_back(session: Session, old: int) -> None:
    (became,) = add(session, at(CHANGED)).pages
    session.undo()
    assert session.project.find(ArticleQuery()) == [old]
    assert len(session.project.annotations(old)) == 4
    session.redo()
    assert session.project.find(ArticleQuery()) == [became.article_id]
    assert len(session.project.annotations(became.article_id)) == 2


def test_every_annotators_set_goes_over(session: Session, old: int) -> None:
    other = Session(session.project, "Ерлан")
    mark(other, old, "30 дней", "number", value=30)
    (new,) = add(session, at(CHANGED)).article_ids
    assert [a.text for a in session.project.annotations(new, "Ерлан")] == ["30 дней"]


def test_passages_read_and_empty_go_over_where_they_are_certain(session: Session, old: int) -> None:
    text = session.project.text(old)
    kept = "Кто-то спорит: й и ё пишутся по-разному."
    passages = [
        EmptyPassage(new_id(), old, annotator, anchor(text, Span(start, start + len(words))), session.clock())
        for annotator, words in (
            ("Асель", kept),
            ("Ерлан", kept),
            ("Асель", "общее число камер – около 30 тыс. Записи"),  # another number stands there now
        )
        for start in [text.index(words)]
    ]
    session.do("mark_empty", [Change(None, passage) for passage in passages])
    (new,) = add(session, at(CHANGED)).article_ids
    carried = session.project.empty_passages(new)
    assert [(passage.annotator, passage.fragment.quote.exact) for passage in carried] == [
        ("Асель", kept),
        ("Ерлан", kept),
    ]
    assert all(holds(session.project.text(new), passage.fragment) for passage in carried)
    assert {passage.created_at for passage in carried} == {passages[0].created_at}
    assert len(session.project.empty_passages(old)) == 3
    session.undo()
    assert session.project.empty_passages(new) == []


def test_what_was_said_of_the_article_goes_over_without_the_flag(session: Session, old: int) -> None:
    approximator = {"start": 0, "end": 7, "text": "Главная"}
    said = [
        Assessment(old, "Асель", {"topic": "камеры", "place": approximator}, flagged=True, note="вернуться"),
        Assessment(old, "Ерлан", note="скучно"),
        Assessment(old, "Борис", flagged=True),
    ]
    session.do("assess", [Change(None, assessment) for assessment in said])
    (new,) = add(session, at(CHANGED)).article_ids
    project = session.project
    assert project.assessment(new, "Асель") == Assessment(new, "Асель", {"topic": "камеры"}, note="вернуться")
    assert project.assessment(new, "Ерлан") == Assessment(new, "Ерлан", note="скучно")
    assert project.assessment(new, "Борис") is None
    assert project.assessment(old, "Асель") == said[0]


def test_another_article_under_the_same_address_is_no_revision(session: Session, old: int) -> None:
    other = (
        (Role.HEADLINE, "Футбольный клуб сменил тренера после трёх поражений"),
        (Role.BODY, "Новый наставник подписал контракт на два сезона и назвал состав на матч."),
    )
    (became,) = add(session, at(other)).pages
    assert became.fate == "added"
    assert len(session.project.find(ArticleQuery())) == 2


def test_pages_without_an_address_are_never_revisions(session: Session) -> None:
    pages = add(session, at(LINES, url=""), at(CHANGED, url="")).pages
    assert [became.fate for became in pages] == ["added", "added"]


def test_two_revisions_in_one_import(session: Session) -> None:
    pages = add(session, at(LINES), at(CHANGED)).pages
    assert [became.fate for became in pages] == ["added", "revision"]
    assert session.project.find(ArticleQuery()) == [pages[1].article_id]


def test_of_two_revisions_in_one_import_the_listed_one_has_the_annotations(
    session: Session, old: int
) -> None:
    again = (*CHANGED, (Role.BODY, "Обновлено ещё раз."))
    pages = add(session, at(CHANGED), at(again)).pages
    assert [became.fate for became in pages] == ["revision", "revision"]
    assert session.project.find(ArticleQuery()) == [pages[1].article_id]
    assert {a.text for a in session.project.annotations(pages[1].article_id)} == {
        "Записи хранятся 30 дней",
        "30 дней",
    }
