"""Agreement of annotators as the card tells it."""

from collections.abc import Iterator, Mapping

from app.agreement import AgreementReport
from app.agreement.report import PairAgreement, shown
from app.dataset.card import table


def agreement_tables(report: AgreementReport) -> Iterator[str]:
    """Yield Markdown; annotators have numbers here, by the order of their names."""
    if not report.pairs:
        yield "No article was done by two annotators, so nothing is known of their agreement."
        return
    names = sorted({name for pair in report.pairs for name in pair.annotators})
    numbers = {name: number for number, name in enumerate(names, 1)}
    yield (
        "In the articles that two annotators did (status done, or something marked). F1 is their positive "
        "specific agreement (Hripcsak & Rothschild 2005): exact, with the same fragments, and overlapping, "
        "sharing a character. Alpha is Krippendorff's (2004), nominal, over the characters of these "
        "articles, all annotators together. Kappa is Cohen's (1960), over overlapping pairs for which both "
        "chose."
    )
    yield _spans(report, numbers)
    yield table(
        ["label", "articles", "characters", "alpha"],
        [[f"`{each.label}`", each.articles, each.characters, shown(each.alpha)] for each in report.labels],
    )
    if any(choice.compared for pair in report.pairs for choice in pair.choices):
        yield _choices(report, numbers)


def _spans(report: AgreementReport, numbers: Mapping[str, int]) -> str:
    return table(
        ["annotators", "articles", "label", "first", "second", "exact F1", "overlapping F1"],
        [
            [
                _pair(pair, numbers),
                pair.articles,
                f"`{spans.label}`",
                spans.first,
                spans.second,
                shown(spans.exact_f1),
                shown(spans.overlapping_f1),
            ]
            for pair in report.pairs
            for spans in pair.spans
        ],
    )


def _choices(report: AgreementReport, numbers: Mapping[str, int]) -> str:
    """Those that both annotators of a pair made at least once."""
    return table(
        ["annotators", "label", "attribute", "both chose", "of", "the same", "kappa"],
        [
            [
                _pair(pair, numbers),
                f"`{choice.label}`" if choice.label else "the article",
                f"`{choice.attribute}`",
                choice.compared,
                choice.possible,
                choice.agreed,
                shown(choice.kappa),
            ]
            for pair in report.pairs
            for choice in pair.choices
            if choice.compared
        ],
    )


def _pair(pair: PairAgreement, numbers: Mapping[str, int]) -> str:
    first, second = pair.annotators
    return f"{numbers[first]} and {numbers[second]}"
