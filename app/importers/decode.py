"""Bytes -> text: which encoding a page really is in, whatever it says.

Order: byte order mark, UTF-16 by its NULs, strict UTF-8, the declared charset where it gives plausible
letters, then the candidates and a detector, judged by how often each letter occurs in the language.
"""

import codecs
import math
import re
from dataclasses import dataclass
from functools import cache

from app.importers.kinds import is_utf16

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_META = re.compile(
    rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.I,
)

# How far a declaration may stand from the start; the standard says 1,024 bytes, real pages do not.
_META_REACH = 65_536


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was read with (a name of the IANA registry, lower case)."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, charset: str = "") -> Decoded:
    """Return `data` as text; `charset` is what a container's header declares. Never raises."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(data[len(bom) :].decode(encoding, "replace"), encoding)
    if utf16 := is_utf16(data[:65_536]):
        return Decoded(data.decode(utf16, "replace"), utf16)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data, error):
            warning = "Some bytes are not valid UTF-8; they are shown as \ufffd."
            return Decoded(data.decode("utf-8", "replace"), "utf-8", (warning,))
    encoding = _legacy_encoding(data, charset)
    return Decoded(data.decode(encoding, "replace"), _NAMES.get(encoding, encoding))


def _is_damaged_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Tell UTF-8 with a few bad bytes (or cut inside a character) from another encoding."""
    if error.start >= len(data) - 3 and error.start > 0 and not data[: error.start].isascii():
        return True
    sample = data[max(0, error.start - 50_000) : error.start + 50_000]
    characters = sample.decode("utf-8", "replace")
    bad = characters.count("\ufffd")
    good = sum(1 for c in characters if c > "\x7f") - bad
    # In an 8-bit encoding a valid UTF-8 pair comes about by chance far less often than it fails.
    return good > 20 * bad


# --- 8-bit encodings

_CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
_KAZAKH = ("kz1048", "ptcp154")
_UKRAINIAN = ("cp1251", "koi8-u", "mac-cyrillic")
_NAMES = {
    "cp1251": "windows-1251",
    "cp1252": "windows-1252",
    "cp1250": "windows-1250",
    "cp1254": "windows-1254",
}

# Letters of running text, per thousand; Russian after the National Corpus, Kazakh and Ukrainian after
# their Wikipedias. What is not named has next to none.
_FREQUENCIES = {
    "ru": "о109е84а80и74н67т63с55р47в45л44к35м32д30п28у26я20ы19ь17г17з16б16ч14й12х10ж9ш7ю6ц5щ4э3ф3ъ1ё1",
    "kk": "а125е79н69ы68р62т59і58д57л56к40с36м34б30қ43о25й24ң17ғ19ж19з17ш16у21г15п15и15ө10ү11ұ9ә10х4"
    "в6ф3я5э2ц1ю1һ1ч2ё1ъ1ь2щ1",
    "uk": "о94а83и61н68і57т55в54е46р45с41к40л36у33д33м30п28я23з23ь19г16ч14б17х12й13ц8ж8ш7ю8ї6є4щ5ф3ґ1",
}
# Natural logarithm of the share of any other character met inside words.
_FLOOR = math.log(0.00002)

# Pages that are not Cyrillic at all: asked of the detector, which knows the rest of the world.
_PLAUSIBLE = -4.3


def _legacy_encoding(data: bytes, charset: str) -> str:
    declared = [known for name in (charset, *_declared(data)) if (known := _codec(name)) and known != "utf-8"]
    words = _sample(data)
    western = sum(bool(re.search(rb"[A-Za-z]", word)) for word in words) > len(words) / 2
    multibyte = next((name for name in declared if name in _MULTIBYTE and _decodes(data, name)), "")
    if multibyte:
        return multibyte
    if words and not western:
        best, score = _best_cyrillic(b" ".join(words), declared)
        if score > _PLAUSIBLE:
            return best
    for name in declared:
        if name not in _CYRILLIC and name not in _KAZAKH and _decodes(data, name):
            return name
    return _detected(data)


def _declared(data: bytes) -> list[str]:
    found = _META.findall(data[:_META_REACH])
    return [(meta or xml).decode("ascii", "replace") for meta, xml in found]


def _codec(name: str) -> str:
    """Return Python's name of an encoding as the web means it ("latin-1" is windows-1252), or ""."""
    try:
        known = codecs.lookup(name.strip().lower()).name
    except LookupError:
        return ""
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8"}.get(
        known, known
    )


_MULTIBYTE = {
    "gb2312",
    "gbk",
    "gb18030",
    "big5",
    "euc_jp",
    "shift_jis",
    "euc_kr",
    "iso2022_jp",
    "cp932",
    "cp949",
}


def _decodes(data: bytes, encoding: str) -> bool:
    text = data[:200_000].decode(encoding, "replace")
    return text.count("\ufffd") * 200 <= sum(1 for c in text if c > "\x7f") + 1


def _detected(data: bytes) -> str:
    from resiliparse.parse.encoding import detect_encoding

    found = _codec(str(detect_encoding(data[:200_000], html5_compatible=False) or ""))
    return found if found and found != "utf-8" else "cp1252"


_NOT_TEXT = re.compile(rb"<(script|style)\b.*?</\1\s*>|<!--.*?-->|<[^<>]*>", re.I | re.S)
_WORDS = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")


def _sample(data: bytes) -> list[bytes]:
    """Return up to 3,000 words with letters beyond ASCII from the text of a page."""
    words: list[bytes] = []
    for start in range(0, min(len(data), 4_000_000), 200_000):
        words += _WORDS.findall(_NOT_TEXT.sub(b" ", data[start : start + 200_000]))
        if len(words) > 3_000:
            break
    return words[:3_000]


def _best_cyrillic(words: bytes, declared: list[str]) -> tuple[str, float]:
    """Return the encoding that makes the words most plausible, and how plausible (mean logarithm)."""
    candidates: dict[str, float] = {}
    for language, encodings in (("ru", _CYRILLIC), ("kk", _KAZAKH), ("uk", _UKRAINIAN)):
        for encoding in encodings:
            score = _plausibility(words.decode(encoding, "replace"), language)
            candidates[encoding] = max(candidates.get(encoding, -math.inf), score)
    best = max(candidates, key=lambda name: (candidates[name], name in declared, name == "cp1251"))
    # What the page says of itself decides between readings that are as good as equal.
    for name in declared:
        if name in candidates and candidates[name] > candidates[best] - 0.02:
            return name, candidates[name]
    return best, candidates[best]


def _plausibility(text: str, language: str) -> float:
    """Return the mean log-likelihood of a character: letters by frequency, case by position in the word."""
    model = _model(language)
    total = 0.0
    count = 0
    before = " "
    for character in text:
        if character != " ":
            lowered = character.lower()
            total += model.get(lowered, _FLOOR)
            count += 1
            if before == " ":
                total += -1.3 if character != lowered else -0.2
            elif character != lowered and before == before.lower():
                total += -6.0  # a capital after a small letter: кОдировка
            elif character != lowered:
                total += -0.3  # all capitals, as headlines have
        before = character
    return total / count if count else -math.inf


@cache
def _model(language: str) -> dict[str, float]:
    pairs = re.findall(r"(\D)(\d+)", _FREQUENCIES[language])
    return {letter: math.log(int(share) / 1000) for letter, share in pairs} | {
        # Punctuation that stands inside or at words and is beyond ASCII in every one of these encodings.
        mark: math.log(0.004)
        for mark in "«»—–“”„’…№\xa0\xad"
    }
