import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from app.anchor import Fragment, Quote
from app.annotation import Annotation, Assessment, EmptyPassage, Relation, Status
from app.article import Article, Block, Role
from app.dataset import Dataset, Selection, select
from app.exporters import export
from app.project import Project
from app.suggestion import Decision, Suggestion
from tests.app.exporters.hard_project import ASEL, BORIS

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "docs" / "annotations.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def lines(path: Path) -> list[dict[str, Any]]:
    """Read with the standard library, not with what wrote it."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


def exported(dataset: Dataset, folder: Path, name: str = "jsonl") -> list[dict[str, Any]]:
    export(dataset, name, folder / "out.jsonl")
    return lines(folder / "out.jsonl")


@pytest.mark.parametrize("name", ["jsonl", "jsonl-utf16"])
@pytest.mark.parametrize("with_suggestions", [True, False])
def test_every_line_is_what_the_published_schema_says(
    project: Project, tmp_path: Path, name: str, with_suggestions: bool
) -> None:
    records = exported(select(project, Selection(with_suggestions=with_suggestions)), tmp_path, name)
    assert len(records) == 3
    for record in records:
        VALIDATOR.validate(record)
        assert ("suggestions" in record) is with_suggestions


def _without_quote(record: dict[str, Any]) -> None:
    del record["annotations"][0]["fragments"][0]["text"]


def _with_more(record: dict[str, Any]) -> None:
    record["annotations"][0]["article_id"] = 101


def _unknown_role(record: dict[str, Any]) -> None:
    record["article"]["blocks"][0]["role"] = "advert"


def _no_fragment(record: dict[str, Any]) -> None:
    record["annotations"][0]["fragments"] = []


def _undecided(record: dict[str, Any]) -> None:
    record["suggestions"][0]["decision"] = "maybe"


def _empty_passage_without_its_text(record: dict[str, Any]) -> None:
    del record["empty_passages"][0]["text"]


def _half_flagged(record: dict[str, Any]) -> None:
    record["assessments"][ASEL]["flagged"] = "yes"


def _from_and_to(record: dict[str, Any]) -> None:
    record["suggestions"][0]["relations"] = [{"type": "said_by", "from": 1, "to": 2}]


def _half_an_offset(record: dict[str, Any]) -> None:
    record["suggestions"][0]["start"] = 1.5


@pytest.mark.parametrize(
    "spoil",
    [
        _without_quote,
        _with_more,
        _unknown_role,
        _no_fragment,
        _undecided,
        _half_an_offset,
        _empty_passage_without_its_text,
        _half_flagged,
        _from_and_to,
    ],
)
def test_the_schema_refuses_other_records(
    everything: Dataset, tmp_path: Path, spoil: Callable[[dict[str, Any]], None]
) -> None:
    record = exported(everything, tmp_path)[0]
    spoilt = copy.deepcopy(record)
    spoil(spoilt)
    assert VALIDATOR.is_valid(record)
    assert not VALIDATOR.is_valid(spoilt)


def test_nothing_of_the_project_is_missing(project: Project, everything: Dataset, tmp_path: Path) -> None:
    records = exported(everything, tmp_path)
    assert [record["article"]["id"] for record in records] == [101, 102, 103]
    for record in records:
        article_id = record["article"]["id"]
        assert record["text"] == project.text(article_id)
        assert _article(record["article"]) == project.article(article_id)
        annotations = [_annotation(values, article_id) for values in record["annotations"]]
        assert _by_id(annotations) == _by_id(project.annotations(article_id))
        relations = [Relation(article_id=article_id, **values) for values in record["relations"]]
        assert _by_id(relations) == _by_id(project.relations(article_id))
        suggestions = [_suggestion(values, article_id) for values in record["suggestions"]]
        assert _by_id(suggestions) == _by_id(project.suggestions(article_id, only_open=False))
        passages = [_empty_passage(values, article_id) for values in record["empty_passages"]]
        assert passages == project.empty_passages(article_id)
        assessments = {
            name: Assessment(article_id, name, **values) for name, values in record["assessments"].items()
        }
        for annotator in (ASEL, BORIS):
            assert assessments.get(annotator) == project.assessment(article_id, annotator)
            kept = project.status(article_id, annotator)
            assert record["statuses"][annotator] == (kept.status if kept else Status.TODO)
    assert sum(len(record["annotations"]) for record in records) == 12
    assert sum(len(record["suggestions"]) for record in records) == 3
    assert [len(record["empty_passages"]) for record in records] == [2, 0, 0]
    assert [len(record["assessments"]) for record in records] == [2, 1, 0]


def test_offsets_are_code_points_and_utf16_units(everything: Dataset, tmp_path: Path) -> None:
    records = exported(everything, tmp_path, "jsonl-utf16")
    first = records[0]["annotations"][0]["fragments"][0]
    assert first["utf16_start"] > first["start"], "the text must have characters that tell the two apart"
    for record in records:
        text = record["text"]
        wide = text.encode("utf-16-le")
        places = [place for annotation in record["annotations"] for place in annotation["fragments"]]
        places += [
            block | {"text": text[block["start"] : block["end"]]} for block in record["article"]["blocks"]
        ]
        for place in [*places, *record["suggestions"], *record["empty_passages"]]:
            assert text[place["start"] : place["end"]] == place["text"]
            narrow = wide[2 * place["utf16_start"] : 2 * place["utf16_end"]].decode("utf-16-le")
            assert narrow == place["text"]


def _by_id(things: list[Any]) -> dict[int, Any]:
    found = {thing.id: thing for thing in things}
    assert len(found) == len(things)
    return found


def _article(values: dict[str, Any]) -> Article:
    blocks = tuple(Block(b["start"], b["end"], Role(b["role"]), b["reason"]) for b in values["blocks"])
    return Article(**values | {"blocks": blocks, "authors": tuple(values["authors"])})


def _fragment(values: dict[str, Any]) -> Fragment:
    quote = Quote(values["text"], values["prefix"], values["suffix"])
    return Fragment(values["start"], values["end"], quote)


def _annotation(values: dict[str, Any], article_id: int) -> Annotation:
    fragments = tuple(_fragment(fragment) for fragment in values["fragments"])
    return Annotation(article_id=article_id, **values | {"fragments": fragments})


def _empty_passage(values: dict[str, Any], article_id: int) -> EmptyPassage:
    made = (values["annotator"], _fragment(values), values["created_at"])
    return EmptyPassage(values["id"], article_id, *made)


def _suggestion(values: dict[str, Any], article_id: int) -> Suggestion:
    fragment = _fragment(values)
    rest = {
        name: value
        for name, value in values.items()
        if name not in {"start", "end", "text", "prefix", "suffix"}
    }
    rest |= {"relations": tuple(values["relations"]), "decision": Decision(values["decision"])}
    return Suggestion(article_id=article_id, fragment=fragment, **rest)
