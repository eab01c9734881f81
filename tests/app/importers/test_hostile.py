"""Pages made to break parsers: the text is kept, or the loss is said."""

import pytest

from app.importers.blocks import page_blocks
from app.importers.failure import Unreadable
from app.importers.tree import parse

PARAGRAPH = "Министерство сообщило, что записи хранятся тридцать дней и за рубеж не передаются."
ARTICLE = f"<h1>Заголовок</h1><p>{PARAGRAPH}</p>"


def read_text(markup: str) -> tuple[str, tuple[str, ...]]:
    root, warnings = parse(markup)
    return "\n".join(block.text for block in page_blocks(root).blocks), warnings


@pytest.mark.parametrize("tag", ["div", "b", "span", "font", "blockquote", "x-frame"])
@pytest.mark.parametrize("depth", [1_400, 3_000, 60_000])
def test_deep_nesting(tag: str, depth: int) -> None:
    text, warnings = read_text(f"<body>{f'<{tag}>' * depth}{ARTICLE}{f'</{tag}>' * depth}</body>")
    assert text == f"Заголовок\n{PARAGRAPH}"
    assert bool(warnings) == (depth > 1_500)


def test_many_unclosed_paragraphs_are_not_deep() -> None:
    text, warnings = read_text("<body>" + "<p>абзац" * 20_000)
    assert text.count("абзац") == 20_000
    assert warnings == ()


def test_huge_attributes_and_pictures_inside() -> None:
    for markup in (
        f'<img src="data:image/png;base64,{"QUJD" * 300_000}">{ARTICLE}',
        f'<div style="{"a:b;" * 300_000}">{ARTICLE}</div>',
    ):
        assert read_text(markup) == (f"Заголовок\n{PARAGRAPH}", ())


def test_controls_in_text_and_tags() -> None:
    text, _ = read_text("<art\0icle>" + ARTICLE.replace("записи", "за\x0b\x1b\x7fпи\0си"))
    assert text == f"Заголовок\n{PARAGRAPH}"


def test_unclosed_comment_is_read_and_said() -> None:
    text, warnings = read_text(f"<body><!-- {ARTICLE}</body>")
    assert PARAGRAPH in text
    assert "comment" in warnings[0]


def test_a_closed_comment_is_no_text() -> None:
    text, warnings = read_text(f"<body><!-- скрыто -->{ARTICLE}</body>")
    assert "скрыто" not in text
    assert warnings == ()


def test_declared_encoding_inside_the_text_is_not_believed() -> None:
    text, _ = read_text(
        f'<?xml version="1.0" encoding="koi8-r"?><html><head><meta charset="koi8-r"></head>{ARTICLE}'
    )
    assert PARAGRAPH in text


def test_nothing_to_parse_is_refused() -> None:
    with pytest.raises(Unreadable):
        parse("")
