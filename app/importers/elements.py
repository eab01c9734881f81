"""What an element is by its tag and its parts: inside a line, no text, a table of data, a meta line."""

import re

from lxml import etree

from app.importers.listed import listed

# Not text: code, styles, pictures drawn in markup, the inside of form fields.
SKIPPED = listed("script style head title svg math object embed iframe frame canvas textarea map audio video")

# Elements that stand inside a line; everything else begins a new block. `button`, `noindex` (which
# Russian sites put around words that search engines should not see) and `label` are inline on purpose:
# in the middle of a sentence they hold a part of it.
INLINE = listed(
    "a abbr acronym b bdi bdo big blink button cite code data del dfn em font i img ins kbd label mark "
    "meta link nobr noindex noscript o:p output picture q ruby rt rp s samp small source span strike strong "
    "sub sup time tt u var wbr st1:place"
)
# What names the parts of a line that tells date, author and counters, and what stands between them.
_META_PART = re.compile(r"(?:^|[^a-z])(?:date|time|published|author|byline|avtor|writer)(?:[^a-z]|$)")
_BETWEEN_PARTS = frozenset(" \t\r\n\xa0|/·•—–-,;:")
_LONGEST_PART = 80
# A link longer than this is the title of another article, not an author.
_LONGEST_LINKED_PART = 40


def is_meta_line(element: etree._Element) -> bool:
    """Tell a line whose parts make no sentence: `<time>`, `<span class="author">`, a counter of views."""
    if len(element) > 8 or (element.text and not _BETWEEN_PARTS.issuperset(element.text)):
        return False
    named = False
    for part in element:
        if part.tag not in INLINE or (part.tail and not _BETWEEN_PARTS.issuperset(part.tail)):
            return False
        if part.tag == "time":
            named = True
        elif part.attrib and not named:
            names = f"{part.get('class') or ''} {part.get('itemprop') or ''} {part.get('rel') or ''}"
            named = bool(_META_PART.search(names.lower()))
    return named and all(
        len("".join(map(str, part.itertext())).strip())
        <= (_LONGEST_LINKED_PART if part.tag == "a" else _LONGEST_PART)
        for part in element
    )


# The longest cell of a table that holds data; longer ones make it a frame around text.
_LONGEST_CELL = 150


def is_data_table(table: etree._Element) -> bool:
    """Tell a table of figures and names from one that old pages use as a frame."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = 0
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if any(len("".join(map(str, cell.itertext())).strip()) > _LONGEST_CELL for cell in cells):
            return False
        rows += len(cells) > 1
    return rows > 1
