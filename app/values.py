"""The computed value of a number, short enough for a chip: `≈ 30 000 камер`, `4–6 %`, `> 5`.

The form is the same in every interface language: digits in full, grouped by NO-BREAK SPACE (from five
digits on, as Russian and Kazakh print them), a decimal point, signs for the modifiers. Money carries its
ISO 4217 code, so that `4,8 млрд тенге` reads `4 800 000 000 KZT` and its zeros can be checked.
"""

from decimal import Decimal
from typing import Any

from app.annotation import Attributes

_SIGNS = {
    "APPROX": "≈",
    "LESS_THAN": "<",
    "MORE_THAN": ">",
    "EQUAL_OR_LESS": "≤",
    "EQUAL_OR_MORE": "≥",
}
_UNIT_SIGNS = {"percent": "%", "percentage_point": "pp"}

# Types whose unit is a standard one and says more than the words of the text ("30 day" for "30 дней").
_MEASURED = frozenset({"duration", "age", "measure", "money"})
# Types that are names rather than amounts: their digits are not grouped and their unit is implied.
_NAMES = frozenset({"date", "identifier"})

_NO_BREAK = "\N{NO-BREAK SPACE}"
_MINUS = "\N{MINUS SIGN}"
# Four digits are read at a glance; grouping begins above.
_GROUPED_FROM = 10_000


def display_value(attributes: Attributes) -> str:
    """Return what a number's attributes say, or "" where they hold no value.

    Reads `value`, `min_value`, `max_value`, `modifier`, `unit`, `unit_text` and `number_type` of the
    default scheme; values of another type than the scheme asks for are passed over.
    """
    amount = _amount(attributes)
    if not amount:
        return ""
    if attributes.get("number_type") == "ordinal":
        amount = f"№{_NO_BREAK}{amount}"
    unit = _unit(attributes)
    return f"{amount}{_NO_BREAK}{unit}" if unit else amount


def format_number(value: float, *, grouped: bool = True) -> str:
    """Return the digits of `value` in full: `30 000`, `16.75`, `−5`; never an exponent."""
    number = Decimal(value) if isinstance(value, int) else Decimal(repr(value)).normalize()
    digits = f"{abs(number):f}"
    whole, point, fraction = digits.partition(".")
    if grouped and abs(number) >= _GROUPED_FROM:
        whole = f"{int(whole):,}".replace(",", _NO_BREAK)
    return f"{_MINUS if number < 0 else ''}{whole}{point}{fraction}"


def _amount(attributes: Attributes) -> str:
    grouped = attributes.get("number_type") not in _NAMES
    low, high = _number(attributes.get("min_value")), _number(attributes.get("max_value"))
    value = _number(attributes.get("value"))
    sign = _SIGNS.get(str(attributes.get("modifier", "")), "")
    if value is not None and (low is None or high is None):
        shown = format_number(value, grouped=grouped)
    elif low is not None and high is not None:
        # A dash between two minus signs cannot be read.
        dash = "–" if low >= 0 and high >= 0 else " … "
        shown = f"{format_number(low, grouped=grouped)}{dash}{format_number(high, grouped=grouped)}"
    elif low is not None:
        sign, shown = sign or "≥", format_number(low, grouped=grouped)
    elif high is not None:
        sign, shown = sign or "≤", format_number(high, grouped=grouped)
    else:
        return ""
    return f"{sign}{_NO_BREAK}{shown}" if sign else shown


def _unit(attributes: Attributes) -> str:
    unit, words = str(attributes.get("unit") or ""), str(attributes.get("unit_text") or "")
    kind = attributes.get("number_type")
    if kind in _NAMES:
        return ""
    if unit in _UNIT_SIGNS:
        return _UNIT_SIGNS[unit]
    if _is_currency(unit) or (unit and kind in _MEASURED):
        return unit.replace("_", " ")
    return words or unit.replace("_", " ") or ("%" if kind == "percent" else "")


def _is_currency(unit: str) -> bool:
    """Tell an ISO 4217 code (`KZT`) from a unit's name (`day`)."""
    return len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper()


def _number(value: Any) -> int | float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if Decimal(value).is_finite() else None
