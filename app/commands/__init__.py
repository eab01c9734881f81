"""The verbs: each command is a function that returns the changes an act makes, and writes nothing.

    session.do("annotate", annotate(session.project, article_id, [span], "claim", session.stamp()))

A command reads the project, checks the scheme's rules, and raises UserError with a sentence where the
act is not allowed. Who and when come in as a `Stamp`.
"""

from app.commands.accept import accept, reject
from app.commands.add_articles import Added, add_articles
from app.commands.annotate import annotate
from app.commands.relabel import relabel
from app.commands.relate import relate, unrelate
from app.commands.remove import remove, remove_articles
from app.commands.resize import resize
from app.commands.revise import Carried
from app.commands.set_attributes import set_attributes, set_note
from app.commands.set_role import set_role
from app.commands.set_status import set_status

__all__ = [
    "Added",
    "Carried",
    "accept",
    "add_articles",
    "annotate",
    "reject",
    "relabel",
    "relate",
    "remove",
    "remove_articles",
    "resize",
    "set_attributes",
    "set_note",
    "set_role",
    "set_status",
    "unrelate",
]
