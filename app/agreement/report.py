"""What is said of how far annotators agree: values without behaviour beyond their measures."""

from dataclasses import dataclass

from app.agreement.measures import f1


def shown(measure: float | None) -> str:
    """Return a measure as people read it: three digits, "–" where it has no meaning."""
    return "–" if measure is None else f"{measure:.3f}"


@dataclass(frozen=True, slots=True)
class SpanAgreement:
    """How far two annotators marked the same with one label."""

    label: str
    first: int
    """How many annotations each made in the articles both did."""
    second: int
    exact: int
    """Pairs with the same fragments."""
    overlapping: int
    """Pairs that share a character, the exact ones counted too; one to one."""

    @property
    def exact_f1(self) -> float | None:
        """Positive specific agreement of exact pairs; None where neither marked anything."""
        return f1(self.exact, self.first, self.second)

    @property
    def overlapping_f1(self) -> float | None:
        """Positive specific agreement of overlapping pairs."""
        return f1(self.overlapping, self.first, self.second)


@dataclass(frozen=True, slots=True)
class ChoiceAgreement:
    """How far two annotators chose the same for one attribute."""

    label: str
    """Empty where the attribute is one of articles as a whole."""
    attribute: str
    possible: int
    """Overlapping pairs (or articles) for which both could have chosen."""
    compared: int
    """Those for which both did."""
    agreed: int
    """Those for which both chose the same."""
    kappa: float | None
    """Cohen's kappa; None where it has no meaning (nothing compared, or one value throughout)."""


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """How far two annotators agree in the articles both did."""

    annotators: tuple[str, str]
    """By name."""
    articles: int
    spans: tuple[SpanAgreement, ...]
    """In the order of the scheme; labels that one of them used."""
    choices: tuple[ChoiceAgreement, ...]
    """In the order of the scheme, articles as a whole last; attributes that both could have chosen."""


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """How far all annotators marked the same characters with one label."""

    label: str
    articles: int
    """Those that two or more did."""
    characters: int
    """Of these articles, each counted once."""
    alpha: float | None
    """Krippendorff's nominal alpha over characters; None where nothing or everything is marked."""


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """How far the annotators agree; without pairs where no article was done by two."""

    pairs: tuple[PairAgreement, ...] = ()
    """By the names of the annotators."""
    labels: tuple[LabelAgreement, ...] = ()
    """In the order of the scheme."""
