"""An inspector at work on a real project: its signals become commands, steps come back to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app import commands
from app.anchor import Span, anchor
from app.annotation import Annotation
from app.article import Role
from app.ids import new_id
from app.session import Session
from app.suggestion import Suggestion
from tests.widgets.panels import ANNOTATOR, open_session, page
from widgets.inspector import InspectorPanel

PARTS = (
    "Камеры «Көкжиек» хранят записи 30 дней",
    "«Записи камер «Көкжиек» хранятся 30 дней», – сообщил директор Асет Оспанов.",
    "Қалада шамамен 30 мың камера бар, деді әкім Гүлнар Сейт. 🚢 Бюджеттен 4,8 млрд теңге бөлінді.",
    "Электроэнергетикалықжабдықтаушыларыңыздардыңөкілдерімен кездесу өтті.",
)
TEXT = "\n".join(PARTS)
CLAIM = "«Записи камер «Көкжиек» хранятся 30 дней»"


@dataclass
class Desk:
    """What the window does, as far as these tests need it."""

    session: Session
    article_id: int
    panel: InspectorPanel
    told: list[tuple[str, Any]] = field(default_factory=list)
    """Signals in the order they came: (name, arguments)."""

    def annotate(self, quote: str, label: str, attributes: Mapping[str, Any] | None = None) -> int:
        """Mark the first occurrence of `quote`; return the annotation's id."""
        start = TEXT.index(quote)
        changes = commands.annotate(
            self.session.project,
            self.article_id,
            [Span(start, start + len(quote))],
            label,
            self.session.stamp(),
            attributes,
        )
        self.session.do("annotate", changes)
        made = changes[0].after
        assert isinstance(made, Annotation)
        return made.id

    def suggest(self, quote: str, label: str, attributes: Mapping[str, Any]) -> int:
        """Have a suggester propose the first occurrence of `quote`; return the suggestion's id."""
        made = self.suggestion_of(quote, label, attributes)
        self.session.put_suggestions(self.article_id, {"numbers": [made]})
        self.show()
        return made.id

    def suggestion_of(
        self, quote: str, label: str, attributes: Mapping[str, Any] = MappingProxyType({})
    ) -> Suggestion:
        """A suggestion of the first occurrence of `quote`, not yet proposed."""
        start = TEXT.index(quote)
        fragment = anchor(TEXT, Span(start, start + len(quote)))
        return Suggestion(
            new_id(), self.article_id, label, fragment, 0.87, "numbers", "multiplier", attributes
        )

    def annotation(self, annotation_id: int) -> Annotation:
        """The annotation as the project has it."""
        return self.session.project.annotation(annotation_id)

    def show(self) -> None:
        """Hand the article to the panel."""
        project = self.session.project
        self.panel.show_article(
            project.article(self.article_id),
            project.text(self.article_id),
            project.annotations(self.article_id, ANNOTATOR),
            project.relations(self.article_id, ANNOTATOR),
            project.suggestions(self.article_id),
            project.scheme(),
        )

    def relate(self, source: int, relation: str, target: int) -> None:
        """Do what `relate_requested` asks for."""
        changes = commands.relate(self.session.project, relation, source, target, self.session.stamp())
        self.session.do("relate", changes)


def open_desk(folder: Path) -> Desk:
    """A desk with one article and the panel's signals connected to the session."""
    session, ids = open_session(folder, [page(PARTS[0], *PARTS[1:])])
    panel = InspectorPanel()
    desk = Desk(session, ids[0], panel)
    project = session.project

    def attributes(annotation_id: int, values: dict[str, Any]) -> None:
        desk.told.append(("attributes_edited", values))
        session.do("set_attributes", commands.set_attributes(project, annotation_id, values))

    def decide(suggestion_id: int, accepted: bool, values: dict[str, Any] | None) -> None:
        desk.told.append(("suggestion_decided", (accepted, values)))
        stamp = session.stamp()
        if accepted:
            session.do("accept", commands.accept(project, suggestion_id, stamp, attributes=values))
        else:
            session.do("reject", commands.reject(project, suggestion_id, stamp))

    panel.attributes_edited.connect(attributes)
    panel.suggestion_decided.connect(decide)
    panel.note_edited.connect(lambda i, note: session.do("set_note", commands.set_note(project, i, note)))
    panel.relate_requested.connect(desk.relate)
    panel.unrelate_requested.connect(
        lambda i: session.do("unrelate", commands.unrelate(project, desk.article_id, [i]))
    )
    panel.remove_requested.connect(lambda i: session.do("remove", commands.remove(project, [i])))
    panel.relabel_requested.connect(
        lambda i, label: session.do("relabel", commands.relabel(project, i, label))
    )
    panel.role_requested.connect(
        lambda i, role: session.do("set_role", commands.set_role(project, desk.article_id, [i], Role(role)))
    )
    panel.annotation_chosen.connect(lambda i: desk.told.append(("annotation_chosen", i)))
    panel.suggestion_chosen.connect(lambda i: desk.told.append(("suggestion_chosen", i)))
    session.listen(panel.on_step)
    desk.show()
    return desk
