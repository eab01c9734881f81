"""Charts as picture files."""

from pathlib import Path

from PySide6.QtGui import QImage, QImageWriter

from app.errors import UserError


def save_picture(image: QImage, path: Path) -> None:
    """Write `image` as a PNG file. UserError: it cannot be written."""
    writer = QImageWriter(str(path), b"png")
    if not writer.write(image):
        path.unlink(missing_ok=True)
        raise UserError(f"{path} could not be written: {writer.errorString()}.")
