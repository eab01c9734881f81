"""Scenes of the inspector: every card, the line of values, every tab, and the registry of speakers."""

from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from tests.screenshots.scenes.article import CEMENT
from tests.screenshots.scenes.window import CLAIM_RU, KAZAKH, RUSSIAN
from tests.screenshots.stage import Shot, Stage
from widgets.inspector.speakers.card import SpeakerCard
from widgets.inspector.speakers.merge import MergeDialog


def claim_card(stage: Stage) -> Shot:
    """A claim with its relations, sureness and note."""
    desk = stage.open_article(RUSSIAN)
    claim = stage.select(CLAIM_RU, "claim")
    desk.acts.set_confidence(claim.id, 0.7)
    desk.acts.set_note(claim.id, "Сверить с отчётом управления за 2024 год")
    return desk.inspector


def speaker_card(stage: Stage) -> Shot:
    """A speaker whom the registry knows."""
    desk = stage.open_article(CEMENT)
    stage.select("Олег Стрешнев", "speaker")
    return desk.inspector


def number_card(stage: Stage) -> Shot:
    """A number with its value."""
    desk = stage.open_article(RUSSIAN)
    stage.select("540–560 млн тенге", "number")
    return desk.inspector


def value_line(stage: Stage) -> Shot:
    """V: a value is typed over what was read."""
    desk = stage.open_article(RUSSIAN)
    stage.select("3,2 млрд тенге", "number")
    stage.press("V", "Ctrl+A")
    stage.write("от 3,2 до 3,5 млрд тенге")
    return desk.inspector


def value_error(stage: Stage) -> Shot:
    """V: what was typed is no value."""
    desk = stage.open_article(RUSSIAN)
    stage.select("3,2 млрд тенге", "number")
    stage.press("V", "Ctrl+A")
    stage.write("много тенге")
    stage.press("Return")
    return desk.inspector


def article_card(stage: Stage) -> Shot:
    """A: what is known and said of the article as a whole."""
    desk = stage.open_article(KAZAKH)
    stage.press("F", "A")
    return desk.inspector


def suggestion_card(stage: Stage) -> Shot:
    """A suggestion with what it would set."""
    desk = stage.open_article("Цемент подорожал")
    stage.press("Tab")
    return desk.inspector


def _tab(stage: Stage, number: int) -> Shot:
    desk = stage.desk
    stage.press(f"Alt+{number}")
    stage.settle()
    tabs = desk.inspector.findChild(QTabWidget)
    assert tabs is not None
    return tabs


def annotations_tab(stage: Stage) -> Shot:
    """All annotations of the article."""
    stage.open_article(RUSSIAN)
    return _tab(stage, 1)


def speakers_tab(stage: Stage) -> Shot:
    """The speakers of the article, then the registry."""
    stage.open_article(RUSSIAN)
    return _tab(stage, 2)


def guidelines_tab(stage: Stage) -> Shot:
    """The scheme's own words on its labels."""
    stage.open_article(RUSSIAN)
    return _tab(stage, 3)


def notes_tab(stage: Stage) -> Shot:
    """Notes on the article and on an annotation."""
    desk = stage.open_article(RUSSIAN)
    desk.acts.set_note(stage.find(CLAIM_RU, "claim").id, "Сверить с отчётом управления за 2024 год")
    stage.press("N")
    stage.write("Вернуться, когда ответит управление")
    stage.press("Ctrl+Return", "Esc")
    return _tab(stage, 4)


def registry(stage: Stage) -> Shot:
    """The card of a speaker of the registry, with forms, posts and mentions."""
    desk = stage.open_article("reservoir")
    stage.do("speakers")
    stage.write("Oldcastle")
    stage.press("Return")
    stage.settle()
    assert any(isinstance(w, SpeakerCard) and w.isVisible() for w in desk.inspector.findChildren(QWidget))
    return desk.inspector


def merge(stage: Stage) -> Shot:
    """Two entries of the registry are to become one."""
    desk = stage.open_article(RUSSIAN)
    stage.do("speakers")
    stage.write("Д. Оспанкулова")
    stage.press("Return")
    stage.settle()
    card = next(w for w in desk.inspector.findChildren(SpeakerCard) if w.isVisible())
    full, short = (desk.acts.registry.resolve(name) for name in ("Динара Оспанкулова", "Д. Оспанкулова"))
    assert full is not None and short is not None
    card.merge_requested.emit(full.id, short.id)
    stage.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, MergeDialog)
    return dialog


SCENES = {
    "card-claim": claim_card,
    "card-speaker": speaker_card,
    "card-number": number_card,
    "value": value_line,
    "value-error": value_error,
    "card-article": article_card,
    "card-suggestion": suggestion_card,
    "tab-annotations": annotations_tab,
    "tab-speakers": speakers_tab,
    "tab-guidelines": guidelines_tab,
    "tab-notes": notes_tab,
    "registry": registry,
    "registry-merge": merge,
}
