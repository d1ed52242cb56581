"""GL404 framework-date-error (warning): names a framework that did not exist, or did not apply, at the date given

Frameworks follow one another, and each has its own areas and grades. An "ILACS inspection of 2014" is
either another inspection or another date, and a reader cannot tell which grade was meant.

Write instead: the framework of the day, or the right date.

Not flagged: a report that came out after its framework had ended; when a framework began or ended; what is
planned under the next one.

```flagged
authority: Harrowmere Borough Council
date: 2019-05-21

[[The 2014 ILACS inspection]] led to a new front door.
```

```flagged
authority: Harrowmere Borough Council
date: 2018-09-11
register: SIF, overall, 2018-03, good

Members will recall the [[ILACS inspection of March 2018]].
```

```flagged
authority: Harrowmere Borough Council
date: 2018-01-16

framework,from,to,grade
SLAC,2010-05-10,2010-05-21,good
[[SIF,2012-02-09,2012-03-04,good]]
```

```clean
authority: Harrowmere Borough Council
date: 2019-05-21

Since the SIF ended in 2017 the Council has been inspected once. ILACS, introduced in January 2018, took
its place; in 2014 we were inspected under the older framework.
```

```clean
authority: Harrowmere Borough Council
date: 2012-12-04

The SLAC inspection report published in October 2012 has nine recommendations.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.finding import Confidence, Evidence, Finding, Severity
from gradelint.model.naming import NamedInspection
from gradelint.model.period import Period
from gradelint.model.reading import Outcome, Reading
from gradelint.model.stating import found, on_record
from gradelint.model.vocabulary import Framework

_OPEN = 9000  # a year that stands for no end known
_CLOSE = 62  # days up to which a period tells one inspection from another


def framework_date_error(reading: Reading) -> Iterator[Finding]:
    """A framework named with a date at which no inspection was made under it, or another one is on record."""
    for named in reading.named:
        period = named.inspection.period
        if period is None or not named.stance.put_forward or _to_come(reading, period):
            continue
        if not any(each.ran(period) for each in named.inspection.frameworks):
            yield _finding(reading, named, period)
        elif (outcome := _other(reading, named, period)) is not None:
            yield _against_record(reading, named, outcome)


def _to_come(reading: Reading, period: Period) -> bool:
    return reading.dated is not None and reading.dated.last < period.first


def _other(reading: Reading, named: NamedInspection, period: Period) -> Outcome | None:
    """The inspection on record for that time, where all on record were made under another framework."""
    frameworks = named.inspection.frameworks
    if not named.inspection.subject or (period.last - period.first).days > _CLOSE:
        return None
    then = [each for each in reading.outcomes if each.subject == named.inspection.subject and _in(each, period)]
    ids, bodies = {each.id for each in frameworks}, {each.body for each in frameworks}
    if any(each.framework is None or each.framework.id in ids for each in then):
        return None
    graded = all(each.graded for each in frameworks)
    return next((each for each in then if graded and each.standing and each.standing.framework.body in bodies), None)


def _in(outcome: Outcome, period: Period) -> bool:
    record = outcome.record
    return record.inspected.overlaps(period) or bool(record.published and record.published.overlaps(period))


def _finding(reading: Reading, named: NamedInspection, period: Period) -> Finding:
    vocabulary = named.inspection.vocabulary
    frameworks = tuple(sorted(named.inspection.frameworks, key=lambda each: _days_between(each, period)))
    named = named._replace(inspection=named.inspection._replace(frameworks=frameworks))
    running = vocabulary.in_force(period) if vocabulary else ()
    then = ", ".join(each.code for each in running if each.graded and each.body == frameworks[0].body)
    name = _name(frameworks)
    because = (Evidence(f"{name}: inspections {_span(frameworks)}"),)
    return found(
        reading,
        named.as_claim(),
        named.span,
        f"no inspection was made under {name} {_when(period)}: its inspections were made {_span(frameworks)}",
        (*because, Evidence(f"in force {_when(period)}: {then}")) if then else because,
        severity=Severity.WARNING,
        suggestion="check the framework and the date against the published report",
        label="not in force at that date",
    )


def _name(frameworks: tuple[Framework, ...]) -> str:
    return frameworks[0].code if len(frameworks) == 1 else frameworks[0].family or frameworks[0].code


def _days_between(framework: Framework, period: Period) -> int:
    before, after = framework.inspected.first - period.last, period.first - framework.inspected.last
    return max(before, after).days


def _when(period: Period) -> str:
    before = {"day": "on", "range": "from"}.get(period.precision, "in")
    return f"{before} {period.in_words()}"


def _span(frameworks: tuple[Framework, ...]) -> str:
    first = min(each.inspected.first for each in frameworks)
    last = max(each.inspected.last for each in frameworks)
    began = Period.month(first.year, first.month) if first.day == 1 else Period(first, first)
    month = Period.month(last.year, last.month)
    ended = month if last == month.last else Period(last, last)
    return f"from {began.in_words()}" + ("" if last.year > _OPEN else f" to {ended.in_words()}")


def _against_record(reading: Reading, named: NamedInspection, outcome: Outcome) -> Finding:
    record, frameworks = outcome.record, named.inspection.frameworks
    then = outcome.framework.code if outcome.framework else record.framework
    return found(
        reading,
        named.as_claim(),
        named.span,
        f"the inspection of {record.inspected.in_words()} on record was made under {then}, not {_name(frameworks)}",
        (on_record(outcome),),
        confidence=Confidence.MEDIUM,
        severity=Severity.WARNING,
        suggestion="check the framework and the date against the published report",
        label=f"on record: {then}",
    )
