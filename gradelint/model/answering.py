"""The grade that words about an outcome have to answer to, with the evidence for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import islice

from gradelint.model.finding import Confidence, Evidence
from gradelint.model.reading import GradeClaim, Outcome, Praise, Reading, Remark, nearest
from gradelint.model.standing import Stance
from gradelint.model.stating import as_given, name_of, on_record
from gradelint.model.weighing import dated_claims, gives, held, records_of, same_grade, whole_records

_RECENT = timedelta(days=3 * 365)
_OF_PARTS = "celebration"  # people may rejoice over a part
_MOST_EVIDENCE = 4
_MOST_LOOKED_AT = 20


def answered(
    reading: Reading, said: Praise | Remark, outside: bool = False
) -> tuple[GradeClaim, tuple[Evidence, ...]] | None:
    """The grade given nearest to praise or a remark, or on record for the inspection that it dates.

    `outside` leaves out a grade word that is part of the remark itself ("really a good").
    """
    near = [each for each in said.near if not (outside and reading.claims[each].word.overlaps(said.span))]
    claim = next(dated_claims(reading, said), None) or held(reading, near) or _named_as(reading, said, near)
    if claim is not None:
        return claim, (as_given(claim), *_more(reading, claim))
    in_table = reading.document.blocks[reading.block_of(said.sentence)].row is not None
    elsewhere = isinstance(said, Remark) and not (said.on_inspection or said.inspection.dated)
    records = [] if in_table or elsewhere else (records_of(reading, said) or _latest_on_record(reading, said))[:1]
    return (GradeClaim.of_record(said, records[0]), (on_record(records[0]),)) if records else None


def _latest_on_record(reading: Reading, said: Praise | Remark) -> list[Outcome]:
    """The latest grade on record, for words about "our inspection" in a paper that gives no grade of its own."""
    if not isinstance(said, Remark) or not said.on_inspection or reading.visits or reading.dated is None:
        return []
    if said.kind == _OF_PARTS:
        return []
    if said.inspection.dated or said.inspection.named or any(gives(each) for each in reading.claims):
        return []
    latest = whole_records(reading, said.inspection._replace(frameworks=(), subject=reading.subject))[:1]
    return [each for each in latest if reading.dated.first - each.record.inspected.last <= _RECENT]


def _named_as(reading: Reading, said: Praise | Remark, near: Sequence[int]) -> GradeClaim | None:
    """A weak grade named without being given, in the paragraph or right before it: "we are now adequate"."""
    described = (reading.claims[index] for index in near)
    of_it = isinstance(said, Remark) or said.about != "service"
    labels = nearest(reading.labels, said.sentence) if of_it else ()
    beside = sorted(labels, key=lambda each: abs(each.sentence - said.sentence))
    return next((each for each in (*described, *beside) if _may_be_meant(reading, said, each)), None)


def _may_be_meant(reading: Reading, said: Praise | Remark, each: GradeClaim) -> bool:
    beside = each.sentence == said.sentence and each.stance is Stance.DEFINITION  # "adequate means that all is done"
    if each.standing is None or not each.standing.weak or not (each.stance.put_forward or beside):
        return False
    if each.inspection.subject and said.inspection.subject not in ("", each.inspection.subject):
        return False
    together = reading.block_of(each.sentence) == reading.block_of(said.sentence)
    return together or (each.sentence < said.sentence and reading.apart(each.sentence, said.sentence) <= 1)


def grade_in_words(claim: GradeClaim) -> str:
    """The grade with its inspection, as far as it is known: `'adequate' (Ofsted CPI, August 2012)`."""
    name = name_of(claim.inspection, claim.standing)
    return f"'{claim.label}' ({name})" if name else f"'{claim.label}'"


def sureness(reading: Reading, said: Praise | Remark, claim: GradeClaim) -> Confidence:
    """High where the grade is given in the same block as the words about it."""
    near = reading.block_of(claim.sentence) == reading.block_of(said.sentence)
    return Confidence.HIGH if near and claim.span != said.span else Confidence.MEDIUM


def _more(reading: Reading, claim: GradeClaim) -> list[Evidence]:
    """Where else the paper gives the grade (a table first), and the record of it."""
    same = sorted(islice(same_grade(reading, claim), _MOST_LOOKED_AT), key=lambda each: not each.tabular)
    elsewhere = [as_given(each) for each in same[:_MOST_EVIDENCE]]
    records = [on_record(each) for each in records_of(reading, claim)]
    return (elsewhere[:1] + records[:2] + elsewhere[1:])[: _MOST_EVIDENCE - 1]
