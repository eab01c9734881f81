"""How far annotators agree, in the articles that two or more of them did.

An annotator did an article who gave it the status done, or marked something in it. Pairs of annotators
are compared by positive specific agreement on spans and Cohen's kappa on choices; all of them together by
Krippendorff's alpha over characters (see `measures`).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from app.agreement.matching import by_label, matched, stretches
from app.agreement.measures import alpha, kappa
from app.agreement.report import (
    AgreementReport,
    ChoiceAgreement,
    LabelAgreement,
    PairAgreement,
    SpanAgreement,
)
from app.annotation import Annotation, Assessment, Attributes, Status
from app.dataset import Dataset, Record
from app.scheme import Attribute, Scheme

__all__ = [
    "Agreement",
    "AgreementReport",
    "ChoiceAgreement",
    "LabelAgreement",
    "PairAgreement",
    "SpanAgreement",
    "agreement",
]


def agreement(dataset: Dataset) -> AgreementReport:
    """Compare the annotators of a dataset of whole articles. UserError: as reading the dataset."""
    found = Agreement(dataset.scheme)
    for record in dataset:
        found.add(record)
    return found.report()


class Agreement:
    """Gathers article by article, and keeps counts only."""

    def __init__(self, scheme: Scheme) -> None:
        """Take the scheme whose labels and choices are compared."""
        self._scheme = scheme
        self._pairs: defaultdict[tuple[str, str], _Pair] = defaultdict(_Pair)
        self._stretches: defaultdict[str, Counter[tuple[int, int]]] = defaultdict(Counter)
        self._articles = 0
        self._characters = 0

    def add(self, record: Record) -> None:
        """Compare everybody who did the article."""
        sets = _sets(record)
        if len(sets) < 2:
            return
        self._articles += 1
        self._characters += len(record.text)
        labelled = {annotator: by_label(annotations) for annotator, annotations in sets.items()}
        for label in self._scheme.labels:
            marked = [
                [span for annotation in mine.get(label.id, ()) for span in annotation.spans]
                for mine in labelled.values()
            ]
            self._stretches[label.id] += stretches(marked, len(record.text))
        for one, other in combinations(sorted(sets), 2):
            pair = self._pairs[one, other]
            pair.articles += 1
            for label in self._scheme.labels:
                pair.compare(label.id, label.attributes, labelled[one], labelled[other])
            pair.assess(self._scheme.article, record.assessments.get(one), record.assessments.get(other))

    def report(self) -> AgreementReport:
        """What has been found so far."""
        labels = self._scheme.labels if self._articles else ()
        return AgreementReport(
            tuple(
                PairAgreement(names, pair.articles, tuple(pair.spans()), tuple(pair.choices(self._scheme)))
                for names, pair in sorted(self._pairs.items())
            ),
            tuple(
                LabelAgreement(label.id, self._articles, self._characters, alpha(self._stretches[label.id]))
                for label in labels
            ),
        )


class _Pair:
    """What two annotators have in common so far."""

    def __init__(self) -> None:
        self.articles = 0
        self._marked: dict[str, Counter[str]] = {}
        self._possible: Counter[tuple[str, str]] = Counter()
        self._chosen: defaultdict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)

    def compare(
        self,
        label: str,
        attributes: Sequence[Attribute],
        first: Mapping[str, list[Annotation]],
        second: Mapping[str, list[Annotation]],
    ) -> None:
        """Count what both marked with one label in one article, and what they chose for it."""
        mine, theirs = first.get(label, []), second.get(label, [])
        pairs, exact = matched(mine, theirs)
        marked = self._marked.setdefault(label, Counter())
        marked.update(first=len(mine), second=len(theirs), exact=exact, overlapping=len(pairs))
        for one, other in pairs:
            self._choose(label, attributes, one.attributes, other.attributes)

    def assess(
        self, attributes: Sequence[Attribute], first: Assessment | None, second: Assessment | None
    ) -> None:
        """Count what both chose for one article as a whole."""
        self._choose("", attributes, first.attributes if first else {}, second.attributes if second else {})

    def _choose(
        self, label: str, attributes: Sequence[Attribute], first: Attributes, second: Attributes
    ) -> None:
        for attribute in attributes:
            if attribute.type != "choice":
                continue
            self._possible[label, attribute.id] += 1
            if attribute.id in first and attribute.id in second:
                chosen = str(first[attribute.id]), str(second[attribute.id])
                self._chosen[label, attribute.id][chosen] += 1

    def spans(self) -> Iterator[SpanAgreement]:
        for label, marked in self._marked.items():
            if marked["first"] or marked["second"]:
                yield SpanAgreement(
                    label, marked["first"], marked["second"], marked["exact"], marked["overlapping"]
                )

    def choices(self, scheme: Scheme) -> Iterator[ChoiceAgreement]:
        for label, attribute in _choices(scheme):
            if not self._possible[label, attribute]:
                continue
            chosen = self._chosen[label, attribute]
            yield ChoiceAgreement(
                label,
                attribute,
                self._possible[label, attribute],
                chosen.total(),
                sum(count for (one, other), count in chosen.items() if one == other),
                kappa(chosen),
            )


def _choices(scheme: Scheme) -> Iterator[tuple[str, str]]:
    """The label and id of every attribute of the scheme that is a choice, those of articles last."""
    for label in scheme.labels:
        yield from ((label.id, attribute.id) for attribute in label.attributes if attribute.type == "choice")
    yield from (("", attribute.id) for attribute in scheme.article if attribute.type == "choice")


def _sets(record: Record) -> dict[str, list[Annotation]]:
    """The annotations of everybody who did the article, by annotator."""
    sets: dict[str, list[Annotation]] = {
        annotator: [] for annotator, status in record.statuses.items() if status is Status.DONE
    }
    for annotation in record.annotations:
        sets.setdefault(annotation.annotator, []).append(annotation)
    return sets
