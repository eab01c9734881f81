"""How long the open article has been worked on, in the status bar; today's total on hover."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from widgets.active_time import HOW_COUNTED, ActiveTime, spent
from widgets.texts import translated


class TimeLabel(QLabel):
    """`12 min`; empty where nothing is counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time: ActiveTime | None = None
        self.setProperty("kind", "soft")
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_of(self, time: ActiveTime | None) -> None:
        """Show this time from now on; None: none."""
        self._time = time
        if time is not None:
            time.changed.connect(self._refresh)
        self._refresh()

    def event(self, event: QEvent) -> bool:
        """Add up today's work when it is asked for."""
        if event.type() == QEvent.Type.ToolTip and self._time is not None:
            self.setToolTip(self.told(self._time))
        return super().event(event)

    def told(self, time: ActiveTime) -> str:
        """What hovering says: today's total, and how it is counted."""
        total = self.tr("Today: {time}").format(time=spent(time.seconds_today()))
        return f"{total}\n{translated(HOW_COUNTED)}"

    def _refresh(self) -> None:
        counting = self._time is not None and self._time.counting()
        text = spent(self._time.seconds()) if self._time is not None and counting else ""
        self.setText(text)
        self.setVisible(bool(text))
        self.setAccessibleName(self.tr("Worked on for {time}").format(time=text) if text else "")
