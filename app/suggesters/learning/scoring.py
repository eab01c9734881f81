"""How well the model would have done on articles it has not seen: cross-validation by article."""

from collections import Counter
from collections.abc import Callable, Sequence

from app.suggesters.learning.examples import Mark, TrainingArticle
from app.suggesters.learning.features import tokens_by_sentence
from app.suggesters.learning.labelling import longest, read_off, tagged
from app.suggesters.learning.model import Model, train, was_read
from app.suggesters.learning.scores import Score, Scores


def cross_validate(
    examples: Sequence[TrainingArticle], folds: int = 5, check: Callable[[], object] = lambda: None
) -> Scores:
    """Train `folds` times, each time without a part of the articles, and score that part.

    Articles are dealt out in turn, so that every part has new and old ones; the same text always goes to one
    part. With fewer than two different texts there is nothing to say and no label has a score. Costs as much
    as training `folds` times; `check` is called after each, and raises when it is to stop. ValueError: there
    must be at least two folds.
    """
    if folds < 2:
        raise ValueError(f"cross-validation needs at least 2 folds, not {folds}")
    numbers = {text: at for at, text in enumerate(dict.fromkeys(article.text for article in examples))}
    folds = min(folds, len(numbers))
    if folds < 2:
        return Scores(articles=len(numbers))
    correct: Counter[str] = Counter()
    proposed: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    for fold in range(folds):
        held_out = [article for article in examples if numbers[article.text] % folds == fold]
        model = train([article for article in examples if numbers[article.text] % folds != fold])
        for article in held_out:
            right, found = _expected(article), _found(model, article)
            correct.update(mark.label for mark in found & right)
            proposed.update(mark.label for mark in found)
            marked.update(mark.label for mark in right)
        check()
    labels = {
        label: Score(correct[label], proposed[label], marked[label]) for label in sorted(marked | proposed)
    }
    total = Score(correct.total(), proposed.total(), marked.total())
    return Scores(labels, total, len(numbers))


def _expected(article: TrainingArticle) -> set[Mark]:
    """The article's marks, to the token: of those of one label that lie on each other the longest."""
    found: set[Mark] = set()
    for label in {mark.label for mark in article.marks}:
        marks = longest(article.marks, (label,))
        for bounds in tokens_by_sentence(article.text):
            found.update(mark for mark, _ in read_off(bounds, tagged(bounds, marks)))
    return found


def _found(model: Model, article: TrainingArticle) -> set[Mark]:
    """What the model proposes in what was read of the article."""
    read = [bounds for bounds in tokens_by_sentence(article.text) if was_read(article, bounds)]
    return {
        mark
        for mark, _ in model.found(article.text)
        if any(bounds[0][0] <= mark.start < bounds[-1][1] for bounds in read)
    }
