"""README.md: the card of a release, for whoever trains on it without knowing the project.

It begins with the front matter that the Hugging Face hub reads, so that the folder can be pushed as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.dataset import PARTS, Dataset, Group, LeakageReport
from app.dataset.card import (
    HUB_SPLITS,
    RIGHTS,
    counts_table,
    front_matter,
    label_definitions,
    languages_table,
    losses_list,
    selection_list,
    table,
)
from app.dataset.counts import Counts, total
from app.exporters import FORMATS, ExportReport
from app.release import charts
from app.release.agreement_tables import agreement_tables
from app.release.how_to_load import how_to_load
from app.release.manifest import FileEntry, Manifest
from app.release.survey import SPLITS, Survey
from app.suggestion import Decision
from app.wording import counted, most_first, on_one_line

CARD = "README.md"
LEAKAGE = "leakage.json"

_MOST_SITES = 20

_TOGETHER: Mapping[Group, str] = {
    "duplicates": "near-duplicates",
    "site": "near-duplicates, and all articles of a site",
    "speaker": "near-duplicates, and all articles with marks of one speaker",
    "article": "equal texts only",
}

_DECISIONS = (Decision.ACCEPTED, Decision.EDITED, Decision.REJECTED)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a card is made from."""

    manifest: Manifest
    dataset: Dataset
    survey: Survey
    leakage: LeakageReport
    exports: Mapping[str, ExportReport]
    """By format."""
    data: Mapping[str, Sequence[FileEntry]]
    """The data files by format, those that are a file a part."""
    captions: Mapping[str, str]
    """Of the charts by file name."""


def card(facts: Facts) -> str:
    """Return the card; it ends with a line feed."""
    manifest, survey = facts.manifest, facts.survey
    everything = total(survey.counts.values())
    paths = _default_paths(facts)
    sections = [
        front_matter(manifest.name, paths, replace(everything, records=_records(manifest))),
        f"# {on_one_line(manifest.name)}",
        _summary(manifest, everything),
        "## Files",
        *_files(facts),
        "## Loading",
        *how_to_load(paths, facts.data, facts.exports),
        "## Counts",
        counts_table({str(part): counts for part, counts in survey.counts.items()}, survey.scheme),
        *_chart(facts, "labels.png"),
        languages_table(everything),
        *(piece for name in ("languages.png", "months.png", "lengths.png") for piece in _chart(facts, name)),
        "## What was taken",
        selection_list(facts.dataset),
        "## Labels",
        label_definitions(survey.scheme),
        "## Where it comes from",
        *_provenance(survey, everything),
        "## Agreement",
        *agreement_tables(survey.agreement),
        "## Splits",
        *_splits(facts),
        "## Known losses",
        *_losses(facts.exports),
        "## Rights",
        RIGHTS,
        "## Verifying and comparing",
        "`manifest.json` has the SHA-256 of every file. `pressmark release PROJECT --out THIS_FOLDER` with "
        "the options this release was made with hashes them all again; `pressmark release PROJECT --out "
        "ANOTHER --diff THIS_FOLDER` says what changed since.",
    ]
    return "\n\n".join(sections) + "\n"


def _records(manifest: Manifest) -> int:
    """How many rows the files have: articles, or the segments these were cut into."""
    return sum(counts["records"] for counts in manifest.counts.values())


def description(manifest: Manifest, counts: Counts) -> str:
    """Return what the dataset is in a sentence or two, without Markdown."""
    first, last = counts.published_first, counts.published_last
    days = (
        f" published from {first} to {last}" if first != last else f" published on {first}" if first else ""
    )
    scheme = manifest.scheme
    return (
        f"{counted(counts.articles, 'news article')}{days} with "
        f"{counted(counts.annotations, 'annotation')} and "
        f"{counted(counts.relations, 'relation')}, made by people in Pressmark with the scheme "
        f"“{on_one_line(scheme['name'])}” ({scheme['id']}, version {scheme['version']})."
    )


def _summary(manifest: Manifest, counts: Counts) -> str:
    head = manifest.history
    made_with = ", ".join(f"{name} {version}" for name, version in manifest.made_with.items())
    return (
        f"{description(manifest, counts)}\n\n"
        f"A frozen release of the project's state at step {head.number:,} of its history, {head.at[:10]} "
        f"(`{head.sha256[:16]}…`). Made with {made_with}; the same project and options give the same bytes."
    )


