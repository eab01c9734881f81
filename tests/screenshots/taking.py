"""Takes the pictures of all scenes, several at a time in processes of their own."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from tests.screenshots.newsroom import make_empty, make_newsroom
from tests.screenshots.pictures import save
from tests.screenshots.scenes import ENLARGED, SCENES
from tests.screenshots.stage import stage
from widgets import theme

# Text twice as large: twice the 96 dots an inch that points are reckoned by (Qt's QT_FONT_DPI).
_LARGE_DPI = "192"

MODES: tuple[theme.Mode, ...] = ("light", "dark")


def make(folder: Path, out: Path, beginnings: tuple[str, ...]) -> Iterator[Path]:
    """Take the pictures, several at a time, each scene on a stage of its own."""
    kept = folder / ".kept"
    kept.mkdir()
    projects = {"newsroom": kept / "newsroom.pressmark", "empty": kept / "empty.pressmark"}
    make_newsroom(projects["newsroom"])
    make_empty(projects["empty"])
    wanted = [name for name in SCENES if not beginnings or name.startswith(beginnings)]
    for large in (False, True):
        names = [name for name in wanted if (name in ENLARGED) == large]
        with _photographers(large=large) as pool:
            for paths in pool.map(partial(take, folder, projects, out), names):
                yield from paths


def take(folder: Path, projects: dict[str, Path], out: Path, name: str) -> list[Path]:
    """Play one scene and take it in both themes."""
    place = folder / name
    place.mkdir()
    # Paths in pictures are those of a home folder, whoever makes them.
    os.environ["HOME"] = os.environ["USERPROFILE"] = str(place)
    taken = []
    with stage(place, projects) as scenery:
        shot = SCENES[name](scenery)
        widget, *part = shot if isinstance(shot, tuple) else (shot,)
        for mode in MODES:
            if theme.current().mode != mode:
                theme.apply(scenery.application, mode)
            scenery.settle()
            taken.append(out / f"{name}-{mode}.png")
            save(widget.grab(*part).toImage(), taken[-1])
    return taken


@contextmanager
def _photographers(*, large: bool) -> Iterator[ProcessPoolExecutor]:
    """Processes to take pictures in, as many as there are processors."""
    if large:
        os.environ["QT_FONT_DPI"] = _LARGE_DPI
    try:
        with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
            yield pool
    finally:
        os.environ.pop("QT_FONT_DPI", None)
