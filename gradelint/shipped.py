"""Where the vocabularies, registers and schemas that come with gradelint lie.

In a wheel they are inside the package; in a checkout or an editable install they are beside it. Places that every
start needs are given by name, because pathlib costs a twentieth of a start.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

StrPath = str | os.PathLike[str]
"""A file or folder by name."""

_HERE = os.path.dirname(os.path.abspath(__file__))


def place(kind: str) -> str:
    """The folder of shipped `vocabularies`, `registers` or `schemas`, by name."""
    packaged = os.path.join(_HERE, "_shipped", kind)
    return packaged if os.path.isdir(packaged) else os.path.join(os.path.dirname(_HERE), kind)


def folder(kind: str) -> Path:
    """The folder of shipped `vocabularies`, `registers` or `schemas`."""
    from pathlib import Path

    return Path(place(kind))


def contents(file: StrPath) -> bytes:
    """The bytes of a file. Raises OSError, and ValueError for a name that cannot be one."""
    with open(file, "rb", buffering=0) as opened:
        return opened.read()
