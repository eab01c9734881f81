"""Who says what in Kazakh: what is said comes first, then "деп" or an accusative, then the verb."""

import re
from functools import cache

from app.suggesters.attribution import Epistemic, Source
from app.suggesters.speakers.building import Saying, Scene, quote_type_of
from app.suggesters.speakers.direct import dashed_line, direct_speech
from app.suggesters.speakers.kazakh_sources import first_source, pronoun, source_in
from app.suggesters.speakers.lexicon import Verb, folded, lexicon, word_set
from app.suggesters.speakers.units import Unit

_SAID = frozenset(["деді", "дейді", "деген", "дедi", "депті", "десе"])
_THAT = "деп"
# Endings of finite verbs of saying, in the third person, with the polite plural left out.
_FINITE = re.compile(
    r"(?:(?:а|е|й|п|ып|іп)?(?:ды|ді|ты|ті)|й?ды|й?ді|ған|ген|қан|кен|ған еді|ып|іп|п|ғанын|уда|уде|ыпты"
    r"|іпті|пты|пті|тты|тті)"
)
_WORDS_OF_SAYING = {
    "атап": "атап",
    "еске": "еске",
    "мәлім": "мәлім",
    "жауап": "жауап",
    "уәде": "уәде",
    "пікір": "пікір",
    "үміттен": "үміттен",
    "теріске": "теріске",
    "жоққа": "жоққа",
    "баса": "баса",
}
_FIRST_PERSON = re.compile(r"отыр(?:мын|мыз)|жүр(?:мін|міз)|жатыр(?:мын|мыз)|ед(?:ім|ік)")
_HELPERS = re.compile(r"(?:өт|сал|ет|берд|бер|айт|шығар|білдір|көрсет|қос|қат|алд)\w*")
_LEADS = word_set("kk", "leads")
# A clause that is the object of a verb ends with a participle or a noun of quality in the accusative.
_OBJECT = re.compile(
    r"\w*(?:ғанын|генін|қанын|кенін|[тй]ынын|[тй]інін|жоғын|барын|керегін|[лтд][ыі][ғг][ыі]н|[уи][ыі]н)"
)
_RUMOUR_NOUNS = re.compile(r"деген\s+(?:ақпарат|қауесет|хабар|сыбыс|мәлімет|әңгіме|пікір)\w*", re.IGNORECASE)
_ANAPHORA = re.compile(r"(?:бұл|осы|ол)\s+(?:туралы|жөнінде|жайында|жайлы)|мұны", re.IGNORECASE)


def read_unit(scene: Scene, unit: Unit) -> None:
    """Keep every attribution of a unit."""
    used = direct_speech(scene, unit, read_clause)
    if unit.speech_dash and not used:
        used = dashed_line(scene, unit, read_clause)
    if not used or unit.tokens[0].start < used[0][0]:
        _read_saying(scene, unit)
    if not used:
        _read_rumour(scene, unit)
    _read_phrases(scene, unit, used)


def read_clause(scene: Scene, unit: Unit, first: int, last: int, after: bool) -> Saying | None:
    """Find who says it in the clause behind (`after`) or before direct speech."""
    tokens = unit.tokens
    for i in range(first, min(last, first + 30)):
        found = _verb_at(unit, i, last)
        if found is None:
            continue
        verb, end, cue_start = found
        if after:
            stop = next((j for j in range(end, last) if tokens[j].text in ".;:!?"), last)
            source = source_in(scene, unit, end, stop) if end < stop else None
            if source is None and first < i:
                source = first_source(scene, unit, first, i)
            if source is None:
                source = _before_quote(scene, unit, first)
            return Saying((tokens[cue_start].start, tokens[end - 1].end), source, verb, tokens[stop - 1].end)
        source = first_source(scene, unit, first, i)
        if source is not None:
            return Saying((tokens[cue_start].start, tokens[end - 1].end), source, verb, tokens[end - 1].end)
    if not after and first < last and tokens[last - 1].text in ":,–—-":
        source = first_source(scene, unit, first, last)
        following = next((q for q in unit.quotes if q.depth == 0 and q.start >= tokens[last - 1].start), None)
        if source is not None and following is not None:
            start = unit.index_from(following.end)
            for i in range(start, min(start + 4, len(tokens))):
                found = _verb_at(unit, i, len(tokens))
                if found is not None:
                    verb, end, cue_start = found
                    return Saying(
                        (tokens[cue_start].start, tokens[end - 1].end), source, verb, tokens[end - 1].end
                    )
    return None


# ---------------------------------------------------------------------------------------------- verbs


