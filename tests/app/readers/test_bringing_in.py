"""Marks that were placed, brought in: whose they are, what is there already, suggestions, statuses."""

from pathlib import Path

import pytest

from app.anchor import Span
from app.annotation import Status
from app.commands.load import moment
from app.project import Project
from app.readers.loaded import Link, Nothing, Piece, Proposed, Said
from app.readers.loading import LoadReport, Options, load
from app.readers.reader import Reader
from app.session import Session
from tests.app.exporters.hard_project import ASEL, BORIS, TEXT
from tests.app.readers.one_article import ARTICLE, bring, left, mark, marked, said

# ------------------------------------------------------------------------------------- whose it is, and twice


def test_two_annotators_never_overwrite_one_another(bare: Project) -> None:
    one = said(mark(0, 5, annotator=ASEL, note="первая"), mark(0, 5, annotator=BORIS, id="b", note="вторая"))
    report = bring(bare, one)
    assert report.made["annotations"] == 2
    assert [a.note for a in bare.annotations(ARTICLE, BORIS)] == ["вторая"]
    named = bring(
        bare,
        one,
        annotator=BORIS,
    )
    assert (named.there, +named.made) == (2, {})
    other = bring(bare, said(mark(0, 5)), annotator="Вера")
    assert other.made["annotations"] == 1
    overridden = Options(annotator="Гульнар")
    reader = Reader("tool", "A tool", "", "", "", lambda path: iter([one]))
    report = load(Session(bare, "Гульнар"), Path("file"), reader, overridden)
    assert report.made["annotations"] == 1
    assert left(report) == {"annotations that the project has with other values": 1}


def test_what_the_project_has_otherwise_is_told_and_kept(bare: Project) -> None:
    bring(bare, said(mark(0, 5, label="speaker", attributes={"kind": "person"})))
    same = bring(bare, said(mark(0, 5, label="speaker")))
    assert (same.there, same.left) == (1, {}), "a format may lack values"
    other = bring(bare, said(mark(0, 5, label="speaker", attributes={"kind": "organisation"})))
    assert left(other) == {"annotations that the project has with other values": 1}
    (kept,) = bare.annotations(ARTICLE)
    assert kept.attributes == {"kind": "person"}


def test_relations_reach_what_is_there_already(bare: Project) -> None:
    bring(bare, said(mark(0, 5), mark(6, 9, label="speaker")))
    links = (Link("said_by", "claim 0", "speaker 6"),)
    report = bring(bare, said(mark(0, 5), mark(6, 9, label="speaker"), links=links))
    assert (report.there, report.made) == (2, {"relations": 1})
    again = bring(bare, said(mark(0, 5), mark(6, 9, label="speaker"), links=links))
    assert (again.there, again.steps) == (3, 0)


def test_a_claim_has_one_speaker(bare: Project) -> None:
    marks = (mark(0, 5), mark(6, 9, label="speaker"), mark(10, 12, label="speaker"))
    links = (Link("said_by", "claim 0", "speaker 6"), Link("said_by", "claim 0", "speaker 10"))
    report = bring(bare, said(*marks, links=links))
    assert left(report) == {"relations beside another where there may be one": 1}


# ---------------------------------------------------------------------------------------------- suggestions


def test_predictions_become_suggestions(bare: Project) -> None:
    scored = mark(0, 5, proposal=Proposed(suggester="model", score=0.8, rule="r"))
    bare_one = mark(6, 9, label="speaker", proposal=Proposed())
    wild = mark(10, 12, label="number", proposal=Proposed(score=97))
    links = (Link("said_by", "claim 0", "speaker 6"),)
    report = bring(bare, said(scored, bare_one, wild, links=links))
    assert marked(bare) == []
    assert [(s.suggester, s.score, s.rule) for s in bare.suggestions(ARTICLE)] == [
        ("model", 0.8, "r"),
        ("tool", 0.5, ""),
        ("tool", 0.5, ""),
    ]
    assert left(report) == {"scores that are not from 0 to 1": 1}
    claim, speaker, _ = bare.suggestions(ARTICLE)
    assert claim.relations == ({"type": "said_by", "to": speaker.id},)
    again = bring(bare, said(scored, bare_one, wild, links=links))
    assert (again.steps, again.there) == (0, 4)


