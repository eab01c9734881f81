"""The registry of speakers in the inspector: its list, the card of an entry, merging two."""
