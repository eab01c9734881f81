"""What a reader gave of our own export, against the project that was exported."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from app.annotation import Annotation
from app.errors import UserError
from app.project import Project
from app.readers.loaded import LoadedArticle, Mark, Piece
from app.readers.reader import Reader
from app.suggestion import Decision, Suggestion

ALL = ("label", "spans", "attributes", "annotator", "confidence", "note", "origin", "created_at", "native_id")


def comes_back(
    reader: Reader, path: Path, project: Project, *, lacks: Collection[str] = (), breaks: bool = True
) -> dict[int, LoadedArticle]:
    """Read `path` and compare texts, marks and links with all articles; return what was read by article id.

    `lacks` names what the format does not hold of an annotation; `breaks` says whether it holds line breaks
    at its end.
    """
    read = {article.article_id: article for article in reader.read(path)}
    assert sorted(map(str, read)) == ["101", "102", "103"]
    for article_id, article in read.items():
        assert article_id is not None
        assert article.text == project.text(article_id)
        assert article.left == {}
        _proves_itself(article)
        told = [_told(mark, lacks) for mark in article.marks if mark.proposal is None]
        annotations = {a.id: a if breaks else _trimmed(a) for a in project.annotations(article_id)}
        kept = [_kept(annotation, lacks) for annotation in annotations.values()]
        assert _sorted(told) == _sorted(kept)
        by_id = {mark.id: mark for mark in article.marks}
        assert len(by_id) == len(article.marks)
        links = {
            (link.type, _place(by_id[link.source]), _place(by_id[link.target]))
            for link in article.links
            if by_id[link.source].proposal is None and by_id[link.target].proposal is None
        }
        assert links == {
            (relation.type, _stands(annotations[relation.source]), _stands(annotations[relation.target]))
            for relation in project.relations(article_id)
        }
    return {article_id: article for article_id, article in read.items() if article_id is not None}


def suggestions_come_back(
    article: LoadedArticle, suggestions: Iterable[Suggestion], *, decided: bool
) -> None:
    """Compare suggestions; `decided` says whether the format holds those that were decided."""
    told = [
        (m.label, m.pieces[0].span, m.attributes, m.proposal.score, m.proposal.suggester, m.proposal.rule)
        for m in article.marks
        if m.proposal is not None
    ]
    kept = [
        (s.label, s.fragment.span, s.attributes, s.score, s.suggester, s.rule)
        for s in suggestions
        if decided or s.decision is Decision.OPEN
    ]
    assert sorted(told, key=repr) == sorted(kept, key=repr)


def trouble_of(reader: Reader, path: Path) -> str:
    """The one sentence that reading ends with."""
    with pytest.raises(UserError) as caught:
        list(reader.read(path))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def quotes(mark: Mark) -> list[str | None]:
    return [piece.exact for piece in mark.pieces]


def spans(mark: Mark) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in (piece.span for piece in mark.pieces) if span]


def _proves_itself(article: LoadedArticle) -> None:
    """Every quote stands at its offsets."""
    text = article.text
    assert text is not None
    for mark in article.marks:
        for piece in mark.pieces:
            assert _stands_there(piece, text)
        for value in mark.attributes.values():
            if isinstance(value, dict):
                assert text[value["start"] : value["end"]] == value["text"]


def _stands_there(piece: Piece, text: str) -> bool:
    span = piece.span
    return span is not None and text[span.start : span.end] == piece.exact


def _told(mark: Mark, lacks: Collection[str]) -> dict[str, Any]:
    values = {name: getattr(mark, name) for name in ALL if name not in {*lacks, "spans"}}
    return values | {"spans": spans(mark)}


def _kept(annotation: Annotation, lacks: Collection[str]) -> dict[str, Any]:
    values = {
        name: getattr(annotation, "id" if name == "native_id" else name)
        for name in ALL
        if name not in {*lacks, "spans"}
    }
    return values | {"spans": [(span.start, span.end) for span in annotation.spans]}


def _trimmed(annotation: Annotation) -> Annotation:
    """The annotation without line breaks at its end."""
    *others, last = annotation.fragments
    text = last.quote.exact.rstrip("\n")
    last = replace(last, end=last.start + len(text), quote=replace(last.quote, exact=text))
    return replace(annotation, fragments=(*others, last))


def _sorted(things: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(things, key=lambda thing: (thing["spans"], thing["label"]))


def _place(mark: Mark) -> tuple[str, tuple[tuple[int, int], ...]]:
    return mark.label, tuple(spans(mark))


def _stands(annotation: Annotation) -> tuple[str, tuple[tuple[int, int], ...]]:
    return annotation.label, tuple((span.start, span.end) for span in annotation.spans)
