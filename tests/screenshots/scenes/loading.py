"""Scenes of loading annotations: what would become of a file, words the scheme does not have, trouble."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.screenshots.scenes.exporting import name_labels
from tests.screenshots.scenes.window import RUSSIAN
from tests.screenshots.stage import Shot, Stage
from widgets.dialogs.load import LoadDialog, LoadResults


def load(stage: Stage) -> Shot:
    """What would become of a folder of another tool; some of its labels are not in the scheme."""
    stage.open_article(RUSSIAN)
    return _dialog(stage, brat_folder(stage))


def words(stage: Stage) -> Shot:
    """The same in Russian; the labels have long Kazakh names, one of the file's is loaded as one of them."""
    stage.speak("ru")
    name_labels(stage)
    dialog = _dialog(stage, brat_folder(stage))
    choice = next(iter(dialog.words.choices.values()))
    choice.setCurrentIndex(1)
    stage.wait_for(dialog.at_rest)
    return dialog


def trouble(stage: Stage) -> Shot:
    """A file that breaks off is not loaded, and it says why."""
    stage.open_article(RUSSIAN)
    path = stage.folder / "annotations.jsonl"
    path.write_text('{"schema_version":1,"scheme":{"id":"news","version":1},"arti', encoding="utf-8")
    return _dialog(stage, path)


def nothing(stage: Stage) -> Shot:
    """Nothing is chosen yet."""
    stage.open_project("empty")
    return stage.do("load")


def results(stage: Stage) -> Shot:
    """What became of the file loaded last."""
    stage.open_article(RUSSIAN)
    dialog = _dialog(stage, brat_folder(stage))
    dialog.accept()
    stage.wait_for(lambda: bool(stage.shell.last_load))
    stage.settle()
    stage.do("load.results")
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, LoadResults) and w.isVisible())


def brat_folder(stage: Stage) -> Path:
    """A folder of brat's about the open article: two words it can place, one elsewhere, one nowhere."""
    folder = stage.folder / "from brat"
    folder.mkdir()
    text = stage.desk.text
    longest = max(text.split("\n"), key=len)
    start = text.index(longest)
    claim, person = ([start + at for at in _words(longest, *at)] for at in ((2, 6), (8, 10)))
    lines = [
        f"T1\tPER {person[0]} {person[1]}\t{text[person[0] : person[1]]}",
        f"T2\tclaim {claim[0]} {claim[1]}\t{text[claim[0] : claim[1]]}",
        f"T3\tnumber {claim[0] + 3} {claim[1] + 3}\t{text[claim[0] : claim[1]]}",
        "T4\tclaim 5 22\tнигде не сказанное",
        "R1\tsaid_by Arg1:T2 Arg2:T1",
        "R2\tcontradicts Arg1:T2 Arg2:T3",
    ]
    (folder / "1.txt").write_text(text, encoding="utf-8")
    (folder / "1.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _words(paragraph: str, first: int, last: int) -> tuple[int, int]:
    """From the beginning of one word to that of another, without the blank before that."""
    starts = [at + 1 for at, letter in enumerate(paragraph) if letter == " "]
    return starts[first], starts[last] - 1


def _dialog(stage: Stage, path: Path) -> LoadDialog:
    stage.shell.load_wanted.emit(path)
    stage.rest()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LoadDialog)
    stage.wait_for(dialog.at_rest)
    return dialog


SCENES = {
    "load": load,
    "load-words": words,
    "load-trouble": trouble,
    "load-nothing": nothing,
    "load-results": results,
}
