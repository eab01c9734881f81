"""The language of the interface: the one chosen or the desktop's, from the start on; texts, counts, dates."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

import resources
from app import settings as setting
from app.settings import Settings
from tests.texts import ROOT
from tests.widgets.window.samples import make, shown
from widgets.application import make_application
from widgets.charts import words
from widgets.dialogs.settings import SettingsDialog
from widgets.texts import SOURCE, language, speak, tr

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def russian(qapp: QApplication) -> Iterator[None]:
    speak(qapp, "ru")
    yield
    speak(qapp, SOURCE)


def test_the_window_speaks_russian(qtbot: QtBot, tmp_path: Path, russian: None) -> None:
    project = tmp_path / "news.pressmark"
    make(project)
    with shown(tmp_path, project) as shell:
        said = [
            shell.actions.qt(action).text().partition("\t")[0]
            for action in ("undo", "article.next", "export", "settings")
        ]
        assert said == ["Отменить", "Следующая статья", "Экспорт…", "Настройки и клавиши…"]
        search = shell.window.findChild(QLineEdit, "librarySearch")
        assert isinstance(search, QLineEdit)
        assert search.placeholderText() == "Искать в 3 статьях"
        assert "статья 1 из 3" in shell.window.status_bar.text()


@pytest.mark.parametrize(
    ("count", "said"),
    [
        *(
            (0, "0 аннотаций"),
            (1, "1 аннотация"),
            (2, "2 аннотации"),
            (5, "5 аннотаций"),
            (11, "11 аннотаций"),
        ),
        *((21, "21 аннотация"), (112, "112 аннотаций"), (30_000, "30\N{NO-BREAK SPACE}000 аннотаций")),
    ],
)
def test_russian_counts(russian: None, count: int, said: str) -> None:
    assert tr("{count} annotations", "", count) == said


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (21, "21 articles")]
)
def test_english_counts(count: int, said: str) -> None:
    assert tr("{count} articles", "", count) == said


def test_qts_own_words_and_dates_go_with_the_language(russian: None) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") in {"Отмена", "Отменить"}
    assert QLocale().toString(QDate(2024, 9, 3), "d MMMM yyyy") == "3 сентября 2024"


def test_decimals_go_with_the_language(russian: None) -> None:
    assert words.minutes(150) == "2,5 мин"
    assert words.grouped(30_000) == "30\N{NO-BREAK SPACE}000"


def test_english_again_after_russian(qapp: QApplication) -> None:
    speak(qapp, "ru")
    assert tr("{count} articles", "", 2) == "2 статьи"
    speak(qapp, "en")
    assert tr("{count} articles", "", 2) == "2 articles"
    assert tr("Close") == "Close"
    assert QLocale().toString(QDate(2024, 9, 3), "d MMMM yyyy") == "3 September 2024"
    assert words.minutes(150) == "2.5 min"


def test_the_language_chosen_holds_from_the_start(qapp: QApplication, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set(setting.LANGUAGE, "ru")
    make_application(settings)
    try:
        assert tr("{count} articles", "", 5) == "5 статей"
    finally:
        speak(qapp, SOURCE)


def test_what_has_no_texts_yet_is_shown_in_english() -> None:
    assert language("ru") == "ru"
    assert language("en") == "en"
    assert language("kk") == ("kk" if resources.has_texts("kk") else "en")
    assert language("system") in {"en", "ru", "kk"}


@pytest.mark.skipif(sys.platform != "linux", reason="the desktop's language is set otherwise")
@pytest.mark.parametrize(
    ("desktop", "shown"), [("ru_KZ", "ru"), ("en_GB", "en"), ("fr_FR", "en"), ("C", "en")]
)
def test_the_desktops_language_is_taken_where_there_are_texts_in_it(desktop: str, shown: str) -> None:
    asked = "from widgets.texts import language; print(language('system'))"
    desk = {**os.environ, "LC_ALL": f"{desktop}.UTF-8"}
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, env=desk, capture_output=True, check=True)
    assert done.stdout.decode().strip() == shown


def test_the_dialog_offers_languages_by_their_own_names(qtbot: QtBot, tmp_path: Path) -> None:
    with shown(tmp_path) as shell:
        dialog = SettingsDialog(shell.settings, shell.actions, shell.window)
        combo = dialog.fields["language"]
        assert isinstance(combo, QComboBox)
        names = [combo.itemText(index) for index in range(combo.count())]
        assert names == ["As the desktop", "English", "Русский", "Қазақ тілі (not translated yet)"]
        assert "next start" in combo.accessibleName()
        combo.setCurrentIndex(2)
        combo.activated.emit(2)
        assert shell.settings.get(setting.LANGUAGE) == "ru"
        assert dialog.windowTitle() == "Settings"
        dialog.close()
