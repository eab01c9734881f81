"""Loading a file into a project: read to its end first, so that bad input changes nothing, then brought in.

A file of up to `STEP` records is one undoable step. A larger one is several, since a step is held in memory,
and it is read twice: to its end before anything is written.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from app.annotation import Annotation, EmptyPassage, Relation
from app.article import Article, text_hash
from app.changes import Change, Content, Entity
from app.commands.load import Loaded, Manner
from app.commands.load import load as load_article
from app.errors import Cancelled, UserError
from app.ids import new_id
from app.progress import Progress
from app.project import AnnotatedArticle
from app.readers.bounded import excerpt
from app.readers.canonical import Move, canonical_text
from app.readers.loaded import LoadedArticle
from app.readers.new_article import new_article
from app.readers.placing import LARGEST_ID, Home, Left, Placed, find_home, locator_of, place
from app.readers.reader import Reader
from app.readers.recognising import look_alike
from app.readers.terms import Terms
from app.session import Session
from app.suggestion import Suggestion

STEP = 500
"""Articles in one undoable step."""

_MOST_HELD = 50_000
"""Marks, and thousands of characters, in one step, should its articles be uncommonly large: some 200 MB."""

_EXAMPLES = 5
"""Of each thing that had no place so many are named."""


class LoadCancelled(Cancelled):
    """The loading was cancelled; what it had brought in was taken back."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be loaded."""

    annotator: str = ""
    """Who has marked it all; empty: as the file says, else the session's annotator."""
    as_suggestions: bool = False
    """Whether annotations become suggestions too."""
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Ids of the scheme's labels and relations by what the file calls them."""
    new_articles: bool = False
    """Whether texts that the project does not have become articles of it."""
    dry_run: bool = False
    """Whether only to say what would be."""


@dataclass(slots=True)
class LeftOut:
    """Things of one kind that have no place in the project."""

    count: int = 0
    examples: list[str] = field(default_factory=list)
    """Where the first few are, and which: "line 12: claim at 5..9"."""


@dataclass(slots=True)
class LoadReport:
    """What became of a file."""

    format: str
    records: int = 0
    """Articles of the file, or segments of them."""
    matched: int = 0
    """Articles of the project that it speaks of."""
    new: int = 0
    """Articles that it brought."""
    unmatched: int = 0
    """Records that no article of the project belongs to."""
    made: Counter[str] = field(default_factory=Counter)
    """How many annotations, relations, suggestions, decisions, passages, statuses and assessments are new."""
    there: int = 0
    """Annotations, relations and suggestions that the project had already, just so."""
    moved: int = 0
    """Annotations found for certain, though not at the file's offsets."""
    doubtful: int = 0
    """Annotations that are suggestions, because their place is not certain."""
    left: dict[str, LeftOut] = field(default_factory=dict)
    """What has no place, by what it is and why."""
    steps: int = 0
    """Undoable steps that it took."""


