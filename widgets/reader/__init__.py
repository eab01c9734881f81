"""The reader: shows an article with its marks and turns what hands do into requests."""

from widgets.reader.view import ReaderView

__all__ = ["ReaderView"]
