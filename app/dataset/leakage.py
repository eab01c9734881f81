"""What of a dealt dataset is in several parts, so that a model would be examined on what it has learned.

The near-duplicates are searched for anew across the parts, whatever the split says: what holds of a deal of
today can be asked of the parts of an older one (`replace(dealt, parts=...)`).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from app.dataset.dataset import Dataset
from app.dataset.duplicates import SIMILAR, near_pairs
from app.dataset.splits import PARTS, Dealt, Group, Part, read_shingles
from app.dataset.traits import Traits, checking
from app.wording import counted

_SHOWN = 3
"""As many examples stand in a line; the JSON form has all."""


@dataclass(frozen=True, slots=True)
class PartCounts:
    """What one part holds."""

    articles: int
    groups: int
    share: float
    """Of the articles, 0 to 1."""
    asked: float
    """The share asked for, 0 to 1."""
    labels: Mapping[str, int]
    """Number of annotations by label, as the dataset names it."""


@dataclass(frozen=True, slots=True)
class LeakedPair:
    """Two articles in different parts with a Jaccard index of 0.7 or more."""

    first: int
    second: int
    """Article ids."""
    jaccard: float


@dataclass(frozen=True, slots=True)
class LeakageReport:
    """What is in several parts at once, and how far the parts are what was asked for."""

    parts: Mapping[Part, PartCounts]
    pairs: tuple[LeakedPair, ...]
    """The most alike first."""
    sites: Mapping[str, Mapping[Part, int]]
    """Number of articles by part, of the sites that are in several; those with most articles first."""
    speakers: Mapping[str, Mapping[Part, int]]
    """The same of speakers."""
    all_sites: int
    all_speakers: int
    group: Group
    """What was kept together."""
    largest_group: str
    """Name of the group with most articles; empty where there is no article."""
    largest_size: int
    """Number of articles in it."""

    @property
    def leaks(self) -> bool:
        """Whether near-duplicates are in different parts."""
        return bool(self.pairs)

    @property
    def crowded(self) -> bool:
        """Whether a group is larger than the smallest part asked for, so that the shares cannot be held."""
        smallest = min(counts.asked for counts in self.parts.values() if counts.asked)
        return self.largest_size > 1 and self.largest_share > smallest

    @property
    def largest_share(self) -> float:
        """How much of the articles is in the largest group, 0 to 1."""
        articles = sum(counts.articles for counts in self.parts.values())
        return self.largest_size / articles if articles else 0.0

    def __str__(self) -> str:
        """Some lines for the user."""
        lines = [_part_line(part, counts) for part, counts in self.parts.items()]
        pairs = counted(len(self.pairs), "pair")
        lines.append(f"Near-duplicates in different parts: {pairs}{_pairs(self.pairs)}.")
        lines.append(f"Sites in several parts: {len(self.sites)} of {self.all_sites}{_spread(self.sites)}.")
        lines.append(
            f"Speakers in several parts: {len(self.speakers)} of {self.all_speakers}{_spread(self.speakers)}."
        )
        if self.crowded:
            lines.append(self._warning())
        return "\n".join(lines)

    def _warning(self) -> str:
        name = f", of {self.largest_group}," if self.group == "site" else ""
        why = {
            "site": "; copies of one story tie their sites together",
            "speaker": "; a speaker ties together all articles that quote them, and so their other speakers",
        }.get(self.group, "")
        return (
            f"Warning: one group{name} has {self.largest_share:.1%} of the articles, more than the smallest "
            f"part was to have, so the shares cannot be held{why}."
        )

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON holds it; shares and indices rounded to 6 digits."""
        return {
            "threshold": SIMILAR,
            "parts": {
                part: {
                    "articles": counts.articles,
                    "groups": counts.groups,
                    "share": round(counts.share, 6),
                    "asked": round(counts.asked, 6),
                    "labels": dict(counts.labels),
                }
                for part, counts in self.parts.items()
            },
            "near_duplicate_pairs": [
                {"first": pair.first, "second": pair.second, "jaccard": round(pair.jaccard, 6)}
                for pair in self.pairs
            ],
            "sites": {"all": self.all_sites, "in_several_parts": _plain(self.sites)},
            "speakers": {"all": self.all_speakers, "in_several_parts": _plain(self.speakers)},
            "largest_group": {
                "name": self.largest_group,
                "articles": self.largest_size,
                "share": round(self.largest_share, 6),
            },
        }


