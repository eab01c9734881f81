"""Every engine on one text: proposals in order, relations to the right proposals of the same answer."""

from pathlib import Path

import pytest

from app.suggesters import to_suggestions
from app.suggesters.pipeline import in_order, only, suggest_all
from app.suggestion import Proposal

TEXTS = {
    "ru": "По данным комбината, в 2022 году в воздух попало 2,9 тыс. тонн пыли. В посёлке живут люди.\n"
    "«Мы вложили в фильтры 1,8 млрд рублей», – заявил директор завода Олег Стрешнев.",
    "kk": "Әкімдіктің мәліметінше, су тасқынынан 37 үй зардап шекті.\n"
    "«Бүгінге дейін 180 отбасы өтемақысын алды», – деді аудан әкімі Серікбол Жанатаев.",
    "en": "The plant will employ 1,200 people by 2027, the company said.\n"
    "“Traffic on the bridge is down by about 20 percent,” said Marian Oldcastle, who chairs the committee.",
}
SPEAKERS = {
    "ru": ["комбината", "Олег Стрешнев"],
    "kk": ["Әкімдіктің", "Серікбол Жанатаев"],
    "en": ["the company", "Marian Oldcastle"],
}
SEED = Path(__file__).parents[4] / "shared" / "data" / "articles" / "seed" / "nur-kz-sergek.txt"


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_claims_point_to_their_speakers_and_numbers(language: str) -> None:
    text = TEXTS[language]
    answer = suggest_all(text, language)
    claims = [proposal for proposal in answer if proposal.label == "claim"]
    assert len(claims) == 2
    said_by = [targets(answer, claim, "said_by") for claim in claims]
    assert [[speaker.text for speaker in to] for to in said_by] == [[name] for name in SPEAKERS[language]]
    assert {speaker.label for to in said_by for speaker in to} == {"speaker"}
    for claim in claims:
        held = targets(answer, claim, "has_number")
        assert held
        assert all(n.label == "number" and claim.start <= n.start and n.end <= claim.end for n in held)


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_the_answer_is_sorted_and_true_to_the_text(language: str) -> None:
    text = TEXTS[language]
    answer = suggest_all(text, language)
    assert [p.start for p in answer] == sorted(p.start for p in answer)
    assert all(text[p.start : p.end] == p.text and 0 <= p.score <= 1 for p in answer)
    assert len(to_suggestions(1, text, answer)) == len(answer)


def test_nothing_comes_of_an_empty_text() -> None:
    assert suggest_all("", "ru") == []


def test_sorting_leads_relations_to_where_their_ends_went() -> None:
    late = Proposal("speaker", 20, 25, "", 0.9, "speakers")
    early = Proposal("claim", 0, 10, "", 0.9, "claims", relations=({"type": "said_by", "to": 0},))
    answer = in_order([late, early])
    assert [p.label for p in answer] == ["claim", "speaker"]
    assert answer[0].relations == ({"type": "said_by", "to": 1},)


def test_the_longer_of_two_that_begin_together_comes_first() -> None:
    short, long = Proposal("number", 0, 2, "", 0.9, "numbers"), Proposal("claim", 0, 9, "", 0.9, "claims")
    assert in_order([short, long]) == [long, short]


def test_what_is_left_out_takes_the_relations_to_it_along() -> None:
    number = Proposal("number", 0, 2, "", 0.9, "numbers")
    speaker = Proposal("speaker", 20, 25, "", 0.9, "speakers")
    claim = Proposal(
        "claim",
        0,
        10,
        "",
        0.9,
        "claims",
        relations=({"type": "said_by", "to": 1}, {"type": "has_number", "to": 0}),
    )
    kept = only([number, speaker, claim], lambda proposal: proposal.label != "number")
    assert [p.label for p in kept] == ["speaker", "claim"]
    assert kept[1].relations == ({"type": "said_by", "to": 0},)


@pytest.mark.skipif(not SEED.exists(), reason="the seed article lies beside the checkout, not in it")
def test_the_seed_article_has_about_a_dozen_claims_most_with_a_speaker() -> None:
    text = SEED.read_text(encoding="utf-8")
    answer = suggest_all(text, "ru")
    claims = [proposal for proposal in answer if proposal.label == "claim"]
    headline = text.index("Опубликовано")
    assert 10 <= len(claims) <= 16
    assert all(claim.start > headline for claim in claims)
    assert sum(bool(targets(answer, claim, "said_by")) for claim in claims) >= 9
    assert sum(bool(targets(answer, claim, "has_number")) for claim in claims) >= 2
    assert sum(claim.attributes["epistemic"] == "reported_rumour" for claim in claims) == 2


def targets(answer: list[Proposal], claim: Proposal, kind: str) -> list[Proposal]:
    places = [relation["to"] for relation in claim.relations if relation["type"] == kind]
    return [answer[place] for place in places if isinstance(place, int)]
