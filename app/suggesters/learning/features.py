"""A text as the model sees it: tokens, sentence by sentence, each with what may tell what it is.

The features are the usual ones of name finders since Zhang and Johnson, "A Robust Risk Minimization based
Named Entity Recognition System" (CoNLL 2003): the word, its beginnings and ends, its shape, its neighbours.
No dictionary is asked and no language is told from another: a beginning of five letters stands for the
lemma of a Russian, Kazakh or English word. (Lemmas of pymorphy3 gained 0.016 of F1 on Russian names, and
took three times as long as everything else here.) To these come what claims and their speakers are told
by: whether a token is inside quotation marks, what its sentence holds (a number, quotation marks, a
question), and, where a clause begins, the words that follow in it. Cue verbs are among those words without
anybody having listed them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.lemmas import folded
from app.tokens import sentences, words

_OPENING, _CLOSING, _STRAIGHT = "«“„", "»”", '"'
_QUOTES = _OPENING + _CLOSING + _STRAIGHT
_BEFORE_CLAUSES = frozenset(",;:()–—-" + _QUOTES)
# Words of a clause that are told where it begins: most cue verbs are among so many.
_CLAUSE = 12
# Code points of a word that its shape looks at.
_SHAPED = 12
_SIGN = re.compile(r"\S")


Bounds = tuple[tuple[int, int], ...]
"""Start and end of each token of a sentence, in code points of the text; never empty."""


def featured(text: str) -> Iterator[tuple[Bounds, list[list[str]]]]:
    """Give the sentences of `text` in order: their tokens, and the features of each.

    Tokens are words as `app.tokens` has them, and every sign between them; each is in just one sentence.
    """
    quoted = _quoted(text)
    for number, bounds in enumerate(tokens_by_sentence(text)):
        yield bounds, list(_features(text, bounds, quoted, first=number == 0))


def tokens_by_sentence(text: str) -> Iterator[Bounds]:
    """Give the tokens of each sentence; what stands between two sentences goes with the first of them."""
    begins = [span.start for span in sentences(text)][1:]
    bounds: list[tuple[int, int]] = []
    at = 0
    for token in _tokens(text):
        while at < len(begins) and token[0] >= begins[at]:
            at += 1
            if bounds:
                yield tuple(bounds)
                bounds = []
        bounds.append(token)
    if bounds:
        yield tuple(bounds)


def _tokens(text: str) -> Iterator[tuple[int, int]]:
    behind = 0
    for word in words(text):
        yield from (sign.span() for sign in _SIGN.finditer(text, behind, word.start))
        yield word.start, word.end
        behind = word.end
    yield from (sign.span() for sign in _SIGN.finditer(text, behind))


def _quoted(text: str) -> list[tuple[int, int]]:
    """The stretches inside quotation marks, the marks included; one that nobody closed ends with its line."""
    found = []
    opened: int | None = None
    for hit in re.finditer(f"[{_QUOTES}\n]", text):
        sign = hit[0]
        if opened is None:
            opened = hit.start() if sign in _OPENING + _STRAIGHT else None
        elif sign in _CLOSING + _STRAIGHT or sign == "\n":
            found.append((opened, hit.end()))
            opened = None
    return [*found, (opened, len(text))] if opened is not None else found


def _features(
    text: str, bounds: Sequence[tuple[int, int]], quoted: Sequence[tuple[int, int]], *, first: bool
) -> Iterator[list[str]]:
    tokens = [text[start:end] for start, end in bounds]
    plain = ["<", *map(folded, tokens), ">"]
    shapes = ["<", *map(_shape, tokens), ">"]
    shared = _of_sentence(tokens, first=first)
    for at, token in enumerate(tokens):
        word, before, behind = plain[at + 1], plain[at], plain[at + 2]
        shape = shapes[at + 1]
        found = [
            "w=" + word,
            "p4=" + word[:4],
            "p5=" + word[:5],
            "s2=" + word[-2:],
            "s3=" + word[-3:],
            "h=" + shape,
            "-w=" + before,
            "+w=" + behind,
            "-s=" + before[-3:],
            "+s=" + behind[-3:],
            "-h=" + shapes[at] + "|" + shape,
            "+h=" + shape + "|" + shapes[at + 2],
            *shared,
        ]
        if any(start <= bounds[at][0] < end for start, end in quoted):
            found.append("quoted")
        if token not in _BEFORE_CLAUSES and (at == 0 or tokens[at - 1] in _BEFORE_CLAUSES):
            found += ["c=" + other[:5] for other in plain[at + 1 : at + 1 + _CLAUSE]]
        yield found


def _of_sentence(tokens: Sequence[str], *, first: bool) -> list[str]:
    """What every token of the sentence is told of it."""
    told = {
        "with number": any(character.isdigit() for token in tokens for character in token),
        "with quote": any(token in _QUOTES for token in tokens),
        "question": "?" in tokens,
        "first": first,
    }
    return [name for name, holds in told.items() if holds]


def _shape(token: str) -> str:
    """Kinds of characters, runs as one: `Xx` for Астана, `X` for АҚШ, `d-x` for 24-летний."""
    kinds = [_kind(character) for character in token[:_SHAPED]]
    return kinds[0] + "".join(kind for before, kind in pairwise(kinds) if kind != before)


def _kind(character: str) -> str:
    if character.isupper():
        return "X"
    if character.isalpha():
        return "x"
    return "d" if character.isdigit() else character
