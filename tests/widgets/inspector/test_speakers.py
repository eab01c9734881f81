"""The registry of speakers by keys in the real window: list, card, merge, completions, copying."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMenu,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import commands
from app import settings as setting
from app.anchor import Span
from app.annotation import Annotation
from app.changes import Change
from app.speaker import Post, Speaker
from tests.keyboard import Layout, press, write
from tests.widgets.panels import part
from tests.widgets.window.samples import make, shown
from widgets.desk import Desk
from widgets.inspector.chips import RelationChip
from widgets.inspector.rows import Row, RowsView
from widgets.inspector.speakers.card import SpeakerCard
from widgets.inspector.speakers.merge import MergeDialog
from widgets.shell import Shell
from widgets.wrapped_text import WrappedText

# The offscreen platform says so of every popup and dialog.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LAYOUTS: list[Layout] = ["us", "ru", "kz"]
YERLAN = Speaker(
    1, "Ерлан Касымов", "person", ("Касымову",), (Post("подрядчик"), Post("аким", "Акимат", "2025"))
)
LATIN = Speaker(2, "Yerlan Kassymov")
ANNA = Speaker(3, "Анна Ли", "person")
HOWE = Speaker(4, "Jane Howe", "person", (), (Post("operator", "Harbour Ferry"),))
ENTRIES = (YERLAN, LATIN, ANNA, HOWE)


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    path = tmp_path / "news.pressmark"
    make(path)
    with shown(tmp_path, path) as shell:
        shell.settings.set(setting.SUGGEST, False)
        shell.window.resize(1440, 900)
        shell.window.activateWindow()
        yield shell


@pytest.fixture
def filled(shell: Shell) -> Shell:
    """The window on a project whose registry has ENTRIES."""
    desk_of(shell).session.do("register_speaker", [Change(None, entry) for entry in ENTRIES])
    return shell


def desk_of(shell: Shell) -> Desk:
    assert shell.desk is not None
    return shell.desk


def entries(shell: Shell) -> dict[str, Speaker]:
    return {entry.name: entry for entry in desk_of(shell).project.speakers()}


def mark(shell: Shell, quote: str, key: str = "2") -> Annotation:
    """Select the words and press the label's key."""
    desk = desk_of(shell)
    desk.focus_article()
    start = desk.text.index(quote)
    desk.reader.select_span(Span(start, start + len(quote)))
    press(shell.window, key)
    made = desk.selected()
    assert made is not None and made.text == quote
    return made


def now(shell: Shell, annotation: Annotation) -> Annotation:
    return desk_of(shell).project.annotation(annotation.id)


def named(shell: Shell, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    """The visible control of this accessible name."""
    inspector = desk_of(shell).inspector
    return next(w for w in inspector.findChildren(kind) if w.accessibleName() == name and w.isVisible())


def focus(shell: Shell) -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def rows(shell: Shell, name: str = "Speakers") -> list[tuple[str, str, str]]:
    view = named(shell, name, RowsView)
    assert isinstance(view, RowsView)
    model = view.model()
    found: list[Row] = [model.index(i, 0).data(Qt.ItemDataRole.UserRole) for i in range(model.rowCount())]
    return [(row.title, row.fact, row.detail) for row in found]


def names(shell: Shell) -> list[str]:
    return [title for title, _, _ in rows(shell)]


def card(shell: Shell) -> SpeakerCard:
    found = part(desk_of(shell).inspector, SpeakerCard)
    assert found.isVisible()
    return found


def open_card(shell: Shell, typed: str) -> SpeakerCard:
    """Search in the registry and go into the first card found."""
    press(shell.window, "Ctrl+Shift+R", "Ctrl+A", "Del")
    write(shell.window, typed)
    press(shell.window, "Return")
    return card(shell)


def retype(shell: Shell, field: str, text: str, *keys: str) -> None:
    line = named(shell, field)
    line.setFocus()
    press(shell.window, "Ctrl+A", "Del")
    write(shell.window, text)
    press(shell.window, *keys)


def tab(shell: Shell) -> str:
    tabs = part(desk_of(shell).inspector, QTabWidget)
    return tabs.tabText(tabs.currentIndex())


# -- the list -----------------------------------------------------------------------------------


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_registry_opens_by_key_with_the_articles_speakers_first(filled: Shell, layout: Layout) -> None:
    mark(filled, "Анна Ли")
    press(filled.window, "Ctrl+Shift+R", layout=layout)
    assert focus(filled).accessibleName() == "Search speakers"
    assert tab(filled) == "Speakers 1"
    assert rows(filled) == [
        ("Анна Ли", "claims 0", "person"),
        ("Ерлан Касымов", "", "подрядчик · Касымову"),
        ("Yerlan Kassymov", "", ""),
        ("Jane Howe", "", "operator · Harbour Ferry"),
    ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kas", ["Ерлан Касымов", "Yerlan Kassymov"]),
        ("касымову", ["Ерлан Касымов"]),
        ("ХОВ", ["Jane Howe"]),
        ("ли ан", ["Анна Ли"]),
        ("Сейт", []),
    ],
)
def test_any_form_in_any_script_is_found_as_one_types(filled: Shell, typed: str, found: list[str]) -> None:
    press(filled.window, "Ctrl+Shift+R")
    write(filled.window, typed)
    assert names(filled) == found
    press(filled.window, "Esc")
    assert len(names(filled)) == len(ENTRIES)


