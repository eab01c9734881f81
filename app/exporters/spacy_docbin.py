"""spaCy's DocBin, ready for `spacy train`: `doc.spans` with everything, `doc.ents` where it is flat.

spaCy marks tokens, not characters. An annotation whose bounds are not bounds of tokens is left out and
counted, never moved; it is whole in `doc.user_data["pressmark"]`, which is the native record without its
text. Each span carries the id of its annotation (`span.id_`).

`doc.ents` can hold one entity a token. Tokens of annotations that cannot be entities get a missing value
rather than "outside", so that a recogniser neither learns them nor learns that nothing is there.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.annotation import Annotation
from app.dataset import Dataset, Record
from app.errors import missing_library
from app.exporters.format import Fate, Format, Sink, Tally
from app.exporters.native import native
from app.exporters.overlaps import overlapping
from app.suggestion import Decision

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, DocBin, Span

SPANS = "sc"
"""The key of the annotations in `doc.spans`: where spaCy's span categorizer looks unless told otherwise."""
RECORD = "pressmark"
"""The key of the record in `doc.user_data`."""
SUGGESTED = "pressmark_suggestions"
"""The key of the open suggestions in `doc.spans`."""

# A DocBin is held in memory, by its writer and by its readers: past this many documents the export is a
# folder of numbered files, which `spacy train` reads as it reads one file.
DOCUMENTS_A_FILE = 1_000

# A pipeline keeps every word it has met, so memory grows until it is made anew. (Its memory zones would
# free the words, but they switch off the tokenizer's cache, which makes it twice as slow.)
_DOCUMENTS_REMEMBERED = 2_000

_MISALIGNED = Fate(
    "annotations whose bounds meet no token boundary",
    'left out of doc.spans and doc.ents; whole in doc.user_data["pressmark"]',
    True,
)
_MISALIGNED_SUGGESTIONS = Fate(
    "open suggestions whose bounds meet no token boundary", _MISALIGNED.becomes, True
)
_DISCONTINUOUS = Fate(
    "discontinuous annotations", "a span for each fragment in doc.spans, with one id; not in doc.ents"
)
_CROSSING = Fate("annotations that cross another", "kept in doc.spans; missing values in doc.ents")
_NESTED = Fate("annotations that hold another or lie in one", _CROSSING.becomes)
_VALUES = Fate(
    "annotations with attributes or a note", 'they are in doc.user_data["pressmark"], found by span.id_'
)
_RELATIONS = Fate("relations", 'in doc.user_data["pressmark"], between the ids of spans')
_PASSAGES = Fate("passages read and empty", 'in doc.user_data["pressmark"]')
_ASSESSMENTS = Fate("assessments of articles as a whole", _PASSAGES.becomes)
_ANNOTATORS = Fate("texts with several annotators", "their sets lie together in doc.spans")
_LANGUAGES = Fate(
    "texts in a language that spaCy has no tokenizer for", "cut by its rules for any language (xx)"
)


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Make the documents and throw them away; only the tally stays. UserError: spaCy is not installed."""
    tokenizers = _Tokenizers()

    def count(record: Record) -> None:
        _document(record, dataset, tokenizers, tally)

    return count


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write one file, or a folder of them past `DOCUMENTS_A_FILE`. UserError: spaCy is not installed."""
    tokenizers = _Tokenizers()
    folder = path.with_name(path.name + ".parts")
    folder.mkdir()
    docbin = _empty()
    files = 0

    def flush() -> None:
        nonlocal docbin, files
        files += 1
        docbin.to_disk(folder / f"part-{files:04}.spacy")
        docbin = _empty()

    def put(record: Record) -> None:
        if len(docbin) == DOCUMENTS_A_FILE:
            flush()
        docbin.add(_document(record, dataset, tokenizers, tally))

    yield put
    flush()
    if files == 1:
        (folder / "part-0001.spacy").rename(path)
        folder.rmdir()
    else:
        folder.rename(path)


def _empty() -> "DocBin":
    from spacy.tokens import DocBin

    return DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)


class _Tokenizers:
    """Blank pipelines by language, made when first asked for, and anew now and then."""

    def __init__(self) -> None:
        """UserError: spaCy is not installed."""
        try:
            import spacy
        except ImportError:
            raise missing_library("The spaCy format", "spacy") from None
        self._blank = spacy.blank
        self._pipelines: dict[str, tuple[Language, bool]] = {}
        self._documents = 0

    def tokenize(self, text: str, language: str) -> tuple["Doc", bool]:
        """Return `text` as a document, and whether its own language's rules have cut it."""
        if self._documents % _DOCUMENTS_REMEMBERED == 0:
            self._pipelines.clear()
        self._documents += 1
        if language not in self._pipelines:
            self._pipelines[language] = self._make(language)
        pipeline, own = self._pipelines[language]
        # The tokenizer alone: calling the pipeline refuses texts of more than a million characters.
        return pipeline.tokenizer(text), own

    def _make(self, language: str) -> tuple["Language", bool]:
        try:
            return self._blank(language), True
        except ImportError:  # spaCy's way to say that it does not know the language
            return self._blank("xx"), False