def leakage(dataset: Dataset, dealt: Dealt, cancelled: Callable[[], bool] | None = None) -> LeakageReport:
    """Look for what is in several parts of the dataset as it was dealt; articles in no part are left aside.

    Reads again only articles that may be near-duplicates. Cancelled: `cancelled` said so.
    """
    traits = [article for article in dealt.traits if article.id in dealt.parts]
    sites = _by_part(dealt, traits, lambda article: (article.site,) if article.site else ())
    speakers = _by_part(dealt, traits, lambda article: article.speakers)
    sizes = Counter(dealt.groups[article.id] for article in traits)
    # Of equal ones the first by name, whatever the order of the articles.
    largest = min(sizes, key=lambda name: (-sizes[name], name), default="")
    return LeakageReport(
        parts=MappingProxyType({part: _counts(dealt, traits, part) for part in PARTS}),
        pairs=_leaked(dataset, dealt, cancelled),
        sites=_in_several(sites),
        speakers=_in_several(speakers),
        all_sites=len(sites),
        all_speakers=len(speakers),
        group=dealt.split.group,
        largest_group=largest,
        largest_size=sizes[largest],
    )


def _counts(dealt: Dealt, traits: list[Traits], part: Part) -> PartCounts:
    there = [article for article in traits if dealt.parts[article.id] == part]
    labels: Counter[str] = Counter()
    for article in there:
        labels.update(article.labels)
    return PartCounts(
        articles=len(there),
        groups=len({dealt.groups[article.id] for article in there}),
        share=len(there) / len(traits) if traits else 0.0,
        asked=dealt.split.shares[PARTS.index(part)] / sum(dealt.split.shares),
        labels=MappingProxyType(dict(sorted(labels.items()))),
    )


def _leaked(dataset: Dataset, dealt: Dealt, cancelled: Callable[[], bool] | None) -> tuple[LeakedPair, ...]:
    sketches = [article.sketch for article in dealt.traits]
    parts = [dealt.parts.get(article.id) for article in dealt.traits]
    found = []
    for pair in near_pairs(sketches, parts, read_shingles(dataset), checking(cancelled)):
        first, second = sorted((dealt.traits[pair.first].id, dealt.traits[pair.second].id))
        found.append(LeakedPair(first, second, pair.jaccard))
    return tuple(sorted(found, key=lambda pair: (-pair.jaccard, pair.first, pair.second)))


def _by_part(
    dealt: Dealt, traits: list[Traits], names: Callable[[Traits], Iterable[str]]
) -> dict[str, Counter[Part]]:
    """Count articles by name and part."""
    found: dict[str, Counter[Part]] = {}
    for article in traits:
        for name in names(article):
            found.setdefault(name, Counter())[dealt.parts[article.id]] += 1
    return found


def _in_several(found: Mapping[str, Counter[Part]]) -> Mapping[str, Mapping[Part, int]]:
    several = [name for name, parts in found.items() if len(parts) > 1]
    several.sort(key=lambda name: (-found[name].total(), name))
    return MappingProxyType(
        {name: {part: found[name][part] for part in PARTS if found[name][part]} for name in several}
    )


# -------------------------------------------------------------------------------------------- in words


def _part_line(part: Part, counts: PartCounts) -> str:
    labels = ", ".join(f"{label} {count:,}" for label, count in counts.labels.items())
    return (
        f"{part}: {counted(counts.articles, 'article')} in {counted(counts.groups, 'group')}, "
        f"{counts.share:.1%} of {counts.asked:.1%} asked{f'; {labels}' if labels else ''}."
    )


def _pairs(pairs: tuple[LeakedPair, ...]) -> str:
    return _examples([f"articles {p.first} and {p.second}, {p.jaccard:.2f} alike" for p in pairs])


def _spread(found: Mapping[str, Mapping[Part, int]]) -> str:
    return _examples(
        [f"{name}: {', '.join(f'{p} {n:,}' for p, n in parts.items())}" for name, parts in found.items()]
    )


def _examples(told: list[str]) -> str:
    rest = "; …" if len(told) > _SHOWN else ""
    return f" ({'; '.join(told[:_SHOWN])}{rest})" if told else ""


def _plain(found: Mapping[str, Mapping[Part, int]]) -> dict[str, dict[str, int]]:
    return {name: {str(part): count for part, count in parts.items()} for name, parts in found.items()}
