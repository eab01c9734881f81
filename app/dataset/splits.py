"""How a dataset splits into train, dev and test: groups that stay together, dealt by hash and never shuffled.

A group's part is where sha256(salt + name) falls among the shares, so it never depends on other groups. A
group goes by its earliest article (by date of publication, the undated last; of equals the least text hash;
of equal texts of one day the least site that is known): by that article's site where sites stay together,
else by the hash of its text. An article that comes later therefore moves no other, unless it joins groups:
then those that are not the earliest go where that one is.

Stratified, the groups of a stratum are laid round a circle in the order of their hashes, each as wide as it
has articles, and the circle is turned by the hash of the stratum's name. A group's part is the share in which
its middle comes to lie. So every stratum has its shares to within a group, though nothing is shuffled, and
what comes later moves the few groups near a border. A group's stratum is the rarest value in it: rare labels
need the care, common ones have their shares by number (as in Sechidis, Tsoumakas, Vlahavas, On the
stratification of multi-label data, 2011).
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from app.dataset.dataset import Dataset
from app.dataset.duplicates import Check, ReadShingles, clusters, shingles
from app.dataset.traits import Traits, checking, gather
from app.dataset.union_find import UnionFind
from app.errors import UserError
from app.progress import Progress

Part = Literal["train", "dev", "test"]
PARTS: tuple[Part, ...] = ("train", "dev", "test")

Group = Literal["duplicates", "site", "speaker", "article"]
"""What stays together in one part. `duplicates`: near-duplicates. `site`, `speaker`: these, and all articles
of a publisher or with marks of one speaker. `article`: only equal texts."""
GROUPS: tuple[Group, ...] = ("duplicates", "site", "speaker", "article")

Stratum = Literal["label", "language", "site"]
"""What every part is to have its share of."""
STRATA: tuple[Stratum, ...] = ("label", "language", "site")


@dataclass(frozen=True, slots=True)
class Split:
    """How articles are dealt to train, dev and test."""

    shares: tuple[int, int, int] = (80, 10, 10)
    """Of train, dev and test; any whole numbers, taken in proportion."""
    group: Group = "duplicates"
    salt: str = ""
    """Another one deals the groups anew."""
    stratify: Stratum | None = None


@dataclass(frozen=True, slots=True)
class Dealt:
    """The articles of a dataset as they were dealt."""

    split: Split
    parts: Mapping[int, Part]
    """By article id."""
    groups: Mapping[int, str]
    """Name of its group by article id."""
    traits: tuple[Traits, ...] = field(repr=False)
    """Of all articles of the dataset, in its order."""


def deal(
    dataset: Dataset,
    split: Split,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Dealt:
    """Read the dataset through and deal its articles; the same whatever their order.

    Cancelled: `cancelled` said so. UserError: an article has gone since the dataset was selected.
    """
    traits = gather(dataset, progress, cancelled)
    groups = _groups(traits, split.group, read_shingles(dataset), checking(cancelled))
    part_of = _stratified(groups, split) if split.stratify else {n: _of(n, split) for n in groups}
    group_of = {member.id: name for name, members in groups.items() for member in members}
    parts = {article.id: part_of[group_of[article.id]] for article in traits}
    return Dealt(split, MappingProxyType(parts), MappingProxyType(group_of), traits)


def read_shingles(dataset: Dataset) -> ReadShingles:
    """Return what reads the shingles of a dataset's articles by their places in it."""

    def read(numbers: Sequence[int]) -> Iterable[list[str]]:
        ids = [dataset.article_ids[number] for number in numbers]
        return (shingles(record.article, record.text) for record in dataset.read(ids))

    return read


