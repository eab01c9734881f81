"""M and what follows, with real key events on three layouts: places answered and marked in one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import settings as setting
from app.anchor import Span, anchor
from app.annotation import Status
from app.article import Role
from app.commands import add_articles
from app.ids import new_id
from app.occurrences import Mode
from app.project import ArticleQuery
from app.session import Session
from app.suggestion import Decision, Suggestion
from storage import create_project
from tests.widgets.window.samples import ANNOTATOR, news_scheme, page, shown
from widgets.desk import Desk
from widgets.occurrences import OccurrencesPanel
from widgets.shell import Shell

Key, NONE, SHIFT = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier

FIRST = (
    (Role.HEADLINE, "Камеры в городе"),
    (Role.BOILERPLATE, "Читайте также: Асет Ахметов"),
    (Role.BODY, "Камеры поставят, сказал Асет Ахметов. Асета Ахметова спросили о цене."),
    (Role.BODY, "К Асету Ахметову пришли жители. Потом Асет Ахметов ушёл. Записи хранят 30 дней."),
)
SECOND = (
    (Role.HEADLINE, "Мост открыт"),
    (Role.BODY, "Асетом Ахметовым довольны. Асет Ахметов рад. Жақсы."),
)
KAZAKH = (
    (Role.HEADLINE, "Қазақстандықтардың электрондық қызметтерге қолжетімділігі"),
    (Role.BODY, "Қазақстанның қызметтері, Қазақстан’да, Қазақстан."),
)
# What the Russian and Kazakh layouts type at the places of the US keys; the digits of the Kazakh one too.
_RUSSIAN = dict(zip("MYNVL", "ЬНТМД", strict=True))
LAYOUTS = {"us": {}, "ru": _RUSSIAN, "kz": _RUSSIAN | dict(zip("12345", '"ӘІҢҒ', strict=True))}


@pytest.fixture
def shell(qtbot: QtBot, tmp_path: Path) -> Iterator[Shell]:
    path = tmp_path / "news.pressmark"
    project = create_project(path, news_scheme())
    session = Session(project, ANNOTATOR)
    pages = [page(FIRST, "ru"), page(SECOND, "ru"), page(KAZAKH, "kk")]
    added = add_articles(project, pages, session.stamp())
    session.do("add_articles", added.changes, added.contents)
    project.close()
    with shown(tmp_path, path) as shell:
        shell.settings.set(setting.SUGGEST, False)
        open_article(shell, "Камеры в городе")
        yield shell


def desk_of(shell: Shell) -> Desk:
    assert shell.desk is not None
    return shell.desk


def panel_of(shell: Shell) -> OccurrencesPanel:
    panel = shell.window.findChild(OccurrencesPanel)
    assert panel is not None
    return panel


def open_article(shell: Shell, title: str) -> None:
    desk = desk_of(shell)
    ids = desk.library._model.keys
    summaries = desk.project.summaries(list(ids), desk.annotator)
    desk.open_article(next(s.id for s in summaries if s.title == title))
    desk.focus_article()


def strike(shell: Shell, keys: str, modifiers: Qt.KeyboardModifier = NONE, layout: str = "us") -> None:
    """Press the keys that have these signs on a US keyboard."""
    handle = shell.window.windowHandle()
    assert handle is not None
    for key in keys:
        typed = LAYOUTS[layout].get(key, key)
        QTest.sendKeyEvent(QTest.KeyAction.Click, handle, Key(ord(typed)), typed.lower(), modifiers)


def press(shell: Shell, *keys: Qt.Key) -> None:
    handle = shell.window.windowHandle()
    assert handle is not None
    for key in keys:
        QTest.keyClick(handle, key)


def mark_first(shell: Shell, words: str, label: str = "speaker", **values: object) -> int:
    """Have the first such words marked and selected."""
    desk = desk_of(shell)
    start = desk.text.index(words)
    desk.annotate([Span(start, start + len(words))], label)
    annotation = desk.selected()
    assert annotation is not None
    if values:
        desk.acts.set_attributes(annotation.id, values)
    return annotation.id


def open_panel(qtbot: QtBot, shell: Shell, layout: str = "us") -> OccurrencesPanel:
    strike(shell, "M", layout=layout)
    return settled(qtbot, shell)


def settled(qtbot: QtBot, shell: Shell) -> OccurrencesPanel:
    panel = panel_of(shell)
    qtbot.waitUntil(lambda: panel._progress is None, timeout=30_000)
    return panel


def matches(panel: OccurrencesPanel) -> list[str]:
    return [occurrence.match for occurrence in panel.model.keys]


def answers(panel: OccurrencesPanel) -> list[bool | None]:
    return [panel.model.answer_of(row) for row in range(len(panel.model.keys))]


def marked(shell: Shell) -> list[tuple[str, str]]:
    return [(a.label, a.text) for a in desk_of(shell).annotations()]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_whole_way_by_keys_on_every_layout(qtbot: QtBot, shell: Shell, layout: str) -> None:
    first = mark_first(shell, "Асет Ахметов", canonical_name="Асет Ахметов", kind="person")
    # The first such words stand in page furniture; what was marked there is moved to the text.
    desk = desk_of(shell)
    start = desk.text.index("сказал Асет") + 7
    desk.acts.resize(first, [Span(start, start + 12)])
    panel = open_panel(qtbot, shell, layout)
    assert panel.isVisible()
    assert matches(panel) == ["Асета Ахметова", "Асету Ахметову", "Асет Ахметов"]
    assert panel._mark.text() == "Mark 0 of 3"
    strike(shell, "YN", layout=layout)
    strike(shell, "Y", layout=layout)
    assert answers(panel) == [True, False, True]
    assert panel._mark.text() == "Mark 2 of 3"
    before = desk.project.counts(ANNOTATOR).steps
    press(shell, Key.Key_Return)
    assert not panel.isVisible()
    assert marked(shell) == [
        ("speaker", "Асет Ахметов"),
        ("speaker", "Асета Ахметова"),
        ("speaker", "Асет Ахметов"),
    ]
    assert {a.attributes.get("canonical_name") for a in desk.annotations()} == {"Асет Ахметов"}
    assert desk.project.counts(ANNOTATOR).steps == before + 1
    assert shell.window.message_bar.text() == "Marked as Speaker: 2."
    assert desk.reader.hasFocus()
    assert desk.reader.selected_annotation() == first
    desk.undo()
    assert marked(shell) == [("speaker", "Асет Ахметов")]
    desk.redo()
    assert len(marked(shell)) == 3


def test_modes_by_digit_keep_the_answers(qtbot: QtBot, shell: Shell) -> None:
    mark_first(shell, "Асета Ахметова")
    panel = open_panel(qtbot, shell)
    assert panel.options.mode() is Mode.LEMMA
    assert matches(panel) == ["Асет Ахметов", "Асету Ахметову", "Асет Ахметов"]
    strike(shell, "NYY")
    strike(shell, "1")
    settled(qtbot, shell)
    assert panel.options.mode() is Mode.EXACT
    assert matches(panel) == []
    assert "Nowhere else in this article." in panel.list.message()
    strike(shell, "3")
    settled(qtbot, shell)
    assert answers(panel) == [False, True, True]


def test_all_the_rest_are_those_from_here_on_without_an_answer(qtbot: QtBot, shell: Shell) -> None:
    mark_first(shell, "30 дней", "number")
    desk_of(shell).reader.select_annotation(None)
    desk_of(shell).reader.set_caret(desk_of(shell).text.index("Камеры поставят"))
    panel = open_panel(qtbot, shell)
    strike(shell, "1")
    assert matches(settled(qtbot, shell)) == ["Камеры", "Камеры"]
    strike(shell, "N")
    strike(shell, "Y", SHIFT)
    assert answers(panel) == [False, True]
    press(shell, Key.Key_Up)
    press(shell, Key.Key_Space)
    assert answers(panel) == [None, True]
    assert panel.list.row() == 1
    press(shell, Key.Key_Home)
    strike(shell, "N", SHIFT)
    assert answers(panel) == [False, True]


def test_the_row_is_shown_in_the_article(qtbot: QtBot, shell: Shell) -> None:
    mark_first(shell, "Асета Ахметова")
    panel = open_panel(qtbot, shell)
    desk = desk_of(shell)
    assert desk.reader.selected_span() == panel.model.keys[0].span
    press(shell, Key.Key_Down)
    assert desk.reader.selected_span() == panel.model.keys[1].span


def test_esc_marks_nothing_and_the_answers_are_there_again(qtbot: QtBot, shell: Shell) -> None:
    first = mark_first(shell, "Асета Ахметова")
    panel = open_panel(qtbot, shell)
    strike(shell, "Y")
    press(shell, Key.Key_Escape)
    assert not panel.isVisible()
    assert marked(shell) == [("speaker", "Асета Ахметова")]
    assert desk_of(shell).reader.selected_annotation() == first
    assert desk_of(shell).reader.hasFocus()
    open_panel(qtbot, shell)
    assert answers(panel) == [True, None, None]


def test_enter_without_a_yes_marks_nothing_and_says_why(qtbot: QtBot, shell: Shell) -> None:
    mark_first(shell, "Асета Ахметова")
    panel = open_panel(qtbot, shell)
    strike(shell, "N")
    press(shell, Key.Key_Return)
    assert panel.isVisible()
    assert "Answer Y" in panel._said.text()
    assert len(marked(shell)) == 1
    assert not panel._mark.isEnabled()


def test_the_whole_project_is_searched_beside_the_window_and_undone_at_once(
    qtbot: QtBot, shell: Shell
) -> None:
    mark_first(shell, "Асета Ахметова", canonical_name="Асет Ахметов")
    panel = open_panel(qtbot, shell)
    strike(shell, "5")
    settled(qtbot, shell)
    assert matches(panel)[3:] == ["Асетом Ахметовым", "Асет Ахметов"]
    assert [o.title for o in panel.model.keys][2:4] == ["Камеры в городе", "Мост открыт"]
    strike(shell, "Y", SHIFT)
    press(shell, Key.Key_Return)
    desk = desk_of(shell)
    other = panel.model
    assert other.keys == []
    second = next(a for a in desk.library._model.keys if desk.project.article(a).title == "Мост открыт")
    texts = [(a.text, a.attributes.get("canonical_name")) for a in desk.project.annotations(second)]
    assert texts == [("Асетом Ахметовым", "Асет Ахметов"), ("Асет Ахметов", "Асет Ахметов")]
    status = desk.project.status(second, ANNOTATOR)
    assert status is None or status.status is Status.TODO
    desk.undo()
    assert desk.project.annotations(second) == []
    assert len(marked(shell)) == 1


def test_a_no_rejects_the_suggestion_on_its_place_in_the_same_step(qtbot: QtBot, shell: Shell) -> None:
    desk = desk_of(shell)
    assert desk.article is not None
    mark_first(shell, "Асета Ахметова")
    spans = [
        Span(desk.text.index(w), desk.text.index(w) + len(w)) for w in ("Асету Ахметову", "Асета Ахметова")
    ]
    made = [
        Suggestion(new_id(), desk.article.id, "speaker", anchor(desk.text, s), 0.9, "x") for s in spans[:1]
    ]
    desk.session.put_suggestions(desk.article.id, {"x": made})
    panel = open_panel(qtbot, shell)
    strike(shell, "YN")
    assert panel._mark.text() == "Mark 1 of 3, reject 1"
    press(shell, Key.Key_Return)
    assert desk.project.suggestion(made[0].id).decision is Decision.REJECTED
    desk.undo()
    assert desk.project.suggestion(made[0].id).decision is Decision.OPEN
    assert len(marked(shell)) == 1


def suggested(shell: Shell, title: str, label: str, *words: str, **values: object) -> list[Suggestion]:
    """Have the words suggested in the article of this title."""
    desk = desk_of(shell)
    ids = desk.project.find(ArticleQuery())
    article = next(a for a in map(desk.project.article, ids) if a.title == title)
    text = desk.project.text(article.id)
    spans = [Span(text.index(each), text.index(each) + len(each)) for each in words]
    made = [
        Suggestion(new_id(), article.id, label, anchor(text, span), 0.9, f"x {label}", attributes=values)
        for span in spans
    ]
    desk.session.put_suggestions(article.id, {f"x {label}": made})
    return made


@pytest.mark.parametrize("layout", LAYOUTS)
def test_suggestions_are_gone_through_and_decided_in_one_step(
    qtbot: QtBot, shell: Shell, layout: str
) -> None:
    desk = desk_of(shell)
    here = suggested(shell, "Камеры в городе", "speaker", "Асет Ахметов", "Асета Ахметова", kind="person")
    there = suggested(shell, "Мост открыт", "speaker", "Асетом Ахметовым")
    (number,) = suggested(shell, "Камеры в городе", "number", "30 дней", value=30, unit="day")
    strike(shell, "M", SHIFT, layout)
    panel = settled(qtbot, shell)
    assert matches(panel) == ["Асет Ахметов", "Асета Ахметова"]
    assert not any(chip.isVisible() for chip in panel.options._modes.values())
    strike(shell, "5", layout=layout)
    assert matches(settled(qtbot, shell)) == ["Асет Ахметов", "Асета Ахметова", "Асетом Ахметовым"]
    strike(shell, "YNY", layout=layout)
    assert panel._mark.text() == "Accept 2 of 3, reject 1"
    press(shell, Key.Key_Return)
    decisions = [desk.project.suggestion(s.id).decision for s in (*here, *there, number)]
    assert decisions == [Decision.ACCEPTED, Decision.REJECTED, Decision.ACCEPTED, Decision.OPEN]
    (made,) = desk.annotations()
    assert (made.text, made.origin, made.attributes) == ("Асет Ахметов", "x speaker", {"kind": "person"})
    desk.undo()
    assert {desk.project.suggestion(s.id).decision for s in (*here, *there)} == {Decision.OPEN}
    assert desk.annotations() == []


def test_the_label_of_the_selected_suggestion_is_gone_through(qtbot: QtBot, shell: Shell) -> None:
    suggested(shell, "Камеры в городе", "speaker", "Асет Ахметов", "Асета Ахметова")
    (number,) = suggested(shell, "Камеры в городе", "number", "30 дней", value=30, unit="day")
    desk_of(shell).reader.select_suggestion(number.id)
    strike(shell, "M", SHIFT)
    panel = settled(qtbot, shell)
    assert matches(panel) == ["30 дней"]
    strike(shell, "L1")
    assert matches(settled(qtbot, shell)) == []
    assert "Nothing is suggested" in panel.list.message()
    strike(shell, "L2")
    assert matches(settled(qtbot, shell)) == ["Асет Ахметов", "Асета Ахметова"]


def test_values_are_copied_for_a_name_and_not_for_a_number(qtbot: QtBot, shell: Shell) -> None:
    mark_first(shell, "Асета Ахметова", canonical_name="Асет Ахметов", kind="person")
    panel = open_panel(qtbot, shell)
    assert panel.options.with_values()
    assert panel.options._shown_values.text() == "Асет Ахметов, person"
    strike(shell, "V")
    assert not panel.options.with_values()
    press(shell, Key.Key_Escape)
    mark_first(shell, "30 дней", "number", value=30, unit="day")
    open_panel(qtbot, shell)
    assert not panel.options.with_values()
    assert panel.options._values_row.isVisible()


def test_the_registry_learns_of_what_is_marked_everywhere_in_the_same_step(
    qtbot: QtBot, shell: Shell
) -> None:
    """The name comes from a suggestion: nobody has marked it before."""
    desk = desk_of(shell)
    assert desk.article is not None
    start = desk.text.index("Асета Ахметова")
    there = anchor(desk.text, Span(start, start + len("Асета Ахметова")))
    values = {"canonical_name": "Асет Ахметов", "kind": "person"}
    proposed = Suggestion(new_id(), desk.article.id, "speaker", there, 0.9, "x", attributes=values)
    desk.session.put_suggestions(desk.article.id, {"x": [proposed]})
    desk.reader.select_suggestion(proposed.id)
    panel = open_panel(qtbot, shell)
    strike(shell, "Y" * len(panel.model.keys))
    press(shell, Key.Key_Return)
    (entry,) = desk.project.speakers()
    assert (entry.name, entry.kind) == ("Асет Ахметов", "person")
    assert set(entry.forms) == {"Асета Ахметова", "Асету Ахметову"}
    desk.undo()
    assert desk.project.speakers() == []
    assert marked(shell) == []


def test_l_and_a_digit_choose_the_label_and_values_of_another_are_not_copied(
    qtbot: QtBot, shell: Shell
) -> None:
    mark_first(shell, "Асета Ахметова", canonical_name="Асет Ахметов")
    panel = open_panel(qtbot, shell)
    strike(shell, "L")
    assert panel._said.text() == "A label's digit chooses the label."
    strike(shell, "1")
    settled(qtbot, shell)
    label = panel.options.label()
    assert label is not None
    assert label.id == "claim"
    assert not panel.options.with_values()
    assert matches(panel) == ["Асет Ахметов", "Асета Ахметова", "Асету Ахметову", "Асет Ахметов"]
    strike(shell, "Y")
    press(shell, Key.Key_Return)
    claims = [a for a in desk_of(shell).annotations() if a.label == "claim"]
    assert [(a.text, a.attributes) for a in claims] == [("Асет Ахметов", {})]


def test_selected_text_is_the_seed_though_an_annotation_is_selected(qtbot: QtBot, shell: Shell) -> None:
    mark_first(shell, "30 дней", "number")
    desk = desk_of(shell)
    start = desk.text.index("Камеры поставят")
    desk.reader.select_span(Span(start, start + 6))
    panel = open_panel(qtbot, shell)
    assert panel.seed.phrase == "Камеры"


def test_kazakh_forms_are_guessed_only_where_chosen(qtbot: QtBot, shell: Shell) -> None:
    open_article(shell, "Қазақстандықтардың электрондық қызметтерге қолжетімділігі")
    mark_first(shell, "Қазақстанның")
    panel = open_panel(qtbot, shell, "kz")
    assert panel.options.mode() is Mode.ANY_CASE
    assert matches(panel) == []
    strike(shell, "3", layout="kz")
    settled(qtbot, shell)
    assert matches(panel) == ["Қазақстан’да", "Қазақстан"]


def test_another_article_closes_the_panel(qtbot: QtBot, shell: Shell) -> None:
    mark_first(shell, "Асета Ахметова")
    panel = open_panel(qtbot, shell)
    open_article(shell, "Мост открыт")
    assert not panel.isVisible()
    assert desk_of(shell).reader.selected_annotation() is None


def test_what_is_undone_meanwhile_is_listed_again(qtbot: QtBot, shell: Shell) -> None:
    mark_first(shell, "Асета Ахметова")
    panel = open_panel(qtbot, shell)
    strike(shell, "Y")
    desk_of(shell).undo()
    settled(qtbot, shell)
    assert matches(panel) == ["Асет Ахметов", "Асета Ахметова", "Асету Ахметову", "Асет Ахметов"]
    assert answers(panel) == [True, None, None, None]


def test_without_an_article_there_is_nothing_to_mark(qtbot: QtBot, shell: Shell) -> None:
    desk_of(shell).close_article()
    shell.actions.trigger("mark_all")
    assert shell.window.findChild(OccurrencesPanel) is None
    assert shell.window.message_bar.text() == "There is nothing here to mark elsewhere."


def test_closing_the_project_takes_the_panel_along(qtbot: QtBot, shell: Shell) -> None:
    mark_first(shell, "Асета Ахметова")
    panel = open_panel(qtbot, shell)
    strike(shell, "5")
    shell.close_project()
    assert not panel.isVisible()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: shell.window.findChild(OccurrencesPanel) is None)
