"""What a saved file holds, told by its bytes."""

import base64
import gzip
import io
import zlib
from pathlib import Path

import pytest

from app.importers import Imported, ImportFailed, read
from app.importers.containers import unpack
from app.importers.failure import Unreadable
from app.importers.kinds import MAX_BYTES, Kind, Part

PARAGRAPH = "Министерство сообщило, что записи хранятся тридцать дней и за рубеж не передаются."
PAGE = (
    f"<html><head><title>Записи</title></head><body><h1>Записи с камер</h1><p>{PARAGRAPH}</p></body></html>"
)


def read_bytes(tmp_path: Path, name: str, data: bytes) -> Imported:
    path = tmp_path / name
    path.write_bytes(data)
    (imported,) = read(path)
    return imported


def failure(tmp_path: Path, name: str, data: bytes) -> str:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ImportFailed) as caught:
        list(read(path))
    assert str(path) in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.html", b"", "empty"),
        ("a.html", b" \r\n\t ", "empty"),
        ("a.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "PNG"),
        ("a.html", b"\xff\xd8\xff\xe0" + bytes(range(256)), "JPEG"),
        ("a.txt", b"%PDF-1.7 ...", "PDF"),
        ("a.html", b"PK\x03\x04....", "damaged zip"),
        ("a.html", bytes(range(256)) * 100, "binary"),
        ("a.html.gz", b"\x1f\x8b\x08\x00 not gzip at all", "damaged"),
        ("a.html", b"<html><body><script>var a = 1;</script></body></html>", "no text"),
        ("a.mhtml", b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
         b"Content-Type: image/png\r\n\r\nxx\r\n--b--\r\n", "without a page"),
    ],
)  # fmt: skip
def test_what_is_no_page_fails_with_one_sentence(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    sentence = failure(tmp_path, name, data)
    assert said in sentence
    assert "\n" not in sentence


def test_missing_file_and_folder_fail_with_a_sentence(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "none.html", "no such file"), (tmp_path, "folder")):
        with pytest.raises(ImportFailed, match=said):
            list(read(path))


def test_too_large_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "huge.html"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # sparse: takes no space
    with pytest.raises(ImportFailed, match="larger than"):
        list(read(path))


def test_bomb_is_refused() -> None:
    bomb = gzip.compress(b"0" * (MAX_BYTES + 1))
    with pytest.raises(Unreadable, match="larger than"):
        list(unpack(io.BytesIO(bomb), "bomb.html.gz"))


def test_truncated_gzip_gives_what_it_can_and_says_so(tmp_path: Path) -> None:
    long_page = PAGE.replace("</body>", "".join(f"<p>{n}. {PARAGRAPH}</p>" for n in range(2000)) + "</body>")
    packed = gzip.compress(long_page.encode())
    imported = read_bytes(tmp_path, "a.html.gz", packed[: len(packed) * 3 // 4])
    assert PARAGRAPH in imported.text
    assert any("cut short" in warning for warning in imported.warnings)


def test_other_compressions_and_names_do_not_matter(tmp_path: Path) -> None:
    twice = gzip.compress(gzip.compress(PAGE.encode()))
    for name, data in (("a.html", zlib.compress(PAGE.encode())), ("a.gz", twice), ("page", PAGE.encode())):
        assert PARAGRAPH in read_bytes(tmp_path, name, data).text


def test_html_in_a_txt_and_text_in_an_html(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, "a.txt", PAGE.encode()).media_type == "text/html"
    assert read_bytes(tmp_path, "a.html", PARAGRAPH.encode()).media_type == "text/plain"
    quoting = f"{PARAGRAPH}\n\nТег <br> переносит строку, а <p> начинает абзац.\n" * 30
    imported = read_bytes(tmp_path, "b.txt", quoting.encode())
    assert imported.media_type == "text/plain"
    assert "<br>" in imported.text


def mhtml(headers: str, *parts: tuple[str, bytes]) -> bytes:
    body = b"".join(b"\r\n--b\r\n" + head.encode() + b"\r\n\r\n" + content for head, content in parts)
    return headers.encode() + b"\r\n\r\n" + body + b"\r\n--b--\r\n"


RELATED = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"'
OTHER = b"<html><body><p>" + b"Another frame with quite a lot of text in it. " * 3 + b"</p></body></html>"


def test_mhtml_base64_and_8bit(tmp_path: Path) -> None:
    encoded = (
        "Content-Type: text/html\r\nContent-Transfer-Encoding: base64",
        base64.encodebytes(PAGE.encode()),
    )
    plain = ("Content-Type: text/html; charset=koi8-r", PAGE.encode("koi8-r"))
    for part in (encoded, plain):
        imported = read_bytes(tmp_path, "a.mht", mhtml(RELATED, part))
        assert PARAGRAPH in imported.text
        assert imported.media_type == "multipart/related"


@pytest.mark.parametrize(
    ("headers", "part"),
    [
        (RELATED + '; start="<main>"', "Content-Type: text/html\r\nContent-ID: <main>"),
        (
            RELATED + "\r\nSnapshot-Content-Location: https://a.kz/p",
            "Content-Type: text/html\r\nContent-Location: https://a.kz/p",
        ),
    ],
)
def test_mhtml_root_is_the_named_part(tmp_path: Path, headers: str, part: str) -> None:
    data = mhtml(headers, ("Content-Type: text/html\r\nContent-ID: <frame>", OTHER), (part, PAGE.encode()))
    imported = read_bytes(tmp_path, "a.mhtml", data)
    assert PARAGRAPH in imported.text
    assert "Another frame" not in imported.text


def test_mhtml_without_boundary_or_end_is_read_with_a_warning(tmp_path: Path) -> None:
    bare = b"From: <Saved by Blink>\r\nContent-Type: multipart/related\r\n\r\n" + PAGE.encode()
    imported = read_bytes(tmp_path, "a.mhtml", bare)
    assert PARAGRAPH in imported.text
    assert "boundary" in imported.warnings[0]
    long_page = PAGE.replace("</p>", f"</p><p>{PARAGRAPH * 30}</p>").encode()
    encoded = ("Content-Type: text/html\r\nContent-Transfer-Encoding: base64", base64.encodebytes(long_page))
    imported = read_bytes(tmp_path, "b.mhtml", mhtml(RELATED, encoded)[:-700])
    assert PARAGRAPH in imported.text
    assert "cut short" in imported.warnings[0]


def test_a_letter_like_text_is_not_mhtml() -> None:
    (part,) = unpack(io.BytesIO(b"From: the editor\n\nDear readers, this is no web archive."), "a.txt")
    assert isinstance(part, Part)
    assert part.kind is Kind.TEXT
