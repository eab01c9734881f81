"""The blocks of a page -> their roles. Structure decides first; what the page declares of itself votes.

The order is: where the article stands (`scope`), which of its blocks are running text, the headline, then
what stands around and between. Every block gets a short reason, which the program shows.
"""

import re

from app.article import Role
from app.importers.authors import only_names, people
from app.importers.blocks import Page
from app.importers.dates import parse_date
from app.importers.headline import find_headline, find_title
from app.importers.labelled import Labelled
from app.importers.lead import mark_leads
from app.importers.metadata import Head, date_in_address, host, same_words, site_in_title
from app.importers.phrases import BYLINE, CALLS, CREDIT, CREDIT_INSIDE, DATELINE, SEE_ALSO
from app.importers.scope import signature
from app.importers.view import HEADINGS, View

_CAPTION = re.compile(
    r"(?:^|[^a-z])(?:caption|wp-caption|figcaption|credit|photo-?_*(?:desc|text|title|info|author|by)|"
    r"image-?_*(?:desc|text|title|info|source)|img-?_*(?:desc|text|title|source)|media-?_*(?:desc|text|title|source|caption)|"
    r"pic-?_*(?:desc|text)|bildunterschrift|legende|podpis|copyright-photo)"
)
_BYLINE = re.compile(
    r"(?:^|[^a-z])(?:author|byline|by-line|writer|avtor|contributor|journalist|autor|auteur|signature)"
)
_DATE = re.compile(
    r"(?:^|[^a-z])(?:date|time|timestamp|published|pubdate|publication|updated|datetime|meta-info)"
)
# Frames around a picture and the lines under it.
_PICTURE = re.compile(
    r"(?:^|[^a-z])(?:photos?|pictures?|pics?|images?|imgs?|fotos?|figure|illustration|media|gallery)(?:[^a-z]|$)"
)
_SENTENCE = re.compile(r"[.!?…:;。！？][»\"“”’')\]]*$")
_LABEL_END = re.compile(r"[.!?…»\"“”:;,)–—-]$")

# A day at the start of a line, perhaps after the day of the week.
_DAY = re.compile(r"(?:[^\W\d_]{2,12}[.,]?\s+)?\d{1,4}[\s./-]")
# How many lines above the headline a date or author is looked for.
_ABOVE = 4

_CONTENT = (Role.BODY, Role.QUOTE, Role.LIST_ITEM, Role.TABLE)


def label_page(page: Page, head: Head) -> Labelled:
    """Return the blocks of a page with their roles, and its metadata."""
    view = View(page, head)
    roles, reasons, headline = _label(view)
    title = find_title(view, headline)
    return Labelled(
        blocks=tuple(
            (block.text, role, reason)
            for block, role, reason in zip(page.blocks, roles, reasons, strict=True)
        ),
        title=title,
        site=_site(head, title),
        url=head.url,
        published=_published(view, roles),
        authors=people(
            [head.authors, head.meta_authors], [_bylines(view, roles), head.marked_authors], head.sites
        ),
        language=head.language,
    )


def _label(view: View) -> tuple[list[Role], list[str], int]:
    """Return roles, reasons and the index of the headline (-1 where there is none)."""
    count = len(view.blocks)
    running = [_is_running(view, i) for i in range(count)]
    first = next((i for i in range(count) if running[i]), count)
    last = max((i for i in range(count) if running[i]), default=-1)
    headline = find_headline(view, first)
    labeller = _Labeller(view, running, first, last, headline)
    pairs = [labeller.role(i) for i in range(count)]
    roles = [role for role, _ in pairs]
    reasons = [reason for _, reason in pairs]
    _join_captions(view, roles, reasons)
    _drop_see_also(view, roles, reasons)
    _drop_calls(roles, reasons)
    _drop_linked_lists(view, roles, reasons)
    _drop_dangling_headings(roles, reasons)
    _mark_names(view, roles, reasons, headline)
    mark_leads(view, roles, reasons, headline)
    return roles, reasons, headline


