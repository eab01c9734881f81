"""A check finds what SQLite's own does not: single bits flipped inside the file."""

import random
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.annotation import ArticleStatus, Assessment, Status
from app.article import Article
from app.changes import Change
from app.errors import UserError
from app.session import Session
from app.speaker import Post, Speaker
from app.suggestion import Decision
from storage import (
    SqliteProject,
    backup_project,
    check_project,
    create_project,
    open_project,
    restore_project,
)
from storage.migrations import SCHEMA_VERSION
from tests.storage.samples import (
    SCHEME,
    TEXT,
    annotation,
    article,
    contents,
    empty_passage,
    relation,
    step,
    suggestion,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed project with some of everything."""
    project = create_project(tmp_path / "news.pressmark", SCHEME)
    session = Session(project, "Айгуль")
    one = article()
    session.do("add_articles", [Change(None, one)], contents())
    long = "Длинная статья. " + " ".join(f"слово{number}" for number in range(2_000))
    two = article(long, title="Вторая")
    session.do("add_articles", [Change(None, two)], contents(long))
    claim = annotation(one, "Ёлки стоят", "claim", note="примечание")
    minister = annotation(one, "Министр", "speaker", confidence=0.5)
    session.do(
        "annotate", [Change(None, claim), Change(None, minister), Change(None, relation(claim, minister))]
    )
    session.do("set_status", [Change(None, ArticleStatus(one.id, "Айгуль", Status.DONE))])
    session.put_suggestions(one.id, {"numbers": [number := suggestion(one, "5 процентов")]})
    session.do(
        "reject", [Change(number, suggestion(one, "5 процентов", id=number.id, decision=Decision.REJECTED))]
    )
    session.undo()
    session.redo()
    passage = empty_passage(one, "По её словам, 😀 йод")
    assessment = Assessment(one.id, "Айгуль", {"topic": "цены"}, flagged=True, note="вернуться")
    session.do("assess", [Change(None, passage), Change(None, assessment)])
    posts = (Post("министр", "Министерство торговли", "2021-03"),)
    speaker = Speaker(7, "Айгүл Қасымова", "person", ("Қасымовой", "Kasymova"), posts, "с 2021 года")
    session.do("register", [Change(None, speaker)])
    third = article(site="b.example", title="Третья")
    session.do("add_articles", [Change(None, third)], contents())
    session.do("remove_articles", [Change(third, None)])
    project.close()
    with closing(sqlite3.connect(project.path)) as db:
        db.execute("VACUUM")  # dead copies of rows, which nothing reads, may be as they like
    return project.path


def test_a_whole_project(path: Path) -> None:
    report = check_project(path)
    assert report.ok
    assert report.problems == ()
    assert report.path == path
    assert re.match(r"SQLite 3\.\d+\.\d+ \((pysqlite3|sqlite3)\), file version 2\.", report.lines[0])
    assert len(report.lines) > 8
    assert all(line.endswith(": whole.") for line in report.lines[1:])


# Short values are looked for together with the column before them, which lies before them in the row too.
# Every column that is people's work or where it came from. Left out: ids, which `foreign_key_check` and the
# history watch over, what a machine proposes, which can be computed again, and measured times.
COLUMNS = [
    ("texts", "body"),
    ("texts", "sha256"),
    ("snapshots", "data"),
    ("snapshots", "sha256"),
    ("articles", "text_sha256"),
    ("articles", "title"),
    ("articles", "site"),
    ("articles", "url"),
    ("articles", "published"),
    ("articles", "authors"),
    ("articles", "source_path"),
    ("articles", "media_type"),
    ("articles", "encoding"),
    ("articles", "snapshot_sha256"),
    ("articles", "imported_at"),
    ("articles", "title_key"),
    ("articles", "blocks"),
    ("annotations", "annotator"),
    ("annotations", "annotator || label"),
    ("annotations", "fragments"),
    ("annotations", "attributes"),
    ("annotations", "note"),
    ("annotations", "created_at"),
    ("relations", "annotator"),
    ("relations", "annotator || type"),
    ("relations", "created_at"),
    ("statuses", "annotator"),
    ("statuses", "annotator || status"),
    ("empty_passages", "annotator"),
    ("empty_passages", "fragment"),
    ("empty_passages", "created_at"),
    ("assessments", "annotator || attributes"),
    ("assessments", "note"),
    ("speakers", "name"),
    ("speakers", "name || kind"),
    ("speakers", "forms"),
    ("speakers", "posts"),
    ("speakers", "note"),
    ("status_log", "at"),
    ("status_log", "annotator || status"),
    ("bin", "title"),
    ("bin", "title || site"),
    ("bin", "removed_at"),
    ("bin", "removed_at || removed_by"),
    ("history", "at"),
    ("history", "annotator"),
    ("history", "annotator || verb"),
    ("history", "verb || kind"),
    ("history", "changes"),
    ("history", "prev_hash"),
    ("history", "hash"),
    ("schemes", "body"),
    ("schemes", "sha256"),
    ("label_counts", "annotator || label"),
    ("label_counts", "annotator"),
]


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_flipped_bit_is_found(path: Path, table: str, column: str) -> None:
    chance = random.Random(f"{table}.{column}")
    whole = path.read_bytes()
    with closing(sqlite3.connect(path)) as db:
        cells = [row[0] for row in db.execute(f"SELECT CAST({column} AS BLOB) FROM {table}") if row[0]]
    assert path.read_bytes() == whole
    assert cells
    for cell in cells[:3]:
        piece = cell[:400]  # of a longer one the rest may lie on another page
        places = [match.start() for match in re.finditer(re.escape(piece), whole)]
        assert places, "a cell is in the file as it is"
        for place in places[:4]:  # the row itself and its copies in indices
            spoilt = bytearray(whole)
            spoilt[place + chance.randrange(len(piece))] ^= 1 << chance.randrange(8)
            path.write_bytes(spoilt)
            report = check_project(path)
            assert not report.ok, f"{table}.{column} at {place}"
            assert all(problem.endswith(".") for problem in report.problems)


def test_any_flipped_bit_in_a_long_text_is_found(path: Path) -> None:
    chance = random.Random(7)
    whole = path.read_bytes()
    words = list(re.finditer("слово(\\d+) слово".encode(), whole))
    assert len(words) > 500
    for match in chance.sample(words, 15):
        spoilt = bytearray(whole)
        spoilt[match.start() + chance.randrange(len(match[0]))] ^= 1
        path.write_bytes(spoilt)
        problems = check_project(path).problems
        assert any("Вторая" in problem or "Saved" in problem for problem in problems), problems


def test_the_fault_is_named(path: Path) -> None:
    def problems(sql: str, *parameters: object) -> str:
        with closing(sqlite3.connect(path)) as db:
            db.create_function("fold", 1, str)
            db.execute(sql, parameters)
            db.commit()
        return "\n".join(check_project(path).problems)

    title = TEXT.partition("\n")[0]
    assert f"(“{title}”): its text is not what its hash says" in problems(
        "UPDATE texts SET body = replace(body, 'соль', 'боль')"
    )
    found = problems("UPDATE annotations SET fragments = replace(fragments, 'Министр', 'Монистр')")
    assert "not “Монистр”" in found
    assert f"(“{title}”) is not what the history made of it" in found


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("UPDATE annotations SET attributes = '{}'", "not what the history made of it"),
        ("DELETE FROM relations", "not what the history made of it"),
        ("UPDATE statuses SET status = 'skipped'", "not what the history made of it"),
        ("UPDATE assessments SET flagged = 0", "not what the history made of it"),
        ("DELETE FROM assessments", "not what the history made of it"),
        ("DELETE FROM empty_passages", "not what the history made of it"),
        ("UPDATE empty_passages SET fragment = replace(fragment, 'йод', 'мёд')", "empty passage"),
        ("UPDATE empty_passages SET fragment = '{'", "cannot be read"),
        ("DELETE FROM speakers", "The registry of speakers is not what the history made of it"),
        ("UPDATE speakers SET posts = '[]'", "The registry of speakers is not what the history made of it"),
        ("DELETE FROM status_log", "The statuses over time are not what the history says"),
        ("UPDATE status_log SET status = 'skipped'", "The statuses over time are not what the history says"),
        ("DELETE FROM bin", "The list of the bin is not what the history says"),
        ("UPDATE bin SET annotations = 7", "The list of the bin is not what the history says"),
        ("UPDATE articles SET language = 'en'", "not what the history made of it"),
        ('UPDATE articles SET blocks = \'[[0,9999,"body",""]]\'', "block 0..9999 is out of place"),
        ("UPDATE articles SET blocks = '[1'", "cannot be read"),
        ("UPDATE suggestions SET fragment = replace(fragment, '5 п', '6 п')", "not “6 процентов”"),
        ("UPDATE annotations SET fragments = '[]'", "it marks nothing"),
        ("UPDATE annotations SET fragments = '{'", "cannot be read"),
        ("DELETE FROM annotations", "names something that is not in annotations"),
        ("DELETE FROM texts", "names something that is not in texts"),
        ("UPDATE label_counts SET count = count + 1", "its label counts are wrong"),
        ("DELETE FROM label_counts", "its label counts are wrong"),
        ("INSERT INTO search (search) VALUES ('delete-all')", "search index is not in step"),
        ("UPDATE relations SET article_id = (SELECT max(id) FROM articles)", "leads into another article"),
        ("UPDATE snapshots SET packing = 'raw'", "saved page is not what its hash says"),
        ("UPDATE schemes SET body = replace(body, 'News', 'Nose')", "scheme is not what its hash says"),
    ],
)
def test_what_another_program_changed_is_found(path: Path, sql: str, sentence: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.create_function("fold", 1, str)
        db.execute(sql)
        db.commit()
    assert sentence in "\n".join(check_project(path).problems)
    if sql != "DELETE FROM texts":
        derived = any(table in sql for table in ("label_counts", "search", "status_log", "bin"))
        with _nothing() if derived else pytest.raises(UserError):
            backup_project(path)


class _nothing:  # noqa: N801
    def __enter__(self) -> None: ...
    def __exit__(self, *_: object) -> None: ...


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        ("UPDATE history SET verb = 'x' WHERE number = 3", "Step 3 of the history (x, Айгуль) is not what"),
        ("DELETE FROM history WHERE number = 3", "lacks the steps between 2 and 4"),
        (
            "UPDATE history SET changes = x'5b' WHERE number = 2",
            "Step 2 of the history (add_articles, Айгуль) cannot be read",
        ),
    ],
)
def test_a_rewritten_history_is_found(path: Path, sql: str, sentence: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        with pytest.raises(sqlite3.IntegrityError, match="only added to"):
            db.execute(sql)
        db.execute("DROP TRIGGER history_is_not_edited")
        db.execute("DROP TRIGGER history_is_not_shortened")
        db.execute(sql)
        db.commit()
    assert sentence in "\n".join(check_project(path).problems)


def test_a_resealed_entry_breaks_the_chain_after_it(path: Path) -> None:
    from storage.history import entry_hash

    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TRIGGER history_is_not_edited")
        *entry, prev, _ = db.execute("SELECT * FROM history WHERE number = 3").fetchone()
        entry[3] = "forged"
        db.execute(
            "UPDATE history SET verb = 'forged', hash = ? WHERE number = 3", (entry_hash(tuple(entry), prev),)
        )
        db.commit()
    assert any("Step 4" in problem for problem in check_project(path).problems)


def test_damaged_pages_end_one_part_and_not_the_check(path: Path) -> None:
    size = path.stat().st_size
    for page in range(1, size // 4096):
        spoilt = bytearray(path.read_bytes())
        whole = bytes(spoilt)
        spoilt[page * 4096 : page * 4096 + 4096] = bytes(4096)
        path.write_bytes(spoilt)
        try:
            assert not check_project(path).ok, page
        except UserError as error:
            assert "damaged" in str(error)
        path.write_bytes(whole)


def test_a_text_that_cannot_be_read_is_a_sentence(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE texts SET body = CAST(x'ff41' AS TEXT)")
        (identifier,) = db.execute("SELECT id FROM articles LIMIT 1").fetchone()
        db.commit()
    project = open_project(path)
    with pytest.raises(UserError, match="damaged"):
        project.text(identifier)
    project.close()


def test_repair_computes_anew_what_follows_from_the_rest(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.create_function("fold", 1, str)
        db.execute("DELETE FROM label_counts")
        db.execute("UPDATE status_log SET status = 'todo'")
        db.execute("DELETE FROM bin")
        db.execute("INSERT INTO search (search) VALUES ('delete-all')")
        db.execute("UPDATE annotations SET note = 'forged'")
        db.commit()
    report = check_project(path, repair=True)
    assert any("built anew" in line for line in report.lines)
    (problem,) = report.problems  # a repair does not touch what people made
    assert "history" in problem
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE annotations SET note = iif(label = 'claim', 'примечание', '')")
        db.commit()
    assert check_project(path).ok


def test_a_check_while_others_write(project: SqliteProject, article: Article) -> None:
    project.apply(step(Change(None, annotation(article, "Ёлки"))))
    assert check_project(project.path).ok
    project.apply(step(Change(None, annotation(article, "соль"))))
    assert check_project(project.path).ok


def test_the_schema_is_the_newest(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        applied = db.execute("SELECT name FROM _sqlite_migrations").fetchall()
    assert len(applied) == SCHEMA_VERSION
    restore_project(backup_project(path), path.with_name("again.pressmark"))
