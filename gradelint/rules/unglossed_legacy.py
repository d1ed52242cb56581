"""GL205 unglossed-legacy (info): uses a retired grade without its present-day reading

A reader of today takes 'adequate' for good enough. Where a paper of a later time gives a grade that has
since been replaced, it should say what the grade reads as now, once, anywhere in the paper.

Write instead: adequate (since replaced by requires improvement).

Not flagged: a label still live at the paper's date; a paper that gives the reading or a key; words quoted
from somebody else; the second and later mentions.

```flagged
authority: Harrowmere Borough Council
date: 2016-09-06

The safeguarding inspection of 2010 [[judged services to be adequate]]. The plan agreed then is below.
```

```clean
authority: Harrowmere Borough Council
date: 2016-09-06

The safeguarding inspection of 2010 judged services to be adequate (a grade since replaced by 'requires
improvement'). The plan agreed then is below.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gradelint.model.finding import Edit, Finding, Severity
from gradelint.model.reading import GradeClaim, Reading
from gradelint.model.standing import Form, Stance
from gradelint.model.stating import as_given, edition, found, name_of, reading_on
from gradelint.model.vocabulary import Basis

# A grade with only a conventional successor is still the latest word for a year after its last inspection.
_STILL_FRESH = timedelta(days=365)
_IDLE = (Stance.QUESTION, Stance.NEGATED, Stance.DEFINITION, Stance.TARGET, Stance.HYPOTHETICAL)


def unglossed_legacy(reading: Reading) -> Iterator[Finding]:
    """The first mention of each retired grade whose reading the paper nowhere gives."""
    told: set[str] = set()
    day = reading.dated.last if reading.dated else reading.as_of
    for claim in reading.claims:
        if claim.standing is None or claim.form is Form.DESCRIBED or claim.stance in _IDLE or claim.label in told:
            continue
        if claim.code is not None:
            continue  # a number is no retired word
        now = _replaced_by(claim, day)
        if not now:
            continue
        told.add(claim.label)
        if claim.stance is not Stance.REPORTED and not {claim.label, now} & reading.glossed:
            yield _finding(reading, claim, now)


def _replaced_by(claim: GradeClaim, day: date) -> str:
    """The label that had replaced the grade by that day; empty when it was still live."""
    standing = claim.standing
    if standing is None or day <= standing.framework.inspected.last:
        return ""
    if day <= standing.framework.inspected.last + _STILL_FRESH and not _officially(claim, day):
        return ""
    trail = reading_on(standing, day)
    plain = trail.label is not None and trail.label.casefold() not in standing.grade.label.casefold()
    similar = trail.label is not None and standing.grade.label.casefold() in trail.label.casefold()
    return (trail.label or "") if plain and not similar else ""


def _officially(claim: GradeClaim, day: date) -> bool:
    return claim.standing is not None and reading_on(claim.standing, day).basis in (Basis.SAME, Basis.OFFICIAL)


def _finding(reading: Reading, claim: GradeClaim, now: str) -> Finding:
    assert claim.standing is not None
    name = name_of(claim.inspection, claim.standing)
    gloss = f" (since replaced by {now})"
    finding = found(
        reading,
        claim,
        claim.span,
        f"'{claim.label}'{f' ({name})' if name else ''} is a retired grade, given without what replaced it: '{now}'",
        (as_given(claim),),
        severity=Severity.INFO,
        suggestion=f"add the reading after the grade: “{claim.label}{gloss}” ({edition(claim.standing)})",
        label="retired grade",
    )
    return finding._replace(edit=Edit(claim.word.end, gloss))
