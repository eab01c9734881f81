"""Whole saved pages and plain-text copies, written for these tests in the shape of real ones."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from app.article import MAX_BLOCK_LENGTH, Role, canonical
from app.importers import Imported, read

PAGES = Path(__file__).parents[2] / "data" / "pages"
SEED = Path(__file__).parents[3].parent / "shared" / "data" / "articles" / "seed"
HTML = sorted([*PAGES.glob("*.html"), *PAGES.glob("*.mhtml")])
TEXTS = sorted(PAGES.glob("*.txt"))


def expected(path: Path) -> dict[str, Any]:
    value = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert isinstance(value, dict)
    return value


def blocks_of(imported: Imported) -> list[tuple[str, str, str]]:
    return [(b.role.value, imported.text[b.start : b.end], b.reason) for b in imported.blocks]


def check_blocks_cover_text(imported: Imported) -> None:
    assert canonical(imported.text) == imported.text
    covered = 0
    for block in imported.blocks:
        assert covered <= block.start < block.end <= len(imported.text)
        assert not imported.text[covered : block.start].strip()
        assert block.reason
        assert block.end - block.start <= MAX_BLOCK_LENGTH
        assert "\n" not in imported.text[block.start : block.end]
        covered = block.end
    assert covered == len(imported.text)


def test_there_are_enough_samples() -> None:
    assert len(HTML) >= 10
    assert len(TEXTS) >= 8


@pytest.mark.parametrize("path", HTML, ids=lambda path: path.stem)
def test_page(path: Path) -> None:
    wanted = expected(path)
    (imported,) = read(path)
    check_blocks_cover_text(imported)
    found = [(role, text) for role, text, _ in blocks_of(imported) if role != Role.BOILERPLATE]
    assert [role for role, _ in found] == [role for role, _ in wanted["blocks"]], found
    for (_, text), (_, start) in zip(found, wanted["blocks"], strict=True):
        assert text.startswith(start)
    for start in wanted["furniture"]:
        roles = {role for role, text, _ in blocks_of(imported) if text.startswith(start)}
        assert roles == {Role.BOILERPLATE}, (start, roles)
    for name in ("title", "published", "url", "site", "language", "encoding"):
        assert getattr(imported, name) == wanted[name], name
    assert list(imported.authors) == wanted["authors"]
    assert imported.warnings == ()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_plain_text_copy(path: Path) -> None:
    wanted = expected(path)
    (imported,) = read(path)
    check_blocks_cover_text(imported)
    found = blocks_of(imported)
    assert [role for role, _, _ in found] == wanted["roles"], found
    for name in ("title", "published", "url", "language"):
        assert getattr(imported, name) == wanted[name], name
    assert list(imported.authors) == wanted["authors"]
    assert imported.media_type == "text/plain"


@pytest.mark.parametrize("path", [*HTML, *TEXTS], ids=lambda path: path.stem)
def test_gzipped_page_reads_the_same(path: Path, tmp_path: Path) -> None:
    packed = tmp_path / f"{path.name}.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    (plain,) = read(path)
    (unpacked,) = read(packed)
    assert (unpacked.text, unpacked.blocks, unpacked.title) == (plain.text, plain.blocks, plain.title)
    assert unpacked.original == path.read_bytes()


def test_nothing_a_reader_sees_is_lost() -> None:
    (imported,) = read(PAGES / "modern_json_ld.html")
    for seen in ("Вестник степи", "Поделиться", "Хорошо", "вода", "Доллар подешевел третий день подряд"):
        assert seen in imported.text
    for unseen in ("текст скрипта", "color:red", "iVBOR"):
        assert unseen not in imported.text


def test_the_users_own_copy_has_21_lines_right() -> None:
    path = SEED / "nur-kz-sergek.txt"
    if not path.exists():
        pytest.skip("the folder with the user's own example is not beside this checkout")
    (imported,) = read(path)
    check_blocks_cover_text(imported)
    roles = "xxxxx h d cc bbbb cc bbbbb x".replace(" ", "")
    names = {"x": "boilerplate", "h": "headline", "d": "dateline", "c": "caption", "b": "body"}
    assert [role for role, _, _ in blocks_of(imported)] == [names[letter] for letter in roles]
    assert imported.published is None
    assert imported.authors == ()
    assert imported.url.startswith("https://")
    assert imported.language == "ru"
    assert imported.title == next(text for role, text, _ in blocks_of(imported) if role == "headline")
