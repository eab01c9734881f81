"""The annotations in a file of JSON-LD, one or many, however they are held together."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from app.readers.bounded import decoded, objects, trouble
from app.readers.w3c_targets import Node, kinds, listed

_DECODER = msgspec.json.Decoder(dict[str, Any])

_ELSEWHERE = "further pages of annotations, which are not in the file"


def annotations(file: Path, left: Counter[str]) -> Iterator[tuple[str, Node]]:
    """Yield the annotations of a file, each with what it is called: "object 1, item 3".

    Pages that are elsewhere are counted in `left`. UserError: it is no such file.
    """
    for number, content in enumerate(objects(file), 1):
        where = f"object {number}"
        node = decoded(file, where, content, _DECODER)
        for called, annotation in _unpacked(file, where, node, left):
            yield called, _of_hypothesis(annotation)


def _unpacked(file: Path, where: str, node: Node, left: Counter[str]) -> Iterator[tuple[str, Node]]:
    """The annotations of an annotation, a page of them, or a collection of pages."""
    lists = list(_lists(node, left))
    if not lists and isinstance(node.get("first"), str):
        raise trouble(file, where, f"its first page, “{node['first']}”, is not in the file")
    if not lists:
        if "target" not in node and "uri" not in node:
            raise trouble(file, where, "it is no annotation and no collection of them")
        yield where, node
    for number, item in enumerate(chain.from_iterable(lists), 1):
        if not isinstance(item, Mapping):
            raise trouble(file, f"{where}, item {number}", "it is no annotation")
        if kinds(item) & {"AnnotationPage", "AnnotationCollection"}:
            yield from _unpacked(file, f"{where}, item {number}", item, left)
        elif "target" in item or "uri" in item:
            yield f"{where}, item {number}", item
        elif "Annotation" in kinds(item):
            raise trouble(file, f"{where}, item {number}", "the annotation has no target")


def _lists(node: Node, left: Counter[str]) -> Iterator[list[Any]]:
    """The items of a page and of those after it, of which some may be elsewhere; nothing of an annotation."""
    page: object = node
    while isinstance(page, Mapping):
        yield from (listed(page[name]) for name in ("items", "rows", "@graph") if name in page)
        before, page = page, page.get("first", page.get("next"))
        left[_ELSEWHERE] += isinstance(page, str) and "items" in before


def _of_hypothesis(node: Node) -> Node:
    """An annotation as Hypothesis' API answers it, in the terms of the model."""
    if "user" not in node or "body" in node:
        return node
    tags = [{"purpose": "tagging", "value": tag} for tag in listed(node.get("tags"))]
    user = str(node["user"]).removeprefix("acct:").partition("@")[0]
    return {
        **node,
        "target": node.get("target") or node.get("uri"),
        "body": [*tags, {"purpose": "commenting", "value": node.get("text")}],
        "creator": user,
    }
