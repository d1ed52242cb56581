"""GL201 label-upgrade (error): reports a higher grade than the one given

The paper says 'good' where the inspection said 'adequate', in a summary, a heading, or by a "good
school" slipped in as a conclusion. The grade it is held against stands in the same paper (text or
table) or in the register.

Write instead: the grade as it was given.

Not flagged: the same words where the grade really was the higher one; a higher grade of a later
inspection; an aim.

```flagged
authority: Harrowmere Borough Council
date: 2012-11-20

Summary. This paper welcomes [[the good outcome]] of the child protection inspection.

3.1 Ofsted judged the overall effectiveness of the arrangements to be adequate.
```

```clean
authority: Harrowmere Borough Council
date: 2012-11-20

Summary. This paper welcomes the good outcome of the child protection inspection.

3.1 Ofsted judged the overall effectiveness of the arrangements to be good.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.contradiction import Contradiction, contradictions
from gradelint.model.finding import Finding
from gradelint.model.reading import Reading
from gradelint.model.stating import found, name_of
from gradelint.model.weighing import worse


def label_upgrade(reading: Reading) -> Iterator[Finding]:
    """A claim to a whole grade higher than the one held, where no part of the inspection has that grade."""
    for each in contradictions(reading):
        if worse(each.held, each.said) and each.part is None:
            yield _finding(reading, each)


def _finding(reading: Reading, each: Contradiction) -> Finding:
    name = name_of(each.claim.inspection, each.held)
    return found(
        reading,
        each.claim,
        each.claim.span,
        f"'{each.said.grade.label}' is a higher grade than the one given: '{each.held.grade.label}'"
        + (f" ({name})" if name else ""),
        (each.evidence,),
        standing=each.held,
        confidence=each.confidence,
        suggestion=f"report the grade as it was given: '{each.held.grade.label}'",
        label=f"{each.said.place}",
    )
