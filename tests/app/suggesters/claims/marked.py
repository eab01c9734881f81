"""Texts of the case files, with the attributions that are given marked in them.

`{...}` is a content, direct where a quotation mark stands before it. A sign behind the brace is the stance
that the cue gives it: `{~` hearsay, `{!` denied, `{?` hedged. `{+...}` goes on with the content before.
`<...>` is the source of the contents of its line that have no nearer one.
"""

import re
from dataclasses import dataclass, replace

from app.suggesters.attribution import Attribution, Epistemic, QuoteType, Source

_MARK = re.compile(r"[{}<>]")
_STANCES: dict[str, Epistemic] = {"~": "reported_rumour", "!": "denied", "?": "hedged"}


@dataclass
class _Open:
    start: int
    stance: Epistemic
    quote_type: QuoteType
    goes_on: bool


def read(marked: str) -> tuple[str, list[Attribution]]:
    """Return the text without the marks, and the attributions in it, in the order of their beginnings."""
    text = ""
    found: list[Attribution] = []
    sources: list[Source] = []
    stack: list[tuple[_Open, int]] = []
    at = 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match.group() == "{":
            sign = marked[at]
            goes_on = sign == "+"
            at += sign in "~!?+"
            direct: QuoteType = "direct" if text.rstrip()[-1:] in tuple('«“„"') else "indirect"
            stack.append((_Open(len(text), _STANCES.get(sign, "asserted"), direct, goes_on), len(found)))
            if not goes_on:
                found.append(Attribution(((0, 1),), direct, "asserted", 0.9, "given"))
        elif match.group() == "}":
            opened, index = stack.pop()
            if opened.goes_on:
                found[-1] = replace(found[-1], content=(*found[-1].content, (opened.start, len(text))))
            else:
                found[index] = Attribution(
                    ((opened.start, len(text)),), opened.quote_type, opened.stance, 0.9, "given"
                )
        elif match.group() == "<":
            start = len(text)
        else:
            sources.append(Source(start, len(text), "unknown", "named"))
    text += marked[at:]
    return text, [_with_source(text, attribution, sources) for attribution in found]


def _with_source(text: str, attribution: Attribution, sources: list[Source]) -> Attribution:
    """The source nearest to the content in its line."""
    start, end = attribution.content[0][0], attribution.content[-1][1]
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end) if "\n" in text[end:] else len(text)
    near = [s for s in sources if line <= s.start and s.end <= stop and not (start <= s.start < end)]
    if not near:
        return attribution
    return replace(
        attribution, source=min(near, key=lambda s: start - s.end if s.end <= start else s.start - end)
    )