def test_one_speaker_under_two_names_is_one_line(filled: Shell) -> None:
    desk = desk_of(filled)
    claim = mark(filled, "движение откроют 15 октября", "1")
    first = mark(filled, "Ерлан Касымов")
    desk.acts.relate(claim.id, "said_by", first.id)
    other = mark(filled, "подрядчик")
    name = {"canonical_name": "Касымову"}  # as another window, or an import, may have left it
    desk.session.do("set_attributes", commands.set_attributes(desk.project, other.id, name))
    unknown = mark(filled, "инженер")
    press(filled.window, "Ctrl+Shift+R")
    assert rows(filled)[:2] == [
        ("Ерлан Касымов", "claims 1", "подрядчик · Касымову"),
        ("инженер", "claims 0", "not in the registry"),
    ]
    press(filled.window, "Down", "Down")
    assert desk.reader.selected_annotation() == unknown.id


def test_the_arrow_keys_show_cards_and_enter_goes_into_one(filled: Shell) -> None:
    press(filled.window, "Ctrl+Shift+R", "Down")
    assert card(filled).shown() == ANNA.id
    press(filled.window, "Down")
    assert card(filled).shown() == YERLAN.id
    press(filled.window, "Return")
    assert focus(filled).accessibleName() == "Name in the registry"
    press(filled.window, "Esc")
    assert focus(filled).accessibleName() == "Speakers"
    press(filled.window, "Esc")
    assert focus(filled) is desk_of(filled).reader


def test_a_new_speaker_is_made_from_the_search(filled: Shell) -> None:
    press(filled.window, "Ctrl+Shift+R")
    write(filled.window, "Болат Серік")
    press(filled.window, "Return")
    assert "Болат Серік" in entries(filled)
    assert card(filled).shown() == entries(filled)["Болат Серік"].id
    press(filled.window, "Ctrl+Shift+R", "Ctrl+A")
    write(filled.window, "Ли")
    button = (
        named(filled, "", QPushButton)
        if False
        else next(
            b for b in desk_of(filled).inspector.findChildren(QPushButton) if b.text() == "New speaker “Ли”"
        )
    )
    button.setFocus()
    press(filled.window, "Space")
    assert "Ли" in entries(filled)


def test_the_list_of_a_project_without_speakers_says_how_they_come(shell: Shell) -> None:
    def said() -> list[str]:
        texts = desk_of(shell).inspector.speakers.findChildren(WrappedText)
        return [text.text() for text in texts if text.isVisible()]

    press(shell.window, "Ctrl+Shift+R")
    assert rows(shell) == []
    assert said() == ["Speakers come here by themselves, once a name is given on a speaker's card."]
    press(shell.window, "Return")
    assert entries(shell) == {}
    write(shell.window, "Ли")
    assert said() == ["Nobody of this name yet. Enter adds it."]
    press(shell.window, "Return")
    assert set(entries(shell)) == {"Ли"}
    assert said() == []


