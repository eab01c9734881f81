"""The card of a label: one annotation or one suggestion with its quote, fields, relations and note.

There is one card a label, filled anew for each selection: building its controls takes far longer than
showing other values in them, and the selection moves at the speed of a held key.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.annotation import Annotation, Attributes
from app.commands.revise import SUGGESTER as REVISION
from app.confidence import STEPS
from app.number_values import fitting, takes_values
from app.scheme import Label, problems
from app.speakers import NAME, names_for
from app.suggestion import Suggestion
from widgets.inspector.completing import Searched
from widgets.inspector.confidence import confidence_field
from widgets.inspector.contents import Contents
from widgets.inspector.facts import one_line
from widgets.inspector.form import AttributeForm
from widgets.inspector.labelled_row import LabelledRow
from widgets.inspector.relations import RelationsBox
from widgets.inspector.sentence import SentenceField
from widgets.inspector.value_line import ValueLine
from widgets.palette.swatch import swatch
from widgets.reasons import reason, suggester_name
from widgets.texts import tr
from widgets.wrapped_text import WrappedText

D = TypeVar("D")

# Lines of the quote; a claim may be a paragraph, and the article shows it whole.
_QUOTE_LINES = 7


class LabelCard(QWidget):
    """Shows and edits; what is to be done about it goes out as signals."""

    attributes_edited = Signal(object, object)
    note_edited = Signal(object, str)
    remove_requested = Signal(object)
    relabel_requested = Signal(object, str)
    confidence_edited = Signal(object, object)
    """(annotation id, 0 to 1 or None)."""
    span_wanted = Signal(object, str)
    """(annotation id, attribute id): its words are to be chosen in the article."""
    suggestion_decided = Signal(object, bool, object)
    left = Signal()
    """What was to be done here is done: the focus may go back to the article."""

    def __init__(self, label: Label, contents: Callable[[], Contents], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._contents = contents
        self._annotation: Annotation | None = None
        self._suggestion: Suggestion | None = None
        self._drafts: dict[int, dict[str, Any]] = {}
        self._typed: dict[int, str] = {}
        self._quick = False
        self._build()

    # -- showing --------------------------------------------------------------------------------

    def show_annotation(self, annotation: Annotation) -> None:
        """Show the annotation; if it is shown already, only what changed."""
        again = self._annotation is not None and self._annotation.id == annotation.id
        if not again:
            self.leave()
        self._annotation, self._suggestion = annotation, None
        self._key.setText(self.tr("Enter"))
        self._key.setToolTip(self.tr("Enter in the article: edit this card"))
        self._quote.set_text(one_line(annotation.text))
        for field, stored in ((self._note, annotation.note), (self._confidence, annotation.confidence)):
            field.show_value(stored) if again else field.reset(stored)
        if again:
            self._form.show_values(annotation.attributes)
        else:
            self._form.reset(annotation.attributes)
            self._form.put(self._drafts.get(annotation.id, {}))
            self._form.check()
        self.relations.show_annotation(annotation)
        self._origin.set_text(_origin(annotation))
        self._show_kind(suggested=False)

    def show_suggestion(self, suggestion: Suggestion) -> None:
        """Show the suggestion with its fields open to correction."""
        if self._suggestion is None or self._suggestion.id != suggestion.id:
            self.leave()
            self._form.reset(suggestion.attributes)
            self._form.put(self._drafts.get(suggestion.id, {}))
            self._form.check()
        self._annotation, self._suggestion = None, suggestion
        self._key.setText(self.tr("Suggestion"))
        self._key.setToolTip("")
        self._quote.set_text(one_line(suggestion.text))
        self._why.set_text(self.tr("Why: {reason}").format(reason=reason(suggestion)))
        self._proposed.set_text(self._proposed_relations(suggestion))
        self._show_kind(suggested=True)

    def settle(self) -> None:
        """Take over what was typed into an annotation's fields and not yet settled."""
        if self._annotation is not None:
            self._settle()
            self._settle_note()

    def leave(self) -> None:
        """Settle what was typed before something else is shown; what cannot be kept stays as a draft."""
        shown = self._annotation or self._suggestion
        if shown is None:
            return
        self.settle()
        self._quick = False
        _keep(self._typed, shown.id, self._value.draft())
        self._value.close_line()
        _keep(self._drafts, shown.id, self._form.drafts())
        self._annotation = self._suggestion = None

    def show_problem(self, attribute_id: str, sentence: str) -> None:
        """Show a problem beside its field, or over the card where it is about none of them."""
        known = self._form.show_problem(attribute_id, sentence)
        self._trouble.set_text("" if known else sentence)
        self._trouble.setVisible(bool(self._trouble.text()))

    def edited_suggestion(self) -> dict[str, Any] | None:
        """The shown suggestion's attributes as corrected; None if they are as proposed."""
        values = self._form.values()
        if self._suggestion is None or values == dict(self._suggestion.attributes):
            return None
        return values

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        control = self._form.first_control() or self._note.control()
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_note(self) -> None:
        """Put the focus into the note."""
        if self._annotation is not None:
            self._note.control().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_choice(self, number: int) -> bool:
        """Put the focus on the choice of that place (from 1), for one digit to pick; False: there is none."""
        control = self._form.choice_control(number)
        if control is None:
            return False
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._quick = True
        return True

    def open_value(self) -> bool:
        """Open the line in which a number's value is typed; False for a label that is no number's."""
        shown = self._annotation or self._suggestion
        if shown is None or not takes_values(self.label):
            return False
        self._value.open_line(self._typed.pop(shown.id, ""))
        return True

    def retheme(self) -> None:
        """Draw the label's colours of another mode."""
        self._swatch.setPixmap(swatch(self.label).pixmap(QSize(14, 14), self.devicePixelRatioF()))
        self.update()

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._quote = WrappedText(serif=True, scale=1.1, max_lines=_QUOTE_LINES)
        self._trouble = WrappedText(tone="error", scale=0.92)
        self._trouble.hide()
        self._value = ValueLine(self.label, lambda: self._contents().article.language)
        self._value.typed.connect(self._take_value)
        self._value.left.connect(self.left)
        self._form = AttributeForm(self.label.attributes, partial(problems, self.label), self._completions)
        self._form.settled.connect(self._settle)
        self._form.picked.connect(self._picked)
        self._form.span_wanted.connect(self._want_span)
        self._form.edited.connect(self._show_value)
        self._form.entered.connect(self._enter)
        self.relations = RelationsBox(self.label, self._contents)
        self._form.insert_relations(self.relations)
        self._proposed = WrappedText(tone="soft", scale=0.92)
        self._why = WrappedText(tone="soft", scale=0.92)
        self._origin = WrappedText(tone="soft", scale=0.92)
        self._confidence = confidence_field()
        self._confidence.committed.connect(self._settle_confidence)
        self._confidence.picked.connect(self._picked)
        self._confidence_row = LabelledRow(self.tr("Sureness"), self._confidence, "U")
        self._note = SentenceField()
        self._note.control().setAccessibleName(self.tr("Note"))
        self._note.committed.connect(self._settle_note)
        self._note.entered.connect(self.left)
        self._note_row = LabelledRow(self.tr("Note"), self._note, "N")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 10)
        layout.setSpacing(6)
        layout.addLayout(self._title_row())
        self._decision = self._decision_row()
        # What decides stands above the fields: in a low window those are scrolled.
        deciding = (self._quote, self._value, self._decision, self._trouble, self._proposed, self._why)
        for widget in (*deciding, self._form, self._confidence_row, self._note_row, self._origin):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.retheme()

    def _title_row(self) -> QHBoxLayout:
        self._swatch = QLabel()
        self._name = QToolButton()
        self._name.setText(f"{self.label.name} ▾")
        self._name.setObjectName("cardTitle")
        self._name.setProperty("quiet", True)
        self._name.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._name.setAccessibleName(self.tr("{label}: change or remove").format(label=self.label.name))
        menu = QMenu(self._name)
        menu.aboutToShow.connect(lambda: self._fill_menu(menu))
        self._name.setMenu(menu)
        self._key = QLabel()
        self._key.setProperty("kind", "key")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._swatch)
        row.addWidget(self._name)
        row.addStretch(1)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _decision_row(self) -> QWidget:
        row = QWidget()
        accept = QPushButton(self.tr("Accept"))
        accept.setProperty("primary", True)
        accept.setToolTip(self.tr("Enter in the article, or in a field"))
        accept.clicked.connect(self._accept)
        reject = QPushButton(self.tr("Reject"))
        reject.setToolTip(self.tr("Backspace in the article"))
        reject.clicked.connect(self._reject)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(6)
        for button, key in ((accept, self.tr("Enter")), (reject, self.tr("Backspace"))):
            button.setAutoDefault(False)
            hint = QLabel(key)
            hint.setProperty("kind", "key")
            layout.addWidget(button)
            layout.addWidget(hint, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        return row

    def _fill_menu(self, menu: QMenu) -> None:
        menu.clear()
        if self._annotation is None:
            return
        here = self._annotation.id
        for label in self._contents().scheme.labels:
            if label.id != self.label.id:
                action = menu.addAction(swatch(label), self.tr("Change to {label}").format(label=label.name))
                action.triggered.connect(
                    lambda _=False, label_id=label.id: self.relabel_requested.emit(here, label_id)
                )
        menu.addSeparator()
        remove = menu.addAction(self.tr("Remove") + "\t" + self.tr("Backspace"))
        remove.triggered.connect(lambda: self.remove_requested.emit(here))

    # -- what was done --------------------------------------------------------------------------

    def _settle(self) -> None:
        """A field is settled: keep the values if the scheme has nothing against them."""
        if self._form.check() and self._annotation is not None:
            values = self._form.values()
            if values != dict(self._annotation.attributes):
                self.attributes_edited.emit(self._annotation.id, values)

    def _settle_note(self) -> None:
        if self._annotation is not None and (note := self._note.value() or "") != self._annotation.note:
            self.note_edited.emit(self._annotation.id, note)

    def _settle_confidence(self) -> None:
        here, given = self._annotation, self._confidence.value()
        if here is not None and given != here.confidence:
            self.confidence_edited.emit(here.id, given)

    def _take_value(self, attributes: Attributes) -> None:
        """Other values were typed for a number: they are kept, or accepted with the suggestion."""
        values = dict(fitting(self.label, attributes))
        if self._annotation is not None:
            self.attributes_edited.emit(self._annotation.id, values)
        elif self._suggestion is not None:
            self._form.put({attribute.id: values.get(attribute.id) for attribute in self.label.attributes})
            self._accept()

    def _picked(self) -> None:
        """A digit chose a value; where a key led here for just that, the work is done."""
        if self._quick:
            self._quick = False
            self.left.emit()

    def _want_span(self, attribute_id: str) -> None:
        if self._annotation is not None:
            self.span_wanted.emit(self._annotation.id, attribute_id)

    def _enter(self) -> None:
        if self._suggestion is not None:
            self._accept()

    def _accept(self) -> None:
        if self._suggestion is not None and self._form.check():
            edited = self.edited_suggestion()
            self._drafts.pop(self._suggestion.id, None)
            self.suggestion_decided.emit(self._suggestion.id, True, edited)

    def _reject(self) -> None:
        if self._suggestion is not None:
            self._drafts.pop(self._suggestion.id, None)
            self.suggestion_decided.emit(self._suggestion.id, False, None)

    # -- helpers --------------------------------------------------------------------------------

    def _show_kind(self, *, suggested: bool) -> None:
        """Show what belongs to an annotation, or to a suggestion."""
        self._trouble.hide()
        self.relations.setVisible(not suggested)
        self._confidence_row.setVisible(not suggested)
        self._note_row.setVisible(not suggested)
        self._name.setEnabled(not suggested)
        self._name.setText(self.label.name if suggested else f"{self.label.name} ▾")
        self._proposed.setVisible(suggested and bool(self._proposed.text()))
        self._why.setVisible(suggested)
        self._origin.setVisible(not suggested and bool(self._origin.text()))
        self._decision.setVisible(suggested)
        self._show_value()

    def _show_value(self) -> None:
        """The computed value, following the fields as they are typed."""
        self._value.show_value(self._form.values())
        self._value.setVisible(takes_values(self.label))

    def _completions(self, attribute_id: str) -> list[str] | Searched:
        """What other annotations of the article have for this attribute; for a name, the registry's."""
        registry = self._contents().registry
        if attribute_id == NAME and len(registry):
            return Searched(partial(names_for, registry))
        return [
            str(annotation.attributes[attribute_id])
            for annotation in self._contents().annotations.values()
            if annotation.attributes.get(attribute_id)
        ]

    def _proposed_relations(self, suggestion: Suggestion) -> str:
        contents = self._contents()
        led_to: dict[str, list[str]] = {}
        for proposed in suggestion.relations:
            type_ = contents.scheme.relation(str(proposed.get("type", "")))
            target = contents.suggestions.get(proposed.get("to", 0))  # type: ignore[call-overload]
            if type_ is not None and target is not None:
                led_to.setdefault(type_.name, []).append(one_line(target.text))
        words = [f"{name} → {', '.join(targets)}" for name, targets in led_to.items()]
        if words and suggestion.suggester != REVISION:  # of a revision, each is looked at by itself
            words.insert(0, self.tr("Accepted with it:"))
        return "\n".join(words)


def _keep(drafts: dict[int, D], identifier: int, draft: D) -> None:
    """Keep the draft under the id, or forget an empty one."""
    if draft:
        drafts[identifier] = draft
    else:
        drafts.pop(identifier, None)


def _origin(annotation: Annotation) -> str:
    """How sure the annotator is where no chip says it, and which suggester it came from."""
    parts = []
    if annotation.confidence is not None and annotation.confidence not in STEPS:
        parts.append(tr("Confidence {share} %").format(share=round(annotation.confidence * 100)))
    if annotation.origin:
        parts.append(tr("Accepted from “{suggester}”").format(suggester=suggester_name(annotation.origin)))
    return " · ".join(parts)