def _default_paths(facts: Facts) -> dict[str, str]:
    """The files that the hub shows and `load_dataset` reads, by split: of parts that have something in them.

    Never those of JSON lines: `datasets` guesses their types file by file, fails where one part has no date
    and another has one, and makes timestamps of dates.
    """
    for form, path in (("parquet", "parquet/{part}.parquet"), ("hf", "hf/data/{split}-*.parquet")):
        if form in facts.exports:
            filled = [part for part in PARTS if facts.exports[form].parts[part]]
            return {HUB_SPLITS[part]: path.format(part=part, split=HUB_SPLITS[part]) for part in filled}
    return {}


def _files(facts: Facts) -> Iterator[str]:
    rows: list[list[object]] = []
    for name, report in facts.exports.items():
        entries = {entry.path: entry for entry in facts.data.get(name, ())}
        place = f"`{name}/`" if not entries else " ".join(f"`{path}`" for path in entries)
        rows.append([place, FORMATS[name].title, *(report.parts[part] for part in PARTS)])
    yield table(["where", "format", *PARTS], rows)
    yield (
        f"Beside them: `{SPLITS}` (the part and the group of each article), `articles.jsonl` (what releases "
        "are compared by), `scheme.toml` (the whole scheme), "
        f"`{LEAKAGE}` (what is in several parts), `croissant.json` (Croissant metadata), `manifest.json`."
    )


def _chart(facts: Facts, name: str) -> Iterator[str]:
    if name in facts.captions:
        yield f"![{facts.captions[name]}]({charts.FOLDER}/{name})"


# -------------------------------------------------------------------------------------------- provenance


def _provenance(survey: Survey, counts: Counts) -> Iterator[str]:
    kinds = ", ".join(
        f"{kind or 'an unknown kind'} {survey.media_types[kind]:,}" for kind in most_first(survey.media_types)
    )
    yield f"What the articles were imported from: {kinds or 'nothing'}. Their texts are the publishers' own."
    sites = most_first(counts.sites)
    rows: list[list[object]] = [[site or "unknown", counts.sites[site]] for site in sites[:_MOST_SITES]]
    if more := sites[_MOST_SITES:]:
        rows.append([f"{len(more):,} more", sum(counts.sites[site] for site in more)])
    if rows:
        yield table(["site", "articles"], rows)
    statuses = ", ".join(
        f"{status.value.replace('_', ' ')} {count:,}" for status, count in sorted(survey.statuses.items())
    )
    yield (
        f"{counted(len(counts.annotators), 'annotator')} made the annotations. How far each of them was "
        f"with each article: {statuses or 'not said'}."
    )
    yield from _suggested(survey)


def _suggested(survey: Survey) -> Iterator[str]:
    """What machines had to do with it."""
    annotations, by_hand = survey.origins.total(), survey.origins[""]
    if not survey.decisions and annotations == by_hand:
        yield "Nothing in it was suggested by a machine."
        return
    if annotations:
        taken = annotations - by_hand
        yield (
            f"{taken:,} of {counted(annotations, 'annotation')} ({taken / annotations:.1%}) were accepted "
            "from a suggestion, as it was or edited; the others were made by hand. `origin` of an annotation "
            "says which."
        )
    names = sorted({*survey.decisions, *survey.origins} - {""})
    yield table(
        ["suggester", "annotations from it", *(f"{decision.value}" for decision in _DECISIONS)],
        [
            [f"`{n}`", survey.origins[n], *(survey.decisions[n][decision] for decision in _DECISIONS)]
            for n in names
        ],
    )


# ------------------------------------------------------------------------------------- splits and losses


def _splits(facts: Facts) -> Iterator[str]:
    split, found = facts.manifest.plan["split"], facts.leakage
    shares = "/".join(map(str, split["shares"]))
    by = f", every part with its share of each {split['stratify']}" if split["stratify"] else ""
    salt = f"the salt `{split['salt']}`" if split["salt"] else "no salt"
    yield (
        f"{shares} for {', '.join(PARTS)}; dealt by hash with {salt}, never shuffled{by}. What stays "
        f"together: {_TOGETHER[split['group']]}. `{SPLITS}` names the part of every article."
    )
    yield table(
        ["part", "articles", "groups", "share", "asked"],
        [[part, c.articles, c.groups, f"{c.share:.1%}", f"{c.asked:.1%}"] for part, c in found.parts.items()],
    )
    # The parts are in the table; what comes after them is what leaks.
    yield "\n".join(f"- {on_one_line(line)}" for line in str(found).splitlines()[len(found.parts) :])


def _losses(exports: Mapping[str, ExportReport]) -> Iterator[str]:
    for name, report in exports.items():
        declared = FORMATS[name]
        yield f"### `{name}`"
        yield f"Loses always: {declared.loses}. Units: {declared.units}."
        yield losses_list(report.losses)
