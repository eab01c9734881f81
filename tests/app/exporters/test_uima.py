import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cassis import Cas, load_cas_from_xmi, load_typesystem
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.anchor import Span, anchor
from app.annotation import Annotation, Relation
from app.article import Article, canonical, text_hash
from app.dataset import Dataset, Record, Selection, select
from app.exporters import export
from app.project import Project
from tests.app.exporters.hard_project import SCHEME, TEXT, place


@pytest.fixture
def folder(everything: Dataset, tmp_path: Path) -> Path:
    export(everything, "uima", tmp_path / "uima")
    return tmp_path / "uima"


def load(folder: Path, name: int | str) -> Cas:
    """Read with cassis, which refuses types and features that TypeSystem.xml does not describe."""
    with (folder / "TypeSystem.xml").open("rb") as file:
        types = load_typesystem(file)
    with (folder / f"{name}.xmi").open("rb") as file:
        return load_cas_from_xmi(file, typesystem=types, lenient=False)


def labelled(cas: Cas, kind: str = "label") -> dict[int, list[Any]]:
    """The structures of every layer of that kind, by the id in the project, in text order."""
    found: dict[int, list[Any]] = {}
    for structure in cas.select_all_annotations():
        if structure.type.name.startswith(f"pressmark.{kind}."):
            found.setdefault(int(structure.pm_id or 0), []).append(structure)
    return found


