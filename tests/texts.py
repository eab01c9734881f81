"""The interface's texts: gathered from widgets/ into resources/i18n/*.ts, and compiled. See `script/texts`.

The texts of a language are one Linguist file, which keeps its translations when it is made anew; English has
the forms for one and many alone. No line numbers are kept, so that a change of code changes no line there.
"""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import PySide6

from widgets.texts import SOURCE

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = (SOURCE, "ru", "kk")

_TOOLS = Path(PySide6.__file__).parent


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate."""

    context: str
    """The class it stands in; "" where it stands in none, or is marked with `tr` or `_`."""
    text: str
    comment: str = ""
    """Which meaning of the text this is."""
    counted: bool = False
    """Whether it has a form for each kind of number."""


def gather(code: Path, folder: Path = FOLDER) -> None:
    """Bring the file of each language up to date with the Python files in `code`."""
    for language in LANGUAGES:
        _run(
            "lupdate",
            *("-silent", "-extensions", "py", code, "-tr-function-alias", "QT_TR_NOOP+=_"),
            *("-locations", "none", "-no-obsolete", "-sort-messages"),
            # A text that was changed is not translated until somebody has read it.
            *("-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
            *(("-pluralonly",) if language == SOURCE else ()),
            *("-source-language", "en", "-target-language", language),
            *("-ts", _file(folder, language)),
        )


def compile_all(folder: Path = FOLDER) -> None:
    """Compile each language that has translations for the program to load."""
    for language in LANGUAGES:
        path = _file(folder, language)
        if any(forms for _, forms in translations(path)):
            release(path)
        else:
            path.with_suffix(".qm").unlink(missing_ok=True)


def release(path: Path) -> Path:
    """Compile what is finished in a Linguist file; return the compiled one, which lies beside it."""
    compiled = path.with_suffix(".qm")
    _run("lrelease", "-silent", "-nounfinished", path, "-qm", compiled)
    return compiled


def translations(path: Path) -> Iterator[tuple[Message, list[str]]]:
    """Every message of a Linguist file with its translation, or its forms; none where it is not finished."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for entry in context.iter("message"):
            message = Message(
                context.findtext("name", ""),
                entry.findtext("source", ""),
                entry.findtext("comment", ""),
                entry.get("numerus") == "yes",
            )
            said = entry.find("translation")
            assert said is not None
            forms = [form.text or "" for form in said.iter("numerusform")] or [said.text or ""]
            yield message, forms if said.get("type") != "unfinished" and all(forms) else []


def _file(folder: Path, language: str) -> Path:
    return folder / f"pressmark_{language}.ts"


def _run(tool: str, *arguments: str | Path) -> None:
    """Run one of the tools PySide6 brings; what it complains about is an error."""
    suffix = ".exe" if sys.platform == "win32" else ""
    command = [str(_TOOLS / f"{tool}{suffix}"), *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=False)
    if done.returncode or done.stderr:
        raise RuntimeError(f"{tool}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    gather(ROOT / "widgets")
    compile_all()
    for name in LANGUAGES:
        found = list(translations(_file(FOLDER, name)))
        print(f"{name}: {sum(bool(forms) for _, forms in found)} of {len(found)} translated")  # noqa: T201
