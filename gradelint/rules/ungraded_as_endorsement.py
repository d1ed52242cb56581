"""GL305 ungraded-as-endorsement (warning): presents an ungraded visit as a clean bill of health

A focused or monitoring visit, a joint targeted area inspection, a short inspection of a school, a peer challenge or
the annual conversation looks at a part for a few days and ends in a letter. It settles nothing about the whole, and a
paper that says all is well because of it, or calls off scrutiny, claims more than anybody said.

Write instead: what was looked at, what the letter found good and what it asks for, and that no grade was given.

Not flagged: a visit called ungraded; what inspectors said of a part; strengths told beside what is to improve; a
claim that is denied, asked, hoped for or set right.

```flagged
authority: Harrowmere Borough Council
date: 2018-11-13

The focused visit in October gave the service [[a clean bill of health]].
```

```flagged
authority: Harrowmere Borough Council
date: 2018-11-13

The letter about Ofsted's monitoring visit is in. Inspectors have [[no concerns whatsoever]].
```

```clean
authority: Harrowmere Borough Council
date: 2018-11-13

The focused visit in October was not graded. Inspectors raised no concerns about the timeliness of visits, and
asked for closer supervision.
```

```clean
authority: Harrowmere Borough Council
date: 2018-11-13

We hope that the focused visit will give the service a clean bill of health.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.finding import Confidence, Evidence, Finding, Severity
from gradelint.model.reading import GradeClaim, Inspection, Reading, Remark
from gradelint.model.stating import found, who_grades
from gradelint.model.visit import Visit
from gradelint.model.weighing import remarks_of


def ungraded_as_endorsement(reading: Reading) -> Iterator[Finding]:
    """Words that all is well, on the strength of a visit without a grade."""
    for remark in remarks_of(reading, "endorsement"):
        if remark.visit is not None:
            yield _finding(reading, remark, remark.visit)


def _finding(reading: Reading, remark: Remark, visit: Visit) -> Finding:
    words = reading.document.quote(remark.span)
    name = visit.framework.name if visit.framework else reading.document.quote(visit.span)
    about = Inspection(remark.inspection.subject, visit.vocabulary, (visit.framework,) if visit.framework else ())
    claim = GradeClaim.of_words(remark, words)._replace(inspection=about)
    finding = found(
        reading,
        claim,
        remark.span,
        f"“{words}” rests on a visit that settles nothing about the whole: the {name} {visit.gives}",
        (Evidence(f"named here: it {visit.gives}", span=visit.span),),
        confidence=Confidence.HIGH if visit.sentence == remark.sentence else Confidence.MEDIUM,
        severity=Severity.WARNING,
        suggestion="say what was looked at, what was found and what is asked for, and that no grade was given",
        label="more than the visit said",
        voice=remark.voice,
    )
    return finding if finding.sources else finding._replace(sources=who_grades(reading))
