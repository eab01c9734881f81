"""Roles, folding and blank lines: what is hidden, what is shown, and that every offset holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.article import Block, Role
from app.replacing import replace
from tests.widgets.reader.samples import article
from widgets import theme
from widgets.reader.document import ArticleDocument
from widgets.reader.typography import SETTINGS, Typography

ROLES = st.lists(st.sampled_from(list(Role)), min_size=1, max_size=12)


def document(paragraphs: list[tuple[Role, str]], **options: object) -> ArticleDocument:
    shown, text = article(paragraphs)
    return ArticleDocument(text, shown.blocks, Typography(14, 64, theme.theme("light")), **options)  # type: ignore[arg-type]


def visible(shown: ArticleDocument) -> list[bool]:
    return [shown.block(n).isVisible() for n in range(shown.qt.blockCount())]


def test_runs_of_furniture_fold_and_open_one_by_one(qapp: object) -> None:
    b, f = Role.BODY, Role.BOILERPLATE
    shown = document([(f, "a"), (f, "b"), (b, "c"), (f, "d"), (b, "e"), (f, "f")])
    assert visible(shown) == [False, False, True, False, True, False]
    assert [(fold.first, fold.last, fold.lines) for fold in shown.folds] == [(0, 1, 2), (3, 3, 1), (5, 5, 1)]
    assert [shown.box_place(fold) for fold in shown.folds] == [(2, False), (4, False), (4, True)]
    assert list(shown.boxes(4)) == [(shown.folds[1], False), (shown.folds[2], True)]
    shown.set_open([shown.folds[0]], True)
    assert visible(shown) == [True, True, True, False, True, False]
    assert shown.box_place(shown.folds[0]) == (0, False)
    shown.set_open(shown.folds, False)
    assert visible(shown) == [False, False, True, False, True, False]


def test_an_article_of_nothing_but_furniture_is_shown(qapp: object) -> None:
    shown = document([(Role.BOILERPLATE, "a"), (Role.BOILERPLATE, "b")])
    assert visible(shown) == [True, True]


def test_blank_lines_between_blocks_take_no_room_and_do_not_part_a_run(qapp: object) -> None:
    text = "меню\n\n\nещё\n\nтекст\n\nконец"
    blocks = [
        Block(0, 4, Role.BOILERPLATE),
        Block(7, 10, Role.BOILERPLATE),
        Block(12, 17, Role.BODY),
        Block(19, 24, Role.BOILERPLATE),
    ]
    shown = ArticleDocument(text, blocks, Typography(14, 64, theme.theme("light")))
    assert [fold.lines for fold in shown.folds] == [2, 1]
    assert visible(shown) == [False] * 5 + [True] + [False] * 2
    shown.set_open(shown.folds, True)
    assert visible(shown) == [True, False, False, True, False, True, False, True]


def test_a_block_of_several_lines_gives_each_its_role(qapp: object) -> None:
    text = "один\nдва\nтри"
    shown = ArticleDocument(text, [Block(0, 8, Role.QUOTE)], Typography(14, 64, theme.theme("light")))
    assert shown.roles == [Role.QUOTE, Role.QUOTE, Role.BODY]


@given(ROLES, ROLES, st.sets(st.integers(0, 11)))
def test_setting_roles_is_setting_the_page_anew(
    qapp: object, first: list[Role], second: list[Role], opened: set[int]
) -> None:
    count = min(len(first), len(second))
    paragraphs = [(role, f"Абзац {n}") for n, role in enumerate(first[:count])]
    changed = document(paragraphs)
    changed.set_open([fold for fold in changed.folds if fold.first in opened], True)
    shown, text = article(paragraphs)
    changed.set_blocks([replace(b, role=r) for b, r in zip(shown.blocks, second, strict=False)])
    anew = document(
        [(role, p[1]) for role, p in zip(second, paragraphs, strict=False)], opened=changed.opened
    )
    assert changed.roles == anew.roles
    assert visible(changed) == visible(anew)
    for n in range(count):
        assert changed.block(n).blockFormat() == anew.block(n).blockFormat()
        assert changed.block(n).charFormat() == anew.block(n).charFormat()
        assert changed.block(n).text() == text.split("\n")[n]


@pytest.mark.parametrize("role", list(Role))
def test_every_role_is_set_larger_or_smaller_as_asked(qapp: object, role: Role) -> None:
    shown = document([(role, "Текст"), (Role.BODY, "Тело")], opened=[0])
    format_ = shown.block(0).begin().fragment().charFormat()
    assert format_.fontPointSize() == pytest.approx(14 * SETTINGS[role].scale)
    assert shown.block(0).blockFormat().leftMargin() == pytest.approx(
        SETTINGS[role].indent_em * shown.typography.role_em(role), abs=0.6
    )
