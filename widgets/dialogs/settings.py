"""Settings, made from their declarations; each holds as soon as it is set. And the keys of all actions."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

import resources
from app.settings import ALL, Setting, Settings
from widgets import theme
from widgets.actions import Actions
from widgets.combo import CardCombo
from widgets.dialogs.frame import Dialog
from widgets.dialogs.key_settings import KeySettings
from widgets.dialogs.named_rows import NamedRows
from widgets.dialogs.spin import inset
from widgets.homely import homely
from widgets.library.words import language_name
from widgets.texts import tr
from widgets.tick_box import TickBox
from widgets.wrapped_text import WrappedText


class SettingsDialog(Dialog):
    """A page of settings and one of keys; there is nothing to save."""

    def __init__(self, settings: Settings, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self.fields: dict[str, QWidget] = {}
        self.keys = KeySettings(settings, actions)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for part in (self.tabs, self.tabs.tabBar()):
            part.setAccessibleName(self.tr("Settings"))
        self.tabs.addTab(self._general(), self.tr("General"))
        self.tabs.addTab(self.keys, self.tr("Keys"))
        self.column.addWidget(self.tabs, 1)
        self.add_close(self.tr("Close"))
        self.resize(theme.enlarged(680), theme.enlarged(620))
        next(iter(self.fields.values())).setFocus()

    def _general(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(18)
        rows = NamedRows()
        for entry in ALL:
            if entry.offered:
                field = self._field(entry)
                field.setAccessibleName(_what(entry))
                self.fields[entry.id] = field
                rows.add("" if isinstance(field, TickBox) else _what(entry), field)
        column.addLayout(rows)
        column.addStretch(1)
        where = self.tr("Kept in {path}, for all projects of this user.")
        path = homely(self._settings.path)
        column.addWidget(WrappedText(where.format(path=path), tone="soft"))
        return page

    def _field(self, entry: Setting[Any]) -> QWidget:
        """What sets the setting, by the kind of its value."""
        value = self._settings.get(entry)
        if entry.choices:
            return self._choice(entry, value)
        if isinstance(value, bool):
            box = TickBox(_what(entry))
            box.setChecked(value)
            box.toggled.connect(lambda on: self._settings.set(entry, on))
            return box
        if isinstance(value, str):
            line = QLineEdit(value)
            line.setPlaceholderText(self._settings.annotator() if entry.id == "annotator" else "")
            line.editingFinished.connect(lambda: self._settings.set(entry, line.text().strip()))
            return line
        spin: QSpinBox | QDoubleSpinBox = QSpinBox() if isinstance(entry.default, int) else QDoubleSpinBox()
        if isinstance(spin, QDoubleSpinBox):
            spin.setDecimals(1)
        spin.setToolTip(self.tr("From {least} to {most}").format(least=entry.limits[0], most=entry.limits[1]))
        spin.setRange(*entry.limits)
        spin.setValue(value)
        spin.setMaximumWidth(spin.sizeHint().width() + 2 * spin.fontMetrics().averageCharWidth())
        inset(spin)
        spin.valueChanged.connect(lambda number: self._settings.set(entry, number))
        return spin

    def _choice(self, entry: Setting[Any], value: str) -> QComboBox:
        combo = CardCombo(12)
        for choice in entry.choices:
            combo.addItem(_choice_name(choice), choice)
        combo.setCurrentIndex(entry.choices.index(value))
        combo.setSizePolicy(combo.sizePolicy().Policy.Maximum, combo.sizePolicy().Policy.Fixed)
        combo.activated.connect(lambda _: self._settings.set(entry, combo.currentData()))
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return combo


def _what(entry: Setting[Any]) -> str:
    """The declaration's own words, translated."""
    words = {
        "theme": tr("Light, dark, or as the desktop is"),
        "language": tr("Language of the interface, from the next start on"),
        "text_size": tr("Size of the article's text in points"),
        "text_width": tr("Characters in a line of the article"),
        "annotator": tr("The name acts are recorded under; empty: the login name"),
        "suggest": tr("Suggest numbers, speakers and claims for the article that is open"),
        "learn": tr("Learn from what is accepted, rejected and marked"),
        "blind_share": tr("Percent of the articles that show no suggestions, so that the eye stays its own"),
        "active_time": tr("Measure active time, for you alone: it stays in the project"),
    }
    return words.get(entry.id, entry.what)


def _choice_name(choice: str) -> str:
    names = {
        "system": tr("As the desktop"),
        "light": tr("Light"),
        "dark": tr("Dark"),
    }
    return names.get(choice) or _language_choice(choice)


def _language_choice(language: str) -> str:
    name = language_name(language)
    return (
        name if resources.has_texts(language) else tr("{language} (not translated yet)").format(language=name)
    )
