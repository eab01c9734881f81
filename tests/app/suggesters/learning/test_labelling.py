"""Marks as tags and back, labels in layers, and the tokens they are of."""

from app.suggesters.learning.examples import Mark, TrainingArticle
from app.suggesters.learning.features import featured, tokens_by_sentence
from app.suggesters.learning.labelling import layers, longest, read_off, tagged

TEXT = "Аким сказал: «Построим 12 000 км дорог». Все рады."


def mark(label: str, words: str) -> Mark:
    start = TEXT.index(words)
    return Mark(label, start, start + len(words))


def test_every_sign_is_a_token_of_one_sentence() -> None:
    first, second = tokens_by_sentence(TEXT)
    assert [TEXT[start:end] for start, end in first] == [
        *("Аким", "сказал", ":", "«", "Построим", "12 000", "км", "дорог", "»", ".")
    ]
    assert [TEXT[start:end] for start, end in second] == ["Все", "рады", "."]
    assert list(tokens_by_sentence("")) == []


def test_tags_lead_back_to_the_marks() -> None:
    marks = [mark("speaker", "Аким"), mark("number", "12 000 км"), mark("claim", "Все рады")]
    first, second = tokens_by_sentence(TEXT)
    tags = tagged(first, marks)
    assert tags == ["B-speaker", "O", "O", "O", "O", "B-number", "I-number", "O", "O", "O"]
    found = [found for bounds in (first, second) for found, _ in read_off(bounds, tagged(bounds, marks))]
    assert found == marks


def test_two_of_one_label_side_by_side_stay_two() -> None:
    first, _ = tokens_by_sentence(TEXT)
    marks = [mark("number", "12 000"), mark("number", "км")]
    assert [found for found, _ in read_off(first, tagged(first, marks))] == marks


def test_what_goes_on_without_a_beginning_begins() -> None:
    _, second = tokens_by_sentence(TEXT)
    found = list(read_off(second, ["I-claim", "I-speaker", "O"]))
    assert [(found_.label, list(tokens)) for found_, tokens in found] == [("claim", [0]), ("speaker", [1])]


def test_a_mark_within_a_word_is_learned_as_the_word() -> None:
    _, second = tokens_by_sentence(TEXT)
    inner = Mark("claim", TEXT.index("рады") + 1, TEXT.index("рады") + 3)
    assert tagged(second, [inner]) == ["O", "B-claim", "O"]


def test_of_marks_on_each_other_the_longest_is_kept() -> None:
    marks = [mark("claim", "Построим"), mark("claim", "Построим 12 000 км дорог"), mark("number", "12 000")]
    assert longest(marks, ("claim",)) == [marks[1]]
    assert longest(marks, ("number",)) == [marks[2]]
    assert longest(marks, ("claim", "number")) == [marks[1]]


def test_labels_on_each_other_are_learned_apart() -> None:
    marks = (mark("claim", "Построим 12 000 км дорог"), mark("number", "12 000"), mark("speaker", "Аким"))
    assert layers([TrainingArticle(TEXT, "ru", marks)]) == (("claim", "speaker"), ("number",))
    assert layers([]) == ()


def test_labels_that_hardly_ever_meet_are_learned_together() -> None:
    apart = TrainingArticle(TEXT, "ru", (mark("claim", "Все рады"), mark("number", "12 000")))
    meeting = TrainingArticle(TEXT, "ru", (mark("claim", "Построим 12 000 км"), mark("number", "12 000")))
    assert layers([apart] * 30 + [meeting]) == (("claim", "number"),)
    assert layers([apart] * 10 + [meeting]) == (("claim",), ("number",))


def test_features_tell_quotes_clauses_and_neighbours() -> None:
    (bounds, of_tokens), _ = featured(TEXT)
    by_word = {TEXT[start:end]: told for (start, end), told in zip(bounds, of_tokens, strict=True)}
    assert "quoted" in by_word["дорог"] and "quoted" not in by_word["сказал"]
    assert "with number" in by_word["Аким"] and "first" in by_word["Аким"]
    assert "c=сказа" in by_word["Аким"] and "c=дорог" in by_word["Построим"]
    assert "-w=построим" in by_word["12 000"] and "h=d d" in by_word["12 000"]


def test_an_unclosed_quote_ends_with_its_line() -> None:
    first, second = featured("«Открыли и забыли.\nДождь идёт.")
    assert all("quoted" in told for told in first[1])
    assert not any("quoted" in told for told in second[1])
