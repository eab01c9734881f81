"""Every command on a real project: what it changes, what it refuses, what it leaves alone."""

import pytest

from app.anchor import Span, anchor
from app.annotation import Annotation, Relation, Status
from app.article import Role
from app.changes import Change
from app.commands import (
    accept,
    add_articles,
    annotate,
    annotate_all,
    reject,
    relabel,
    relate,
    remove,
    remove_articles,
    resize,
    set_attributes,
    set_note,
    set_role,
    set_status,
    unrelate,
)
from app.errors import NotFound, UserError
from app.ids import new_id
from app.project import ArticleQuery
from app.replacing import replace
from app.session import Session
from app.suggestion import Decision, Suggestion
from tests.app.commands.conftest import LINES, page


def place(session: Session, article: int, words: str) -> Span:
    start = session.project.text(article).index(words)
    return Span(start, start + len(words))


def mark(session: Session, article: int, words: str, label: str, **attributes: object) -> Annotation:
    spans = [place(session, article, words)]
    step = session.do(
        "annotate", annotate(session.project, article, spans, label, session.stamp(), attributes)
    )
    assert step is not None
    entity = step.changes[0].after
    assert isinstance(entity, Annotation)
    return entity


def tie(session: Session, kind: str, source: Annotation, target: Annotation) -> Relation:
    step = session.do("relate", relate(session.project, kind, source.id, target.id, session.stamp()))
    assert step is not None
    entity = step.changes[-1].after
    assert isinstance(entity, Relation)
    return entity


def propose(
    session: Session, article: int, words: str, label: str = "number", **values: object
) -> Suggestion:
    suggestion = Suggestion(
        id=new_id(),
        article_id=article,
        label="number",
        fragment=anchor(session.project.text(article), place(session, article, words)),
        score=0.9,
        suggester="numbers",
        attributes=values,
    )
    session.put_suggestions(article, {"numbers": [suggestion]})
    return suggestion


def propose_said_by(session: Session, article: int, claim: str, speaker: Annotation, kind: str) -> Suggestion:
    """A claim proposed together with its speaker."""
    suggestion = Suggestion(
        id=new_id(),
        article_id=article,
        label="claim",
        fragment=anchor(session.project.text(article), place(session, article, claim)),
        score=0.9,
        suggester="revision",
        relations=({"type": kind, "to": speaker.id},),
    )
    session.put_suggestions(article, {"revision": [suggestion]})
    return suggestion


@pytest.mark.parametrize("kind", ["said_by", "has_number", "gone"])
def test_a_proposed_relation_is_made_only_if_the_scheme_has_it(
    session: Session, article: int, kind: str
) -> None:
    """A suggestion can be older than the scheme: put back from the bin, or proposed before an edit."""
    speaker = mark(session, article, "Асета", "speaker")
    claim = propose_said_by(session, article, "общее число камер", speaker, kind)
    session.do("accept", accept(session.project, claim.id, session.stamp()))
    found = [relation.type for relation in session.project.relations(article)]
    assert found == (["said_by"] if kind == "said_by" else [])


def test_a_relation_made_by_hand_stands_beside_no_proposed_one(session: Session, article: int) -> None:
    asset, other = (mark(session, article, who, "speaker") for who in ("Асета", "Әлия Ғабитқызы"))
    claim = propose_said_by(session, article, "общее число камер", asset, "said_by")
    speaker = Suggestion(
        id=new_id(),
        article_id=article,
        label="speaker",
        fragment=anchor(session.project.text(article), place(session, article, "в компании")),
        score=0.9,
        suggester="revision",
        relations=({"type": "said_by", "from": claim.id},),
    )
    session.do("revise", [Change(None, speaker)])
    session.do("accept", accept(session.project, claim.id, session.stamp()))
    (marked,) = (a for a in session.project.annotations(article) if a.label == "claim")
    tie(session, "said_by", marked, other)
    session.do("accept", accept(session.project, speaker.id, session.stamp()))
    assert [(r.source, r.target) for r in session.project.relations(article)] == [(marked.id, other.id)]


# ------------------------------------------------------------------------------------------- articles


