"""How findings put things: the grade, its place and reading, and the evidence, worded alike by every rule."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from gradelint.model.document import Span
from gradelint.model.finding import Confidence, Evidence, Finding, Severity, Statement
from gradelint.model.reading import GradeClaim, Inspection, Outcome, Reading
from gradelint.model.standing import Standing
from gradelint.model.trail import Trail, follow
from gradelint.model.vocabulary import Source


@lru_cache(maxsize=512)
def reading_on(standing: Standing, day: date) -> Trail:
    """What a grade reads as on a day."""
    return follow(standing.vocabulary, standing.framework, standing.grade, day)


def now(standing: Standing, day: date) -> str:
    """The present-day reading as a sentence, with who says so; never what an inspection would have found."""
    trail = reading_on(standing, day)
    grade = f"'{standing.grade.label}'"
    bearer = f"{trail.basis}; {edition(standing)}"
    if trail.label is None:
        return f"{grade} has no present-day reading ({bearer})"
    if trail.label == standing.grade.label:
        return f"{grade} is still {standing.place} ({edition(standing)})"
    return f"{grade} has since been replaced by '{trail.label}' ({bearer})"


def edition(standing: Standing) -> str:
    """The vocabulary and version a standing rests on."""
    return f"{standing.vocabulary.id} {standing.vocabulary.version}"


def name_of(inspection: Inspection, standing: Standing | None = None) -> str:
    """An inspection in a few words: `Ofsted CPI, August 2012`."""
    parts = []
    if inspection.vocabulary is not None:
        parts.append(inspection.vocabulary.inspectorate)
    framework = standing.framework if standing else next(iter(inspection.frameworks), None)
    sure = inspection.named or len(inspection.frameworks) == 1
    if framework is not None and (sure or standing):
        parts.append(framework.code)
    named = " ".join(parts)
    return f"{named}, {inspection.period.in_words()}" if inspection.period else named


def as_given(claim: GradeClaim) -> Evidence:
    """The grade as the paper itself gives it."""
    place = claim.standing.place if claim.standing else "the grade given"
    area = f" ({claim.area.name})" if claim.area else ""
    return Evidence(f"{place}{area}", span=claim.span)


def on_record(outcome: Outcome) -> Evidence:
    """The grade as the register has it."""
    grade = outcome.record.grade or "not graded"
    return Evidence(
        f"on record: {grade}{f', {outcome.standing.place}' if outcome.standing else ''}", record=outcome.record
    )


def statement(reading: Reading, claim: GradeClaim, standing: Standing | None = None) -> Statement:
    """The claim as a report shows it; `standing` when the grade that counts is another than the claim's."""
    held = standing or claim.standing
    inspection = claim.inspection
    framework = held.framework if held else next(iter(inspection.frameworks), None)
    return Statement(
        authority=reading.authority,
        inspectorate=inspection.vocabulary.inspectorate if inspection.vocabulary else "",
        framework=framework.code if framework else "",
        area=claim.area.name if claim.area else "overall",
        inspected=inspection.period,
        grade=claim.label,
        reads_now=(reading_on(held, reading.as_of).label or "") if held else "",
        stance=claim.stance.value,
    )


def sources_for(standing: Standing, day: date) -> tuple[Source, ...]:
    """Who bears out the grade's place and its reading."""
    trail = reading_on(standing, day)
    names = (*standing.grade.sources[:1], *trail.sources[:2]) or standing.framework.sources[:2]
    return standing.vocabulary.cite(tuple(dict.fromkeys(names)))


def framework_sources(inspection: Inspection) -> tuple[Source, ...]:
    """Who bears out what the likeliest framework of an inspection was."""
    if inspection.vocabulary is None or not inspection.frameworks:
        return ()
    return inspection.vocabulary.cite(inspection.frameworks[0].sources)[:3]


def who_grades(reading: Reading) -> tuple[Source, ...]:
    """A source on who does give grades: the latest framework of the first vocabulary."""
    vocabulary = next(iter(reading.vocabularies.values()))
    return vocabulary.cite(vocabulary.frameworks[-1].sources)[:1]


def vocabulary_of(inspection: Inspection) -> str:
    """`id@version` of the vocabulary an inspection was resolved in."""
    found = inspection.vocabulary
    return f"{found.id}@{found.version}" if found else ""


def found(
    reading: Reading,
    claim: GradeClaim,
    span: Span,
    message: str,
    because: tuple[Evidence, ...],
    standing: Standing | None = None,
    confidence: Confidence = Confidence.HIGH,
    severity: Severity = Severity.ERROR,
    suggestion: str = "",
    label: str = "",
    voice: str = "",
) -> Finding:
    """A finding about a claim; the catalogue adds the rule's code and name. `standing` is the grade it rests on."""
    held = standing or claim.standing
    return Finding(
        code="",
        rule="",
        severity=severity,
        confidence=confidence,
        span=span,
        message=message,
        because=because,
        statement=statement(reading, claim, held),
        sources=sources_for(held, reading.as_of) if held else framework_sources(claim.inspection),
        suggestion=suggestion,
        label=label,
        now=now(held, reading.as_of) if held else "",
        voice=voice or claim.voice,
        vocabulary=vocabulary_of(claim.inspection),
    )
