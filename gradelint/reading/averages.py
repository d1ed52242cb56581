"""Averages of grades, put as a result: "averages out at good", "an average of good", "an average grade of 1.8"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gradelint.model.document import Span
from gradelint.model.tally import Average
from gradelint.reading.bands import Placed, bands
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line, counting
from gradelint.reading.stances import reported, stance_of

_REACH = 10
_VERBS = frozenset(("averages", "averaged", "averaging", "average"))
_DECIMAL = re.compile(r"\d\.\d{1,2}\Z")
_SCORED = frozenset(("score", "scores", "mark", "marks", "progress", "attainment", "result", "results"))
_JOINTS = frozenset(
    ("at", "to", "out", "as", "a", "an", "of", "the", "is", "are", "was", "we", "they", "it", "'", "‘", "“")
)
_OPENERS = frozenset(("which", "so", "that", "this", "it", "they", "and", "an", "a", "the", "our"))


def averages(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Average]:
    """Every average that a paper gives of grades."""
    for number, line in enumerate(lines):
        if not line.has("averaging") or not line.has("grade"):
            continue
        line = counting(line, lexicon)
        placed = bands(line, lexicon)
        for hit in line.of("averaging"):
            found = _result(line, hit, placed)
            if found is not None:
                first, end, label = found
                stance = stance_of(line, first, end, lines[number + 1 : number + 4])
                voice = "reported" if reported(line) else "the paper's own"
                yield Average(Span(line.start(first), line.stop(end - 1)), line.sentence, label, stance, voice)
                break


def _result(line: Line, hit: Hit, placed: Sequence[Placed]) -> tuple[int, int, str] | None:
    """The words of an average and the grade it comes to."""
    first = hit.first
    while first > line.first and line.word(first - 1) in _OPENERS:
        first -= 1
    verb = line.word(hit.first) in _VERBS
    for band in placed:
        if band.end <= hit.first:
            if band.end == hit.first and (verb or hit.end - hit.first > 1):  # "a good average", "good on average"
                opening = band.first - (line.word(band.first - 1) in ("a", "an"))
                return opening, hit.end, band.band.labels[0] if band.band.labels else ""
            continue
        gap = range(hit.end, band.first)
        if len(gap) > _REACH or not band.band.labels or any(line.word(index) in (";", ".") for index in gap):
            continue
        if band.thing and verb:
            continue
        if _of_grades(line, hit, gap):
            return first, band.end, band.band.labels[0]
    return None


def _of_grades(line: Line, hit: Hit, gap: range) -> bool:
    """Whether what is averaged are grades: the verb leads straight to one, or grades are named as its object."""
    between = {line.word(index) for index in gap}
    graded = any(each.first in gap for each in line.of("grade-noun", "counted-judgement", "counted-provider"))
    joined = between <= _JOINTS
    if any(_DECIMAL.match(word) for word in between):
        return between.isdisjoint(_SCORED) or line.has("inspecting", "inspectorate")
    other = any(each.first in gap for each in line.of("counted-people")) or not between.isdisjoint(_SCORED)
    return (joined or graded) and not other
