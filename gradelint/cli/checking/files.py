"""The papers that paths stand for: files by name, and folders searched for files of the kinds that can be read."""

import os
import stat
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradelint.cli.checking.disk import not_a_file, unreadable
from gradelint.errors import UnreadableError

STANDARD_INPUT = "-"
_NOT_SEARCHED = frozenset(("__pycache__", "node_modules", "venv"))
_NO_PAPERS = ("~$", "._")
"""How the names of Word's lock files and of what macOS keeps beside a file begin."""


class Paper(NamedTuple):
    """A file to check, or why it cannot be; `real` is the file behind links, `link` whether it was reached by one."""

    path: str
    real: str = ""
    link: bool = False
    error: str = ""


def papers(paths: Sequence[str], suffixes: frozenset[str], leave_out: str = "") -> list[Paper]:
    """Every paper once, by its own name rather than a link's; a folder's are sorted. `leave_out` is a real path."""
    found = [paper for path in paths for paper in _papers(path, suffixes) if paper.real != leave_out]
    kept: dict[str, Paper] = {}
    for paper in sorted(found, key=lambda each: each.link):
        kept.setdefault(paper.real, paper)
    return [paper for paper in dict.fromkeys(found) if kept[paper.real] is paper]


def empty_folders(paths: Sequence[str], found: Sequence[Paper]) -> list[str]:
    """The folders among `paths` in which no paper was found."""
    folders = [path for path in paths if path != STANDARD_INPUT and os.path.isdir(path)]
    return [path for path in folders if not any(_inside(paper.path, path) for paper in found)]


def _inside(path: str, folder: str) -> bool:
    path, folder = os.path.abspath(path), os.path.abspath(folder)
    return path == folder or path.startswith(os.path.join(folder, ""))


def _papers(path: str, suffixes: frozenset[str]) -> Iterator[Paper]:
    if path == STANDARD_INPUT:
        yield Paper(path, path)
        return
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        yield _fault(path, unreadable(path, error))
        return
    if stat.S_ISDIR(mode):
        yield from _searched(path, suffixes)
    else:
        yield _paper(path, os.path.realpath(path), mode, os.path.islink(path))


def _searched(folder: str, suffixes: frozenset[str]) -> Iterator[Paper]:
    """The papers of a folder and of the folders in it; links to folders are not followed."""
    waiting = [(folder, os.path.realpath(folder))]
    while waiting:
        folder, real = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                inside = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            yield _fault(folder, unreadable(folder, error))
            continue
        folders: list[str] = []
        for entry in inside:
            if _is_folder(entry):
                folders += [] if _is_skipped(entry.name) else [entry.name]
            elif os.path.splitext(entry.name)[1].lower() in suffixes and not entry.name.startswith(_NO_PAPERS):
                yield from _entry(entry, _joined(folder, entry.name), os.path.join(real, entry.name))
        waiting += [(_joined(folder, name), os.path.join(real, name)) for name in reversed(folders)]


def _entry(entry: os.DirEntry[str], path: str, real: str) -> Iterator[Paper]:
    """The paper that an entry of a folder is; none for a link to a folder."""
    try:
        link, mode = entry.is_symlink(), entry.stat().st_mode
    except OSError as error:
        yield _fault(path, unreadable(path, error))
        return
    if not stat.S_ISDIR(mode):
        yield _paper(path, os.path.realpath(path) if link else real, mode, link)


def _paper(path: str, real: str, mode: int, link: bool) -> Paper:
    other = not_a_file(path, mode)
    return _fault(path, other) if other else Paper(path, real, link)


def _fault(path: str, error: UnreadableError) -> Paper:
    return Paper(path, os.path.abspath(path), error=str(error))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:  # what it is comes out when it is looked at as a file
        return False


def _is_skipped(name: str) -> bool:
    return name.startswith(".") or name in _NOT_SEARCHED


def _joined(folder: str, name: str) -> str:
    return name if folder == os.curdir else os.path.join(folder, name)
