import pytest

from app.suggesters.learning.pace import needed


@pytest.mark.parametrize(
    ("new", "trained_on", "expected"),
    [
        (0, 0, False),
        (9, 0, False),
        (10, 0, True),
        (10, 100, True),
        (19, 200, False),
        (20, 200, True),
        (50, 9_000, True),
    ],
)
def test_when_to_train_anew(new: int, trained_on: int, expected: bool) -> None:
    assert needed(new, trained_on) is expected
