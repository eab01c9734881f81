"""The verbs: each command is a function that returns the changes an act makes, and writes nothing.

    session.do("annotate", annotate(session.project, article_id, [span], "claim", session.stamp()))

A command reads the project, checks the scheme's rules, and raises UserError with a sentence where the
act is not allowed. Who and when come in as a `Stamp`.
"""

from app.commands.accept import accept, reject
from app.commands.add_articles import Added, add_articles
from app.commands.annotate import annotate
from app.commands.annotate_all import annotate_all
from app.commands.assess import assess
from app.commands.copy_attributes import copy_attributes
from app.commands.describe_article import describe_article
from app.commands.duplicate import duplicate
from app.commands.flag import flag
from app.commands.join import join
from app.commands.mark_empty import mark_empty
from app.commands.relabel import relabel
from app.commands.relate import relate, unrelate
from app.commands.remove import remove, remove_articles
from app.commands.resize import resize
from app.commands.restore import restore_articles
from app.commands.revise import Carried
from app.commands.set_attributes import set_attributes, set_note
from app.commands.set_confidence import set_confidence
from app.commands.set_role import set_role
from app.commands.set_status import set_status
from app.commands.set_statuses import set_statuses
from app.commands.speakers import (
    merge_speakers,
    register_speaker,
    remove_speaker,
    rename_speaker,
    set_speaker,
    split_form,
)
from app.commands.split import split

__all__ = [
    "Added",
    "Carried",
    "accept",
    "add_articles",
    "annotate",
    "annotate_all",
    "assess",
    "copy_attributes",
    "describe_article",
    "duplicate",
    "flag",
    "join",
    "mark_empty",
    "merge_speakers",
    "register_speaker",
    "reject",
    "relabel",
    "relate",
    "remove",
    "remove_articles",
    "remove_speaker",
    "rename_speaker",
    "resize",
    "restore_articles",
    "set_attributes",
    "set_confidence",
    "set_note",
    "set_role",
    "set_speaker",
    "set_status",
    "set_statuses",
    "split",
    "split_form",
    "unrelate",
]
