"""Scenes of the library: searching, filters, saved filters, several at once, nothing found, the bin."""

from PySide6.QtWidgets import QLineEdit

from app.annotation import Status
from app.project import ArticleQuery
from app.saved_filters import saved_filter
from tests.screenshots.scenes.window import RUSSIAN
from tests.screenshots.stage import Shot, Stage
from tests.widgets.panels import part
from widgets.library.filters import FilterBar


def _search(stage: Stage, words: str) -> None:
    part(stage.desk.library, QLineEdit, "librarySearch").setText(words)
    stage.desk.library.search()
    stage.settle()


def search(stage: Stage) -> Shot:
    """Words are searched; each row shows where it has them."""
    stage.open_article(RUSSIAN)
    _search(stage, "мост")
    return stage.desk.library


def filters(stage: Stage) -> Shot:
    """Filters are on, each a chip."""
    stage.open_article(RUSSIAN)
    query = ArticleQuery(statuses=(Status.DONE,), languages=("ru", "kk"), labels=("claim",))
    stage.desk.library.apply(saved_filter("of now", query, "this_year"))
    return stage.desk.library


def filter_menu(stage: Stage) -> Shot:
    """Further filters, and the saved ones."""
    stage.open_article(RUSSIAN)
    menu = part(stage.desk.library, FilterBar).menu()
    menu.popup(stage.window.geometry().topLeft())
    return menu


def saved_filters(stage: Stage) -> Shot:
    """The saved filters, to apply and to change."""
    stage.open_article(RUSSIAN)
    return stage.do("filter.manage")


def several(stage: Stage) -> Shot:
    """Several articles are selected: what can be done with them stands below."""
    stage.open_article(RUSSIAN)
    stage.desk.library.focus_list()
    stage.press("Shift+Down", "Shift+Down", "Shift+Down")
    return stage.desk.library


def nothing_found(stage: Stage) -> Shot:
    """The search finds nothing."""
    stage.open_article(RUSSIAN)
    _search(stage, "аэропорт")
    return stage.desk.library


def bin_(stage: Stage) -> Shot:
    """Articles removed of late can be put back."""
    desk = stage.open_article("Цемент подорожал")
    found = desk.project.find(ArticleQuery(words="мост"))
    stage.do("article.remove")
    desk.library.act_requested.emit("remove", found[:2])
    return stage.do("bin")


SCENES = {
    "library-search": search,
    "library-filters": filters,
    "library-menu": filter_menu,
    "library-saved": saved_filters,
    "library-several": several,
    "library-nothing": nothing_found,
    "bin": bin_,
}
