"""The line under the headline: source, date, authors, language and address of an article."""

from typing import Literal

from PySide6.QtCore import QDate, QLocale, Qt

from app.article import Article
from widgets.texts import tr

Fact = tuple[str, Literal["soft", "accent"]]
"""A text and the colour it is told in."""


def facts(article: Article) -> list[Fact]:
    """What is known about the article, in the order it is told."""
    day = QDate.fromString((article.published or "")[:10], Qt.DateFormat.ISODate)
    date = QLocale().toString(day, "d MMM yyyy") if day.isValid() else article.published
    texts = [
        article.site,
        date or tr("date unknown"),
        ", ".join(article.authors),
        _language(article.language),
    ]
    told: list[Fact] = [(text, "soft") for text in texts if text]
    if article.url:
        told.append((article.url.partition("://")[2] or article.url, "accent"))
    return told


def _language(code: str) -> str:
    return {"ru": tr("Russian"), "kk": tr("Kazakh"), "en": tr("English")}.get(code, code)
