"""Proposals become suggestions of an article: anchored, with ids, their relations led to ids."""

import pytest

from app.anchor import holds
from app.suggesters import to_suggestions
from app.suggesters.numbers import suggest
from app.suggestion import Decision, Proposal

TEXT = "Камеры хранят записи 30 дней, а всего их около 30 тыс."


def test_numbers_are_anchored_and_open() -> None:
    suggestions = to_suggestions(7, TEXT, suggest(TEXT, "ru"))
    assert [s.text for s in suggestions] == ["30 дней", "30 тыс."]
    assert all(holds(TEXT, s.fragment) for s in suggestions)
    assert {s.article_id for s in suggestions} == {7}
    assert {s.decision for s in suggestions} == {Decision.OPEN}
    assert len({s.id for s in suggestions}) == 2
    assert suggestions[0].fragment.quote.prefix.endswith("записи ")


def proposal(start: int, end: int, relations: tuple[dict[str, object], ...] = ()) -> Proposal:
    return Proposal("claim", start, end, TEXT[start:end], 0.5, "test", relations=relations)


def test_relations_lead_to_ids() -> None:
    first, second = to_suggestions(
        1, TEXT, [proposal(0, 6, ({"type": "has_number", "to": 1},)), proposal(21, 23)]
    )
    assert first.relations == ({"type": "has_number", "to": second.id},)
    assert second.relations == ()


@pytest.mark.parametrize("to", [2, -1, "1"])
def test_a_relation_to_nowhere_is_refused(to: object) -> None:
    with pytest.raises(IndexError):
        to_suggestions(1, TEXT, [proposal(0, 6, ({"type": "said_by", "to": to},)), proposal(21, 23)])


def test_a_proposal_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="ends after the text"):
        to_suggestions(1, TEXT, [Proposal("number", 0, len(TEXT) + 1, TEXT, 0.5, "test")])


def test_no_proposals_no_suggestions() -> None:
    assert to_suggestions(1, "", suggest("", "ru")) == []
