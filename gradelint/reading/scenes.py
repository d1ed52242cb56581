"""A scene: what is known around a line, and the claim that a grade word or a number in it makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gradelint.model.document import Document, Span
from gradelint.model.reading import GradeClaim, Inspection
from gradelint.model.standing import Form, Stance, Standing
from gradelint.model.vocabulary import Area
from gradelint.reading.candidates import Setting
from gradelint.reading.coding import by_code, by_label_alone
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line
from gradelint.reading.pairing import Numbered
from gradelint.reading.resolving import Scope, Thread, inspection_of, standing_of
from gradelint.reading.stances import stance_of, supposes
from gradelint.reading.tokens import fold

BEFORE = 2
"""Sentences back in which the grade stands that "it means" is said of."""

_SPOKEN = 12  # sentences back in which an inspectorate named is still the one spoken of


class Scene(NamedTuple):
    """What is known around a line: the paper, its lines and claims, and what was spoken of before."""

    document: Document
    lines: Sequence[Line]
    threads: Sequence[Thread]
    claims: Mapping[int, GradeClaim]
    numbered: Mapping[int, Numbered]
    setting: Setting
    lexicon: Lexicon

    def thread_before(self, line: Line) -> Thread:
        """The inspection last spoken of before a line."""
        return self.threads[line.sentence - 1] if line.sentence else Thread()


def given_before(scene: Scene, line: Line) -> GradeClaim | None:
    """The grade given last in the sentences before a line."""
    for back in range(1, BEFORE + 1):
        before = scene.lines[line.sentence - back] if line.sentence >= back else None
        if before is None or before.block < line.block - 1:
            return None
        given = [
            claim
            for index in range(before.first, before.end)
            if (claim := scene.claims.get(before.start(index))) is not None and claim.standing is not None
        ]
        spoken = {hit.value for hit in line.of("area")}
        given = [each for each in given if each.area is not None and _named(each.area) & spoken] or given
        if given:
            stance = stance_in(scene, line, line.end)
            return given[-1]._replace(stance=stance) if given[-1].form is not Form.DESCRIBED else None
    return None


def _bodies(scene: Scene, line: Line) -> frozenset[str]:
    """The inspectorates that a line names, or the last line before it that names any."""
    for sentence in range(line.sentence, max(-1, line.sentence - _SPOKEN), -1):
        found = scene.lines[sentence].of("inspectorate")
        if found:
            return frozenset(hit.value for hit in found)
    return frozenset()


def _named(area: Area) -> frozenset[str]:
    return frozenset(fold(name) for name in (area.name, *area.aliases))


def claim_of(scene: Scene, line: Line, hit: Hit, code: int | None, verb: int | None = None) -> GradeClaim | None:
    """The claim made of a grade word or number of a line, or what it would be; None where no grade is found."""
    stance = stance_in(scene, line, hit.first if verb is None else verb)
    known = scene.claims.get(line.start(hit.first))
    if known is not None and known.standing is not None:
        return known._replace(stance=stance)
    thread = scene.thread_before(line)
    subject = scene.threads[line.sentence].inspection.subject or scene.setting.authority
    inspection = inspection_of(line, hit, Scope(line.first, line.end), subject, thread, scene.setting)
    if inspection.vocabulary is None and code is None:
        inspection = by_label_alone(line, hit, inspection, _bodies(scene, line), scene.setting)
    standing = (
        standing_of(hit.value, inspection) if code is None else by_code(line, hit, inspection, scene.setting.today)
    )
    return _made(line, hit, code, stance, inspection, standing) if standing is not None else None


def _made(
    line: Line, hit: Hit, code: int | None, stance: Stance, inspection: Inspection, standing: Standing
) -> GradeClaim:
    span = span_of(line, hit.first, hit.end)
    form = Form.GIVEN
    return GradeClaim(
        span, span, standing.grade.label, line.sentence, inspection, standing, None, True, stance, form, code=code
    )


def stance_in(scene: Scene, line: Line, at: int) -> Stance:
    """What a sentence does with a meaning; a definition that a paper gives is put forward as true."""
    found = stance_of(line, at, at + 1, scene.lines[line.sentence + 1 : line.sentence + 4])
    if found is not Stance.DEFINITION:
        return found
    return Stance.HYPOTHETICAL if supposes(line, at) else Stance.ASSERTED


def span_of(line: Line, first: int, end: int) -> Span:
    """The place of tokens `first` up to `end`."""
    return Span(line.start(first), line.stop(end - 1))
