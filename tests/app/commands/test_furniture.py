"""What repeats across a site's articles is furniture; what one story shares with its like is not."""

from dataclasses import replace

from app.article import Role
from app.commands import add_articles
from app.importers.imported import Imported
from app.session import Session
from tests.app.commands.conftest import page

STORIES = (
    ("Мост закрыли на ремонт", "Рабочие снимают старый асфальт.", "Движение откроют через 12 дней."),
    ("Мектепке жаңа автобус берілді", "Автобус күніне 40 оқушыны тасиды.", "Жүргізуші жол ережесін біледі."),
    ("Harbour ferry returns to service", "Tickets cost $3.50 each way.", "The first boat leaves at dawn."),
    ("Ёлки подорожали к празднику", "Самая высокая стоит 30 тыс. тенге.", "Продавцы ждут снижения спроса."),
)
FOOTER = "Подпишитесь на наш канал и узнавайте новости первыми!"


def story(index: int, *extra: str, site: str = "a.example") -> Imported:
    headline, *paragraphs = STORIES[index]
    lines = ((Role.HEADLINE, headline), *((Role.BODY, line) for line in (*paragraphs, *extra)))
    return replace(page(lines), site=site, title=headline)


def add(session: Session, imported: Imported) -> dict[str, Role]:
    """Add the page; return the roles of its passages as they were kept."""
    added = add_articles(session.project, [imported], session.stamp())
    session.do("add_articles", added.changes, added.contents)
    (article_id,) = added.article_ids
    text = session.project.text(article_id)
    return {text[b.start : b.end]: b.role for b in session.project.article(article_id).blocks}


def test_what_stands_in_two_other_articles_is_furniture(session: Session) -> None:
    assert add(session, story(0, FOOTER))[FOOTER] is Role.BODY
    assert add(session, story(1, FOOTER))[FOOTER] is Role.BODY
    kept = add(session, story(2, FOOTER))
    assert kept[FOOTER] is Role.BOILERPLATE
    assert kept["Tickets cost $3.50 each way."] is Role.BODY


def test_the_reason_says_so(session: Session) -> None:
    for index in range(3):
        add(session, story(index, FOOTER))
    newest = session.project.newest_of_site("a.example", 1)[0]
    reasons = [block.reason for block in session.project.article(newest).blocks]
    assert reasons[-1] == "repeats in other articles of a.example"


def test_pages_of_one_import_count_too(session: Session) -> None:
    pages = [story(index, FOOTER) for index in range(3)]
    added = add_articles(session.project, pages, session.stamp())
    session.do("add_articles", added.changes, added.contents)
    roles = [session.project.article(i).blocks[-1].role for i in added.article_ids]
    assert roles == [Role.BODY, Role.BODY, Role.BOILERPLATE]


def test_other_sites_do_not_count(session: Session) -> None:
    add(session, story(0, FOOTER, site="b.example"))
    add(session, story(1, FOOTER, site="b.example"))
    assert add(session, story(2, FOOTER))[FOOTER] is Role.BODY
    assert add(session, story(3, FOOTER, site=""))[FOOTER] is Role.BODY


def test_the_same_story_told_again_is_not_furniture(session: Session) -> None:
    add(session, story(0))
    add(session, story(0, "Обновлено вечером."))
    kept = add(session, story(0, "Обновлено утром."))
    assert {role for passage, role in kept.items() if passage != STORIES[0][0]} == {Role.BODY}


def test_a_headline_stays_a_headline(session: Session) -> None:
    for index in (0, 1):
        add(session, story(index, STORIES[2][0]))
    assert add(session, story(2))[STORIES[2][0]] is Role.HEADLINE
