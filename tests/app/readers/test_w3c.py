import json
from pathlib import Path

import pytest

from app.dataset import Dataset
from app.exporters import export
from app.project import Project
from app.readers.loaded import Piece
from app.readers.w3c import READER
from tests.app.exporters.hard_project import ASEL, BORIS
from tests.app.readers.comparing import comes_back, spans, suggestions_come_back, trouble_of
from tests.app.readers.web_annotations import (
    TEXT,
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

# --------------------------------------------------------------------------------------- our own export


def test_our_export_comes_back(project: Project, everything: Dataset, tmp_path: Path) -> None:
    export(everything, "w3c", tmp_path / "out")
    found = comes_back(READER, tmp_path / "out", project)
    suggestions_come_back(found[101], project.suggestions(101, only_open=False), decided=True)
    decisions = {m.native_id: m.proposal.decision for m in found[101].marks if m.proposal}
    assert decisions == {s.id: s.decision for s in project.suggestions(101, only_open=False)}
    for article_id, article in found.items():
        kept = project.article(article_id)
        assert article.text_sha256 == kept.text_sha256
        told = [(block.start, block.end, block.role) for block in article.blocks]
        assert told == [(block.start, block.end, block.role) for block in kept.blocks]
        for name in ("title", "site", "language"):
            assert article.about[name] == getattr(kept, name)
        assert article.about.get("url", "") == kept.url
        assert article.about.get("authors", ()) == kept.authors
        assert article.about.get("published") == kept.published


def test_our_passages_assessments_and_relations_come_back(
    project: Project, everything: Dataset, tmp_path: Path
) -> None:
    export(everything, "w3c", tmp_path / "out")
    article = next(article for article in READER.read(tmp_path / "out") if article.article_id == 101)
    told = {(n.native_id, n.annotator, n.created_at, n.piece.span) for n in article.nothing}
    assert told == {(p.id, p.annotator, p.created_at, p.fragment.span) for p in project.empty_passages(101)}
    for annotator in (ASEL, BORIS):
        said, kept = article.said[annotator], project.assessment(101, annotator)
        assert kept is not None
        assert (said.attributes, said.flagged, said.note) == (kept.attributes, kept.flagged, kept.note)
    relations = {
        (link.native_id, link.annotator, link.created_at) for link in article.links if link.native_id
    }
    assert relations == {(r.id, r.annotator, r.created_at) for r in project.relations(101)}
    (proposed,) = [link for link in article.links if link.native_id is None]
    assert (proposed.type, proposed.annotator) == ("said_by", "")


# ------------------------------------------------------------------------------------- the model's shapes

ONE = annotation("a1", on_text(position("Әкім"), quote("Әкім")), tag("speaker"))
TWO = annotation("a2", on_text(quote("үй")), tag("house"))


@pytest.mark.parametrize(
    "value",
    [
        [ONE, TWO],
        {"type": "AnnotationPage", "items": [ONE, TWO]},
        {
            "type": "AnnotationCollection",
            "total": 2,
            "first": {"type": "AnnotationPage", "items": [ONE, TWO]},
        },
        {
            "type": ["BasicContainer", "AnnotationCollection"],
            "first": {"items": [ONE], "next": {"type": "AnnotationPage", "items": [TWO]}},
        },
        {"@context": "http://www.w3.org/ns/anno.jsonld", "@graph": [ONE, TWO]},
    ],
    ids=["list", "page", "collection", "two pages", "graph"],
)
def test_every_way_to_hold_several(tmp_path: Path, value: object) -> None:
    (article,) = read(tmp_path, value)
    assert (article.where, article.text, article.article_id) == ("note.json", TEXT, None)
    assert [(mark.id, mark.label) for mark in article.marks] == [("a1", "speaker"), ("a2", "house")]


def test_pages_that_are_elsewhere_are_counted(tmp_path: Path) -> None:
    page = {"type": "AnnotationPage", "items": [ONE], "next": "https://x.example/page2"}
    for value in (page, {"type": "AnnotationCollection", "first": page}):
        (article,) = read(tmp_path, value)
        assert article.left == {"further pages of annotations, which are not in the file": 1}


def test_lines_and_a_single_annotation(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_bytes(TEXT.encode())
    (tmp_path / "two.jsonl").write_text(f"{json.dumps(ONE)}\n\n{json.dumps(TWO)}\n", encoding="utf-8")
    (tmp_path / "one.jsonld").write_text(json.dumps(ONE), encoding="utf-8")
    found = {article.where: [mark.id for mark in article.marks] for article in READER.read(tmp_path)}
    assert found == {"one.jsonld": ["a1"], "two.jsonl": ["a1", "a2"]}


def test_positions_quotes_and_both(tmp_path: Path) -> None:
    start, end = place("Әкім")
    (article,) = read(
        tmp_path,
        [
            annotation("both", on_text(position("Әкім"), quote("Әкім")), tag("x")),
            annotation("position", on_text(position("Әкім")), tag("x")),
            annotation("quote", on_text(quote("Әкім")), tag("x")),
            annotation("fragment", f"note.txt#char={start},{end}", tag("x")),
            annotation(
                "selector", on_text({"type": "FragmentSelector", "value": f"char={start},{end}"}), tag("x")
            ),
        ],
    )
    told = quote("Әкім")
    around = (told["prefix"], told["suffix"])
    both, by_position, by_quote, fragment, selector = (mark.pieces[0] for mark in article.marks)
    assert by_position.span == fragment.span == selector.span == both.span
    assert (both.exact, both.prefix, both.suffix) == ("Әкім", *around)
    assert by_position.exact is None
    assert by_quote == Piece(None, "Әкім", *around)
    assert both.span is not None
    assert (both.span.start, both.span.end) == (start, end)


def test_refined_and_range_selectors(tmp_path: Path) -> None:
    start, _ = place("Әкім")
    line = position("Әкім үй берді.")
    inner = {"type": "TextPositionSelector", "start": 5, "end": 7}
    of_quote = {**quote("Әкім үй берді."), "refinedBy": inner}
    until = {"type": "TextPositionSelector", "start": start + 7, "end": start + 99}
    xpath = {"type": "XPathSelector", "value": "/p[2]"}
    (article,) = read(
        tmp_path,
        [
            annotation("position", on_text({**line, "refinedBy": inner}), tag("x")),
            annotation("quote", on_text(of_quote), tag("x")),
            annotation("xpath", on_text({**xpath, "refinedBy": quote("үй")}), tag("x")),
            annotation(
                "range",
                on_text({"type": "RangeSelector", "startSelector": line, "endSelector": until}),
                tag("x"),
            ),
            annotation("lost", on_text({**xpath, "refinedBy": inner}), tag("x")),
            annotation(
                "svg",
                {"source": "note.txt", "selector": {"type": "SvgSelector", "value": "<svg/>"}},
                tag("x"),
            ),
        ],
    )
    by_id = {mark.id: mark for mark in article.marks}
    assert spans(by_id["position"]) == [(start + 5, start + 7)]
    assert by_id["quote"].pieces[0].exact == "үй"
    assert by_id["quote"].pieces[0].prefix.endswith("Әкім ")
    assert by_id["quote"].pieces[0].suffix.startswith(" берді.")
    assert by_id["xpath"].pieces[0] == Piece(
        None, "үй", *(quote("үй")[side] for side in ("prefix", "suffix"))
    )
    assert spans(by_id["range"]) == [(start, start + 7)]
    assert article.left == {"annotations whose target is neither a position nor a quote": 2}
    assert len(by_id) == 4


def test_several_targets_are_fragments(tmp_path: Path) -> None:
    targets = [on_text(position("берді")), on_text(position("Әкім"))]
    mark = only(tmp_path, annotation("a", targets, tag("claim")))
    assert spans(mark) == [place("Әкім"), place("берді")]
    composite = {"type": "Composite", "items": targets}
    assert only(tmp_path, annotation("a", composite, tag("claim"))).pieces == mark.pieces


def test_offsets_in_utf16_are_told_by_their_quotes(tmp_path: Path) -> None:
    def utf16(phrase: str) -> Node:
        start, end = (len(TEXT[:offset].encode("utf-16-le")) // 2 for offset in place(phrase))
        return {"type": "TextPositionSelector", "start": start, "end": end}

    (article,) = read(
        tmp_path,
        [
            annotation(word, on_text(utf16(word), {"type": "TextQuoteSelector", "exact": word}), tag("x"))
            for word in ("Әкім", "үй")
        ],
    )
    assert [spans(mark) for mark in article.marks] == [[place("Әкім")], [place("үй")]]


# ----------------------------------------------------------------------------------------------- trouble

_BAD = {"type": "TextPositionSelector", "start": 9, "end": 5}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"type": "AnnotationPage", "items": [', "the file ends in the middle of it"),
        ("[]x", "“x” where a JSON object should begin"),
        ("word", "“w” where a JSON object should begin"),
        ('{"a": 1}', "object 1 cannot be read: it is no annotation and no collection of them"),
        ('{"items": [7]}', "object 1, item 1 cannot be read: it is no annotation"),
        (
            '{"items": [{"type": "Annotation"}]}',
            "object 1, item 1 cannot be read: the annotation has no target",
        ),
        (
            '{"type": "AnnotationCollection", "first": "https://x.example/p1"}',
            "“https://x.example/p1”, is not in",
        ),
        (json.dumps([ONE, ONE]), "a second annotation is called “a1”"),
        (json.dumps(annotation("a", on_text(_BAD), tag("x"))), "ends (5) before it begins (9)"),
        (
            json.dumps(
                annotation("a", on_text({"type": "TextPositionSelector", "start": -1, "end": 5}), tag("x"))
            ),
            "a selector has no “start” that is an offset",
        ),
        (
            json.dumps(
                annotation("a", on_text({"type": "TextPositionSelector", "start": 1, "end": 999}), tag("x"))
            ),
            "the text ends before character 999",
        ),
        (
            json.dumps(annotation("a", {"source": "gone.txt", "selector": position("Әкім")}, tag("x"))),
            "its text, “gone.txt”, is not beside it",
        ),
        ('{"target": "' + "[" * 10, "the file ends in the middle of it"),
        ('{"a":' * 500 + "1" + "}" * 500, "its brackets go too deep"),
    ],
)
def test_a_damaged_file_is_one_sentence(tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "note.txt").write_bytes(TEXT.encode())
    (tmp_path / "note.json").write_text(content, encoding="utf-8")
    sentence = trouble_of(READER, tmp_path / "note.json")
    assert says in sentence
    assert "note.json" in sentence


def test_another_encoding_and_endless_lines(tmp_path: Path) -> None:
    file = tmp_path / "note.json"
    file.write_bytes(
        json.dumps(ONE, ensure_ascii=False).encode("cp1251", "replace").replace(b"speaker", b"\xe4\xe0")
    )
    assert "it is not UTF-8" in trouble_of(READER, file)
    with file.open("wb") as stream:
        stream.write(b'{"target": "')
        stream.truncate(1 << 30)
    assert "longer than 64 MB" in trouble_of(READER, file)
    assert "no file that ends with" in trouble_of(READER, _empty(tmp_path))


def _empty(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"
