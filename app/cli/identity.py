"""Who acts on the command line."""

import os

from app.settings import Settings


def annotator_name(given: str | None) -> str:
    """The name given, else PRESSMARK_ANNOTATOR, else the one in the settings, else the login name."""
    return (given or os.environ.get("PRESSMARK_ANNOTATOR", "")).strip() or Settings().annotator()
