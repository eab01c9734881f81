"""Every format with articles cut into segments and labels renamed, read back by its real reader."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import datasets
import pytest
from label_studio_sdk.converter.converter import Converter
from rdflib import RDF, URIRef
from seqeval.scheme import BILOU, IOB2

from app.anchor import Span, anchor
from app.annotation import Annotation, Relation
from app.article import Article, Block, Role, text_hash
from app.dataset import Dataset, Record, Segmentation, Selection, Shape, select, shaped
from app.exporters import FORMATS, export, losses
from app.project import Project
from app.replacing import replace
from app.suggestion import Suggestion
from tests.app.exporters import (
    test_brat,
    test_claimreview,
    test_conll,
    test_conllu,
    test_csv_table,
    test_doccano,
    test_jsonl,
    test_label_studio,
    test_parquet,
    test_prodigy,
    test_spacy_docbin,
    test_uima,
    test_w3c,
    test_xlsx,
)

# rdflib's own reader of JSON-LD uses a class that rdflib would rather see gone.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

NAMES = {"claim": "CLAIM", "speaker": "Entity_1", "number": "Entity_1"}
STORY = (
    "Ёлки 🙂 подорожали до 30 тысяч.\n"
    "Министр Әлия Қасымова заявила, что школ стало 17. Мест 🙂 хватит всем. Погода хорошая.\n"
    "Подпишитесь на нас! Читайте также.\n"
    "Бюджет вырос на 5 процентов."
)
_CONVERTER: Any = Converter  # it has no types

Mark = tuple[str, str, int, int]
"""Key of the record, label, start and end in its text: a mark for each fragment."""


@pytest.fixture(params=["block", "sentence"])
def dataset(request: pytest.FixtureRequest, project: Project) -> Dataset:
    """The hard project and an article of many sentences, cut and renamed."""
    segmentation: Segmentation = request.param
    hard = select(project, Selection(with_suggestions=True))

    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        yield from hard.read(number for number in article_ids if number != 104)
        yield story()

    whole = replace(hard, read=read, article_ids=(*hard.article_ids, 104))
    return shaped(whole, Shape(segmentation, NAMES))


def story() -> Record:
    blocks, at = [], 0
    for line in STORY.split("\n"):
        role = Role.BOILERPLATE if line.startswith("Подпишитесь") else Role.BODY
        blocks.append(Block(at, at + len(line), role, "test"))
        at += len(line) + 1
    article = Article(104, text_hash(STORY), tuple(blocks), title="Ёлки", language="ru", length=len(STORY))
    annotations = (
        _mark(201, "number", "30 тысяч", attributes={"value": 30_000}),
        _mark(202, "speaker", "Әлия Қасымова"),
        _mark(203, "claim", "школ стало 17", attributes={"check_worthiness": "CFS"}, note="важно"),
        _mark(204, "number", "17"),
        _mark(205, "claim", "Мест 🙂 хватит всем"),
        _mark(206, "claim", "Бюджет вырос", "процентов"),
    )
    relations = (
        Relation(211, 104, "Асель", "said_by", 203, 202),
        Relation(212, 104, "Асель", "has_number", 203, 204),
        Relation(213, 104, "Асель", "said_by", 205, 202),
        Relation(214, 104, "Асель", "said_by", 206, 202),
    )
    suggestion = Suggestion(221, 104, "number", _piece("5 процентов"), 0.5, "numbers", "rule")
    return Record(article, STORY, annotations, relations, (suggestion,))


def _mark(number: int, label: str, *phrases: str, **more: Any) -> Annotation:
    return Annotation(number, 104, "Асель", label, tuple(map(_piece, phrases)), **more)


def _piece(phrase: str) -> Any:
    start = STORY.index(phrase)
    return anchor(STORY, Span(start, start + len(phrase)))


def marked(dataset: Dataset) -> Counter[Mark]:
    return Counter(
        (record.key, annotation.label, fragment.start, fragment.end)
        for record in dataset
        for annotation in record.annotations
        for fragment in annotation.fragments
    )


# ------------------------------------------------------------------------------------- what readers find


def read_jsonl(out: Path, dataset: Dataset) -> Iterator[Mark]:
    for values in test_jsonl.lines(out):
        test_jsonl.VALIDATOR.validate(values)
        key = f"{values['article']['id']}-{values['segment']['number']}"
        yield from _of_native(key, values)


def _of_native(key: str, values: Any) -> Iterator[Mark]:
    for annotation in values["annotations"]:
        for fragment in annotation["fragments"]:
            start, end = fragment["start"], fragment["end"]
            assert values["text"][start:end] == fragment["text"]
            yield key, annotation["label"], start, end


def read_parquet(out: Path, dataset: Dataset) -> Iterator[Mark]:
    loaded = datasets.load_dataset("parquet", data_files=str(out), cache_dir=str(out.parent / "cache"))
    yield from _of_rows(loaded["train"])


def read_hf(out: Path, dataset: Dataset) -> Iterator[Mark]:
    yield from _of_rows(datasets.load_dataset(str(out), cache_dir=str(out.parent / "cache"))["train"])


def _of_rows(rows: Any) -> Iterator[Mark]:
    for row in rows:
        yield from _of_native(f"{row['article']['id']}-{row['segment']['number']}", row)


def read_spacy(out: Path, dataset: Dataset) -> Iterator[Mark]:
    for doc in test_spacy_docbin.documents(out):
        values = doc.user_data["pressmark"]
        key = f"{values['article']['id']}-{values['segment']['number']}"
        for span in doc.spans["sc"]:
            yield key, span.label_, span.start_char, span.end_char


def read_brat(out: Path, dataset: Dataset) -> Iterator[Mark]:
    known = test_brat.configuration(out)
    assert known.entities == {"CLAIM", "Entity_1", "suggested_CLAIM", "suggested_Entity_1"}
    for path in out.glob("*.ann"):
        for label, spans in test_brat.parse(out, path.stem, known).marks.values():
            if not label.startswith("suggested_"):
                for start, end in spans:
                    yield path.stem, label, start, end


def read_conll(out: Path, dataset: Dataset) -> Iterator[Mark]:
    yield from _tagged(out, IOB2)


def read_bilou(out: Path, dataset: Dataset) -> Iterator[Mark]:
    yield from _tagged(out, BILOU)


def _tagged(out: Path, scheme: Any) -> Iterator[Mark]:
    for name, sentences in test_conll.articles(out).items():
        for label, start, end, _ in test_conll.entities(sentences, scheme):
            yield name.removeprefix("article-"), label, start, end


def read_conllu(out: Path, dataset: Dataset) -> Iterator[Mark]:
    places = {
        record.key: f"{record.segment.start}:{record.segment.end}" for record in dataset if record.segment
    }
    key, ids = "", []
    for sentence in test_conllu.sentences(out):
        labels: dict[int, str] = {}
        ids.append(sentence.metadata["sent_id"])
        if "newdoc id" in sentence.metadata:
            key = sentence.metadata["newdoc id"].removeprefix("article-")
            assert sentence.metadata["segment"] == places.pop(key)
        assert sentence.metadata["sent_id"].startswith(f"article-{key}-")
        for number, pieces in test_conllu.mentions(sentence, labels).items():
            for start, end in pieces:
                yield key, labels[number], start, end
    assert len(set(ids)) == len(ids)
    assert places == {}


def read_uima(out: Path, dataset: Dataset) -> Iterator[Mark]:
    segments = {record.key: record.segment for record in dataset}
    for path in out.glob("*.xmi"):
        cas = test_uima.load(out, path.stem)
        (metadata,) = cas.select("DocumentMetaData")
        assert metadata.documentId == path.stem
        (told,) = cas.select("pressmark.Segment")
        kept = segments.pop(path.stem)
        assert kept is not None
        assert (told.pm_number, told.pm_start, told.pm_end) == (
            str(kept.number),
            str(kept.start),
            str(kept.end),
        )
        for structures in test_uima.labelled(cas).values():
            for structure in structures:
                label = structure.type.name.removeprefix("pressmark.label.")
                assert structure.get_covered_text() == cas.sofa_string[structure.begin : structure.end]
                yield path.stem, label, structure.begin, structure.end
    assert segments == {}


def read_label_studio(out: Path, dataset: Dataset) -> Iterator[Mark]:
    interface = test_label_studio.labelling(out)
    interface.validate()
    tasks = {task["id"]: task for task in test_label_studio.tasks(out)}
    assert len(tasks) == sum(1 for _ in dataset)
    assert [error for task in tasks.values() for error in test_label_studio.refused(interface, task)] == []
    converter: Any = _CONVERTER(str(out / "config.xml"), str(out))
    converter.convert_to_json_min(str(out / "tasks.json"), str(out.parent / "min"), is_dir=False)
    for item in json.loads((out.parent / "min" / "result.json").read_text(encoding="utf-8")):
        data = tasks[item["id"]]["data"]
        for region in item.get("label", ()):
            assert data["text"][region["start"] : region["end"]] == region["text"]
            yield f"{data['article']}-{data['segment']}", region["labels"][0], region["start"], region["end"]


def read_w3c(out: Path, dataset: Dataset) -> Iterator[Mark]:
    for path in out.glob("*.txt"):
        graph = test_w3c.load(out, f"{path.stem}.jsonld")
        text = path.read_bytes().decode("utf-8")
        known = {
            str(graph.value(body, test_w3c.RDFS.label)): graph.value(body, RDF.value)
            for body in graph.objects(
                URIRef(f"{test_w3c.BASE}{path.stem}.jsonld#article"), test_w3c.OA.hasBody
            )
        }
        assert f"{known['article']}-{known['segment']}" == path.stem
        assert int(str(known["segment_end"])) - int(str(known["segment_start"])) == len(text)
        for node in graph.subjects(test_w3c.OA.motivatedBy, test_w3c.OA.classifying):
            assert isinstance(node, URIRef)
            label = test_w3c.bodies(graph, node, "classifying")[""]
            for target in graph.objects(node, test_w3c.OA.hasTarget):
                start, end, quote = test_w3c.place(graph, target)
                assert text[start:end] == quote
                yield path.stem, label, start, end


def read_doccano(out: Path, dataset: Dataset) -> Iterator[Mark]:
    for document in test_doccano.read(out):
        assert document["id"] == f"{document['article']}-{document['segment']}"
        assert document["segment_end"] - document["segment_start"] == len(document["text"])
        for entity in document["entities"]:
            yield document["id"], entity["label"], entity["start_offset"], entity["end_offset"]


def read_prodigy(out: Path, dataset: Dataset) -> Iterator[Mark]:
    for task in test_prodigy.read(out):
        key = f"{task['meta']['article']}-{task['meta']['segment']}"
        for span in task.get("spans", ()):
            yield key, span["label"], span["start"], span["end"]


Read = Callable[[Path, Dataset], Iterator[Mark]]

EXACT: dict[str, Read] = {
    "jsonl": read_jsonl,
    "jsonl-utf16": read_jsonl,
    "parquet": read_parquet,
    "hf": read_hf,
    "uima": read_uima,
    "label-studio": read_label_studio,
    "w3c": read_w3c,
    "doccano": read_doccano,
}
"""Formats that have every fragment where it is."""
BY_TOKENS: dict[str, Read] = {
    "spacy": read_spacy,
    "conll": read_conll,
    "conll-bilou": read_bilou,
    "conllu": read_conllu,
    "prodigy": read_prodigy,
    "brat": read_brat,
}
"""Formats that leave out or cut some, each of them counted."""
TABLES: dict[str, Callable[[Path], list[dict[str, Any]]]] = {
    "csv": test_csv_table.rows,
    "xlsx": lambda path: test_xlsx.sheets(path)[0],
}


def test_every_format_is_read_here() -> None:
    assert EXACT.keys() | BY_TOKENS.keys() | TABLES.keys() | {"claimreview"} == FORMATS.keys()


@pytest.mark.parametrize("name", EXACT)
def test_every_mark_is_in_its_segment_under_its_name(dataset: Dataset, tmp_path: Path, name: str) -> None:
    datasets.disable_progress_bars()
    out = tmp_path / f"out{FORMATS[name].extension}"
    export(dataset, name, out)
    assert Counter(EXACT[name](out, dataset)) == marked(dataset)


@pytest.mark.parametrize("name", BY_TOKENS)
def test_every_mark_that_the_format_has_is_in_its_segment(
    dataset: Dataset, tmp_path: Path, name: str
) -> None:
    out = tmp_path / f"out{FORMATS[name].extension}"
    export(dataset, name, out)
    found = Counter(BY_TOKENS[name](out, dataset))
    texts = {record.key: record.text for record in dataset}
    # An annotation that ends with a line break is marked without it.
    expected = {trimmed(mark, texts[mark[0]]) for mark in marked(dataset)}
    story = {mark for mark in expected if mark[0].startswith("104-") and mark[1] == "CLAIM"}
    assert story <= found.keys(), "the story has nothing that a format leaves out but what lies in a claim"
    strange = {trimmed(mark, texts[mark[0]]) for mark in found} - expected
    assert all(cut_at_a_break(mark, expected, texts[mark[0]]) for mark in strange)


def trimmed(mark: Mark, text: str) -> Mark:
    key, label, start, end = mark
    exact = text[start:end]
    return key, label, end - len(exact.lstrip()), start + len(exact.rstrip())


def cut_at_a_break(mark: Mark, expected: Iterable[Mark], text: str) -> bool:
    """Whether it is a piece of one that goes over a line break, a tab, or the end of a sentence."""
    key, label, start, end = mark
    return any(
        (key, label) == (other[0], other[1]) and other[2] <= start and end <= other[3] for other in expected
    )


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_of_tables_say_where_their_segment_is(
    project: Project, dataset: Dataset, tmp_path: Path, name: str
) -> None:
    out = tmp_path / f"out{FORMATS[name].extension}"
    export(dataset, name, out)
    texts = {104: STORY} | {number: project.text(number) for number in (101, 102, 103)}
    found = []
    for row in TABLES[name](out):
        article, begin = int(row["article_id"].removeprefix("article-")), int(row["segment_start"])
        pieces = (
            row["fragments"].split("; ")
            if row["fragments"]
            else [
                f"{row['start']:.0f}..{row['end']:.0f}" if name == "xlsx" else f"{row['start']}..{row['end']}"
            ]
        )
        spans = [tuple(map(int, piece.split(".."))) for piece in pieces]
        exact = " … ".join(texts[article][begin + start : begin + end] for start, end in spans)
        assert row["text"] == exact
        if row["kind"] == "annotation":
            found += [(f"{article}-{int(row['segment'])}", row["label"], *span) for span in spans]
    assert Counter(found) == marked(dataset)


def test_claims_are_drafts_under_any_name(dataset: Dataset, tmp_path: Path) -> None:
    export(dataset, "claimreview", tmp_path / "out.jsonld")
    graph = test_claimreview.load(tmp_path / "out.jsonld")
    found = test_claimreview.reviews(graph)
    claims = [a for record in dataset for a in record.annotations if a.label == "CLAIM"]
    assert len(found) == len(claims) == 9
    said = {
        claim: test_claimreview.said(graph, draft, "itemReviewed", "author", "name")
        for claim, draft in found.items()
    }
    assert said["школ стало 17"] == "Әлия Қасымова"
    by_block = dataset.shape.segmentation == "block"
    assert said["Мест 🙂 хватит всем"] == ("Әлия Қасымова" if by_block else None)
    article = test_claimreview.said(graph, found["школ стало 17"], "itemReviewed", "appearance", "identifier")
    assert article == "article-104"


def test_parquet_has_what_the_native_lines_have(dataset: Dataset, tmp_path: Path) -> None:
    datasets.disable_progress_bars()
    export(dataset, "hf", tmp_path / "hf")
    loaded = datasets.load_dataset(str(tmp_path / "hf"), cache_dir=str(tmp_path / "cache"))["train"]
    native = test_parquet.native_lines(dataset, tmp_path / "out.jsonl")
    assert [test_parquet.as_native(row) for row in loaded] == native


@pytest.mark.parametrize("name", FORMATS)
def test_what_cutting_costs_is_counted_for_every_format(dataset: Dataset, tmp_path: Path, name: str) -> None:
    report = export(dataset, name, tmp_path / "out").losses
    assert report == losses(dataset, name)
    counted = {loss.fate.kind: loss.count for loss in report.losses}
    # 23 of the hard project; 214, and 213 where sentences are cut apart.
    by_block = dataset.shape.segmentation == "block"
    assert counted["relations from one segment to another"] == (2 if by_block else 3)
    assert counted["segments of page furniture in which nothing is marked"] == (1 if by_block else 2)
    assert report.lossy


def test_the_report_tells_articles_from_segments(dataset: Dataset, tmp_path: Path) -> None:
    report = export(dataset, "jsonl", tmp_path / "out.jsonl")
    assert report.articles == 4
    assert report.records == sum(1 for _ in dataset) > 4
    assert report.annotations == 18


def test_an_article_of_mere_furniture_leaves_nothing_and_is_done(dataset: Dataset, tmp_path: Path) -> None:
    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        whole = story()
        for number in article_ids:
            furniture = tuple(replace(block, role=Role.BOILERPLATE) for block in whole.article.blocks)
            article = replace(whole.article, id=number, blocks=furniture)
            yield replace(whole, article=article, annotations=(), relations=(), suggestions=())

    told: list[tuple[int, int]] = []
    report = export(
        replace(dataset, read=read), "jsonl", tmp_path / "out", progress=lambda *at: told.append(at)
    )
    assert (report.articles, report.records) == (4, 0)
    assert told == [(4, 4)]
    assert (tmp_path / "out").read_bytes() == b""
