"""A folder as the Hugging Face hub has it: Parquet files by split, and README.md, the dataset card.

The layout follows https://huggingface.co/docs/hub/datasets-manual-configuration: `data/SPLIT-*.parquet`, and
a card whose YAML front matter says which files are which split. The files are those of the Parquet format,
which carry their own schema, so the card repeats none; the part `dev` is the split `validation`. A split that
nothing was dealt to has no file: the hub wants rows in each.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from app.dataset import PARTS, Dataset, Part, Record
from app.dataset.card import (
    HUB_SPLITS,
    OFFSETS,
    RIGHTS,
    counts_table,
    front_matter,
    label_definitions,
    languages_table,
    losses_list,
    selection_list,
    table,
    with_datasets,
)
from app.dataset.counts import Counts, total
from app.exporters import parquet
from app.exporters.format import Format, Sink, Tally
from app.wording import counted, on_one_line

_FIELDS = (
    ("schema_version", "1; raised when a reader of older rows would misread newer ones"),
    ("scheme", "id and version of the annotation scheme"),
    (
        "article",
        "what is known of it: id, hash of its text, title, site, url, published, authors, language, where "
        "it was imported from, and its blocks with their roles",
    ),
    (
        "segment",
        "number of the segment in its article, and where it stands there; null for a whole article",
    ),
    ("text", "the canonical text, or the segment's piece of it"),
    ("statuses", "how far each annotator is; done without annotations: read, and nothing found"),
    (
        "annotations",
        "id, annotator, label, fragments (start, end, text, and up to 32 characters before and after), "
        "attributes as JSON in text, confidence, note, the suggester it was accepted from, date",
    ),
    ("relations", "id, annotator, type, source and target (ids of annotations), date"),
    ("empty_passages", "passages that an annotator has read and found nothing in"),
    ("assessments", "what each annotator says of the article as a whole"),
    (
        "suggestions",
        "what machines proposed, with the decision on it; no annotations; null where not asked for",
    ),
)
"""The columns, in the order of the files."""


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Count nothing: nothing is lost."""
    return parquet.survey(dataset, tally)


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Sink]:
    """Write the folder with one split, train. UserError: pyarrow is not installed."""
    with _folder(path, dataset, tally, PARTS[:1]) as sinks:
        yield sinks[PARTS[0]]


@contextmanager
def write_parts(path: Path, dataset: Dataset, tally: Tally) -> Iterator[Mapping[Part, Sink]]:
    """Write the folder with a split for each part. UserError: pyarrow is not installed."""
    with _folder(path, dataset, tally, PARTS) as sinks:
        yield sinks


@contextmanager
def _folder(
    path: Path, dataset: Dataset, tally: Tally, parts: Sequence[Part]
) -> Iterator[Mapping[Part, Sink]]:
    (path / "data").mkdir(parents=True)
    counts = {part: Counts() for part in parts}
    with ExitStack() as files:
        yield {
            part: _counting(
                counts[part], files.enter_context(parquet.write(_file(path, part), dataset, tally))
            )
            for part in parts
        }
    # A split without rows is none, but a dataset of nothing is one that loads, with its columns.
    kept = [part for part in parts if counts[part].records] or parts[:1]
    for part in set(parts).difference(kept):
        _file(path, part).unlink()
    told = card(dataset, {part: counts[part] for part in kept}, tally)
    (path / "README.md").write_text(told, encoding="utf-8", newline="\n")


def _file(path: Path, part: Part) -> Path:
    return path / "data" / f"{HUB_SPLITS[part]}-00000-of-00001.parquet"


def _counting(counts: Counts, sink: Sink) -> Sink:
    def put(record: Record) -> None:
        counts.add(record)
        sink(record)

    return put


# --------------------------------------------------------------------------------------------- the card


def card(dataset: Dataset, counts: Mapping[Part, Counts], tally: Tally) -> str:
    """Return README.md of the folder: the front matter that the hub reads, then the card for people.

    `counts` are of the parts that are there, one at least.
    """
    scheme = dataset.scheme
    everything = total(counts.values())
    splits = {HUB_SPLITS[part]: found for part, found in counts.items()}
    rows = "segment" if dataset.shape.segmentation != "article" else "article"
    period = (
        f", published from {everything.published_first} to {everything.published_last}"
        if everything.published_first
        else ""
    )
    pieces = [
        front_matter(scheme.name, {split: f"data/{split}-*.parquet" for split in splits}, everything),
        f"# {on_one_line(scheme.name)}",
        f"{counted(everything.articles, 'news article')}{period}, annotated with the scheme "
        f"“{on_one_line(scheme.name)}” (`{scheme.id}`, version {scheme.version}) in Pressmark. "
        f"A row is one {rows} with everything that annotators said of it.",
        "## Counts",
        counts_table(splits, scheme),
        languages_table(everything),
        "## Loading",
        with_datasets("path/to/this/folder", next(iter(splits))),
        "## What was taken",
        selection_list(dataset),
        "## Labels",
        label_definitions(scheme),
        "## Fields",
        table(["column", "what it has"], [[f"`{name}`", said] for name, said in _FIELDS]),
        "## Offsets",
        OFFSETS,
        "## Known losses",
        losses_list(FORMAT.report(tally)),
        "## Rights",
        RIGHTS,
    ]
    return "\n\n".join(pieces) + "\n"


FORMAT = Format(
    name="hf",
    extension="",
    title="Hugging Face dataset (Parquet with a dataset card)",
    shape="a folder with README.md, the dataset card, and data/SPLIT-00000-of-00001.parquet for each split: "
    "train alone, or train, validation and test with --split; rows and columns as in `parquet`",
    holds="what native JSON lines hold, and a card with counts and the scheme’s definitions of the labels",
    loses=parquet.FORMAT.loses,
    units=parquet.FORMAT.units,
    verified_by="datasets 5.2, huggingface_hub 2.4",
    fates=(),
    survey=survey,
    write=write,
    write_parts=write_parts,
    extra="parquet",
)