def _is_running(view: View, i: int) -> bool:
    """Tell whether block `i` is a paragraph that is surely the article's."""
    block = view.blocks[i]
    if view.declared[i]:
        return True
    length = len(block.text)
    if length < 40 or not view.inside(i) or view.furniture(i) or view.tags[i] in HEADINGS:
        return False
    if length <= 90 and _begins_with_date(block.text):
        return False
    return block.link_length < 0.5 * length and not CALLS.match(block.text) and not _is_caption(view, i)


def _begins_with_date(text: str) -> bool:
    """Tell a date, perhaps with the author or a counter on the same line, from a sentence that names one."""
    return bool(_DAY.match(text)) and not _SENTENCE.search(text) and parse_date(text) is not None


def _is_caption(view: View, i: int) -> bool:
    """Tell whether block `i` stands in a figure or in a frame named after captions."""
    if len(view.blocks[i].text) > 800 or view.tags[i] in HEADINGS:
        return False
    tags = {view.page.nodes[n].tag for n in view.near(i, 4)}
    if "figcaption" in tags:
        return True
    # Without the element made for captions a word or two are a button of the picture.
    text = view.blocks[i].text
    if len(text) < 20 and not CREDIT_INSIDE.search(text):
        return False
    if "figure" in tags or view.hinted(i, _CAPTION, 2):
        return True
    return bool(view.blocks[i].images_before) and len(text) <= 300 and _is_under_picture(view, i)


def _is_under_picture(view: View, i: int) -> bool:
    """Tell whether the block stands in a frame named after pictures that holds no other lines but one."""
    for n in view.near(i, 3):
        if not view.page.nodes[n].inline and _PICTURE.search(view.page.nodes[n].hints):
            around = view.blocks[max(i - 2, 0) : i + 3]
            return sum(n in view.page.path(block.node) for block in around) <= 2
    return False


