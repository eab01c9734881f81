"""Import in the window: real files through real workers, and what is said of each."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.project import ArticleQuery
from storage import open_project
from tests.widgets.window.samples import make, shown
from widgets.importing import Importing, Result

PAGE = """<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>{title}</title>
<link rel="canonical" href="https://qala.example/news/1"></head><body><article><h1>{title}</h1>
<p>Записи с городских камер хранятся 30 дней, сообщили в акимате города на этой неделе.</p>
<p>Всего установлено около {count} тыс. камер, и к зиме добавят ещё двести на окраинах.</p>
</article></body></html>"""
MHTML = "From: <Saved by Blink>\r\nContent-Type: multipart/related\r\n\r\n" + PAGE.format(
    title="Другая страница о мостах", count=7
).replace("news/1", "news/2").replace("камер", "опор")


def imported(importing: Importing, folder: Path, qtbot: QtBot) -> dict[str, Result]:
    with qtbot.waitSignal(importing.finished, timeout=60_000):
        importing.start([folder])
    return {result.path.name: result for result in importing.results}


def test_each_file_has_its_line(qtbot: QtBot, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.html").write_text(PAGE.format(title="Камеры посчитали", count=30), encoding="utf-8")
    (pages / "b.mhtml").write_text(MHTML, encoding="utf-8")
    (pages / "empty.html").write_bytes(b"")
    project = tmp_path / "p.pressmark"
    before = len(make(project))
    with shown(tmp_path, project) as shell:
        importing = shell.importing
        assert importing is not None

        first = imported(importing, pages, qtbot)
        assert {name: result.fate for name, result in first.items()} == {
            "a.html": "added",
            "b.mhtml": "added",
            "empty.html": "failed",
        }
        assert first["a.html"].said == "Камеры посчитали"
        assert "names no boundary" in first["b.mhtml"].said, "what was lost is said in the file's line"
        assert importing.summary() == "Import: 2 added, 1 could not be read."

        (pages / "a2.html").write_text(PAGE.format(title="Камеры посчитали", count=32), encoding="utf-8")
        second = imported(importing, pages, qtbot)
        assert {name: result.fate for name, result in second.items()} == {
            "a.html": "duplicate",
            "a2.html": "revision",
            "b.mhtml": "duplicate",
            "empty.html": "failed",
        }
        assert "0 annotations carried over" in second["a2.html"].said
        assert second["a.html"].said == "Камеры посчитали", "a file known by its bytes is told by its article"
    reading = open_project(project, read_only=True)
    assert len(reading.find(ArticleQuery())) == before + 2
    reading.close()
