"""A Russian unit while its cues are read, and where the clauses in it begin and end."""

from dataclasses import dataclass

from app.suggesters.speakers.building import Scene
from app.suggesters.speakers.lexicon import word_set
from app.suggesters.speakers.phrases import Phrases, parts_of_speech
from app.suggesters.speakers.russian_verbs import VerbForm, verb_forms
from app.suggesters.speakers.units import Unit

COMPLEMENTISERS = frozenset({"что", "будто", "якобы"})
LEADS = word_set("ru", "leads")
_RELATIVE = frozenset({"который", "которая", "которое", "которые", "кто"})
FARTHEST = 26
_JOINTS = word_set("ru", "joints")


# Code points of a lead that has no full stop: shorter lines are dates, bylines, buttons.
_LEAST_LEAD = 60


@dataclass
class Clause:
    """A unit with its phrases, while its cues are read."""

    scene: Scene
    unit: Unit
    phrases: Phrases
    used: list[tuple[int, int]]
    stops: list[int]
    """Code points where a clause of saying begins that what is said before does not hold."""

    def is_used(self, offset: int) -> bool:
        """Tell whether an offset is in direct speech, or in the clause beside it."""
        return (
            any(start <= offset < end for start, end in self.used) or self.unit.quote_over(offset) is not None
        )


def closes_clause(unit: Unit, at: int) -> bool:
    """Tell a mark that ends a clause from the dot of an initial."""
    token = unit.tokens[at]
    if token.text in ";:":
        return True
    return token.text == "." and not (
        at and len(unit.tokens[at - 1].text) == 1 and unit.tokens[at - 1].is_capital
    )


def _is_negated(unit: Unit, i: int) -> bool:
    """Tell whether "не" stands before the token."""
    return i > 0 and unit.tokens[i - 1].low == "не"


def is_cue(unit: Unit, i: int, form: VerbForm) -> bool:
    """Tell whether the verb says something: not in "не сказал", but in "не исключил"."""
    return _is_negated(unit, i) == (form.verb.group == "exclude")


def that_clause(clause: Clause, i: int) -> int | None:
    """The index of the complementiser of a verb: ", что", "о том, что"."""
    tokens = clause.unit.tokens
    forms = verb_forms()
    at = i + 1
    while at < min(i + FARTHEST, len(tokens)):
        token = tokens[at]
        if token.text in ":;":
            return None
        if token.low in COMPLEMENTISERS and tokens[at - 1].text == ",":
            return None if tokens[at - 2].low in ("тем", "то", "того", "все") else at
        if token.low in forms and at > i + 1 and not clause.is_used(token.start):
            return None
        if token.text in '«“"' and clause.unit.quote_over(token.start) is not None:
            quote = clause.unit.quote_over(token.start)
            assert quote is not None
            at = max(clause.unit.index_from(quote.end), at + 1)
            continue
        at += 1
    return None


def next_comma(phrases: Phrases, first: int, last: int) -> int:
    """The first comma or colon between two tokens, or `last`."""
    return next((j for j in range(first, last) if phrases.tokens[j].text in ",:;"), last)


def clause_start(clause: Clause, i: int) -> int:
    """The first token of the sentence of a verb: behind direct speech, behind the complementiser it is in."""
    tokens = clause.unit.tokens
    offset = max([end for _, end in clause.used if end <= tokens[i].start] or [clause.unit.start])
    return clause.unit.index_from(offset)


def content_end(clause: Clause, that: int, i: int) -> int:
    """Where a that-clause ends: with the sentence, or where the next clause of saying begins."""
    unit, tokens = clause.unit, clause.unit.tokens
    forms = verb_forms()
    for at in range(that + 1, len(tokens)):
        form = forms.get(tokens[at].low)
        if form is None or unit.quote_over(tokens[at].start) is not None:
            continue
        lead = at
        while lead > that and tokens[lead - 1].low in _JOINTS:
            lead -= 1
        if lead > that and tokens[lead - 1].text == "," and tokens[lead - 1].start in clause.stops:
            return tokens[lead - 1].start
        joined = tokens[lead].low in ("и", "а", "но") or (tokens[lead - 1].text == "," and form.pos == "GRND")
        if joined and that_clause(clause, at) is not None:
            return tokens[lead - 1].start if tokens[lead - 1].text == "," else tokens[lead].start
    return min([stop for stop in clause.stops if stop > tokens[that].start] + [unit.end])


def sentence_before(scene: Scene, unit: Unit) -> tuple[int, int] | None:
    """The sentence before this one, in its paragraph or at the end of the one before."""
    if not scene.units:
        return None
    before = scene.units[-1]
    whole = scene.text[before.start : before.end].rstrip()
    if before.line != unit.line and not (whole.endswith((".", "!", "»", '"')) or len(whole) > _LEAST_LEAD):
        return None
    # Somebody may be named for it in that sentence already: then what they say is meant.
    inside = [
        a.content[-1]
        for a in scene.found
        if before.start <= a.content[0][0] and a.content[-1][1] <= before.end
    ]
    return inside[-1] if inside else (before.start, before.end)


def end_of_aside(clause: Clause, end: int) -> int:
    """The comma that ends an aside ("как сообщил X, глава Y,"); the number of tokens where none does."""
    tokens = clause.unit.tokens
    comma = next(
        (
            j
            for j in range(end, len(tokens))
            if tokens[j].text in ",–—" and not clause.unit.quote_over(tokens[j].start)
        ),
        len(tokens),
    )
    if comma + 1 < len(tokens) and tokens[comma].text == ",":
        following = tokens[comma + 1]
        if following.is_word and (
            following.low in _RELATIVE
            or (parts_of_speech(following.text) and parts_of_speech(following.text) <= {"PRTF", "GRND"})
        ):
            return next((j for j in range(comma + 1, len(tokens)) if tokens[j].text == ","), len(tokens))
    return comma


def is_lead(clause: Clause, span: tuple[int, int]) -> bool:
    """Tell whether only words that join sentences stand there: "Кроме того,", "Добавим, что"."""
    unit = clause.unit
    inside = [t for t in unit.tokens[unit.index_from(span[0]) : unit.index_from(span[1])] if t.is_word]
    if inside and inside[0].low == "как" and any(token.low in verb_forms() for token in inside):
        return True
    return all(token.low in LEADS or token.low in COMPLEMENTISERS for token in inside)
