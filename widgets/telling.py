"""How a slot tells trouble: a UserError becomes one sentence instead of leaving the slot."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import SignalInstance

from app.errors import UserError

P = ParamSpec("P")


class Telling(Protocol):
    """What has somewhere to tell trouble."""

    @property
    def problem(self) -> SignalInstance:
        """Takes a sentence: what could not be done, and why."""
        ...


T = TypeVar("T", bound=Telling)


def told(act: Callable[Concatenate[T, P], object]) -> Callable[Concatenate[T, P], None]:
    """Let a UserError in the method `act` be told by its object's `problem`."""

    @wraps(act)
    def tell(teller: T, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            act(teller, *args, **kwargs)
        except UserError as error:
            teller.problem.emit(str(error))

    return tell
