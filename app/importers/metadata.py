"""What a page says of itself in its head: titles, site, address, date, authors, the body for machines."""

import html
import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urljoin, urlsplit

from lxml import etree

from app.importers.dates import parse_date

# The longest address that is believed; browsers themselves stop near 2,000.
_MAX_URL = 2_000
# JSON-LD larger than this is state of a script, not a description.
_MAX_JSON = 3_000_000


@dataclass(slots=True)
class Head:
    """What the head of a page declares. Lists are in order of trust, best first."""

    titles: list[str] = field(default_factory=list)
    """Titles without the site's name: JSON-LD headline, og:title, twitter:title."""
    shared_title: str = ""
    """og:title: how the editors want the article called when it is passed on."""
    page_title: str = ""
    """`<title>`, with whatever the site puts around it."""
    descriptions: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    """Names of the publisher or site, best first; the host name last."""
    url: str = ""
    dates: list[str] = field(default_factory=list)
    """ISO 8601."""
    authors: list[str] = field(default_factory=list)
    """As JSON-LD declares them, not yet judged."""
    meta_authors: list[str] = field(default_factory=list)
    """As meta elements declare them."""
    marked_authors: list[str] = field(default_factory=list)
    """As the text marks them: `itemprop="author"`, `rel="author"`."""
    body: str = ""
    """JSON-LD articleBody as plain text."""
    language: str = ""


