"""An equation: two grades that a paper puts on one footing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gradelint.model.document import Span
from gradelint.model.reading import GradeClaim, Inspection, Reading
from gradelint.model.standing import Stance
from gradelint.model.vocabulary import Basis, Equivalence, Vocabulary


class Equation(NamedTuple):
    """Words at `span` that call the grade `one` the same as the grade `other`.

    `claim` is the claim that the first of them makes, where it was read as one. `remits` are the ids of the
    vocabularies that have both; `body` is the inspectorate named beside the second, empty where none is.
    """

    span: Span
    sentence: int
    one: str
    other: str
    stance: Stance
    voice: str
    inspection: Inspection
    claim: GradeClaim | None
    remits: tuple[str, ...]
    body: str = ""


def denial(reading: Reading, equation: Equation) -> tuple[Vocabulary, Equivalence] | None:
    """Where an inspectorate says that the two grades cannot be compared, and in which vocabulary."""
    return next(_denials(reading, equation), None) if equation.stance.put_forward else None


def _denials(reading: Reading, equation: Equation) -> Iterator[tuple[Vocabulary, Equivalence]]:
    for vocabulary in (reading.vocabularies[remit] for remit in equation.remits):
        for each in vocabulary.equivalences:
            if each.basis is Basis.DENIED and _parts(vocabulary, each, equation):
                yield vocabulary, each


def _parts(vocabulary: Vocabulary, denied: Equivalence, equation: Equation) -> bool:
    """Whether the grades are of the two frameworks, either way round, and of no more than one of them each."""
    mine, theirs = vocabulary.framework(denied.framework), vocabulary.framework(denied.to_framework)
    if mine is None or theirs is None:
        return False
    has = [(bool(each.grade(equation.one)), bool(each.grade(equation.other))) for each in (mine, theirs)]
    return has in ([(True, False), (False, True)], [(False, True), (True, False)])


def denied_label(claim: GradeClaim) -> tuple[Vocabulary, Equivalence] | None:
    """Where the grades of the inspection named cannot be compared with the one the claim gives for it."""
    inspection = claim.inspection
    vocabulary = inspection.vocabulary
    if vocabulary is None or not inspection.named:
        return None
    named = {framework.id for framework in inspection.frameworks}
    for each in vocabulary.equivalences:
        ends = {each.framework, each.to_framework}
        others = [end for end in ends - named if (there := vocabulary.framework(end)) and there.grade(claim.label)]
        if each.basis is Basis.DENIED and ends & named and others:
            return vocabulary, each
    return None
