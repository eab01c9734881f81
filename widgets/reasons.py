"""Who suggests something and why, in words: the names of suggesters and rules are for programs."""

import re

from app.suggestion import Suggestion
from widgets.texts import _, tr, translated

_SUGGESTERS = {
    "numbers": _("numbers"),
    "speakers": _("speakers"),
    "claims": _("claims"),
    "repeats": _("repeats"),
    "learned": _("learned"),
    "revision": _("earlier revision"),
}
_RULES = {
    # of numbers
    "digits": _("digits"),
    "words": _("number in words"),
    "multiplier": _("thousands or millions"),
    "suffix": _("with an ending"),
    "half": _("and a half"),
    "point": _("decimals"),
    "compound": _("compound word"),
    "plural": _("plural, like “dozens”"),
    "fraction": _("fraction"),
    "roman": _("Roman numeral"),
    "range": _("range"),
    "date": _("date"),
    "date range": _("range of dates"),
    "year": _("year"),
    "year range": _("range of years"),
    "bare year": _("looks like a year"),
    "decade": _("decade"),
    # of who says what
    "according to": _("“according to”"),
    "as somebody says": _("“as somebody says”"),
    "colon": _("verb of saying, then a colon"),
    "cue inside the quotation": _("verb of saying inside the quotation"),
    "dash of direct speech": _("line of direct speech"),
    "goes on in the next sentence": _("the same speaker goes on"),
    "impersonal verb of saying": _("verb of saying without a speaker"),
    "noun of saying": _("noun of saying"),
    "phrase of saying": _("phrase like “in his words”"),
    "quotation goes on": _("the quotation goes on"),
    "quotation, then who said it": _("quotation, then who said it"),
    "said of the sentence before": _("said of the sentence before"),
    "verb of saying, about": _("verb of saying, about something"),
    "verb of saying, clause": _("verb of saying, then what is said"),
    "verb of saying, that-clause": _("verb of saying, then “that”"),
    "what the verb takes": _("object of a verb of saying"),
    "who said it at the end": _("who said it stands at the end"),
    "who said it, then the quotation": _("who said it, then the quotation"),
    "деп and a verb": _("“деп” and a verb of saying"),
    # of claims: where it was found, then what speaks for it
    "sentence": _("sentence of the article"),
    "sentence after one": _("the sentence after what is said"),
    "content": _("what somebody says"),
    "lead": _("near the beginning"),
    "number": _("number"),
    "numbers": _("several numbers"),
    "statistics": _("something counted"),
    "comparison": _("comparison"),
    "quantifier": _("“all”, “never”, “only”"),
    "entity": _("name"),
    "cause": _("cause"),
    "rule": _("what is allowed or forbidden"),
    "future": _("plan or forecast"),
    "negation": _("negation"),
    "rumour": _("rumour"),
    "denial": _("denial"),
}
_PARTS = re.compile(r": | \+ |\+")
_MARKED = re.compile(
    r"marked (?:once|(\d+) times) in this project(?:, left unmarked (?:(once)|(\d+) times))?"
)
_LEARNED = re.compile(r"learned from (\d+) marks")
_EARLIER = re.compile(r"“(.*)” in the earlier text", re.DOTALL)


def suggester_name(suggester: str) -> str:
    """What people call the suggester; its own name for one that is not known here."""
    return translated(_SUGGESTERS[suggester]) if suggester in _SUGGESTERS else suggester


def reason(suggestion: Suggestion) -> str:
    """Who suggests it, by which rule, and how sure it is: `numbers · digits · 95 %`."""
    sure = tr("{percent} %").format(percent=round(100 * suggestion.score))
    said = (suggester_name(suggestion.suggester), _rule_in_words(suggestion.rule), sure)
    return " · ".join(filter(None, said))


def _rule_in_words(rule: str) -> str:
    """The rule, part by part; a part that is not known is said as it is."""
    if match := _MARKED.fullmatch(rule):
        return _counts(int(match[1] or 1), int(match[3] or bool(match[2])))
    if match := _LEARNED.fullmatch(rule):
        number = int(match[1])
        return tr("from {count} marks of yours", "", number)
    if match := _EARLIER.fullmatch(rule):
        return tr("“{text}” there").format(text=match[1])
    return ", ".join(translated(_RULES[part]) if part in _RULES else part for part in _PARTS.split(rule))


def _counts(marked: int, unmarked: int) -> str:
    said = [tr("marked {count} times", "", marked)]
    if unmarked:
        said.append(tr("left unmarked {count} times", "", unmarked))
    return ", ".join(said)
