"""Pieces of a dataset's card, in Markdown for people: Hugging Face folders and releases have one."""

import re
from collections.abc import Iterable, Mapping, Sequence

import orjson

from app.dataset.counts import Counts, total
from app.dataset.dataset import Dataset
from app.dataset.splits import Part
from app.losses import LossReport
from app.scheme import Attribute, Label, RelationType, Scheme
from app.wording import most_first, on_one_line

HUB_SPLITS: Mapping[Part, str] = {"train": "train", "dev": "validation", "test": "test"}
"""What the Hugging Face hub calls the parts."""

OFFSETS = (
    "`start` and `end` count Unicode code points of `text`, from 0, end exclusive, as Python indexes a "
    "`str`. They are neither bytes nor UTF-16 code units: in JavaScript, Java or C# a character like 🙂 "
    "counts two. Every fragment carries the text it marks, so that a reader can verify it."
)

RIGHTS = (
    "The texts are their publishers', named in `site` and `url` of each article; this card licenses "
    "nothing of theirs. The files name annotators as they call themselves."
)

# The hub's own names for how many rows there are, and for a language.
_SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000)
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def counts_table(parts: Mapping[str, Counts], scheme: Scheme) -> str:
    """Return a table of counts: a column for each part, and one for all where there are several.

    `parts` are by name ("train"); a single part has the name of its column, whatever it is.
    """
    columns = {**parts, "all": total(parts.values())} if len(parts) > 1 else dict(parts)
    counts = list(columns.values())
    labels = _in_order((label.id for label in scheme.labels), (c.labels for c in counts))
    kinds = _in_order((kind.id for kind in scheme.relations), (c.relation_types for c in counts))
    rows: list[list[object]] = [["articles", *(c.articles for c in counts)]]
    if any(c.records != c.articles for c in counts):
        rows.append(["segments", *(c.records for c in counts)])
    rows += [
        ["characters", *(c.characters for c in counts)],
        ["annotations", *(c.annotations for c in counts)],
        *([f"– `{label}`", *(c.labels[label] for c in counts)] for label in labels),
        ["– of several fragments", *(c.discontinuous for c in counts)],
        ["relations", *(c.relations for c in counts)],
        *([f"– `{kind}`", *(c.relation_types[kind] for c in counts)] for kind in kinds),
        ["passages read and empty", *(c.empty_passages for c in counts)],
    ]
    if any(c.suggestions for c in counts):
        rows.append(["suggestions (no annotations)", *(c.suggestions for c in counts)])
    return table(["", *columns], rows)


def label_definitions(scheme: Scheme) -> str:
    """Return what the scheme says of every label: guideline, examples and attributes, then the relations."""
    pieces = [_label(label) for label in scheme.labels]
    if scheme.relations:
        pieces.append("### Relations\n\n" + "\n".join(_relation(relation) for relation in scheme.relations))
    if scheme.article:
        pieces.append("### Of an article as a whole\n\n" + _attributes(scheme.article))
    return "\n\n".join(pieces)


def selection_list(dataset: Dataset) -> str:
    """Return what of the project was taken, and in what shape, as a list."""
    selection, shape = dataset.selection, dataset.shape
    taken = {
        "annotators": selection.annotators,
        "statuses of an annotator's set": selection.statuses,
        "labels": selection.labels,
        "languages": selection.languages,
        "sites": selection.sites,
    }
    said = [f"{what}: {_cell(', '.join(values))}" for what, values in taken.items() if values]
    if selection.published_from or selection.published_to:
        said.append(f"published from {selection.published_from or '…'} to {selection.published_to or '…'}")
    if selection.least_confidence:
        said.append(f"annotations with a confidence of {selection.least_confidence:g} or more, or none given")
    said.append("with suggestions" if selection.with_suggestions else "without suggestions")
    if shape.segmentation == "article":
        said.append("whole articles")
    else:
        said.append(f"cut by {shape.segmentation}; what an annotation goes over stays together")
    said += [
        f"the label `{label}` is called `{name}`" for label, name in shape.names.items() if name != label
    ]
    return "\n".join(f"- {line}" for line in said)


def losses_list(report: LossReport) -> str:
    """Return what is not as it was as a list, or the sentence that nothing was lost."""
    if not report.losses:
        return "Nothing that was selected is missing."
    return "\n".join(f"- {loss}" for loss in report.losses)


