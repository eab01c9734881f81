"""Trains the recogniser of Kazakh names, and scores one by exact spans."""

import gzip
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from app.anchor import Span
from app.suggesters.names.kazakh.features import features
from app.suggesters.names.kazakh.recogniser import KINDS, Recogniser
from app.suggesters.names.kazakh.tokens import sentences as tokenised
from tests.training.sentences import Labelled, Sentence

# Chosen by cross-validation inside the four fifths that are trained on. L1 (c1) keeps the model small: three
# times as much costs a point of F1 in titles of posts, less of it doubles the size and gains nothing.
SETTINGS = {"c1": 0.1, "c2": 0.02, "max_iterations": 70, "feature.minfreq": 1}

Counts = Counter[tuple[str, str]]


def train(sentences: Iterable[Sentence]) -> bytes:
    """Return the model that is learned from the sentences: the same bytes for the same ones."""
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params(SETTINGS)
    for sentence in sentences:
        for tokens in tokenised(sentence.text):
            words = [sentence.text[token.start : token.end] for token in tokens]
            trainer.append(pycrfsuite.ItemSequence(features(words)), labels(tokens, sentence.names))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()


def packed(model: bytes) -> bytes:
    """Compress a model as it ships."""
    return gzip.compress(model, mtime=0)


def unpacked(shipped: bytes) -> bytes:
    """Undo `packed`."""
    return gzip.decompress(shipped)


def labels(tokens: Sequence[Span], names: Sequence[Labelled]) -> list[str]:
    """Label tokens by names: B- for the first of a name, I- inside it, O outside.

    A name that begins or ends inside a token is left out.
    """
    found = ["O"] * len(tokens)
    for start, end, label in names:
        inside = [at for at, token in enumerate(tokens) if token.start < end and start < token.end]
        if inside and (tokens[inside[0]].start, tokens[inside[-1]].end) == (start, end):
            found[inside[0] : inside[-1] + 1] = [f"B-{label}", *(f"I-{label}" for _ in inside[1:])]
    return found


def score(model: bytes, sentences: Iterable[Sentence]) -> Counts:
    """Count, by kind, the names that are "true", those "found", and those "right" to the letter."""
    recogniser = Recogniser(model)
    counts: Counts = Counter()
    for sentence in sentences:
        true = {(KINDS[label], start, end) for start, end, label in sentence.names if label in KINDS}
        found = {(mention.kind, mention.start, mention.end) for mention in recogniser.find(sentence.text)}
        for name, spans in (("true", true), ("found", found), ("right", true & found)):
            counts.update((kind, name) for kind, _, _ in spans)
    return counts


def table(counts: Counts) -> str:
    """Print precision, recall and F1 by kind as a table in Markdown."""
    rows = ["| | precision | recall | F1 | true | found |", "|---|---|---|---|---|---|"]
    for kind in dict.fromkeys(KINDS.values()):
        true, found, right = (counts[kind, name] for name in ("true", "found", "right"))
        precision, recall = right / max(found, 1), right / max(true, 1)
        f1 = 2 * right / max(true + found, 1)
        rows.append(f"| {kind} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {true} | {found} |")
    return "\n".join(rows)
