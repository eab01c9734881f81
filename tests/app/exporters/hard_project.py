"""A real project on which offsets, flatness and one-line formats break; the exporters' tests read it back."""

import unicodedata
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from app.anchor import Span, anchor
from app.annotation import (
    Annotation,
    ArticleStatus,
    Assessment,
    EmptyPassage,
    Relation,
    Status,
)
from app.article import Article, Block, Role, canonical, snapshot_hash, text_hash
from app.changes import Change, Content
from app.project import Project
from app.scheme import Scheme, parse_scheme
from app.session import Session
from app.suggestion import Decision, Suggestion
from storage import create_project

SCHEME = parse_scheme("""
id = "small"
name = "Small"
version = 3

[[label]]
id = "claim"
name = "Claim"
light = { line = "#000000", fill = "#FFFFFF" }
dark = { line = "#FFFFFF", fill = "#000000" }
    [[label.attribute]]
    id = "check_worthiness"
    name = "Check-worthiness"
    type = "choice"
    values = ["CFS", "UFS", "not given"]
    [[label.attribute]]
    id = "normalised_text"
    name = "In its own words"
    type = "text"

[[label]]
id = "speaker"
name = "Speaker"
light = { line = "#000000", fill = "#FFFFFF" }
dark = { line = "#FFFFFF", fill = "#000000" }
    [[label.attribute]]
    id = "kind"
    name = "Kind"
    type = "choice"
    values = ["person", "organisation"]

[[label]]
id = "number"
name = "Number"
light = { line = "#000000", fill = "#FFFFFF" }
dark = { line = "#FFFFFF", fill = "#000000" }
    [[label.attribute]]
    id = "value"
    name = "Value"
    type = "number"
    [[label.attribute]]
    id = "kind"
    name = "Kind"
    type = "choice"
    values = ["money", "cardinal"]
    [[label.attribute]]
    id = "approximator"
    name = "Approximator"
    type = "span"

[[relation]]
id = "said_by"
name = "Said by"
sources = ["claim"]
targets = ["speaker"]
single = true

[[relation]]
id = "has_number"
name = "Has number"
sources = ["claim"]
targets = ["number"]

[[relation]]
id = "same_claim"
name = "Same claim"
sources = ["claim"]
targets = ["claim"]
symmetric = true
""")

# An astral emoji, a ZWJ sequence and a flag before everything; й and ё as letter and mark (NFD); a soft
# hyphen; NO-BREAK SPACE in the number; Kazakh letters; CRLF in the source; a tab.
TEXT = canonical(
    "🙂 Семья 👨‍👩‍👧‍👦 под флагом 🇰🇿 у входа\r\n"
    + unicodedata.normalize("NFD", "Мой зелёный район")
    + " получит около 1\u00a0500\u00a0000 тенге, заявила Әлия Қасымова.\r\n"
    + "Пред\u00adприятие уволит треть, если цены вырастут, людей\tв 2026 году.\r\n"
    + "Қазақстан’да 37 үй зардап шекті 😀, деді әкім.\r\n"
)
EMPTY_TEXT = "Ауа райы: бүгін күн ашық."
FLAT_TEXT = "🙂 The plant will hire 1,200 people by 2027, Smith said in Almaty."

ASEL, BORIS = "Асель", "Борис"
_AT = "2024-05-06T07:08:09.000Z"


def place(phrase: str, text: str = TEXT) -> Span:
    """Where `phrase`, written in NFC or as it is, stands in `text`; it must be there once."""
    for form in (phrase, unicodedata.normalize("NFD", phrase)):
        if text.count(form) == 1:
            return Span(text.index(form), text.index(form) + len(form))
    raise AssertionError(f"{phrase!r} is not once in the text")


def make_hard_project(path: Path, scheme: Scheme = SCHEME) -> Project:
    """Three articles: a hard one by two annotators, an empty one read to its end, and a flat English one."""
    project = create_project(path, scheme)
    asel = Session(project, ASEL, clock=lambda: _AT)
    boris = Session(project, BORIS, clock=lambda: _AT)
    articles = {
        101: (TEXT, "ru", "Жергілікті Газет", "https://www.gazet.example/1"),
        102: (EMPTY_TEXT, "kk", "", "https://news.example/2"),
        103: (FLAT_TEXT, "en", "", ""),
    }
    for (article_id, (text, language, site, url)), second in zip(articles.items(), count(), strict=False):
        original = text.encode("utf-8")
        article = _article(article_id, text, language, site, url, f"2024-01-02T00:00:0{second}.000Z")
        asel.do(
            "add_articles",
            [Change(None, article)],
            [
                Content(article.text_sha256, "text", original),
                Content(article.snapshot_sha256, "snapshot", original),
            ],
        )
    asel.do("annotate", [Change(None, thing) for thing in _of_asel()])
    boris.do("annotate", [Change(None, thing) for thing in _of_boris()])
    for article_id in (101, 102, 103):
        asel.do("set_status", [Change(None, ArticleStatus(article_id, ASEL, Status.DONE))])
    boris.do("set_status", [Change(None, ArticleStatus(101, BORIS, Status.IN_PROGRESS))])
    asel.do("assess", [Change(None, thing) for thing in _passages_and_assessments()])
    _suggest(asel)
    return project


