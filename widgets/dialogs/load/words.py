"""What the scheme does not have of a file's labels and relations, each with a choice of what it has."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.scheme import Scheme
from app.wording import most_first
from widgets.combo import CardCombo
from widgets.dialogs.named_rows import NamedRows
from widgets.texts import shown_count, tr
from widgets.wrapped_text import WrappedText

# A file with more names than so many is of another kind: the most frequent are shown.
_MOST = 40


class FileWords(QWidget):
    """Empty at first."""

    changed = Signal()

    def __init__(self, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = {label.id: label.name for label in scheme.labels}
        self._relations = {relation.id: relation.name for relation in scheme.relations}
        self.choices: dict[str, CardCombo] = {}
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        said = self.tr("The scheme does not have these of the file. They can be loaded as what it has:")
        self._column.addWidget(WrappedText(said, tone="soft"))
        self._column.addWidget(self._rows)
        self._column.addStretch(1)

    def chosen(self) -> dict[str, str]:
        """Ids of the scheme by what the file calls them."""
        chosen = {word: combo.currentData() for word, combo in self.choices.items()}
        return {word: ours for word, ours in chosen.items() if ours}

    def show_words(self, labels: Mapping[str, int], relations: Mapping[str, int]) -> None:
        """Offer a choice for each of these, given how often they occur; what was chosen stays."""
        words = [*most_first(labels)[:_MOST], *most_first(relations)[:_MOST]]
        if list(self.choices) == words:
            return
        before = self.chosen()
        self._rows.hide()
        self._column.removeWidget(self._rows)
        self._rows.deleteLater()
        self._rows, self.choices = QWidget(), {}
        rows = NamedRows()
        rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setLayout(rows)
        for found, offered in ((labels, self._labels), (relations, self._relations)):
            for word in most_first(found)[:_MOST]:
                rows.add(f"{word}  {shown_count(found[word])}", self._choice(word, offered, before.get(word)))
        self._column.insertWidget(1, self._rows)

    def _choice(self, word: str, offered: Mapping[str, str], chosen: str | None) -> CardCombo:
        combo = CardCombo(12)
        combo.setAccessibleName(tr("Load {word} as").format(word=word))
        combo.addItem(tr("not loaded"), "")
        for ours, name in offered.items():
            combo.addItem(name, ours)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.choices[word] = combo
        return combo
