"""What people are, beside their names in English: "Prime Minister John Smith", "Smith, head of a union"."""

from collections.abc import Iterator, Sequence

from app.suggesters.names.english_tokens import Token
from app.suggesters.names.tables import words

_LONGEST = 12
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "our", "my"})
_INSIDE = frozenset({"of", "for", "at", "and", "in", "the", "on", "&", "to", "with"})
# A clause, not a title, goes on with one of these.
_BREAKS = frozenset(
    {"who", "which", "that", "is", "was", "said", "says", "told", "has", "had", "will", "would", "as"}
)


def find(line: Sequence[Token], people: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and rule of the titles beside people, who are given by their tokens (start, end)."""
    for start, end in people:
        before = _before(line, start)
        if before is not None:
            yield before, start, "title before a name"
        after = _after(line, end)
        if after is not None:
            yield *after, "title after a name"


def _before(line: Sequence[Token], end: int) -> int | None:
    """Return where the title begins that ends where a name begins."""
    start = end - 1
    if start > 1 and line[start - 1].text == "of" and line[start].is_capital:
        start -= 2  # "Secretary of State"
    if start < 0 or not _is_head(line[start]):
        return None
    modifiers = words("english", "posts", "modifiers")
    while start > 0 and end - start < _LONGEST:
        token = line[start - 1]
        if token.is_possessive or not (token.plain in modifiers or _is_head(token)):
            break
        start -= 1
    return start


def _after(line: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return start and end of the title that follows a name behind a comma or a dash."""
    if at + 1 >= len(line) or line[at].text not in {",", "–", "—"}:
        return None
    start = at + 1
    if line[start].text in _ARTICLES and start + 1 < len(line):
        start += 1
    head = next((index for index in range(start, min(len(line), start + 6)) if _is_head(line[index])), None)
    if head is None or any(not token.is_word or token.text in _BREAKS for token in line[start:head]):
        return None
    end = head + 1
    while end < len(line) and end - start < _LONGEST and line[end].is_word:
        token = line[end]
        linked = line[end - 1].text in _INSIDE or token.text in _INSIDE or token.is_capital or _is_head(token)
        if token.text in _BREAKS or not (
            linked or line[end - 1].is_possessive or line[end - 2].text in _INSIDE
        ):
            break
        end += 1
    while line[end - 1].text in _INSIDE:
        end -= 1
    return start, end


def _is_head(token: Token) -> bool:
    return token.is_word and token.plain in words("english", "posts", "heads")
