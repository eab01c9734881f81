"""Archives: what they hold is read, what they hide or break is said, and nothing of them is written."""

import gzip
import io
import os
import plistlib
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from app.importers import Imported, ImportFailed, Outcome, import_paths, read
from app.importers.reading import read_file
from tests.app.importers.archives import (
    PARAGRAPH,
    locked,
    page,
    record,
    response,
    webarchive,
    zipped,
    zipped_with_raw_name,
)


def saved(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def articles(path: Path) -> list[Imported]:
    return [article for article in read_file(path) if isinstance(article, Imported)]


def places(path: Path) -> list[str]:
    """Return where in the archive its articles were."""
    return [article.source_path.removeprefix(f"{path}/") for article in articles(path)]


def failures(path: Path) -> list[str]:
    return [str(article) for article in read_file(path) if isinstance(article, ImportFailed)]


# --- Safari


@pytest.mark.parametrize("kind", [plistlib.FMT_BINARY, plistlib.FMT_XML])
@pytest.mark.parametrize(("said", "real"), [("UTF-8", "utf-8"), ("windows-1251", "cp1251"), ("", "utf-8")])
def test_webarchive(tmp_path: Path, kind: plistlib.PlistFormat, said: str, real: str) -> None:
    main: dict[str, object] = {
        "WebResourceData": page("Записи с камер").encode(real),
        "WebResourceMIMEType": "text/html",
        "WebResourceURL": "https://news.example.kz/camera",
        "WebResourceFrameName": "",
    }
    if said:
        main["WebResourceTextEncodingName"] = said
    path = saved(tmp_path, "page.webarchive", webarchive(main, kind))
    (imported,) = read(path)
    assert imported.title == "Записи с камер"
    assert PARAGRAPH in imported.text
    assert imported.url == "https://news.example.kz/camera"
    assert imported.media_type == "application/x-webarchive"
    assert imported.original == path.read_bytes()


def test_webarchive_of_plain_text(tmp_path: Path) -> None:
    main: dict[str, object] = {"WebResourceData": PARAGRAPH.encode(), "WebResourceMIMEType": "text/plain"}
    (imported,) = read(saved(tmp_path, "a.webarchive", webarchive(main)))
    assert imported.text == PARAGRAPH


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (
            webarchive({"WebResourceData": b"%PDF", "WebResourceMIMEType": "application/pdf"}),
            "without a page",
        ),
        (webarchive({"WebResourceData": b"", "WebResourceMIMEType": "text/html"}), "empty"),
        (webarchive({"WebResourceMIMEType": "text/html"}), "without a page"),
        (plistlib.dumps({"WebMainResource": 5}, fmt=plistlib.FMT_BINARY), "without a page"),
        (webarchive({"WebResourceData": page("a").encode()})[:200] + b"WebMainResource", "damaged"),
        (plistlib.dumps({"Bookmarks": []}, fmt=plistlib.FMT_BINARY), "property list"),
    ],
)
def test_webarchive_without_a_page(tmp_path: Path, data: bytes, cause: str) -> None:
    with pytest.raises(ImportFailed, match=cause):
        list(read(saved(tmp_path, "a.webarchive", data)))


# --- zip


def test_zip_gives_every_page_and_ignores_the_rest(tmp_path: Path) -> None:
    archive = zipped(
        ("b/вторая.html", page("Вторая")),
        ("a/first.htm", page("Первая")),
        ("notes.txt", PARAGRAPH),
        ("a/first_files/frame.html", page("Рамка")),
        ("a/picture.jpg", b"\xff\xd8\xff"),
        ("a/style.css", "p{}"),
        ("__MACOSX/a/._first.htm", b"\0\5\x16\7"),
        (".hidden/x.html", page("Скрытая")),
        ("readme.txt", "о папке"),
        ("packed.html.gz", gzip.compress(page("Сжатая").encode())),
    )
    path = saved(tmp_path, "saved.zip", archive)
    assert places(path) == ["a/first.htm", "b/вторая.html", "notes.txt", "packed.html.gz"]
    first = articles(path)[0]
    assert first.original == page("Первая").encode()
    assert first.media_type == "text/html"
    assert failures(path) == []


@pytest.mark.parametrize("encoding", ["cp866", "utf-8", "cp1251"])
@pytest.mark.parametrize("name", ["Новости Алматы за июль.html", "Министерство сообщило о записях.html"])
def test_names_of_old_archivers(tmp_path: Path, encoding: str, name: str) -> None:
    path = saved(tmp_path, "a.zip", zipped_with_raw_name(name.encode(encoding), page("Новость")))
    assert places(path) == [name]


