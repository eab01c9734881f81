"""Near-duplicates: articles whose words are the same but for a tenth or so, found without comparing all.

An article is the set of its shingles, three words in a row. Two are near-duplicates when their sets have a
Jaccard index (what both have, of what either has) of 0.7 or more. MinHash sketches only say which pairs are
worth comparing; what is compared are the shingles themselves.

Broder, On the resemblance and containment of documents (1997); Leskovec, Rajaraman, Ullman, Mining of Massive
Datasets, chapter 3 (shingles, sketches, bands).
"""

import re
import unicodedata
from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import eq

from app.article import Article, Role
from app.dataset.union_find import UnionFind

SIMILAR = 0.7
"""The Jaccard index from which two articles are near-duplicates."""
SHINGLE = 3
"""Words in a shingle: a changed word costs three of them, and unrelated news share hardly any."""
BANDS, ROWS = 32, 4
"""A pair of Jaccard index s is compared with the probability 1 - (1 - s^ROWS)^BANDS: .9998 at 0.7, and 1 in
200,000 at 0.02, which unrelated news have. 32 bands of 4 find what 20 of 4 find in 99.6 % of cases."""

ReadShingles = Callable[[Sequence[int]], Iterable[list[str]]]
"""Reads the shingles of some articles again, by their numbers and in that order."""

_SEED = 1
_BAND_BYTES = ROWS * 4
_WORD = re.compile(r"\w+")
# Soft hyphen, zero-width space, non-joiner, joiner and word joiner: nobody sees them.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060"


Check = Callable[[], None]
"""Is called now and then, and raises what is to stop the work."""


def _never() -> None:
    pass


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two near-duplicates, by their numbers, the lower first."""

    first: int
    second: int
    jaccard: float


def shingles(article: Article, text: str) -> list[str]:
    """Return the shingles of the article without its page furniture; case, ё/е and unseen marks folded.

    They come as they stand in the text, some more than once: what makes a set of them is up to the caller.

    A text of one or two words is one shingle; one without words has none and is nobody's near-duplicate.
    """
    words = _WORD.findall(_folded(_without_furniture(article, text)))
    if 0 < len(words) < SHINGLE:
        return [" ".join(words)]
    return list(map(" ".join, zip(*(words[offset:] for offset in range(SHINGLE)), strict=False)))


def sketch(of: list[str]) -> bytes:
    """Return the MinHash sketch of the shingles, BANDS times ROWS numbers of 32 bits; empty for none."""
    from rensa import RMinHash

    if not of:
        return b""
    made = RMinHash(num_perm=BANDS * ROWS, seed=_SEED)
    made.update(of)
    return array("I", made.digest()).tobytes()


def clusters(sketches: Sequence[bytes], read: ReadShingles, check: Check = _never) -> UnionFind:
    """Join the numbers of near-duplicates, and so of near-duplicates of near-duplicates.

    What is found does not depend on the order, and another article can only join clusters, never part them.
    """
    joined = UnionFind(len(sketches))
    compared = _Compared(sketches, read)
    for band, bucket in compared.buckets:
        # The bucket so far, in lists of one cluster each: a pair in one cluster need not be compared.
        apart: list[list[int]] = []
        for number in bucket:
            check()
            home = [number]
            others = []
            for members in apart:
                if joined.root(members[0]) == joined.root(number) or any(
                    compared.jaccard(band, member, number) for member in members
                ):
                    joined.join(members[0], number)
                    members += home
                    home = members
                else:
                    others.append(members)
            apart = [*others, home]
    return joined


def near_pairs(
    sketches: Sequence[bytes], parts: Sequence[Hashable], read: ReadShingles, check: Check = _never
) -> Iterator[NearPair]:
    """Yield the near-duplicates that are in different parts; None is in no part."""
    compared = _Compared(sketches, read, lambda bucket: len({parts[n] for n in bucket} - {None}) > 1)
    for band, bucket in compared.buckets:
        for first, second in combinations(bucket, 2):
            check()
            if parts[first] == parts[second] or parts[first] is None or parts[second] is None:
                continue
            if jaccard := compared.jaccard(band, second, first):
                yield NearPair(first, second, jaccard)


class _Compared:
    """Which articles share a band of their sketches, and how alike such a pair is."""

    def __init__(
        self,
        sketches: Sequence[bytes],
        read: ReadShingles,
        wanted: Callable[[list[int]], bool] = lambda _: True,
    ) -> None:
        self.buckets = [
            (band, bucket) for band in range(BANDS) for bucket in _buckets(sketches, band) if wanted(bucket)
        ]
        numbers = sorted({number for _, bucket in self.buckets for number in bucket})
        self._bands = {number: [_band(sketches[number], band) for band in range(BANDS)] for number in numbers}
        # 64 bits of each shingle: a tenth of the memory of its words, and that two of some thousand shingles
        # are taken for one has a probability below 1 in 10^12.
        self._hashes = {
            number: array("q", set(map(hash, found)))
            for number, found in zip(numbers, read(numbers), strict=True)
        }
        self._last: tuple[int, set[int]] = (-1, set())

    def jaccard(self, band: int, first: int, second: int) -> float:
        """Return the Jaccard index of two that share the band: 0 below SIMILAR, or if compared before."""
        one, other = self._hashes[first], self._hashes[second]
        if min(len(one), len(other)) < SIMILAR * max(len(one), len(other)):
            return 0.0
        if any(map(eq, self._bands[first][:band], self._bands[second])):
            return 0.0
        if self._last[0] != second:  # of the callers' pairs many in a row have the same second
            self._last = second, set(other)
        both = len(self._last[1].intersection(one))
        index = both / (len(one) + len(other) - both)
        return index if index >= SIMILAR else 0.0


def _buckets(sketches: Sequence[bytes], band: int) -> Iterator[list[int]]:
    """Yield the numbers of those that have the same in the band, each list ascending."""
    found: dict[bytes, list[int]] = {}
    for number, whole in enumerate(sketches):
        if whole:
            found.setdefault(_band(whole, band), []).append(number)
    return (bucket for bucket in found.values() if len(bucket) > 1)


def _band(whole: bytes, band: int) -> bytes:
    return whole[band * _BAND_BYTES : (band + 1) * _BAND_BYTES]


def _without_furniture(article: Article, text: str) -> str:
    kept, at = [], 0
    for block in article.blocks:
        if block.role is Role.BOILERPLATE:
            kept.append(text[at : block.start])
            at = block.end
    return "".join((*kept, text[at:]))


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFC", text).casefold().replace("ё", "е")
    for unseen in _UNSEEN:
        text = text.replace(unseen, "")
    return text