def _document(record: Record, dataset: Dataset, tokenizers: _Tokenizers, tally: Tally) -> "Doc":
    """Return `record` as spaCy has it, and count what is not as it was."""
    doc, own = tokenizers.tokenize(record.text, record.article.language)
    tally[_LANGUAGES.kind] += not own
    tally[_PASSAGES.kind] += len(record.empty_passages)
    tally[_ASSESSMENTS.kind] += len(record.assessments)
    _mark(doc, record, tally)
    values = native(record, dataset.scheme, with_suggestions=dataset.selection.with_suggestions)
    del values["text"]
    doc.user_data[RECORD] = values
    return doc


def _mark(doc: "Doc", record: Record, tally: Tally) -> None:
    """Fill `doc.spans` and `doc.ents`, and count what is not as it was."""
    crossing, nested = overlapping(record.annotations)
    tally[_CROSSING.kind] += len(crossing)
    tally[_NESTED.kind] += len(nested - crossing)
    tally[_RELATIONS.kind] += len(record.relations)
    tally[_ANNOTATORS.kind] += len({annotation.annotator for annotation in record.annotations}) > 1
    entangled = crossing | nested
    spans: list[Span] = []
    entities: list[Span] = []
    hidden: list[Span] = []
    for annotation in record.annotations:
        tally[_DISCONTINUOUS.kind] += len(annotation.fragments) > 1
        tally[_VALUES.kind] += bool(annotation.attributes or annotation.note)
        found = _spans(doc, annotation)
        spans += found
        if not found:
            tally[_MISALIGNED.kind] += 1
            hidden += _covering(doc, annotation)
        elif len(found) > 1 or annotation.id in entangled or _edged_by_space(found[0]):
            hidden += found
        else:
            entities += found
    doc.spans[SPANS] = spans
    _set_entities(doc, entities, hidden)
    if record.suggestions:
        doc.spans[SUGGESTED] = _suggested(doc, record, tally)


def _spans(doc: "Doc", annotation: Annotation) -> "list[Span]":
    """A span for each fragment; none at all if one of them is not made of whole tokens."""
    spans: list[Span] = []
    for fragment in annotation.fragments:
        span = doc.char_span(fragment.start, fragment.end, label=annotation.label, span_id=str(annotation.id))
        if span is None:
            return []
        spans.append(span)
    return spans


def _covering(doc: "Doc", annotation: Annotation) -> "list[Span]":
    """The tokens the annotation touches."""
    touched = [doc.char_span(f.start, f.end, alignment_mode="expand") for f in annotation.fragments]
    return [span for span in touched if span is not None]


def _edged_by_space(span: "Span") -> bool:
    """Tell whether the span begins or ends with a token of blanks, which spaCy's recogniser refuses."""
    return bool(span[0].is_space or span[-1].is_space)


def _set_entities(doc: "Doc", entities: "Sequence[Span]", hidden: "Iterable[Span]") -> None:
    """Set `doc.ents`; tokens of `hidden` spans get missing values, and with them entities that touch one."""
    tokens = {token.i for span in hidden for token in span}
    clear = [span for span in entities if not any(token.i in tokens for token in span)]
    tokens.update(token.i for span in entities if span not in clear for token in span)
    doc.set_ents(clear, missing=[doc[i : i + 1] for i in sorted(tokens)])


def _suggested(doc: "Doc", record: Record, tally: Tally) -> "list[Span]":
    spans: list[Span] = []
    for suggestion in record.suggestions:
        if suggestion.decision is not Decision.OPEN:
            continue
        span = doc.char_span(
            suggestion.start, suggestion.end, label=suggestion.label, span_id=str(suggestion.id)
        )
        if span is None:
            tally[_MISALIGNED_SUGGESTIONS.kind] += 1
        else:
            spans.append(span)
    return spans


FORMAT = Format(
    name="spacy",
    extension=".spacy",
    title="spaCy DocBin",
    shape=f"a file, one document an article or segment; past {DOCUMENTS_A_FILE:,} documents a folder of "
    "files (part-0001.spacy and so on), which spacy train reads as it reads one file",
    holds="annotations made of whole tokens in doc.spans, flat ones in doc.ents too, the native record with "
    "attributes, relations and offsets in doc.user_data; open suggestions in a group of their own",
    loses="nothing but what meets no token boundary",
    units="tokens; code points in doc.user_data",
    verified_by="spaCy 3.8",
    fates=(
        _MISALIGNED,
        _MISALIGNED_SUGGESTIONS,
        _DISCONTINUOUS,
        _CROSSING,
        _NESTED,
        _VALUES,
        _RELATIONS,
        _PASSAGES,
        _ASSESSMENTS,
        _ANNOTATORS,
        _LANGUAGES,
    ),
    survey=survey,
    write=write,
    extra="spacy",
)
