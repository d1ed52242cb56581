"""Which grade a statement has to answer to: the ones around it, elsewhere in the paper, or on record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from gradelint.model.period import Period
from gradelint.model.reading import GradeClaim, Inspection, Outcome, Praise, Reading, Remark
from gradelint.model.standing import Form, Stance, Standing

_REPORT = timedelta(days=120)  # by when an inspection's report is out, where the record does not say
_FAVOURABLE = 2


def held(reading: Reading, near: Sequence[int]) -> GradeClaim | None:
    """The first of these claims that gives a grade as a fact."""
    return next((reading.claims[index] for index in near if gives(reading.claims[index])), None)


def gives(claim: GradeClaim) -> bool:
    """Whether the paper gives a grade here (and does not merely use its word to describe)."""
    spoken_of = claim.topic and claim.glossing
    return (
        claim.standing is not None and claim.stance.put_forward and claim.form is not Form.DESCRIBED and not spoken_of
    )


def same_grade(reading: Reading, claim: GradeClaim) -> Iterator[GradeClaim]:
    """The other places where the paper gives the same whole grade of the same, dated inspection."""
    for other in reading.around(claim.sentence):
        alike = other.label == claim.label and other is not claim and other.whole and other.inspection.dated
        if alike and gives(other) and other.inspection.same_as(claim.inspection):
            yield other


def dated_claims(reading: Reading, praise: Praise | Remark) -> Iterator[GradeClaim]:
    """The whole grades given for the inspection that the praise itself names or dates, nearest first."""
    asked = praise.inspection
    if asked.dated or asked.named:
        for claim in _nearest_first(reading.around(praise.sentence), praise.sentence):
            own = claim.inspection.period is not None or claim.inspection.named or claim.sentence == praise.sentence
            if own and gives(claim) and claim.whole and claim.inspection.same_as(asked):
                yield claim


def _nearest_first(claims: tuple[GradeClaim, ...], sentence: int) -> Iterator[GradeClaim]:
    """The claims by their distance from a sentence; its own mostly do, and only then are the others sorted."""
    yield from [each for each in claims if each.sentence == sentence]
    others = [each for each in claims if each.sentence != sentence]
    yield from sorted(others, key=lambda each: abs(each.sentence - sentence))


def records_of(reading: Reading, claim: GradeClaim | Praise | Remark) -> list[Outcome]:
    """The register's whole judgements of the inspection that a dated claim speaks of."""
    return [each for each in whole_records(reading, claim.inspection) if matches(each, claim)]


def matches(outcome: Outcome, claim: GradeClaim | Praise | Remark) -> bool:
    """Whether a record may be of the inspection: its inspection or publication falls in the period given."""
    period, record = claim.inspection.period, outcome.record
    if period is None or outcome.framework is None:
        return False
    known = {framework.id for framework in claim.inspection.frameworks}
    if known and outcome.framework.id not in known and (claim.inspection.named or outcome.framework.kind == "graded"):
        return False
    until = record.published.last if record.published else record.inspected.last + _REPORT
    return Period(record.inspected.first, until).overlaps(period)


def whole_records(reading: Reading, inspection: Inspection) -> list[Outcome]:
    """The graded whole judgements on record for the body an inspection is of, latest first."""
    body = inspection.frameworks[0].body if inspection.frameworks else ""
    found = [each for each in reading.outcomes if _counts(each, inspection.subject, body)]
    return sorted(found, key=lambda each: each.record.inspected, reverse=True)


def _counts(outcome: Outcome, subject: str, body: str) -> bool:
    if not outcome.whole or outcome.standing is None or outcome.framework is None or outcome.subject != subject:
        return False
    return outcome.framework.body == (body or next(iter(outcome.standing.vocabulary.subjects), ""))


def worse(one: Standing, other: Standing) -> bool:
    """Whether `one` lies lower on its scale than `other` on its own."""
    return one.grade.rank / one.size > other.grade.rank / other.size


def flatters(praise: Praise) -> bool:
    """Whether the words set their object at the second grade of four or higher, and are left standing."""
    return 0 < praise.standing <= _FAVOURABLE and praise.stance.put_forward


def remarks_of(reading: Reading, kind: str, supposed: bool = False, aimed: bool = False) -> Iterator[Remark]:
    """The remarks of a kind that the paper leaves standing; also as a supposition or an aim, where that is its form."""
    also = {Stance.HYPOTHETICAL} if supposed else {Stance.TARGET} if aimed else set()
    return (each for each in reading.remarks if each.kind == kind and (each.stance.put_forward or each.stance in also))
