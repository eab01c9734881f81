"""Who says what in Russian: rules over clauses, after the order of words and the cases in them."""

import re

from app.suggesters.attribution import Source
from app.suggesters.speakers.building import Saying, Scene, quote_type_of
from app.suggesters.speakers.direct import dashed_line, direct_speech
from app.suggesters.speakers.phrases import Phrase, Phrases
from app.suggesters.speakers.russian_clauses import (
    COMPLEMENTISERS,
    FARTHEST,
    LEADS,
    Clause,
    clause_start,
    closes_clause,
    content_end,
    end_of_aside,
    is_cue,
    is_lead,
    next_comma,
    sentence_before,
    that_clause,
)
from app.suggesters.speakers.russian_phrases import by_phrase, read_nobodys, read_nouns, read_phrases
from app.suggesters.speakers.russian_sources import source_of
from app.suggesters.speakers.russian_subjects import (
    find_subject,
    first_subject,
    source_of_subject,
    source_of_verb,
    speaking_place,
)
from app.suggesters.speakers.russian_verbs import VerbForm, verb_forms
from app.suggesters.speakers.units import Unit

_OF_THAT = re.compile(r"(?:о|об) (?:том|этом), (?:что|как) ", re.IGNORECASE)
# Tokens before a verb that only join its sentence to the one before: "При этом также".
_LONGEST_LEAD = 4
# Words before a clause of saying that hardly are all that is said.
_MOST_WORDS_BEFORE = 3
_ANAPHORS = (
    "об этом",
    "о чем",
    "о чём",
    "такие данные",
    "такую информацию",
    "эту информацию",
    "такое мнение",
    "соответствующее",
)
# "АСТАНА, 5 мая – ТАСС. " and "ИНТЕРФАКС-КАЗАХСТАН – ".
_DATELINE = re.compile(
    r"(?:[A-ZА-ЯЁ][A-ZА-ЯЁ-]{2,}[ ,.]*)+(?:\d+ \w+[ ,.]*)?[-–—]\s(?:[A-ZА-ЯЁ][A-ZА-ЯЁ -]+\.\s)?"
)


def read_unit(scene: Scene, unit: Unit) -> None:
    """Keep every attribution of a unit."""
    used = direct_speech(scene, unit, read_clause)
    if unit.speech_dash and not used:
        used = dashed_line(scene, unit, read_clause)
    clause = Clause(scene, unit, Phrases(unit, scene.mentions_in(unit.start, unit.end)), used, [])
    cues = _cues(clause)
    tails = [i for i, form in cues if _is_tail(clause, i, form)]
    clause.stops = [unit.tokens[i - 1].start for i in tails if i]
    read_phrases(clause)
    last: Source | None = None
    for position, (i, form) in enumerate(cues):
        following = cues[position + 1][0] if position + 1 < len(cues) else len(unit.tokens)
        last = _read_verb(clause, i, form, i in tails, last, following) or last
    read_nouns(clause)
    read_nobodys(clause)


def read_clause(scene: Scene, unit: Unit, first: int, last: int, after: bool) -> Saying | None:
    """Find who says it in the clause behind (`after`) or before direct speech."""
    tokens = unit.tokens
    phrases = Phrases(unit, scene.mentions_in(unit.start, unit.end))
    forms = verb_forms()
    near = range(first, min(first + 7, last)) if after else range(last - 1, max(first - 1, last - 26), -1)
    for i in near:
        form = forms.get(tokens[i].low)
        if form is None or "quote" not in form.verb.frames or not is_cue(unit, i, form):
            continue
        if after and any(closes_clause(unit, j) for j in range(first, i)):
            return None
        if not after and any(t.low in COMPLEMENTISERS for t in tokens[i + 1 : last]):
            return None
        stop = next((j for j in range(i + 1, last) if closes_clause(unit, j)), last) if after else last
        source, end = source_of_verb(scene, phrases, i, form, first, stop)
        if source is None and after and form.verb.group != "passive" and i != first:
            continue
        return Saying((tokens[i].start, tokens[i].end), source, form.verb, tokens[max(end, i + 1) - 1].end)
    return by_phrase(scene, phrases, first, last) if after else _by_name(scene, phrases, first, last)


def _by_name(scene: Scene, phrases: Phrases, first: int, last: int) -> Saying | None:
    """Read "Эколог Олег Сизов: «…»": nothing but who says it before a colon."""
    if last - first < 2 or phrases.tokens[last - 1].text != ":":
        return None
    phrase = phrases.at(first, ("nomn",), last - 1)
    if phrase is None:
        return None
    source, end = source_of_subject(scene, phrases, phrase, last - 1)
    if source is None or end != last - 1 or source.kind not in ("person", "organisation"):
        return None
    return Saying(None, source, verb_forms()["сказал"].verb, phrases.tokens[last - 1].end)


def _cues(clause: Clause) -> list[tuple[int, VerbForm]]:
    forms = verb_forms()
    return [
        (i, form)
        for i, token in enumerate(clause.unit.tokens)
        if token.is_word
        and (form := forms.get(token.low)) is not None
        and not clause.is_used(token.start)
        and is_cue(clause.unit, i, form)
    ]


