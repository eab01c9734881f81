"""The words of the interface: how a text is marked to be translated, and the language they are shown in.

Four ways, and no other, so that `script/texts` finds every text, which it would not do inside an f-string:

- `self.tr("…")` in a method of a QObject;
- `tr("…")` anywhere else;
- `tr("{count} articles", "", count)` wherever something is counted, `count` being a plain name: lupdate
  passes over any other expression;
- `_("…")` in a table of texts, and `translated(text)` where the text is shown.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources

# The language the texts are written in. Its translation holds the plurals alone.
SOURCE = "en"

# The translators installed. To ask the application for them takes 8 ms, the first time.
_speaking: list[QTranslator] = []


def tr(text: str, comment: str = "", count: int = -1) -> str:
    """The text in the language of the interface; `comment` tells two meanings of one text apart.

    With a `count` of 0 or more it is the form for so many, with the count, its digits grouped, in place of
    `{count}`.
    """
    said = QCoreApplication.translate("", text, comment, count)
    return said if count < 0 else said.replace("{count}", shown_count(count))


def _(text: str) -> str:
    """Mark a text in a table for translation; `translated` looks it up."""
    return text


def translated(text: str) -> str:
    """A text marked in a table, in the language of the interface."""
    return QCoreApplication.translate("", text)


def shown_count(count: int) -> str:
    """A count with its digits grouped: `30 000`."""
    return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")


def pointed(number: str) -> str:
    """A number with the decimal sign of the interface's language: `2.5`, `2,5`."""
    return number.replace(".", QLocale().decimalPoint())


def language(choice: str) -> str:
    """The language to show: the one chosen, or for "system" the desktop's; `SOURCE` where it has no texts."""
    wanted = [choice] if choice != "system" else [name[:2] for name in QLocale.system().uiLanguages()]
    return next((name for name in wanted if resources.has_texts(name)), SOURCE)


def speak(application: QCoreApplication, choice: str) -> None:
    """Show texts, dates and Qt's own words in the language chosen ("system": the desktop's), from now on."""
    chosen = language(choice)
    for translator in _speaking:
        application.removeTranslator(translator)
    _speaking.clear()
    _add(application, resources.texts_file(chosen))
    if chosen != SOURCE:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _add(application, Path(folder) / f"qtbase_{chosen}.qm")
    system = QLocale.system()
    # The desktop's own way with dates, where it is of that language; "C" is English without a country.
    fits = system.name()[:2] == chosen or (chosen == SOURCE and system.language() == QLocale.Language.C)
    QLocale.setDefault(system if fits else QLocale(chosen))


def _add(application: QCoreApplication, path: Path) -> None:
    translator = QTranslator()
    if translator.load(str(path)):
        application.installTranslator(translator)
        _speaking.append(translator)
