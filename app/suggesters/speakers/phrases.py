"""Russian noun phrases by rules: where one begins and ends, in which case, what its head is."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.lemmas import russian
from app.suggesters.mention import Mention
from app.suggesters.speakers.lexicon import alternatives, lexicon, word_set
from app.suggesters.speakers.units import Token, Unit

_CASES = {"gen1": "gent", "gen2": "gent", "loc1": "loct", "loc2": "loct", "acc2": "accs", "voct": "nomn"}
_ATTRIBUTES = frozenset({"ADJF", "PRTF", "NUMR"})
# Adjectives that stand for people when no noun follows.
_SUBSTANTIVES = word_set("ru", "substantives")
# What a preposition may add to a head: "министр по делам", "комитет по труду".
_ADDS = frozenset({"по"})
# Where sources sit, beside organisations: "источник в правительственных кругах".
_EMPLOYERS = frozenset({"круг", "власть", "структура", "окружение", "сообщество", "отрасль", "рынок"})
# Heads that a place belongs to: "источник в правительстве", "собеседник из министерства".
_WITH_PLACE = frozenset(alternatives(lexicon("ru").table["kinds"]["with_place"].replace(" ", "|")))
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a word."""

    pos: str
    case: str
    number: str
    gender: str
    animate: bool
    lemma: str
    proper: bool


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens `first` to `last` of a unit, `last` exclusive."""

    first: int
    last: int
    head: int
    """The token of its head: a name's first word where a name is all there is."""
    lemma: str
    """Of the head; empty for a name."""
    number: str
    gender: str
    animate: bool
    person: Mention | None
    body: Mention | None
    """An organisation named in it."""


