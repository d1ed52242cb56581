"""Shares, each with the interval that a small number leaves open."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

_NORMAL_95 = 1.959963984540054


class Share(NamedTuple):
    """`part` of `of`; of nothing there is no share."""

    part: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, from 0 to 1."""
        return self.part / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95% interval."""
        if not self.of:
            return None
        square, share = _NORMAL_95**2, self.part / self.of
        middle = share + square / (2 * self.of)
        reach = _NORMAL_95 * math.sqrt(share * (1 - share) / self.of + square / (4 * self.of**2))
        low, high = ((middle + side * reach) / (1 + square / self.of) for side in (-1, 1))
        return max(0.0, low), min(1.0, high)


class Spread(NamedTuple):
    """The mean, the lowest and the highest of several values."""

    mean: float
    low: float
    high: float


def spread(values: Iterable[float | None]) -> Spread | None:
    """The spread of the values there are; None where there are none."""
    known = [value for value in values if value is not None]
    return Spread(sum(known) / len(known), min(known), max(known)) if known else None
