"""Grades that a paper draws or takes over from another body than the one it gives them to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from gradelint.model.document import Span
from gradelint.model.finding import Confidence, Evidence
from gradelint.model.reading import GradeClaim, Reading, Remark
from gradelint.model.register import authority_key
from gradelint.model.stating import as_given
from gradelint.model.weighing import remarks_of, whole_records

_FOLLOWING = ("function", "service-noun", "people-noun", "grade-noun")
_WORD = 24  # letters in which the word after a grade ends
_WORDS = 60  # letters in which a grade and the word before it begin
_NEAR = 2  # sentences between one body's grade and another that is drawn from it


class Transfer(NamedTuple):
    """A grade said at `span` to be one body's that is another's, whose words are `unit`; with what shows it."""

    claim: GradeClaim
    span: Span
    evidence: Evidence
    unit: Span | None
    sure: Confidence


def transfers(reading: Reading) -> Iterator[Transfer]:
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
        yield Transfer(given, remark.span, evidence, remark.unit, Confidence.MEDIUM)


def _drawn(reading: Reading, claim: GradeClaim, collective: bool = False) -> Iterator[Transfer]:
    """The same grade of another body, told shortly before, that this one is concluded from."""
    for other in reversed(reading.around(claim.sentence)):
        before = 0 <= claim.sentence - other.sentence <= _NEAR and other.word.end <= claim.span.end - len(claim.label)
        together = before and reading.block_of(other.sentence) == reading.block_of(claim.sentence)
        if together and other.label == claim.label and other.stance.put_forward and not other.inferred:
            named = collective and other.inspection.subject not in ("", authority_key(reading.authority))
            units = other.unit is not None and not _one_unit(reading, claim, other)
            if (named or units) and not _own_grade(reading, claim, other):
                sure = Confidence.HIGH if other.sentence == claim.sentence else Confidence.MEDIUM
                yield Transfer(claim, claim.span, as_given(other), other.unit, sure)
            return


def _one_unit(reading: Reading, claim: GradeClaim, other: GradeClaim) -> bool:
    """Whether both grades are of bodies called alike."""
    names = (reading.document.quote(each.unit).casefold() for each in (claim, other) if each.unit is not None)
    return claim.unit is not None and len(set(names)) == 1


def _is_a_grade(reading: Reading, end: int) -> bool:
    """Whether a grade word that ends there is put as the grade, not before some noun ("good news")."""
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