class Phrases:
    """Reads noun phrases of one unit, with the names found in it."""

    def __init__(self, unit: Unit, mentions: Sequence[Mention]) -> None:
        self.unit = unit
        self.tokens = unit.tokens
        self._starts: dict[int, tuple[Mention, int]] = {}
        """Token index -> the name that begins there, and the index behind it."""
        index = {token.start: i for i, token in enumerate(self.tokens)}
        for mention in mentions:
            if mention.kind in ("person", "organisation") and mention.start in index:
                first = index[mention.start]
                last = first
                while last < len(self.tokens) and self.tokens[last].start < mention.end:
                    last += 1
                known = self._starts.get(first)
                if known is None or known[1] < last or mention.kind == "person":
                    self._starts[first] = (mention, last)

    def name_at(self, index: int) -> tuple[Mention, int] | None:
        """The name that begins at a token, and the token behind it."""
        return self._starts.get(index)

    def at(self, first: int, cases: Collection[str], end: int) -> Phrase | None:
        """The longest noun phrase in one of the cases that begins at a token; it ends before `end`."""
        for case in cases:
            found = (
                self._share(first, case, end)
                or self._one_of(first, case, end)
                or self._in_case(first, case, end)
            )
            if found is not None:
                return found
        return None

    def _share(self, first: int, case: str, end: int) -> Phrase | None:
        """How many per cent of whom: "40 % опрошенных", "16,7 процента жителей"."""
        if case != "nomn" or first + 2 >= end or not self.tokens[first].text[0].isdigit():
            return None
        sign = self.tokens[first + 1]
        if sign.text != "%" and not sign.low.startswith("процент"):
            return None
        whom = self._in_case(first + 2, "gent", end)
        if (
            whom is None
            or whom.number != "plur"
            or not (whom.animate or _substantive(self.tokens[whom.head]))
        ):
            return None
        return replace(whom, first=first, animate=True)

    def _one_of(self, first: int, case: str, end: int) -> Phrase | None:
        """One of several: "один из экспертов", "одна из жительниц дома"."""
        one = next(
            (f for f in word_forms(self.tokens[first].text) if f.lemma == "один" and f.case == case), None
        )
        if one is None or first + 2 >= end or self.tokens[first + 1].low != "из":
            return None
        whom = self._in_case(first + 2, "gent", end)
        if whom is None or whom.number != "plur" or not whom.animate:
            return None
        gender = "femn" if one.gender == "femn" else "masc"
        return replace(whom, first=first, head=first, number="sing", gender=gender)

    def _in_case(self, first: int, case: str, end: int) -> Phrase | None:
        tokens = self.tokens
        at = first
        while at < end and at - first < 5 and tokens[at].is_word and self.name_at(at) is None:
            if not _is_attribute(tokens[at], case) or _is_pure_noun(tokens[at], case):
                break
            at += 1
        head = self._head(at, case, end) if at < end else None
        if head is None and at > first and _substantive(tokens[at - 1]):
            at -= 1
            form = _form(tokens[at], case, any_pos=True)
            assert form is not None
            head = (at + 1, replace(form, animate=True), None, None)
        if head is None:
            return None
        last, form, person, body = head
        last, person, body = self._extended(last, end, person, body, form, case)
        return Phrase(first, last, at, form.lemma, form.number, form.gender, form.animate, person, body)

    def _head(
        self, at: int, case: str, end: int
    ) -> "tuple[int, Form, Mention | None, Mention | None] | None":
        token = self.tokens[at]
        name = self.name_at(at)
        form = _form(token, case)
        if name is not None and name[1] <= end:
            mention, last = name
            if mention.kind == "person":
                if not self._may_be(at, last, case):
                    return None
                return last, _person_form(token, case), mention, None
            if form is None and not _unknown(token):
                # The name of a body may begin with an adjective: "Областной центр".
                return (last, _Wild, None, mention) if self._may_be(at, last, case) else None
            if form is None or form.lemma not in lexicon("ru").kinds:
                return last, _Wild, None, mention
            return last, form, None, mention
        if not token.is_word:
            quote = self._quoted_name(at, end)
            return None if quote is None else (quote, _Wild, None, None)
        if form is not None:
            return at + 1, form, None, None
        if token.is_capital and _unknown(token):
            return at + 1, _Wild, None, None
        return None

    def _may_be(self, first: int, last: int, case: str) -> bool:
        """Tell whether every word of a name may be in the case; words without readings may be in any."""
        return any(
            _unknown(token) or _form(token, case, any_pos=True) is not None
            for token in self.tokens[first:last]
            if token.is_word
        )

    def _extended(
        self, at: int, end: int, person: Mention | None, body: Mention | None, head: Form, case: str
    ) -> "tuple[int, Mention | None, Mention | None]":
        """Add what belongs to the head behind it: genitives, names, quoted names."""
        tokens = self.tokens
        while at < end:
            token = tokens[at]
            name = self.name_at(at)
            if name is not None and name[1] <= end:
                mention, last = name
                if mention.kind == "person":
                    if person is not None:
                        break
                    apposed = head.lemma not in _NO_PERSON_BEHIND and self._may_be(at, last, case)
                    at, person = last, mention if apposed else None
                    continue
                at, body = last, body or mention
                continue
            if token.is_word and person is not None and not _is_surname(token):
                break
            step = self._word_behind(at, end, head, case) if token.is_word else self._mark_behind(at, end)
            if step is None:
                break
            at = step
        return at, person, body

    def _mark_behind(self, at: int, end: int) -> int | None:
        """The index behind a quoted name, a bracket, or the dot of an initial, that goes on with a phrase."""
        tokens = self.tokens
        dot = tokens[at].text == "." and at + 1 < end
        if dot and _is_initial(tokens[at - 1]) and tokens[at + 1].is_capital:
            return at + 1
        return self._quoted_name(at, end) or self._bracket(at, end)

    def _word_behind(self, at: int, end: int, head: Form, case: str) -> int | None:
        """The index behind the words that go on with a phrase: a genitive, a place, a name."""
        token = self.tokens[at]
        # What a name alone is the head of has no genitive behind it: "РИА Новости слова министра".
        step = self._genitive(at, end) if head.lemma or token.is_capital else None
        if step is None and token.low == "и" and at + 1 < end and self._after_genitive(at):
            step = self._genitive(at + 1, end)
        if step is None and token.low in ("в", "во", "на", "из") and head.lemma in _WITH_PLACE:
            added = self.at(at + 1, ("gent",) if token.low == "из" else ("loct",), end)
            step = None if added is None or not _may_employ(added) else added.last
        if step is None and token.low in _ADDS and head.lemma not in ("он", "она", "они"):
            added = self.at(at + 1, ("datv",), end)
            step = None if added is None else added.last
        if step is None and (_is_proper(token) or (head.animate and _is_apposed(token, case, head))):
            step = at + 1
        return step

    def _genitive(self, first: int, end: int) -> int | None:
        """The index behind the genitive that begins here, without what is added to it."""
        tokens = self.tokens
        at = first
        while at < end and at - first < 4 and tokens[at].is_word and _is_attribute(tokens[at], "gent"):
            if _is_pure_noun(tokens[at], "gent"):
                break
            at += 1
        if at >= end:
            return at if at > first and _substantive(tokens[at - 1]) else None
        if self.name_at(at) is not None and at > first:
            return at
        form = _form(tokens[at], "gent")
        if form is not None and form.pos == "NOUN":
            return at + 1
        return at if at > first and _substantive(tokens[at - 1]) else None

    def _after_genitive(self, at: int) -> bool:
        return _form(self.tokens[at - 1], "gent", any_pos=True) is not None

    def _quoted_name(self, at: int, end: int) -> int | None:
        """The index behind the short quotation that begins here."""
        token = self.tokens[at]
        for quote in self.unit.quotes:
            short = quote.closed and quote.end - quote.start <= _LONGEST_NAME
            if quote.start == token.start and short and self.unit.text[quote.inner_start].isalnum():
                last = self.unit.index_from(quote.end)
                return last if last <= end else None
        return None

    def _bracket(self, at: int, end: int) -> int | None:
        """The index behind a short bracket: an abbreviation, a name in its own script."""
        if self.tokens[at].text != "(":
            return None
        for last in range(at + 1, min(at + 7, end)):
            if self.tokens[last].text == ")":
                return last + 1
        return None

    def nominative(self, phrase: Phrase, first: int, last: int) -> str:
        """The tokens of a phrase with its head and attributes put into the nominative."""
        parts: list[str] = []
        before = -1
        for at in range(first, last):
            token = self.tokens[at]
            inflects = (at <= phrase.head or last - first == 1) and self.name_at(at) is None
            word = _nominative(token, phrase) if inflects else token.text
            gap = self.unit.text[before : token.start] if before >= 0 else ""
            parts += [gap, word]
            before = token.end
        return "".join(parts)


