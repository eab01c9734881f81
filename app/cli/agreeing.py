"""Agreement at the command line: how far annotators mark and choose the same."""

import argparse
from collections.abc import Iterator
from typing import Any

from app.agreement import AgreementReport, agreement
from app.agreement.report import shown
from app.cli.console import json_line, result
from app.cli.doors import Doors
from app.dataset import Selection, select
from app.wording import counted


def agreement_(arguments: argparse.Namespace, doors: Doors) -> int:
    """Compare everybody's sets of the articles that two or more did."""
    project = doors.open_project(arguments.project, read_only=True)
    try:
        report = agreement(select(project, Selection()))
    finally:
        project.close()
    if arguments.json:
        json_line(as_json(report))
        return 0
    for line in as_lines(report):
        result(line)
    return 0


def as_json(report: AgreementReport) -> dict[str, Any]:
    """Return the report as values for JSON; a measure without a meaning is null."""
    return {
        "pairs": [
            {
                "annotators": list(pair.annotators),
                "articles": pair.articles,
                "spans": [
                    {
                        "label": spans.label,
                        "first": spans.first,
                        "second": spans.second,
                        "exact": spans.exact,
                        "overlapping": spans.overlapping,
                        "exact_f1": spans.exact_f1,
                        "overlapping_f1": spans.overlapping_f1,
                    }
                    for spans in pair.spans
                ],
                "choices": [
                    {
                        "label": choice.label or None,
                        "attribute": choice.attribute,
                        "possible": choice.possible,
                        "compared": choice.compared,
                        "agreed": choice.agreed,
                        "kappa": choice.kappa,
                    }
                    for choice in pair.choices
                ],
            }
            for pair in report.pairs
        ],
        "labels": [
            {
                "label": each.label,
                "articles": each.articles,
                "characters": each.characters,
                "alpha": each.alpha,
            }
            for each in report.labels
        ],
    }


def as_lines(report: AgreementReport) -> Iterator[str]:
    """Give the same for people."""
    if not report.pairs:
        yield "No article was done (status done, or something marked) by two annotators: nothing to compare."
        return
    for pair in report.pairs:
        yield f"{pair.annotators[0]} and {pair.annotators[1]}: {counted(pair.articles, 'article')}"
        for spans in pair.spans:
            yield (
                f"  {spans.label}: {spans.first} and {spans.second} marked; "
                f"F1 exact {shown(spans.exact_f1)} ({spans.exact}), "
                f"overlapping {shown(spans.overlapping_f1)} ({spans.overlapping})"
            )
        for choice in pair.choices:
            if choice.compared:
                yield (
                    f"  {choice.label or 'the article'}, {choice.attribute}: kappa {shown(choice.kappa)}, "
                    f"the same in {choice.agreed} of {choice.compared} that both chose, of {choice.possible}"
                )
    yield f"all annotators, {counted(report.labels[0].articles, 'article')}:"
    for each in report.labels:
        if each.alpha is not None:
            yield f"  {each.label}: alpha {shown(each.alpha)} over {each.characters:,} characters"
