"""GL304 ungraded-as-graded (error): claims a grade for a visit or inspection that gives none

Focused visits, monitoring visits, unannounced contact, referral and assessment inspections, joint
targeted area inspections and area SEND inspections end in a letter or an outcome, not in a grade.

Write instead: what the letter said, and that the visit was not graded.

Not flagged: a visit called ungraded; the grade of the last graded inspection given beside it.

```flagged
authority: Harrowmere Borough Council
date: 2018-11-13

Ofsted carried out a focused visit in October 2018 and [[rated our front door 'good']].
```

```clean
authority: Harrowmere Borough Council
date: 2018-11-13

Ofsted carried out a focused visit in October 2018. Focused visits are not graded; the letter is at
Appendix B.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.finding import Confidence, Evidence, Finding
from gradelint.model.reading import GradeClaim, Inspection, Reading
from gradelint.model.standing import Form
from gradelint.model.stating import found
from gradelint.model.vocabulary import Framework, Kind


def ungraded_as_graded(reading: Reading) -> Iterator[Finding]:
    """A grade put forward for an inspection all of whose possible frameworks give none."""
    for claim in reading.claims:
        framework = _ungraded(claim.inspection)
        if framework is None or claim.standing is not None or not claim.stance.put_forward or claim.holding:
            continue
        if (claim.form is Form.DESCRIBED or claim.several) and not claim.inspection.named:
            continue
        yield _finding(reading, claim, framework)
    for praise in reading.praise:
        framework = _ungraded(praise.inspection)
        if praise.about == "grade" and framework is not None and praise.stance.put_forward:
            claim = GradeClaim.of_words(praise, reading.document.quote(praise.span))
            yield _finding(reading, claim, framework)


def _ungraded(inspection: Inspection) -> Framework | None:
    """The framework meant, when none of the candidates gives grades."""
    if not inspection.frameworks or any(each.kind is Kind.GRADED for each in inspection.frameworks):
        return None
    return inspection.frameworks[0]


def _finding(reading: Reading, claim: GradeClaim, framework: Framework) -> Finding:
    vocabulary = claim.inspection.vocabulary
    gives = "ends in an outcome, not a grade" if framework.kind is Kind.OUTCOMES else "is not graded"
    finding = found(
        reading,
        claim,
        claim.span,
        f"a grade, “{claim.label}”, is claimed for an inspection that has none: the {framework.name} {gives}",
        (Evidence(f"{framework.code} {gives}"),),
        confidence=Confidence.HIGH if claim.inspection.named else Confidence.MEDIUM,
        suggestion="say what the letter or outcome was, and that no grade was given",
        label="no grade is given",
    )
    return finding._replace(sources=vocabulary.cite(framework.sources)[:3] if vocabulary else ())
