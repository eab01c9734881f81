"""Names in English text by rules: capitals, titles, given names, the endings of organisations, places.

A stretch of capitalised words is found first, then told what it is; what nothing tells is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from app.suggesters.mention import Mention, MentionKind
from app.suggesters.names import english_posts
from app.suggesters.names.english_tokens import Token, lines
from app.suggesters.names.tables import table, words

_ACRONYM = re.compile(r"(?:[A-Z]{2,6}|(?:[A-Z]\.){2,5})(?:'s)?|[A-Z]{1,3}&[A-Z]{1,3}")
_INITIAL = re.compile(r"[A-Z]\.?")
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|kz|ru|uk|gov|edu|info|io)", re.IGNORECASE)
_LINKS = frozenset({"of", "for", "and", "&", "the"})
_LONGEST_PERSON = 4
# Longer words in capitals are words that somebody stresses.
_LONGEST_ACRONYM = 5
# In a title all longer words have capitals, which then tell nothing.
_LONGEST_SMALL = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the tokens of a line, end exclusive."""

    kind: MentionKind
    start: int
    end: int
    score: float
    rule: str


def find(text: str) -> list[Mention]:
    """Return the names of an English text, sorted by start, the longer first."""
    read = [(line, _in_line(line)) for line in lines(text)]
    surnames = {
        line[name.end - 1].plain
        for line, names in read
        for name in names
        if name.kind == "person" and name.end - name.start > 1
    }
    small = {token.plain for line, _ in read for token in line if token.text.islower()}
    found: list[Mention] = []
    for line, names in read:
        names += _surnames(line, names, surnames - small)
        people = [(name.start, name.end) for name in names if name.kind == "person"]
        names += [
            Name("position", start, end, 0.75, rule)
            for start, end, rule in english_posts.find(line, people)
            if not any(start < name.end and name.end <= end and name.start < start for name in names)
        ]
        found += [_mention(text, line, name) for name in names]
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def _mention(text: str, line: Sequence[Token], name: Name) -> Mention:
    start, end = line[name.start].start, line[name.end - 1].bare_end
    spelt = text[start:end]
    return Mention(name.kind, start, end, name.score, name.rule, "" if name.kind == "position" else spelt)


def _surnames(line: Sequence[Token], names: Sequence[Name], surnames: set[str]) -> list[Name]:
    """The surnames, standing alone, of people who are named in full elsewhere in the text."""
    taken = {index for name in names for index in range(name.start, name.end)}
    return [
        Name("person", at, at + 1, 0.8, "surname of somebody named")
        for at, token in enumerate(line)
        if at not in taken
        and token.is_capital
        and token.plain in surnames
        and token.plain not in _set("denied", "words")
    ]


# ------------------------------------------------------------------------------------ stretches of capitals


def _in_line(line: Sequence[Token]) -> list[Name]:
    long_words = [token for token in line if token.is_word and len(token.text) > _LONGEST_SMALL]
    title = len(long_words) > 2 and all(token.is_capital for token in long_words)
    names: list[Name] = []
    for start, end in _stretches(line):
        for first, last in _parts(line, start, end):
            names += _told(line, first, last, title)
    return names


