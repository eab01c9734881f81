"""Bring imported pages into the project: new articles, duplicates, and revisions of what is there."""

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.article import Article, Block, Role, snapshot_hash, text_hash
from app.changes import Change, Content, Stamp
from app.commands.furniture import Neighbour, neighbours, without_repeated
from app.commands.revise import Carried, revise
from app.ids import new_id
from app.project import Project

if TYPE_CHECKING:  # the importers bring worker processes along, which no other command needs
    from app.importers.imported import Imported


Fate = Literal["added", "duplicate", "revision"]

# Words (of the article, without page furniture) that two texts of one address must share, of all their
# words, to be revisions of one article. Some sites declare their front page as every article's address;
# two articles of one site share about a tenth.
_LEAST_SHARED = 0.4


@dataclass(frozen=True, slots=True)
class AddedPage:
    """What became of one imported page."""

    article_id: int
    """The article it became, or the one that has its text already."""
    fate: Fate
    carried: Carried | None = None
    """Of a revision: what became of the annotations of the earlier text."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the imported pages."""

    changes: list[Change]
    contents: list[Content]
    """Texts and saved bytes the changes refer to by hash; for `Session.do`."""
    pages: list[AddedPage]
    """In the order given."""

    @property
    def article_ids(self) -> list[int]:
        """For each page the article it became, or the one that has its text already."""
        return [page.article_id for page in self.pages]


def add_articles(project: Project, pages: Sequence["Imported"], stamp: Stamp) -> Added:
    """Return the changes that add every page whose canonical text is new.

    A page with the address of an article that is there, and a changed text, is a new revision of it:
    what was annotated is carried over (see `revise`), and the earlier text stays as it is. Passages that
    repeat in the site's other articles become page furniture (see `furniture`).
    """
    added = Added([], [], [])
    by_text: dict[str, int] = {}
    by_url: dict[str, tuple[Article, str]] = {}
    by_site: dict[str, deque[Neighbour]] = {}
    for page in pages:
        sha256 = text_hash(page.text)
        existing = by_text.get(sha256) or project.article_by_text(sha256)
        if existing is not None:
            added.pages.append(AddedPage(existing, "duplicate"))
            continue
        annotated = _revised(_earlier(project, page.url), page)
        earlier = _revised(by_url.get(page.url), page) or annotated
        if page.site not in by_site:
            by_site[page.site] = neighbours(project, page.site)
        page = without_repeated(page, by_site[page.site])
        article = _article(page, sha256, stamp, earlier[0].id if earlier else None)
        added.changes.append(Change(None, article))
        added.contents.append(Content(sha256, "text", page.text.encode("utf-8")))
        added.contents.append(Content(article.snapshot_sha256, "snapshot", page.original))
        if earlier is None:
            added.pages.append(AddedPage(article.id, "added"))
        else:
            # Of several revisions in one import each gets what was annotated: the last one is listed.
            origin = annotated[0].id if annotated else None
            carried = revise(project, origin, article.id, page.text) if origin else Carried([])
            added.changes.extend(carried.changes)
            added.pages.append(AddedPage(article.id, "revision", carried))
        by_text[sha256] = article.id
        by_site[page.site].appendleft((page.text, page.blocks))
        if page.url:
            by_url[page.url] = article, page.text
    return added


def _earlier(project: Project, url: str) -> tuple[Article, str] | None:
    """The newest article of this address, and its text."""
    article_id = project.article_by_url(url) if url else None
    return None if article_id is None else (project.article(article_id), project.text(article_id))


def _revised(earlier: tuple[Article, str] | None, page: "Imported") -> tuple[Article, str] | None:
    """The earlier article if the page is a revision of it; None for another story, or where there is none."""
    if earlier is None:
        return None
    article, text = earlier
    old, new = _words(text, article.blocks), _words(page.text, page.blocks)
    return earlier if len(old & new) >= _LEAST_SHARED * len(old | new) else None


def _words(text: str, blocks: Sequence[Block]) -> set[str]:
    """The distinct words of the article, without its page furniture."""
    kept = (text[block.start : block.end] for block in blocks if block.role is not Role.BOILERPLATE)
    return {word for part in kept for word in re.findall(r"\w+", part.casefold())}


def _article(page: "Imported", sha256: str, stamp: Stamp, revision_of: int | None) -> Article:
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
        revision_of=revision_of,
    )
