"""Words that count only beside a grade or an inspection, looked for once it is known where those stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from gradelint.model.reading import GradeClaim
from gradelint.reading.kinds import OF_INSPECTIONS
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line, by_kind

_ABOUT = OF_INSPECTIONS.union(("ungraded-visit",))
_AROUND = 4  # blocks on either side of a grade in which something may be said of it


def with_words_beside(lines: Sequence[Line], claims: Sequence[GradeClaim], lexicon: Lexicon) -> tuple[Line, ...]:
    """The lines, those near a grade or about an inspection with the words that count only there."""
    graded = {lines[claim.sentence].block for claim in claims}
    near = {block + step for block in graded for step in range(-_AROUND, _AROUND + 1)}
    worded = {line.block for line in lines if "grade" in line.around}
    near |= {block + step for block in worded for step in (-1, 0, 1)}
    return tuple(_enriched(lines, near, lexicon))


def _enriched(lines: Sequence[Line], near: set[int], lexicon: Lexicon) -> Iterator[Line]:
    block = -1
    more: tuple[Hit, ...] = ()
    places: list[int] = []
    for line in lines:
        if line.block not in near and _ABOUT.isdisjoint(line.around):
            yield line
            continue
        if line.block != block:
            block, more = line.block, lexicon.beside_hits(line.tokens)
            places = [hit.first for hit in more]
            around = line.around.union(hit.kind for hit in more)
        low = bisect_left(places, line.first)
        own = more[low : bisect_left(places, line.end, low)]
        yield _with(line, own, around)


def _with(line: Line, more: Sequence[Hit], around: frozenset[str]) -> Line:
    if not more:
        return line._replace(around=around)
    together = tuple(sorted((*line.hits, *more), key=lambda hit: hit.first))
    return line._replace(hits=together, by_kind=by_kind(together), around=around)
