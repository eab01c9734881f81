"""The registry's commands, what marks teach it, and copying attributes: on a real project, with undo."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from app.anchor import Span
from app.annotation import Annotation
from app.changes import Change
from app.commands import (
    add_articles,
    annotate,
    copy_attributes,
    merge_speakers,
    register_speaker,
    remove_speaker,
    rename_speaker,
    set_attributes,
    set_speaker,
    split_form,
)
from app.errors import Conflict, UserError
from app.registering import registered
from app.session import Session
from app.speaker import Post, Speaker
from app.speakers import Registry
from tests.widgets.panels import page

LINES = (
    "Асет Ахметов рассказал о больницах. Ахметову задали вопросы, Akhmetov ответил.",
    "Он обещал 30 дней. Ахметова промолчала. В ЕНПФ подтвердили 40 дней.",
    "Премьер-министр согласился, Болат Оспанов тоже. Оспанову поверили.",
)


@dataclass
class Desk:
    """One annotator's hand on one article, its marks teaching the registry."""

    session: Session
    article: int
    registry: Registry

    def do(self, changes: Sequence[Change]) -> None:
        self.session.do("act", registered(self.session.project, self.registry, changes))

    def mark(self, quote: str, label: str = "speaker", **attributes: object) -> int:
        text = self.session.project.text(self.article)
        start = text.index(quote)
        span = Span(start, start + len(quote))
        self.do(annotate(self.session.project, self.article, [span], label, self.session.stamp(), attributes))
        mine = self.session.project.annotations(self.article, self.session.annotator)
        return next(a.id for a in mine if a.spans == (span,) and a.label == label)

    def give(self, mark: int, **attributes: object) -> None:
        before = self.annotation(mark).attributes
        self.do(set_attributes(self.session.project, mark, {**before, **attributes}))

    def annotation(self, mark: int) -> Annotation:
        return self.session.project.annotation(mark)

    def name(self, mark: int) -> object:
        return self.annotation(mark).attributes.get("canonical_name")

    def entries(self) -> list[Speaker]:
        return self.session.project.speakers()

    def entry(self, name: str) -> Speaker:
        return next(entry for entry in self.entries() if entry.name == name)

    def register(self, name: str, **about: object) -> int:
        self.session.do("register", register_speaker(self.session.project, name, **about))  # type: ignore[arg-type]
        return self.entry(" ".join(name.split())).id


@pytest.fixture
def desk(session: Session) -> Desk:
    return desk_of(session, add(session, page("О больницах", *LINES, published="2024-05-01")))


def add(session: Session, *pages: object) -> int:
    added = add_articles(session.project, pages, session.stamp())  # type: ignore[arg-type]
    session.do("add_articles", added.changes, added.contents)
    return added.article_ids[0]


def desk_of(session: Session, article: int) -> Desk:
    registry = Registry(session.project.speakers)
    session.listen(lambda step: registry.follow(step.changes))
    return Desk(session, article, registry)


def undone(desk: Desk, act: Callable[[], object]) -> None:
    """Do the act, take it back in one step, and do it again: everything is as before, then as after."""
    project = desk.session.project

    def picture() -> tuple[object, ...]:
        return (project.speakers(), project.annotations(desk.article), desk.registry.ids())

    before = picture()
    act()
    after = picture()
    assert after != before
    desk.session.undo()
    assert picture() == before
    desk.session.redo()
    assert picture() == after


# -- the registry fills itself ---------------------------------------------------------------------


def test_a_name_given_on_a_card_makes_an_entry_in_the_same_step(desk: Desk) -> None:
    mark = desk.mark("Ахметову")
    undone(desk, lambda: desk.give(mark, canonical_name="Асет Ахметов", kind="person", role="министр"))
    (entry,) = desk.entries()
    assert (entry.name, entry.kind, entry.forms) == ("Асет Ахметов", "person", ("Ахметову",))
    assert entry.posts == (Post("министр"),)


