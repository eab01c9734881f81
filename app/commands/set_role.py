"""Correct what a block is: article text taken for page furniture, or the other way round."""

from collections.abc import Collection
from dataclasses import replace

from app.article import Role
from app.changes import Change
from app.errors import UserError
from app.project import Project

REASON = "set by hand"


def set_role(project: Project, article_id: int, block_indexes: Collection[int], role: Role) -> list[Change]:
    """Return the change that gives these blocks (by index) the role; none if they have it."""
    before = project.article(article_id)
    wanted = set(block_indexes)
    if not wanted <= set(range(len(before.blocks))):
        raise UserError(f"“{before.title}” has only {len(before.blocks)} blocks.")
    blocks = tuple(
        replace(block, role=role, reason=REASON) if index in wanted and block.role != role else block
        for index, block in enumerate(before.blocks)
    )
    return [] if blocks == before.blocks else [Change(before, replace(before, blocks=blocks))]
