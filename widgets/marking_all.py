"""M: marks what is selected everywhere it stands, Shift+M accepts what is suggested; after a look at each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app import commands
from app.annotation import Annotation, Status
from app.changes import Change, Step
from app.concordance import Occurrence
from app.errors import UserError
from app.occurrences import Sought
from app.registering import registered
from widgets.actions import Handler
from widgets.occurrences import OccurrencesPanel, Seed
from widgets.occurrences.model import place
from widgets.occurrences.searching import Searching
from widgets.telling import told

if TYPE_CHECKING:
    from widgets.desk import Desk
    from widgets.shell import Shell


class MarkingAll(QObject):
    """The panel of one desk: what it is opened with, what it shows, what becomes of the answers."""

    problem = Signal(str)

    def __init__(self, shell: "Shell", desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = shell.window
        self._label_id = ""
        self._from: int | None = None
        self._panel: OccurrencesPanel | None = None
        self._searching = Searching(
            desk.project, desk.annotator, shell.files.open_for_reading, shell.tasks, self
        )
        self._searching.problem.connect(self.problem)
        self.problem.connect(desk.problem)
        desk.opened.connect(self._on_opened)
        desk.signals.stepped.connect(self._on_step)

    def open(self) -> None:
        """Go through all places of what is selected, or of the word at the caret."""
        seed = self._seed()
        if seed is None:
            self._desk.noted.emit(self.tr("There is nothing here to mark elsewhere."))
            return
        self._begin(seed)

    def open_suggested(self) -> None:
        """Go through what is suggested: of the label selected, else of that with most suggestions here."""
        label_id = self._suggested_label()
        if self._desk.article is not None and label_id:
            self._begin(Seed("", label_id, self._desk.article.language))

    def _begin(self, seed: Seed) -> None:
        panel = self._panel_of_window()
        self._from = self._desk.reader.selected_annotation()
        panel.begin(seed, self._desk.scheme)
        panel.show()
        panel.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def close(self) -> None:
        """Put the panel away and go back to what it was opened on."""
        if self._panel is None or self._panel.isHidden():
            return
        self._searching.cancel()
        self._panel.hide()
        self._desk.focus_article()
        if self._from is not None:
            self._desk.show_annotation(self._from)

    @told
    def mark(self) -> None:
        """Mark the places answered yes, and reject the suggestions answered no, in one step."""
        panel, desk = self._panel, self._desk
        label = panel.options.label() if panel is not None else None
        if panel is None or label is None:
            return
        chosen = panel.model.with_answer(True)
        refused = [o for o in panel.model.with_answer(False) if o.suggestion_id is not None]
        values = _copied(panel.seed.attributes) if panel.options.with_values() else None
        changes = commands.annotate_all(
            desk.project,
            [(*place(occurrence), values) for occurrence in chosen],
            label.id,
            desk.session.stamp(),
            refused=[place(occurrence) for occurrence in refused],
            unseen={o.article_id for o in chosen if desk.guard.hides(o.article_id)},
        )
        changes = registered(desk.project, desk.acts.registry, changes)
        self._label_id = label.id
        panel.hide()
        self._searching.cancel()
        try:
            desk.session.do("annotate_all", [*self._begun(changes), *changes])
        except UserError:
            panel.show()  # nothing was written: the answers are still there
            raise
        panel.model.forget()
        said = [self.tr("Marked as {label}: {number}.").format(label=label.name, number=len(chosen))]
        if refused:
            said.append(self.tr("Suggestions rejected: {number}.").format(number=len(refused)))
        desk.noted.emit(" ".join(said))
        desk.focus_article()
        if self._from is not None:
            desk.show_annotation(self._from)

    def _begun(self, changes: list[Change]) -> list[Change]:
        """The open article is in progress by this; others, which nobody has read, are left as they are."""
        desk = self._desk
        article_id = None if desk.article is None else desk.article.id
        marked = any(isinstance(c.entity, Annotation) and c.entity.article_id == article_id for c in changes)
        status = None if article_id is None else desk.project.status(article_id, desk.annotator)
        if article_id is None or not marked or (status is not None and status.status is not Status.TODO):
            return []
        return commands.set_status(desk.project, article_id, desk.annotator, Status.IN_PROGRESS)

    # -- what is looked for -----------------------------------------------------------------------

    def _seed(self) -> Seed | None:
        """The selected text, else the annotation or suggestion, else the word at the caret."""
        desk, reader = self._desk, self._desk.reader
        if desk.article is None:
            return None
        language = desk.article.language
        annotation, span = desk.selected(), reader.selected_span()
        if annotation is not None and (span is None or span in annotation.spans):
            phrase = max((f.quote.exact for f in annotation.fragments), key=len)
            return Seed(phrase, annotation.label, language, _copied(annotation.attributes))
        suggestion_id = reader.selected_suggestion()
        if suggestion_id is not None and span is None:
            suggestion = desk.project.suggestion(suggestion_id)
            return Seed(suggestion.text, suggestion.label, language, _copied(suggestion.attributes))
        span = span or reader.candidate()
        if span is None:
            return None
        label_id = annotation.label if annotation is not None else self._usual_label()
        return Seed(desk.text[span.start : span.end], label_id, language)

    def _suggested_label(self) -> str:
        desk = self._desk
        if desk.article is None:
            return ""
        chosen = desk.reader.selected_suggestion()
        if chosen is not None:
            return desk.project.suggestion(chosen).label
        shown = desk.guard.shown(desk.article.id, desk.project.suggestions(desk.article.id))
        waiting = Counter(suggestion.label for suggestion in shown)
        known = [label.id for label in desk.scheme.labels]
        return max(known, key=lambda label_id: waiting[label_id], default="")

    def _usual_label(self) -> str:
        """The label marked with last, else the first of the scheme."""
        scheme = self._desk.scheme
        return self._label_id if scheme.label(self._label_id) else scheme.labels[0].id

    @told
    def _search(self) -> None:
        panel, desk = self._panel, self._desk
        label = panel.options.label() if panel is not None else None
        if panel is None or label is None or desk.article is None:
            return
        phrase, language = panel.seed.phrase, panel.seed.language
        sought = Sought(phrase, panel.options.mode(), language, roughly=language == "kk") if phrase else None
        panel.clear()
        self._searching.begin(sought, label.id, desk.article, everywhere=panel.options.everywhere())

    # -- what is shown ----------------------------------------------------------------------------

    def _panel_of_window(self) -> OccurrencesPanel:
        """The panel, put under the article when it is first needed."""
        if self._panel is None:
            panel = self._panel = OccurrencesPanel()
            panel.search_wanted.connect(self._search)
            panel.stop_wanted.connect(self._searching.cancel)
            panel.current_changed.connect(self._show)
            panel.accepted.connect(self.mark)
            panel.closed.connect(self.close)
            self._searching.found.connect(self._on_found)
            self._searching.progressed.connect(panel.show_progress)
            self._searching.ended.connect(lambda: panel.show_progress(None))
            self._window.show_under_article(panel)
        return self._panel

    def _on_found(self, rows: list[Occurrence]) -> None:
        """List the places, but not what is suggested in articles whose suggestions are hidden."""
        panel, hides = self._panel_of_window(), self._desk.guard.hides
        if panel.seed.phrase:
            rows = [replace(row, suggestion_id=None) if hides(row.article_id) else row for row in rows]
        else:
            rows = [row for row in rows if not hides(row.article_id)]
        panel.append(rows)

    def _show(self, occurrence: Occurrence | None) -> None:
        """Select the place in the article, if it is in the one that is open."""
        article = self._desk.article
        if occurrence is not None and article is not None and occurrence.article_id == article.id:
            self._desk.reader.select_span(occurrence.span)

    def _on_opened(self) -> None:
        """Another article: its places would be others."""
        self._from = None
        self.close()

    def _on_step(self, step: Step) -> None:
        """Something else was marked meanwhile: what is listed may be marked by now."""
        if self._panel is not None and self._panel.isVisible():
            self._search()


def handlers(shell: "Shell", desk: "Desk") -> dict[str, Handler]:
    """What M calls, and Shift+M."""
    marking = MarkingAll(shell, desk)
    return {"mark_all": marking.open, "suggestion.review": marking.open_suggested}


def _copied(attributes: Mapping[str, object]) -> dict[str, object]:
    """The values that may hold elsewhere too: all but spans, which lie in one place."""
    return {name: value for name, value in attributes.items() if not isinstance(value, Mapping)}
