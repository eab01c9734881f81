"""A sequence model of how one annotator marks: a conditional random field over the tokens of a sentence.

Conditional random fields are those of Lafferty, McCallum and Pereira (ICML 2001), trained by L-BFGS in
CRFsuite (Okazaki, 2007). They were measured beside the averaged perceptron of Collins, "Discriminative
Training Methods for Hidden Markov Models" (EMNLP 2002), which CRFsuite has too, on 50 articles of names
with 70 others to score: F1 the same to two hundredths (.63 and .62 in Russian, .74 and .74 in Kazakh), the
perceptron three times as quick. But of what the perceptron was 0.97 sure of and more, 71 % was right in
Russian and 87 % in Kazakh, of the field's 97 % and 99 %, and so on down to one half. A score that people
see must mean what it says; so the field it is.

A model is trained from nothing each time; what is kept from one time to the next are the features of the
articles, which are a third of the work.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.suggesters.learning.examples import Mark, TrainingArticle
from app.suggesters.learning.features import Bounds, featured
from app.suggesters.learning.labelling import layers, longest, read_off, tagged
from app.suggesters.learning.pace import FEWEST_MARKS
from app.suggesters.learning.scores import Scores
from app.suggestion import Proposal

NAME = "learned"

# L2 regularisation and iterations: ten more gave .01 to .02 of F1 on names for two fifths more time.
# Features seen once are left out: they are two thirds of all, and `repeats` remembers single words better.
_PARAMETERS = {"c2": 0.3, "max_iterations": 30, "feature.minfreq": 2}
# How often more than others a sentence with a reject in it is learned.
_REJECT_COPIES = 1
# Articles whose features are kept between trainings: as many as are trained on, and a few to suggest for.
_KEPT = 64

# To be proposed, a label must have been marked in so many articles, and `FEWEST_MARKS` times.
FEWEST_ARTICLES = 3
# A proposal must be at least so likely, and a label's proposals must so often have been right: a wrong one
# costs a look and a key, a right one saves the marking by hand, about as much again (keystroke-level model
# of Card, Moran and Newell, 1980: 1.55 s of the 3.95 s of a span).
LEAST_PRECISION = 0.5


@dataclass(frozen=True, slots=True)
class Model:
    """What was learned. A value: any thread may use it."""

    fields: tuple[bytes, ...] = ()
    """One for each layer of labels, as CRFsuite keeps it."""
    marks: Mapping[str, int] = field(default_factory=dict)
    """How many marks of each label it was trained on."""
    quiet: frozenset[str] = frozenset()
    """Those of the labels that it does not propose: too few examples, or too often wrong."""

    def suggest(self, text: str, language: str) -> list[Proposal]:
        """Return what the annotator might mark in the canonical `text`, by start; scores are probabilities.

        Whichever `language` it is in: one model learns all that the annotator reads.
        """
        found = [
            Proposal(
                mark.label,
                mark.start,
                mark.end,
                text[mark.start : mark.end],
                round(score, 3),
                NAME,
                f"learned from {self.marks.get(mark.label, 0)} marks",
            )
            for mark, score in self.found(text)
            if mark.label not in self.quiet
        ]
        return sorted(found, key=lambda proposal: (proposal.start, -proposal.end, proposal.label))

    def found(self, text: str) -> Iterator[tuple[Mark, float]]:
        """Give what is at least as likely as `LEAST_PRECISION`, of quiet labels too, layer by layer."""
        from pycrfsuite import Tagger

        for crf in self.fields:
            tagger = Tagger()
            tagger.open_inmemory(crf)
            for bounds, items in _prepared(text):
                tags = tagger.tag(items)
                for mark, tokens in read_off(bounds, tags):
                    # The least likely of its tokens: the measured bins of this were right (see above).
                    score = min(tagger.marginal(tags[at], at) for at in tokens)
                    if score >= LEAST_PRECISION:
                        yield mark, score


def train(examples: Sequence[TrainingArticle], scores: Scores | None = None) -> Model:
    """Learn from the articles; without any marks the model proposes nothing.

    Labels with fewer than `FEWEST_MARKS` marks, in fewer than `FEWEST_ARTICLES` articles, are quiet. So are,
    with the `scores` of `cross_validate` on the same articles, those whose proposals were right less often
    than `LEAST_PRECISION`, or of which none was right.
    """
    marks = Counter(mark.label for article in examples for mark in article.marks)
    spread = Counter(label for article in examples for label in {mark.label for mark in article.marks})
    quiet = {label for label in marks if marks[label] < FEWEST_MARKS or spread[label] < FEWEST_ARTICLES}
    if scores is not None:
        quiet |= {label for label in marks if not _good_enough(label, scores)}
    fields = tuple(_trained(examples, layer) for layer in layers(examples))
    return Model(fields, dict(sorted(marks.items())), frozenset(quiet))


def was_read(article: TrainingArticle, bounds: Bounds) -> bool:
    """Tell whether the sentence teaches anything: it was read, or something in it was decided."""
    start, end = bounds[0][0], bounds[-1][1]
    if any(span.start < end and start < span.end for span in article.read):
        return True
    return any(mark.start < end and start < mark.end for mark in (*article.marks, *article.rejects))


def _good_enough(label: str, scores: Scores) -> bool:
    score = scores.labels.get(label)
    return score is not None and score.correct > 0 and score.precision >= LEAST_PRECISION


def _trained(articles: Sequence[TrainingArticle], labels: tuple[str, ...]) -> bytes:
    """The field of one layer."""
    from pycrfsuite import Trainer

    trainer = Trainer(algorithm="lbfgs", params=_PARAMETERS, verbose=False)
    for article in articles:
        marks = longest(article.marks, labels)
        refused = [mark for mark in article.rejects if mark.label in labels]
        for bounds, items in _prepared(article.text):
            if was_read(article, bounds):
                tags = tagged(bounds, marks)
                again = any(m.start < bounds[-1][1] and bounds[0][0] < m.end for m in refused)
                for _ in range(1 + _REJECT_COPIES * again):
                    trainer.append(items, tags)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()


@lru_cache(maxsize=_KEPT)
def _prepared(text: str) -> tuple[tuple[Bounds, Any], ...]:
    """The sentences with their features as CRFsuite takes them (`ItemSequence`)."""
    from pycrfsuite import ItemSequence

    return tuple((bounds, ItemSequence(features)) for bounds, features in featured(text))
