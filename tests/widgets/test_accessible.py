"""Nothing in the window needs good eyes or a mouse: names, Tab, the focus in sight, large text, Esc, Enter.

The states are those of `script/screenshots`, and the few dialogs it takes no picture of. Each is visited
once, with text twice as large as it was drawn; those where room is short once more in small windows.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.accessible import astray, cut, nameless, place, too_large
from tests.keyboard import press
from tests.screenshots import stage as staging
from tests.screenshots.newsroom import make_empty, make_newsroom
from tests.screenshots.scenes import SCENES
from tests.screenshots.stage import stage
from tests.widgets.test_every_text import MORE
from widgets import screens, theme
from widgets.dialogs import command_palette, frame, keys_list
from widgets.elided import ElidedLabel
from widgets.tab_order import move_focus
from widgets.wrapped_text import WrappedText

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ALL = {**SCENES, **MORE}
# A screen on which everything is twice as large as it was drawn, and those that have few pixels.
LARGE = QSize(1440, 900)
SMALL = (QSize(1280, 720), QSize(1024, 640))
# Those in which rooms and dialogs are fullest.
FULLEST = (
    *("window-ru", "window-kk", "card-article", "registry", "marks", "mark-all", "library-filters"),
    *("library-several", "settings", "keys", "scheme-label", "progress-values"),
    *("export", "export-annotations", "export-names", "export-parts", "load", "load-words", "load-results"),
)
# Dialogs that do one thing, and those that are only closed.
DIALOGS = (
    *("about", "bin", "export", "filter-save", "go-to", "keys", "library-saved", "load", "new-project"),
    "palette",
    *("period", "registry-merge", "scheme-delete", "scheme-import", "scheme-merge", "scheme-split"),
)


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("projects")
    made = {name: folder / f"{name}.pressmark" for name in ("newsroom", "empty")}
    make_newsroom(made["newsroom"])
    make_empty(made["empty"])
    return made


@pytest.fixture
def quick(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Nobody looks at these states: there is no need to rest in them. Afterwards the text is as it was."""
    with monkeypatch.context() as patch:
        patch.setattr(staging, "_REST", 0.02)
        patch.setattr(staging, "_BREATH", 0.02)
        yield patch
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    theme.apply(qapp, "light")


def screen_of(patch: pytest.MonkeyPatch, size: QSize) -> None:
    """Let windows find a screen of this size."""
    for module in (screens, frame, keys_list, command_palette):
        patch.setattr(module, "room_for", lambda _: size)


def open_windows() -> list[QWidget]:
    """What keys can go to: the dialog that must be answered, or every window."""
    modal = QApplication.activeModalWidget()
    if modal is not None:
        return [modal]
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return [widget for widget in shown if not isinstance(widget, QMenu)]


