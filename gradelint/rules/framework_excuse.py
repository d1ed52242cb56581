"""GL105 framework-excuse (warning): states as fact that a fall is only the tougher regime

A new framework may ask for more, and inspectorates say that grades under two frameworks cannot be set side
by side. That cuts both ways: nobody can know that a service "has not changed" and that "only the bar was
raised". A paper that says so turns the inspectors' finding into an accident of method.

Write instead: both grades with their frameworks, that they are not comparable, and what the inspectors found.

Not flagged: a paper that names the framework as one cause among others, says that grades under two frameworks
cannot be compared, or reports the excuse and sets it right.

```flagged
authority: Harrowmere Borough Council
date: 2013-11-12

The change from good to inadequate [[is purely a consequence of Ofsted's tougher regime]].
```

```flagged
authority: Harrowmere Borough Council
date: 2014-10-07

Ofsted graded children's services 'requires improvement' this summer. Nothing in the service is different:
[[the rules have changed, and that is all]].
```

```clean
authority: Harrowmere Borough Council
date: 2013-11-12

Ofsted's grade went from good to inadequate. The new framework asks for more, and part of the change may come
from that; the inspectors also found that children were not seen soon enough.
```

```clean
authority: Harrowmere Borough Council
date: 2013-11-12

Services were graded inadequate. It would be wrong to say that this is only the result of a tougher framework.
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

_FACT = Evidence("grades under two frameworks are not comparable, so neither is the reason for a difference known")


def framework_excuse(reading: Reading) -> Iterator[Finding]:
    """A weak or lower grade put down to the rules of inspection alone."""
    for remark in remarks_of(reading, "framework-excuse"):
        answer = answered(reading, remark)
        if answer is not None:
            yield _finding(reading, remark, *answer)
        elif remark.among_them and remark.stance is not Stance.REPORTED:
            yield _finding(reading, remark, GradeClaim.of_words(remark, ""), ())


def _finding(reading: Reading, remark: Remark, claim: GradeClaim, because: tuple[Evidence, ...]) -> Finding:
    grade = grade_in_words(claim) if claim.standing else "a grade"
    return found(
        reading,
        claim,
        remark.span,
        f"{grade} is put down to the rules of inspection alone, which nothing here bears out",
        (*because, _FACT),
        confidence=sureness(reading, remark, claim),
        severity=Severity.WARNING,
        suggestion="give what the inspectors found, and say that grades under two frameworks are not comparable",
        label="the framework as the only cause",
        voice=remark.voice,
    )
