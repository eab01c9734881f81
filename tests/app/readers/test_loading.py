"""Whole files: steps, cancelling, dry runs, new articles, and what is said of it all."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import main as program
from app.anchor import Span
from app.article import MAX_BLOCK_LENGTH, Role, text_hash
from app.dataset import Selection, select
from app.errors import UserError
from app.project import ArticleQuery, Project
from app.readers import READERS, loading
from app.readers.loaded import LoadedArticle, LoadedBlock, Mark, Piece
from app.readers.loading import LoadCancelled, Options, load
from app.readers.reader import Reader
from app.session import Session
from tests.app.exporters.hard_project import ASEL, make_hard_project
from tests.app.readers.copies import TOPICAL, content, empty, exported, lines, loaded


@pytest.fixture
def hard(tmp_path: Path) -> Iterator[Path]:
    """An export of the hard project."""
    project = make_hard_project(tmp_path / "hard.pressmark", TOPICAL)
    yield exported(project, tmp_path / "hard.jsonl")
    project.close()


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Project]:
    made = empty(tmp_path / "target.pressmark")
    yield made
    made.close()


# -------------------------------------------------------------------------------------------------- steps


def test_a_large_file_is_several_steps_and_the_same_all_the_same(
    hard: Path, target: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "STEP", 1)
    report = loaded(target, hard, new_articles=True)
    assert (report.steps, report.new, report.left) == (3, 3, {})
    assert content(exported(target, tmp_path / "again")) == hard_content(hard)


def hard_content(hard: Path) -> dict[str, bytes]:
    return {"": hard.read_bytes()}


def test_segments_of_an_article_are_one_step(
    tmp_path: Path, target: Project, hard: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded(target, hard, new_articles=True)
    monkeypatch.setattr(loading, "STEP", 1)
    segments = exported(target, tmp_path / "segments", segment="sentence")
    report = loaded(target, segments)
    assert (report.steps, report.matched, report.left) == (0, 3, {})


def test_what_was_begun_is_taken_back_when_it_is_cancelled(
    hard: Path, target: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "STEP", 1)
    asked = iter([False] * 7 + [True])
    with pytest.raises(LoadCancelled):
        load(
            Session(target, ASEL),
            hard,
            READERS["jsonl"],
            Options(new_articles=True),
            cancelled=lambda: next(asked),
        )
    assert target.find(ArticleQuery()) == []
    assert target.history_head().number == 2, "one step, and its undo"


def test_cancelling_while_the_file_is_checked_writes_nothing(hard: Path, target: Project) -> None:
    with pytest.raises(LoadCancelled):
        load(Session(target, ASEL), hard, READERS["jsonl"], Options(), cancelled=lambda: True)
    assert target.history_head().number == 0


def test_progress_is_told_to_the_end(hard: Path, target: Project) -> None:
    told: list[tuple[int, int]] = []
    load(
        Session(target, ASEL),
        hard,
        READERS["jsonl"],
        Options(new_articles=True),
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_dry_run_says_the_same_and_does_nothing(hard: Path, target: Project) -> None:
    before = target.history_head()
    dry = loaded(target, hard, new_articles=True, dry_run=True)
    assert target.history_head() == before
    wet = loaded(target, hard, new_articles=True)
    assert (dry.made, dry.new, dry.there, dry.left) == (wet.made, wet.new, wet.there, wet.left)
    assert (dry.steps, wet.steps) == (0, 1)


def test_a_name_the_scheme_does_not_have_is_refused(hard: Path, target: Project) -> None:
    with pytest.raises(UserError, match="no label or relation “claims”"):
        loaded(target, hard, names={"CLAIM": "claims"})


# ------------------------------------------------------------------------------------------------- ids


def test_ids_that_are_taken_become_new_ones(hard: Path, target: Project, tmp_path: Path) -> None:
    """The same ids on other texts: annotations, relations, passages, suggestions and articles."""
    other = [json.dumps(moved(record)) for record in lines(hard)]
    path = tmp_path / "other.jsonl"
    path.write_text("\n".join(other) + "\n", encoding="utf-8")
    loaded(target, hard, new_articles=True)
    report = loaded(target, path, new_articles=True)
    assert (report.new, report.left) == (3, {})
    ids = [a.id for record in select(target, Selection()) for a in record.annotations]
    assert len(set(ids)) == len(ids) == 24


def moved(record: dict[str, Any]) -> dict[str, Any]:
    """The record with a character more at the end of its text."""
    text = record["text"] + "!"
    blocks = [dict(block) for block in record["article"]["blocks"]]
    blocks[-1]["end"] = len(text)
    article = {**record["article"], "blocks": blocks, "text_sha256": text_hash(text), "url": ""}
    return {**record, "text": text, "article": article}


def test_records_of_one_text_are_one_article(target: Project, tmp_path: Path) -> None:
    path = tmp_path / "twice.jsonl"
    line = {"text": "Ауа райы ашық.", "label": [[0, 3, "claim"]]}
    path.write_text("".join(json.dumps(each) + "\n" for each in (line, line, {**line, "label": []})))
    report = loaded(target, path, "doccano", new_articles=True)
    assert (report.records, report.new, report.made["annotations"], report.there) == (3, 1, 1, 1)


# ---------------------------------------------------------------------------------------- new articles


def bring(target: Project, text: str, **more: Any) -> LoadedArticle:
    article = LoadedArticle("1", text, **more)
    reader = Reader("tool", "A tool", "", "", "", lambda path: iter([article]))
    load(Session(target, ASEL), Path("notes/file.json"), reader, Options(new_articles=True))
    return article


NEWS = (
    "Алматыда жаңа мектеп ашылды\r\n"
    "4 июля 2023, 10:11\r\n"
    "\r\n"
    "В Алматы открылась новая школа на тысячу мест, сообщили в городском управлении образования.\r\n"
    "Строительство школы в Алматы заняло два года, рассказал начальник управления.\r\n"
)


def test_a_new_article_has_the_text_as_it_is_and_the_importers_roles(target: Project) -> None:
    bring(target, NEWS)
    (article_id,) = target.find(ArticleQuery())
    article, text = target.article(article_id), target.text(article_id)
    assert text == NEWS.replace("\r\n", "\n")
    assert target.original(article_id) == text.encode()
    assert [block.role for block in article.blocks] == [Role.HEADLINE, Role.DATELINE, Role.BODY, Role.BODY]
    assert article.title == "Алматыда жаңа мектеп ашылды"
    assert (article.media_type, article.encoding) == ("text/plain", "utf-8")
    assert article.source_path == str(Path("notes/file.json"))
    assert article.language in ("ru", "kk")


def test_what_is_said_of_a_new_article_is_taken_where_it_can_be(target: Project) -> None:
    about = {
        "title": "Мектеп",
        "site": "Газет",
        "url": "gazet.example",
        "published": "вчера",
        "authors": ["А. Автор", ""],
        "language": "Russian",
    }
    bring(target, NEWS, about=about)
    (article_id,) = target.find(ArticleQuery())
    article = target.article(article_id)
    assert (article.title, article.site, article.authors) == ("Мектеп", "Газет", ("А. Автор",))
    assert (article.url, article.published, article.language) == ("", None, "")


@pytest.mark.parametrize(
    "blocks",
    [
        [(0, 5, "body")],  # leaves text out
        [(0, 20, "body"), (10, 27, "body")],
        [(0, 27, "advert")],
        [(0, 10_000, "body")],
        [(5, 5, "body")],
    ],
)
def test_blocks_that_cannot_be_are_made_anew(target: Project, blocks: list[tuple[int, int, str]]) -> None:
    bring(target, "Первая строка.\nВторая строка", blocks=tuple(LoadedBlock(*block) for block in blocks))
    (article_id,) = target.find(ArticleQuery())
    assert [(b.start, b.end) for b in target.article(article_id).blocks] == [(0, 14), (15, 28)]


def test_blocks_move_with_the_text(target: Project) -> None:
    bring(target, "Ab\r\ncd", blocks=(LoadedBlock(0, 2, "headline"), LoadedBlock(4, 6, "lead", "why")))
    (article_id,) = target.find(ArticleQuery())
    blocks = target.article(article_id).blocks
    assert [(b.start, b.end, b.role, b.reason) for b in blocks] == [
        (0, 2, "headline", ""),
        (3, 5, "lead", "why"),
    ]


def test_no_block_is_too_long_for_the_reader(target: Project) -> None:
    text = "Слово и ещё слово. " * 4_000
    mark = Mark("1", "claim", (Piece(Span(50_000, 50_005)),))
    bring(target, text, marks=(mark,))
    (article_id,) = target.find(ArticleQuery())
    blocks = target.article(article_id).blocks
    assert max(b.end - b.start for b in blocks) <= MAX_BLOCK_LENGTH
    assert "".join(target.text(article_id)[b.start : b.end] for b in blocks) == text.rstrip()
    assert len(target.annotations(article_id)) == 1


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_a_blank_text_is_no_article(target: Project, text: str) -> None:
    bring(target, text)
    assert target.find(ArticleQuery()) == []


# ----------------------------------------------------------------------------------------- the command line


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = program.main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def path(target: Project) -> Path:
    """The project's path, for others to open."""
    return target.path


