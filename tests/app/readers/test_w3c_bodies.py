"""What web annotations say of a place: labels, values, relations, who says so."""

from pathlib import Path

import pytest

from tests.app.readers.comparing import quotes, spans
from tests.app.readers.web_annotations import (
    URL,
    Node,
    annotation,
    on_text,
    only,
    place,
    position,
    quote,
    read,
    tag,
)


@pytest.mark.parametrize(
    ("bodies", "more", "labels", "note"),
    [
        ([tag("claim", "classifying")], {}, ["claim"], ""),
        ([tag("oa:x", "oa:tagging")], {}, ["oa:x"], ""),
        ([tag("claim"), tag("doubtful"), tag("claim")], {}, ["claim", "doubtful"], ""),
        ([tag("claim"), tag("why?", "commenting")], {}, ["claim"], "why?"),
        ([{"type": "TextualBody", "value": "claim"}], {"motivation": "tagging"}, ["claim"], ""),
        ([{"type": "TextualBody", "value": "claim"}], {}, ["claim"], ""),
        ([{"type": "TextualBody", "value": "two words"}], {}, ["annotation"], "two words"),
        ([{"type": "TextualBody", "value": "first"}], {"motivation": "commenting"}, ["commenting"], "first"),
        ([], {"motivation": "highlighting"}, ["highlighting"], ""),
        ([], {"bodyValue": "claim", "motivation": ["tagging"]}, ["claim"], ""),
        (["https://terms.example/v1#claim"], {"motivation": "classifying"}, ["claim"], ""),
        (
            [
                {
                    "type": "SpecificResource",
                    "purpose": "classifying",
                    "source": "https://terms.example/claim/",
                }
            ],
            {},
            ["claim"],
            "",
        ),
        ([{"type": "Choice", "items": [tag("claim"), tag("a note", "describing")]}], {}, ["claim"], "a note"),
    ],
)
def test_labels_and_notes(
    tmp_path: Path, bodies: list[object], more: Node, labels: list[str], note: str
) -> None:
    (article,) = read(tmp_path, [annotation("a", on_text(position("Әкім")), *bodies, **more)])
    assert [mark.label for mark in article.marks] == labels
    assert {mark.note for mark in article.marks} == {note}
    assert len({mark.id for mark in article.marks}) == len(labels)
    assert article.left == {}


@pytest.mark.parametrize(
    ("creator", "name"),
    [
        ("acct:aliya@news.example", "acct:aliya@news.example"),
        ({"type": "Person", "name": "Әлия", "id": "https://people.example/1"}, "Әлия"),
        ([{"type": "Person", "nickname": "al"}, {"name": "second"}], "al"),
        ({"id": "https://people.example/1"}, "https://people.example/1"),
        (None, ""),
    ],
)
def test_creators(tmp_path: Path, creator: object, name: str) -> None:
    more = {
        "creator": creator,
        "created": "2024-05-06T07:08:09Z",
        "generator": {"type": "Software", "name": "E"},
    }
    mark = only(tmp_path, annotation("a", on_text(position("Әкім")), tag("x"), **more))
    assert (mark.annotator, mark.created_at, mark.origin, mark.proposal) == (
        name,
        "2024-05-06T07:08:09Z",
        "",
        None,
    )


def test_what_a_program_made_is_a_proposal(tmp_path: Path) -> None:
    mark = only(
        tmp_path,
        annotation("a", on_text(position("Әкім")), tag("x"), creator={"type": "Software", "name": "ner 2"}),
    )
    assert mark.proposal is not None
    assert (mark.proposal.suggester, mark.proposal.score, mark.annotator) == ("ner 2", None, "")


