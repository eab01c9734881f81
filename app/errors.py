"""The two kinds of trouble: what the user can mend (a sentence), and our own bugs (everything else).

A `UserError` carries one clear sentence that names the file or thing and the cause. It is shown as it
is, on stderr or in a message bar, never as a traceback. Any other exception is a bug of ours.
"""


class UserError(Exception):
    """Trouble that is not our bug; `str(error)` is the sentence for the user."""


class Conflict(UserError):
    """A step was refused because a row is no longer what the step says it was; nothing was written."""


class NotFound(UserError):
    """Something was asked for by an id that the project does not hold."""


class Cancelled(UserError):
    """Long work was stopped because the user said so; nothing was written."""


def unreadable(path: object, error: OSError) -> UserError:
    """Return the error for a file that the system does not let be read."""
    return UserError(f"“{path}” cannot be read: {error.strerror or error}.")


def missing_library(what: str, extra: str) -> UserError:
    """Return the error for a part of Pressmark whose library is not installed; `extra` brings it."""
    return UserError(f'{what} needs a library that is not installed: pip install "pressmark[{extra}]".')
