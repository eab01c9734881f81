"""The project that most pictures show: the bundled samples and short notes, worked on over some weeks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import resources
from app import commands
from app.anchor import Span
from app.annotation import Annotation, Status
from app.article import Block, Role, text_hash
from app.importers.imported import Imported
from app.project import ArticleQuery
from app.samples import add_samples
from app.saved_filters import KEY, saved_filter, to_json
from app.session import Session
from app.speaker import Post
from app.suggesters import suggest
from app.suggesters.store import store_suggestions
from storage import create_project
from tests.screenshots.notes import NOTES, Note
from tests.widgets.window.samples import news_scheme

ANNOTATOR = "Айгүл"
# Days before today on which the work of the pictures began.
_DAYS = 24
_NOTES_DAYS = 16


@dataclass
class Clock:
    """A clock that goes on by a step an act, and is put forward by hand."""

    at: datetime
    step: timedelta = timedelta(seconds=7)

    def __call__(self) -> str:
        """The time, as `app.session.now` gives it."""
        self.at += self.step
        return self.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def go_to(self, days_ago: int) -> date:
        """Put it to the morning of a day."""
        day = datetime.now(UTC).replace(hour=4, minute=12, second=0, microsecond=0)
        self.at = day - timedelta(days=days_ago)
        return self.at.date()


def make_newsroom(path: Path) -> None:
    """Make the project file."""
    project = create_project(path, news_scheme())
    clock = Clock(datetime.now(UTC))
    session = Session(project, ANNOTATOR, clock)
    try:
        clock.go_to(_DAYS)
        clock.step = timedelta(minutes=22)
        add_samples(session, resources.sample_pages(), resources.sample_annotations())
        _look_back(session)
        clock.step = timedelta(seconds=7)
        for number, note in enumerate(NOTES):
            day = clock.go_to(max(0, _NOTES_DAYS - number))
            _work(session, note, number, day)
        _register(session)
        searches = (
            saved_filter("Мост, не готово", ArticleQuery(words="мост", statuses=(Status.TODO,))),
            saved_filter("Қазақша", ArticleQuery(languages=("kk",)), "this_year"),
            saved_filter("Flagged claims", ArticleQuery(labels=("claim",), flagged=True)),
        )
        project.remember(KEY, to_json(searches))
    finally:
        project.close()


def make_empty(path: Path) -> None:
    """Make a project without any article."""
    create_project(path, news_scheme()).close()


def _look_back(session: Session) -> None:
    """The samples are annotated; two are still being worked on, and all took their time."""
    project = session.project
    for number, article_id in enumerate(project.find(ArticleQuery())):
        if number in (2, 3):
            changes = commands.set_status(project, article_id, ANNOTATOR, Status.IN_PROGRESS)
            session.do("set_status", changes)
        day = (datetime.now(UTC) - timedelta(days=_DAYS - number)).date()
        project.add_active_time(article_id, ANNOTATOR, day.isoformat(), 500.0 + 170 * number)


def _work(session: Session, note: Note, number: int, day: date) -> None:
    """Import a note; annotate and judge it as far as it is its turn."""
    page = _page(note, day)
    added = commands.add_articles(session.project, [page], session.stamp())
    session.do("add_articles", added.changes, added.contents)
    (article_id,) = added.article_ids
    store_suggestions(session, article_id, page.text, suggest(page.text, note.language))
    status = _STATUSES[number % len(_STATUSES)]
    if status is not Status.TODO:
        _annotate(session, article_id, page.text, note)
        session.project.add_active_time(article_id, ANNOTATOR, day.isoformat(), 90.0 + 37 * (number % 6))
    if status is not Status.TODO:
        changes = commands.set_status(session.project, article_id, ANNOTATOR, status)
        session.do("set_status", changes)
    if number % 7 == 3:
        session.do("flag", commands.flag(session.project, [article_id], ANNOTATOR, True))


_STATUSES = (
    Status.DONE,
    Status.DONE,
    Status.TODO,
    Status.DONE,
    Status.IN_PROGRESS,
    Status.TODO,
    Status.SKIPPED,
)


def _annotate(session: Session, article_id: int, text: str, note: Note) -> None:
    """Mark the claim, who says it and its number, and decide on what was suggested."""
    project = session.project
    suggestions = project.suggestions(article_id)
    for suggestion in suggestions[:3]:
        changes = commands.reject(project, suggestion.id, session.stamp())
        if suggestion.fragment.quote.exact == note.number:
            changes = commands.accept(project, suggestion.id, session.stamp())
        session.do("decide", changes)
    ids = {}
    for label, quote in (("claim", note.claim), ("speaker", note.speaker)):
        start = text.index(quote)
        attributes = {"canonical_name": note.name, "kind": "person"} if label == "speaker" else {}
        span = Span(start, start + len(quote))
        changes = commands.annotate(project, article_id, [span], label, session.stamp(), attributes)
        session.do("annotate", changes)
        ids[label] = next(c.after.id for c in changes if isinstance(c.after, Annotation))
    session.do("relate", commands.relate(project, "said_by", ids["claim"], ids["speaker"], session.stamp()))


def _register(session: Session) -> None:
    """Put the speakers of the notes, and two of the samples, into the registry."""
    chair = Post("chair of the transport committee", "Port Ellery city council", "2024-05")
    director = Post("технический директор", "Комбинат «Яр-Цемент»", "2021")
    for name, forms, posts in (
        ("Marian Oldcastle", ("Oldcastle", "Мэриан Олдкасл"), (Post("councillor", "", ""), chair)),
        ("Олег Стрешнев", ("Стрешнева", "Стрешневым", "Oleg Streshnev"), (director,)),
        ("Динара Оспанкулова", ("Оспанкуловой", "Dinara Ospankulova"), ()),
        ("Д. Оспанкулова", (), ()),
        *((name, (), ()) for name in dict.fromkeys(note.name for note in NOTES)),
    ):
        if all(speaker.name != name for speaker in session.project.speakers()):
            changes = commands.register_speaker(
                session.project, name, kind="person", forms=forms, posts=posts
            )
            session.do("register_speaker", changes)


def _page(note: Note, day: date) -> Imported:
    """The note as an importer would bring it."""
    parts = ((Role.HEADLINE, note.headline), *((Role.BODY, paragraph) for paragraph in note.paragraphs))
    text, blocks = "", []
    for role, part in parts:
        text += "\n" if text else ""
        blocks.append(Block(len(text), len(text) + len(part), role))
        text += part
    return Imported(
        text=text,
        blocks=tuple(blocks),
        original=text.encode(),
        source_path=f"{text_hash(text)[:8]}.html",
        media_type="text/html",
        encoding="utf-8",
        title=note.headline,
        site=note.site,
        url=f"https://{text_hash(text)[:8]}.example/",
        published=day.isoformat(),
        language=note.language,
    )
