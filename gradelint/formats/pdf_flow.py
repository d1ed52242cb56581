"""The lines of a page to paragraphs: where a gap, an indent, a change of letters or a line cut short parts them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from statistics import median_low
from typing import NamedTuple

from gradelint.formats.forms import begins_block, is_coded
from gradelint.formats.pdf_layout import Grid, Line

_ENDED = re.compile(r"[.!?:;][\"'’”)\]]*(?:\[?\d{1,3}\]?)?\Z")
_NUMBERED = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?\s+[A-Z‘“'\"(]")
_BUCKET = 6.0
_SPACE = 0.2
_FULL = 0.9
_FEW = 3
_LONGEST = 500
_INDENT = 6.0


class Chunk(NamedTuple):
    """Lines that make one paragraph, each with the index of its page."""

    lines: tuple[tuple[int, Line], ...]

    @property
    def page(self) -> int:
        """The index of the page it begins on."""
        return self.lines[0][0]

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0][1]

    @property
    def text(self) -> str:
        """Its lines, one under the other."""
        return "\n".join(line.text for _, line in self.lines)


class Table(NamedTuple):
    """A grid and the index of its page."""

    page: int
    grid: Grid


def flow(page: int, items: Sequence[Line | Grid]) -> list[Chunk | Table]:
    """The paragraphs and tables of a page."""
    found: list[Chunk | Table] = []
    run: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            run.append(item)
            continue
        found += _chunks(page, run)
        found.append(Table(page, item))
        run = []
    return [*found, *_chunks(page, run)]


def _chunks(page: int, lines: Sequence[Line]) -> Iterator[Chunk]:
    if not lines:
        return
    measure = _Measure(lines)
    block = [lines[0]]
    for line in lines[1:]:
        if measure.parts(block, line):
            yield Chunk(tuple((page, each) for each in block))
            block = []
        block.append(line)
    yield Chunk(tuple((page, each) for each in block))


def joined_pages(items: Sequence[Chunk | Table]) -> list[Chunk | Table]:
    """The paragraphs of all pages, one that runs over a page's end put together again."""
    found: list[Chunk | Table] = []
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, Chunk) and isinstance(last, Chunk) and _runs_over(last, item):
            found[-1] = Chunk(last.lines + item.lines)
        else:
            found.append(item)
    return found


def _runs_over(before: Chunk, after: Chunk) -> bool:
    last = before.lines[-1][1]
    if (
        len(before.lines) > _LONGEST
        or before.lines[-1][0] == after.page
        or _ENDED.search(last.text)
        or not _like(last, after.first)
    ):
        return False
    if begins_block(after.text, last.text) or len(after.first.strips) > 1:
        return False
    full = len(before.lines) > 1 and last.right > _FULL * max(line.right for _, line in before.lines)
    return after.text[:1].islower() or (full and last.main.bold == after.first.main.bold)


def _like(one: Line, two: Line) -> bool:
    """Whether two lines are of letters of one size."""
    return abs(one.main.height - two.main.height) <= 0.12 * max(one.main.height, two.main.height)


class _Measure:
    """How the lines of a page are set: how far apart, and how far to the right they go."""

    def __init__(self, lines: Sequence[Line]) -> None:
        gaps = [
            gap for upper, lower in pairwise(lines) if _like(upper, lower) and -0.5 < (gap := _gap(upper, lower)) < 1.5
        ]
        self.gap = median_low(gaps) if gaps else 0.2
        rights: dict[int, list[float]] = {}
        for line in lines:
            rights.setdefault(int(line.main.left // _BUCKET), []).append(line.right)
        self.rights = {bucket: (len(each), max(each)) for bucket, each in rights.items()}
        self.buckets = sorted(rights)
        self.furthest = list(accumulate((self.rights[bucket][1] for bucket in self.buckets), max))

    def parts(self, block: Sequence[Line], line: Line) -> bool:
        """Whether a paragraph ends before `line`."""
        last = block[-1]
        goes_on = line.text[:1].islower()
        if last.main.hyphen:
            return False
        if line.main.top > last.main.top + 0.5 * last.main.height or line.left > last.right:
            return _ENDED.search(last.text) is not None or not goes_on
        if not _like(last, line) or _gap(last, line) > self.gap + 0.35:
            return True
        if last.main.bold != line.main.bold and not goes_on and not self._is_full(last, line):
            return True
        if begins_block(line.text, last.text) or len(line.strips) > 1:
            return True
        if self._is_shifted(block, line):
            return True
        return not goes_on and self._ends(last, line)

    def _ends(self, last: Line, line: Line) -> bool:
        """Whether `last` was cut short, or both are rows of codes and dates."""
        if is_coded(last.text) and is_coded(line.text):
            return True
        ended = _ENDED.search(last.text) is not None
        return not self._is_full(last, line) or (ended and _NUMBERED.match(line.text) is not None)

    def _is_full(self, last: Line, line: Line) -> bool:
        """Whether the first word of `line` would not have fitted on `last`."""
        return last.right + _SPACE * last.main.height + line.strips[0].word > self._limit(last)

    def _limit(self, line: Line) -> float:
        """How far lines that begin where this one does go to the right; where they are few, lines above or below it."""
        bucket = int(line.main.left // _BUCKET)
        alike = [self.rights[each] for each in (bucket - 1, bucket, bucket + 1) if each in self.rights]
        if sum(count for count, _ in alike) >= _FEW:
            return max(right for _, right in alike)
        return self.furthest[max(0, bisect_left(self.buckets, line.right / _BUCKET) - 1)]

    def _is_shifted(self, block: Sequence[Line], line: Line) -> bool:
        """Whether a line is set in or out where no line of the paragraph would be."""
        shift = line.left - block[-1].main.left
        if abs(shift) <= _INDENT:
            return False
        if len(block) > 1:
            return True
        ended = _ENDED.search(block[-1].text) is not None
        return ended and not (shift < 0 and self._is_full(block[-1], line))


def _gap(upper: Line, lower: Line) -> float:
    """The gap between two lines, in heights of their letters."""
    height = max(lower.main.height, 1.0)
    return (upper.main.bottom - lower.main.top) / height
