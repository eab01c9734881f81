"""Worker processes: order, lone failures, stalls, deaths, cancelling, memory."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.importers import Outcome, import_paths

ROOT = Path(__file__).parents[3]
TEXT = "Министерство сообщило, что записи хранятся тридцать дней и за рубеж не передаются."


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{n}.html" for n in range(8)]
    for n, path in enumerate(paths):
        path.write_text(f"<h1>Страница {n}</h1><p>{TEXT}</p>", encoding="utf-8")
    return paths


def titles(outcomes: Iterator[Outcome]) -> list[str]:
    return [outcome.error or outcome.imported[0].title for outcome in outcomes]


def only_worker() -> int:
    (child,) = multiprocessing.active_children()
    assert child.pid is not None
    return child.pid


@pytest.mark.parametrize("jobs", [1, 2])
def test_outcomes_come_in_order_and_failures_alone(pages: list[Path], jobs: int) -> None:
    pages[3].write_bytes(b"\x89PNG\r\n\x1a\n")
    pages.insert(5, pages[0].with_name("missing.html"))
    outcomes = list(import_paths(pages, jobs=jobs))
    assert [outcome.path for outcome in outcomes] == pages
    failed = [outcome.path.name for outcome in outcomes if outcome.error]
    assert failed == ["3.html", "missing.html"]
    assert all(bool(outcome.imported) != bool(outcome.error) for outcome in outcomes)
    assert not multiprocessing.active_children()


def test_no_paths_no_workers() -> None:
    assert list(import_paths([])) == []
    with pytest.raises(ValueError, match="jobs"):
        list(import_paths([], jobs=0))


def test_a_worker_that_stalls_is_killed_and_replaced(pages: list[Path]) -> None:
    outcomes = import_paths(pages[:3], timeout=1.0)
    assert next(outcomes).error is None
    os.kill(only_worker(), signal.SIGSTOP)
    stalled = next(outcomes)
    assert stalled.error is not None
    assert str(pages[1]) in stalled.error
    assert "longer than 1 seconds" in stalled.error
    assert titles(outcomes) == ["Страница 2"]


def test_a_worker_that_dies_over_a_file_fails_that_file_alone(pages: list[Path]) -> None:
    outcomes = import_paths(pages[:3])
    next(outcomes)
    worker = only_worker()
    os.kill(worker, signal.SIGSTOP)  # so that it surely has not read the file when it dies
    killer = threading.Timer(0.3, os.kill, (worker, signal.SIGKILL))
    killer.start()
    died = next(outcomes)
    killer.join()
    assert died.error is not None
    assert "ended the reading process" in died.error
    assert titles(outcomes) == ["Страница 2"]


def test_a_worker_that_dies_between_files_costs_nothing(pages: list[Path]) -> None:
    outcomes = import_paths(pages[:2])
    next(outcomes)
    (child,) = multiprocessing.active_children()
    child.kill()
    child.join()
    assert titles(outcomes) == ["Страница 1"]


def test_cancelling_ends_at_once_and_kills_the_workers(pages: list[Path]) -> None:
    stop = threading.Event()
    outcomes = import_paths(pages, cancelled=stop.is_set)
    assert next(outcomes).error is None
    stop.set()
    assert list(outcomes) == []
    assert not multiprocessing.active_children()


def test_leaving_early_kills_the_workers(pages: list[Path]) -> None:
    for _ in import_paths(pages, jobs=2):
        break
    assert not multiprocessing.active_children()


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_memory_is_limited_where_the_system_can() -> None:
    if not Path("/proc/self/statm").exists():
        pytest.skip("this system does not limit the memory of a process")
    code = "from app.importers.worker import _limit_memory; _limit_memory(); bytearray(1_500_000_000)"
    assert "MemoryError" in run(code).stderr


def test_a_guarded_main_program_is_not_run_again(tmp_path: Path, pages: list[Path]) -> None:
    program = tmp_path / "main.py"
    program.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from pathlib import Path\n"
        "def main():\n"
        "    from app.importers import import_paths\n"
        "    print('window')\n"
        "    for outcome in import_paths([Path(p) for p in sys.argv[1:]]):\n"
        "        print(outcome.imported[0].title)\n"
        "if __name__ == '__main__':\n    main()\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(program), *map(str, pages[:2])],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout.splitlines() == ["window", "Страница 0", "Страница 1"]
    assert done.stderr == ""


def test_the_door_imports_no_parser() -> None:
    code = (
        "import sys, app.importers\n"
        "heavy = {'lxml', 'trafilatura', 'readability', 'resiliparse', 'fastwarc'} & set(sys.modules)\n"
        "print(sorted(heavy))"
    )
    assert run(code).stdout == "[]\n"