def test_pages_are_added_once(session: Session) -> None:
    other = page((*LINES, (Role.BODY, "Ещё абзац.")))
    added = add_articles(session.project, [page(), page(), other], session.stamp())
    session.do("add_articles", added.changes, added.contents)
    assert [p.fate for p in added.pages] == ["added", "duplicate", "added"]
    assert added.article_ids[0] == added.article_ids[1]
    again = add_articles(session.project, [page()], session.stamp())
    assert (again.changes, again.contents) == ([], [])
    assert [p.fate for p in again.pages] == ["duplicate"]
    assert again.article_ids == added.article_ids[:1]
    assert session.project.find(ArticleQuery()) == [added.article_ids[0], added.article_ids[2]]


def test_an_added_article_is_all_there(session: Session, article: int) -> None:
    stored = session.project.article(article)
    text = session.project.text(article)
    assert [text[b.start : b.end] for b in stored.blocks] == [line for _, line in LINES]
    assert session.project.original(article) == page().original
    assert stored.length == len(text)


def test_a_removed_article_comes_back_with_everything(session: Session, article: int) -> None:
    claim = mark(session, article, "Записи хранятся 30 дней", "claim")
    speaker = mark(session, article, "Асета", "speaker")
    relation = tie(session, "said_by", claim, speaker)
    propose(session, article, "30 тыс.")
    session.do("set_status", set_status(session.project, article, session.annotator, Status.DONE))
    before = session.project.article(article)
    session.do("remove_articles", remove_articles(session.project, [article]))
    assert session.project.find(ArticleQuery()) == []
    with pytest.raises(NotFound):
        session.project.article(article)
    session.undo()
    assert session.project.article(article) == before
    assert {a.id for a in session.project.annotations(article)} == {claim.id, speaker.id}
    assert session.project.relations(article) == [relation]
    assert [s.text for s in session.project.suggestions(article)] == ["30 тыс."]
    status = session.project.status(article, session.annotator)
    assert status is not None
    assert status.status is Status.DONE


def test_a_block_gets_another_role_and_says_who_gave_it(session: Session, article: int) -> None:
    session.do("set_role", set_role(session.project, article, [0], Role.BODY))
    block = session.project.article(article).blocks[0]
    assert (block.role, block.reason) == (Role.BODY, "set by hand; the import said boilerplate: test")
    assert set_role(session.project, article, [0], Role.BODY) == []
    session.do("set_role", set_role(session.project, article, [0], Role.LEAD))
    block = session.project.article(article).blocks[0]
    assert (block.role, block.reason) == (Role.LEAD, "set by hand; the import said boilerplate: test")
    session.do("set_role", set_role(session.project, article, [0], Role.BOILERPLATE))
    assert session.project.article(article).blocks[0] == page().blocks[0]
    with pytest.raises(UserError, match="has only 5 blocks"):
        set_role(session.project, article, [5], Role.BODY)


def test_a_status_is_one_annotators(session: Session, article: int) -> None:
    assert set_status(session.project, article, "Асель", Status.TODO) == []
    session.do("set_status", set_status(session.project, article, "Асель", Status.SKIPPED))
    assert session.project.status(article, "Ерлан") is None
    assert set_status(session.project, article, "Асель", Status.SKIPPED) == []


# ---------------------------------------------------------------------------------------- annotations


def test_an_annotation_carries_its_quote(session: Session, article: int) -> None:
    made = mark(session, article, "30 тыс.", "number", value=30000, modifier="APPROX", unit="camera")
    stored = session.project.annotation(made.id)
    assert stored == made
    assert stored.text == "30 тыс."
    assert session.project.text(article)[stored.start : stored.end] == "30 тыс."
    assert stored.annotator == "Асель"


def test_the_same_mark_twice_is_one(session: Session, article: int) -> None:
    mark(session, article, "Асета", "speaker")
    span = place(session, article, "Асета")
    assert annotate(session.project, article, [span], "speaker", session.stamp()) == []
    assert len(annotate(session.project, article, [span], "claim", session.stamp())) == 1


def test_fragments_are_kept_in_text_order(session: Session, article: int) -> None:
    spans = [place(session, article, "30 дней"), place(session, article, "30 тыс.")]
    session.do("annotate", annotate(session.project, article, spans, "claim", session.stamp()))
    (stored,) = session.project.annotations(article)
    assert stored.spans == tuple(sorted(spans))
    assert stored.text == "30 тыс. … 30 дней"


