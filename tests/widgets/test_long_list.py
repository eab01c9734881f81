import pytest
from PySide6.QtCore import QPersistentModelIndex
from pytestqt.modeltest import ModelTester

from widgets.long_list import LongListModel, changed_range


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", (0, 0, 0)),
        ("abc", "abc", (3, 0, 0)),
        ("", "abc", (0, 0, 3)),
        ("abc", "", (0, 3, 0)),
        ("abc", "abcd", (3, 0, 1)),
        ("abc", "xabc", (0, 0, 1)),
        ("abc", "abxc", (2, 0, 1)),
        ("abcd", "axyd", (1, 2, 2)),
        ("aaa", "aa", (2, 1, 0)),
        ("aba", "ababa", (3, 0, 2)),
        ("abc", "cba", (0, 3, 3)),
    ],
)
def test_changed_range(old: str, new: str, expected: tuple[int, int, int]) -> None:
    first, removed, inserted = changed_range(old, new)
    assert (first, removed, inserted) == expected
    assert old[:first] + new[first : first + inserted] + old[first + removed :] == new


@pytest.mark.parametrize("new", ["", "abc", "xabc", "abcx", "axc", "c", "cba", "defghi"])
def test_a_view_is_told_the_least(qtmodeltester: ModelTester, new: str) -> None:
    model = LongListModel()
    model.reset_to("abc")
    last = QPersistentModelIndex(model.index(2))
    model.change_to(new)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.rowCount() == len(new)
    assert "".join(model.keys) == new
    if new in ("xabc", "abcx", "axc", "c"):
        assert new[last.row()] == "c"
