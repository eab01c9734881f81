"""spaCy's DocBin back in: `doc.spans` and `doc.ents`, and the native record that our exporter adds.

A DocBin is one compressed piece: it is read whole, one file of a folder after the other. Tokens are read for
the text only; heads, tags and the rest are not even handed to spaCy, whose C code trusts them.
"""

import gc
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from app.anchor import Span
from app.errors import missing_library
from app.exporters.spacy_docbin import RECORD
from app.readers.bounded import opened, trouble
from app.readers.folders import files_below, name_below
from app.readers.loaded import LoadedArticle, Mark, Piece
from app.readers.native import article_of
from app.readers.reader import EMPTY, Reader

if TYPE_CHECKING:
    from spacy.tokens import Doc, DocBin
    from spacy.vocab import Vocab

_LARGEST = 256 << 20
"""Bytes of a file; a corpus of 10,000 articles with all that spaCy knows of each token has 100 MB."""
_LARGEST_UNPACKED = 2 << 30

_OF_TOKENS = "values of tokens and documents (extension attributes)"
_CATEGORIES = "categories of whole texts (doc.cats)"
_OUTSIDE = "spans outside their text"

_Place = tuple[str, int, int]
"""Label, start and end."""


class _Span(NamedTuple):
    """A span of a document."""

    name: str
    """Its group and its number there."""
    place: _Place
    kb_id: str


def read(path: Path) -> Iterator[LoadedArticle]:
    """Yield the document of each .spacy file at or below `path`. UserError: see `Reader.read`."""
    try:
        from spacy.vocab import Vocab
    except ImportError:
        raise missing_library("The spaCy format", "spacy") from None
    for file in files_below(path, ".spacy"):
        docbin = _docbin(file)
        # A vocabulary keeps every word it has met: each file has one of its own.
        for number, doc in enumerate(_documents(docbin, Vocab(), file), 1):
            where = f"document {number}"
            article = _article(doc, file, where)
            yield replace(article, where=f"{name_below(path, file)}, {where}" if path.is_dir() else where)


def _docbin(file: Path) -> "DocBin":
    """Read a file, with no more of each token than its text and its entity."""
    from spacy import attrs
    from spacy.tokens import DocBin

    content = _content(file)
    try:
        docbin = DocBin().from_bytes(content)
        wanted = {attrs.ORTH, attrs.SPACY, attrs.ENT_IOB, attrs.ENT_TYPE, attrs.ENT_KB_ID, attrs.ENT_ID}
        kept = [column for column, attribute in enumerate(docbin.attrs) if attribute in wanted]
        docbin.attrs = [docbin.attrs[column] for column in kept]
        docbin.tokens = [tokens[:, kept] for tokens in docbin.tokens]
    except Exception as error:  # whatever a damaged file makes of numpy and msgpack
        gc.enable()  # which srsly leaves off when it fails
        raise trouble(file, "", f"it is no DocBin of spaCy ({type(error).__name__})") from None
    return docbin


def _content(file: Path) -> bytes:
    """The bytes of a file that does not become too large when it is unpacked."""
    with opened(file) as opened_file:
        content = opened_file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise trouble(file, "", f"it is longer than {_LARGEST >> 20} MB")
    unpacker = zlib.decompressobj()
    size, rest = 0, content
    try:
        while rest and not unpacker.eof:
            size += len(unpacker.decompress(rest, 1 << 20))
            rest = unpacker.unconsumed_tail
            if size > _LARGEST_UNPACKED:
                raise trouble(file, "", f"it is longer than {_LARGEST_UNPACKED >> 20} MB when unpacked")
    except zlib.error:
        raise trouble(file, "", "it is no DocBin of spaCy (not compressed as one)") from None
    if not unpacker.eof:
        raise trouble(file, "", "the file ends before its DocBin does")
    return content


