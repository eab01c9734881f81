"""Taking back what an act made of the registry of speakers, which others may have built on since.

The registry is everybody's: one annotator's mark makes an entry, another's teaches it a form. To take the
first act back must neither be refused for that nor undo what the other did, so what is left of the entry is
what the act alone had made of it.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from app.changes import Change
from app.errors import NotFound
from app.project import Project
from app.speaker import Speaker

_T = TypeVar("_T")


def rebased(project: Project, changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes that take an act back, those of entries as far as they can still be.

    An entry that has been made, removed or put otherwise by another act since stays so.
    """
    return tuple(found for change in changes if (found := _rebased(project, change)) is not None)


def _rebased(project: Project, change: Change) -> Change | None:
    if not isinstance(change.entity, Speaker):
        return change
    try:
        stored = project.speaker(change.entity.id)
    except NotFound:
        stored = None
    left, wanted = change.before, change.after
    if stored == left:
        return change
    if not (isinstance(left, Speaker) and isinstance(wanted, Speaker) and stored is not None):
        return None
    restored = replace(
        stored,
        name=_one(stored.name, left.name, wanted.name),
        kind=_one(stored.kind, left.kind, wanted.kind),
        forms=_several(stored.forms, left.forms, wanted.forms),
        posts=_several(stored.posts, left.posts, wanted.posts),
        note=_one(stored.note, left.note, wanted.note),
    )
    return None if restored == stored else Change(stored, restored)


def _one(stored: _T, left: _T, wanted: _T) -> _T:
    return wanted if stored == left else stored


def _several(stored: tuple[_T, ...], left: tuple[_T, ...], wanted: tuple[_T, ...]) -> tuple[_T, ...]:
    """What is wanted, without what others have taken out since, and with what they have added."""
    if stored == left:
        return wanted
    kept = (one for one in wanted if one in stored or one not in left)
    return tuple(dict.fromkeys((*kept, *(one for one in stored if one not in left))))
