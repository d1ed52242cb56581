"""Findings to text: each module of this folder is a format by its own name, found because it is there."""

import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import NamedTuple

from gradelint.model import Checked


class Run(NamedTuple):
    """What a report may say of the run itself; `colour` says whether it goes to a screen that shows colours."""

    version: str
    vocabularies: tuple[str, ...] = ()
    register: str = ""
    colour: bool = False


Render = Callable[[Iterable[Checked], Run], Iterator[str]]
"""What a module of this folder offers as `render`: the text in pieces, with its line ends, file by file."""


def formats() -> tuple[str, ...]:
    """The names of the formats, the one for reading at a screen first."""
    modules = (file[:-3] for file in os.listdir(__path__[0]) if file.endswith(".py") and not file.startswith("_"))
    names = (module.replace("_", "-") for module in modules)
    return tuple(sorted(names, key=lambda name: (name != "full", name)))


def renderer(name: str) -> Render:
    """The `render` of a format."""
    render: Render = import_module(f"{__name__}.{name.replace('-', '_')}").render
    return render
