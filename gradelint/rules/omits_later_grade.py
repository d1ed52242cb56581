"""GL402 omits-later-grade (error): gives a grade as the present one although a later, worse one exists

A grade holds until the next one. A paper that says "is rated good" on an inspection of 2012, when that of
2014 found services inadequate, misleads by what it leaves out. The later grade stands elsewhere in the
paper or in the register, and was given before the paper's date.

Write instead: the latest grade first.

Not flagged: an old grade told as history; a paper that gives the later grade.

```flagged
authority: Harrowmere Borough Council
date: 2015-01-20
register: CPI, overall, 2012-09, good
register: SIF, overall, 2014-11, inadequate

The Council's child protection arrangements [[are rated Good by Ofsted]] (September 2012).
```

```clean
authority: Harrowmere Borough Council
date: 2015-01-20
register: CPI, overall, 2012-09, good
register: SIF, overall, 2014-11, inadequate

The Council was rated good by Ofsted in September 2012 and inadequate in November 2014.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.finding import Confidence, Finding
from gradelint.model.period import Period
from gradelint.model.reading import Form, GradeClaim, Outcome, Reading
from gradelint.model.stating import found, name_of, on_record
from gradelint.model.weighing import gives, matches, whole_records, worse


def omits_later_grade(reading: Reading) -> Iterator[Finding]:
    """A grade put as the present or latest one, or told with favour, while a later and worse one goes untold."""
    if reading.dated is None:
        return
    for claim in reading.claims:
        if not (claim.whole and claim.stance.put_forward) or claim.form is Form.DESCRIBED or claim.standing is None:
            continue
        if not (claim.current or claim.latest or not claim.standing.weak):
            continue
        later = _later_and_worse(reading, claim)
        if later is not None and not _told(reading, claim, later):
            yield _finding(reading, claim, later)


def _later_and_worse(reading: Reading, claim: GradeClaim) -> Outcome | None:
    records = whole_records(reading, claim.inspection.subject)
    if not records or claim.standing is None:
        return None
    latest = records[0]
    since = claim.inspection.period if claim.inspection.dated else _dated_by_record(records, claim)
    if since is None or latest.standing is None or matches(latest, claim):
        return None
    after = since.before(latest.record.inspected)
    return latest if after and worse(latest.standing, claim.standing) else None


def _dated_by_record(records: list[Outcome], claim: GradeClaim) -> Period | None:
    """An undated grade is the latest record that has it."""
    for each in records:
        if each.standing and each.standing.grade.label == claim.label:
            return each.record.inspected
    return None


def _told(reading: Reading, claim: GradeClaim, later: Outcome) -> bool:
    """Whether the paper gives the later grade too (one that calls the older grade the latest does not count as telling)."""
    if claim.latest:
        return False
    return any(
        gives(other)
        and other.whole
        and later.standing is not None
        and other.label == later.standing.grade.label
        and other.inspection.subject == claim.inspection.subject
        for other in reading.claims
    )


def _finding(reading: Reading, claim: GradeClaim, later: Outcome) -> Finding:
    assert later.standing is not None
    name = name_of(claim.inspection, claim.standing)
    when = later.record.inspected.in_words()
    return found(
        reading,
        claim,
        claim.span,
        f"'{claim.label}'{f' ({name})' if name else ''} is given as the present grade, but a later inspection "
        f"({later.standing.framework.code}, {when}) gave '{later.standing.grade.label}'",
        (on_record(later),),
        confidence=Confidence.HIGH if claim.inspection.dated and claim.current else Confidence.MEDIUM,
        suggestion=f"give the latest grade first: '{later.standing.grade.label}' ({when})",
        label="superseded",
    )
