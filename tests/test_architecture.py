"""The house as a failing test: which room may import which, where each heavy library lives, no circles,
no heaps. A new room or library is one line in the tables below. See docs/adr and CONTRIBUTING.md.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Room -> the rooms it may import, itself included.
ROOMS: Mapping[str, frozenset[str]] = {
    "app": frozenset({"app"}),
    "storage": frozenset({"app", "storage"}),
    "resources": frozenset({"resources"}),
    "widgets": frozenset({"app", "resources", "widgets"}),
    "main": frozenset({"app", "resources", "storage", "widgets"}),
}

# Rooms that main.py imports only inside functions: `--help` must not wait for Qt or SQLite.
LATE_FOR_MAIN = frozenset({"storage", "widgets"})


@dataclass(frozen=True)
class Home:
    """Where some libraries may be imported: modules with one of these prefixes, perhaps only late."""

    libraries: frozenset[str]
    modules: tuple[str, ...]
    late: bool = False
    """Whether only inside a function (or for type checkers), so that only its users wait for it."""


HOMES = (
    Home(frozenset({"PySide6", "shiboken6"}), ("widgets",)),
    Home(frozenset({"sqlite3", "pysqlite3", "sqlite_utils"}), ("storage",)),
    Home(
        frozenset({"lxml", "lxml_html_clean", "trafilatura", "htmldate", "justext", "courlan"})
        | frozenset({"readability", "resiliparse", "fastwarc"}),
        ("app.importers",),
    ),
    Home(frozenset({"pyqtgraph", "numpy"}), ("widgets.charts",)),
    Home(frozenset({"natasha", "pycrfsuite"}), ("app.suggesters",), late=True),
    Home(frozenset({"pymorphy3"}), ("app.lemmas",), late=True),
    Home(frozenset({"anyascii"}), ("app.names",)),
    Home(frozenset({"spacy"}), ("app.exporters", "app.readers"), late=True),
    Home(frozenset({"pyarrow", "cassis", "xlsxwriter"}), ("app.exporters",), late=True),
    Home(frozenset({"matplotlib"}), ("app.release",), late=True),
    Home(frozenset({"rensa"}), ("app.dataset.duplicates",), late=True),
    Home(frozenset({"platformdirs"}), ("app.settings",), late=True),
)

SQL = re.compile(r"\s*(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE (TABLE|INDEX)|PRAGMA)\b")

MAX_FILE_LINES = 450
MAX_FUNCTION_LINES = 60


@dataclass(frozen=True)
class Import:
    """One imported name in full, and whether it is left until a function runs (or to type checkers)."""

    module: str
    line: int
    late: bool


# ------------------------------------------------------------------------------------------ the house


def house() -> dict[str, str]:
    """Every module of the program: its source by dotted name; a package has the name of its folder."""
    paths = [ROOT / "main.py", *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))]
    return {_module_name(path): path.read_text(encoding="utf-8") for path in paths if path.exists()}


def test_the_tables_know_every_room() -> None:
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}
    assert folders == set(ROOMS) - {"main"}


def test_rooms_import_only_what_they_may() -> None:
    found = list(forbidden_rooms(house()))
    assert found == []


def test_heavy_libraries_stay_at_home() -> None:
    found = list(strayed_libraries(house()))
    assert found == []


def test_sql_stays_in_storage() -> None:
    found = list(strayed_sql(house()))
    assert found == []


def test_no_import_circle() -> None:
    found = circle(house())
    assert found is None


def test_no_heaps() -> None:
    found = list(heaps(house()))
    assert found == []


# -------------------------------------------------------------------------------- can these tests fail?

CLEAN = {
    "app": "",
    "app.a": "import json\n",
    "app.importers": "import lxml.html\n",
    "app.exporters.spacy_docbin": (
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import spacy\ndef f():\n    import spacy\n"
    ),
    "storage": "import sqlite3\nfrom app.a import x\nQUERY = 'SELECT 1'\n",
    "widgets": "from PySide6.QtGui import QFont\nimport resources\nfrom app import a\n",
    "resources": "",
    "main": "import app.a\ndef window():\n    from widgets import run\n",
}


def test_a_clean_house_passes() -> None:
    for check in (forbidden_rooms, strayed_libraries, strayed_sql, heaps):
        assert not list(check(CLEAN))
    assert circle(CLEAN) is None


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("app.a", "import storage\n"),
        ("app.a", "from widgets.theme import current\n"),
        ("app.a", "def f():\n    import resources\n"),
        ("app.a", "import tests.conftest\n"),
        ("app.a", "import main\n"),
        ("storage.rows", "from widgets import theme\n"),
        ("storage.rows", "import resources\n"),
        ("widgets.reader", "import storage.rows\n"),
        ("resources", "from app import errors\n"),
        ("main", "from storage import open_project\n"),
        ("main", "if True:\n    import widgets\n"),
        ("app.a", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import storage\n"),
    ],
)
def test_a_forbidden_room_is_found(module: str, source: str) -> None:
    assert [v.split(":")[0] for v in forbidden_rooms({**CLEAN, module: source})] == [module]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("app.a", "from PySide6.QtCore import QObject\n"),
        ("main", "def f():\n    import PySide6\n"),
        ("resources", "import PySide6.QtGui\n"),
        ("app.a", "import sqlite3\n"),
        ("widgets.library", "import sqlite_utils.db\n"),
        ("app.suggesters.numbers", "from lxml import etree\n"),
        ("app.importers_of_mine", "import trafilatura\n"),
        ("widgets.reader", "import numpy as np\n"),
        ("app.exporters.spacy_docbin", "import spacy\n"),
        ("app.dataset", "def f():\n    import pyarrow.parquet\n"),
    ],
)
def test_a_strayed_library_is_found(module: str, source: str) -> None:
    assert [v.split(":")[0] for v in strayed_libraries({**CLEAN, module: source})] == [module]


def test_strayed_sql_is_found() -> None:
    assert list(strayed_sql({**CLEAN, "widgets.library": 'q = """\n  SELECT id FROM article"""\n'}))


@pytest.mark.parametrize(
    "planted",
    [
        {"app.b": "from app.c import x\n", "app.c": "import app.b\n"},
        {"app.b": "from app import c\n", "app.c": "def f():\n    from app.b import y\n"},
        {"app.p": "from app.p.q import z\n", "app.p.q": "from app.p import z\n"},
        {"app.b": "import app.c\n", "app.c": "import app.d\n", "app.d": "import app.b\n"},
    ],
)
def test_a_circle_is_found(planted: dict[str, str]) -> None:
    assert circle({**CLEAN, **planted}) is not None


def test_heaps_are_found() -> None:
    long_file = {"app.a": "x = 1\n" * (MAX_FILE_LINES + 1)}
    long_function = {"app.a": "class C:\n    def f(self):\n" + "        x = 1\n" * MAX_FUNCTION_LINES}
    assert len(list(heaps(long_file))) == 1
    assert len(list(heaps(long_function))) == 1


# ------------------------------------------------------------------------------------------ the checks


def forbidden_rooms(modules: Mapping[str, str]) -> Iterator[str]:
    """Yield an imported room that the importer's room may not know, or that main.py imports too early."""
    for module, found in _imports(modules):
        room, other = module.split(".")[0], found.module.split(".")[0]
        if other not in {*ROOMS, "tests"}:
            continue
        if other not in ROOMS[room] and other != room:
            yield f"{module}:{found.line} imports {found.module}, and {room} must not know {other}"
        elif module == "main" and other in LATE_FOR_MAIN and not found.late:
            yield f"{module}:{found.line} imports {found.module} before it is needed"


