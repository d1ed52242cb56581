"""GL403 cross-framework-trend (error): claims a rise or fall across frameworks

"Fell from adequate to requires improvement" sets two frameworks side by side as one series. Where the
later label only took the place of the earlier one, there was no move at all: that is an error. Where the
place on the scale did change, the claim still spans two frameworks that asked different things: that is a
warning.

Write instead: both grades with their frameworks and dates, and that they are not comparable.

Not flagged: movement inside one framework; two grades told side by side without a claim to a trend; a
paper that says the frameworks differ.

```flagged
authority: Harrowmere Borough Council
date: 2015-06-02

Harrowmere [[fell from 'adequate' in 2012 to 'requires improvement' in 2015]].
```

```clean
authority: Harrowmere Borough Council
date: 2015-06-02

Harrowmere was graded 'adequate' in 2012 and 'requires improvement' in 2015. The frameworks differ and the
change of label is not a fall.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from gradelint.model.document import Span
from gradelint.model.finding import Confidence, Finding, Severity
from gradelint.model.reading import GradeClaim, Reading
from gradelint.model.stating import as_given, found, reading_on
from gradelint.model.weighing import gives, remarks_of


def cross_framework_trend(reading: Reading) -> Iterator[Finding]:
    """Two grades of different frameworks in one sentence that tells of a rise or fall."""
    for first, second in pairwise(reading.claims):
        if first.sentence == second.sentence and first.trend and _different(first, second):
            finding = _finding(reading, first, second)
            yield finding._replace(span=_with_move(reading, first.sentence, finding.span))
    yield from _by_remark(reading)


def _with_move(reading: Reading, sentence: int, span: Span) -> Span:
    """The words of two grades and those of the sentence that tell of the move between them."""
    moves = [each.span for each in remarks_of(reading, "movement") if each.sentence == sentence]
    return Span(min(each.start for each in (span, *moves)), max(each.end for each in (span, *moves)))


def _by_remark(reading: Reading) -> Iterator[Finding]:
    """A rise or fall told in a sentence of its own, of grades given around it under two frameworks."""
    for remark in remarks_of(reading, "movement"):
        near = [reading.claims[index] for index in remark.near]
        dated = [each for each in near if gives(each) and each.inspection.dated and each.inspection.period]
        pairs = ((one, two) for one in dated for two in dated if _began(one) < _began(two))
        pair = next((pair for pair in pairs if _different(*pair) and not pair[0].trend and not pair[1].trend), None)
        if pair is not None:
            yield _finding(reading, *pair)._replace(span=remark.span, voice=remark.voice)


def _different(first: GradeClaim, second: GradeClaim) -> bool:
    if not (gives(first) and gives(second)) or first.standing is None or second.standing is None:
        return False
    mine, theirs = first.standing, second.standing
    dated = second.inspection.dated and first.inspection.period != second.inspection.period
    return dated and mine.vocabulary == theirs.vocabulary and mine.framework != theirs.framework


def _finding(reading: Reading, first: GradeClaim, second: GradeClaim) -> Finding:
    assert first.standing is not None
    assert second.standing is not None
    earlier, later = (first, second) if _began(first) <= _began(second) else (second, first)
    renamed = _renamed(earlier, later)
    message = (
        f"'{later.label}' only took the place of '{earlier.label}'; there was no rise or fall"
        if renamed
        else f"'{earlier.label}' and '{later.label}' are of different frameworks, so the move between them is no trend"
    )
    return found(
        reading,
        later,
        Span(first.span.start, second.span.end),
        message,
        (as_given(earlier), as_given(later)),
        standing=earlier.standing,
        confidence=Confidence.MEDIUM,
        severity=Severity.ERROR if renamed else Severity.WARNING,
        suggestion="give both grades with their frameworks and dates, and say that they are not comparable",
        label="the label changed, not the grade" if renamed else "two frameworks",
    )


def _began(claim: GradeClaim) -> date:
    return claim.inspection.period.first if claim.inspection.period else date.max


def _renamed(earlier: GradeClaim, later: GradeClaim) -> bool:
    """Whether the later label is what the earlier grade reads as by then."""
    if earlier.standing is None or later.standing is None or later.inspection.period is None:
        return False
    trail = reading_on(earlier.standing, later.inspection.period.last)
    return trail.label is not None and later.standing.framework.grade(trail.label) == later.standing.grade
