"""What the roles of an article's blocks are called, and why its blocks have them."""

from collections import Counter

from app.article import Article, Role
from widgets.texts import tr


def role_name(role: Role) -> str:
    """The role in the language of the interface."""
    names = {
        Role.HEADLINE: tr("Headline"),
        Role.LEAD: tr("Lead"),
        Role.BODY: tr("Body"),
        Role.SUBHEADING: tr("Subheading"),
        Role.QUOTE: tr("Quote"),
        Role.LIST_ITEM: tr("List item"),
        Role.TABLE: tr("Table"),
        Role.CAPTION: tr("Caption"),
        Role.BYLINE: tr("Byline"),
        Role.DATELINE: tr("Dateline"),
        Role.BOILERPLATE: tr("Page furniture"),
    }
    return names[role]


def why_roles(article: Article) -> str:
    """A line for each role: how many paragraphs have it, and the reasons, the most frequent first."""
    lines = []
    for role in Role:
        reasons = Counter(block.reason for block in article.blocks if block.role is role)
        if reasons:
            told = ", ".join(reason for reason, _ in reasons.most_common(3) if reason)
            counted = f"{role_name(role)} {reasons.total()}"
            lines.append(f"{counted}: {told}" if told else counted)
    return "\n".join(lines)
