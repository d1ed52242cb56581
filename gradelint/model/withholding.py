"""A weak overall grade that a paper does not tell beside what it tells of the inspection."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from gradelint.model.document import Span
from gradelint.model.finding import Evidence
from gradelint.model.period import Period
from gradelint.model.reading import GradeClaim, Outcome, Reading, Remark
from gradelint.model.standing import Form, Standing
from gradelint.model.stating import as_given, on_record
from gradelint.model.weighing import gives, records_of, remarks_of, whole_records

_CLOSE, _SHORT = 6, 30  # blocks after a line of few letters that opens an annex without being a heading
_STANDING = timedelta(days=3 * 365)  # how long the grade of an area is told as one that holds
_FRESH = timedelta(days=200)  # how long a report is news, so that words of inspectors without a date are of it


_COUNCIL = "council"


class Withheld(NamedTuple):
    """The grade, where it is known from, and whether the paper does tell it, in a note or an annex."""

    standing: Standing
    evidence: Evidence
    buried: bool
    outcome: Outcome | None = None


def untold(reading: Reading) -> Iterator[tuple[Remark | GradeClaim, Withheld]]:
    """Praise of a part, or one area's better grade, each with the weak grade of the whole that it leaves out."""
    for remark in remarks_of(reading, "credit"):
        if remark.among_them and not _of_another(reading, remark):
            held = withheld(reading, remark)
            if held is not None and _of_its_inspectorate(remark, held):
                yield remark, held
    for claim in reading.claims:
        if _better_part(claim) and not _others(reading, claim):
            held = withheld(reading, claim)
            if held is not None:
                yield claim, held


def _of_another(reading: Reading, remark: Remark) -> bool:
    """Whether the praise is, or may be, of another inspection, or from a visit that was not graded."""
    if remark.visit is not None or _graded_beside(reading, remark):
        return True
    return bool(reading.visits) and not (remark.inspection.dated or remark.inspection.named)


def _graded_beside(reading: Reading, remark: Remark) -> bool:
    """Whether the paragraph gives a better grade, of whatever body, that the praise may belong to."""
    here = reading.block_of(remark.sentence)
    return any(
        each.whole and each.standing is not None and not each.standing.weak and each.form is Form.GIVEN
        for each in reading.around(remark.sentence)
        if reading.block_of(each.sentence) == here
    )


def _of_its_inspectorate(remark: Remark, held: Withheld) -> bool:
    """Whether the words are of the inspectorate that gave the grade, about the body that it was given."""
    vocabulary = held.standing.vocabulary
    if remark.inspectorates and vocabulary.inspectorate not in remark.inspectorates:
        return False
    return not (remark.of_others and _COUNCIL in vocabulary.subjects)


def _better_part(claim: GradeClaim) -> bool:
    if claim.standing is None or claim.standing.weak or claim.whole or claim.area is None:
        return False
    return claim.stance.put_forward and claim.form is Form.GIVEN and not (claim.own or claim.moving)


def _others(reading: Reading, claim: GradeClaim) -> bool:
    """Whether the paper gives a weak grade of the inspection too, or passes the area's off as that of the whole."""
    return any(
        other.standing is not None
        and (other.label == claim.label and other.stance.put_forward if other.whole else other.standing.weak)
        and other.inspection.same_as(claim.inspection)
        for other in reading.around(claim.sentence)
    )


def withheld(reading: Reading, said: Remark | GradeClaim) -> Withheld | None:
    """The weak overall grade of the inspection that something is told of, unless the paper tells it plainly."""
    outcome = _recorded(reading, said)
    if outcome is not None and outcome.standing is not None:
        told = [_plain(reading, said, place) for place in _told(reading, outcome.standing)]
        weak = outcome.standing.weak and not any(told)
        return Withheld(outcome.standing, on_record(outcome), bool(told), outcome) if weak else None
    for claim in reading.around(said.sentence):
        near = claim.whole or claim.sentence == said.sentence
        standing = claim.standing if near and gives(claim) and claim.inspection.same_as(said.inspection) else None
        if standing is not None and standing.weak and not _told_plainly(reading, said, standing):
            return Withheld(standing, as_given(claim), True)
    return None


