"""GL401 stale-as-current (warning): states an old grade in the present tense

A grade says what inspectors found on their days there. Every remit is inspected again within a few years,
so a grade older than the longest of these intervals describes another time; where its label is retired as
well, it is old sooner. "Is rated outstanding", of an inspection of fourteen years ago, tells a parent or a
councillor something that nobody has looked at since.

Write instead: "was graded ... in ...", and that it has not been inspected since.

Not flagged: an old grade told as history; one whose age the paper speaks of; a recent one. Where a later and
worse grade is known, that is the graver matter (GL402).

```flagged
authority: Harrowmere Borough Council
date: 2023-04-18

Tarn Lane Primary [[is rated outstanding by Ofsted]] (June 2009).
```

```flagged
authority: Harrowmere Borough Council
date: 2026-09-25

Our care home [[is rated Good]] by the Care Quality Commission. (Latest report: March 2017.)
```

```clean
authority: Harrowmere Borough Council
date: 2023-04-18

Tarn Lane Primary was judged outstanding in June 2009.
```

```clean
authority: Harrowmere Borough Council
date: 2023-04-18

Tarn Lane Primary is rated outstanding by Ofsted (June 2009), but it has not been inspected since.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.finding import Confidence, Evidence, Finding, Severity
from gradelint.model.reading import Form, GradeClaim, Reading
from gradelint.model.stating import found, name_of, reading_on

# The longest interval between routine inspections that the vocabularies' sources give is about five years
# (area SEND); children's homes are seen every year, councils about every three, schools about every four.
_OLD = 5
_OLD_IF_RETIRED = 3


def stale_as_current(reading: Reading) -> Iterator[Finding]:
    """A grade put as holding now, from an inspection that is older than any routine interval."""
    if reading.dated is None:
        return
    for claim in reading.claims:
        timing = claim.timing
        if timing.since is None or not timing.present or timing.aged or claim.glossing:
            continue
        if not claim.stance.put_forward or claim.equating or claim.topic or not _a_grade(claim):
            continue
        years = (reading.dated.first - timing.since.last).days / 365.25
        if years > (_OLD_IF_RETIRED if _retired(reading, claim) else _OLD):
            yield _finding(reading, claim, int(years))


def _a_grade(claim: GradeClaim) -> bool:
    """Whether it is an inspectorate's grade, though it may not be told whose."""
    return claim.standing is not None or claim.form is Form.CELL or claim.holding or bool(claim.inspectorates)


def _retired(reading: Reading, claim: GradeClaim) -> bool:
    if claim.standing is None or reading.dated is None:
        return False
    day = reading.dated.last
    label = reading_on(claim.standing, day).label
    return day > claim.standing.framework.inspected.last and label != claim.standing.grade.label


def _finding(reading: Reading, claim: GradeClaim, years: int) -> Finding:
    timing = claim.timing
    when = timing.since.in_words() if timing.since else ""
    name = name_of(claim.inspection, claim.standing)
    return found(
        reading,
        claim,
        claim.span,
        f"'{claim.label}'{f' ({name})' if name else ''} is given as the present grade, but is of {when}, "
        f"{years} years before this paper",
        (Evidence(f"the inspection was in {when}", span=timing.told),),
        confidence=Confidence.HIGH if claim.inspection.dated else Confidence.MEDIUM,
        severity=Severity.WARNING,
        suggestion=f"put it in the past tense with its date: “was graded {claim.label} in {when}”",
        label=f"{years} years old",
    )
