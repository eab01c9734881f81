"""The blocks of a page with everything the rules ask about them, computed once."""

import re

from app.importers.blocks import Page
from app.importers.metadata import Head, same_words, title_parts
from app.importers.scope import Scope, article_scope

# The longest line taken for a title, in code points.
LONGEST_TITLE = 300

# How much of a block is compared with declared texts, in code points.
_COMPARED = 3_000

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class View:
    """A page, its declarations and its scope; blocks are named by their index throughout."""

    def __init__(self, page: Page, head: Head) -> None:
        self.page = page
        self.head = head
        self.blocks = page.blocks
        self.words = [same_words(block.text[:_COMPARED]) for block in page.blocks]
        """Each block's text folded for comparison."""
        body = f" {same_words(head.body)} " if len(head.body) > 250 else ""
        self.declared = [bool(body) and len(words) > 20 and f" {words} " in body for words in self.words]
        """Whether a block is part of the body the page declares for machines (JSON-LD)."""
        self.tags = [self._tag(block.node) for block in page.blocks]
        """The innermost block-level tag around each block."""
        self.titled = self._titled()
        self.scope: Scope = article_scope(page, self.declared, *self._headings())

    def _tag(self, node: int) -> str:
        for n in self.page.path(node):
            if not self.page.nodes[n].inline:
                return self.page.nodes[n].tag
        return ""

    def _titled(self) -> list[float]:
        """Return for each block how well it agrees with the titles the page declares (0 to 7)."""
        declared = {same_words(title) for title in self.head.titles} - {""}
        parts = [same_words(part) for part in title_parts(self.head.page_title)]
        return [
            _agreement(words, declared, parts) if 3 < len(words) < LONGEST_TITLE else 0.0
            for words in self.words
        ]

    def _headings(self) -> tuple[int, int]:
        """Return the first h1 that agrees with the title, and the next h1 that does not (-1 each)."""
        tops = [i for i, tag in enumerate(self.tags) if tag == "h1"]
        first = next((i for i in tops if self.titled[i]), -1)
        following = next((i for i in tops if i > first >= 0 and not self.titled[i] and self.words[i]), -1)
        return first, following

    def inside(self, i: int) -> bool:
        """Tell whether the block stands in the article's frame."""
        return self.scope.inside[self.blocks[i].node]

    def furniture(self, i: int) -> str:
        """Return why the block's place is furniture, or ""."""
        return self.scope.furniture[self.blocks[i].node]

    def frame(self, i: int) -> int:
        """Return the node around the block's own paragraph, heading or list item."""
        for n in self.page.path(self.blocks[i].node):
            if not self.page.nodes[n].inline:
                return self.page.nodes[n].parent
        return -1

    def is_linked(self, i: int) -> bool:
        """Tell whether most of the block is link."""
        return self.blocks[i].link_length > 0.6 * len(self.blocks[i].text)

    def near(self, i: int, levels: int) -> list[int]:
        """Return the block's node and its ancestors, at most `levels` block-level ones, below the top."""
        near: list[int] = []
        for n in self.page.path(self.blocks[i].node):
            if n == self.scope.top or levels == 0:
                break
            near.append(n)
            levels -= not self.page.nodes[n].inline
        return near

    def hinted(self, i: int, pattern: re.Pattern[str], levels: int) -> bool:
        """Tell whether class names, ids or itemprops of the nearest frames match."""
        nodes = self.page.nodes
        return any(
            (nodes[n].hints and pattern.search(nodes[n].hints))
            or (nodes[n].itemprop and pattern.search(nodes[n].itemprop))
            for n in self.near(i, levels)
        )


def _agreement(words: str, declared: set[str], page_title: list[str]) -> float:
    """Return how well a line agrees with declared titles and with the parts of `<title>`."""
    score = 0.0
    if words in declared:
        score += 4
    elif len(words) > 10 and any(words in title or title in words for title in declared if len(title) > 10):
        score += 2
    if len(words) > 10 and page_title:
        longest = max(page_title, key=len)
        most = words in longest and len(words) > 0.5 * len(longest)
        if most or words == " ".join(page_title):
            score += 3
        elif len(words) > 0.5 * len(longest) and words in " ".join(page_title):
            score += 2
    return score
