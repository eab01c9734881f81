"""Who says what in English: rules over the order of words, which tells the subject there."""

import re
from functools import cache

from app.suggesters.attribution import Source
from app.suggesters.speakers.building import Saying, Scene, quote_type_of
from app.suggesters.speakers.direct import dashed_line, direct_speech
from app.suggesters.speakers.english_sources import (
    ASIDE_STARTS,
    source_after,
    source_before,
    source_in,
)
from app.suggesters.speakers.lexicon import Verb, lexicon, word_set
from app.suggesters.speakers.units import Unit

_NEGATIONS = word_set("en", "negations")
# What cannot begin a clause that is said, right behind the verb.
_NO_CLAUSE = word_set("en", "no_clause")
_AUXILIARIES = word_set("en", "auxiliaries")
# Words and marks that a clause without "that" has at least: "sales rose 5%."
_LEAST_CLAUSE = 4
_LEADS = frozenset(["but", "and", "however", "also", "meanwhile", "still", "yet", "so", "now"])
_WHEN = re.compile(
    r"\s*(?:(?:late |early )?(?:on|last|this) \w+day(?: \w+)?|in an? \w+(?: \w+)?|at an? \w+(?: \w+)?"
    r"|yesterday|today|earlier|later|this week|in \w+ \d{4}|via \w+),?"
)
# Words before a clause of saying that ends the sentence.
_LEAST_BEFORE = 3
_NEXT_SAYING = re.compile(
    r",? (?:and|but) (?:also )?(?:added|said|noted|told|warned|claimed|argued)\b"
    r"|, (?:according to|adding that|saying that|citing)\b"
)


def read_unit(scene: Scene, unit: Unit) -> None:
    """Keep every attribution of a unit."""
    used = direct_speech(scene, unit, read_clause)
    if unit.speech_dash and not used:
        used = dashed_line(scene, unit, read_clause)
    _read_according(scene, unit, used)
    last: Source | None = None
    for i, token in enumerate(unit.tokens):
        verb = verb_forms().get(token.low)
        if verb is None or _is_used(unit, used, token.start) or _negated(unit, i):
            continue
        last = _read_verb(scene, unit, i, verb, used, last) or last


def read_clause(scene: Scene, unit: Unit, first: int, last: int, after: bool) -> Saying | None:
    """Find who says it in the clause behind (`after`) or before direct speech."""
    tokens = unit.tokens
    near = range(first, min(first + 18, last)) if after else range(last - 1, max(first - 1, last - 14), -1)
    for i in near:
        if after and tokens[i].text in ".;:":
            break
        verb = verb_forms().get(tokens[i].low)
        if verb is None or "quote" not in verb.frames or _negated(unit, i):
            continue
        found = source_after(scene, unit, i + 1, last) if after and i - first <= 1 else None
        if found is None or i > first + 1:
            before = source_before(scene, unit, i, first)
            found = (before, i + 1) if before is not None else found
        if found is None:
            continue
        return Saying((tokens[i].start, tokens[i].end), found[0], verb, tokens[max(found[1], i + 1) - 1].end)
    return None


@cache
def verb_forms() -> dict[str, Verb]:
    """Every form of the verbs of saying."""
    table = lexicon("en")
    irregular = table.table["irregular"]
    found: dict[str, Verb] = {}
    for verb in table.verbs.values():
        for form in irregular.get(verb.lemma, "").split() or _regular(verb.lemma):
            found.setdefault(form, verb)
    return found


