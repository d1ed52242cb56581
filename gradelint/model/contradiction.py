"""Where a paper claims one grade for the whole of an inspection and another one is on record for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gradelint.model.finding import Confidence, Evidence, Finding
from gradelint.model.reading import GradeClaim, Outcome, Reading, nearest
from gradelint.model.standing import Form, Stance, Standing
from gradelint.model.stating import as_given, found, name_of, on_record
from gradelint.model.weighing import gives, held, records_of, whole_records

_OVERALL_NEAR = 6  # and where one of them is expressly the overall grade
_NEAR = 2  # blocks within which two statements of one grade are read together


class Contradiction(NamedTuple):
    """`claim` says `said`; `held` is the grade it has to answer to, with its evidence.

    `part` is evidence of an area of the same inspection that does have the grade said.
    """

    claim: GradeClaim
    said: Standing
    held: Standing
    evidence: Evidence
    confidence: Confidence
    part: Evidence | None = None


def contradictions(reading: Reading) -> Iterator[Contradiction]:
    """Every claim to a whole grade that another statement or record of the same inspection contradicts."""
    weighty = tuple(each for each in reading.claims if each.overall or each.form is Form.CELL)
    for claim in reading.claims:
        if not claim.stance.put_forward or claim.topic or claim.equating:
            continue
        found = _described(reading, claim) if claim.form is Form.DESCRIBED else _given(reading, claim, weighty)
        if found is not None:
            yield found


def misreported(reading: Reading, each: Contradiction, than: str) -> Finding:
    """The finding that the grade said is `than` ("higher" or "lower") the one given."""
    name = name_of(each.claim.inspection, each.held)
    return found(
        reading,
        each.claim,
        each.claim.span,
        f"'{each.said.grade.label}' is a {than} grade than the one given: '{each.held.grade.label}'"
        + (f" ({name})" if name else ""),
        (each.evidence,),
        standing=each.held,
        confidence=each.confidence,
        suggestion=f"report the grade as it was given: '{each.held.grade.label}'",
        label=each.said.place,
    )


def _described(reading: Reading, claim: GradeClaim) -> Contradiction | None:
    """ "A good school", held against the grade given nearest to it, or on record."""
    if not claim.whole:
        return None
    other = held(reading, claim.near)
    if other is not None and _other_time(claim, other):
        return None
    whole = other if other is None or other.whole else _overall_beside(reading, claim, other)
    if whole is not None and whole.standing is not None:
        return _against_claim(reading, claim, whole)
    return _against_record(reading, claim)


def _other_time(claim: GradeClaim, other: GradeClaim) -> bool:
    mine, theirs = claim.inspection, other.inspection
    if claim.moving and claim.sentence != other.sentence:
        return True
    return bool(
        mine.dated and theirs.dated and mine.period and theirs.period and not mine.period.overlaps(theirs.period)
    )


def _overall_beside(reading: Reading, claim: GradeClaim, other: GradeClaim) -> GradeClaim | None:
    """When the nearest grade is an area's, the overall grade of the same inspection near by."""
    if other.whole:
        return None
    near = (reading.claims[index] for index in claim.near)
    whole = [each for each in near if each.whole and each.inspection.same_as(other.inspection) and each is not claim]
    given = next((each for each in whole if gives(each)), None)
    return given or next((each for each in whole if each.overall and each.standing and each.stance.put_forward), None)


def _given(reading: Reading, claim: GradeClaim, weighty: tuple[GradeClaim, ...]) -> Contradiction | None:
    """A grade given without an area, held against one that is expressly the overall grade, or shown in a table."""
    if claim.moving or claim.form is Form.CELL or claim.code is not None:
        return _against_record(reading, claim)
    beside = nearest(weighty, claim.sentence)
    if claim.whole and not claim.every and any(_agrees(claim, other) for other in beside):
        return None
    doubtful = claim.every or claim.stance is Stance.REPORTED
    for other in reading.around(claim.sentence) if doubtful else beside:
        if other.label == claim.label or not gives(other) or other.moving or not _outweighs(reading, claim, other):
            continue
        if _together(claim, other):
            found = _against_claim(reading, claim, other)
            if found is not None:
                return found
    return _against_record(reading, claim)


def _agrees(claim: GradeClaim, other: GradeClaim) -> bool:
    """Whether another grade of the inspection, expressly for the whole, is the one claimed."""
    if other.label != claim.label or other is claim or not other.overall or not other.whole:
        return False
    if other.area is not None and other.area.role == "strand" and claim.area != other.area:
        return False  # one strand does not answer for the other
    return gives(other) and other.inspection.same_as(claim.inspection)


