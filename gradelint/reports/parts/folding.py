"""A long text over several lines, later ones under the first word of the first."""

from __future__ import annotations

from collections.abc import Iterator

_WIDTH = 100


def folded(lead: str, plain: str, text: str, further: str = "") -> Iterator[str]:
    """`text` after `lead`, which takes the columns of `plain`; further lines begin with `further` or blanks."""
    line, start = lead, len(plain)
    column = start
    for word in text.split(" "):
        if column > start and column + len(word) >= _WIDTH:
            yield line.rstrip(" ")
            line, column = further or " " * start, start
        line += word if column == start else f" {word}"
        column += len(word) + (column > start)
    yield line
