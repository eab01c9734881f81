"""Word lists written short and read long: stems with the endings of their class.

The notation is explained at the head of `grammars/ru.toml`: `камер/f` is a stem with every ending of
class f, `_` joins the words of a phrase, spaces stand between alternatives.
"""

import itertools
import re
from collections.abc import Iterator, Mapping

from app.suggesters.numbers.tokens import split_words

# "/q": a Kazakh stem that any chain of endings may follow; kept as a stem, checked when it is met.
STEM_CLASS = "q"
Classes = Mapping[str, tuple[str, ...]]


def classes(table: Mapping[str, str]) -> Classes:
    """Return the endings of each class; `~` is the empty ending."""
    return {name: tuple("" if e == "~" else e for e in endings.split()) for name, endings in table.items()}


def phrases(words: str, of: Classes) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield every form of the alternatives in `words` as a tuple of token texts.

    The flag tells that the last token is a stem, which endings may follow.
    """
    for alternative in words.split():
        parts = [_spell(part, of) for part in alternative.split("_")]
        stem = alternative.endswith("/" + STEM_CLASS)
        for combination in itertools.product(*parts):
            yield tuple(itertools.chain.from_iterable(map(split_words, combination))), stem


def _spell(part: str, of: Classes) -> tuple[str, ...]:
    stem, slash, name = part.rpartition("/")
    if not slash or not stem or name not in {*of, STEM_CLASS}:
        return (part,)
    if name == STEM_CLASS:
        return (stem,)
    return tuple(stem + ending for ending in of[name])


def ending_pattern(parts: Mapping[str, str]) -> re.Pattern[str]:
    """Return the pattern of a whole chain of endings: plural, possessive, case, adjective, each optional."""
    groups = ("(?:" + "|".join(sorted(parts[name].split(), key=len, reverse=True)) + ")?" for name in parts)
    return re.compile("".join(groups))


# Before a vowel a final voiceless stop is voiced: мектеп, мектебі; көлік, көлігі; қырық, қырығы.
_VOICED = {"п": "б", "к": "г", "қ": "ғ"}


def stem_variants(stem: str) -> tuple[str, ...]:
    """Return the stem as it stands before consonants and before vowels."""
    voiced = _VOICED.get(stem[-1:])
    return (stem, stem[:-1] + voiced) if voiced else (stem,)
