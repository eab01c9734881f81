"""Every text of the interface can be translated, every translation is whole: the rules of `widgets.texts`."""

import ast
import re
import shutil
import string
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.texts import FOLDER, LANGUAGES, ROOT, Message, compile_all, gather, translations
from widgets.texts import SOURCE

# What shows a text: methods, and what is built with one. `emit` counts for the signals that tell something.
SHOWING = frozenset(
    {"setText", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText", "setWindowTitle"}
    | {"setAccessibleName", "setAccessibleDescription", "setTabText", "setTabToolTip", "setTitle"}
    | {"setHeaderLabels", "setHorizontalHeaderLabels", "setSuffix", "setPrefix", "setSpecialValueText"}
    | {"addTab", "addAction", "addMenu", "addItem", "addItems", "insertItem", "setItemText", "addRow"}
    | {"showMessage", "setMessage", "set_text", "set_message", "say", "tell", "add_main", "add_close"}
    | {"QLabel", "QPushButton", "QToolButton", "QAction", "QCheckBox", "QRadioButton", "QGroupBox", "QMenu"}
    | {"QTreeWidgetItem", "QListWidgetItem", "QStandardItem", "TickBox", "WrappedText", "sentence", "Dialog"}
    | {"getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"}
)
# Of these only the first argument is shown.
FIRST_SHOWS = frozenset({"sentence", "tell"})
TELLING = frozenset({"problem", "noted", "failed", "told"})

# Texts that are the same in every language.
DATA = frozenset({"https://", "ru, kk, en", "Pressmark", " – Pressmark", "PNG (*.png)", "R"})

MARKS = frozenset({"tr", "_", "translated"})


def modules() -> dict[str, str]:
    """The source of every module of the interface by its path."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((ROOT / "widgets").rglob("*.py"))
        if path.name != "texts.py"
    }


# ------------------------------------------------------------------------------------------ the program


def test_no_text_is_shown_untranslated() -> None:
    assert list(bare_texts(modules())) == []


def test_texts_are_marked_so_that_they_are_found() -> None:
    assert list(bad_marks(modules())) == []


def test_what_is_filled_in_is_what_the_text_asks_for() -> None:
    assert list(ill_filled(modules())) == []


def test_the_gatherer_finds_every_text_that_is_marked(tmp_path: Path) -> None:
    gather(ROOT / "widgets", tmp_path)
    found = {message for message, _ in translations(tmp_path / "pressmark_ru.ts")}
    assert found == marked(modules())
    counted = {message for message, _ in translations(tmp_path / f"pressmark_{SOURCE}.ts")}
    assert counted == {message for message in found if message.counted}


def test_the_files_of_texts_are_up_to_date(tmp_path: Path) -> None:
    """Where this fails, run `script/texts`."""
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    gather(ROOT / "widgets", tmp_path)
    compile_all(tmp_path)
    assert {path.name for path in FOLDER.iterdir()} == {path.name for path in tmp_path.iterdir()}
    for path in FOLDER.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name


def test_translations_survive_a_gathering(tmp_path: Path) -> None:
    code = tmp_path / "code"
    code.mkdir()
    (code / "a.py").write_text('def f(count):\n    return tr("Kept"), tr("Gone")\n', encoding="utf-8")
    gather(code, tmp_path)
    path = tmp_path / "pressmark_ru.ts"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            '<source>Kept</source>\n        <translation type="unfinished"></translation>',
            "<source>Kept</source>\n        <translation>Осталось</translation>",
        ),
        encoding="utf-8",
    )
    (code / "a.py").write_text('def f(count):\n    return tr("Kept"), tr("Came")\n', encoding="utf-8")
    gather(code, tmp_path)
    assert dict(translations(path)) == {Message("", "Kept"): ["Осталось"], Message("", "Came"): []}
    text = path.read_text(encoding="utf-8")
    assert "location" not in text
    assert str(tmp_path) not in text


@pytest.mark.parametrize("language", [SOURCE, "ru"])
def test_a_language_that_is_offered_is_whole(language: str) -> None:
    found = dict(translations(FOLDER / f"pressmark_{language}.ts"))
    assert [message for message, forms in found.items() if not forms] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_loses_what_is_to_be_filled_in(language: str) -> None:
    for message, forms in translations(FOLDER / f"pressmark_{language}.ts"):
        for form in forms:
            assert lost(message.text, form) == set(), (language, message, form)


# -------------------------------------------------------------------------------- can these tests fail?

IMPORTS = "from widgets.texts import tr\n"


@pytest.mark.parametrize(
    "shown",
    [
        'label.setText("Article")',
        'label.setText(f"Article {number}")',
        'label.setText("Article " + name)',
        'label.setText("Article" if one else tr("Articles"))',
        'label.setText(name or "Untitled")',
        'label.setText("{} of {}".format(1, 2))',
        'label.setText(" ".join([tr("One"), "two"]))',
        "label.setText(f\"{tr('One')} two\")",
        'QLabel("Article")',
        'QLabel(text="Article")',
        'QtWidgets.QPushButton("Go")',
        'tabs.addTab(page, "Notes")',
        'field.setPlaceholderText("Search")',
        'self.problem.emit("No such file")',
        'self.noted.emit(tr("{count} gone", "", n) + " for good")',
        'super().__init__("Settings", parent)',
    ],
)
def test_a_bare_text_is_found(shown: str) -> None:
    assert len(list(bare_texts({"a.py": f"{IMPORTS}{shown}\n"}))) == 1


@pytest.mark.parametrize(
    "shown",
    [
        'label.setText(tr("Article"))',
        'label.setText(self.tr("Article {number}").format(number=1))',
        "label.setText(f\"{tr('One')} · {tr('Two')}, 12\")",
        "label.setText(article.title)",
        'label.setText(names["key"])',
        'label.setText("" if nothing else "…")',
        'label.setProperty("kind", "soft")',
        'self.act_requested.emit("done", ids)',
        'field.setPlaceholderText("https://")',
        'super().__init__(parent, name="reader")',
        'sentence(tr("Nothing is kept."), "soft")',
    ],
)
def test_what_is_no_bare_text_passes(shown: str) -> None:
    assert list(bare_texts({"a.py": f"{IMPORTS}{shown}\n"})) == []


@pytest.mark.parametrize(
    "mark",
    [
        'tr(f"Article {number}")',
        'tr("Article " + name)',
        "tr(text)",
        'tr("Article {}".format(1))',
        'self.tr("{count} articles", "", count)',
        'self.tr("{count} articles")',
        'tr("{count} articles").format(count=3)',
        'tr("{count} articles", "", len(articles))',
        'tr("{count} articles", "", self.count)',
        'tr("{count} articles", count=number)',
        'tr("articles", "", number)',
        'tr("Done", meaning)',
        'dialog.tr("Close")',
        'QCoreApplication.translate("Library", "To do")',
        'QT_TRANSLATE_NOOP("Library", "To do")',
        "_(text)",
        'tr("")',
        """f"{tr('Projects')} (*.pressmark)" """,
    ],
)
def test_a_bad_mark_is_found(mark: str) -> None:
    assert len(list(bad_marks({"a.py": f"class A(QObject):\n    def f(self):\n        {mark}\n"}))) == 1


@pytest.mark.parametrize(
    "source",
    [
        'class A(QObject):\n    def f(self):\n        return self.tr("a")',
        'class A:\n    def f(self):\n        return tr("a")',
        'tr("{count} articles", "", count)',
        'tr("Done", "the button")',
        'T = (_("File"), _("Edit"))',
        "translated(action.text)",
        "painter.translate(3, 4)",
    ],
)
def test_a_good_mark_passes(source: str) -> None:
    assert list(bad_marks({"a.py": source + "\n"})) == []


def test_a_text_of_no_qobject_with_self_tr_is_found() -> None:
    assert len(list(bad_marks({"a.py": 'def f(self):\n    return self.tr("a")\n'}))) == 1


@pytest.mark.parametrize(
    "filled",
    [
        'tr("{done} of {all}").format(done=1)',
        'tr("{done} of {all}").format(done=1, all=2, more=3)',
        'self.tr("{a}").format(b=1)',
        'tr("{count} in {place}", "", count).format(plase=1)',
    ],
)
def test_an_ill_filled_text_is_found(filled: str) -> None:
    assert len(list(ill_filled({"a.py": filled + "\n"}))) == 1


def test_a_well_filled_text_passes() -> None:
    sources = ('tr("{done} of {all}").format(all=2, done=1)', 'tr("{count} in {a}", "", n).format(a=1)')
    assert list(ill_filled({f"{i}.py": source for i, source in enumerate(sources)})) == []


def test_a_lost_placeholder_is_found() -> None:
    assert lost("{done} of {all}", "{done} из {all}") == set()
    assert lost("{done} of {all}", "{done} из {al}") == {"all", "al"}
    assert lost("%n files", "файлы") == {"%n"}
    assert lost("100 %", "100 %") == set()


# ------------------------------------------------------------------------------------------ the checks


def bare_texts(sources: Mapping[str, str]) -> Iterator[str]:
    """Yield each place where words are shown that no translator was given."""
    for path, call in _calls(sources):
        if not _shows(call):
            continue
        shown = call.args[:1] if _name(call.func) in FIRST_SHOWS else call.args
        for value in [*shown, *(keyword.value for keyword in call.keywords if _says(keyword.arg))]:
            for text in _bare(value):
                if text not in DATA:
                    yield f"{path}:{call.lineno} shows {text!r}"


def _shows(call: ast.Call) -> bool:
    name = _name(call.func)
    if name == "emit":
        return isinstance(call.func, ast.Attribute) and _name(call.func.value) in TELLING
    if name == "__init__":
        return True
    return name in SHOWING


def _says(keyword: str | None) -> bool:
    """Tell whether the keyword argument of what shows texts is one."""
    return keyword in {"text", "title", "tip", "toolTip", "placeholder", "caption"}


def _bare(node: ast.expr) -> Iterator[str]:
    """The words that come into the value of the expression as they stand in the code."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and any(character.isalpha() for character in node.value):
            yield node.value
        return
    for part in _parts(node):
        yield from _bare(part)


def _parts(node: ast.expr) -> list[ast.expr]:
    """The expressions whose values come into the value of this one."""
    match node:
        case ast.JoinedStr(values=parts) | ast.BoolOp(values=parts):
            return parts
        case ast.FormattedValue(value=value) | ast.Starred(value=value):
            return [value]
        case ast.BinOp(left=first, right=second) | ast.IfExp(body=first, orelse=second):
            return [first, second]
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return parts
        case ast.Call(func=ast.Attribute(value=value, attr="join"), args=arguments):
            return [value, *arguments]
        case ast.Call(func=ast.Attribute(value=value, attr="format" | "strip" | "capitalize" | "lower")):
            return [value]
    return []


def bad_marks(sources: Mapping[str, str]) -> Iterator[str]:
    """Yield each marked text that the gatherer would not find, or that would not be looked up."""
    for path, source in sources.items():
        tree = ast.parse(source)
        in_classes = _within(tree, ast.ClassDef)
        in_strings = _within(tree, ast.JoinedStr)
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if (why := _why_no_mark(call, in_class=call in in_classes)) == "":
                why = (
                    "the gatherer passes over what stands in an f-string"
                    if call in in_strings
                    else _why_bad(call)
                )
            if why:
                yield f"{path}:{call.lineno} {why}: {ast.unparse(call)}"


def _why_no_mark(call: ast.Call, *, in_class: bool) -> str | None:
    """Why another way of marking should stand here; None where the call marks nothing, "" where it does."""
    called = ast.unparse(call.func)
    if called == "QCoreApplication.translate":
        return "tr of widgets.texts does this"
    if called.startswith(("QT_TR", "Q_TR")):
        return "_ of widgets.texts does this"
    if called == "self.tr":
        return "" if in_class and len(call.args) == 1 else "tr of widgets.texts does this"
    if called.endswith(".tr"):
        return "the tr of another object"
    return "" if called in {"tr", "_"} else None


def _why_bad(call: ast.Call) -> str:
    text, *more = call.args
    if call.keywords:
        return "the gatherer passes over keywords"
    if not isinstance(text, ast.Constant) or not isinstance(text.value, str) or not text.value:
        return "a text is one literal"
    if more and not isinstance(more[0], ast.Constant):
        return "a comment is one literal"
    if len(more) > 1 and not isinstance(more[1], ast.Name | ast.Constant):
        return "the gatherer passes over a count that is no plain name"
    if ("{count}" in text.value) != (len(more) > 1):
        return "{count} is for what is counted, and for nothing else"
    return ""


def ill_filled(sources: Mapping[str, str]) -> Iterator[str]:
    """Yield each text whose places are not those that `format`, called on it at once, fills in."""
    for path, call in _calls(sources):
        match call:
            case ast.Call(
                func=ast.Attribute(
                    value=ast.Call(args=[ast.Constant(value=str(text)), *_]) as mark, attr="format"
                ),
                args=[],
                keywords=given,
            ) if _name(mark.func) in MARKS:
                if places(text) - {"count"} != {keyword.arg for keyword in given}:
                    yield f"{path}:{call.lineno} {text!r}"


def marked(sources: Mapping[str, str]) -> set[Message]:
    """Every text that is marked."""
    found = set()
    for source in sources.values():
        tree = ast.parse(source)
        owners = {id(node): kind.name for kind in _classes(tree) for node in ast.walk(kind)}
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            match call:
                case ast.Call(func=ast.Name(id="tr" | "_"), args=[ast.Constant(value=str(text)), *more]):
                    comment = more[0].value if more and isinstance(more[0], ast.Constant) else ""
                    found.add(Message("", text, str(comment), len(more) > 1))
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="self"), attr="tr"),
                    args=[ast.Constant(value=str(text))],
                ):
                    found.add(Message(owners[id(call)], text))
    return found


def lost(text: str, translation: str) -> set[str]:
    """What is to be filled in on one side alone."""
    return places(text) ^ places(translation)


def places(text: str) -> set[str]:
    """The names in braces, and Qt's own marks such as %n and %1."""
    named = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return named | set(re.findall(r"%(?:L?\d|L?n)", text))


def _within(tree: ast.Module, kind: type[ast.AST]) -> set[ast.AST]:
    """Everything inside nodes of this kind."""
    return {inner for node in ast.walk(tree) if isinstance(node, kind) for inner in ast.walk(node)}


def _classes(tree: ast.Module) -> list[ast.ClassDef]:
    """Outer ones first."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


def _calls(sources: Mapping[str, str]) -> Iterator[tuple[str, ast.Call]]:
    for path, source in sources.items():
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call):
                yield path, node


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
