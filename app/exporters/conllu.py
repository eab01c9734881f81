"""CoNLL-U, a token a line, with the annotations as mentions in the last column.

The files follow https://universaldependencies.org/format.html; the columns of grammar are empty. MISC has
SpaceAfter=No, TokenRange=START:END, the offsets as UDPipe writes them, and Entity, the brackets of CorefUD
(https://ufal.mff.cuni.cz/corefud): `(e12-claim` opens annotation 12, `e12)` closes it, `(e12-claim)` is a
single token, `e12[1/2]` the first of two pieces. So overlapping, nested and discontinuous ones all fit.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
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

_EMPTY = Fate("texts without a token", "left out: there is no sentence to say them in", True)

# Between FORM and MISC: LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL and DEPS.
_NOTHING_SAID = "\t".join("_" * 7)


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Align the annotations and throw them away; only the tally stays."""

    def count(record: Record) -> None:
        _mentions(record, tokenize(record.text), tally)

    return count


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write the sentences of each record."""
    with path.open("wb") as file:

        def put(record: Record) -> None:
            tokens = tokenize(record.text)
            brackets = _brackets(_mentions(record, tokens, tally), tokens)
            for number, (first, last) in enumerate(tokens.ranges(), 1):
                head = _head(record, number, record.text[tokens.starts[first] : tokens.ends[last - 1]])
                lines = _lines(record.text, tokens, first, last, brackets)
                file.write("".join([*head, *lines, "\n"]).encode("utf-8"))

        yield put


def _mentions(record: Record, tokens: Tokens, tally: Tally) -> list[Aligned]:
    """Return what is marked, and count what is not as it was."""
    mentions = align(record, tokens, tally)
    count_changed(record, mentions, tally)
    tally[_EMPTY.kind] += not tokens.starts
    return mentions


# ------------------------------------------------------------------------------------------- mentions


def _brackets(mentions: Sequence[Aligned], tokens: Tokens) -> dict[int, str]:
    """The value of Entity by token, in the order CorefUD asks for.

    What closes stands before what opens; the longer one opens first and closes last; single tokens are
    innermost.
    """
    opened: dict[int, list[tuple[int, str]]] = defaultdict(list)
    closed: dict[int, list[tuple[int, str]]] = defaultdict(list)
    single: dict[int, str] = defaultdict(str)
    for mention in mentions:
        label = mention.annotation.label
        for (first, last), name in _named(mention, tokens):
            length = last - first
            if length == 1:
                single[first] += f"({name}-{label})"
            else:
                opened[first].append((-length, f"({name}-{label}"))
                closed[last - 1].append((length, f"{name})"))
    return {
        token: _joined(opened.get(token, []), closed.get(token, []), single.get(token, ""))
        for token in opened.keys() | closed.keys() | single.keys()
    }


def _joined(opened: list[tuple[int, str]], closed: list[tuple[int, str]], single: str) -> str:
    openings = "".join(bracket for _, bracket in sorted(opened))
    closings = "".join(bracket for _, bracket in sorted(closed))
    return f"{closings}{openings}{single}" if openings else f"{single}{closings}"


def _named(mention: Aligned, tokens: Tokens) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the pieces with their names: `e12`, or `e12[1/2]` where there are several in a sentence."""
    name = f"e{mention.annotation.id}"
    if len(mention.pieces) == 1:
        yield mention.pieces[0], name
        return
    for _, group in groupby(mention.pieces, lambda piece: bisect_right(tokens.sentences, piece[0])):
        pieces = list(group)
        for number, piece in enumerate(pieces, 1):
            yield piece, name if len(pieces) == 1 else f"{name}[{number}/{len(pieces)}]"


# ---------------------------------------------------------------------------------------------- lines


def _head(record: Record, number: int, sentence: str) -> Iterator[str]:
    """The comments before sentence `number`, the first of which begins the article."""
    document = f"article-{record.key}"
    if number == 1:
        yield f"# newdoc id = {document}\n"
        yield "# global.Entity = eid-etype\n"
        if record.segment is not None:
            yield f"# segment = {record.segment.start}:{record.segment.end}\n"
    yield f"# sent_id = {document}-{number}\n"
    yield f"# text = {' '.join(sentence.split())}\n"


def _lines(text: str, tokens: Tokens, first: int, last: int, brackets: dict[int, str]) -> Iterator[str]:
    """The tokens of a sentence."""
    for token in range(first, last):
        start, end = tokens.starts[token], tokens.ends[token]
        entity = f"Entity={brackets[token]}|" if token in brackets else ""
        glued = "SpaceAfter=No|" if token + 1 < last and tokens.starts[token + 1] == end else ""
        misc = f"{entity}{glued}TokenRange={start}:{end}"
        yield f"{token - first + 1}\t{text[start:end]}\t{_NOTHING_SAID}\t{misc}\n"


FORMAT = Format(
    name="conllu",
    extension=".conllu",
    title="CoNLL-U",
    shape="a file, a token a line in ten columns, grammar empty; an empty line after each sentence, the "
    "article’s id (article-ID-NUMBER for a segment) in the newdoc comment, a segment’s place in the segment "
    "comment",
    holds="overlapping, nested and discontinuous annotations made of whole tokens, as Entity brackets of "
    "CorefUD in MISC, with the offsets of every token",
    loses="which blanks stand between tokens, blocks with roles, what is known of the article, annotators, "
    "statuses, dates",
    units="tokens without blanks (app.tokens); code points, end exclusive, in TokenRange",
    verified_by="conllu 6.0",
    fates=(
        MISALIGNED,
        BLANK_EDGES,
        ACROSS_SENTENCES,
        VALUES,
        RELATIONS,
        LEFT_OUT_SUGGESTIONS,
        ANNOTATORS,
        _EMPTY,
        LEFT_OUT_PASSAGES,
        LEFT_OUT_ASSESSMENTS,
    ),
    survey=survey,
    write=write,
)
