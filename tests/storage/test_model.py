"""Random histories of every kind of change, with undo, redo and reopening, against a plain dictionary."""

import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.annotation import Annotation, ArticleStatus, Relation, Status
from app.article import Article, Role
from app.changes import Change, Content, Entity, key
from app.project import ArticleQuery
from app.replacing import replace
from app.scheme import Scheme
from app.session import Session
from app.suggestion import Decision, Suggestion
from storage import check_project, create_project, open_project
from tests.storage.samples import SCHEME, TEXT, annotation, article, contents, relation, suggestion

Model = dict[tuple[type, tuple[int | str, ...]], Entity]

NAMES = ("Айгуль", "Ерлан")
WORDS = ("Ёлки", "Министр", "30 тыс.", "5 процентов", "😀 йод", "тенге")


class Histories(RuleBasedStateMachine):
    """What a session does to a project is what it does to a dictionary."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "model.pressmark"
        self.project = create_project(self.path, SCHEME)
        self.model: Model = {(Scheme, ()): SCHEME}
        self.done: list[Model] = []  # the state before each act that can be undone
        self.undone: list[Model] = []  # the state before each undo that can be redone
        self.session = Session(self.project, NAMES[0])
        self.texts = 0

    def _do(self, changes: list[Change], kept: list[Content] | None = None) -> None:
        if not changes:
            return
        before = dict(self.model)
        for change in changes:
            place = (type(change.entity), key(change.entity))
            if change.after is None:
                del self.model[place]
            else:
                self.model[place] = change.after
        self.session.do("act", changes, kept or ())
        self.done.append(before)
        self.undone.clear()

    def _all(self, kind: type[Any]) -> list[Any]:
        return [entity for entity in self.model.values() if isinstance(entity, kind)]

    @rule(count=st.integers(1, 3))
    def add_articles(self, count: int) -> None:
        changes, kept = [], []
        for _ in range(count):
            self.texts += 1
            text = TEXT + f"\nСтатья {self.texts}"
            changes.append(Change(None, article(text, title=f"«Статья» {self.texts}")))
            kept += contents(text)
        self._do(changes, kept)

    @precondition(lambda self: self._all(Article))
    @rule(data=st.data())
    def edit_article(self, data: st.DataObject) -> None:
        before: Article = data.draw(st.sampled_from(self._all(Article)))
        block = data.draw(st.integers(0, len(before.blocks) - 1))
        blocks = list(before.blocks)
        blocks[block] = replace(blocks[block], role=data.draw(st.sampled_from(Role)))
        after = replace(before, title=data.draw(st.text(max_size=5)), blocks=tuple(blocks))
        self._do([Change(before, after)] if after != before else [])

    @precondition(lambda self: self._all(Article))
    @rule(data=st.data(), words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
    def annotate(self, data: st.DataObject, words: list[str]) -> None:
        of: Article = data.draw(st.sampled_from(self._all(Article)))
        made = [
            annotation(
                of,
                word,
                data.draw(st.sampled_from(("claim", "speaker", "number"))),
                data.draw(st.sampled_from(NAMES)),
                attributes=data.draw(ATTRIBUTES),
            )
            for word in words
        ]
        things: list[Entity] = [*made, *(relation(a, b) for a, b in pairwise(made))]
        self._do([Change(None, thing) for thing in data.draw(st.permutations(things))])

    @precondition(lambda self: self._all(Annotation))
    @rule(data=st.data())
    def edit_annotation(self, data: st.DataObject) -> None:
        before: Annotation = data.draw(st.sampled_from(self._all(Annotation)))
        after = replace(
            before,
            label=data.draw(st.sampled_from(("claim", "number"))),
            attributes=data.draw(ATTRIBUTES),
            note=data.draw(st.text(max_size=3)),
            confidence=data.draw(st.none() | st.floats(0, 1)),
        )
        self._do([Change(before, after)])

    @precondition(lambda self: self._all(Annotation))
    @rule(data=st.data())
    def remove_annotation(self, data: st.DataObject) -> None:
        gone: Annotation = data.draw(st.sampled_from(self._all(Annotation)))
        relations = [r for r in self._all(Relation) if gone.id in (r.source, r.target)]
        self._do([*(Change(r, None) for r in relations), Change(gone, None)])

    @precondition(lambda self: self._all(Article))
    @rule(data=st.data())
    def remove_article(self, data: st.DataObject) -> None:
        gone: Article = data.draw(st.sampled_from(self._all(Article)))
        hanging = [
            thing
            for kind in (Relation, Annotation, ArticleStatus, Suggestion)
            for thing in self._all(kind)
            if thing.article_id == gone.id
        ]
        self._do([*(Change(thing, None) for thing in hanging), Change(gone, None)])

    @precondition(lambda self: self._all(Article))
    @rule(data=st.data(), name=st.sampled_from(NAMES), status=st.sampled_from(Status))
    def set_status(self, data: st.DataObject, name: str, status: Status) -> None:
        of: Article = data.draw(st.sampled_from(self._all(Article)))
        after = ArticleStatus(of.id, name, status)
        self._do([Change(self.model.get((ArticleStatus, (of.id, name))), after)])

    @precondition(lambda self: self._all(Article))
    @rule(data=st.data(), word=st.sampled_from(WORDS))
    def suggest(self, data: st.DataObject, word: str) -> None:
        of: Article = data.draw(st.sampled_from(self._all(Article)))
        self._do([Change(None, suggestion(of, word))])

    @precondition(lambda self: self._all(Suggestion))
    @rule(data=st.data(), decision=st.sampled_from(Decision))
    def decide(self, data: st.DataObject, decision: Decision) -> None:
        before: Suggestion = data.draw(st.sampled_from(self._all(Suggestion)))
        self._do([Change(before, replace(before, decision=decision, decided_by=NAMES[0]))])

    @rule(version=st.integers(2, 9))
    def edit_scheme(self, version: int) -> None:
        (before,) = self._all(Scheme)
        self._do([Change(before, replace(before, version=version))])

    @rule()
    def undo(self) -> None:
        undone = self.session.undo()
        assert (undone is not None) == bool(self.done)
        if undone:
            self.undone.append(self.model)
            self.model = self.done.pop()

    @rule()
    def redo(self) -> None:
        redone = self.session.redo()
        assert (redone is not None) == bool(self.undone)
        if redone:
            self.done.append(self.model)
            self.model = self.undone.pop()

    @rule()
    def reopen(self) -> None:
        self.project.close()
        self.project = open_project(self.path)
        self.session = Session(self.project, NAMES[0])

    @invariant()
    def the_project_is_what_the_model_is(self) -> None:
        if hasattr(self, "project"):
            assert self._read() == self.model

    def _read(self) -> Model:
        project = self.project
        entities: list[Entity] = [project.scheme()]
        for article_id in project.find(ArticleQuery()):
            entities.append(project.article(article_id))
            entities += project.annotations(article_id)
            entities += project.relations(article_id)
            entities += project.suggestions(article_id, only_open=False)
            statuses = (project.status(article_id, name) for name in NAMES)
            entities += [status for status in statuses if status is not None]
        return {(type(entity), key(entity)): entity for entity in entities}

    def teardown(self) -> None:
        if not hasattr(self, "project"):
            return
        newest = self.undone[0] if self.undone else self.model
        self._all_the_way(self.undo, lambda: not self.done)
        assert self.model == {(Scheme, ()): SCHEME} == self._read()
        assert self.project.counts("").annotations == 0
        self._all_the_way(self.redo, lambda: not self.undone)
        self.project.close()
        self.project = open_project(self.path)
        assert self._read() == self.model
        assert self.model == newest
        self.project.close()
        assert check_project(self.path).problems == ()
        self.folder.cleanup()

    def _all_the_way(self, go: Callable[[], None], at_the_end: Callable[[], bool]) -> None:
        while not at_the_end():
            go()


ATTRIBUTES = st.dictionaries(
    st.sampled_from(("value", "unit", "approximator", "ü")),
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
    | st.just({"start": 3, "end": 8, "text": "около"}),
    max_size=3,
)

TestHistories = Histories.TestCase
TestHistories.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