def _is_tail(clause: Clause, i: int, form: VerbForm) -> bool:
    """A clause of saying behind what is said: ", сообщает ТАСС", "– отметил он"."""
    tokens = clause.unit.tokens
    before = i - 1
    while before > 0 and tokens[before].low in (
        "также",
        "ранее",
        "тогда",
        "позже",
        "при",
        "этом",
        "накануне",
        "сегодня",
    ):
        before -= 1
    if (
        before < 2
        or tokens[before].text not in ",–—-"
        or form.pos == "GRND"
        or "tail" not in form.verb.frames
    ):
        return False
    if that_clause(clause, i) is not None or tokens[min(i + 1, len(tokens) - 1)].text == ":":
        return False
    stop = next_comma(clause.phrases, i + 1, len(tokens))
    behind = find_subject(clause.scene, clause.phrases, i + 1, stop, form, stop_at_comma=True)
    return behind is not None or speaking_place(clause.phrases, i + 1, stop) is not None


def _read_verb(
    clause: Clause, i: int, form: VerbForm, tail: bool, last: Source | None, following: int
) -> Source | None:
    """Keep what a verb of saying introduces; return its source."""
    scene, unit, phrases = clause.scene, clause.unit, clause.phrases
    tokens = unit.tokens
    as_ = _as(unit, i)
    if as_ is not None:
        return _read_as(clause, as_, i, form)
    if form.verb.lemma == "следовать":
        return None
    first = clause_start(clause, i)
    that = that_clause(clause, i) if "that" in form.verb.frames else None
    stop = that if that is not None else (following if tail else len(tokens))
    if form.pos == "GRND":
        source: Source | None = (last or first_subject(clause, i)) if that is not None else None
        end = i + 1
        if source is None:
            return None
    else:
        source, end = source_of_verb(scene, phrases, i, form, first, stop)
    if that is not None:
        if source is None and form.verb.group not in ("passive",):
            source = last or _goes_on(scene, unit, i)
            if source is None:
                return None
        _keep_that(clause, i, form, that, source)
        return source
    if tail and _keep_tail(clause, i, form, source, end):
        return source
    if source is None:
        return None
    return _keep_rest(clause, i, form, source, max(end, i + 1))


def _keep_that(clause: Clause, i: int, form: VerbForm, that: int, source: Source | None) -> None:
    unit, tokens = clause.unit, clause.unit.tokens
    start = tokens[that].start if tokens[that].low == "якобы" else tokens[that].end
    if that + 1 < len(tokens) and tokens[that].low == "будто":
        start = tokens[that].start
    end = content_end(clause, that, i)
    rule = "verb of saying, that-clause" if source is not None else "impersonal verb of saying"
    score = 0.93 if source is not None and source.kind != "unknown" else 0.75
    kind = quote_type_of(unit, start, end)
    clause.scene.add(
        [(start, end)], kind, score, rule, source, (tokens[i].start, tokens[i].end), form.verb.stance
    )


def _keep_tail(clause: Clause, i: int, form: VerbForm, source: Source | None, behind: int) -> bool:
    unit, tokens = clause.unit, clause.unit.tokens
    if source is None or (source.start < tokens[i].start and source.start >= unit.start):
        return False
    start = max([end for begin, end in clause.used if end <= tokens[i].start] or [unit.start])
    end = next(t.start for t in reversed(tokens[:i]) if t.text in ",–—-")
    if sum(token.is_word for token in tokens[unit.index_from(start) : unit.index_from(end)]) < 2:
        return False
    if unit.text[start : start + 40].lower().startswith(_ANAPHORS):
        return False
    lead = _DATELINE.match(unit.text, start, end) or _OF_THAT.match(unit.text, start, end)
    spans = [(lead.end() if lead else start, end)]
    rest = _goes_on_behind(clause, start, end, behind)
    if rest is not None:
        spans = [rest] if is_lead(clause, spans[0]) else [*spans, rest]
    kind = quote_type_of(unit, spans[0][0], spans[-1][1])
    cue = (tokens[i].start, tokens[i].end)
    clause.scene.add(spans, kind, 0.9, "who said it at the end", source, cue, form.verb.stance)
    return True


def _goes_on_behind(clause: Clause, start: int, end: int, behind: int) -> tuple[int, int] | None:
    """What is said behind who says it, where too little stands before: "В целом, пишет X, спрос растёт"."""
    unit, tokens = clause.unit, clause.unit.tokens
    before = tokens[unit.index_from(start) : unit.index_from(end)]
    if sum(token.is_word for token in before) > _MOST_WORDS_BEFORE or behind + 2 >= len(tokens):
        return None
    return (tokens[behind].end, unit.end) if tokens[behind].text == "," else None


