import json
import math
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin
from spacy.training import Corpus
from thinc.api import fix_random_seed

from app.anchor import Span, anchor
from app.annotation import Annotation
from app.article import Article, text_hash
from app.dataset import Dataset, Record, Selection, select
from app.errors import UserError
from app.exporters import export, losses, spacy_docbin
from app.project import Project
from tests.app.exporters.hard_project import EMPTY_TEXT, FLAT_TEXT, SCHEME, TEXT

MISALIGNED = {6, 8}  # "трет" of "треть", and "у входа\nМо" of "Мой"


def documents(path: Path) -> list[Doc]:
    vocab = spacy.blank("ru").vocab
    return list(DocBin().from_disk(path).get_docs(vocab))


@pytest.fixture
def docs(everything: Dataset, tmp_path: Path) -> list[Doc]:
    export(everything, "spacy", tmp_path / "out.spacy")
    return documents(tmp_path / "out.spacy")


def test_texts_come_back_whole(docs: list[Doc]) -> None:
    assert [doc.text for doc in docs] == [TEXT, EMPTY_TEXT, FLAT_TEXT]


def test_every_annotation_is_exact_or_said_to_be_missing(
    project: Project, everything: Dataset, docs: list[Doc], tmp_path: Path
) -> None:
    found: dict[int, list[tuple[str, int, int]]] = {}
    for doc in docs:
        for span in doc.spans["sc"]:
            found.setdefault(int(span.id_), []).append((span.label_, span.start_char, span.end_char))
            assert doc.text[span.start_char : span.end_char] == span.text
    kept = {a.id: a for article_id in (101, 102, 103) for a in project.annotations(article_id)}
    assert kept.keys() - found.keys() == MISALIGNED
    for annotation_id, pieces in found.items():
        annotation = kept[annotation_id]
        assert pieces == [(annotation.label, f.start, f.end) for f in annotation.fragments]
    counted = {loss.fate.kind: loss.count for loss in losses(everything, "spacy").losses}
    assert counted["annotations whose bounds meet no token boundary"] == len(MISALIGNED)
    assert counted["discontinuous annotations"] == 1
    assert counted["passages read and empty"] == 2
    assert counted["assessments of articles as a whole"] == 3
    assert counted["texts in a language that spaCy has no tokenizer for"] == 1, "Kazakh"


def test_entities_are_flat_and_the_rest_is_missing_not_outside(docs: list[Doc]) -> None:
    hard, _, flat = docs
    assert [(ent.text, ent.label_) for ent in hard.ents] == [("Әлия Қасымова", "speaker")]
    assert [(ent.text, ent.label_) for ent in flat.ents] == [("1,200", "number"), ("Smith", "speaker")]
    # ent_iob: 0 missing, 2 outside, 3 and 1 inside.
    by_text = {token.text: token.ent_iob for token in hard}
    assert by_text["заявила"] == 0
    assert by_text["треть"] == 0
    assert by_text["тенге"] == 0
    assert by_text["цены"] == 2
    assert {token.ent_iob for token in flat} == {2, 3}


def test_the_native_record_travels_with_the_document(
    everything: Dataset, docs: list[Doc], tmp_path: Path
) -> None:
    export(everything, "jsonl", tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").split("\n")[:-1]
    for doc, line in zip(docs, lines, strict=True):
        told = json.loads(json.dumps(doc.user_data["pressmark"]))  # spaCy reads lists as tuples
        assert told | {"text": doc.text} == json.loads(line)


def test_open_suggestions_have_a_group_of_their_own(
    project: Project, docs: list[Doc], tmp_path: Path
) -> None:
    assert [(s.text, s.label_) for s in docs[0].spans["pressmark_suggestions"]] == [
        ("зардап шекті", "claim"),
        ("әкім", "speaker"),
    ]
    export(select(project, Selection()), "spacy", tmp_path / "plain.spacy")
    assert all("pressmark_suggestions" not in doc.spans for doc in documents(tmp_path / "plain.spacy"))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)), min_size=1, max_size=8))
def test_no_span_is_ever_moved(
    tmp_path_factory: pytest.TempPathFactory, places: list[tuple[int, int]]
) -> None:
    spans = [Span(start, min(start + length, len(TEXT))) for start, length in places]
    annotations = tuple(
        Annotation(number, 101, "A", "claim", (anchor(TEXT, span),)) for number, span in enumerate(spans, 1)
    )
    dataset = _dataset([(TEXT, annotations)], "ru")
    out = tmp_path_factory.mktemp("moved") / "out.spacy"
    report = export(dataset, "spacy", out).losses
    (doc,) = documents(out)
    found = {int(span.id_): Span(span.start_char, span.end_char) for span in doc.spans["sc"]}
    assert all(spans[number - 1] == span for number, span in found.items())
    missing = sum(loss.count for loss in report.losses if loss.fate.lost)
    assert len(found) + missing == len(spans)
    assert {(ent.start_char, ent.end_char) for ent in doc.ents} <= {(s.start, s.end) for s in spans}


