"""Russian phrases of saying ("по словам ...") and nouns of saying ("слухи о том, что")."""

import re
from dataclasses import replace
from functools import cache

from app.suggesters.attribution import Epistemic, Source
from app.suggesters.speakers.building import Saying, Scene, quote_type_of
from app.suggesters.speakers.lexicon import Verb, alternatives, folded, lexicon
from app.suggesters.speakers.phrases import Phrase, Phrases, parts_of_speech
from app.suggesters.speakers.russian_clauses import (
    COMPLEMENTISERS,
    Clause,
    content_end,
    end_of_aside,
    is_lead,
)
from app.suggesters.speakers.russian_sources import possessive_gender, pronoun, source_of, with_apposition
from app.suggesters.speakers.russian_subjects import remember, speaking_place
from app.suggesters.speakers.russian_verbs import verb_forms
from app.suggesters.speakers.units import Unit


@cache
def _phrase_table() -> dict[str, tuple[tuple[str, ...], str, str | None]]:
    """First word -> every phrase of saying that begins with it: its words, the case, the stance."""
    return {
        folded(phrase): (tuple(folded(phrase).split()), case, "hedged" if phrase in hedged else None)
        for table in [lexicon("ru").table["phrases"]]
        for hedged in [alternatives(table["stance_hedged"])]
        for case in ("gent", "datv", "accs")
        for phrase in alternatives(table[case])
    }


def _phrase_at(unit: Unit, i: int) -> tuple[int, str, Verb] | None:
    """The phrase of saying that begins at a token: the index behind it, the case it takes."""
    tokens = unit.tokens
    known = sorted(_phrases_by_first().get(tokens[i].low, ()), key=lambda row: -len(row[0]))
    for words, case, hedge in known:
        if tuple(token.low for token in tokens[i : i + len(words)]) == words:
            return (
                i + len(words),
                case,
                Verb(" ".join(words), "phrase", frozenset(), "hedged" if hedge else None),
            )
    return None


def _phrase_with_adjective(unit: Unit, i: int) -> tuple[int, str, Verb] | None:
    """Read "по предварительным данным", "по официальной информации"."""
    tokens = unit.tokens
    if tokens[i].low != "по" or i + 2 >= len(tokens) or tokens[i + 2].low not in _between():
        return None
    if "ADJF" not in parts_of_speech(tokens[i + 1].text):
        return None
    hedged: Epistemic | None = "hedged" if tokens[i + 1].low.startswith("предварительн") else None
    return i + 3, "gent", Verb("по " + tokens[i + 2].low, "phrase", frozenset(), hedged)


@cache
def _phrases_by_first() -> dict[str, list[tuple[tuple[str, ...], str, str | None]]]:
    found: dict[str, list[tuple[tuple[str, ...], str, str | None]]] = {}
    for row in _phrase_table().values():
        found.setdefault(row[0][0], []).append(row)
    return found


def _phrase_source(
    scene: Scene, phrases: Phrases, i: int
) -> tuple[tuple[int, int], Source, int, Verb] | None:
    """Cue, source and the token behind it of a phrase of saying that begins at a token."""
    unit, tokens = phrases.unit, phrases.tokens
    gender = possessive_gender(tokens[i + 1].low) if i + 2 < len(tokens) else None
    if tokens[i].low in ("по", "с", "со") and gender is not None:
        if tokens[i + 2].low not in _between():
            return None
        source = pronoun(scene, tokens[i + 1].start, tokens[i + 1].end, gender)
        return (tokens[i].start, tokens[i + 2].end), source, i + 3, Verb("", "phrase", frozenset(), None)
    found = _phrase_at(unit, i) or _phrase_with_adjective(unit, i)
    if found is None:
        return None
    at, case, verb = found
    if at >= len(tokens):
        return None
    cue = (tokens[i].start, tokens[at - 1].end)
    phrase = _owner(phrases, at, case)
    if phrase is None:
        return None
    made = source_of(scene, phrases, phrase)
    if made is None or (made.kind == "unknown" and made.mention == "nominal"):
        return None
    if verb.lemma in _needs_document() and made.kind not in ("document", "organisation"):
        return None
    made, end = _with_aside(scene, phrases, phrase, made, case)
    remember(scene, phrase, made)
    return cue, made, end, verb


