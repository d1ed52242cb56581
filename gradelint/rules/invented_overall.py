"""GL306 invented-overall (error): gives an overall grade where none exists

Inspections of local authority children's services from 27 April 2026 have four judgements and no
overall grade; state schools lost theirs in September 2024. The date of the INSPECTION decides.

Write instead: each judgement by its name.

Not flagged: an overall grade from an inspection before the change, however late its report; a grade of a
named area.

```flagged
authority: Harrowmere Borough Council
date: 2026-09-15

Ofsted [[rated Harrowmere's children's services good overall]] after its inspection in June 2026.
```

```clean
authority: Harrowmere Borough Council
date: 2026-09-15

Ofsted inspected Harrowmere's children's services in June 2026 and graded the experiences of children in
care good. There is no overall grade.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.finding import Confidence, Evidence, Finding
from gradelint.model.reading import GradeClaim, Reading
from gradelint.model.standing import Form
from gradelint.model.stating import found, name_of
from gradelint.model.vocabulary import Basis, Framework, Vocabulary


def invented_overall(reading: Reading) -> Iterator[Finding]:
    """A whole grade put forward for an inspection under a framework whose overall grade was removed."""
    for claim in reading.claims:
        inspection = claim.inspection
        if (
            inspection.vocabulary is None
            or not claim.stance.put_forward
            or not claim.whole
            or claim.several
            or claim.topic
        ):
            continue
        placed = inspection.dated or (claim.overall and inspection.period is not None)
        if not placed and not ((inspection.named or claim.overall) and len(inspection.frameworks) == 1):
            continue
        if not claim.overall and claim.form is Form.DESCRIBED:
            continue
        graded = [each for each in inspection.frameworks if each.graded and (claim.overall or each.grade(claim.label))]
        gone = graded and all(_without(inspection.vocabulary, each, claim.overall) for each in graded)
        if gone and (claim.overall or not _among_areas(reading, claim)):
            yield _finding(reading, claim, inspection.vocabulary, graded[0])


def _among_areas(reading: Reading, claim: GradeClaim) -> bool:
    """Whether its sentence goes through the judgement areas, so that a grade without one is of an area too."""
    return any(other.sentence == claim.sentence and not other.whole for other in reading.around(claim.sentence))


def _without(vocabulary: Vocabulary, framework: Framework, told_as_overall: bool) -> bool:
    """Whether the framework has no grade for the whole: told to be overall, that is enough; else it was removed."""
    if told_as_overall:
        return not framework.overall and not any(area.role == "strand" for area in framework.areas)
    return not framework.overall and any(
        each.to_framework == framework.id and each.basis is Basis.REMOVED for each in vocabulary.equivalences
    )


def _finding(reading: Reading, claim: GradeClaim, vocabulary: Vocabulary, framework: Framework) -> Finding:
    areas = "; ".join(area.name for area in framework.areas)
    finding = found(
        reading,
        claim,
        claim.span,
        f"an overall grade, '{claim.label}', is given for {name_of(claim.inspection, claim.standing)}, which has none",
        (Evidence(f"{framework.code} has no overall grade; its judgements are: {areas}"),),
        confidence=Confidence.HIGH if claim.overall else Confidence.MEDIUM,
        suggestion="give each judgement by its name; none may be worked out for the whole",
        label="no overall grade exists",
    )
    return finding._replace(sources=vocabulary.cite(framework.sources)[:3])
