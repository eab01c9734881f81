"""Articles: their rows, their texts, and the search index that follows them."""

from collections.abc import Sequence
from itertools import groupby

from app.article import Article
from app.changes import Change
from app.errors import Conflict, NotFound
from storage import contents, records, search
from storage.connection import Connection
from storage.rows import ARTICLES


def write(connection: Connection, changes: Sequence[Change]) -> None:
    """Write changes of articles. Conflict as `records.write`; ValueError: an article cannot be so."""
    for is_new, group in groupby(changes, key=lambda change: change.before is None):
        run = list(group)
        if is_new:
            _add(connection, run)
        else:
            for change in run:
                _write_over(connection, change)


def _add(connection: Connection, changes: Sequence[Change]) -> None:
    added = [change.after for change in changes if isinstance(change.after, Article)]
    for article in added:
        _validate(connection, article)
    records.write(connection, ARTICLES, changes)
    search.add(connection, [article.id for article in added])


def _write_over(connection: Connection, change: Change) -> None:
    before, after = change.before, change.after
    assert isinstance(before, Article)
    if isinstance(after, Article):
        if after.text_sha256 != before.text_sha256:
            raise ValueError("the text of an article never changes; a changed text is another article")
        _validate(connection, after)
    found_otherwise = not isinstance(after, Article) or after.title != before.title
    if found_otherwise:
        search.drop(connection, before.id)
    records.write(connection, ARTICLES, [change])
    if found_otherwise and after is not None:
        search.add(connection, [before.id])


def _validate(connection: Connection, article: Article) -> None:
    text = contents.text(connection, article.text_sha256)
    if text is None:
        raise ValueError(f"the text {article.text_sha256} of article {article.id} did not come with it")
    place = 0
    for block in article.blocks:
        if not place <= block.start < block.end <= len(text):
            raise ValueError(f"block {block.start}..{block.end} of article {article.id} is out of place")
        place = block.end


def article(connection: Connection, article_id: int) -> Article:
    """Return the article. NotFound: there is none."""
    row = connection.row(ARTICLES.select + ARTICLES.where_key, (article_id,))
    if row is None:
        raise not_found(connection, article_id)
    found: Article = ARTICLES.entity(row)
    return found


def text(connection: Connection, article_id: int) -> str:
    """Return the article's canonical text. NotFound: there is no such article."""
    row = connection.row(
        "SELECT body FROM articles JOIN texts ON sha256 = text_sha256 WHERE id = ?", (article_id,)
    )
    if row is None:
        raise not_found(connection, article_id)
    return str(row[0])


def marked_text(connection: Connection, article_id: int) -> str:
    """Return the text something is about to be marked in. Conflict: the article is gone."""
    try:
        return text(connection, article_id)
    except NotFound:
        raise Conflict("The article was removed meanwhile; nothing was written.") from None


def original(connection: Connection, article_id: int) -> bytes:
    """Return the bytes the article was imported from. NotFound: there are none."""
    row = connection.row("SELECT snapshot_sha256, title FROM articles WHERE id = ?", (article_id,))
    if row is None:
        raise not_found(connection, article_id)
    found = contents.snapshot(connection, row[0])
    if found is None:
        raise NotFound(f"{connection.path.name} does not hold the saved page of “{row[1]}”.")
    return found


def by_text(connection: Connection, text_sha256: str) -> int | None:
    """Return the id of the first article with this text, or None."""
    row = connection.row(
        "SELECT id FROM articles WHERE text_sha256 = ? ORDER BY imported_at, id LIMIT 1", (text_sha256,)
    )
    return None if row is None else int(row[0])


def by_snapshot(connection: Connection) -> dict[str, int]:
    """Return article ids by the hash of their saved bytes; of several with the same bytes the newest."""
    return dict(connection.rows("SELECT snapshot_sha256, id FROM articles ORDER BY imported_at, id"))


def by_url(connection: Connection, url: str) -> int | None:
    """Return the id of the newest article with this address, or None."""
    row = connection.row(
        "SELECT id FROM articles WHERE url = ? AND url <> '' ORDER BY imported_at DESC, id DESC LIMIT 1",
        (url,),
    )
    return None if row is None else int(row[0])


def newest_of_site(connection: Connection, site: str, most: int) -> list[int]:
    """Return the ids of at most so many articles of the site, newest first."""
    return [
        row[0]
        for row in connection.rows(
            "SELECT id FROM articles WHERE site = ? ORDER BY imported_at DESC, id DESC LIMIT ?", (site, most)
        )
    ]


def not_found(connection: Connection, article_id: int) -> NotFound:
    """The error for an article that is not there."""
    return NotFound(f"{connection.path.name} has no article {article_id}.")