# -- the card -----------------------------------------------------------------------------------


def test_a_rename_is_followed_by_own_annotations_and_undone_in_one_step(filled: Shell) -> None:
    made = mark(filled, "Ерлан Касымов")
    open_card(filled, "ерлан кас")
    press(filled.window, "Ctrl+A", "Del")
    write(filled.window, "Ерлан Касымұлы")
    press(filled.window, "Return")
    assert now(filled, made).attributes["canonical_name"] == "Ерлан Касымұлы"
    assert "Ерлан Касымов" not in entries(filled)
    desk_of(filled).focus_article()
    press(filled.window, "Ctrl+Z")
    assert now(filled, made).attributes["canonical_name"] == "Ерлан Касымов"
    assert entries(filled)["Ерлан Касымов"] == YERLAN


def test_a_name_that_is_taken_is_told_and_can_be_restored(filled: Shell) -> None:
    open_card(filled, "анна")
    press(filled.window, "Ctrl+A", "Del")
    write(filled.window, "Jane Howe")
    press(filled.window, "Return")
    assert "merge the two" in filled.window.message_bar.text()
    press(filled.window, "Esc")
    line = focus(filled)
    assert isinstance(line, QLineEdit) and line.text() == "Анна Ли"
    press(filled.window, "Ctrl+A", "Del", "Return")
    assert line.text() == "Анна Ли"
    assert entries(filled)["Анна Ли"] == ANNA


def test_kind_forms_posts_and_note_by_keys(filled: Shell) -> None:
    open_card(filled, "анна")
    chip = named(filled, "Kind: organisation", QAbstractButton)
    chip.setFocus()
    press(filled.window, "Return")
    assert entries(filled)["Анна Ли"].kind == "organisation"
    press(filled.window, "1")
    assert entries(filled)["Анна Ли"].kind == "person"
    retype(filled, "Add a form of the name", "Анне Ли", "Return")
    retype(filled, "Add a form of the name", "Anna Lee", "Return")
    assert entries(filled)["Анна Ли"].forms == ("Анне Ли", "Anna Lee")
    form = named(filled, "Form Анне Ли", RelationChip)
    form.setFocus()
    press(filled.window, "Del")
    assert entries(filled)["Анна Ли"].forms == ("Anna Lee",)
    assert focus(filled).accessibleName() == "Form Anna Lee"
    retype(filled, "Role", "инженер", "Tab")
    assert focus(filled).accessibleName() == "Organisation"
    write(filled.window, "Мостстрой")
    press(filled.window, "Tab")
    write(filled.window, "2020-01")
    press(filled.window, "Return")
    assert entries(filled)["Анна Ли"].posts == (Post("инженер", "Мостстрой", "2020-01"),)
    retype(filled, "Note on the speaker", "проверено", "Return")
    assert entries(filled)["Анна Ли"].note == "проверено"
    named(filled, "Take the post off", QAbstractButton).setFocus()
    press(filled.window, "Space")
    assert entries(filled)["Анна Ли"].posts == ()


def test_a_post_from_no_day_is_told_and_stays_typed(filled: Shell) -> None:
    open_card(filled, "howe")
    retype(filled, "Since", "весной", "Return")
    assert "not “весной”" in filled.window.message_bar.text()
    assert entries(filled)["Jane Howe"] == HOWE
    line = named(filled, "Since", QLineEdit)
    assert isinstance(line, QLineEdit) and line.text() == "весной"


def test_another_card_shows_nothing_of_what_was_typed_in_the_last(filled: Shell) -> None:
    open_card(filled, "howe")
    retype(filled, "Since", "весной", "Return")
    open_card(filled, "анна")
    line = named(filled, "Since", QLineEdit)
    assert isinstance(line, QLineEdit) and line.text() == ""


