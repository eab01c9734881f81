"""Settings: declared defaults, kept at once, unharmed by a damaged file or a read-only folder."""

import json
from pathlib import Path
from typing import Any

import pytest

from app import settings as setting
from app.settings import ALL, FILE_NAME, MOST_RECENT, Setting, Settings


def test_every_setting_is_declared_once_with_a_valid_default() -> None:
    assert len({entry.id for entry in ALL}) == len(ALL)
    declared = [value for value in vars(setting).values() if isinstance(value, Setting)]
    assert {entry.id for entry in declared} == {entry.id for entry in ALL}
    for entry in ALL:
        assert entry.valid(entry.default), entry.id
        assert entry.what


def test_a_value_is_on_disk_when_set_returns(tmp_path: Path) -> None:
    Settings(tmp_path).set(setting.TEXT_SIZE, 17.5)
    assert Settings(tmp_path).get(setting.TEXT_SIZE) == 17.5
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        (setting.THEME, "purple"),
        (setting.TEXT_SIZE, 4),
        (setting.TEXT_SIZE, "14"),
        (setting.TEXT_WIDTH, 66.5),
        (setting.RECENT_PROJECTS, "a.pressmark"),
        (setting.RECENT_PROJECTS, [3]),
        (setting.SPLITTER_SIZES, [-1, 200]),
        (setting.ANNOTATOR, None),
        (setting.THEME, ["light"]),
    ],
)
def test_a_wrong_value_is_refused_and_one_in_the_file_gives_way_to_the_default(
    tmp_path: Path, entry: Setting[Any], wrong: object
) -> None:
    with pytest.raises(ValueError, match=entry.id):
        Settings(tmp_path).set(entry, wrong)
    (tmp_path / FILE_NAME).write_text(json.dumps({entry.id: wrong}), encoding="utf-8")
    assert Settings(tmp_path).get(entry) == entry.default


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b'{"theme": '])
def test_a_damaged_file_is_read_as_defaults_and_can_be_written_over(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(damage)
    settings = Settings(tmp_path)
    assert settings.get(setting.THEME) == "system"
    settings.set(setting.THEME, "dark")
    assert Settings(tmp_path).get(setting.THEME) == "dark"


def test_what_a_newer_version_kept_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"of_tomorrow": [1, 2]}', encoding="utf-8")
    Settings(tmp_path).set(setting.THEME, "dark")
    assert json.loads((tmp_path / FILE_NAME).read_text(encoding="utf-8"))["of_tomorrow"] == [1, 2]


def test_a_folder_that_cannot_be_made_is_borne(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    settings = Settings(tmp_path / "file" / "config")
    settings.set(setting.THEME, "dark")
    assert settings.get(setting.THEME) == "dark"


def test_recent_projects_are_newest_first_without_repeats_or_lost_files(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    paths = [tmp_path / f"{number}.pressmark" for number in range(MOST_RECENT + 2)]
    for path in paths:
        path.touch()
        settings.add_recent(path)
    settings.add_recent(paths[4])
    recent = settings.recent_projects()
    assert recent[:2] == [paths[4], paths[-1]]
    assert len(recent) == MOST_RECENT
    paths[4].unlink()
    assert paths[4] not in settings.recent_projects()


def test_the_annotator_is_the_name_set_or_the_login_name(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert settings.annotator()
    settings.set(setting.ANNOTATOR, "Айгүл")
    assert settings.annotator() == "Айгүл"


def test_the_folder_can_be_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(setting.FOLDER_VARIABLE, str(tmp_path / "here"))
    Settings().set(setting.THEME, "light")
    assert (tmp_path / "here" / FILE_NAME).is_file()
