"""A page tree -> its text blocks in order, each with its place on the page. Nothing is judged here.

One iterative walk emits every run of text between two block-level boundaries. The frames it stands in
are kept as plain `Node` values, so that what follows needs no parser.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from app.article import MAX_BLOCK_LENGTH
from app.importers.elements import INLINE, SKIPPED, is_data_table, is_meta_line
from app.importers.paragraphs import (
    BOLD_OFF,
    BOLD_ON,
    BREAK,
    CELL,
    EDGES,
    FACE,
    LINK,
    LINK_END,
    MARKS,
    paragraphs,
    pieces,
)

_BOLD = frozenset(("b", "strong"))
_FACES = frozenset(("font", "big", "small"))
_STOPS = frozenset(".!?:;»)")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True)
class Node:
    """An element of the page: its parent's index, tag, and what its attributes say of it."""

    parent: int
    tag: str
    hints: str = ""
    """`class`, `id`, `role` and test ids, lower case, separated by spaces."""
    itemprop: str = ""
    hidden: bool = False
    inline: bool = False
    row: bool = False
    """Whether it is a row of a data table."""


@dataclass(slots=True)
class PageBlock:
    """One run of text. `node` is the index of the innermost node around all of it."""

    text: str
    node: int
    link_length: int = 0
    """Code points inside links."""
    bold_length: int = 0
    links: int = 0
    images_before: int = 0
    """Pictures between the block before and this one."""
    datetime: str = ""
    """Value of `<time datetime>` inside it."""


@dataclass(slots=True)
class Page:
    """The blocks of a page in text order, and the nodes they stand in; node 0 is the root."""

    nodes: list[Node] = field(default_factory=list)
    blocks: list[PageBlock] = field(default_factory=list)
    warnings: tuple[str, ...] = ()
    """Sentences about what could not be kept as it was."""

    def path(self, node: int) -> Iterator[int]:
        """Yield `node` and its ancestors, innermost first."""
        while node >= 0:
            yield node
            node = self.nodes[node].parent


def page_blocks(root: etree._Element) -> Page:
    """Walk the tree once and return its page."""
    return _Walk(root).page


# The most blocks whose places are kept, and the most elements; the longest live blogs have 5,000 blocks.
# The text that follows is kept as it comes, in a node of the tag below: judging half a million lines would
# take longer than reading them.
MAX_BLOCKS = 40_000
MAX_NODES = 400_000
REST = "rest"

# Class names of words inside a line that are for screen readers alone ("(opens in a new window)").
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:sr-?only|visually-?hidden|screen-?reader(?:-text)?|vh|off-?screen)(?:\s|$)", re.I
)


# ... and of counters that stand at a paragraph: how many comments it has, how many readers liked it.
_COUNTER = re.compile(r"(?:^|[\s_-])(?:comment|repl(?:y|ies)|likes?(?:[\s_-]|$)|shares?(?:[\s_-]|$))", re.I)


def _is_aside(element: etree._Element) -> bool:
    """Tell words and figures that stand in a line, but are not part of what it says."""
    name = element.get("class")
    if not name:
        return False
    if _ASIDE.search(name):
        return True
    return bool(_COUNTER.search(name)) and "".join(map(str, element.itertext())).strip().isdecimal()


