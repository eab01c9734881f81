"""A project as large as wanted, of made-up Russian, Kazakh and English articles; the same every time."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.anchor import Span, anchor
from app.annotation import Annotation, ArticleStatus, Relation, Status
from app.article import Article, Block, Role, snapshot_hash, text_hash
from app.changes import Change, Content, Step
from app.ids import new_id
from app.scheme import Attribute, Colours, Label, RelationType, Scheme
from storage import SqliteProject, create_project

ANNOTATOR = "Айгуль"
LABELS = ("number", "claim", "speaker")
ARTICLES_A_STEP = 100

_STEMS = {
    "ru": "город житель камер дорог министр тенге област школ врач завод рынок поезд мост совет проект"
    " бюджет закон партия выбор ремонт участок компан договор энерг станц ёлк район праздник команд"
    " игрок рекорд урожай погод ветер снег пожар спасател суд следств фонд банк кредит налог пенси",
    "kk": "қала тұрғын жол мектеп дәрігер зауыт нарық көпір жоба бюджет заң сайлау аудан мереке команда"
    " ойын өнім ауа жел қар өрт сот қор банк несие салық зейнет бала оқушы мұғалім үкімет әкім халық",
    "en": "city resident camera road minister region school doctor plant market train bridge council"
    " project budget law party vote repair company contract station district holiday team player record"
    " harvest weather wind snow fire court fund bank credit tax pension teacher student government",
}
_ENDINGS = {
    "ru": ("", "а", "ы", "ов", "ам", "ами", "ах", "ный", "ная", "ного", "ские", "ировал", "ируют", "ится"),
    "kk": ("", "лар", "дың", "ға", "да", "дан", "мен", "сы", "лық", "шы", "ланды", "лады", "лардың", "ымыз"),
    "en": ("", "s", "'s", "ed", "ing", "al", "er", "ers", "ly", "ment", "able", "less", "wise", "like"),
}
_BEGINNINGS = {
    "ru": ("", "пере", "под", "над", "меж", "анти", "сверх", "вне"),
    "kk": ("", "бас", "жаңа", "ішкі", "сыртқы", "орта", "үлкен", "кіші"),
    "en": ("", "re", "under", "over", "inter", "anti", "super", "out"),
}
_SITES = ("qala.example", "tengri-herald.example", "severnye-vesti.example", "morning-ledger.example")


def build_large_project(path: Path, articles: int, annotations_each: int) -> SqliteProject:
    """Make a project of `articles` articles of about 2,200 characters with so many annotations each.

    A third of the annotations are claims with a relation to the speaker after them. A quarter of the
    articles are done. Texts and offsets are always the same, ids are new.
    """
    project = create_project(path, _scheme())
    chance = random.Random(articles * 1_000 + annotations_each)
    numbers = range(articles)
    for first in range(0, articles, ARTICLES_A_STEP):
        changes: list[Change] = []
        contents: list[Content] = []
        for number in numbers[first : first + ARTICLES_A_STEP]:
            page = make_article(number, chance)
            contents += page.contents
            changes.append(Change(None, page.article))
            changes += (Change(None, thing) for thing in annotate(page, annotations_each, chance))
            if number % 4 == 0:
                changes.append(Change(None, ArticleStatus(page.article.id, ANNOTATOR, Status.DONE)))
        project.apply(Step("add_articles", ANNOTATOR, page.article.imported_at, tuple(changes)), contents)
    return project


@dataclass(frozen=True, slots=True)
class Page:
    """A made-up article with its text and its contents."""

    article: Article
    text: str
    words: list[Span]
    contents: list[Content]


def make_article(number: int, chance: random.Random) -> Page:
    """Make the article of that number (0, 1, 2 ...), with 5 paragraphs."""
    language = ("ru", "ru", "kk", "en")[number % 4]
    words: list[Span] = []
    blocks: list[Block] = []
    text = ""
    for role, length in ((Role.HEADLINE, 7), (Role.LEAD, 30), *((Role.BODY, 80),) * 3):
        start = len(text)
        for word in _sentence(language, length, chance):
            words.append(Span(len(text), len(text) + len(word)))
            text += word + " "
        text = text[:-1] + "\n"
        blocks.append(Block(start, len(text) - 1, role, "made up"))
    text = text[:-1]
    original = f"<html><title>{number}</title><p>{text}</p></html>".encode()
    article = Article(
        id=new_id(),
        text_sha256=text_hash(text),
        blocks=tuple(blocks),
        title=text[: blocks[0].end],
        site=_SITES[number % len(_SITES)],
        url=f"https://{_SITES[number % len(_SITES)]}/{number}",
        published=f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}" if number % 10 else None,
        language=language,
        source_path=f"{number}.html",
        media_type="text/html",
        encoding="utf-8",
        snapshot_sha256=snapshot_hash(original),
        imported_at=f"2023-07-{1 + number // 2_000 % 28:02}T05:11:{number // ARTICLES_A_STEP % 60:02}.000Z",
        length=len(text),
    )
    contents = [
        Content(article.text_sha256, "text", text.encode()),
        Content(article.snapshot_sha256, "snapshot", original),
    ]
    return Page(article, text, words, contents)


def annotate(page: Page, count: int, chance: random.Random) -> Iterator[Annotation | Relation]:
    """Mark `count` things in the article: a number, a claim, a speaker, and so on, each of 1 to 4 words."""
    claim = None
    for index in range(count):
        first = chance.randrange(len(page.words) - 4)
        span = Span(page.words[first].start, page.words[first + index % 4].end)
        annotation = Annotation(
            id=new_id(),
            article_id=page.article.id,
            annotator=ANNOTATOR,
            label=LABELS[index % 3],
            fragments=(anchor(page.text, span),),
            attributes=_attributes(LABELS[index % 3], index, page.text[page.words[first].start : span.end]),
            created_at=page.article.imported_at,
        )
        yield annotation
        if annotation.label == "claim":
            claim = annotation
        elif annotation.label == "speaker" and claim is not None:
            yield Relation(
                new_id(),
                page.article.id,
                ANNOTATOR,
                "said_by",
                claim.id,
                annotation.id,
                annotation.created_at,
            )


def _attributes(label: str, index: int, marked: str) -> dict[str, Any]:
    """A value for a number; for a speaker a name, which some thousands of mentions share."""
    if label == "number":
        return {"value": index, "unit": "camera"}
    return {"canonical_name": marked.partition(" ")[0].capitalize()} if label == "speaker" else {}


def _sentence(language: str, length: int, chance: random.Random) -> Iterator[str]:
    stems = _STEMS[language].split()
    for index in range(length):
        if index % 11 == 10:
            yield str(chance.randrange(10, 90_000))
        else:
            # Squared, so that some words are common and most are rare, as in real texts.
            beginning = _BEGINNINGS[language][int(8 * chance.random() ** 2)]
            stem = stems[int(len(stems) * chance.random() ** 2)]
            yield beginning + stem + _ENDINGS[language][int(14 * chance.random() ** 2)]


def _scheme() -> Scheme:
    grey = Colours("#222222", "#EEEEEE")
    attributes = {
        "number": (Attribute("value", "Value", "number"), Attribute("unit", "Unit", "text")),
        "speaker": (Attribute("canonical_name", "Name", "text"),),
    }
    labels = tuple(
        Label(label, label.title(), str(digit), "solid", grey, grey, attributes.get(label, ()))
        for digit, label in enumerate(LABELS, 1)
    )
    said_by = RelationType("said_by", "said by", ("claim",), ("speaker",))
    return Scheme("bench", "Bench", 1, labels, (said_by,))