def strayed_libraries(modules: Mapping[str, str]) -> Iterator[str]:
    """Yield a heavy library imported outside its home, or early where it must be late."""
    for module, found in _imports(modules):
        for home in HOMES:
            if found.module.split(".")[0] not in home.libraries:
                continue
            if not any(module == prefix or module.startswith(prefix + ".") for prefix in home.modules):
                yield f"{module}:{found.line} imports {found.module}, which lives in {home.modules}"
            elif home.late and not found.late:
                yield f"{module}:{found.line} imports {found.module} outside a function"


def strayed_sql(modules: Mapping[str, str]) -> Iterator[str]:
    """Yield a string outside storage that is an SQL statement."""
    for module, source in modules.items():
        if module.split(".")[0] == "storage":
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value):
                yield f"{module}:{node.lineno} holds SQL"


def circle(modules: Mapping[str, str]) -> list[str] | None:
    """Return the modules of an import circle, or None. Late imports count: they only hide a circle."""
    graph: dict[str, set[str]] = {module: set() for module in modules}
    for module, found in _imports(modules):
        graph[module] |= _executed(module, found.module, modules)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [str(module) for module in error.args[1]]
    return None


def heaps(modules: Mapping[str, str]) -> Iterator[str]:
    """Yield files and functions past the length at which they usually are two."""
    for module, source in modules.items():
        lines = source.count("\n")
        if lines > MAX_FILE_LINES:
            yield f"{module} has {lines} lines"
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > MAX_FUNCTION_LINES:
                    yield f"{module}:{node.lineno} {node.name} has {length} lines"


def _module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(modules: Mapping[str, str]) -> Iterator[tuple[str, Import]]:
    """Every import of every module; `from a import b` is `a.b`, which may be a module or a name in one."""
    for module, source in modules.items():
        tree = ast.parse(source)
        late = {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or _is_for_types(node)
            for inner in ast.walk(node)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield module, Import(alias.name, node.lineno, id(node) in late)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{module}:{node.lineno}: rooms are named, not counted in dots"
                for alias in node.names:
                    yield module, Import(f"{node.module}.{alias.name}", node.lineno, id(node) in late)


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _executed(importer: str, imported: str, modules: Mapping[str, str]) -> set[str]:
    """Which of our modules an import needs whole: the one named, or the package a name is taken from.

    The packages above a module are left out where the importer lies in them: they are being imported
    already, which is how packages work and no circle.
    """
    if imported not in modules:
        imported = imported.rpartition(".")[0]
    if imported not in modules:
        return set()
    above = imported.rpartition(".")[0]
    needed = {imported}
    if above in modules and not (importer == above or importer.startswith(above + ".")):
        needed.add(above)
    return needed - {importer}
