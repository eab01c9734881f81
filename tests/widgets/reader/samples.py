"""Articles written for the reader's tests, and marks on them by quote."""

from collections.abc import Sequence
from typing import Any

import resources
from app.anchor import Fragment, Span, anchor
from app.annotation import Annotation, Relation
from app.article import Article, Block, Role, text_hash
from app.scheme import parse_scheme
from app.suggestion import Suggestion

SCHEME = parse_scheme(resources.scheme())

PARAGRAPHS: Sequence[tuple[Role, str]] = (
    (Role.BOILERPLATE, "Главная"),
    (Role.BOILERPLATE, "Поделиться 😀"),
    (Role.HEADLINE, "Мост через Ишим откроют раньше срока"),
    (Role.CAPTION, "Новый мост. Фото пресс-службы"),
    (Role.LEAD, "Движение по мосту начнётся 15 октября."),
    (
        Role.BODY,
        "Мост обойдётся в 4,8\u00a0млрд тенге, заявил Ерлан Касымов 👨\u200d👩\u200d👧. "
        "По его словам, кто-то ускорил работы – и не зря.",
    ),
    (Role.BODY, "Старый мост закрыли в 2021 году. По нему ездили около 30 тыс. машин в день."),
    (Role.QUOTE, "«Мы проверили все опоры», – сообщила Анна Ли."),
    (Role.BOILERPLATE, "Читайте также"),
)


def article(paragraphs: Sequence[tuple[Role, str]] = PARAGRAPHS, **known: Any) -> tuple[Article, str]:
    text, blocks = "", []
    for role, paragraph in paragraphs:
        text += "\n" * bool(text)
        blocks.append(Block(len(text), len(text) + len(paragraph), role))
        text += paragraph
    facts = {"title": "Мост", "site": "a.kz", "language": "ru", "published": "2023-07-04", **known}
    return Article(1, text_hash(text), tuple(blocks), length=len(text), **facts), text


def span_of(text: str, quote: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(quote, at + 1)
    return Span(at, at + len(quote))


def fragment(text: str, quote: str, nth: int = 0) -> Fragment:
    return anchor(text, span_of(text, quote, nth))


def annotation(text: str, number: int, label: str, *quotes: str, **attributes: Any) -> Annotation:
    fragments = tuple(fragment(text, quote) for quote in quotes)
    return Annotation(number, 1, "Айгүл", label, fragments, attributes)


def annotation_on(text: str, number: int, label: str, *spans: Span) -> Annotation:
    return Annotation(number, 1, "Айгүл", label, tuple(anchor(text, span) for span in spans))


def suggestion(text: str, number: int, label: str, quote: str) -> Suggestion:
    return Suggestion(number, 1, label, fragment(text, quote), 0.83, "numbers", "figure")


def relation(number: int, kind: str, source: int, target: int) -> Relation:
    return Relation(number, 1, "Айгүл", kind, source, target)
