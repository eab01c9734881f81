"""A comparison of two releases as a page in Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from app.dataset.card import table
from app.release.comparing import KINDS, Comparison, Named, Side
from app.scheme import Attribute, Label, Scheme


def diff_page(found: Comparison) -> str:
    """Return the page; it ends with a line feed."""
    old, new = found.old.manifest, found.new.manifest
    sections = [
        f"# What changed in {new.name}",
        f"From {_state(found.old)} to {_state(found.new)}.",
        *_different_plans(found.old, found.new),
        _numbers(found),
        _section("Articles", _articles(found)),
        _section("Annotations", _annotations(found)),
        _section("Relations", _relations(found)),
        _section("Labels and scheme", _scheme(found.old.scheme, found.new.scheme)),
        _section("Splits", _splits(found)),
    ]
    if old.name != new.name:
        sections.insert(2, f"The earlier one is a release of another project, {old.name}.")
    return "\n\n".join(filter(None, sections)) + "\n"


def _state(side: Side) -> str:
    head = side.manifest.history
    return f"step {head.number:,} ({head.at[:10] or 'no date'})"


def _different_plans(old: Side, new: Side) -> Iterator[str]:
    """Say what else was asked for: what changed then is not all the annotators' doing."""
    before, now = old.manifest.plan, new.manifest.plan
    different = [name for name in ("selection", "shape", "split") if before[name] != now[name]]
    if different:
        yield (
            "**The two were not made with the same options**, so not all of this is the annotators' doing: "
            + "; ".join(
                f"{option} was {_option(before[name][option])}, is {_option(now[name][option])}"
                for name in different
                for option in now[name]
                if before[name].get(option) != now[name][option]
            )
            + "."
        )


def _option(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "all"
    return str(value) if value not in ("", None, {}) else "none"


def _numbers(found: Comparison) -> str:
    annotations = [sum(getattr(label, side) for label in found.labels.values()) for side in ("before", "now")]
    rows = [
        ["articles", *found.articles, found.articles[1] - found.articles[0]],
        ["annotations", *annotations, annotations[1] - annotations[0]],
    ]
    return table(["", "before", "now", "difference"], rows)


def _section(title: str, lines: Iterable[str]) -> str:
    said = "\n".join(lines) or "Nothing changed."
    return f"## {title}\n\n{said}"


def _articles(found: Comparison) -> Iterator[str]:
    yield from _named("added", found.added)
    yield from _named("removed", found.removed)
    yield from _named("with a changed text", found.revised)
    yield from _named(
        "of which something else is known now (title, site, date, authors, roles of blocks)", found.described
    )
    yield from _named("with another status, assessment or passage read and empty", found.said)


def _named(what: str, articles: Named) -> Iterator[str]:
    if not articles.count:
        return
    yield f"- **{articles.count:,} {what}**"
    yield from _items(articles, "  - ")


def _items(named: Named, bullet: str) -> Iterator[str]:
    """Those that are named, and how many more there are."""
    yield from (f"{bullet}{_plain(told)}" for told in named.first)
    if named.count > len(named.first):
        yield f"{bullet}and {named.count - len(named.first):,} more"


def _annotations(found: Comparison) -> Iterator[str]:
    order = _in_order(found.labels, found.new.scheme.labels, found.old.scheme.labels)
    labels = [(name, found.labels[name]) for name in order]
    if not any(named.count for _, changes in labels for named in changes.kinds.values()):
        return
    yield table(
        ["label", "before", "now", *KINDS],
        [[f"`{name}`", c.before, c.now, *(c.kinds[kind].count for kind in KINDS)] for name, c in labels],
    )
    for name, changes in labels:
        for kind in KINDS:
            if changes.kinds[kind].count:
                yield f"\n{changes.kinds[kind].count:,} `{name}` {kind}:\n"
                yield from _items(changes.kinds[kind], "- ")
    if found.relabelled:
        yield "\nWith another label now: " + _moves(sorted(found.relabelled.items())) + "."


def _relations(found: Comparison) -> Iterator[str]:
    order = _in_order(found.relations, found.new.scheme.relations, found.old.scheme.relations)
    rows = [[f"`{name}`", *(found.relations[name][kind] for kind in KINDS)] for name in order]
    if rows:
        yield table(["relation", *KINDS], rows)


def _splits(found: Comparison) -> Iterator[str]:
    if not found.moved.count:
        return
    yield f"- **{found.moved.count:,} in another part**: {_moves(sorted(found.moves.items()))}"
    yield from _items(found.moved, "  - ")


def _moves(counted: Iterable[tuple[tuple[str, str], int]]) -> str:
    return ", ".join(f"{old} → {new} {count:,}" for (old, new), count in counted)


# ------------------------------------------------------------------------------------------------ scheme


def _scheme(old: Scheme, new: Scheme) -> Iterator[str]:
    if old.version != new.version:
        yield f"- version {old.version} → {new.version}"
    for what, before, now in (("label", old.labels, new.labels), ("relation", old.relations, new.relations)):
        earlier = {each.id: each.name for each in before}
        later = {each.id: each.name for each in now}
        yield from (
            f"- {what} `{each}` added: {_plain(later[each])}" for each in later if each not in earlier
        )
        yield from (
            f"- {what} `{each}` removed: {_plain(earlier[each])}" for each in earlier if each not in later
        )
        yield from (
            f"- {what} `{each}` renamed: {_plain(earlier[each])} → {_plain(later[each])}"
            for each in later
            if each in earlier and earlier[each] != later[each]
        )
    for label in new.labels:
        if before_label := old.label(label.id):
            yield from _label(before_label, label)
    yield from _attributes("articles", old.article, new.article)
    for relation in new.relations:
        was = old.relation(relation.id)
        if was and (was.sources, was.targets) != (relation.sources, relation.targets):
            yield (
                f"- relation `{relation.id}` holds from {', '.join(relation.sources)} "
                f"to {', '.join(relation.targets)}; it held from {', '.join(was.sources)} "
                f"to {', '.join(was.targets)}"
            )


def _label(old: Label, new: Label) -> Iterator[str]:
    if old.guideline != new.guideline or old.examples != new.examples:
        yield f"- label `{new.id}` has another guideline or other examples"
    yield from _attributes(f"`{new.id}`", old.attributes, new.attributes)


def _attributes(owner: str, old: Sequence[Attribute], new: Sequence[Attribute]) -> Iterator[str]:
    before, now = {a.id: a for a in old}, {a.id: a for a in new}
    yield from (f"- attribute `{each}` of {owner} added" for each in now if each not in before)
    yield from (f"- attribute `{each}` of {owner} removed" for each in before if each not in now)
    for each in now:
        if each not in before or before[each] == now[each]:
            continue
        was, values = before[each].values, now[each].values
        added = [f"value `{value}` added" for value in values if value not in was]
        removed = [f"value `{value}` removed" for value in was if value not in values]
        told = ", ".join(chain(added, removed)) or "described otherwise"
        yield f"- attribute `{each}` of {owner}: {told}"


# ------------------------------------------------------------------------------------------------ pieces


def _in_order(met: Iterable[str], *known: Sequence[object]) -> list[str]:
    """The names met, in the order of the schemes, then those that no scheme has."""
    met = set(met)
    order = dict.fromkeys(str(getattr(each, "id", "")) for each in chain(*known))
    return [*(name for name in order if name in met), *sorted(met - order.keys())]


def _plain(text: str) -> str:
    """Text of an article or a scheme that Markdown shall not read as its own."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>#|" else character for character in text)
