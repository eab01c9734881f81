"""Small PNG files: of the colours of a picture only those that are seen most are kept."""

from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

# A PNG with a palette has one byte a pixel.
_COLOURS = 256
# Colours are told apart by so many bits a channel first: the letters' edges have thousands of shades.
_BITS = 5


def save(image: QImage, path: Path) -> None:
    """Write the picture with at most 256 colours, each pixel in the nearest."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    seen, where = np.unique(pixels[:, : image.width()] & 0xFFFFFF, return_inverse=True)
    counts = np.bincount(where.ravel())
    palette = _palette(seen, counts)
    nearest = _nearest(seen, palette).astype(np.uint8)[where].reshape(image.height(), image.width())
    data = np.ascontiguousarray(nearest)
    indexed = QImage(
        data.tobytes(), image.width(), image.height(), image.width(), QImage.Format.Format_Indexed8
    )
    indexed.setColorTable([int(colour) | 0xFF000000 for colour in palette])
    if not indexed.save(str(path), quality=0):
        raise OSError(f"{path} cannot be written")


def _palette(seen: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Of each group of like colours the one seen most; the groups seen most."""
    order = np.argsort(-counts, kind="stable")
    coarse = _channels(seen) >> (8 - _BITS)
    groups = coarse[:, 0] << (2 * _BITS) | coarse[:, 1] << _BITS | coarse[:, 2]
    _, first = np.unique(groups[order], return_index=True)
    weight = np.bincount(groups, counts)[groups[order[first]]]
    chosen = order[first][np.argsort(-weight, kind="stable")]
    often = order[: _COLOURS // 4]  # panels and papers that differ by a shade
    kept: np.ndarray = seen[np.array(list(dict.fromkeys([*often, *chosen]))[:_COLOURS])]
    return kept


def _nearest(seen: np.ndarray, palette: np.ndarray) -> np.ndarray:
    """For each colour the number of the nearest in the palette."""
    channels, chosen = _channels(seen).astype(np.int32), _channels(palette).astype(np.int32)
    parts = np.array_split(channels, len(channels) // 4096 + 1)
    return np.concatenate([((p[:, None] - chosen[None]) ** 2).sum(2).argmin(1) for p in parts])


def _channels(colours: np.ndarray) -> np.ndarray:
    return np.stack([colours >> 16 & 0xFF, colours >> 8 & 0xFF, colours & 0xFF], axis=1)
