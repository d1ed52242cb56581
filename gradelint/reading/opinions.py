"""Opinions of those who grade nothing, an auditor's say, put as bearing on an inspectorate's grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gradelint.model.document import Span
from gradelint.model.reading import GradeClaim
from gradelint.model.standing import Form
from gradelint.reading.auditing import of_auditor
from gradelint.reading.candidates import Setting
from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line
from gradelint.reading.mentions import grade_words
from gradelint.reading.resolving import Scope, Thread, inspection_of
from gradelint.reading.stances import stance_of

_REACH = 12  # tokens between an opinion and the verb that leans it on the inspectorate's
_BESIDE = 5


def opinions(lines: Sequence[Line], threads: Sequence[Thread], setting: Setting) -> tuple[GradeClaim, ...]:
    """A claim for each such opinion, in order."""
    return tuple(claim for line in lines for claim in _of_line(line, lines, threads, setting))


def _of_line(line: Line, lines: Sequence[Line], threads: Sequence[Thread], setting: Setting) -> Iterator[GradeClaim]:
    if not (line.has("unscaled-opinion") and line.has("confirming") and line.has("inspectorate")):
        return
    view = _view(line)
    grade = _opinion(line)
    if view is None or grade is None:
        return
    low, high = sorted((grade, view), key=lambda each: each.first)
    verb = next((hit for hit in line.of("confirming") if low.end <= hit.first < high.first), None)
    if verb is None or high.first - low.end > 2 * _REACH:
        return
    stance = stance_of(line, verb.first, verb.end, lines[line.sentence + 1 : line.sentence + 4])
    thread = threads[line.sentence - 1] if line.sentence else Thread()
    inspection = inspection_of(line, view, Scope(line.first, line.end), setting.authority, thread, setting)
    span = Span(line.start(low.first), line.stop(high.end - 1))
    word = Span(line.start(grade.first), line.stop(grade.end - 1))
    label = line.text[word.start : word.end]
    bodies = frozenset(hit.value for hit in line.of("inspectorate"))
    yield GradeClaim(
        span, word, label, line.sentence, inspection, None, None, True, stance, Form.GIVEN, inspectorates=bodies
    )


def _opinion(line: Line) -> Hit | None:
    """The grade word of an auditor's opinion."""
    return next((hit for hit in grade_words(line) if of_auditor(line, hit)), None)


def _turns(line: Line, first: int, end: int) -> bool:
    """Whether between an opinion and a body another opinion or the verb that joins them stands."""
    return any(first <= hit.first < end for hit in line.of("confirming", "unscaled-opinion"))


def _view(line: Line) -> Hit | None:
    """What an inspectorate thinks: "Ofsted's view", "the rating that Ofsted gave"."""
    for body in line.of("inspectorate"):
        for hit in line.of("body-view"):
            if body.end <= hit.first <= body.end + 2:
                return Hit("body-view", body.first, hit.end, body.value)
            if hit.end <= body.first <= hit.end + _BESIDE and not _turns(line, hit.end, body.first):
                return Hit("body-view", hit.first, body.end, body.value)
    return None
