from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seqeval.metrics import f1_score
from seqeval.metrics.sequence_labeling import get_entities
from seqeval.scheme import BILOU, IOB2, Entities

from app.anchor import Span, anchor
from app.annotation import Annotation
from app.article import Article, text_hash
from app.dataset import Dataset, Record, Selection, select
from app.exporters import export
from app.exporters.conll import bilou, iob2
from app.project import Project
from tests.app.exporters.hard_project import FLAT_TEXT, SCHEME, TEXT

SCHEMES = {"conll": IOB2, "conll-bilou": BILOU}
Token = tuple[str, int, int, str, str]


def articles(path: Path) -> dict[str, list[list[Token]]]:
    """The sentences of each article, read as the task's own scripts do: lines split at any blank."""
    found: dict[str, list[list[Token]]] = {}
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines()]
        if rows and rows[0][0] == "-DOCSTART-":
            sentences = found.setdefault(rows[0][1], [])
        elif rows:
            sentences.append([(token, int(start), int(end), of, tag) for token, start, end, of, tag in rows])
    return found


def entities(sentences: list[list[Token]], scheme: Any) -> list[tuple[str, int, int, str]]:
    """What seqeval finds, in strict mode: label, start and end in code points, annotation id."""
    tags = [[token[4] for token in sentence] for sentence in sentences]
    found = []
    for number, of_sentence in enumerate(Entities(tags, scheme).entities):
        for entity in of_sentence:
            tokens = sentences[number][entity.start : entity.end]
            (owner,) = {token[3] for token in tokens}
            found.append((entity.tag, tokens[0][1], tokens[-1][2], owner))
    return found


@pytest.mark.parametrize("name", SCHEMES)
def test_seqeval_finds_what_was_annotated(everything: Dataset, tmp_path: Path, name: str) -> None:
    export(everything, name, tmp_path / "out.conll")
    read = articles(tmp_path / "out.conll")
    assert list(read) == ["article-101", "article-102", "article-103"]
    hard = [(label, TEXT[s:e], of) for label, s, e, of in entities(read["article-101"], SCHEMES[name])]
    assert hard == [
        ("claim", TEXT[38:89], "1"),
        ("speaker", "Әлия Қасымова", "3"),
        ("claim", "Пред\u00adприятие уволит треть", "5"),
        ("claim", "людей\tв 2026 году", "5"),
        ("claim", "37 үй зардап шекті 😀", "42"),
        ("claim", "деді әкім.", "7"),
    ]
    assert entities(read["article-102"], SCHEMES[name]) == []
    flat = [(label, FLAT_TEXT[s:e], of) for label, s, e, of in entities(read["article-103"], SCHEMES[name])]
    assert flat == [("number", "1,200", "31"), ("speaker", "Smith", "32")]


@pytest.mark.parametrize("name", SCHEMES)
def test_every_token_reads_what_the_text_has(everything: Dataset, tmp_path: Path, name: str) -> None:
    export(everything, name, tmp_path / "out.conll")
    texts = {f"article-{record.article.id}": record.text for record in everything}
    for article, sentences in articles(tmp_path / "out.conll").items():
        tokens = [token for sentence in sentences for token in sentence]
        assert all(texts[article][start:end] == token for token, start, end, _, _ in tokens)
        assert "".join(token[0] for token in tokens) == "".join(texts[article].split())


def test_the_two_formats_say_the_same(everything: Dataset, tmp_path: Path) -> None:
    tags = {}
    for name in SCHEMES:
        export(everything, name, tmp_path / name)
        read = articles(tmp_path / name).values()
        tags[name] = [[token[4] for token in sentence] for sentences in read for sentence in sentences]
    as_bilou = [get_entities(sentence) for sentence in _as_iob2(tags["conll-bilou"])]
    assert as_bilou == [get_entities(sentence) for sentence in tags["conll"]]
    assert f1_score(tags["conll"], _as_iob2(tags["conll-bilou"]), mode="strict", scheme=IOB2) == 1


def _as_iob2(sentences: list[list[str]]) -> list[list[str]]:
    turned = str.maketrans({"U": "B", "L": "I"})
    return [[tag[0].translate(turned) + tag[1:] for tag in sentence] for sentence in sentences]


