"""Snippets: a line in each row in sight while words are searched, and how it is cut."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from app.anchor import Span
from app.project import Snippet
from tests.widgets.library.shelf import Shelf
from tests.widgets.panels import add, page
from widgets.library.model import SNIPPETS, SnippetRole
from widgets.library.snippet_line import fitted

LINE = "В понедельник утром у старого моста собрались жители, которые давно ждали ремонта"


def piece_texts(snippet: Snippet, width: float) -> list[tuple[str, bool]]:
    bold = QFont()
    bold.setBold(True)
    return fitted(snippet, QFontMetricsF(QFont()), QFontMetricsF(bold), width)


def snippet(word: str, text: str = LINE) -> Snippet:
    start = text.index(word)
    return Snippet(text, (Span(start, start + len(word)),))


@pytest.mark.parametrize("word", ["понедельник", "моста", "ждали", "ремонта"])
@pytest.mark.parametrize("width", [90, 160, 240, 2000])
def test_the_word_searched_for_is_in_sight(qtbot: QtBot, word: str, width: int) -> None:
    pieces = piece_texts(snippet(word), width)
    found = [text for text, is_found in pieces if is_found]
    assert found
    assert found[0].rstrip("…")[:4] == word[:4]
    total = sum(QFontMetricsF(QFont()).horizontalAdvance(text) for text, _ in pieces)
    assert total <= width + 2


def test_a_wide_line_shows_everything(qtbot: QtBot) -> None:
    pieces = piece_texts(snippet("моста"), 5000)
    assert "".join(text for text, _ in pieces) == LINE
    assert [text for text, found in pieces if found] == ["моста"]


def test_a_line_is_cut_before_a_whole_word(qtbot: QtBot) -> None:
    before = piece_texts(snippet("ремонта"), 240)[0][0]
    assert before.startswith("…")
    assert before[1:] in LINE
    assert LINE[LINE.index(before[1:]) - 1] == " "


def test_offsets_are_code_points(qtbot: QtBot) -> None:
    text = "🚢🚢 паром 🚢 мост"
    assert [t for t, found in piece_texts(snippet("мост", text), 5000) if found] == ["мост"]


def test_nothing_found_is_a_line_all_the_same(qtbot: QtBot) -> None:
    assert piece_texts(Snippet("Так сказал", ()), 500) == [("Так сказал", False)]


def test_rows_show_where_the_words_are_only_while_searching(shelf: Shelf, qtbot: QtBot) -> None:
    model, height = shelf.rows.model(), shelf.rows.visualRect(shelf.rows.model().index(0, 0)).height()
    assert model.index(0, 0).data(SnippetRole) is None
    shelf.search.setText("тенге")
    shelf.panel.search()
    found = model.index(0, 0).data(SnippetRole)
    assert isinstance(found, Snippet)
    assert [found.text[span.start : span.end] for span in found.found] == ["тенге"]
    assert "тенге" in model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.waitUntil(lambda: shelf.rows.visualRect(model.index(0, 0)).height() > height)
    searching = shelf.rows.visualRect(model.index(0, 0)).height()
    shelf.search.setText("оқушы")
    shelf.panel.search()
    qtbot.wait(20)
    assert shelf.rows.visualRect(model.index(0, 0)).height() == searching
    shelf.search.setText("")
    shelf.panel.search()
    qtbot.waitUntil(lambda: shelf.rows.visualRect(model.index(0, 0)).height() == height)


def test_snippets_are_read_by_the_page_as_they_come_into_sight(
    shelf: Shelf, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(shelf.session, [page(f"Погода {n}", f"Снег шёл {n} часов.") for n in range(60)])
    read: list[int] = []
    snippets = shelf.session.project.snippets

    def count(article_ids: list[int], words: str) -> dict[int, Snippet]:
        read.append(len(article_ids))
        return snippets(article_ids, words)

    monkeypatch.setattr(shelf.session.project, "snippets", count)
    shelf.search.setText("снег")
    shelf.panel.search()
    qtbot.waitUntil(lambda: bool(read))
    assert len(shelf.titles()) == 60
    assert 0 < sum(read) <= 2 * SNIPPETS
    shelf.rows.scrollToBottom()
    qtbot.waitUntil(lambda: sum(read) > 2 * SNIPPETS or len(read) > 1)
    assert max(read) <= SNIPPETS
