import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

from app.annotation import Annotation
from app.dataset import Dataset
from app.exporters import export
from app.project import Project

OA, AS = Namespace("http://www.w3.org/ns/oa#"), Namespace("http://www.w3.org/ns/activitystreams#")
TERMS, FOAF = Namespace("http://purl.org/dc/terms/"), Namespace("http://xmlns.com/foaf/0.1/")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
# rdflib's own reader of JSON-LD uses a class that rdflib would rather see gone.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

BASE = "https://made.example/folder/"


def _iris(**terms: str) -> dict[str, Any]:
    return {name: {"@id": iri, "@type": "@id"} for name, iri in terms.items()}


# What http://www.w3.org/ns/anno.jsonld says of the terms that are used; readers get it from there.
CONTEXT = {
    "oa": "http://www.w3.org/ns/oa#",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "AnnotationCollection": str(AS.OrderedCollection),
    "AnnotationPage": str(AS.OrderedCollectionPage),
    "Person": str(FOAF.Person),
    "Software": str(AS.Application),
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    **{
        name: f"oa:{name}" for name in ("assessing", "bookmarking", "classifying", "commenting", "describing")
    },
    **{name: f"oa:{name}" for name in ("identifying", "linking", "moderating")},
    **_iris(body="oa:hasBody", target="oa:hasTarget", source="oa:hasSource", selector="oa:hasSelector"),
    **_iris(creator=str(TERMS.creator), generator=str(AS.generator), first=str(AS.first)),
    "items": {"@id": str(AS["items"]), "@type": "@id", "@container": "@list"},
    "created": {"@id": str(TERMS.created), "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
    **{name: f"oa:{name}" for name in ("start", "end", "exact", "prefix", "suffix")},
    "value": str(RDF.value),
    "format": "http://purl.org/dc/elements/1.1/format",
    "label": str(RDFS.label),
    "name": str(FOAF.name),
    "total": {"@id": str(AS.totalItems), "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "startIndex": {"@id": str(AS.startIndex), "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
}


@pytest.fixture
def folder(everything: Dataset, tmp_path: Path) -> Path:
    export(everything, "w3c", tmp_path / "w3c")
    return tmp_path / "w3c"


def load(folder: Path, name: str) -> Graph:
    """Read with rdflib, the context given from here instead of from the net."""
    told = json.loads((folder / name).read_text(encoding="utf-8"))
    assert told["@context"] == "http://www.w3.org/ns/anno.jsonld"
    return Graph().parse(
        data=json.dumps(told | {"@context": CONTEXT}), format="json-ld", publicID=BASE + name
    )


def bodies(graph: Graph, annotation: URIRef, purpose: str) -> dict[str, Any]:
    """What the bodies of a purpose say, by their label; a place is (start, end, quote)."""
    found: dict[str, Any] = {}
    for body in graph.objects(annotation, OA.hasBody):
        if (body, OA.hasPurpose, OA[purpose]) not in graph:
            continue
        label = str(graph.value(body, RDFS.label) or "")
        value = graph.value(body, RDF.value)
        form = graph.value(body, URIRef("http://purl.org/dc/elements/1.1/format"))
        if value is None:
            found[label] = place(graph, body)
        else:
            found[label] = json.loads(str(value)) if form == Literal("application/json") else str(value)
    return found


def place(graph: Graph, resource: Any) -> tuple[int, int, str]:
    selectors = {graph.value(s, RDF.type): s for s in graph.objects(resource, OA.hasSelector)}
    position, quote = selectors[OA.TextPositionSelector], selectors[OA.TextQuoteSelector]
    start, end = (graph.value(position, OA[side]) for side in ("start", "end"))
    return int(str(start)), int(str(end)), str(graph.value(quote, OA.exact))


def test_annotations_come_back_by_position_and_by_quote(project: Project, folder: Path) -> None:
    for article_id in (101, 102, 103):
        graph = load(folder, f"{article_id}.jsonld")
        text = (folder / f"{article_id}.txt").read_bytes().decode("utf-8")
        assert text == project.text(article_id)
        for annotation in project.annotations(article_id):
            compare(graph, annotation, article_id, text)
        made = set(graph.subjects(OA.motivatedBy, OA.classifying))
        assert len(made) == len(project.annotations(article_id))


def compare(graph: Graph, annotation: Annotation, article_id: int, text: str) -> None:
    node = URIRef(f"{BASE}{article_id}.jsonld#annotation-{annotation.id}")
    assert (node, RDF.type, OA.Annotation) in graph
    assert bodies(graph, node, "classifying") == {"": annotation.label}
    targets = list(graph.objects(node, OA.hasTarget))
    assert {graph.value(target, OA.hasSource) for target in targets} == {URIRef(f"{BASE}{article_id}.txt")}
    found = sorted(place(graph, target) for target in targets)
    assert found == [(f.start, f.end, f.quote.exact) for f in annotation.fragments]
    assert all(text[start:end] == quote for start, end, quote in found)
    values = {
        name: (value["start"], value["end"], value["text"]) if hasattr(value, "keys") else value
        for name, value in annotation.attributes.items()
    }
    assert bodies(graph, node, "describing") == values
    assert bodies(graph, node, "commenting").get("", "") == annotation.note
    assert bodies(graph, node, "assessing").get("confidence") == annotation.confidence
    creator = graph.value(node, TERMS.creator)
    assert str(graph.value(creator, FOAF.name)) == annotation.annotator


def test_relations_link_annotations(project: Project, folder: Path) -> None:
    graph = load(folder, "101.jsonld")
    found = set()
    for node in graph.subjects(OA.motivatedBy, OA.linking):
        assert isinstance(node, URIRef)
        (target,) = graph.objects(node, OA.hasTarget)
        (kind,) = bodies_of_links(graph, node)
        (other,) = [o for b in graph.objects(node, OA.hasBody) for o in graph.objects(b, OA.hasSource)]
        found.add((kind, str(target).split("-")[-1], str(other).split("-")[-1]))
        assert (target, RDF.type, OA.Annotation) in graph
        assert (other, RDF.type, OA.Annotation) in graph
    assert found == {(r.type, str(r.source), str(r.target)) for r in project.relations(101)}


def bodies_of_links(graph: Graph, node: URIRef) -> list[str]:
    return [str(v) for b in graph.objects(node, OA.hasBody) for v in graph.objects(b, RDF.value)]


def test_the_collection_lists_everything_in_order(folder: Path) -> None:
    for name in ("101.jsonld", "102.jsonld", "103.jsonld", "101.suggestions.jsonld"):
        graph = load(folder, name)
        page = graph.value(URIRef(BASE + name), AS.first)
        listed = graph.value(page, AS["items"])
        assert listed is not None
        items = list(Collection(graph, listed))
        assert items
        assert set(items) == set(graph.subjects(RDF.type, OA.Annotation))
        assert int(str(graph.value(URIRef(BASE + name), AS.totalItems))) == len(items)


def test_pyld_drops_nothing_because_every_term_is_known(folder: Path) -> None:
    known = {*CONTEXT, "@context"}

    def keys(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*(keys(inner) for inner in value.values()))
        return set().union(*(keys(inner) for inner in value)) if isinstance(value, list) else set()

    for path in folder.glob("*.jsonld"):
        told = json.loads(path.read_text(encoding="utf-8"))
        assert keys(told) <= known
        (expanded,) = jsonld.expand(told | {"@context": CONTEXT}, {"base": BASE})
        (page,) = expanded[str(AS.first)]
        (listed,) = page[str(AS["items"])]
        assert len(listed["@list"]) == told["total"]


def test_what_was_said_of_article_and_passages_comes_back(folder: Path) -> None:
    graph = load(folder, "101.jsonld")
    assert bodies(graph, URIRef(f"{BASE}101.jsonld#assessment-1"), "describing") == {"topic": "=цены"}
    assert bodies(graph, URIRef(f"{BASE}101.jsonld#assessment-1"), "bookmarking") == {"": "flagged"}
    for number in (901, 902):
        node = URIRef(f"{BASE}101.jsonld#passage-{number}")
        assert place(graph, graph.value(node, OA.hasTarget))[2] == "🇰🇿 у входа"


def test_suggestions_have_a_file_of_their_own(folder: Path) -> None:
    names = {f"{article_id}{end}" for article_id in (101, 102, 103) for end in (".txt", ".jsonld")}
    assert {path.name for path in folder.iterdir()} == {*names, "101.suggestions.jsonld"}
    graph = load(folder, "101.suggestions.jsonld")
    node = URIRef(f"{BASE}101.suggestions.jsonld#suggestion-53")
    assert bodies(graph, node, "moderating") == {"decision": "rejected"}
    assert bodies(graph, node, "assessing") == {"score": 0.5}
    (link,) = graph.subjects(OA.motivatedBy, OA.linking)
    assert graph.value(link, OA.hasTarget) == URIRef(f"{BASE}101.suggestions.jsonld#suggestion-52")


def test_only_discontinuous_annotations_are_held_otherwise(everything: Dataset, tmp_path: Path) -> None:
    report = export(everything, "w3c", tmp_path / "out", strict=True).losses
    assert {loss.fate.kind: (loss.count, loss.fate.lost) for loss in report.losses} == {
        "discontinuous annotations": (1, False)
    }
