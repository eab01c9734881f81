"""The window: everything that knows Qt. Knows `app` and `resources`, never storage."""
