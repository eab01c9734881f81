"""Where on the page the article stands: the node whose blocks are running text, and the furniture in it."""

import itertools
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from app.importers.blocks import REST, Node, Page
from app.importers.listed import listed

# Tags that hold furniture wherever they stand.
FURNITURE_TAGS = listed("nav footer form menu dialog select option datalist noscript legend")

_WORD = r"(?:^|[^a-z])"

# Parts of class names and ids that say "not the article". Matched at the start of a word.
_NEGATIVE = re.compile(
    _WORD + "(?:"
    "comment(?!ary)|disqus|reply|replies|respond|related|relat-|recommend|recirc|"
    "readmore|read-more|read-also|readalso|read_also|"
    "more-(?:news|stories|on|from|in)|also(?:[^a-z]|$)|teaser|promo|sponsor|"
    "advert|adv[_ -]|ads?(?:[_ -]|$)|adsbygoogle|banner|newsletter|"
    "subscri|signup|sign-up|social|soc-|share|sharing|sharebar|footer|foot(?:[^a-z]|$)|navi?(?:[^a-z]|gation|$)|navbar|menu|submenu|"
    "breadcrumb|crumb|tags?(?:[^a-z]|$)|taglist|tagcloud|popular|trending|most-?read|mostview|top-?news|last-?news|cookie|consent|gdpr|"
    "modal|popup|pop-up|overlay|login|log-in|auth(?:[^a-z]|$)|register|registration|rating|vote|voting|poll(?:[^a-z]|$)|pagination|pagers?(?:[^a-z]|$)|"
    "pages?nav|copyright|disclaimer|toolbar|counter|visually-?hidden|sr-only|screen-?reader|skip-|author-?bio|authorbio|"
    "about-?(?:the-)?author|author-?box|outbrain|taboola|mgid|smi2|relap|playlist|jwplayer|vjs-|quiz|weather|currency|informer|"
    "forum|tooltip|toast|donat|appdownload|app-promo|partner|see-?also|linklist|off-?canvas|hamburger|site-?header|"
    "topbar|top-bar|metrika|ticker|marquee|blogroll|trc_|yandex|begun|other-?(?:news|articles)|othernews|next-?(?:article|post|news)|"
    "prev(?:[^a-z]|ious)|upsell|cta(?:[^a-z]|$)|nextarticle|article-?list|news-?list|newslist|card-?list|feedback"
    ")"
)
# Names that furniture has, but frames around articles have too: believed only of what looks like furniture.
_DOUBTFUL = re.compile(
    _WORD + "(?:"
    "sidebar|side-bar|sidecol|rightcol|right-col|leftcol|left-col|widget|topics?(?:[^a-z]|$)|latest|lenta|follow|search|print(?:[^a-z]|$)|"
    "archive|rubric|category|categories|calendar|links?(?:[^a-z]|$)|linked|digest|announcement|listing|masthead|direct(?:[^a-z]|$)|chat(?:[^a-z]|$)|"
    "paywall|piano|regwall|premium|callout|inline-?nav|bottom|aside"
    ")"
)
# Class names that say "the article's text". They outweigh the negative ones of the same element.
_POSITIVE = re.compile(
    _WORD + "(?:"
    "article-?_*(?:body|text|content|main|copy)|articletext|articlebody|story-?_*(?:body|text|content)|storytext|"
    "post-?_*(?:body|text|content|entry)|entry-?_*(?:content|text|body)|news-?_*(?:text|body|content|detail)|newstext|"
    "full-?_*(?:text|story|news)|fulltext|content-?_*(?:text|body)|text-?_*(?:body|content)|js-mediator-article|"
    "article-formatted-body|richtext|rich-text|wysiwyg|body-?copy|hentry|b-article|topic-body|material-?_*(?:text|body)"
    ")"
)


@lru_cache(maxsize=20_000)
def hint_sign(hints: str) -> int:
    """Return 1 where class names and ids say article text, -2 furniture, -1 perhaps furniture, else 0."""
    if not hints:
        return 0
    if _POSITIVE.search(hints):
        return 1
    if _NEGATIVE.search(hints):
        return -2
    return -1 if _DOUBTFUL.search(hints) else 0


