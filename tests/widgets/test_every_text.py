"""In a made-up language of ⟦brackets⟧, every panel and dialog shows brackets around all that is not data.

This finds what no rule about code can: a text looked up in another context than it was gathered from.
The states are those of `script/screenshots`, and the few dialogs it takes no picture of.
"""

import platform
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import resources
from app import saved_filters
from app.exporters import FORMATS
from app.readers import READERS
from app.scheme import parse_scheme
from tests.pseudo import data_of, make_pseudo, strings, untranslated
from tests.screenshots import stage as staging
from tests.screenshots.newsroom import make_empty, make_newsroom
from tests.screenshots.scenes import SCENES
from tests.screenshots.scenes.window import RUSSIAN
from tests.screenshots.stage import Shot, Stage, stage
from widgets.dialogs.said_lines import SaidLines
from widgets.library.period import PeriodDialog
from widgets.occurrences import OccurrencesPanel
from widgets.scheme_editor import SchemeEditor
from widgets.scheme_editor.entries import Place
from widgets.texts import SOURCE, speak, tr

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

# What these states show are sentences of app/, which are English for now, or the same at another size.
LEFT_OUT = frozenset({"message", "load-trouble", "value-error", "job", "large-ru", "large-kk"})

KEYS = (
    *("Ctrl", "Shift", "Alt", "Tab", "Esc", "Enter", "Del", "Backspace", "Space", "Ins"),
    *("PgDn", "PgDown", "PgUp", "Home", "End", "Up", "Down", "Left", "Right"),
)
LANGUAGES = ("English", "Русский", "Қазақ тілі")
# A choice's value as the list shows it: `reported_rumour`.
SHORTENED = ("rumour",)
SAID_BY_APP = ("Choose at least one value that becomes a label of its own.",)


def save_search(scene: Stage) -> Shot:
    """A name for the search is asked."""
    desk = scene.open_article(RUSSIAN)
    desk.library.focus_search()
    scene.write("мост")
    return scene.do("filter.save")


def period(scene: Stage) -> Shot:
    """Two days are asked."""
    dialog = PeriodDialog("2024", "2025", scene.window)
    dialog.open()
    return dialog


def _sheet(scene: Stage, ask: Callable[[SchemeEditor], object]) -> Shot:
    scene.open_article(RUSSIAN)
    scene.do("scheme")
    editor = next(w for w in QApplication.topLevelWidgets() if isinstance(w, SchemeEditor) and w.isVisible())
    editor.entries.choose(Place("label", "claim"))
    ask(editor)
    scene.settle()
    return editor


def scheme_delete(scene: Stage) -> Shot:
    """A label that was used is to go."""
    return _sheet(scene, lambda editor: editor.delete_requested.emit("claim"))


def scheme_split(scene: Stage) -> Shot:
    """A label is to become several."""
    return _sheet(scene, lambda editor: editor.split_requested.emit("claim"))


def scheme_import(scene: Stage) -> Shot:
    """Another scheme is to take the place of this one."""
    return _sheet(scene, lambda editor: editor.import_requested.emit("numbers"))


def paragraph(scene: Stage) -> Shot:
    """Why a paragraph is what it is; a label is asked for; the article's list has suggestions."""
    scene.open_article("Цемент подорожал")
    scene.press("B", "Ctrl+Z", "Ctrl+B", "Tab", "Ctrl+Tab", "L")
    return scene.window


def said_after_acts(scene: Stage) -> Shot:
    """What acts say when they can do nothing."""
    scene.open_article(RUSSIAN)
    scene.press("Esc", "S", "J", "C", "U")
    scene.do("article.remove")
    scene.press("Ctrl+Z")
    return scene.window


