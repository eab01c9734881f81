"""The charts as pictures: PNG with nothing but the picture, the same each time, in the labels' colours."""

import random
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from app.release import charts
from app.release.survey import Survey
from tests.app.exporters.hard_project import SCHEME

COLOURS = {"claim": "#94600F", "speaker": "#235FC0", "number": "#0B7257"}


@pytest.fixture
def survey() -> Survey:
    labels = tuple(
        replace(label, light=replace(label.light, line=COLOURS[label.id])) for label in SCHEME.labels
    )
    found = Survey(replace(SCHEME, labels=labels))
    for part, size in (("train", 80), ("dev", 10), ("test", 12)):
        counts = found.counts[part]  # type: ignore[index]
        counts.labels.update({"claim": 30 * size, "speaker": 12 * size, "number": size})
        counts.languages.update({"ru": size, "kk": size // 2, "": 1})
    found.months.update({"2023-07": 40, "2023-09": 3, "2024": 60})
    dice = random.Random(1)
    found.lengths = [int(dice.lognormvariate(7.7, 0.6)) for _ in range(500)]
    return found


def chunks(png: bytes) -> Iterator[str]:
    """The kinds of the chunks of a PNG, in order; the sums are checked."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 4 : at + 8 + length]
        assert zlib.crc32(body) == struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0]
        yield kind.decode("ascii")
        at += 12 + length


def colours(path: Path) -> set[str]:
    """The colours that more than a trace of a picture has."""
    with Image.open(path) as picture:
        found = picture.convert("RGB").getcolors(1 << 24)
    assert found is not None
    return {"#{:02X}{:02X}{:02X}".format(*rgb) for count, rgb in found if count > 500}  # type: ignore[misc]


def test_four_pictures_with_captions(survey: Survey, tmp_path: Path) -> None:
    captions = charts.draw(survey, tmp_path / "charts")
    assert captions == {
        "labels.png": "Annotations by label and part",
        "months.png": "Articles by month of publication",
        "languages.png": "Articles by language",
        "lengths.png": "Articles by length of their text",
    }
    assert {path.name for path in (tmp_path / "charts").iterdir()} == captions.keys()
    for path in (tmp_path / "charts").iterdir():
        with Image.open(path) as picture:
            assert picture.size[0] == 1200
        assert set(chunks(path.read_bytes())) <= {"IHDR", "pHYs", "IDAT", "IEND"}, "no date, no program"


def test_the_same_bytes_whatever_the_settings(
    survey: Survey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import matplotlib

    charts.draw(survey, tmp_path / "one")
    monkeypatch.setitem(matplotlib.rcParams, "font.size", 23.0)
    monkeypatch.setitem(matplotlib.rcParams, "font.family", ["serif"])
    monkeypatch.setitem(matplotlib.rcParams, "axes.facecolor", "black")
    monkeypatch.setitem(matplotlib.rcParams, "savefig.dpi", 30)
    charts.draw(survey, tmp_path / "two")
    assert matplotlib.rcParams["font.size"] == 23.0, "and the settings are left as they were"
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_labels_have_their_colours(survey: Survey, tmp_path: Path) -> None:
    charts.draw(survey, tmp_path / "charts")
    assert set(COLOURS.values()) <= colours(tmp_path / "charts" / "labels.png")


def test_nothing_is_drawn_of_nothing(tmp_path: Path) -> None:
    assert charts.draw(Survey(SCHEME), tmp_path / "charts") == {}
    assert not (tmp_path / "charts").exists()


def test_names_of_any_letters_are_drawn(survey: Survey, tmp_path: Path) -> None:
    names = ("Мәлімдеме — дереккөзі жоқ, өте ұзақ атау", "Цена $x_1$ и $y^2$", "報道 😀")
    labels = tuple(replace(label, name=name) for label, name in zip(survey.scheme.labels, names, strict=True))
    survey.scheme = replace(survey.scheme, labels=labels)
    charts.draw(survey, tmp_path / "charts")  # a letter that no font has would be a warning, which fails


@pytest.mark.parametrize(
    ("months", "caption"),
    [
        (["2023-07"], "Articles by month of publication"),
        (["2020-01", "2023-12"], "Articles by month of publication"),
        (["2020-01", "2024-01"], "Articles by year of publication"),
        (["0001", "9999-12"], "Articles by year of publication"),
    ],
)
def test_a_long_time_is_drawn_by_year(
    survey: Survey, tmp_path: Path, months: list[str], caption: str
) -> None:
    survey.months.clear()
    survey.months.update(months)
    assert charts.draw(survey, tmp_path / "charts")["months.png"] == caption


@pytest.mark.parametrize("lengths", [[1], [0, 0], [5] * 200, [100] * 99 + [1_000_000]])
def test_texts_of_one_length_and_of_any(survey: Survey, tmp_path: Path, lengths: list[int]) -> None:
    survey.lengths = lengths
    assert "lengths.png" in charts.draw(survey, tmp_path / "charts")
