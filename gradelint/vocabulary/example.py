"""A translation that a vocabulary gives as an example, with what must come of it."""

from typing import NamedTuple

from gradelint.model import Basis, Period


class Example(NamedTuple):
    """Either `refused` says why, or `reads_now` and `basis` say what the grade reads as."""

    grade: str
    inspected: Period
    as_of: Period
    framework: str = ""
    area: str = ""
    reads_now: str | None = None
    basis: Basis | None = None
    refused: str = ""