def _verb_at(unit: Unit, i: int, last: int) -> tuple[Verb, int, int] | None:
    """The verb of saying at a token: itself, the token behind it, and where the cue begins."""
    tokens = unit.tokens
    low = tokens[i].low
    if low in _SAID:
        return _said(), i + 1, i
    at = i
    if low == _THAT:
        at = i + 1
        if at < last and tokens[at].low in ("отыр", "жүр", "тұр"):
            return _said(), i + 2, i
        while (
            at < last
            and at - i <= 3
            and tokens[at].is_word
            and _verb(tokens[at].low) is None
            and tokens[at].low not in _WORDS_OF_SAYING
        ):
            at += 1
        if at >= last or not tokens[at].is_word:
            return None
        low = tokens[at].low
    if low in _WORDS_OF_SAYING and at + 1 < last and _HELPERS.fullmatch(tokens[at + 1].low):
        verb = lexicon("kk").verbs.get(_WORDS_OF_SAYING[low]) or _said()
        end = at + 2
        while end < last and re.fullmatch(r"(?:өтті|өткен|отыр|кетті|шықты|айтты)", tokens[end].low):
            end += 1
        return verb, end, i
    verb_ = _verb(low)
    if verb_ is None or (at + 1 < last and _FIRST_PERSON.fullmatch(tokens[at + 1].low)):
        return None
    end = at + 1
    while end < last and re.fullmatch(
        r"(?:етті|отыр|жатыр|берді|кетті|болатын|еді|екен|өтті|қойды)", tokens[end].low
    ):
        end += 1
    return verb_, end, i


@cache
def _said() -> Verb:
    return Verb("де", "say", frozenset({"that", "quote", "tail", "object"}), None)


@cache
def _verb(low: str) -> Verb | None:
    for length in range(len(low) - 1, 1, -1):
        verb = lexicon("kk").verbs.get(low[:length])
        if verb is not None and verb.lemma not in _WORDS_OF_SAYING and _FINITE.fullmatch(low[length:]):
            return verb
    return None


def _read_saying(scene: Scene, unit: Unit) -> None:
    """Read "SUBJECT content деп verb", "content деп verb SUBJECT", "SUBJECT content-accusative verb"."""
    tokens = unit.tokens
    for i in range(1, len(tokens)):
        if unit.quote_over(tokens[i].start) is not None:
            continue
        found = _verb_at(unit, i, len(tokens))
        if found is None:
            continue
        verb, end, cue_start = found
        cue = (tokens[cue_start].start, tokens[end - 1].end)
        if tokens[i].low == _THAT or (tokens[i].low in ("деді", "дейді") and not _before_colon(unit, end)):
            _keep_that(scene, unit, i, end, verb, cue)
        elif "object" in verb.frames and end >= len(tokens) - 1:
            _keep_object(scene, unit, i, verb, cue)
        elif end < len(tokens) and tokens[end].text == ":":
            source = first_source(scene, unit, 0, i)
            if source is not None:
                scene.add(
                    [(tokens[end].end, unit.end)],
                    quote_type_of(unit, tokens[end].end, unit.end),
                    0.85,
                    "colon",
                    source,
                    cue,
                    verb.stance,
                )
        else:
            continue
        return


def _before_colon(unit: Unit, at: int) -> bool:
    return at < len(unit.tokens) and unit.tokens[at].text == ":"


def _keep_that(scene: Scene, unit: Unit, i: int, end: int, verb: Verb, cue: tuple[int, int]) -> None:
    tokens = unit.tokens
    stop = next((j for j in range(end, len(tokens)) if tokens[j].text in ".;:!?"), len(tokens))
    start = tokens[_skip_leads(unit, 0, i)].start
    source = source_in(scene, unit, end, stop) if end < stop and tokens[end].is_word else None
    if source is None:
        source = first_source(scene, unit, 0, i)
        if source is not None:
            start = _behind(unit, source, i)
    if source is None and verb.lemma != "хабарла":
        return
    if tokens[i - 1].low in ("осылай", "былай", "солай", "не"):
        return
    kind = quote_type_of(unit, start, tokens[i].start)
    score = 0.9 if source is not None else 0.5
    scene.add([(start, tokens[i].start)], kind, score, "деп and a verb", source, cue, verb.stance)
    if end < len(tokens) and tokens[end].text == ":" and source is not None:
        rest = (tokens[end].end, unit.end)
        scene.add([rest], quote_type_of(unit, *rest), 0.85, "colon", source, cue, None)


def _keep_object(scene: Scene, unit: Unit, i: int, verb: Verb, cue: tuple[int, int]) -> None:
    tokens = unit.tokens
    source = first_source(scene, unit, 0, i)
    if _ANAPHORA.search(unit.text[unit.start : tokens[i].start]):
        before = _sentence_before(scene, unit)
        if source is None:
            source = _anaphoric_source(scene, unit, i)
        if before is not None and source is not None:
            scene.add([before], "indirect", 0.75, "said of the sentence before", source, cue, verb.stance)
        return
    if source is None:
        return
    start = _behind(unit, source, i)
    last = i - 1
    if tokens[last].low in ("де", "да", "те", "та"):
        last -= 1
    about = tokens[last].low in ("туралы", "жөнінде", "жайлы", "жайында")
    if about:
        last -= 1
    elif not _OBJECT.fullmatch(tokens[last].low):
        return
    if last <= unit.index_from(start):
        return
    score = 0.6 if about else 0.88
    scene.add(
        [(start, tokens[last].end)],
        quote_type_of(unit, start, tokens[last].end),
        score,
        "what the verb takes",
        source,
        cue,
        verb.stance,
    )