def _regular(lemma: str) -> list[str]:
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return [lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return [lemma, third, lemma + "ed", lemma + "ing"]


def _is_used(unit: Unit, used: list[tuple[int, int]], offset: int) -> bool:
    return any(start <= offset < end for start, end in used) or unit.quote_over(offset) is not None


def _negated(unit: Unit, i: int) -> bool:
    return any(
        token.low in _NEGATIONS or token.low.endswith(("n't", "n’t"))
        for token in unit.tokens[max(0, i - 2) : i]
    )


def _read_verb(
    scene: Scene, unit: Unit, i: int, verb: Verb, used: list[tuple[int, int]], last: Source | None
) -> Source | None:
    """Keep what a verb of saying introduces; return its source. `last` is the one before in the sentence."""
    tokens = unit.tokens
    if _is_relative(unit, i):
        return None
    floor = max([unit.index_from(end) for _, end in used if end <= tokens[i].start] or [0])
    cue = (tokens[i].start, tokens[i].end)
    that = _that(unit, i)
    source = source_before(scene, unit, i, floor)
    if (
        source is None
        and i > 1
        and {tokens[i - 1].low, tokens[i - 2].low} & {"and", "but", "adding", "saying"}
        | _participle(token=tokens[i].low)
    ):
        source = last
    if source is not None and (that is not None or (begin := _bare(unit, i, verb)) is not None):
        start = tokens[that].end if that is not None else begin
        assert start is not None
        end = _content_end(scene, unit, start)
        quote = next((q for q in unit.quotes if q.start == start and that is None), None)
        if quote is not None and len(unit.text[slice(*quote.inner)].split()) > 2:
            start, end = quote.start, quote.end
        kind = quote_type_of(unit, start, end)
        score = 0.92 if that is not None else 0.85
        scene.add([(start, end)], kind, score, "verb of saying, clause", source, cue, verb.stance)
        return source
    if "tail" in verb.frames:
        _read_tail(scene, unit, i, verb, source, floor)
    return None


def _is_relative(unit: Unit, i: int) -> bool:
    """Read "a step officials say is needed": what is said has no subject of its own and is no sentence."""
    following = [token.low for token in unit.tokens[i + 1 : i + 3]]
    return len(following) == 2 and following[0] in _AUXILIARIES and following[1] != "that"


def _participle(token: str) -> set[str]:
    """Read "adding that": a participle goes on with whoever spoke."""
    return {token} if token.endswith("ing") else set()


def _that(unit: Unit, i: int) -> int | None:
    for at in range(i + 1, min(i + 12, len(unit.tokens))):
        token = unit.tokens[at]
        if token.low == "that":
            return at
        if token.text in ",.;:—–" or token.low in verb_forms():
            return None
    return None


def _bare(unit: Unit, i: int, verb: Verb) -> int | None:
    """Where a clause without "that" begins right behind the verb."""
    tokens = unit.tokens
    if "bare" not in verb.frames or i + 2 >= len(tokens):
        return None
    at = i + 1
    if verb.lemma == "tell":
        at += 2 if tokens[at].low in ("the", "a", "his", "her", "their") else 1
        while at < len(tokens) and tokens[at - 1].is_capital and tokens[at].is_capital:
            at += 1
    elif verb.lemma not in (
        "say",
        "add",
        "claim",
        "believe",
        "think",
        "insist",
        "argue",
        "warn",
        "admit",
        "predict",
        "fear",
        "suspect",
    ):
        return None
    when = _WHEN.match(unit.text, tokens[at - 1].end, unit.end)
    if when is not None:
        at = unit.index_from(when.end())
    if (
        at + _LEAST_CLAUSE > len(tokens)
        or tokens[at].low == "responsibility"
        or not (tokens[at].is_word or tokens[at].text in '“"£$€')
        or tokens[at].low in _NO_CLAUSE
    ):
        return None
    return tokens[at].start


def _content_end(scene: Scene, unit: Unit, start: int) -> int:
    """Where a clause that is said ends: with the sentence, or before ", according to", ", and added that"."""
    match = _NEXT_SAYING.search(scene.text, start, unit.end)
    return match.start() if match is not None else unit.end


def _read_tail(scene: Scene, unit: Unit, i: int, verb: Verb, source: Source | None, floor: int) -> None:
    """Read "A, the council said on Tuesday." and "A, said the council." and "A, he said, B."."""
    tokens = unit.tokens
    comma = next(
        (
            at
            for at in range(i - 1, max(floor, i - 16), -1)
            if tokens[at].text in ",—–" and _opens_tail(unit, at, i, source)
        ),
        None,
    )
    if comma is None or comma < 1:
        return
    end = i + 1
    if source is None:
        if comma != i - 1:
            return
        found = source_after(scene, unit, i + 1, len(tokens))
        if found is None:
            return
        source, end = found
    elif source.start < tokens[comma].start:
        return
    start = tokens[floor].start
    spans = [(start, tokens[comma].start)]
    when = _WHEN.match(unit.text, tokens[end - 1].end, unit.end)
    rest = unit.index_from(when.end()) if when is not None else end
    if (
        rest < len(tokens)
        and tokens[rest].text == ","
        and rest + 3 < len(tokens)
        and tokens[rest + 1].low not in ASIDE_STARTS
    ):
        spans.append((tokens[rest].end, unit.end))
    if sum(token.is_word for token in tokens[floor:comma]) < _LEAST_BEFORE and len(spans) == 1:
        return
    kind = quote_type_of(unit, start, tokens[comma].start)
    scene.add(
        spans, kind, 0.88, "who said it at the end", source, (tokens[i].start, tokens[i].end), verb.stance
    )


def _opens_tail(unit: Unit, at: int, i: int, source: Source | None) -> bool:
    following = unit.tokens[at + 1]
    if source is None:
        return at == i - 1
    return following.start <= source.start and unit.tokens[at].start < source.start


def _read_according(scene: Scene, unit: Unit, used: list[tuple[int, int]]) -> None:
    tokens = unit.tokens
    for i in range(len(tokens) - 2):
        if tokens[i].low != "according" or tokens[i + 1].low != "to" or _is_used(unit, used, tokens[i].start):
            continue
        last = next((j for j in range(i + 2, len(tokens)) if tokens[j].text in ",;:."), len(tokens))
        source = source_in(scene, unit, i + 2, last)
        if source is None:
            continue
        cue = (tokens[i].start, tokens[i + 1].end)
        first = (
            0
            if tokens[i - 1].text == ","
            else next((j + 1 for j in range(i - 1, -1, -1) if tokens[j].low == "that"), 0)
        )
        before = [token for token in tokens[first:i] if token.is_word and token.low not in _LEADS]
        spans = [(tokens[first].start, tokens[i].start)] if before else []
        if (
            last + 2 < len(tokens)
            and tokens[last].text == ","
            and (not spans or tokens[last + 1].low not in ASIDE_STARTS)
        ):
            begin = tokens[last].end
            if not spans and tokens[last + 1].low in ASIDE_STARTS:
                close = next((j for j in range(last + 1, len(tokens)) if tokens[j].text == ","), last)
                begin = tokens[close].end
            spans.append((begin, unit.end))
        if spans:
            kind = quote_type_of(unit, spans[0][0], spans[-1][1])
            scene.add(spans, kind, 0.92, "according to", source, cue)