@dataclass(slots=True)
class Scope:
    """The article's place: its node, and for every node why it is furniture ("" where it is not)."""

    top: int
    furniture: list[str]
    inside: list[bool]
    """For every node: whether it is `top` or within it."""


# Share of its score that a block gives to each further ancestor. At 0.6 a parent takes over from its
# child when it brings two thirds more text than the child has.
_DECAY = 0.6
# A furniture name is not believed of an element with more than this share of the page's prose, ...
_NEARLY_ALL = 0.9
# ... nor, where the headline or declared body stands in it, with more than this share, ...
_MUCH = 0.3
# (the same of paragraphs that all bear one name), ...
# ... nor, where the name is doubtful, with more than this share in lines that are mostly no links.
_SOME = 0.12
_LINKED = 0.35


def article_scope(page: Page, declared: list[bool], headline: int, next_headline: int) -> Scope:
    """Find the article's node; `declared` tells for each block whether the page itself calls it body.

    `headline` is the block that agrees with the page's title and `next_headline` the next first-level
    heading (or -1): pages that load the next article below must not give that one.
    """
    prose = [_prose(block.text, block.link_length) for block in page.blocks]
    furniture = _furniture(page, prose, declared)
    weights = [
        0.0 if furniture[block.node] else weight for block, weight in zip(page.blocks, prose, strict=True)
    ]
    known = sum(weight for weight, is_declared in zip(weights, declared, strict=True) if is_declared)
    if known > 8:  # three paragraphs or more
        anchors = [w if is_declared else 0.1 * w for w, is_declared in zip(weights, declared, strict=True)]
    else:
        anchors = weights
    top = _best(page, anchors)
    if 0 <= headline < next_headline and sum(anchors[headline:next_headline]) > 8:
        inside = _within(page, top)
        if not any(w and inside[b.node] for b, w in zip(page.blocks[:next_headline], anchors, strict=False)):
            weights[next_headline:] = [0.0] * (len(weights) - next_headline)
            top = _best(page, weights)
    marked = [n for n, node in enumerate(page.nodes) if "articlebody" in node.itemprop and not furniture[n]]
    sums = _subtree_sums(page, weights)
    if marked:
        best = max(marked, key=lambda n: sums[n])
        if sums[best] > 0.2 * max(sums[0], 1):
            top = best
    else:
        top = _climbed(page, top, weights, sums)
    return Scope(top, furniture, _within(page, top))


def _best(page: Page, weights: list[float]) -> int:
    scores = _scores(page, weights)
    return max(range(len(page.nodes)), key=lambda n: scores[n], default=0)


def _within(page: Page, top: int) -> list[bool]:
    inside = [False] * len(page.nodes)
    for n, node in enumerate(page.nodes):
        inside[n] = n == top or (node.parent >= 0 and inside[node.parent])
    return inside


def _prose(text: str, link_length: int) -> float:
    """Return how much a block is worth as running text; 0 for labels, links and lists of links."""
    length = len(text)
    if length < 40 or link_length > length / 2:
        return 0.0
    marks = (
        text.count(",", 0, 1_000)
        + text.count(". ", 0, 1_000)
        + text.count("、", 0, 1_000)
        + text.count("，", 0, 1_000)
    )
    return (1 + min(marks, 6) + min(length / 100, 4)) * (1 - link_length / length)


def _subtree_sums(page: Page, values: list[float]) -> list[float]:
    sums = [0.0] * len(page.nodes)
    for block, value in zip(page.blocks, values, strict=True):
        sums[block.node] += value
    for n in range(len(page.nodes) - 1, 0, -1):
        sums[page.nodes[n].parent] += sums[n]
    return sums


