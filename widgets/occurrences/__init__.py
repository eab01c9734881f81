"""Places of a phrase in context, each answered by Y or N: to mark all occurrences at once."""

from widgets.occurrences.panel import OccurrencesPanel, Seed

__all__ = ["OccurrencesPanel", "Seed"]
