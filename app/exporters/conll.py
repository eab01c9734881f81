"""CoNLL columns for sequence taggers, a token a line, with IOB2 or BILOU tags.

The layout is that of the CoNLL-2003 task (https://aclanthology.org/W03-0419/): the token first, its tag
last, an empty line after each sentence, a -DOCSTART- line before each article. The columns between are
ours: offsets, and the id of the annotation, so that each entity can be traced back and verified.

A token has one tag. Of annotations that share tokens the longest is kept, as `spacy.util.filter_spans`
does it; exporting one label at a time (`--labels`) keeps what crosses other labels.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import starmap
from operator import sub
from pathlib import Path

from app.dataset import Dataset, Record
from app.exporters.format import (
    LEFT_OUT_ASSESSMENTS,
    LEFT_OUT_PASSAGES,
    LEFT_OUT_SUGGESTIONS,
    Fate,
    Format,
    Sink,
    Tally,
)
from app.exporters.overlaps import overlapping
from app.exporters.token_aligned import (
    ACROSS_SENTENCES,
    ANNOTATORS,
    BLANK_EDGES,
    MISALIGNED,
    RELATIONS,
    VALUES,
    Aligned,
    Tokens,
    align,
    count_changed,
    tokenize,
)

_CROSSING = Fate(
    "annotations that cross another",
    "left out for a longer one; with one label at a time (--labels) they meet none of other labels",
    True,
)
_NESTED = Fate("annotations that hold another or lie in one", _CROSSING.becomes, True)
_DISCONTINUOUS = Fate("discontinuous annotations", "each fragment is tagged by itself, with one id for all")

Tags = Callable[[str, int], list[str]]
"""The tags of an entity, from its label and its number of tokens."""


def iob2(label: str, length: int) -> list[str]:
    """Return B-label, and I-label for the tokens after the first."""
    return [f"B-{label}", *[f"I-{label}"] * (length - 1)]


def bilou(label: str, length: int) -> list[str]:
    """Return U-label for a single token, else B-label, I-label for those inside, L-label for the last."""
    if length == 1:
        return [f"U-{label}"]
    return [f"B-{label}", *[f"I-{label}"] * (length - 2), f"L-{label}"]


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Align the annotations and throw them away; only the tally stays."""

    def count(record: Record) -> None:
        _entities(record, tokenize(record.text), tally)

    return count


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally, *, tags: Tags = iob2) -> Iterator[Sink]:
    """Write the lines of each record."""
    with path.open("wb") as file:

        def put(record: Record) -> None:
            tokens = tokenize(record.text)
            entities = _entities(record, tokens, tally)
            file.write(_lines(record, tokens, entities, tags).encode("utf-8"))

        yield put


def _entities(record: Record, tokens: Tokens, tally: Tally) -> list[Aligned]:
    """Return what is tagged, and count what is not as it was."""
    entities = _flat(align(record, tokens, tally), tokens, tally)
    tally[_DISCONTINUOUS.kind] += sum(len(entity.annotation.fragments) > 1 for entity in entities)
    count_changed(record, entities, tally)
    return entities


def _flat(aligned: Sequence[Aligned], tokens: Tokens, tally: Tally) -> list[Aligned]:
    """Keep the longest of those that share tokens, then the first; count the others."""
    taken = bytearray(len(tokens.starts))
    kept: list[Aligned] = []
    lost: list[int] = []
    for candidate in sorted(aligned, key=_longest_first):
        if any(1 in taken[first:last] for first, last in candidate.pieces):
            lost.append(candidate.annotation.id)
            continue
        kept.append(candidate)
        for first, last in candidate.pieces:
            taken[first:last] = b"\1" * (last - first)
    if lost:
        crossing, _ = overlapping([entity.annotation for entity in aligned])
        crossed = sum(annotation_id in crossing for annotation_id in lost)
        tally[_CROSSING.kind] += crossed
        tally[_NESTED.kind] += len(lost) - crossed
    return kept


def _longest_first(candidate: Aligned) -> tuple[int, int, int]:
    negative_length = sum(starmap(sub, candidate.pieces))  # of each piece: first token - token after the last
    return negative_length, candidate.pieces[0][0], candidate.annotation.id


def _lines(record: Record, tokens: Tokens, entities: Sequence[Aligned], tags: Tags) -> str:
    """The lines of an article, a column from the next by a tab."""
    text = record.text
    tails = ["\t_\tO\n"] * len(tokens.starts)
    for entity in entities:
        for first, last in entity.pieces:
            said = tags(entity.annotation.label, last - first)
            tails[first:last] = [f"\t{entity.annotation.id}\t{tag}\n" for tag in said]
    lines = [
        f"{text[start:end]}\t{start}\t{end}{tail}"
        for start, end, tail in zip(tokens.starts, tokens.ends, tails, strict=True)
    ]
    head = f"-DOCSTART-\tarticle-{record.key}\t_\t_\tO\n\n"
    return head + "".join("".join(lines[first:last]) + "\n" for first, last in tokens.ranges())


FORMAT = Format(
    name="conll",
    extension=".conll",
    title="CoNLL columns, IOB2",
    shape="a file, a token a line: token, start, end, annotation id or _, tag, a tab between them; an empty "
    "line after each sentence, a -DOCSTART- line with the article’s id (article-ID-NUMBER for a segment) "
    "before each article",
    holds="flat annotations made of whole tokens, with offsets and ids",
    loses="blanks between tokens, blocks with roles, what is known of the article, where a segment stands in "
    "it, annotators, statuses, dates",
    units="tokens without blanks (app.tokens); code points, end exclusive, beside them",
    verified_by="seqeval 1.2",
    fates=(
        MISALIGNED,
        BLANK_EDGES,
        _DISCONTINUOUS,
        _CROSSING,
        _NESTED,
        ACROSS_SENTENCES,
        VALUES,
        RELATIONS,
        LEFT_OUT_SUGGESTIONS,
        ANNOTATORS,
        LEFT_OUT_PASSAGES,
        LEFT_OUT_ASSESSMENTS,
    ),
    survey=survey,
    write=write,
)

FORMAT_BILOU = Format(
    name="conll-bilou",
    extension=".conll",
    title="CoNLL columns, BILOU",
    shape=FORMAT.shape,
    holds=FORMAT.holds,
    loses=FORMAT.loses,
    units=FORMAT.units,
    verified_by=FORMAT.verified_by,
    fates=FORMAT.fates,
    survey=survey,
    write=partial(write, tags=bilou),
)
