"""The card of an entry of the registry: its name, forms, posts, and where the project mentions it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from app.annotation import Annotation
from app.article import Article
from app.scheme import Label
from app.speaker import Speaker
from widgets.flow import FlowLayout
from widgets.inspector.chips import RelationChip
from widgets.inspector.facts import one_line, shown_value
from widgets.inspector.field import text_value
from widgets.inspector.fields import ChipsField, LineField
from widgets.inspector.labelled_row import LabelledRow, key_hint
from widgets.inspector.rows import Row, RowsModel
from widgets.inspector.sentence import SentenceField
from widgets.inspector.speakers.lists import ChoosingView
from widgets.inspector.speakers.posts import PostsField
from widgets.wrapped_text import WrappedText

# Characters of a name on a button.
_LONGEST_NAME = 26
# Mentions seen at once; the rest is scrolled to.
_MOST_MENTIONS = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with all its card shows of it."""

    speaker: Speaker
    label: Label | None
    """A label of speakers: whose colours the forms have."""
    alike: tuple[Speaker, ...]
    """Other entries that are likely the same."""
    mentions: tuple[Annotation, ...]
    """The annotator's own, article by article."""
    day: str | None
    """The day of publication of the article in sight (ISO 8601)."""


class SpeakerCard(QWidget):
    """Shows and edits one entry; what is to be done about it goes out as signals."""

    renamed = Signal(object, str)
    """(entry id, name); so with the next ones: what they say of the entry."""
    kind_set = Signal(object, str)
    forms_set = Signal(object, object)
    posts_set = Signal(object, object)
    note_set = Signal(object, str)
    form_split = Signal(object, str)
    merge_requested = Signal(object, object)
    """(entry id, id of the other, or None where it is still to be chosen)."""
    remove_requested = Signal(object)
    mention_chosen = Signal(object)
    """Annotation id."""
    left = Signal()
    """Esc: the focus goes back to the list."""

    def __init__(
        self, kinds: Sequence[str], article_of: Callable[[int], Article], parent: QWidget | None = None
    ) -> None:
        """`kinds` are the values a kind may have."""
        super().__init__(parent)
        self._article_of = article_of
        self._entry: Entry | None = None
        self._name = LineField(str, text_value)
        self._name.control().setAccessibleName(self.tr("Name in the registry"))
        self._name.setFocusProxy(self._name.control())
        self._name.committed.connect(self._settle_name)
        self._kind = ChipsField(self.tr("Kind"), [(value, shown_value(value)) for value in kinds])
        self._kind.committed.connect(self._settle_kind)
        self._kind_row = LabelledRow(self.tr("Kind"), self._kind)
        if not kinds:
            self._kind_row.hide()
        self._posts = PostsField()
        self._posts.settled.connect(lambda posts: self._tell(self.posts_set, posts))
        self._note = SentenceField()
        self._note.control().setAccessibleName(self.tr("Note on the speaker"))
        self._note.committed.connect(self._settle_note)
        self._mentions = RowsModel(self._mention_row, self)
        self._mentions_view = ChoosingView(self._mentions, self.tr("Mentions in the project"))
        self._mentions_view.chosen.connect(lambda mention: self.mention_chosen.emit(mention.id))
        self._count = WrappedText(tone="soft")
        self._build()

    def show_entry(self, entry: Entry) -> None:
        """Show the entry; if it is shown already, what is being typed stays."""
        again = self._entry is not None and self._entry.speaker.id == entry.speaker.id
        self._entry = entry
        speaker = entry.speaker
        for field, value in (
            (self._name, speaker.name),
            (self._kind, speaker.kind or None),
            (self._note, speaker.note or None),
        ):
            field.show_value(value) if again else field.reset(value)
        self._show_forms(speaker.forms, entry.label)
        self._posts.show_posts(speaker.posts, (entry.day or "")[:10], again=again)
        self._show_alike(entry.alike)
        self._show_mentions(entry.mentions)

    def shown(self) -> int | None:
        """Id of the entry shown."""
        return None if self._entry is None else self._entry.speaker.id

    def focus_first(self) -> None:
        """Put the focus into the name."""
        self._name.control().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc, where no field needs it, goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._alike = QWidget()
        self._alike_flow = FlowLayout(self._alike, spacing=4)
        self._alike_row = LabelledRow(self.tr("Likely the same"), self._alike)
        self._forms = QWidget()
        self._forms_flow = FlowLayout(self._forms, spacing=4)
        self._more = QLineEdit()
        self._more.setPlaceholderText(self.tr("Add a form"))
        self._more.setAccessibleName(self.tr("Add a form of the name"))
        self._more.returnPressed.connect(self._add_form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 10)
        layout.setSpacing(6)
        layout.addLayout(self._title_row())
        layout.addWidget(LabelledRow(self.tr("Name"), self._name))
        layout.addWidget(self._buttons())
        for widget in (
            self._alike_row,
            self._kind_row,
            WrappedText(self.tr("Forms of the name"), tone="soft"),
            self._forms,
            self._more,
            WrappedText(self.tr("Posts"), tone="soft"),
            self._posts,
            LabelledRow(self.tr("Note"), self._note),
            self._count,
            self._mentions_view,
        ):
            layout.addWidget(widget)
        layout.addStretch(1)

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(WrappedText(self.tr("Speaker of the registry"), bold=True), 1)
        row.addWidget(key_hint(self.tr("Enter")), 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _buttons(self) -> QWidget:
        merge = QPushButton(self.tr("Merge with…"))
        merge.clicked.connect(lambda: self._merge(None))
        remove = QPushButton(self.tr("Remove"))
        remove.setProperty("quiet", True)
        remove.setToolTip(self.tr("Out of the registry; the names in annotations stay as they are"))
        remove.clicked.connect(lambda: self._tell(self.remove_requested))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (merge, remove):
            button.setAutoDefault(False)
            flow.addWidget(button)
        return buttons

    # -- showing --------------------------------------------------------------------------------

    def _show_forms(self, forms: Sequence[str], label: Label | None) -> None:
        focused = self._focused_form()
        _clear(self._forms_flow)
        chips: list[QWidget] = []
        for form in forms:
            chip = RelationChip()
            chip.show_text(form, label)
            chip.setAccessibleName(self.tr("Form {form}").format(form=form))
            chip.setToolTip(self.tr("Enter: make it a speaker of its own. Delete: take it off."))
            chip.followed.connect(lambda form=form, chip=chip: self._ask_about(form, chip))
            chip.removed.connect(lambda form=form: self._remove_form(form))
            self._forms_flow.addWidget(chip)
            chips.append(chip)
            chip.show()  # the layout would do it later, and a hidden chip cannot take the focus
        self._forms.setVisible(bool(forms))
        if focused is not None:
            following = chips[focused : focused + 1] or chips[-1:] or [self._more]
            following[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_alike(self, alike: Sequence[Speaker]) -> None:
        _clear(self._alike_flow)
        for other in alike:
            short = len(other.name) <= _LONGEST_NAME
            button = QPushButton(other.name if short else f"{other.name[: _LONGEST_NAME - 1]}…")
            button.setProperty("chip", "value")
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Merge with {name}").format(name=other.name))
            button.setToolTip(self.tr("Likely the same: Enter shows what a merge would do"))
            button.clicked.connect(lambda _=False, other_id=other.id: self._merge(other_id))
            self._alike_flow.addWidget(button)
        self._alike_row.setVisible(bool(alike))

    def _show_mentions(self, mentions: Sequence[Annotation]) -> None:
        self._mentions.show(mentions)
        articles = len({mention.article_id for mention in mentions})
        words = self.tr("Your mentions: {mentions}, in articles: {articles}")
        self._count.set_text(words.format(mentions=len(mentions), articles=articles))
        self._mentions_view.setVisible(bool(mentions))
        self._mentions_view.fit(_MOST_MENTIONS)

    def _mention_row(self, key: object) -> Row:
        assert isinstance(key, Annotation)
        article = self._article_of(key.article_id)
        return Row(one_line(key.text), (article.published or "")[:10], article.title)

    def _focused_form(self) -> int | None:
        """Which of the chips of forms has the focus."""
        for index in range(self._forms_flow.count()):
            item = self._forms_flow.itemAt(index)
            if item is not None and (widget := item.widget()) is not None and widget.hasFocus():
                return index
        return None

    # -- what was done --------------------------------------------------------------------------

    def _tell(self, signal: SignalInstance, *said: object) -> None:
        if self._entry is not None:
            signal.emit(self._entry.speaker.id, *said)

    def _settle_name(self) -> None:
        name = self._name.value()
        if self._entry is not None and name and name != self._entry.speaker.name:
            self._tell(self.renamed, name)
        elif not name:
            self._name.restore()

    def _settle_kind(self) -> None:
        kind = self._kind.value() or ""
        if self._entry is not None and kind != self._entry.speaker.kind:
            self._tell(self.kind_set, kind)

    def _settle_note(self) -> None:
        note = self._note.value() or ""
        if self._entry is not None and note != self._entry.speaker.note:
            self._tell(self.note_set, note)

    def _add_form(self) -> None:
        form = self._more.text().strip()
        if self._entry is not None and form:
            self._more.clear()
            self._tell(self.forms_set, (*self._entry.speaker.forms, form))

    def _remove_form(self, form: str) -> None:
        if self._entry is not None:
            self._tell(self.forms_set, tuple(f for f in self._entry.speaker.forms if f != form))

    def _ask_about(self, form: str, chip: QWidget) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        split = menu.addAction(self.tr("Make “{form}” a speaker of its own").format(form=form))
        split.triggered.connect(lambda: self._tell(self.form_split, form))
        off = menu.addAction(self.tr("Take it off") + "\t" + self.tr("Del"))
        off.triggered.connect(lambda: self._remove_form(form))
        menu.setActiveAction(split)
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _merge(self, other_id: int | None) -> None:
        self._tell(self.merge_requested, other_id)


def _clear(flow: FlowLayout) -> None:
    while (item := flow.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