def test_a_name_kept_in_utf8_beside_the_old_one(tmp_path: Path) -> None:
    name = "Қазақстан жаңалықтары.html"
    old = b"?" * 10 + b".html"
    field = b"\x01" + zlib.crc32(old).to_bytes(4, "little") + name.encode()
    field = b"up" + len(field).to_bytes(2, "little") + field
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        info = zipfile.ZipInfo("\x81" * 10 + ".html")
        info.extra = field
        archive.writestr(info, page("Жаңалық"))
    # zipfile marks the name as UTF-8, which an old archiver would not.
    data = packed.getvalue().replace(b"\xc2\x81" * 10, b"\x81" * 20)
    changed = bytearray(data)
    changed[7] &= ~0x08
    changed[data.find(b"PK\x01\x02") + 9] &= ~0x08
    assert places(saved(tmp_path, "a.zip", bytes(changed))) == [name]


def test_slipping_names_stay_inside(tmp_path: Path) -> None:
    names = ("../../outside.html", "/etc/root.html", "C:\\windows\\drive.html", "a/../../up.html", "in.html")
    folder = tmp_path / "here"
    folder.mkdir()
    path = saved(folder, "slip.zip", zipped(*((name, page(name)) for name in names)))
    before = sorted(tmp_path.rglob("*"))
    assert places(path) == ["a/up.html", "etc/root.html", "in.html", "outside.html", "windows/drive.html"]
    assert sorted(tmp_path.rglob("*")) == before


def test_bombs_fail_and_the_pages_beside_them_do_not(tmp_path: Path) -> None:
    archive = zipped(("bomb.html", b"0" * 80_000_000), ("page.html", page("Страница")))
    path = saved(tmp_path, "a.zip", archive)
    assert places(path) == ["page.html"]
    (failure,) = failures(path)
    assert failure.startswith(f"{path}/bomb.html: ")
    assert "80 MB" in failure


def test_a_member_that_lies_about_its_size_is_stopped(tmp_path: Path) -> None:
    archive = bytearray(zipped(("a.html", os.urandom(70_000_000))))
    at = archive.find(b"PK\x01\x02")
    archive[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    assert failures(saved(tmp_path, "a.zip", bytes(archive)))


def test_a_locked_archive_says_so_once(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.zip", locked(zipped(("a.html", page("a")), ("b.html", page("b")))))
    with pytest.raises(ImportFailed, match="password"):
        list(read_file(path))


def test_a_damaged_member_fails_alone(tmp_path: Path) -> None:
    archive = bytearray(zipped(("a.html", page("Первая") * 50), ("b.html", page("Вторая"))))
    archive[60:90] = bytes(30)
    path = saved(tmp_path, "a.zip", bytes(archive))
    assert places(path) == ["b.html"]
    assert "damaged" in failures(path)[0]
    with pytest.raises(ImportFailed, match=r"a\.html: it is damaged"):
        list(read(path))


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (zipped(), "without saved pages"),
        (zipped(("a.png", b"x")), "without saved pages"),
        (zipped(("[Content_Types].xml", "<x/>"), ("word/document.html", page("a"))), "office document"),
        (zipped(("a.html", page("a")))[:60], "damaged"),
    ],
)
def test_zip_without_pages(tmp_path: Path, data: bytes, cause: str) -> None:
    with pytest.raises(ImportFailed, match=cause):
        list(read(saved(tmp_path, "a.zip", data)))


def test_archives_in_archives_are_opened_once(tmp_path: Path) -> None:
    day = zipped(("a.html", page("День")))
    warc = record("https://a.kz/1", response(page("Ответ").encode()))
    month = zipped(("day.zip", day), ("crawl.warc.gz", gzip.compress(warc)))
    path = saved(tmp_path, "month.zip", month)
    assert places(path) == ["crawl.warc.gz/https://a.kz/1", "day.zip/a.html"]
    year = saved(tmp_path, "year.zip", zipped(("month.zip", month)))
    assert places(year) == ["month.zip/crawl.warc.gz/https://a.kz/1"]
    assert "inside an archive inside" in failures(year)[0]


# --- WARC


