"""Correct what is known about an article: title, source, address, date, authors, language."""

import re
from dataclasses import dataclass, fields
from datetime import date, datetime

from app.article import Article
from app.changes import Change
from app.errors import UserError
from app.project import Project
from app.replacing import replace

_LANGUAGE = re.compile(r"[a-z]{2}")
_ADDRESS = re.compile(r"https?://\S+")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Description:
    """What can be corrected; the text is what was published and stays."""

    title: str
    site: str
    url: str
    published: str
    """ISO 8601 date (`2023`, `2023-07`, `2023-07-04`) or date-time; empty: unknown."""
    authors: tuple[str, ...]
    language: str
    """ISO 639-1 code, or empty: unknown."""


def description(article: Article) -> Description:
    """What is known about the article."""
    return Description(
        article.title,
        article.site,
        article.url,
        article.published or "",
        article.authors,
        article.language,
    )


def describe_article(project: Project, article_id: int, described: Description) -> list[Change]:
    """Return the change to this description; none if it is that already.

    UserError: a part that was changed cannot be so (`description_problems`).
    """
    before = project.article(article_id)
    was = description(before)
    changed = {f.name for f in fields(Description) if getattr(was, f.name) != getattr(described, f.name)}
    found = description_problems(described)
    for name in sorted(changed & found.keys()):
        raise UserError(found[name])
    if not changed:
        return []
    after = replace(
        before,
        title=described.title,
        site=described.site,
        url=described.url,
        published=described.published or None,
        authors=described.authors,
        language=described.language,
    )
    return [Change(before, after)]


def description_problems(described: Description) -> dict[str, str]:
    """Return what is wrong: a sentence by the part's name; empty if nothing is."""
    found: dict[str, str] = {}
    if not described.title.strip():
        found["title"] = "An article needs a title: the list shows it by that."
    if described.url and not _ADDRESS.fullmatch(described.url):
        found["url"] = f"An address begins with http:// or https://, not “{described.url}”."
    if described.published and not _is_moment(described.published):
        found["published"] = f"A date is written as 2023-07-04, 2023-07 or 2023, not “{described.published}”."
    if described.language and not _LANGUAGE.fullmatch(described.language):
        found["language"] = f"A language is a code of two letters such as ru, not “{described.language}”."
    if any(not author.strip() for author in described.authors):
        found["authors"] = "An author has a name."
    return found


def _is_moment(text: str) -> bool:
    """Tell whether it is a day, month or year of the calendar, or a date-time."""
    match = _DAY.fullmatch(text)
    try:
        if match is None:
            return "T" in text and bool(datetime.fromisoformat(text))
        return bool(date(int(match[1]), int(match[2] or 1), int(match[3] or 1)))
    except ValueError:
        return False
