"""GL202 label-downgrade (error): reports a lower grade than the one given

Critics misstate too: 'inadequate' for a grade that was 'adequate', "failed" or "the lowest grade" for
the third of four, "in special measures" for a council that requires improvement.

Write instead: the grade as it was given, and what it meant.

Not flagged: blame of the lowest grade; the lower grade of another inspection or another body.

```flagged
authority: Harrowmere Borough Council
date: 2012-11-20

Ofsted [[failed]] our child protection service in July 2012, grading it adequate.
```

```clean
authority: Harrowmere Borough Council
date: 2012-11-20

Ofsted judged our child protection arrangements adequate in July 2012. The previous inspection, in
2010, found safeguarding to be inadequate.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.contradiction import contradictions, misreported
from gradelint.model.finding import Confidence, Finding
from gradelint.model.reading import GradeClaim, Praise, Reading
from gradelint.model.stating import as_given, found, name_of, on_record
from gradelint.model.weighing import held, records_of, worse

_LOWEST = 4


def label_downgrade(reading: Reading) -> Iterator[Finding]:
    """A claim to a lower grade than the one held, by its name or by words for the lowest."""
    for each in contradictions(reading):
        if worse(each.said, each.held):
            yield misreported(reading, each, "lower")
    for praise in reading.praise:
        if praise.standing == _LOWEST and praise.stance.put_forward:
            claim = held(reading, praise.near) or _recorded(reading, praise)
            if claim is not None and claim.standing is not None and claim.standing.grade.rank < claim.standing.size:
                yield _blame(reading, praise, claim)


def _recorded(reading: Reading, praise: Praise) -> GradeClaim | None:
    """The grade on record for the inspection that words of blame date."""
    records = records_of(reading, praise)
    return GradeClaim.of_record(praise, records[0]) if records and praise.about in ("verdict", "grade") else None


def _blame(reading: Reading, praise: Praise, claim: GradeClaim) -> Finding:
    assert claim.standing is not None
    words = reading.document.quote(praise.span)
    return found(
        reading,
        claim,
        praise.span,
        f"“{words}” says less than the grade given: '{claim.label}' is {claim.standing.place}"
        + (f" ({name})" if (name := name_of(claim.inspection, claim.standing)) else ""),
        tuple(map(on_record, records_of(reading, claim)[:2])) or (as_given(claim),),
        confidence=Confidence.HIGH if praise.about == "verdict" else Confidence.MEDIUM,
        suggestion=f"say what the grade was: '{claim.label}'",
        label="reads as the lowest grade",
        voice=praise.voice,
    )