def test_relations_by_body_and_between_two_targets(tmp_path: Path) -> None:
    ends = [
        annotation("#1", on_text(position("Әкім")), tag("x")),
        annotation("#2", on_text(position("үй")), tag("x")),
    ]
    by_body = annotation(
        "#3",
        "#1",
        tag("gave", "classifying"),
        {"type": "SpecificResource", "purpose": "linking", "source": "#2"},
        motivation="linking",
        creator="aliya",
    )
    between = annotation("#4", [{"id": "#2"}, {"id": "#1"}], tag("given by"), motivation="linking")
    plain = annotation("#5", "#1", "#2", motivation="linking")
    astray = annotation("#6", "#1", "#9", motivation="linking")
    (article,) = read(tmp_path, [*ends, by_body, between, plain, astray])
    assert [(link.type, link.source, link.target, link.annotator) for link in article.links] == [
        ("gave", "#1", "#2", "aliya"),
        ("given by", "#2", "#1", ""),
        ("linking", "#1", "#2", ""),
    ]
    assert article.left == {"relations to what is no annotation of the same text": 1}
    assert [mark.id for mark in article.marks] == ["#1", "#2"]


def test_values_and_what_is_said_of_the_whole_text(tmp_path: Path) -> None:
    valued = annotation(
        "a",
        on_text(position("Әкім")),
        tag("x"),
        {"type": "TextualBody", "purpose": "describing", "label": "kind", "value": "person"},
        {"type": "SpecificResource", "purpose": "identifying", "source": "https://wikidata.example/Q1"},
        {"type": "Image", "purpose": "commenting", "id": "https://pictures.example/1.png"},
    )
    of_all = annotation("b", "note.txt", tag("a page note", "commenting"), tag("topic"), creator="al")
    (article,) = read(tmp_path, [valued, of_all])
    (mark,) = article.marks
    assert mark.attributes == {"kind": "person", "identifying": "https://wikidata.example/Q1"}
    assert article.said["al"].note == "a page note"
    assert article.left == {"bodies that are no text (commenting)": 1, "labels of whole texts": 1}


def test_texts_that_are_addresses(tmp_path: Path) -> None:
    other = {"source": "https://gazet.example/2", "selector": quote("үй")}
    first, second = read(
        tmp_path,
        [
            annotation("a", {"source": URL, "selector": [position("Әкім"), quote("Әкім")]}, tag("x")),
            annotation("b", other, tag("x")),
            annotation("c", {"source": URL, "selector": quote("үй")}, tag("x")),
        ],
        text=None,
    )
    assert (first.where, first.text, first.about) == (f"note.json: {URL}", None, {"url": URL})
    assert [mark.id for mark in first.marks] == ["a", "c"]
    assert [spans(mark) for mark in first.marks] == [[place("Әкім")], []]
    assert (second.about, [quotes(mark) for mark in second.marks]) == ({"url": other["source"]}, [["үй"]])


def test_an_answer_of_hypothesis(tmp_path: Path) -> None:
    row = {
        "id": "uKcl1k4vEe",
        "created": "2024-05-06T07:08:09.000000+00:00",
        "user": "acct:aliya@hypothes.is",
        "uri": URL,
        "text": "Кім айтты?",
        "tags": ["claim"],
        "document": {"title": ["Жаңа үй"]},
        "target": [
            {
                "source": URL,
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 1, "endOffset": 5},
                    position("Әкім"),
                    quote("Әкім"),
                ],
            }
        ],
    }
    page_note = {**row, "id": "x", "tags": [], "target": [{"source": URL}]}
    (article,) = read(tmp_path, {"total": 2, "rows": [row, page_note]}, text=None)
    (mark,) = article.marks
    assert (mark.label, mark.note, mark.annotator, quotes(mark)) == ("claim", "Кім айтты?", "aliya", ["Әкім"])
    assert article.said["aliya"].note == "Кім айтты?"


def test_no_file_outside_the_folder_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Әкім", encoding="utf-8")
    (tmp_path / "in").mkdir()
    for source in (
        "../secret.txt",
        str(tmp_path / "secret.txt"),
        (tmp_path / "secret.txt").as_uri(),
        "..%2Fsecret.txt",
    ):
        (article,) = read(
            tmp_path / "in", [annotation("a", {"source": source, "selector": quote("Әкім")}, tag("x"))]
        )
        assert article.text is None
