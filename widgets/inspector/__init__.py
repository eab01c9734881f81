"""The inspector: the card of what is selected, and under it everything else the article holds."""

from widgets.inspector.panel import InspectorPanel

__all__ = ["InspectorPanel"]
