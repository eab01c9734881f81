"""The registry of speakers at hand: entries found by any form of their name, in any case or script."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from app.anchor import Span
from app.annotation import Annotation
from app.changes import Change
from app.names import (
    Likeness,
    asked_keys,
    block_keys,
    fold,
    folded_words,
    is_pronoun,
    is_proper,
    same_name,
)
from app.project import Project
from app.scheme import Label, Scheme
from app.speaker import Speaker

# Attribute ids of the default scheme. A label that has the first is a speaker's.
NAME, KIND, ROLE, ORGANISATION, MENTION = "canonical_name", "kind", "role", "organisation", "mention"

# Letters that may be the first of several for one sound: until the next is typed, they find nothing.
_UNFINISHED = "ckstzgdp"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a mention may be of."""

    speaker: Speaker
    likeness: Likeness
    form: str
    """The name or form that is like the mention."""


def all_forms(speaker: Speaker) -> tuple[str, ...]:
    """The entry's name and its other forms."""
    return (speaker.name, *speaker.forms)


class Registry:
    """The entries of one project. It is read at first use, and follows the changes it is told of."""

    def __init__(self, load: Callable[[], Iterable[Speaker]] = tuple) -> None:
        """`load` gives the entries."""
        self._load = load
        self._entries: dict[int, Speaker] | None = None
        self._unread: deque[Speaker] = deque()
        self._order: list[tuple[str, int]] = []
        self._named: dict[str, int] = {}
        self._forms: defaultdict[str, set[int]] = defaultdict(set)
        self._blocks: defaultdict[str, set[str]] = defaultdict(set)
        self._lengths: dict[str, int] = {}
        self._folded: dict[int, str] = {}

    def read_ahead(self, count: int) -> bool:
        """Make at most so many entries ready to be found; tell whether more wait. For when nobody does."""
        if self._entries is None:
            self._entries = {}
            self._unread.extend(self._load())
            return bool(self._unread)
        for _ in range(min(count, len(self._unread))):
            self._put(self._unread.popleft())
        return bool(self._unread)

    def follow(self, changes: Iterable[Change]) -> None:
        """Take over what the changes make of entries."""
        told = [change for change in changes if isinstance(change.entity, Speaker)]
        if told and self._entries is not None:
            self._read()
            for change in told:
                # As it is here: another window may have changed it, or made it, unknown to this one.
                known = self._entries.get(change.entity.id) if isinstance(change.entity, Speaker) else None
                if known is not None:
                    self._drop(known)
            for change in told:
                if isinstance(change.after, Speaker):
                    self._put(change.after)

    def __len__(self) -> int:
        return len(self._read())

    def ids(self) -> list[int]:
        """All entries by name; what is spelt alike in two scripts stands together."""
        self._read()
        return [speaker_id for _, speaker_id in self._order]

    def get(self, speaker_id: int) -> Speaker | None:
        """The entry of that id, or None."""
        return self._read().get(speaker_id)

    def resolve(self, name: str) -> Speaker | None:
        """The entry of just this name, else the only one with just this form; None: none, or several."""
        entries = self._read()
        if name in self._named:
            return entries[self._named[name]]
        found = self._forms.get(name, ())
        return entries[next(iter(found))] if len(found) == 1 else None

    def find(self, mention: str) -> list[Candidate]:
        """The entries the mention may be of, the likeliest first, of these the ones it is the name of."""
        entries = self._read()
        words = asked_keys(mention)
        met = Counter(form for keys in words for form in self._with_any(keys))
        best: dict[int, Candidate] = {}
        for form, count in met.items():
            if count < min(len(words), self._lengths[form]):
                continue
            for speaker_id in self._forms[form] if same_name(form, mention) else ():
                likeness = _likeness(entries[speaker_id], form, mention)
                if likeness and (speaker_id not in best or best[speaker_id].likeness < likeness):
                    best[speaker_id] = Candidate(entries[speaker_id], likeness, form)
        return sorted(
            best.values(), key=lambda c: (-c.likeness, c.form != c.speaker.name, fold(c.speaker.name))
        )

    def search(self, typed: str) -> list[Speaker]:
        """The entries of which some form has words that begin with those typed, in any script; by name."""
        self._read()
        words = [f" {word}" for word in folded_words(typed)]
        found = self._beginning(words)
        if not found and words and typed[-1:].isascii() and words[-1][2:] and words[-1][-1] in _UNFINISHED:
            found = self._beginning([*words[:-1], words[-1][:-1]])
        return found

    def _with_any(self, keys: Iterable[str]) -> set[str]:
        """The forms that have a word with one of the keys."""
        return set().union(*(self._blocks.get(key, ()) for key in keys))

    def _beginning(self, words: list[str]) -> list[Speaker]:
        entries = self._read()
        return [
            entries[speaker_id]
            for _, speaker_id in self._order
            if all(word in self._folded[speaker_id] for word in words)
        ]

    def _read(self) -> dict[int, Speaker]:
        while self._entries is None or self._unread:
            self.read_ahead(len(self._unread))
        return self._entries

    def _put(self, speaker: Speaker) -> None:
        assert self._entries is not None
        self._entries[speaker.id] = speaker
        self._named[speaker.name] = speaker.id
        folded = {form: fold(form) for form in all_forms(speaker)}
        insort(self._order, (folded[speaker.name], speaker.id))
        self._folded[speaker.id] = "".join(f" {word}" for form in folded for word in folded_words(form))
        for form in folded:
            self._forms[form].add(speaker.id)
            if form not in self._lengths:
                keys = block_keys(form)
                self._lengths[form] = len(keys)
                for key in keys:
                    self._blocks[key].add(form)

    def _drop(self, speaker: Speaker) -> None:
        assert self._entries is not None
        del self._entries[speaker.id]
        del self._order[bisect_left(self._order, (fold(speaker.name), speaker.id))]
        del self._folded[speaker.id]
        if self._named.get(speaker.name) == speaker.id:
            del self._named[speaker.name]
        for form in all_forms(speaker):
            self._forms[form].discard(speaker.id)
            if not self._forms[form] and form in self._lengths:
                del self._forms[form], self._lengths[form]
                for key in block_keys(form):
                    self._blocks[key].discard(form)


