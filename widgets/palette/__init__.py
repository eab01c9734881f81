"""The bar at the top: labels with their colour, pattern and key, and what else is done most."""

from widgets.palette.bar import PaletteBar
from widgets.palette.swatch import swatch

__all__ = ["PaletteBar", "swatch"]
