"""A fault in a data file: where it lies, what is wrong and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

Route = tuple[str | int, ...]
"""The keys and list positions that lead from the top of a file to a value."""


class Fault(NamedTuple):
    """Something a data file says that it must not say, with the remedy."""

    route: Route
    message: str
    remedy: str = ""


def spelled(route: Route) -> str:
    """A route as a reader writes it: `frameworks[3].scales[0]`."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in route)
    return words.lstrip(".") or "the file"


def line_of(route: Route, lines: Mapping[Route, int]) -> int:
    """The line a value stands on, or that of the nearest value around it."""
    while route and route not in lines:
        route = route[:-1]
    return lines.get(route, 1)


def rendered(faults: Iterable[Fault], lines: Mapping[Route, int]) -> tuple[str, ...]:
    """The faults as one line each, in the order of the file."""
    placed = sorted(((line_of(fault.route, lines), fault) for fault in faults), key=lambda each: each[0])
    return tuple(dict.fromkeys(_sentence(line, fault) for line, fault in placed))


def _sentence(line: int, fault: Fault) -> str:
    remedy = f"; {fault.remedy}" if fault.remedy else ""
    return f"line {line}: {spelled(fault.route)}: {fault.message}{remedy}"


def near(wrong: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three known names that look like the wrong one."""
    from difflib import get_close_matches

    return tuple(get_close_matches(wrong, list(known), n=3, cutoff=0.6))


def suggestion(wrong: str, known: Iterable[str], otherwise: str) -> str:
    """`did you mean ...?` when something is near, or else the other advice."""
    found = near(wrong, known)
    return f"did you mean {' or '.join(repr(each) for each in found)}?" if found else otherwise
