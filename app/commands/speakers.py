"""Keep the registry of speakers: make, rename, describe, merge and split entries, and what follows in marks.

A mark refers to an entry by name, so the annotator's own marks follow a rename or a merge in the same step.
Those of other annotators stay as they are; the former name stays among the forms, by which they resolve.
"""

import re
from collections.abc import Iterable, Sequence

from app.annotation import Annotation
from app.changes import Change
from app.errors import UserError
from app.ids import new_id
from app.project import Project
from app.replacing import replace
from app.speaker import Post, Speaker
from app.speakers import KIND, NAME, name_of, speaker_labels

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def register_speaker(
    project: Project, name: str, *, kind: str = "", forms: Sequence[str] = (), posts: Sequence[Post] = ()
) -> list[Change]:
    """Return the change that makes an entry.

    UserError: the name is empty or taken, the scheme has no such kind, a post begins on no day.
    """
    wanted = _free_name(project, name)
    _check(project, kind, posts)
    made = Speaker(new_id(), wanted, kind, _forms(wanted, forms), _posts(posts))
    return [Change(None, made)]


def rename_speaker(project: Project, speaker_id: int, name: str, annotator: str) -> list[Change]:
    """Return the changes that give the entry another name, in the annotator's marks too; none if it has it.

    The former name stays as a form where another annotator has used it. UserError: the name is empty, or
    taken.
    """
    before = project.speaker(speaker_id)
    if name.strip() == before.name:
        return []
    wanted = _free_name(project, name)
    mentions = project.mentions([before.name])
    of_others = [before.name] if any(mention.annotator != annotator for mention in mentions) else []
    after = replace(before, name=wanted, forms=_forms(wanted, [*of_others, *before.forms]))
    return [Change(before, after), *_renamed(mentions, wanted, annotator)]


def set_speaker(
    project: Project,
    speaker_id: int,
    *,
    kind: str | None = None,
    forms: Sequence[str] | None = None,
    posts: Sequence[Post] | None = None,
    note: str | None = None,
) -> list[Change]:
    """Return the change that describes the entry anew (None: as it was); none if nothing changes.

    UserError: the scheme has no such kind, a post begins on no day.
    """
    before = project.speaker(speaker_id)
    _check(project, kind or "", posts or ())
    after = replace(
        before,
        kind=before.kind if kind is None else kind,
        forms=before.forms if forms is None else _forms(before.name, forms),
        posts=before.posts if posts is None else _posts(posts),
        note=before.note if note is None else note.strip(),
    )
    return [] if after == before else [Change(before, after)]


def merge_speakers(project: Project, keep_id: int, gone_id: int, annotator: str) -> list[Change]:
    """Return the changes that make two entries one: forms and posts united, the annotator's marks re-pointed.

    UserError: both are the same entry.
    """
    if keep_id == gone_id:
        raise UserError("A speaker cannot be merged with itself.")
    keep, gone = project.speaker(keep_id), project.speaker(gone_id)
    after = replace(
        keep,
        kind=keep.kind or gone.kind,
        forms=_forms(keep.name, [*keep.forms, gone.name, *gone.forms]),
        posts=_posts([*keep.posts, *gone.posts]),
        note="\n".join(dict.fromkeys(filter(None, (keep.note, gone.note)))),
    )
    mentions = project.mentions([gone.name], annotator)
    return [Change(keep, after), Change(gone, None), *_renamed(mentions, keep.name, annotator)]


def split_form(project: Project, speaker_id: int, form: str, annotator: str) -> list[Change]:
    """Return the changes that make a form an entry of its own, with the annotator's marks that read so.

    UserError: the entry has no such form, or there is an entry of that name.
    """
    before = project.speaker(speaker_id)
    if form not in before.forms:
        raise UserError(f"“{before.name}” has no form “{form}”.")
    wanted = _free_name(project, form)
    after = replace(before, forms=tuple(other for other in before.forms if other != form))
    mentions = project.mentions([before.name, form], annotator)
    moved = [mention for mention in mentions if form in (mention.text, name_of(mention))]
    made = Speaker(new_id(), wanted, before.kind)
    return [Change(before, after), Change(None, made), *_renamed(moved, wanted, annotator)]


def remove_speaker(project: Project, speaker_id: int) -> list[Change]:
    """Return the change that takes the entry out of the registry; the names in marks stay as they are."""
    return [Change(project.speaker(speaker_id), None)]


def _renamed(mentions: Iterable[Annotation], name: str, annotator: str) -> list[Change]:
    """Changes that give the annotator's marks among these the name."""
    return [
        Change(mention, replace(mention, attributes={**mention.attributes, NAME: name}))
        for mention in mentions
        if mention.annotator == annotator and name_of(mention) != name
    ]


def _free_name(project: Project, name: str) -> str:
    wanted = " ".join(name.split())
    if not wanted:
        raise UserError("A speaker needs a name.")
    if any(speaker.name == wanted for speaker in project.speakers()):
        raise UserError(f"The registry has “{wanted}” already: merge the two instead.")
    return wanted


def _forms(name: str, forms: Iterable[str]) -> tuple[str, ...]:
    """The forms in order, each once, without blanks around them and without the name itself."""
    cleaned = (" ".join(form.split()) for form in forms)
    return tuple(form for form in dict.fromkeys(cleaned) if form and form != name)


def _posts(posts: Iterable[Post]) -> tuple[Post, ...]:
    """The posts by the day they hold from, each once, without empty ones."""
    told = [post for post in dict.fromkeys(posts) if post.role or post.organisation]
    return tuple(sorted(told, key=lambda post: post.since))


def _check(project: Project, kind: str, posts: Sequence[Post]) -> None:
    attributes = (label.attribute(KIND) for label in speaker_labels(project.scheme()).values())
    kinds = {value for attribute in attributes if attribute for value in attribute.values}
    if kind and kind not in kinds:
        raise UserError(f"The scheme has no kind of speaker “{kind}”.")
    for post in posts:
        if post.since and not _DAY.fullmatch(post.since):
            raise UserError(f"A post is held from a date such as 2023-07-04, not “{post.since}”.")