@pytest.mark.parametrize(
    ("label", "spans", "attributes", "sentence"),
    [
        ("rumour", [Span(0, 4)], {}, "has no label “rumour”"),
        ("claim", [], {}, "Nothing is selected"),
        ("claim", [Span(0, 4), Span(3, 6)], {}, "must not overlap"),
        ("claim", [Span(0, 100_000)], {}, "ends after the text"),
        ("claim", [Span(0, 4)], {"verdict": "maybe"}, "is one of"),
        ("number", [Span(0, 4)], {"value": "many"}, "is a number"),
        (
            "number",
            [Span(0, 4)],
            {"approximator": {"start": 0, "end": 5, "text": "около"}},
            "does not read “около” at 0",
        ),
    ],
)
def test_a_mark_that_breaks_a_rule_is_refused(
    session: Session,
    article: int,
    label: str,
    spans: list[Span],
    attributes: dict[str, object],
    sentence: str,
) -> None:
    with pytest.raises(UserError, match=sentence):
        annotate(session.project, article, spans, label, session.stamp(), attributes)
    assert session.project.annotations(article) == []


def test_attributes_are_replaced_whole_and_unset_ones_left_out(session: Session, article: int) -> None:
    made = mark(session, article, "30 дней", "number", value=30, unit="day")
    session.do("set_attributes", set_attributes(session.project, made.id, {"value": 31, "unit": ""}))
    assert session.project.annotation(made.id).attributes == {"value": 31}
    assert set_attributes(session.project, made.id, {"value": 31, "unit": None}) == []
    with pytest.raises(UserError, match="is a number"):
        set_attributes(session.project, made.id, {"value": "тридцать"})
    session.do("set_note", set_note(session.project, made.id, "проверить"))
    assert session.project.annotation(made.id).note == "проверить"
    assert set_note(session.project, made.id, "проверить") == []


def test_an_annotation_is_resized_with_a_new_quote(session: Session, article: int) -> None:
    made = mark(session, article, "30 тыс", "number", value=30000)
    session.do("resize", resize(session.project, made.id, [place(session, article, "30 тыс.")]))
    stored = session.project.annotation(made.id)
    assert (stored.text, stored.attributes, stored.id) == ("30 тыс.", {"value": 30000}, made.id)
    assert resize(session.project, made.id, [place(session, article, "30 тыс.")]) == []


def test_relabelling_keeps_what_the_new_label_knows(session: Session, article: int) -> None:
    claim = mark(session, article, "Записи хранятся 30 дней", "claim", claim_type="quantity")
    speaker = mark(session, article, "Асета", "speaker", kind="person")
    tie(session, "said_by", claim, speaker)
    session.do("relabel", relabel(session.project, claim.id, "number"))
    assert session.project.annotation(claim.id).attributes == {}
    assert session.project.relations(speaker.article_id) == []
    session.undo()
    assert session.project.annotation(claim.id) == claim
    assert len(session.project.relations(speaker.article_id)) == 1
    assert relabel(session.project, claim.id, "claim") == []


def test_removing_takes_the_relations_along_and_nothing_else(session: Session, article: int) -> None:
    first = mark(session, article, "Записи хранятся 30 дней", "claim")
    second = mark(session, article, "общее число камер – около 30 тыс.", "claim")
    speaker = mark(session, article, "Асета", "speaker")
    tie(session, "said_by", first, speaker)
    kept = tie(session, "said_by", second, speaker)
    session.do("remove", remove(session.project, [first.id]))
    assert {a.id for a in session.project.annotations(article)} == {second.id, speaker.id}
    assert session.project.relations(article) == [kept]


# ------------------------------------------------------------------------------------------ relations


def test_a_single_relation_takes_the_place_of_the_old(session: Session, article: int) -> None:
    claim = mark(session, article, "Записи хранятся 30 дней", "claim")
    first, second = (
        mark(session, article, "Асета", "speaker"),
        mark(session, article, "в компании", "speaker"),
    )
    tie(session, "said_by", claim, first)
    assert relate(session.project, "said_by", claim.id, first.id, session.stamp()) == []
    tie(session, "said_by", claim, second)
    assert [r.target for r in session.project.relations(article)] == [second.id]
    session.undo()
    assert [r.target for r in session.project.relations(article)] == [first.id]


