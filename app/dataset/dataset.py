"""A dataset: which articles leave a project, and in what shape; iterate it for its records."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from app.dataset.checking import verify
from app.dataset.naming import refuse_unwritable, renamed_scheme
from app.dataset.record import Record
from app.dataset.selection import Selection, article_ids, read, refuse_unknown
from app.dataset.shaping import WHOLE, Shape, in_shape
from app.losses import Tally
from app.project import Project
from app.scheme import Scheme


@dataclass(frozen=True, slots=True)
class Dataset:
    """A selection of a project at one moment, in a shape. It can be iterated as often as needed."""

    scheme: Scheme
    """The project's, with the labels named as the shape says."""
    selection: Selection
    article_ids: tuple[int, ...]
    """In the order they were added to the project."""
    read: Callable[[Iterable[int]], Iterator[Record]]
    """Reads whole articles by their ids, in the order given, as the project has them."""
    shape: Shape = WHOLE

    def __len__(self) -> int:
        """The number of articles."""
        return len(self.article_ids)

    def __iter__(self) -> Iterator[Record]:
        """The records of all articles; see `records`."""
        return self.records(Tally())

    def records(self, tally: Tally) -> Iterator[Record]:
        """Read, check and shape article by article; what the shape costs is counted into `tally`.

        UserError: a quote is not what the text has at its offsets, or an article has gone since.
        """
        for record in self.read(self.article_ids):
            verify(record)
            yield from in_shape(record, self.shape, tally)


def select(project: Project, selection: Selection) -> Dataset:
    """Describe what `selection` takes from `project`; the articles are fixed now, read when iterated.

    UserError: the selection names an annotator or a label that the project does not know.
    """
    scheme = project.scheme()
    annotators = tuple(project.annotators())
    refuse_unknown("annotator", selection.annotators, annotators)
    refuse_unknown("label", selection.labels, tuple(label.id for label in scheme.labels))
    chosen = selection.annotators or annotators
    return Dataset(
        scheme,
        selection,
        article_ids(project, selection, chosen),
        partial(read, project, selection, chosen),
    )


def shaped(dataset: Dataset, shape: Shape) -> Dataset:
    """Return the dataset, which has no shape yet, in this one.

    UserError: it renames a label that the project does not know, or to what some format cannot write.
    """
    refuse_unknown("label", tuple(shape.names), tuple(label.id for label in dataset.scheme.labels))
    refuse_unwritable(shape.names.values())
    return replace(dataset, scheme=renamed_scheme(dataset.scheme, shape.names), shape=shape)
