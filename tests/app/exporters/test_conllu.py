import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import conllu
import pytest

from app.anchor import Span, anchor
from app.annotation import Annotation
from app.article import Article, text_hash
from app.dataset import Dataset, Record, Selection
from app.exporters import export
from app.project import Project
from tests.app.exporters.hard_project import SCHEME

MISALIGNED = {6, 8}  # "трет" of "треть", and "у входа\nМо" of "Мой"

_BRACKET = re.compile(r"(\()?e(\d+)(?:\[(\d+)/(\d+)\])?(?:-([A-Za-z0-9_]+))?(\))?")
Mentions = dict[int, list[tuple[int, int]]]


def sentences(path: Path) -> list[conllu.TokenList]:
    with path.open(encoding="utf-8") as file:
        return list(conllu.parse_incr(file))


def place(token: conllu.Token) -> tuple[int, int]:
    start, end = token["misc"]["TokenRange"].split(":")
    return int(start), int(end)


def mentions(sentence: conllu.TokenList, labels: dict[int, str]) -> Mentions:
    """Read the brackets of Entity: offsets of the pieces by annotation id; fill in the labels."""
    opened: dict[tuple[str, str], int] = {}
    found: Mentions = defaultdict(list)
    for token in sentence:
        start, end = place(token)
        value = (token["misc"] or {}).get("Entity", "")
        assert _BRACKET.sub("", value) == ""
        for opening, number, piece, _, label, closing in _BRACKET.findall(value):
            if opening:
                labels[int(number)] = label
                opened[number, piece] = start
            if closing:
                found[int(number)].append((opened.pop((number, piece)), end))
    assert not opened, "every bracket is closed in its sentence"
    return found


@pytest.fixture
def read(everything: Dataset, tmp_path: Path) -> list[conllu.TokenList]:
    export(everything, "conllu", tmp_path / "out.conllu")
    return sentences(tmp_path / "out.conllu")


def test_articles_begin_where_they_say(read: list[conllu.TokenList]) -> None:
    begun = [s.metadata["newdoc id"] for s in read if "newdoc id" in s.metadata]
    assert begun == ["article-101", "article-102", "article-103"]
    assert all(s.metadata["global.Entity"] == "eid-etype" for s in read if "newdoc id" in s.metadata)
    ids = [s.metadata["sent_id"] for s in read]
    assert len(set(ids)) == len(ids) == 6
    assert ids[0] == "article-101-1"


def test_tokens_read_what_the_text_has(everything: Dataset, read: list[conllu.TokenList]) -> None:
    texts = {record.article.id: record.text for record in everything}
    for sentence in read:
        text = texts[int(sentence.metadata["sent_id"].split("-")[1])]
        assert [token["id"] for token in sentence] == list(range(1, len(sentence) + 1))
        joined = ""
        for token in sentence:
            start, end = place(token)
            assert text[start:end] == token["form"]
            joined += token["form"] + ("" if token["misc"].get("SpaceAfter") == "No" else " ")
        assert joined.rstrip(" ") == sentence.metadata["text"]


def test_overlapping_nested_and_discontinuous_annotations_are_there(
    project: Project, read: list[conllu.TokenList]
) -> None:
    labels: dict[int, str] = {}
    found: Mentions = {}
    for sentence in read:
        found |= mentions(sentence, labels)
    kept = {a.id: a for article_id in (101, 102, 103) for a in project.annotations(article_id)}
    assert kept.keys() - found.keys() == MISALIGNED
    for annotation_id, pieces in found.items():
        annotation = kept[annotation_id]
        assert labels[annotation_id] == annotation.label
        expected = [(f.start, f.end - f.quote.exact.endswith("\n")) for f in annotation.fragments]
        assert pieces == expected


def test_what_is_not_as_it_was_is_counted(everything: Dataset, tmp_path: Path) -> None:
    report = export(everything, "conllu", tmp_path / "out.conllu").losses
    assert {loss.fate.kind: loss.count for loss in report.losses} == {
        "annotations whose bounds meet no token boundary": 2,
        "annotations that begin or end with a blank": 1,
        "annotations with attributes, a note or a confidence": 8,
        "relations": 4,
        "suggestions": 3,
        "texts with several annotators": 1,
        "passages read and empty": 2,
        "assessments of articles as a whole": 3,
    }


def test_brackets_that_meet_at_one_token(tmp_path: Path) -> None:
    text = "а б в г! Д е"
    spans = [(0, 5), (4, 8), (0, 1), (4, 5), (4, 12), (0, 8)]
    annotations = tuple(
        Annotation(number, 1, "A", "claim", (anchor(text, Span(*span)),))
        for number, span in enumerate(spans, 1)
    )
    export(_dataset(text, annotations), "conllu", tmp_path / "out.conllu")
    first, second = sentences(tmp_path / "out.conllu")
    assert first[0]["misc"]["Entity"] == "(e6-claim(e1-claim(e3-claim)"
    assert first[2]["misc"]["Entity"] == "e1)(e2-claim(e5-claim(e4-claim)"
    assert mentions(first, {})[5] == [(4, 8)]
    assert mentions(second, {}) == {5: [(9, 12)]}


def test_a_token_that_looks_like_an_empty_column_or_a_comment(tmp_path: Path) -> None:
    export(_dataset("# _ в\tсети", ()), "conllu", tmp_path / "out.conllu")
    (sentence,) = sentences(tmp_path / "out.conllu")
    assert [token["form"] for token in sentence] == ["#", "_", "в", "сети"]


def test_an_article_of_blanks_is_left_out_and_counted(tmp_path: Path) -> None:
    report = export(_dataset(" \n\t ", ()), "conllu", tmp_path / "out.conllu").losses
    assert [(loss.fate.kind, loss.fate.lost) for loss in report.losses] == [("texts without a token", True)]
    assert sentences(tmp_path / "out.conllu") == []


def _dataset(text: str, annotations: tuple[Annotation, ...]) -> Dataset:
    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        for article_id in article_ids:
            yield Record(Article(article_id, text_hash(text), (), length=len(text)), text, annotations)

    return Dataset(SCHEME, Selection(), (1,), read)