class _Labeller:
    """Gives each block its first role, from where it stands and what it looks like."""

    def __init__(self, view: View, running: list[bool], first: int, last: int, headline: int) -> None:
        self.view = view
        self.running = running
        self.first = first
        self.last = last
        self.headline = headline
        self.start = headline if 0 <= headline < first else first
        self.authors = {
            same_words(author)
            for author in (*view.head.authors, *view.head.meta_authors, *view.head.marked_authors)
        } - {""}
        self.usual = {
            signature(view.page, b.node) for b, is_text in zip(view.blocks, running, strict=True) if is_text
        }

    def role(self, i: int) -> tuple[Role, str]:
        view = self.view
        if i == self.headline:
            return Role.HEADLINE, "heading = title of the page"
        # A picture may stand right under the text.
        between = self.start <= i <= self.last or (self.last < i <= self.last + 2 and _is_caption(view, i))
        if not between and not view.inside(i) and not self._is_above_headline(i):
            return Role.BOILERPLATE, view.furniture(i) or "outside the article"
        if around := self._around(i, between):
            return around
        if view.furniture(i) and not self.running[i]:
            return Role.BOILERPLATE, view.furniture(i)
        if not view.inside(i) and not self.running[i]:
            return Role.BOILERPLATE, "outside the article's text"
        return self._inner(i)

    def _around(self, i: int, between: bool) -> tuple[Role, str] | None:
        """Return the role of a byline, dateline, caption or credit, or None."""
        view = self.view
        text = view.blocks[i].text
        if view.declared[i]:
            return None
        short = len(text) <= 120
        if short and BYLINE.match(text):
            return Role.BYLINE, "label of an author"
        if short and (DATELINE.match(text) or self._is_date(i)) and len(text) <= 80:
            return Role.DATELINE, "date"
        if short and (
            view.words[i] in self.authors or (not view.furniture(i) and view.hinted(i, _BYLINE, 2))
        ):
            return Role.BYLINE, "author"
        if (not view.furniture(i) or between) and not view.is_linked(i) and _is_caption(view, i):
            return Role.CAPTION, "caption of a picture"
        if len(text) <= 200 and CREDIT.match(text) and not view.furniture(i):
            return Role.CAPTION, "label of a picture's credit"
        return None

    def _is_above_headline(self, i: int) -> bool:
        """Tell a date or author right above the headline, in one frame with it, from the page's own head."""
        if not 0 < self.headline - i <= _ABOVE or self.view.furniture(i) or self.view.is_linked(i):
            return False
        shared = self.view.frame(self.headline)
        return shared >= 0 and shared in self.view.near(i, 3)

    def _is_date(self, i: int) -> bool:
        text = self.view.blocks[i].text
        if len(text) > (90 if i < self.first else 60) or not any(c.isdigit() for c in text):
            return False
        words = re.sub(r"[\d\W_]+", "", text)
        if len(words) < (40 if i < self.first else 25) and parse_date(text) is not None:
            return True
        return len(words) < 20 and (bool(self.view.blocks[i].datetime) or self.view.hinted(i, _DATE, 1))

    def _inner(self, i: int) -> tuple[Role, str]:
        """Return the role of a block in the article's frame."""
        view = self.view
        block = view.blocks[i]
        tag = view.tags[i]
        text = block.text
        linked = view.is_linked(i) and not view.declared[i]
        sentence = bool(_SENTENCE.search(text))
        if CALLS.match(text) and not view.declared[i]:
            return Role.BOILERPLATE, "call to the reader"
        if view.titled[i] >= 4 and i < self.first:
            return Role.BOILERPLATE, "repeats the title"
        if tag in HEADINGS:
            if i > self.last or linked:
                return Role.BOILERPLATE, "linked heading" if linked else "after the article"
            return Role.SUBHEADING, f"{tag} in the article"
        if linked and not (self.first < i < self.last and self._is_linked_sentence(i)):
            return Role.BOILERPLATE, "link"
        if i > self.last and not (tag in ("li", "p") and sentence):
            return Role.BOILERPLATE, "after the article"
        if i < self.first and not (sentence and len(text) > 25):
            return Role.BOILERPLATE, "before the article"
        return self._text(i, tag, text, sentence)

    def _is_linked_sentence(self, i: int) -> bool:
        """Tell a paragraph that is one link from a teaser: it is a sentence, framed as the others are."""
        text = self.view.blocks[i].text
        return (
            self.view.tags[i] == "p"
            and text[-1] in ".?!"
            and len(text) > 30
            and signature(self.view.page, self.view.blocks[i].node) in self.usual
        )

    def _text(self, i: int, tag: str, text: str, sentence: bool) -> tuple[Role, str]:
        view = self.view
        frames = {view.page.nodes[n].tag for n in view.near(i, 6)}
        if "blockquote" in frames:
            return Role.QUOTE, "blockquote"
        if any(view.page.nodes[n].row for n in view.near(i, 3)):
            return Role.TABLE, "row of a table"
        if tag in ("li", "dd", "dt"):
            return Role.LIST_ITEM, "list in the article"
        if (
            view.blocks[i].bold_length > 0.9 * len(text)
            and len(text) < 150
            and not re.search(r"[.,;:]$", text)
        ):
            return Role.SUBHEADING, "short bold line"
        if self.running[i]:
            return Role.BODY, "declared articleBody" if view.declared[i] else "text in the article's frame"
        if not sentence and len(text) < 25 and not _LABEL_END.search(text):
            return Role.BOILERPLATE, "short label"
        return Role.BODY, "short line in the article's frame"


# --- second looks


def _join_captions(view: View, roles: list[Role], reasons: list[str]) -> None:
    """A short line under a picture that ends in a credit, or stands right above one, is its caption."""
    for i, block in enumerate(view.blocks):
        if roles[i] is not Role.BODY or len(block.text) > 300 or view.declared[i]:
            continue
        if block.images_before and CREDIT_INSIDE.search(block.text[-120:]):
            roles[i], reasons[i] = Role.CAPTION, "under a picture, with a credit"
        elif block.images_before and i + 1 < len(roles) and reasons[i + 1] == "label of a picture's credit":
            roles[i], reasons[i] = Role.CAPTION, "above a picture's credit"


