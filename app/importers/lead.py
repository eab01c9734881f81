"""The lead: the paragraph that sums the article up, set apart from the text that follows."""

import re
from collections import Counter

from app.article import Role
from app.importers.metadata import same_words
from app.importers.phrases import CALLS, CREDIT_INSIDE
from app.importers.scope import signature
from app.importers.view import HEADINGS, View

_LEAD = re.compile(
    r"(?:^|[^a-z])(?:lead|lede|standfirst|anons|announce|intro|introduction|perex|dek|deck|subtitle|sub-?title|"
    r"sub-?head(?:line)?(?:[^a-z]|$)|summary|excerpt|chapo|chapeau|vorspann|abstract|preamble|ingress|entradilla|bajada|"
    r"sommario|description|lid(?:[^a-z]|$)|strapline|kurzfassung|article__?-?(?:lead|intro|summary|desc))"
)
# First paragraphs that are styled for their first letter only.
_DROP_CAP = re.compile(r"drop-?cap|first-?(?:letter|para)|has-drop")
_SENTENCE = re.compile(r"[.!?…][»\"”’')\]]*$")

# A lead is rarely longer; a longer first block is the text itself.
_LONGEST = 1_200


def mark_leads(view: View, roles: list[Role], reasons: list[str], headline: int) -> None:
    """Turn the blocks that are the lead into LEAD, with their reasons."""
    bodies = [i for i, role in enumerate(roles) if role is Role.BODY]
    if not bodies:
        return
    usual = _usual_signature(view, bodies)
    text = next((i for i in bodies if signature(view.page, view.blocks[i].node) == usual), bodies[0])
    descriptions = [same_words(d) for d in view.head.descriptions if len(d) > 30]
    stop = bodies[min(2, len(bodies) - 1)]
    found = 0
    for i in range(max(headline + 1, 0), stop + 1):
        if len(view.blocks[i].text) > _LONGEST or view.blocks[i].link_length > 0.5 * len(view.blocks[i].text):
            continue
        reason = _reason(view, roles, i, text, usual, descriptions, headline)
        if reason and (not found or i <= text or reason.startswith("class")):
            roles[i], reasons[i] = Role.LEAD, reason
            found += 1
            if found == 6:
                return


def _usual_signature(view: View, bodies: list[int]) -> tuple[str, ...]:
    counts = Counter(signature(view.page, view.blocks[i].node) for i in bodies)
    return counts.most_common(1)[0][0]


def _reason(
    view: View,
    roles: list[Role],
    i: int,
    text: int,
    usual: tuple[str, ...],
    descriptions: list[str],
    headline: int,
) -> str:
    """Return why block `i` is a lead, or "". `text` is the first block that looks like the usual ones."""
    role = roles[i]
    block = view.blocks[i]
    words = view.words[i]
    furniture = view.furniture(i)
    described = len(words) > 30 and any(
        words == d or (len(words) > 60 and (words.startswith(d[:100]) or d.startswith(words)))
        for d in descriptions
    )
    if (
        role not in (Role.BODY, Role.BOILERPLATE, Role.SUBHEADING, Role.LIST_ITEM, Role.QUOTE)
        or len(block.text) < 25
    ):
        return ""
    if view.titled[i] or CALLS.match(block.text) or CREDIT_INSIDE.search(block.text):
        return ""
    if view.hinted(i, _LEAD, 2) and (not furniture or described):
        return "class of a lead"
    if furniture and not described:
        return ""
    apart = signature(view.page, block.node) != usual or (
        block.bold_length > 0.9 * len(block.text) and len(block.text) > 60
    )
    if described and apart:
        return "equals the description"
    if i >= text and not apart:
        return ""
    sentence = bool(_SENTENCE.search(block.text))
    if view.tags[i] in HEADINGS:
        if i >= text or len(block.text) < 30 or headline < 0:
            return ""
        # In a frame with the text, but not with the headline, it heads a part of the text.
        frame = view.frame(i)
        return "" if frame == view.frame(text) != view.frame(headline) else "second heading before the text"
    if role is Role.LIST_ITEM:
        return "points above the text" if i < text and len(block.text) >= 30 else ""
    if (
        i < text
        and headline >= 0
        and (sentence and len(block.text) >= 50)
        and not view.hinted(i, _DROP_CAP, 1)
    ):
        return "above the text, framed differently"
    if i == text and apart and sentence:
        return "first paragraph, all bold"
    return ""
