"""Names in Russian text: natasha's tagger line by line, mended and added to by our own rules.

The whole text is asked once more at the end: who was named in full is known by surname, and what was an
organisation in one place is one in another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.lemmas import russian
from app.suggesters.mention import Mention, MentionKind
from app.suggesters.names import first_forms, models, organisations, people, positions
from app.suggesters.names.tables import table, words
from app.suggesters.names.tokens import CLOSING, OPENING, Token, read, tokens

_LINE = re.compile(r"[^\n]*\w[^\n]*")
# A title in capitals: three words and no small letter.
_LOUD_LINE = re.compile(r"^(?=(?:[^\n]*?[А-ЯЁ]{2,}){3})[^a-zа-яё\n]+$", re.MULTILINE)
_LOUD_WORD = re.compile("[А-ЯЁ][А-ЯЁ-]*")
# What may be an abbreviation stays as it is.
_LONGEST_ABBREVIATION = 5
_SURNAME = re.compile("(?P<stem>.+(?:[оеё]в|[иы]н))(?P<woman>а?)")
# Of a longer name only the whole is looked for again.
_LONGEST_KEY = 5


@dataclass(frozen=True, slots=True)
class _Part:
    """A name in a line: its tokens (end exclusive)."""

    kind: MentionKind
    start: int
    end: int
    score: float
    rule: str


@dataclass(slots=True)
class _Line:
    """A line being read."""

    tokens: list[Token]
    parts: list[_Part] = field(default_factory=list)

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether no name lies in these tokens."""
        return all(part.end <= start or end <= part.start for part in self.parts if part.kind != "position")


def load() -> None:
    """Read the models and the dictionary (about 1.5 s), unless they were read before."""
    models.tagger()
    russian.load()


def find(text: str) -> list[Mention]:
    """Return the names of a Russian text, sorted by start, the longer first."""
    spoken = _LOUD_LINE.sub(_lowered, text)  # of the same length
    lines = [_line(spoken, match.start(), match.end()) for match in _LINE.finditer(text)]
    _drop_common(lines)
    _add_people(lines)
    _add_organisations(lines)
    for line in lines:
        named = [(part.start, part.end) for part in line.parts if part.kind == "person"]
        line.parts += [_Part("position", *found) for found in positions.find(line.tokens, named)]
    attested = {token.text.lower() for line in lines for token in line.tokens if token.is_capital}
    found = [_mention(line, part, attested) for line in lines for part in line.parts]
    return sorted(_with_known_surnames(text, found), key=lambda mention: (mention.start, -mention.end))


def _line(text: str, start: int, end: int) -> _Line:
    """Read one line by itself."""
    spans = [
        (start + span.start, start + span.stop, span.type) for span in models.tagger()(text[start:end]).spans
    ]
    line = _Line(tokens(text, start, end, spans))
    line.parts += [_Part("organisation", *found) for found in organisations.find(line.tokens)]
    line.parts += [
        _Part("person", *found)
        for found in people.find(line.tokens)
        if line.is_free(found.start, found.end) or not _is_body(line, found.start, found.end)
    ]
    named = {at for part in line.parts if part.kind == "person" for at in range(part.start, part.end)}
    line.tokens = [
        replace(token, tag="") if token.tag == "PER" and at not in named else token
        for at, token in enumerate(line.tokens)
    ]
    taken = {(part.start, part.end) for part in line.parts}
    line.parts += [
        _Part("location", *found, 0.9, "natasha") for found in _places(line.tokens) if found not in taken
    ]
    return line


def _lowered(match: re.Match[str]) -> str:
    """A line in capitals as it would be spelt: nothing can be told from capitals that all letters are."""
    return _LOUD_WORD.sub(lambda word: _spelt(word.group(), word.start() == 0), match.group())


