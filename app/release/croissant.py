"""croissant.json: the release described in the Croissant format, which data catalogues and loaders read.

Croissant 1.0 (https://docs.mlcommons.org/croissant/docs/croissant-spec.html), JSON-LD over schema.org: a
`FileObject` with its hash for every data file, and a `RecordSet` with fields over the files of one format,
JSON lines before Parquet.
"""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import orjson

from app.release.manifest import FileEntry

CROISSANT = "croissant.json"

# The context every Croissant 1.0 file has, so that its terms need no prefixes.
_CONTEXT: Mapping[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}

MEDIA_TYPES: Mapping[str, str] = {
    ".jsonl": "application/jsonlines",
    ".parquet": "application/x-parquet",
    ".csv": "text/csv",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
    ".xmi": "application/xml",
    ".zip": "application/zip",
    ".md": "text/markdown",
    ".toml": "application/toml",
    ".txt": "text/plain",
    ".ann": "text/plain",
    ".conll": "text/plain",
    ".conllu": "text/plain",
    ".iob": "text/plain",
}
"""By extension; anything else is a stream of bytes."""

_TEXT, _INTEGER = "sc:Text", "sc:Integer"

# Of an article: field, type, how it is found in the column `article`, and what it is.
_ARTICLE = (
    ("id", _INTEGER, "$.id", "What the project calls the article."),
    ("text_sha256", _TEXT, "$.text_sha256", "SHA-256 of the article's whole text in UTF-8."),
    ("title", _TEXT, "$.title", "Headline of the page."),
    ("site", _TEXT, "$.site", "Publisher."),
    ("url", _TEXT, "$.url", "Address of the page."),
    ("published", _TEXT, "$.published", "ISO 8601 date or date-time; null where it is unknown."),
    ("language", _TEXT, "$.language", "ISO 639-1 code."),
)
# Of each annotation, in the same way in the column `annotations`.
_ANNOTATION = (
    ("id", _INTEGER, "$.id", "What the project calls the annotation."),
    ("annotator", _TEXT, "$.annotator", "Who made it."),
    ("label", _TEXT, "$.label", "Id of its label, defined in scheme.toml."),
    ("start", _INTEGER, "$.fragments[0].start", "Where its first fragment begins, in Unicode code points."),
    ("end", _INTEGER, "$.fragments[0].end", "Where its first fragment ends, exclusive."),
    ("text", _TEXT, "$.fragments[0].text", "What its first fragment says."),
)


def croissant(
    *,
    name: str,
    description: str,
    version: str,
    published: str,
    languages: Sequence[str],
    data: Mapping[str, Sequence[FileEntry]],
) -> bytes:
    """Return the file. `data` are the data files by format; `published` is an ISO 8601 date or empty."""
    files = [entry for entries in data.values() for entry in entries]
    values: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": name,
        "description": description,
        "version": version,
        # The texts are the publishers'; no program can say under which licence they may be passed on.
        "license": "unknown",
        "url": "./",
        "inLanguage": list(languages),
        "citeAs": f"{name}, {version}",
        **({"datePublished": published} if published else {}),
        "distribution": [_file(entry) for entry in files],
        "recordSet": [],
    }
    for form in ("jsonl", "parquet"):
        readable = [entry for entry in data.get(form, ()) if entry.rows]
        if readable:
            values["distribution"].append(_file_set(form, readable))
            values["recordSet"] = [_parts(readable), _records(form, readable)]
            break
    return orjson.dumps(values, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _file(entry: FileEntry) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": entry.path,
        "name": entry.path,
        "contentUrl": entry.path,
        "contentSize": f"{entry.bytes} B",
        "encodingFormat": MEDIA_TYPES.get(PurePosixPath(entry.path).suffix, "application/octet-stream"),
        "sha256": entry.sha256,
    }


def _file_set(form: str, entries: Sequence[FileEntry]) -> dict[str, Any]:
    """The parts that have something in them: an empty file has no columns."""
    return {
        "@type": "cr:FileSet",
        "@id": f"{form}-files",
        "name": f"{form}-files",
        "description": "The records, a file a part.",
        "encodingFormat": MEDIA_TYPES[f".{form}"],
        "includes": [entry.path for entry in entries],
    }


def _parts(entries: Sequence[FileEntry]) -> dict[str, Any]:
    """The parts as an enumeration, as the specification asks for splits."""
    return {
        "@type": "cr:RecordSet",
        "@id": "parts",
        "name": "parts",
        "dataType": "cr:Split",
        "key": {"@id": "parts/name"},
        "field": [_field("parts", "name", _TEXT, "train, dev or test.")],
        "data": [{"parts/name": PurePosixPath(entry.path).stem} for entry in entries],
    }


def _records(form: str, entries: Sequence[FileEntry]) -> dict[str, Any]:
    part = _field("records", "part", _TEXT, "The part the record was dealt to.")
    stems = "|".join(PurePosixPath(entry.path).stem for entry in entries)
    part |= {
        "references": {"field": {"@id": "parts/name"}},
        "source": {
            "fileSet": {"@id": f"{form}-files"},
            "extract": {"fileProperty": "filename"},
            "transform": {"regex": f"^({stems})(?:\\.{form})?$"},
        },
    }
    text = _field("records", "text", _TEXT, "The text that all offsets count code points of.")
    text["source"] = {"fileSet": {"@id": f"{form}-files"}, "extract": {"column": "text"}}
    annotations = _field("records", "annotations", None, "Everything marked in the text.")
    annotations |= {"repeated": True, "subField": _inside(form, "annotations", _ANNOTATION)}
    return {
        "@type": "cr:RecordSet",
        "@id": "records",
        "name": "records",
        "description": "One record an article, or a segment of one.",
        "field": [*_inside(form, "article", _ARTICLE), text, annotations, part],
    }


def _inside(form: str, column: str, fields: Sequence[tuple[str, str, str, str]]) -> list[dict[str, Any]]:
    """Fields that are found inside the values of one column."""
    found = []
    for name, kind, path, said in fields:
        field = _field(f"records/{column}", name, kind, said)
        field["source"] = {
            "fileSet": {"@id": f"{form}-files"},
            "extract": {"column": column},
            "transform": {"jsonPath": path},
        }
        found.append(field)
    return found


def _field(owner: str, name: str, kind: str | None, said: str) -> dict[str, Any]:
    field: dict[str, Any] = {"@type": "cr:Field", "@id": f"{owner}/{name}", "name": f"{owner}/{name}"}
    field["description"] = said
    return field if kind is None else {**field, "dataType": kind}
