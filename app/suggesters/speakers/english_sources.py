"""English sources: the noun phrase before or behind a verb of saying, with role and organisation."""

import re
from dataclasses import replace

from app.suggesters.attribution import Source, SourceKind
from app.suggesters.mention import Mention
from app.suggesters.speakers.building import Scene
from app.suggesters.speakers.lexicon import word_set
from app.suggesters.speakers.units import Token, Unit

ASIDE_STARTS = word_set("en", "aside_starts")
_DETERMINERS = word_set("en", "determiners")
_PRONOUNS = {"he": "masc", "she": "femn", "they": "plur"}
_PREPOSITIONS = word_set("en", "prepositions")
_INSIDE = frozenset({"of", "for", "at", "from", "and", "&", "in"})
_ADVERBS = word_set("en", "adverbs")
_BREAKS = word_set("en", "breaks")
_CLOSERS = word_set("en", "closers")
_TIME = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|\d+|week|month|year|yesterday|today|tomorrow|morning|evening|late|early|statement|interview",
    re.IGNORECASE,
)
_NO_SOURCES = word_set("en", "no_sources")


def source_before(scene: Scene, unit: Unit, i: int, floor: int) -> Source | None:
    """The subject that stands before a verb (token `i`), no earlier than token `floor`."""
    tokens = unit.tokens
    last = i
    while last > floor and (
        tokens[last - 1].low in _ADVERBS
        or (tokens[last - 1].low.endswith("ly") and len(tokens[last - 1].low) > 4)
    ):
        last -= 1
    if last == floor:
        return None
    if tokens[last - 1].text == ",":
        return _around_aside(scene, unit, last - 1, floor)
    return source_in(scene, unit, _start_before(scene, unit, last, floor), last)


def source_after(scene: Scene, unit: Unit, first: int, end: int) -> tuple[Source, int] | None:
    """The subject behind a verb, and the token behind all that is said of it."""
    tokens = unit.tokens
    last = first
    names = {mention.start: mention.end for mention in scene.mentions_in(unit.start, unit.end)}
    while (last < end and tokens[last].is_word) or (
        last < end
        and tokens[last].text in ".-"
        and last + 1 < end
        and tokens[last - 1].is_capital
        and len(tokens[last - 1].text) <= 2
    ):
        if tokens[last].start in names and last > first:
            last = unit.index_from(names[tokens[last].start])
            continue
        if (
            tokens[last].low in _CLOSERS
            and last > first
            and not (
                tokens[last].low in ("in", "at")
                and last + 1 < end
                and tokens[last + 1].is_capital
                and not _TIME.match(tokens[last + 1].text)
            )
        ):
            break
        last += 1
    if last == first:
        return None
    source = source_in(scene, unit, first, last)
    if source is None:
        return None
    if last + 1 < end and tokens[last].text == ",":
        stop = next((j for j in range(last + 1, end) if tokens[j].text in ",.;–—"), end)
        source = _with_aside(scene, unit, source, last + 1, stop)
        last = stop
    _spoke(scene, source)
    return source, last


def source_in(scene: Scene, unit: Unit, first: int, last: int) -> Source | None:
    """The source that the tokens from `first` to `last` (exclusive) name; None for what says nothing."""
    tokens = unit.tokens
    while first < last and not tokens[first].is_word:
        first += 1
    if first >= last:
        return None
    low = tokens[first].low
    if last - first == 1 and low in _PRONOUNS:
        return _pronoun(scene, tokens[first].start, tokens[first].end, _PRONOUNS[low])
    start, end = tokens[first].start, tokens[last - 1].end
    person = next((m for m in scene.mentions_in(start, end) if m.kind == "person"), None)
    if person is not None and not _is_owner(unit, start, person, end):
        role, organisation = _role_of(unit.text[start : person.start])
        if not role:
            role, organisation = "", _organisation_behind(unit, person.end, end)
        source = Source(
            person.start,
            person.end,
            "person",
            "named",
            person.name or unit.text[person.start : person.end],
            role,
            organisation,
        )
        _spoke(scene, source)
        return source
    if (low in _NO_SOURCES and last - first == 1) or (low in _NO_SOURCES and low not in ("this", "that")):
        return None
    source_ = _nominal(scene, unit, first, last)
    if source_ is not None:
        _spoke(scene, source_)
    return source_


def _start_before(scene: Scene, unit: Unit, last: int, floor: int) -> int:
    tokens = unit.tokens
    first = last
    while first > floor:
        token = tokens[first - 1]
        if (not token.is_word and token.text not in ".&’'") or (token.low in _BREAKS and token.low != "and"):
            break
        if token.low == "and" and not (
            first < last and tokens[first].is_capital and first >= 2 and tokens[first - 2].is_capital
        ):
            break
        first -= 1
    # "On Tuesday the minister": what comes before the subject says when or where.
    while first < last and tokens[first].low in _PREPOSITIONS:
        at = first + 1
        while at < last and (
            _TIME.match(tokens[at].text)
            or (tokens[at].low in ("a", "an", "the") and at + 1 < last and _TIME.match(tokens[at + 1].text))
        ):
            at += 1
        if at >= last:
            return last
        if at == first + 1:
            later = next(
                (
                    j
                    for j in range(at + 1, last)
                    if tokens[j].low in _DETERMINERS or tokens[j].low in _PRONOUNS
                ),
                None,
            )
            if later is None:
                return last
            at = later
        first = at
    return first


