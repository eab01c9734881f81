"""Words, sentences and user-perceived characters of news text in Russian, Kazakh and English.

Everything is given and returned in code points of the text. Words are what an annotator would mark:
`кто-то`, `2,5`, `12 000`, `30 тыс.`, `Қазақстан’да`, `т.е.`; neither words nor sentences cross a line break.
"""

import re
import unicodedata
from functools import cache, lru_cache

from app.anchor import Span

# ---------------------------------------------------------------------------------------------- words

# Marks that belong to the letter before them, and the invisible signs inside words: soft hyphen,
# zero-width (non-)joiner, word joiner. `re` has no \p{M}; these are the blocks of combining marks that
# Cyrillic, Latin, Arabic and Hebrew use.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200c\u200d\u2060"
)
_LETTER = r"[^\W\d_]"
_LETTERS = rf"[\w{_MARKS}]"
# No-break, narrow no-break, figure, thin and ordinary space: all are used between groups of digits.
_SPACE = "[ \u00a0\u202f\u2007\u2009]"
_NUMBER = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:/’']\d+)*"
_MULTIPLIER = (
    r"(?:тыс(?:яч[аиую]?|ячам[и]?|ячах|\.)?|млн\.?|млрд\.?|трлн\.?|миллион(?:а|ов|у|ам|ами|ах|ом|е|ы)?"
    r"|миллиард(?:а|ов|у|ам|ами|ах|ом|е|ы)?|триллион(?:а|ов|у|ам|ами|ах|ом|е|ы)?|мың"
    r"|thousand|million|billion|trillion|bn|mln|tn)"
)


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Abbreviations that stand before a name or a number and so never end a sentence, without their dot.
_BEFORE_NAMES = _word_set(
    """
    им ул просп пер пл бул наб мкр р-н обл гор пос дер акад проф доц д-р канд докт зам ген полк
    подполк кап лейт серж св ср напр стр ст разд вып изд ред сост тел доб каб корп англ рус каз лат
    нем фр греч перен букв т.е т.н т.к и.о в.и.о mr mrs ms dr prof gen sen rep gov lt col capt sgt
    maj rev hon pres st mt ft vs e.g i.e cf approx dept univ assn bros
    """
)
# Abbreviations (and words like them) that go on only before a number: `No. 5`, `рис. 2`.
_BEFORE_NUMBERS = _word_set(
    """
    no nos fig vol art рис табл п пп гл
    """
)
# Abbreviations that often close a sentence: it ends there if what follows begins like a sentence.
_AFTER_WORDS = _word_set(
    """
    г гг в вв д др пр т.д т.п т.б т.с.с ж.б ж жж ғ ғғ қ к тыс млн млрд трлн руб коп тг тнг долл евро
    кг км см мм га т ц л м ч мин сек с мес нед кв куб чел экз шт н.э б.з б.з.д н.ш у.е a.m p.m etc
    inc ltd corp co jr sr al u.s u.k u.n e.u jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
# Words that, capitalised, begin a sentence rather than a name: what decides after `г.` or an initial.
_OPENERS = _word_set(
    """
    а без более большинство в во вместе всего все всё вчера где для до его ее её если еще ещё за
    затем и из именно их к как какой когда кроме кто между многие мы на над напомним например
    настоящее но о об однако он она они оно от ответ по под поэтому после по-прежнему при про ранее
    с сам сами самые сейчас сегодня согласно среди так также там те тем теперь то тогда только ты у
    уже хотя чтобы что эта эти это этот эту я ал алайда біз бірақ бұл бұған бүгін енді және кейін
    кеше мұндай мұны оған ол олар оның осы осыған сондай сондай-ақ соның сонымен тағы a after also
    although an and another as at because before but by despite during earlier for from he her his
    however if in instead it its last later many meanwhile more most no not now of officials on one
    our she since so some such that the their then there these they this those though to under until
    we what when where which while who with you
    """
)

# Abbreviations whose dot belongs to the word. English ones that are also words ("no", "may") are left out.
_ABBREVIATION = "|".join(
    re.escape(word)
    for word in sorted(_BEFORE_NAMES | _AFTER_WORDS, key=len, reverse=True)
    if not word.isascii()
    or word in {"mr", "mrs", "ms", "dr", "prof", "etc", "inc", "ltd", "corp", "jr", "sr"}
)
_WORD = rf"""
      (?:https?://|www\.)[^\s<>«»“”"]*[^\s<>«»“”".,;:!?…)\]}}']         # an address, without what follows it
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                                    # mail
    | [@\#]\w+                                                         # a handle, a hashtag
    | (?:[$€£₸₽¥]{_SPACE}?)?(?:(?<![\w)])[-−+])?(?:{_NUMBER})          # a number with sign, groups, decimals
      (?:
          {_SPACE}?%
        | {_SPACE}{_MULTIPLIER}(?!{_LETTERS})
        | (?=-?{_LETTER}){_LETTERS}*(?:[-‐‑]{_LETTERS}+)*              # 30-летний, 5G, 2-х
        | (?:[-‐‑]\d+)+
      )?
    | {_LETTER}{{1,2}}\.(?:{_LETTER}{{1,2}}\.)+                        # т.е., U.S.
    | (?:т\.{_SPACE}?[едпкн]\.|и\.{_SPACE}?о\.|у\.{_SPACE}?е\.|н\.{_SPACE}?э\.)(?!\w)
    | (?:[a-zA-Z0-9-]+\.)+(?:[a-z]{{2,6}}|[A-Z]{{2,6}})(?!\w)          # NUR.KZ
    | (?:{_ABBREVIATION})\.(?={_SPACE}*[\w«"“(]|{_SPACE}*[,;)])             # г., им., Mr.
    | \w{_LETTERS}*(?:(?:[-‐‑'’ʼ`·&])(?={_LETTERS}){_LETTERS}+)*         # кто-то, Қазақстан’да, AT&T
    """


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the words that begin in `text[start:end]`, in order, by code point.

    The tokenizer starts at the line that `start` is in, so that a stretch which begins inside a word is
    cut where the whole text would be.
    """
    stop = len(text) if end is None else end
    found: list[Span] = []
    for line in _lines(text, start, stop):
        for first, last in _words_of_line(text[line.start : line.end]):
            if start <= line.start + first < stop:
                found.append(Span(line.start + first, line.start + last))
    return found


def word_at(text: str, offset: int) -> Span | None:
    """Return the word that `offset` is in or directly behind; None between words.

    Where two words meet, the one that begins at the offset is returned.
    """
    line = line_at(text, offset)
    behind: Span | None = None
    for first, last in _words_of_line(text[line[0] : line[1]]):
        if line[0] + first <= offset < line[0] + last:
            return Span(line[0] + first, line[0] + last)
        if line[0] + last == offset:
            behind = Span(line[0] + first, line[0] + last)
        if line[0] + first > offset:
            break
    return behind


def line_at(text: str, offset: int) -> tuple[int, int]:
    """Return start and end of the line that `offset` is in, without its line break; may be empty."""
    end = text.find("\n", offset)
    return text.rfind("\n", 0, offset) + 1, len(text) if end < 0 else end


@lru_cache(maxsize=32)
def _words_of_line(line: str) -> tuple[tuple[int, int], ...]:
    """Words of one line, widened to whole graphemes: a mark unknown to the pattern stays with its letter."""
    found: list[tuple[int, int]] = []
    for match in _word().finditer(line):
        first = match.start() if not found else max(match.start(), found[-1][1])
        last = match.end()
        while last < len(line) and not is_grapheme_bound(line, last):
            last += 1
        if first < last:
            found.append((first, last))
    return tuple(found)


@cache
def _word() -> re.Pattern[str]:
    """Compiled at first use: it takes longer than to import most modules."""
    return re.compile(_WORD, re.VERBOSE | re.IGNORECASE)


def _lines(text: str, start: int, end: int) -> list[Span]:
    """The non-empty lines that `text[start:end]` touches, whole."""
    found = []
    at = text.rfind("\n", 0, start) + 1
    while at < max(end, start + 1) and at <= len(text):
        stop = line_at(text, at)[1]
        if stop > at:
            found.append(Span(at, stop))
        at = stop + 1
    return found


# ------------------------------------------------------------------------------------------ sentences

# A possible end: terminators with the quotes and brackets that close behind them, then a space, the end
# of the line, or (a slip of the press) a Cyrillic capital right behind a small letter.
_END = re.compile(
    r"""(?P<stop>[.!?…‽]+)(?P<closers>["'»”’)\]]*)(?=(?P<space>\s+)|$|(?<=[а-яёәғқңөұүһі]\.)[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі])"""
)
_BEFORE_STOP = re.compile(r"[^\s(«»„“”\"'\[]+$")
_INITIAL = re.compile(rf"(?:{_LETTER}\.)*{_LETTER}")
_ENUMERATOR = re.compile(r"\s*(?:\d{1,3}|[a-zа-яё])", re.IGNORECASE)
_NEXT = re.compile(r"""(?P<dash>[-–—]\s+)?[«„“”"'‘(\[]*(?P<word>[\w][\w’'ʼ-]*)?(?P<dot>\.?)""")
# What may stand before a sentence without belonging to it: spaces, bullets, the dash of direct speech.
_LEAD = re.compile(r"(?:\s+|[•·▪►●*]\s*|[-–—]\s+)*")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the sentences of `text[start:end]`, trimmed of spaces, bullets and the dash of direct speech."""
    stop = len(text) if end is None else end
    found: list[Span] = []
    at = start
    while at < stop:
        line_end = min(line_at(text, at)[1], stop)
        found += [Span(at + first, at + last) for first, last in _sentences_of_line(text[at:line_end])]
        at = line_end + 1
    return found


@lru_cache(maxsize=32)
def _sentences_of_line(line: str) -> tuple[tuple[int, int], ...]:
    found: list[tuple[int, int]] = []
    begin = 0
    for match in _END.finditer(line):
        if match.end() < len(line) and not _ends_sentence(line, begin, match):
            continue
        _add_trimmed(found, line, begin, match.end())
        begin = match.end()
    _add_trimmed(found, line, begin, len(line))
    return tuple(found)


def opens_sentence(word: str) -> bool:
    """Tell whether the word, capitalised, rather begins a sentence than a name: `Вчера`, `Бірақ`, `Later`."""
    return word.lower() in _OPENERS


def _add_trimmed(found: list[tuple[int, int]], line: str, begin: int, end: int) -> None:
    lead = _LEAD.match(line, begin, end)
    first = lead.end() if lead else begin
    last = begin + len(line[begin:end].rstrip())
    if first < last:
        found.append((first, last))
    elif begin < last:  # nothing but dashes or bullets
        found.append((begin + len(line[begin:last]) - len(line[begin:last].lstrip()), last))


def _ends_sentence(line: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether the terminator really ends a sentence that began at `begin`."""
    following = _NEXT.match(line, match.end() + len(match["space"] or ""))
    word = (following and following["word"]) or ""
    if not word:
        return True
    if word[0].islower():
        return False  # "... – сказал он", "Как? – спросил", "т. е."
    if match["stop"] != ".":
        return True
    if match["closers"]:
        return True
    opener = word.lower() in _OPENERS and not (len(word) == 1 and following and following["dot"])
    before = _BEFORE_STOP.search(line, begin, match.start())
    return _ends_after(before.group() if before else "", line[begin : match.start()], word, opener)


def _ends_after(last: str, sentence: str, word: str, opener: bool) -> bool:
    """Tell whether a period behind the word `last` ends `sentence` when `word` follows."""
    small = last.lower()
    if small in _BEFORE_NAMES or _ENUMERATOR.fullmatch(sentence):
        return False
    if small in _BEFORE_NUMBERS:
        return not word[0].isdigit()
    if small in _AFTER_WORDS:
        # `т.д.` and the like close a list: any capital opens a sentence. `2023 г. Казахстан` may go on.
        return opener or small in {"т.д", "т.п", "др", "т.б", "ж.б", "etc"}
    if last.isupper() and _INITIAL.fullmatch(last):
        return opener and len(word) > 1
    return True


# ------------------------------------------------------------------------------------------ graphemes


def is_grapheme_bound(text: str, offset: int) -> bool:
    """Tell whether a user-perceived character ends before `offset` and another begins there.

    The extended grapheme clusters of UAX #29 (Unicode 15) from what `unicodedata` knows: rules GB3 to
    GB9a and GB11 to GB13. Left out are GB9b (prepended marks) and GB9c (Indic conjuncts), and pictographs
    are told by their blocks, not by the Extended_Pictographic property.
    """
    if offset <= 0 or offset >= len(text):
        return True
    left, right = text[offset - 1], text[offset]
    if left < "\u0300" and right < "\u0300":
        return not (left == "\r" and right == "\n")
    if _is_control(left) or _is_control(right):
        return True
    if _extends(right) or _hangul_joins(left, right):
        return False
    if left == "\u200d" and _is_pictograph(right):
        at = offset - 2
        while at >= 0 and _extends(text[at]) and text[at] != "\u200d":
            at -= 1
        return not (at >= 0 and _is_pictograph(text[at]))
    if _is_flag_half(left) and _is_flag_half(right):
        run = 1
        while offset - 1 - run >= 0 and _is_flag_half(text[offset - 1 - run]):
            run += 1
        return run % 2 == 0
    return True


def grapheme_bounds(text: str, offset: int) -> tuple[int, int]:
    """Return start and end of the user-perceived character that `offset` is in; (n, n) at the end."""
    if offset >= len(text):
        return len(text), len(text)
    start, end = max(offset, 0), max(offset, 0) + 1
    while not is_grapheme_bound(text, start):
        start -= 1
    while not is_grapheme_bound(text, end):
        end += 1
    return start, end


def _is_control(char: str) -> bool:
    if char in "\u200c\u200d" or "\U000e0020" <= char <= "\U000e007f":
        return False
    return unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Cs"}


def _extends(char: str) -> bool:
    """Extend, ZWJ and SpacingMark: what never begins a grapheme."""
    return (
        unicodedata.category(char) in {"Mn", "Me", "Mc"}
        or char in "\u200c\u200d\uff9e\uff9f"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e007f"
    )


def _is_pictograph(char: str) -> bool:
    return (
        (
            "\U0001f000" <= char <= "\U0001faff"
            and not ("\U0001f1e6" <= char <= "\U0001f1ff" or "\U0001f3fb" <= char <= "\U0001f3ff")
        )
        or ("\u203c" <= char <= "\u3299" and unicodedata.category(char) in {"So", "Sm", "Po"})
        or char in "\u00a9\u00ae"
    )


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _hangul_joins(left: str, right: str) -> bool:
    """Rules GB6 to GB8: leading consonants, vowels and trailing consonants of a Korean syllable."""
    a, b = _hangul(left), _hangul(right)
    return (
        (a == "L" and b in {"L", "V", "LV", "LVT"})
        or (a in {"LV", "V"} and b in {"V", "T"})
        or (a in {"LVT", "T"} and b == "T")
    )


def _hangul(char: str) -> str:
    if "\u1100" <= char <= "\u115f" or "\ua960" <= char <= "\ua97c":
        return "L"
    if "\u1160" <= char <= "\u11a7" or "\ud7b0" <= char <= "\ud7c6":
        return "V"
    if "\u11a8" <= char <= "\u11ff" or "\ud7cb" <= char <= "\ud7fb":
        return "T"
    if "\uac00" <= char <= "\ud7a3":
        return "LV" if (ord(char) - 0xAC00) % 28 == 0 else "LVT"
    return ""
