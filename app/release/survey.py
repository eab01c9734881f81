"""One reading of everything selected: what the card tells of it, and what releases are compared by."""

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.agreement import Agreement, AgreementReport
from app.annotation import Status
from app.dataset import PARTS, Dataset, Dealt, Part, Record, Shape, select, shaped
from app.dataset.counts import Counts
from app.progress import Progress
from app.project import Project
from app.release import index
from app.release.plan import Plan
from app.scheme import Scheme
from app.suggestion import Decision

SPLITS = "splits.csv"


@dataclass(slots=True)
class Survey:
    """What was found, of whole articles whatever the shape of the release."""

    scheme: Scheme
    """With the labels named as the plan says."""
    counts: Mapping[Part, Counts] = field(default_factory=lambda: {part: Counts() for part in PARTS})
    months: Counter[str] = field(default_factory=Counter)
    """Articles by month of publication (`2023-07`); those without one are left out."""
    lengths: list[int] = field(default_factory=list)
    """Code points of each text."""
    media_types: Counter[str] = field(default_factory=Counter)
    """Articles by what they were imported from; "" where that is not known."""
    origins: Counter[str] = field(default_factory=Counter)
    """Annotations by the suggester they were accepted from; those made by hand under ""."""
    decisions: defaultdict[str, Counter[Decision]] = field(default_factory=lambda: defaultdict(Counter))
    """What annotators decided, by suggester. Open suggestions have no history, and are not counted."""
    statuses: Counter[Status] = field(default_factory=Counter)
    """Sets (an annotator's of an article) by status."""
    agreement: AgreementReport = field(default_factory=AgreementReport)

    def add(self, record: Record, part: Part, *, with_suggestions: bool) -> None:
        """Count one more article."""
        article = record.article
        self.counts[part].add(record if with_suggestions else replace(record, suggestions=()))
        if article.published:
            self.months[article.published[:7]] += 1
        self.lengths.append(len(record.text))
        self.media_types[article.media_type] += 1
        self.origins.update(annotation.origin for annotation in record.annotations)
        for suggestion in record.suggestions:
            if suggestion.decision is not Decision.OPEN:
                self.decisions[suggestion.suggester][suggestion.decision] += 1
        self.statuses.update(record.statuses.values())


def survey(
    project: Project,
    plan: Plan,
    dealt: Dealt,
    folder: Path,
    progress: Progress,
) -> Survey:
    """Read the plan's selection once, and write articles.jsonl and splits.csv into the folder.

    UserError: as reading a dataset.
    """
    dataset = whole_articles(project, plan)
    found = Survey(dataset.scheme)
    agreement = Agreement(dataset.scheme)
    with (
        (folder / index.INDEX).open("wb") as lines,
        (folder / SPLITS).open("w", encoding="utf-8", newline="") as table,
    ):
        splits = csv.writer(table, lineterminator="\n")
        splits.writerow(["article_id", "text_sha256", "part", "group"])
        for done, record in enumerate(dataset, 1):
            article = record.article
            part = dealt.parts[article.id]
            lines.write(index.line(record, part))
            splits.writerow([article.id, article.text_sha256, part, dealt.groups[article.id]])
            found.add(record, part, with_suggestions=plan.selection.with_suggestions)
            agreement.add(record)
            progress(done, len(dataset))
    found.agreement = agreement.report()
    return found


def whole_articles(project: Project, plan: Plan) -> Dataset:
    """Describe what the plan selects as whole articles, suggestions with it. UserError: as `select`."""
    selection = replace(plan.selection, with_suggestions=True)
    return shaped(select(project, selection), Shape(names=plan.shape.names))