def _drop_calls(roles: list[Role], reasons: list[str]) -> None:
    """The points under a call to the reader ("Register to ...") belong to it."""
    following = False
    for i, role in enumerate(roles):
        if reasons[i] == "call to the reader":
            following = True
        elif following and role is Role.LIST_ITEM:
            roles[i], reasons[i] = Role.BOILERPLATE, "under a call to the reader"
        elif role is not Role.BOILERPLATE:
            following = False


def _drop_see_also(view: View, roles: list[Role], reasons: list[str]) -> None:
    """Make "read also" labels, and the linked lines under them, furniture."""
    following = False
    for i, block in enumerate(view.blocks):
        if roles[i] is Role.HEADLINE or view.declared[i]:
            following = False
        elif 3 < len(block.text) < 200 and SEE_ALSO.match(block.text):
            following = len(block.text) < 60
            roles[i], reasons[i] = Role.BOILERPLATE, "label of related links"
        elif following and block.links and block.link_length > 0.5 * len(block.text):
            roles[i], reasons[i] = Role.BOILERPLATE, "under a label of related links"
        else:
            following = False


def _drop_linked_lists(view: View, roles: list[Role], reasons: list[str]) -> None:
    """A list that ends the article, with a link in every point, is a list of other articles."""
    for i in range(len(roles) - 1, -1, -1):
        if roles[i] is Role.LIST_ITEM and view.blocks[i].links and not view.declared[i]:
            roles[i], reasons[i] = Role.BOILERPLATE, "links in a list after the text"
        elif roles[i] in _CONTENT:
            return


def _drop_dangling_headings(roles: list[Role], reasons: list[str]) -> None:
    """A subheading with no text of the article after it belongs to what follows the article."""
    for i in range(len(roles) - 1, -1, -1):
        if roles[i] in _CONTENT:
            return
        if roles[i] is Role.SUBHEADING:
            roles[i], reasons[i] = Role.BOILERPLATE, "heading without text under it"


def _mark_names(view: View, roles: list[Role], reasons: list[str], headline: int) -> None:
    """Nothing but names is who wrote it: between the headline and the date, or bold right above the text.

    Of a name that the text mentions it is not: labels beside articles name whom they are about.
    """
    first = next((i for i, role in enumerate(roles) if role in _CONTENT), 0)
    for i, reason in (
        (headline + 1, "name between headline and date"),
        (first - 1, "bold name above the text"),
    ):
        if not 0 < i < first or roles[i] not in (Role.BOILERPLATE, Role.SUBHEADING):
            continue
        block = view.blocks[i]
        dated = i == headline + 1 and roles[i + 1] is Role.DATELINE
        if not (dated or block.bold_length > 0.9 * len(block.text)) or view.furniture(i):
            continue
        if only_names(block.text) and not _is_mentioned(view, roles, view.words[i].split()[-1][:5]):
            roles[i], reasons[i] = Role.BYLINE, reason


def _is_mentioned(view: View, roles: list[Role], stem: str) -> bool:
    return any(
        stem in words
        for words, role in zip(view.words, roles, strict=True)
        if role in _CONTENT or role is Role.HEADLINE
    )


def _site(head: Head, title: str) -> str:
    """Return the name the page gives its site, else the one beside its title, else its host."""
    own = host(head.url)
    named = next((name for name in head.sites if name != own), "")
    return named or site_in_title(head.page_title, title) or own


def _bylines(view: View, roles: list[Role]) -> list[str]:
    return [
        b.text for b, role in zip(view.blocks, roles, strict=True) if role in (Role.BYLINE, Role.DATELINE)
    ]


def _published(view: View, roles: list[Role]) -> str | None:
    """Return the date the page declares, else the one in its dateline, else of a `<time>` in the article."""
    if view.head.dates:
        return view.head.dates[0]
    for block, role in zip(view.blocks, roles, strict=True):
        if role in (Role.DATELINE, Role.BYLINE) and (
            found := parse_date(block.datetime) or parse_date(block.text)
        ):
            return found
    for i, block in enumerate(view.blocks):
        if block.datetime and view.inside(i) and (found := parse_date(block.datetime)):
            return found
    return date_in_address(view.head.url)