# Prepositions and conjunctions, some of which the dictionary also knows as nouns or abbreviations.
_SMALL_WORDS = word_set("ru", "small_words")
_NEVER_NAMES = frozenset(
    ["ADVB", "PREP", "CONJ", "PRCL", "VERB", "INFN", "GRND", "PRED", "INTJ", "COMP", "ADJS", "PRTS"]
)
_Wild = Form("NOUN", "", "", "", False, "", True)
# Behind these a person's name is no apposition: "пресс-служба президента Иванова" is not Иванов.
_NO_PERSON_BEHIND = word_set("ru", "no_person_behind")


@lru_cache(maxsize=16384)
def word_forms(word: str) -> tuple[Form, ...]:
    """The readings of a word that have a case, likeliest first."""
    found = []
    for reading in russian.readings(word):
        tag = reading.tag
        if tag.case is None or tag.POS is None:
            continue
        case = str(tag.case)
        found.append(
            Form(
                str(tag.POS),
                _CASES.get(case, case),
                str(tag.number or ""),
                "" if "ms-f" in tag or "GNdr" in tag else str(tag.gender or ""),
                "anim" in tag,
                reading.normal_form.replace("ё", "е"),
                any(mark in tag for mark in ("Name", "Surn", "Patr", "Geox", "Orgn")),
            )
        )
    cases = {form.case for form in found}
    surname = _SURNAME.fullmatch(word)
    if surname is not None and "nomn" not in cases and not any(form.proper for form in found):
        # The dictionary takes `Токаев` for the genitive plural of a wine and nothing else.
        for case, number, gender in _SURNAME_ENDINGS[surname[1]]:
            if case not in cases:
                found.append(Form("NOUN", case, number, gender, True, word.lower(), True))
    return tuple(found)