def read_head(root: etree._Element, saved_url: str = "") -> Head:
    """Read the declarations of a page; `saved_url` is the address its container was saved from."""
    head = Head(language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    metas = _metas(root)
    _from_metas(head, metas)
    _from_json_ld(head, list(_json_ld(root)))
    head.marked_authors = _marked_authors(root)
    title = root.find(".//title")
    if title is not None:
        head.page_title = _clean("".join(map(str, title.itertext())))
    head.url = _address(root, metas, saved_url)
    head.sites += [*(site_in_title(head.page_title, title) for title in head.titles), host(head.url)]
    head.sites = [name for name in head.sites if name]
    return head


def _metas(root: etree._Element) -> dict[str, list[str]]:
    metas: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = meta.get("content")
        if name and content and len(content) < 20_000:
            metas.setdefault(name.strip().lower(), []).append(_clean(content))
    return metas


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _first(metas: dict[str, list[str]], *names: str) -> Iterator[str]:
    for name in names:
        for value in metas.get(name, ()):
            if value:
                yield value


# --- JSON-LD

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|Review|LiveBlog", re.I)


def _json_ld(root: etree._Element) -> Iterator[dict[str, Any]]:
    """Yield every object described on the page, articles first."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        source = (script.text or "").strip()
        if not source or len(source) > _MAX_JSON:
            continue
        source = re.sub(
            r"^(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>);?$", "", source
        ).strip()
        try:
            value = json.loads(source.rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        found.extend(_objects(value))
    yield from sorted(found, key=lambda thing: not _is_article(thing))


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    waiting = [value]
    while waiting:
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting[:0] = thing[:200]
        elif isinstance(thing, dict):
            yield thing
            waiting[:0] = [thing[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in thing]


def _is_article(thing: dict[str, Any]) -> bool:
    kind = thing.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(k, str) and _ARTICLE_TYPES.search(k) for k in kinds)


def _from_json_ld(head: Head, things: list[dict[str, Any]]) -> None:
    described = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str)}
    for thing in things:
        if not _is_article(thing):
            continue
        head.titles += [_plain(thing.get("headline")), _plain(thing.get("name"))]
        head.descriptions.append(_plain(thing.get("description")))
        if date := parse_date(_plain(thing.get("datePublished"))):
            head.dates.append(date)
        for name in _names(thing.get("author"), described) or _names(thing.get("creator"), described):
            if name not in head.authors:
                head.authors.append(name)
        body = _plain_body(thing.get("articleBody"))
        if len(body) > len(head.body):
            head.body = body
        head.sites += _names(thing.get("publisher"), described)
    head.titles = [title for title in head.titles if title]
    head.descriptions = [text for text in head.descriptions if text]


def _plain(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _clean(re.sub("<[^<>]{1,200}>", " ", html.unescape(value))) if isinstance(value, str) else ""


def _plain_body(value: Any) -> str:
    if isinstance(value, list):
        value = "\n".join(part for part in value if isinstance(part, str))
    if not isinstance(value, str):
        return ""
    text = html.unescape(value)
    return re.sub(r"<[a-zA-Z/][^<>]{0,2000}>", " ", text) if "<" in text else text


def _names(value: Any, described: dict[str, dict[str, Any]]) -> list[str]:
    """Return the names in a value; one that is only referred to is looked up among what is described."""
    if isinstance(value, list):
        return [name for part in value[:20] for name in _names(part, described)]
    if isinstance(value, dict):
        if "name" not in value:
            value = described.get(str(value.get("@id")), {})
        value = value.get("name")
        if isinstance(value, list):
            value = next((name for name in value if isinstance(name, str)), "")
    return [_plain(value)] if isinstance(value, str) and value.strip() else []


# --- meta elements


def _from_metas(head: Head, metas: dict[str, list[str]]) -> None:
    head.shared_title = next(_first(metas, "og:title"), "")
    head.titles += _first(metas, "og:title", "twitter:title", "dc.title", "sailthru.title", "headline")
    head.descriptions += _first(
        metas, "og:description", "description", "twitter:description", "dc.description"
    )
    head.sites += _first(metas, "og:site_name", "application-name", "dc.publisher")
    for value in _first(
        metas,
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "dc.date.issued",
        "dc.date",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "mediator_published_time",
        "og:published_time",
        "datecreated",
    ):
        if date := parse_date(value):
            head.dates.append(date)
    head.meta_authors += dict.fromkeys(
        _first(
            metas,
            "author",
            "article:author",
            "dc.creator",
            "parsely-author",
            "sailthru.author",
            "byl",
            "mediator_author",
        )
    )


# What an author may be marked in without being the article's.
_OTHERS = re.compile(r"comment|review|related|teaser|reply|card|list", re.I)
_MARKED = etree.XPath("//body//*[not(self::meta)][@itemprop='author' or @rel='author']")


def _marked_authors(root: etree._Element) -> list[str]:
    """Return the names that elements of the page are marked with as its authors, the first frame's only."""
    names: list[str] = []
    frame: etree._Element | None = None
    for element in cast("list[etree._Element]", _MARKED(root)):
        around = list(itertools.islice(element.iterancestors(), 4))
        if any(_OTHERS.search(f"{e.get('class')} {e.get('itemprop')} {e.get('itemtype')}") for e in around):
            continue
        # Several authors stand side by side; further down they are those of teasers.
        if frame is not None and frame not in around:
            break
        frame = around[-1] if frame is None and around else frame
        named = next((e for e in element.iter() if e.get("itemprop") == "name"), element)
        name = _clean(named.get("content") or "".join(map(str, named.itertext())))
        if name and len(name) < 100 and name not in names:
            names.append(name)
    return names


def _address(root: etree._Element, metas: dict[str, list[str]], saved_url: str) -> str:
    """Return the page's own address; one that is no web address, or huge, is refused."""
    base = saved_url if _is_web(saved_url) else ""
    candidates = [
        link.get("href") or "" for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    candidates += _first(metas, "og:url", "twitter:url")
    candidates.append(saved_url)
    for candidate in candidates:
        address = candidate.strip()
        if base and address and not urlsplit(address).scheme:
            address = urljoin(base, address)
        elif address.startswith("//"):
            address = "https:" + address
        if _is_web(address):
            return address
    return ""


def _is_web(address: str) -> bool:
    if len(address) > _MAX_URL or any(c.isspace() for c in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "")


def date_in_address(address: str) -> str | None:
    """Return the day in an address such as `/2023/07/04/`, which publishing systems put there, or None."""
    found = re.search(r"/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?:/|$|-)", address)
    return parse_date("-".join(found.groups())) if found else None


def host(address: str) -> str:
    """Return the host of an address without its "www.", or ""."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


# --- titles

# What stands between a title and the site's name. A dash or a colon may also belong to the title.
_SEPARATOR = re.compile(r"\s+[|•·—–»«:*/-]+\s+|\s*\|\s*|\s*::+\s*")


_NOT_LETTERS = re.compile(r"\W+")


def same_words(text: str) -> str:
    """Return `text` folded for comparison: lower case, letters and digits only."""
    return text.lower() if text.isalnum() else _NOT_LETTERS.sub(" ", text.lower()).strip()


def title_parts(title: str) -> list[str]:
    """Return what bars, dashes and the like part in a title."""
    return [part for part in _SEPARATOR.split(title) if part]


def without_site(title: str, sites: list[str], headings: list[str]) -> str:
    """Return `title` without the site's name before or after it.

    Cut where the rest is one of the page's `headings`, where the part cut off is one of the `sites`, or
    where a bar (which titles do not contain) separates a short part.
    """
    folded = same_words(title)
    known = {same_words(heading) for heading in headings}
    if folded in known:
        return title
    cuts = [(gap.start(), gap.end(), gap[0].strip()) for gap in _SEPARATOR.finditer(title)]
    for start, end, _ in cuts:
        if same_words(title[:start]) in known and start:
            return title[:start]
        if same_words(title[end:]) in known and title[end:]:
            return title[end:]
    for start, end, _ in reversed(cuts):
        if _names_site(title[end:], sites):
            return without_site(title[:start], sites, headings)
    if cuts and _names_site(title[: cuts[0][0]], sites):
        return title[cuts[0][1] :]
    for start, end, mark in reversed(cuts):
        if mark in ("|", "•", "»", "*", "::") and len(title) - end < max(30, start):
            return without_site(title[:start], sites, headings)
    return title


def _names_site(part: str, sites: list[str]) -> bool:
    words = same_words(part)
    return 0 < len(words) < 60 and any(
        words in name or name in words for name in map(same_words, sites) if name
    )


def site_in_title(page_title: str, title: str) -> str:
    """Return what `<title>` says before or after the article's title, or ""."""
    if not title or title not in page_title:
        return ""
    before, _, after = page_title.partition(title)
    rest = re.split(r"\s*(?:[|•·—–»«:*/]+|\s-)\s+", (before or after).strip())
    names = [name.strip(" |•·—–»«:*/-") for name in rest]
    return next((name for name in names if 1 < len(name) < 40), "")
