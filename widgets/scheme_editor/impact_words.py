"""What an edit would touch, in sentences."""

from collections.abc import Iterator

from app.commands.edit_scheme import Impact
from widgets.texts import shown_count, tr

# Kinds of lost values named one by one; of more, the rest is summed up.
_MOST_KINDS = 6


def impact_sentences(impact: Impact) -> list[tuple[str, bool]]:
    """Sentences, each with whether it tells of something that is gone afterwards."""
    if not impact:
        return [(tr("No annotation is touched."), False)]
    return [*_annotations(impact), *_around(impact), *_lost(impact)]


def _annotations(impact: Impact) -> Iterator[tuple[str, bool]]:
    count, removed, joined = impact.annotations, impact.removed, impact.joined
    articles, annotators = impact.articles, len(impact.annotators)
    if count:
        sentence = tr("Touches {annotations} in {articles} by {annotators} ({names}).").format(
            annotations=tr("{count} annotations", "", count),
            articles=tr("{count} articles", "", articles),
            annotators=tr("{count} annotators", "", annotators),
            names=", ".join(impact.annotators),
        )
        yield sentence, False
    if removed:
        yield tr("{count} annotations are removed.", "", removed), True
    if joined:
        yield tr("{count} become one with others: the same words have the label already.", "", joined), False


def _around(impact: Impact) -> Iterator[tuple[str, bool]]:
    relations, articles, suggestions = impact.relations, impact.assessments, impact.suggestions
    if relations:
        yield tr("{count} relations are removed.", "", relations), True
    if articles:
        yield tr("What is said of {count} articles is touched.", "", articles), False
    if suggestions:
        yield tr("{count} suggestions are touched.", "", suggestions), False


def _lost(impact: Impact) -> Iterator[tuple[str, bool]]:
    count = sum(lost.count for lost in impact.lost)
    if not count:
        return
    kinds = [
        f"{lost.owner} · {lost.attribute} {shown_count(lost.count)}" for lost in impact.lost[:_MOST_KINDS]
    ]
    if len(impact.lost) > _MOST_KINDS:
        kinds.append("…")
    yield tr("{count} values are lost: {kinds}.", "", count).format(kinds=", ".join(kinds)), True