def _together(claim: GradeClaim, other: GradeClaim) -> bool:
    """One inspection; where every provider is said to share a grade, each of them is held against it."""
    mine = claim.inspection._replace(subject="") if claim.every else claim.inspection
    return other.inspection.same_as(mine)


def _strands(claim: GradeClaim, other: GradeClaim) -> bool:
    """Two strands of one inspection, each with its own overall grade, do not answer for each other."""
    return (
        claim.area is not None
        and other.area is not None
        and claim.area != other.area
        and "strand" in (claim.area.role, other.area.role)
    )


def _outweighs(reading: Reading, claim: GradeClaim, other: GradeClaim) -> bool:
    """Whether `other` tells the grade with more right: expressly overall, in a table, or not merely reported."""
    if claim.overall and not other.overall:
        return False
    near = reading.apart(other.sentence, claim.sentence) <= _NEAR
    if _strands(claim, other):
        return False
    if claim.every:
        return other.sentence != claim.sentence and near and (other.form is Form.CELL or other.area is not None)
    if not claim.whole:
        return other.form is Form.CELL and other.area == claim.area
    if other.overall and other.whole:
        return not claim.overall and reading.apart(other.sentence, claim.sentence) <= _OVERALL_NEAR
    reported = claim.stance is Stance.REPORTED and other.stance is Stance.ASSERTED
    alike = other.area == claim.area or claim.area is None or (other.whole and claim.whole)
    return near and reported and alike and other.sentence != claim.sentence


def _against_claim(reading: Reading, claim: GradeClaim, other: GradeClaim) -> Contradiction | None:
    assert other.standing is not None
    said = _said(claim, other.standing)
    if said is None or said.grade.rank == other.standing.grade.rank:
        return None
    near = reading.block_of(other.sentence) == reading.block_of(claim.sentence)
    confidence = Confidence.HIGH if near else Confidence.MEDIUM
    return Contradiction(
        claim, said, other.standing, as_given(other), confidence, _part(reading, claim, other) if claim.whole else None
    )


def _said(claim: GradeClaim, beside: Standing) -> Standing | None:
    """The claim's label on the scale of the grade it is held against: a label counts on that scale only."""
    grade = beside.framework.grade(claim.label)
    return Standing(beside.vocabulary, beside.framework, grade, beside.size) if grade else None


def _part(reading: Reading, claim: GradeClaim, other: GradeClaim) -> Evidence | None:
    for each in reading.around(claim.sentence):
        part = not each.whole or (each.area is not None and each.area.role == "strand" and each.area != claim.area)
        if part and gives(each) and each.label == claim.label and each.inspection.same_as(other.inspection):
            return as_given(each)
    return None


def _against_record(reading: Reading, claim: GradeClaim) -> Contradiction | None:
    outcome = _outcome(reading, claim) if claim.whole and claim.unit is None else None
    if outcome is None or outcome.standing is None:
        return None
    said = _said(claim, outcome.standing)
    if said is None or said.grade.rank == outcome.standing.grade.rank:
        return None
    part = _part_on_record(reading, claim, outcome)
    return Contradiction(claim, said, outcome.standing, on_record(outcome), Confidence.MEDIUM, part)


def _outcome(reading: Reading, claim: GradeClaim) -> Outcome | None:
    """The record a claim answers to: that of its date, or the latest one when it speaks of the present.

    Where several strands or frameworks share the date, a claim that fits any of them is not contradicted.
    """
    if claim.inspection.dated:
        found = records_of(reading, claim)
        if claim.area is not None:
            found = [each for each in found if each.area in (claim.area.name, claim.area.id)] or found
    elif (claim.current or claim.latest) and not claim.moving and claim.timing.early is None:
        found = whole_records(reading, claim.inspection)
        if any(each.standing and each.standing.grade.label == claim.label for each in found):
            return None  # an earlier grade put as the present one is another rule's matter
        found = found[:1]
    else:
        return None
    fits = any(each.standing and _same(claim, each.standing) for each in found)
    return None if fits or not found else found[0]


def _same(claim: GradeClaim, standing: Standing) -> bool:
    grade = standing.framework.grade(claim.label)
    return grade is not None and grade.rank == standing.grade.rank


def _part_on_record(reading: Reading, claim: GradeClaim, outcome: Outcome) -> Evidence | None:
    for each in reading.outcomes:
        same = each.subject == outcome.subject and each.record.inspected == outcome.record.inspected
        if same and not each.whole and each.standing is not None and _same(claim, each.standing):
            return on_record(each)
    return None
