"""What ships with the program is whole: scheme, fonts, icons, sample pages and their annotations."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFontDatabase, QImage, QPainter, QRawFont
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

import resources
from app.article import Role
from app.importers import import_paths
from app.importers.imported import Imported
from app.scheme import Label, Scheme, parse_scheme, problems

ROOT = Path(__file__).parents[1]

ALPHABETS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    "ӘҒҚҢӨҰҮҺІәғқңөұүһі"
)
SIGNS = "0123456789 .,:;!?%()[]/\\&*+-=<>'\"«»“”„‘’–—…·•₸₽$€£№§°±×−≈≤≥←↑→↓\u00a0"

PAPER = {"light": "#FFFDF9", "dark": "#1F2125"}
LEAST_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3

MAX_FONTS = 4_000_000  # bytes

ICONS_ASKED_FOR = frozenset(
    {"open", "import", "export", "search", "undo", "redo", "next", "previous", "fold", "unfold", "settings"}
    | {"claim", "speaker", "number", "cue", "relate", "remove", "accept", "reject", "done", "flag", "note"}
    | {"help", "theme", "close", "plus", "article", "warning", "pressmark"}
)


@pytest.fixture(scope="module")
def news() -> Scheme:
    return parse_scheme(resources.scheme("news"))


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Imported]:
    """The sample pages as the program reads them, by file name."""
    folder = tmp_path_factory.mktemp("samples")
    paths = []
    for name, data in resources.sample_pages().items():
        paths.append(folder / name)
        paths[-1].write_bytes(data)
    outcomes = list(import_paths(paths))
    assert [outcome.error for outcome in outcomes] == [None] * len(paths)
    return {outcome.path.name: page for outcome in outcomes for page in outcome.imported}


def marks() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(resources.sample_annotations())


# --------------------------------------------------------------------------------------------- scheme


def test_every_bundled_scheme_is_one() -> None:
    assert "news" in resources.scheme_names()
    for name in resources.scheme_names():
        assert parse_scheme(resources.scheme(name), name).id == name


def test_the_default_scheme_has_the_labels_and_keys_of_the_glossary(news: Scheme) -> None:
    assert [(label.id, label.key, label.pattern) for label in news.labels] == [
        ("claim", "1", "solid"),
        ("speaker", "2", "double"),
        ("number", "3", "dotted"),
        ("cue", "4", "dashed"),
    ]
    assert {(r.id, r.sources, r.targets, r.symmetric, r.single) for r in news.relations} == {
        ("said_by", ("claim",), ("speaker",), False, True),
        ("has_number", ("claim",), ("number",), False, False),
        ("cued_by", ("claim",), ("cue",), False, False),
        ("same_claim", ("claim",), ("claim",), True, False),
        ("contradicts", ("claim",), ("claim",), True, False),
        ("member_of", ("speaker",), ("speaker",), False, False),
        ("same_as", ("speaker",), ("speaker",), False, False),
    }


def test_labels_explain_themselves_in_three_languages(news: Scheme) -> None:
    for label in news.labels:
        assert len(label.guideline) > 200, label.id
        assert 2 <= len(label.examples) <= 4, label.id
        assert all(re.search(r"\[[^\]]+\]", example) for example in label.examples), label.id
        together = "".join(label.examples)
        assert re.search("[a-z]{3}", together), label.id
        assert re.search("[әғқңөұүһі]", together), label.id
        assert re.search("[ыэъ]", together), label.id
        assert label.icon in resources.icon_names()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_label_colours_can_be_read(news: Scheme, mode: str) -> None:
    for label in news.labels:
        colours = label.light if mode == "light" else label.dark
        assert contrast(colours.line, PAPER[mode]) >= LEAST_CONTRAST, label.id
        assert contrast(colours.line, colours.fill) >= LEAST_CONTRAST, label.id


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


# ---------------------------------------------------------------------------------------------- fonts


def test_fonts_cover_the_three_languages(qapp: object) -> None:
    for data in resources.font_data():
        font = QRawFont(QByteArray(data), 16.0)
        assert font.isValid()
        missing = [sign for sign in ALPHABETS + SIGNS if not font.supportsCharacter(ord(sign))]
        assert missing == [], font.familyName()


def test_fonts_have_the_weights_the_window_uses(qapp: object) -> None:
    loaded = [QFontDatabase.addApplicationFontFromData(QByteArray(data)) for data in resources.font_data()]
    try:
        assert {"Regular", "Medium", "SemiBold", "Bold", "Italic"} <= set(QFontDatabase.styles("Inter"))
        styles = set(QFontDatabase.styles("Literata"))
        assert {"Regular", "SemiBold", "Bold", "Italic", "Bold Italic"} <= styles
    finally:
        for font_id in loaded:
            QFontDatabase.removeApplicationFont(font_id)


def test_fonts_are_small_and_licensed() -> None:
    assert sum(map(len, resources.font_data())) < MAX_FONTS
    for family in ("Inter", "Literata"):
        licence = (ROOT / "resources" / "fonts" / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert f"The {family} Project Authors" in licence
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


# ---------------------------------------------------------------------------------------------- icons


def test_every_icon_asked_for_is_there() -> None:
    assert ICONS_ASKED_FOR - set(resources.icon_names()) == set()
    with pytest.raises(KeyError):
        resources.icon_svg("no-such-icon")


def test_every_icon_the_window_names_is_there() -> None:
    named = {
        name
        for path in (ROOT / "widgets").rglob("*.py")
        for name in re.findall(r"\bicon\(\"([\w-]+)\"", path.read_text(encoding="utf-8"))
    }
    assert named - set(resources.icon_names()) == set()


@pytest.mark.parametrize("name", resources.icon_names())
def test_an_icon_draws_something_in_the_colour_asked_for(name: str, qtbot: QtBot) -> None:
    svg = resources.icon_svg(name)
    assert b'viewBox="0 0 20 20"' in svg
    assert name == "pressmark" or b'stroke="currentColor"' in svg
    renderer = QSvgRenderer(QByteArray(svg.replace(b"currentColor", b"#2B5C8A")))
    assert renderer.isValid()
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    drawn = {
        image.pixelColor(x, y).name().upper()
        for x in range(40)
        for y in range(40)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert "#2B5C8A" in drawn or (name == "pressmark" and len(drawn) > 3)


# -------------------------------------------------------------------------------------------- samples


def test_samples_are_of_every_language_and_kind(imported: dict[str, Imported]) -> None:
    assert sorted(page.language for page in imported.values()) == ["en", "en", "kk", "kk", "ru", "ru"]
    assert {name.rpartition(".")[2] for name in imported} == {"html", "mhtml", "txt"}
    assert "windows-1251" in {page.encoding for page in imported.values()}


def test_samples_name_only_invented_hosts() -> None:
    technical = {"schema.org", "www.w3.org"}
    for name, data in resources.sample_pages().items():
        text = data.replace(b"=\r\n", b"").decode("cp1251" if b"windows-1251" in data else "utf-8")
        hosts = set(re.findall(r"https?://([\w.-]+)", text)) - technical
        assert hosts, name
        assert all(host.endswith(".example") for host in hosts), name


def test_samples_read_like_news(imported: dict[str, Imported]) -> None:
    for name, page in imported.items():
        body = [block for block in page.blocks if block.role in {Role.LEAD, Role.BODY, Role.QUOTE}]
        assert 6 <= len(body) <= 13, name
        assert page.title, name
        assert page.site, name
        assert any(block.role is Role.BOILERPLATE for block in page.blocks), name


@pytest.mark.parametrize("name", sorted(marks()))
def test_bundled_annotations_stand_on_the_words_they_mean(name: str, imported: dict[str, Imported]) -> None:
    page = imported[name]
    furniture = [block for block in page.blocks if block.role is Role.BOILERPLATE]
    places = set()
    for mark in marks()[name]:
        start, end = place(page.text, mark["quote"], mark.get("occurrence", 1))
        assert (mark["label"], start, end) not in places, mark["name"]
        places.add((mark["label"], start, end))
        # "20" must not be found inside "2025", nor a claim in a menu.
        assert not re.match(r"\w\w", page.text[max(0, start - 1) : start + 1]), mark["name"]
        assert not re.match(r"\w\w", page.text[end - 1 : end + 1]), mark["name"]
        assert not any(block.start < end and start < block.end for block in furniture), mark["name"]
        assert mark.get("approximator", "") in page.text, mark["name"]


@pytest.mark.parametrize("name", sorted(marks()))
def test_bundled_annotations_follow_the_scheme(name: str, news: Scheme) -> None:
    page = marks()[name]
    labels = {mark["name"]: mark["label"] for mark in page}
    assert len(labels) == len(page)
    for mark in page:
        label = _label(news, mark["label"])
        assert problems(label, mark["attributes"]) == {}, mark["name"]
        assert "approximator" not in mark or label.attribute("approximator"), mark["name"]
        for relation in mark.get("relations", ()):
            allowed = news.relations_between(mark["label"], labels[relation["to"]])
            assert relation["type"] in {type_.id for type_ in allowed}, mark["name"]


@pytest.mark.parametrize("name", sorted(marks()))
def test_bundled_annotations_show_what_can_be_done(name: str) -> None:
    page = marks()[name]
    related = [relation["type"] for mark in page for relation in mark.get("relations", ())]
    assert len(page) >= 12
    assert {mark["label"] for mark in page} == {"claim", "speaker", "number"}
    assert related.count("said_by") >= 5
    assert related.count("has_number") >= 5


def test_every_sample_is_annotated() -> None:
    assert marks().keys() == resources.sample_pages().keys()


# -------------------------------------------------------------------------------------------- helpers


def place(text: str, quote: str, occurrence: int) -> tuple[int, int]:
    """Start and end of the `occurrence`th place of `quote`."""
    start = -1
    for _ in range(occurrence):
        start = text.index(quote, start + 1)
    return start, start + len(quote)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours #RRGGBB, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _label(scheme: Scheme, label_id: str) -> Label:
    label = scheme.label(label_id)
    assert label is not None
    return label
