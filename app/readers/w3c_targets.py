"""Where a W3C annotation points: targets with their selectors, as offsets and quotes.

After https://www.w3.org/TR/annotation-model/#selectors, and RFC 5147 for `#char=10,20`. Selectors in a list
select the same, so that one by position and one by quote are one piece. XPath, CSS and SVG select in
documents that Pressmark does not have.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

Node = Mapping[str, Any]

_CHARACTERS = re.compile(r"char=(\d{1,15}),(\d{1,15})")


class Selected(NamedTuple):
    """A stretch of a source: by offsets as the file counts them, by quote, or by both."""

    offsets: tuple[int, int] | None = None
    exact: str = ""
    prefix: str = ""
    suffix: str = ""

    @property
    def found(self) -> bool:
        """Whether anything says where it is."""
        return self.offsets is not None or bool(self.exact)


class Target(NamedTuple):
    """Something an annotation is about."""

    source: str
    """Address of a text, or of another annotation."""
    selected: Selected | None
    """None: the whole of it. `Selected.found` may be false, where no selector is one we know."""


class BadOffsets(ValueError):
    """The offsets of a selector are no offsets; `str(error)` goes on a sentence."""


def targets(node: Node) -> Iterator[Target]:
    """Yield the targets of an annotation. BadOffsets: those of a selector are none."""
    for target in listed(node.get("target")):
        if isinstance(target, str):
            yield _of_address(target)
        elif isinstance(target, Mapping):
            yield from _of_resource(target)


def listed(value: object) -> list[Any]:
    """What JSON-LD may have as nothing, one thing or a list of things, as a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def name_of(value: object) -> str:
    """The address of a resource that is given as it or as an object that has it."""
    if isinstance(value, Mapping):
        value = value.get("id", value.get("@id"))
    return value if isinstance(value, str) else ""


def kinds(node: Node) -> frozenset[str]:
    """The types of a node, without the prefix of their vocabulary."""
    types = node.get("type", node.get("@type"))
    if isinstance(types, str):
        return _kinds((types,))
    return _kinds(tuple(kind for kind in listed(types) if isinstance(kind, str)))


@lru_cache(maxsize=256)
def _kinds(types: tuple[str, ...]) -> frozenset[str]:
    """Remembered: each of the thousands of nodes of a file has one of a few types."""
    return frozenset(kind.rpartition(":")[2] for kind in types)


def _of_address(address: str) -> Target:
    source, _, fragment = address.partition("#")
    matched = _CHARACTERS.match(fragment)
    if not matched:
        return Target(address, None)
    return Target(source, Selected((int(matched[1]), int(matched[2]))))


def _of_resource(target: Node) -> Iterator[Target]:
    if kinds(target) & {"Composite", "List", "Independents", "Choice"}:
        yield from targets({"target": target.get("items")})
        return
    source = target.get("source")
    address = name_of(source) if source is not None else name_of(target)
    selectors = listed(target.get("selector"))
    if selectors:
        yield Target(address, _united(selectors))
    else:
        yield _of_address(address)


def _united(selectors: list[Any]) -> Selected:
    """What selectors of the same stretch say together; the first of each kind counts."""
    offsets = None
    quote = Selected()
    for selector in selectors:
        if isinstance(selector, Mapping):
            selected = _selected(selector)
            offsets = offsets or selected.offsets
            quote = quote if quote.exact else selected
    return Selected(offsets, quote.exact, quote.prefix, quote.suffix)


def _selected(selector: Node) -> Selected:
    """What one selector says; nothing where it is of a kind that does not select text."""
    kind = kinds(selector)
    selected = Selected()
    if "TextPositionSelector" in kind:
        selected = Selected((_offset(selector, "start"), _offset(selector, "end")))
    elif "TextQuoteSelector" in kind:
        selected = Selected(None, *(_string(selector, side) for side in ("exact", "prefix", "suffix")))
    elif "FragmentSelector" in kind and (matched := _CHARACTERS.match(_string(selector, "value"))):
        selected = Selected((int(matched[1]), int(matched[2])))
    elif "RangeSelector" in kind:
        selected = _range(selector)
    refinements = listed(selector.get("refinedBy"))
    return _refined(selected, _united(refinements)) if refinements else selected


def _range(selector: Node) -> Selected:
    """From the beginning of one selector to the beginning of another, as the model has it."""
    ends = []
    for side in ("startSelector", "endSelector"):
        end = _united(listed(selector.get(side)))
        if end.offsets is None:
            return Selected()
        ends.append(end.offsets[0])
    return Selected((ends[0], ends[1]))


def _refined(outer: Selected, inner: Selected) -> Selected:
    """A stretch of a stretch: its offsets count from where the outer one begins, if that is known."""
    if outer.offsets and inner.offsets:
        start = outer.offsets[0]
        return inner._replace(offsets=(start + inner.offsets[0], start + inner.offsets[1]))
    if outer.exact and inner.offsets and not inner.exact:
        start, end = inner.offsets
        before, after = outer.prefix + outer.exact[:start], outer.exact[end:] + outer.suffix
        return Selected(None, outer.exact[start:end], before, after)
    return inner._replace(offsets=None)


def _offset(selector: Node, side: str) -> int:
    value = selector.get(side)
    if isinstance(value, str) and re.fullmatch(r"\d{1,15}", value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**15:
        return value
    raise BadOffsets(f"a selector has no “{side}” that is an offset")


def _string(selector: Node, name: str) -> str:
    value = selector.get(name)
    return value if isinstance(value, str) else ""
