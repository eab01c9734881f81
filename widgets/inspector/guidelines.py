"""The scheme's own text for a label: what it is, with examples, and what its attributes mean."""

import html
import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.scheme import Label
from widgets import theme
from widgets.texts import tr

# In examples, square brackets stand around what is marked.
_MARKED = re.compile(r"\[([^\[\]]+)\]")


class Guidelines(QTextBrowser):
    """Read with the arrow keys; follows the selected label, or shows all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[Label, ...] = ()
        self.setAccessibleName(self.tr("Guidelines"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(14)

    def show_labels(self, labels: Iterable[Label]) -> None:
        """Show these labels' texts."""
        wanted = tuple(labels)
        if wanted != self._labels:
            self._labels = wanted
            self._fill()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Write anew in other colours or sizes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fill()

    def _fill(self) -> None:
        self.setHtml("".join(_label_html(label) for label in self._labels))


def _label_html(label: Label) -> str:
    colours = theme.current()
    of_label = colours.label(label)
    marked = rf'<span style="background-color:{of_label.fill}; color:{of_label.line}">\1</span>'
    parts = [f'<p style="color:{of_label.line}; font-weight:600">{html.escape(label.name)}</p>']
    parts += [f"<p>{html.escape(part)}</p>" for part in label.guideline.split("\n\n") if part.strip()]
    if label.examples:
        parts.append(_heading(tr("Examples")))
        parts += [
            f'<p style="font-family:{theme.TEXT_FACE}">{_MARKED.sub(marked, html.escape(example))}</p>'
            for example in label.examples
        ]
    explained = [attribute for attribute in label.attributes if attribute.help]
    if explained:
        parts.append(_heading(tr("Attributes")))
        parts += [
            f'<p><b>{html.escape(attribute.name)}</b> <span style="color:{colours.soft}">'
            f"{html.escape(attribute.help)}</span></p>"
            for attribute in explained
        ]
    return "".join(parts)


def _heading(words: str) -> str:
    return f'<p style="color:{theme.current().soft}; font-weight:600">{html.escape(words)}</p>'
