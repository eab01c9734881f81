"""All that is learned from one annotator at one moment, and what it proposes for a text."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.anchor import Span
from app.project import Project
from app.suggesters.learning import gathering
from app.suggesters.learning.examples import Example
from app.suggesters.learning.model import Model, train
from app.suggesters.learning.repeats import repeats
from app.suggesters.learning.scores import Scores
from app.suggesters.learning.scoring import cross_validate
from app.suggestion import Proposal


@dataclass(frozen=True, slots=True)
class Learned:
    """A value: any thread may use it."""

    examples: tuple[Example, ...] = ()
    model: Model = field(default_factory=Model)
    scores: Scores = field(default_factory=Scores)
    """Cross-validated: how well the model does on articles it was not trained on."""

    def with_examples(self, fresh: Iterable[Example]) -> "Learned":
        """Return the same with examples that came since."""
        return replace(self, examples=(*self.examples, *fresh))

    def marks(self) -> int:
        """How many marks the model was trained on."""
        return sum(self.model.marks.values())

    def proposals(self, text: str, language: str, besides: Sequence[Proposal] = ()) -> list[Proposal]:
        """Return repeats of what was marked, then what the model finds; `text` is canonical.

        Nothing that overlaps what is proposed already (`besides`, and repeats) with the same label.
        """
        found = _clear_of(repeats(text, language, self.examples), besides)
        return [*found, *_clear_of(self.model.suggest(text, language), [*besides, *found])]


def learn(project: Project, annotator: str, check: Callable[[], object] = lambda: None) -> Learned:
    """Read what the annotator has decided and learn from it: some seconds of CPU, not for the UI thread.

    `check` is called between its parts, and raises when it is to stop. NotFound: an article is gone.
    """
    articles = gathering.training_articles(project, annotator)
    check()
    scores = cross_validate(articles, check=check)
    examples = tuple(gathering.examples(project, annotator))
    check()
    return Learned(examples, train(articles, scores), scores)


def _clear_of(proposals: Iterable[Proposal], others: Iterable[Proposal]) -> list[Proposal]:
    taken: defaultdict[str, list[Span]] = defaultdict(list)
    for other in others:
        taken[other.label].append(Span(other.start, other.end))
    return [
        proposal
        for proposal in proposals
        if not any(Span(proposal.start, proposal.end).overlaps(span) for span in taken[proposal.label])
    ]