def test_the_mention_of_a_known_speaker_becomes_a_form(desk: Desk) -> None:
    desk.register("Асет Ахметов")
    marks = [desk.mark("Ахметову"), desk.mark("Akhmetov"), desk.mark("Асет Ахметов")]
    for mark in marks:
        desk.give(mark, canonical_name="Асет Ахметов")
    assert desk.entry("Асет Ахметов").forms == ("Ахметову", "Akhmetov")
    assert len(desk.entries()) == 1


@pytest.mark.parametrize("typed", ["Aset Akhmetov", "Асету Ахметову", "Ахметов Асет", "Глава"])
def test_a_known_name_typed_otherwise_is_written_as_the_registry_has_it(desk: Desk, typed: str) -> None:
    desk.register("Асет Ахметов", forms=("Глава",))
    mark = desk.mark("Ахметову")
    desk.give(mark, canonical_name=typed)
    assert desk.name(mark) == "Асет Ахметов"
    assert len(desk.entries()) == 1
    assert desk.registry.resolve(typed) == desk.entry("Асет Ахметов")


@pytest.mark.parametrize("typed", ["Ахметов", "А. Ахметов", "Асет Ахметова", "Болат Ахметов", "Асет"])
def test_a_name_that_may_be_anothers_makes_an_entry_of_its_own(desk: Desk, typed: str) -> None:
    desk.register("Асет Ахметов")
    desk.give(desk.mark("Ахметову"), canonical_name=typed)
    assert {entry.name for entry in desk.entries()} == {"Асет Ахметов", typed}


@pytest.mark.parametrize(
    ("quote", "mention", "taken"),
    [
        ("Ахметову", None, True),
        ("Ахметову", "named", True),
        ("Ахметову", "nominal", False),
        ("Он", None, False),
        ("Премьер-министр", None, False),
        ("Премьер-министр", "named", True),
        ("Премьер-министр", "nominal", False),
        ("ЕНПФ", None, True),
        ("Болат Оспанов", None, False),
        ("о больницах", None, False),
    ],
)
def test_only_a_name_becomes_a_form(desk: Desk, quote: str, mention: str | None, taken: bool) -> None:
    desk.register("Асет Ахметов")
    given = {"mention": mention} if mention else {}
    desk.give(desk.mark(quote), canonical_name="Асет Ахметов", **given)
    assert desk.entry("Асет Ахметов").forms == ((quote,) if taken else ())


def test_a_surname_filled_in_by_the_machine_does_not_become_a_form(desk: Desk) -> None:
    desk.register("Асет Ахметов")
    desk.mark("Ахметову", canonical_name="Асет Ахметов")
    assert desk.entry("Асет Ахметов").forms == ()
    desk.mark("Асет Ахметов", canonical_name="Асет Ахметов", kind="person")
    assert desk.entry("Асет Ахметов").kind == "person"


def test_a_step_of_many_marks_makes_one_entry(desk: Desk) -> None:
    project, stamp = desk.session.project, desk.session.stamp()
    text = project.text(desk.article)
    name = {"canonical_name": "Болат Оспанов"}
    changes: list[Change] = []
    for quote in ("Болат Оспанов", "Оспанову"):
        span = Span(text.index(quote), text.index(quote) + len(quote))
        changes += annotate(project, desk.article, [span], "speaker", stamp, name)
    undone(desk, lambda: desk.do(changes))
    (entry,) = desk.entries()
    assert (entry.name, entry.forms) == ("Болат Оспанов", ("Оспанову",))


def test_a_slip_leaves_no_entry_behind(desk: Desk) -> None:
    mark = desk.mark("Ахметову")
    desk.give(mark, canonical_name="Асет Ахмет", kind="person", role="министр")
    undone(desk, lambda: desk.give(mark, canonical_name="Асет Ахметов"))
    assert [entry.name for entry in desk.entries()] == ["Асет Ахметов"]
    desk.give(mark, canonical_name=None)
    assert desk.entries() == []


