"""The bundled schemes: whole, readable, explained in three languages, taken by name on the command line."""

import re
from pathlib import Path

import pytest

import resources
import storage
from app.scheme import Attribute, Scheme, parse_scheme
from app.scheme_colours import LEAST_CONTRAST, contrast
from main import main
from widgets.dialogs.new_project import NewProjectDialog

NAMES = ("news", "fact_check", "numbers", "quotes", "empty")
PAPER = {"light": ("#FFFDF9", "#22211E"), "dark": ("#1F2125", "#E7E4DD")}


@pytest.fixture(params=NAMES)
def scheme(request: pytest.FixtureRequest) -> Scheme:
    return parse_scheme(resources.scheme(request.param), request.param)


def test_the_default_comes_first_and_the_empty_one_last() -> None:
    assert tuple(resources.schemes()) == NAMES


def test_labels_have_keys_patterns_and_colours_of_their_own(scheme: Scheme) -> None:
    assert [label.key for label in scheme.labels] == [str(1 + n) for n in range(len(scheme.labels))]
    assert len({label.pattern for label in scheme.labels}) == len(scheme.labels)
    assert len({label.light for label in scheme.labels}) == len(scheme.labels)
    assert all(not label.icon or label.icon in resources.icon_names() for label in scheme.labels)


def test_colours_can_be_read_on_both_papers(scheme: Scheme) -> None:
    for label in scheme.labels:
        for mode, colours in (("light", label.light), ("dark", label.dark)):
            paper, ink = PAPER[mode]
            for one, other in ((colours.line, paper), (colours.line, colours.fill), (ink, colours.fill)):
                assert contrast(one, other) >= LEAST_CONTRAST, (label.id, mode)


def test_labels_explain_themselves_with_examples_in_three_languages(scheme: Scheme) -> None:
    for label in scheme.labels:
        assert len(label.guideline) > 150, label.id
        assert all(re.search(r"\[[^\[\]]+\]", example) for example in label.examples), label.id
        together = " ".join(label.examples)
        for letters in ("[a-z]{3}", "[әғқңөұүһі]", "[а-я]{3}"):
            assert re.search(letters, together), (label.id, letters)
        assert all(attribute.help for attribute in label.attributes), label.id


def test_articles_of_the_news_scheme_have_topic_genre_and_verdict() -> None:
    news = parse_scheme(resources.scheme())
    claim = news.label("claim")
    assert claim is not None
    verdict = claim.attribute("verdict")
    assert verdict is not None
    found: dict[str, Attribute] = {attribute.id: attribute for attribute in news.article}
    assert list(found) == ["topic", "genre", "is_factcheck", "verdict"]
    assert found["topic"].type == "text"
    assert found["genre"].values == (
        "news", "analysis", "opinion", "interview", "fact_check", "press_release", "other"
    )  # fmt: skip
    assert found["is_factcheck"].values == ("yes", "no")
    assert (found["verdict"].values, found["verdict"].unset) == (verdict.values, "not_rated")


@pytest.mark.parametrize("name", NAMES)
def test_a_new_project_takes_a_bundled_scheme_by_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / "p.pressmark"
    assert main(["new", str(path), "--scheme", name]) == 0
    project = storage.open_project(path)
    try:
        assert project.scheme() == parse_scheme(resources.scheme(name))
    finally:
        project.close()


def test_a_file_comes_before_a_bundled_scheme_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "quotes").write_text(resources.scheme("numbers"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["new", "p.pressmark", "--scheme", "quotes"]) == 0
    project = storage.open_project(tmp_path / "p.pressmark")
    try:
        assert project.scheme().id == "numbers"
    finally:
        project.close()


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [("quots", "neither a file nor one of the schemes news"), ("none.toml", "none.toml cannot be read")],
)
def test_a_scheme_that_is_not_there_is_told(
    wanted: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "p.pressmark"), "--scheme", wanted]) == 2
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / "p.pressmark").exists()


@pytest.mark.usefixtures("qtbot")
def test_the_dialog_of_a_new_project_offers_every_bundled_scheme(tmp_path: Path) -> None:
    dialog = NewProjectDialog(tmp_path, "Айгүл")
    assert dialog.scheme() == "news"
    offered = [dialog._scheme.itemData(row) for row in range(dialog._scheme.count())]
    assert tuple(offered) == NAMES
    dialog._scheme.setCurrentIndex(2)
    assert dialog.scheme() == "numbers"
