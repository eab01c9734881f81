"""UIMA CAS XMI back in: what INCEpTION, other tools of UIMA and our exporter write.

A span layer is a label; a relation layer (`Governor` and `Dependent`, as INCEpTION has them) is a relation,
and so is a link from one annotation to another. Layers of plain spans (`custom.Span`, `NamedEntity`) have the
label as a value. Tokens, sentences and their grammar are no annotations here and are passed over.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from app.errors import UserError
from app.readers import uima_own
from app.readers.bounded import trouble
from app.readers.loaded import Link, LoadedArticle, Mark
from app.readers.reader import Reader
from app.readers.uima_files import Source, annotator_of, sources
from app.readers.uima_own import OWN
from app.readers.uima_text import ViewText, value_of
from app.readers.xmi import Bad, Cas, Structure, parse_cas

_METADATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
_ARRAYS = frozenset({"uima.cas.FSArray", "uima.cas.StringArray"})
# What text is made of, in DKPro Core and UIMA itself, and what INCEpTION notes for itself.
_PASSED_OVER = (
    "uima.cas.",
    "uima.tcas.DocumentAnnotation",
    *(
        f"{house}.core.api.{part}."
        for house in ("de.tudarmstadt.ukp.dkpro", "org.dkpro")
        for part in ("metadata", "segmentation", "lexmorph", "syntax", "xml", "transform")
    ),
    "de.tudarmstadt.ukp.clarin.webanno.api.type.",
    "de.tudarmstadt.ukp.inception.",
)
# Layers that say nothing by themselves: the label is the value of the feature.
_PLAIN = {"Span": "label", "NamedEntity": "value", "Relation": "label"}
_NO_VALUES = frozenset({"sofa", "begin", "end"})
_ENDS = (("Governor", "Dependent"), ("source", "target"))

_WHOLE_NUMBERS = frozenset({"uima.cas.Integer", "uima.cas.Long", "uima.cas.Short", "uima.cas.Byte"})
_FRACTIONS = frozenset({"uima.cas.Float", "uima.cas.Double"})
_PLAIN_VALUES = _WHOLE_NUMBERS | _FRACTIONS | {"uima.cas.String", "uima.cas.Boolean"}
_REFERENCES = re.compile(r"\d+(?: \d+)*")

_VALUES_OF_RELATIONS = "values of relations, which Pressmark does not have"
_LOOSE = "relations to what is no annotation"
_UNMARKED = "structures that mark no text"
_OTHER = "annotations of other layers of DKPro (coreference, semantic roles and such)"


def read(path: Path) -> Iterator[LoadedArticle]:
    """Yield the texts of the .xmi files at or below `path`, in zips too. UserError: see `Reader.read`."""
    for source in sources(path):

        def bad(where: str, cause: str, file: Path = source.path) -> UserError:
            return trouble(file, where, cause)

        cas = parse_cas(source.content, _is_passed_over, bad)
        if not cas.texts:
            raise bad("", "it has no text (no Sofa)")
        for number, sofa in enumerate(cas.texts, 1):
            where = source.name if len(cas.texts) == 1 else f"{source.name}, view {number}"
            yield _View(cas, sofa, source, bad).article(where)


def _is_passed_over(type_name: str) -> bool:
    return type_name.startswith(_PASSED_OVER) and type_name not in {_METADATA, *_ARRAYS}


class _Reference(NamedTuple):
    """A feature of an annotation that refers to other structures."""

    structure: Structure
    feature: str
    ids: str


class _View:
    """One text of a CAS with what is said of it."""

    def __init__(self, cas: Cas, sofa: str, source: Source, bad: Bad) -> None:
        text = cas.texts[sofa]
        if text is None:
            raise bad("", "its text is not in the file")
        self._cas = cas
        self._source = source
        self._text = ViewText(text, bad)
        self._left = self._text.left
        self._marks: list[Mark] = []
        self._marked_by: dict[str, str] = {}
        """The id of the mark by that of each structure that is a piece of it."""
        self._links: list[Link] = []
        here = [s for s in cas.structures.values() if s.features.get("sofa", sofa) == sofa]
        self._metadata = next((s for s in here if s.type == _METADATA), None)
        self._annotator = annotator_of(source, self._metadata)
        ends = {structure.id: self._ends(structure) for structure in here}
        self._own = [s for s in here if s.type.startswith(OWN) and ends[s.id] is None]
        for mark, fragments in uima_own.marks(self._own, self._text, self._annotator):
            self._add(mark, fragments)
        self._add_others([s for s in here if not s.type.startswith(OWN) and ends[s.id] is None], sofa)
        for structure in here:
            if (names := ends[structure.id]) is not None:
                self._relate(structure, names)

    def article(self, where: str) -> LoadedArticle:
        """Return what was found."""
        article, start = uima_own.home(self._own, self._metadata)
        return LoadedArticle(
            where=where,
            text=self._text.text,
            marks=tuple(self._marks),
            links=tuple(self._links),
            nothing=tuple(uima_own.passages(self._own, self._text)),
            article_id=article,
            segment_start=start,
            about=_about(self._metadata),
            blocks=tuple(uima_own.blocks(self._own, self._text)),
            left=+self._left,
        )

    def _add(self, mark: Mark, fragments: list[Structure]) -> None:
        self._marks.append(mark)
        self._marked_by.update((fragment.id, mark.id) for fragment in fragments)

    def _add_others(self, structures: list[Structure], sofa: str) -> None:
        """Add the annotations of other tools, then what they refer to."""
        references: list[_Reference] = []
        for structure in structures:
            kind = structure.type
            if kind == _METADATA:
                continue
            if "begin" not in structure.features:
                # Structures without a view are met in each: they count once. Those with a role are links.
                counts = sofa == next(iter(self._cas.texts)) and kind not in _ARRAYS
                self._left[_UNMARKED] += counts and "role" not in structure.features
            elif ".core.api." in kind and ".ner." not in kind:
                self._left[_OTHER] += 1
            else:
                references += self._mark(structure)
        for reference in references:
            self._refer(reference)

    # ------------------------------------------------------------------------------- annotations

    def _mark(self, structure: Structure) -> Iterator[_Reference]:
        """Add an annotation of another tool; yield those of its features that refer to others."""
        piece = self._text.piece(structure)
        if piece is None:
            return
        label, named_by = _label(structure)
        values: dict[str, Any] = {}
        for name, value in structure.features.items():
            if name in _NO_VALUES or name == named_by:
                continue
            if isinstance(value, str) and self._refers(structure.type, name, value):
                yield _Reference(structure, name, value)
            else:
                values[name] = self._value(structure.type, name, value)
        mark = Mark(
            id=structure.id, label=label, pieces=(piece,), attributes=values, annotator=self._annotator
        )
        self._add(mark, [structure])

    def _refers(self, type_name: str, feature: str, value: str) -> bool:
        """Tell whether a value is ids of other structures: by the type system, or by what they are."""
        ranged = self._source.types.range_of(type_name, feature)
        if not _REFERENCES.fullmatch(value) or ranged in _PLAIN_VALUES:
            return False
        if ranged:
            return not ranged.endswith("Array") or ranged == "uima.cas.FSArray"
        linked = [self._cas.structures.get(each) for each in value.split()]
        return all(each is not None and _is_link(each) for each in linked)

    def _value(self, type_name: str, feature: str, value: str | list[str]) -> object:
        """A value as its type has it; a string where no type is known."""
        ranged = self._source.types.range_of(type_name, feature)
        if isinstance(value, list):
            return value
        if ranged == "uima.cas.Boolean":
            return value == "true"
        if ranged in _WHOLE_NUMBERS and re.fullmatch(r"-?\d{1,19}", value):
            return int(value)
        if ranged in _FRACTIONS and re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d{1,3})?", value):
            return float(value)
        if ranged == "uima.cas.StringArray" and value in self._cas.structures:
            return self._cas.structures[value].features.get("elements", [])
        return value

    # --------------------------------------------------------------------------------- relations

    def _refer(self, reference: _Reference) -> None:
        """Add a relation for each annotation referred to, straight or by a link with a role."""
        structure, feature, ids = reference
        named = ids.split()
        first = self._found(structure, named[0])
        if first is not None and first.type == "uima.cas.FSArray":
            named = value_of(first, "elements").split()
        for each in named:
            found = self._found(structure, each)
            if found is None:
                self._left[_LOOSE] += 1
            elif _is_link(found):
                kind = value_of(found, "role") or feature
                target = value_of(found, "target")
                self._found(found, target)
                self._link(Link(kind, structure.id, target, self._annotator))
            else:
                self._link(Link(feature, structure.id, each, self._annotator))

    def _relate(self, structure: Structure, names: tuple[str, str]) -> None:
        """Add the relation that a structure is, with its ends in these features."""
        source, target = (value_of(structure, name) for name in names)
        self._found(structure, source)
        self._found(structure, target)
        if structure.type.startswith(OWN):
            self._link(uima_own.relation(structure, source, target, self._annotator))
            return
        kind, named_by = _label(structure)
        self._left[_VALUES_OF_RELATIONS] += len(structure.features.keys() - {*_NO_VALUES, *names, named_by})
        self._link(Link(kind, source, target, self._annotator))

    def _link(self, link: Link) -> None:
        source, target = (self._marked_by.get(end) for end in (link.source, link.target))
        if source is None or target is None:
            self._left[_LOOSE] += 1
        else:
            self._links.append(
                Link(link.type, source, target, link.annotator, link.created_at, link.native_id)
            )

    def _found(self, structure: Structure, identity: str) -> Structure | None:
        """What a structure refers to; None where it was passed over. UserError: it is not in the file."""
        if identity in self._cas.structures:
            return self._cas.structures[identity]
        if identity in self._cas.skipped:
            return None
        cause = f"it refers to “{identity}”, which is not in the file"
        raise self._text.bad(structure.where, cause)

    def _ends(self, structure: Structure) -> tuple[str, str] | None:
        """The features that a relation has its ends in; None where the structure is no relation."""
        features = structure.features
        if "begin" not in features:
            return None
        for names in _ENDS:
            if all(_REFERENCES.fullmatch(value_of(structure, name)) for name in names):
                return names
        return None


def _label(structure: Structure) -> tuple[str, str]:
    """What an annotation or relation is called, and the feature that says so (empty: its layer does)."""
    layer = structure.type.rpartition(".")[2]
    named_by = _PLAIN.get(layer, "value" if ".ner." in structure.type else "")
    label = value_of(structure, named_by).strip()
    return (label, named_by) if label else (layer, "")


def _is_link(structure: Structure) -> bool:
    """Tell whether a structure only leads from one annotation to another, as INCEpTION's links do."""
    return "target" in structure.features and "begin" not in structure.features


def _about(metadata: Structure | None) -> dict[str, str]:
    """What DKPro's metadata say of the article."""
    if metadata is None:
        return {}
    url = value_of(metadata, "documentUri")
    told = {
        "title": value_of(metadata, "documentTitle"),
        "language": value_of(metadata, "language").replace("x-unspecified", ""),
        "url": url if url.startswith(("http://", "https://")) else "",
    }
    return {name: value for name, value in told.items() if value}


READER = Reader(
    name="uima",
    title="UIMA CAS XMI, of INCEpTION and others",
    reads="a folder of .xmi files (or zips of them), in folders of it too; an .xmi file; or a zip as "
    "INCEpTION exports it. TypeSystem.xml beside or above them tells numbers from text; it may be missing",
    takes="annotations of every layer of spans, its name as the label (of plain layers their value), "
    "features as attributes, layers of relations, and links; of our own export also fragments, annotators, "
    "notes, passages, blocks and suggestions",
    leaves="tokens, sentences and grammar are passed over; values of relations, annotations of no character, "
    "DKPro's layers for coreference and roles, and what marks no text are counted",
    read=read,
)
