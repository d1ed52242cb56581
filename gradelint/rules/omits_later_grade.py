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
from gradelint.model.reading import GradeClaim, Outcome, Reading
from gradelint.model.standing import Form
from gradelint.model.stating import as_given, found, name_of, on_record
from gradelint.model.weighing import gives, matches, records_of, whole_records, worse


def omits_later_grade(reading: Reading) -> Iterator[Finding]:
    """A grade put as the present or latest one, or told with favour, while a later and worse one goes untold."""
    if reading.dated is None:
        return
    for claim in reading.claims:
        if not claim.stance.put_forward or claim.standing is None:
            continue
        if claim.form is Form.DESCRIBED and not _recorded(reading, claim):
            continue
        if not (claim.current or claim.latest or not claim.standing.weak):
            continue
        later = _later_and_worse(reading, claim) if claim.whole else None
        if later is not None and not _told(reading, claim, later):
            yield _finding(reading, claim, later)
        elif later is None and (other := _elsewhere(reading, claim)):
            yield _finding_in_text(reading, claim, other)


def _recorded(reading: Reading, claim: GradeClaim) -> bool:
    """Whether words that only describe ("we were good in 2010") name the grade on record for their date."""
    if not claim.inspection.dated:
        return False
    return any(each.standing and each.standing.grade.label == claim.label for each in records_of(reading, claim))


def _elsewhere(reading: Reading, claim: GradeClaim) -> GradeClaim | None:
    """A later and worse whole grade that the paper itself gives, but well away from the one it puts as present."""
    period = claim.inspection.period
    if not (claim.current or claim.latest) or not claim.inspection.dated or period is None or claim.form is Form.CELL:
        return None
    for other in reading.around(claim.sentence):
        theirs = other.inspection.period
        later = other.inspection.dated and theirs is not None and period.before(theirs)
        if not later or not gives(other) or other.form is Form.CELL or not _one_judgement(claim, other):
            continue
        away = reading.apart(claim.sentence, other.sentence) >= 1
        if away and claim.standing and other.standing and worse(other.standing, claim.standing):
            return other
    return None


def _one_judgement(claim: GradeClaim, other: GradeClaim) -> bool:
    """Whether the two are of one body, and both of the whole or both of one area."""
    alike = other.whole if claim.whole else other.area == claim.area
    return alike and _one_body(claim, other)


def _one_body(claim: GradeClaim, other: GradeClaim) -> bool:
    mine, theirs = claim.inspection, other.inspection
    if mine.subject != theirs.subject or not (mine.frameworks and theirs.frameworks):
        return False
    return mine.frameworks[0].body == theirs.frameworks[0].body and mine.vocabulary == theirs.vocabulary


def _finding_in_text(reading: Reading, claim: GradeClaim, other: GradeClaim) -> Finding:
    name, later = name_of(claim.inspection, claim.standing), name_of(other.inspection, other.standing)
    return found(
        reading,
        claim,
        claim.span,
        f"'{claim.label}'{f' ({name})' if name else ''} is given as the present grade, but this paper also gives "
        f"a later one, '{other.label}' ({later})",
        (as_given(other),),
        confidence=Confidence.MEDIUM,
        suggestion=f"give the latest grade first: '{other.label}'",
        label="superseded",
    )


def _later_and_worse(reading: Reading, claim: GradeClaim) -> Outcome | None:
    records = whole_records(reading, claim.inspection)
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
    """Whether the paper gives the later grade too; one that calls the older grade the latest does not tell it."""
    if claim.latest:
        return False
    return any(_tells(other, claim, later) for other in reading.around(claim.sentence))


def _tells(other: GradeClaim, claim: GradeClaim, later: Outcome) -> bool:
    if not gives(other) or other.equating or not other.whole:
        return False
    if later.standing is None or other.label != later.standing.grade.label:
        return False
    if other.inspection.dated:
        return matches(later, other)
    return other.inspection.subject == claim.inspection.subject and other.sentence != claim.sentence


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
