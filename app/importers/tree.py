"""Text -> an lxml tree, whatever the markup does to the parser."""

import re

from lxml import etree

from app.importers.failure import Unreadable
from app.importers.listed import listed

# libxml2 silently drops what is nested deeper than 2,048; deeper pages are flattened first. Real ones
# stay below 100.
MAX_DEPTH = 1_500

_DATA_URI = re.compile(r"data:[\w/+.;=-]{0,100};base64,[A-Za-z0-9+/=%\s]{100,}")
_HUGE_ATTRIBUTE = re.compile(r"""=\s*(?:"[^"<>]{20000,}"|'[^'<>]{20000,}')""")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_CONTROL_REFERENCES = re.compile(
    r"&#(?:0*(?:[0-8]|1[1-9]|2[0-9]|3[01]|127)|x0*(?:[0-8bef]|1[0-9a-f]|7f)|x0*d[89a-f][0-9a-f]{2});", re.I
)


def parse(text: str) -> tuple[etree._Element, tuple[str, ...]]:
    """Return the root of the page and sentences about what had to be mended.

    Raise Unreadable where nothing is left to parse.
    """
    warnings: list[str] = []
    text = _cleaned(text, warnings)
    if _is_too_deep(text):
        text = _flattened(text)
        warnings.append("The page is nested too deeply for any parser: it was read without its frames.")
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Unreadable("no text was found in it") from error
    if root is None:
        raise Unreadable("no text was found in it")
    return root, tuple(warnings)


def _cleaned(text: str, warnings: list[str]) -> str:
    """Take out what parsers stumble over and nobody reads: controls, pictures inside, huge attributes."""
    text = _CONTROLS.sub("", text)
    if "&#" in text:
        text = _CONTROL_REFERENCES.sub("", text)
    if ";base64," in text:
        text = _DATA_URI.sub("data:,", text)
    if len(text) > 1_000_000:
        text = _HUGE_ATTRIBUTE.sub('=""', text)
    comment = text.rfind("<!--")
    if comment > text.rfind("-->") and "</script" not in text[comment:].lower():
        text = text[:comment] + text[comment + 4 :]
        warnings.append("A comment is opened and never closed: what follows it was read as text.")
    # An XML declaration that names another encoding would be believed by the parser.
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*>")

# Tags that close themselves: leaving them open does not nest.
_UNNESTED = listed(
    "p li td tr th dt dd option thead tbody tfoot colgroup area base br col embed hr img input link meta "
    "source track wbr param svg path g use circle rect html head body"
)
# What is kept where frames are taken out: nothing that can nest.
_KEPT = listed("p h1 h2 h3 h4 h5 h6 li tr td th a title meta link script style html head body br img")
_INLINE = listed("span font b i em strong u small big sub sup abbr cite code mark time q s")


def _is_too_deep(text: str) -> bool:
    if text.count("</") <= MAX_DEPTH and text.count("<") <= 2 * MAX_DEPTH:
        return False
    depth = deepest = 0
    for closing, tag in _TAG.findall(text):
        if tag.lower() in _UNNESTED:
            continue
        if closing:
            depth = max(0, depth - 1)
        else:
            depth += 1
            deepest = max(deepest, depth)
    return deepest > MAX_DEPTH


def _flattened(text: str) -> str:
    """Take every frame (div, section, table, font ...) out, with a break where it stood."""

    def kept(tag: re.Match[str]) -> str:
        name = tag[2].lower()
        if name in _KEPT:
            return tag[0]
        return "" if name in _INLINE else "<br><br>"

    return re.sub(r"(?:<br><br>\s*)+", "<br><br>", _TAG.sub(kept, text))
