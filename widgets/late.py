"""The verbs, brought when the first is used: the window is painted before anybody can act."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app import commands as commands
else:

    class _Commands:
        """Stands for `app.commands`; importing that costs a twentieth of the way to the first paint."""

        def __getattr__(self, verb: str) -> Any:
            return getattr(import_module("app.commands"), verb)

    commands = _Commands()