def _owner(phrases: Phrases, at: int, case: str) -> Phrase | None:
    """The noun phrase behind a phrase of saying: "полиции", "на сайте завода"."""
    tokens = phrases.tokens
    if tokens[at].low not in ("в", "на"):
        return phrases.at(at, (case,), len(tokens))
    phrase = speaking_place(phrases, at, min(at + 8, len(tokens)))
    return phrase if phrase is not None and phrase.first == at + 1 else None


def _with_aside(
    scene: Scene, phrases: Phrases, phrase: Phrase, source: Source, case: str
) -> tuple[Source, int]:
    """The source with what stands behind it between commas, and the token behind both."""
    tokens, end = phrases.tokens, phrase.last
    if source.kind != "person" or end + 1 >= len(tokens) or tokens[end].text != ",":
        return source, end
    beside = phrases.at(end + 1, (case,), len(tokens))
    if beside is None or beside.last >= len(tokens) or tokens[beside.last].text != "," or not beside.animate:
        return source, end
    if source.mention == "named":
        return with_apposition(source, phrases, beside), beside.last
    if beside.person is not None:
        source = replace(source_of(scene, phrases, beside) or source, role=source.name)
    return source, beside.last


@cache
def _between() -> frozenset[str]:
    return frozenset(folded(lexicon("ru").table["pronouns"]["between"]).split())


@cache
def _needs_document() -> frozenset[str]:
    return frozenset(alternatives(folded(lexicon("ru").table["phrases"]["needs_document"])))


def read_phrases(clause: Clause) -> None:
    """Keep what phrases of saying in a unit introduce."""
    unit, tokens = clause.unit, clause.unit.tokens
    for i, token in enumerate(tokens):
        if not token.is_word or clause.is_used(token.start):
            continue
        found = _phrase_source(clause.scene, clause.phrases, i)
        if found is None:
            continue
        cue, source, end, verb = found
        comma = end_of_aside(clause, end) if end < len(tokens) and tokens[end].text == "," else end
        if end < len(tokens) and tokens[end].text in "–—-":
            comma = next(
                (j for j in range(end + 1, min(end + 9, len(tokens))) if tokens[j].text in "–—-"), end
            )
        resume = (
            tokens[comma].end
            if comma < len(tokens) and tokens[comma].text in ",–—-"
            else (tokens[end].start if end < len(tokens) else unit.end)
        )
        start = _phrase_clause_start(clause, i)
        stop = min([s for s in clause.stops if s > resume] + [unit.end])
        before = (start, tokens[i].start)
        spans = [(resume, stop)] if is_lead(clause, before) else [before, (resume, stop)]
        if i == 0 and verb.lemma == "со ссылкой на":
            continue
        if verb.lemma == "со ссылкой на" and _tail_names(clause, i):
            continue
        kind = quote_type_of(unit, spans[0][0], spans[-1][1])
        clause.scene.add(spans, kind, 0.92, "phrase of saying", source, cue, verb.stance)


def _tail_names(clause: Clause, i: int) -> bool:
    """Tell whether "со ссылкой на" only says where the one who is named beside it has it from."""
    return any(token.low in verb_forms() for token in clause.unit.tokens[max(0, i - 12) : i + 12])


def _phrase_clause_start(clause: Clause, i: int) -> int:
    """Where the clause that a phrase of saying stands in begins: behind ", что", or with the sentence."""
    tokens = clause.unit.tokens
    for at in range(i - 1, 0, -1):
        if tokens[at].low in COMPLEMENTISERS and tokens[at - 1].text == ",":
            return tokens[at].end
    return max([end for _, end in clause.used if end <= tokens[i].start] or [clause.unit.start])


