"""Stretches of a Russian line that rules of organisations are made of: quotes, Latin letters, acronyms."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.suggesters.names.tables import words
from app.suggesters.names.tokens import OPENING, Token

ADDRESS = re.compile(
    r"[A-Za-zА-Яа-я][\w-]*(?:\.[\w-]+)*\.(?:ru|com|kz|ру|net|org|info|su|ua|by|uz|kg)", re.IGNORECASE
)
# A quoted name is a few words long; what is longer is speech.
_LONGEST_NAME = 9
_ACRONYM = re.compile(r"(?:[А-ЯЁ]{2,7}|[A-Z]{2,6})(?:[-‐][А-ЯЁA-Z]{2,5})?[а-я]{0,2}")
_BARE_ACRONYM = re.compile(r"[А-ЯЁA-Z]+(?:-[А-ЯЁA-Z]+)?")
_CLOSED_BY = {"«": "»", "„": "“”", "“": "”“", '"': '"', "'": "'", "‘": "’"}
_ENDS_SENTENCE = frozenset(".!?:;•…")


class Found(NamedTuple):
    """An organisation in the tokens of a line, end exclusive."""

    start: int
    end: int
    score: float
    rule: str


def opens(line: Sequence[Token], at: int) -> bool:
    """Tell whether the token begins a sentence or a quotation, where a capital says nothing."""
    before = line[at - 1].text if at else "."
    return before in _ENDS_SENTENCE or before in OPENING or before in {"-", "–", "—"}


def run(line: Sequence[Token], at: int, tag: str) -> int:
    """Return the end of the tokens with one tag that begin at `at`."""
    end = at + 1
    while end < len(line) and line[end].tag == tag and line[end].is_word:
        end += 1
    return end


def quoted(line: Sequence[Token], at: int) -> int:
    """Return the end of the name in quotes that open at `at`, its closing quote included."""
    if at + 1 >= len(line) or not line[at + 1].is_word:
        return at
    if not (line[at + 1].is_capital or line[at + 1].is_latin or line[at + 1].text[0].isdigit()):
        return at
    closing = _CLOSED_BY.get(line[at].text, '"”»')
    depth = 0
    for end in range(at + 1, min(len(line), at + _LONGEST_NAME + 2)):
        text = line[end].text
        if text == "«":
            depth += 1
        elif text in closing and depth == 0:
            return end + 1
        elif text == "»":
            depth -= 1
        elif text in {";", "?", ":"}:
            return at
    return at


def latin(line: Sequence[Token], at: int) -> int:
    """Return the end of the name in Latin letters that begins at `at`: "Bank of China"."""
    links = words("russian", "words", "latin_links")
    end = at + 1
    while end < len(line):
        token = line[end]
        if token.is_latin and (token.is_capital or line[end - 1].text in links):
            end += 1
        elif (
            token.text in links
            and end + 1 < len(line)
            and line[end + 1].is_latin
            and line[end + 1].is_capital
        ):
            end += 2
        elif token.text.isdigit() and token.start == line[end - 1].end + 1 and len(token.text) < 2:
            end += 1
        else:
            break
    return end


def name(line: Sequence[Token], at: int, head: str) -> int:
    """Return the end of the name that begins at `at`: quoted, Latin, or (behind a head) capitalised."""
    if at >= len(line):
        return at
    token = line[at]
    if token.text in OPENING:
        return quoted(line, at)
    if token.is_latin and (
        token.is_capital or any(map(str.isupper, token.text)) or ADDRESS.fullmatch(token.text)
    ):
        return latin(line, at)
    if token.text[0].isdigit() and any(map(str.isalpha, token.text)) and token.text.isascii():
        return at + 1
    if head and head not in heads("state") and token.is_word and token.is_capital and token.tag != "PER":
        if token.tag == "LOC" and not _indeclined(token):
            return at
        if acronym(token):
            return at + 1
        end = at + 1
        while (
            end < len(line)
            and end < at + 4
            and line[end].is_word
            and line[end].is_capital
            and line[end].tag not in {"PER", "LOC"}
        ):
            end += 1
        return end
    return at


def _indeclined(token: Token) -> bool:
    """Tell whether a place stands in the nominative, as a name does behind "корпорация" in any case."""
    return any(form.case == "nomn" for form in token.word.nouns)


def acronym(token: Token) -> str:
    """Return the acronym that the token is, without its ending; empty where it is none."""
    if not _ACRONYM.fullmatch(token.text):
        return ""
    match = _BARE_ACRONYM.match(token.text)
    bare = match.group() if match else ""
    return bare if len(bare) > 1 else ""


def is_organisation(token: Token, bare: str) -> bool:
    """Tell whether an acronym in the text is that of an organisation."""
    if bare in words("russian", "acronyms", "organisations"):
        return True
    if bare in words("russian", "acronyms", "other") or token.tag in {"LOC", "PER"}:
        return False
    return token.tag == "ORG" or (len(bare) > 2 and not token.is_latin)


def is_body(token: Token) -> bool:
    """Tell whether the token is an acronym of an organisation, which a head may belong to: "комиссия ЕС"."""
    bare = acronym(token)
    return bool(bare) and not token.is_latin and is_organisation(token, bare)


def heads(kind: str) -> frozenset[str]:
    """Return the head nouns of one kind, by lemma: "state", "named", "over", ..."""
    return words("russian", "heads", kind)