def test_many_documents_make_a_folder_that_spacy_reads_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spacy_docbin, "DOCUMENTS_A_FILE", 2)
    dataset = _dataset([(f"Статья номер {number}.", ()) for number in range(5)], "ru")
    export(dataset, "spacy", tmp_path / "out.spacy")
    files = sorted(path.name for path in (tmp_path / "out.spacy").iterdir())
    assert files == ["part-0001.spacy", "part-0002.spacy", "part-0003.spacy"]
    read = Corpus(tmp_path / "out.spacy")(spacy.blank("ru"))
    assert {example.reference.text for example in read} == {f"Статья номер {n}." for n in range(5)}


def test_a_blank_russian_pipeline_learns_from_it(tmp_path: Path) -> None:
    export(_dataset(_sentences(), "ru"), "spacy", tmp_path / "train.spacy")
    fix_random_seed(7)
    pipeline = spacy.blank("ru")
    pipeline.add_pipe("ner")
    pipeline.add_pipe("spancat")  # reads doc.spans["sc"] unless told otherwise
    examples = list(Corpus(tmp_path / "train.spacy")(pipeline))
    pipeline.initialize(lambda: examples)
    assert set(pipeline.get_pipe("ner").labels) == {"speaker", "number"}  # type: ignore[attr-defined]
    assert set(pipeline.get_pipe("spancat").labels) == {"speaker", "number"}  # type: ignore[attr-defined]
    history: list[dict[str, float]] = []
    for _ in range(20):
        told: dict[str, float] = {}
        pipeline.update(examples, losses=told)
        history.append(told)
    assert history[-1]["ner"] < history[0]["ner"] / 2
    assert history[-1]["spancat"] < history[0]["spancat"]
    learnt = pipeline("Министр Петров сообщил о 17 школах.")
    assert ("Петров", "speaker") in {(ent.text, ent.label_) for ent in learnt.ents}


def test_a_blank_russian_pipeline_takes_twenty_steps_on_the_hard_text(
    everything: Dataset, tmp_path: Path
) -> None:
    export(everything, "spacy", tmp_path / "train.spacy")
    fix_random_seed(7)
    pipeline = spacy.blank("ru")
    pipeline.add_pipe("ner")
    pipeline.add_pipe("spancat")
    examples = list(Corpus(tmp_path / "train.spacy")(pipeline))
    assert examples[0].reference.text == TEXT
    optimizer = pipeline.initialize(lambda: examples)
    optimizer.learn_rate = 0.01
    history: list[dict[str, float]] = []
    for _ in range(20):
        told: dict[str, float] = {}
        pipeline.update(examples, sgd=optimizer, losses=told)
        assert all(math.isfinite(loss) for loss in told.values())
        history.append(told)
    assert history[-1]["ner"] < history[0]["ner"]
    assert history[-1]["spancat"] < history[0]["spancat"]
    read = pipeline(TEXT)
    assert read.text == TEXT
    assert ("Әлия Қасымова", "speaker") in {(entity.text, entity.label_) for entity in read.ents}
    assert all(TEXT[span.start_char : span.end_char] == span.text for span in read.spans["sc"])


def test_without_spacy_the_line_to_install_it_is_given(
    everything: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UserError, match=r'pip install "pressmark\[spacy\]"'):
        export(everything, "spacy", tmp_path / "out.spacy")
    assert list(tmp_path.iterdir()) == []


def _dataset(articles: list[tuple[str, tuple[Annotation, ...]]], language: str) -> Dataset:
    def read(article_ids: Iterable[int]) -> Iterator[Record]:
        for article_id in article_ids:
            text, annotations = articles[article_id - 1]
            article = Article(article_id, text_hash(text), (), language=language, length=len(text))
            yield Record(article, text, annotations)

    return Dataset(SCHEME, Selection(), tuple(range(1, len(articles) + 1)), read)


def _sentences() -> list[tuple[str, tuple[Annotation, ...]]]:
    """Forty sentences with a speaker and a number; each begins with an emoji that shifts UTF-16 offsets."""
    pick = random.Random(3).choice
    made: list[Any] = []
    for article_id in range(1, 41):
        name = pick(["Иванов", "Петров", "Сидоров", "Ахметов", "Нурланов"])
        number = str(pick(range(2, 99)))
        text = f"🙂 Министр {name} {pick(['сообщил', 'рассказал', 'заявил'])} о {number} школах."
        spans = {"speaker": name, "number": number}
        made.append((text, tuple(_mark(article_id, text, *item) for item in spans.items())))
    return made


def _mark(article_id: int, text: str, label: str, phrase: str) -> Annotation:
    start = text.index(phrase)
    return Annotation(1, article_id, "A", label, (anchor(text, Span(start, start + len(phrase))),))
