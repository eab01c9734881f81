"""One spelling for words that readers take for the same: how forms of words are kept and compared."""

import re
import unicodedata

# Signs inside words that are not read: soft hyphen, zero-width space, (non-)joiner, word joiner, and the
# marks that are left once letters are composed (the stress of `за́мок`; й and ё are letters by then).
IGNORED = "\u00ad\u200b-\u200d\u2060\u0300-\u036f"
HYPHENS = "-‐‑"
APOSTROPHES = "'’ʼ`´"

_IGNORED = re.compile(f"[{IGNORED}]+")
_UNIFIED = str.maketrans({"ё": "е"} | dict.fromkeys(HYPHENS, "-") | dict.fromkeys(APOSTROPHES, "'"))


def folded(word: str) -> str:
    """Return `word` in lower case, composed, with е for ё, and one kind of hyphen and of apostrophe."""
    return _IGNORED.sub("", unicodedata.normalize("NFC", word)).casefold().translate(_UNIFIED)