def _keep_rest(clause: Clause, i: int, form: VerbForm, source: Source, end: int) -> Source | None:
    """Without a that-clause: behind a colon, "о" with what, or "об этом" and the sentence before."""
    scene, unit, tokens = clause.scene, clause.unit, clause.unit.tokens
    cue = (tokens[i].start, tokens[i].end)
    first = unit.index_from(tokens[clause_start(clause, i)].start)
    around = " ".join(token.low for token in tokens[first : end + 6])
    if any(anaphor in around for anaphor in _ANAPHORS):
        before = sentence_before(scene, unit)
        if before is not None:
            scene.add(
                [before], "indirect", 0.65, "said of the sentence before", source, cue, form.verb.stance
            )
        return source
    colon = next((j for j in range(i + 1, min(i + FARTHEST, len(tokens))) if tokens[j].text == ":"), None)
    opens = colon is not None and colon + 1 < len(tokens) and not clause.is_used(tokens[colon + 1].start)
    if colon is not None and opens and not any(t.text == "," for t in tokens[end:colon]):
        said = (tokens[colon].end, unit.end)
        scene.add([said], quote_type_of(unit, *said), 0.85, "colon", source, cue, form.verb.stance)
        return source
    if "about" in form.verb.frames:
        return _keep_about(clause, i, form, source, end)
    return source


def _keep_about(clause: Clause, i: int, form: VerbForm, source: Source, end: int) -> Source:
    unit, tokens = clause.unit, clause.unit.tokens
    for at in range(i + 1, min(max(end, i + 1) + 6, len(tokens) - 1)):
        if tokens[at].text in ",:;":
            break
        denied = form.verb.stance == "denied"
        if tokens[at].low in ("о", "об", "обо") or (denied and at == max(end, i + 1) and tokens[at].is_word):
            start = tokens[at].start if tokens[at].low not in ("о", "об", "обо") else tokens[at].end
            if tokens[at + 1].low in ("том", "этом", "чем", "нем", "ней", "них"):
                break
            stop = next((t.start for t in tokens[at + 1 :] if t.text in ",;:"), unit.end)
            if sum(t.is_word for t in tokens[at + 1 : unit.index_from(stop)]) >= 2:
                clause.scene.add(
                    [(start, stop)],
                    quote_type_of(unit, start, stop),
                    0.6,
                    "verb of saying, about",
                    source,
                    (tokens[i].start, tokens[i].end),
                    form.verb.stance,
                )
            break
    return source


def _goes_on(scene: Scene, unit: Unit, i: int) -> Source | None:
    """Whoever spoke before is meant by a verb without a subject: in a new sentence, or behind a quotation."""
    before = scene.found[-1] if scene.found else None
    if (
        before is not None
        and unit.start <= before.content[0][0]
        and before.content[-1][1] < unit.tokens[i].start
    ):
        return before.source
    begins = i <= _LONGEST_LEAD and all(token.low in LEADS or token.text == "," for token in unit.tokens[:i])
    return scene.spoken[-1][0] if begins and scene.spoken else None


def _as(unit: Unit, i: int) -> int | None:
    """The index of "как" right before a verb: "как сообщил", "как ранее сообщали", "как и отмечалось"."""
    for at in range(i - 1, max(i - 4, -1), -1):
        if unit.tokens[at].low == "как":
            return at if at == 0 or unit.tokens[at - 1].text in ",–—-(" or at <= 2 else None
        if not unit.tokens[at].is_word or unit.tokens[at].low in COMPLEMENTISERS:
            return None
    return None


def _read_as(clause: Clause, as_: int, i: int, form: VerbForm) -> Source | None:
    scene, unit, phrases = clause.scene, clause.unit, clause.phrases
    tokens = unit.tokens
    source: Source | None
    if form.verb.lemma == "следовать":
        phrase = _after_from(phrases, i)
        source = source_of(scene, phrases, phrase) if phrase is not None else None
        end = phrase.last if phrase is not None else i + 1
    else:
        source, end = source_of_verb(scene, phrases, i, form, i, len(tokens))
    comma = end_of_aside(clause, end)
    start = tokens[as_].start
    before = (unit.start, start) if as_ > 0 else None
    after = (
        (
            tokens[comma].end,
            clause.stops[-1] if clause.stops and clause.stops[-1] > tokens[comma].end else unit.end,
        )
        if comma < len(tokens)
        else None
    )
    if before is not None and is_lead(clause, before):
        before = None
    spans = [span for span in (before, after) if span is not None]
    if not spans or (source is None and form.verb.group != "passive"):
        return source
    low, high = spans[0][0], spans[-1][1]
    kind = quote_type_of(unit, low, high)
    scene.add(
        spans,
        kind,
        0.9 if source is not None else 0.6,
        "as somebody says",
        source,
        (tokens[as_].start, tokens[i].end),
        form.verb.stance,
    )
    return source


def _after_from(phrases: Phrases, i: int) -> Phrase | None:
    """Read "как следует из проекта бюджета"."""
    if i + 2 < len(phrases.tokens) and phrases.tokens[i + 1].low in ("из", "со"):
        return phrases.at(i + 2, ("gent",), len(phrases.tokens))
    return None