def _documents(docbin: "DocBin", vocab: "Vocab", file: Path) -> Iterator["Doc"]:
    documents = docbin.get_docs(vocab)
    number = 0
    while True:
        number += 1
        try:
            doc = next(documents)
        except StopIteration:
            return
        except Exception as error:  # spaCy says it in many ways
            gc.enable()
            cause = f"it is no document of spaCy ({type(error).__name__})"
            raise trouble(file, f"document {number}", cause) from None
        yield doc


def _article(doc: "Doc", file: Path, where: str) -> LoadedArticle:
    """Return what a document holds: of ours its record, and whatever was marked in it since."""
    record = doc.user_data.get(RECORD)
    if isinstance(record, Mapping):
        article = article_of(file, where, {**record, "text": doc.text})
    else:
        article = LoadedArticle(where, doc.text)
    known = {
        (mark.label, piece.span.start, piece.span.end)
        for mark in article.marks
        for piece in mark.pieces
        if piece.span
    }
    left: Counter[str] = Counter(article.left)
    try:
        spans = _spans(doc)
    except Exception as error:  # a label that the file does not spell, tokens that are not there, ...
        cause = f"its spans are damaged ({type(error).__name__})"
        raise trouble(file, where, cause) from None
    marks = _marks(doc, spans, known, left)
    article = replace(article, marks=(*article.marks, *marks))
    _count(doc, left)
    return replace(article, left=+left)


def _spans(doc: "Doc") -> list[_Span]:
    """What `doc.spans` and `doc.ents` have. Whatever spaCy raises: the file is damaged."""
    groups = [*doc.spans.items(), ("ents", doc.ents)]
    return [
        _Span(f"{key} {number}", (span.label_, span.start_char, span.end_char), span.kb_id_)
        for key, group in groups
        for number, span in enumerate(group, 1)
    ]


def _marks(doc: "Doc", spans: list[_Span], known: set[_Place], left: Counter[str]) -> Iterator[Mark]:
    """Yield the spans, each label at each place once; `known` is left out."""
    values = _values(doc)
    text = doc.text
    for span in spans:
        if span.place in known:
            continue
        known.add(span.place)
        label, start, end = span.place
        if start == end:
            left[EMPTY] += 1
        elif not 0 <= start < end <= len(text):
            left[_OUTSIDE] += 1
        else:
            attributes = values.get((start, end), {})
            if span.kb_id:
                attributes = {"kb_id": span.kb_id, **attributes}
            yield Mark(span.name, label, (Piece(Span(start, end), text[start:end]),), attributes)


def _values(doc: "Doc") -> dict[tuple[int, int], dict[str, Any]]:
    """The extension attributes (`span._.NAME`) that are plain values, by the place of their span."""
    values: dict[tuple[int, int], dict[str, Any]] = {}
    told: Mapping[Any, Any] = doc.user_data
    for key, value in told.items():
        if _is_of_span(key) and isinstance(value, str | int | float):
            _, name, start, end = key[:4]
            values.setdefault((start, end), {})[name] = value
    return values


def _count(doc: "Doc", left: Counter[str]) -> None:
    """Count what is said of tokens and of the whole document."""
    left[_CATEGORIES] += len(doc.cats)
    for key, value in doc.user_data.items():
        left[_OF_TOKENS] += key != RECORD and value is not None and not _is_of_span(key)


def _is_of_span(key: Any) -> bool:
    """Tell whether a key of `doc.user_data` is that of a span's extension attribute, as spaCy makes it."""
    return isinstance(key, tuple) and len(key) >= 4 and key[0] == "._." and None not in key[2:4]


READER = Reader(
    name="spacy",
    title="spaCy DocBin",
    reads="a .spacy file, or a folder of them (train.spacy, dev.spacy, part-0001.spacy)",
    takes="every group of doc.spans and doc.ents, each label at each place once; ids in a knowledge base "
    "(kb_id) and extension attributes of spans as attributes; of our own export everything in the native "
    "record, and what was marked in the document since",
    leaves="categories of whole texts and extension attributes of tokens and documents are counted; tags, "
    "heads and lemmas are passed over",
    read=read,
    extra="spacy",
)
