"""A grade given for an inspection whose scale did not have it, though other scales of its remit did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gradelint.model.reading import GradeClaim, Reading
from gradelint.model.standing import Form, Stance
from gradelint.model.vocabulary import Framework, Vocabulary

_IDLE = (Stance.NEGATED, Stance.QUESTION, Stance.REBUTTED, Stance.DEFINITION, Stance.HYPOTHETICAL)


class Anachronism(NamedTuple):
    """`frameworks` are those that the inspection may have been under, `others` those that have the claim's label."""

    claim: GradeClaim
    frameworks: tuple[Framework, ...]
    others: tuple[Framework, ...]


def anachronisms(reading: Reading) -> Iterator[Anachronism]:
    """Every label that no framework of its inspection's time had, though others before or after did."""
    for claim in reading.claims:
        if claim.form is Form.DESCRIBED or claim.stance in _IDLE or claim.glossing or claim.equating:
            continue
        inspection = claim.inspection
        frameworks = tuple(each for each in inspection.frameworks if each.graded)
        if inspection.vocabulary is None or not frameworks or claim.standing is not None:
            continue
        if not (inspection.dated or inspection.named) or len(frameworks) != len(inspection.frameworks):
            continue
        if _live(claim):
            continue
        if (
            inspection.dated
            and inspection.period
            and not any(each.inspected.overlaps(inspection.period) for each in frameworks)
        ):
            continue  # the framework or the date is wrong, not the label
        others = _others(inspection.vocabulary, claim.label)
        if others or (claim.inspectorates and _on_no_scale(reading, claim.label)):
            yield Anachronism(claim, frameworks, tuple(others))


def _on_no_scale(reading: Reading, label: str) -> bool:
    """Whether the word is no grade anywhere ("rated ineffective"): then it cannot be a mix-up of remits."""
    return not any(each.grade(label) for vocabulary in reading.vocabularies.values() for each in vocabulary.frameworks)


def _live(claim: GradeClaim) -> bool:
    """Whether another framework of the time had the label: where none is named, that one may be meant."""
    inspection = claim.inspection
    if inspection.named or inspection.period is None or inspection.vocabulary is None:
        return False
    return any(each.grade(claim.label) for each in inspection.vocabulary.in_force(inspection.period))


def _others(vocabulary: Vocabulary, label: str) -> list[Framework]:
    return [each for each in vocabulary.frameworks if each.grade(label) or label in each.drafts]