def _around_aside(scene: Scene, unit: Unit, comma: int, floor: int) -> Source | None:
    """Read "Priya Raman, a nurse, said" and "The operator, Northshore Lines, denied"."""
    tokens = unit.tokens
    for at in range(comma - 1, floor, -1):
        if tokens[at].text != ",":
            continue
        outer = source_in(scene, unit, _start_before(scene, unit, at, floor), at)
        if outer is None:
            continue
        source = _with_aside(scene, unit, outer, at + 1, comma)
        _spoke(scene, source)
        return source
    return None


def _with_aside(scene: Scene, unit: Unit, source: Source, first: int, last: int) -> Source:
    """A source with what stands beside it between commas: a role, or the name."""
    tokens = unit.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    if source.mention != "named":
        person = next((m for m in scene.mentions_in(start, end) if m.start == start), None)
        words = [token for token in tokens[first:last] if token.is_word]
        if (person is not None and person.kind == "person") or (
            words and 1 <= len(words) <= 3 and all(w.is_capital for w in words)
        ):
            kind: SourceKind = "person" if person is not None and person.kind == "person" else source.kind
            role = _bare_role(unit.text[source.start : source.end]) if kind == "person" else ""
            stop = person.end if person is not None else end
            return Source(start, stop, kind, "named", unit.text[start:stop], role, source.organisation)
        return source
    if source.role or tokens[first].low in ("who", "which", "where", "when", "while", "adding", "citing"):
        return source
    if (
        tokens[first].low not in ("a", "an", "the", "its", "their") and tokens[first].is_capital
    ) or source.kind != "person":
        return source
    role, organisation = _role_of(unit.text[start:end])
    return replace(source, role=role, organisation=source.organisation or organisation)


def _role_of(text: str) -> tuple[str, str]:
    """Role and organisation of "a spokesperson for the company who was there"."""
    text = re.split(r"\b(?:who|which|whose|that)\b", text)[0].strip(" ,")
    parts = re.split(r"\s(?:of|for|at|with)\s", text, maxsplit=1)
    role = _bare_role(parts[0])
    return role, parts[1].strip(" ,") if len(parts) > 1 and role else ""


def _bare_role(text: str) -> str:
    role = re.sub(
        r"^(?:the|a|an|one|another|its|their|his|her|our)\s+", "", text.strip(" ,"), flags=re.IGNORECASE
    )
    role = "" if role.lower().rstrip(".") in _TITLES else role
    second = role.partition(" ")[2]
    return role[:1].lower() + role[1:] if role[1:2].islower() and not second[:1].isupper() else role


def _organisation_behind(unit: Unit, start: int, end: int) -> str:
    behind = re.match(r"\s*(?:of|from|at|for)\s+(.+)", unit.text[start:end])
    return behind[1].removeprefix("the ") if behind else ""


def _is_owner(unit: Unit, start: int, person: Mention, stop: int) -> bool:
    """Tell whether a name only belongs to what speaks: "Smith's lawyer", "lawyers for Smith"."""
    if re.search(r"\b(?:for|of|to|by|with|from)\s+$", unit.text[start : person.start]):
        return True
    end = person.end
    rest = unit.text[end:stop]
    if re.match(r"[’']s?\s+\w", rest):
        return True
    words = rest.split()
    return (
        bool(words)
        and words[0].lower().rstrip(",") not in ("of", "from", "at", "in", "who", "for")
        and words[0][0].islower()
    )


def _nominal(scene: Scene, unit: Unit, first: int, last: int) -> Source | None:
    tokens = unit.tokens
    cut = next(
        (
            j
            for j in range(first + 1, last)
            if tokens[j].low in _PARTICIPLES or (not tokens[j].is_word and tokens[j].text not in ".&-’'")
        ),
        last,
    )
    of = next(
        (
            j
            for j in range(first + 1, cut)
            if tokens[j].low in ("of", "for", "at", "from", "in", "by", "with", "close", "on", "published")
        ),
        cut,
    )
    from_ = _publisher(scene, unit, first, of, cut)
    if from_ is not None:
        return from_
    words = [token for token in tokens[first:of] if token.is_word]
    found = _kind_and_form(scene, unit, words, tokens[first].start, tokens[cut - 1].end)
    if found is None:
        return None
    kind, named = found
    return _described(unit, words, tokens[cut - 1].end, kind, named)


