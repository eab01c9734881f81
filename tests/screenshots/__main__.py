"""Make the pictures in docs/screenshots, or in another folder: what script/screenshots calls.

Each scene is the real program, off screen, brought to a state by what its user would do, and taken in light
and in dark. `script/screenshots window mark` makes only the pictures whose names begin so. Into docs it also
writes the list of pictures and the guide's table of keys.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.screenshots.pages import GUIDE, PICTURES, write_pages
from tests.screenshots.taking import make


def main(arguments: Sequence[str] | None = None) -> int:
    """Make every picture and say where."""
    parser = argparse.ArgumentParser(prog="script/screenshots", description="Make pictures of Pressmark.")
    parser.add_argument("--out", type=Path, default=PICTURES, metavar="DIR")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only scenes whose names begin so")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    chosen.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pressmark-") as name:
        for path in make(Path(name), chosen.out, tuple(chosen.names)):
            sys.stdout.write(f"{path}\n")
            sys.stdout.flush()
    if chosen.out == PICTURES:
        write_pages(GUIDE, PICTURES)
    return 0


if __name__ == "__main__":
    sys.exit(main())