def test_load_says_what_became_of_the_file(
    hard: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "load", path, hard, "--format", "jsonl", "--new-articles")
    assert (code, err) == (0, "")
    assert "3 records: 0 articles of the project, 3 new, 0 without an article" in out
    assert "12 annotations, 4 relations, 3 suggestions, 2 passages, 4 statuses" in out
    code, out, err = run(capsys, "load", path, hard, "--format", "jsonl", "--json")
    values = json.loads(out)
    assert (code, values["already_there"], values["steps"], values["left_out"]) == (0, 20, 0, {})


def test_load_lists_what_has_no_place(
    tmp_path: Path, path: Path, hard: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "doccano.jsonl"
    text = lines(hard)[1]["text"]
    entities = [
        {"id": number, "label": label, "start_offset": start, "end_offset": start + 3}
        for number, (label, start) in enumerate([("PER", 0), ("PER", 4), ("claim", 9_000), ("claim", 4)])
    ]
    file.write_text(json.dumps({"text": text, "entities": entities, "relations": []}) + "\n")
    run(capsys, "load", path, hard, "--format", "jsonl", "--new-articles")
    code, out, err = run(capsys, "load", path, file, "--format", "doccano")
    assert code == 1
    assert "brought 1 annotation\n" in out
    assert err.splitlines() == [
        "left out: Annotations with the label “PER”, which the scheme does not have (2): "
        "line 1: PER at 0..3; line 1: PER at 4..7",
        "left out: Annotations outside the text (1): line 1: claim at 9000..9003",
    ]
    mapped = ("--map", "PER=speaker", "--annotator", "Вера", "--json", "--dry-run")
    code, out, err = run(capsys, "load", path, file, "--format", "doccano", *mapped)
    assert json.loads(out)["made"]["annotations"] == 3


def test_load_refuses_what_it_cannot_read(
    tmp_path: Path, path: Path, hard: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (
        (tmp_path / "missing.jsonl", "--format", "jsonl"),
        (hard, "--format", "conll"),
        (hard, "--format", "doccano"),
        (hard, "--format", "jsonl", "--map", "PER"),
    ):
        code, out, err = run(capsys, "load", path, *arguments)
        assert (code, out) == (2, "")
        assert err.startswith("pressmark: ")
        assert err.count("\n") == 1
