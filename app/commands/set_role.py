"""Correct what a block is: article text taken for page furniture, or the other way round."""

from collections.abc import Collection

from app.article import Block, Role
from app.changes import Change
from app.errors import UserError
from app.project import Project
from app.replacing import replace

_BY_HAND = "set by hand; the import said "


def set_role(project: Project, article_id: int, block_indexes: Collection[int], role: Role) -> list[Change]:
    """Return the change that gives these blocks (by index) the role; none if they have it.

    The reason keeps what the import said, and giving a block that role again brings its reason back.
    """
    before = project.article(article_id)
    wanted = set(block_indexes)
    if not wanted <= set(range(len(before.blocks))):
        raise UserError(f"“{before.title}” has only {len(before.blocks)} blocks.")
    blocks = tuple(
        _with_role(block, role) if index in wanted and block.role != role else block
        for index, block in enumerate(before.blocks)
    )
    return [] if blocks == before.blocks else [Change(before, replace(before, blocks=blocks))]


def _with_role(block: Block, role: Role) -> Block:
    if block.reason.startswith(_BY_HAND):
        imported_role, _, reason = block.reason.removeprefix(_BY_HAND).partition(": ")
    else:
        imported_role, reason = block.role.value, block.reason
    if role == imported_role:
        return replace(block, role=role, reason=reason)
    return replace(block, role=role, reason=f"{_BY_HAND}{imported_role}: {reason}")
