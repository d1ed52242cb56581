"""Lines without a blank line between them to blocks: which are one wrapped paragraph, which stand for themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

_ENDED = re.compile(r"[.!?][\"'’”)\]]*(?:\[\d+\])*\s*\Z")
_OPEN_ENDS = ("-", "\u2010", ",", "(", "–", "—", "/", "&")
_CODED = re.compile(r"[A-Z]{2,6}\b[^.]{0,200}\d")
_NUMBERED = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+[A-Z‘“'\"(]")


class Line(NamedTuple):
    """One line, without its end, and where it starts in the source."""

    text: str
    start: int


def lines_of(chunk: str, start: int) -> list[Line]:
    """The lines of a chunk."""
    found: list[Line] = []
    for line in chunk.split("\n"):
        found.append(Line(line, start))
        start += len(line) + 1
    return found


def joined(run: list[Line], begins_block: Callable[[str, str], bool]) -> Iterator[tuple[int, int, int]]:
    """The blocks of a run of lines, each as `(first line, line after the last, longest line)`.

    In wrapped prose a line is full: the first word of the next would not have fitted. Where most lines
    are not full, or most end a sentence, each line stands for itself unless the next goes on with it.
    """
    texts = [line.text.rstrip() for line in run]
    width = max(map(len, texts), default=0)
    full = [len(a) + 1 + len(b.split(None, 1)[0]) > width for a, b in pairwise(texts)]
    ended = [_ENDED.search(each, max(0, len(each) - 40)) is not None for each in texts]
    wrapped = 2 * sum(full) >= len(full) and 2 * sum(ended[:-1]) < max(2, len(full))
    first = 0
    for index in range(1, len(texts)):
        before, line = texts[index - 1], texts[index]
        starts_low = line.lstrip()[:1].islower()
        if _parts(before, line, wrapped, full[index - 1], ended[index - 1], starts_low) or begins_block(line, before):
            yield first, index, max(map(len, texts[first:index]))
            first = index
    if texts:
        yield first, len(texts), max(map(len, texts[first:]))


def _parts(before: str, line: str, wrapped: bool, full: bool, ended: bool, starts_low: bool) -> bool:
    """Whether a block ends between two lines."""
    if starts_low or before.endswith(_OPEN_ENDS):
        return False
    if ended:
        return not wrapped or not full or _NUMBERED.match(line) is not None
    if _CODED.match(before) and _CODED.match(line):
        return True
    return not wrapped and not full
