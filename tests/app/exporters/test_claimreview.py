import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, Namespace

from app.anchor import anchor
from app.annotation import Annotation, Relation
from app.dataset import Dataset, Record, Selection
from app.exporters import export
from app.project import Project
from app.scheme import parse_scheme
from tests.app.exporters.hard_project import TEXT, place

SDO = Namespace("https://schema.org/")
SCHEMES = Path(__file__).parents[3] / "resources" / "schemes"

# rdflib's own reader of JSON-LD uses a class that rdflib would rather see gone.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def load(path: Path) -> Graph:
    """Read with rdflib, the context given from here instead of from the net."""
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["@context"] == "https://schema.org"
    return Graph().parse(data=json.dumps(told | {"@context": {"@vocab": str(SDO)}}), format="json-ld")


def reviews(graph: Graph) -> dict[str, Any]:
    """The drafts by the claim that they review."""
    return {str(graph.value(d, SDO.claimReviewed)): d for d in graph.subjects(RDF.type, SDO.ClaimReview)}


def said(graph: Graph, node: Any, *path: str) -> str | None:
    """The value at the end of the path, or None."""
    for name in path:
        node = graph.value(node, SDO[name])
    return None if node is None else str(node)


def test_every_claim_is_a_draft_with_what_is_known(
    project: Project, everything: Dataset, tmp_path: Path
) -> None:
    export(everything, "claimreview", tmp_path / "out.jsonld")
    graph = load(tmp_path / "out.jsonld")
    found = reviews(graph)
    assert len(found) == 6
    draft = found["=HYPERLINK(“x”)\u2028вторая строка"]
    assert said(graph, draft, "itemReviewed", "text") == project.annotations(101)[1].text
    assert said(graph, draft, "itemReviewed", "author", "name") == "Әлия Қасымова"
    author = graph.value(graph.value(draft, SDO.itemReviewed), SDO.author)
    assert graph.value(author, RDF.type) == SDO.Person
    article = ("itemReviewed", "appearance")
    assert said(graph, draft, *article, "url") == "https://www.gazet.example/1"
    assert said(graph, draft, *article, "datePublished") == "2024-05-06"
    assert said(graph, draft, *article, "publisher", "name") == "Жергілікті Газет"
    assert said(graph, draft, "itemReviewed", "datePublished") == "2024-05-06"
    assert said(graph, found["37 үй зардап шекті 😀"], "itemReviewed", "author", "name") is None
    assert list(graph.subjects(SDO.reviewRating)) == [], "nobody gave a verdict"
    assert list(graph.subjects(SDO.author, None))
    assert all(said(graph, draft, "author") is None for draft in found.values()), "nobody reviewed it yet"
    assert "Пред\u00adприятие уволит треть … людей\tв 2026 году" in found


def test_verdicts_dates_and_speakers_are_those_given(everything: Dataset, tmp_path: Path) -> None:
    where = anchor(TEXT, place("37 үй"))

    def claim(number: int, **attributes: object) -> Annotation:
        return Annotation(
            number, 101, "A", "claim", (where,), {"normalised_text": f"c{number}", **attributes}
        )

    speaker = {"canonical_name": "Ведомство", "kind": "organisation", "role": "регулятор"}
    unnamed = {"kind": "anonymous", "organisation": "Завод"}
    annotations = (
        claim(1, verdict="mostly_false", claim_date="2023-07", appearance_url="https://first.example/"),
        claim(2, verdict="not_rated"),
        claim(3, claim_type="not_a_claim", verdict="false"),
        Annotation(4, 101, "A", "speaker", (where,), speaker),
        Annotation(5, 101, "A", "speaker", (where,), unnamed),
        Annotation(6, 101, "A", "speaker", (where,), {}),
    )
    relations = (Relation(7, 101, "A", "said_by", 1, 4), Relation(8, 101, "A", "said_by", 1, 5))

    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        (record,) = everything.read(article_ids)
        bare = replace(record, suggestions=(), empty_passages=(), assessments={})
        yield replace(bare, annotations=annotations, relations=relations)

    scheme = parse_scheme((SCHEMES / "news.toml").read_text(encoding="utf-8"))
    report = export(Dataset(scheme, Selection(), (101,), read), "claimreview", tmp_path / "out").losses
    graph = load(tmp_path / "out")
    found = reviews(graph)
    assert found.keys() == {"c1", "c2"}
    assert said(graph, found["c1"], "reviewRating", "alternateName") == "mostly false"
    assert said(graph, found["c2"], "reviewRating") is None, "not rated is no verdict"
    assert said(graph, found["c1"], "itemReviewed", "datePublished") == "2023-07"
    assert said(graph, found["c1"], "itemReviewed", "firstAppearance", "url") == "https://first.example/"
    authors = list(graph.objects(graph.value(found["c1"], SDO.itemReviewed), SDO.author))
    told = {said(graph, a, "name"): (graph.value(a, RDF.type), said(graph, a, "jobTitle")) for a in authors}
    assert told == {"Ведомство": (SDO.Organization, "регулятор"), "37 үй": (None, None)}
    assert {loss.fate.kind: loss.count for loss in report.losses} == {
        "annotations that are neither claims nor their speakers": 1,
        "annotations marked as claims and said to be none": 1,
        "places of claims and speakers in the text": 4,
    }


def test_no_claims_make_an_empty_graph(tmp_path: Path) -> None:
    scheme = parse_scheme((SCHEMES / "news.toml").read_text(encoding="utf-8"))
    export(Dataset(scheme, Selection(), (), lambda _: iter(())), "claimreview", tmp_path / "out")
    assert len(load(tmp_path / "out")) == 0


def test_what_claimreview_does_not_hold_is_counted(everything: Dataset, tmp_path: Path) -> None:
    report = export(everything, "claimreview", tmp_path / "out").losses
    assert {loss.fate.kind: (loss.count, loss.fate.lost) for loss in report.losses} == {
        "annotations that are neither claims nor their speakers": (5, True),
        "relations other than from a claim to its speaker": (3, True),
        "attribute values that ClaimReview has no property for": (3, True),
        "claims and speakers with a note or a confidence": (3, True),
        "places of claims and speakers in the text": (7, True),
        "discontinuous claims": (1, False),
        "suggestions": (3, True),
        "passages read and empty": (2, True),
        "assessments of articles as a whole": (3, True),
    }
