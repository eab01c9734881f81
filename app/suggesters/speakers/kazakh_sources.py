"""Kazakh sources: the name or noun phrase in a stretch, or the one that a sentence begins with."""

import re

from app.suggesters.attribution import Source, SourceKind
from app.suggesters.mention import Mention
from app.suggesters.speakers.building import Scene
from app.suggesters.speakers.kazakh_nouns import case_of, source_noun, without_case
from app.suggesters.speakers.lexicon import word_set
from app.suggesters.speakers.units import Unit

_PRONOUNS = {"ол": False, "олар": True}
_LEADS = word_set("kk", "source_leads")
# How far into a sentence its subject begins, in words.
_FARTHEST = 12
_PLACES = re.compile(r"\w+\s+(?:ауыл|аудан|қала|облыс|кент)")
_LOCATIVE = re.compile(r"\w{2,}(?:нда|нде|[^\Wн]да|[^\Wн]де|та|те)")
_SURNAME = re.compile(r"\w{2,}(?:[ое]в|[иы]н)а?|\w{2,}(?:ұлы|қызы|тегі)")
_GENITIVE = re.compile(r"(.{2,}?)[-’']?(?:ның|нің|дың|дің|тың|тің)")
_ABLATIVE = re.compile(r"(.{2,}?)[-’']?(?:нан|нен|дан|ден|тан|тен)")


def pronoun(scene: Scene, start: int, end: int, *, plural: bool) -> Source:
    """The source that `ол` or `олар` means: with the name of the last one who spoke, where that is sure."""
    wanted: SourceKind = "group" if plural else "person"
    meant = next(
        (source for source, _ in reversed(scene.spoken[-4:]) if source.kind == wanted and source.name), None
    )
    if meant is None:
        return Source(start, end, wanted, "pronoun")
    return Source(start, end, meant.kind, "pronoun", meant.name, meant.role, meant.organisation)


def source_in(scene: Scene, unit: Unit, first: int, last: int, *, sure: bool = False) -> Source | None:
    """The source that a stretch of tokens names as a whole: "Қаржы министрі Айдос Төлебаев".

    `sure`: it is a source, whatever it is.
    """
    tokens = unit.tokens
    while first < last and not tokens[first].is_word and tokens[first].text not in '«“"':
        first += 1
    if first >= last:
        return None
    if tokens[first].low in _PRONOUNS and (last - first == 1 or not tokens[first + 1].is_word):
        return pronoun(scene, tokens[first].start, tokens[first].end, plural=_PRONOUNS[tokens[first].low])
    person = _person_in(scene, unit, first, last)
    if person is not None:
        return _person(scene, unit, person, first)
    head = _head_in(unit, first, last)
    if head is not None:
        return _nominal(scene, unit, first, head)
    body = next(
        (m for m in scene.mentions_in(tokens[first].start, tokens[last - 1].end) if m.kind == "organisation"),
        None,
    )
    if body is not None and not sure and _in_a_place(unit, body):
        return _surname_before_place(scene, unit, first)
    if body is not None:
        return _remember(
            scene,
            Source(
                body.start, body.end, "organisation", "named", body.name or unit.text[body.start : body.end]
            ),
        )
    return _bare_name(scene, unit, first, last, sure)


def first_source(scene: Scene, unit: Unit, first: int, last: int) -> Source | None:
    """The subject that a sentence begins with, between two tokens; None where none is sure."""
    tokens = unit.tokens
    while first < last and (
        tokens[first].low in _LEADS or (not tokens[first].is_word and tokens[first].text not in '«“"')
    ):
        first += 1
    first = _behind_place(unit, first, last)
    if first >= last:
        return None
    if tokens[first].low in _PRONOUNS and first + 1 < last:
        return pronoun(scene, tokens[first].start, tokens[first].end, plural=_PRONOUNS[tokens[first].low])
    stop = min(last, first + _FARTHEST)
    stop = next((j for j in range(first + 1, stop) if tokens[j].text in ",;:()"), stop)
    person = _person_in(scene, unit, first, stop)
    head = _first_head(unit, first, stop)
    near = person is not None and (head is None or unit.index_from(person.start) <= head + 4)
    if person is not None and near and case_of_name(unit, person) == "nomn":
        return _person(scene, unit, person, first)
    if head is not None:
        return _nominal(scene, unit, _after_contractor(unit, first, head), head)
    body = next(
        (m for m in scene.mentions_in(tokens[first].start, tokens[stop - 1].end) if m.kind == "organisation"),
        None,
    )
    if body is not None and unit.index_from(body.start) <= first + 1:
        return _remember(
            scene,
            Source(
                body.start, body.end, "organisation", "named", body.name or unit.text[body.start : body.end]
            ),
        )
    return None


def _behind_place(unit: Unit, first: int, last: int) -> int:
    """Skip where or when something is said: "Үкімет отырысында", "Кеше брифингте"."""
    for at in range(first, min(first + 4, last - 1)):
        token = unit.tokens[at]
        if not token.is_word:
            break
        if _LOCATIVE.fullmatch(token.low) and not (
            at == first and token.low.endswith(("да", "де")) and len(token.low) < 6
        ):
            return at + 1
    return first


def case_of_name(unit: Unit, mention: Mention) -> str:
    """The case that a name stands in."""
    word = unit.text[mention.start : mention.end].split()[-1]
    base = mention.name.split()[-1] if mention.name else ""
    if base and word.startswith(base):
        return case_of(word[len(base) :].lstrip("-’'"))
    return "gent" if _GENITIVE.fullmatch(word) and base != word else "nomn"


