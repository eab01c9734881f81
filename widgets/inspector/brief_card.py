"""The card in sight while nothing is selected: the article in short, and what to press."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.scheme import Scheme
from widgets.active_time import spent
from widgets.inspector.contents import Contents
from widgets.inspector.facts import one_line, shown_value
from widgets.inspector.labelled_row import key_hint
from widgets.reader.facts import facts
from widgets.wrapped_text import WrappedText

_TITLE_LINES = 3
_NOTE_LINES = 3


class BriefCard(QWidget):
    """Title, source and date, what was said of the article, and the keys that begin."""

    about_requested = Signal()
    """The article's whole card is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = WrappedText(bold=True, max_lines=_TITLE_LINES)
        self._facts = WrappedText(tone="soft", scale=0.92)
        self._said = WrappedText(scale=0.92)
        self._note = WrappedText(serif=True, max_lines=_NOTE_LINES)
        self._about = QWidget()
        button = QPushButton(self.tr("About the article"))
        button.setObjectName("relate")
        button.setAutoDefault(False)
        button.clicked.connect(self.about_requested)
        row = QHBoxLayout(self._about)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(button)
        row.addWidget(key_hint("A"))
        row.addStretch(1)
        self._hint = WrappedText(tone="soft")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 12)
        layout.setSpacing(6)
        for widget in (self._title, self._facts, self._said, self._note, self._about, self._hint):
            layout.addWidget(widget)

    def show_article(self, contents: Contents | None) -> None:
        """Say the article in short; None: there is none."""
        self._about.setVisible(contents is not None)
        if contents is None:
            for part in (self._facts, self._said, self._note):
                part.hide()
            self._title.set_text(self.tr("No article"))
            return
        article, said = contents.article, contents.assessment
        self._title.set_text(article.title or self.tr("Untitled"))
        _put(self._facts, " · ".join(text for text, tone in facts(article) if tone == "soft"))
        parts = [self.tr("Flagged")] if said and said.flagged else []
        parts += [shown_value(value) for value in said.attributes.values()] if said else []
        parts += [spent(contents.seconds)] if contents.seconds >= 60 else []
        _put(self._said, " · ".join(parts))
        _put(self._note, one_line(said.note) if said else "")

    def show_scheme(self, scheme: Scheme) -> None:
        """Name the labels' keys."""
        keys = ", ".join(f"{label.key} {label.name}" for label in scheme.labels if label.key)
        self._hint.set_text(
            self.tr("Select words in the article and press a label's key: {keys}.").format(keys=keys)
            if keys
            else self.tr("Select words in the article and choose a label.")
        )


def _put(line: WrappedText, text: str) -> None:
    line.set_text(text)
    line.setVisible(bool(text))
