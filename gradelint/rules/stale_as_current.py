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
from gradelint.model.period import Period
from gradelint.model.reading import GradeClaim, Outcome, Reading
from gradelint.model.standing import Form
from gradelint.model.stating import found, name_of, on_record, reading_on
from gradelint.model.weighing import matches, whole_records, worse

# The longest interval between routine inspections that the vocabularies' sources give is about five years
# (area SEND); children's homes are seen every year, councils about every three, schools about every four.
_OLD = 5
_OLD_IF_RETIRED = 3


def stale_as_current(reading: Reading) -> Iterator[Finding]:
    """A grade put as holding now, from an inspection that is older than any routine interval."""
    if reading.dated is None:
        return
    yield from _by_record(reading)
    for claim in reading.claims:
        timing = claim.timing
        if timing.since is None or not timing.present or timing.aged or claim.glossing:
            continue
        if not claim.stance.put_forward or claim.equating or claim.topic:
            continue
        latest = next(iter(_later(reading, claim, timing.since)), None)
        years = (reading.dated.first - timing.since.last).days / 365.25
        if latest is not None:
            if not _settled(reading, claim, latest):
                yield _finding(reading, claim, int(years), latest)
        elif years > (_OLD_IF_RETIRED if _retired(reading, claim) else _OLD):
            yield _finding(reading, claim, int(years))


def _by_record(reading: Reading) -> Iterator[Finding]:
    """A grade put as holding now without a date, of which the record says how old it is."""
    for claim in reading.claims:
        unsaid = claim.timing.since is None and not claim.inspection.dated and not claim.timing.aged
        if not (unsaid and claim.current and claim.whole and claim.standing and claim.stance.put_forward):
            continue
        latest = next(iter(whole_records(reading, claim.inspection)), None)
        if latest is None or latest.standing is None or latest.standing.grade.label != claim.label or claim.glossing:
            continue
        when = latest.record.inspected
        years = (reading.dated.first - when.last).days / 365.25 if reading.dated else 0
        if years > _OLD and claim.form is not Form.DESCRIBED:
            evidence = claim._replace(timing=claim.timing._replace(since=when))
            yield _finding(reading, evidence, int(years))._replace(because=(on_record(latest),))


def _later(reading: Reading, claim: GradeClaim, since: Period) -> list[Outcome]:
    """The whole judgements on record of inspections after the one that the claim is of, latest first."""
    if claim.standing is None or not claim.whole or not claim.inspection.subject:
        return []
    records = whole_records(reading, claim.inspection)
    return [each for each in records if since.before(each.record.inspected) and not matches(each, claim)]


def _settled(reading: Reading, claim: GradeClaim, latest: Outcome) -> bool:
    """Whether the later grade is the same, or is told near by, or is worse, which is another rule's matter (GL402)."""
    if latest.standing is None or claim.standing is None or worse(latest.standing, claim.standing):
        return True
    label = latest.standing.grade.label
    return label == claim.label or any(each.label == label for each in reading.around(claim.sentence))


def _retired(reading: Reading, claim: GradeClaim) -> bool:
    if claim.standing is None or reading.dated is None:
        return False
    day = reading.dated.last
    now, then = reading_on(claim.standing, day).label or "", claim.standing.grade.label
    return day > claim.standing.framework.inspected.last and now not in then and then not in now


def _finding(reading: Reading, claim: GradeClaim, years: int, later: Outcome | None = None) -> Finding:
    timing = claim.timing
    when = timing.since.in_words() if timing.since else ""
    name = name_of(claim.inspection, claim.standing)
    given = f"'{claim.label}'{f' ({name})' if name else ''} is given as the present grade, but"
    old = f"{given} is of {when}, {years} years before this paper"
    return found(
        reading,
        claim,
        claim.span,
        f"{given} a later inspection is on record" if later else old,
        (on_record(later),) if later else (Evidence(f"the inspection was in {when}", span=timing.told),),
        confidence=Confidence.HIGH if claim.inspection.dated else Confidence.MEDIUM,
        severity=Severity.WARNING,
        suggestion=f"put it in the past tense with its date: “was graded {claim.label} in {when}”",
        label="superseded" if later else f"{years} years old",
    )
