"""Direct speech: quotations and lines with a dash, and the clause beside or inside them with who speaks."""

import re
from collections.abc import Callable
from dataclasses import replace

from app.suggesters.attribution import Epistemic
from app.suggesters.speakers.building import Saying, Scene
from app.suggesters.speakers.lexicon import Verb
from app.suggesters.speakers.quotes import Quote, word_count
from app.suggesters.speakers.units import Unit

# Reads a clause of a unit from its first to its last token (exclusive): `after` a quotation, or before one.
Reader = Callable[[Scene, Unit, int, int, bool], Saying | None]

# A clause between dashes inside what is said: ", – сказал X, – ".
_INSIDE = re.compile(r"[,!?…»”\"]\s*[-–—]\s+(?P<clause>[^–—«»“”\"]{3,200}?)(?:[,.:;]?\s*[-–—]\s+|$)")
# The same at the end of a quotation without its closing mark, where the dash was forgotten too.
_AT_END = re.compile(r"[,!?…]\s+(?P<clause>[^–—«»“”\",]{3,120})$")
_AFTER = re.compile(r"[\s,.!?…]*[-–—]?\s*")
_LINK = re.compile(r"\s*[,.!?…]*\s*[-–—]\s*|\s*,\s*")
_LEAST_WORDS = 2


def direct_speech(scene: Scene, unit: Unit, read: Reader) -> list[tuple[int, int]]:
    """Keep the direct speech of a unit; return the stretches that need no further rule."""
    used: list[tuple[int, int]] = []
    for quote in unit.quotes:
        if quote.depth or not _is_speech(scene.text, unit, quote):
            continue
        if any(start <= quote.start < end for start, end in used):
            continue
        used += _quotation(scene, unit, quote, read)
    return used


def dashed_line(scene: Scene, unit: Unit, read: Reader) -> list[tuple[int, int]]:
    """Keep what a line that begins with a dash says: "– Не знаю, – сказал он. – Может быть."."""
    start, end = unit.start, unit.line[1]
    line = replace(unit, end=end)
    pieces = _carved(scene, line, start, end, read, open_end=True)
    if pieces is None:
        return []
    spans, saying = pieces
    scene.add(
        spans, "direct", 0.85, "dash of direct speech", saying.source, saying.cue, _of_quotation(saying.verb)
    )
    return [(start, end)]


def _is_speech(text: str, unit: Unit, quote: Quote) -> bool:
    """Told from names and single words in quotation marks by where it stands and how long it is."""
    words = word_count(text, *quote.inner)
    if words < _LEAST_WORDS and not text[quote.inner_start : quote.inner_end].rstrip().endswith(
        ("!", "?", ",", ".")
    ):
        return False
    before = text[unit.start : quote.start].rstrip()
    if not before or before[-1] in ":-–—":
        return words >= _LEAST_WORDS or before[-1:] == ":"
    first = text[quote.inner_start : quote.inner_start + 1]
    return before[-1] in ".!?,»”" and words > _LEAST_WORDS and first.isupper()


def _is_other(text: str, unit: Unit, quote: Quote) -> bool:
    """Tell another part of what is said from a name in quotation marks."""
    if quote.depth:
        return False
    parted = text[unit.start : quote.start].rstrip()[-1:] in (",", ".", "-", "–", "—")
    return _is_speech(text, unit, quote) or (parted and word_count(text, *quote.inner) >= _LEAST_WORDS)


def _quotation(scene: Scene, unit: Unit, quote: Quote, read: Reader) -> list[tuple[int, int]]:
    text = scene.text
    carved = _carved(scene, unit, quote.inner_start, quote.inner_end, read, open_end=not quote.closed)
    if carved is not None:
        spans, saying = carved
        scene.add(
            spans,
            "direct",
            0.92,
            "cue inside the quotation",
            saying.source,
            saying.cue,
            _of_quotation(saying.verb),
        )
        return [(quote.start, quote.end)]
    introduced = text[unit.start : quote.start].rstrip().endswith(":")
    after = None if introduced and _before(scene, unit, quote, read) else _after(scene, unit, quote, read)
    if after is not None:
        spans = [*_paragraphs_before(scene, unit), quote.inner]
        end = after.end
        rest = _goes_on(text, unit, after.end)
        if rest is not None:
            spans.append(rest.inner)
            end = rest.end
        score = 0.95 if after.source is not None else 0.6
        scene.add(
            spans,
            "direct",
            score,
            "quotation, then who said it",
            after.source,
            after.cue,
            _of_quotation(after.verb),
        )
        return [(quote.start, end)]
    before = _before(scene, unit, quote, read)
    if before is not None:
        scene.add(
            [quote.inner],
            "direct",
            0.93,
            "who said it, then the quotation",
            before.source,
            before.cue,
            _of_quotation(before.verb),
        )
        return [(before.cue[0] if before.cue and before.cue[0] >= unit.start else quote.start, quote.end)]
    if (
        quote.start == unit.start
        and word_count(text, *quote.inner) >= _LEAST_WORDS
        and not text[quote.end : unit.end].strip(" .,!?…")
    ):
        _of_last_speaker(scene, unit, quote)
        return [(quote.start, quote.end)]
    return []


