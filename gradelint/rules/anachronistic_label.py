"""GL203 anachronistic-label (error): uses a grade that the framework did not have at that inspection date

'Requires improvement' was not a grade of 2010, 'adequate' is none of 2022. A label from another time
hides what the inspection said. Labels that were only consulted on and never came in count as well.

Write instead: the label of the day, with its present-day reading in brackets.

Not flagged: a label that was live at the inspection date; a present-day reading given as one; frameworks
that overlap.

```flagged
authority: Harrowmere Borough Council
date: 2022-03-01

Ofsted's ILACS inspection of January 2022 [[found help and protection to be 'adequate']].
```

```clean
authority: Harrowmere Borough Council
date: 2014-09-10

Ofsted's child protection inspection of August 2012 graded the Council 'adequate'; the grade would now
read 'requires improvement'.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.finding import Confidence, Evidence, Finding
from gradelint.model.reading import GradeClaim, Reading
from gradelint.model.standing import Form, Stance
from gradelint.model.stating import found, name_of
from gradelint.model.vocabulary import Framework, Vocabulary

_IDLE = (Stance.NEGATED, Stance.QUESTION, Stance.REBUTTED, Stance.DEFINITION, Stance.HYPOTHETICAL)


def anachronistic_label(reading: Reading) -> Iterator[Finding]:
    """A label that no framework of the inspection's time had, though others before or after did."""
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
            yield _finding(reading, claim, frameworks, others)


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


def _finding(
    reading: Reading, claim: GradeClaim, frameworks: tuple[Framework, ...], others: list[Framework]
) -> Finding:
    scale = ", ".join(grade.label for grade in frameworks[0].scales[0].grades)
    near = ", ".join(sorted({each.code for each in others})) or "no framework of this remit"
    return found(
        reading,
        claim,
        claim.span,
        f"'{claim.label}' was not a grade of {name_of(claim.inspection)}; the grades were: {scale}",
        (
            Evidence(f"{frameworks[0].code}: {frameworks[0].name}; grades {scale}"),
            Evidence(f"'{claim.label}' belongs to {near}"),
        ),
        confidence=Confidence.HIGH if claim.inspection.named or claim.quoted else Confidence.MEDIUM,
        suggestion="give the grade in the words of the day, with its present-day reading in brackets",
        label="not a grade at that date",
    )
