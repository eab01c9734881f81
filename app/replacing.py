"""Changed copies of frozen values, whether they are msgspec structs or dataclasses."""

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Value = TypeVar("_Value", bound="msgspec.Struct | DataclassInstance")


def replace(value: _Value, **changes: Any) -> _Value:
    """Return a copy of the value with these fields changed. TypeError: it has no field of that name."""
    if isinstance(value, msgspec.Struct):
        return msgspec.structs.replace(value, **changes)
    return dataclasses.replace(value, **changes)
