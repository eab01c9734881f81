"""Measures of agreement, each from counts alone.

- Positive specific agreement: Hripcsak & Rothschild, "Agreement, the F-measure, and reliability in
  information retrieval", JAMIA 12 (2005): where nobody can say how many things were *not* marked, kappa
  has no meaning, and the F-measure of one annotator against the other takes its place. It is symmetric.
- Cohen's kappa: Cohen, "A coefficient of agreement for nominal scales", 1960.
- Krippendorff's alpha, nominal: Krippendorff, *Content Analysis*, 2nd edition (2004), chapter 11.
"""

from collections import Counter
from collections.abc import Mapping


def f1(matches: int, first: int, second: int) -> float | None:
    """Return the positive specific agreement, 0 to 1: matches among what each of two marked.

    None where neither marked anything: there was nothing to agree on.
    """
    return 2 * matches / (first + second) if first + second else None


def kappa(counts: Mapping[tuple[str, str], int]) -> float | None:
    """Return Cohen's kappa, -1 to 1, of how often two annotators gave one thing which two values.

    None without any, and where both gave one and the same value throughout: chance explains all of it.
    """
    total = sum(counts.values())
    first, second = Counter[str](), Counter[str]()
    for (one, other), count in counts.items():
        first[one] += count
        second[other] += count
    agreed = sum(count for (one, other), count in counts.items() if one == other)
    # Agreement expected by chance, times total squared, so that the comparison with 1 is exact.
    by_chance = sum(first[value] * second[value] for value in first)
    if by_chance == total * total:
        return None
    expected = by_chance / (total * total)
    return (agreed / total - expected) / (1 - expected)


def alpha(stretches: Mapping[tuple[int, int], int]) -> float | None:
    """Return Krippendorff's nominal alpha of who marked which characters, at most 1.

    `stretches` says how many characters were marked by `marked` of `annotators` (two or more) that read
    them, by `(marked, annotators)`. A character is a unit with the values "marked" and "not marked": an
    annotator who was not there is a missing value, as the measure allows. None where all characters have
    one value, or there are none.
    """
    both = apart = neither = 0.0
    for (marked, annotators), length in sorted(stretches.items()):
        others = annotators - marked
        share = length / (annotators - 1)  # each unit weighs as many values as it has
        both += share * marked * (marked - 1)
        apart += share * marked * others
        neither += share * others * (others - 1)
    ones, zeros = both + apart, neither + apart
    if not ones or not zeros:
        return None
    return 1 - (ones + zeros - 1) * apart / (ones * zeros)
