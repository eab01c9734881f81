"""What tests of the panels share: a real project in a file, a theme, and a window to stand in."""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import resources
from app.article import Block, Role
from app.commands import add_articles
from app.importers.imported import Imported
from app.scheme import Scheme, parse_scheme
from app.session import Session
from storage import create_project
from widgets import theme

ANNOTATOR = "Айгүл"

W = TypeVar("W", bound=QObject)


def part(parent: QObject, kind: type[W], name: str = "") -> W:
    """The first part of `parent` of this class, and of this object name if one is given."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert found is not None, (kind, name)
    return found


def news_scheme() -> Scheme:
    """The bundled scheme."""
    return parse_scheme(resources.scheme())


def page(
    title: str, *lines: str, site: str = "dala.example", published: str | None = None, language: str = "ru"
) -> Imported:
    """A page of a headline and paragraphs, as an importer returns it."""
    parts = (title, *lines)
    text, blocks, place = "\n".join(parts), [], 0
    for number, part in enumerate(parts):
        role = Role.BODY if number else Role.HEADLINE
        blocks.append(
            Block(place, place + len(part), role, "h1" if role is Role.HEADLINE else "in <article>")
        )
        place += len(part) + 1
    return Imported(
        text,
        tuple(blocks),
        text.encode(),
        f"{title}.html",
        "text/html",
        "utf-8",
        title=title,
        site=site,
        published=published,
        language=language,
    )


def open_session(folder: Path, pages: Sequence[Imported] = ()) -> tuple[Session, list[int]]:
    """A session on a new project with these pages; their ids in order."""
    session = Session(create_project(folder / "panel.pressmark", news_scheme()), ANNOTATOR)
    return session, add(session, pages)


def add(session: Session, pages: Sequence[Imported]) -> list[int]:
    """Import the pages in one step; return their ids."""
    added = add_articles(session.project, pages, session.stamp())
    session.do("add_articles", added.changes, added.contents)
    return added.article_ids


def stand(qtbot: QtBot, panel: QWidget, width: int, height: int, mode: theme.Mode = "light") -> QWidget:
    """Show the panel at this size inside a window of its own, in our theme."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if not application.styleSheet() or theme.current().mode != mode:
        theme.apply(application, mode)
    window = QWidget()
    window.resize(width, height)
    panel.setParent(window)
    panel.setGeometry(0, 0, width, height)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window
