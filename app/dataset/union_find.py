"""Union-find: what belongs together, joined two at a time."""


class UnionFind:
    """The numbers 0 to n - 1 in sets that only ever grow together."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def root(self, number: int) -> int:
        """Return the least number of the set that `number` is in."""
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make one set of the two that they are in."""
        one, other = self.root(one), self.root(other)
        self._above[max(one, other)] = min(one, other)

    def sets(self) -> list[list[int]]:
        """Return all sets, each ascending, by their least number."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._above)):
            found.setdefault(self.root(number), []).append(number)
        return list(found.values())
