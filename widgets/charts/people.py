"""The charts with a bar for a name: who says most, and how well each suggester does."""

from collections.abc import Sequence

from app.statistics import DecidedOn, SpeakerCount, SuggesterCount
from app.suggestion import Decision
from widgets.charts.figure import Figure, Mark, Names, Series, Table, first_cells
from widgets.charts.words import articles, claims, grouped, mentions, percent
from widgets.reasons import suggester_name
from widgets.texts import tr

# More bars than this and none is seen; the table has everybody.
_MOST_SPEAKERS = 15
_HALF = 0.34

_DECIDED = (Decision.ACCEPTED, Decision.EDITED, Decision.REJECTED)


def speakers_figure(speakers: Sequence[SpeakerCount]) -> Figure:
    """The speakers who make most claims."""
    series = Series("label:claim", tr("Claims"))
    shown = [speaker for speaker in speakers if speaker.claims][:_MOST_SPEAKERS]
    marks = tuple(
        Mark(
            series,
            row,
            row - _HALF,
            row + _HALF,
            0,
            speaker.claims,
            tr("{name}: {claims}, {mentions} in {articles}").format(
                name=speaker.name,
                claims=claims(speaker.claims),
                mentions=mentions(speaker.mentions),
                articles=articles(len(speaker.article_ids)),
            ),
            speaker.name,
            speaker.article_ids,
        )
        for row, speaker in enumerate(shown)
    )
    # Those without a claim come after all those with one.
    everybody = sorted(speakers, key=lambda speaker: -speaker.claims)
    return Figure(
        title=tr("Speakers by claims"),
        summary=tr("{shown} of {all} speakers who make claims.").format(
            shown=len(shown), all=grouped(sum(speaker.claims > 0 for speaker in speakers))
        ),
        base=Names(tuple(speaker.name for speaker in shown)),
        values=tr("Claims"),
        marks=marks,
        table=Table(
            (tr("Speaker"), tr("Claims"), tr("Mentions"), tr("Articles")),
            tuple((s.name, s.claims, s.mentions, len(s.article_ids)) for s in everybody),
            first_cells(marks, 4),
        ),
        empty=tr("No claim has a speaker yet. Select a claim and relate it to who says it."),
    )


def suggesters_figure(suggesters: Sequence[SuggesterCount]) -> Figure:
    """What part of each suggester's suggestions is accepted, edited, rejected."""
    series = {decision: Series(f"decision:{decision}", decision_name(decision)) for decision in _DECIDED}
    judged = [s for s in suggesters if _judged(s)]
    rest = [s for s in suggesters if not _judged(s)]
    marks: list[Mark] = []
    cells: dict[tuple[int, int], Mark] = {}
    for row, suggester in enumerate(judged):
        whole, reached = _judged(suggester), 0
        for place, decision in enumerate(_DECIDED, 1):
            count = suggester.decisions.get(decision, 0)
            if not count:
                continue
            said = tr("{suggester}: {number} of {all} {decision}, {percent}").format(
                suggester=suggester_name(suggester.suggester),
                number=grouped(count),
                all=grouped(whole),
                decision=decision_name(decision).lower(),
                percent=percent(count, whole),
            )
            mark = Mark(
                series[decision],
                row,
                row - _HALF,
                row + _HALF,
                100 * reached / whole,
                100 * (reached + count) / whole,
                said,
                f"{suggester_name(suggester.suggester)}: {decision_name(decision).lower()}",
                DecidedOn(suggester.suggester, decision),
            )
            marks.append(mark)
            cells[row, place] = mark
            reached += count
    return Figure(
        title=tr("Suggestions decided"),
        summary=_decided_summary(judged),
        base=Names(tuple(f"{suggester_name(s.suggester)} · {grouped(_judged(s))}" for s in judged)),
        values=tr("Of the suggestions decided, %"),
        marks=tuple(marks),
        table=_decided_table((*judged, *rest), cells),
        series=tuple(series.values()),
        top=100,
        empty=tr("No suggestion was decided yet. Accept or reject some in an article."),
    )


def _decided_table(suggesters: Sequence[SuggesterCount], cells: dict[tuple[int, int], Mark]) -> Table:
    shown = (*_DECIDED, Decision.OPEN)
    return Table(
        (
            tr("Suggester"),
            *map(decision_name, shown),
            tr("Accepted, edited too, %"),
            tr("Seconds looked at"),
        ),
        tuple(
            (
                suggester_name(s.suggester),
                *(s.decisions.get(decision, 0) for decision in shown),
                round(100 * _taken(s) / _judged(s), 1) if _judged(s) else "",
                "" if s.seconds is None else round(s.seconds, 1),
            )
            for s in suggesters
        ),
        cells,
    )


def taken(suggesters: Sequence[SuggesterCount]) -> tuple[int, int]:
    """How many suggestions were decided, and how many of these accepted, as they were or edited."""
    return sum(map(_judged, suggesters)), sum(map(_taken, suggesters))


def decision_name(decision: Decision) -> str:
    """The decision in the interface's language."""
    names = {
        Decision.OPEN: tr("Open"),
        Decision.ACCEPTED: tr("Accepted"),
        Decision.EDITED: tr("Edited"),
        Decision.REJECTED: tr("Rejected"),
    }
    return names[decision]


def _judged(suggester: SuggesterCount) -> int:
    return sum(suggester.decisions.get(decision, 0) for decision in _DECIDED)


def _taken(suggester: SuggesterCount) -> int:
    return _judged(suggester) - suggester.decisions.get(Decision.REJECTED, 0)


def _decided_summary(judged: Sequence[SuggesterCount]) -> str:
    whole, kept = taken(judged)
    return tr("{percent} of {all} decided were accepted, as they were or edited.").format(
        percent=percent(kept, whole), all=grouped(whole)
    )