def likely_same(registry: Registry, speaker: Speaker) -> list[Candidate]:
    """Other entries that may be the same as this one, the likeliest first: candidates for a merge."""
    best: dict[int, Candidate] = {}
    unlike = [form for form in speaker.forms if not same_name(speaker.name, form)]
    for name in (speaker.name, *unlike):
        for candidate in registry.find(name):
            before = best.get(candidate.speaker.id)
            if candidate.speaker.id != speaker.id and (
                before is None or candidate.likeness > before.likeness
            ):
                best[candidate.speaker.id] = candidate
    return sorted(best.values(), key=lambda c: (-c.likeness, fold(c.speaker.name)))


def names_for(registry: Registry, typed: str) -> list[str]:
    """Names of entries for what is typed in place of a name: its beginning, or all of it in any case."""
    begun = registry.search(typed)
    meant = (candidate.speaker for candidate in registry.find(typed))
    return list(dict.fromkeys(speaker.name for speaker in (*begun, *meant)))


def known(registry: Registry, mention: str, here: Collection[int] = ()) -> Speaker | None:
    """The entry a mention is of, or None where that is not sure. `here`: entries the article names already.

    A surname alone is enough where the article has named its bearer; elsewhere it must be a form that
    somebody has given to one entry only.
    """
    if is_pronoun(mention):
        return None
    found = registry.find(mention)
    named_here = [candidate for candidate in found if candidate.speaker.id in here]
    return (
        _only([c for c in named_here if c.likeness >= Likeness.LIKELY])
        or registry.resolve(mention)
        or _only([c for c in found if c.likeness is Likeness.SAME])
        or _only(named_here)
    )


def speaker_labels(scheme: Scheme) -> dict[str, Label]:
    """The labels whose annotations are of the registry's speakers."""
    return {label.id: label for label in scheme.labels if label.attribute(NAME)}


def name_of(annotation: Annotation) -> str:
    """The name the annotation gives its speaker, or ""."""
    name = annotation.attributes.get(NAME)
    return name if isinstance(name, str) else ""


def mention_of(text: str) -> str:
    """What kind of mention the text is, by its look: `named`, `nominal` or `pronoun`."""
    if is_pronoun(text):
        return "pronoun"
    return "named" if is_proper(text) else "nominal"


def attributes_of(speaker: Speaker, label: Label, day: str | None, mention: str) -> dict[str, str]:
    """What the registry says of a speaker mentioned on a day (ISO 8601), as far as the label takes it."""
    post = speaker.post_on(day)
    given = {
        NAME: speaker.name,
        KIND: speaker.kind,
        ROLE: post.role if post else "",
        ORGANISATION: post.organisation if post else "",
        MENTION: mention_of(mention),
    }
    kept = {}
    for name, value in given.items():
        attribute = label.attribute(name)
        if value and attribute and (not attribute.values or value in attribute.values):
            kept[name] = value
    return kept


def attributes_for_speaker(
    project: Project,
    registry: Registry,
    article_id: int,
    spans: Sequence[Span],
    label_id: str,
    annotator: str,
) -> dict[str, object] | None:
    """The attributes for a mention about to be marked by hand; None where the registry does not know it.

    What a suggestion for the same span has stays as it is.
    """
    label = project.scheme().label(label_id)
    if label is None or label.attribute(NAME) is None or len(spans) != 1:
        return None
    (span,) = spans
    text = project.text(article_id)[span.start : span.end]
    there = [registry.resolve(name_of(a)) for a in project.annotations(article_id, annotator)]
    speaker = known(registry, text, {entry.id for entry in there if entry is not None})
    if speaker is None:
        return None
    given = attributes_of(speaker, label, project.article(article_id).published, text)
    suggested = (
        suggestion.attributes
        for suggestion in project.suggestions(article_id)
        if suggestion.label == label_id and suggestion.fragment.span == span
    )
    return {**given, **next(suggested, {})}


def _likeness(speaker: Speaker, form: str, mention: str) -> Likeness:
    """How likely the mention is of the speaker by this form.

    A form in a case is the name's: `Ахметову` of Ахметов has nothing to do with Ахметова, and so a mention
    the name itself speaks against is not of this speaker. Only a form unlike the name stands for itself.
    """
    by_form, by_name = same_name(form, mention), same_name(speaker.name, mention)
    if form == mention or by_name >= Likeness.LIKELY or not same_name(speaker.name, form):
        return by_form
    return min(by_form, by_name)


def _only(candidates: list[Candidate]) -> Speaker | None:
    """The speaker of the likeliest, unless another is as likely."""
    if not candidates:
        return None
    best = max(candidate.likeness for candidate in candidates)
    found = [candidate.speaker for candidate in candidates if candidate.likeness == best]
    return found[0] if len(found) == 1 else None
