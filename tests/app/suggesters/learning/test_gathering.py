"""Examples and training articles out of a real project file; and where proposals are in place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import resources
import storage
from app import commands
from app.anchor import Span, anchor
from app.annotation import Annotation, Status
from app.article import Block, Role
from app.changes import Change
from app.commands import add_articles
from app.ids import new_id
from app.importers.imported import Imported
from app.scheme import parse_scheme
from app.session import Session
from app.suggesters import to_suggestions
from app.suggesters.learning.examples import Mark
from app.suggesters.learning.gathering import (
    examples,
    examples_of,
    newest,
    training_article,
    training_articles,
)
from app.suggesters.learning.pace import decisions_in
from app.suggesters.learning.places import free
from app.suggesters.learning.repeats import repeats
from app.suggestion import Proposal, Suggestion

ME, OTHER = "Асель", "Бауыржан"
TEXTS = (
    "Главная Погода Сарсенова\nСарсенова открыла школу\nАким Сарсенова сообщила, что школ стало 12. "
    "Заводу помогли.",
    "Завод молчит\nПо словам Алии Сарсеновой, завод закроют. Завод стоит. Министерство труда против.",
    "Слова акима\nСарсеновой не поверили. Люди ждут Сарсенову.",
)


def page(text: str, number: int) -> Imported:
    blocks, start = [], 0
    for line in text.split("\n"):
        role = Role.BOILERPLATE if line.startswith("Главная") else Role.BODY
        blocks.append(Block(start, start + len(line), role, "test"))
        start += len(line) + 1
    return Imported(
        text=text,
        blocks=tuple(blocks),
        original=text.encode(),
        source_path=f"{number}.html",
        media_type="text/html",
        encoding="utf-8",
        title=str(number),
        language="ru",
    )


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    project = storage.create_project(tmp_path / "p.pressmark", parse_scheme(resources.scheme()))
    try:
        yield Session(project, ME)
    finally:
        project.close()


@pytest.fixture
def ids(session: Session) -> list[int]:
    added = add_articles(session.project, [page(t, n) for n, t in enumerate(TEXTS)], session.stamp())
    session.do("add_articles", added.changes, added.contents)
    return list(added.article_ids)


def mark(
    session: Session, article_id: int, words: str, label: str = "speaker", nth: int = 0, **values: str
) -> None:
    text = session.project.text(article_id)
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    span = Span(start, start + len(words))
    changes = commands.annotate(session.project, article_id, [span], label, session.stamp(), values)
    session.do("annotate", changes)


def suggest(session: Session, article_id: int, words: str, label: str = "speaker") -> Suggestion:
    text = session.project.text(article_id)
    start = text.index(words)
    proposal = Proposal(label, start, start + len(words), words, 0.9, "speakers")
    made = to_suggestions(article_id, text, [proposal])
    session.put_suggestions(article_id, {"speakers": made})
    return next(s for s in session.project.suggestions(article_id) if s.start == start)


def reject(session: Session, suggestion: Suggestion) -> None:
    session.do("reject", commands.reject(session.project, suggestion.id, session.stamp()))


def done(session: Session, article_id: int) -> None:
    session.do("set_status", commands.set_status(session.project, article_id, session.annotator, Status.DONE))


def test_marks_of_a_phrase_in_any_form_are_one_example(session: Session, ids: list[int]) -> None:
    mark(session, ids[0], "Сарсенова", nth=2, canonical_name="Алия Сарсенова", role="аким")
    mark(session, ids[0], "Сарсенова", nth=1, canonical_name="Алия Сарсенова")
    (example,) = examples(session.project, ME)
    assert (example.label, example.text, example.accepts, example.rejects) == ("speaker", "Сарсенова", 2, 0)
    assert dict(example.attributes) == {"canonical_name": "Алия Сарсенова"}
    assert not example.opening  # once it stands inside a sentence


def test_what_a_done_article_has_unmarked_was_passed_over(session: Session, ids: list[int]) -> None:
    mark(session, ids[0], "Заводу")
    mark(session, ids[1], "завод")
    assert [example.passed_over for example in examples(session.project, ME)] == [0]
    done(session, ids[1])
    assert [example.passed_over for example in examples(session.project, ME)] == [2]


def test_furniture_is_not_passed_over(session: Session, ids: list[int]) -> None:
    for nth in (1, 2):
        mark(session, ids[0], "Сарсенова", nth=nth)
    done(session, ids[0])
    assert [example.passed_over for example in examples(session.project, ME)] == [0]


def test_rejects_count_unless_marked_after_all(session: Session, ids: list[int]) -> None:
    reject(session, suggest(session, ids[1], "Завод молчит"))
    reject(session, suggest(session, ids[1], "Министерство труда"))
    mark(session, ids[1], "Министерство труда")
    found = {example.text: (example.accepts, example.rejects) for example in examples(session.project, ME)}
    assert found == {"Министерство труда": (1, 0), "Завод молчит": (0, 1)}


def test_only_ones_own_decisions_teach(session: Session, ids: list[int]) -> None:
    other = Session(session.project, OTHER)
    mark(other, ids[0], "Заводу")
    reject(other, suggest(other, ids[1], "Завод молчит"))
    assert examples(session.project, ME) == []
    assert training_articles(session.project, ME) == []
    assert [example.text for example in examples(session.project, OTHER)] == ["Заводу", "Завод молчит"]


def test_what_is_in_pieces_or_long_is_no_example(session: Session, ids: list[int]) -> None:
    text = session.project.text(ids[1])
    pieces = [Span(0, 5), Span(13, 22)]
    session.do("annotate", commands.annotate(session.project, ids[1], pieces, "claim", session.stamp()))
    mark(session, ids[0], "Аким Сарсенова сообщила, что школ стало 12", "claim")
    assert examples(session.project, ME) == []
    (_, second) = training_articles(session.project, ME)
    assert [text[m.start : m.end] for m in second.marks] == [text[0:5], text[13:22]]


def test_untouched_articles_teach_nothing_done_ones_all_through(session: Session, ids: list[int]) -> None:
    mark(session, ids[0], "Заводу")
    done(session, ids[2])
    empty, marked = training_articles(session.project, ME)  # the last one worked on comes first
    assert (empty.text, empty.marks) == (TEXTS[2], ())
    assert [TEXTS[2][span.start : span.end] for span in empty.read] == TEXTS[2].split("\n")
    assert marked.read == ()  # begun: the rest may not have been read
    assert marked.language == "ru"


def test_furniture_of_a_done_article_is_not_read(session: Session, ids: list[int]) -> None:
    done(session, ids[0])
    (article,) = training_articles(session.project, ME)
    assert [TEXTS[0][span.start : span.end] for span in article.read] == TEXTS[0].split("\n")[1:]


def test_passages_found_empty_were_read(session: Session, ids: list[int]) -> None:
    mark(session, ids[1], "завод")
    changes = commands.mark_empty(session.project, ids[1], Span(0, 12), session.stamp())
    session.do("mark_empty", changes)
    (article,) = training_articles(session.project, ME)
    assert article.read == (Span(0, 12),)


def test_rejects_are_told(session: Session, ids: list[int]) -> None:
    refused = suggest(session, ids[1], "Министерство труда")
    reject(session, refused)
    (article,) = training_articles(session.project, ME)
    assert article.rejects == (Mark("speaker", refused.start, refused.end),)
    assert article.marks == ()


def test_the_last_articles_worked_on_come_first(session: Session, ids: list[int]) -> None:
    mark(session, ids[2], "Слова")
    mark(session, ids[0], "Заводу")
    mark(session, ids[1], "завод")
    mark(session, ids[2], "Люди")
    assert list(newest(session.project, ME, 50)) == [ids[2], ids[1], ids[0]]
    assert len(training_articles(session.project, ME, most=2)) == 2
    assert list(newest(session.project, OTHER, 50)) == []


def test_removed_articles_are_left_out(session: Session, ids: list[int]) -> None:
    mark(session, ids[0], "Заводу")
    mark(session, ids[1], "завод")
    session.do("remove_articles", commands.remove_articles(session.project, [ids[1]]))
    assert [article.text for article in training_articles(session.project, ME)] == [TEXTS[0]]


def test_a_mark_just_made_is_an_example_at_once(session: Session, ids: list[int]) -> None:
    mark(session, ids[2], "Сарсеновой", canonical_name="Алия Сарсенова")
    (annotation,) = session.project.annotations(ids[2])
    (example,) = examples_of([annotation])
    assert example.opening
    proposals = repeats(TEXTS[2], "ru", [example])
    assert [p.text for p in proposals] == ["Сарсеновой", "Сарсенову"]
    (read,) = session.project.annotated([ids[2]], ME, with_suggestions=True)
    (left,) = free(proposals, read)
    assert (left.text, dict(left.attributes)) == ("Сарсенову", {"canonical_name": "Алия Сарсенова"})


def test_the_same_words_marked_at_once_are_one_example(session: Session, ids: list[int]) -> None:
    for nth in (1, 2):
        mark(session, ids[0], "Сарсенова", nth=nth, canonical_name="Алия Сарсенова", role=str(nth))
    mark(session, ids[0], "Заводу")
    mark(session, ids[0], "Сарсенова", label="claim", nth=2)
    found = examples_of(session.project.annotations(ids[0]))
    assert sorted((e.label, e.text, e.accepts) for e in found) == [
        ("claim", "Сарсенова", 1),
        ("speaker", "Заводу", 1),
        ("speaker", "Сарсенова", 2),
    ]
    (twice,) = (example for example in found if example.accepts == 2)
    assert dict(twice.attributes) == {"canonical_name": "Алия Сарсенова"}


def test_proposals_keep_clear_of_what_was_decided(session: Session, ids: list[int]) -> None:
    reject(session, suggest(session, ids[0], "Аким Сарсенова"))
    open_one = suggest(session, ids[0], "Заводу")
    changes = commands.mark_empty(session.project, ids[0], Span(25, 48), session.stamp())
    session.do("mark_empty", changes)
    (read,) = session.project.annotated([ids[0]], ME, with_suggestions=True)

    def left(words: str, nth: int, label: str = "speaker", suggester: str = "repeats") -> bool:
        start = -1
        for _ in range(nth + 1):
            start = TEXTS[0].index(words, start + 1)
        return bool(free([Proposal(label, start, start + len(words), words, 0.9, suggester)], read))

    assert not left("Сарсенова", 0)  # furniture
    assert not left("Сарсенова", 1)  # read and empty
    assert not left("Сарсенова", 2)  # rejected with its title
    assert left("Сарсенова", 2, "claim")  # another label was not refused
    assert not left("Заводу", 0)  # another suggester has it
    assert left("Заводу", 0, suggester=open_one.suggester)  # its own answer, which this one replaces
    assert left("школ стало 12", 0)


def test_training_article_of_one_read(session: Session, ids: list[int]) -> None:
    mark(session, ids[0], "Заводу")
    (read,) = session.project.annotated([ids[0]], ME, with_suggestions=True)
    assert training_article(read, ME) == training_articles(session.project, ME)[0]


def test_decisions_in_a_step(session: Session, ids: list[int]) -> None:
    counted: list[int] = []
    session.listen(lambda step: counted.append(decisions_in(step)))
    mark(session, ids[0], "Заводу")
    reject(session, suggest(session, ids[1], "Министерство труда"))
    accepted = suggest(session, ids[1], "завод")
    session.do("accept", commands.accept(session.project, accepted.id, session.stamp()))
    done(session, ids[0])
    session.undo()
    session.undo()
    assert counted == [1, 1, 1, 0, 0, 1]


def test_marks_brought_in_at_once_are_found_too(session: Session, ids: list[int]) -> None:
    """A bulk load is too large a step to be read for the order of work; its marks teach all the same."""
    text = session.project.text(ids[1])
    starts = [at for at in range(len(text)) if text[at].isalpha()]

    loaded = [
        Annotation(
            new_id(), ids[1], OTHER, "claim", (anchor(text, Span(at, at + 1)),), note="x" * 900 + str(at)
        )
        for at in starts
    ]
    other = Session(session.project, OTHER)
    step = other.do("load", [Change(None, annotation) for annotation in loaded])
    assert step is not None
    assert list(newest(session.project, OTHER, 50)) == [ids[1]]
