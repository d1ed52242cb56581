"""GL204 wrong-scale (error): reads a grade on the scale of another body

'Adequate' from the police inspectorate ranks above 'requires improvement'; the same word from Ofsted was what
'requires improvement' replaced. A paper that says the one "is the same thing as" the other reads a grade on a
scale it does not belong to.

Write instead: the grade with its inspectorate, and its place on that inspectorate's own scale.

Not flagged: grades of two bodies told side by side, each as its own.

```flagged
authority: Harrowmere Borough Council
date: 2022-10-11

HMICFRS graded the force ‘adequate’ at responding to the public. As members know from Ofsted's reports on
children's services, [[that is the same thing as requires improvement]].
```

```clean
authority: Harrowmere Borough Council
date: 2022-10-11

HMICFRS graded the force ‘adequate’ at responding to the public. On the inspectorate's five-point scale that
lies above requires improvement.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gradelint.model.finding import Confidence, Finding
from gradelint.model.reading import GradeClaim, Reading
from gradelint.model.stating import as_given, found


def wrong_scale(reading: Reading) -> Iterator[Finding]:
    """A grade of one inspectorate put on one footing with a grade of another, in the sentence or the one before."""
    for first, second in pairwise(reading.claims):
        if second.equating and second.sentence - first.sentence <= 1 and _of_two_bodies(first, second):
            yield _finding(reading, first, second)


def _of_two_bodies(first: GradeClaim, second: GradeClaim) -> bool:
    mine = first.inspection.vocabulary
    other = _inspectorate(second)
    return (
        bool(mine and other and mine.inspectorate != other) and first.stance.put_forward and second.stance.put_forward
    )


def _inspectorate(claim: GradeClaim) -> str:
    """Whose grade a claim is put as: that of the inspectorate its sentence names, else of its vocabulary."""
    named = next(iter(sorted(claim.inspectorates)), "")
    return named or (claim.inspection.vocabulary.inspectorate if claim.inspection.vocabulary else "")


def _finding(reading: Reading, first: GradeClaim, second: GradeClaim) -> Finding:
    return found(
        reading,
        second,
        second.span,
        f"'{first.label}' from {_inspectorate(first)} is put on one footing with '{second.label}' from "
        f"{_inspectorate(second)}",
        (as_given(first),),
        standing=first.standing,
        confidence=Confidence.MEDIUM,
        suggestion="give the grade with its inspectorate and its place on that inspectorate's own scale",
        label="another body's scale",
    )