def test_what_others_use_or_was_described_stays(desk: Desk) -> None:
    first, second = desk.mark("Ахметову"), desk.mark("Akhmetov")
    for mark in (first, second):
        desk.give(mark, canonical_name="Асет Ахметов")
    desk.give(first, canonical_name="Болат Оспанов")
    assert {entry.name for entry in desk.entries()} == {"Асет Ахметов", "Болат Оспанов"}
    bolat = desk.entry("Болат Оспанов").id
    desk.session.do("set", set_speaker(desk.session.project, bolat, note="депутат с 2020 года"))
    desk.give(first, canonical_name="Асет Ахметов")
    assert {entry.name for entry in desk.entries()} == {"Асет Ахметов", "Болат Оспанов"}


def test_role_and_organisation_fill_the_only_post_and_never_replace_one(desk: Desk) -> None:
    mark = desk.mark("Ахметову")
    desk.give(mark, canonical_name="Асет Ахметов")
    desk.give(mark, role="министр")
    desk.give(mark, organisation="Минздрав")
    assert desk.entry("Асет Ахметов").posts == (Post("министр", "Минздрав"),)
    desk.give(mark, role="глава")  # the same mark corrects what it alone has taught
    assert desk.entry("Асет Ахметов").posts == (Post("глава", "Минздрав"),)
    desk.give(desk.mark("Akhmetov"), canonical_name="Асет Ахметов", role="депутат")
    assert desk.entry("Асет Ахметов").posts == (Post("глава", "Минздрав"),)


def test_marks_without_a_name_and_of_other_labels_teach_nothing(desk: Desk) -> None:
    desk.mark("Ахметову", role="министр")
    desk.mark("30 дней", "number")
    assert desk.entries() == []


def test_an_entry_another_window_has_changed_is_read_anew(desk: Desk) -> None:
    desk.register("Асет Ахметов")
    aset = desk.entry("Асет Ахметов").id
    elsewhere = Session(desk.session.project, "Болат")
    elsewhere.do("set", set_speaker(elsewhere.project, aset, note="сверено"))
    desk.give(desk.mark("Ахметову"), canonical_name="Асет Ахметов")
    assert desk.entry("Асет Ахметов").note == "сверено"
    elsewhere.do("remove", remove_speaker(elsewhere.project, aset))
    desk.give(desk.mark("Akhmetov"), canonical_name="Асет Ахметов")
    assert desk.entry("Асет Ахметов").forms == ("Akhmetov",)


# -- two annotators on one registry ---------------------------------------------------------------


def test_a_mark_is_taken_back_though_another_annotator_built_on_its_entry(desk: Desk) -> None:
    """The entry stays, for it is the other's too; undo and redo go on from there."""
    before = desk.mark("Болат Оспанов")
    mine = desk.mark("Асет Ахметов", canonical_name="Асет Ахметов")
    other = desk_of(Session(desk.session.project, "Болат"), desk.article)
    theirs = other.mark("Ахметову", canonical_name="Асет Ахметов", kind="person")
    other.give(theirs, canonical_name="Асет Ахметов", kind="person", role="министр")
    entry = desk.entry("Асет Ахметов")
    assert entry.forms == ("Ахметову",)
    desk.session.undo()
    assert mine not in {a.id for a in desk.session.project.annotations(desk.article)}
    assert other.name(theirs) == "Асет Ахметов"
    assert desk.entry("Асет Ахметов") == entry
    desk.session.redo()
    assert desk.name(mine) == "Асет Ахметов"
    desk.session.undo()
    desk.session.undo()
    assert before not in {a.id for a in desk.session.project.annotations(desk.article)}
    assert desk.entry("Асет Ахметов") == entry


