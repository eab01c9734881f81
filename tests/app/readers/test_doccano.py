"""doccano's own exports, in its two shapes, and what others add to them."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.errors import UserError
from app.readers.doccano import READER
from app.readers.loaded import LoadedArticle

TEXT = "🙂 Мэр Ибраев: 37 үй зардап шекті."


def read(folder: Path, *lines: dict[str, Any]) -> list[LoadedArticle]:
    path = folder / "admin.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return list(READER.read(path))


def told(article: LoadedArticle) -> list[tuple[str, int, int]]:
    return [
        (mark.label, span.start, span.end)
        for mark in article.marks
        for span in [mark.pieces[0].span]
        if span is not None
    ]


@pytest.mark.parametrize("key", ["label", "labels"])
def test_triples(tmp_path: Path, key: str) -> None:
    (article,) = read(tmp_path, {"id": 7, "text": TEXT, key: [[2, 5, "claim"], [6, 12, "PER"], [6, 12, "x"]]})
    assert told(article) == [("claim", 2, 5), ("PER", 6, 12), ("x", 6, 12)]
    assert len({mark.id for mark in article.marks}) == 3
    assert (article.where, article.article_id, article.text) == ("line 1", None, TEXT)
    assert all(mark.proposal is None for mark in article.marks)


def test_entities_and_relations(tmp_path: Path) -> None:
    entities = [
        {"id": 3, "label": "claim", "start_offset": 2, "end_offset": 5},
        {"id": 4, "label": "PER", "start_offset": 6, "end_offset": 12},
    ]
    relations = [{"id": 1, "from_id": 3, "to_id": 4, "type": "said_by"}]
    line = {"id": 7, "text": TEXT, "entities": entities, "relations": relations, "Comments": ["?"], "mood": 5}
    (article,) = read(tmp_path, line)
    assert told(article) == [("claim", 2, 5), ("PER", 6, 12)]
    assert [(link.type, link.source, link.target) for link in article.links] == [("said_by", "3", "4")]


def test_what_marks_nothing_is_counted(tmp_path: Path) -> None:
    labels = [[5, 5, "claim"], [6, 2, "claim"], [-1, 2, "claim"], "positive", [1, "x"], [0, 3, "claim"]]
    entity = {"id": 3, "label": "claim", "start_offset": 5, "end_offset": 5}
    (article,) = read(tmp_path, {"text": TEXT, "label": labels, "entities": [entity], "cats": ["positive"]})
    assert told(article) == [("claim", 0, 3)]
    assert article.left == {"annotations of no character": 4, "labels of whole articles": 3}


def test_metadata_may_be_anything(tmp_path: Path) -> None:
    line = {"text": TEXT, "title": 5, "url": "https://news.example/1", "site": None, "text_sha256": []}
    (article,) = read(tmp_path, line)
    assert article.about == {"url": "https://news.example/1"}
    assert article.text_sha256 == ""


@pytest.mark.parametrize(
    "line", [{"label": []}, {"text": 5}, {"text": "x", "entities": [{"id": 1}]}, [], "text"]
)
def test_a_line_that_is_none_is_named(tmp_path: Path, line: Any) -> None:
    with pytest.raises(UserError, match="line 2 cannot be read"):
        read(tmp_path, {"text": "x"}, line)
