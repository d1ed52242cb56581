"""Where the vocabularies, registers and schemas that come with gradelint lie.

In a wheel they are inside the package; in a checkout or an editable install they are beside it.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def folder(kind: str) -> Path:
    """The folder of shipped `vocabularies`, `registers` or `schemas`."""
    packaged = _HERE / "_shipped" / kind
    return packaged if packaged.is_dir() else _HERE.parent / kind