def _furniture(page: Page, prose: list[float], declared: list[bool]) -> list[str]:
    """Return for every node why it is furniture; what holds declared body never is."""
    nodes = page.nodes
    totals = _subtree_sums(page, prose)
    lengths = _subtree_sums(page, [float(len(block.text)) for block in page.blocks])
    links = _subtree_sums(page, [float(block.link_length) for block in page.blocks])
    central = _central(page, declared)
    by_name: defaultdict[str, float] = defaultdict(float)
    for total, node in zip(totals, nodes, strict=True):
        if node.tag == "p" and node.hints:
            by_name[node.hints] += total
    whole = max(totals[0], 1.0) if totals else 1.0
    reasons = [""] * len(nodes)
    for n, node in enumerate(nodes):
        if node.parent >= 0 and reasons[node.parent]:
            reasons[n] = reasons[node.parent]
            continue
        if node.tag == REST:
            reasons[n] = "rest of a huge page"
            continue
        share = totals[n] / whole
        if node.tag in ("html", "body") or share > _NEARLY_ALL or (central[n] and share > _MUCH):
            continue
        if node.tag == "p" and by_name[node.hints] > _MUCH * whole:
            continue
        reasons[n] = _name_of_furniture(node, share < _SOME or links[n] > _LINKED * lengths[n])
    return reasons


def _name_of_furniture(node: Node, looks_like_it: bool) -> str:
    """Return the tag or class name that makes a node furniture, or ""."""
    if node.tag in FURNITURE_TAGS:
        return node.tag
    if node.hidden:
        return "hidden"
    sign = hint_sign(node.hints)
    if sign == -2 or (sign == -1 and looks_like_it):
        return "class " + node.hints.strip()[:40]
    return ""


def _central(page: Page, declared: list[bool]) -> list[bool]:
    """Tell for every node whether declared body, a first-level heading or a frame named so is below it."""
    central = [False] * len(page.nodes)
    for block, is_declared in zip(page.blocks, declared, strict=True):
        if is_declared:
            for n in page.path(block.node):
                central[n] = True
    for node in page.nodes:
        if node.tag == "h1" or "articlebody" in node.itemprop or hint_sign(node.hints) > 0:
            for n in page.path(node.parent):
                central[n] = True
    return central


def _scores(page: Page, weights: list[float]) -> list[float]:
    scores = [0.0] * len(page.nodes)
    for block, weight in zip(page.blocks, weights, strict=True):
        if not weight:
            continue
        for n in page.path(block.node):
            node = page.nodes[n]
            if node.inline or node.tag in ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6"):
                continue
            scores[n] += weight
            weight *= _DECAY
            if weight < 0.05:
                break
    for n, node in enumerate(page.nodes):
        if scores[n] and hint_sign(node.hints) > 0:
            scores[n] *= 1.3
    return scores


# --- articles in several frames

# How many frames up the rest of the article is looked for.
_LEVELS = 6


def signature(page: Page, node: int) -> tuple[str, ...]:
    """Return what the frames of a block look like: tags and class names of the three innermost."""
    parts: list[str] = []
    for n in page.path(node):
        frame = page.nodes[n]
        if frame.inline:
            continue
        parts.append(frame.tag + re.sub(r"[\d\s]+", " ", frame.hints))
        if len(parts) == 3:
            break
    return tuple(parts)


def _climbed(page: Page, top: int, weights: list[float], sums: list[float]) -> int:
    """Return the frame that also holds the article's other parts, where they are framed as `top`'s are."""
    inside = _within(page, top)
    signatures = [signature(page, b.node) if w else () for b, w in zip(page.blocks, weights, strict=True)]
    known = {s for s, b, w in zip(signatures, page.blocks, weights, strict=True) if w and inside[b.node]}
    if not known:
        return top
    matching = _subtree_sums(
        page, [w if s in known else 0.0 for s, w in zip(signatures, weights, strict=True)]
    )
    best = top
    for n in itertools.islice(page.path(page.nodes[top].parent), _LEVELS):
        if page.nodes[n].tag in ("body", "html"):
            break
        gain = matching[n] - sums[best]
        alien = sums[n] - matching[n]
        if gain > 0.15 * sums[best] and alien < 0.3 * matching[n]:
            best = n
    return best
