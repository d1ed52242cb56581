"""GL206 definition-misquote (error): misstates what a grade means

The third grade of four says that a service only meets minimum requirements, or is not yet good. "It means that all
standards are met to a high level", "Ofsted's term for a good service with a few matters to attend to", "the second
highest of four grades" tell the reader something else; so does a definition that is worse than the grade's. The
rule holds the words against the grade's place on its scale and against the definition that the vocabulary has.

Write instead: what the inspectorate says the grade means, in its words or in plain ones.

Not flagged: a definition given rightly, also in other words; one that is denied, asked about or set right; what
follows from a grade ("the grade means that the Improvement Board will go on meeting").

```flagged
authority: Harrowmere Borough Council
date: 2012-11-20

Members asked what an adequate judgement of child protection means. It means that [[the arrangements meet all the
required standards]].
```

```flagged
authority: Harrowmere Borough Council
date: 2016-09-06

Ofsted judged children's services to require improvement in June 2016, [[the second highest of its four grades]].
```

```flagged
authority: Harrowmere Borough Council
date: 2025-02-11

Glossary for tenants. C2: [[the landlord complies in full]] with the consumer standards.
```

```clean
authority: Harrowmere Borough Council
date: 2012-11-20

Members asked what an adequate judgement of child protection means. It means that the arrangements meet minimum
requirements and no more; good would mean that they exceed them.
```

```clean
authority: Harrowmere Borough Council
date: 2016-09-06

Requires improvement is the third of Ofsted's four grades. It does not mean that the service is a good one with
loose ends.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model.finding import Confidence, Evidence, Finding
from gradelint.model.meaning import Meaning
from gradelint.model.reading import Reading
from gradelint.model.standing import Standing
from gradelint.model.stating import found, name_of


def definition_misquote(reading: Reading) -> Iterator[Finding]:
    """Words about a grade that give it another place, or another sense, than it has; numbers misread are GL204's."""
    for each in reading.meanings:
        numbered = each.claim.code is not None and each.place is not None
        if each.apart and not numbered and each.claim.stance.put_forward:
            yield _finding(reading, each)


def _finding(reading: Reading, each: Meaning) -> Finding:
    claim, standing = each.claim, each.claim.standing
    assert standing is not None
    name = name_of(claim.inspection, standing)
    grade = f"'{claim.label}' ({name})" if name else f"'{claim.label}'"
    words = " ".join(reading.document.quote(each.span).split())
    said = f"is placed as “{words}”; it is {standing.place}"
    if each.place is None:
        said = f"is said to mean “{words}”, which is inconsistent with its definition"
    settled = claim.inspection.named or claim.inspection.period is not None
    return found(
        reading,
        claim,
        each.span,
        f"{grade} {said}",
        (_evidence(standing),),
        confidence=Confidence.HIGH if settled else Confidence.MEDIUM,
        suggestion=f"say what the grade means: {_meaning(standing)}",
        label=f"'{claim.label}' is {standing.place}",
    )


def _evidence(standing: Standing) -> Evidence:
    said = f": {standing.grade.definition.rstrip('.')}" if standing.grade.definition else ""
    return Evidence(f"{standing.framework.code}: '{standing.grade.label}' is {standing.place}{said}")


def _meaning(standing: Standing) -> str:
    definition = standing.grade.definition.rstrip(".")
    return definition[:1].lower() + definition[1:] if definition else f"it is {standing.place}"