def test_a_claim_has_as_many_numbers_as_it_likes(session: Session, article: int) -> None:
    claim = mark(session, article, "общее число камер – около 30 тыс. Записи хранятся 30 дней", "claim")
    numbers = [mark(session, article, words, "number") for words in ("30 тыс.", "30 дней")]
    for number in numbers:
        tie(session, "has_number", claim, number)
    assert {r.target for r in session.project.relations(article)} == {n.id for n in numbers}


def test_a_symmetric_relation_is_not_made_twice(session: Session, article: int) -> None:
    first = mark(session, article, "Записи хранятся 30 дней", "claim")
    second = mark(session, article, "Это неправда", "claim")
    tie(session, "contradicts", first, second)
    assert relate(session.project, "contradicts", second.id, first.id, session.stamp()) == []


def test_a_relation_the_scheme_forbids_is_refused(session: Session, article: int) -> None:
    claim, speaker = (
        mark(session, article, "Это неправда", "claim"),
        mark(session, article, "Асета", "speaker"),
    )
    with pytest.raises(UserError, match="cannot go from Speaker to Claim"):
        relate(session.project, "said_by", speaker.id, claim.id, session.stamp())
    with pytest.raises(UserError, match="two different annotations"):
        relate(session.project, "same_claim", claim.id, claim.id, session.stamp())
    with pytest.raises(UserError, match="has no relation “hates”"):
        relate(session.project, "hates", claim.id, speaker.id, session.stamp())


def test_a_relation_is_removed(session: Session, article: int) -> None:
    claim, speaker = (
        mark(session, article, "Это неправда", "claim"),
        mark(session, article, "Асета", "speaker"),
    )
    relation = tie(session, "said_by", claim, speaker)
    session.do("unrelate", unrelate(session.project, article, [relation.id]))
    assert session.project.relations(article) == []
    with pytest.raises(NotFound):
        unrelate(session.project, article, [relation.id])


# ---------------------------------------------------------------------------------------- suggestions


def test_marking_over_a_suggestion_edits_it_and_leaves_other_labels_and_places(
    session: Session, article: int
) -> None:
    number = propose(session, article, "30 тыс.", value=30000)
    wider = place(session, article, "около 30 тыс.")
    session.do("annotate", annotate(session.project, article, [wider], "claim", session.stamp()))
    assert session.project.suggestion(number.id).decision is Decision.OPEN
    session.do("annotate", annotate(session.project, article, [wider], "number", session.stamp()))
    decided = session.project.suggestion(number.id)
    assert (decided.decision, decided.decided_by) == (Decision.EDITED, session.annotator)
    made = session.project.annotations(article)[-1]
    assert (made.label, made.origin, dict(made.attributes)) == ("number", "", {})
    session.undo()
    assert session.project.suggestion(number.id) == number
    session.redo()
    assert session.project.suggestions(article) == []


def test_what_is_marked_in_place_of_a_suggestion_is_related_as_that_was(
    session: Session, article: int
) -> None:
    number = propose(session, article, "30 тыс.", value=30000)
    claim = replace(number, id=new_id(), label="claim", suggester="claims", attributes={})
    claim = replace(
        claim,
        fragment=anchor(session.project.text(article), place(session, article, "общее число камер")),
        relations=({"type": "has_number", "to": number.id},),
    )
    session.put_suggestions(article, {"claims": [claim]})
    wider = [place(session, article, "около 30 тыс.")]
    session.do("annotate", annotate(session.project, article, wider, "number", session.stamp()))
    session.do("accept", accept(session.project, claim.id, session.stamp()))
    (relation,) = session.project.relations(article)
    assert session.project.annotation(relation.target).spans == tuple(wider)
    assert [a.label for a in session.project.annotations(article)] == ["claim", "number"]


