"""Identifiers for annotations, relations, suggestions and articles.

Packets travel between desks without a server, so ids made on two machines must not meet. Each process
starts at a random place and counts on from there: rows made together lie together in the file, and with
1,000 processes of 10,000 ids each the chance that any two runs of ids overlap is about one in a million
(1000**2 * 10_000 / 2**53).
"""

import itertools
import secrets

# 2**53 is the largest integer that every JSON reader (JavaScript among them) holds exactly.
_SPACE = 2**53 - 2**32

_counter = itertools.count(secrets.randbelow(_SPACE) + 1)


def new_id() -> int:
    """Return an id that no other call, in this process or (as good as) any other, returns."""
    return next(_counter)
