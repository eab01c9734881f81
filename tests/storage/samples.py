"""Small made-up things that tests of storage put into projects."""

from typing import Any

from app.anchor import Fragment, Span, anchor
from app.annotation import Annotation, EmptyPassage, Relation
from app.article import Article, Block, Role, snapshot_hash, text_hash
from app.changes import Change, Content, Step
from app.ids import new_id
from app.replacing import replace
from app.scheme import Attribute, Colours, Label, RelationType, Scheme
from app.suggestion import Suggestion

AT = "2023-07-04T05:11:00.000Z"
TEXT = (
    "Ёлки подорожали до 30 тыс. тенге\n"
    "Министр Айгүл Қасымова заявила: «Ёлки стоят 30\u00a0тыс. тенге».\n"
    "По её словам, 😀 йод и соль подешевеют на 5 процентов."
)

_GREY = Colours("#222222", "#EEEEEE")
SCHEME = Scheme(
    "news",
    "News",
    1,
    (
        Label("claim", "Claim", "1", "solid", _GREY, _GREY),
        Label("speaker", "Speaker", "2", "double", _GREY, _GREY),
        Label("number", "Number", "3", "dotted", _GREY, _GREY, (Attribute("value", "Value", "number"),)),
    ),
    (RelationType("said_by", "said by", ("claim",), ("speaker",)),),
)


def article(text: str = TEXT, **fields: Any) -> Article:
    """An article of `text`, one block a line, the first a headline."""
    blocks, place = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(place, place + len(line), Role.BODY if place else Role.HEADLINE, "line"))
        place += len(line) + 1
    made = Article(
        new_id(),
        text_hash(text),
        tuple(blocks),
        title=text.partition("\n")[0],
        site="qala.example",
        url="https://qala.example/1",
        published="2023-07-04",
        authors=("Ерлан Ж.", "О. Петрова"),
        language="ru",
        source_path="pages/1.html",
        media_type="text/html",
        encoding="windows-1251",
        snapshot_sha256=snapshot_hash(original(text)),
        imported_at=AT,
        length=len(text),
    )
    return replace(made, **fields)


def original(text: str = TEXT) -> bytes:
    """The saved page `text` came from."""
    return f"<html><body>{text}</body></html>".encode()


def contents(text: str = TEXT) -> list[Content]:
    """The contents that come with `article(text)`."""
    page = original(text)
    return [
        Content(text_hash(text), "text", text.encode()),
        Content(snapshot_hash(page), "snapshot", page),
    ]


def fragment(words: str, text: str = TEXT) -> Fragment:
    """Where `words` first occur in `text`."""
    start = text.index(words)
    return anchor(text, Span(start, start + len(words)))


def annotation(
    of: Article, words: str, label: str = "number", annotator: str = "Айгуль", **fields: Any
) -> Annotation:
    """An annotation of `words` in an article of `TEXT`."""
    made = Annotation(new_id(), of.id, annotator, label, (fragment(words),), {"value": 30_000}, created_at=AT)
    return replace(made, **fields)


def relation(source: Annotation, target: Annotation) -> Relation:
    """A `said_by` between two annotations."""
    return Relation(new_id(), source.article_id, source.annotator, "said_by", source.id, target.id, AT)


def empty_passage(of: Article, words: str, annotator: str = "Айгуль") -> EmptyPassage:
    """`words` of an article of `TEXT`, read and empty."""
    return EmptyPassage(new_id(), of.id, annotator, fragment(words), AT)


def suggestion(of: Article, words: str, label: str = "number", **fields: Any) -> Suggestion:
    """An open suggestion of `words` in an article of `TEXT`."""
    made = Suggestion(new_id(), of.id, label, fragment(words), 0.9, "numbers", "digits", {"value": 30_000})
    return replace(made, **fields)


def step(*changes: Change, verb: str = "act", annotator: str = "Айгуль") -> Step:
    """The changes as an act."""
    return Step(verb, annotator, AT, changes)
