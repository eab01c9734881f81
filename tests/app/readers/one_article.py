"""A project of one article, and what a reader might give of it."""

from pathlib import Path
from typing import Any

from app.anchor import Span
from app.article import Article, Block, Role, snapshot_hash, text_hash
from app.changes import Change, Content
from app.project import Project
from app.readers.loaded import LoadedArticle, Mark, Piece
from app.readers.loading import LoadReport, Options, load
from app.readers.reader import Reader
from app.session import Session
from tests.app.exporters.hard_project import ASEL, TEXT

ARTICLE = 101
URL = "https://www.gazet.example/1"

# The emoji before it takes two units of UTF-16, the line before it a line break.
CLAIM = "37 үй зардап шекті 😀"


def add(project: Project, article_id: int, text: str, url: str = "") -> None:
    data = text.encode()
    article = Article(
        article_id,
        text_hash(text),
        (Block(0, len(text.rstrip()), Role.BODY),),
        title="Заголовок",
        url=url,
        snapshot_sha256=snapshot_hash(data),
        imported_at="2024-01-02T00:00:00.000Z",
        length=len(text),
    )
    contents = [
        Content(article.text_sha256, "text", data),
        Content(article.snapshot_sha256, "snapshot", data),
    ]
    Session(project, ASEL).do("add_articles", [Change(None, article)], contents)


def bring(project: Project, *articles: LoadedArticle, annotator: str = ASEL, **options: Any) -> LoadReport:
    reader = Reader("tool", "A tool", "", "", "", lambda path: iter(articles))
    return load(Session(project, annotator), Path("file"), reader, Options(**options))


def said(*marks: Mark, text: str | None = TEXT, **more: Any) -> LoadedArticle:
    return LoadedArticle("line 7", text, marks=marks, **more)


def mark(start: int, end: int, exact: str | None = None, label: str = "claim", **more: Any) -> Mark:
    sides = {name: more.pop(name) for name in ("prefix", "suffix") if name in more}
    piece = Piece(Span(start, end), exact, **sides)
    return Mark(**{"id": f"{label} {start}", "label": label, "pieces": (piece,), **more})


def marked(project: Project, annotator: str = ASEL) -> list[str]:
    return [a.text for a in project.annotations(ARTICLE, annotator)]


def left(report: LoadReport) -> dict[str, int]:
    return {kind: out.count for kind, out in report.left.items()}
