"""Lines without a blank line between them to blocks: which are one wrapped paragraph, which stand for themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

_ENDED = re.compile(r"[.!?][\"'’”)\]]*(?:\[\d+\])*\s*\Z")
_OPEN_ENDS = "-\u2010,(–—/&"
_CLOSERS = ".!?\"'’”)]"
_SHORT = 60
_FEWEST = 3
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


def stacked(texts: Sequence[str]) -> bool:
    """Whether lines are a stack, as in a post or on a slide: three or more, short, each beginning anew."""
    if len(texts) < _FEWEST or max(map(len, texts[:-1])) > _SHORT:
        return False
    return all(text.strip() and not text.strip()[0].islower() for text in texts) and not any(
        text.rstrip()[-1] in _OPEN_ENDS for text in texts[:-1]
    )


def joined(run: list[Line], begins_block: Callable[[str, str], bool]) -> Iterator[tuple[int, int]]:
    """The blocks of a run of lines, each as `(first line, line after the last)`.

    In wrapped prose a line is full: the first word of the next would not have fitted. Where most lines
    are not full, or most end a sentence, each line stands for itself unless the next goes on with it.
    """
    texts = [line.text.rstrip() for line in run]
    lengths = list(map(len, texts))
    width = max(lengths, default=0)
    full = [
        length + 1 + len(after.split(None, 1)[0]) > width for length, after in zip(lengths, texts[1:], strict=False)
    ]
    ended = [text[-1] in _CLOSERS and _ENDED.search(text, max(0, len(text) - 40)) is not None for text in texts]
    wrapped = 2 * sum(full) > len(full) and 2 * sum(ended[:-1]) < max(2, len(full))
    first = 0
    for index in range(1, len(texts)):
        before, line = texts[index - 1], texts[index]
        if _parts(before, line, wrapped, full[index - 1], ended[index - 1]) or begins_block(line, before):
            yield first, index
            first = index
    if texts:
        yield first, len(texts)


def _parts(before: str, line: str, wrapped: bool, full: bool, ended: bool) -> bool:
    """Whether a block ends between two lines."""
    if line[0].islower() or (line[0] == " " and line.lstrip()[0].islower()) or before[-1] in _OPEN_ENDS:
        return False
    if ended:
        return not wrapped or not full or _NUMBERED.match(line) is not None
    if _CODED.match(before) and _CODED.match(line):
        return True
    return not wrapped and (not full or len(before) < _SHORT)
