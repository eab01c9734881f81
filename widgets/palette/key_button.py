"""A button that shows its key where it acts: an icon, a word, a key cap."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from widgets import keys

_ICON = 14


class KeyButton(QPushButton):
    """Triggers an action. The parts are labels laid out inside an otherwise empty button."""

    def __init__(
        self,
        action: QAction,
        text: str,
        chord: str = "",
        *,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._action = action
        self._picture = _part("picture", self)
        self._picture.hide()
        self._text = _part("button", self)
        self._cap = _part("key", self)
        self._cap.setText(keys.shown(chord).replace("+", " ") if chord else "")
        self._cap.setVisible(bool(chord))
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # sizeHint speaks for the button
        row.setContentsMargins(*((6, 0, 6, 0) if quiet else (10, 0, 8, 0)))
        row.setSpacing(7)
        for part in (self._picture, self._text, self._cap):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setProperty("quiet", quiet)
        self.setProperty("keyed", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_text(text)
        self._follow()
        action.changed.connect(self._follow)
        self.clicked.connect(action.trigger)

    def set_text(self, text: str) -> None:
        """Show this word."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_short(self, short: bool) -> None:
        """Leave the word out: icon and key say it where room is scarce."""
        self._text.setVisible(not short)
        self.updateGeometry()

    def set_icon(self, icon: QIcon) -> None:
        """Show this picture before the word."""
        self._picture.setPixmap(icon.pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        self._picture.show()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As wide as its parts."""
        for part in (self._picture, self._text, self._cap):
            part.ensurePolished()  # before that, a part is measured in another size of letters
        inside = self.layout()
        assert inside is not None
        return QSize(inside.sizeHint().width(), max(28, inside.sizeHint().height() + 8))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Never cut."""
        return self.sizeHint()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())


def _part(kind: str, button: QPushButton) -> QLabel:
    label = QLabel(button)
    label.setProperty("kind", kind)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