def _kind_and_form(
    scene: Scene, unit: Unit, words: list[Token], start: int, end: int
) -> tuple[SourceKind, bool] | None:
    """What a phrase is, and whether it is a name: told by its head (the last word) and its capitals."""
    head = words[-1]
    if head.low in _DETERMINERS and head.low not in _MANY:
        return None
    capitals = [t for t in words if t.is_capital and (t is not words[0] or t.low not in _DETERMINERS)]
    kind = scene.words.kinds.get(head.low)
    named = bool(capitals) and all(
        t in capitals for t in words if t.low not in _DETERMINERS and t.low not in _INSIDE
    )
    # One word that begins a sentence is no name where it is a noun of the table: "Police said".
    if named and len(words) == 1 and kind is not None and start == unit.start:
        named = False
    bodies = [mention for mention in scene.mentions_in(start, end) if mention.kind == "organisation"]
    if kind is None and named and any(mention.end >= head.end for mention in bodies):
        kind = "organisation"
    if kind is None and _is_person_noun(head.low) and not (named and len(words) > 1):
        kind = "group" if head.low.endswith("s") and not head.low.endswith("ss") else "person"
    if kind is None:
        kind = _kind_without_noun(scene, words, named, start, end)
    if kind == "document" and re.search(r"\bsources?\b", unit.text[start:end]):
        kind = "anonymous"
    return None if kind is None else (kind, named)


def _kind_without_noun(
    scene: Scene, words: list[Token], named: bool, start: int, end: int
) -> SourceKind | None:
    body = any(mention.kind == "organisation" for mention in scene.mentions_in(start, end))
    if body or (named and (len(words) > 1 or words[-1].text.isupper())):
        return "organisation"
    if named:
        return "unknown"
    if words[0].low in _MANY:
        return "group"
    return "unknown" if words[0].low in _DETERMINERS else None


def _described(unit: Unit, words: list[Token], end: int, kind: SourceKind, named: bool) -> Source:
    start, head = words[0].start, words[-1]
    if named and words[0].low == "the" and len(words) > 1:
        name = unit.text[words[1].start : end]
    else:
        name = unit.text[start:end]
        if not named and name[:1].isupper() and start == unit.start:
            name = name[:1].lower() + name[1:]
    role = _bare_role(unit.text[start : head.end]) if kind == "person" and not named else ""
    organisation = _organisation_behind(unit, head.end, end) if kind == "person" else ""
    return Source(start, end, kind, "named" if named else "nominal", name, role, organisation)


def _publisher(scene: Scene, unit: Unit, first: int, of: int, cut: int) -> Source | None:
    """Whose figures they are: "figures from the company", "readings published by the company"."""
    tokens = unit.tokens
    if of >= cut or tokens[of - 1].low not in (
        "figures",
        "data",
        "statistics",
        "readings",
        "numbers",
        "estimates",
        "records",
    ):
        return None
    at = of + 1
    if tokens[of].low == "published" and at < cut and tokens[at].low == "by":
        at += 1
    elif tokens[of].low != "from":
        return None
    return _nominal(scene, unit, at, cut) if at < cut else None


_MANY = frozenset({"some", "many", "others", "most", "several", "both"})
# What follows the head of a noun phrase and ends it: "a post shared 14,000 times".
_PARTICIPLES = word_set("en", "participles")
_TITLES = frozenset(["mr", "mrs", "ms", "dr", "sir", "madam"])
_PERSON_ENDINGS = (
    "er",
    "or",
    "ist",
    "man",
    "woman",
    "person",
    "ian",
    "ant",
    "ent",
    "ess",
    "ee",
    "chief",
    "chair",
    "head",
    "nurse",
    "aide",
    "judge",
    "coach",
    "mp",
    "official",
    "spokesman",
    "mayor",
    "sheriff",
    "captain",
    "pilot",
    "expert",
    "critic",
    "analyst",
    "witness",
    "neighbour",
    "neighbor",
    "mother",
    "father",
    "wife",
    "husband",
    "lawyer",
    "attorney",
    "secretary",
    "general",
    "king",
    "queen",
    "prince",
    "pope",
    "boss",
    "star",
    "fan",
    "friend",
    "diplomat",
    "envoy",
    "resident",
    "colonel",
    "guard",
)


def _is_person_noun(low: str) -> bool:
    singular = low.removesuffix("s") if not low.endswith("ss") else low
    return singular.endswith(_PERSON_ENDINGS) and not singular.endswith("ment") and len(singular) > 2


def _pronoun(scene: Scene, start: int, end: int, gender: str) -> Source:
    meant = scene.last_person("plur") if gender == "plur" else _last_person(scene)
    kind: SourceKind = "group" if gender == "plur" else "person"
    if meant is None:
        return Source(start, end, kind, "pronoun")
    return Source(start, end, meant.kind, "pronoun", meant.name, meant.role, meant.organisation)


def _last_person(scene: Scene) -> Source | None:
    return next(
        (source for source, _ in reversed(scene.spoken[-4:]) if source.kind == "person" and source.name), None
    )


def _spoke(scene: Scene, source: Source) -> None:
    if source.mention != "pronoun":
        scene.spoken.append((source, "plur" if source.kind == "group" else ""))