def test_a_rename_is_taken_back_and_what_others_taught_the_entry_since_stays(desk: Desk) -> None:
    mine = desk.mark("Асет Ахметов", canonical_name="Асет Ахметов")
    aset = desk.entry("Асет Ахметов").id
    project = desk.session.project
    desk.session.do("rename_speaker", rename_speaker(project, aset, "Асет К. Ахметов", "Асель"))
    other = Session(project, "Болат")
    other.do("set_speaker", set_speaker(project, aset, forms=("Akhmetov",), note="сверено"))
    desk.session.undo()
    assert desk.name(mine) == desk.entry("Асет Ахметов").name
    assert (desk.entry("Асет Ахметов").forms, desk.entry("Асет Ахметов").note) == (("Akhmetov",), "сверено")
    desk.session.redo()
    assert desk.name(mine) == desk.entry("Асет К. Ахметов").name
    assert desk.entry("Асет К. Ахметов").note == "сверено"
    assert other.undo() is not None
    assert desk.entry("Асет К. Ахметов").note == ""


def test_what_is_wholly_anothers_by_now_is_not_taken_back(desk: Desk) -> None:
    desk.register("Асет Ахметов")
    aset = desk.entry("Асет Ахметов").id
    project = desk.session.project
    desk.session.do("set", set_speaker(project, aset, note="моё"))
    Session(project, "Болат").do("set", set_speaker(project, aset, note="их"))
    with pytest.raises(Conflict):
        desk.session.undo()
    assert desk.entry("Асет Ахметов").note == "их"


# -- commands -----------------------------------------------------------------------------------


def test_register_and_its_refusals(desk: Desk) -> None:
    desk.register("  Асет   Ахметов ", kind="person", forms=("Ахметов", " Ахметов", "", "Асет Ахметов"))
    assert desk.entry("Асет Ахметов").forms == ("Ахметов",)
    project = desk.session.project
    with pytest.raises(UserError, match="needs a name"):
        register_speaker(project, "  ")
    with pytest.raises(UserError, match="has “Асет Ахметов” already"):
        register_speaker(project, "Асет Ахметов")
    with pytest.raises(UserError, match="no kind of speaker “spirit”"):
        register_speaker(project, "Болат", kind="spirit")
    with pytest.raises(UserError, match="date such as 2023-07-04, not “весной”"):
        register_speaker(project, "Болат", posts=(Post("министр", since="весной"),))


def test_a_rename_is_followed_by_own_marks(desk: Desk) -> None:
    mark, other = desk.mark("Ахметову"), desk.mark("Болат Оспанов")
    desk.give(mark, canonical_name="Ахметов")
    desk.give(other, canonical_name="Болат Оспанов")
    entry, project = desk.entry("Ахметов").id, desk.session.project
    undone(desk, lambda: desk.session.do("r", rename_speaker(project, entry, "Асет Ахметов", "Асель")))
    assert (desk.name(mark), desk.name(other)) == ("Асет Ахметов", "Болат Оспанов")
    assert desk.entry("Асет Ахметов").forms == ("Ахметову",)
    assert rename_speaker(project, entry, " Асет Ахметов ", "Асель") == []
    with pytest.raises(UserError, match="merge the two"):
        rename_speaker(project, entry, "Болат Оспанов", "Асель")


def test_the_marks_of_others_keep_the_former_name_which_resolves(desk: Desk) -> None:
    other = desk_of(Session(desk.session.project, "Болат"), desk.article)
    theirs = other.mark("Ахметову")
    other.give(theirs, canonical_name="Ахметов")
    entry = desk.entry("Ахметов").id
    desk.session.do("r", rename_speaker(desk.session.project, entry, "Асет Ахметов", "Асель"))
    assert desk.name(theirs) == "Ахметов"
    assert desk.entry("Асет Ахметов").forms == ("Ахметов", "Ахметову")
    assert Registry(desk.session.project.speakers).resolve("Ахметов") == desk.entry("Асет Ахметов")


