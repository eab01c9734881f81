"""Scenes of dialogs: scheme editor, settings, keys, palette, import and others."""

from PySide6.QtWidgets import QApplication, QWidget

from app.scheme_edits import ARTICLE
from tests.screenshots.scenes.window import RUSSIAN
from tests.screenshots.stage import Shot, Stage
from widgets.dialogs.command_palette import CommandPalette
from widgets.dialogs.go_to import GoToDialog
from widgets.dialogs.import_results import ImportResults
from widgets.dialogs.new_project import NewProjectDialog
from widgets.dialogs.settings import SettingsDialog
from widgets.scheme_editor import SchemeEditor
from widgets.scheme_editor.entries import Place


def _top(kind: type[QWidget]) -> QWidget:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


def _editor(stage: Stage, place: Place) -> SchemeEditor:
    stage.open_article(RUSSIAN)
    stage.do("scheme")
    editor = _top(SchemeEditor)
    assert isinstance(editor, SchemeEditor)
    editor.entries.choose(place)
    return editor


def scheme_label(stage: Stage) -> Shot:
    """The form of a label."""
    return _editor(stage, Place("label", "claim"))


def scheme_relation(stage: Stage) -> Shot:
    """The form of a relation."""
    return _editor(stage, Place("relation", "said_by"))


def scheme_article(stage: Stage) -> Shot:
    """What can be said of an article as a whole."""
    return _editor(stage, Place("article", ARTICLE))


def scheme_merge(stage: Stage) -> Shot:
    """Two labels are to become one: what that touches is said first."""
    editor = _editor(stage, Place("label", "claim"))
    editor.merge_requested.emit("claim")
    return QApplication.activeModalWidget() or editor


def settings(stage: Stage) -> Shot:
    """What can be set."""
    stage.open_article(RUSSIAN)
    return stage.do("settings")


def settings_keys(stage: Stage) -> Shot:
    """A key is refused to an action, because another has it."""
    stage.open_article(RUSSIAN)
    dialog = stage.do("settings")
    assert isinstance(dialog, SettingsDialog)
    dialog.tabs.setCurrentWidget(dialog.keys)
    dialog.keys.field.setText("note")
    stage.press("Return", "Ctrl+P")
    return dialog


def keys(stage: Stage) -> Shot:
    """All keys."""
    stage.open_article(RUSSIAN)
    return stage.do("keys")


def palette(stage: Stage) -> Shot:
    """Actions by name."""
    stage.open_article(RUSSIAN)
    dialog = stage.do("palette")
    assert isinstance(dialog, CommandPalette)
    stage.write("art")
    return dialog


def go_to(stage: Stage) -> Shot:
    """An article by its number."""
    stage.open_article(RUSSIAN)
    dialog = GoToDialog(4, 22, stage.window)
    dialog.open()
    return dialog


def new_project(stage: Stage) -> Shot:
    """A new project's place, scheme and annotator."""
    folder = stage.folder / "newsroom"
    folder.mkdir()
    dialog = NewProjectDialog(folder, stage.settings.annotator(), stage.window)
    dialog.open()
    return dialog


def import_results(stage: Stage) -> Shot:
    """What became of each file; two could not be read."""
    import resources

    stage.open_article(RUSSIAN)
    folder = stage.folder / "saved pages"
    folder.mkdir()
    for name, data in resources.sample_pages().items():
        (folder / name).write_bytes(data)
    note = "Утром в Тасарыке открыли новый каток. Вход бесплатный, коньки стоят 500 тенге в час.\n" * 6
    (folder / "ice-rink.txt").write_text(f"В Тасарыке открыли каток\n\n{note}", encoding="utf-8")
    (folder / "empty.html").write_text("", encoding="utf-8")
    (folder / "photo.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(400))
    stage.shell.take_in([folder])
    stage.wait_for(lambda: stage.shell.importing is not None and stage.shell.importing.task is None)
    stage.do("import.results")
    return _top(ImportResults)


def learned(stage: Stage) -> Shot:
    """What was learned from the annotator, label by label, and the switch."""
    from app.suggesters.learning.learned import learn

    desk = stage.open_article(RUSSIAN)
    assert stage.shell.learning is not None
    stage.shell.learning.take(learn(desk.project, desk.annotator))
    return stage.do("learned")


def about(stage: Stage) -> Shot:
    """What this is."""
    return stage.do("about")


SCENES = {
    "scheme-label": scheme_label,
    "scheme-relation": scheme_relation,
    "scheme-article": scheme_article,
    "scheme-merge": scheme_merge,
    "settings": settings,
    "settings-keys": settings_keys,
    "keys": keys,
    "palette": palette,
    "go-to": go_to,
    "new-project": new_project,
    "import": import_results,
    "learned": learned,
    "about": about,
}
