"""GL103 false-progress (warning): treats arriving at the third grade as success, or as the end of the matter

The third of four grades says that a service is not yet good. A paper that calls this mission accomplished,
winds up the improvement board over it or is proud to have "maintained" it tells the reader to stop watching.

Write instead: the grade, what it says is still wanting, and who will go on watching.

Not flagged: a move up told plainly; an end reached with a good grade; a paper that says more is to be done.

```flagged
authority: Harrowmere Borough Council
date: 2018-12-04

Ofsted found our services 'requires improvement to be good' in November. [[The improvement journey is
complete]].
```

```flagged
authority: Harrowmere Borough Council
date: 2012-05-15

The Council [[has successfully maintained its adequate rating]] from Ofsted for a third year.
```

```flagged
authority: Harrowmere Borough Council
date: 2018-12-04

Ofsted found our services 'requires improvement to be good' in November. The Council [[no longer needs an improvement
adviser]].
```

```clean
authority: Harrowmere Borough Council
date: 2022-12-06

Ofsted found our services 'requires improvement to be good' in November, up from inadequate in 2019. The
improvement board will go on meeting, because there is more to do.
```

```clean
authority: Harrowmere Borough Council
date: 2018-12-04

Ofsted found our services good in November. The improvement journey is complete.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gradelint.model.answering import answered, grade_in_words, sureness
from gradelint.model.document import Span
from gradelint.model.finding import Evidence, Finding, Severity
from gradelint.model.reading import GradeClaim, Reading, Remark
from gradelint.model.stating import found
from gradelint.model.weighing import remarks_of

_APART = 4  # sentences from which a second such remark is another one


class _Ended(NamedTuple):
    remark: Remark
    claim: GradeClaim
    because: tuple[Evidence, ...]

    @property
    def beside(self) -> bool:
        """Whether the remark's own sentence gives the grade."""
        return self.claim.sentence == self.remark.sentence


def false_progress(reading: Reading) -> Iterator[Finding]:
    """A weak grade put as the end of the matter; one finding where such remarks follow each other."""
    run: list[_Ended] = []
    for each in _ended(reading):
        if run and each.remark.sentence - run[-1].remark.sentence >= _APART:
            yield _of_run(reading, run)
            run = []
        run.append(each)
    if run:
        yield _of_run(reading, run)


def _of_run(reading: Reading, run: list[_Ended]) -> Finding:
    """One finding for remarks of a paragraph, on the words from the first to the last."""
    chosen = max(run, key=lambda ended: ended.beside)
    block = reading.block_of(chosen.remark.sentence)
    spans = [each.remark.span for each in run if reading.block_of(each.remark.sentence) == block]
    span = Span(min(each.start for each in spans), max(each.end for each in spans))
    return _finding(reading, chosen)._replace(span=span)


def _ended(reading: Reading) -> Iterator[_Ended]:
    for remark in remarks_of(reading, "false-progress"):
        answer = answered(reading, remark)
        if answer is not None and answer[0].standing is not None and answer[0].standing.weak:
            yield _Ended(remark, *answer)


def _finding(reading: Reading, ended: _Ended) -> Finding:
    return found(
        reading,
        ended.claim,
        ended.remark.span,
        f"{grade_in_words(ended.claim)} is put as success or as the end of the matter",
        ended.because,
        confidence=sureness(reading, ended.remark, ended.claim),
        severity=Severity.WARNING,
        suggestion="say what the grade says is still wanting",
        label="not the end of the matter",
        voice=ended.remark.voice,
    )
