"""GL104 comparison-claim (warning): ranks an authority against others with nothing to support it

A grade places a service on a scale, not in a league. "Among the top-performing authorities in the country" is a
second claim on top of the grade, and needs its own figures. Where the grade is a weak one it is also untrue on
its face.

Write instead: the grade; and if a comparison matters, how many bodies had which grade on which day, with the
source.

Not flagged: a rank with its figures or source; praise without a rank; a comparison with oneself.

```flagged
authority: Harrowmere Borough Council
date: 2017-06-27

Our requires improvement rating from Ofsted [[places Harrowmere among the top-performing authorities]] in the
country.
```

```flagged
authority: Harrowmere Borough Council
date: 2020-03-02

Ofsted graded our children's services good. [[Nobody in the North does it better]].
```

```clean
authority: Harrowmere Borough Council
date: 2020-03-02

Ofsted graded our children's services good. We will share what we have learned with other councils.
```

```clean
authority: Harrowmere Borough Council
date: 2020-03-02

Ofsted graded our children's services good. At 31 August 2019, according to Ofsted's published data, 52 of 152
authorities were good or better, so Harrowmere is among the top half of authorities.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.answering import answered, grade_in_words, sureness
from gradelint.model.finding import Evidence, Finding, Severity
from gradelint.model.reading import GradeClaim, Reading, Remark
from gradelint.model.standing import Stance
from gradelint.model.stating import found
from gradelint.model.weighing import remarks_of

_FACT = Evidence("a grade places a service on a scale and ranks nobody")


def comparison_claim(reading: Reading) -> Iterator[Finding]:
    """A rank among others that rests on a grade, or on the word of an inspectorate."""
    for remark in remarks_of(reading, "comparison-claim"):
        answer = answered(reading, remark)
        if answer is not None:
            yield _finding(reading, remark, *answer)
        elif remark.among_them and remark.stance is not Stance.REPORTED:
            yield _finding(reading, remark, GradeClaim.of_words(remark, ""), ())


def _finding(reading: Reading, remark: Remark, claim: GradeClaim, because: tuple[Evidence, ...]) -> Finding:
    grade = grade_in_words(claim) if claim.standing else "an inspection"
    return found(
        reading,
        claim,
        remark.span,
        f"{grade} is given as a rank among others, and nothing here bears it out",
        (*because, _FACT),
        confidence=sureness(reading, remark, claim),
        severity=Severity.WARNING,
        suggestion="give the grade; if others are compared, say how many had which grade on which day",
        label="a rank without figures",
        voice=remark.voice,
    )
