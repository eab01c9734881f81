"""Do, undo and redo are inverses: random acts of every command on a real project, across restarts."""

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import resources
import storage
from app import commands
from app.anchor import Span, anchor
from app.annotation import Annotation, Relation, Status
from app.article import Role
from app.changes import Change
from app.errors import UserError
from app.ids import new_id
from app.project import ArticleQuery, Project
from app.scheme import parse_scheme
from app.session import Session
from app.suggestion import Decision, Suggestion
from tests.app.commands.conftest import LINES, page

SCHEME = parse_scheme(resources.scheme())
PAGES = (page(), page(LINES[1:]), page(LINES[2:]))
ANNOTATOR = "Асель"
VALUES: tuple[dict[str, Any], ...] = ({}, {"value": 4.5}, {"kind": "person"}, {"verdict": "true"})

Snapshot = dict[str, Any]


def snapshot(project: Project) -> Snapshot:
    """Everything acts can change, as plain values; open suggestions are the suggesters' own."""
    articles = project.find(ArticleQuery())
    return {
        "articles": {i: (project.article(i), project.text(i), project.original(i)) for i in articles},
        "annotations": {a.id: a for i in articles for a in project.annotations(i)},
        "relations": {r.id: r for i in articles for r in project.relations(i)},
        "decided": {
            s.id: s
            for i in articles
            for s in project.suggestions(i, only_open=False)
            if s.decision is not Decision.OPEN
        },
        "passages": {p.id: p for i in articles for p in project.empty_passages(i)},
        "status": {i: project.status(i, ANNOTATOR) for i in articles},
    }


