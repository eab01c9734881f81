"""The posts of a speaker: role, organisation, and the day from which they hold; an empty line adds one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.speaker import Post
from widgets.inspector.field import text_value
from widgets.inspector.fields import LineField


class PostsField(QWidget):
    """All posts of an entry; what is settled goes out whole."""

    settled = Signal(object)
    """All posts as they stand, tuple[Post, ...]."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._posts: tuple[Post, ...] = ()
        self._rows: list[_PostRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def show_posts(self, posts: Sequence[Post], since: str, *, again: bool) -> None:
        """Show the posts and an empty line, for which `since` is an example of a day.

        With `again`, what is being typed in the meantime stays.
        """
        self._posts = tuple(posts)
        wanted = [*posts, Post()]
        while len(self._rows) < len(wanted):
            self._add_row()
        for index, row in enumerate(self._rows):
            row.show_post(wanted[index] if index < len(wanted) else Post(), since, again=again)
            row.setVisible(index < len(wanted))
            row.set_last(index == len(wanted) - 1)

    def _add_row(self) -> None:
        row = _PostRow(self)
        row.settled.connect(self._settle)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._layout.addWidget(row)

    def _settle(self) -> None:
        told = self._told()
        if told != self._posts:
            self.settled.emit(told)

    def _remove(self, removed: "_PostRow") -> None:
        self.settled.emit(self._told(but=removed))

    def _told(self, but: "_PostRow | None" = None) -> tuple[Post, ...]:
        posts = (row.post() for row in self._rows if row is not but and not row.isHidden())
        return tuple(post for post in posts if post.role or post.organisation)


class _PostRow(QWidget):
    """One post: role, organisation, day."""

    settled = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = LineField(str, text_value)
        self._organisation = LineField(str, text_value)
        self._since = LineField(str, text_value)
        self._names = {
            self._role: self.tr("Role"),
            self._organisation: self.tr("Organisation"),
            self._since: self.tr("Since"),
        }
        for field, name in self._names.items():
            field.control().setAccessibleName(name)
            field.setFocusProxy(field.control())
            field.committed.connect(self.settled)
        self._since.control().setToolTip(self.tr("The day from which it holds: 2023-07-04, 2023-07 or 2023"))
        self._off = QToolButton()
        self._off.setText("×")
        self._off.setProperty("quiet", True)
        self._off.setAccessibleName(self.tr("Take the post off"))
        self._off.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._off.clicked.connect(self.removed)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._since, 1)
        below.addWidget(self._off)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._role)
        column.addWidget(self._organisation)
        column.addLayout(below)

    def show_post(self, post: Post, since: str, *, again: bool) -> None:
        """Show the post; an empty one says what it is for."""
        for field, value in (
            (self._role, post.role),
            (self._organisation, post.organisation),
            (self._since, post.since),
        ):
            field.show_value(value or None) if again else field.reset(value or None)
            field.control().setPlaceholderText(self._names[field])
        if since and not post.since:
            self._since.control().setPlaceholderText(self.tr("Since, such as {day}").format(day=since))

    def set_last(self, last: bool) -> None:
        """The last line is the empty one, which cannot be taken off."""
        self._off.setVisible(not last)

    def post(self) -> Post:
        """The post as it stands."""
        return Post(
            self._role.value() or "", self._organisation.value() or "", (self._since.value() or "").strip()
        )