def front_matter(name: str, paths: Mapping[str, str], counts: Counts) -> str:
    """Return the YAML that the Hugging Face hub reads first, with the path of each split's files by its name.

    Texts are quoted as JSON has them, which YAML takes.
    """
    languages = sorted(filter(_LANGUAGE.fullmatch, counts.languages))
    lines = ["---", f"pretty_name: {orjson.dumps(name).decode('utf-8')}"]
    if languages:
        lines += ["language:", *(f'- "{language}"' for language in languages)]
    lines += ["task_categories:", "- token-classification"]
    lines += ["size_categories:", f"- {_size(counts.records)}"]
    lines += ["tags:", "- span-annotation", "- news"]
    if paths:
        lines += ["configs:", "- config_name: default", "  data_files:"]
    for split, path in paths.items():
        lines += [f"  - split: {split}", f"    path: {path}"]
    return "\n".join([*lines, "---"])


def python(*lines: str) -> str:
    """Return a block of Python."""
    return "\n".join(("```python", *lines, "```"))


def with_datasets(folder: str, split: str) -> str:
    """Return the Python that loads a folder with Hugging Face `datasets`, and verifies a row of a split."""
    return python(
        "import datasets",
        "",
        f'dataset = datasets.load_dataset("{folder}")',
        f'row = dataset["{split}"][0]',
        'for annotation in row["annotations"]:',
        '    for fragment in annotation["fragments"]:',
        '        assert row["text"][fragment["start"] : fragment["end"]] == fragment["text"]',
    )


def languages_table(counts: Counts) -> str:
    """Return how many articles each language has, most first."""
    found = counts.languages
    rows = [[f"`{language}`" if language else "unknown", found[language]] for language in most_first(found)]
    return table(["language", "articles"], rows)


def table(head: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table; whole numbers have commas and stand to the right, texts are escaped."""
    rows = [list(row) for row in rows]
    right = [bool(rows) and all(isinstance(row[i], int) for row in rows) for i in range(len(head))]
    lines = [head, ["--:" if is_right else "---" for is_right in right], *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _size(rows: int) -> str:
    """The hub's name for this many rows ("1K<n<10K")."""
    if rows < _SIZES[0]:
        return "n<1K"
    at = max(size for size in _SIZES if size <= rows)
    return f"{_short(at)}<n<{_short(10 * at)}" if at < _SIZES[-1] else f"n>{_short(at)}"


def _short(size: int) -> str:
    for unit, letter in ((1_000_000_000, "B"), (1_000_000, "M"), (1_000, "K")):
        if size >= unit:
            return f"{size // unit}{letter}"
    raise AssertionError("sizes begin at a thousand")


def _cell(value: object) -> str:
    """A cell: on one line, with nothing in it that ends it."""
    if isinstance(value, int):
        return f"{value:,}"
    return on_one_line(str(value)).replace("|", "\\|").replace("<", "&lt;")


def _in_order(known: Iterable[str], met: Iterable[Iterable[str]]) -> list[str]:
    """The names of the scheme in its order, then those met that it lacks."""
    order = dict.fromkeys(known)
    return [*order, *sorted({name for names in met for name in names} - order.keys())]


def _label(label: Label) -> str:
    pieces = [f"### {_cell(label.name)} (`{label.id}`)"]
    if label.guideline.strip():
        pieces.append(label.guideline.strip())
    if label.examples:
        pieces.append("\n".join(f"- {_cell(example)}" for example in label.examples))
    if label.attributes:
        pieces.append(_attributes(label.attributes))
    return "\n\n".join(pieces)


def _attributes(attributes: Iterable[Attribute]) -> str:
    rows = [
        [f"`{a.id}`", a.name, a.type, ", ".join(f"`{value}`" for value in a.values), a.help]
        for a in attributes
    ]
    return table(["attribute", "name", "type", "values", "meaning"], rows)


def _relation(relation: RelationType) -> str:
    ends = (", ".join(f"`{label}`" for label in side) for side in (relation.sources, relation.targets))
    said = [" → ".join(ends)]
    if relation.symmetric:
        said.append("holds both ways")
    if relation.single:
        said.append("one for each source")
    return f"- {_cell(relation.name)} (`{relation.id}`): {'; '.join(said)}"
