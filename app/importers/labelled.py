"""What reading a page or a text gives before it becomes an Imported: blocks with roles, and metadata."""

from dataclasses import dataclass, replace

from app.article import Role


@dataclass(frozen=True, slots=True)
class Labelled:
    """Blocks as (canonical text, role, reason) in order, and what is known about the article."""

    blocks: tuple[tuple[str, Role, str], ...]
    title: str = ""
    site: str = ""
    url: str = ""
    published: str | None = None
    authors: tuple[str, ...] = ()
    language: str = ""
    """As declared; the text may tell otherwise."""
    warnings: tuple[str, ...] = ()

    def warned(self, warnings: tuple[str, ...]) -> "Labelled":
        """Return the same with `warnings` before its own."""
        return replace(self, warnings=warnings + self.warnings)
