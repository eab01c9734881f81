"""A scheme as TOML for people to read and edit: guidelines as paragraphs, nothing that says nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence

from app.scheme import Attribute, Label, RelationType, Scheme

# As wide as the bundled schemes are written.
_WIDTH = 100

_HEAD = """\
# A scheme of labels for Pressmark. Ids stay for ever; names, colours, keys and texts may change without
# touching an annotation. In examples, square brackets stand around what is marked.
"""

# What a basic string cannot hold as it is (TOML 1.0, "String").
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f]')
_SPECIAL_IN_PARAGRAPHS = re.compile(r"[\\\x00-\x09\x0b-\x1f\x7f]")
_SHORT = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def write_scheme(scheme: Scheme) -> str:
    """Return the scheme as TOML, which `app.scheme.parse_scheme` reads back equal."""
    parts = [_HEAD, f"id = {_text(scheme.id)}\nname = {_text(scheme.name)}\nversion = {scheme.version}\n"]
    for label in scheme.labels:
        parts.append("\n".join(_label(label)) + "\n")
        parts += (_table("label.attribute", _attribute(a), indent="    ") for a in label.attributes)
    parts += (_table("relation", _relation(relation)) for relation in scheme.relations)
    parts += (_table("article", _attribute(attribute)) for attribute in scheme.article)
    return "\n".join(parts)


def _label(label: Label) -> Iterator[str]:
    yield "[[label]]"
    yield f"id = {_text(label.id)}"
    yield f"name = {_text(label.name)}"
    if label.key:
        yield f"key = {_text(label.key)}"
    yield f"pattern = {_text(label.pattern)}"
    if label.icon:
        yield f"icon = {_text(label.icon)}"
    for mode, colours in (("light", label.light), ("dark", label.dark)):
        yield f"{mode} = {{ line = {_text(colours.line)}, fill = {_text(colours.fill)} }}"
    if label.guideline:
        yield f"guideline = {_paragraphs(label.guideline)}"
    if label.examples:
        yield f"examples = {_list(label.examples, one_line=False)}"


def _attribute(attribute: Attribute) -> Iterator[tuple[str, str]]:
    yield "id", _text(attribute.id)
    yield "name", _text(attribute.name)
    yield "type", _text(attribute.type)
    if attribute.values:
        yield "values", _list(attribute.values)
    if attribute.unset:
        yield "unset", _text(attribute.unset)
    if attribute.help:
        yield "help", _text(attribute.help)


def _relation(relation: RelationType) -> Iterator[tuple[str, str]]:
    yield "id", _text(relation.id)
    yield "name", _text(relation.name)
    yield "sources", _list(relation.sources)
    yield "targets", _list(relation.targets)
    if relation.symmetric:
        yield "symmetric", "true"
    if relation.single:
        yield "single", "true"


def _table(name: str, entries: Iterable[tuple[str, str]], indent: str = "") -> str:
    lines = [f"[[{name}]]", *(f"{key} = {value}" for key, value in entries)]
    return "".join(f"{indent}{line}\n" for line in "\n".join(lines).split("\n"))


def _text(text: str) -> str:
    return f'"{_SPECIAL.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    return _SHORT.get(match[0], f"\\u{ord(match[0]):04X}")


def _list(texts: Sequence[str], *, one_line: bool = True) -> str:
    """The list on one line where it fits, else a text a line."""
    line = f"[{', '.join(map(_text, texts))}]"
    if one_line and len(line) <= _WIDTH - len("values = "):
        return line
    return "[\n" + "".join(f"    {_text(text)},\n" for text in texts) + "]"


def _paragraphs(text: str) -> str:
    """A multi-line string; the lines of a long paragraph are joined by a backslash at their ends."""
    escaped = _SPECIAL_IN_PARAGRAPHS.sub(_escape, text).replace('"""', '""\\"')
    lines = (part for line in escaped.split("\n") for part in _folded(line))
    return '"""\n' + "\n".join(lines) + '\n"""'


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of about the width, each but the last ended by a space and a backslash.

    A backslash at the end of a line swallows all white space that follows: pieces are cut only where a
    single space stands between two words.
    """
    rest = line
    while len(rest) > _WIDTH:
        cut = next((m.end() for m in re.finditer(r"(?<=\S) (?=\S)", rest) if m.end() >= _WIDTH - 12), None)
        if cut is None:
            break
        yield rest[:cut] + "\\"
        rest = rest[cut:]
    yield rest