def test_a_form_becomes_a_speaker_of_its_own(filled: Shell) -> None:
    made = mark(filled, "Ерлан Касымов")
    desk_of(filled).acts.set_attributes(made.id, {"canonical_name": "Анна Ли", "mention": "named"})
    open_card(filled, "анна")
    named(filled, "Add a form of the name").setFocus()
    write(filled.window, "Ли")
    press(filled.window, "Return")
    named(filled, "Form Ли", RelationChip).setFocus()
    press(filled.window, "Return")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction().text() == "Make “Ли” a speaker of its own"
    press(filled.window, "Return")
    assert entries(filled)["Ли"].kind == "person"
    assert "Ли" not in entries(filled)["Анна Ли"].forms


def test_mentions_are_listed_and_enter_goes_to_one(filled: Shell) -> None:
    desk = desk_of(filled)
    here = desk.article
    made = mark(filled, "Анна Ли")
    other = desk.library.neighbour(made.article_id, 1)
    assert other is not None and here is not None
    desk.open_article(other)
    open_card(filled, "анна")
    assert rows(filled, "Mentions in the project") == [("Анна Ли", "2024-09-03", here.title)]
    named(filled, "Mentions in the project", RowsView).setFocus()
    press(filled.window, "Down", "Return")
    assert desk.article is not None and desk.article.id == made.article_id
    assert desk.reader.selected_annotation() == made.id
    assert focus(filled) is desk.reader
    press(filled.window, "Alt+Backspace")
    assert desk.article.id == other


def test_an_entry_is_removed_and_comes_back_by_undo(filled: Shell) -> None:
    open_card(filled, "howe")
    button = next(b for b in card(filled).findChildren(QPushButton) if b.text() == "Remove")
    button.setFocus()
    press(filled.window, "Space")
    assert "Jane Howe" not in entries(filled)
    assert not part(desk_of(filled).inspector, SpeakerCard).isVisible()
    press(filled.window, "Esc")
    desk_of(filled).focus_article()
    press(filled.window, "Ctrl+Z")
    assert entries(filled)["Jane Howe"] == HOWE
    assert card(filled).shown() == HOWE.id


# -- merging ------------------------------------------------------------------------------------


def test_two_are_merged_by_keys_and_one_undo_takes_it_back(filled: Shell) -> None:
    made = mark(filled, "Ерлан Касымов")
    open_card(filled, "yerlan kassymov")
    assert card(filled).shown() == YERLAN.id
    button = named(filled, "Merge with Yerlan Kassymov", QPushButton)
    button.setFocus()
    press(filled.window, "Space")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MergeDialog)
    press(filled.window, "Return")
    assert "Yerlan Kassymov" not in entries(filled)
    assert entries(filled)["Ерлан Касымов"].forms == ("Касымову", "Yerlan Kassymov")
    assert now(filled, made).attributes["canonical_name"] == "Ерлан Касымов"
    filled.window.activateWindow()
    desk_of(filled).focus_article()
    press(filled.window, "Ctrl+Z")
    assert entries(filled) == {entry.name: entry for entry in ENTRIES}


def test_the_other_is_chosen_by_typing_and_its_name_can_be_kept(filled: Shell) -> None:
    made = mark(filled, "Анна Ли")
    open_card(filled, "анна")
    card(filled).merge_requested.emit(ANNA.id, None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MergeDialog)
    write(filled.window, "хов")
    assert dialog.gone() == HOWE.id
    said = dialog._what.text()
    assert "“Jane Howe” goes into “Анна Ли”" in said and "name: 0" in said
    press(filled.window, "Tab", "Space")
    assert (dialog.keep(), dialog.gone()) == (HOWE.id, ANNA.id)
    assert "name: 1" in dialog._what.text()
    press(filled.window, "Return")
    assert now(filled, made).attributes["canonical_name"] == "Jane Howe"
    assert entries(filled)["Jane Howe"].forms == ("Анна Ли",)
    assert card(filled).shown() == HOWE.id


