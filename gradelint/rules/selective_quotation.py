"""GL302 selective-quotation (warning): gives the best phrase or area of an inspection and withholds its overall grade

Inspectors find something to commend in nearly every service, and some area of a weak one is often graded higher than
the whole. A paper that passes on their kind words, or that one area, and leaves the overall grade to a footnote, an
annex or the report itself, lets its readers think that the words sum the report up.

Write instead: the overall grade first, then the words or the area.

Not flagged: inspectors' words beside the overall grade; words from an inspection that ended well, or that was not
graded; praise of others than the body the paper is about.

```flagged
authority: Harrowmere Borough Council
date: 2015-09-29
register: SIF, overall, 2015-08, inadequate

[[The inspection report speaks of dedicated]] staff and of children who feel listened to.
```

```flagged
authority: Harrowmere Borough Council
date: 2019-07-10
register: ILACS, overall, 2019-05, requires improvement to be good

Social workers wanted. [[Our services for children in care and care leavers were rated good]] by Ofsted in May 2019.
```

```flagged
authority: Harrowmere Borough Council
date: 2016-09-13

[[Ofsted recognised]] our "stable and visible leadership".[^1]

[^1]: Overall effectiveness was judged inadequate.
```

```clean
authority: Harrowmere Borough Council
date: 2015-09-29
register: SIF, overall, 2015-08, inadequate

The inspection report speaks of dedicated staff. It also judges services to be inadequate overall.
```

```clean
authority: Harrowmere Borough Council
date: 2019-07-10
register: ILACS, overall, 2019-05, good

Ofsted recognised our "stable and visible leadership".
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.finding import Confidence, Finding, Severity
from gradelint.model.reading import GradeClaim, Reading, Remark
from gradelint.model.stating import found, name_of
from gradelint.model.withholding import Withheld, untold


def selective_quotation(reading: Reading) -> Iterator[Finding]:
    """Praise of a part, or one area's better grade, without the weak grade of the whole."""
    for said, held in untold(reading):
        yield _finding(reading, said, held)


def _finding(reading: Reading, said: Remark | GradeClaim, held: Withheld) -> Finding:
    label = held.standing.grade.label
    if isinstance(said, Remark):
        claim = GradeClaim.of_words(said, label)
        what = "inspectors' kind words are"
    else:
        claim, what = said, f"the grade of one area, '{said.label}', is"
    name = name_of(said.inspection, held.standing)
    where = "only in a note or an annex" if held.buried else "nowhere in the paper"
    return found(
        reading,
        claim,
        said.span,
        f"{what} given, and its overall grade, '{label}'{f' ({name})' if name else ''}, {where}",
        (held.evidence,),
        standing=held.standing,
        confidence=Confidence.HIGH if said.inspection.dated and not held.buried else Confidence.MEDIUM,
        severity=Severity.WARNING,
        suggestion=f"give the overall grade, '{label}', beside it",
        label=f"the whole: {held.standing.place}",
        voice=said.voice,
    )
