"""A plain-text copy of a page -> blocks with roles.

People select a page, copy it and save it as text: menus, the headline, the alternative text of pictures
with their captions, and the address come along as lines. What a line is shows in its own wording (labels,
sentence ends), in its neighbours, and in whether the article's words occur in it.
"""

import re
from urllib.parse import urlsplit

from app.article import Role, canonical
from app.importers.authors import people
from app.importers.dates import parse_date
from app.importers.labelled import Labelled
from app.importers.paragraphs import pieces
from app.importers.phrases import (
    BYLINE,
    CALLS,
    CREDIT,
    CREDIT_INSIDE,
    DATELINE,
    SEE_ALSO,
    SOURCE,
    WEB_ADDRESS,
)

# Closing marks may follow, and emoji: social posts are quoted with theirs.
_SENTENCE_END = re.compile(r"[.!?…;:][»\"”’')\]]*(?:\s*[^\w\s.,;:–—-])*$")
_FULL_STOP = re.compile(r"(?:[.!…]|[^.]\.)[»\"”’')\]]*$")
_LIST_MARK = re.compile(r"^(?:[•·▪●*]|-(?=\s)|\d{1,2}[.)](?=\s))\s*")
_NAME = re.compile(r"^(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w.'’-]+\s){1,2}[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w.'’-]+$")
_COMMENTS = re.compile(r"^\W*(?:\d+\s+)?(?:комментари[ийяев]+|пікірлер|comments?|обсуждение)\b.{0,25}$", re.I)
_TAGS = re.compile(r"^(?:#[\w-]+[\s,]*)+$")
_IMAGE = re.compile(
    r"^!?\[(?:image|изображение|сурет|фото|picture)?[^\]]*\](?:\(|$)|^(?:image|изображение|картинка|alt)\s*:",
    re.I,
)


def read_plain_text(text: str) -> Labelled:
    """Return the lines of a text copy with their roles, and what they tell of the article."""
    return _Reader(_lines(text)).labelled()


# --- lines


def _lines(text: str) -> list[tuple[str, bool]]:
    """Return the lines that hold text, each with whether it follows the one before without a gap."""
    lines: list[tuple[str, bool]] = []
    for group in re.split(r"\n[ \t\xa0]*\n", canonical(text)):
        joined = False
        for line in _unwrapped([line for line in group.split("\n") if line.strip()]):
            for piece in pieces(line):
                lines.append((piece, joined))
                joined = True
    return lines


def _unwrapped(lines: list[str]) -> list[str]:
    """Join the lines of a paragraph that was broken at a fixed width (as mail and terminals do)."""
    widths = [len(line) for line in lines[:-1]]
    if len(widths) < 2 or not (min(widths) >= 45 and max(widths) <= 100 and max(widths) - min(widths) <= 25):
        return lines
    open_ended = sum(not _SENTENCE_END.search(line.rstrip()) for line in lines[:-1])
    return [" ".join(line.strip() for line in lines)] if open_ended > 0.6 * len(widths) else lines


def _is_prose(line: str) -> bool:
    """Tell a paragraph of running text from headlines, labels and menus."""
    length = len(line)
    if length < 60 or (length < 300 and CREDIT_INSIDE.search(line)):
        return False
    return length > 250 or bool(_SENTENCE_END.search(line))


def _stems(line: str) -> set[str]:
    """Return the first five letters of the longer words: enough to match case forms."""
    return {word[:5] for word in re.findall(r"[^\W\d_]{4,}", line.lower())}


