"""One run of text from a page -> its paragraphs: where line breaks part them, and what is cleaned away."""

import re
from collections.abc import Iterator

from app.article import MAX_BLOCK_LENGTH, canonical

# Tabs and line ends of the markup, separators that would break a line, and double spaces; a single space,
# which most are, is left alone, and so is NBSP.
_SPACES = re.compile(
    "(?: |[\t\n\r\f\v\u2028\u2029\u0085])[ \t\n\r\f\v\u2028\u2029\u0085]+|[\t\n\r\f\v\u2028\u2029\u0085]"
)
# Marks inside a run until it is complete: a <br>, where links, bold text and other type (`<font>`) begin
# and end, and what parts the cells of a row (a tab in the text). The markup was cleaned of control
# characters before, so that these are ours alone.
BREAK = "\x1e"
LINK, LINK_END, BOLD_ON, BOLD_OFF, FACE = "\x1c", "\x1d", "\x02", "\x03", "\x04"
CELL = "\x1f"
MARKS = re.compile("[\x02\x03\x04\x1c\x1d]")
_CELLS = re.compile("[ \xa0\x1f]*\x1f[ \xa0\x1f]*")
_BREAKS = re.compile("[ \t\n\r\f\xa0\x02-\x04\x1c\x1d]*\x1e[ \t\n\r\f\xa0\x02-\x04\x1c-\x1e]*")
# Blank at the ends of a paragraph: indents, also with NBSP.
EDGES = " \t\n\r\f\v\xa0\u2028\u2029\u0085\u200b\u3000"


# A line that ends so, followed by one that starts so, are two paragraphs even with one <br> between.
_SENTENCE_END = re.compile(r"[.!?…:;][»\"”’')\]]*$")
_SENTENCE_START = re.compile(r"[«\"“„'(\[–—-]*\s*[\dA-ZА-ЯЁӘҒҚҢӨҰҮҺІЇЄ]")

# How far the next line is looked at, in code points; and one that is bold to its end.
_LONGEST_LABEL = 160
_BOLD_LINE = re.compile("[^\x03\x1e]+\x03[\\s\x04\x1c\x1d]*(?:\x1e|$)")


def paragraphs(raw: str) -> Iterator[str]:
    """Yield the paragraphs of one run, with their marks: broken at blank lines and after full stops."""
    pending = ""
    position = 0
    for gap in _BREAKS.finditer(raw):
        line = raw[position : gap.start()]
        position = gap.end()
        pending = f"{pending} {line}" if pending else line
        marks = "".join(MARKS.findall(gap[0]))
        if _parts(pending, gap[0], raw[position : position + _LONGEST_LABEL]):
            yield pending
            pending = marks
        else:
            pending += marks
    yield f"{pending} {raw[position:]}"


def _parts(line: str, gap: str, following: str) -> bool:
    """Tell whether a gap with line breaks parts two paragraphs, or just two lines of one."""
    if gap.count(BREAK) > 1:
        return True
    before, _, after = gap.partition(BREAK)
    if FACE in before and FACE in after:
        return True
    # A line that is all bold, above or below plain ones, is a heading.
    if BOLD_OFF in before and BOLD_ON not in after and line.lstrip(EDGES).startswith(BOLD_ON):
        return True
    if BOLD_ON in after and BOLD_OFF not in before and _BOLD_LINE.match(following):
        return True
    end = MARKS.sub("", line[-12:]).rstrip(EDGES)
    return bool(_SENTENCE_END.search(end) and _SENTENCE_START.match(MARKS.sub("", following).lstrip(EDGES)))


def pieces(raw: str) -> Iterator[str]:
    """Yield the text of one paragraph, canonical, with collapsed spaces; in several pieces where too long."""
    if raw.isprintable() and "  " not in raw:
        text = raw.strip(EDGES)  # nothing in it to clean
    else:
        text = _SPACES.sub(" ", raw)
        if CELL in text:
            text = _CELLS.sub("\t", text)
        text = canonical(text).strip(EDGES)
    start = 0
    while len(text) - start > MAX_BLOCK_LENGTH:
        end = cut(text, start)
        yield text[start:end].strip(EDGES)
        start = end
    if rest := text[start:].strip(EDGES):
        yield rest


def cut(text: str, start: int) -> int:
    """Return where to cut a too long paragraph: after a sentence, else at a space, else hard."""
    middle, end = start + MAX_BLOCK_LENGTH // 2, start + MAX_BLOCK_LENGTH
    for mark in (". ", "! ", "? ", " "):
        found = text.rfind(mark, middle, end)
        if found >= 0:
            return found + len(mark)
    return end
