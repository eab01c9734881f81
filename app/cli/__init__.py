"""The command line: the trainers' door, and what tests and benchmarks call. See docs/cli.md.

Results go to stdout, everything else to stderr. An expected failure is one sentence, never a traceback.
"""

import os
import sys
from collections.abc import Sequence

from app.cli.console import message
from app.cli.doors import Doors
from app.errors import UserError

__all__ = ["Doors", "run"]

SOME_FAILED, UNUSABLE = 1, 2


def run(arguments: Sequence[str], doors: Doors) -> int:
    """Carry out the command line and return the exit code; usage errors leave by SystemExit(2)."""
    try:
        code = _carry_out(arguments, doors)
        sys.stdout.flush()
    except UserError as error:
        message(f"pressmark: {error}")
        return UNUSABLE
    except KeyboardInterrupt:
        message("pressmark: stopped.")
        return 130  # what a shell reports for SIGINT
    except BrokenPipeError:
        # The reader (`| head`) has gone; Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED
    return code


def _carry_out(arguments: Sequence[str], doors: Doors) -> int:
    if not arguments:  # the window, as the desktop starts it, need not wait for the grammar of the commands
        return doors.open_window(None, None)
    from app.cli.parser import build_parser, carry_out

    return carry_out(build_parser(arguments[0]).parse_args(arguments), doors)
