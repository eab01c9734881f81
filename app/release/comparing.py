"""What changed from one release to another: articles, annotations, the scheme, the parts.

Both are read line by line; of the older one only a place and a hash for each article are in memory.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import orjson

from app.errors import UserError, unreadable
from app.release import manifest as manifests
from app.release.index import INDEX, read_line
from app.release.manifest import Manifest
from app.release.verifying import changed
from app.scheme import Scheme, parse_scheme
from app.wording import on_one_line

SCHEME = "scheme.toml"

MOST_EXAMPLES = 3
MOST_ARTICLES = 25
"""As many of each kind are named; the rest is counted."""

Kind = Literal["added", "removed", "changed"]
KINDS: tuple[Kind, ...] = ("added", "removed", "changed")


@dataclass(frozen=True, slots=True)
class Side:
    """A release as far as it is compared."""

    manifest: Manifest
    scheme: Scheme
    folder: Path


@dataclass(slots=True)
class Named:
    """How many there are of something, and the first of them in words."""

    most: int = MOST_ARTICLES
    """As many are kept in words."""
    count: int = 0
    first: list[str] = field(default_factory=list)

    def add(self, told: str) -> None:
        """Count one more."""
        self.count += 1
        if self.count <= self.most:
            self.first.append(told)


@dataclass(slots=True)
class LabelChanges:
    """What became of the annotations of one label."""

    before: int = 0
    now: int = 0
    kinds: Mapping[Kind, Named] = field(
        default_factory=lambda: {kind: Named(MOST_EXAMPLES) for kind in KINDS}
    )


@dataclass(slots=True)
class Comparison:
    """Everything that is not the same in two releases."""

    old: Side
    new: Side
    articles: tuple[int, int] = (0, 0)
    """How many there were and are."""
    added: Named = field(default_factory=Named)
    removed: Named = field(default_factory=Named)
    revised: Named = field(default_factory=Named)
    """Articles whose text changed: a new article that is the revision of one that is gone."""
    described: Named = field(default_factory=Named)
    """Articles of which something else is known: title, site, date, roles of blocks."""
    said: Named = field(default_factory=Named)
    """Articles with another status, assessment or passage read and empty."""
    moved: Named = field(default_factory=Named)
    """Articles in another part."""
    moves: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How many went from which part to which."""
    labels: defaultdict[str, LabelChanges] = field(default_factory=lambda: defaultdict(LabelChanges))
    relabelled: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Annotations that have another label, by the old and the new one."""
    relations: defaultdict[str, Counter[Kind]] = field(default_factory=lambda: defaultdict(Counter))


def opened(folder: Path) -> Side:
    """Read what is compared of a release, verified. UserError: it is none, or not as it was written."""
    manifest = manifests.read(folder)
    entries = [entry for path in (INDEX, SCHEME) if (entry := manifest.file(path))]
    for problem in changed(folder, entries):
        raise UserError(f"“{folder}” is not as it was written: {problem}")
    path = folder / SCHEME
    try:
        scheme = parse_scheme(path.read_text(encoding="utf-8"), f"“{path}”")
    except OSError as error:
        raise unreadable(path, error) from None
    except UnicodeDecodeError:
        raise UserError(f"“{path}” cannot be read: it is not UTF-8.") from None
    return Side(manifest, scheme, folder)


def compare(old: Side, new: Side) -> Comparison:
    """Read both releases and return what changed. UserError: a file cannot be read."""
    found = Comparison(old, new)
    try:
        _compare(found)
    except OSError as error:
        raise unreadable(error.filename, error) from None
    except orjson.JSONDecodeError as error:
        raise UserError(f"{INDEX} of “{old.folder}” or “{new.folder}” cannot be read: {error}.") from None
    return found


def _compare(found: Comparison) -> None:
    places = _places(found.old.folder / INDEX)
    before, now = len(places), 0
    fates: dict[int, Literal["kept", "revised"]] = {}
    with (found.old.folder / INDEX).open("rb") as older, (found.new.folder / INDEX).open("rb") as newer:
        for written in newer:
            now += 1
            new = read_line(written)
            _count(found, new, now=True)
            if new["id"] in places:
                place, digest = places[new["id"]]
                fates[new["id"]] = "kept"
                if digest == _digest(written):
                    _count(found, new, now=False)
                    continue
                older.seek(place)
                old = read_line(older.readline())
                _count(found, old, now=False)
                _changes(found, old, new)
            elif (earlier := new["revision_of"]) in places:
                fates.setdefault(earlier, "revised")
                found.revised.add(f"{_title(new)}, which was article {earlier}")
                _whole(found, new, "added")
            else:
                found.added.add(_title(new))
                _whole(found, new, "added")
        for article, (place, _) in places.items():
            if fates.get(article) == "kept":
                continue
            older.seek(place)
            old = read_line(older.readline())
            _count(found, old, now=False)
            _whole(found, old, "removed")
            if article not in fates:
                found.removed.add(_title(old))
    found.articles = before, now


def _places(path: Path) -> dict[int, tuple[int, bytes]]:
    """Where the line of each article begins, and its hash."""
    places: dict[int, tuple[int, bytes]] = {}
    at = 0
    with path.open("rb") as file:
        for written in file:
            places[read_line(written)["id"]] = at, _digest(written)
            at += len(written)
    return places


def _digest(written: bytes) -> bytes:
    return hashlib.sha256(written).digest()[:12]


def _count(found: Comparison, article: Mapping[str, Any], *, now: bool) -> None:
    for annotation in article["annotations"]:
        label = found.labels[annotation["label"]]
        if now:
            label.now += 1
        else:
            label.before += 1


def _whole(found: Comparison, article: Mapping[str, Any], kind: Kind) -> None:
    """Count everything of an article that came or went."""
    for annotation in article["annotations"]:
        found.labels[annotation["label"]].kinds[kind].add(_told(annotation, article))
    for relation in article["relations"]:
        found.relations[relation["type"]][kind] += 1


def _changes(found: Comparison, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    """Count what is different in an article that both have."""
    if old["part"] != new["part"]:
        found.moves[old["part"], new["part"]] += 1
        found.moved.add(f"{_title(new)}: {old['part']} → {new['part']}")
    if old["known"] != new["known"]:
        found.described.add(_title(new))
    if old["said"] != new["said"]:
        found.said.add(_title(new))
    for kind, earlier, later in _paired(old["annotations"], new["annotations"]):
        if kind != "changed":
            found.labels[(later or earlier)["label"]].kinds[kind].add(_told(later or earlier, new))
            continue
        if earlier["label"] != later["label"]:
            found.relabelled[earlier["label"], later["label"]] += 1
        differences = "; ".join(_differences(earlier, later))
        found.labels[later["label"]].kinds[kind].add(f"{_told(later, new)}: {differences}")
    for kind, earlier, later in _paired(old["relations"], new["relations"]):
        found.relations[(later or earlier)["type"]][kind] += 1


def _paired(
    old: list[dict[str, Any]], new: list[dict[str, Any]]
) -> Iterator[tuple[Kind, dict[str, Any], dict[str, Any]]]:
    """Yield what is not the same, each with what it was and is (empty where it was or is not)."""
    earlier = {thing["id"]: thing for thing in old}
    for thing in new:
        was = earlier.pop(thing["id"], None)
        if was is None:
            yield "added", {}, thing
        elif was != thing:
            yield "changed", was, thing
    for was in earlier.values():
        yield "removed", was, {}


def _differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    if old["label"] != new["label"]:
        yield f"label {old['label']} → {new['label']}"
    if old["spans"] != new["spans"]:
        yield (
            f"was “{old['text']}” at {_spans(old)}" if old["text"] != new["text"] else f"was at {_spans(old)}"
        )
    before, now = old["attributes"], new["attributes"]
    for name in [*before, *(name for name in now if name not in before)]:
        if before.get(name) != now.get(name):
            yield f"{name} {_value(before.get(name))} → {_value(now.get(name))}"
    if old["annotator"] != new["annotator"] or old["rest"] != new["rest"]:
        yield "note, confidence or origin"


def _told(annotation: Mapping[str, Any], article: Mapping[str, Any]) -> str:
    return f"“{annotation['text']}” at {_spans(annotation)} of article {article['id']}"


def _spans(annotation: Mapping[str, Any]) -> str:
    return ", ".join(f"{start}..{end}" for start, end in annotation["spans"])


def _value(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Mapping) and "text" in value:
        return f"“{value['text']}”"
    return f"“{value}”" if isinstance(value, str) else orjson.dumps(value).decode("utf-8")


def _title(article: Mapping[str, Any]) -> str:
    return f"{article['id']} “{on_one_line(article['title'])}”" if article["title"] else str(article["id"])
