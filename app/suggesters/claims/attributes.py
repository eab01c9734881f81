"""The attributes of a claim as the default scheme has them: quote, stance, type, and whether to check it."""

from collections.abc import Mapping

from app.suggesters.attribution import Attribution, Epistemic
from app.suggesters.claims.features import Seen

# One of these makes a factual statement one that the public would want checked.
_WEIGHTY = frozenset(
    {"number", "statistics", "comparison", "cause", "rule", "future", "quantifier"}
    | {"rumour", "denial", "entity", "negation"}
)


def attributes_of(seen: Seen, attribution: Attribution | None) -> Mapping[str, str]:
    """Return quote_type, epistemic, claim_type and check_worthiness, with the values of `news.toml`."""
    claim_type = _claim_type(seen)
    return {
        "quote_type": attribution.quote_type if attribution is not None else "indirect",
        "epistemic": _epistemic(seen, attribution),
        "claim_type": claim_type,
        "check_worthiness": _check_worthiness(seen, claim_type),
    }


def _epistemic(seen: Seen, attribution: Attribution | None) -> Epistemic:
    """How the article puts it: its own word of hearsay first, then what the cue says, then the content."""
    if "rumour" in seen.marks:
        return "reported_rumour"
    if attribution is not None and attribution.epistemic != "asserted":
        return attribution.epistemic
    if "denial" in seen.marks:
        return "denied"
    return "hedged" if "hedge" in seen.marks else "asserted"


def _claim_type(seen: Seen) -> str:
    """What kind of evidence would settle it; a plan with a sum of money is a prediction, not a quantity."""
    marks, features = seen.marks, seen.features
    if "future" in marks:
        return "prediction"
    if "cause" in marks:
        return "correlation_causation"
    if "rule" in marks and "number" not in features:
        return "law_or_rule"
    if "personal" in marks:
        return "personal_experience"
    if "number" in features:
        return "quantity"
    return "quantity" if {"statistics", "comparison"} <= marks else "other"


def _check_worthiness(seen: Seen, claim_type: str) -> str:
    features = seen.features
    if "number" not in features and not seen.marks.isdisjoint({"opinion", "wish"}):
        return "NFS"
    if "number" not in features and "ought" in seen.marks and "entity" not in features:
        return "NFS"
    if claim_type == "personal_experience" or _WEIGHTY.isdisjoint(features):
        return "UFS"
    return "CFS"
