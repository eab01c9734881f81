"""The sequence model: it learns what was marked, says how sure it is, and keeps quiet where it is bad."""

import random
from dataclasses import replace

import pytest

from app.anchor import Span
from app.suggesters.learning.examples import Mark, TrainingArticle
from app.suggesters.learning.model import Model, train
from app.suggesters.learning.scores import Score, Scores
from app.suggesters.learning.scoring import cross_validate
from tests.app.suggesters.learning.articles import article


def proposed(model: Model, text: str, language: str = "ru") -> set[tuple[str, str]]:
    proposals = model.suggest(text, language)
    assert all(text[p.start : p.end] == p.text and 0.5 <= p.score <= 1 for p in proposals)
    assert [p.start for p in proposals] == sorted(p.start for p in proposals)
    return {(p.label, p.text) for p in proposals}


@pytest.mark.parametrize(
    ("language", "text", "speaker", "claim"),
    [
        (
            "ru",
            "По словам Рената Иглина, в городе построят 7 школ.",
            "Рената Иглина",
            "в городе построят 7 школ",
        ),
        (
            "kk",
            "Қалада 7 мектеп салынады, – деді Ренат Иглин жиында.",
            "Ренат Иглин",
            "Қалада 7 мектеп салынады",
        ),
        (
            "en",
            "According to Rena Iglin, the city will build 7 schools.",
            "Rena Iglin",
            "the city will build 7 schools",
        ),
    ],
)
def test_it_learns_names_it_has_not_seen(language: str, text: str, speaker: str, claim: str) -> None:
    model = train([article(seed, language) for seed in range(12)])
    assert proposed(model, text, language) == {("speaker", speaker), ("claim", claim), ("number", "7")}


def test_names_that_say_nothing_are_left_alone() -> None:
    model = train([article(seed) for seed in range(12)])
    assert proposed(model, "Жители вышли на улицу Абая. Играл оркестр Астаны.") == set()


def test_labels_that_annotators_invented_are_learned() -> None:
    articles = [article(seed) for seed in range(12)]
    renamed = [
        replace(
            a,
            marks=tuple(
                Mark("x_" + m.label if m.label == "speaker" else m.label, m.start, m.end) for m in a.marks
            ),
        )
        for a in articles
    ]
    assert ("x_speaker", "Рената Иглина") in proposed(
        train(renamed), "По словам Рената Иглина, камер стало на 3 больше."
    )


def test_of_marks_of_one_label_on_each_other_the_longest_is_learned() -> None:
    def with_inner(a: TrainingArticle) -> TrainingArticle:
        inner = [Mark("claim", m.start, m.start + 5) for m in a.marks if m.label == "claim"]
        return replace(a, marks=(*a.marks, *inner))

    model = train([with_inner(article(seed)) for seed in range(12)])
    found = proposed(model, "По словам Рената Иглина, в городе построят 7 школ.")
    assert ("claim", "в городе построят 7 школ") in found


def test_what_was_rejected_is_not_proposed_again() -> None:
    text = "По словам Рената Иглина, в городе построят 7 школ."
    speaker = ("speaker", "Рената Иглина")
    articles = [article(seed) for seed in range(12)]
    assert speaker in proposed(train(articles), text)
    start = text.index(speaker[1])
    refusing = TrainingArticle(text, "ru", (), (Mark("speaker", start, start + len(speaker[1])),))
    assert speaker not in proposed(train([*articles, refusing, refusing, refusing]), text)


def test_what_was_not_read_teaches_nothing() -> None:
    unread = [replace(article(seed), marks=(), read=()) for seed in range(100, 130)]
    known = [article(seed) for seed in range(12)]
    assert train(known).fields == train([*known, *unread]).fields
    assert train(known).fields != train([*known, *(replace(a, read=(Span(0, 90),)) for a in unread)]).fields


@pytest.mark.parametrize(
    "articles", [[], [replace(article(1), marks=())], [replace(article(1), read=(), marks=())]]
)
def test_without_marks_nothing_is_proposed(articles: list[TrainingArticle]) -> None:
    model = train(articles)
    assert proposed(model, article(3).text) == set()


def test_few_examples_are_not_enough() -> None:
    few = [article(1), article(2)]
    model = train(few)
    assert model.quiet == {"speaker", "claim", "number"}
    assert proposed(model, few[0].text) == set()


def test_a_label_that_cannot_be_learned_is_scored_low_and_kept_quiet() -> None:
    chance = random.Random(4)

    def with_noise(a: TrainingArticle) -> TrainingArticle:
        starts = [
            at for at in range(len(a.text)) if a.text[at].isalpha() and (at == 0 or a.text[at - 1] == " ")
        ]
        noise = [Mark("noise", at, at + 3) for at in chance.sample(starts, 4)]
        return replace(a, marks=(*a.marks, *noise))

    articles = [with_noise(article(seed)) for seed in range(15)]
    scores = cross_validate(articles)
    assert scores.labels["speaker"].f1 > 0.8
    assert scores.labels["noise"].f1 < 0.3
    assert scores.articles == 15
    model = train(articles, scores)
    assert model.quiet == {"noise"}
    assert {label for label, _ in proposed(model, article(77).text)} == {"speaker", "claim", "number"}


def test_scores_count_every_mark_once() -> None:
    scores = cross_validate([article(seed) for seed in range(10)])
    marks = sum(len(article(seed).marks) for seed in range(10))
    assert scores.total.marked == marks == sum(score.marked for score in scores.labels.values())
    assert 0.7 < scores.total.f1 <= 1


def test_the_same_text_is_never_both_learned_and_scored() -> None:
    assert cross_validate([article(1)] * 6) == Scores(articles=1)
    with pytest.raises(ValueError, match="2 folds"):
        cross_validate([], folds=1)


def test_precision_recall_and_f1() -> None:
    score = Score(correct=6, proposed=8, marked=12)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, 0.6)
    empty = Score(0, 0, 0)
    assert (empty.precision, empty.recall, empty.f1) == (0, 0, 0)


def test_learning_is_the_same_every_time() -> None:
    articles = [article(seed) for seed in range(6)]
    assert train(articles) == train(articles)


@pytest.mark.parametrize("text", ["", "\n\n", "...", "😀", "«", "а" * 5_000, '"' * 50])
def test_odd_texts_do_no_harm(text: str) -> None:
    model = train([article(seed) for seed in range(4)])
    assert model.suggest(text, "") == []
    assert model.suggest(f"{text} По словам {text}", "kk") is not None


def test_scoring_stops_when_it_is_not_wanted_any_more() -> None:
    calls: list[int] = []

    def stop_at_the_second() -> None:
        calls.append(1)
        if len(calls) == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        cross_validate([article(seed) for seed in range(6)], check=stop_at_the_second)
    assert len(calls) == 2
