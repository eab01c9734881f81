"""Numbers in Russian, Kazakh and English: value, unit, type and modifier of every number in a text.

What a span holds: the number as it is written, with its multiplier ("30 тыс."), everything glued to it
(sign, currency, abbreviation, the second half of a compound: "−5", "$5bn", "25-й", "24-летний"), and the
words of a standard unit right beside it ("30 дней", "4,8 млрд тенге", "16,75 %", "2019 году"), as MONEY,
PERCENT, DURATION and DATE are marked in OntoNotes and KazNERD. A counted noun stands outside ("30 тыс."
камер), and so does the word that makes the number approximate; both are in the attributes. A range holds
both its ends, and its "от", "from" or "between".

`unit` is a name of `grammars/units.toml`, or the English singular of a counted noun in
`grammars/*.units.toml`. A counted noun in no table has a `unit_text` alone. Ordinals, and numbers of
things that are only counted, have the unit they number ("третий квартал": quarter).

No numbers: addresses, phones, clock times, scores, versions, names with digits (A320), "один из".
"""

from app.suggesters.numbers.scan import scan
from app.suggestion import Proposal

LABEL = "number"
NAME = "numbers"

# How sure each rule is: judged from reading samples of news, not measured. Digits with a suffix or a
# multiplier leave no doubt, a bare year or a word such as "половина" often does.
_SURE = {
    "digits": 0.95,
    "digits+multiplier": 0.98,
    "digits+suffix": 0.95,
    "digits+fraction": 0.95,
    "compound": 0.95,
    "words": 0.9,
    "words+multiplier": 0.95,
    "words+half": 0.93,
    "words+point": 0.95,
    "plural": 0.8,
    "fraction": 0.8,
    "roman": 0.9,
    "range": 0.95,
    "date": 0.98,
    "date range": 0.95,
    "year": 0.98,
    "year range": 0.95,
    "bare year": 0.85,
    "decade": 0.9,
}


def suggest(text: str, language: str) -> list[Proposal]:
    """Return the numbers of `text` in order, not overlapping."""
    return [
        Proposal(
            label=LABEL,
            start=found.start,
            end=found.end,
            text=text[found.start : found.end],
            score=round(_SURE.get(found.rule, 0.9) * found.certain, 3),
            suggester=NAME,
            rule=found.rule,
            attributes=found.attributes,
        )
        for found in scan(text, language)
    ]
