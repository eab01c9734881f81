"""JSON lines, the native format: one article, or one segment of it, a line; nothing lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import orjson

from app.dataset import Dataset, Record
from app.exporters.format import BUFFER, Format, Sink, Tally
from app.exporters.native import native, plain


def survey(dataset: Dataset, tally: Tally) -> Sink:
    """Count nothing: nothing is lost."""
    return lambda record: None


@contextmanager
def write(path: Path, dataset: Dataset, tally: Tally, *, utf16: bool = False) -> Iterator[Sink]:
    """Write a line for each record; see `native.native` for its shape."""
    scheme, with_suggestions = dataset.scheme, dataset.selection.with_suggestions
    with path.open("wb", buffering=BUFFER) as file:

        def put(record: Record) -> None:
            values = native(record, scheme, with_suggestions=with_suggestions, utf16=utf16)
            file.write(orjson.dumps(values, default=plain, option=orjson.OPT_APPEND_NEWLINE))

        yield put


FORMAT = Format(
    name="jsonl",
    extension=".jsonl",
    title="JSON lines, native",
    shape="a file, one article or segment a line, as docs/annotations.schema.json says",
    holds="everything selected: text, blocks with roles, what is known of the article, annotations with all "
    "fragments, quotes and attributes, relations, statuses, passages read and empty, what was said of the "
    "article as a whole, suggestions with their decisions",
    loses="nothing of the articles; the history and the saved originals stay in the project",
    units="Unicode code points, end exclusive",
    verified_by="jsonschema 4.26, datasets 5.2",
    fates=(),
    survey=survey,
    write=write,
)

FORMAT_UTF16 = Format(
    name="jsonl-utf16",
    extension=".jsonl",
    title="JSON lines, native, with UTF-16 offsets",
    shape=FORMAT.shape,
    holds="what native JSON lines hold, and utf16_start and utf16_end beside the other offsets",
    loses=FORMAT.loses,
    units="Unicode code points, and UTF-16 code units beside them",
    verified_by=FORMAT.verified_by,
    fates=(),
    survey=survey,
    write=partial(write, utf16=True),
)
