"""What all engines say of a text together, and how it is kept: each engine's answer in place of its last."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import resources
import storage
from app.anchor import Span, anchor
from app.article import Role
from app.commands import accept, add_articles, annotate, reject, set_role
from app.ids import new_id
from app.replacing import replace
from app.scheme import parse_scheme
from app.session import Session
from app.suggesters import ENGINES, LEARNED, suggest
from app.suggesters.store import store, store_suggestions
from app.suggestion import Proposal, Suggestion
from tests.app.commands.conftest import page

TEXT = "Министр Иван Петров сообщил, что в городе работают 30 тыс. камер."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    project = storage.create_project(tmp_path / "p.pressmark", parse_scheme(resources.scheme()))
    try:
        yield Session(project, "Асель")
    finally:
        project.close()


@pytest.fixture
def article(session: Session) -> int:
    added = add_articles(session.project, [page()], session.stamp())
    session.do("add_articles", added.changes, added.contents)
    return added.article_ids[0]


def test_each_engine_names_itself_and_its_labels() -> None:
    found = suggest(TEXT, "ru")
    assert {proposal.suggester for proposal in found} == set(ENGINES)
    assert all(proposal.label in ENGINES[proposal.suggester] for proposal in found)
    assert not set(LEARNED) & set(ENGINES)


def test_only_the_labels_asked_for_are_answered_and_no_relation_leads_out() -> None:
    assert [p.label for p in suggest(TEXT, "ru", labels=["number"])] == ["number"]
    assert suggest(TEXT, "ru", labels=[]) == []
    assert suggest("30 дней", "ru", labels=["speaker"]) == []
    (claim,) = suggest(TEXT, "ru", labels=["claim"])
    assert claim.relations == ()
    found = suggest(TEXT, "ru", labels=["claim", "number"])
    (relation,) = next(proposal for proposal in found if proposal.label == "claim").relations
    at = relation["to"]
    assert relation["type"] == "has_number"
    assert isinstance(at, int) and found[at].text == "30 тыс."


@pytest.mark.parametrize("language", ["ru", "kk", "en", "", "de"])
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "«",
        "«»“”",
        "– – –",
        "30",
        "Иван",
        "\u200d",
        "\u00ad.",
        ")\u0301деді якобы",
        "1\n" * 50,
        "\U0001f6a2" * 9,
    ],
)
def test_strange_texts_are_survived(language: str, text: str) -> None:
    for proposal in suggest(text, language):
        assert text[proposal.start : proposal.end] == proposal.text != ""


def test_relations_hold_across_engines_when_computed_again(session: Session, article: int) -> None:
    text = session.project.text(article)
    start = text.index("30 дней")
    number = Proposal("number", start, start + 7, "30 дней", 0.9, "numbers")
    claim = Proposal("claim", start - 8, start + 7, text[start - 8 : start + 7], 0.8, "claims")
    first = [replace(claim, relations=({"type": "has_number", "to": 1},)), number]
    for _ in range(2):
        assert store_suggestions(session, article, text, first) == 2
        (said, kept) = session.project.suggestions(article)
        assert said.relations == ({"type": "has_number", "to": kept.id},)
    session.do("reject", reject(session.project, kept.id, session.stamp()))
    store_suggestions(session, article, text, first)
    (said,) = session.project.suggestions(article)
    assert said.relations == ({"type": "has_number", "to": kept.id},)
    session.do("accept", accept(session.project, said.id, session.stamp()))
    assert session.project.relations(article) == []


def test_nothing_is_suggested_in_page_furniture(session: Session, article: int) -> None:
    text = session.project.text(article)
    found = [proposal for proposal in suggest(text, "ru") if proposal.label == "number"]
    index, block = next(
        (index, block)
        for index, block in enumerate(session.project.article(article).blocks)
        if block.start <= found[0].start < block.end
    )
    session.do("set_role", set_role(session.project, article, [index], Role.BOILERPLATE))
    store_suggestions(session, article, text, found)
    kept = session.project.suggestions(article)
    assert kept and not any(block.start <= suggestion.start < block.end for suggestion in kept)


def test_what_is_learned_leaves_the_engines_alone(session: Session, article: int) -> None:
    text = session.project.text(article)
    store_suggestions(session, article, text, suggest(text, "ru"))
    before = session.project.suggestions(article)
    start = text.index("Записи")
    learned = Proposal("speaker", start, start + 6, "Записи", 0.7, "repeats", "marked twice")
    assert store(session, article, text, [learned], LEARNED) == 1
    after = session.project.suggestions(article)
    assert [s for s in after if s.suggester not in LEARNED] == before
    store(session, article, text, [], LEARNED)
    assert session.project.suggestions(article) == before


def test_one_suggester_cannot_put_anothers(session: Session, article: int) -> None:
    text = session.project.text(article)
    start = text.index("30 дней")
    fragment = anchor(text, Span(start, start + 7))
    made = Suggestion(new_id(), article, "number", fragment, 0.9, "claims")
    with pytest.raises(ValueError, match="only open suggestions by numbers"):
        session.put_suggestions(article, {"numbers": [made]})
    assert session.project.suggestions(article) == []


def test_what_is_marked_already_is_not_suggested_beside_and_is_what_relations_lead_to(
    session: Session, article: int
) -> None:
    """Marked by hand before the engines had read the article, and with another extent than theirs."""
    text = session.project.text(article)
    start = text.index("30 дней")
    wider = Span(start - 9, start + 7)
    session.do("annotate", annotate(session.project, article, [wider], "number", session.stamp()))
    (number,) = session.project.annotations(article)
    claim = Proposal("claim", start - 16, start + 7, text[start - 16 : start + 7], 0.8, "claims")
    found = [
        replace(claim, relations=({"type": "has_number", "to": 1},)),
        Proposal("number", start, start + 7, "30 дней", 0.9, "numbers"),
    ]
    store_suggestions(session, article, text, found)
    (said,) = session.project.suggestions(article)
    assert (said.label, said.relations) == ("claim", ({"type": "has_number", "to": number.id},))
    session.do("accept", accept(session.project, said.id, session.stamp()))
    (relation,) = session.project.relations(article)
    assert (relation.type, relation.target) == ("has_number", number.id)


def test_a_colleagues_marks_are_not_in_the_way_of_what_is_suggested(session: Session, article: int) -> None:
    text = session.project.text(article)
    start = text.index("30 дней")
    colleague = Session(session.project, "Болат")
    changes = annotate(session.project, article, [Span(start, start + 7)], "number", colleague.stamp())
    colleague.do("annotate", changes)
    found = [Proposal("number", start, start + 7, "30 дней", 0.9, "numbers")]
    assert store_suggestions(session, article, text, found) == 1
    assert store_suggestions(colleague, article, text, found) == 0


def test_what_was_rejected_does_not_come_back_a_little_longer(session: Session, article: int) -> None:
    text = session.project.text(article)
    start = text.index("30 дней")
    short = Proposal("number", start, start + 2, "30", 0.9, "numbers")
    store_suggestions(session, article, text, [short])
    (number,) = session.project.suggestions(article)
    session.do("reject", reject(session.project, number.id, session.stamp()))
    longer = replace(short, end=start + 7, text="30 дней")
    elsewhere = Proposal(
        "number", text.index("30 тыс."), text.index("30 тыс.") + 7, "30 тыс.", 0.9, "numbers"
    )
    store_suggestions(session, article, text, [elsewhere, longer])
    assert [s.text for s in session.project.suggestions(article)] == ["30 тыс."]
