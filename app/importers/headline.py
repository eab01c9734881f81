"""The headline among the blocks, and the title of the article."""

from collections import Counter

from app.importers.metadata import same_words, without_site
from app.importers.view import HEADINGS, LONGEST_TITLE, View


def find_headline(view: View, first: int) -> int:
    """Return the index of the headline's block, or -1; `first` is the first block of running text."""
    best, best_score = -1, 0.0
    for i, block in enumerate(view.blocks):
        score = _score(view, i)
        if score < 2:
            continue
        if i > first:
            score -= 1.5
        if block.link_length > 0.5 * len(block.text):
            score -= 1.5
        if score > best_score or (score == best_score and best < i <= first):
            best, best_score = i, score
    return best


def _score(view: View, i: int) -> float:
    tag = view.tags[i]
    heading = tag in HEADINGS
    if not (heading or view.titled[i]) or not 3 < len(view.words[i]) < LONGEST_TITLE:
        return 0.0
    score = view.titled[i] + (4.0 if tag == "h1" else 1.0 if heading else -1.0)
    if view.page.nodes[view.blocks[i].node].itemprop in ("headline", "name"):
        score += 1
    if view.furniture(i) and tag != "h1":
        score -= 1.5
    return score


def find_title(view: View, headline: int) -> str:
    """Return the article's title without the site's name, or "".

    A page says it up to five times, and the five differ: `<title>` and JSON-LD are written for search
    engines, the headline stands under a kicker. What the editors want it called when it is passed on
    (og:title) goes first, as far as it is about the article; else what most of the others say.
    """
    headings = [view.blocks[i].text for i, tag in enumerate(view.tags) if tag in HEADINGS][:30]
    shown = [view.blocks[headline].text] if headline >= 0 else []
    shared, *declared = [
        without_site(title, view.head.sites, shown + headings)
        for title in (view.head.shared_title, *view.head.titles, view.head.page_title)
    ]
    candidates = [title for title in (*declared, *shown) if title]
    if shared and _is_about_the_same(shared, [title for title in (*shown, view.head.page_title) if title]):
        whole = same_words(shared).removesuffix(" ")
        cut_short = shared.endswith(("...", "…"))
        longer = (
            t for t in candidates if cut_short and len(t) > len(shared) and same_words(t).startswith(whole)
        )
        return next(longer, shared)
    votes = Counter(_without_kicker(same_words(title), candidates) for title in candidates)
    return max(candidates, key=lambda title: votes[same_words(title)], default="")


# The share of a shared title's words that the page must use for it elsewhere; a site's name has none.
_COMMON = 0.25


def _is_about_the_same(title: str, others: list[str]) -> bool:
    """Tell a title of the article from one that every page of a site bears."""
    words = set(same_words(title).split())
    found = set(same_words(" ".join(others)).split())
    return not others or len(words & found) >= _COMMON * len(words)


def _without_kicker(words: str, candidates: list[str]) -> str:
    for other in map(same_words, candidates):
        if len(other) > 20 and words != other and words.endswith(" " + other):
            return other
    return words