def _passages_and_assessments() -> Iterator[EmptyPassage | Assessment]:
    for number, annotator in ((901, ASEL), (902, BORIS)):
        yield EmptyPassage(number, 101, annotator, anchor(TEXT, place("🇰🇿 у входа")), _AT)
    yield Assessment(101, ASEL, {"topic": "=цены"}, flagged=True, note="Первая строка\nвторая")
    yield Assessment(101, BORIS, {"topic": "бюджет"})
    yield Assessment(102, ASEL, flagged=True)


def _article(article_id: int, text: str, language: str, site: str, url: str, at: str) -> Article:
    ends = [i for i, character in enumerate(text + "\n") if character == "\n"]
    starts = [0, *(end + 1 for end in ends)]
    blocks = [(s, e) for s, e in zip(starts, ends, strict=False) if s < e]
    return Article(
        id=article_id,
        text_sha256=text_hash(text),
        blocks=tuple(
            Block(s, e, Role.BODY if i else Role.HEADLINE, "test") for i, (s, e) in enumerate(blocks)
        ),
        title="=Заголовок, “в кавычках” и с запятой",
        site=site,
        url=url,
        published="2024-05-06" if url else None,
        authors=("А. Автор", "Б. Автор") if url else (),
        language=language,
        source_path=f"pages/{article_id}.html",
        media_type="text/html",
        encoding="utf-8",
        snapshot_sha256=snapshot_hash(text.encode("utf-8")),
        imported_at=at,
        length=len(text),
    )


def _annotation(annotation_id: int, label: str, *phrases: str, **more: object) -> Annotation:
    article_id = int(str(more.pop("article_id", 101)))
    text = FLAT_TEXT if article_id == 103 else TEXT
    fragments = tuple(anchor(text, place(phrase, text)) for phrase in phrases)
    values = {"annotator": ASEL, "created_at": _AT, "confidence": 0.75, **more}
    return Annotation(id=annotation_id, article_id=article_id, label=label, fragments=fragments, **values)  # type: ignore[arg-type]


def _of_asel() -> list[Annotation | Relation]:
    about = place("около")
    number = {
        "value": 1_500_000,
        "kind": "money",
        "approximator": {"start": about.start, "end": about.end, "text": "около"},
    }
    return [
        _annotation(
            1,
            "claim",
            unicodedata.normalize("NFD", "Мой зелёный район") + " получит около 1\u00a0500\u00a0000 тенге",
            attributes={"check_worthiness": "CFS", "normalised_text": "=HYPERLINK(“x”)\u2028вторая строка"},
            note="-1 за стиль",
        ),
        _annotation(2, "number", "1\u00a0500\u00a0000 тенге", attributes=number, origin="numbers"),
        _annotation(3, "speaker", "Әлия Қасымова", attributes={"kind": "person"}),
        _annotation(
            4,
            "claim",
            "1\u00a0500\u00a0000 тенге, заявила",
            attributes={"check_worthiness": "not given"},
            note="первая\nвторая",
        ),
        _annotation(
            5,
            "claim",
            "Пред\u00adприятие уволит треть",
            "людей\tв 2026 году",
            attributes={"check_worthiness": "UFS"},
            confidence=None,
        ),
        _annotation(6, "number", "трет", attributes={"value": -0.33}, confidence=None),
        _annotation(7, "claim", "деді әкім.\n", confidence=None),
        _annotation(8, "claim", "у входа\nМо", confidence=None),
        Relation(21, 101, ASEL, "said_by", 1, 3, _AT),
        Relation(22, 101, ASEL, "has_number", 1, 2, _AT),
        Relation(23, 101, ASEL, "same_claim", 5, 1, _AT),
        _annotation(31, "number", "1,200", article_id=103, attributes={"value": 1200, "kind": "cardinal"}),
        _annotation(32, "speaker", "Smith", article_id=103, confidence=None, attributes={"kind": "person"}),
    ]


def _of_boris() -> list[Annotation | Relation]:
    return [
        _annotation(41, "number", "37 үй", annotator=BORIS, confidence=None, attributes={"value": 37}),
        _annotation(42, "claim", "37 үй зардап шекті 😀", annotator=BORIS, confidence=None),
        Relation(43, 101, BORIS, "has_number", 42, 41, _AT),
    ]


def _suggest(session: Session) -> None:
    """An open claim by an open speaker, and a number that was rejected."""
    speaker = _suggestion(51, "speaker", "әкім", "speakers")
    claim = _suggestion(52, "claim", "зардап шекті", "claims", relations=({"type": "said_by", "to": 51},))
    number = _suggestion(53, "number", "2026", "numbers", attributes={"value": 2026})
    for suggestion in (speaker, claim, number):
        session.put_suggestions(101, {suggestion.suggester: [suggestion]})
    kept = session.project.suggestion(53)
    rejected = _suggestion(
        53,
        "number",
        "2026",
        "numbers",
        attributes={"value": 2026},
        decision=Decision.REJECTED,
        decided_by=ASEL,
        decided_at=_AT,
        seconds=2.5,
    )
    session.do("reject", [Change(kept, rejected)])


def _suggestion(suggestion_id: int, label: str, phrase: str, suggester: str, **more: object) -> Suggestion:
    fragment = anchor(TEXT, place(phrase))
    return Suggestion(suggestion_id, 101, label, fragment, 0.5, suggester, "rule", **more)  # type: ignore[arg-type]
