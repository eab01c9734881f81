"""The one door through which anything in a project changes: do, undo, redo, and who is told.

Commands say what should change; `Session.do` hands it to the project as one step and, once that is on
disk, broadcasts the step to the listeners, which refresh what it names. Undo and redo take the same
road. The undo stack is kept in the history itself (see `changes.Step`), so it survives a restart.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from app.changes import Change, Content, Stamp, Step, StepHead, StepKind
from app.project import Project
from app.rebasing import rebased
from app.suggestion import Suggestion

Listener = Callable[[Step], None]


def now() -> str:
    """The time in UTC, ISO 8601 to the millisecond (`2023-07-04T05:11:00.000Z`)."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Session:
    """One annotator at work on one project."""

    def __init__(self, project: Project, annotator: str, clock: Callable[[], str] = now) -> None:
        """Take up the annotator's undo and redo stacks where the history left them."""
        self.project = project
        self.annotator = annotator
        self.clock = clock
        self._listeners: list[Listener] = []
        self._suggestion_listeners: list[Callable[[int], None]] = []
        self._undo_top, self._redo_top = _tops(project.last_head(annotator))

    def listen(self, listener: Listener) -> None:
        """Call `listener` with every step, after it has been written."""
        self._listeners.append(listener)

    def listen_suggestions(self, listener: Callable[[int], None]) -> None:
        """Call `listener` with the id of every article whose suggestions were computed anew."""
        self._suggestion_listeners.append(listener)

    def stamp(self) -> Stamp:
        """Who acts, and now: what commands are handed."""
        return Stamp(self.annotator, self.clock())

    def do(self, verb: str, changes: Sequence[Change], contents: Iterable[Content] = ()) -> Step | None:
        """Apply the changes as one step; None if there are none. Raises what `Project.apply` raises."""
        if not changes:
            return None
        return self._apply(
            Step(verb, self.annotator, self.clock(), tuple(changes), "do", below=self._undo_top, other_top=0),
            contents,
        )

    def undo(self) -> Step | None:
        """Take back the annotator's newest act; None if there is none left.

        What others have made since of the same entries of the registry stays (see `rebasing`). Conflict:
        anything else it left has been changed since (by another annotator); nothing is written.
        """
        return self._take_back(self._undo_top, "undo", pushed_on=self._redo_top)

    def redo(self) -> Step | None:
        """Do again what was last undone; None if there is nothing. Raises like `undo`."""
        return self._take_back(self._redo_top, "redo", pushed_on=self._undo_top)

    def next_undo(self) -> Step | None:
        """The step `undo` would take back."""
        return self.project.step(self._undo_top) if self._undo_top else None

    def next_redo(self) -> Step | None:
        """The (undo) step `redo` would take back."""
        return self.project.step(self._redo_top) if self._redo_top else None

    def tops(self) -> tuple[int, int]:
        """Numbers of the steps that `undo` and `redo` would take back; 0 where there is none left."""
        return self._undo_top, self._redo_top

    def take_over(self, step: Step) -> None:
        """Go on from a step of the annotator's that was written last, and tell the listeners of it.

        It may have been written by another session of theirs, on another connection to the project.
        """
        self._undo_top, self._redo_top = _tops(step)
        for listener in tuple(self._listeners):
            listener(step)

    def put_suggestions(self, article_id: int, proposed: Mapping[str, Sequence[Suggestion]]) -> None:
        """Keep what each suggester proposes for an article, and tell the listeners."""
        self.project.put_suggestions(article_id, proposed)
        for listener in tuple(self._suggestion_listeners):
            listener(article_id)

    def _take_back(self, number: int, kind: StepKind, pushed_on: int) -> Step | None:
        """Pop the step off its stack and push its inverse, as a step of its own, on the other one."""
        if not number:
            return None
        taken = self.project.step(number)
        # Where nothing is left to take back, it is refused as it is: an empty act would look like a success.
        changes = rebased(self.project, taken.inverse_changes()) or taken.inverse_changes()
        stamp = self.stamp()
        return self._apply(
            Step(taken.verb, stamp.annotator, stamp.at, changes, kind, pushed_on, other_top=taken.below)
        )

    def _apply(self, step: Step, contents: Iterable[Content] = ()) -> Step:
        applied = self.project.apply(step, contents)
        self.take_over(applied)
        return applied


def _tops(step: Step | StepHead | None) -> tuple[int, int]:
    """The tops of the undo and redo stacks after `step`."""
    if step is None:
        return 0, 0
    return (step.other_top, step.number) if step.kind == "undo" else (step.number, step.other_top)
