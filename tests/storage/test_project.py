"""What is applied is what is read; what does not fit is refused whole."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from app.anchor import Fragment, Quote
from app.annotation import ArticleStatus, Status
from app.article import Article, Block, Role
from app.changes import Change, Content, Step
from app.errors import Conflict, NotFound, UserError
from app.ids import new_id
from app.project import ArticleQuery, Project
from app.replacing import replace
from app.suggestion import Decision
from storage import SqliteProject, create_project, open_project
from tests.storage.samples import (
    AT,
    SCHEME,
    TEXT,
    annotation,
    contents,
    fragment,
    original,
    relation,
    step,
    suggestion,
)
from tests.storage.samples import article as make_article


def test_it_fills_the_socket(project: SqliteProject) -> None:
    filled: Project = project
    assert filled.path.exists()


def test_an_article_is_read_as_it_was_applied(project: SqliteProject, article: Article) -> None:
    assert project.article(article.id) == article
    assert project.text(article.id) == TEXT
    assert project.original(article.id) == original()
    assert project.article_by_text(article.text_sha256) == article.id
    assert project.article_by_url(article.url) == article.id


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "e\u0301\u0308 \u200d\U0001f469\u200d\U0001f680 \U0001f1f0\U0001f1ff мо\u00adре",
        "1\u00a0500\u00a0000 тенге\n\n\nҚазақстан’да",
        "'; DROP TABLE texts; --",
        "\ufffd\U0010ffff",
    ],
)
def test_any_text_comes_back_to_the_character(project: SqliteProject, text: str) -> None:
    article = make_article(text, title=text, authors=(text,), url=text)
    project.apply(step(Change(None, article)), contents(text))
    assert project.text(article.id) == text
    assert project.article(article.id) == article
    assert project.original(article.id) == original(text)


def test_bytes_that_do_not_shrink_are_kept_too(project: SqliteProject) -> None:
    noise = bytes(range(256))
    article = make_article(snapshot_sha256=Content_of(noise).sha256)
    project.apply(step(Change(None, article)), [*contents(), Content_of(noise)])
    assert project.original(article.id) == noise


def Content_of(data: bytes) -> Content:  # noqa: N802
    from app.article import snapshot_hash

    return Content(snapshot_hash(data), "snapshot", data)


def test_annotations_come_by_start_then_longest_first(project: SqliteProject, article: Article) -> None:
    late = annotation(article, "5 процентов")
    short = annotation(article, "Министр")
    long = annotation(article, "Министр Айгүл Қасымова", "speaker", annotator="Ерлан")
    project.apply(step(*(Change(None, thing) for thing in (late, short, long))))
    assert project.annotations(article.id) == [long, short, late]
    assert project.annotations(article.id, "Айгуль") == [short, late]
    assert project.annotations(article.id, "никто") == []
    assert project.annotation(short.id) == short


def test_every_field_of_an_annotation_is_kept(project: SqliteProject, article: Article) -> None:
    full = annotation(
        article,
        "Ёлки",
        fragments=(fragment("Ёлки"), fragment("тенге")),
        attributes={
            "value": 2.5,
            "yes": True,
            "approximator": {"start": 1, "end": 2, "text": "ё"},
            "a": None,
        },
        confidence=0.75,
        note="“заметка”\n\x00",
        origin="numbers",
    )
    project.apply(step(Change(None, full)))
    assert project.annotation(full.id) == full
    assert project.step(2).changes == (Change(None, full),)


def test_relations_and_statuses(project: SqliteProject, article: Article) -> None:
    claim, speaker = annotation(article, "Ёлки стоят", "claim"), annotation(article, "Министр", "speaker")
    said = relation(claim, speaker)
    done = ArticleStatus(article.id, "Айгуль", Status.DONE)
    assert project.status(article.id, "Айгуль") is None
    # A relation before its ends: references are looked at when the step is whole.
    project.apply(step(*(Change(None, thing) for thing in (said, claim, speaker, done))))
    assert project.relations(article.id) == [said]
    assert project.relations(article.id, "Ерлан") == []
    assert project.status(article.id, "Айгуль") == done
    assert project.status(article.id, "Ерлан") is None


def test_the_scheme_changes_and_comes_back(project: SqliteProject) -> None:
    newer = replace(SCHEME, version=2, labels=SCHEME.labels[:2])
    project.apply(step(Change(SCHEME, newer)))
    assert project.scheme() == newer
    with pytest.raises(Conflict):
        project.apply(step(Change(SCHEME, newer)))
    with pytest.raises(Conflict):
        project.apply(step(Change(None, newer)))
    with pytest.raises(ValueError, match="without a scheme"):
        project.apply(step(Change(newer, None)))
    project.apply(step(Change(newer, SCHEME)))
    assert project.scheme() == SCHEME


def test_what_is_not_there(project: SqliteProject, article: Article) -> None:
    reads: list[Callable[[int], object]] = [
        project.article,
        project.text,
        project.original,
        project.annotation,
        project.suggestion,
        project.step,
    ]
    for read in reads:
        with pytest.raises(NotFound):
            read(999)
    assert not project.annotations(999)
    assert not project.relations(999)
    assert not project.suggestions(999)
    assert project.article_by_text("0" * 64) is None
    assert project.article_by_url("") is None
    assert project.last_head("никто") is None
    assert project.recall("caret") is None
    without = replace(make_article(), snapshot_sha256="")
    project.apply(step(Change(None, without)))
    with pytest.raises(NotFound, match="saved page"):
        project.original(without.id)


def test_facts_about_the_view_are_remembered(project: SqliteProject) -> None:
    project.remember("caret", "12")
    project.remember("caret", "13")
    assert project.recall("caret") == "13"
    assert list(project.steps()) == []


def _wrong_steps(article: Article) -> dict[str, tuple[Change, ...]]:
    kept = annotation(article, "Министр")
    other = annotation(article, "тенге")
    return {
        "removed twice": (Change(kept, None), Change(kept, None)),
        "added twice": (Change(None, kept),),
        "changed from what it was not": (Change(replace(kept, note="?"), replace(kept, note="!")),),
        "an attribute it never had": (Change(replace(kept, attributes={}), None),),
        "changed though not there": (Change(other, replace(other, label="claim")),),
        "its article is still annotated": (Change(article, None),),
        "a relation to nothing": (Change(None, relation(kept, other)),),
        "the article is another": (Change(replace(article, title="?"), replace(article, title="!")),),
        "the article is there already": (Change(None, article),),
        "a status never given": (
            Change(
                ArticleStatus(article.id, "А", Status.DONE), ArticleStatus(article.id, "А", Status.SKIPPED)
            ),
        ),
        "a suggestion that is gone": (
            Change(s := suggestion(article, "5 процентов"), replace(s, decision=Decision.REJECTED)),
        ),
        "kept": (Change(None, kept),),
    }


@pytest.mark.parametrize("name", [name for name in _wrong_steps(make_article()) if name != "kept"])
def test_a_step_that_does_not_fit_writes_nothing(project: SqliteProject, article: Article, name: str) -> None:
    steps = _wrong_steps(article)
    project.apply(step(*steps["kept"]))
    before = (_everything(project, article), list(project.steps()))
    new = annotation(article, "соль")
    with pytest.raises(Conflict) as conflict:
        project.apply(step(Change(None, new), *steps[name], Change(new, replace(new, note="x"))))
    assert str(conflict.value).endswith((".", "written.", "changed."))
    assert (_everything(project, article), list(project.steps())) == before


def test_a_conflict_names_the_thing(project: SqliteProject, article: Article) -> None:
    number = annotation(article, "30 тыс.")
    with pytest.raises(Conflict, match=r"“30 тыс\.” was removed"):
        project.apply(step(Change(number, None)))
    project.apply(step(Change(None, number)))
    with pytest.raises(Conflict, match=r"“30 тыс\.” was changed"):
        project.apply(step(Change(replace(number, label="claim"), None)))


def _everything(project: SqliteProject, article: Article) -> object:
    return (
        project.article(article.id),
        project.annotations(article.id),
        project.relations(article.id),
        project.counts("А"),
        project.summaries([article.id], "А"),
        project.find(ArticleQuery(words="ёлки")),
    )


@pytest.mark.parametrize(
    "fragments",
    [
        (),
        (Fragment(0, 4, Quote("елки")),),
        (Fragment(1, 5, Quote("Ёлки")),),
        (Fragment(len(TEXT) - 1, len(TEXT) + 1, Quote(".")),),
        (fragment("тенге"), fragment("Ёлки")),
        (fragment("Ёлки"), fragment("Ёлки подорожали")),
    ],
)
def test_a_quote_that_is_not_in_the_text_is_a_bug(
    project: SqliteProject, article: Article, fragments: tuple[Fragment, ...]
) -> None:
    wrong = replace(annotation(article, "Ёлки"), fragments=fragments)
    with pytest.raises(ValueError, match="annotation"):
        project.apply(step(Change(None, annotation(article, "соль")), Change(None, wrong)))
    right = annotation(article, "Ёлки")
    project.apply(step(Change(None, right)))
    with pytest.raises(ValueError, match="annotation"):
        project.apply(step(Change(right, replace(right, fragments=fragments))))
    assert project.annotations(article.id) == [right]


@pytest.mark.parametrize("blocks", [((0, 0),), ((0, 999),), ((5, 9), (8, 12)), ((5, 9), (0, 4))])
def test_blocks_out_of_place_are_a_bug(
    project: SqliteProject, article: Article, blocks: tuple[tuple[int, int], ...]
) -> None:
    wrong = tuple(Block(start, end, Role.BODY) for start, end in blocks)
    with pytest.raises(ValueError, match="out of place"):
        project.apply(step(Change(article, replace(article, blocks=wrong))))


def test_the_text_of_an_article_never_changes(project: SqliteProject, article: Article) -> None:
    other = make_article("Другой текст")
    with pytest.raises(ValueError, match="never changes"):
        project.apply(
            step(Change(article, replace(article, text_sha256=other.text_sha256, blocks=()))),
            contents("Другой текст"),
        )
    assert project.text(article.id) == TEXT


def test_contents_must_be_what_their_hash_says(project: SqliteProject) -> None:
    with pytest.raises(ValueError, match="not the hash"):
        project.apply(step(Change(None, make_article())), [Content("0" * 64, "text", b"x")])
    with pytest.raises(ValueError, match="did not come"):
        project.apply(step(Change(None, make_article())))
    assert project.find(ArticleQuery()) == []


@pytest.mark.parametrize("value", [10**30, "\ud800", object(), {1, 2}])
def test_a_value_that_json_cannot_hold_is_said(
    project: SqliteProject, article: Article, value: object
) -> None:
    with pytest.raises(UserError, match="cannot be kept"):
        project.apply(step(Change(None, annotation(article, "Ёлки", attributes={"value": value}))))
    assert project.annotations(article.id) == []


def test_contents_outlive_the_article_for_redo(project: SqliteProject, article: Article) -> None:
    project.apply(step(Change(article, None)))
    with pytest.raises(NotFound):
        project.text(article.id)
    assert project.find(ArticleQuery()) == project.find(ArticleQuery(words="ёлки")) == []
    project.apply(step(Change(None, article)))
    assert project.text(article.id) == TEXT
    assert project.original(article.id) == original()
    assert project.find(ArticleQuery(words="ёлки")) == [article.id]


def test_two_articles_may_share_a_text(project: SqliteProject, article: Article) -> None:
    later = make_article(imported_at="2024-01-01T00:00:00.000Z")
    project.apply(step(Change(None, later)), contents())
    assert project.article_by_text(article.text_sha256) == article.id
    assert project.article_by_url(article.url) == later.id
    project.apply(step(Change(article, None)))
    assert project.text(later.id) == TEXT


def test_everything_is_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "день 1 #?%41.pressmark"
    project = create_project(path, SCHEME)
    article = make_article()
    number = annotation(article, "30 тыс.")
    done = ArticleStatus(article.id, "Айгуль", Status.DONE)
    project.apply(step(*(Change(None, thing) for thing in (article, number, done))), contents())
    project.put_suggestions(article.id, {"numbers": [suggestion(article, "5 процентов")]})
    project.remember("last", str(article.id))
    before = (_everything(project, article), list(project.steps()), project.suggestions(article.id))
    project.close()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    project = open_project(path)
    assert (_everything(project, article), list(project.steps()), project.suggestions(article.id)) == before
    assert project.scheme() == SCHEME
    assert project.recall("last") == str(article.id)
    project.close()


def test_the_history_gives_the_steps_back(project: SqliteProject, article: Article) -> None:
    applied = [
        project.apply(
            Step("annotate", name, AT, (Change(None, annotation(article, "Ёлки", annotator=name)),))
        )
        for name in ("Б", "А", "Б") * 50
    ]
    assert [one.number for one in applied] == list(range(2, 152))
    assert list(project.steps(after=1)) == applied
    assert list(project.steps(after=151)) == []
    assert project.step(7) == applied[5]
    for name, newest in (("А", applied[-2]), ("Б", applied[-1])):
        entry = project.last_head(name)
        assert entry is not None
        assert asdict(entry) == {key: value for key, value in asdict(newest).items() if key != "changes"}
    assert project.annotators() == ["А", "Айгуль", "Б"]


def test_steps_can_be_read_while_writing(project: SqliteProject, article: Article) -> None:
    seen = []
    for one in project.steps():
        seen.append(one.number)
        if one.number < 5:
            project.apply(step(Change(None, annotation(article, "Ёлки"))))
    assert seen == [1, 2, 3, 4, 5]


def test_somebody_whose_annotations_were_brought_in_is_an_annotator(
    project: SqliteProject, article: Article
) -> None:
    guest = annotation(article, "Ёлки", annotator="Гость")
    project.apply(step(Change(None, guest), verb="merge"))
    assert project.annotators() == ["Айгуль", "Гость"]
    project.apply(step(Change(guest, None)))
    assert project.annotators() == ["Айгуль"]


def test_ids_of_53_bits(project: SqliteProject) -> None:
    article = make_article(id=2**53 - 1)
    project.apply(step(Change(None, article)), contents())
    assert project.find(ArticleQuery()) == [2**53 - 1]
    assert [row.id for row in project.summaries([2**53 - 1, new_id()], "А")] == [2**53 - 1]


def test_articles_are_found_by_their_saved_bytes(project: SqliteProject, article: Article) -> None:
    assert project.articles_by_snapshot() == {article.snapshot_sha256: article.id}
