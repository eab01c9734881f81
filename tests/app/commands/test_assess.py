import pytest

from app.anchor import Span
from app.annotation import Annotation
from app.commands import annotate, assess, describe_article, set_confidence
from app.commands.describe_article import Description, description
from app.confidence import next_confidence
from app.errors import NotFound, UserError
from app.session import Session

WHO = "Асель"


# -- what is said of an article -----------------------------------------------------------------


def test_attributes_and_note_are_said_apart_and_taken_back(session: Session, article: int) -> None:
    project = session.project
    session.do("assess", assess(project, article, WHO, attributes={"topic": "камеры", "genre": None}))
    session.do("assess", assess(project, article, WHO, note="Қайта қарау"))
    said = project.assessment(article, WHO)
    assert said is not None
    assert (dict(said.attributes), said.note, said.flagged) == ({"topic": "камеры"}, "Қайта қарау", False)
    session.undo()
    session.undo()
    assert project.assessment(article, WHO) is None


def test_an_assessment_that_says_nothing_is_none(session: Session, article: int) -> None:
    project = session.project
    assert assess(project, article, WHO, note="", attributes={}) == []
    session.do("assess", assess(project, article, WHO, note="x"))
    assert assess(project, article, WHO, note="x") == []
    session.do("assess", assess(project, article, WHO, note=""))
    assert project.assessment(article, WHO) is None


def test_each_annotator_says_their_own(session: Session, article: int) -> None:
    session.do("assess", assess(session.project, article, WHO, note="мне"))
    assert session.project.assessment(article, "Данияр") is None


@pytest.mark.parametrize("attributes", [{"genre": "poem"}, {"colour": "red"}, {"topic": 5}])
def test_the_scheme_decides_what_can_be_said(
    session: Session, article: int, attributes: dict[str, object]
) -> None:
    with pytest.raises(UserError):
        assess(session.project, article, WHO, attributes=attributes)


def test_an_article_that_is_not_there(session: Session) -> None:
    with pytest.raises(NotFound):
        assess(session.project, 5, WHO, note="x")


# -- how sure one is ----------------------------------------------------------------------------


@pytest.fixture
def annotation(session: Session, article: int) -> Annotation:
    changes = annotate(session.project, article, [Span(0, 7)], "speaker", session.stamp())
    session.do("annotate", changes)
    made = changes[-1].after
    assert isinstance(made, Annotation)
    return made


@pytest.mark.parametrize("confidence", [1.0, 0.75, 0.5, 0.0, 0.33])
def test_sureness_is_set_and_taken_off(session: Session, annotation: Annotation, confidence: float) -> None:
    project = session.project
    session.do("set_confidence", set_confidence(project, annotation.id, confidence))
    assert project.annotation(annotation.id).confidence == confidence
    assert set_confidence(project, annotation.id, confidence) == []
    session.do("set_confidence", set_confidence(project, annotation.id, None))
    assert project.annotation(annotation.id) == annotation


@pytest.mark.parametrize("confidence", [-0.1, 1.01, float("nan")])
def test_what_is_no_sureness(session: Session, annotation: Annotation, confidence: float) -> None:
    with pytest.raises(UserError, match="between 0 and 1"):
        set_confidence(session.project, annotation.id, confidence)


@pytest.mark.parametrize(
    ("given", "following"), [(None, 1.0), (1.0, 0.75), (0.9, 0.75), (0.75, 0.5), (0.5, None), (0.1, None)]
)
def test_the_steps_of_sureness(given: float | None, following: float | None) -> None:
    assert next_confidence(given) == following


# -- what is known about an article -------------------------------------------------------------


def described(session: Session, article: int, **parts: object) -> Description:
    known = description(session.project.article(article))
    return Description(**{**{name: getattr(known, name) for name in Description.__slots__}, **parts})


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("title", "Камер стало больше"),
        ("site", "Дала"),
        ("url", "https://dala.example/a?b=1"),
        ("published", "2023"),
        ("published", "2023-07"),
        ("published", "2024-02-29"),
        ("published", "2023-07-04T05:11:00+05:00"),
        ("authors", ("Ә. Нұр", "J. Smith")),
        ("language", "kk"),
        ("language", ""),
    ],
)
def test_a_fact_is_corrected_and_nothing_else(
    session: Session, article: int, part: str, value: object
) -> None:
    project = session.project
    before, text = project.article(article), project.text(article)
    session.do(
        "describe_article", describe_article(project, article, described(session, article, **{part: value}))
    )
    after = project.article(article)
    assert getattr(description(after), part) == value
    assert (after.blocks, after.text_sha256, project.text(article)) == (
        before.blocks,
        before.text_sha256,
        text,
    )
    session.undo()
    assert project.article(article) == before


def test_an_emptied_date_is_unknown(session: Session, article: int) -> None:
    project = session.project
    for published in ("2023", ""):
        changes = describe_article(project, article, described(session, article, published=published))
        session.do("describe_article", changes)
    assert project.article(article).published is None


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("title", ""),
        ("title", "  "),
        ("url", "dala.example"),
        ("url", "ftp://dala.example"),
        ("url", "https://dala example"),
        ("published", "2023-02-30"),
        ("published", "2023-13"),
        ("published", "04.07.2023"),
        ("published", "23"),
        ("published", "yesterday"),
        ("published", "2023-07-04T99:00"),
        ("language", "rus"),
        ("language", "RU"),
        ("language", "ру"),
        ("authors", ("", "A")),
    ],
)
def test_a_fact_that_cannot_be_is_refused(session: Session, article: int, part: str, value: object) -> None:
    with pytest.raises(UserError):
        describe_article(session.project, article, described(session, article, **{part: value}))


def test_the_same_description_is_no_change(session: Session, article: int) -> None:
    assert describe_article(session.project, article, described(session, article)) == []


def test_a_corrected_title_is_found_by_its_words(session: Session, article: int) -> None:
    from app.project import ArticleQuery

    project = session.project
    session.do(
        "describe_article", describe_article(project, article, described(session, article, title="Верблюды"))
    )
    assert list(project.find(ArticleQuery(words="верблюды"))) == [article]