def _anaphoric_source(scene: Scene, unit: Unit, i: int) -> Source | None:
    match = _ANAPHORA.search(unit.text, unit.start, unit.tokens[i].start)
    return None if match is None else first_source(scene, unit, unit.index_from(match.end()), i)


def _behind(unit: Unit, source: Source, i: int) -> int:
    """Where what is said begins behind its source: a denial before it ("жоққа шығарып,") is no part of it."""
    start = source.end
    match = re.search(
        r"(?:жоққа шығарып|теріске шығарып|түсініктеме беріп|пікір білдіріп|жауап беріп)\s*,",
        unit.text[start : unit.tokens[i].start],
    )
    return start + match.end() if match else start


def _before_quote(scene: Scene, unit: Unit, first: int) -> Source | None:
    """The subject before a quotation that "деп" follows: "Министр «…» деп мәлімдеді"."""
    quote = next((q for q in unit.quotes if q.depth == 0), None)
    if quote is None or unit.index_from(quote.start) == 0:
        return scene.spoken[-1][0] if scene.spoken and unit.quotes and not unit.first_of_line else None
    return first_source(scene, unit, 0, min(unit.index_from(quote.start), first))


def _sentence_before(scene: Scene, unit: Unit) -> tuple[int, int] | None:
    if not scene.units:
        return None
    before = scene.units[-1]
    if before.line != unit.line and not scene.text[before.start : before.end].rstrip().endswith((".", "!")):
        return None
    return before.start, before.end


# -------------------------------------------------------------------------------------------- phrases


@cache
def _phrase_words() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    table = lexicon("kk").table["phrases"]
    return tuple(frozenset(map(folded, table[key].split())) for key in ("words", "nouns", "with", "hedged"))  # type: ignore[return-value]


def _read_phrases(scene: Scene, unit: Unit, used: list[tuple[int, int]]) -> None:
    """Read "X-тің айтуынша, …", "X мәліметіне сәйкес …"."""
    tokens = unit.tokens
    single, nouns, with_, hedged = _phrase_words()
    for i in range(1, len(tokens)):
        low = tokens[i].low
        if any(start <= tokens[i].start < end for start, end in used) or unit.quote_over(tokens[i].start):
            continue
        if low in single:
            end = i + 1
        elif low in nouns and i + 1 < len(tokens) and tokens[i + 1].low in with_:
            end = i + 2
        else:
            continue
        first = next((j + 1 for j in range(i - 1, -1, -1) if tokens[j].text in ",;:–—"), 0)
        lead = _skip_leads(unit, first, i)
        source = _owner(scene, unit, lead, i)
        if source is None:
            continue
        cue = (tokens[i].start, tokens[end - 1].end)
        resume = tokens[end].start if end < len(tokens) and tokens[end].text == "," else tokens[end - 1].end
        spans = [(resume, unit.end)]
        if first > 3 and lead == first:
            spans.insert(0, (unit.start, tokens[first - 1].start))
        stance: Epistemic | None = "hedged" if low in hedged else None
        scene.add(
            spans, quote_type_of(unit, spans[0][0], unit.end), 0.92, "phrase of saying", source, cue, stance
        )
        return


def _owner(scene: Scene, unit: Unit, first: int, i: int) -> Source | None:
    if i - first < 1:
        return None
    low = unit.tokens[i - 1].low
    if low in lexicon("kk").table["pronouns"]["genitive"].split():
        token = unit.tokens[i - 1]
        return pronoun(scene, token.start, token.end, plural=low == "олардың")
    return source_in(scene, unit, first, i, sure=True)


def _skip_leads(unit: Unit, first: int, last: int) -> int:
    at = first
    while at < last - 1 and (unit.tokens[at].low in _LEADS or (unit.tokens[at].text == "," and at > first)):
        at += 1
    return at


def _read_rumour(scene: Scene, unit: Unit) -> None:
    """Read "… деген ақпарат тараған": what nobody in the text stands behind."""
    match = _RUMOUR_NOUNS.search(unit.text, unit.start, unit.end)
    if match is None or unit.quote_over(match.start()) is not None:
        return
    lead = re.match(
        r"(?:\w+\s+){0,2}(?:желілерде|желіде|мессенджерлерде|арналарда|чаттарда|ақпарат құралдарында)\s*,?",
        unit.text[unit.start : match.start()],
    )
    start = unit.start + (lead.end() if lead else 0)
    scene.add(
        [(start, match.start())],
        quote_type_of(unit, start, match.start()),
        0.7,
        "noun of saying",
        None,
        match.span(),
        "reported_rumour",
    )
