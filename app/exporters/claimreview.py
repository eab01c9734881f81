"""Drafts of schema.org ClaimReview: one JSON-LD file with a draft for each claim, for fact-checkers.

The properties are those of https://schema.org/ClaimReview that a claim of an article can fill. A draft has no
author, address or date of its own: nobody has reviewed anything yet. It has a rating only where a verdict was
given. The claim's date is the one said, else the article's day, as the scheme has it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from app.annotation import Annotation
from app.dataset import Dataset, Record
from app.exporters.format import (
    BUFFER,
    LEFT_OUT_ASSESSMENTS,
    LEFT_OUT_PASSAGES,
    LEFT_OUT_SUGGESTIONS,
    Fate,
    Format,
    Sink,
    Tally,
    count_left_out,
)
from app.exporters.native import plain

CLAIM, SAID_BY = "claim", "said_by"
"""The label of what becomes a draft, whatever its name, and the relation from it to whoever says so."""

_OTHERS = Fate("annotations that are neither claims nor their speakers", "left out", True)
_NO_CLAIMS = Fate("annotations marked as claims and said to be none", "left out", True)
_RELATIONS = Fate("relations other than from a claim to its speaker", "left out", True)
_VALUES = Fate("attribute values that ClaimReview has no property for", "left out", True)
_DETAILS = Fate("claims and speakers with a note or a confidence", "without them", True)
_PLACES = Fate("places of claims and speakers in the text", "left out; the claim's text is quoted", True)
_DISCONTINUOUS = Fate("discontinuous claims", "quoted as one text, the fragments joined by “ … ”")

# What of a claim and of a speaker has a property in the draft.
_OF_CLAIMS = frozenset({"normalised_text", "verdict", "claim_type", "claim_date", "appearance_url"})
_OF_SPEAKERS = frozenset({"canonical_name", "kind", "role", "organisation"})
# schema.org knows persons and organisations as authors; of others it is not said what they are.
_TYPES = {"person": "Person", "organisation": "Organization", "group": "Organization"}


Node = dict[str, Any]


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Make the drafts and throw them away; only the tally stays."""
    claims = _claims(dataset)

    def count(record: Record) -> None:
        for _ in _drafts(record, claims, tally):
            pass

    return count


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write a graph of drafts, one a line."""
    claims = _claims(dataset)
    with path.open("wb", buffering=BUFFER) as file:
        file.write(b'{"@context":"https://schema.org","@graph":[\n')
        separator = b""

        def put(record: Record) -> None:
            nonlocal separator
            for draft in _drafts(record, claims, tally):
                file.write(separator + orjson.dumps(draft, default=plain))
                separator = b",\n"

        yield put
        file.write(b"\n]}\n")


@dataclass(frozen=True, slots=True)
class _Claims:
    """What claims are called in the dataset."""

    label: str
    unset: str
    """The verdict that means "not given"; empty where the scheme has none."""


def _claims(dataset: Dataset) -> _Claims:
    name = dataset.shape.names.get(CLAIM, CLAIM)
    label = dataset.scheme.label(name)
    attribute = label.attribute("verdict") if label else None
    return _Claims(name, attribute.unset if attribute else "")


def _drafts(record: Record, known: _Claims, tally: Tally) -> Iterator[Node]:
    """Yield a draft for each claim of the record, in the order of the text."""
    count_left_out(record, tally)
    tally[LEFT_OUT_SUGGESTIONS.kind] += len(record.suggestions)
    by_id = {annotation.id: annotation for annotation in record.annotations}
    claims = {a.id: a for a in record.annotations if a.label == known.label and not _is_none(a)}
    speakers: dict[int, list[Annotation]] = {}
    for relation in record.relations:
        if relation.type == SAID_BY and relation.source in claims:
            speakers.setdefault(relation.source, []).append(by_id[relation.target])
        else:
            tally[_RELATIONS.kind] += 1
    named = {speaker.id: speaker for found in speakers.values() for speaker in found}
    for annotation in record.annotations:
        if annotation.id not in claims and annotation.id not in named:
            tally[(_NO_CLAIMS if annotation.label == known.label else _OTHERS).kind] += 1
    _count_values(claims.values(), _OF_CLAIMS, tally)
    _count_values(named.values(), _OF_SPEAKERS, tally)
    article = _article(record) if claims else {}
    for claim in claims.values():
        tally[_DISCONTINUOUS.kind] += len(claim.fragments) > 1
        yield _draft(claim, speakers.get(claim.id, []), article, record, known.unset)


def _is_none(claim: Annotation) -> bool:
    return claim.attributes.get("claim_type") == "not_a_claim"


def _count_values(annotations: Iterable[Annotation], held: frozenset[str], tally: Tally) -> None:
    """Count what the draft has no property for."""
    for annotation in annotations:
        tally[_PLACES.kind] += 1
        tally[_DETAILS.kind] += bool(annotation.note) or annotation.confidence is not None
        tally[_VALUES.kind] += len(annotation.attributes.keys() - held)


def _draft(claim: Annotation, speakers: list[Annotation], article: Node, record: Record, unset: str) -> Node:
    given = claim.attributes
    reviewed: Node = {"@type": "Claim", "text": claim.text, "appearance": article}
    if said_on := given.get("claim_date") or (record.article.published or "")[:10]:
        reviewed["datePublished"] = said_on
    if speakers:
        authors = [_author(speaker) for speaker in speakers]
        reviewed["author"] = authors if len(authors) > 1 else authors[0]
    if url := given.get("appearance_url"):
        reviewed["firstAppearance"] = {"@type": "CreativeWork", "url": url}
    draft: Node = {
        "@type": "ClaimReview",
        "identifier": f"annotation-{claim.id}",
        "creativeWorkStatus": "Draft",
        "claimReviewed": given.get("normalised_text") or claim.text,
        "itemReviewed": reviewed,
        "contributor": {"@type": "Person", "name": claim.annotator},
    }
    if kind := given.get("claim_type"):
        draft["about"] = kind
    verdict = given.get("verdict")
    if verdict and verdict != unset:
        draft["reviewRating"] = {"@type": "Rating", "alternateName": str(verdict).replace("_", " ")}
    return draft


def _author(speaker: Annotation) -> Node:
    """Whoever says it; of a type only where the annotator has said which."""
    given: Mapping[str, Any] = speaker.attributes
    author: Node = {"name": given.get("canonical_name") or speaker.text}
    kind = _TYPES.get(given.get("kind", ""))
    if kind:
        author["@type"] = kind
    if role := given.get("role"):
        author["jobTitle"] = role
    if organisation := given.get("organisation"):
        author["affiliation"] = {"@type": "Organization", "name": organisation}
    return author


def _article(record: Record) -> Node:
    """The article the claim appears in, of which nothing is said that is not known."""
    article = record.article
    known: Node = {
        "identifier": f"article-{article.id}",
        "headline": article.title,
        "url": article.url,
        "datePublished": article.published,
        "inLanguage": article.language,
        "publisher": {"@type": "Organization", "name": article.site} if article.site else None,
        "author": [{"@type": "Person", "name": author} for author in article.authors],
    }
    return {"@type": "NewsArticle", **{name: value for name, value in known.items() if value}}


FORMAT = Format(
    name="claimreview",
    extension=".jsonld",
    title="ClaimReview drafts (schema.org JSON-LD)",
    shape="a file, one draft a line in a graph",
    holds="claims with their text, date, speakers and verdict where one was given, and the articles they "
    "appear in",
    loses="the texts and everything that is about no claim",
    units="no offsets: the words of the claim",
    verified_by="rdflib 7.6",
    fates=(
        _OTHERS,
        _NO_CLAIMS,
        _RELATIONS,
        _VALUES,
        _DETAILS,
        _PLACES,
        _DISCONTINUOUS,
        LEFT_OUT_SUGGESTIONS,
        LEFT_OUT_PASSAGES,
        LEFT_OUT_ASSESSMENTS,
    ),
    survey=survey,
    write=write,
)
