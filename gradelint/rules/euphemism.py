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

```flagged
authority: Harrowmere Borough Council
date: 2019-10-01

In September Ofsted graded our services inadequate. This was [[more of a wobble than a fall]].
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
from heapq import merge

from gradelint.model.answering import answered, grade_in_words, sureness
from gradelint.model.finding import Finding, Severity
from gradelint.model.reading import GradeClaim, Reading, Remark
from gradelint.model.stating import found
from gradelint.model.weighing import remarks_of

_FOLLOWING = 2  # sentences behind a grade that still speak of it


def euphemism(reading: Reading) -> Iterator[Finding]:
    """Soft words for a grade in the lower half of its scale."""
    last = -1
    for remark in _remarks(reading):
        answer = answered(reading, remark, outside=True)
        if answer is None or remark.sentence == last or not _softens(reading, remark, answer[0]):
            continue
        claim, because = answer
        last = remark.sentence
        yield found(
            reading,
            claim,
            remark.span,
            f"{grade_in_words(claim)} is put as “{reading.document.quote(remark.span)}”",
            because,
            confidence=sureness(reading, remark, claim),
            severity=Severity.WARNING,
            suggestion="give the grade and its place on its scale",
            label=f"for {claim.standing.place}" if claim.standing else "",
            voice=remark.voice,
        )


def _remarks(reading: Reading) -> Iterator[Remark]:
    """Soft words, also as an aim; words that make small what was wanting only where inspection is spoken of."""
    small = (each for each in remarks_of(reading, "small-wants") if each.on_inspection)
    soft = remarks_of(reading, "euphemism", aimed=True)
    return merge(soft, small, key=lambda each: each.sentence)


def _softens(reading: Reading, remark: Remark, claim: GradeClaim) -> bool:
    """Whether a grade named in the remark is a better one than was given; one without has to speak of the outcome."""
    standing = claim.standing
    if standing is None or not standing.weak:
        return False
    if remark.label:
        named = standing.framework.grade(remark.label)
        return named is not None and named.rank < standing.grade.rank
    after = 0 <= remark.sentence - claim.sentence <= _FOLLOWING
    return remark.on_inspection or (after and reading.apart(claim.sentence, remark.sentence) <= 1)
