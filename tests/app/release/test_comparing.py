"""What changed between two releases of a project: made by real acts, read off the page."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from app import replacing
from app.anchor import Span, anchor
from app.annotation import Annotation, ArticleStatus, EmptyPassage, Relation, Status
from app.article import Block, Role, text_hash
from app.changes import Change, Content
from app.errors import UserError
from app.project import Project
from app.release import Plan, changes_since, release
from app.release.comparing import MOST_ARTICLES, compare, opened
from app.scheme import Attribute, Label, RelationType
from app.session import Session
from tests.app.exporters.hard_project import ASEL, FLAT_TEXT, place
from tests.app.release.conftest import EACH_IN_ONE_PART


@pytest.fixture
def asel(project: Project) -> Session:
    return Session(project, ASEL, clock=lambda: "2024-06-01T00:00:00.000Z")


@pytest.fixture
def old(project: Project, quick: Plan, tmp_path: Path) -> Path:
    """A release of the hard project as it is made."""
    release(project, tmp_path / "old", quick)
    return tmp_path / "old"


def section(page: str, title: str) -> str:
    _, _, rest = page.partition(f"\n## {title}\n")
    return re.split(r"^## ", rest, maxsplit=1, flags=re.MULTILINE)[0].strip()


def change(session: Session, thing: Any, **values: Any) -> None:
    session.do("change", [Change(thing, replacing.replace(thing, **values))])


def test_nothing_changed(project: Project, quick: Plan, old: Path) -> None:
    page = changes_since(project, old, quick)
    assert page.count("Nothing changed.") == 5
    assert "From step 11 (2024-05-06) to step 11 (2024-05-06)." in page
    assert "same options" not in page


def test_annotations_added_removed_and_changed(
    project: Project, asel: Session, quick: Plan, old: Path
) -> None:
    whole = anchor(FLAT_TEXT, place("The plant will hire 1,200 people by 2027", FLAT_TEXT))
    (relation,) = (each for each in project.relations(101) if each.id == 43)
    asel.do("annotate", [Change(None, Annotation(99, 103, ASEL, "claim", (whole,)))])
    asel.do("remove", [Change(relation, None), Change(project.annotation(42), None)])
    change(asel, project.annotation(31), attributes={"value": 1300, "kind": "cardinal"})
    change(asel, project.annotation(32), fragments=(anchor(FLAT_TEXT, place("2027, Smith", FLAT_TEXT)),))
    change(asel, project.annotation(7), label="speaker")
    change(asel, project.annotation(5), note="второй раз")

    page = changes_since(project, old, quick)
    told = section(page, "Annotations")
    assert "| `claim` | 6 | 5 | 1 | 1 | 1 |" in told
    assert "| `speaker` | 2 | 3 | 0 | 0 | 2 |" in told
    assert "| `number` | 4 | 4 | 0 | 0 | 1 |" in told
    assert "1 `claim` added:\n\n- “The plant will hire 1,200 people by 2027” at 2..42 of article 103" in told
    assert "1 `claim` removed:\n\n- “37 үй зардап шекті 😀” at 193..213 of article 101" in told
    assert "“1,200” at 22..27 of article 103: value 1200 → 1300" in told
    assert "“2027, Smith” at 38..49 of article 103: was “Smith” at 44..49" in told
    assert "label claim → speaker" in told
    assert "With another label now: claim → speaker 1." in told
    assert ": note, confidence or origin" in told
    assert section(page, "Relations").endswith("| `has_number` | 0 | 1 | 0 |")
    assert section(page, "Articles") == section(page, "Splits") == "Nothing changed."


def test_relations_added(project: Project, asel: Session, quick: Plan, old: Path) -> None:
    asel.do("relate", [Change(None, Relation(77, 101, ASEL, "said_by", 4, 3))])
    page = changes_since(project, old, quick)
    assert section(page, "Relations").endswith("| `said_by` | 1 | 0 | 0 |")
    assert section(page, "Annotations") == "Nothing changed."


def test_articles_added_removed_and_revised(project: Project, asel: Session, quick: Plan, old: Path) -> None:
    add(asel, 104, "Совсем новая статья [о ценах].", title="Цены [и_тарифы]")
    add(asel, 105, FLAT_TEXT.replace("1,200", "1,250"), title="Plant", revision_of=103)
    asel.do("remove", [Change(project.article(102), None)])

    page = changes_since(project, old, quick)
    told = section(page, "Articles")
    assert "- **1 added**\n  - 104 “Цены \\[и\\_тарифы\\]”" in told
    assert "- **1 removed**\n  - 102 “" in told
    assert "- **1 with a changed text**\n  - 105 “Plant”, which was article 103" in told
    assert "| articles | 3 | 3 | 0 |" in page
    # The annotations of the earlier text went with it.
    assert "| `number` | 4 | 3 | 0 | 1 | 0 |" in section(page, "Annotations")


def test_what_else_is_known_and_said(project: Project, asel: Session, quick: Plan, old: Path) -> None:
    change(asel, project.article(103), published="2024-05-07")
    status = project.status(102, ASEL)
    asel.do("set_status", [Change(status, ArticleStatus(102, ASEL, Status.SKIPPED))])
    asel.do("mark_empty", [Change(None, EmptyPassage(9, 103, ASEL, anchor(FLAT_TEXT, Span(0, 5))))])
    told = section(changes_since(project, old, quick), "Articles")
    known, _, said = told.partition("- **2 with another status, assessment or passage read and empty**")
    assert "- **1 of which something else is known now" in known
    assert "103" in known
    assert re.findall(r"  - (\d+)", said) == ["102", "103"]


def test_a_new_annotator_changes_no_article(project: Project, quick: Plan, old: Path) -> None:
    Session(project, "Виктор").do("set_status", [Change(None, ArticleStatus(103, "Виктор", Status.DONE))])
    told = section(changes_since(project, old, quick), "Articles")
    assert "- **1 with another status" in told
    assert re.findall(r"  - (\d+)", told) == ["103"]


def test_the_scheme(project: Project, asel: Session, quick: Plan, old: Path) -> None:
    scheme = project.scheme()
    claim, speaker, number = scheme.labels
    kind = speaker.attributes[0]
    cue = Label("cue", "Cue *word*", "", "dotted", claim.light, claim.dark)
    after = replace(
        scheme,
        version=4,
        labels=(
            replace(claim, name="Утверждение", guideline="Иначе."),
            replace(speaker, attributes=(replace(kind, values=("person", "group")),)),
            replace(number, attributes=(*number.attributes[:2], Attribute("unit", "Unit", "text"))),
            cue,
        ),
        relations=(
            replace(scheme.relations[0], name="Сказал", targets=("speaker", "cue")),
            scheme.relations[1],
            RelationType("cued_by", "Cued by", ("claim",), ("cue",)),
        ),
        article=(Attribute("genre", "Genre", "choice", ("news",)),),
    )
    asel.do("edit_scheme", [Change(scheme, after)])
    assert section(changes_since(project, old, quick), "Labels and scheme").splitlines() == [
        "- version 3 → 4",
        "- label `cue` added: Cue \\*word\\*",
        "- label `claim` renamed: Claim → Утверждение",
        "- relation `cued_by` added: Cued by",
        "- relation `same_claim` removed: Same claim",
        "- relation `said_by` renamed: Said by → Сказал",
        "- label `claim` has another guideline or other examples",
        "- attribute `kind` of `speaker`: value `group` added, value `organisation` removed",
        "- attribute `unit` of `number` added",
        "- attribute `approximator` of `number` removed",
        "- attribute `genre` of articles added",
        "- relation `said_by` holds from claim to speaker, cue; it held from claim to speaker",
    ]


def test_the_parts(project: Project, quick: Plan, old: Path) -> None:
    page = changes_since(project, old, replace(quick, split=replace(EACH_IN_ONE_PART, salt="7")))
    assert "salt was none, is 7" in page
    told = section(page, "Splits")
    assert "- **2 in another part**: test → train 1, train → test 1" in told
    assert re.findall(r"  - (\d+) .*: (\w+ → \w+)$", told, re.MULTILINE) == [
        ("102", "test → train"),
        ("103", "train → test"),
    ]


def test_a_new_release_keeps_the_page(
    project: Project, asel: Session, quick: Plan, old: Path, tmp_path: Path
) -> None:
    change(asel, project.annotation(31), label="claim")
    made = release(project, tmp_path / "new", quick, since=old)
    assert made.page == changes_since(project, old, quick)
    assert (tmp_path / "new" / "diff.md").read_text(encoding="utf-8") == made.page
    assert made.manifest.file("diff.md") is not None
    again = release(project, tmp_path / "new", quick, since=old)
    assert (again.made, again.page) == (False, made.page)


def test_a_page_of_a_thousand_changes_stays_readable(
    project: Project, asel: Session, quick: Plan, old: Path
) -> None:
    for number in range(200, 200 + MOST_ARTICLES + 5):
        add(asel, number, f"Статья номер {number}.", title=f"Статья {number}")
    marks = [
        Annotation(9000 + at, 103, ASEL, "number", (anchor(FLAT_TEXT, Span(at, at + 1)),)) for at in range(9)
    ]
    asel.do("annotate", [Change(None, mark) for mark in marks])
    page = changes_since(project, old, quick)
    assert f"- **{MOST_ARTICLES + 5} added**" in page
    assert page.count("  - 2") == MOST_ARTICLES
    assert "  - and 5 more" in page
    assert "9 `number` added:" in page
    assert "- and 6 more" in page


def test_two_releases_without_their_project(
    project: Project, asel: Session, quick: Plan, old: Path, tmp_path: Path
) -> None:
    change(asel, project.annotation(31), attributes={"value": 5})
    release(project, tmp_path / "new", quick)
    found = compare(opened(old), opened(tmp_path / "new"))
    assert found.articles == (3, 3)
    counts = {kind: named.count for kind, named in found.labels["number"].kinds.items()}
    assert counts == {"added": 0, "removed": 0, "changed": 1}
    back = compare(opened(tmp_path / "new"), opened(old))
    assert back.labels["number"].kinds["changed"].first == [
        "“1,200” at 22..27 of article 103: value 5 → 1200; kind nothing → “cardinal”"
    ]


@pytest.mark.parametrize("name", ["articles.jsonl", "scheme.toml"])
def test_a_release_that_was_changed_is_not_compared(
    project: Project, quick: Plan, old: Path, name: str
) -> None:
    (old / name).write_bytes((old / name).read_bytes().replace(b"claim", b"clown", 1))
    with pytest.raises(UserError, match=f"not as it was written: {re.escape(name)} was changed"):
        changes_since(project, old, quick)
    (old / name).unlink()
    with pytest.raises(UserError, match=f"{re.escape(name)} is missing"):
        changes_since(project, old, quick)


def test_the_index_has_no_text_of_the_articles(old: Path) -> None:
    for line in (old / "articles.jsonl").read_bytes().splitlines():
        values = orjson.loads(line)
        assert "text" not in values
        assert all(len(annotation["text"]) <= 80 for annotation in values["annotations"])


def test_comparing_leaves_nothing_behind(
    project: Project, quick: Plan, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    kept = shutil.copytree(old, tmp_path / "kept")
    changes_since(project, old, quick)
    assert list((tmp_path / "temporary").iterdir()) == []
    assert {p.name: p.read_bytes() for p in files(kept)} == {p.name: p.read_bytes() for p in files(old)}


def files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def add(session: Session, article_id: int, text: str, **known: Any) -> None:
    """Add an article like 103 with another text."""
    article = replacing.replace(
        session.project.article(103),
        id=article_id,
        text_sha256=text_hash(text),
        length=len(text),
        blocks=(Block(0, len(text), Role.BODY),),
        **known,
    )
    content = Content(article.text_sha256, "text", text.encode("utf-8"))
    session.do("add_articles", [Change(None, article)], [content])
