"""A made-up language that puts every text of the interface in ⟦brackets⟧: what shows without was missed."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from app.project import ArticleQuery, Project
from tests.texts import ROOT, gather, release
from widgets.wrapped_text import WrappedText

_INNERMOST = re.compile(r"⟦[^⟦⟧]*⟧")
# `d MMM yyyy`, as the tests' locale writes it.
_DATE = re.compile(r"\b(\d{1,2} )?[A-Z][a-z]{2} \d{4}\b")
# What Qt and pyqtgraph name themselves: buttons that scroll tabs, and a menu that is never opened.
_NOT_OURS = frozenset({"ScrollLeftButton", "ScrollRightButton", "Export..."})
# Rows of a list that are looked at.
_ROWS = 40


def make_pseudo(folder: Path) -> Path:
    """Compile the made-up language from what the gatherer finds now; return the file for Qt's translator."""
    gather(ROOT / "widgets", folder)
    path = folder / "pressmark_ru.ts"
    tree = ElementTree.parse(path)
    tree.getroot().set("language", "en")
    for message in tree.iter("message"):
        said = message.find("translation")
        assert said is not None
        said.attrib.pop("type", None)
        for form in list(said):
            said.remove(form)
        bracketed = f"⟦{message.findtext('source')}⟧"
        if message.get("numerus"):
            for _ in range(2):
                ElementTree.SubElement(said, "numerusform").text = bracketed
        else:
            said.text = bracketed
    tree.write(path, encoding="utf-8", xml_declaration=True)
    return release(path)


def untranslated(widget: QWidget, data: Iterable[str]) -> list[str]:
    """Each text of what is visible in the widget that has words outside of brackets which are no data.

    Only Latin letters make words here: the interface is written in English, and what is Cyrillic is data.
    """
    known = sorted({entry for entry in data if entry}, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)", re.IGNORECASE)
    found = []
    for place, text in texts(widget):
        rest = pattern.sub("", _DATE.sub("", _unbracketed(text)))
        if re.search(r"[A-Za-z]{2,}", rest):
            found.append(f"{place}: {text!r} – {rest.strip()!r}")
    return found


def texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Every text of the visible widgets in this one, it included, with where it stands."""
    yield from _of_actions(widget)
    for part in [widget, *widget.findChildren(QWidget)]:
        if part.objectName() in _NOT_OURS or not (part.isVisible() or isinstance(part, QMenu)):
            continue
        name = f"{type(part).__name__}#{part.objectName()}" if part.objectName() else type(part).__name__
        yield from ((f"{name}.{what}", text) for what, text in _of_widget(part) if text)


def _unbracketed(text: str) -> str:
    """What stands outside of all brackets."""
    text = re.sub(r"<[^>]+>", " ", text) if "</" in text else text
    while (inner := _INNERMOST.sub("", text)) != text:
        text = inner
    return text


def _of_widget(part: QWidget) -> Iterator[tuple[str, str]]:
    yield "name", part.accessibleName()
    yield "description", part.accessibleDescription()
    yield "tip", part.toolTip()
    if part.isWindow():
        yield "title", part.windowTitle()
    match part:
        case QLabel() | QAbstractButton() | WrappedText():
            yield "text", part.text()
        case QLineEdit() | QTextEdit() | QPlainTextEdit():
            yield "placeholder", part.placeholderText()
        case QTabBar():
            for index in range(part.count()):
                yield "tab", part.tabText(index)
                yield "tab's tip", part.tabToolTip(index)
        case QComboBox():
            for index in range(min(part.count(), _ROWS)):
                yield "item", part.itemText(index)
        case QAbstractSpinBox():
            yield "special", part.specialValueText()
        case QGroupBox() | QMenu():
            yield "title", part.title()
        case QHeaderView():
            yield from _of_header(part)
        case QAbstractItemView():
            yield from _of_rows(part.model(), part.rootIndex())


def _of_actions(widget: QWidget) -> Iterator[tuple[str, str]]:
    for action in widget.findChildren(QAction):
        if action.text() not in _NOT_OURS:
            yield "QAction.text", action.text()
            yield "QAction.tip", action.toolTip()


def _of_header(header: QHeaderView) -> Iterator[tuple[str, str]]:
    model = header.model()
    for section in range(header.count() if header.isVisible() else 0):
        yield "heading", str(model.headerData(section, header.orientation()) or "")


def _of_rows(model: QAbstractItemModel | None, root: QModelIndex) -> Iterator[tuple[str, str]]:
    if model is None:
        return
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
    )
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for row in range(min(model.rowCount(root), _ROWS)):
        for column in range(columns):
            index = model.index(row, column, root)
            for role in roles:
                yield f"row {row}", str(index.data(role) or "")
            yield from _of_rows(model, index)


def data_of(project: Project) -> Iterator[str]:
    """Every text of the project that is the user's own: what the articles, the scheme and the marks say."""
    yield from strings(project.scheme())
    for article_id in project.find(ArticleQuery()):
        yield from strings(project.article(article_id))
        for annotation in project.annotations(article_id):
            yield from strings(annotation)
        for suggestion in project.suggestions(article_id):
            yield from strings(suggestion)
    yield from strings(project.bin())
    for speaker in project.speakers():
        yield from strings(speaker)


def strings(value: object) -> Iterator[str]:
    """The texts in a value of ours, however deep; ids also as the words they are shown as."""
    if isinstance(value, str):
        yield from {value, value.replace("_", " "), *value.splitlines()}
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from strings(key)
            yield from strings(inner)
    elif isinstance(value, msgspec.Struct):
        yield from strings(msgspec.structs.asdict(value).values())
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, Iterable):
        for inner in value:
            yield from strings(inner)
