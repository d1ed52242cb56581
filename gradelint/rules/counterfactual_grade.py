"""GL207 counterfactual-grade (warning): says what a grade "would have been" under other rules

Inspectors judged what they saw by the framework of the day. What they would have said under another one
nobody knows, and inspectorates refuse to say. "It would have been a good under the old framework" gives the
paper a grade that was never awarded; "on today's test it would be inadequate" does the same the other way.

Write instead: the grade, its framework and date, and what the label reads as now.

Not flagged: a label's present-day reading (what the word was replaced by); a sentence that says nobody can
know; a question.

```flagged
authority: Harrowmere Borough Council
date: 2016-02-04

Ofsted graded services 'requires improvement' in January. Under the previous framework they [[would have been
judged good]].
```

```flagged
authority: Harrowmere Borough Council
date: 2015-11-09

The Council was graded adequate in 2013. On today's test it [[would have been a flat inadequate]].
```

```clean
authority: Harrowmere Borough Council
date: 2016-02-04

Ofsted graded services 'requires improvement' in January. Nobody can say what the grade would have been under
the previous framework.
```

```clean
authority: Harrowmere Borough Council
date: 2016-02-04

The Council was graded adequate in 2012, a grade since replaced by 'requires improvement'.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.answering import answered, grade_in_words, sureness
from gradelint.model.finding import Evidence, Finding, Severity
from gradelint.model.reading import GradeClaim, Reading, Remark
from gradelint.model.stating import found
from gradelint.model.weighing import remarks_of

_FACT = Evidence("a grade holds for the framework it was given under, and for no other")


def counterfactual_grade(reading: Reading) -> Iterator[Finding]:
    """A grade supposed under rules that did not apply."""
    for remark in remarks_of(reading, "counterfactual-grade", supposed=True):
        answer = answered(reading, remark)
        if answer is not None and answer[0].standing is not None:
            yield _finding(reading, remark, *answer)
        elif remark.among_them:
            yield _finding(reading, remark, GradeClaim.of_words(remark, remark.label), ())


def _finding(reading: Reading, remark: Remark, claim: GradeClaim, because: tuple[Evidence, ...]) -> Finding:
    given = f"; the grade given is {grade_in_words(claim)}" if claim.standing else ""
    return found(
        reading,
        claim,
        remark.span,
        f"“{reading.document.quote(remark.span)}” is a grade that no inspection gave{given}",
        (*because, _FACT),
        confidence=sureness(reading, remark, claim),
        severity=Severity.WARNING,
        suggestion="give the grade as it was given, with its framework and date",
        label="a supposed grade",
        voice=remark.voice,
    )
