"""Folding: one spelling for texts that a reader takes for the same, so that search finds them all."""

import re
import unicodedata

UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
"""What folding drops, as it stands between the brackets of a regular expression: combining marks (the dots
of ё, the breve of й, stress marks, accents), and invisible characters that publishers put inside words: soft
hyphen, zero-width space, joiner and non-joiner, word joiner."""

_KEPT = re.compile(f"[^{UNSEEN}]+")
_WORDS = re.compile(r"[\w \n]+")


def fold(text: str) -> str:
    """Return `text` as it is indexed and searched: words in lower case, spaces or line feeds between them.

    ё is found as е and й as и, composed or not. Kazakh letters are folded by case only: ә, ғ, қ, ң, ө, ұ,
    ү, һ and і are letters of their own, and Unicode does not decompose them.
    """
    kept = "".join(_KEPT.findall(unicodedata.normalize("NFD", text).casefold()))
    # Long runs of what stays are found in half the time that replacing what goes would take. The two letters
    # make the text begin and end with such a run, so that a space stands for every gap, at the ends too.
    return " ".join(_WORDS.findall(f"x{kept}x"))[1:-1]


def sort_key(text: str) -> str:
    """Return what `text` is sorted by: folded, without the quotes and dashes it may begin with."""
    return fold(text).lstrip()