def _person_in(scene: Scene, unit: Unit, first: int, last: int) -> Mention | None:
    tokens = unit.tokens
    inside = scene.mentions_in(tokens[first].start, tokens[last - 1].end)
    return next((mention for mention in inside if mention.kind == "person"), None)


def _person(scene: Scene, unit: Unit, person: Mention, first: int) -> Source:
    text = unit.text
    name = person.name or text[person.start : person.end]
    role = text[unit.tokens[first].start : person.start].strip(" ,–-")
    organisation = next(
        (
            m.name or text[m.start : m.end]
            for m in scene.mentions_in(unit.tokens[first].start, person.start)
            if m.kind == "organisation"
        ),
        "",
    )
    if role[1:2].islower() and first == 0 and not _PLACES.match(role):
        role = role[:1].lower() + role[1:]
    start, end = person.start, person.end
    return _remember(scene, Source(start, end, "person", "named", name, role, organisation))


def _head_in(unit: Unit, first: int, last: int) -> int | None:
    """The last noun of a source in a stretch; verbs and the like may follow it."""
    return next(
        (
            j
            for j in range(last - 1, first - 1, -1)
            if unit.tokens[j].is_word and source_noun(unit.tokens[j].text)[0]
        ),
        None,
    )


def _first_head(unit: Unit, first: int, last: int) -> int | None:
    """The first noun of a source in the nominative that another does not go on with."""
    for j in range(first, last):
        kind, case = source_noun(unit.tokens[j].text) if unit.tokens[j].is_word else (None, "")
        if kind is None or case != "nomn":
            continue
        head = j
        while head + 1 < last and unit.tokens[head + 1].is_word:
            following = source_noun(unit.tokens[head + 1].text)
            if following[0] is None or following[1] != "nomn":
                break
            head += 1
        return head
    return None


def _after_contractor(unit: Unit, first: int, head: int) -> int:
    """A word before a quoted name ("Мердігер «Берік құрылыс» компаниясы") says what it is, not which one."""
    for quote in unit.quotes:
        at = unit.index_from(quote.start)
        if first < at < head and at - first == 1 and unit.index_from(quote.end) == head:
            return at
    return first


def _nominal(scene: Scene, unit: Unit, first: int, head: int) -> Source:
    text, tokens = unit.text, unit.tokens
    kind, case = source_noun(tokens[head].text)
    person = _name_behind(unit, head) if kind == "person" and case == "nomn" else None
    if person is not None:
        return _person(scene, unit, person, first)
    start, end = tokens[first].start, tokens[head].end
    whole = text[start:end]
    base = text[start : tokens[head].start] + without_case(tokens[head].text, case)
    body = next((m for m in scene.mentions_in(start, end) if m.kind == "organisation"), None)
    named = kind == "organisation" and (
        any(mark in whole for mark in '«“"')
        or (tokens[head].text.isupper() and len(tokens[head].text) > 1)
        or (body is not None and body.end == end)
    )
    assert kind is not None
    name = base[:1].lower() + base[1:] if not named and first == 0 and base[1:2].islower() else base
    role = name if kind == "person" else ""
    return _remember(scene, Source(start, end, kind, "named" if named else "nominal", name, role))


def _name_behind(unit: Unit, head: int) -> Mention | None:
    """A person's name behind a post, that no suggester of names found."""
    tokens = unit.tokens
    last = head + 1
    while last < len(tokens) and last < head + 4 and tokens[last].is_word and tokens[last].is_capital:
        last += 1
    if last - head < 3:
        return None
    start, end = tokens[head + 1].start, tokens[last - 1].end
    return Mention("person", start, end, 0.5, "post before a name", _in_nominative(unit.text[start:end]))


def _in_nominative(name: str) -> str:
    for pattern in (_GENITIVE, _ABLATIVE):
        match = pattern.fullmatch(name)
        if match is not None:
            return match[1]
    return name


def _in_a_place(unit: Unit, body: Mention) -> bool:
    """Whether what was taken for a body is where something is said: "баспасөз мәслихатында"."""
    return _LOCATIVE.fullmatch(unit.text[body.start : body.end].split()[-1].lower()) is not None


def _surname_before_place(scene: Scene, unit: Unit, first: int) -> Source | None:
    """The one who speaks before the words for where: "деді Әбенов баспасөз мәслихатында"."""
    token = unit.tokens[first]
    if not token.is_capital or not _SURNAME.fullmatch(token.text):
        return None
    return _remember(scene, Source(token.start, token.end, "person", "named", token.text))


def _bare_name(scene: Scene, unit: Unit, first: int, last: int, sure: bool) -> Source | None:
    """Capitalised words that no suggester of names found: an outlet, a person with two names."""
    tokens = unit.tokens
    stop = first
    while stop < last and tokens[stop].is_word and tokens[stop].is_capital:
        stop += 1
    if stop == first or (first == 0 and stop == 1 and not tokens[0].text.isupper() and not sure):
        return None
    text = unit.text[tokens[first].start : tokens[stop - 1].end]
    text = _in_nominative(text)
    latin = text.isascii() or text.isupper() or any(letter.isupper() for letter in text.split()[-1][1:])
    kind: SourceKind = "organisation" if latin else "person"
    if not latin and stop - first < 2:
        return None
    return _remember(scene, Source(tokens[first].start, tokens[stop - 1].end, kind, "named", text))


def _remember(scene: Scene, source: Source) -> Source:
    scene.spoken.append((source, "plur" if source.kind == "group" else ""))
    return source
