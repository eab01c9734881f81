"""The registry fills itself: what marks say of their speakers, entered in the step that says it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from app.annotation import Annotation
from app.changes import Change
from app.errors import NotFound
from app.ids import new_id
from app.names import Likeness, same_name
from app.project import Project
from app.replacing import replace
from app.speaker import Post, Speaker
from app.speakers import (
    KIND,
    MENTION,
    NAME,
    ORGANISATION,
    ROLE,
    Registry,
    all_forms,
    mention_of,
    name_of,
    speaker_labels,
)

# Attributes of a mark from which the registry learns.
_TELLING = (NAME, KIND, ROLE, ORGANISATION, MENTION)
# A mention longer than this is no name.
_LONGEST_FORM = 100


def registered(project: Project, registry: Registry, changes: Sequence[Change]) -> list[Change]:
    """Return the changes with what they teach the registry.

    A name that it does not know makes an entry. One that it knows is written as the registry has it, and the
    mention's text becomes a form of the entry; kind and post are taken where the entry has none. An entry
    that holds nothing but what a mark taught it goes when that mark gets another name: it was a slip.
    """
    if any(isinstance(change.entity, Speaker) for change in changes):
        return list(changes)
    labels = speaker_labels(project.scheme())
    learning = _Learning(project, registry)
    made = []
    for change in changes:
        after = change.after
        if isinstance(after, Annotation) and after.label in labels and _tells(change.before, after):
            made.append(replace(change, after=learning.take(change.before, after)))
            learning.doubt(change.before, after)
        else:
            made.append(change)
    return [*made, *learning.changes()]


def _tells(before: object, after: Annotation) -> bool:
    """Whether the mark says something of its speaker that it did not say before."""
    if not name_of(after):
        return isinstance(before, Annotation) and bool(name_of(before))
    if not isinstance(before, Annotation):
        return True
    said = (before.text, *(before.attributes.get(name) for name in _TELLING))
    return said != (after.text, *(after.attributes.get(name) for name in _TELLING))


@dataclass
class _Learning:
    """The entries of one step, as they were and as they become."""

    project: Project
    registry: Registry
    before: dict[int, Speaker | None] = field(default_factory=dict)
    after: dict[int, Speaker | None] = field(default_factory=dict)

    def take(self, before: object, mark: Annotation) -> Annotation:
        """Learn from the mark; return it with the name its speaker has in the registry."""
        name = name_of(mark)
        if not name:
            return mark
        entry = self._entry(name) or Speaker(new_id(), name)
        new = self.before.setdefault(entry.id, None) is None
        if self._has_only(entry, before):
            entry = Speaker(entry.id, entry.name)
        # A mark that was just made may have its name from us: a surname alone is no form by that.
        least = Likeness.POSSIBLE if isinstance(before, Annotation) or new else Likeness.SAME
        self.after[entry.id] = _taught(entry, mark, least)
        return replace(mark, attributes={**mark.attributes, NAME: entry.name})

    def doubt(self, before: object, after: Annotation) -> None:
        """Forget the entry of the mark's former name, if it holds nothing but what the mark taught it."""
        if isinstance(before, Annotation) and name_of(before) not in ("", name_of(after)):
            entry = self._entry(name_of(before))
            if entry is not None and entry.name != name_of(after) and self._has_only(entry, before):
                self.after[entry.id] = None

    def changes(self) -> list[Change]:
        """What becomes of the entries."""
        return [
            Change(before, self.after[speaker_id])
            for speaker_id, before in self.before.items()
            if before != self.after[speaker_id]
        ]

    def _has_only(self, entry: Speaker, mark: object) -> bool:
        """Whether the entry holds just what the mark has taught it, and no other mark is of it."""
        if not isinstance(mark, Annotation) or name_of(mark) != entry.name:
            return False
        bare = _taught(Speaker(entry.id, entry.name), mark)
        return entry == bare and [m.id for m in self.project.mentions([entry.name])] == [mark.id]

    def _entry(self, name: str) -> Speaker | None:
        """The entry a name is of, as this step leaves it so far."""
        for speaker in self.after.values():
            if speaker is not None and name == speaker.name:
                return speaker
        found = self.registry.resolve(name) or self._alike(name)
        if found is None:
            return None
        if found.id not in self.after:
            try:
                self.before[found.id] = self.after[found.id] = self.project.speaker(found.id)
            except NotFound:  # removed in another window
                return None
        return self.after[found.id]

    def _alike(self, name: str) -> Speaker | None:
        """The only entry whose own name is this one in another case or script."""
        found = [
            candidate.speaker
            for candidate in self.registry.find(name)
            if candidate.likeness is Likeness.SAME
            and same_name(candidate.speaker.name, name) is Likeness.SAME
        ]
        return found[0] if len(found) == 1 else None


def _taught(entry: Speaker, mark: Annotation, least: Likeness = Likeness.POSSIBLE) -> Speaker:
    """The entry with what the mark says and it does not know yet; `least`: how like it a form must be."""
    kind, role, organisation = (str(mark.attributes.get(name) or "") for name in (KIND, ROLE, ORGANISATION))
    named = [form for form in dict.fromkeys(_names(mark)) if form not in all_forms(entry)]
    forms = [form for form in named if form == name_of(mark) or _is_form(form, mark, entry, least)]
    return replace(
        entry,
        kind=entry.kind or kind,
        forms=(*entry.forms, *forms),
        posts=_with_post(entry.posts, Post(role, organisation)),
    )


def _with_post(posts: tuple[Post, ...], said: Post) -> tuple[Post, ...]:
    """The posts with the one said, where there is none, or with what it adds to the only one, if undated."""
    only = posts[0] if posts else Post()
    agree = only.role in ("", said.role) and only.organisation in ("", said.organisation)
    if said == Post() or len(posts) > 1 or only.since or not agree:
        return posts
    return (said,)


def _names(mark: Annotation) -> Iterable[str]:
    """What the mark calls its speaker: the name typed, and its text where that is one piece of a line."""
    yield name_of(mark)
    if len(mark.fragments) == 1 and len(mark.text) <= _LONGEST_FORM and "\n" not in mark.text:
        yield mark.text


def _is_form(text: str, mark: Annotation, entry: Speaker, least: Likeness) -> bool:
    """Whether the text names the entry: it is like one of its forms, an acronym, or was called a name."""
    if any(same_name(text, form) >= least for form in all_forms(entry)):
        return mark.attributes.get(MENTION, "named") == "named" and mention_of(text) == "named"
    if least > Likeness.POSSIBLE:
        return False
    called = mark.attributes.get(MENTION)
    return called == "named" or (called is None and text.isupper())
