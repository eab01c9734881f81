"""Long lists of names, written as a reader likes them: one string, separated by spaces."""


def listed(names: str) -> frozenset[str]:
    """Return the names in a space-separated list."""
    return frozenset(names.split())
