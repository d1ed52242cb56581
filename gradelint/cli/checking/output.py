"""The report to the screen or to a file, and the progress of a long run."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from time import monotonic
from typing import TypeVar

import click

from gradelint.errors import GradelintError, UnreadableError

Item = TypeVar("Item")
_LONG_RUN = 1.0
_MANY_FILES = 50


def colours() -> bool:
    """Whether the screen shows colours and the user has not asked for none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def watched(items: Sequence[Item], clock: Callable[[], float] = monotonic) -> Iterator[Item]:
    """The items, with a bar on stderr once the run proves long and if stderr is a terminal."""
    if not sys.stderr.isatty() or len(items) < 2:
        yield from items
        return
    started = clock()
    bar = None
    try:
        for done, item in enumerate(items):
            if bar is not None:
                bar.update(1)
            elif len(items) > _MANY_FILES or clock() - started > _LONG_RUN:
                bar = click.progressbar(length=len(items), label="Checking", file=sys.stderr)
                bar.update(done)
            yield item
        if bar is not None:
            bar.update(1)
    finally:
        if bar is not None:
            bar.render_finish()  # brings the cursor back


def write(chunks: Iterable[str], file: str | None, colour: bool) -> None:
    """Print the chunks, or put them in `file`. Raises GradelintError for a disk that is full and the like."""
    if file is not None:
        _to_file(chunks, file)
        return
    if sys.stdout.isatty() and sys.stderr.isatty():  # a bar may stand on this screen until all are checked
        chunks = list(chunks)
    try:
        for chunk in chunks:
            if colour:
                click.echo(chunk, nl=False)
            else:
                sys.stdout.write(chunk)
        sys.stdout.flush()
    except OSError as error:
        if error.errno == errno.EPIPE:
            raise
        raise GradelintError(f"standard output cannot be written ({error.strerror}); use -o FILE") from None


def _to_file(chunks: Iterable[str], file: str) -> None:
    target = os.path.realpath(file)
    try:
        if os.path.exists(target) and not os.path.isfile(target):
            _put(chunks, target, os.O_WRONLY)
        else:
            _replace(chunks, target)
    except OSError as error:
        raise UnreadableError(file, f"cannot be written ({error.strerror})", "give another file to -o") from None


def _replace(chunks: Iterable[str], target: str) -> None:
    """By way of a file beside it, so that what was there stays whole until the report is."""
    beside = f"{target}.{os.getpid()}.tmp"
    try:
        _put(chunks, beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        if os.path.exists(target):
            os.chmod(beside, os.stat(target).st_mode & 0o7777)
        os.replace(beside, target)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(beside)


def _put(chunks: Iterable[str], name: str, flags: int) -> None:
    with open(os.open(name, flags, 0o666), "w", encoding="utf-8", errors="backslashreplace", newline="\n") as opened:
        opened.writelines(chunks)
        opened.flush()
        if flags & os.O_CREAT:
            os.fsync(opened.fileno())
