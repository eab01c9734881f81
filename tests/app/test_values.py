from typing import Any

import pytest

from app.values import display_value, format_number


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ({"value": 30000, "modifier": "APPROX", "unit_text": "камер", "unit": "camera"}, "≈ 30 000 камер"),
        ({"value": 30000, "modifier": "APPROX", "unit_text": "камер"}, "≈ 30 000 камер"),
        ({"value": 30, "unit": "day", "unit_text": "дней", "number_type": "duration"}, "30 day"),
        ({"min_value": 4, "max_value": 6, "modifier": "RANGE", "unit": "percent"}, "4–6 %"),
        ({"value": 5, "modifier": "MORE_THAN"}, "> 5"),
        ({"value": 5, "modifier": "EXACT"}, "5"),
        ({"value": 5, "modifier": "LESS_THAN"}, "< 5"),
        ({"value": 5, "modifier": "EQUAL_OR_LESS"}, "≤ 5"),
        ({"value": 5, "modifier": "EQUAL_OR_MORE"}, "≥ 5"),
        ({"value": 4_800_000_000, "unit": "KZT", "unit_text": "тенге"}, "4 800 000 000 KZT"),
        ({"value": 4.8e9, "unit": "KZT", "number_type": "money"}, "4 800 000 000 KZT"),
        ({"value": 16.75, "number_type": "percent"}, "16.75 %"),
        ({"value": 0.3, "unit": "percentage_point", "unit_text": "п. п."}, "0.3 pp"),
        ({"value": 2019, "unit": "year", "number_type": "date"}, "2019"),
        ({"value": 77012345678, "number_type": "identifier"}, "77012345678"),
        ({"value": 3, "number_type": "ordinal"}, "№ 3"),
        ({"min_value": -5, "max_value": -2, "unit": "degree", "number_type": "measure"}, "−5 … −2 degree"),
        ({"min_value": 4, "max_value": 6, "modifier": "APPROX"}, "≈ 4–6"),
        ({"min_value": 10}, "≥ 10"),
        ({"max_value": 10}, "≤ 10"),
        ({"value": 90, "unit": "kilometre_per_hour", "number_type": "measure"}, "90 kilometre per hour"),
        ({"value": 0}, "0"),
        ({}, ""),
        ({"value": None}, ""),
        ({"value": "30"}, ""),
        ({"value": True}, ""),
        ({"value": float("nan")}, ""),
        ({"unit": "day"}, ""),
        ({"claim_type": "quantity"}, ""),
    ],
)
def test_display_value(attributes: dict[str, Any], shown: str) -> None:
    assert display_value(attributes).replace("\N{NO-BREAK SPACE}", " ") == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"),
        (9999, "9999"),
        (10_000, "10 000"),
        (-1_234_567, "−1 234 567"),
        (0.1, "0.1"),
        (1e21, "1 000 000 000 000 000 000 000"),
        (1e-7, "0.0000001"),
        (30_000.5, "30 000.5"),
        (-0.0, "0"),
        (2.50, "2.5"),
        (100.0, "100"),
    ],
)
def test_format_number(value: float, shown: str) -> None:
    assert format_number(value).replace("\N{NO-BREAK SPACE}", " ") == shown