MORE: dict[str, Callable[[Stage], Shot]] = {
    "filter-save": save_search,
    "period": period,
    "scheme-delete": scheme_delete,
    "scheme-split": scheme_split,
    "scheme-import": scheme_import,
    "paragraph": paragraph,
    "said": said_after_acts,
}


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("projects")
    made = {name: folder / f"{name}.pressmark" for name in ("newsroom", "empty")}
    make_newsroom(made["newsroom"])
    make_empty(made["empty"])
    return made


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_pseudo(tmp_path_factory.mktemp("pseudo"))


@pytest.fixture
def bracketed(pseudo: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Load the made-up language wherever a language is loaded."""
    with monkeypatch.context() as patch:
        patch.setattr(resources, "texts_file", lambda _: pseudo)
        patch.setattr(staging, "_REST", 0.1)
        patch.setattr(Stage, "speak", lambda *_: None)
        speak(qapp, SOURCE)
        yield
    speak(qapp, SOURCE)
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))


@pytest.mark.parametrize("name", sorted({**SCENES, **MORE}.keys() - LEFT_OUT))
def test_all_texts_are_translated(
    name: str, bracketed: None, projects: dict[str, Path], qtbot: QtBot, tmp_path: Path
) -> None:
    with stage(tmp_path, projects) as scene:
        {**SCENES, **MORE}[name](scene)
        known = set(data(scene))
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        found = [text for widget in shown for text in untranslated(widget, known)]
    assert shown
    assert not found, "\n".join(found)


def data(scene: Stage) -> Iterator[str]:
    """What is shown as it is: the user's own words, names of keys, files and formats."""
    yield from [*KEYS, *LANGUAGES, *SHORTENED, *SAID_BY_APP, "Pressmark", scene.settings.annotator()]
    yield from ("development", "Python", "Qt", platform.system())
    yield from (str(scene.folder), scene.folder.name, "newsroom", "empty", "https://")
    yield from ("saved pages", "from brat", "PER")
    for toml in resources.schemes().values():
        yield from strings(parse_scheme(toml))
    for entry in FORMATS.values():
        yield from strings([entry.title, entry.holds, entry.loses])
        yield from (f"{said[:1].upper()}{said[1:]}." for said in (entry.holds, entry.loses))
    for reader in READERS.values():
        yield from (reader.title, f"{reader.takes[:1].upper()}{reader.takes[1:]}.")
    for lines in (widget for top in QApplication.topLevelWidgets() for widget in top.findChildren(SaidLines)):
        for line in lines.lines:  # why something is left out, and examples of it
            yield line.text().strip() if line.text().startswith(("–", " ")) else ""
    if scene.shell.importing is not None:
        for result in scene.shell.importing.results:
            yield from (str(result.path), result.path.name, result.said)
    for panel in scene.window.findChildren(OccurrencesPanel):
        for row in panel.model.keys:  # stretches of articles
            yield from (part.strip() for part in (row.left, row.match, row.right))
    if scene.shell.desk is not None:
        project = scene.shell.desk.project
        yield from data_of(project)
        yield from (kept.name for kept in saved_filters.from_json(project.recall(saved_filters.KEY)))


# ----------------------------------------------------------------------------------- can this test fail?


class Planted(QWidget):
    """Texts of every kind: marked, marked in a wrong way, not marked, and data."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Бернадот")
        column = QVBoxLayout(self)
        column.addWidget(QLabel(tr("Untitled")))
        column.addWidget(QLabel("Untitled"))
        close = QPushButton(tr("Close") + " 12 Ctrl")
        close.setToolTip(self.tr("No such text in this context"))
        close.setAccessibleName(tr("Cancel") + " now")
        column.addWidget(close)


def test_what_is_not_translated_is_found(bracketed: None, qtbot: QtBot) -> None:
    widget = Planted()
    qtbot.addWidget(widget)
    widget.show()
    found = untranslated(widget, ["Бернадот", "Ctrl"])
    assert [text.partition(" – ")[0] for text in found] == [
        "QLabel.text: 'Untitled'",
        "QPushButton.name: '⟦Cancel⟧ now'",
        "QPushButton.tip: 'No such text in this context'",
    ]
