"""Killing a process while it writes, at random moments, and looking at what is left."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from app.changes import Change
from storage import check_project, create_project, open_project
from tests.storage.samples import SCHEME, article, contents, step

ROOT = Path(__file__).parents[2]

_WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from app.changes import Change
from app.session import Session
from storage import open_project
from tests.storage.samples import annotation, article, contents, suggestion
project = open_project(Path(sys.argv[1]))
session = Session(project, sys.argv[2])
home = project.article(project.article_by_text(article().text_sha256))
print("ready", flush=True)
number = 0
while True:
    number += 1
    if number % 7 == 0:
        text = f"Статья {sys.argv[2]} {number} " + "слово " * 500
        applied = session.do("add_articles", [Change(None, article(text))], contents(text))
    elif number % 5 == 0:
        proposed = suggestion(home, "5 процентов", suggester=sys.argv[2])
        project.put_suggestions(home.id, {proposed.suggester: [proposed]})
        applied = session.undo()
    else:
        applied = session.do("annotate", [Change(None, annotation(home, "Ёлки", annotator=sys.argv[2]))])
    print(applied.number, flush=True)
"""


def kill_writers(folder: Path, times: int) -> tuple[int, int]:
    """Kill a writing process `times` times; return how many acts were acknowledged, and how many lost.

    AssertionError: the project was not whole after one of them.
    """
    path = folder / "killed.pressmark"
    project = create_project(path, SCHEME)
    project.apply(step(Change(None, article())), contents())
    project.close()
    chance = random.Random()
    acknowledged, lost, last = 0, 0, 1
    for time_ in range(times):
        seen = _kill_one(path, f"annotator {time_}", chance.uniform(0, 0.25))
        project = open_project(path)
        numbers = [one.number for one in project.steps(after=last)]
        project.close()
        lost += len(set(seen) - set(numbers))
        acknowledged += len(seen)
        last = numbers[-1] if numbers else last
        # The full check grows with the history: it is made of every tenth, and of the last.
        if time_ % 10 == 9 or time_ == times - 1:
            report = check_project(path)
            assert report.ok, report.problems
    return acknowledged, lost


def _kill_one(path: Path, annotator: str, after: float) -> list[int]:
    """Start a writer, kill it `after` seconds from its first act; return the acts it acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path), annotator],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout as output:
        assert output.readline() == "ready\n"
        time.sleep(after)
        assert process.poll() is None, "the writer ended by itself"
        process.kill()
        # A last line without its end was cut off by the kill: that act was not acknowledged.
        seen = [int(line) for line in output if line.endswith("\n")]
    process.wait()
    return seen
