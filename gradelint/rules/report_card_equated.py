"""GL208 report-card-equated (error): equates a grade with one that the inspectorate says cannot be compared with it

Ofsted's report cards of November 2025 have five grades, and Ofsted has said that they cannot be compared with
the old ones. "Expected standard is the old good", a ready reckoner, or a total over both kinds misleads.

Write instead: each grade in its own words, and that no comparison is possible.

Not flagged: the two told side by side without being equated; a paper that says they cannot be compared.

```flagged
authority: Harrowmere Borough Council
date: 2026-03-10

Under Ofsted's report cards for schools the [[‘expected standard’ is the equivalent of the old ‘good’]].
```

```clean
authority: Harrowmere Borough Council
date: 2026-03-10

Under Ofsted's report cards for schools most areas were graded ‘expected standard’. Ofsted says that the new
grades cannot be compared with the old ‘good’.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gradelint.model.document import Span
from gradelint.model.finding import Confidence, Evidence, Finding
from gradelint.model.reading import GradeClaim, Reading
from gradelint.model.standing import Form
from gradelint.model.stating import as_given, found
from gradelint.model.vocabulary import Basis, Equivalence, Vocabulary


def report_card_equated(reading: Reading) -> Iterator[Finding]:
    """Two grades of one sentence or row put on one footing although the inspectorate denies it."""
    for first, second in pairwise(reading.claims):
        denied = _denied(first, second) if first.sentence == second.sentence and second.equating else None
        if denied is not None:
            yield _finding(reading, first, second, denied)


def _denied(first: GradeClaim, second: GradeClaim) -> Equivalence | None:
    vocabulary = first.inspection.vocabulary
    if vocabulary is None or vocabulary != second.inspection.vocabulary or not first.stance.put_forward:
        return None
    found = (each for each in vocabulary.equivalences if each.basis is Basis.DENIED)
    return next((each for each in found if _parts(vocabulary, each, first.label, second.label)), None)


def _parts(vocabulary: Vocabulary, denied: Equivalence, one: str, other: str) -> bool:
    """Whether the labels are grades of the two frameworks, either way round, and of no more than one of them each."""
    mine, theirs = vocabulary.framework(denied.framework), vocabulary.framework(denied.to_framework)
    if mine is None or theirs is None:
        return False
    has = [(bool(each.grade(one)), bool(each.grade(other))) for each in (mine, theirs)]
    return has in ([(True, False), (False, True)], [(False, True), (True, False)])


def _finding(reading: Reading, first: GradeClaim, second: GradeClaim, denied: Equivalence) -> Finding:
    in_row = first.form is Form.CELL
    span = first.span if in_row else Span(first.word.start, second.word.end)
    finding = found(
        reading,
        second,
        span,
        f"'{first.label}' and '{second.label}' are put on one footing; the inspectorate says they cannot be compared",
        (Evidence(denied.note or "the inspectorate denies the comparison"), as_given(first)),
        confidence=Confidence.HIGH,
        suggestion="give each grade in its own words and say that they cannot be compared",
        label="not comparable",
    )
    vocabulary = first.inspection.vocabulary
    return finding._replace(sources=vocabulary.cite(denied.sources)[:2] if vocabulary else ())
