"""docs/training.md, block by block: a trainer who follows the page arrives."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "training.md"
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to work in, with `pressmark` and `python` as an installed Pressmark has them on the path."""
    folder = tmp_path_factory.mktemp("trainer")
    (folder / "bin").mkdir()
    for name, command in (
        ("pressmark", [sys.executable, str(ROOT / "main.py")]),
        ("python", [sys.executable]),
    ):
        program = folder / "bin" / name
        program.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    return folder


def run(kind: str, block: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run(
        ["sh", "-e", "-c", block] if kind == "sh" else ["python", "-c", block],
        cwd=folder,
        env=environment
        | {
            "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PRESSMARK_ANNOTATOR": "Асель",
            "PYTHONIOENCODING": "utf-8",
            "HF_HUB_OFFLINE": "1",
            "HF_HOME": str(folder / "hf"),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )


@pytest.mark.timeout(600)
def test_every_command_of_the_page_does_what_the_page_says(desk: Path) -> None:
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    assert len(blocks) >= 10
    said: list[str] = []
    for kind, block in blocks:
        done = run(kind, block, desk)
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
        said.append(done.stdout + done.stderr)
    everything = "\n".join(said)
    assert re.search(r"\d+ sentences, [1-9]\d* numbers", everything)
    assert (desk / "model" / "model-last").is_dir()
    assert (desk / "spancat" / "model-last").is_dir()
    assert "loss: " in everything
    assert re.search(r"verified", said[-1])
