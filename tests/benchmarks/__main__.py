"""Run the benchmarks and print their figures beside target and baseline: what script/bench calls.

Each `bench_NAME.py` of this folder has `figures(quick) -> Iterator[Figure]`. A figure is printed when it is
measured. One that fails is told on stderr, the others still run, and the exit code is 1.
"""

import argparse
import json
import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from tests.benchmarks.bench import Figure

PREFIX = "bench_"
ROW = "{:<58} {:>14} {:<12} {:<22} {}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the arguments ask for and return the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(names()):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(names())}")
    # As in the tests: no display, and one thread for arithmetic.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    figures: list[Figure] = []
    failed = False
    _print(ROW.format("what", "measured", "unit", "target", "baseline"))
    for name in options.names or names():
        try:
            for figure in _figures(name, quick=options.quick):
                figures.append(figure)
                _print(_row(figure))
        except Exception:
            failed = True
            traceback.print_exc()
            _print(f"{name} failed; its trace is on stderr")
    if options.json is not None:
        text = json.dumps([asdict(figure) for figure in figures], ensure_ascii=False, indent=1)
        options.json.write_text(text + "\n", encoding="utf-8")
    return 1 if failed else 0


def names() -> list[str]:
    """The benchmarks there are, sorted: NAME of each `bench_NAME.py`."""
    return sorted(path.stem.removeprefix(PREFIX) for path in Path(__file__).parent.glob(f"{PREFIX}*.py"))


def _figures(name: str, *, quick: bool) -> Iterator[Figure]:
    module = import_module(f"tests.benchmarks.{PREFIX}{name}")
    yield from module.figures(quick)


def _row(figure: Figure) -> str:
    value = f"{figure.value:,.0f}" if abs(figure.value) >= 1000 else f"{figure.value:.4g}"
    return ROW.format(figure.name, value, figure.unit, figure.target, figure.baseline)


def _print(line: str) -> None:
    sys.stdout.write(line.rstrip() + "\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="script/bench", description="Measure Pressmark.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(names())}")
    parser.add_argument("--quick", action="store_true", help="smaller inputs, to see that all of them run")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser


if __name__ == "__main__":
    sys.exit(main())
