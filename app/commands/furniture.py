"""Page furniture told by repetition: what stands word for word in other articles of the same site."""

from collections import Counter, deque
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from app.article import Block, Role
from app.project import Project
from app.replacing import replace

if TYPE_CHECKING:
    from app.importers.imported import Imported

# How many of the site's newest articles a page is compared with: furniture changes with redesigns, and
# reading more costs more than it tells.
_COMPARED = 6
# In how many of them a passage must stand to be the site's and not the article's.
_LEAST_REPEATED = 2
# Of its running text, how much another article may share before it is the same story: a revision or the
# same wire copy, which proves nothing.
_SAME_STORY = 0.5

# What can be furniture taken for text. A headline, a lead or a caption is not made one by repetition.
_DOUBTED = frozenset({Role.BODY, Role.SUBHEADING, Role.LIST_ITEM, Role.QUOTE})


Neighbour = tuple[str, Sequence[Block]]
"""Text and blocks of another article of the site."""


def neighbours(project: Project, site: str) -> deque[Neighbour]:
    """The site's newest articles, newest first; what is put before them pushes the oldest out."""
    newest = project.newest_of_site(site, _COMPARED) if site else []
    return deque(((project.text(i), project.article(i).blocks) for i in newest), maxlen=_COMPARED)


def without_repeated(page: "Imported", others: Iterable[Neighbour]) -> "Imported":
    """Return the page with every passage that repeats in the site's other articles as page furniture."""
    if not page.site:
        return page
    own = _passages(page.text, page.blocks, _DOUBTED)
    seen: Counter[str] = Counter()
    for text, blocks in others:
        if _shared(own, _passages(text, blocks, _DOUBTED)) < _SAME_STORY:
            seen.update(_passages(text, blocks, _DOUBTED | {Role.BOILERPLATE}))
    told = tuple(
        replace(block, role=Role.BOILERPLATE, reason=f"repeats in other articles of {page.site}")
        if block.role in _DOUBTED and seen[page.text[block.start : block.end]] >= _LEAST_REPEATED
        else block
        for block in page.blocks
    )
    if not any(block.role is Role.BODY for block in told):
        return page  # a page of nothing but repeated text is not furniture from top to bottom
    return replace(page, blocks=told)


def _passages(text: str, blocks: Sequence[Block], roles: frozenset[Role]) -> set[str]:
    return {text[block.start : block.end] for block in blocks if block.role in roles}


def _shared(own: set[str], other: set[str]) -> float:
    """How much of the running text (in characters) the other article has too, 0 to 1."""
    return sum(map(len, own & other)) / max(1, sum(map(len, own)))
