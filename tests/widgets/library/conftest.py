"""The library's own fixture."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.widgets.library.shelf import Shelf
from tests.widgets.panels import ANNOTATOR, news_scheme, open_session, page, stand
from widgets.library import LibraryPanel

PAGES = [
    page("Мост через Ишим откроют в мае", "Так сказал подрядчик.", published="2024-03-01"),
    page(
        "Ауылда жаңа мектеп ашылды", "240 оқушы.", site="qala.example", published="2024-05-02", language="kk"
    ),
    page(
        "Harbour ferry returns",
        "Tickets cost $3.50.",
        site="ferry.example",
        published="2023-07-04",
        language="en",
    ),
    page("Ёлки подорожали", "До 30 тыс. тенге.", published=None),
    page("Автобусы пересчитали", "Их 412.", site="qala.example", published="2024-01-09"),
]


@pytest.fixture
def shelf(qtbot: QtBot, tmp_path: Path) -> Iterator[Shelf]:
    """A library of five articles in a window of its own."""
    session, ids = open_session(tmp_path, PAGES)
    panel = LibraryPanel(session.project, ANNOTATOR, news_scheme())
    session.listen(panel.on_step)
    session.listen_suggestions(panel.on_suggestions)
    chosen: list[int] = []
    panel.article_chosen.connect(chosen.append)
    window = stand(qtbot, panel, 262, 700)
    yield Shelf(session, ids, panel, chosen)
    window.close()
    session.project.close()
