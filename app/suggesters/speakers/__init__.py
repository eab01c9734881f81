"""Who says what in news in Russian, Kazakh and English: source, cue and content of every attribution.

Rules over clauses: a verb or phrase of saying is looked for, then its subject by order and case, then what
is said. The terms are those of PARC 3.0; spans are those an annotator of the default scheme marks.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.suggesters.attribution import Attribution
from app.suggesters.languages import language_of
from app.suggesters.mention import Mention
from app.suggesters.speakers.building import Scene
from app.suggesters.speakers.going_on import add_next_sentences
from app.suggesters.speakers.lexicon import lexicon
from app.suggesters.speakers.proposing import proposals
from app.suggesters.speakers.quotes import quotes
from app.suggesters.speakers.units import units

__all__ = ["attributions", "proposals"]

# As many characters of a text tell its language.
_SAMPLE = 4_000


def attributions(text: str, language: str, mentions: Sequence[Mention]) -> list[Attribution]:
    """Return who says what, by the start of the content.

    `text` is canonical, offsets are code points. `language` is "ru", "kk", "en", or empty for what is
    unknown: then the letters tell. `mentions` are the names in the text (`app.suggesters.names`).
    """
    spoken = language if language in ("ru", "kk", "en") else language_of(text[:_SAMPLE], "")
    scene = Scene(text, spoken, lexicon(spoken), mentions)
    if spoken == "ru":
        from app.suggesters.speakers.russian import read_unit
    elif spoken == "kk":
        from app.suggesters.speakers.kazakh import read_unit
    else:
        from app.suggesters.speakers.english import read_unit
    for unit in units(text, quotes(text)):
        line = text[unit.line[0] : unit.line[1]].strip().lower()
        asks = text[unit.start : unit.end].endswith("?") and not unit.quotes
        if not asks and not line.startswith(scene.words.furniture):
            read_unit(scene, unit)
        scene.units.append(unit)
    if "going_on" in scene.words.table:
        add_next_sentences(scene)
    whole = _whole_names(scene)
    found = [_with_whole_name(attribution, whole, text) for attribution in scene.found]
    return sorted(found, key=lambda attribution: (attribution.content[0], attribution.content[-1]))


def _whole_names(scene: Scene) -> dict[str, str]:
    """Family name -> the whole name, of those that the text names in full and that are nobody else's."""
    names = {mention.name for mention in scene.mentions if mention.kind == "person" and " " in mention.name}
    names |= {
        source.name
        for source, _ in scene.spoken
        if source.kind == "person" and " " in source.name and source.mention == "named"
    }
    found: dict[str, set[str]] = {}
    for name in names:
        found.setdefault(name.split()[-1], set()).add(name)
    return {family: max(whole, key=len) for family, whole in found.items() if _are_one(whole)}


def _are_one(names: set[str]) -> bool:
    longest = max(names, key=len).split()
    return all(set(name.split()) <= set(longest) for name in names)


def _with_whole_name(attribution: Attribution, whole: dict[str, str], text: str) -> Attribution:
    source = attribution.source
    if source is None or source.kind != "person":
        return attribution
    # As written comes first: "Ахметова" may have been taken for a form of "Ахметов".
    name = whole.get(text[source.start : source.end]) or whole.get(source.name)
    return attribution if name is None else replace(attribution, source=replace(source, name=name))