def test_a_mark_where_suggestions_are_not_shown_owes_them_nothing(session: Session, article: int) -> None:
    number = propose(session, article, "30 тыс.", value=30000)
    span = number.fragment.span
    changes = annotate(session.project, article, [span], "number", session.stamp(), unseen=True)
    session.do("annotate", changes)
    changes = annotate_all(
        session.project, [(article, span, None)], "number", session.stamp(), unseen={article}
    )
    assert changes == []
    (made,) = session.project.annotations(article)
    assert (made.origin, dict(made.attributes)) == ("", {})
    assert session.project.suggestions(article) == [number]


def test_accepting_makes_the_annotation_and_keeps_the_decision(session: Session, article: int) -> None:
    suggestion = propose(session, article, "30 тыс.", value=30000, modifier="APPROX")
    session.do("accept", accept(session.project, suggestion.id, session.stamp()))
    (made,) = session.project.annotations(article)
    assert (made.text, made.origin) == ("30 тыс.", "numbers")
    assert made.attributes == {"value": 30000, "modifier": "APPROX"}
    stored = session.project.suggestion(suggestion.id)
    assert (stored.decision, stored.decided_by) == (Decision.ACCEPTED, "Асель")
    assert session.project.suggestions(article) == []
    with pytest.raises(UserError, match="already accepted"):
        accept(session.project, suggestion.id, session.stamp())
    session.undo()
    assert session.project.annotations(article) == []
    assert [s.id for s in session.project.suggestions(article)] == [suggestion.id]


def test_accepting_with_other_values_is_an_edit(session: Session, article: int) -> None:
    suggestion = propose(session, article, "30 тыс.", value=30)
    session.do("accept", accept(session.project, suggestion.id, session.stamp(), attributes={"value": 30000}))
    assert session.project.suggestion(suggestion.id).decision is Decision.EDITED
    assert session.project.annotations(article)[0].attributes == {"value": 30000}


def test_accepting_what_is_marked_already_keeps_one_annotation(session: Session, article: int) -> None:
    mine = mark(session, article, "30 тыс.", "number", value=30000)
    suggestion = propose(session, article, "30 тыс.", value=1)
    session.do("accept", accept(session.project, suggestion.id, session.stamp()))
    assert session.project.annotations(article) == [mine]


def test_marking_by_hand_what_is_suggested_accepts_it(session: Session, article: int) -> None:
    suggestion = propose(session, article, "30 тыс.", value=30000)
    span = place(session, article, "30 тыс.")
    assert len(annotate(session.project, article, [span], "speaker", session.stamp())) == 1
    session.do("annotate", annotate(session.project, article, [span], "number", session.stamp()))
    assert session.project.annotations(article)[0].attributes == {"value": 30000}
    assert session.project.suggestion(suggestion.id).decision is Decision.ACCEPTED
    session.undo()
    assert session.project.suggestions(article) == [suggestion]


def test_a_rejected_suggestion_is_kept_and_not_proposed_again(session: Session, article: int) -> None:
    suggestion = propose(session, article, "30 дней")
    session.do("reject", reject(session.project, suggestion.id, session.stamp()))
    assert session.project.annotations(article) == []
    propose(session, article, "30 дней")
    assert session.project.suggestions(article) == []
    assert [s.decision for s in session.project.suggestions(article, only_open=False)] == [Decision.REJECTED]


@pytest.mark.parametrize("claim_first", [True, False])
def test_accepting_both_ends_brings_the_proposed_relation(
    session: Session, article: int, claim_first: bool
) -> None:
    text = session.project.text(article)
    number = Suggestion(
        new_id(), article, "number", anchor(text, place(session, article, "30 дней")), 0.9, "claims"
    )
    claim = Suggestion(
        new_id(),
        article,
        "claim",
        anchor(text, place(session, article, "Записи хранятся 30 дней")),
        0.7,
        "claims",
        relations=({"type": "has_number", "to": number.id},),
    )
    session.put_suggestions(article, {"claims": [number, claim]})
    for suggestion in (claim,) if claim_first else (number, claim):
        session.do("accept", accept(session.project, suggestion.id, session.stamp()))
    ids = {a.label: a.id for a in session.project.annotations(article)}
    (relation,) = session.project.relations(article)
    assert (relation.type, relation.source, relation.target) == ("has_number", ids["claim"], ids["number"])