def test_tags_of_an_entity() -> None:
    assert iob2("a", 1) == ["B-a"]
    assert iob2("a", 3) == ["B-a", "I-a", "I-a"]
    assert bilou("a", 1) == ["U-a"]
    assert bilou("a", 2) == ["B-a", "L-a"]
    assert bilou("a", 4) == ["B-a", "I-a", "I-a", "L-a"]


def test_what_is_not_as_it_was_is_counted(everything: Dataset, tmp_path: Path) -> None:
    report = export(everything, "conll", tmp_path / "out.conll").losses
    assert {loss.fate.kind: loss.count for loss in report.losses} == {
        "annotations whose bounds meet no token boundary": 2,  # "трет" of "треть", "у входа\nМо" of "Мой"
        "annotations that begin or end with a blank": 1,
        "discontinuous annotations": 1,
        "annotations that cross another": 1,
        "annotations that hold another or lie in one": 2,
        "annotations with attributes, a note or a confidence": 5,
        "relations": 4,
        "suggestions": 3,
        "texts with several annotators": 1,
        "passages read and empty": 2,
        "assessments of articles as a whole": 3,
    }
    assert report.lossy


def test_one_label_at_a_time_keeps_what_lies_in_others(project: Project, tmp_path: Path) -> None:
    export(select(project, Selection(labels=("number",))), "conll", tmp_path / "out.conll")
    found = entities(articles(tmp_path / "out.conll")["article-101"], IOB2)
    assert [TEXT[start:end] for _, start, end, _ in found] == ["1\u00a0500\u00a0000 тенге", "37 үй"]


def test_an_annotation_over_two_sentences_is_two_entities_with_one_id(tmp_path: Path) -> None:
    text = "Цены выросли. Потом упали. Всё."
    whole = Annotation(7, 1, "A", "claim", (anchor(text, Span(5, 25)),))
    report = export(_dataset(text, (whole,)), "conll", tmp_path / "out.conll")
    found = entities(articles(tmp_path / "out.conll")["article-1"], IOB2)
    assert [(text[start:end], of) for _, start, end, of in found] == [("выросли.", "7"), ("Потом упали", "7")]
    assert [(loss.fate.kind, loss.count) for loss in report.losses.losses] == [
        ("annotations over the end of a sentence", 1)
    ]


def test_neighbours_of_one_label_stay_two(tmp_path: Path) -> None:
    text = "Иван Пётр"
    marks = (Span(0, 4), Span(5, 9))
    pair = tuple(Annotation(n, 1, "A", "speaker", (anchor(text, span),)) for n, span in enumerate(marks, 1))
    export(_dataset(text, pair), "conll", tmp_path / "out.conll")
    assert len(entities(articles(tmp_path / "out.conll")["article-1"], IOB2)) == 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)), min_size=1, max_size=8))
def test_no_entity_is_ever_moved(
    tmp_path_factory: pytest.TempPathFactory, places: list[tuple[int, int]]
) -> None:
    spans = [Span(start, min(start + length, len(TEXT))) for start, length in places]
    annotations = tuple(
        Annotation(number, 1, "A", "claim", (anchor(TEXT, span),)) for number, span in enumerate(spans, 1)
    )
    out = tmp_path_factory.mktemp("moved") / "out.conll"
    report = export(_dataset(TEXT, annotations), "conll", out).losses
    found: dict[int, list[tuple[int, int]]] = {}
    for _, start, end, owner in entities(articles(out)["article-1"], IOB2):
        found.setdefault(int(owner), []).append((start, end))
    for number, pieces in found.items():
        span = spans[number - 1]
        got = "".join("".join(TEXT[start:end].split()) for start, end in pieces)
        assert got == "".join(TEXT[span.start : span.end].split())
        assert span.start <= pieces[0][0] < pieces[-1][1] <= span.end
    lost = sum(loss.count for loss in report.losses if loss.fate.lost)
    assert len(found) + lost == len(spans)


def _dataset(text: str, annotations: tuple[Annotation, ...]) -> Dataset:
    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        for article_id in article_ids:
            yield Record(Article(article_id, text_hash(text), (), length=len(text)), text, annotations)

    return Dataset(SCHEME, Selection(), (1,), read)