def _told_plainly(reading: Reading, said: Remark | GradeClaim, standing: Standing) -> bool:
    return any(_plain(reading, said, place) for place in _told(reading, standing))


def _recorded(reading: Reading, said: Remark | GradeClaim) -> Outcome | None:
    """The record of the inspection dated, or the latest one while its report is news."""
    inspection = said.inspection
    if isinstance(said, GradeClaim) and inspection.dated:
        return next(iter(records_of(reading, said)), None)
    if isinstance(said, GradeClaim) and inspection.frameworks:
        latest = next(iter(whole_records(reading, inspection)), None)
    else:
        latest = next(iter(whole_records(reading, inspection._replace(frameworks=()))), None)
    if latest is None:
        return None
    if inspection.period is not None:
        return latest if _then(latest, inspection.period) else None
    since = (latest.record.published or latest.record.inspected).last
    news = _STANDING if isinstance(said, GradeClaim) else _FRESH
    return latest if reading.dated is not None and reading.dated.first - since <= news else None


def _then(outcome: Outcome, period: Period) -> bool:
    """Whether an inspection was made or its report came out in the period."""
    dates = (outcome.record.inspected, outcome.record.published)
    return any(each is not None and each.overlaps(period) for each in dates)


def _told(reading: Reading, standing: Standing) -> Iterator[Span]:
    """Every place where the paper has the grade's word."""
    words = _words((standing.grade.label, *standing.grade.forms))
    return (Span(found.start(), found.end()) for found in words.finditer(reading.document.text))


@lru_cache(maxsize=64)
def _words(labels: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted({part for label in labels for part in (label, label.partition(" to ")[0])}, key=len)[::-1]
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)


def _plain(reading: Reading, said: Remark | GradeClaim, place: Span) -> bool:
    """Whether a place is one that a reader of what is said would come upon."""
    blocks, here = reading.document.blocks, reading.block_of(said.sentence)
    at = reading.document.block_at(place.start)
    if blocks[at].note or _in_brackets(reading, blocks[at].span):
        return at == here
    if at == here:
        return not _after_the_quotation(reading, said, place)
    aside = _opens_aside(reading, blocks[at].span) or _under_aside(reading, blocks[at].under)
    return not (aside or _after_an_aside(reading, here, at)) or _under_aside(reading, blocks[here].under)


def _in_brackets(reading: Reading, span: Span) -> bool:
    words = reading.document.quote(span).strip()
    return words.startswith(("(", "[")) and words.rstrip(".").endswith((")", "]"))


def _after_an_aside(reading: Reading, here: int, at: int) -> bool:
    """Whether a short line such as "Notes" stands between, close before the place."""
    between = (reading.document.blocks[each].span for each in range(max(here, at - _CLOSE) + 1, at))
    return any(each.end - each.start <= _SHORT and _opens_aside(reading, each) for each in between)


def _under_aside(reading: Reading, heading: int | None) -> bool:
    return heading is not None and _opens_aside(reading, reading.document.blocks[heading].span)


def _opens_aside(reading: Reading, span: Span) -> bool:
    """Whether words begin as a note or an annex does: "Annex F", "Note 9: ..."; "Note that ..." is none."""
    opening = reading.document.quote(Span(span.start, min(span.end, span.start + 40)))
    words = opening.casefold().lstrip("#*_ [0123456789.")
    name = next((each for each in reading.language.words("aside") if words.startswith(each)), "")
    return bool(name) and _LABEL.match(words, len(name)) is not None


def _after_the_quotation(reading: Reading, said: Remark | GradeClaim, place: Span) -> bool:
    """Whether a speaker gives only the praise, and the sentence names the grade in passing after the closing quote."""
    sentence = reading.sentences[said.sentence].span
    if not sentence.contains(place) or place.start < said.span.start:
        return False
    between = reading.document.quote(Span(said.span.start, place.start))
    _, closing, passing = between.rpartition("”")
    return bool(closing) and _PASSING.search(passing) is not None


_LABEL = re.compile(r"s?(?: [a-z]?\d{0,3})?(?:[:.,)–—-]|\s*\Z)")
_PASSING = re.compile(r"\b(?:that|which|where)\b")
