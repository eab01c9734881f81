"""Suggestions: what machines propose, replaced when computed anew, and the decisions, which stay."""

from collections.abc import Iterable, Mapping, Sequence

from app.changes import Change
from app.errors import NotFound
from app.replacing import replace
from app.suggestion import Decision, Suggestion
from storage import articles, records
from storage.annotations import trouble_with
from storage.connection import Connection
from storage.rows import SUGGESTIONS


def write(connection: Connection, changes: Sequence[Change]) -> None:
    """Write changes of suggestions. Conflict as `records.write`; ValueError: a quote is not in the text.

    One that was open may have been computed anew since, with another score: it can be decided all the same,
    as when an act is done again.
    """
    for change in changes:
        if isinstance(change.after, Suggestion):
            text = articles.marked_text(connection, change.after.article_id)
            _validate([change.after], change.after.article_id, text)
    records.write(connection, SUGGESTIONS, [_of_now(connection, change) for change in changes])


def put(connection: Connection, article_id: int, proposed: Mapping[str, Sequence[Suggestion]]) -> None:
    """Replace the open suggestions of these suggesters in the article; decided ones stay as they are.

    What was decided once, by whichever suggester it was proposed, is not proposed again. A suggestion
    that was open already (same label, start and end) keeps its id, so that relations to it and the undo
    of its decision still find it. Of several alike the first is kept. Relations to suggestions left out
    go to the ones kept in their place.
    ValueError: one is of another article or suggester, decided, or its quote is not in the text.
    """
    everything = [suggestion for suggestions in proposed.values() for suggestion in suggestions]
    _validate(everything, article_id, articles.text(connection, article_id))
    for suggester, suggestions in proposed.items():
        if any(s.suggester != suggester or s.decision is not Decision.OPEN for s in suggestions):
            raise ValueError(f"only open suggestions by {suggester} can be put in their place")
    kept = of_article(connection, article_id, only_open=False)
    replaced = {s.place: s.id for s in kept if s.decision is Decision.OPEN and s.suggester in proposed}
    decided = {s.place: s.id for s in kept if s.decision is not Decision.OPEN}
    first = {s.place: s for s in reversed(everything)}
    ids = {place: s.id for place, s in first.items()} | replaced | decided
    moves = {s.id: ids[s.place] for s in everything}
    connection.run_many(
        "DELETE FROM suggestions WHERE article_id = ? AND suggester = ? AND decision = 'open'",
        [(article_id, suggester) for suggester in proposed],
    )
    connection.run_many(
        SUGGESTIONS.insert,
        [
            SUGGESTIONS.row(
                replace(
                    s, id=ids[place], relations=tuple(_moved(relation, moves) for relation in s.relations)
                )
            )
            for place, s in first.items()
            if place not in decided
        ],
    )


def of_article(connection: Connection, article_id: int, *, only_open: bool) -> list[Suggestion]:
    """Return the article's suggestions by start, then longest first."""
    restriction = " AND decision = 'open'" if only_open else ""
    return in_order(
        records.read(connection, SUGGESTIONS, f"WHERE article_id = ?{restriction}", (article_id,))
    )


def in_order(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """Return the suggestions of an article by start, then longest first, then id."""
    return sorted(suggestions, key=lambda s: (s.start, -s.end, s.id))


def suggestion(connection: Connection, suggestion_id: int) -> Suggestion:
    """Return the suggestion. NotFound: there is none."""
    row = connection.row(SUGGESTIONS.select + SUGGESTIONS.where_key, (suggestion_id,))
    if row is None:
        raise NotFound(f"{connection.path.name} has no suggestion {suggestion_id}.")
    found: Suggestion = SUGGESTIONS.entity(row)
    return found


def _of_now(connection: Connection, change: Change) -> Change:
    """The change of an open suggestion, from what is proposed now in its place under its id."""
    before = change.before
    if change.after is None or not isinstance(before, Suggestion) or before.decision is not Decision.OPEN:
        return change
    row = connection.row(SUGGESTIONS.select + SUGGESTIONS.where_key, (before.id,))
    now: Suggestion | None = None if row is None else SUGGESTIONS.entity(row)
    same = now is not None and now.decision is Decision.OPEN and now.place == before.place
    return Change(now, change.after) if same else change


def _moved(relation: Mapping[str, object], moves: Mapping[int, int]) -> Mapping[str, object]:
    to = relation["to"]
    return {**relation, "to": moves.get(to, to)} if isinstance(to, int) else relation


def _validate(suggestions: Sequence[Suggestion], article_id: int, text: str) -> None:
    for suggestion in suggestions:
        trouble = trouble_with((suggestion.fragment,), text)
        if suggestion.article_id != article_id:
            trouble = f"it is of article {suggestion.article_id}, not {article_id}"
        if trouble:
            raise ValueError(f"suggestion {suggestion.id}: {trouble}")
