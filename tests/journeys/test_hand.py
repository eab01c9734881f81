"""The standard task's hand on an article of our own: marks, relations and values by planned real key events.

The figure on the seed article is the benchmark's (`script/bench hand`); here the plan and the window agree.
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.anchor import Span
from tests.benchmarks.bench_hand import SEED, do_task
from tests.benchmarks.hand_plan import Page, plan, presses
from tests.benchmarks.hand_task import SEED_TASK, Mark
from widgets.reader.extents import extents

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ARTICLE = Path(__file__).parents[1] / "data" / "pages" / "ru_fact_check.txt"

TASK = (
    Mark("claim", 7, 0, 7, 13),
    Mark("speaker", 8, 0, 1, 2),
    Mark("claim", 8, 0, 5, 17, speaker=1),
    Mark("number", 8, 0, 16, 17),
    Mark("number", 12, 0, 7, 8),
    Mark("speaker", 12, 0, 11, 13),
    Mark("claim", 14, 0, 0, 3, speaker=5),
)


def test_a_task_is_done_as_planned(qtbot: QtBot, tmp_path: Path) -> None:
    hand = do_task(tmp_path, ARTICLE, TASK)  # asserts marks, relations and values
    assert hand.thoughts == len(TASK) + 2 + 2
    assert len(hand.chords) < 12 * len(TASK)


def test_with_suggestions_most_of_it_is_accepted(qtbot: QtBot, tmp_path: Path) -> None:
    by_hand = do_task(tmp_path / "hand", ARTICLE, TASK)
    hand = do_task(tmp_path / "suggested", ARTICLE, TASK, suggested=True)  # asserts marks, values, relations
    assert hand.accepted >= 3
    assert len(hand.chords) < len(by_hand.chords)
    assert hand.seconds() < by_hand.seconds()


@pytest.mark.skipif(not SEED.is_dir(), reason="the saved copy lies in ../shared, which is not here")
def test_the_standard_task_is_the_one_of_the_targets(qtbot: QtBot, tmp_path: Path) -> None:
    count = [mark.label for mark in SEED_TASK].count
    assert (count("number"), count("speaker"), count("claim")) == (4, 5, 12)
    assert sum(mark.speaker is not None for mark in SEED_TASK) == 10
    hand = do_task(tmp_path, next(SEED.iterdir()), SEED_TASK)
    assert hand.thoughts == 21 + 10 + 4


@pytest.mark.parametrize(
    ("chords", "keys"),
    [
        ([], 0),
        (["1"], 1),
        (["Ctrl+Right"], 2),
        (["Ctrl+Right", "Ctrl+Right"], 3),
        (["Ctrl+Right", "1", "Ctrl+Right"], 5),
        (["Ctrl+Right", "Ctrl+Shift+Right"], 4),
        (["Alt+Shift+Down", "Alt+Down"], 4),
    ],
)
def test_a_modifier_that_stays_down_is_pressed_once(chords: list[str], keys: int) -> None:
    assert presses(chords) == keys


def test_the_plan_takes_the_fewest_keys() -> None:
    page = Page("Мэр сказал, что мост откроют в мае. Жители рады.")
    content = Span(16, 34)
    assert page.text[content.start : content.end] == "мост откроют в мае"
    chords = plan(page, 0, content, "1", extents, rested=True)
    # Three words on with Ctrl held, and the key twice; there are other ways that are as short.
    assert presses(chords) == 6
    assert chords[-2:] == ["1", "1"]
    with pytest.raises(LookupError):
        plan(Page("Один.", (Span(0, 5),)), 5, Span(0, 4), "1", extents, rested=False)
