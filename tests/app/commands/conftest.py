"""A real project with one Russian article, and a session of one annotator on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import resources
import storage
from app.article import Block, Role
from app.commands import add_articles
from app.importers.imported import Imported
from app.scheme import parse_scheme
from app.session import Session

LINES = (
    (Role.BOILERPLATE, "Главная Новости Погода"),
    (Role.HEADLINE, "В городе прибавилось камер 😀"),
    (Role.BODY, "По словам Асета, общее число камер – около 30 тыс. Записи хранятся 30 дней."),
    (Role.BODY, "Бейне жазбалар 1\u00a0500\u00a0000 теңге тұрады, – деді Әлия Ғабитқызы."),
    (Role.BODY, "«Это неправда», – сообщили в компании. Кто-то спорит: й и ё пишутся по-разному."),
)


def page(lines: tuple[tuple[Role, str], ...] = LINES) -> Imported:
    """A page of these lines, as an importer would return it."""
    blocks, start = [], 0
    for role, line in lines:
        blocks.append(Block(start, start + len(line), role, "test"))
        start += len(line) + 1
    text = "\n".join(line for _, line in lines)
    return Imported(
        text=text,
        blocks=tuple(blocks),
        original=text.encode(),
        source_path="page.html",
        media_type="text/html",
        encoding="utf-8",
        title=lines[1][1] if len(lines) > 1 else lines[0][1],
        language="ru",
    )


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A session on a new project."""
    project = storage.create_project(tmp_path / "p.pressmark", parse_scheme(resources.scheme()))
    try:
        yield Session(project, "Асель")
    finally:
        project.close()


@pytest.fixture
def article(session: Session) -> int:
    """The id of the article of LINES."""
    added = add_articles(session.project, [page()], session.stamp())
    session.do("add_articles", added.changes, added.contents)
    return added.article_ids[0]
