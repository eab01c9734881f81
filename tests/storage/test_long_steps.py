"""A step in the history: what is read is what was written, in portions where it has thousands of changes."""

import orjson
import pytest

from app.annotation import Annotation, ArticleStatus, Assessment, Status
from app.article import Article
from app.changes import Change, Entity
from app.errors import UserError
from app.replacing import replace
from app.speaker import Post, Speaker
from storage import SqliteProject
from storage.history_json import changes_from_json, changes_to_json
from tests.storage import samples


def _many(article: Article, count: int) -> tuple[Change, ...]:
    # What a note may hold that looks like the border of two portions or of two changes.
    note = 'first,\nsecond"},\n{"after": null},\r\n]['
    made: Annotation = samples.annotation(article, "Министр")
    return tuple(
        Change(None, replace(made, id=10_000 + number, note=f"{note} {number}")) for number in range(count)
    )


@pytest.mark.parametrize("count", [1, 999, 1_000, 1_001, 2_500])
def test_changes_come_back_whatever_their_number(article: Article, count: int) -> None:
    changes = _many(article, count)
    written = changes_to_json(changes)
    assert len(orjson.loads(written)) == count, "a JSON list like any other"
    assert changes_from_json(written) == changes


def test_a_list_written_in_one_piece_is_read(article: Article) -> None:
    changes = _many(article, 1_500)
    in_one_piece = orjson.dumps(orjson.loads(changes_to_json(changes)))
    assert b"\n" not in in_one_piece
    assert changes_from_json(in_one_piece) == changes


@pytest.mark.parametrize("damaged", [b"", b"[", b"]", b"{}", b"[1", b"[{},\n]", b'[{"kind":"annotation"]'])
def test_what_is_no_list_of_changes_is_refused(damaged: bytes) -> None:
    with pytest.raises((ValueError, KeyError)):
        changes_from_json(damaged)


def test_a_long_step_is_kept_and_taken_back_as_it_was(project: SqliteProject, article: Article) -> None:
    applied = project.apply(samples.step(*_many(article, 2_100)))
    kept = project.step(applied.number)
    assert kept == applied
    project.apply(samples.step(*kept.inverse_changes()))
    assert project.annotations(article.id) == []


def test_every_kind_of_thing_comes_back_as_it_was(article: Article) -> None:
    marked = samples.annotation(article, "Ёлки", attributes={"б": 1e16, "а": [None, True, 2.5], "": "“\n”"})
    things: list[Entity] = [
        article,
        marked,
        replace(marked, confidence=0.1 + 0.2),
        samples.relation(marked, marked),
        ArticleStatus(article.id, "Айгуль", Status.SKIPPED),
        samples.empty_passage(article, "Ёлки"),
        Assessment(article.id, "Айгуль", {"topic": "roads"}, flagged=True, note="\u2028"),
        Speaker(1, "Асель", "person", ("Асели",), (Post("мэр", "город", "2021-03"),)),
        samples.suggestion(article, "Ёлки", relations=({"type": "said_by", "to": 3},)),
        samples.SCHEME,
    ]
    changes = tuple(change for thing in things for change in (Change(None, thing), Change(thing, None)))
    read = changes_from_json(changes_to_json(changes))
    assert read == changes
    assert [type(change.entity) for change in read] == [type(change.entity) for change in changes]


@pytest.mark.parametrize("value", ["\ud800", {1: 2}, object(), 1j])
def test_what_json_does_not_hold_is_refused_with_a_sentence(article: Article, value: object) -> None:
    with pytest.raises(UserError, match="cannot be kept"):
        changes_to_json([Change(None, samples.annotation(article, "Ёлки", attributes={"value": value}))])