def _after(scene: Scene, unit: Unit, quote: Quote, read: Reader) -> Saying | None:
    text = scene.text
    link = _LINK.match(text, quote.end, unit.end)
    comma_inside = text[quote.inner_start : quote.inner_end].rstrip()[-1:] in (",", "?", "!")
    if link is None and not comma_inside:
        return None
    lead = _AFTER.match(text, quote.end, unit.end)
    first = unit.index_from(lead.end() if lead else quote.end)
    stop = next((q.start for q in unit.quotes if q.start > quote.end and _is_other(text, unit, q)), unit.end)
    return read(scene, unit, first, unit.index_from(stop), True)


def _before(scene: Scene, unit: Unit, quote: Quote, read: Reader) -> Saying | None:
    before = scene.text[unit.start : quote.start].rstrip()
    if before[-1:] not in (":", ",", "-", "–", "—"):
        if before or not scene.units or unit.start < 1:
            return None
        return _line_before(scene, unit, read)
    return read(scene, unit, 0, unit.index_from(quote.start), False)


def _line_before(scene: Scene, unit: Unit, read: Reader) -> Saying | None:
    """Who said it, where the paragraph before ends with a colon."""
    last = scene.units[-1]
    if not scene.text[last.start : last.end].endswith(":"):
        return None
    return read(scene, last, 0, len(last.tokens), False)


def _goes_on(text: str, unit: Unit, start: int) -> Quote | None:
    """The second half of a quotation, behind who said it: «A», – сказал X, – «B»."""
    for quote in unit.quotes:
        if quote.depth == 0 and quote.start >= start:
            between = text[start : quote.start].strip()
            return quote if between and not between.strip(",.:;–—- ") else None
    return None


def _of_last_speaker(scene: Scene, unit: Unit, quote: Quote) -> None:
    """A quotation that stands alone is of whoever spoke in the sentence before it."""
    if not scene.found:
        return
    last = scene.found[-1]
    if last.source is None:
        return
    if _runs_on(scene, unit) and scene.units[-1].start <= last.content[-1][0]:
        scene.add([quote.inner], "direct", 0.8, "quotation goes on", last.source, None)
        return
    behind = max(last.content[-1][1], last.cue[1] if last.cue else 0, last.source.end)
    if behind < unit.line[0] or quote.start - behind > _NEAR:
        return
    scene.add([quote.inner], "direct", 0.6, "quotation goes on", last.source, None)


def _runs_on(scene: Scene, unit: Unit) -> bool:
    """Tell whether the paragraph before ends inside a quotation."""
    before = scene.units[-1] if scene.units else None
    return (
        before is not None
        and unit.first_of_line
        and bool(before.quotes)
        and not [quote for quote in before.quotes if quote.depth == 0][-1].closed
    )


def _paragraphs_before(scene: Scene, unit: Unit) -> list[tuple[int, int]]:
    """The paragraphs of a quotation before its last one, where nobody was named yet."""
    spans: list[tuple[int, int]] = []
    following = unit
    for before in reversed(scene.units):
        open_ = [quote for quote in before.quotes if quote.depth == 0 and not quote.closed]
        if not following.first_of_line or not open_ or open_[0].start != before.start:
            break
        if any(before.start <= found.content[0][0] < before.end for found in scene.found):
            break
        spans.insert(0, open_[0].inner)
        following = before
    return spans


def _of_quotation(verb: Verb) -> Epistemic | None:
    """The stance of a verb beside a quotation: what denies something else is said as a fact."""
    return None if verb.stance == "denied" else verb.stance


# Code points between a speaker and a quotation that stands alone.
_NEAR = 90


def _carved(
    scene: Scene, unit: Unit, start: int, end: int, read: Reader, *, open_end: bool
) -> tuple[list[tuple[int, int]], Saying] | None:
    """What is said without the clauses inside that say who speaks, and the first of these."""
    spans: list[tuple[int, int]] = []
    first: Saying | None = None
    at = start
    places = list(_INSIDE.finditer(scene.text, start, end))
    if not places and open_end:
        places = list(_AT_END.finditer(scene.text, start, end))
    for match in places:
        if match.end() == end and match.group().rstrip()[-1:] not in "-–—" and not open_end:
            continue
        saying = read(
            scene, unit, unit.index_from(match.start("clause")), unit.index_from(match.end("clause")), True
        )
        if saying is None:
            continue
        first = first or saying
        # The quotation mark or the sign that ends the sentence is of what is said.
        spans.append((at, match.start() + (scene.text[match.start()] in "!?…")))
        at = match.end()
    if first is None:
        return None
    spans.append((at, end))
    return [span for span in spans if span[0] < span[1]], first
