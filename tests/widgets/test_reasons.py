"""Who suggests and why, in words: no rule of a suggester reaches people by its name for programs."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.anchor import Span, anchor
from app.suggesters import suggest
from app.suggesters.claims.model import _weights
from app.suggesters.numbers import _SURE
from app.suggestion import Suggestion
from widgets import reasons, texts
from widgets.reasons import reason, suggester_name

PAGES = {
    "ru": "По словам министра, цены выросли на 5%. «Это много», — сказал Иван Петров.",
    "kk": "Министрдің айтуынша, баға 5 пайызға өсті. Ол салық өспейді деп мәлімдеді.",
    "en": "According to the ministry, prices rose 5%. “That is a lot,” said John Smith.",
}


def suggested(suggester: str, rule: str, score: float = 0.87) -> Suggestion:
    text = "Цены выросли на 5%"
    return Suggestion(1, 1, "number", anchor(text, Span(16, 18)), score, suggester, rule)


def names() -> Iterator[str]:
    yield from re.split(r"\+", "+".join(_SURE))
    yield from (name for name, weight in _weights().items() if weight > 0 and name not in ("own", "said"))
    for language, text in PAGES.items():
        for proposal in suggest(text, language):
            yield from re.split(r": | \+ |\+", proposal.rule)


def test_every_rule_has_words() -> None:
    assert sorted(set(names()) - set(reasons._RULES)) == []


@pytest.mark.parametrize(
    ("suggester", "rule", "said"),
    [
        ("numbers", "digits+multiplier", "numbers · digits, thousands or millions · 87 %"),
        (
            "claims",
            "content: number + lead",
            "claims · what somebody says, number, near the beginning · 87 %",
        ),
        ("speakers", "verb of saying, that-clause", "speakers · verb of saying, then “that” · 87 %"),
        ("repeats", "marked once in this project", "repeats · marked 1 time · 87 %"),
        (
            "repeats",
            "marked 3 times in this project, left unmarked once",
            "repeats · marked 3 times, left unmarked 1 time · 87 %",
        ),
        ("learned", "learned from 21 marks", "learned · from 21 marks of yours · 87 %"),
        ("revision", "“5 %” in the earlier text", "earlier revision · “5 %” there · 87 %"),
        ("somebody-else", "its own rule", "somebody-else · its own rule · 87 %"),
        ("somebody-else", "", "somebody-else · 87 %"),
    ],
)
def test_a_reason_is_readable(qapp: QApplication, suggester: str, rule: str, said: str) -> None:
    texts.speak(qapp, "en")
    assert reason(suggested(suggester, rule)) == said


def test_reasons_are_in_the_language_of_the_interface(qapp: QApplication) -> None:
    texts.speak(qapp, "ru")
    try:
        for name in reasons._RULES:
            assert not re.search(r"[a-z]{3}", reason(suggested("claims", name))), name
        for suggester in reasons._SUGGESTERS:
            assert not re.search("[a-z]", suggester_name(suggester))
    finally:
        texts.speak(qapp, "en")
