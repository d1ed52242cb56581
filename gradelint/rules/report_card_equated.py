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

from gradelint.model.anachronism import anachronisms
from gradelint.model.equation import Equation, denial, denied_label
from gradelint.model.finding import Confidence, Evidence, Finding
from gradelint.model.reading import GradeClaim, Reading
from gradelint.model.stating import as_given, found, name_of
from gradelint.model.vocabulary import Equivalence, Vocabulary


def report_card_equated(reading: Reading) -> Iterator[Finding]:
    """Two grades put on one footing although the inspectorate denies it."""
    for equation in reading.equations:
        denied = denial(reading, equation)
        if denied is not None:
            yield _finding(reading, equation, *denied)
    for claim in (each.claim for each in anachronisms(reading)):
        denied = denied_label(claim)
        if denied is not None:
            yield _misnamed(reading, claim, *denied)


def _finding(reading: Reading, equation: Equation, vocabulary: Vocabulary, denied: Equivalence) -> Finding:
    evidence = [Evidence(denied.note or "the inspectorate denies the comparison")]
    if equation.claim is not None:
        evidence.append(as_given(equation.claim))
    made = found(
        reading,
        GradeClaim.of_words(equation, equation.other),
        equation.span,
        f"'{equation.one}' and '{equation.other}' are put on one footing; the inspectorate says they cannot be"
        " compared",
        tuple(evidence),
        confidence=Confidence.HIGH,
        suggestion="give each grade in its own words and say that they cannot be compared",
        label="not comparable",
    )
    return made._replace(sources=vocabulary.cite(denied.sources)[:2])


def _misnamed(reading: Reading, claim: GradeClaim, vocabulary: Vocabulary, denied: Equivalence) -> Finding:
    made = found(
        reading,
        claim,
        claim.span,
        f"'{claim.label}' is given for {name_of(claim.inspection)}; the inspectorate says that the grades of the two"
        " cannot be compared",
        (Evidence(denied.note or "the inspectorate denies the comparison"),),
        confidence=Confidence.HIGH,
        suggestion="give the grades in the words of the inspection itself",
        label="not comparable",
    )
    return made._replace(sources=vocabulary.cite(denied.sources)[:2])
