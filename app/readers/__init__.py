"""Datasets in: the formats annotations come back in. A reader gives values; `loading.load` brings them in."""

from collections.abc import Mapping
from types import MappingProxyType

from app.errors import UserError
from app.readers import brat, doccano, label_studio, native, spacy_docbin, uima, w3c
from app.readers.reader import Reader

__all__ = ["READERS", "Reader", "reader_named"]

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        module.READER.name: module.READER
        for module in (native, label_studio, doccano, brat, w3c, uima, spacy_docbin)
    }
)
"""By the name that `--format` takes."""

_ALSO = {"jsonl-utf16": "jsonl"}
"""Formats that another one's reader takes."""


def reader_named(name: str) -> Reader:
    """Return the reader of the format of that name. UserError: there is none."""
    name = _ALSO.get(name, name)
    if name not in READERS:
        raise UserError(f"There is no format “{name}” to load from: there are {', '.join(READERS)}.")
    return READERS[name]
