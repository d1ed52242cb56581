"""GL102 euphemism (warning): softens a weak grade so that a reader would not know how weak it is

"One grade short of good", "good in all but name", "a spot of polish left to put on": each is said of a grade in
the lower half of its scale, and none says so.

Write instead: the grade, its place on its scale and what inspectors found wanting.

Not flagged: plain words for what was found wanting; a soft word beside a good grade; a target.

```flagged
authority: Harrowmere Borough Council
date: 2017-10-03

The outcome, 'requires improvement' from Ofsted, was [[just short of good]].
```

```flagged
authority: Harrowmere Borough Council
date: 2017-10-03

Ofsted's grade was inadequate. The report gives us [[opportunities for growth]].
```

```clean
authority: Harrowmere Borough Council
date: 2017-10-03

Ofsted's grade was 'requires improvement', the third of four. Inspectors found delays and weak recording.
```

```clean
authority: Harrowmere Borough Council
date: 2019-10-03

Ofsted's grade was good. The report leaves us a few loose ends to tidy up.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.answering import answered, grade_in_words, sureness
from gradelint.model.finding import Finding, Severity
from gradelint.model.reading import Reading, Remark
from gradelint.model.standing import Standing
from gradelint.model.stating import found
from gradelint.model.weighing import remarks_of


def euphemism(reading: Reading) -> Iterator[Finding]:
    """Soft words for a grade in the lower half of its scale."""
    for remark in remarks_of(reading, "euphemism", aimed=True):
        answer = answered(reading, remark, outside=True)
        standing = answer[0].standing if answer else None
        if answer is None or standing is None or not standing.weak or not _raises(remark, standing):
            continue
        claim, because = answer
        yield found(
            reading,
            claim,
            remark.span,
            f"{grade_in_words(claim)} is put as “{reading.document.quote(remark.span)}”",
            because,
            confidence=sureness(reading, remark, claim),
            severity=Severity.WARNING,
            suggestion="give the grade and its place on its scale",
            label=f"for {standing.place}",
            voice=remark.voice,
        )


def _raises(remark: Remark, standing: Standing) -> bool:
    """Whether a grade named in the remark is a better one than was given; one without has to speak of an outcome."""
    if not remark.label:
        return remark.on_inspection
    named = standing.framework.grade(remark.label)
    return named is not None and named.rank < standing.grade.rank