def propose_a_claim(session: Session, article: int) -> dict[str, Suggestion]:
    """A claim with its number and its speaker, all proposed; the number is inside another claim too."""
    text = session.project.text(article)

    def made(label: str, words: str, **relations: int) -> Suggestion:
        fragment = anchor(text, place(session, article, words))
        leads = tuple({"type": kind, "to": to} for kind, to in relations.items())
        return Suggestion(new_id(), article, label, fragment, 0.9, "claims", relations=leads)

    number, speaker = made("number", "30 дней"), made("speaker", "Асета")
    claim = made("claim", "Записи хранятся 30 дней", has_number=number.id, said_by=speaker.id)
    other = made("claim", "общее число камер", said_by=speaker.id)
    session.put_suggestions(article, {"claims": [number, speaker, claim, other]})
    return {"number": number, "speaker": speaker, "claim": claim, "other": other}


def test_a_claim_brings_its_speaker_and_its_numbers_in_one_step(session: Session, article: int) -> None:
    found = propose_a_claim(session, article)
    session.do("accept", accept(session.project, found["claim"].id, session.stamp()))
    made = {a.id: a.label for a in session.project.annotations(article)}
    assert sorted(made.values()) == ["claim", "number", "speaker"]
    related = {(r.type, made[r.source], made[r.target]) for r in session.project.relations(article)}
    assert related == {("has_number", "claim", "number"), ("said_by", "claim", "speaker")}
    assert [s.id for s in session.project.suggestions(article)] == [found["other"].id]
    session.do("accept", accept(session.project, found["other"].id, session.stamp()))
    assert len(session.project.relations(article)) == 3
    session.undo()
    session.undo()
    assert session.project.annotations(article) == []
    assert {s.id for s in session.project.suggestions(article)} == {s.id for s in found.values()}


def test_a_speaker_brings_no_claims_and_a_claim_no_rejected_speaker(session: Session, article: int) -> None:
    found = propose_a_claim(session, article)
    session.do("accept", accept(session.project, found["number"].id, session.stamp()))
    assert [a.label for a in session.project.annotations(article)] == ["number"]
    session.do("reject", reject(session.project, found["speaker"].id, session.stamp()))
    session.do("accept", accept(session.project, found["claim"].id, session.stamp()))
    assert sorted(a.label for a in session.project.annotations(article)) == ["claim", "number"]
    assert [r.type for r in session.project.relations(article)] == ["has_number"]


def test_rejecting_a_claim_leaves_its_speaker_to_be_decided(session: Session, article: int) -> None:
    found = propose_a_claim(session, article)
    session.do("reject", reject(session.project, found["claim"].id, session.stamp()))
    left = {s.id for s in session.project.suggestions(article)}
    assert left == {found[name].id for name in ("number", "speaker", "other")}


def test_a_claim_marked_by_hand_brings_nothing_along(session: Session, article: int) -> None:
    found = propose_a_claim(session, article)
    spans = [found["claim"].fragment.span]
    session.do("annotate", annotate(session.project, article, spans, "claim", session.stamp()))
    assert [a.label for a in session.project.annotations(article)] == ["claim"]
    left = {s.id for s in session.project.suggestions(article)}
    assert left == {found[name].id for name in ("number", "speaker", "other")}
    session.do("accept", accept(session.project, found["number"].id, session.stamp()))
    assert [r.type for r in session.project.relations(article)] == ["has_number"]


def test_two_claims_accepted_together_share_their_speaker(session: Session, article: int) -> None:
    found = propose_a_claim(session, article)
    spans = [(article, found[name].fragment.span, None) for name in ("other", "claim")]
    session.do("annotate_all", annotate_all(session.project, spans, "claim", session.stamp()))
    labels = sorted(a.label for a in session.project.annotations(article))
    assert labels == ["claim", "claim", "number", "speaker"]
    assert sorted(r.type for r in session.project.relations(article)) == ["has_number", "said_by", "said_by"]


def test_two_annotators_do_not_meet(session: Session, article: int) -> None:
    mine = mark(session, article, "Асета", "speaker")
    other = Session(session.project, "Ерлан")
    theirs = mark(other, article, "Асета", "speaker")
    assert mine.id != theirs.id
    assert other.project.annotations(article, "Асель") == [mine]
    other.undo()
    assert session.project.annotations(article) == [mine]
    assert other.undo() is None
