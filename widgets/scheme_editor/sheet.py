"""The sheet before an edit that touches marks: what is wanted, what it touches, and the button for it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.commands.edit_scheme import Impact
from app.errors import UserError
from app.scheme_edits import Edit
from widgets.dialogs.frame import Dialog
from widgets.scheme_editor.impact_words import impact_sentences
from widgets.tasks import Task
from widgets.texts import tr
from widgets.wrapped_text import WrappedText

Count = Callable[[Edit, Callable[[Task], None]], Task]
"""Counts, beside the window, what an edit touches; its task succeeds with an Impact."""


class ImpactSheet(Dialog):
    """`edit` and `impact` hold once it was accepted; the doing is the caller's."""

    def __init__(
        self,
        title: str,
        button: str,
        make: Callable[[], Edit],
        count: Count,
        parent: QWidget,
        inputs: QWidget | None = None,
    ) -> None:
        """`make` is asked for the edit at first and whenever `recount` is called; SchemeError is said.

        Without `inputs` there is nothing to choose: an edit that touches nothing is then not asked about.
        """
        super().__init__(title, parent)
        self._make, self._count = make, count
        self._only_asks = inputs is None
        self.edit: Edit | None = None
        self.impact: Impact | None = None
        self._counting: Task | None = None
        self._lines: list[WrappedText] = []
        self._told = QVBoxLayout()
        self._told.setSpacing(5)
        self.column.addWidget(WrappedText(title, bold=True, scale=1.15))
        if inputs is not None:
            self.column.addWidget(inputs)
        self.column.addLayout(self._told)
        self.column.addStretch(1)
        self.do_button = self.add_main(button)
        self.do_button.clicked.connect(self.accept)
        self.add_close(tr("Cancel"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 68)
        self.finished.connect(lambda _: self._stop())

    def text(self) -> str:
        """Everything said, a line each."""
        return "\n".join(line.text() for line in self._lines)

    def recount(self) -> None:
        """Something else is wanted: make the edit anew and count what it touches."""
        self._stop()
        self.do_button.setEnabled(False)
        self.edit = self.impact = None
        try:
            edit = self._make()
        except UserError as error:
            self._say([(str(error), True)])
            return
        self._say([(tr("Counting…"), False)])
        self._counting = self._count(edit, lambda task: self._listen(task, edit))

    def remake(self) -> None:
        """Something is called otherwise, which changes no count: make the edit anew."""
        if self.impact is None:
            self.recount()
            return
        try:
            self.edit = self._make()
        except UserError as error:
            self._say([(str(error), True)])
            self.do_button.setEnabled(False)
        else:
            self._say(impact_sentences(self.impact))
            self.do_button.setEnabled(True)

    def _listen(self, task: Task, edit: Edit) -> None:
        def show(impact: Impact) -> None:
            if self._counting is task:
                self.edit, self.impact = edit, impact
                self._say(impact_sentences(impact))
                self.do_button.setEnabled(True)
                if not impact and self._only_asks:
                    self.accept()

        def fail(sentence: str) -> None:
            if self._counting is task:
                self._say([(sentence, True)])

        task.succeeded.connect(show)
        task.failed.connect(fail)

    def _stop(self) -> None:
        if self._counting is not None:
            counting, self._counting = self._counting, None
            counting.cancel()

    def _say(self, sentences: list[tuple[str, bool]]) -> None:
        for line in self._lines:
            self._told.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [WrappedText(text, tone="error" if gone else "ink") for text, gone in sentences]
        for line in self._lines:
            self._told.addWidget(line)
        self.resize(self.minimumWidth(), 0)
        self.fit()
