"""Russian sources: who a noun phrase names, with role and organisation, and whom a pronoun means."""

from dataclasses import replace

from app.lemmas import russian
from app.suggesters.attribution import Source, SourceKind
from app.suggesters.mention import Mention
from app.suggesters.speakers.building import Scene
from app.suggesters.speakers.phrases import Phrase, Phrases, is_surname, word_forms

_PRONOUNS = {"он": "masc", "она": "femn", "они": "plur"}
_POSSESSIVES = {"его": "masc", "ее": "femn", "их": "plur"}
_TITLES = frozenset(["г-н", "г-жа", "г", "господин", "госпожа", "сам", "сама"])
_QUOTED = '«“"„'


def source_of(scene: Scene, phrases: Phrases, phrase: Phrase) -> Source | None:
    """Make the source a phrase names; None for one that cannot say anything."""
    if phrase.lemma in _PRONOUNS:
        token = phrases.tokens[phrase.head]
        return pronoun(scene, token.start, token.end, _PRONOUNS[phrase.lemma])
    person = phrase.person or _name_run(phrases, phrase)
    if person is not None:
        return _person(phrases, phrase, person)
    return _nominal(scene, phrases, phrase)


def pronoun(scene: Scene, start: int, end: int, gender: str) -> Source:
    """The source a pronoun means: with the name of the last one who spoke, where that is sure."""
    meant = scene.last_person(gender)
    kind: SourceKind = "group" if gender == "plur" else "person"
    if meant is None:
        return Source(start, end, kind, "pronoun")
    return Source(start, end, meant.kind, "pronoun", meant.name, meant.role, meant.organisation)


def possessive_gender(low: str) -> str | None:
    """The gender of `его`, `её`, `их`; None for another word."""
    return _POSSESSIVES.get(low)


def with_apposition(source: Source, phrases: Phrases, beside: Phrase) -> Source:
    """Add the role that stands behind a comma: "Петров, глава компании,"."""
    if source.role or beside.person is not None:
        return source
    role, organisation = _role(phrases, beside, beside.first, beside.last)
    return replace(source, role=role, organisation=source.organisation or organisation)


def gender_of(phrase: Phrase, source: Source) -> str:
    """What pronoun the source goes with: "masc", "femn", "plur", or empty."""
    if phrase.lemma in _PRONOUNS:
        return _PRONOUNS[phrase.lemma]
    if phrase.number == "plur" or source.kind == "group":
        return "plur"
    name = source.name.split()
    for word in name[:1]:
        for reading in russian.readings(word):
            if "Name" in reading.tag and reading.tag.gender:
                return str(reading.tag.gender)
    if name and name[-1].endswith(("ова", "ева", "ина", "ая")):
        return "femn"
    return "masc" if name and name[-1].endswith(("ов", "ев", "ин", "ий")) else ""


def _person(phrases: Phrases, phrase: Phrase, person: Mention) -> Source:
    before = phrases.unit.index_from(person.start)
    role, organisation = "", ""
    if before > phrase.first and phrase.lemma:
        role, organisation = _role(phrases, phrase, phrase.first, before)
    return Source(person.start, person.end, "person", "named", person.name, role, organisation)


def _role(phrases: Phrases, phrase: Phrase, first: int, last: int) -> tuple[str, str]:
    """The role in the nominative, without the organisation named in it, and that organisation."""
    organisation = ""
    body = phrase.body
    if body is not None:
        cut = phrases.unit.index_from(body.start)
        if first < cut < last:
            organisation = body.name or phrases.unit.text[body.start : body.end]
            last = cut
    role = phrases.nominative(phrase, first, last).strip(" ,(")
    if role.lower() in _TITLES:
        return "", organisation
    return (role[:1].lower() + role[1:] if role[1:2].islower() else role), organisation


