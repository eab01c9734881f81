import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from app.annotation import Relation, Status
from app.dataset import Dataset, Record, Selection
from app.exporters import export
from app.project import Project
from tests.app.exporters.hard_project import ASEL, BORIS, SCHEME

SPAN = {"start", "end", "token_start", "token_end", "label"}


def read(path: Path) -> list[dict[str, Any]]:
    """Read as Prodigy's page on its interfaces says, refusing spans and relations that do not fit tokens."""
    tasks = [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]
    for task in tasks:
        text, tokens = task["text"], task["tokens"]
        for number, token in enumerate(tokens):
            assert token["id"] == number
            assert token["text"] == text[token["start"] : token["end"]]
            assert token["ws"] == text[token["end"] : token["end"] + 1].isspace()
            assert number == 0 or tokens[number - 1]["end"] <= token["start"]
        for span in task.get("spans", ()):
            assert span.keys() - {"id", "attributes", "note", "confidence"} == SPAN
            assert span["start"] == tokens[span["token_start"]]["start"]
            assert span["end"] == tokens[span["token_end"]]["end"]
        marked = [{name: span[name] for name in SPAN} for span in task.get("spans", ())]
        for relation in task.get("relations", ()):
            assert relation.keys() == {"head", "child", "head_span", "child_span", "label"}
            assert relation["head_span"] in marked
            assert relation["child_span"] in marked
            assert relation["head"] == relation["head_span"]["token_end"]
            assert relation["child"] == relation["child_span"]["token_end"]
    return tasks


@pytest.fixture
def tasks(everything: Dataset, tmp_path: Path) -> list[dict[str, Any]]:
    export(everything, "prodigy", tmp_path / "out.jsonl")
    return read(tmp_path / "out.jsonl")


def test_each_annotator_has_a_task_for_each_article(project: Project, tasks: list[dict[str, Any]]) -> None:
    told = [(task["meta"]["article"], task["_annotator_id"], task["answer"]) for task in tasks]
    assert told == [
        (101, ASEL, "accept"),
        (101, BORIS, "accept"),
        (102, ASEL, "accept"),
        (103, ASEL, "accept"),
    ]
    assert all(task["text"] == project.text(task["meta"]["article"]) for task in tasks)


def test_every_annotation_is_exact_or_said_to_be_missing(
    project: Project, everything: Dataset, tasks: list[dict[str, Any]], tmp_path: Path
) -> None:
    found: dict[int, list[dict[str, Any]]] = {}
    for task in tasks:
        for span in task["spans"]:
            found.setdefault(span["id"], []).append(span | {"annotator": task["_annotator_id"]})
    kept = {a.id: a for article_id in (101, 102, 103) for a in project.annotations(article_id)}
    # "трет" of "треть", a claim that ends with a line break, and "у входа\nМо" of "Мой".
    assert kept.keys() - found.keys() == {6, 7, 8}
    for annotation_id, spans in found.items():
        annotation = kept[annotation_id]
        assert [(s["start"], s["end"]) for s in spans] == [(f.start, f.end) for f in annotation.fragments]
        assert {(s["label"], s["annotator"]) for s in spans} == {(annotation.label, annotation.annotator)}
        assert spans[0].get("attributes", {}) == annotation.attributes
        assert spans[0].get("note", "") == annotation.note
        assert spans[0].get("confidence") == annotation.confidence
    relations = [
        (relation["label"], relation["head_span"]["start"], relation["child_span"]["start"])
        for task in tasks
        for relation in task["relations"]
    ]
    assert sorted(relations) == sorted(
        (r.type, kept[r.source].start, kept[r.target].start) for r in project.relations(101)
    )


def test_spacy_takes_the_tokens_and_the_spans(tasks: list[dict[str, Any]]) -> None:
    vocab = spacy.blank("xx").vocab
    for task in tasks:
        tokens = task["tokens"]
        doc = Doc(vocab, [token["text"] for token in tokens], [token["ws"] for token in tokens])
        for span in task["spans"]:
            words = [token.text for token in doc[span["token_start"] : span["token_end"] + 1]]
            assert "".join("".join(words).split()) == "".join(
                task["text"][span["start"] : span["end"]].split()
            )


def test_skipped_articles_are_ignored_and_untouched_ones_have_no_answer(
    everything: Dataset, tmp_path: Path
) -> None:
    def records(article_ids: Iterable[int]) -> Iterator[Record]:
        for record in everything.read(article_ids):
            bare = replace(record, suggestions=(), empty_passages=(), assessments={})
            if record.article.id == 101:
                yield replace(
                    bare,
                    relations=(Relation(1, 101, ASEL, "has_number", 42, 2),),
                    statuses={ASEL: Status.SKIPPED},
                )
            else:
                yield replace(bare, annotations=(), relations=(), statuses={ASEL: Status.TODO})

    report = export(Dataset(SCHEME, Selection(), (101, 102), records), "prodigy", tmp_path / "out").losses
    answers = [(task.get("_annotator_id"), task.get("answer")) for task in read(tmp_path / "out")]
    assert answers == [(ASEL, "ignore"), (BORIS, "accept"), (None, None)]
    counted = {loss.fate.kind: loss.count for loss in report.losses}
    assert counted["relations between annotations of different annotators"] == 1


def test_what_prodigy_does_not_hold_is_counted(everything: Dataset, tmp_path: Path) -> None:
    report = export(everything, "prodigy", tmp_path / "out").losses
    assert {loss.fate.kind: (loss.count, loss.fate.lost) for loss in report.losses} == {
        "annotations whose bounds meet no token boundary": (3, True),
        "discontinuous annotations": (1, False),
        "annotations with attributes, a note or a confidence": (8, False),
        "suggestions": (3, True),
        "passages read and empty": (2, True),
        "assessments of articles as a whole": (3, True),
    }
