"""Each measure against a figure worked out by hand or printed in the literature."""

import pytest

from app.agreement.measures import alpha, f1, kappa


def test_f1_is_matches_among_what_both_marked() -> None:
    assert f1(2, 3, 2) == pytest.approx(4 / 5)
    assert f1(0, 3, 2) == 0
    assert f1(4, 4, 4) == 1


def test_f1_of_nothing_has_no_meaning() -> None:
    assert f1(0, 0, 0) is None
    assert f1(0, 1, 0) == 0


def test_kappa_of_a_two_by_two_table() -> None:
    # Agreement 35 of 50 = 0.7; by chance (25 * 30 + 25 * 20) / 2500 = 0.5; (0.7 - 0.5) / (1 - 0.5) = 0.4.
    table = {("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}
    assert kappa(table) == pytest.approx(0.4)


def test_kappa_below_chance_is_negative() -> None:
    assert kappa({("a", "b"): 1, ("b", "a"): 1}) == pytest.approx(-1)


def test_kappa_of_values_only_one_annotator_uses() -> None:
    # Agreement 1 of 2; by chance (1 * 1) / 4: "b" and "c" are never both given.
    assert kappa({("a", "a"): 1, ("b", "c"): 1}) == pytest.approx((0.5 - 0.25) / 0.75)


@pytest.mark.parametrize("table", [{}, {("a", "a"): 7}])
def test_kappa_has_no_meaning(table: dict[tuple[str, str], int]) -> None:
    assert kappa(table) is None


def test_alpha_of_krippendorffs_own_example() -> None:
    # Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), B: binary data, two observers, ten
    # units, of which both say 1 in one, they differ in four, both say 0 in five: alpha = 0.095.
    assert alpha({(2, 2): 1, (1, 2): 4, (0, 2): 5}) == pytest.approx(0.095, abs=0.0005)


def test_alpha_of_three_annotators_of_whom_one_is_missing() -> None:
    # Ten characters read by three: two of them mark four, one of them another; ten read by two, who mark
    # five together. Coincidences: marked/marked 4 * 2 / 2 + 5 * 2 = 14, marked/not
    # 4 * 2 / 2 + 1 * 2 / 2 = 5, not/not (1 * 2 + 5 * 6) / 2 + 5 * 2 = 26; values 19 and 31, together 50.
    stretches = {(2, 3): 4, (1, 3): 1, (0, 3): 5, (2, 2): 5, (0, 2): 5}
    assert alpha(stretches) == pytest.approx(1 - 49 * 5 / (19 * 31))


def test_alpha_of_full_agreement_is_one() -> None:
    assert alpha({(2, 2): 3, (0, 2): 7}) == 1


@pytest.mark.parametrize("stretches", [{}, {(0, 2): 10}, {(2, 2): 10}])
def test_alpha_without_two_values_has_no_meaning(stretches: dict[tuple[int, int], int]) -> None:
    assert alpha(stretches) is None