def test_set_describes_and_sorts_posts(desk: Desk) -> None:
    entry, project = desk.register("Асет Ахметов", kind="person"), desk.session.project
    posts = (Post("министр", "", "2023-03"), Post("депутат", "Мажилис"), Post(), Post("депутат", "Мажилис"))
    undone(desk, lambda: desk.session.do("s", set_speaker(project, entry, posts=posts, note=" сверено ")))
    described = desk.entry("Асет Ахметов")
    assert described.posts == (Post("депутат", "Мажилис"), Post("министр", "", "2023-03"))
    assert (described.kind, described.note) == ("person", "сверено")
    assert set_speaker(project, entry, kind="person") == []
    desk.session.do("s", set_speaker(project, entry, kind="", forms=("Ахметов",)))
    assert (desk.entry("Асет Ахметов").kind, desk.entry("Асет Ахметов").forms) == ("", ("Ахметов",))
    with pytest.raises(UserError, match="no kind"):
        set_speaker(project, entry, kind="spirit")


def test_a_merge_unites_and_re_points_own_marks(desk: Desk) -> None:
    desk.register("Асет Ахметов", posts=(Post("министр", "", "2023"),), forms=("Ахметов",))
    desk.register("Akhmetov", kind="person", posts=(Post("депутат"),), forms=("Ахметов", "Ахметову"))
    mine = desk.mark("Akhmetov", canonical_name="Akhmetov")
    other = desk_of(Session(desk.session.project, "Болат"), desk.article)
    theirs = other.mark("Ахметову", canonical_name="Akhmetov")
    keep, gone, project = desk.entry("Асет Ахметов").id, desk.entry("Akhmetov").id, desk.session.project
    undone(desk, lambda: desk.session.do("m", merge_speakers(project, keep, gone, "Асель")))
    (entry,) = desk.entries()
    assert entry.forms == ("Ахметов", "Akhmetov", "Ахметову")
    assert entry.posts == (Post("депутат"), Post("министр", "", "2023"))
    assert entry.kind == "person"
    assert (desk.name(mine), desk.name(theirs)) == ("Асет Ахметов", "Akhmetov")
    assert desk.registry.resolve("Akhmetov") == entry
    with pytest.raises(UserError, match="with itself"):
        merge_speakers(project, keep, keep, "Асель")


def test_a_form_splits_off_with_the_marks_that_read_so(desk: Desk) -> None:
    desk.register("Асет Ахметов", kind="person", forms=("Ахметову", "Ахметова"))
    hers = desk.mark("Ахметова", canonical_name="Асет Ахметов")
    his = desk.mark("Ахметову", canonical_name="Асет Ахметов")
    entry, project = desk.entry("Асет Ахметов").id, desk.session.project
    undone(desk, lambda: desk.session.do("s", split_form(project, entry, "Ахметова", "Асель")))
    assert (desk.name(hers), desk.name(his)) == ("Ахметова", "Асет Ахметов")
    assert desk.entry("Асет Ахметов").forms == ("Ахметову",)
    assert desk.entry("Ахметова").kind == "person"
    with pytest.raises(UserError, match="has no form “Сейт”"):
        split_form(project, entry, "Сейт", "Асель")


def test_a_removed_entry_leaves_the_names_in_marks(desk: Desk) -> None:
    mark = desk.mark("Ахметову")
    desk.give(mark, canonical_name="Асет Ахметов")
    entry, project = desk.entry("Асет Ахметов").id, desk.session.project
    undone(desk, lambda: desk.session.do("r", remove_speaker(project, entry)))
    assert desk.name(mark) == "Асет Ахметов"


