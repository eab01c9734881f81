"""The card of the whole article: what is known about it, what one says of it, and what became of it."""

from dataclasses import fields, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.commands.describe_article import Description, description, description_problems
from app.scheme import Scheme, attribute_problems
from widgets.active_time import HOW_COUNTED, spent
from widgets.inspector.contents import Contents
from widgets.inspector.field import Field, text_value
from widgets.inspector.fields import LineField
from widgets.inspector.form import AttributeForm
from widgets.inspector.labelled_row import LabelledRow, key_hint
from widgets.inspector.roles import why_roles
from widgets.inspector.sentence import SentenceField
from widgets.texts import tr, translated
from widgets.wrapped_text import WrappedText

# Between the authors of an article in their field: a comma may stand inside a name.
_BETWEEN = ";"


class ArticleCard(QWidget):
    """Shows and edits; what is to be done about it goes out as signals."""

    described = Signal(object)
    """Description: what is known about the article, as corrected."""
    assessed = Signal(object)
    """All attributes given to the article."""
    note_edited = Signal(str)
    flag_toggled = Signal(bool)
    left = Signal()
    """The work on the card is over: the focus may go back to the article."""

    def __init__(self, scheme: Scheme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents: Contents | None = None
        self._facts = _fact_fields()
        self._rows = {name: LabelledRow(words, self._facts[name]) for name, words in _fact_names().items()}
        for name, field in self._facts.items():
            field.control().setAccessibleName(_fact_names()[name])
            field.setFocusProxy(field.control())
            field.committed.connect(self._settle_facts)
        problems = partial(_problems, scheme)
        self._form = AttributeForm(scheme.article, problems, lambda _: ())
        self._form.settled.connect(self._settle_form)
        self._note = SentenceField()
        self._note.control().setAccessibleName(self.tr("Note on the article"))
        self._note.committed.connect(self._settle_note)
        self._note.entered.connect(self.left)
        self._flag = QPushButton(self.tr("come back to it"))
        self._flag.setProperty("chip", "value")
        self._flag.setCheckable(True)
        self._flag.setAutoDefault(False)
        self._flag.clicked.connect(self.flag_toggled)
        self._time = WrappedText(tone="soft", scale=0.92)
        self._history = WrappedText(tone="soft", scale=0.92)
        self._roles = WrappedText(tone="soft", scale=0.92)
        self._build()
        # Not before it lies in the card: what has no parent yet would be shown as a window of its own.
        self._form.setVisible(bool(scheme.article))

    def show_article(self, contents: Contents) -> None:
        """Show the article; if it is shown already, what is being typed stays."""
        again = self._contents is not None and self._contents.article.id == contents.article.id
        self._contents = contents
        known, said = description(contents.article), contents.assessment
        for name, field in self._facts.items():
            value = _shown(getattr(known, name))
            field.show_value(value) if again else field.reset(value)
        if not again:
            self._check_facts()
        attributes = said.attributes if said else {}
        self._form.show_values(attributes) if again else self._form.reset(attributes)
        note = said.note if said else ""
        self._note.show_value(note) if again else self._note.reset(note)
        self._flag.setChecked(bool(said and said.flagged))
        self.show_time(contents.seconds)
        self._history.set_text(self._history_of(contents))
        self._roles.set_text(why_roles(contents.article))

    def show_time(self, seconds: float) -> None:
        """Say how long the article has been worked on."""
        self._time.set_text(self.tr("Worked on for {time}").format(time=spent(seconds)))

    def settle(self) -> None:
        """Take over what was typed and not yet settled."""
        if self._contents is not None:
            self._settle_facts()
            self._settle_form()
            self._settle_note()

    def leave(self) -> None:
        """Settle before something else is shown."""
        self.settle()
        self._contents = None

    def focus_first(self) -> None:
        """Put the focus into the first thing to say of the article, else into its title."""
        control = self._form.first_control() or self._facts["title"].control()
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_note(self) -> None:
        """Put the focus into the note."""
        self._note.control().setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(WrappedText(self.tr("The article"), bold=True), 1)
        head.addWidget(key_hint("A"))
        flag = QWidget()
        flag_row = QHBoxLayout(flag)
        flag_row.setContentsMargins(0, 0, 0, 0)
        flag_row.addWidget(self._flag)
        flag_row.addStretch(1)
        self._time.setToolTip(translated(HOW_COUNTED))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._form)
        layout.addWidget(LabelledRow(self.tr("Flag"), flag, "F"))
        layout.addWidget(LabelledRow(self.tr("Note"), self._note, "N"))
        for row in self._rows.values():
            layout.addWidget(row)
        for line in (self._time, self._history):
            layout.addWidget(line)
        layout.addWidget(WrappedText(self.tr("Paragraphs, and why they are what they are"), scale=0.92))
        layout.addWidget(self._roles)
        layout.addStretch(1)

    def _history_of(self, contents: Contents) -> str:
        article = contents.article
        lines = (
            [self.tr("Later text of: {earlier}").format(earlier=contents.earlier)] if contents.earlier else []
        )
        if article.imported_at:
            lines.append(self.tr("Imported on {day}").format(day=article.imported_at[:10]))
        if article.source_path:
            lines.append(self.tr("From {path}").format(path=article.source_path))
        return "\n".join(lines)

    # -- what was done --------------------------------------------------------------------------

    def _settle_facts(self) -> None:
        """Keep what was corrected, as far as it can be so."""
        if self._contents is None:
            return
        wrong = self._check_facts()
        known = description(self._contents.article)
        typed = self._typed()
        kept = replace(typed, **{name: getattr(known, name) for name in wrong})
        if kept != known:
            self.described.emit(kept)

    def _check_facts(self) -> dict[str, str]:
        """Show what cannot be so beside its field, where it was changed; return it."""
        assert self._contents is not None
        typed, known = self._typed(), description(self._contents.article)
        found = {
            name: sentence
            for name, sentence in description_problems(typed).items()
            if getattr(typed, name) != getattr(known, name)
        }
        for name, row in self._rows.items():
            row.show_problem(found.get(name, ""))
            self._facts[name].set_invalid(name in found)
        return found

    def _typed(self) -> Description:
        values = {name: str(field.value() or "") for name, field in self._facts.items()}
        authors = tuple(part.strip() for part in values.pop("authors").split(_BETWEEN) if part.strip())
        title = " ".join(values.pop("title").split())
        return Description(title=title, authors=authors, **values)

    def _settle_form(self) -> None:
        if self._contents is None or not self._form.check():
            return
        said = self._contents.assessment
        if self._form.values() != dict(said.attributes if said else {}):
            self.assessed.emit(self._form.values())

    def _settle_note(self) -> None:
        if self._contents is None:
            return
        said = self._contents.assessment
        note = self._note.value() or ""
        if note != (said.note if said else ""):
            self.note_edited.emit(note)


def _problems(scheme: Scheme, attributes: Any) -> dict[str, str]:
    return attribute_problems(scheme.article, attributes, "An article")


def _fact_names() -> dict[str, str]:
    """What the parts of a description are called, in the order they are shown."""
    names = {
        "title": tr("Title"),
        "site": tr("Source"),
        "published": tr("Published"),
        "authors": tr("Authors"),
        "language": tr("Language"),
        "url": tr("Address"),
    }
    assert names.keys() == {field.name for field in fields(Description)}
    return names


def _fact_fields() -> dict[str, Field]:
    hints = {
        "site": "",
        "published": "2023-07-04",
        "authors": tr("Several: with ; between"),
        "language": "ru, kk, en",
        "url": "https://",
    }
    lines: dict[str, Field] = {
        name: LineField(str, text_value, placeholder=hint) for name, hint in hints.items()
    }
    return {"title": SentenceField(), **lines}


def _shown(value: str | tuple[str, ...]) -> str | None:
    """The part of a description as its field takes it."""
    text = value if isinstance(value, str) else f"{_BETWEEN} ".join(value)
    return text or None