def put_menus_away() -> None:
    while (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


@pytest.mark.parametrize("name", sorted(ALL))
def test_everything_is_within_reach_at_200_percent(
    name: str, quick: pytest.MonkeyPatch, projects: dict[str, Path], qtbot: QtBot, tmp_path: Path
) -> None:
    quick.setattr(theme, "interface_size", lambda: 2 * theme.INTERFACE_SIZE)
    screen_of(quick, LARGE)
    with stage(tmp_path, projects) as scene:
        ALL[name](scene)
        put_menus_away()
        if name == "settings-keys":
            scene.press("Esc")  # it waits for keys, of which Tab would be one
        found = []
        for window in open_windows():
            window.activateWindow()
            scene.settle()
            found += [*nameless(window), *cut(window), *too_large(window, LARGE), *astray(window)]
            found += unclosed(window) if window is not scene.window else ()
    assert not found, "\n".join(found)


def unclosed(window: QWidget) -> Iterator[str]:
    """Yield it if Esc leaves it open, when the focus is where Tab begins."""
    press(window, "Esc")
    if window.isVisible():
        yield f"Esc does not close {place(window)}"


@pytest.mark.parametrize("name", FULLEST)
def test_nothing_is_cut_in_small_windows(
    name: str, quick: pytest.MonkeyPatch, projects: dict[str, Path], qtbot: QtBot, tmp_path: Path
) -> None:
    screen_of(quick, SMALL[-1])
    with stage(tmp_path, projects) as scene:
        ALL[name](scene)
        found = []
        for size in SMALL:
            scene.window.resize(size)
            scene.settle()
            for window in open_windows():
                found += [f"{size.width()} x {size.height()}: {fault}" for fault in cut(window)]
        for window in open_windows():
            found += too_large(window, SMALL[-1])
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", DIALOGS)
def test_enter_does_what_the_dialog_is_for(
    name: str, quick: pytest.MonkeyPatch, projects: dict[str, Path], qtbot: QtBot, tmp_path: Path
) -> None:
    with stage(tmp_path, projects) as scene:
        ALL[name](scene)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        clicked: list[bool] = []
        main = next((b for b in dialog.findChildren(QPushButton) if b.isDefault() and b.isVisible()), None)
        if main is not None:
            main.clicked.disconnect()  # what it does is tested elsewhere
            main.clicked.connect(lambda: clicked.append(True))
        press(scene.window, "Return")
        if main is not None and not main.isEnabled():
            assert dialog.isVisible()  # something has to be said first
        else:
            assert clicked or not dialog.isVisible()
        scene.settle()  # what the palette calls comes after it


# ----------------------------------------------------------------------------------- can these tests fail?


class Planted(QWidget):
    """A window whose Tab goes as one reads, with room for faults."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.resize(300, 300)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 (Qt's name)
        return move_focus(self, forward)


def planted(qtbot: QtBot, *parts: QWidget) -> Planted:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, "light")
    window = Planted()
    for part in parts:
        window.column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def named(part: QWidget, name: str) -> QWidget:
    part.setAccessibleName(name)
    return part


def test_controls_without_a_name_are_found(qtbot: QtBot) -> None:
    sign, said = QToolButton(), QToolButton()
    sign.setText("✕")
    said.setText("✕")
    choice = QComboBox()
    choice.addItem("Kazakh")
    label = QLabel("&Language")
    labelled = QComboBox()
    label.setBuddy(labelled)
    window = planted(
        qtbot, sign, named(said, "Close"), choice, label, labelled, QLineEdit(), named(QLineEdit(), "Note")
    )
    assert list(nameless(window)) == [
        "Planted > QToolButton '✕' has no name but '✕'",
        "Planted > QComboBox 'Kazakh' has no name but ''",
        "Planted > QLineEdit has no name but ''",
    ]


def test_a_sound_window_has_no_faults(qtbot: QtBot) -> None:
    window = planted(qtbot, QPushButton("One"), named(QLineEdit(), "Two"), QPushButton("Three"), QLabel("4"))
    assert not [*nameless(window), *cut(window), *too_large(window, QSize(800, 600)), *astray(window)]


def test_what_tab_leaves_out_is_found(qtbot: QtBot) -> None:
    lost = QPushButton("Lost", planted_in := QWidget())  # no layout holds it, so the way does not know it
    planted_in.setMinimumHeight(60)
    window = planted(qtbot, QPushButton("One"), planted_in, QPushButton("Two"))
    assert lost.isVisible()
    assert list(astray(window)) == ["Tab never comes to QWidget > QPushButton 'Lost'"]


def test_a_trap_is_found(qtbot: QtBot) -> None:
    class Trap(QLineEdit):
        def event(self, event: QEvent) -> bool:
            return event.type() == QEvent.Type.KeyPress or super().event(event)

    window = planted(qtbot, QPushButton("One"), named(Trap(), "Trap"), QPushButton("Two"))
    found = list(astray(window))
    assert "Tab never comes to Planted > QPushButton 'Two'" in found
    assert "Tab ends in Planted > Trap 'Trap', not where it began" in found
    assert any(
        fault.startswith("Shift+Tab goes from Planted > Trap 'Trap' to Planted > T") for fault in found
    )


def test_jumps_back_are_found(qtbot: QtBot) -> None:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setDirection(QHBoxLayout.Direction.RightToLeft)
    for text in ("Right", "Left"):
        line.addWidget(QPushButton(text))
    window = planted(qtbot, row, QPushButton("Below"))
    assert list(astray(window)) == [
        "Tab goes back from Planted > QPushButton 'Below' to QWidget > QPushButton 'Right'"
    ]
    line.setDirection(QHBoxLayout.Direction.LeftToRight)
    window.column.activate()
    line.activate()
    assert not list(astray(window))


def test_unseen_focus_is_found(qtbot: QtBot) -> None:
    blank = QWidget()
    blank.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    blank.setFixedSize(40, 20)
    window = planted(qtbot, QPushButton("One"), named(blank, "Blank"))
    assert list(astray(window)) == ["Planted > QWidget 'Blank' looks the same with the focus and without"]


def plain_label() -> QLabel:
    label = QLabel("Свердловская область")
    label.setFixedWidth(40)
    return label


def low_label() -> QLabel:
    label = QLabel("Two lines of text at the least, or it would be no test")
    label.setWordWrap(True)
    label.setFixedSize(200, 15)
    return label


def long_word() -> QLabel:
    label = QLabel("көпқабаттылықтарымыздағы")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFixedSize(60, 40)
    return label


def low_text() -> WrappedText:
    text = WrappedText("Two lines of text at the least, or it would be no test")
    text.setFixedSize(200, 15)
    return text


def narrow_button() -> QPushButton:
    button = QPushButton("Put everything back")
    button.setFixedWidth(50)
    return button


def without_tip() -> ElidedLabel:
    class Untold(ElidedLabel):
        def _tell(self) -> None:
            pass

    label = Untold()
    label.setText("A name that is much too long")
    label.setFixedWidth(60)
    return label


def held_too_small() -> QWidget:
    holder = QWidget()
    holder.setFixedSize(100, 10)
    QLabel("Held", holder).move(0, 4)
    return holder


def overlapping() -> QWidget:
    holder = QWidget()
    holder.setFixedSize(100, 60)
    for text in ("Above", "Below"):
        QLabel(text, holder)
    return holder


def narrow_choice() -> QComboBox:
    choice = QComboBox()
    choice.addItem("Everybody who ever annotated")
    choice.setFixedWidth(70)
    return choice


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (plain_label, "QLabel 'Свердловская область' is 40 x"),
        (low_label, "is 15 high, not"),
        (long_word, "its longest word"),
        (low_text, "is 15 high, not"),
        (narrow_button, "QPushButton 'Put everything back' is 50 x"),
        (without_tip, "is cut and has no tip"),
        (held_too_small, "is cut by Planted > QWidget"),
        (overlapping, "QWidget > QLabel 'Above' lies over QWidget > QLabel 'Below'"),
        (narrow_choice, "QComboBox 'Everybody who ever annotated' is 70 x"),
    ],
)
def test_cut_texts_are_found(make: Callable[[], QWidget], fault: str, qtbot: QtBot) -> None:
    found = list(cut(planted(qtbot, QLabel("Whole"), make())))
    assert len(found) == 1
    assert fault in found[0]


def test_windows_larger_than_the_screen_are_found(qtbot: QtBot) -> None:
    assert list(too_large(planted(qtbot, QListWidget()), QSize(280, 400))) == [
        "Planted is 300 x 300 on a screen of 280 x 400"
    ]


def test_a_window_that_stays_at_esc_is_found(qtbot: QtBot) -> None:
    window = planted(qtbot, QPushButton("One"))
    assert list(unclosed(window)) == ["Esc does not close Planted"]