def test_mentions_are_found_in_the_whole_project(desk: Desk) -> None:
    project = desk.session.project
    second = add(desk.session, page("Второй", "Асет Ахметов и Болат Оспанов.", site="other.example"))
    first = desk.mark("Асет Ахметов", canonical_name="Асет Ахметов")
    desk.mark("Болат Оспанов", canonical_name="Болат Оспанов")
    there = desk_of(desk.session, second).mark("Асет Ахметов", canonical_name="Асет Ахметов")
    other = desk_of(Session(project, "Болат"), second).mark("Асет Ахметов", canonical_name="Асет Ахметов")
    assert {a.id for a in project.mentions(["Асет Ахметов"])} == {first, there, other}
    assert [a.id for a in project.mentions(["Асет Ахметов", "нет"], "Асель")] == (
        [first, there] if desk.article < second else [there, first]
    )
    assert project.mentions([]) == []


# -- copying attributes -----------------------------------------------------------------------------


def copy(desk: Desk, mark: int) -> None:
    desk.do(copy_attributes(desk.session.project, desk.registry, mark))


def test_a_speakers_attributes_come_from_the_newest_mark_of_the_same_one(desk: Desk) -> None:
    second = add(desk.session, page("Второй", "Об этом сказал Асет Ахметов.", site="other.example"))
    told = {"role": "министр", "organisation": "Минздрав", "kind": "person"}
    desk.mark("Асет Ахметов", canonical_name="Асет Ахметов", **(told | {"role": "депутат"}))
    desk.mark("Akhmetov", canonical_name="Асет Ахметов", mention="named", **told)
    desk.mark("Болат Оспанов", canonical_name="Болат Оспанов", role="депутат")
    there = desk_of(desk.session, second)
    mark = there.mark("Асет Ахметов", canonical_name="Асет Ахметов")
    undone(there, lambda: copy(there, mark))
    assert desk.annotation(mark).attributes == {"canonical_name": "Асет Ахметов", **told}


def test_a_speaker_without_a_name_is_told_by_the_registry_or_by_the_article(desk: Desk) -> None:
    desk.mark("Асет Ахметов", canonical_name="Асет Ахметов", role="министр")
    mark = desk.mark("Ахметову")
    copy(desk, mark)
    assert desk.annotation(mark).attributes == {"canonical_name": "Асет Ахметов", "role": "министр"}
    desk.mark("Болат Оспанов", role="депутат")
    unnamed = desk.mark("Оспанову")
    copy(desk, unnamed)
    assert desk.annotation(unnamed).attributes == {"role": "депутат"}


def test_where_no_mark_is_like_it_the_registry_tells(desk: Desk) -> None:
    posts = (Post("депутат", "Мажилис"), Post("министр", "Минздрав", "2024-01"))
    desk.register("Болат Оспанов", kind="person", posts=posts)
    mark = desk.mark("Болат Оспанов")
    copy(desk, mark)
    assert desk.annotation(mark).attributes == {
        "canonical_name": "Болат Оспанов",
        "kind": "person",
        "role": "министр",
        "organisation": "Минздрав",
    }


def test_other_labels_copy_choices_from_the_one_before_and_no_numbers(desk: Desk) -> None:
    first = {"value": 30, "unit": "day", "number_type": "duration", "modifier": "EXACT"}
    desk.mark("30", "number", **first)
    mark = desk.mark("40", "number", value=40)
    copy(desk, mark)
    assert desk.annotation(mark).attributes == {**first, "value": 40}
    desk.mark("Ахметову задали вопросы", "claim", claim_type="quantity", normalised_text="А", verdict="true")
    claim = desk.mark("Он обещал 30 дней", "claim", normalised_text="Б", check_worthiness="CFS")
    copy(desk, claim)
    assert desk.annotation(claim).attributes == {
        "claim_type": "quantity",
        "normalised_text": "Б",
        "check_worthiness": "CFS",
    }


def test_nothing_to_copy_is_said(desk: Desk) -> None:
    with pytest.raises(UserError, match="no other Number"):
        copy(desk, desk.mark("30", "number"))
    with pytest.raises(UserError, match="no other Speaker"):
        copy(desk, desk.mark("Болат Оспанов", canonical_name="Болат Оспанов"))
