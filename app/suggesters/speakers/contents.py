"""Where what is said begins and ends: without quotation marks, dashes, commas and the final full stop.

The extents are those an annotator takes (`widgets/reader/extents.py`, docs/adr/0016).
"""

_STOPS = ".!?…"
_MARKS = '«»“”„"'
_PARTNERS = {"«": "»", "“": "”", "„": "“”", "»": "«", "”": "“„", '"': '"'}


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span as it is marked; None where no word is left."""
    while start < end:
        if (
            text[start].isspace()
            or text[start] in "-–—,;:.…)"
            or (text[start] in _MARKS and not _has_partner(text, start, end, start))
        ):
            start += 1
        else:
            break
    while start < end:
        last = text[end - 1]
        if (
            last.isspace()
            or last in "-–—,;:("
            or last in _STOPS
            or (last in _MARKS and not _has_partner(text, start, end, end - 1))
        ):
            end -= 1
        else:
            break
    if start < end and text[start] in _MARKS and _wraps(text, start, end):
        return trimmed(text, start + 1, end - 1)
    return (start, end) if any(char.isalnum() for char in text[start:end]) else None


def _has_partner(text: str, start: int, end: int, at: int) -> bool:
    mark = text[at]
    if mark == '"':
        return text.count('"', start, end) % 2 == 0
    partners = _PARTNERS.get(mark, "")
    rest = text[at + 1 : end] if at == start else text[start:at]
    return any(partner in rest for partner in partners)


def _wraps(text: str, start: int, end: int) -> bool:
    """Tell whether one pair of marks stands around all of it."""
    opening, closing = text[start], text[end - 1]
    if closing not in _PARTNERS.get(opening, ""):
        return False
    inner = text[start + 1 : end - 1]
    if opening == '"':
        return inner.count('"') == 0
    depth = 0
    for char in inner:
        depth += (char == opening) - (char == closing)
        if depth < 0:
            return False
    return depth == 0
