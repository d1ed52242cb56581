"""GL204 wrong-scale (error): uses another body's scale, or reads a number code the wrong way up

Some frameworks numbered their best grade 1 and others numbered it 4: a 3 was good in an annual performance
assessment and only satisfactory for a school. A paper that calls the number by another grade's name, or puts it one
step from the wrong end, reads it the wrong way up. And 'adequate' from the police inspectorate ranks above 'requires
improvement', while the same word from Ofsted was what 'requires improvement' replaced: a grade counts on its own
scale only, and an auditor's opinion on no inspectorate's.

Write instead: the grade in words with its inspectorate, and its place on that inspectorate's own scale.

Not flagged: a number with the label it stands for; a key that has the scale right; grades of two bodies told side
by side, each as its own.

```flagged
authority: Harrowmere Borough Council
date: 2011-05-24

The pupil referral unit was inspected by Ofsted in March 2011 and awarded [[a grade 3, in other words good]].
```

```flagged
authority: Harrowmere Borough Council
date: 2010-11-16

Ofsted scored the overall effectiveness of safeguarding 3 in its inspection of October 2010, [[one step short of the
top mark]].
```

```flagged
authority: Harrowmere Borough Council
date: 2022-10-11

HMICFRS graded the force ‘adequate’ at responding to the public. As members know from Ofsted's reports on
children's services, [[that is the same thing as requires improvement]].
```

```clean
authority: Harrowmere Borough Council
date: 2007-12-04

The 2007 annual performance assessment gave us a grade 3 (good) overall and a grade 2 (adequate) for staying safe.
In this scale 4 is the highest grade; school inspection grades run the other way.
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

from gradelint.model.finding import Confidence, Evidence, Finding
from gradelint.model.footing import Footing, footings
from gradelint.model.meaning import Meaning
from gradelint.model.reading import Reading
from gradelint.model.stating import found, name_of


def wrong_scale(reading: Reading) -> Iterator[Finding]:
    """Numbers read as another grade than they stand for, and grades read on another body's scale."""
    for meaning in reading.meanings:
        numbered = meaning.claim.code is not None and meaning.place is not None
        if meaning.apart and numbered and meaning.claim.stance.put_forward:
            yield _misread(reading, meaning)
    for footing in footings(reading):
        if footing.claim.stance.put_forward:
            yield _footed(reading, footing)


def _misread(reading: Reading, each: Meaning) -> Finding:
    claim, standing = each.claim, each.claim.standing
    assert standing is not None
    best = next((grade.code for grade in standing.framework.scale_of(standing.grade).grades if grade.rank == 1), None)
    code = f"{standing.framework.code}: {claim.code} is '{standing.grade.label}', {standing.place}; {best} was the best"
    words = " ".join(reading.document.quote(each.span).split())
    settled = claim.inspection.named or claim.inspection.period is not None
    return found(
        reading,
        claim,
        each.span,
        f"“{words}” is inconsistent with what a {claim.code} was"
        f" ({name_of(claim.inspection, standing)}): '{standing.grade.label}', {standing.place}",
        (Evidence(code),),
        confidence=Confidence.HIGH if settled else Confidence.MEDIUM,
        suggestion=f"give the grade in words: '{standing.grade.label}'",
        label=f"{claim.code} was '{standing.grade.label}'",
    )


def _footed(reading: Reading, each: Footing) -> Finding:
    return found(
        reading,
        each.claim,
        each.claim.span,
        each.told,
        each.because,
        standing=each.standing,
        confidence=Confidence.MEDIUM,
        suggestion="give the grade with its inspectorate and its place on that inspectorate's own scale",
        label="another body's scale",
    )