def _spelt(word: str, first: bool) -> str:
    title = "-".join(part.capitalize() for part in word.split("-"))
    known = read(title)
    if known.kinds & {"Name", "Patr", "Surn", "Geox"} or (
        not known.known and len(word) > _LONGEST_ABBREVIATION
    ):
        return title
    if "Orgn" in known.kinds or not known.known:
        return word
    return title if first else word.lower()


def _drop_common(lines: Sequence[_Line]) -> None:
    """Take away lone words that natasha takes for names and that the text has in small letters too."""
    small = {token.text for line in lines for token in line.tokens if token.text.islower()}
    for line in lines:
        line.parts = [
            part
            for part in line.parts
            if part.rule != "natasha"
            or part.end - part.start > 1
            or line.tokens[part.start].text.lower() not in small
        ]


def _is_body(line: _Line, start: int, end: int) -> bool:
    """Tell whether what natasha takes for a person is surely an organisation: "Нацфронт"."""
    sure = {"abbreviation", "known name", "address"}
    return any(part.start <= start and end <= part.end and part.rule in sure for part in line.parts)


def _places(line: Sequence[Token]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(line):
        end = at + 1
        while end < len(line) and line[at].tag == line[end].tag == "LOC" and line[at].span == line[end].span:
            end += 1
        if line[at].tag == "LOC":
            yield at, end
        at = end


# ----------------------------------------------------------------------------- what the text has told


def _add_people(lines: Sequence[_Line]) -> None:
    """Add the surnames of people who are named elsewhere in the text."""
    known: set[str] = set()
    for line in lines:
        for part in line.parts:
            last = line.tokens[part.end - 1]
            if part.kind == "person" and len(last.text) > 2 and not (last.word.known and not last.word.kinds):
                known |= last.word.lemmas
    for line in lines:
        for at, token in enumerate(line.tokens):
            if token.tag or not (token.is_word and token.is_capital) or token.text.isupper():
                continue
            if not known.isdisjoint(token.word.lemmas) and line.is_free(at, at + 1):
                line.parts.append(_Part("person", at, at + 1, 0.7, "surname of somebody named"))


def _add_organisations(lines: Sequence[_Line]) -> None:
    """Add the names that are organisations elsewhere in the text; take away ships, films and the like."""
    keys: set[tuple[str, ...]] = set()
    for line in lines:
        for part in line.parts:
            if part.kind == "organisation":
                keys.update(_name_keys(line.tokens, part))
    things = {key for line in lines for key in _things(line.tokens)}
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for key in sorted(keys - things, key=len, reverse=True):
        by_first.setdefault(key[0], []).append(key)
    for line in lines:
        line.parts = [
            part
            for part in line.parts
            if not (
                part.rule == "natasha"
                and part.kind == "organisation"
                and _key(line.tokens[part.start : part.end]) in things
            )
        ]
        for at, token in enumerate(line.tokens):
            if token.is_word and (token.is_capital or token.is_latin):
                for key in by_first.get(_lemma(token), ()):
                    if _key(line.tokens[at : at + len(key)]) == key:
                        _add_known(line, at, at + len(key))


def _add_known(line: _Line, start: int, end: int) -> None:
    first = line.tokens[start]
    if (first.is_capital or first.is_latin) and first.tag not in {"PER", "LOC"} and line.is_free(start, end):
        line.parts.append(_Part("organisation", start, end, 0.7, "named before"))


def _name_keys(line: Sequence[Token], part: _Part) -> Iterator[tuple[str, ...]]:
    """The name in quotes or in Latin letters that an organisation has, or all of it where it is short."""
    inside = line[part.start : part.end]
    opening = [
        index for index, token in enumerate(inside) if token.text in OPENING and index + 1 < len(inside)
    ]
    latin = [index for index, token in enumerate(inside) if token.is_latin]
    if opening and inside[-1].text in CLOSING:
        name = inside[opening[-1] + 1 : -1]
    elif latin and latin[-1] == len(inside) - 1:
        name = inside[latin[0] :]
    elif part.rule in {"natasha", "other name in brackets", "subject of a report"}:
        name = inside
    else:
        return
    sure = name and name[0].is_capital and len(name) <= _LONGEST_KEY
    if sure and not (
        len(name) == 1 and name[0].word.known and not name[0].word.kinds and not name[0].is_latin
    ):
        yield _key(name)


def _things(line: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    """The names in quotes of what is no organisation: "шаттл «Дискавери»"."""
    heads = words("russian", "things", "heads")
    for at in range(len(line) - 2):
        if line[at + 1].text in OPENING and line[at].is_word and line[at].word.lemma in heads:
            closing = next((end for end in range(at + 2, len(line)) if line[end].text in CLOSING), None)
            if closing is not None and closing - at <= _LONGEST_KEY + 2:
                yield _key(line[at + 2 : closing])


def _key(name: Sequence[Token]) -> tuple[str, ...]:
    return tuple(map(_lemma, name))


def _lemma(token: Token) -> str:
    return token.word.lemma if token.is_word and not token.is_latin else token.text.lower()


# ------------------------------------------------------------------------------------------- mentions


def _mention(line: _Line, part: _Part, attested: set[str]) -> Mention:
    """Make a mention of a part, with its first form."""
    inside = line.tokens[part.start : part.end]
    start, end = inside[0].start, inside[-1].end
    words_ = [token.text for token in inside if token.is_word]
    if part.kind == "person":
        name = first_forms.person(_spelled(inside).split(), attested, _governed(line, part))
    else:
        plain = all(token.is_word for token in inside)
        name = first_forms.phrase(words_) if plain else _quoted_form(inside)
    return Mention(part.kind, start, end, part.score, part.rule, name)


def _governed(line: _Line, part: _Part) -> set[str]:
    """Return the cases that a preposition or a title before a name lets it stand in; empty for any."""
    for other in line.parts:
        if other.kind == "position" and other.end == part.start:
            return positions.cases(line.tokens, other.start, other.end)
    before = line.tokens[part.start - 1].text.lower() if part.start else ""
    return set(table("russian")["prepositions"].get(before, "").split())


def _quoted_form(inside: Sequence[Token]) -> str:
    """The first form of what has a name in quotes: all before them declined, the rest as it is."""
    at = next((index for index, token in enumerate(inside) if not token.is_word), 0)
    head = first_forms.phrase([token.text for token in inside[:at]])
    rest = _spelled(inside[at:])
    gap = " " if at and inside[at].start > inside[at - 1].end else ""
    return f"{head}{gap}{rest}"


def _spelled(inside: Sequence[Token]) -> str:
    pieces = []
    for index, token in enumerate(inside):
        if index and token.start > inside[index - 1].end:
            pieces.append(" ")
        pieces.append(token.text)
    return "".join(pieces)


def _with_known_surnames(text: str, found: list[Mention]) -> list[Mention]:
    """Give a lone surname the form it has in a full name of the text: "Ивановой" after "Елена Иванова"."""
    surnames = {
        mention.name.split()[-1]
        for mention in found
        if mention.kind == "person" and len(mention.name.split()) > 1
    }
    mended = []
    for mention in found:
        if mention.kind == "person" and mention.name not in surnames and " " not in mention.name:
            forms = [form for form in surnames if _is_form(text[mention.start : mention.end], form)]
            if len(forms) == 1:
                mention = replace(mention, name=forms[0])
        mended.append(mention)
    return mended


def _is_form(written: str, surname: str) -> bool:
    """Tell whether a surname in -ов or -ин, a man's or a woman's, may be written so in some case."""
    match = _SURNAME.fullmatch(surname)
    if match is None:
        return False
    endings = ("а", "ой", "ою", "у") if match["woman"] else ("", "а", "у", "ым", "е")
    return written in {match["stem"] + ending for ending in endings}