def _stretches(line: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words, with particles and initials between them."""
    at = 0
    while at < len(line):
        if not line[at].is_capital:
            at += 1
            continue
        end = at + 1
        while end < len(line):
            if line[end - 1].closes or line[end - 1].is_possessive:
                break
            linked = end + 1
            while (
                linked < len(line)
                and line[linked - 1].text in _LINKS | _set("people", "particles")
                and linked - end < 3
            ):
                if line[linked].is_capital:
                    break
                linked += 1
            if line[end].is_capital:
                end += 1
            elif (
                linked < len(line)
                and line[linked].is_capital
                and line[linked - 1].text in _LINKS | _set("people", "particles")
            ):
                end = linked + 1
            else:
                break
        yield at, end
        at = end


def _parts(line: Sequence[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a run that may be one name: opening words off, cut at "and" and "the"."""
    while start < end and _is_opener(line, start):
        start += 1
        while start < end and not line[start].is_capital:
            start += 1
    at = start
    for index in range(start, end):
        if line[index].text in {"and", "the", "for", "of", "&"} and not _belongs(line, start, index, end):
            if index > at:
                yield at, _trimmed(line, at, index)
            at = index + 1
    if at < end:
        yield at, _trimmed(line, at, end)


def _belongs(line: Sequence[Token], start: int, index: int, end: int) -> bool:
    """Tell whether the link is part of an organisation: "Department of Health and Human Services"."""
    if line[index].text == "the":
        return line[index - 1].text == "of" and _is_head(line, start, index)
    after = [token.plain for token in line[index + 1 : end]]
    if line[index].text in {"for", "&"}:
        return True
    if line[index].text == "and" and line[index + 1].plain == "the":
        return False
    if line[index].text == "of":
        return line[index - 1].plain in _set("organisations", "heads") | _set("posts", "heads") | _set(
            "places", "heads"
        )
    if line[index - 1].plain in _set("organisations", "suffixes") and not _is_head(line, start, index):
        return False
    whole = (
        bool(after)
        and after[-1] in _set("organisations", "suffixes")
        and _set("people", "given").isdisjoint(after)
    )
    if _is_head(line, start, index):
        return bool(after) and not _is_place(line[index + 1].text)
    return whole and line[start].plain not in _set("people", "given") and not _is_place(line[start].bare)


def _is_head(line: Sequence[Token], start: int, index: int) -> bool:
    return any(
        line[at].plain in _set("organisations", "heads") and at + 1 < index and line[at + 1].text == "of"
        for at in range(start, index)
    )


def _trimmed(line: Sequence[Token], start: int, end: int) -> int:
    while end > start and not line[end - 1].is_capital:
        end -= 1
    return end


def _is_opener(line: Sequence[Token], at: int) -> bool:
    plain = line[at].plain
    return plain in _set("denied", "openers") and (
        line[at].opens or len(plain) < 3 or plain in {"the", "this", "that", "and", "but"}
    )


# ----------------------------------------------------------------------------------------- what it is


def _told(line: Sequence[Token], start: int, end: int, title: bool) -> Iterator[Name]:
    """Yield what a piece of a run is, perhaps cut into a title, a place and a name."""
    if start >= end:
        return
    organisation = _organisation(line, start, end)
    if organisation is not None:
        yield organisation
        yield from _inner_place(line, organisation)
        return
    named = _person(line, start, end, title)
    if named is not None:
        yield named
        if named.start > start:
            yield from _place_or_known(line, start, named.start)
        return
    yield from _place_or_known(line, start, end)


def _organisation(line: Sequence[Token], start: int, end: int) -> Name | None:
    """Return the organisation that a piece is: an acronym, or by its head or its last word."""
    inside = line[start:end]
    if len(inside) == 1:
        bare = inside[0].bare
        shouted = sum(token.text.isupper() for token in line) * 2 > len(line) and len(line) > 3
        if (
            len(bare) <= _LONGEST_ACRONYM
            and _ACRONYM.fullmatch(bare)
            and bare.replace(".", "") not in _set("organisations", "not_acronyms")
            and not shouted
        ):
            return Name("organisation", start, end, 0.75, "acronym")
        if _ADDRESS.fullmatch(bare):
            return Name("organisation", start, end, 0.7, "address")
        known = bare in _set("organisations", "names")
        return Name("organisation", start, end, 0.85, "known name") if known else None
    for index in range(len(inside) - 2):
        if inside[index].plain in _set("organisations", "heads") and inside[index + 1].text == "of":
            return Name("organisation", start, end, 0.85, "head of an organisation")
    if all(token.text.isupper() for token in inside):
        return None
    posts = [at for at in range(start, end - 2) if _is_title(line[at]) and line[at + 1].text == "of"]
    start = posts[-1] + 2 if posts else start
    for last in range(end, start + 1, -1):
        if line[last - 1].plain.rstrip(".") in _set("organisations", "suffixes") and not _is_titled(
            line, start, last
        ):
            return Name("organisation", start, last, 0.8, "last word of an organisation")
    return None


def _is_titled(line: Sequence[Token], start: int, last: int) -> bool:
    """Tell whether the words before are a person's: "Secretary John Church"."""
    return line[start].plain in _set("people", "titles") or (
        line[start].plain in _set("people", "given")
        and last - start == 2
        and line[last - 1].plain not in {"inc", "group", "foundation"}
    )


def _inner_place(line: Sequence[Token], outer: Name) -> Iterator[Name]:
    """The land in the name of an organisation: "Bank of England"."""
    at = outer.end - 1
    if at > outer.start + 1 and line[at - 1].text in {"of", "the"} and _is_place(line[at].bare):
        yield Name("location", at, outer.end, 0.6, "known place")


def _person(line: Sequence[Token], start: int, end: int, title: bool) -> Name | None:
    """Return the person at the end of a piece, behind titles: by a title, a given name or a verb."""
    at = _behind_titles(line, start, end)
    stop = _end_of_person(line, at, end)
    if stop <= at or stop - at > _LONGEST_PERSON or line[at].plain in _set("denied", "words"):
        return None
    inside = line[at:stop]
    if not all(_may_be_named(token) for token in inside):
        return None
    if at > start and _is_title(line[at - 1]) and not _is_place(inside[-1].bare) and _is_name_like(inside):
        return Name("person", at, stop, 0.85, "title before a name")
    if len(inside) > 1 and inside[0].plain in _set("people", "given") and _is_name_like(inside):
        return Name("person", at, stop, 0.8, "given name")
    if title or len(inside) < 2 or _is_place(" ".join(token.bare for token in inside)):
        return None
    if not (_speaks(line, at, stop) and _is_name_like(inside)):
        return None
    return Name("person", at, stop, 0.6, "beside a verb of speech")


def _may_be_named(token: Token) -> bool:
    """Tell whether a word may be part of a person's name: of "Strategy Officer" none is."""
    if token.plain in _set("people", "given"):
        return True
    common = _set("denied", "words") | _set("denied", "openers") | _set("posts", "modifiers")
    return token.plain not in common and token.plain not in _set("posts", "heads") - _SURNAMES


# Posts that are surnames as well: Stephen King.
_SURNAMES = frozenset(
    {"king", "prince", "pope", "bishop", "judge", "chair", "coach", "farmer", "major", "head"}
)


def _behind_titles(line: Sequence[Token], start: int, end: int) -> int:
    """Return where a name begins behind what may stand before it: "Apple CEO Tim Cook"."""
    for at in range(start, end - 1):
        if line[at].plain in _set("people", "given") and line[at + 1].is_capital and line[at].is_capital:
            behind = at == start or line[at - 1].is_capital
            if behind and not _is_title(line[at + 1]):
                return at
    titles = [at for at in range(start, end - 1) if _is_title(line[at]) and line[at + 1].is_capital]
    return titles[-1] + 1 if titles else start


def _is_title(token: Token) -> bool:
    return token.plain in _set("people", "titles") or token.plain in _set("posts", "heads")


def _end_of_person(line: Sequence[Token], at: int, end: int) -> int:
    """Return where a person's name ends: before "of", "for", "and"."""
    stop = at
    while stop < end and (line[stop].is_capital or line[stop].text in _set("people", "particles")):
        stop += 1
    return _trimmed(line, at, stop)


def _is_name_like(inside: Sequence[Token]) -> bool:
    return all(
        token.text in _set("people", "particles")
        or _INITIAL.fullmatch(token.bare)
        or token.plain.rstrip(".") in _set("people", "suffixes")
        or (token.bare[:1].isupper() and not token.bare.isupper() and token.bare[-1:].isalpha())
        for token in inside
    )


def _speaks(line: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a verb of speech stands beside the name, perhaps behind a title between commas."""
    verbs = _set("people", "verbs")
    if (end < len(line) and line[end].plain in verbs) or (start > 0 and line[start - 1].plain in verbs):
        return True
    if end + 1 < len(line) and line[end].text == ",":
        posts = _set("posts", "heads")
        return any(token.plain in posts for token in line[end + 1 : end + 7])
    return False


def _place_or_known(line: Sequence[Token], start: int, end: int) -> Iterator[Name]:
    """Yield the places and known organisations inside a piece that is neither as a whole."""
    at = start
    while at < end:
        if _is_title(line[at]):
            at += 3 if at + 2 < end and line[at + 1].text == "of" else 1
            continue
        for stop in range(end, at, -1):
            spelt = " ".join(token.bare for token in line[at:stop])
            if _is_place(spelt):
                yield Name("location", at, stop, 0.8, "known place")
                break
            ends = stop - at > 1 and line[stop - 1].plain in _set("places", "heads")
            if ends and line[stop - 1].is_capital and not any(map(_is_title, line[at:stop])):
                yield Name("location", at, stop, 0.7, "last word of a place")
                break
            if spelt in _set("organisations", "names") or spelt in _phrases("organisations"):
                yield Name("organisation", at, stop, 0.8, "known name")
                break
        else:
            stop = at + 1
            alone = end - start == 1 and start > 0 and line[start - 1].plain in _set("places", "before")
            if (
                alone
                and line[at].plain not in _set("denied", "words")
                and line[at].bare.istitle()
                and len(line[at].bare) > 3
            ):
                yield Name("location", at, stop, 0.4, "preposition of place")
        at = stop


def _is_place(spelt: str) -> bool:
    return spelt in _set("places", "names") or spelt in _phrases("places")


@cache
def _phrases(section: str) -> frozenset[str]:
    """Return the names of several words that a section of the table lists."""
    listed = table("english")[section]["phrases"].replace("\n", "")
    return frozenset(listed.split("|"))


def _set(section: str, name: str) -> frozenset[str]:
    return words("english", section, name)
