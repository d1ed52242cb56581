"""GL307 self-assessment-as-grade (error): passes a self-evaluation, peer challenge or mock inspection off as a rating

A peer challenge lists strengths and things to think about; a self-evaluation says what a service believes
of itself. Neither gives a grade, and a paper that says one "rated us good" lends it the inspectorate's word.

Write instead: what the team's letter said, and that no grade was given.

Not flagged: a self-assessment called one, without a grade claimed for it; the inspectorate's own grade told
beside it.

```flagged
authority: Harrowmere Borough Council
date: 2018-09-25

A peer challenge team [[has rated our fostering service 'good']].
```

```clean
authority: Harrowmere Borough Council
date: 2018-09-25

The peer challenge did not produce a grade. The team's letter lists strengths and areas to consider.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.finding import Confidence, Evidence, Finding
from gradelint.model.reading import GradeClaim, Reading
from gradelint.model.standing import Form
from gradelint.model.stating import found, who_grades


def self_assessment_as_grade(reading: Reading) -> Iterator[Finding]:
    """A grade put forward on the word of a peer or of the body itself."""
    for claim in reading.claims:
        if claim.own and claim.stance.put_forward and claim.form is not Form.DESCRIBED and not claim.holding:
            yield _finding(reading, claim)


def _finding(reading: Reading, claim: GradeClaim) -> Finding:
    finding = found(
        reading,
        claim,
        claim.span,
        f"a grade, “{claim.label}”, rests on a peer's or the body's own assessment, which gives none",
        (Evidence("not an inspection: no inspectorate gave this grade"),),
        confidence=Confidence.HIGH if claim.quoted or claim.form is Form.CELL else Confidence.MEDIUM,
        suggestion="say what the team or the self-evaluation said, and that no grade was given",
        label="nobody's grade",
    )
    return finding._replace(sources=who_grades(reading))