def test_the_folder_has_a_file_an_article_and_the_type_system(project: Project, folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {"TypeSystem.xml", "101.xmi", "102.xmi", "103.xmi"}
    for article_id in (101, 102, 103):
        cas = load(folder, article_id)
        article = project.article(article_id)
        assert cas.sofa_string == project.text(article_id)
        (metadata,) = cas.select("DocumentMetaData")
        assert (metadata.documentTitle, metadata.documentId) == (article.title, str(article_id))
        assert (metadata.language, metadata.documentUri or "") == (article.language, article.url)


def test_annotations_come_back(project: Project, folder: Path) -> None:
    for article_id in (101, 102, 103):
        found = labelled(load(folder, article_id))
        kept = {annotation.id: annotation for annotation in project.annotations(article_id)}
        assert found.keys() == kept.keys()
        for annotation_id, pieces in found.items():
            compare(kept[annotation_id], pieces, project.text(article_id))


def compare(annotation: Annotation, pieces: list[Any], text: str) -> None:
    assert [piece.get_covered_text() for piece in pieces] == [f.quote.exact for f in annotation.fragments]
    # cassis gives offsets as Python counts them.
    assert [(piece.begin, piece.end) for piece in pieces] == [(f.start, f.end) for f in annotation.fragments]
    assert {piece.type.name for piece in pieces} == {f"pressmark.label.{annotation.label}"}
    assert {piece.pm_annotator for piece in pieces} == {annotation.annotator}
    first = pieces[0]
    label = SCHEME.label(annotation.label)
    assert label
    features = {attribute.id: first.get(attribute.id) for attribute in label.attributes}
    told = {name: value for name, value in features.items() if value is not None}
    assert told.keys() == annotation.attributes.keys()
    for name, value in annotation.attributes.items():
        if isinstance(value, str):
            assert told[name] == value
        elif isinstance(value, int | float):
            assert json.loads(told[name]) == value
        else:
            span = json.loads(told[name])
            encoded = text.encode("utf-16-le")
            assert encoded[span["begin"] * 2 : span["end"] * 2].decode("utf-16-le") == value["text"]
    assert (first.pm_note or "", first.pm_origin or "") == (annotation.note, annotation.origin)
    assert first.pm_confidence == (None if annotation.confidence is None else str(annotation.confidence))


def test_offsets_in_the_file_are_utf_16(folder: Path) -> None:
    encoded = TEXT.encode("utf-16-le")
    tree = etree.parse(folder / "101.xmi")
    (speaker,) = tree.iter("{http:///pressmark/label.ecore}speaker")
    begin, end = int(speaker.get("begin", "")), int(speaker.get("end", ""))
    assert encoded[begin * 2 : end * 2].decode("utf-16-le") == "Әлия Қасымова"
    assert begin > place("Әлия Қасымова").start, "emoji stand before it"
    (sofa,) = tree.iter("{http:///uima/cas.ecore}Sofa")
    assert sofa.get("sofaString") == TEXT, "line breaks and tabs are references, or a parser blanks them"


def test_relations_come_back_between_layers(project: Project, folder: Path) -> None:
    cas = load(folder, 101)
    found = {
        (relation.type.name, relation.Governor.pm_id, relation.Dependent.pm_id)
        for relations in labelled(cas, "relation").values()
        for relation in relations
    }
    kept = {(f"pressmark.relation.{r.type}", str(r.source), str(r.target)) for r in project.relations(101)}
    suggested = ("pressmark.relation.said_by", "52", "51")
    assert found == {*kept, suggested}
    for relations in labelled(cas, "relation").values():
        for relation in relations:
            assert relation.get_covered_text() == relation.Dependent.get_covered_text()


def test_blocks_and_empty_passages_come_back(project: Project, folder: Path) -> None:
    cas = load(folder, 101)
    blocks = [(block.begin, block.end, block.role) for block in cas.select("pressmark.Block")]
    assert blocks == [(block.start, block.end, block.role) for block in project.article(101).blocks]
    passages = {(p.pm_annotator, p.get_covered_text()) for p in cas.select("pressmark.EmptyPassage")}
    assert passages == {("Асель", "🇰🇿 у входа"), ("Борис", "🇰🇿 у входа")}


def test_suggestions_cannot_be_taken_for_annotations(project: Project, folder: Path, tmp_path: Path) -> None:
    suggested = labelled(load(folder, 101), "suggested")
    assert {key: s.get_covered_text() for key, (s,) in suggested.items()} == {
        51: "әкім",
        52: "зардап шекті",
    }, "the rejected one stays"
    assert suggested[52][0].pm_score == "0.5"
    export(select(project, Selection()), "uima", tmp_path / "plain")
    assert "suggested" not in (tmp_path / "plain" / "TypeSystem.xml").read_text(encoding="utf-8")


def test_what_the_scheme_and_xml_do_not_know_is_kept_or_counted(everything: Dataset, tmp_path: Path) -> None:
    odd = Annotation(
        1,
        101,
        "A",
        "removed",
        (anchor(TEXT, place("37 үй")),),
        {"begin": 3, "other": "x"},
        note='a\x0bb\ufffe & <"c">\r\n\td',
    )
    number = Annotation(2, 101, "A", "number", (anchor(TEXT, Span(0, 1)),), {"kind": "", "gone": [1]})
    report = export(
        _dataset(everything, (number, odd), (Relation(3, 101, "A", "unknown", 1, 2),)),
        "uima",
        tmp_path / "out",
    ).losses
    assert {loss.fate.kind: (loss.count, loss.fate.lost) for loss in report.losses} == {
        "attribute values under names that the layer lacks": (3, False),
        "characters of values that XML does not have": (2, True),
    }
    found = labelled(load(tmp_path / "out", 101))
    assert found[1][0].pm_note == 'a\ufffdb\ufffd & <"c">\r\n\td'
    assert json.loads(found[1][0].pm_attributes) == {"begin": 3, "other": "x"}
    assert (found[2][0].kind, json.loads(found[2][0].pm_attributes)) == ("", {"gone": [1]})
    (relation,) = labelled(load(tmp_path / "out", 101), "relation")[3]
    assert (relation.Governor.pm_id, relation.Dependent.pm_id) == ("1", "2")


def _dataset(
    everything: Dataset, annotations: tuple[Annotation, ...], relations: tuple[Relation, ...]
) -> Dataset:
    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        (record,) = everything.read(article_ids)
        plain = replace(record, suggestions=(), empty_passages=(), assessments={})
        yield replace(plain, annotations=annotations, relations=relations)

    return Dataset(SCHEME, Selection(), (101,), read)


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=60), st.text(max_size=20), st.integers(0, 59), st.integers(1, 30))
def test_any_text_and_any_span_come_back(
    tmp_path_factory: pytest.TempPathFactory, text: str, note: str, start: int, length: int
) -> None:
    text = canonical(text) or "x"
    span = Span(start % len(text), min(start % len(text) + length, len(text)))
    marked = Annotation(1, 7, "A", "claim", (anchor(text, span),), note=canonical(note))
    record = Record(Article(7, text_hash(text), (), length=len(text)), text, (marked,))
    out = tmp_path_factory.mktemp("any") / "out"
    report = export(Dataset(SCHEME, Selection(), (7,), lambda _: iter((record,))), "uima", out).losses
    assert not report.losses
    tree = etree.parse(out / "7.xmi")
    (sofa,) = tree.iter("{http:///uima/cas.ecore}Sofa")
    assert sofa.get("sofaString") == text
    (claim,) = tree.iter("{http:///pressmark/label.ecore}claim")
    encoded = text.encode("utf-16-le")
    begin, end = int(claim.get("begin", "")), int(claim.get("end", ""))
    assert encoded[begin * 2 : end * 2].decode("utf-16-le") == text[span.start : span.end]
    assert claim.get("pm_note") == (canonical(note) or None)


def test_what_uima_holds_otherwise_is_counted(everything: Dataset, tmp_path: Path) -> None:
    report = export(everything, "uima", tmp_path / "out").losses
    assert {loss.fate.kind: (loss.count, loss.fate.lost) for loss in report.losses} == {
        "discontinuous annotations": (1, False),
        "attribute values that are spans": (1, False),
        "annotations of texts with several annotators": (10, False),
        "suggestions already decided": (1, True),
        "assessments of articles as a whole": (3, True),
    }
