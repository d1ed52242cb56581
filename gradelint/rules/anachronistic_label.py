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

from gradelint.model.anachronism import Anachronism, anachronisms
from gradelint.model.equation import denied_label
from gradelint.model.finding import Confidence, Evidence, Finding
from gradelint.model.reading import Reading
from gradelint.model.stating import found, name_of


def anachronistic_label(reading: Reading) -> Iterator[Finding]:
    """A label from another time; grades that cannot be compared with those of the inspection are GL208's."""
    for each in anachronisms(reading):
        if denied_label(each.claim) is None:
            yield _finding(reading, each)


def _finding(reading: Reading, each: Anachronism) -> Finding:
    claim, frameworks, others = each
    scale = ", ".join(grade.label for grade in frameworks[0].scales[0].grades)
    near = ", ".join(sorted({other.code for other in others})) or "no framework of this remit"
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
