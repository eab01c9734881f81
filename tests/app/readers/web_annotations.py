"""Web annotations of a text that breaks offsets, as other tools write them."""

import json
import unicodedata
from pathlib import Path
from typing import Any

from app.readers.loaded import LoadedArticle, Mark
from app.readers.w3c import READER

TEXT = "🙂 " + unicodedata.normalize("NFD", "Мой район") + " получит 1\u00a0500 тенге.\nӘкім үй берді.\n"
URL = "https://gazet.example/jana-uy"

Node = dict[str, Any]


def place(phrase: str, text: str = TEXT) -> tuple[int, int]:
    assert text.count(phrase) == 1
    return text.index(phrase), text.index(phrase) + len(phrase)


def position(phrase: str) -> Node:
    start, end = place(phrase)
    return {"type": "TextPositionSelector", "start": start, "end": end}


def quote(phrase: str) -> Node:
    start, end = place(phrase)
    around = {"prefix": TEXT[max(0, start - 5) : start], "suffix": TEXT[end : end + 5]}
    return {"type": "TextQuoteSelector", "exact": phrase, **around}


def annotation(identity: str, target: object, *bodies: object, **more: object) -> Node:
    body: object = list(bodies) if len(bodies) > 1 else (bodies or [None])[0]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": identity,
        "type": "Annotation",
        "body": body,
        "target": target,
        **more,
    }


def tag(value: str, purpose: str = "tagging") -> Node:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def on_text(*selectors: object) -> Node:
    return {"source": "note.txt", "selector": list(selectors) if len(selectors) > 1 else selectors[0]}


def read(folder: Path, value: object, text: str | None = TEXT) -> list[LoadedArticle]:
    if text is not None:
        (folder / "note.txt").write_bytes(text.encode())
    (folder / "note.json").write_text(json.dumps(value), encoding="utf-8")
    return list(READER.read(folder / "note.json"))


def only(folder: Path, *annotations: Node) -> Mark:
    (article,) = read(folder, list(annotations))
    (mark,) = article.marks
    return mark
