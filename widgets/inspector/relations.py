"""The relations of an annotation: a row for each type and direction, with chips and a list to add one."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.annotation import Annotation
from app.scheme import Label, RelationType
from widgets.combo import CardCombo
from widgets.flow import FlowLayout
from widgets.inspector.chips import RelationChip
from widgets.inspector.contents import Contents, Link
from widgets.inspector.facts import name_of, one_line
from widgets.inspector.labelled_row import LabelledRow

# Characters of a candidate in the list: enough to tell two claims apart.
_CANDIDATE = 60


class RelationsBox(QWidget):
    """All relation types the scheme allows for a label, in both directions."""

    followed = Signal(object)
    """Annotation id: a chip was clicked."""
    relate_requested = Signal(object, str, object)
    unrelate_requested = Signal(object)

    def __init__(self, label: Label, contents: Callable[[], Contents], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents = contents
        self._annotation: Annotation | None = None
        self._wanted: set[tuple[str, bool]] = set()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        self._rows: dict[tuple[str, bool], _RelationRow] = {}
        for type_, outgoing in _directions(label, contents().scheme.relations):
            row = _RelationRow(type_, outgoing, self)
            row.followed.connect(self.followed)
            row.removed.connect(self.unrelate_requested)
            row.chosen.connect(self._relate)
            row.opened.connect(self._offer)
            self._rows[type_.id, outgoing] = row
            layout.addWidget(row)
        self._more = QPushButton(self.tr("Relate…"))
        self._more.setAutoDefault(False)
        self._more.setObjectName("relate")
        self._more.setAccessibleName(self.tr("Add another kind of relation"))
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show the annotation's relations."""
        if self._annotation is None or self._annotation.id != annotation.id:
            self._wanted = set()
        self._annotation = annotation
        links = self._contents().links(annotation.id)
        hidden = False
        first = True
        for (type_id, outgoing), row in self._rows.items():
            mine = [link for link in links if link.type.id == type_id and link.outgoing == outgoing]
            row.show_links(mine, self._contents())
            possible = self._possible(row)
            usual = outgoing and not row.type.symmetric
            shown = bool(mine) or (usual and possible) or (type_id, outgoing) in self._wanted
            row.setVisible(shown)
            row.show_hint(shown and first and outgoing)
            first = first and not shown
            hidden = hidden or (possible and not shown)
        self._more.setVisible(hidden)

    def focus_end(self, annotation_id: int) -> None:
        """Put the focus on the chip of a relation to this annotation."""
        for row in self._rows.values():
            if (chip := row.chip_of(annotation_id)) is not None:
                chip.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Left and Right go from chip to chip and to the lists, through all rows."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            stops = [stop for row in self._rows.values() if row.isVisible() for stop in row.stops()]
            here = next((i for i, stop in enumerate(stops) if stop is watched), None)
            if step is not None and here is not None:
                stops[(here + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _possible(self, row: "_RelationRow") -> bool:
        """Tell whether the article has anything to relate to."""
        assert self._annotation is not None
        labels, here = self._contents().labels, self._annotation.label
        return any(labels[label] > (label == here) for label in row.others)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for key, row in self._rows.items():
            if row.isHidden() and self._possible(row):
                action = self._menu.addAction(row.name)
                action.triggered.connect(lambda _=False, key=key: self._open(key))

    def _open(self, key: tuple[str, bool]) -> None:
        """Show the row of a kind that is not usual, and open its list."""
        self._wanted.add(key)
        self._rows[key].show()
        self._rows[key].open()

    def _offer(self, row: "_RelationRow") -> None:
        assert self._annotation is not None
        found = self._contents().candidates(self._annotation.id, row.others)
        row.offer([(a.id, _candidate(a)) for a in found])

    def _relate(self, type_id: str, outgoing: bool, other: int) -> None:
        assert self._annotation is not None
        here = self._annotation.id
        source, target = (here, other) if outgoing else (other, here)
        self.relate_requested.emit(source, type_id, target)


class _RelationRow(LabelledRow):
    """The relations of one type in one direction."""

    followed = Signal(object)
    removed = Signal(object)
    chosen = Signal(str, bool, object)
    opened = Signal(object)

    def __init__(self, type_: RelationType, outgoing: bool, box: QObject) -> None:
        """`box` filters the events of what takes the focus."""
        self._box = box
        self.type = type_
        self.others = type_.targets if outgoing else type_.sources
        self.name = type_.name if outgoing else f"← {type_.name}"
        self._outgoing = outgoing
        content = QWidget()
        super().__init__(self.name, content)
        self._ends = QWidget()
        self._flow = FlowLayout(self._ends, spacing=4)
        self._chips: list[RelationChip] = []
        self._told: list[tuple[Link, Annotation]] = []
        self._list = _TargetList()
        self._list.setAccessibleName(self.tr("Add: {relation}").format(relation=self.name))
        self._list.opening.connect(lambda: self.opened.emit(self))
        self._list.installEventFilter(box)
        self._list.activated.connect(self._choose)
        self._hint = QLabel("R")
        self._hint.setProperty("kind", "key")
        self._hint.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        line = QHBoxLayout(content)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._ends, 1)
        line.addWidget(self._list)
        line.addWidget(self._hint)
        line.addStretch(0)

    def show_links(self, links: Sequence[Link], contents: Contents) -> None:
        """A chip for each; the focus stays where it was."""
        told = [(link, contents.annotations[link.other]) for link in links]
        if told != self._told:
            had_focus = next((i for i, chip in enumerate(self._chips) if chip.hasFocus()), None)
            self._told = told
            self._make_chips(links, contents)
            if had_focus is not None:
                stops = self.stops()
                stops[min(had_focus, len(stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self._ends.setVisible(bool(links))
        self._list.forget()
        self._list.show_words("" if links else self.tr("Add…"))

    def chip_of(self, annotation_id: int) -> RelationChip | None:
        """The chip of a relation to this annotation."""
        ends = zip(self._told, self._chips, strict=True)
        return next((chip for (link, _), chip in ends if link.other == annotation_id), None)

    def stops(self) -> list[QWidget]:
        """What takes the focus, in order."""
        return [*self._chips, self._list]

    def _make_chips(self, links: Sequence[Link], contents: Contents) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(link, contents) for link in links]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.installEventFilter(self._box)
            chip.show()

    def show_hint(self, shown: bool) -> None:
        """Show the key that relates from the article."""
        self._hint.setVisible(shown)

    def offer(self, candidates: Sequence[tuple[int, str]]) -> None:
        """Fill the list: (annotation id, words)."""
        self._list.offer(candidates)

    def open(self) -> None:
        """Open the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._list.showPopup()

    def _chip(self, link: Link, contents: Contents) -> RelationChip:
        other = contents.annotations[link.other]
        chip = RelationChip()
        chip.show_text(name_of(other), contents.scheme.label(other.label))
        chip.setAccessibleName(f"{self.name}: {name_of(other)}")
        chip.setToolTip(
            self.tr("{text} (Enter: go there, Delete: take off)").format(text=one_line(other.text))
        )
        chip.followed.connect(lambda: self.followed.emit(link.other))
        chip.removed.connect(lambda: self.removed.emit(link.relation.id))
        return chip

    def _choose(self, index: int) -> None:
        other = self._list.itemData(index)
        self._list.forget()
        if other is not None:
            self.chosen.emit(self.type.id, self._outgoing, other)


class _TargetList(CardCombo):
    """A list filled only when it is opened: an article may hold thousands of candidates."""

    opening = Signal()

    def __init__(self) -> None:
        super().__init__(least_characters=5)
        self.setObjectName("target")

    def show_words(self, words: str) -> None:
        """Show these words while the list is closed; without any, only the arrow."""
        self.setPlaceholderText(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """The words and the arrow."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(words + (34 if words else 24), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        return self.sizeHint()

    def offer(self, candidates: Sequence[tuple[int, str]]) -> None:
        """Hold these."""
        self.clear()
        for identifier, words in candidates:
            self.addItem(words, identifier)
        self.setCurrentIndex(-1)

    def forget(self) -> None:
        """Hold nothing, show the placeholder."""
        self.clear()

    def showPopup(self) -> None:  # noqa: N802
        """Fill, then open; as wide as its words need, within reason."""
        self.opening.emit()
        if self.count():
            view = self.view()
            view.setMinimumWidth(min(view.sizeHintForColumn(0) + 28, 420))
            super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter, Space and the arrows open the list; nothing is chosen unseen."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if Qt.Key(event.key()) in keys:
            self.showPopup()
        else:
            event.ignore()


def _directions(label: Label, types: Sequence[RelationType]) -> Iterator[tuple[RelationType, bool]]:
    """(type, goes out) for each relation the label may have; a symmetric one has one direction."""
    for type_ in types:
        if label.id in type_.sources:
            yield type_, True
    for type_ in types:
        if label.id in type_.targets and not type_.symmetric:
            yield type_, False


def _candidate(annotation: Annotation) -> str:
    """The candidate's name, and its text where that says more."""
    name, text = name_of(annotation), one_line(annotation.text)
    words = name if name == text else f"{name} – {text}"
    return words if len(words) <= _CANDIDATE else f"{words[: _CANDIDATE - 1]}…"