def by_phrase(scene: Scene, phrases: Phrases, first: int, last: int) -> Saying | None:
    """Read "«...», – по словам X"."""
    if first >= last:
        return None
    found = _phrase_source(scene, phrases, first)
    if found is None:
        return None
    cue, source, end, verb = found
    return Saying(cue, source, verb, phrases.tokens[end - 1].end)


def read_nobodys(clause: Clause) -> None:
    """Keep what nobody in particular says: "По слухам, …"."""
    unit = clause.unit
    match = _nobodys().match(unit.text, unit.start, unit.end)
    if match is None or clause.is_used(match.start()):
        return
    stance: Epistemic = "reported_rumour" if match["rumour"] else "hedged"
    content = (match.end(), min([stop for stop in clause.stops if stop > match.end()] + [unit.end]))
    kind = quote_type_of(unit, *content)
    clause.scene.add([content], kind, 0.6, "phrase of saying", None, match.span("cue"), stance)


@cache
def _nobodys() -> re.Pattern[str]:
    table = lexicon("ru").table["nouns_of_saying"]
    rumour, hedged = table["nobody_rumour"], table["nobody_hedged"]
    return re.compile(rf"(?P<cue>(?P<rumour>{rumour})|{hedged}),\s", re.IGNORECASE)


@cache
def _saying_nouns() -> dict[str, bool]:
    table = lexicon("ru").table["nouns_of_saying"]
    return {**dict.fromkeys(table["nobody"].split(), False), **dict.fromkeys(table["paper"].split(), True)}


def read_nouns(clause: Clause) -> None:
    """Keep what nouns of saying in a unit introduce."""
    unit, tokens = clause.unit, clause.unit.tokens
    known = {span[0] for attribution in clause.scene.found[-8:] for span in attribution.content[:1]}
    for i, token in enumerate(tokens[:-4]):
        if not token.is_word or clause.is_used(token.start) or token.low[:4] not in _noun_starts():
            continue
        that = next(
            (
                j
                for j in range(i + 1, min(i + 6, len(tokens)))
                if tokens[j].low in COMPLEMENTISERS and tokens[j - 1].text == ","
            ),
            None,
        )
        if that is None:
            continue
        phrase = next(
            (
                p
                for case in ("nomn", "accs", "gent", "ablt", "loct", "datv")
                if (p := clause.phrases.at(i, (case,), that)) and p.lemma in _saying_nouns()
            ),
            None,
        )
        if phrase is None or phrase.first != i:
            continue
        start, end = tokens[that].end, content_end(clause, that, i)
        verdict = _verdict().search(unit.text, start, end)
        if verdict is not None and i <= _BEGINS_WITHIN:
            end = verdict.start()
        if any(start <= begin <= start + 1 for begin in known):
            continue
        source = (
            source_of(clause.scene, clause.phrases, replace(phrase, last=i + 1))
            if _saying_nouns()[phrase.lemma]
            else None
        )
        hearsay = phrase.lemma in ("слух", "фейк", "миф", "домысел")
        stance: Epistemic | None = "reported_rumour" if hearsay else None
        if verdict is not None and verdict["denied"]:
            stance = "denied"
        cue = (token.start, token.end) if source is None else None
        clause.scene.add(
            [(start, end)], quote_type_of(unit, start, end), 0.7, "noun of saying", source, cue, stance
        )


# Tokens before a noun of saying that is the subject of its sentence.
_BEGINS_WITHIN = 3


@cache
def _verdict() -> re.Pattern[str]:
    """What a sentence says of what was said: "..., не подтвердилась", "..., – фейк"."""
    table = lexicon("ru").table["verdicts"]
    denied, other = "|".join(alternatives(table["denied"])), "|".join(alternatives(table["other"]))
    return re.compile(
        rf",\s*(?:[-–—]\s*)?(?:(?:это|является|оказал\w+|полная|якобы)\s+)*(?:(?P<denied>{denied})|(?:{other}))\b",
        re.IGNORECASE,
    )


@cache
def _noun_starts() -> frozenset[str]:
    return frozenset(noun[:4] for noun in _saying_nouns())