class _Reader:
    def __init__(self, lines: list[tuple[str, bool]]) -> None:
        self.lines = [line for line, _ in lines]
        self.joined = [joined for _, joined in lines]
        self.labels = [self._label(line) for line in self.lines]
        self.roles: list[tuple[Role, str] | None] = [None] * len(lines)

    def labelled(self) -> Labelled:
        prose = [i for i, line in enumerate(self.lines) if _is_prose(line) and self.labels[i] is None]
        comments = next(
            (i for i, line in enumerate(self.lines) if prose and i > prose[0] and _COMMENTS.match(line)),
            len(self.lines),
        )
        prose = [i for i in prose if i < comments]
        first = prose[0] if prose else 0
        last = prose[-1] if prose else len(self.lines) - 1
        headline = self._headline(first, prose)
        self._mark_labels()
        self._mark_captions(headline)
        if headline >= 0:
            self.roles[headline] = Role.HEADLINE, "title of the text"
        self._mark_names(headline, first)
        first = self._mark_lead(headline, prose)
        self._mark_rest(headline, first, last, comments)
        return self._result(headline)

    # --- what a line says of itself

    def _label(self, line: str) -> tuple[Role, str] | None:
        if len(line) > 400:
            return None
        if SOURCE.match(line) and (WEB_ADDRESS.search(line) or len(line) < 80):
            return Role.BOILERPLATE, "source of the text"
        if WEB_ADDRESS.fullmatch(line):
            return Role.BOILERPLATE, "address"
        if SEE_ALSO.match(line) and len(line) < 250:
            return Role.BOILERPLATE, "label of related links"
        if _is_dateline(line):
            return Role.DATELINE, "date"
        if BYLINE.match(line) and len(line) < 120:
            return Role.BYLINE, "label of an author"
        if (CREDIT.match(line) and len(line) < 250) or _IMAGE.match(line):
            return Role.CAPTION, "label of a picture"
        if CALLS.match(line) or _TAGS.match(line):
            return Role.BOILERPLATE, "call to the reader"
        return None

    def _headline(self, first: int, prose: list[int]) -> int:
        """Return the line before the text whose words the text takes up most, or -1."""
        body = set().union(*(_stems(self.lines[i]) for i in prose[:12])) if prose else set()
        best, best_score = -1, 1.0
        for i, line in enumerate(self.lines[: first + 1]):
            if self.labels[i] is not None or len(line) > 250 or (i == first and prose):
                continue
            if line.startswith("# "):
                return i
            stems = _stems(line)
            if len(stems) < 2 or CREDIT_INSIDE.search(line):
                continue
            score = 2 * len(stems & body) / len(stems) + min(len(stems), 6) / 4
            near = [label[0] for label in self.labels[i + 1 : i + 4] if label]
            score += 0.5 * (Role.DATELINE in near or Role.BYLINE in near)
            score -= 1.0 * bool(_FULL_STOP.search(line))
            score -= 0.3 * (i > 0 and self.joined[i] and i + 1 < len(self.lines) and not self.joined[i + 1])
            if score > best_score + 0.05:
                best, best_score = i, score
        return best

    def _mark_labels(self) -> None:
        following = False
        for i, label in enumerate(self.labels):
            line = self.lines[i]
            if label is not None:
                self.roles[i] = label
                following = label[1] == "label of related links" and len(line) < 60
            elif following and len(line) < 200 and not _FULL_STOP.search(line):
                self.roles[i] = Role.BOILERPLATE, "under a label of related links"
            else:
                following = False

    # --- what a line's neighbours say

    def _mark_captions(self, headline: int) -> None:
        for i, line in enumerate(self.lines):
            if self.roles[i] is None and i != headline and len(line) < 300 and CREDIT_INSIDE.search(line):
                self.roles[i] = Role.CAPTION, "credit of a picture"
        for i in range(len(self.lines) - 1):
            line, following = self.lines[i], self.lines[i + 1]
            if i == headline or i + 1 == headline or len(line) > 200 or len(following) > 300:
                continue
            if self.roles[i] not in (None, (Role.CAPTION, "label of a picture")):
                continue
            role = self.roles[i + 1]
            if role is not None and role[0] is Role.CAPTION:
                if (self.joined[i + 1] and not _FULL_STOP.search(line) and self._has_gaps()) or _echoes(
                    line, following
                ):
                    self.roles[i] = Role.CAPTION, "alternative text of a picture"
            elif role is None and len(line) > 8 and following.startswith(line) and not _is_prose(line):
                self.roles[i] = Role.CAPTION, "alternative text of a picture"
                self.roles[i + 1] = Role.CAPTION, "repeats the alternative text"

    def _has_gaps(self) -> bool:
        """Tell whether blank lines part the paragraphs of this text."""
        return sum(self.joined) < 0.6 * len(self.joined)

    def _mark_names(self, headline: int, first: int) -> None:
        """A bare name beside the date or under the headline is a byline."""
        for i in range(max(headline + 1, 0), first):
            near = [
                role[0]
                for role in (self.roles[max(i - 1, 0)], self.roles[min(i + 1, len(self.roles) - 1)])
                if role
            ]
            if (
                self.roles[i] is None
                and _NAME.match(self.lines[i])
                and (Role.DATELINE in near or Role.BYLINE in near)
            ):
                self.roles[i] = Role.BYLINE, "name beside the date"

    def _mark_lead(self, headline: int, prose: list[int]) -> int:
        """Mark the paragraph between the headline and the date or author; return where the text starts."""
        if headline < 0 or len(prose) < 2:
            return prose[0] if prose else 0
        for i in prose[:2]:
            following = self.roles[i + 1] if i + 1 < len(self.roles) else None
            before = [role[0] for role in self.roles[headline + 1 : i] if role]
            parted = following is not None and following[0] in (Role.DATELINE, Role.BYLINE)
            near = headline < i <= headline + 3 and len(self.lines[i]) < 600
            if near and parted and i != prose[-1] and Role.CAPTION not in before:
                self.roles[i] = Role.LEAD, "between the headline and the date"
                return i
        return prose[0]

    def _mark_rest(self, headline: int, first: int, last: int, comments: int) -> None:
        start = headline if headline >= 0 else first
        for i, line in enumerate(self.lines):
            if i >= comments:
                self.roles[i] = Role.BOILERPLATE, "under the comments"
            elif self.roles[i] is not None:
                continue
            elif i < start:
                self.roles[i] = Role.BOILERPLATE, "before the headline"
            elif i > last:
                self.roles[i] = self._after(i, line)
            else:
                self.roles[i] = self._inside(i, line, first)

    def _after(self, i: int, line: str) -> tuple[Role, str]:
        before = self.roles[i - 1]
        if (
            before
            and before[0] in (Role.BODY, Role.LIST_ITEM)
            and (_FULL_STOP.search(line) or _LIST_MARK.match(line))
            and len(line) > 12
        ):
            return (
                (Role.LIST_ITEM, "list") if _LIST_MARK.match(line) else (Role.BODY, "sentence after the text")
            )
        return Role.BOILERPLATE, "after the text"

    def _inside(self, i: int, line: str, first: int) -> tuple[Role, str]:
        if line.startswith("#"):
            return Role.SUBHEADING, "marked as a heading"
        if line.startswith(">"):
            return Role.QUOTE, "marked as a quotation"
        if _LIST_MARK.match(line) and any(
            _LIST_MARK.match(self.lines[j]) for j in (i - 1, i + 1) if 0 <= j < len(self.lines)
        ):
            return Role.LIST_ITEM, "list"
        # A question may be a subheading, but not in an interview, where it begins with a dash.
        if _is_prose(line) or (_SENTENCE_END.search(line) and (not line.endswith("?") or line[0] in "–—-")):
            return Role.BODY, "paragraph"
        if i < first:
            return Role.BOILERPLATE, "between the headline and the text"
        if len(line) <= 120:
            return Role.SUBHEADING, "short line without a full stop, above text"
        return Role.BODY, "paragraph"

    # --- the article

    def _result(self, headline: int) -> Labelled:
        marked = [
            (line, role or (Role.BODY, "paragraph"))
            for line, role in zip(self.lines, self.roles, strict=True)
        ]
        url = self._url()
        dates = (parse_date(line) for line, (role, _) in marked if role is Role.DATELINE)
        return Labelled(
            blocks=tuple((line, role, reason) for line, (role, reason) in marked),
            title=self.lines[headline].lstrip("# ") if headline >= 0 else "",
            site=(urlsplit(url).hostname or "").removeprefix("www."),
            url=url,
            published=next((date for date in dates if date), None),
            authors=people(
                [], [[line for line, (role, why) in marked if role is Role.BYLINE and "label" in why]], []
            ),
        )

    def _url(self) -> str:
        """Return the address in a source line, or one that stands alone."""
        for reason in ("source of the text", "address"):
            for line, label in zip(self.lines, self.labels, strict=True):
                if (
                    label
                    and label[1] == reason
                    and (found := WEB_ADDRESS.search(line))
                    and len(found[0]) < 2_000
                ):
                    return found[0].rstrip(".,;)")
        return ""


def _is_dateline(line: str) -> bool:
    if len(line) > 90:
        return False
    rest = DATELINE.sub("", line).strip(" :—–-|,.")
    if DATELINE.match(line):
        return (
            not rest
            or parse_date(rest) is not None
            or bool(re.fullmatch(r"[\d\s:.,/—–-]+|.{0,25}\d.{0,25}", rest))
        )
    # A bare date: at most two words besides it ("Алматы, 4 июля 2023, 10:11").
    return (
        parse_date(line) is not None and len(re.findall(r"[^\W\d_]{2,}", line)) <= 5 and len(line) <= 60
    ) or bool(
        re.fullmatch(
            r"(?:сегодня|вчера|бүгін|кеше|today|yesterday)?[\s,]*(?:в\s*)?[0-2]?\d:[0-5]\d", line, re.I
        )
    )


def _echoes(alternative: str, caption: str) -> bool:
    """Tell whether a caption takes up most words of the line above it."""
    stems = _stems(alternative)
    return bool(stems) and len(stems & _stems(caption)) >= 0.5 * len(stems)
