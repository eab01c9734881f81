"""Whose a Russian verb of saying is: its subject by case and agreement, or the place where it is said."""

from dataclasses import replace

from app.suggesters.attribution import Source
from app.suggesters.speakers.building import Scene
from app.suggesters.speakers.lexicon import lexicon, word_set
from app.suggesters.speakers.phrases import Phrase, Phrases
from app.suggesters.speakers.russian_clauses import COMPLEMENTISERS, Clause, next_comma
from app.suggesters.speakers.russian_sources import gender_of, source_of, with_apposition
from app.suggesters.speakers.russian_verbs import VerbForm, verb_forms

_PREPOSITIONS = word_set("ru", "prepositions")
_NO_SUBJECTS = word_set("ru", "no_subjects")
_SPEAKING_PLACES = frozenset({"соцсеть", "сеть", "интернет"})


def source_of_verb(
    scene: Scene, phrases: Phrases, i: int, form: VerbForm, first: int, last: int
) -> tuple[Source | None, int]:
    """Who says it: the subject behind the verb or before it, or the place; and the token behind it."""
    if form.verb.group == "show" and form.pos == "ADJS":
        return _of_whom_it_is_known(scene, phrases, i, first, last)
    behind = find_subject(scene, phrases, i + 1, last, form, stop_at_comma=True)
    if behind is not None:
        return source_of_subject(scene, phrases, behind, last)
    for start, end in _segments_before(phrases, first, i):
        before = find_subject(scene, phrases, start, end, form, stop_at_comma=False)
        if before is not None:
            source, _ = source_of_subject(scene, phrases, before, end, start)
            return source, i + 1
    if form.number == "plur" or form.verb.group == "passive":
        place = speaking_place(phrases, i + 1, next_comma(phrases, i + 1, last)) or speaking_place(
            phrases, first, i
        )
        if place is not None:
            source = source_of(scene, phrases, place)
            if source is not None and source.kind != "person":
                remember(scene, place, source)
                return source, max(place.last, i + 1)
    return None, i + 1


def _of_whom_it_is_known(
    scene: Scene, phrases: Phrases, i: int, first: int, last: int
) -> tuple[Source | None, int]:
    """Read "как стало известно «Коммерсанту»", "в полиции стало известно"."""
    phrase = phrases.at(i + 1, ("datv",), last) if i + 1 < last else None
    phrase = phrase or speaking_place(phrases, first, i)
    source = None if phrase is None else source_of(scene, phrases, phrase)
    if phrase is None or source is None or source.kind == "person":
        return None, i + 1
    remember(scene, phrase, source)
    return source, max(phrase.last, i + 1)


def source_of_subject(
    scene: Scene, phrases: Phrases, phrase: Phrase, last: int, segment: int | None = None
) -> tuple[Source | None, int]:
    """The source of a subject, with what stands beside it between commas."""
    source = source_of(scene, phrases, phrase)
    end = phrase.last
    if source is None:
        return None, end
    tokens = phrases.tokens
    if segment is None and end + 1 < last and tokens[end].text == ",":
        beside = phrases.at(end + 1, ("nomn",), last)
        if beside is not None and (beside.last >= last or tokens[beside.last].text in ",.–—-"):
            if source.mention == "named":
                source = with_apposition(source, phrases, beside)
            elif beside.person is not None:
                source = replace(source_of(scene, phrases, beside) or source, role=source.name)
            end = beside.last
    elif segment is not None and phrase.first > 1 and tokens[phrase.first - 1].text in ",–—-":
        source = _with_name_before(scene, phrases, phrase, source)
    remember(scene, phrase, source)
    return source, end


def _with_name_before(scene: Scene, phrases: Phrases, phrase: Phrase, source: Source) -> Source:
    """Read "Петров, глава компании, сообщил" and "Глава компании, Петров, сообщил"."""
    for first in range(phrase.first - 2, max(phrase.first - 9, -1), -1):
        before = phrases.at(first, ("nomn",), phrase.first - 1)
        if before is not None and before.last == phrase.first - 1 and before.animate:
            if before.person is not None and source.mention == "nominal":
                named = source_of(scene, phrases, before)
                return named if named is None else with_apposition(named, phrases, phrase)  # type: ignore[return-value]
            if source.mention == "named":
                return with_apposition(source, phrases, before)
    return source


def remember(scene: Scene, phrase: Phrase, source: Source) -> None:
    """Keep who spoke, with the gender that a pronoun would have."""
    scene.spoken.append((source, gender_of(phrase, source)))


