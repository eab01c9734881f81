"""What claims have beside their extent: order, scores, rules, indices of attributions and numbers."""

import tomllib
from pathlib import Path

import pytest

from app.suggesters import numbers
from app.suggesters.attribution import Attribution
from app.suggesters.claims import ClaimFound, claims, model, ranked
from app.suggesters.claims.proposing import proposals
from app.suggesters.mention import Mention
from tests.app.suggesters.claims.marked import read

ARTICLE = """
Акимат пообещал построить водопровод за два года

Степные вести
<Аким> сообщил, что {водопровод длиной 46 километров построят до 2027 года}. На это выделили 3,5 млрд тенге.
Вид на посёлок. Фото: Анна Светлова.
«{Колодец вырыли на глубину 90 метров. Мы очень надеемся на лучшее}», – говорит <жительница Раиса Ким>.
Читайте также: Водопровод построили за 12 дней.
"""


def found(marked: str, language: str = "ru", mentions: list[Mention] | None = None) -> list[ClaimFound]:
    text, attributions = read(marked)
    return claims(text, language, attributions, mentions or [], numbers.suggest(text, language))


def test_claims_of_an_article_come_in_order_with_speaker_and_numbers() -> None:
    text, attributions = read(ARTICLE)
    counted = numbers.suggest(text, "ru")
    got = [
        (
            [text[start:end] for start, end in claim.fragments],
            claim.attribution,
            [counted[index].text for index in claim.numbers],
        )
        for claim in claims(text, "ru", attributions, [], counted)
    ]
    assert got == [
        (["водопровод длиной 46 километров построят до 2027 года"], 0, ["46 километров", "2027 года"]),
        (["На это выделили 3,5 млрд тенге"], 0, ["3,5 млрд тенге"]),
        (["Колодец вырыли на глубину 90 метров"], 1, ["90 метров"]),
    ]


def test_every_claim_lies_in_the_text_and_reaches_the_threshold() -> None:
    text, attributions = read(ARTICLE)
    for claim in claims(text, "ru", attributions, [], numbers.suggest(text, "ru")):
        assert all(0 <= start < end <= len(text) for start, end in claim.fragments)
        assert model.threshold() <= claim.score <= 1


def test_what_is_ranked_includes_what_is_below_the_threshold() -> None:
    text, attributions = read(ARTICLE)
    counted = numbers.suggest(text, "ru")
    below = [
        text[slice(*claim.fragments[0])]
        for claim in ranked(text, "ru", attributions, [], counted)
        if claim not in claims(text, "ru", attributions, [], counted)
    ]
    assert below == ["Мы очень надеемся на лучшее"]


def test_the_rule_names_the_weightiest_features_first() -> None:
    (claim,) = found("<Врач> отметила, что {число обращений выросло на 40 процентов}.")
    assert claim.rule.startswith("content: number + ")
    assert "comparison" in claim.rule


def test_a_name_inside_makes_it_likelier() -> None:
    marked = "<Она> рассказала, что {завод принадлежит Асету Ахметову}."
    text, attributions = read(marked)
    start = text.index("Асету")
    name = Mention("person", start, start + len("Асету Ахметову"), 0.9, "given", "Асет Ахметов")
    post = Mention("position", start, start + len("Асету Ахметову"), 0.9, "given")
    plain, named, titled = (
        ranked(text, "ru", attributions, mentions, [])[0].score for mentions in ([], [name], [post])
    )
    assert plain == titled < named


def test_the_quote_type_is_that_of_the_attribution_and_indirect_for_the_outlet() -> None:
    (quoted,) = found("«{Запасов хватит на 40 дней}», – заверил <директор>.")
    (own,) = found("Запасов угля хватит на 40 дней.")
    assert (quoted.attributes["quote_type"], own.attributes["quote_type"]) == ("direct", "indirect")


def test_a_mixed_quotation_keeps_its_mark_at_the_end() -> None:
    text = "Он назвал проект «самой дорогой стройкой 2024 года»."
    start = text.index("проект")
    attribution = Attribution(((start, len(text) - 2),), "mixed", "asserted", 0.9, "given")
    (claim,) = claims(text, "ru", [attribution], [], numbers.suggest(text, "ru"))
    assert text[slice(*claim.fragments[0])] == "проект «самой дорогой стройкой 2024 года»"


@pytest.mark.parametrize("text", ["", "\n\n", "…", "«»", "12", "\u00a0", "– ", "(", '"', "?!"])
def test_nothing_comes_of_nothing(text: str) -> None:
    assert claims(text, "", [], [], []) == []


def test_a_content_of_marks_alone_is_no_claim() -> None:
    text = "Он сказал: «…»."
    at = text.index("…")
    assert (
        claims(text, "ru", [Attribution(((at, at + 1),), "direct", "asserted", 0.9, "given")], [], []) == []
    )


def test_an_unknown_language_is_told_by_the_letters() -> None:
    for line in (
        "В бюджете заложили 2 млрд рублей на новый роддом.",
        "Құрылысқа республикалық бюджеттен 9,4 млрд теңге бөлінген.",
        "The reservoir holds 38 billion litres when full.",
    ):
        assert len(found(line, "")) == 1


def test_every_weight_is_explained() -> None:
    file = Path(model.__file__).parent / "weights.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    weights = {name: row for name, row in table.items() if name != "threshold"}
    assert all(row["why"].endswith(".") and -5 < row["weight"] < 5 for row in weights.values())


def test_a_feature_without_a_weight_is_refused() -> None:
    with pytest.raises(KeyError):
        model.score({"weather": 1.0})


def test_a_sentence_that_tells_of_saying_is_not_the_speaker_s_before_it() -> None:
    (claim, other) = found(
        "По словам <акима>, {село газифицировано на 80 процентов}. В мэрии назвали эти 80 процентов ложью."
    )
    assert (claim.attribution, other.attribution) == (0, None)


def test_the_name_of_the_speaker_inside_the_quotation_is_none_of_the_claim_s() -> None:
    text, attributions = read("«{Уровень воды}, – сказал <Асет Ахметов>, – {+снизился на три метра}».")
    start = text.index("Асет")
    name = Mention("person", start, start + len("Асет Ахметов"), 0.9, "given")
    counted = numbers.suggest(text, "ru")
    with_name, without = (ranked(text, "ru", attributions, names, counted)[0].score for names in ([name], []))
    assert with_name == without


def test_a_claim_of_two_fragments_is_proposed_from_first_to_last() -> None:
    text, attributions = read("«{Уровень воды}, – сказал <Асет Ахметов>, – {+снизился на три метра}».")
    counted = numbers.suggest(text, "ru")
    found = claims(text, "ru", attributions, [], counted)
    (proposal,) = proposals(text, found, {0: 7}, {0: 8}, [5])
    assert proposal.text == text[proposal.start : proposal.end]
    assert proposal.text == "Уровень воды, – сказал Асет Ахметов, – снизился на три метра"
    assert proposal.relations == (
        {"type": "said_by", "to": 7},
        {"type": "cued_by", "to": 8},
        {"type": "has_number", "to": 5},
    )


def test_a_claim_of_nobody_has_no_speaker() -> None:
    text = "В бюджете заложили 2 млрд рублей на новый роддом."
    found = claims(text, "ru", [], [], numbers.suggest(text, "ru"))
    (proposal,) = proposals(text, found, {}, {}, [0])
    assert proposal.relations == ({"type": "has_number", "to": 0},)
