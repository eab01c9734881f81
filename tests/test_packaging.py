"""The wheel as users get it: alone in its room of site-packages, working once installed. And the locks.

The fresh environment sees the libraries of the one that runs the tests through a .pth file, so that
nothing is downloaded; only the wheel itself is installed, without its dependencies.
"""

import json
import re
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path
from sysconfig import get_path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT))
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `pressmark` command of a fresh environment with the wheel in it."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=True)
    python = _script(home, "python")
    packages = Path(_run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (packages / "libraries-of-the-tests.pth").write_text(get_path("purelib") + "\n", encoding="utf-8")
    _run(
        python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--force-reinstall", str(wheel)
    )
    return Path(_script(home, "pressmark"))


def test_the_wheel_has_one_top_level(wheel: Path) -> None:
    info = f"pressmark-{PROJECT['version']}.dist-info"
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0] for name in names} == {"pressmark", info}
    assert {name.split("/")[1] for name in names if name.startswith("pressmark/")} == {
        "__main__.py",
        "app",
        "resources",
        "storage",
        "widgets",
    }


def test_the_wheel_carries_resources_and_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    ours = {
        f"pressmark/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert ours - names == set()
    licences = {name.rpartition("/")[2] for name in names if "/licenses/" in name}
    assert licences == {"LICENSE", "NOTICE"}
    assert {name for name in names if name.endswith(".pyc") or "tests" in name.split("/")} == set()


def test_the_installed_command_helps(installed: Path) -> None:
    assert "usage: pressmark" in _run(str(installed), "--help")


def test_the_installed_command_does_the_main_job(installed: Path, tmp_path: Path) -> None:
    out = tmp_path / "demo"
    printed = _run(str(installed), "demo", "--no-window", "--out", str(out), cwd=tmp_path)
    assert str(out) in printed
    (project,) = out.glob("*.pressmark")
    counts = json.loads(_run(str(installed), "stats", str(project), "--json", cwd=tmp_path))
    assert counts["articles"] == 6
    assert counts["annotations"] > 100
    assert list(out.glob("*.jsonl"))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_and_hashes_everything_and_names_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    for requirement in _locked(name).values():
        assert re.match(r"[a-z0-9-]+==[\w.]+( ; .+)? \\\n", requirement)
        assert re.findall(r"--hash=sha256:[0-9a-f]{64}", requirement)
    wanted = {re.split(r"[\s=<>~!;\[]", line)[0].lower() for line in PROJECT["dependencies"]}
    assert wanted <= {pin.split("==")[0] for pin in _locked(name)}


def test_what_is_tested_is_what_runs() -> None:
    assert _locked("requirements.lock").keys() <= _locked("requirements-dev.lock").keys()


def _locked(name: str) -> dict[str, str]:
    """The entries of a lock file by "name==version", without what they depend on the platform for."""
    entries = re.split(r"^(?=\S)", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {entry.split()[0]: entry for entry in entries if entry}


def _script(home: Path, name: str) -> str:
    return str(home / "Scripts" / f"{name}.exe" if sys.platform == "win32" else home / "bin" / name)


def _run(*command: str, cwd: Path | None = None) -> str:
    """Run a command away from the checkout's own import path; return stdout, fail with its stderr."""
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=cwd, timeout=120, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout
