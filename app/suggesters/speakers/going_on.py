"""What a speaker goes on to say in the next sentence, which names nobody."""

from app.suggesters.speakers.building import Scene, quote_type_of
from app.suggesters.speakers.units import Unit

_RULES = frozenset({"verb of saying, that-clause", "phrase of saying", "деп and a verb"})
# Words: a shorter sentence is a heading, a button, a reaction.
_LEAST_WORDS = 4


def add_next_sentences(scene: Scene) -> None:
    """Keep the sentence right behind a retold one, in its paragraph, as the same speaker's; not sure at all.

    So news in Russian and Kazakh is written: the source is named in the first of two sentences. In English
    it is named in each.
    """
    openers = frozenset(scene.words.table["going_on"]["openers"].split())
    for before, unit in zip(scene.units, scene.units[1:], strict=False):
        if before.line != unit.line or unit.quotes or _has_attribution(scene, unit):
            continue
        words = [token for token in unit.tokens if token.is_word]
        if len(words) < _LEAST_WORDS or words[0].low in openers or unit.text[unit.end - 1] not in ".…":
            continue
        last = next(
            (
                found
                for found in scene.found
                if found.rule in _RULES
                and found.source is not None
                and before.start <= found.content[-1][0]
                and _reaches_end(before, found.content[-1][1])
            ),
            None,
        )
        if last is not None:
            kind = quote_type_of(unit, unit.start, unit.end)
            scene.add([(unit.start, unit.end)], kind, 0.45, "goes on in the next sentence", last.source, None)


def _reaches_end(unit: Unit, end: int) -> bool:
    return end <= unit.end and not unit.text[end : unit.end].strip(' .…!»”"')


def _has_attribution(scene: Scene, unit: Unit) -> bool:
    return any(
        unit.start <= found.content[0][0] < unit.end or (found.cue and unit.start <= found.cue[0] < unit.end)
        for found in scene.found
    )
