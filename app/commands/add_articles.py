"""Bring imported pages into the project; a page whose text is there already is a duplicate."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.article import Article, snapshot_hash, text_hash
from app.changes import Change, Content, Stamp
from app.ids import new_id
from app.importers.imported import Imported
from app.project import Project


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the imported pages, each by its place in the list given."""

    changes: list[Change]
    contents: list[Content]
    """Texts and saved bytes the changes refer to by hash; for `Session.do`."""
    article_ids: list[int]
    """For each page the article it became, or the one that has its text already."""
    duplicates: list[bool]
    """For each page whether its text was already in the project, or earlier in the list."""


def add_articles(project: Project, pages: Sequence[Imported], stamp: Stamp) -> Added:
    """Return the changes that add every page whose canonical text is new."""
    added = Added([], [], [], [])
    here: dict[str, int] = {}
    for page in pages:
        sha256 = text_hash(page.text)
        existing = here.get(sha256) or project.article_by_text(sha256)
        added.duplicates.append(existing is not None)
        if existing is None:
            article = _article(page, sha256, stamp)
            existing = article.id
            added.changes.append(Change(None, article))
            added.contents.append(Content(sha256, "text", page.text.encode("utf-8")))
            added.contents.append(Content(article.snapshot_sha256, "snapshot", page.original))
        here[sha256] = existing
        added.article_ids.append(existing)
    return added


def _article(page: Imported, sha256: str, stamp: Stamp) -> Article:
    return Article(
        id=new_id(),
        text_sha256=sha256,
        blocks=page.blocks,
        title=page.title,
        site=page.site,
        url=page.url,
        published=page.published,
        authors=page.authors,
        language=page.language,
        source_path=page.source_path,
        media_type=page.media_type,
        encoding=page.encoding,
        snapshot_sha256=snapshot_hash(page.original),
        imported_at=stamp.at,
        length=len(page.text),
    )
