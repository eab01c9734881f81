"""What the small chips beside the text say: the value of a number, and where a relation goes."""

from collections.abc import Sequence

from app.annotation import Annotation, Relation
from app.values import display_value
from app.wording import on_one_line
from widgets.reader.marks import Marks
from widgets.texts import tr

_LONGEST = 26


def value_text(annotation: Annotation) -> str:
    """The number an annotation stands for (`≈ 30 000 камер`); "" where that is none, or its very text."""
    value = display_value(annotation.attributes)
    return "" if "".join(value.split()) == "".join(annotation.text.split()) else value


def relation_text(relations: Sequence[Relation], marks: Marks) -> str:
    """The chip of these relations, which go out from one annotation: `→ Ахметов`, `→ Ахметов +2`."""
    name = name_of(marks.annotations[relations[0].target])
    return f"→ {name} +{len(relations) - 1}" if len(relations) > 1 else f"→ {name}"


def name_of(annotation: Annotation) -> str:
    """The annotation in a few words: its canonical name, or how its text begins."""
    return on_one_line(str(annotation.attributes.get("canonical_name") or annotation.text), _LONGEST)


def furniture_text(lines: int) -> str:
    """What the box of a folded run says."""
    return tr("{count} lines of page furniture", "", lines)
