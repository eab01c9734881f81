"""Every scene by the name of its pictures: it brings the stage to a state and says what to take."""

from collections.abc import Callable

from tests.screenshots.scenes import (
    article,
    dialogs,
    exporting,
    inspector,
    library,
    loading,
    progress,
    window,
)
from tests.screenshots.stage import Shot, Stage

SCENES: dict[str, Callable[[Stage], Shot]] = {
    **window.SCENES,
    **article.SCENES,
    **inspector.SCENES,
    **library.SCENES,
    **dialogs.SCENES,
    **exporting.SCENES,
    **loading.SCENES,
    **progress.SCENES,
}

ENLARGED = frozenset({"large-ru", "large-kk"})
"""Those in which all text is twice as large."""
