"""GL101 inflation-adjective (error): describes a third or fourth grade in favourable words

A grade in the lower half of its scale says that a service only met minimum requirements, or did not
meet them. Words such as strong, solid or pleasing, a vote of confidence, "in safe hands" tell the
reader the opposite; so does rejoicing over it: bunting, a toast, thanks for having earned it. The rule
joins them to the grade of the inspection they speak of: in the sentence, the paragraph, the section, a
note, elsewhere in the paper or in the register.

Write instead: the grade, its date, and what it reads as today; leave a quotation as it is and set it
right beside it.

Not flagged: praise of a good or outstanding grade; praise that inspectors gave to a part; words that
are denied, asked, aimed at, or set right nearby; gladness at a rise.

```flagged
authority: Harrowmere Borough Council
date: 2012-11-20

The child protection inspection of July 2012 judged the Council's arrangements to be adequate.
This is [[a robust result]] for the borough.
```

```flagged
authority: Harrowmere Borough Council
date: 2016-09-06

Ofsted graded children's services 'requires improvement' in June 2016, which means that
families here are [[in safe hands]].
```

```flagged
authority: Harrowmere Borough Council
date: 2016-09-06

Ofsted graded children's services 'requires improvement' in June 2016. Staff [[broke into applause]] at the news.
```

```clean
authority: Harrowmere Borough Council
date: 2012-11-20

The child protection inspection of July 2012 judged the Council's arrangements to be adequate.
Inspectors noted strong links with schools. The grade means that minimum requirements were met.
```

```clean
authority: Harrowmere Borough Council
date: 2019-03-05

Ofsted judged the Council's children's services to be good in January 2019. This is a strong result.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from gradelint.model.answering import answered, grade_in_words, sureness
from gradelint.model.document import Span
from gradelint.model.finding import Evidence, Finding
from gradelint.model.reading import GradeClaim, Praise, Reading, Remark
from gradelint.model.stating import found
from gradelint.model.weighing import flatters, gives, remarks_of


def inflation_adjective(reading: Reading) -> Iterator[Finding]:
    """Favourable words that lean on a grade in the lower half of its scale; one finding a sentence.

    Rejoicing is a finding once a paragraph, and not beside praise or an ending, which say the same.
    """
    praised = {reading.block_of(remark.sentence) for remark in remarks_of(reading, "false-progress")}
    for sentence, group in groupby(_findings(reading), key=lambda pair: pair[1]):
        findings = [finding for finding, _ in group]
        praised.add(reading.block_of(sentence))
        span = Span(findings[0].span.start, max(finding.span.end for finding in findings))
        yield findings[0]._replace(span=span)
    for remark in remarks_of(reading, "celebration"):
        block = reading.block_of(remark.sentence)
        answer = None if block in praised else _weak(reading, remark)
        if answer is not None and not answer[0].moving and not _better_beside(reading, answer[0]):
            praised.add(block)
            yield _finding(reading, remark, *answer)


def _better_beside(reading: Reading, claim: GradeClaim) -> bool:
    """Whether the sentence gives a better grade too, over which people may rejoice; as they may over a rise."""
    beside = (each for each in reading.around(claim.sentence) if each.sentence == claim.sentence)
    return any(gives(each) and each.standing and not each.standing.weak for each in beside)


def _findings(reading: Reading) -> Iterator[tuple[Finding, int]]:
    for praise in reading.praise:
        if not flatters(praise) or praise.about == "grade":
            continue
        if (answer := _weak(reading, praise)) is not None:
            yield _finding(reading, praise, *answer), praise.sentence


def _weak(reading: Reading, said: Praise | Remark) -> tuple[GradeClaim, tuple[Evidence, ...]] | None:
    """The grade that favourable words lean on, if it is in the lower half of its scale."""
    answer = answered(reading, said)
    return answer if answer is not None and answer[0].standing is not None and answer[0].standing.weak else None


def _finding(reading: Reading, said: Praise | Remark, claim: GradeClaim, because: tuple[Evidence, ...]) -> Finding:
    words = said.words if isinstance(said, Praise) else said.span
    told = "described as" if isinstance(said, Praise) else "met with"
    return found(
        reading,
        claim,
        said.span,
        f"{grade_in_words(claim)} is {told} “{reading.document.quote(words)}”",
        because,
        confidence=sureness(reading, said, claim),
        suggestion="state the grade and its present-day reading; leave a quotation as it is",
        label="reads as second grade or better",
        voice=said.voice,
    )
