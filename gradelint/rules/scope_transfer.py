"""GL303 scope-transfer (error): gives the council another body's or unit's grade

A grade belongs to the body that was inspected. A safeguarding board's grade says nothing of the council's services, an
adoption agency's nothing of safeguarding, one home's nothing of the other four, and a new council begins without the
grade of the one it replaced.

Write instead: whose grade it is, and that the other body has its own, or none.

Not flagged: each body's grade told as its own; a grade that both bodies were given; a transfer that is denied.

```flagged
authority: Harrowmere Borough Council
date: 2016-03-15

Ofsted judged the Local Safeguarding Children Board 'good', which shows that the Council's own services for children
[[are good]].
```

```flagged
authority: Harrowmere Borough Council
date: 2021-10-05

The new council [[inherits the good rating of the former]] county council.
```

```flagged
authority: Harrowmere Borough Council
date: 2019-06-03

Beech House was rated Outstanding by Ofsted in May 2019. That [[makes all six of our homes outstanding]].
```

```clean
authority: Harrowmere Borough Council
date: 2016-03-15

The Local Safeguarding Children Board was judged good by Ofsted. The Council's own services require improvement.
```

```clean
authority: Harrowmere Borough Council
date: 2021-10-05

The new council does not inherit the good rating of the former county council; it has no grade yet.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.finding import Finding
from gradelint.model.reading import Reading
from gradelint.model.stating import found, who_grades
from gradelint.model.transferring import Transfer, transfers


def scope_transfer(reading: Reading) -> Iterator[Finding]:
    """A grade drawn from another body's, or taken over from it."""
    for each in transfers(reading):
        yield _finding(reading, each)


def _finding(reading: Reading, each: Transfer) -> Finding:
    whose = f"“{reading.document.quote(each.unit)}”" if each.unit else "another body"
    finding = found(
        reading,
        each.claim,
        each.span,
        f"the grade of {whose} is given as that of a body which it says nothing about",
        (each.evidence,),
        confidence=each.sure,
        suggestion="say whose grade it is, and what the other body's is, if it has one",
        label="another body's grade",
    )
    return finding if finding.sources else finding._replace(sources=who_grades(reading))
