"""GL303 scope-transfer (error): gives the council another body's or unit's grade

A grade belongs to the body that was inspected. A safeguarding board's grade says nothing of the council's services, an
adoption agency's nothing of safeguarding, one home's nothing of the other four, and a new council begins without the
grade of the one it replaced.

Write instead: whose grade it is, and that the other body has its own, or none.

Not flagged: each body's grade told as its own; a grade that both bodies were given; a transfer that is denied.

```flagged
authority: Harrowmere Borough Council
date: 2016-03-15

Ofsted judged the Local Safeguarding Children Board 'good', which shows that the Council's own services for children
[[are good]].
```

```flagged
authority: Harrowmere Borough Council
date: 2021-10-05

The new council [[inherits the good rating of the former]] county council.
```

```flagged
authority: Harrowmere Borough Council
date: 2019-06-03

Beech House was rated Outstanding by Ofsted in May 2019. That [[makes all six of our homes outstanding]].
```

```clean
authority: Harrowmere Borough Council
date: 2016-03-15

The Local Safeguarding Children Board was judged good by Ofsted. The Council's own services require improvement.
```

```clean
authority: Harrowmere Borough Council
date: 2021-10-05

The new council does not inherit the good rating of the former county council; it has no grade yet.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from gradelint.model.document import Span
from gradelint.model.finding import Confidence, Evidence, Finding
from gradelint.model.reading import GradeClaim, Reading, Remark
from gradelint.model.register import authority_key
from gradelint.model.stating import as_given, found, who_grades
from gradelint.model.weighing import remarks_of, whole_records

_FOLLOWING = ("function", "service-noun", "people-noun", "grade-noun")
_WORD = 24  # letters in which the word after a grade ends
_WORDS = 60  # letters in which a grade and the word before it begin
_NEAR = 2  # sentences between one body's grade and another that is drawn from it


def scope_transfer(reading: Reading) -> Iterator[Finding]:
    """A grade drawn from another body's, or taken over from it."""
    for claim in reading.claims:
        if claim.inferred and claim.whole and claim.stance.put_forward and _is_a_grade(reading, claim.word.end):
            yield from _drawn(reading, claim)
    for remark in (*remarks_of(reading, "conclusion"), *remarks_of(reading, "collective-grade")):
        grade_last = reading.document.quote(remark.span).casefold().endswith(remark.label.casefold())
        fits = not grade_last or _is_a_grade(reading, remark.span.end)
        if remark.label and fits and not _counts(reading, remark.span):
            claim = GradeClaim.of_words(remark, remark.label.casefold())._replace(unit=remark.unit)
            yield from _drawn(reading, claim, collective=remark.kind != "conclusion")
    for remark in (*remarks_of(reading, "transfer"), *_by_occasion(reading)):
        near = (reading.claims[index] for index in remark.near)
        words = GradeClaim.of_words(remark, remark.label or reading.document.quote(remark.span))
        given = next((each for each in near if each.sentence == remark.sentence), words)
        evidence = Evidence("the body that was inspected", span=remark.unit)
        yield _finding(reading, given, remark.span, evidence, remark.unit, Confidence.MEDIUM)


def _drawn(reading: Reading, claim: GradeClaim, collective: bool = False) -> Iterator[Finding]:
    """The same grade of another body, told shortly before, that this one is concluded from."""
    for other in reversed(reading.around(claim.sentence)):
        before = 0 <= claim.sentence - other.sentence <= _NEAR and other.word.end <= claim.span.end - len(claim.label)
        together = before and reading.block_of(other.sentence) == reading.block_of(claim.sentence)
        if together and other.label == claim.label and other.stance.put_forward and not other.inferred:
            named = collective and other.inspection.subject not in ("", authority_key(reading.authority))
            units = other.unit is not None and not _one_unit(reading, claim, other)
            if (named or units) and not _own_grade(reading, claim, other):
                sure = Confidence.HIGH if other.sentence == claim.sentence else Confidence.MEDIUM
                yield _finding(reading, claim, claim.span, as_given(other), other.unit, sure)
            return


def _one_unit(reading: Reading, claim: GradeClaim, other: GradeClaim) -> bool:
    """Whether both grades are of bodies called alike."""
    names = (reading.document.quote(each.unit).casefold() for each in (claim, other) if each.unit is not None)
    return claim.unit is not None and len(set(names)) == 1


def _is_a_grade(reading: Reading, end: int) -> bool:
    """Whether a grade word that ends there is put as the grade ("makes us good"), not before some noun ("good news")."""
    after = reading.document.text[end : end + _WORD].lstrip("'\"’”* ")
    word = "".join(takewhile(str.isalpha, after)).casefold()
    before = reading.document.text[max(0, end - _WORDS) : end].casefold().split()[:-1]
    if set(before[-1:]) & set(reading.language.words("ordinal")):  # "the second outstanding home in the county"
        return False
    return not word or word in {each for kind in _FOLLOWING for each in reading.language.words(kind)}


def _counts(reading: Reading, span: Span) -> bool:
    """Whether figures stand among the words: "31 of our 34 schools are good"."""
    return any(letter.isdecimal() for letter in reading.document.quote(span))


def _own_grade(reading: Reading, claim: GradeClaim, other: GradeClaim) -> bool:
    """Whether the body is known to have that grade in its own right."""
    held = whole_records(reading, claim.inspection)[:1]
    if any(each.standing is not None and each.standing.grade.label == claim.label for each in held):
        return True
    return any(
        each.label == claim.label and each.whole and each.unit is None and not each.inferred and each.stance.put_forward
        for each in reading.around(claim.sentence)
        if each is not claim and each is not other
    )


def _by_occasion(reading: Reading) -> Iterator[Remark]:
    """A grade said to be one body's, given when another was inspected, while its own is told to be another one."""
    for remark in remarks_of(reading, "transfer-by-occasion"):
        claims = [each for each in reading.around(remark.sentence) if each.whole and each.stance.put_forward]
        if any(each.label != remark.label and each.standing is not None and each.unit is None for each in claims):
            yield remark


def _finding(
    reading: Reading, claim: GradeClaim, span: Span, evidence: Evidence, unit: Span | None, sure: Confidence
) -> Finding:
    whose = f"“{reading.document.quote(unit)}”" if unit else "another body"
    finding = found(
        reading,
        claim,
        span,
        f"the grade of {whose} is given as that of another body, which it says nothing about",
        (evidence,),
        confidence=sure,
        suggestion="say whose grade it is, and what the other body's is, if it has one",
        label="another body's grade",
    )
    return finding if finding.sources else finding._replace(sources=who_grades(reading))
