"""A small project of articles written for these tests, in Russian, Kazakh and English, in a real file."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import resources
from app import settings as setting
from app.annotation import Annotation
from app.article import Block, Role, canonical, text_hash
from app.commands import add_articles
from app.importers.imported import Imported
from app.project import ArticleQuery, Project
from app.scheme import Scheme, parse_scheme
from app.session import Session
from app.settings import Settings
from storage import create_project, keep_backup_aside, open_project, restore_project
from widgets.application import make_window
from widgets.project_files import ProjectFiles
from widgets.shell import Shell

ANNOTATOR = "Айгүл"

BRIDGE = (
    (Role.HEADLINE, "Мост через Ишим откроют на месяц раньше срока"),
    (Role.BOILERPLATE, "Главная"),
    (Role.BOILERPLATE, "Подписаться на новости"),
    (Role.CAPTION, "Новый мост строят с весны. Фото пресс-службы"),
    (
        Role.BODY,
        "Новый мост обойдётся бюджету в 4,8 млрд тенге, заявил подрядчик Ерлан Касымов. "
        "По его словам, движение откроют 15 октября – на месяц раньше срока.",
    ),
    (
        Role.BODY,
        "«Мы проверили все 36 опор, и ни одна не дала осадки», – сообщила инженер Анна Ли. "
        "Ранее жители жаловались на пробки.",
    ),
    (Role.BODY, "Старый мост закрыли в 2021 году. По нему ездили около 30 тыс. машин в день."),
)
SCHOOL = (
    (Role.HEADLINE, "Ауылда жаңа мектеп ашылды"),
    (
        Role.BODY,
        "Мектепте 240 оқушы білім алады, деді аудан әкімі Бауыржан Серік. Құрылысқа 1,2 млрд теңге жұмсалды.",
    ),
    (Role.BODY, "Бұған дейін балалар көрші ауылға 7 шақырым жол жүріп баратын."),
)
FERRY = (
    (Role.HEADLINE, "Harbour ferry returns after two years"),
    (Role.BODY, "The ferry will carry 1,200 passengers a day, operator Jane Howe said on Monday."),
    (Role.BODY, "Tickets cost $3.50, 20% less than before. 🚢 Bookings open at noon."),
)


def page(parts: tuple[tuple[Role, str], ...], language: str, name: str = "page.html") -> Imported:
    """What an importer makes of such an article."""
    text, blocks = "", []
    for role, part in parts:
        text += "\n" if text else ""
        blocks.append(Block(len(text), len(text) + len(part), role))
        text += part
    assert canonical(text) == text
    return Imported(
        text=text,
        blocks=tuple(blocks),
        original=text.encode(),
        source_path=name,
        media_type="text/html",
        encoding="utf-8",
        title=parts[0][1],
        site="steppe.example",
        url=f"https://steppe.example/{text_hash(text)[:8]}",
        published="2024-09-03",
        language=language,
    )


def news_scheme() -> Scheme:
    """The bundled scheme."""
    return parse_scheme(resources.scheme())


def fill(project: Project) -> list[int]:
    """Add the three articles; return their ids."""
    session = Session(project, ANNOTATOR)
    pages = [page(BRIDGE, "ru"), page(SCHOOL, "kk"), page(FERRY, "en")]
    added = add_articles(project, pages, session.stamp())
    session.do("add_articles", added.changes, added.contents)
    return added.article_ids


def make(path: Path) -> list[int]:
    """Make a project file of the three articles; return their ids."""
    project = create_project(path, news_scheme())
    try:
        return fill(project)
    finally:
        project.close()


def files() -> ProjectFiles:
    """The doors to the real storage, as main hands them in."""
    return ProjectFiles(
        create=create_project,
        open=open_project,
        open_for_reading=lambda path: open_project(path, read_only=True),
        keep_backup=keep_backup_aside,
        restore=restore_project,
        make_sample=make,
    )


@contextmanager
def shown(folder: Path, project: Path | None = None, *, suggesting: bool = True) -> Iterator[Shell]:
    """A window on the project, closed at the end.

    Without `suggesting` nothing comes from engines or learning: what comes when depends on the machine, and a
    mark made where something is suggested decides on it.
    """
    settings = Settings(folder / "config")
    settings.set(setting.ANNOTATOR, ANNOTATOR)
    settings.set(setting.BLIND_SHARE, 0)
    if not suggesting:
        settings.set(setting.SUGGEST, False)
        settings.set(setting.LEARN, False)
    shell = make_window(files(), settings)
    try:
        if project is not None:
            assert shell.open_project(project), shell.window.message_bar.text()
        else:
            shell.show_welcome()
        shell.window.show()
        yield shell
    finally:
        shell.window.close()
        shell.window.deleteLater()


def marks(project: Path) -> list[tuple[str, str]]:
    """(label, text) of every annotation in the file, read by a connection of its own."""
    reading = open_project(project, read_only=True)
    try:
        everything: list[Annotation] = [
            a for article_id in _ids(reading) for a in reading.annotations(article_id)
        ]
        return [(a.label, a.text) for a in everything]
    finally:
        reading.close()


def _ids(project: Project) -> list[int]:
    return project.find(ArticleQuery())


def place_of(project: Project, annotator: str = ANNOTATOR) -> dict[str, object]:
    """What the project remembers of the annotator's place."""
    kept: dict[str, object] = json.loads(project.recall(f"place:{annotator}") or "{}")
    return kept