def load(
    session: Session,
    path: Path,
    reader: Reader,
    options: Options,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> LoadReport:
    """Bring what the file at `path` holds into the session's project, and say what became of it.

    UserError: the file cannot be read, or `options.names` names what the scheme does not have; nothing was
    changed. LoadCancelled: `cancelled` said so. What `Session.do` raises comes after what was done is taken
    back.
    """
    loading = _Loading(session, path, reader, options)
    total, held = _checked(reader, path, cancelled)
    try:
        for record in held if held is not None else reader.read(path):
            _go_on(cancelled)
            loading.take(record)
            if progress is not None:
                progress(loading.report.records, total)
        loading.commit()
    except UserError:
        with suppress(UserError):
            for _ in range(loading.report.steps):
                session.undo()
        raise
    return loading.report


def _checked(
    reader: Reader, path: Path, cancelled: Callable[[], bool]
) -> tuple[int, list[LoadedArticle] | None]:
    """Read the file to its end; return the number of its records, and these too where they are few."""
    held: list[LoadedArticle] = []
    total = size = 0
    try:
        for record in reader.read(path):
            _go_on(cancelled)
            held.append(record)
            total, size = total + 1, size + _size(record)
            if total > STEP or size > _MOST_HELD:
                return _counted(reader, path, cancelled), None
    except LoadCancelled:
        raise
    except UserError as error:
        other = look_alike(path)
        if other and other != reader.name:
            raise UserError(f"{error} It looks like the format {other}.") from None
        raise
    return total, held


def _counted(reader: Reader, path: Path, cancelled: Callable[[], bool]) -> int:
    """Read the whole file, holding nothing of it; return the number of its records."""
    total = 0
    for _ in reader.check(path) if reader.check else reader.read(path):
        _go_on(cancelled)
        total += 1
    return total


def _go_on(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise LoadCancelled("The loading was cancelled; nothing was changed.")


def _size(record: LoadedArticle) -> int:
    return len(record.marks) + len(record.text or "") // 1000


class _Item(NamedTuple):
    """A record, and what is known of it before the project is read."""

    record: LoadedArticle
    own: str | None
    move: Move | None
    sha256: str
    home: Home | None
    """None: its text becomes a new article."""


class _Ids:
    """Gives the ids of a file where they are free, else new ones."""

    def __init__(self, used: dict[type[Entity], set[int]]) -> None:
        self._used = used

    def __call__(self, kind: type[Entity], wanted: int | None) -> int:
        if wanted is None or not 0 < wanted < LARGEST_ID or wanted in self._used[kind]:
            return new_id()
        self._used[kind].add(wanted)
        return wanted


class _Loading:
    """The records of a file, gathered and brought in step by step."""

    def __init__(self, session: Session, path: Path, reader: Reader, options: Options) -> None:
        scheme = session.project.scheme()
        self.report = LoadReport(reader.name)
        self._session = session
        self._path = path
        self._options = options
        self._terms = Terms(scheme, options.names)
        self._manner = Manner(
            scheme,
            session.annotator,
            session.clock(),
            annotator=options.annotator,
            as_suggestions=options.as_suggestions,
            suggester=reader.name,
        )
        self._waiting: dict[int | str, list[_Item]] = {}
        """By the id of the article, or the hash of a new one's text."""
        self._size = 0
        self._matched: set[int] = set()
        self._new: set[str] = set()

    def take(self, record: LoadedArticle) -> None:
        """Take a record; what was gathered is brought in when it is enough for a step."""
        self.report.records += 1
        own, move = (None, None) if record.text is None else canonical_text(record.text)
        sha256 = "" if own is None else text_hash(own)
        project, new = self._session.project, self._options.new_articles
        home = find_home(project, record, own, sha256, just_so=new)
        if home is None and not (new and record.segment_start is None and own and not own.isspace()):
            self._miss(record, own)
            return
        key: int | str = sha256 if home is None else home.article_id
        full = len(self._waiting) >= STEP or self._size >= _MOST_HELD
        if full and key not in self._waiting:
            self.commit()
        self._waiting.setdefault(key, []).append(_Item(record, own, move, sha256, home))
        self._size += _size(record)

    def commit(self) -> None:
        """Bring in what was gathered, as one step."""
        project = self._session.project
        waiting, self._waiting, self._size = self._waiting, {}, 0
        ids = _Ids(self._used(item.record for items in waiting.values() for item in items))
        there = [key for key in waiting if isinstance(key, int)]
        read = {each.article.id: each for each in project.annotated(there, with_suggestions=True)}
        changes: list[Change] = []
        contents: list[Content] = []
        for key, items in waiting.items():
            if isinstance(key, int):
                article = read[key]
                self._matched.add(key)
            else:
                article = self._added(items[0], ids, changes, contents)
                self._new.add(key)
            loaded = load_article(article, self._placed(items, article.text), self._manner, ids)
            changes += loaded.changes
            self._note(loaded)
        self.report.matched, self.report.new = len(self._matched), len(self._new)
        if changes and not self._options.dry_run:
            self._session.do("load", changes, contents)
            self.report.steps += 1

    def _added(
        self, item: _Item, ids: _Ids, changes: list[Change], contents: list[Content]
    ) -> AnnotatedArticle:
        """Make the article of a new text; what makes it goes onto the lists."""
        assert item.own is not None
        record = item.record
        wanted = record.article_id if record.text_sha256 == item.sha256 else None
        article, brought, left = new_article(
            record,
            item.own,
            item.sha256,
            item.move,
            ids(Article, wanted),
            str(self._path),
            self._manner.at,
        )
        changes.append(Change(None, article))
        contents += brought
        self._leave(left)
        return AnnotatedArticle(article, item.own, [], [], {}, [])

    def _placed(self, items: Iterable[_Item], text: str) -> Iterator[Placed]:
        for item in items:
            home = item.home or Home(0, same=True)
            yield place(item.record, locator_of(home, text, item.own, item.move), self._terms)

    def _used(self, records: Iterable[LoadedArticle]) -> dict[type[Entity], set[int]]:
        """Those of the ids that the records would keep which are taken."""
        wanted: defaultdict[type[Entity], list[int | None]] = defaultdict(list)
        for record in records:
            wanted[Article].append(record.article_id)
            for mark in record.marks:
                wanted[Suggestion if mark.proposal else Annotation].append(mark.native_id)
            wanted[Relation] += [link.native_id for link in record.links]
            wanted[EmptyPassage] += [nothing.native_id for nothing in record.nothing]
        return {
            kind: self._in_use(kind, wanted[kind])
            for kind in (Article, Annotation, Relation, EmptyPassage, Suggestion)
        }

    def _in_use(self, kind: type[Entity], wanted: Collection[int | None]) -> set[int]:
        ids = [each for each in wanted if each is not None and 0 < each < LARGEST_ID]
        return self._session.project.ids_in_use(kind, ids) if ids else set()

    def _miss(self, record: LoadedArticle, own: str | None) -> None:
        self.report.unmatched += 1
        kind = "articles that the project does not have"
        if record.segment_start is not None:
            kind = "segments of articles that the project does not have"
        title = str(record.about.get("title") or (own or "")[:200])
        self._leave([Left(kind, record.where, f"“{excerpt(title)}”")])

    def _note(self, loaded: Loaded) -> None:
        report = self.report
        report.made += loaded.made
        report.there += loaded.there
        report.moved += loaded.moved
        report.doubtful += loaded.doubtful
        self._leave(loaded.left)

    def _leave(self, left: Iterable[Left]) -> None:
        for each in left:
            noted = self.report.left.setdefault(each.kind, LeftOut())
            noted.count += each.times
            if len(noted.examples) < _EXAMPLES:
                noted.examples.append(f"{each.where}: {each.what}" if each.what else each.where)