def test_the_likely_same_come_first_and_nothing_found_cannot_be_merged(filled: Shell) -> None:
    open_card(filled, "yerlan kassymov")
    card(filled).merge_requested.emit(YERLAN.id, None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MergeDialog)
    view = part(dialog, RowsView)
    first: Row = view.model().index(0, 0).data(Qt.ItemDataRole.UserRole)
    assert (first.title, first.fact) == ("Yerlan Kassymov", "likely the same")
    press(filled.window, "Down")
    assert dialog.gone() == ANNA.id
    write(filled.window, "Сейт")
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Merge")
    assert not button.isEnabled()
    press(filled.window, "Esc")
    assert entries(filled) == {entry.name: entry for entry in ENTRIES}


# -- the speaker's card in the article --------------------------------------------------------------


def test_a_mark_of_a_known_speaker_is_filled_in_its_own_step(filled: Shell) -> None:
    made = mark(filled, "Ерлан Касымов")
    assert made.attributes == {
        "canonical_name": "Ерлан Касымов",
        "kind": "person",
        "role": "подрядчик",
        "mention": "named",
    }
    press(filled.window, "Ctrl+Z")
    assert desk_of(filled).annotations() == []
    assert entries(filled)["Ерлан Касымов"] == YERLAN


def test_what_the_registry_does_not_know_stays_empty(filled: Shell) -> None:
    assert mark(filled, "инженер").attributes == {}


@pytest.mark.parametrize("typed", ["kass", "касы", "Касымовым", "yerl"])
def test_the_name_is_completed_across_scripts(filled: Shell, typed: str) -> None:
    made = mark(filled, "инженер")
    press(filled.window, "Return")
    assert focus(filled).accessibleName() == "Name"
    write(filled.window, typed)
    assert QApplication.activePopupWidget() is not None
    press(filled.window, "Down", "Return")
    line = focus(filled)
    assert isinstance(line, QLineEdit) and line.text() == "Ерлан Касымов"
    press(filled.window, "Return")
    assert now(filled, made).attributes["canonical_name"] == "Ерлан Касымов"
    assert QApplication.activePopupWidget() is None


def test_a_name_typed_on_a_card_enters_the_registry_in_the_same_step(shell: Shell) -> None:
    made = mark(shell, "Анна Ли")
    press(shell.window, "Return")
    write(shell.window, "Анна Ли")
    press(shell.window, "Return")
    assert set(entries(shell)) == {"Анна Ли"}
    other = mark(shell, "инженер Анна Ли")
    desk_of(shell).acts.set_attributes(other.id, {"canonical_name": "Anna Li"})
    assert now(shell, other).attributes["canonical_name"] == "Анна Ли"
    assert entries(shell)["Анна Ли"].forms == ("Anna Li",)
    desk_of(shell).focus_article()
    press(shell.window, "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert entries(shell) == {}
    assert now(shell, made).attributes == {}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_c_copies_from_the_last_like_it(filled: Shell, layout: Layout) -> None:
    first = mark(filled, "36", "3")
    desk_of(filled).acts.set_attributes(first.id, {"number_type": "cardinal", "value": 36})
    second = mark(filled, "2021", "3")
    desk_of(filled).acts.set_attributes(second.id, {"value": 2021})
    desk_of(filled).focus_article()
    press(filled.window, "C", layout=layout)
    assert now(filled, second).attributes == {"number_type": "cardinal", "value": 2021}
    press(filled.window, "Ctrl+Z")
    assert now(filled, second).attributes == {"value": 2021}


def test_c_with_nothing_selected_or_nothing_like_it_says_so(filled: Shell) -> None:
    desk_of(filled).focus_article()
    desk_of(filled).show_annotation(None)
    press(filled.window, "C")
    assert "Select an annotation first" in filled.window.message_bar.text()
    mark(filled, "инженер")
    press(filled.window, "C")
    assert filled.window.message_bar.text() == "There is no other Speaker to copy from."


def test_undo_of_an_edit_of_the_registry_shows_what_it_changed(filled: Shell) -> None:
    open_card(filled, "howe")
    retype(filled, "Note on the speaker", "проверено", "Return")
    desk_of(filled).focus_article()
    press(filled.window, "Ctrl+Z")
    assert entries(filled)["Jane Howe"] == HOWE
    assert card(filled).shown() == HOWE.id
    assert tab(filled).startswith("Speakers")
