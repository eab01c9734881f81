"""Nothing that suggests reaches for the network: all engines in a process in which that is a crash."""

import subprocess
import sys
from pathlib import Path

_TEXTS = {
    "ru": "Министр Иван Петров сообщил, что в городе 30 тыс. камер. «Снега нет», – сказал он.",
    "kk": "Министр Асқар Серік 240 мектеп салынғанын хабарлады, деді ол. Қазақстанда 20 облыс бар.",
    "en": 'The minister, John Smith, said that 30 cameras work. "There is no snow," he said.',
}

_CODE = f"""
import sys

def refuse(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"{{event}} {{arguments}}")

sys.addaudithook(refuse)
from app.suggesters import suggest
from app.suggesters.learning.examples import Mark, TrainingArticle
from app.suggesters.learning.learned import Learned
from app.suggesters.learning.model import train

for language, text in {_TEXTS!r}.items():
    found = suggest(text, language)
    labels = {{proposal.label for proposal in found}}
    assert labels >= {{"number", "speaker", "claim"}}, (language, labels)
    model = train([TrainingArticle(text, language, (Mark("speaker", 0, 7),))])
    Learned(model=model).proposals(text, language)
print("done")
"""


def test_every_engine_runs_without_a_network() -> None:
    root = Path(__file__).parents[3]
    ran = subprocess.run(
        [sys.executable, "-c", _CODE], cwd=root, capture_output=True, text=True, timeout=120, check=False
    )
    assert (ran.returncode, ran.stdout) == (0, "done\n"), ran.stderr


def test_a_look_at_the_network_would_be_seen() -> None:
    code = _CODE.replace(
        "from app.suggesters import suggest", "import socket; socket.getaddrinfo('localhost', 1)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert "socket.getaddrinfo" in ran.stderr