def test_annotations_become_suggestions_on_request(bare: Project) -> None:
    article = said(mark(0, 5, annotator="bot"), statuses={"bot": Status.DONE})
    report = bring(bare, article, as_suggestions=True)
    (suggestion,) = bare.suggestions(ARTICLE)
    assert (suggestion.suggester, suggestion.score) == ("tool", 0.5)
    assert report.made == {"suggestions": 1}, "nobody has read the article"
    assert bare.annotators() == [ASEL]


def test_what_was_decided_is_not_proposed_again(bare: Project) -> None:
    rejected = mark(0, 5, proposal=Proposed(suggester="model", decision="rejected", decided_by=BORIS))
    proposed = mark(0, 5, proposal=Proposed(suggester="other"))
    bring(bare, said(mark(0, 5, proposal=Proposed(suggester="model"))))
    report = bring(bare, said(rejected))
    assert report.made == {"decisions": 1}
    (kept,) = bare.suggestions(ARTICLE, only_open=False)
    assert (kept.decision, kept.decided_by) == ("rejected", BORIS)
    assert bring(bare, said(proposed)).there == 1
    assert bare.suggestions(ARTICLE) == []


def test_a_doubtful_claim_waits_with_its_speaker(bare: Project) -> None:
    claim = mark(0, 4, "әкім", "claim")
    speaker = mark(TEXT.index("Әлия"), TEXT.index("Әлия") + 4, "Әлия", "speaker")
    bring(bare, said(claim, speaker, links=(Link("said_by", claim.id, speaker.id),)))
    (annotation,) = bare.annotations(ARTICLE)
    (suggestion,) = bare.suggestions(ARTICLE)
    assert suggestion.relations == ({"type": "said_by", "to": annotation.id},)


# --------------------------------------------------------------------------------------- what else is said


def test_statuses_go_forward_only(bare: Project) -> None:
    def status(to: str) -> LoadReport:
        return bring(bare, said(statuses={"": Status(to)}))

    assert status("in_progress").made == {"statuses": 1}
    assert status("done").made == {"statuses": 1}
    assert left(status("in_progress")) == {"statuses of articles that have another": 1}
    assert status("todo").steps == status("done").steps == 0
    kept = bare.status(ARTICLE, ASEL)
    assert kept is not None
    assert kept.status == "done"


def test_assessments_and_passages(bare: Project) -> None:
    line = TEXT.index("Қазақстан"), len(TEXT) - 1
    passage = Nothing(Piece(Span(*line), TEXT[slice(*line)]))
    lost = Nothing(Piece(Span(0, 5), "нет такого"))
    whole = Said({"topic": "цены", "mood": "x"}, flagged=True, note="заметка")
    article = said(nothing=(passage, lost), said={"": whole})
    report = bring(bare, article)
    assert report.made == {"passages": 1, "assessments": 1}
    assert left(report) == {
        "values of articles that the scheme does not take": 1,
        "passages read and empty that were not found": 1,
    }
    assert bring(bare, article).steps == 0
    other = bring(bare, said(said={"": Said(note="другая")}))
    assert left(other) == {"assessments of articles that have another": 1}
    # What is marked in a passage takes its line out; and a passage does not come back over a mark.
    start = TEXT.index("37 үй")
    bring(bare, said(mark(start, start + 5, label="number")))
    assert bare.empty_passages(ARTICLE) == []
    assert left(bring(bare, said(nothing=(passage,)))) == {
        "passages read and empty in which something is marked": 1
    }


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("2024-05-06T07:08:09.000Z", "2024-05-06T07:08:09.000Z"),
        ("2024-05-06T07:08:09.123456Z", "2024-05-06T07:08:09.123Z"),
        ("2024-05-06T12:08:09+05:00", "2024-05-06T07:08:09.000Z"),
        ("2024-05-06 07:08", "2024-05-06T07:08:00.000Z"),
        ("вчера", "now"),
        ("2024-15-06T07:08:09.000Z", "now"),
        ("", "now"),
    ],
)
def test_times_are_kept_in_utc(given: str, kept: str) -> None:
    assert moment(given, "now") == kept