class _Walk:
    """The state of the walk: where it is, and the run of text it is collecting."""

    def __init__(self, root: etree._Element) -> None:
        self.page = Page()
        self.stack: list[int] = []
        self.depth: list[int] = []
        self.node = -1
        self.run_links = 0
        self.datetime = ""
        self.tag = ""
        self.captions = 0
        self.meta_line = -1
        self.table: etree._Element | None = None
        self.preformatted = 0
        self.images = 0
        self.in_link = False
        self.in_bold = False
        self.asides: list[str] = []
        self.skipped: etree._Element | None = None
        self._start_run()
        self._walk(root)
        self._flush()

    def _walk(self, root: etree._Element) -> None:
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start":
                if not self._is_text(element):
                    walker.skip_subtree()
                    continue
                if len(self.page.blocks) >= MAX_BLOCKS or len(self.page.nodes) >= MAX_NODES:
                    self._keep_rest(element, walker)
                    return
                if element.tag in INLINE and _is_aside(element):
                    self.asides.append("".join(map(str, element.itertext())))
                    self.skipped = element
                    walker.skip_subtree()
                    continue
                self._open(element)
                if element.text:
                    self._text(element.text)
                continue
            if element is self.skipped:
                self.skipped = None
            elif event == "end" and self.stack and self._is_text(element):
                self._close(element)
            if element.tail and self.stack:
                self._text(element.tail)

    def _keep_rest(self, first: etree._Element, walker: "etree.iterwalk") -> None:
        """Keep the text from element `first` on without its structure, in blocks of the root."""
        self._flush()
        structured = len(self.page.blocks)
        texts = [first.text or ""]
        for event, element in walker:
            if event == "start" and not self._is_text(element):
                walker.skip_subtree()
            elif event == "start":
                texts.append(element.text or "")
            else:
                texts.append(element.tail or "")
        self.page.nodes.append(Node(0, REST))
        self.depth.append(1)
        self.node = len(self.page.nodes) - 1
        for text in pieces(" ".join(text for text in texts if text and not text.isspace())):
            self._append(text, 0, 0)
        self._start_run()
        self.page.warnings = (
            f"The page has more than {structured:,} passages: "
            "those after them were kept as one running text.",
        )

    def _is_text(self, element: etree._Element) -> bool:
        """Tell whether an element can hold text; a template does where it is a saved shadow tree."""
        tag = element.tag
        return tag not in SKIPPED and (tag != "template" or element.get("shadowrootmode") is not None)

    def _open(self, element: etree._Element) -> None:
        tag: str = element.tag
        nodes = self.page.nodes
        inline = tag in INLINE
        if inline:
            if self.stack and self.stack[-1] == self.meta_line:
                self._flush()
        elif tag != "br":
            self._open_frame(element, tag)
        node = Node(self.stack[-1] if self.stack else -1, tag, inline=inline)
        node.row = tag == "tr" and self.table is not None
        if element.attrib:
            _read_attributes(node, element)
        self.stack.append(len(nodes))
        self.depth.append(self.depth[node.parent] + 1 if node.parent >= 0 else 0)
        nodes.append(node)
        if inline:
            self._open_inline(element, tag)
        elif tag == "pre":
            self.preformatted += 1

    def _open_frame(self, element: etree._Element, tag: str) -> None:
        self._boundary(tag)
        self.tag = tag
        if tag == "table" and self.table is None and is_data_table(element):
            self.table = element
        if tag == "figcaption":
            self.captions += 1
        if len(element) > 1 and is_meta_line(element):
            self.meta_line = len(self.page.nodes)

    def _open_inline(self, element: etree._Element, tag: str) -> None:
        if tag == "a":
            if self.parts and self.parts[-1] == LINK_END:
                self._part_glued(element)  # links of a menu that only a style sets apart
            self._open_link(element.get("href") or "")
        elif tag == "span" and self.parts and (self.captions or self.tag in _HEADINGS):
            self._part_glued(element)
        elif tag in _BOLD:
            self.parts.append(BOLD_ON)
        elif tag in _FACES:
            self.parts.append(FACE)
        elif tag == "time":
            self.datetime = self.datetime or element.get("datetime") or ""
        elif tag == "img":
            self.images += 1

    def _open_link(self, href: str) -> None:
        # A link within the page is an anchor of its own text (headings have them), no way out of it.
        if href and not href.startswith("#"):
            self.parts.append(LINK)
            self.run_links += 1

    def _part_glued(self, element: etree._Element) -> None:
        """Part "Экономика" from "Курс тенге" where a line has both without a space between."""
        before = MARKS.sub("", "".join(self.parts[-3:]))[-1:]
        after = next(map(str, element.itertext()), "")
        if (before.islower() or before in _STOPS) and after[:1].isupper():
            self.parts.append(" ")

    def _close(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == "br":
            self.parts.append(BREAK)
        elif tag not in INLINE:
            if tag == "figcaption":
                self.captions -= 1
            self._boundary(tag)
            if element is self.table:
                self.table = None
        self.stack.pop()
        if tag == "a":
            self.parts.append(LINK_END)  # harmless where none is open
        elif tag in _BOLD:
            self.parts.append(BOLD_OFF)
        elif tag in _FACES:
            self.parts.append(FACE)
        elif tag == "pre":
            self.preformatted -= 1

    def _boundary(self, tag: str) -> None:
        """End the run; but a caption with its credit is one block, and so is a row of a data table."""
        if self.captions:
            self.parts.append(" ")
        elif self.table is not None and tag not in ("tr", "table", "caption"):
            self.parts.append(CELL if tag in ("td", "th") else " ")
        elif self.parts or self.asides:
            self._flush()

    def _text(self, text: str) -> None:
        if self.preformatted:
            text = re.sub(r"\n[ \t]*\n", BREAK * 2, text)
        self.parts.append(text)
        length = len(text)
        if length < 200 and not text.strip():
            return
        node = self.stack[-1]
        if self.node < 0:
            self.node = node
        elif self.node != node:
            self.node = self._common(self.node, node)

    def _common(self, one: int, other: int) -> int:
        nodes, depth = self.page.nodes, self.depth
        while one != other:
            if depth[one] >= depth[other]:
                one = nodes[one].parent
            else:
                other = nodes[other].parent
        return one

    def _start_run(self) -> None:
        self.parts: list[str] = []
        self.node = -1
        self.run_links = 0
        self.datetime = ""

    def _flush(self) -> None:
        if self.parts:
            raw = self.parts[0] if len(self.parts) == 1 else "".join(self.parts)
            if self.node < 0:
                self._measure(raw)  # no text, but links may have been opened or closed
            elif BREAK in raw:
                for paragraph in paragraphs(raw):
                    self._emit(paragraph)
            else:
                self._emit(raw)
        if self.parts or self.run_links:
            self._start_run()
        if self.asides:
            self._emit_asides()

    def _emit_asides(self) -> None:
        """Give the words that only screen readers say a block of their own, out of the sentence."""
        for raw in self.asides:
            for text in pieces(raw):
                self.page.nodes.append(
                    Node(self.stack[-1] if self.stack else 0, "span", hidden=True, inline=True)
                )
                self.depth.append(0)
                self.page.blocks.append(PageBlock(text, len(self.page.nodes) - 1))
        self.asides = []

    def _emit(self, raw: str) -> None:
        plain = raw.isprintable()
        if (
            plain
            and not self.in_link
            and not self.in_bold
            and len(raw) <= MAX_BLOCK_LENGTH
            and "  " not in raw
        ):
            # Nothing to clean, measure or split: most blocks of most pages.
            if text := raw.strip(EDGES):
                self._append(text, 0, 0)
            return
        link, bold = (0, 0) if plain and not self.in_link and not self.in_bold else self._measure(raw)
        raw = raw if plain else MARKS.sub("", raw)
        for text in pieces(raw):
            share = len(text) / len(raw)
            self._append(text, min(len(text), round(link * share)), min(len(text), round(bold * share)))

    def _append(self, text: str, link: int, bold: int) -> None:
        self.page.blocks.append(
            PageBlock(text, self.node, link, bold, self.run_links, self.images, self.datetime)
        )
        self.images = 0

    def _measure(self, raw: str) -> tuple[int, int]:
        """Return how many code points of `raw` are in links and in bold; keep the state for what follows."""
        link = bold = position = 0
        for mark in MARKS.finditer(raw):
            length = mark.start() - position
            link += length * self.in_link
            bold += length * self.in_bold
            position = mark.end()
            if mark[0] in (LINK, LINK_END):
                self.in_link = mark[0] == LINK
            else:
                self.in_bold = mark[0] == BOLD_ON
        length = len(raw) - position
        return link + length * self.in_link, bold + length * self.in_bold


# The attributes whose words tell what an element is for.
_NAMING = ("class", "id", "role", "data-testid", "data-qa", "rel")


def _read_attributes(node: Node, element: etree._Element) -> None:
    get = element.get
    hints = " ".join(get(name) or "" for name in _NAMING)
    if len(hints) > 5:
        node.hints = hints.lower()[:300]
    node.itemprop = (get("itemprop") or get("property") or "").lower()
    style = get("style")
    node.hidden = get("hidden") is not None or bool(
        style and "none" in style and "display:none" in style.replace(" ", "")
    )
