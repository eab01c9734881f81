"""What holds for every test: no display, one thread for arithmetic, no user's settings, a quiet log.

Set before anything heavy is imported. Qt's own warnings fail a test through pytest-qt
(`qt_log_level_fail`), Python's through `filterwarnings = error`, log lines through the fixture below.
"""

import logging
import os
import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The desktop's language, where a program under test goes by it: none, which is English.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
# Threads cost more than they bring on one article: 57 ms against 18 were measured.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["OMP_NUM_THREADS"] = "1"


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a test by its argument where that is data: bytes may hold the time at which they were made.

    Two processes that name a test differently do not share the work: pytest-xdist stops there.
    """
    return argname if isinstance(val, bytes) else None


@pytest.fixture(autouse=True, scope="session")
def own_settings() -> Iterator[None]:
    """Keep tests away from the settings of whoever runs them; child processes inherit it."""
    with (
        tempfile.TemporaryDirectory(prefix="pressmark-config-") as folder,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("PRESSMARK_CONFIG", folder)
        yield


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """pytest-qt's application, in English with its plurals whatever the desktop's language is."""
    from widgets.texts import SOURCE, speak

    speak(qapp, SOURCE)
    return qapp


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that leaves a warning or an error in the log.

    A test that expects one looks at it in `caplog` and then calls `caplog.clear()`.
    """
    yield
    lines = [
        f"{record.name}: {record.getMessage()}"
        for record in caplog.get_records("setup") + caplog.get_records("call")
        if record.levelno >= logging.WARNING
    ]
    if lines:
        pytest.fail("unexpected in the log:\n" + "\n".join(lines))
