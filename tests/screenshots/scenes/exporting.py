"""Scenes of the export dialog: each page of it, hundreds of sources, labels of long names, nothing there."""

from PySide6.QtWidgets import QWidget

from app import commands
from app.article import Block, Role
from app.commands.edit_scheme import edit_scheme
from app.importers.imported import Imported
from app.replacing import replace
from app.scheme_edits import Edit, put_label
from tests.screenshots.scenes.window import KAZAKH, RUSSIAN
from tests.screenshots.stage import Shot, Stage
from widgets.dialogs.export import ExportDialog

_KAZAKH_LABELS = {
    "claim": "Тексеруге тұрарлық мәлімдеме",
    "speaker": "Сөз иесі немесе дереккөз",
    "number": "Сан мен өлшем бірлігі",
    "cue": "Дәйексөз белгісі",
}
_LONG_SITE = "Солтүстік Қазақстан облысының аудандық жаңалықтары мен хабарландырулары – {number}-бөлім"


def export(stage: Stage) -> Shot:
    """Which articles are exported; a format that cannot hold everything says so first."""
    stage.open_article(RUSSIAN)
    return _dialog(stage, "brat")


def annotations(stage: Stage) -> Shot:
    """Which annotations are exported, in Russian; labels have long Kazakh names."""
    stage.speak("ru")
    name_labels(stage)
    dialog = _dialog(stage, "conll")
    dialog.tabs.setCurrentIndex(1)
    return dialog


def names(stage: Stage) -> Shot:
    """What a record is, and what labels of long Kazakh names are called in the dataset; one cannot be."""
    name_labels(stage)
    dialog = _dialog(stage, "conll")
    dialog.tabs.setCurrentIndex(2)
    dialog.shape.segmentation.setCurrentIndex(1)
    for label, name in (("claim", "CLAIM"), ("speaker", "PER"), ("number", "сан")):
        dialog.shape.names[label].setText(name)
    return dialog


def parts(stage: Stage) -> Shot:
    """How the dataset is split; what is not text is shown in readable form."""
    stage.open_article(RUSSIAN)
    dialog = _dialog(stage, "parquet")
    dialog.tabs.setCurrentIndex(3)
    dialog.parts.wanted.setChecked(True)
    dialog.parts.salt.setText("2026-11")
    return dialog


def sources(stage: Stage) -> Shot:
    """Sources with long names are looked for among many."""
    desk = stage.open_article(RUSSIAN)
    pages = [_page(number) for number in range(120)]
    added = commands.add_articles(desk.project, pages, desk.session.stamp())
    desk.session.do("add_articles", added.changes, added.contents)
    dialog = _dialog(stage, "csv")
    dialog.articles.sites.field.setFocus()
    stage.write("облыс 1")
    stage.press("Down", "Space", "Down", "Down", "Space")
    return dialog


def nothing(stage: Stage) -> Shot:
    """A project without articles."""
    stage.open_project("empty")
    return _dialog(stage, "jsonl")


def _dialog(stage: Stage, format_name: str) -> ExportDialog:
    dialog: QWidget = stage.do("export")
    assert isinstance(dialog, ExportDialog)
    dialog.choose_format(format_name)
    return dialog


def name_labels(stage: Stage) -> None:
    """Give the labels long Kazakh names."""
    desk = stage.open_article(KAZAKH)
    scheme = desk.project.scheme()
    for label in scheme.labels:
        scheme = put_label(scheme, replace(label, name=_KAZAKH_LABELS[label.id]))
    desk.session.do("edit_scheme", edit_scheme(desk.project, Edit(scheme)))


def _page(number: int) -> Imported:
    text = f"{number}-нөмірлі қысқаша хабар"
    return Imported(
        text=text,
        blocks=(Block(0, len(text), Role.HEADLINE),),
        original=text.encode(),
        source_path=f"{number}.html",
        media_type="text/html",
        encoding="utf-8",
        title=text,
        site=_LONG_SITE.format(number=number),
        url=f"https://{number}.example/",
        published="2026-02-01",
        language="kk",
    )


SCENES = {
    "export": export,
    "export-annotations": annotations,
    "export-names": names,
    "export-parts": parts,
    "export-sources": sources,
    "export-nothing": nothing,
}
