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

from gradelint.model.contradiction import contradictions, misreported
from gradelint.model.finding import Finding
from gradelint.model.reading import Reading
from gradelint.model.weighing import worse


def label_upgrade(reading: Reading) -> Iterator[Finding]:
    """A claim to a whole grade higher than the one held, where no part of the inspection has that grade."""
    for each in contradictions(reading):
        if worse(each.held, each.said) and each.part is None:
            yield misreported(reading, each, "higher")
