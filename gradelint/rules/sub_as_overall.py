"""GL301 sub-as-overall (error): passes one judgement area off as the overall grade

An inspection gives several judgements and one for the whole. A paper that says "we are good" on the
strength of leadership or adoption, while the overall grade is lower, misleads.

Write instead: the overall grade first, then the area by its name.

Not flagged: an area's grade named as that, beside the overall grade.

```flagged
authority: Harrowmere Borough Council
date: 2017-03-08

[[Ofsted has rated Harrowmere's children's services 'good']]. Leadership, management and governance
were graded 'good', while the overall effectiveness judgement was 'requires improvement'.
```

```clean
authority: Harrowmere Borough Council
date: 2017-03-08

Ofsted graded leadership, management and governance 'good'. The overall effectiveness judgement was
'requires improvement'.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.contradiction import Contradiction, contradictions
from gradelint.model.finding import Finding
from gradelint.model.reading import Reading
from gradelint.model.stating import found, name_of
from gradelint.model.weighing import worse


def sub_as_overall(reading: Reading) -> Iterator[Finding]:
    """A claim to a whole grade that only a part of the inspection has."""
    for each in contradictions(reading):
        if worse(each.held, each.said) and each.part is not None:
            yield _finding(reading, each)


def _finding(reading: Reading, each: Contradiction) -> Finding:
    name = name_of(each.claim.inspection, each.held)
    evidence = (each.evidence, each.part) if each.part else (each.evidence,)
    return found(
        reading,
        each.claim,
        each.claim.span,
        f"'{each.said.grade.label}' is the grade of one area; the overall grade is '{each.held.grade.label}'"
        + (f" ({name})" if name else ""),
        evidence,
        standing=each.held,
        confidence=each.confidence,
        suggestion=f"give the overall grade, '{each.held.grade.label}', and name the area with the other one",
        label="one area's grade",
    )