def find_subject(
    scene: Scene, phrases: Phrases, first: int, last: int, form: VerbForm, *, stop_at_comma: bool
) -> Phrase | None:
    """The noun phrase in the nominative that agrees with the verb: the first behind, the last before it."""
    tokens = phrases.tokens
    best: Phrase | None = None
    at = first
    while at < last:
        token = tokens[at]
        if token.text in ",:;()" or token.text in "–—-":
            if stop_at_comma and not (token.text == "," and at == first):
                return best
            at += 1
            continue
        if token.low in _PREPOSITIONS or token.low == "согласно":
            skipped = (
                phrases.at(at + 1, ("gent", "loct", "accs", "datv", "ablt"), last) if at + 1 < last else None
            )
            at = skipped.last if skipped is not None else at + 1
            continue
        phrase = phrases.at(at, ("nomn",), last) if token.low not in _NO_SUBJECTS else None
        if phrase is not None and _fits(scene, form, _with_second(phrases, phrase, last)):
            if stop_at_comma:
                return phrase
            best = phrase
            at = phrase.last
            continue
        if phrase is None:
            phrase = (
                phrases.at(at, ("datv", "accs"), last)
                if stop_at_comma and phrases.name_at(at) is None
                else None
            )
        at = phrase.last if phrase is not None else at + 1
    return best


def _with_second(phrases: Phrases, phrase: Phrase, last: int) -> Phrase:
    """Two who speak ("министр А и депутат Б заявили") are many; the source is the first of them."""
    tokens = phrases.tokens
    if (
        phrase.last + 1 < last
        and tokens[phrase.last].low == "и"
        and (phrases.at(phrase.last + 1, ("nomn",), last) is not None)
    ):
        return replace(phrase, number="plur")
    return phrase


def _fits(scene: Scene, form: VerbForm, phrase: Phrase) -> bool:
    person = phrase.person is not None or phrase.animate or phrase.lemma in ("он", "она", "они", "кто")
    # "Большинство заявило" and "большинство заявили" are both said.
    several = phrase.number == "sing" and not person and scene.words.kinds.get(phrase.lemma) == "group"
    number, gender = ("", "") if several else (phrase.number, phrase.gender)
    if not form.agrees(number, gender, person=person):
        return False
    if phrase.lemma and not person and phrase.lemma not in scene.words.kinds and phrase.body is None:
        # A thing says nothing: only what papers and studies do has any subject.
        return form.verb.lemma in _OF_MEDIA and phrase.number == "sing" and _has_more(phrase)
    return not (
        phrase.lemma in ("я", "мы", "ты", "вы") or (not phrase.lemma and form.verb.group == "passive")
    )


# What an outlet or a body does, whatever its noun is: "сообщает комплекс строительства столицы".
_OF_MEDIA = frozenset({"сообщать", "сообщить", "передавать"})


def _has_more(phrase: Phrase) -> bool:
    """Tell a phrase of more than one word."""
    return phrase.last - phrase.first > 1


def first_subject(clause: Clause, i: int) -> Source | None:
    """Who does what a gerund of saying goes with: "Эксперты назвали это провалом, добавив, что"."""
    phrases = clause.phrases
    form = VerbForm(verb_forms()["сказал"].verb, "VERB", "", "")
    comma = next_comma(phrases, 0, i)
    phrase = next(
        (
            p
            for at in range(min(comma, 8))
            if (p := phrases.at(at, ("nomn",), comma)) and _fits(clause.scene, form, p)
        ),
        None,
    )
    return None if phrase is None else source_of_subject(clause.scene, phrases, phrase, comma, 0)[0]


def _segments_before(phrases: Phrases, first: int, i: int) -> list[tuple[int, int]]:
    """The stretches between commas before a verb, the nearest first; no farther than its sentence."""
    tokens = phrases.tokens
    found: list[tuple[int, int]] = []
    end = i
    at = i
    while at > first and len(found) < 4:
        token = tokens[at - 1]
        if token.text in ":;" or (token.low in COMPLEMENTISERS and at >= 2 and tokens[at - 2].text == ","):
            found.append((at, end))
            return found
        if token.text in ",–—-()":
            found.append((at, end))
            end = at - 1
        at -= 1
    found.append((at, end))
    return [segment for segment in found if segment[0] < segment[1]]


def speaking_place(phrases: Phrases, first: int, last: int) -> Phrase | None:
    """The first noun phrase in the locative that can say something: "в компании", "на сайте"."""
    tokens = phrases.tokens
    for at in range(first, last - 1):
        if tokens[at].low in ("в", "во", "на"):
            phrase = phrases.at(at + 1, ("loct",), last)
            if phrase is not None and (
                phrase.body is not None
                or phrase.lemma in _SPEAKING_PLACES
                or not phrase.lemma
                or lexicon("ru").kinds.get(phrase.lemma) in ("organisation", "document")
            ):
                return phrase
    return None
