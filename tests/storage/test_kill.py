"""Acts that were acknowledged survive `kill -9`, and the project stays whole."""

from pathlib import Path

from tests.storage.killing import kill_writers


def test_no_acknowledged_act_is_lost(tmp_path: Path) -> None:
    acknowledged, lost = kill_writers(tmp_path, 6)
    assert acknowledged > 0
    assert lost == 0
