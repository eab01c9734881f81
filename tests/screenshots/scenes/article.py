"""Scenes in the article: marks of every kind, suggestions, relations and their targets, marking all."""

from PySide6.QtCore import QRect

from tests.screenshots.scenes.window import CLAIM_RU, KAZAKH, RUSSIAN
from tests.screenshots.stage import Shot, Stage
from tests.widgets.panels import part
from widgets.occurrences import OccurrencesPanel

CEMENT = "Завод в Нижнем Яре"
_HEIGHT = 560


def _reader(stage: Stage, top: int = 0, height: int = _HEIGHT) -> Shot:
    reader = stage.desk.reader
    return reader, QRect(0, top, reader.width(), min(height, reader.height() - top))


def marks(stage: Stage) -> Shot:
    """Nested, overlapping and discontinuous annotations, suggestions, and a passage read and empty."""
    desk = stage.open_article(RUSSIAN)
    stage.mark("Нам обещали закрытие и пять лет назад", "claim")
    stage.mark("пять лет назад, а трамвай как ходил", "claim")
    assert desk.article is not None
    desk.acts.mark_empty(desk.article.id, stage.span("Депо построили в 1959 году, и здание"))
    parts = [stage.span("без новых вагонов"), stage.span("более половины парка старше 25 лет")]
    desk.annotate(parts, "claim")
    desk.reader.reveal(stage.span("В управлении добавили"))
    return _reader(stage, height=800)


def suggestions(stage: Stage) -> Shot:
    """Suggestions wait; one is selected, with its card."""
    stage.open_article("Цемент подорожал")
    stage.press("Tab", "Tab")
    return stage.window


def relating(stage: Stage) -> Shot:
    """R was pressed on a claim: its likely targets are numbered."""
    stage.open_article(RUSSIAN)
    stage.select(
        "трамвайное депо Тасарыка якобы закроют до конца года, а землю отдадут под застройку", "claim"
    )
    stage.press("R")
    return stage.window


def relation_far_off(stage: Stage) -> Shot:
    """The other ends of a claim's relations are out of sight: signs at the edges lead there."""
    desk = stage.open_article(RUSSIAN)
    claim = stage.find(CLAIM_RU, "claim")
    for words in ("трамвайное депо Тасарыка якобы закроют", "закупка 12 низкопольных"):
        desk.acts.relate_to(claim.id, stage.find(words, "claim").id, "contradicts")
    desk.reader.set_text_size(24)
    stage.select(CLAIM_RU, "claim")
    return desk.reader


def furniture(stage: Stage) -> Shot:
    """Page furniture is unfolded."""
    desk = stage.open_article(CEMENT)
    stage.do("furniture")
    desk.reader.set_caret(0)
    return _reader(stage)


def mark_all(stage: Stage) -> Shot:
    """All places of a phrase in the project are gone through, in context."""
    desk = stage.open_article(RUSSIAN)
    desk.reader.select_span(stage.span("сообщила"))
    stage.press("M")
    stage.settle()
    stage.press("L", "4", "3", "5")
    stage.settle()
    stage.press("Y", "N", "Y")
    return stage.window


def suggestions_in_context(stage: Stage) -> Shot:
    """All suggestions of a label in the project are gone through, in context."""
    stage.open_article(RUSSIAN)
    stage.press("Shift+M", "L", "2")
    stage.settle()
    stage.press("5")
    stage.settle()
    stage.press("Y", "Y", "N")
    return stage.window


def mark_all_nowhere(stage: Stage) -> Shot:
    """The phrase stands nowhere else in the article."""
    stage.open_article(KAZAKH)
    stage.select("Нұрлан Әбдірешов", "speaker")
    stage.press("M")
    return part(stage.window, OccurrencesPanel)


SCENES = {
    "marks": marks,
    "suggestions": suggestions,
    "relating": relating,
    "relation-far-off": relation_far_off,
    "furniture": furniture,
    "mark-all": mark_all,
    "mark-all-nowhere": mark_all_nowhere,
    "suggestions-in-context": suggestions_in_context,
}
