"""Findings to text: each module of this folder is a format by its own name, found because it is there."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from gradelint.model import Checked


class Run(NamedTuple):
    """What a report may say of the run itself; `colour` says whether it goes to a screen that shows colours."""

    version: str
    vocabularies: tuple[str, ...] = ()
    register: str = ""
    colour: bool = False


class Report(Protocol):
    """What a module of this folder offers: the text of what was checked, piece by piece, with its line ends."""

    def render(self, checked: Iterable[Checked], run: Run) -> Iterator[str]:
        """The report; each file is taken when its turn comes and let go after."""


def formats() -> tuple[str, ...]:
    """The names of the formats, the one for reading at a screen first."""
    names = (module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__) if not module.ispkg)
    return tuple(sorted(names, key=lambda name: (name != "full", name)))


def report(name: str) -> Report:
    """The report of this format."""
    return cast(Report, import_module(f"{__name__}.{name.replace('-', '_')}"))