def crawl() -> bytes:
    body = page("Ответ сервера").encode()
    chunks = b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (40, body[:40], len(body) - 40, body[40:])
    return b"".join(
        (
            record("", b"software: test", "warcinfo", "application/warc-fields"),
            record("https://a.kz/plain", response(body, kind="text/html; charset=utf-8")),
            record("https://a.kz/gzip", response(gzip.compress(body), "Content-Encoding: gzip")),
            record("https://a.kz/chunked", response(chunks, "Transfer-Encoding: chunked")),
            record(
                "https://a.kz/decoded", response(body, "Content-Encoding: br", "Transfer-Encoding: chunked")
            ),
            record("https://a.kz/none", response(body, status="404 Not Found")),
            record("https://a.kz/moved", response(body, status="301 Moved")),
            record("https://a.kz/picture", response(b"\x89PNG", kind="image/png")),
            record("https://a.kz/robots.txt", response(b"User-agent: *", kind="text/plain")),
            record("https://a.kz/plain", b"GET /plain HTTP/1.1\r\n\r\n", "request"),
            record("https://a.kz/stored", body, "resource", "text/html"),
            record("https://a.kz/style", b"p{}", "resource", "text/css"),
        )
    )


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz", "crawl.bin"])
def test_warc_gives_every_page_with_its_address(tmp_path: Path, name: str) -> None:
    data = gzip.compress(crawl()) if name.endswith(".gz") else crawl()
    path = saved(tmp_path, name, data)
    addresses = ["https://a.kz/" + part for part in ("plain", "gzip", "chunked", "decoded", "stored")]
    assert places(path) == addresses
    assert [article.url for article in articles(path)] == addresses
    assert {article.title for article in articles(path)} == {"Ответ сервера"}
    assert failures(path) == []


def test_warc_keeps_the_declared_charset(tmp_path: Path) -> None:
    body = page("Ответ").replace("</head>", "<meta charset=koi8-r></head>").encode("cp1251")
    answered = response(body, kind="text/html; charset=windows-1251")
    (imported,) = articles(saved(tmp_path, "a.warc", record("https://a.kz/", answered)))
    assert (imported.title, imported.encoding) == ("Ответ", "windows-1251")


def test_a_damaged_warc_gives_what_stands_before(tmp_path: Path) -> None:
    answers = [
        gzip.compress(record(f"https://a.kz/{n}", response(page(f"Страница {n}").encode()))) for n in range(5)
    ]
    answers[3] = answers[3][:40] + bytes(60) + answers[3][100:]
    path = saved(tmp_path, "a.warc.gz", b"".join(answers))
    assert places(path)[:3] == ["https://a.kz/0", "https://a.kz/1", "https://a.kz/2"]
    assert "damaged after" in failures(path)[-1]


def test_a_warc_cut_inside_a_page_says_so(tmp_path: Path) -> None:
    whole = record("https://a.kz/1", response(page("Страница").encode()))
    (imported,) = articles(saved(tmp_path, "a.warc", whole[:-60]))
    assert "cut short" in imported.warnings[0]


@pytest.mark.parametrize(
    "data",
    [
        record("https://a.kz/", response(b"\x89PNG", kind="image/png")),
        b"WARC/1.0\r\nnothing follows",
        gzip.compress(b"WARC/1.0\r\n", mtime=0)[:-9] + bytes(9),
    ],
)
def test_warc_without_pages(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ImportFailed):
        list(read(saved(tmp_path, "a.warc.gz", data)))


# --- in worker processes


def test_an_archive_comes_page_by_page_among_the_files(tmp_path: Path) -> None:
    single = saved(tmp_path, "single.html", page("Отдельная").encode())
    members: list[tuple[str, str | bytes]] = [(f"{n:03}.html", page(f"Страница {n}")) for n in range(60)]
    members[7] = ("007.html", b"\x89PNG\r\n\x1a\n")
    archive = saved(tmp_path, "many.zip", zipped(*members))
    missing = tmp_path / "missing.html"
    outcomes = list(import_paths([single, archive, missing, single], jobs=2))
    assert len(outcomes) == 63
    assert [outcome.path for outcome in outcomes if outcome.last] == [
        single,
        archive / "059.html",
        missing,
        single,
    ]
    assert [outcome.path.name for outcome in outcomes[1:61]] == [name for name, _ in members]
    assert [outcome.path.name for outcome in outcomes if outcome.error] == ["007.html", "missing.html"]
    assert all(len(outcome.imported) == (outcome.error is None) for outcome in outcomes)


def test_a_slow_reader_of_a_large_archive_is_no_stall(tmp_path: Path) -> None:
    archive = zipped(*((f"{n:03}.html", page(f"Страница {n}") + "<p>слово</p>" * 3_000) for n in range(40)))
    path = saved(tmp_path, "a.zip", archive)
    outcomes = import_paths([path], timeout=0.7)
    collected: list[Outcome] = [next(outcomes)]
    time.sleep(1.5)  # longer than the time limit: the worker waits for us meanwhile
    collected += outcomes
    assert [outcome.error for outcome in collected] == [None] * 40
