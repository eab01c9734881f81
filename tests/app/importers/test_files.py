"""Which files of a folder are pages."""

from pathlib import Path

from app.importers import find_files
from app.importers.files import page_names


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def test_folders_are_walked_in_order_and_only_pages_taken(tmp_path: Path) -> None:
    touch(
        tmp_path,
        "b.html",
        "a.HTM",
        "c/d.mhtml",
        "c/e.mht",
        "c/deep/f.xhtml",
        "g.txt",
        "h.md",
        "i.html.gz",
        "j.TXT.GZ",
        "news.page.html",
    )
    touch(
        tmp_path,
        ".hidden.html",
        ".git/x.html",
        "README.md",
        "readme.txt",
        "LICENSE.txt",
        "data.json",
        "picture.png",
        "own.pressmark",
        "own.pressmark-wal",
        "archive.tar.gz",
        "script.js",
        "b_files/frame.html",
        "b_files/style.css",
    )
    found = [str(path.relative_to(tmp_path)) for path in find_files([tmp_path])]
    assert found == [
        "a.HTM",
        "b.html",
        "c/d.mhtml",
        "c/deep/f.xhtml",
        "c/e.mht",
        "g.txt",
        "h.md",
        "i.html.gz",
        "j.TXT.GZ",
        "news.page.html",
    ]


def test_a_folder_that_only_looks_like_a_companion_is_walked(tmp_path: Path) -> None:
    touch(tmp_path, "my_files/page.html", "страница_файлы/x.html", "страница.html")
    found = [path.name for path in find_files([tmp_path])]
    assert found == ["page.html", "страница.html"]


def test_a_named_file_is_always_tried(tmp_path: Path) -> None:
    touch(tmp_path, "data.json", ".hidden.html")
    named = [tmp_path / "data.json", tmp_path / ".hidden.html", tmp_path / "missing.html"]
    assert list(find_files(named)) == named


def test_a_link_to_its_own_folder_ends(tmp_path: Path) -> None:
    touch(tmp_path, "a/page.html")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert [path.name for path in find_files([tmp_path])] == ["page.html"]


def test_archives_are_taken_as_they_are(tmp_path: Path) -> None:
    names = ["a.zip", "b.maff", "c.warc", "d.warc.gz", "e.webarchive", "f.WARC.GZ"]
    touch(tmp_path, *names, "g.7z", "h.tar", "i.cdx")
    assert [path.name for path in find_files([tmp_path])] == names


def test_names_inside_an_archive_follow_the_rules_of_folders() -> None:
    names = [
        "b/page.html",
        "a.HTML",
        "b/page_files/frame.html",
        "b/page_files/deep/x.html",
        "my_files/page.html",
        "__MACOSX/a.html",
        ".git/a.html",
        "b/.hidden.html",
        "readme.md",
        "picture.png",
        "c/страница_файлы/x.html",
        "c/страница.htm",
        "inner.zip",
    ]
    assert page_names(names) == ["a.HTML", "b/page.html", "c/страница.htm", "inner.zip", "my_files/page.html"]
