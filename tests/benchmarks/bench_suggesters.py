"""Suggestions: characters a CPU second, and milliseconds an article, on made-up news of usual density."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import psutil

from app.settings import Settings
from app.suggesters import numbers, suggest
from app.suggestion import Proposal
from tests.benchmarks.bench import Figure

Suggest = Callable[[str, str], list[Proposal]]

# About one number in a hundred characters, as newspapers have it.
PROSE = {
    "ru": (
        "Заседание рабочей группы прошло в областном центре, в нём участвовали представители предприятий. ",
        "По словам акима, за год в регионе отремонтировали 214 школ, ещё 37 ждут своей очереди. ",
        "На эти цели направили около 4,8 млрд тенге из местного бюджета. ",
        "Жители соседних улиц жалуются на шум и пыль, однако подрядчик обещает закончить работы вовремя. ",
        "Как пояснили в пресс-службе, договор подписали в 2023 году, срок работ – восемнадцать месяцев. ",
        "Специалисты считают, что дорога станет безопаснее, а движение по ней – спокойнее. ",
    ),
    "kk": (
        "Жиынға кәсіпорын өкілдері мен тұрғындар қатысып, өз ұсыныстарын ортаға салды. ",
        "Әкімдіктің мәліметінше, биыл өңірде 214 мектеп жөнделді, тағы отыз жетісі кезек күтіп тұр. ",
        "Бұл мақсатқа жергілікті бюджеттен 4,8 млрд теңгеден астам қаржы бөлінді. ",
        "Көрші көшелердің тұрғындары шу мен шаңға шағымданады, бірақ мердігер жұмысты бітіруге уәде берді. ",
        "Баспасөз қызметінің айтуынша, келісімшартқа 2023 жылы қол қойылған. ",
        "Мамандардың пікірінше, жол қауіпсіз әрі тыныш болмақ. ",
    ),
    "en": (
        "The working group met in the regional centre, and people from local firms took part in the debate. ",
        "The governor said 214 schools had been repaired over the year, with another 37 still waiting. ",
        "About $4.8 billion was set aside for the work in the budget. ",
        "People in the nearby streets complain of noise and dust, but the builder means to finish on time. ",
        "The contract was signed in 2023 and runs for eighteen months, the press office explained. ",
        "Experts believe that the road will become safer and that traffic on it will be calmer. ",
    ),
}
ARTICLE = 2_200
PARAGRAPH = 5


def figures(quick: bool) -> Iterator[Figure]:
    """Measure numbers, then all engines, in each language; `quick` takes a tenth of the characters."""
    for language in PROSE:
        numbers.suggest(_text(language, 100), language)  # Grammars load on first use.
        text = _text(language, 200_000 if quick else 2_000_000)
        rate = len(text) / _seconds(numbers.suggest, text, language) / 1e6
        yield Figure(f"numbers, {language}", rate, "M chars/s", "≥ 0.5", "recognizers 0.2, quantulum3 0.003")
        article = _text(language, ARTICLE)
        middle = median(_seconds(numbers.suggest, article, language) for _ in range(50))
        yield Figure(
            f"numbers, article of {ARTICLE:,} characters, {language}", middle * 1e3, "ms", "≤ 10", "–"
        )
    for language in PROSE:
        article = _text(language, ARTICLE)
        first = _seconds(suggest, article, language)
        warm = median(_seconds(suggest, article, language) for _ in range(5 if quick else 20))
        beside = f"first call {first * 1e3:.0f} ms"
        yield Figure(f"all engines, the same article, {language}", warm * 1e3, "ms", "≤ 150", beside)
    alone, beside_window = (_memory(window) for window in (False, True))
    beside = f"engines without a window: {alone:.0f} MB"
    yield Figure("memory, window on a project, all engines loaded", beside_window, "MB", "≤ 350", beside)


def _memory(window: bool) -> float:
    """Return the MB of a process of its own that has suggested in every language, beside a window or not."""
    code = f"from tests.benchmarks import bench_suggesters as b; b.say_memory({window})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def say_memory(window: bool) -> None:
    """Print the MB of this process with all engines loaded: what the child runs."""
    with tempfile.TemporaryDirectory(prefix="pressmark-bench-") as folder, ExitStack() as opened:
        if window:
            from tests.widgets.window.samples import make, shown
            from widgets.application import make_application

            path = Path(folder) / "news.pressmark"
            make(path)
            make_application(Settings(Path(folder) / "config"))
            opened.enter_context(shown(Path(folder), path))
        for language in PROSE:
            suggest(_text(language, ARTICLE), language)
        print(psutil.Process().memory_info().rss / 2**20)  # noqa: T201 (the answer)


def _seconds(suggester: Suggest, text: str, language: str) -> float:
    """Return the CPU seconds that suggesting took."""
    start = time.process_time()
    suggester(text, language)
    return time.process_time() - start


def _text(language: str, length: int) -> str:
    """Return paragraphs of five sentences, at least `length` characters and then cut."""
    sentences = PROSE[language]
    paragraphs, size, at = [], 0, 0
    while size < length:
        paragraph = "".join(sentences[(at + k) % len(sentences)] for k in range(PARAGRAPH)).strip()
        paragraphs.append(paragraph)
        size += len(paragraph) + 1
        at += PARAGRAPH
    return "\n".join(paragraphs)[:length]
