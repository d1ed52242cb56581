"""Bytes from the user's disk or standard input, without waiting for what never comes or swallowing what is too big."""

from __future__ import annotations

import errno
import os
import stat
import sys

from gradelint.errors import UnreadableError

LIMIT = 64 * 2**20
"""The size of the largest file that is read."""

_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISDIR, "a folder"),
)
_REASONS = {
    errno.ENOENT: ("no such file or folder", "check its name"),
    errno.ENOTDIR: ("no such file or folder", "check its name"),
    errno.ELOOP: ("a link that leads back to itself", "put the file in its place"),
    errno.EACCES: ("permission denied", "ask to be let in, or check a copy"),
    errno.EPERM: ("permission denied", "ask to be let in, or check a copy"),
    errno.ENAMETOOLONG: ("a name too long for this machine", "give a shorter one"),
}


def contents(path: str) -> bytes:
    """The bytes of a file. Raises UnreadableError."""
    try:
        _refuse(path, os.stat(path))
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(path, flags), "rb") as file:
            found = os.fstat(file.fileno())
            _refuse(path, found)
            data = file.read(found.st_size + 1)
    except OSError as error:
        raise unreadable(path, error) from None
    if len(data) != found.st_size:
        raise UnreadableError(path, "changed while it was read", "check it again when nothing writes to it")
    return data


def standard_input(path: str) -> bytes:
    """All of standard input, under the name `path`. Raises UnreadableError."""
    if sys.stdin is None:
        raise UnreadableError(path, "there is no standard input", "give the name of a file")
    try:
        data = sys.stdin.buffer.read(LIMIT + 1)
    except OSError as error:
        raise unreadable(path, error) from None
    if len(data) > LIMIT:
        raise _too_big(path)
    return data


def unreadable(path: str, error: OSError | ValueError) -> UnreadableError:
    """What the machine said of a path, as a reason and a remedy."""
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.ENOENT and os.path.islink(path):
        return UnreadableError(path, "a link to a file that is not there", "mend the link or give the file")
    if number in _REASONS:
        return UnreadableError(path, *_REASONS[number])
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableError(path, f"cannot be read ({reason})", "check a copy of it")


def not_a_file(path: str, mode: int) -> UnreadableError | None:
    """Why this is no file that could be read; None when it is one."""
    if stat.S_ISREG(mode):
        return None
    kind = next((name for test, name in _KINDS if test(mode)), "something else")
    return UnreadableError(path, f"{kind}, not a file", "give a file, or `-` for standard input")


def _refuse(path: str, found: os.stat_result) -> None:
    if other := not_a_file(path, found.st_mode):
        raise other
    if found.st_size > LIMIT:
        raise _too_big(path)


def _too_big(path: str) -> UnreadableError:
    return UnreadableError(path, f"larger than {LIMIT // 2**20} MiB", "split it, or save it without its pictures")