class UndoMachine(RuleBasedStateMachine):
    """Acts at random; `done` and `undone` are what the project must return to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "p.pressmark"
        self.project: Project = storage.create_project(self.path, SCHEME)
        self.session = Session(self.project, ANNOTATOR)
        self.done: list[Snapshot] = []
        self.undone: list[Snapshot] = []

    def teardown(self) -> None:
        self.project.close()
        self.folder.cleanup()

    @initialize()
    def start_with_an_article(self) -> None:
        self.import_page(PAGES[0])

    # -- helpers ----------------------------------------------------------------------------------

    def act(self, verb: str, changes: Callable[[], list[Change]]) -> None:
        """Do the command; one the rules refuse must change nothing."""
        before = snapshot(self.project)
        try:
            step = self.session.do(verb, changes())
        except UserError:
            assert snapshot(self.project) == before
            return
        if step is not None:
            self.done.append(before)
            self.undone.clear()

    def articles(self) -> list[int]:
        return self.project.find(ArticleQuery())

    def annotations(self) -> list[Annotation]:
        return [a for i in self.articles() for a in self.project.annotations(i)]

    def relations(self) -> list[Relation]:
        return [r for i in self.articles() for r in self.project.relations(i)]

    def open_suggestions(self) -> list[Suggestion]:
        return [s for i in self.articles() for s in self.project.suggestions(i)]

    # -- acts -------------------------------------------------------------------------------------

    @rule(imported=st.sampled_from(PAGES))
    def import_page(self, imported: Any) -> None:
        added = commands.add_articles(self.project, [imported], self.session.stamp())
        before = snapshot(self.project)
        if self.session.do("add_articles", added.changes, added.contents) is not None:
            self.done.append(before)
            self.undone.clear()

    @precondition(lambda self: self.articles())
    @rule(data=st.data(), label=st.sampled_from([label.id for label in SCHEME.labels]))
    def annotate(self, data: st.DataObject, label: str) -> None:
        article = data.draw(st.sampled_from(self.articles()))
        spans = data.draw(spans_in(self.project.text(article)))
        self.act(
            "annotate",
            lambda: commands.annotate(self.project, article, spans, label, self.session.stamp()),
        )

    @precondition(lambda self: self.annotations())
    @rule(data=st.data(), verb=st.sampled_from(["relabel", "resize", "remove", "set_attributes", "set_note"]))
    def change_annotation(self, data: st.DataObject, verb: str) -> None:
        one = data.draw(st.sampled_from(self.annotations()))
        spans = data.draw(spans_in(self.project.text(one.article_id)))
        label = data.draw(st.sampled_from([label.id for label in SCHEME.labels]))
        values = data.draw(st.sampled_from(VALUES))
        note = data.draw(st.text(max_size=5))
        acts: dict[str, Callable[[], list[Change]]] = {
            "relabel": lambda: commands.relabel(self.project, one.id, label),
            "resize": lambda: commands.resize(self.project, one.id, spans),
            "remove": lambda: commands.remove(self.project, [one.id]),
            "set_attributes": lambda: commands.set_attributes(self.project, one.id, values),
            "set_note": lambda: commands.set_note(self.project, one.id, note),
        }
        self.act(verb, acts[verb])

    @precondition(lambda self: self.annotations())
    @rule(data=st.data(), verb=st.sampled_from(["split", "join", "duplicate", "mark_empty"]))
    def shape(self, data: st.DataObject, verb: str) -> None:
        one, other = (data.draw(st.sampled_from(self.annotations())) for _ in range(2))
        (span, *_) = data.draw(spans_in(self.project.text(one.article_id)))
        label = data.draw(st.sampled_from([label.id for label in SCHEME.labels]))
        stamp = self.session.stamp()
        acts: dict[str, Callable[[], list[Change]]] = {
            "split": lambda: commands.split(self.project, one.id, [span.start, span.end], stamp),
            "join": lambda: commands.join(self.project, one.id, [other.id], stamp),
            "duplicate": lambda: commands.duplicate(self.project, one.id, label, stamp),
            "mark_empty": lambda: commands.mark_empty(self.project, one.article_id, span, stamp),
        }
        self.act(verb, acts[verb])

    @precondition(lambda self: self.annotations())
    @rule(data=st.data(), kind=st.sampled_from([relation.id for relation in SCHEME.relations]))
    def relate(self, data: st.DataObject, kind: str) -> None:
        source, target = (data.draw(st.sampled_from(self.annotations())).id for _ in range(2))
        self.act("relate", lambda: commands.relate(self.project, kind, source, target, self.session.stamp()))

    @precondition(lambda self: self.relations())
    @rule(data=st.data())
    def unrelate(self, data: st.DataObject) -> None:
        one = data.draw(st.sampled_from(self.relations()))
        self.act("unrelate", lambda: commands.unrelate(self.project, one.article_id, [one.id]))

    @precondition(lambda self: self.articles())
    @rule(data=st.data())
    def propose(self, data: st.DataObject) -> None:
        """A suggester runs: no act, so nothing to undo, and it must not be in the way of undo."""
        article = data.draw(st.sampled_from(self.articles()))
        text = self.project.text(article)
        spans = data.draw(spans_in(text))
        suggestions = [
            Suggestion(new_id(), article, "number", anchor(text, span), 0.5, "numbers") for span in spans
        ]
        self.session.put_suggestions(article, {"numbers": suggestions})
        # What was undone may name suggestions that are gone now: redo may be refused, undo never.
        self.undone.clear()

    @precondition(lambda self: self.open_suggestions())
    @rule(data=st.data(), accepted=st.booleans())
    def decide(self, data: st.DataObject, accepted: bool) -> None:
        one = data.draw(st.sampled_from(self.open_suggestions()))
        verb = commands.accept if accepted else commands.reject
        self.act(verb.__name__, lambda: verb(self.project, one.id, self.session.stamp()))

    @precondition(lambda self: self.articles())
    @rule(data=st.data(), status=st.sampled_from(Status), role=st.sampled_from(Role))
    def change_article(self, data: st.DataObject, status: Status, role: Role) -> None:
        article = data.draw(st.sampled_from(self.articles()))
        block = data.draw(st.integers(0, len(self.project.article(article).blocks) - 1))
        acts: Sequence[Callable[[], list[Change]]] = (
            lambda: commands.set_status(self.project, article, ANNOTATOR, status),
            lambda: commands.set_role(self.project, article, [block], role),
            lambda: commands.remove_articles(self.project, [article]),
        )
        self.act("change_article", data.draw(st.sampled_from(acts)))

    # -- back and forth ---------------------------------------------------------------------------

    @precondition(lambda self: self.done)
    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(min(times, len(self.done))):
            self.undone.append(snapshot(self.project))
            assert self.session.undo() is not None
            assert snapshot(self.project) == self.done.pop()

    @precondition(lambda self: self.undone)
    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(min(times, len(self.undone))):
            self.done.append(snapshot(self.project))
            assert self.session.redo() is not None
            assert snapshot(self.project) == self.undone.pop()

    @rule()
    def restart(self) -> None:
        before = snapshot(self.project)
        self.project.close()
        self.project = storage.open_project(self.path)
        self.session = Session(self.project, ANNOTATOR)
        assert snapshot(self.project) == before

    @invariant()
    def every_quote_holds(self) -> None:
        for article in self.articles():
            text = self.project.text(article)
            for annotation in self.project.annotations(article):
                for fragment in annotation.fragments:
                    assert text[fragment.start : fragment.end] == fragment.quote.exact

    @invariant()
    def relations_have_both_ends(self) -> None:
        ids = {a.id for a in self.annotations()}
        assert all(r.source in ids and r.target in ids for r in self.relations())


@st.composite
def spans_in(draw: st.DrawFn, text: str) -> list[Span]:
    """One to three spans of the text that do not overlap."""
    count = draw(st.integers(1, 3))
    cuts = sorted(
        draw(st.lists(st.integers(0, len(text)), min_size=2 * count, max_size=2 * count, unique=True))
    )
    return [Span(cuts[2 * i], cuts[2 * i + 1]) for i in range(count)]


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)


def test_undo_to_the_empty_project_and_back(tmp_path: Path) -> None:
    """Every act is taken back, one by one, to nothing, and comes back to the last."""
    project = storage.create_project(tmp_path / "p.pressmark", SCHEME)
    session = Session(project, ANNOTATOR)
    states = [snapshot(project)]
    added = commands.add_articles(project, PAGES, session.stamp())
    session.do("add_articles", added.changes, added.contents)
    states.append(snapshot(project))
    for article in added.article_ids:
        for start in range(0, 60, 6):
            spans = [Span(start, start + 4)]
            session.do("annotate", commands.annotate(project, article, spans, "claim", session.stamp()))
            states.append(snapshot(project))
    for expected in reversed(states[:-1]):
        assert session.undo() is not None
        assert snapshot(project) == expected
    assert session.undo() is None
    assert project.find(ArticleQuery()) == []
    for expected in states[1:]:
        assert session.redo() is not None
        assert snapshot(project) == expected
    assert session.redo() is None
    project.close()


def test_a_new_act_ends_redo(tmp_path: Path) -> None:
    project = storage.create_project(tmp_path / "p.pressmark", SCHEME)
    session = Session(project, ANNOTATOR)
    added = commands.add_articles(project, PAGES[:1], session.stamp())
    session.do("add_articles", added.changes, added.contents)
    (article,) = added.article_ids
    session.do("annotate", commands.annotate(project, article, [Span(0, 4)], "claim", session.stamp()))
    session.undo()
    assert session.next_redo() is not None
    session.do("annotate", commands.annotate(project, article, [Span(5, 9)], "claim", session.stamp()))
    assert session.next_redo() is None
    assert session.redo() is None
    assert [s.verb for s in project.steps()] == ["add_articles", "annotate", "annotate", "annotate"]
    project.close()
