"""How the files of a release are loaded, as the card shows it."""

from collections.abc import Iterator, Mapping, Sequence

from app.dataset.card import OFFSETS, python, with_datasets
from app.exporters import ExportReport
from app.release.manifest import FileEntry

_FOLDER = "path/to/this/folder"


def how_to_load(
    splits: Mapping[str, str], data: Mapping[str, Sequence[FileEntry]], exports: Mapping[str, ExportReport]
) -> Iterator[str]:
    """Yield Markdown for each format that there is something to say of.

    `splits` has the files that the front matter names, by split.
    """
    if splits:
        yield "With Hugging Face `datasets` (this page begins with which file is which split):"
        yield with_datasets(_FOLDER, next(iter(splits)))
    readable = {
        form: {_part(entry): entry.path for entry in entries if entry.rows} for form, entries in data.items()
    }
    if readable.get("jsonl"):
        path = next(iter(readable["jsonl"].values()))
        yield "Line by line, without any library:"
        yield python(
            "import json",
            "",
            f'with open("{_FOLDER}/{path}", encoding="utf-8") as lines:',
            "    for line in lines:",
            "        row = json.loads(line)",
        )
    if readable.get("spacy"):
        path = next(iter(readable["spacy"].values()))
        yield "With spaCy (every annotation in `doc.spans`, those that do not overlap in `doc.ents`):"
        yield python(
            "import spacy",
            "from spacy.tokens import DocBin",
            "",
            f'docs = list(DocBin().from_disk("{_FOLDER}/{path}").get_docs(spacy.blank("ru").vocab))',
        )
    others = [name for name in exports if name not in {"parquet", "hf", "jsonl", "spacy"}]
    if others:
        yield f"Other formats here: {', '.join(f'`{name}`' for name in others)}, each by its own readers."
    yield OFFSETS


def _part(entry: FileEntry) -> str:
    return entry.path.rpartition("/")[2].partition(".")[0]
