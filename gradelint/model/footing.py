"""Where a paper puts a grade on the scale of another body, or of another remit of the same one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from gradelint.model.finding import Evidence
from gradelint.model.reading import GradeClaim, Reading
from gradelint.model.standing import Form, Standing
from gradelint.model.stating import as_given


class Footing(NamedTuple):
    """A claim that reads a grade on a scale it does not belong to: `told` says how, `because` what it contradicts."""

    claim: GradeClaim
    told: str
    because: tuple[Evidence, ...]
    standing: Standing | None = None


def footings(reading: Reading) -> Iterator[Footing]:
    """Grades equated across bodies or remits, grades that only another body gives, opinions leant on a grade."""
    for first, second in pairwise(reading.claims):
        beside = second.equating and second.sentence - first.sentence <= 1 and _told(first) and _told(second)
        if beside and (_of_two_bodies(first, second) or _of_two_remits(reading, first, second)):
            yield Footing(second, _equated(first, second), (as_given(first),), first.standing)
    for claim in reading.claims:
        owners = _owners(reading, claim) if _astray(claim) else ()
        if owners:
            (body,) = claim.inspectorates
            note = f"'{claim.label}' is a grade of {', '.join(owners)}, and of no scale of {body}"
            yield Footing(claim, f"'{claim.label}' is given as a grade of {body}", (Evidence(note),))
    for claim in reading.opinions:
        body = inspectorate_of(claim)
        told = f"an opinion ('{claim.label}') is put as bearing on a grade from {body}"
        yield Footing(claim, told, (Evidence("an opinion given by an auditor stands on no inspectorate's scale"),))


def inspectorate_of(claim: GradeClaim) -> str:
    """Whose grade a claim is put as: that of the inspectorate its sentence names, else of its vocabulary."""
    named = next(iter(sorted(claim.inspectorates)), "")
    return named or (claim.inspection.vocabulary.inspectorate if claim.inspection.vocabulary else "")


def _told(claim: GradeClaim) -> bool:
    return claim.stance.put_forward


def _equated(first: GradeClaim, second: GradeClaim) -> str:
    return (
        f"'{first.label}' from {inspectorate_of(first)} is put on one footing with '{second.label}' from "
        f"{inspectorate_of(second)}"
    )


def _of_two_bodies(first: GradeClaim, second: GradeClaim) -> bool:
    mine, other = first.inspection.vocabulary, inspectorate_of(second)
    return bool(mine and other and mine.inspectorate != other)


def _of_two_remits(reading: Reading, first: GradeClaim, second: GradeClaim) -> bool:
    """One inspectorate's grades of two remits: wrong where the second lies elsewhere on every scale that has it."""
    mine = first.inspection.vocabulary
    if mine is None or first.standing is None or first.sentence != second.sentence or second.standing is not None:
        return False
    body = first.standing.framework.body
    if any(each.body == body and each.grade(second.label) for each in mine.frameworks):
        return False  # the two are of one remit at two times, which is another matter
    there = list(_standings(reading, second.label, mine.inspectorate))
    place = first.standing.position
    return bool(there) and all(abs(each.position - place) > 0.05 for each in there)


def _standings(reading: Reading, label: str, inspectorate: str) -> Iterator[Standing]:
    for vocabulary in reading.vocabularies.values():
        for framework in vocabulary.frameworks if vocabulary.inspectorate == inspectorate else ():
            grade = framework.grade(label)
            if grade is not None:
                yield Standing(vocabulary, framework, grade, framework.scale_of(grade).size)


def _astray(claim: GradeClaim) -> bool:
    """Whether a word is put as the one named inspectorate's grade without being one in the framework meant."""
    given = claim.form is not Form.DESCRIBED and claim.graded and claim.stance.put_forward
    return given and claim.standing is None and len(claim.inspectorates) == 1 and not (claim.equating or claim.glossing)


def _owners(reading: Reading, claim: GradeClaim) -> tuple[str, ...]:
    """The inspectorates that have the label, when the one named has it in no remit."""
    having = {
        each.inspectorate
        for each in reading.vocabularies.values()
        if any(framework.grade(claim.label) for framework in each.frameworks)
    }
    return tuple(sorted(having)) if having and not having & claim.inspectorates else ()
