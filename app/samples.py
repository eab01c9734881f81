"""The sample project: the bundled pages imported, suggested on and annotated, as a user would have done."""

import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.anchor import Span
from app.annotation import Annotation, Status
from app.commands import add_articles, annotate, relate, set_status
from app.errors import UserError
from app.importers import import_paths
from app.session import Session
from app.suggesters import suggest
from app.suggesters.store import store_suggestions


def add_samples(session: Session, pages: Mapping[str, bytes], annotations: str) -> None:
    """Import `pages` (bytes by file name), compute suggestions, and mark what `annotations` (TOML) says.

    The TOML has an array of marks a page; each is found by its exact `quote` (the `occurrence`th, from 1),
    `approximator` is a word near it, and `relations` go to other marks of the page by `name`.
    """
    articles = _import(session, pages)
    for article_id in articles.values():
        text = session.project.text(article_id)
        store_suggestions(
            session, article_id, text, suggest(text, session.project.article(article_id).language)
        )
    for file_name, marks in tomllib.loads(annotations).items():
        _annotate(session, articles[file_name], marks)


def _import(session: Session, pages: Mapping[str, bytes]) -> dict[str, int]:
    """Import the pages from files, by the one way in; return the article ids by file name."""
    articles: dict[str, int] = {}
    with tempfile.TemporaryDirectory(prefix="pressmark-samples-") as name:
        paths = [Path(name) / file_name for file_name in pages]
        for path, data in zip(paths, pages.values(), strict=True):
            path.write_bytes(data)
        for outcome in import_paths(paths):
            if outcome.error is not None:
                raise UserError(outcome.error)
            # Where it lay a moment ago says nothing: the file is gone, and its name is the bundled page's.
            imported = [replace(page, source_path=outcome.path.name) for page in outcome.imported]
            added = add_articles(session.project, imported, session.stamp())
            session.do("add_articles", added.changes, added.contents)
            articles[outcome.path.name] = added.article_ids[0]
    return articles


def _annotate(session: Session, article_id: int, marks: Iterable[Mapping[str, Any]]) -> None:
    text = session.project.text(article_id)
    ids: dict[str, int] = {}
    relations: list[tuple[str, str, str]] = []
    for mark in marks:
        span = _find(text, mark["quote"], mark.get("occurrence", 1))
        attributes = dict(mark.get("attributes", {}))
        if "approximator" in mark:
            attributes["approximator"] = _nearest(text, span, mark["approximator"])
        changes = annotate(session.project, article_id, [span], mark["label"], session.stamp(), attributes)
        session.do("annotate", changes)
        for change in changes:
            if isinstance(change.after, Annotation):
                ids[mark["name"]] = change.after.id
        relations += [
            (mark["name"], relation["type"], relation["to"]) for relation in mark.get("relations", ())
        ]
    for source, kind, target in relations:
        changes = relate(session.project, kind, ids[source], ids[target], session.stamp())
        session.do("relate", changes)
    session.do("set_status", set_status(session.project, article_id, session.annotator, Status.DONE))


def _find(text: str, quote: str, occurrence: int) -> Span:
    """The place of the `occurrence`th `quote`; UserError where the text has fewer."""
    start = -1
    for _ in range(occurrence):
        start = text.find(quote, start + 1)
        if start < 0:
            raise UserError(f"The bundled annotations quote “{quote}”, which the sample does not have.")
    return Span(start, start + len(quote))


def _nearest(text: str, number: Span, words: str) -> dict[str, int | str]:
    """The place of `words` nearest to the number, as a span attribute; UserError where there is none."""
    places = [start for start in range(len(text)) if text.startswith(words, start)]
    if not places:
        raise UserError(f"The bundled annotations name “{words}”, which the sample does not have.")
    start = min(places, key=lambda place: abs(place - number.start))
    return {"start": start, "end": start + len(words), "text": words}
