"""GL308 provisional-as-final (warning): states an oral, draft, embargoed or trial result as fact

What inspectors say at a feedback meeting, or send as a draft, can change before it is published, and is
confidential until then. A trial's indicative rating is not a rating at all.

Write instead: that the inspection has taken place and when its report is due; or call the result provisional.

Not flagged: a result called provisional, indicative or subject to moderation; a feedback meeting of which no
grade is told; an earlier grade told beside it; a result whose report is out.

```flagged
authority: Harrowmere Borough Council
date: 2019-05-14

The report has not yet been published, but [[Harrowmere has been judged good]]: that is what inspectors said
at the feedback meeting.
```

```flagged
authority: Harrowmere Borough Council
date: 2023-11-14

The county took part in the CQC's pilot assessment. [[Its adult social care is therefore rated good]] by
the Care Quality Commission.
```

```clean
authority: Harrowmere Borough Council
date: 2019-05-14

Inspectors gave oral feedback on Friday. The provisional grade is good, subject to moderation, and is not
final until the report is published.
```

```clean
authority: Harrowmere Borough Council
date: 2019-05-14

The draft report is with officers for a factual accuracy check. The Council remains rated good, the grade
of its inspection of 2016.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from gradelint.model.finding import Confidence, Evidence, Finding, Severity
from gradelint.model.reading import GradeClaim, Reading
from gradelint.model.standing import Form
from gradelint.model.stating import found

_RECENT = timedelta(days=300)  # inspections end in a report well before that
_JUST_NOW = timedelta(days=60)  # where what is still to come out is told of in another sentence


def provisional_as_final(reading: Reading) -> Iterator[Finding]:
    """A grade put forward beside words that say that it is not out yet, and not called provisional."""
    for claim in reading.claims:
        timing = claim.timing
        if timing.early is None or timing.hedged or not claim.stance.put_forward or claim.own:
            continue
        beside = reading.sentences[claim.sentence].span.contains(timing.early)
        recent = _RECENT if beside else _JUST_NOW
        if _told_of_another(reading, claim, recent):
            continue
        if claim.form is Form.DESCRIBED and not (timing.present or beside):
            continue
        yield _finding(reading, claim)


def _told_of_another(reading: Reading, claim: GradeClaim, recent: timedelta) -> bool:
    """Whether the grade is dated, and so long ago that it cannot be the one that is still to come out."""
    period = claim.inspection.period if claim.inspection.dated else claim.timing.since
    return period is not None and reading.dated is not None and reading.dated.last - period.last > recent


def _finding(reading: Reading, claim: GradeClaim) -> Finding:
    early = claim.timing.early
    return found(
        reading,
        claim,
        claim.span,
        f"'{claim.label}' is given as the grade, but the paper says that the result is not published or is not formal",
        (Evidence("not final", span=early),),
        confidence=Confidence.MEDIUM,
        severity=Severity.WARNING,
        suggestion="call the result provisional, or leave it out until the report is published",
        label="not final",
    )
