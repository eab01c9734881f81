"""Case texts with the names marked in them, and attributions as rows of words."""

import re

from app.suggesters.attribution import Attribution
from app.suggesters.mention import Mention, MentionKind

# {a person}, [an organisation]; behind "=" the first form of the name.
_MARKED = re.compile(
    r"\{(?P<person>[^{}=]+)(?:=(?P<person_name>[^{}]*))?\}|\[(?P<body>[^\[\]=]+)(?:=(?P<body_name>[^\[\]]*))?\]"
)


def read(marked: str) -> tuple[str, list[Mention]]:
    """Return the text without the marks, and the names that they stood around."""
    text, at = "", 0
    mentions = []
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        words = match["person"] or match["body"]
        given = match["person_name"] if match["person"] else match["body_name"]
        name = words if given is None else given
        kind: MentionKind = "person" if match["person"] else "organisation"
        mentions.append(Mention(kind, len(text), len(text) + len(words), 1.0, "case", name))
        text += words
    return text + marked[at:], mentions


def row(text: str, found: Attribution) -> str:
    """Source, cue, content, quote type, stance; of the source kind, mention, name, role, organisation."""
    source = found.source
    cells = [
        "-" if source is None else text[source.start : source.end],
        "-" if found.cue is None else text[slice(*found.cue)],
        " … ".join(text[start:end] for start, end in found.content),
        found.quote_type,
        found.epistemic,
    ]
    if source is not None:
        cells += [
            source.kind,
            source.mention,
            source.name or "-",
            source.role or "-",
            source.organisation or "-",
        ]
    return " | ".join(cells)
