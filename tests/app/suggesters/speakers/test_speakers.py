"""What holds for every text: spans, order, proposals; what goes on over sentences and paragraphs."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.suggesters.attribution import Attribution, Source
from app.suggesters.mention import Mention
from app.suggesters.speakers import attributions, proposals
from tests.app.suggesters.speakers.marked import read

SEED = Path(__file__).parents[5] / "shared" / "data" / "articles" / "seed"

PIECES = st.sampled_from(
    [
        "Министр заявил, что ",
        "цены вырастут на 5 %",
        "«Мы готовы",
        "»",
        '"',
        ", – сказал он",
        ", сообщили в мэрии",
        ". ",
        "\n",
        "– ",
        "По словам экспертов, ",
        "как пишет ТАСС, ",
        "said the mayor",
        "According to ",
        "деп хабарлады ",
        "Министрдің айтуынша, ",
        "что ",
        "о том, ",
        ":",
        ", добавив, что ",
        "В ",
        "(",
        "„",
        "“",
    ]
)


def said(text: str, language: str = "ru", marked: bool = True) -> list[Attribution]:
    plain, mentions = read(text) if marked else (text, [])
    return attributions(plain, language, mentions)


@settings(deadline=None, max_examples=150)
@example(
    [
        ", – сказал он",
        "цены вырастут на 5 %",
        "«Мы готовы",
        "„",
        "Министр заявил, что ",
        "“",
        ", добавив, что ",
        "Министр заявил, что ",
    ],
    "ru",
)
@given(st.lists(PIECES, max_size=14), st.sampled_from(["ru", "kk", "en", ""]))
def test_spans_lie_in_the_text_and_in_order(pieces: list[str], language: str) -> None:
    text = "".join(pieces)
    found = attributions(text, language, [])
    assert found == sorted(found, key=lambda attribution: attribution.content[0])
    for attribution in found:
        spans = list(attribution.content)
        assert spans == sorted(spans)
        spans += [attribution.cue] if attribution.cue else []
        spans += [(attribution.source.start, attribution.source.end)] if attribution.source else []
        for start, end in spans:
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
        assert 0 < attribution.score <= 1


def test_a_pronoun_means_whoever_spoke_last_and_agrees_with_it() -> None:
    found = said(
        "{Анна Белова} сказала, что дом продан. {Пётр Зуев} ответил, что нет. Она повторила, что да."
    )
    assert [attribution.source and attribution.source.name for attribution in found] == [
        "Анна Белова",
        "Пётр Зуев",
        "Анна Белова",
    ]


def test_a_family_name_gets_the_whole_name_wherever_it_stands() -> None:
    found = said("{Зуев} сказал, что дом продан. Раньше {Пётр Зуев} отметил, что дом стоит.")
    assert {attribution.source.name for attribution in found if attribution.source} == {"Пётр Зуев"}


def test_the_sentence_before_is_what_об_этом_means() -> None:
    text = "Мост закроют в мае. Об этом сообщила пресс-служба мэрии."
    (found,) = said(text)
    assert text[slice(*found.content[0])] == "Мост закроют в мае"


def test_a_quotation_may_stand_in_the_paragraph_behind_the_colon() -> None:
    text = "Подрядчик Олег Сизов сказал:\n«Мост откроют осенью»."
    (found,) = attributions(text, "ru", [Mention("person", 10, 20, 1.0, "case", "Олег Сизов")])
    assert found.source == Source(10, 20, "person", "named", "Олег Сизов", "подрядчик")
    assert text[slice(*found.content[0])] == "Мост откроют осенью"


def test_the_next_sentence_is_taken_for_the_same_speakers_with_little_score() -> None:
    first, second = said("Врачи сказали, что прививка безопасна. Осложнений за год не было ни одного.")
    assert first.source == second.source
    assert second.score < 0.5 < first.score
    assert second.cue is None


def test_the_next_paragraph_is_not() -> None:
    assert len(said("Врачи сказали, что прививка безопасна.\nОсложнений за год не было ни одного.")) == 1


def test_a_quotation_over_two_paragraphs_is_one_whoever_is_named_where() -> None:
    text = "«Мост закрыли в мае.\n«Откроют его осенью», – сказал подрядчик."
    (found,) = said(text, marked=False)
    assert [text[slice(*span)] for span in found.content] == ["Мост закрыли в мае", "Откроют его осенью"]
    text = "Подрядчик сказал: «Мост закрыли в мае.\n«Откроют его осенью»."
    first, second = said(text, marked=False)
    assert first.source == second.source
    assert text[slice(*second.content[0])] == "Откроют его осенью"


def test_the_letters_tell_the_language_where_it_is_not_known() -> None:
    assert said("The mayor said that the bridge is closed.", "")
    assert said("Министр заявил, что мост закрыт.", "")
    assert said("Мамандардың пікірінше, көпір жабылады.", "")


def test_each_speaker_and_cue_is_proposed_once_with_what_is_known_of_them() -> None:
    text, mentions = read(
        "Глава [ВОЗ] {Ян Лю} сказал, что вспышка не закончилась, и добавил, что вакцин мало."
    )
    found = proposals(attributions(text, "ru", mentions), text)
    assert [(proposal.label, proposal.text) for proposal in found] == [
        ("speaker", "Ян Лю"),
        ("cue", "сказал"),
        ("cue", "добавил"),
    ]
    assert found[0].attributes == {
        "canonical_name": "Ян Лю",
        "role": "глава",
        "organisation": "ВОЗ",
        "kind": "person",
        "mention": "named",
    }


@pytest.mark.skipif(
    not SEED.is_dir(), reason="the seed article lies beside the checkout only where it was given"
)
def test_the_seed_article_has_a_source_for_each_statement_that_has_one() -> None:
    (path,) = SEED.glob("*.txt")
    text = path.read_text(encoding="utf-8")
    found = attributions(text, "ru", [])
    kinds = [attribution.source.kind if attribution.source else None for attribution in found]
    assert len(found) >= 11
    assert kinds.count(None) == 1
    assert "person" in kinds and kinds.count("group") == 4
    assert not any(text[a.source.start : a.source.end].startswith("Скриншот") for a in found if a.source)
    assert sum(attribution.quote_type == "direct" for attribution in found) == 2
    assert sum(attribution.epistemic == "reported_rumour" for attribution in found) == 3
