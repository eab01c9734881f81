"""How long a suggestion is looked at before it is decided: what tells reading from rubber-stamping."""

import time
from collections.abc import Callable


class Looking:
    """Knows since when the suggestion that is selected has been."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._chosen: int | None = None
        self._since = 0.0

    def begin(self, suggestion_id: int | None) -> None:
        """This suggestion is selected now; None: none is."""
        if suggestion_id != self._chosen:
            self._chosen, self._since = suggestion_id, self._clock()

    def seconds(self, suggestion_id: int) -> float | None:
        """Since it was selected; None for one that is not."""
        return self._clock() - self._since if suggestion_id == self._chosen else None
