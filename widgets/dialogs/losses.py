"""What an export would lose: a sentence, then a line for each kind, what is gone before what is changed."""

from PySide6.QtWidgets import QWidget

from app.exporters import Loss
from widgets.dialogs.said_lines import SaidLines
from widgets.exporting import Preview
from widgets.texts import tr
from widgets.wrapped_text import WrappedText


class LossesView(SaidLines):
    """Scrolls where there are many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Losses"), parent)

    def show_preview(self, found: Preview) -> None:
        """Say how many articles there are and what becomes of what the format cannot hold."""
        count = found.articles
        articles = tr("{count} articles.", "", count)
        ordered = sorted(found.report.losses, key=lambda loss: not loss.fate.lost)
        gone = sum(loss.fate.lost for loss in ordered)
        if not ordered:
            said = self.tr("Nothing is lost.")
        elif gone:
            said = self.tr("Not everything fits into this format:")
        else:
            said = self.tr("Nothing is lost; some things take another shape:")
        lines = [WrappedText(f"{articles} {said}")]
        lines += (_line(loss) for loss in ordered)
        self.show_lines(lines)


def _line(loss: Loss) -> WrappedText:
    """What is gone, and what is there in another shape, told apart by sign and colour."""
    if loss.fate.lost:
        return WrappedText(f"– {loss}", tone="error")
    return WrappedText(f"≈ {loss}", tone="soft")
