"""The registry of speakers at the desk: its list and cards become commands, its changes come back to them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.changes import Change, Step
from app.speaker import Post, Speaker
from app.speakers import KIND, all_forms, likely_same, speaker_labels
from widgets.actions import Handler
from widgets.asking import open_beside
from widgets.late import commands
from widgets.telling import told

if TYPE_CHECKING:
    from widgets.desk import Desk
    from widgets.inspector.speakers.card import Entry, SpeakerCard

# Entries made ready to be found at a time, and milliseconds between: nobody is to feel it.
_AT_A_TIME, _BETWEEN = 150, 40
# Milliseconds after which that begins: not before the first article is painted.
_BEGIN_AFTER = 1_500
# How many that are likely the same are shown on a card.
_MOST_ALIKE = 4


class Registering(QObject):
    """Connects one desk with its registry."""

    problem = Signal(str)
    """A sentence: what could not be done, and why."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._project, self._registry = desk.project, desk.acts.registry
        self._card: SpeakerCard | None = None
        self._kinds: tuple[str, ...] = ()
        self._page = desk.inspector.speakers
        desk.inspector.set_registry(self._registry)
        self._page.speaker_chosen.connect(self.show)
        self._page.entered.connect(self.focus_card)
        self._page.mention_chosen.connect(desk.jump_to)
        self._page.new_requested.connect(self.register)
        self.problem.connect(desk.problem)
        desk.signals.stepped.connect(self.on_step)
        desk.went_back.connect(self.on_back)
        self._reading = QTimer(self)
        self._reading.setSingleShot(True)
        self._reading.timeout.connect(self._read_ahead)
        desk.closing.connect(self._reading.stop)
        self._reading.start(_BEGIN_AFTER)

    def handlers(self) -> dict[str, Handler]:
        """The actions this does, by id."""
        return {"speakers": self.open_list, "copy_attributes": self.copy_attributes}

    # -- showing --------------------------------------------------------------------------------

    def open_list(self) -> None:
        """Show the registry's tab, ready to search."""
        self._desk.inspector.open_speakers()
        self._page.focus_search()

    def show(self, speaker_id: int) -> None:
        """Show the entry's card."""
        speaker = self._registry.get(speaker_id)
        if speaker is not None:
            card = self._card_of_scheme()
            card.show_entry(self._entry(speaker))
            self._desk.inspector.show_other(card)

    def focus_card(self) -> None:
        """Put the focus into the card."""
        if self._card is not None:
            self._card.focus_first()

    def on_step(self, step: Step) -> None:
        """Show what the step made of the registry, and of the marks of the entry in sight."""
        of_registry = bool(step.of(Speaker))
        if of_registry and self._page.isVisible():
            self._page.refresh()
        if self._card is None or not self._card.isVisible():
            return
        shown = self._card.shown()
        if shown is not None and self._registry.get(shown) is not None:
            self.show(shown)
        elif of_registry:
            self._desk.inspector.show_other(None)

    def on_back(self, step: Step) -> None:
        """Go to the entry that an undo or redo changed, where no article was touched."""
        changed = step.of(Speaker)
        if changed and not step.articles():
            self._desk.inspector.open_speakers()
            there = [change.after.id for change in changed if isinstance(change.after, Speaker)]
            if there:
                self._page.select(there[0])
                self.show(there[0])

    # -- acts -----------------------------------------------------------------------------------

    @told
    def register(self, name: str) -> None:
        """Make an entry and open its card."""
        changes = commands.register_speaker(self._project, name)
        self._write("register_speaker", changes)
        made = changes[0].after
        assert isinstance(made, Speaker)
        self._page.clear_search()
        self._page.select(made.id)
        self.show(made.id)
        self.focus_card()

    @told
    def rename(self, speaker_id: int, name: str) -> None:
        """Give the entry another name."""
        changes = commands.rename_speaker(self._project, speaker_id, name, self._desk.annotator)
        self._write("rename_speaker", changes)

    @told
    def set_kind(self, speaker_id: int, kind: str) -> None:
        """Say what the entry is."""
        self._write("set_speaker", commands.set_speaker(self._project, speaker_id, kind=kind))

    @told
    def set_forms(self, speaker_id: int, forms: tuple[str, ...]) -> None:
        """Give the entry these forms."""
        self._write("set_speaker", commands.set_speaker(self._project, speaker_id, forms=forms))

    @told
    def set_posts(self, speaker_id: int, posts: tuple[Post, ...]) -> None:
        """Give the entry these posts."""
        self._write("set_speaker", commands.set_speaker(self._project, speaker_id, posts=posts))

    @told
    def set_note(self, speaker_id: int, note: str) -> None:
        """Give the entry a note."""
        self._write("set_speaker", commands.set_speaker(self._project, speaker_id, note=note))

    @told
    def split_form(self, speaker_id: int, form: str) -> None:
        """Make a form an entry of its own."""
        changes = commands.split_form(self._project, speaker_id, form, self._desk.annotator)
        self._write("split_form", changes)

    @told
    def remove(self, speaker_id: int) -> None:
        """Take the entry out of the registry."""
        self._write("remove_speaker", commands.remove_speaker(self._project, speaker_id))
        self._page.focus_list()

    def ask_merge(self, speaker_id: int, other_id: int | None) -> None:
        """Ask with which entry to merge this one, and do it."""
        speaker = self._registry.get(speaker_id)
        if speaker is None:
            return
        from widgets.inspector.speakers.merge import MergeDialog

        def count(name: str) -> int:
            return len(self._project.mentions([name], self._desk.annotator))

        dialog = MergeDialog(self._registry, speaker, other_id, count, self._desk.inspector.window())
        dialog.accepted.connect(lambda: self.merge(dialog.keep(), dialog.gone()))
        open_beside(dialog)

    @told
    def merge(self, keep_id: int, gone_id: int) -> None:
        """Make two entries one."""
        changes = commands.merge_speakers(self._project, keep_id, gone_id, self._desk.annotator)
        self._write("merge_speakers", changes)
        self._page.select(keep_id)
        self.show(keep_id)

    @told
    def copy_attributes(self) -> None:
        """Copy to the selected annotation what the last one like it has."""
        here = self._desk.selected()
        if here is None:
            self._desk.noted.emit(self.tr("Select an annotation first, then C copies from the last like it."))
            return
        changes = commands.copy_attributes(self._project, self._registry, here.id)
        self._desk.acts.write("copy_attributes", changes)

    # -- helpers --------------------------------------------------------------------------------

    def _write(self, verb: str, changes: list[Change]) -> None:
        """Write an act on the registry: no work on an article, so no status changes by it."""
        self._desk.session.do(verb, changes)

    def _entry(self, speaker: Speaker) -> "Entry":
        from widgets.inspector.speakers.card import Entry

        mine = [form for form in all_forms(speaker) if self._registry.resolve(form) == speaker]
        article = self._desk.article
        return Entry(
            speaker,
            next(iter(speaker_labels(self._desk.scheme).values()), None),
            tuple(c.speaker for c in likely_same(self._registry, speaker)[:_MOST_ALIKE]),
            tuple(self._project.mentions(mine, self._desk.annotator)),
            article.published if article else None,
        )

    def _card_of_scheme(self) -> "SpeakerCard":
        """The card, with the kinds the scheme has now."""
        from widgets.inspector.speakers.card import SpeakerCard

        attributes = (label.attribute(KIND) for label in speaker_labels(self._desk.scheme).values())
        kinds = next((attribute.values for attribute in attributes if attribute), ())
        if self._card is not None and self._kinds == kinds:
            return self._card
        self._desk.inspector.show_other(None)
        if self._card is not None:
            self._card.deleteLater()
        self._kinds = kinds
        self._card = card = SpeakerCard(kinds, self._project.article)
        card.renamed.connect(self.rename)
        card.kind_set.connect(self.set_kind)
        card.forms_set.connect(self.set_forms)
        card.posts_set.connect(self.set_posts)
        card.note_set.connect(self.set_note)
        card.form_split.connect(self.split_form)
        card.merge_requested.connect(self.ask_merge)
        card.remove_requested.connect(self.remove)
        card.mention_chosen.connect(self._go_to)
        card.left.connect(self._page.focus_list)
        return card

    def _go_to(self, annotation_id: int) -> None:
        """Go to a mention; its own card takes the place of the entry's."""
        self._desk.inspector.show_other(None)
        self._desk.jump_to(annotation_id)
        self._desk.focus_article()

    def _read_ahead(self) -> None:
        if self._registry.read_ahead(_AT_A_TIME):
            self._reading.start(_BETWEEN)