def parse_shares(text: str) -> tuple[int, int, int]:
    """Read "80/10/10" (train/dev/test). UserError: it is not three whole numbers, one above zero."""
    pieces = text.split("/")
    if len(pieces) == 3 and all(piece.strip().isdecimal() for piece in pieces):
        train, dev, test = (int(piece) for piece in pieces)
        if train + dev + test > 0:
            return train, dev, test
    raise UserError(f"A split is three whole numbers such as 80/10/10 (train/dev/test), not “{text}”.")


def split_of(group: str, salt: str, shares: tuple[int, int, int]) -> Part:
    """Return the part of `group`: where sha256(salt + group), as a fraction of 1, falls among the shares.

    Adding groups moves no other; enlarging train at the cost of dev moves only dev to train.
    """
    return _part_at(_point(salt + group), 1 << 64, shares)


def _of(group: str, split: Split) -> Part:
    return split_of(group, split.salt, split.shares)


def _point(text: str) -> int:
    """Return sha256 of the text as a fraction of 2^64."""
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:8])


def _part_at(point: int, of: int, shares: tuple[int, int, int]) -> Part:
    """Return the part in which point / of (0 to 1) lies; whole numbers throughout, without rounding."""
    train, dev, _ = shares
    scaled = point * sum(shares)
    if scaled < train * of:
        return "train"
    return "dev" if scaled < (train + dev) * of else "test"


# --------------------------------------------------------------------------------------------- groups


def _groups(
    traits: tuple[Traits, ...], group: Group, read: ReadShingles, check: Check
) -> dict[str, list[Traits]]:
    """Return what stays together by its name."""
    alone = group == "article"
    joined = UnionFind(len(traits)) if alone else clusters([t.sketch for t in traits], read, check)
    first: dict[tuple[str, str], int] = {}
    for number, article in enumerate(traits):
        for key in _keys(article, group):
            joined.join(first.setdefault(key, number), number)
    named = {}
    for numbers in joined.sets():
        members = [traits[number] for number in numbers]
        named[_name(members, group)] = members
    return named


def _keys(article: Traits, group: Group) -> Iterable[tuple[str, str]]:
    """Yield what an article shares with all others that have it."""
    yield "text", article.text_sha256
    if group == "site" and article.site:
        yield "site", article.site
    if group == "speaker":
        yield from (("speaker", name) for name in article.speakers)


def _name(members: Sequence[Traits], group: Group) -> str:
    earliest = min(members, key=_age)
    return (earliest.site if group == "site" else "") or earliest.text_sha256


def _age(article: Traits) -> tuple[bool, str, str, bool, str]:
    """What articles are put in order by; nothing in it depends on which of them came first."""
    return not article.published, article.published, article.text_sha256, not article.site, article.site


# --------------------------------------------------------------------------------------------- strata


def _stratified(groups: Mapping[str, Sequence[Traits]], split: Split) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    for stratum, names in _strata(groups, split.stratify).items():
        names.sort(key=lambda name: (_point(split.salt + name), name))
        # In halves of an article, because a group lies where its middle is.
        whole = 2 * sum(len(groups[name]) for name in names)
        start = _point(f"{split.salt}\n{stratum}") * whole
        at = 0
        for name in names:
            middle = start + ((at + len(groups[name])) << 64)
            parts[name] = _part_at(middle % (whole << 64), whole << 64, split.shares)
            at += 2 * len(groups[name])
    return parts


def _strata(groups: Mapping[str, Sequence[Traits]], by: Stratum | None) -> dict[str, list[str]]:
    """Return the names of the groups by the rarest value in them; "" where they have none."""
    articles = Counter(value for members in groups.values() for m in members for value in _values(m, by))
    strata: dict[str, list[str]] = {}
    for name, members in groups.items():
        values = {value for member in members for value in _values(member, by)}
        rarest = min(values, key=lambda value: (articles[value], value), default="")
        strata.setdefault(rarest, []).append(name)
    return strata


def _values(article: Traits, by: Stratum | None) -> Iterable[str]:
    if by == "label":
        return article.labels
    return (article.language if by == "language" else article.site,)