def _name_run(phrases: Phrases, phrase: Phrase) -> Mention | None:
    """A person's name that no suggester of names found: a given name and a surname, capitalised."""
    tokens = phrases.tokens
    run: list[int] = []
    for at in range(phrase.first, phrase.last):
        token = tokens[at]
        tags = [reading.tag for reading in russian.readings(token.text)] if token.is_word else []
        if phrase.body is not None and phrase.body.start <= token.start < phrase.body.end:
            continue
        if (
            token.is_word
            and token.is_capital
            and (any("Name" in tag or "Surn" in tag for tag in tags) or is_surname(token.text))
        ):
            run.append(at)
        elif run:
            break
    alone = len(run) == 1 and phrase.last - phrase.first == 1
    if len(run) < 2 and not alone:
        return None
    if alone and run[0] == 0 and not is_surname(tokens[0].text):
        return None
    start, end = tokens[run[0]].start, tokens[run[-1]].end
    name = " ".join(_first_form(phrases, phrase, at) for at in run)
    return Mention("person", start, end, 0.5, "given name and surname", name)


def _first_form(phrases: Phrases, phrase: Phrase, at: int) -> str:
    word = phrases.tokens[at].text
    is_nominative = any(form.case == "nomn" and form.proper for form in word_forms(word))
    return word if is_nominative else phrases.nominative(phrase, at, at + 1)


def _nominal(scene: Scene, phrases: Phrases, phrase: Phrase) -> Source | None:
    tokens = phrases.tokens
    start, end = tokens[phrase.first].start, tokens[phrase.last - 1].end
    if _is_quotation(phrases, phrase):
        start, end = start + 1, end - 1
    head = tokens[phrase.head]
    plural = phrase.number == "plur"
    kind = scene.words.kinds.get(phrase.lemma)
    whole = phrases.unit.text[start:end]
    body = phrase.body
    if kind is None and body is not None and not phrase.animate:
        kind = "organisation"
    if kind is None and not phrase.lemma:
        kind = "organisation" if head.is_capital or head.text in _QUOTED else None
    if kind is None and phrase.animate:
        kind = "group" if plural else "person"
    if kind == "group" and not plural and phrase.animate and phrase.lemma not in ("следствие",):
        kind = "person"
    if kind == "group" and "анонимн" in whole.lower():
        kind = "anonymous"
    kind = kind or "unknown"
    named = kind in ("organisation", "unknown", "document") and (
        (body is not None and body.start <= head.start)
        or any(mark in whole for mark in _QUOTED)
        or not phrase.lemma
        or (head.text.isupper() and len(head.text) > 1)
        or (
            kind == "organisation"
            and any(_stands_alone(phrases, at, phrase) for at in range(phrase.first, phrase.last))
        )
    )
    share = tokens[phrase.first].text[0].isdigit()
    name = whole if share else phrases.nominative(phrase, phrase.first, phrase.last)
    if end < tokens[phrase.last - 1].end:
        inside = range(phrase.first + 1, phrase.last - 1)
        alone = len(inside) == 1
        body = next((m for m in scene.mentions_in(start, end) if m.kind == "organisation"), body)
        name = phrases.nominative(phrase, inside[0], inside[0] + 1) if alone else phrases.unit.text[start:end]
    if named and body is not None and body.start == start and body.end == end and body.name:
        name = body.name
    if not named and name[:1].isupper() and name[1:2].islower() and phrase.first == 0:
        name = name[:1].lower() + name[1:]
    organisation = ""
    if (
        body is not None
        and body.start > head.start
        and kind in ("person", "group", "anonymous", "organisation")
    ):
        organisation = body.name or phrases.unit.text[body.start : body.end]
    if organisation == name:
        organisation = ""
    role = name if kind == "person" else ""
    return Source(start, end, kind, "named" if named else "nominal", name, role, organisation)


def _is_quotation(phrases: Phrases, phrase: Phrase) -> bool:
    """Tell a name that is nothing but a quotation: its marks are no part of it."""
    start, end = phrases.tokens[phrase.first].start, phrases.tokens[phrase.last - 1].end
    return any(quote.start == start and quote.end == end for quote in phrases.unit.quotes)


def _stands_alone(phrases: Phrases, at: int, phrase: Phrase) -> bool:
    """Tell whether a token is a name of its own beside the head: Latin letters."""
    token = phrases.tokens[at]
    return at != phrase.head and token.is_capital and token.text.isascii() and token.text.isalpha()
