"""Brings library, inspector and reader up to date with what a step changed, and goes where it changed it."""

from dataclasses import replace

from PySide6.QtCore import QObject

from app.annotation import Annotation, EmptyPassage, Relation
from app.article import Article
from app.changes import Change, Step
from app.scheme import Scheme
from app.suggestion import Decision, Suggestion
from widgets.desk import Desk


def _is_wide(step: Step) -> bool:
    """Whether whole articles came or went, or the scheme changed: that is about no one mark among them."""
    came_or_went = any(change.before is None or change.after is None for change in step.of(Article))
    return came_or_went or bool(step.of(Scheme))


class Following(QObject):
    """The way back: from the session's broadcast to the views of a desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.signals.stepped.connect(self.on_step)
        desk.signals.suggestions_changed.connect(self.on_suggestions)
        desk.went_back.connect(self.go_to)

    def on_step(self, step: Step) -> None:
        """Show what the step changed, and nothing else anew."""
        desk = self._desk
        desk.library.on_step(step)
        if step.of(Scheme):
            desk.scheme = desk.project.scheme()
            desk.reader.set_scheme(desk.scheme)
        desk.inspector.on_step(self._in_sight(step))
        if desk.article is not None:
            if here := step.about(desk.article.id):
                with desk.reader.together():
                    for change in here:
                        self._show(change)
        elif any(change.after is not None for change in step.of(Article)):
            desk.open_place()
        desk.saved.emit(step)
        desk.moved.emit()

    def _in_sight(self, step: Step) -> Step:
        """The step without suggestions, where those of the open article are hidden."""
        article = self._desk.article
        if article is None or not step.of(Suggestion) or not self._desk.guard.hides(article.id):
            return step
        return replace(step, changes=tuple(c for c in step.changes if not isinstance(c.entity, Suggestion)))

    def on_suggestions(self, article_id: int) -> None:
        """Show what was suggested anew for the article."""
        desk = self._desk
        desk.library.on_suggestions(article_id)
        if desk.article is not None and desk.article.id == article_id:
            contents = desk.contents()
            desk.reader.set_suggestions(contents[4])
            desk.inspector.show_article(*contents)
            desk.moved.emit()

    def go_to(self, step: Step) -> None:
        """Open the article a step touched, unless it is open, and bring what it changed into sight."""
        desk = self._desk
        touched = step.articles()
        if desk.article is None or desk.article.id not in touched:
            # Not all of them are looked up: an edit of the scheme can touch every article there is.
            there = next((article_id for article_id in sorted(touched) if desk.has_article(article_id)), None)
            if there is None:
                return
            desk.open_article(there)
        if _is_wide(step):
            return
        for change in step.about(desk.article.id) if desk.article is not None else ():
            match change.entity:
                case Annotation() as annotation if annotation.annotator == desk.annotator:
                    if not annotation.start <= desk.reader.caret() <= annotation.end:
                        desk.reader.set_caret(annotation.start)
                    desk.select(annotation.id if change.after else None)
                    desk.reader.reveal(annotation.fragments[0].span)
                    return
                case Suggestion() as suggestion:
                    desk.reader.reveal(suggestion.fragment.span)
                case EmptyPassage() as passage if passage.annotator == desk.annotator:
                    desk.reader.set_caret(passage.fragment.start)
                    desk.reader.reveal(passage.fragment.span)
                case Relation() as relation if desk.annotation(relation.source) is not None:
                    desk.show_annotation(relation.source)
                case _:
                    pass

    def _show(self, change: Change) -> None:
        """Bring the reader up to date with one change, if it is about what it shows."""
        desk, entity, after = self._desk, change.entity, change.after
        open_id = None if desk.article is None else desk.article.id
        match entity:
            case Article(id=article_id) if article_id == open_id:
                self._show_article(after)
            case Annotation(article_id=article_id, annotator=who) if (article_id, who) == (
                open_id,
                desk.annotator,
            ):
                if after:
                    desk.reader.put_annotation(entity)
                else:
                    desk.reader.drop_annotation(entity.id)
            case Relation(article_id=article_id, annotator=who) if (article_id, who) == (
                open_id,
                desk.annotator,
            ):
                if after:
                    desk.reader.put_relation(entity)
                else:
                    desk.reader.drop_relation(entity.id)
            case EmptyPassage(article_id=article_id, annotator=who) if (article_id, who) == (
                open_id,
                desk.annotator,
            ):
                if after:
                    desk.reader.put_empty_passage(entity)
                else:
                    desk.reader.drop_empty_passage(entity.id)
            case Suggestion(article_id=article_id) if article_id == open_id:
                if after and entity.decision is Decision.OPEN and not desk.guard.hides(open_id):
                    desk.reader.put_suggestion(entity)
                else:
                    desk.reader.drop_suggestion(entity.id)
            case _:
                pass

    def _show_article(self, after: object) -> None:
        """The open article has other roles or facts, or is gone: then another one is opened."""
        desk = self._desk
        assert desk.article is not None
        if isinstance(after, Article):
            desk.article = after
            desk.reader.set_blocks(after.blocks)
            desk.reader.set_facts(after)
            return
        gone = desk.article.id
        near = (desk.library.neighbour(gone, 1), desk.library.neighbour(gone, -1))
        following = next(
            (article_id for article_id in near if article_id and desk.has_article(article_id)), None
        )
        desk.article = None
        if following is not None:
            desk.open_article(following)
        else:
            desk.open_place()