# Surnames in -ов, -ев, -ин, -ын: Грамматика-80, § 1268.
_SURNAME = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+(?:[ое]в|[иы]н)(а|у|ым|ом|е|ой|ы|ых|)")
_SURNAME_ENDINGS = {
    "": (("nomn", "sing", "masc"),),
    "а": (("nomn", "sing", "femn"), ("gent", "sing", "masc")),
    "у": (("datv", "sing", "masc"),),
    "ым": (("ablt", "sing", "masc"),),
    "ом": (("ablt", "sing", "masc"),),
    "е": (("loct", "sing", "masc"),),
    "ой": (("gent", "sing", "femn"), ("datv", "sing", "femn")),
    "ы": (("nomn", "plur", ""),),
    "ых": (("gent", "plur", ""),),
}


@lru_cache(maxsize=16384)
def parts_of_speech(word: str) -> frozenset[str]:
    """What the word may be."""
    return frozenset(str(reading.tag.POS) for reading in russian.readings(word))


def is_surname(word: str) -> bool:
    """Tell a surname, by the dictionary or by its ending."""
    return any(form.proper and form.animate for form in word_forms(word))


def _form(token: Token, case: str, *, any_pos: bool = False) -> Form | None:
    if token.low in _SMALL_WORDS:
        return None
    allowed = ("NOUN", "NPRO", "ADJF", "PRTF", "NUMR") if any_pos else ("NOUN", "NPRO")
    found = [form for form in word_forms(token.text) if form.case == case and form.pos in allowed]
    # A number or gender that the word only might have must not win over an animate reading.
    return next((form for form in found if form.animate), found[0]) if found else None


def _person_form(token: Token, case: str) -> Form:
    form = _form(token, case)
    gender = form.gender if form is not None and form.proper else ""
    return Form("NOUN", case, "sing", gender, True, "", True)


def _unknown(token: Token) -> bool:
    word = token.text
    if word.isascii() or not word[0].isalpha():
        return word[0].isalpha()
    if len(word) > 1 and word.isupper():
        return True
    return token.is_capital and not word_forms(word) and not parts_of_speech(word) & _NEVER_NAMES


def _is_attribute(token: Token, case: str) -> bool:
    if token.text.isdigit():
        return True
    return any(
        form.pos in _ATTRIBUTES and form.case == case for form in word_forms(token.text)
    ) or token.low in (
        "его",
        "ее",
        "их",
    )


def _is_pure_noun(token: Token, case: str) -> bool:
    """Tell whether the word is likelier a noun in this case than an attribute."""
    forms = [form for form in word_forms(token.text) if form.case == case]
    return bool(forms) and forms[0].pos == "NOUN"


def _substantive(token: Token) -> bool:
    return any(form.lemma in _SUBSTANTIVES for form in word_forms(token.text))


def _is_proper(token: Token) -> bool:
    """Tell what may go on as a name: capitalised, in Latin letters, all in capitals."""
    if not token.is_word:
        return False
    return token.is_capital or (token.text.isascii() and token.text.isalpha())


def _is_apposed(token: Token, case: str, head: Form) -> bool:
    """Tell whether the word is a second noun for the same person: "врач анестезиолог"."""
    form = _form(token, case)
    return (
        form is not None
        and form.animate
        and form.pos == "NOUN"
        and form.number == head.number
        and not form.proper
    )


def _may_employ(phrase: Phrase) -> bool:
    """Tell a place that sources sit in ("в правительстве") from where they speak ("на брифинге")."""
    if phrase.body is not None or (phrase.number == "plur" and phrase.animate):
        return True
    return lexicon("ru").kinds.get(phrase.lemma) == "organisation" or phrase.lemma in _EMPLOYERS


def _is_surname(token: Token) -> bool:
    return token.is_capital and any(form.proper for form in word_forms(token.text))


def _is_initial(token: Token) -> bool:
    return len(token.text) == 1 and token.is_capital


def _nominative(token: Token, phrase: Phrase) -> str:
    if token.text.isupper():
        return token.text
    wanted = {"nomn", "plur"} if phrase.number == "plur" else {"nomn", "sing"}
    for reading in russian.readings(token.text):
        if reading.tag.POS not in ("NOUN", "ADJF", "PRTF") or reading.tag.case is None:
            continue
        goal = set(wanted)
        if reading.tag.POS != "NOUN" and phrase.number != "plur" and phrase.gender:
            goal.add(phrase.gender)
        form = reading.inflect(goal)
        if form is not None:
            word = str(form.word)
            return word[0].upper() + word[1:] if token.is_capital else word
    return token.text
