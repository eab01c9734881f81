"""The command line as others script it: a real process, real files, exit codes, stdout and stderr."""

import gzip
import json
import os
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

PAGE = """\
Главная
Новости
Подписаться на рассылку

Записи городских камер хранят 30 дней, сообщили в акимате

Опубликовано:

Камера на перекрёстке
Камера на перекрёстке. Фото: пресс-служба акимата

В акимате Жанаозера рассказали, что записи с городских камер хранятся 30 дней.

"Записи хранятся 30 дней, потом сервер их стирает", – сообщила руководитель отдела Айгуль Серикова. 😀

Она добавила, что третьим лицам записи не передаются. Всего в городе установлено около 4 тыс. камер.

Оригинал статьи: https://news.example/society/1-kamery
"""


def pressmark(*arguments: object, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program without a display; a traceback on stderr fails the test."""
    environment = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment | {"PYTHONIOENCODING": "utf-8", "PRESSMARK_ANNOTATOR": "Асель"},
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done


def json_lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good page, its gzipped duplicate, an empty and a binary file."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(PAGE, encoding="utf-8")
    (pages / "b.txt.gz").write_bytes(gzip.compress(PAGE.encode()))
    (pages / "empty.html").write_bytes(b"")
    (pages / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    return pages


def test_a_saved_page_becomes_a_dataset(tmp_path: Path, folder: Path) -> None:
    project, out = tmp_path / "p.pressmark", tmp_path / "d.jsonl"
    assert pressmark("new", project).returncode == 0

    imported = pressmark("import", project, folder, "--json", "--jobs", 2)
    assert imported.returncode == 1, "two files cannot be read, and are said to be"
    by_name = {Path(line["path"]).name: line for line in json_lines(imported.stdout)}
    assert {name: line["status"] for name, line in by_name.items()} == {
        "a.txt": "added",
        "b.txt.gz": "duplicate",
        "empty.html": "failed",
        "picture.html": "failed",
    }
    assert "empty" in by_name["empty.html"]["error"]

    assert pressmark("suggest", project).returncode == 0
    exported = pressmark("export", project, "--format", "jsonl", "--with-suggestions", "--out", out)
    assert exported.returncode == 0, exported.stderr
    (record,) = json_lines(out.read_text(encoding="utf-8"))
    text = record["text"]
    found = {s["text"]: s for s in record["suggestions"]}
    for suggestion in found.values():
        assert text[suggestion["start"] : suggestion["end"]] == suggestion["text"]
    assert found["30 дней"]["attributes"] == {"value": 30, "unit": "day", "unit_text": "дней"} | {
        k: found["30 дней"]["attributes"][k] for k in ("modifier", "number_type")
    }
    assert found["4 тыс."]["attributes"]["value"] == 4000
    assert found["4 тыс."]["attributes"]["modifier"] == "APPROX"
    assert found["4 тыс."]["attributes"]["unit"] == "camera"
    assert record["annotations"] == []

    checked = pressmark("check", project, "--json")
    assert checked.returncode == 0
    assert json.loads(checked.stdout)["problems"] == []

    counted = json.loads(pressmark("stats", project, "--json").stdout)
    assert counted["articles"] == 1
    assert counted["suggestions"] == len(record["suggestions"])
    by_suggester = Counter(suggestion["suggester"] for suggestion in record["suggestions"])
    assert set(by_suggester) == {"numbers", "speakers", "claims"}
    assert counted["suggesters"] == {
        name: {"open": count, "median_seconds": None} for name, count in by_suggester.items()
    }
    ((_, day),) = counted["days"].items()
    assert day["articles_by_status"]["todo"] == 1
    told = pressmark("stats", project).stdout
    assert f"numbers: 0 accepted, 0 edited, 0 rejected, {by_suggester['numbers']} open" in told


def test_a_second_import_reads_only_what_is_new(tmp_path: Path, folder: Path) -> None:
    project = tmp_path / "p.pressmark"
    pressmark("new", project)
    (first,) = json_lines(pressmark("import", project, folder / "a.txt", "--json").stdout)
    changed = PAGE.replace("около 4 тыс. камер", "около 5 тыс. камер")
    (folder / "changed.txt").write_text(changed, encoding="utf-8")
    lines = json_lines(pressmark("import", project, folder, "--json").stdout)
    by_name = {Path(line["path"]).name: line for line in lines}
    assert by_name["a.txt"]["status"] == by_name["b.txt.gz"]["status"] == "duplicate"
    assert by_name["a.txt"]["article_id"] == by_name["b.txt.gz"]["article_id"] == first["article_id"]
    assert by_name["changed.txt"]["status"] == "revision"
    assert by_name["changed.txt"]["annotations"] == {"certain": 0, "doubtful": 0, "missing": 0}
    assert json.loads(pressmark("check", project, "--json").stdout)["ok"]


def test_open_suggestions_stay_at_home_unless_asked_for(tmp_path: Path, folder: Path) -> None:
    project, out = tmp_path / "p.pressmark", tmp_path / "d.jsonl"
    pressmark("new", project)
    pressmark("import", project, folder / "a.txt")
    pressmark("suggest", project)
    assert pressmark("export", project, "--format", "jsonl", "--out", out).returncode == 0
    (record,) = json_lines(out.read_text(encoding="utf-8"))
    assert not record.get("suggestions")


def test_records_leave_as_sentences_under_other_names(tmp_path: Path, folder: Path) -> None:
    project, out = tmp_path / "p.pressmark", tmp_path / "d.jsonl"
    pressmark("new", project)
    pressmark("import", project, folder / "a.txt")
    pressmark("suggest", project)
    cut = ("--format", "jsonl", "--with-suggestions", "--segment", "sentence", "--out", out)
    done = pressmark("export", project, *cut, "--names", "number=NUM,claim=CLAIM")
    assert done.returncode == 0
    records = json_lines(out.read_text(encoding="utf-8"))
    assert f"1 article, {len(records)} segments" in done.stdout
    numbers = [record["segment"]["number"] for record in records]
    assert len(numbers) > 3
    assert numbers == sorted(set(numbers))
    labels = {suggestion["label"] for record in records for suggestion in record["suggestions"]}
    assert {"NUM", "CLAIM"} <= labels
    assert not {"number", "claim"} & labels
    refused = pressmark("export", project, *cut, "--names", "number=Число")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "“Число” does not" in refused.stderr


def test_extract_prints_what_the_page_says_and_invents_nothing(folder: Path) -> None:
    done = pressmark("extract", folder / "a.txt", folder / "empty.html", folder / "b.txt.gz")
    assert done.returncode == 1
    first, second, third = json_lines(done.stdout)
    assert second["status"] == "failed"
    assert first["text_sha256"] == third["text_sha256"]
    assert first["published"] is None
    assert first["authors"] == []
    assert first["language"] == "ru"
    assert first["url"] == "https://news.example/society/1-kamery"
    assert [b["text"] for b in first["blocks"] if b["role"] == "headline"] == [
        "Записи городских камер хранят 30 дней, сообщили в акимате"
    ]
    assert sum(b["role"] in {"lead", "body"} for b in first["blocks"]) == 3
    assert {b["text"] for b in first["blocks"] if b["role"] == "boilerplate"} >= {"Главная", "Новости"}


def test_suggest_text_answers_in_order_with_the_senders_offsets() -> None:
    lines: list[dict[str, Any]] = [
        {"id": 1, "lang": "ru", "text": "😀 Установлено\r\nоколо 30 тыс. камер"},
        {"id": "two", "lang": "en", "text": "nothing here"},
    ]
    sent = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\nnot json\n"
    done = pressmark("suggest-text", "--labels", "number", stdin=sent)
    assert done.returncode == 1
    first, second, third = json_lines(done.stdout)
    (found,) = first["suggestions"]
    text = lines[0]["text"]
    assert text[found["start"] : found["end"]] == found["text"] == "30 тыс."
    assert found["attributes"]["approximator"]["text"] == "около"
    assert second == {"id": "two", "suggestions": []}
    assert third["id"] is None
    assert "line 3" in third["error"]


def test_the_demo_makes_a_project_and_a_dataset(tmp_path: Path) -> None:
    done = pressmark("demo", "--out", tmp_path / "demo")
    assert done.returncode == 0, done.stderr
    records = json_lines((tmp_path / "demo" / "dataset.jsonl").read_text(encoding="utf-8"))
    assert {record["article"]["language"] for record in records} == {"ru", "kk", "en"}
    assert all(record["annotations"] and record["relations"] for record in records)
    for record in records:
        for annotation in record["annotations"]:
            for fragment in annotation["fragments"]:
                assert record["text"][fragment["start"] : fragment["end"]] == fragment["text"]
    assert pressmark("check", tmp_path / "demo" / "demo.pressmark").returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "{missing}", "{page}"],
        ["suggest", "{missing}"],
        ["check", "{missing}"],
        ["stats", "{page}"],
        ["export", "{page}", "--format", "jsonl", "--out", "{out}"],
        ["new", "{page}"],
        ["new", "{out}", "--scheme", "{page}"],
        ["new", "{out}", "--scheme", "{missing}"],
        ["restore", "{page}", "--out", "{out}"],
        ["open", "{missing}"],
    ],
)
def test_what_is_no_project_is_refused_with_one_sentence(
    arguments: list[str], tmp_path: Path, folder: Path
) -> None:
    paths = {"missing": tmp_path / "none.pressmark", "page": folder / "a.txt", "out": tmp_path / "out"}
    before = (folder / "a.txt").read_bytes()
    done = pressmark(*[argument.format(**paths) for argument in arguments])
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert any(str(path) in done.stderr for path in paths.values())
    assert not paths["missing"].exists()
    assert not paths["out"].exists()
    assert (folder / "a.txt").read_bytes() == before


def test_wrong_usage_is_exit_2_and_help_is_everywhere() -> None:
    assert pressmark("export").returncode == 2
    assert pressmark("no-such-command").returncode == 2
    listing = pressmark("--help").stdout
    for command in (
        "demo",
        "new",
        "import",
        "extract",
        "suggest",
        "suggest-text",
        "export",
        "check",
        "formats",
    ):
        assert re.search(rf"^ +{command}\b", listing, re.MULTILINE)
        shown = pressmark(command, "--help")
        assert shown.returncode == 0
        assert f"pressmark {command}" in shown.stdout
        assert "example:" in shown.stdout


def test_parts_are_dealt_and_what_leaks_is_told(tmp_path: Path, folder: Path) -> None:
    project = tmp_path / "p.pressmark"
    pressmark("new", project)
    story = PAGE.partition("Опубликовано")[2].replace("news.example", "vesti.example")
    (folder / "copy.txt").write_text("Что известно о камерах\n\nОпубликовано" + story, encoding="utf-8")
    pressmark("import", project, folder / "a.txt", folder / "copy.txt")

    def parts(*options: str) -> tuple[list[int], str]:
        out = tmp_path / "-".join(("out", *options))
        split = ("--split", "1/0/1", "--salt", "0", *options)
        done = pressmark("export", project, "--format", "jsonl", "--out", out, *split)
        assert done.returncode == 0
        lines = [len((out / f"{part}.jsonl").read_text("utf-8").splitlines()) for part in ("train", "test")]
        return lines, done.stderr

    dealt, told = parts()
    assert dealt == [0, 2]
    assert "split: Near-duplicates in different parts: 0 pairs." in told
    dealt, told = parts("--group", "article")
    assert dealt == [1, 1]
    assert re.search(r"split: Near-duplicates in different parts: 1 pair \(articles .* alike\)\.", told)
    assert parts("--group", "site")[0] == [2, 0]
    assert parts("--group", "site", "--stratify", "language")[0] == [0, 2]


def test_a_new_project_does_not_overwrite(tmp_path: Path) -> None:
    project = tmp_path / "p.pressmark"
    assert pressmark("new", project).returncode == 0
    before = project.read_bytes()
    assert pressmark("new", project).returncode == 2
    assert project.read_bytes() == before


def test_check_repairs_what_follows_from_the_rest(tmp_path: Path, folder: Path) -> None:
    project = tmp_path / "p.pressmark"
    pressmark("new", project)
    pressmark("import", project, folder / "a.txt")
    damaged = sqlite3.connect(project)
    damaged.execute("INSERT INTO label_counts VALUES ((SELECT id FROM articles), 'Асель', 'claim', 7)")
    damaged.commit()
    damaged.close()
    found = pressmark("check", project)
    assert found.returncode == 1
    assert "label counts" in found.stderr
    assert pressmark("check", project, "--repair").returncode == 0
    assert pressmark("check", project).returncode == 0


def test_a_backup_restores_to_an_equal_project(tmp_path: Path, folder: Path) -> None:
    project, copy, again = (tmp_path / name for name in ("p.pressmark", "copy.pressmark", "again.pressmark"))
    pressmark("new", project)
    pressmark("import", project, folder / "a.txt")
    assert pressmark("backup", project, "--out", copy).returncode == 0
    assert pressmark("restore", copy, "--out", again).returncode == 0
    assert pressmark("check", again).returncode == 0
    assert pressmark("stats", again, "--json").stdout == pressmark("stats", project, "--json").stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--from", "вчера"), "a day is written as 2024-05-06, not “вчера”"),
        (("--to", "2024-13-01"), "a day is written as 2024-05-06, not “2024-13-01”"),
        (("--to", "2024-05-06T10"), "a day is written as 2024-05-06, not “2024-05-06T10”"),
        (("--from", ""), "a day is written as 2024-05-06, not “”"),
        (("--stratify", "label"), "give the shares too, as --split 80/10/10"),
        (("--salt", "2023"), "give the shares too, as --split 80/10/10"),
    ],
)
def test_what_would_choose_nothing_or_do_nothing_is_wrong_usage(
    tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    project = tmp_path / "news.pressmark"
    assert pressmark("new", project).returncode == 0
    done = pressmark("export", project, "--format", "jsonl", "--out", tmp_path / "out.jsonl", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_a_strict_refusal_says_each_loss_once(tmp_path: Path) -> None:
    assert pressmark("demo", "--out", tmp_path / "demo", "--no-window").returncode == 0
    project = tmp_path / "demo" / "demo.pressmark"
    done = pressmark("export", project, "--format", "conll", "--out", tmp_path / "out", "--strict")
    assert (done.returncode, done.stdout) == (1, "")
    *losses, refusal = done.stderr.splitlines()
    assert refusal == "pressmark: CoNLL columns, IOB2 cannot hold everything, so nothing was written."
    assert losses
    assert all(line.startswith("loss: ") for line in losses)
    assert len(set(losses)) == len(losses)
