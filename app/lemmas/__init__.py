"""Forms of a word in Russian, English and, roughly, Kazakh: what "by word form" means in a search.

Russian needs a dictionary that takes about 0.2 s to read: call `load` (or anything else here) in a
background task first. Everything is kept, so that asking again costs nothing.
"""

from dataclasses import dataclass

from app.lemmas import english, kazakh, russian
from app.lemmas.spelling import folded

__all__ = ["Forms", "folded", "forms", "lemma", "load", "loaded"]

_KAZAKH_LETTERS = frozenset("әғқңөұүһі")


@dataclass(frozen=True, slots=True)
class Forms:
    """What counts as a form of a word, folded (see `folded`)."""

    spelled: frozenset[str]
    """These, letter by letter."""
    stems: frozenset[str] = frozenset()
    """And every Kazakh word that may have one of these stems."""

    def has(self, word: str) -> bool:
        """Tell whether `word` is one of the forms."""
        plain = folded(word)
        return plain in self.spelled or not self.stems.isdisjoint(kazakh.stems(plain))

    def beginnings(self) -> frozenset[str]:
        """The few beginnings one of which every form has: `камер`; `человек` and `люд`."""
        by_start: dict[str, list[str]] = {}
        for form in (*self.spelled, *map(kazakh.beginning, self.stems)):
            by_start.setdefault(form[:2], []).append(form)
        return frozenset(_common_beginning(group) for group in by_start.values())


def load() -> None:
    """Read the Russian dictionary, unless it was read before; from any thread."""
    russian.load()


def loaded() -> bool:
    """Tell whether the Russian dictionary was read, so that nothing here takes long."""
    return russian.loaded()


def forms(word: str, language: str, *, roughly: bool = False) -> Forms:
    """Return the forms of `word` as it stands in a text of `language` (ISO 639-1, may be empty).

    A Latin word is taken for English, a Cyrillic one for what the text is in; where that is not known, a
    Kazakh letter tells. Kazakh forms are known only `roughly`: without that, a Kazakh word is its only form.
    """
    plain = folded(word)
    match _language_of(plain, language):
        case "en":
            return Forms(english.forms(word))
        case "kk":
            return Forms(frozenset({plain}), kazakh.stems(plain) if roughly else frozenset())
        case "ru":
            return Forms(russian.forms(word))
        case _:
            return Forms(frozenset({plain}))


def lemma(word: str, language: str) -> str:
    """Return the likeliest dictionary form of `word`, folded; a Kazakh word is left as it is."""
    plain = folded(word)
    match _language_of(plain, language):
        case "en":
            return english.lemma(word)
        case "ru":
            return russian.lemma(word)
        case _:
            return plain


def _language_of(plain: str, language: str) -> str:
    """Whose inflection the word follows; empty for a number, an abbreviation with dots, mixed scripts."""
    letters = plain.replace("-", "").replace("'", "")
    if not letters.isalpha():
        return ""
    if letters.isascii():
        return "en"
    if all("а" <= letter <= "я" or letter in _KAZAKH_LETTERS for letter in letters):
        kazakh_ = language == "kk" or (language != "ru" and not _KAZAKH_LETTERS.isdisjoint(letters))
        return "kk" if kazakh_ else "ru"
    return ""


def _common_beginning(words: list[str]) -> str:
    first, last = min(words), max(words)  # all others lie between the two
    same = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return first[:same]
