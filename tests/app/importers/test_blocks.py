"""The walk: what is one block, what parts two, what is cleaned and what stays."""

import pytest

from app.article import MAX_BLOCK_LENGTH
from app.importers.blocks import page_blocks
from app.importers.tree import parse


def texts(body: str) -> list[str]:
    root, _ = parse(f"<html><body>{body}</body></html>")
    return [block.text for block in page_blocks(root).blocks]


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        ("<p>кто-<b>то</b> сказал</p>", ["кто-то сказал"]),
        (
            "<p>сло<wbr>во, <noindex>ещё</noindex> <time>вчера</time> <button>тут</button>.</p>",
            ["слово, ещё вчера тут."],
        ),
        ("<p>раз</p><p>два</p>", ["раз", "два"]),
        ("<div>до<p>внутри</p>после</div>", ["до", "внутри", "после"]),
        ("<p>раз</p><p>раз</p>", ["раз", "раз"]),
        ("одна<br>строка", ["одна строка"]),
        ("Первый абзац.<br>Второй абзац.", ["Первый абзац.", "Второй абзац."]),
        ("два<br><br>абзаца", ["два", "абзаца"]),
        ("два<br> &nbsp; <br>абзаца", ["два", "абзаца"]),
        ("<b>Заголовок</b><br>текст под ним", ["Заголовок", "текст под ним"]),
        ("перенос перед<br><b>словом</b> в строке", ["перенос перед словом в строке"]),
        ("<font size=1>14.03.2011</font><br><font size=4>Заголовок</font>", ["14.03.2011", "Заголовок"]),
        ("<p>  много \n\t пробелов  </p>", ["много пробелов"]),
        ("<p>&nbsp;&nbsp;12&nbsp;000 пере&shy;нос</p>", ["12\xa0000 пере\xadнос"]),
        ("<p>&nbsp;</p><p> </p>", []),
        ("<p>a&#x2028;b</p>", ["a b"]),
        ("<p>записи&#0;&#x1; и &#xD800;всё</p>", ["записи и всё"]),
        ("<p>a<!-- нет -->b</p>", ["ab"]),
        ("<script>x</script><style>y</style><template><p>z</p></template><p>текст</p>", ["текст"]),
        ("<figure><figcaption><p>Вид</p><p>Фото: Я</p></figcaption></figure>", ["Вид Фото: Я"]),
        ("<h1><span>Экономика</span><span>Курс вырос</span></h1>", ["Экономика Курс вырос"]),
        ("<a href=/x>читать<span class='sr-only'>(новое окно)</span></a>", ["читать", "(новое окно)"]),
        (
            "<p><a class='comments_count' href=#c>0</a>В ночь пойдёт снег.</p>",
            ["В ночь пойдёт снег.", "0"],
        ),
        ("<p>Записи хранят <span class=counter>30</span> дней.</p>", ["Записи хранят 30 дней."]),
        ("<p>Под статьёй <a class=comment-link href=#c>12 записей</a>.</p>", ["Под статьёй 12 записей."]),
        ("<a href=/n>Новости</a><a href=/s>Спорт</a>", ["Новости Спорт"]),
        ("<p>сло<a href=/n>во</a><a href=/s>сочетание</a></p>", ["словосочетание"]),
        ("<pre>раз\nдва\n\nтри</pre>", ["раз два", "три"]),
        ("<select><option>Да<option>Нет</select>", ["Да", "Нет"]),
        (
            "<table><tr><td>Рудный<td>113<tr><td>Лисаковск<td>37</table>",
            ["Рудный\t113", "Лисаковск\t37"],
        ),
        (
            "<table><tr><td>Меню<br>Почта</td><td>" + "Длинный текст. " * 20 + "</table>",
            ["Меню Почта", ("Длинный текст. " * 20).strip()],
        ),
    ],
)
def test_blocks(body: str, blocks: list[str]) -> None:
    assert texts(body) == blocks


def test_links_and_bold_are_measured_where_they_are() -> None:
    root, _ = parse(
        "<p><a href=/1>вся ссылка</a><br><br>не ссылка, <a href=/2>тут</a><br><br><b>жирно</b></p>"
    )
    blocks = page_blocks(root).blocks
    assert [b.link_length for b in blocks] == [10, 3, 0]
    assert [b.bold_length for b in blocks] == [0, 0, 5]


def test_links_within_the_page_are_no_links() -> None:
    root, _ = parse('<h2><a href="#part" name="part">Глава</a></h2>')
    assert page_blocks(root).blocks[0].link_length == 0


@pytest.mark.parametrize("filler", ["Слово за словом. ", "слово ", "сл"])
def test_long_paragraphs_are_split_and_nothing_is_lost(filler: str) -> None:
    text = (filler * 30_000).strip()
    found = texts(f"<p>{text}</p>")
    assert len(found) > 1
    assert max(map(len, found)) <= MAX_BLOCK_LENGTH
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    if filler.startswith("Слово"):
        assert all(part.endswith(".") for part in found)
