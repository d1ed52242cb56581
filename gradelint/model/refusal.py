"""Why a grade cannot be translated as asked, and what could be asked instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from gradelint.model.period import Period
from gradelint.model.question import Held, Question, Scope, area_id, held, near
from gradelint.model.trail import OVERALL
from gradelint.model.vocabulary import Framework, Grade, Kind, Vocabulary


class Refused(StrEnum):
    """The kinds of question that have no answer."""

    ANACHRONISTIC = "anachronistic"
    UNGRADED = "ungraded"
    NO_OVERALL = "no-overall"
    DRAFT_LABEL = "draft-label"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"


class Candidate(NamedTuple):
    """A grade that may have been meant: where it stands, when it could be given, and what it reads as."""

    vocabulary: str
    framework: str
    label: str
    given: Period
    reads_now: str | None = None


class Refusal(NamedTuple):
    """The question, why it has no answer (a sentence with the remedy), and the nearest that has one."""

    question: Question
    refused: Refused
    reason: str
    candidates: tuple[Candidate, ...] = ()


def refusal(vocabularies: Sequence[Vocabulary], within: Scope, question: Question) -> Refusal:
    """Why no framework that may be meant had this grade at the time."""
    then = [framework for _, framework in within if _in_force(framework, question)]
    if _ungraded(then or [framework for _, framework in within], question):
        return _refuse_ungraded(then or [framework for _, framework in within], question)
    every = [(vocabulary, framework) for vocabulary in vocabularies for framework in vocabulary.frameworks]
    elsewhere = held(within, question) or held(every, question) or held(every, question._replace(area=""))
    drafts = [(vocabulary, framework) for vocabulary, framework in every if _drafted(framework, question)]
    if drafts and (not elsewhere or any(framework in then for _, framework in drafts)):
        return _refuse_draft(drafts, question)
    if not elsewhere:
        return _refuse_unknown(every, question)
    at_the_time = any(_meets(each.given, then, question) for each in elsewhere)
    if at_the_time or question.number is not None or _not_judged(within, question):
        return _refuse_stranger(within, elsewhere, question)
    return _refuse_anachronistic(then, elsewhere, question)


def refuse_number(found: Sequence[Held], question: Question) -> Refusal:
    """A bare number says nothing: one inspectorate's 4 was its best and another's its worst."""
    reason = (
        f"{question.grade.strip()!r} alone is not a grade: some frameworks number from the best and others from the "
        "worst; say which framework with --framework, or give the grade in words"
    )
    return Refusal(question, Refused.AMBIGUOUS, reason, candidates(found))


def refuse_no_overall(found: Sequence[Held], question: Question) -> Refusal:
    """The framework gives grades, but none for the whole."""
    framework = found[0].framework
    areas = [area.id for area in framework.areas if area.id != OVERALL]
    choice = f"; name the judgement with --area ({', '.join(areas)})" if areas else ""
    reason = (
        f"{framework.code} inspections ({dates(framework.inspected)}) end without an overall grade, and none may be "
        f"worked out from the others{choice}"
    )
    return Refusal(question, Refused.NO_OVERALL, reason, candidates(found))


def refuse_ambiguous(found: Sequence[Held], readings: Sequence[str | None], question: Question) -> Refusal:
    """Several frameworks had the grade, and it does not read the same from all of them."""
    options = ["--framework"]
    if question.inspected is None:
        options.append("--inspected")
    if len({each.vocabulary.id for each in found}) > 1:
        options.insert(0, "--vocabulary")
    reason = (
        f"{question.label!r} was a grade of {listed(each.framework.code for each in found)}, and does not read the "
        f"same from each of them; say which inspection is meant with {listed(options, 'or')}"
    )
    likely = tuple(each._replace(reads_now=label) for each, label in zip(candidates(found), readings, strict=True))
    return Refusal(question, Refused.AMBIGUOUS, reason, likely)


def candidates(found: Iterable[Held]) -> tuple[Candidate, ...]:
    """These places as things to ask for instead, in time order."""
    return tuple(Candidate(each.vocabulary.id, each.framework.code, each.grade.label, each.given) for each in found)


def dates(period: Period) -> str:
    """When something could be given, with open ends said in words."""
    day = Period(period.first, period.first).in_words()
    end = Period(period.last, period.last).in_words()
    if period.first.year == 1:
        return "at any time" if period.last.year == 9999 else f"until {end}"
    return f"since {day}" if period.last.year == 9999 else f"{day} to {end}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """`a, b and c`, each once."""
    once = list(dict.fromkeys(words))
    return f" {last} ".join([", ".join(once[:-1]), once[-1]] if len(once) > 1 else once)


def _in_force(framework: Framework, question: Question) -> bool:
    if question.inspected is None:
        return bool(question.framework) and framework.inspected.first <= question.as_of
    return framework.inspected.overlaps(question.inspected)


def _ungraded(frameworks: Sequence[Framework], question: Question) -> bool:
    """All ungraded; one with outcomes counts as such for whoever named it and asks for a grade it does not have."""
    if not question.framework and question.inspected is None:
        return False
    return bool(frameworks) and all(each.kind in (Kind.UNGRADED, Kind.OUTCOMES) for each in frameworks)


def _refuse_ungraded(frameworks: Sequence[Framework], question: Question) -> Refusal:
    codes = listed(each.code for each in frameworks)
    terms = list(dict.fromkeys(term for each in frameworks for term in each.terms))
    outcomes = [grade.label for each in frameworks for scale in each.scales for grade in scale.grades]
    said = f"; its findings are worded {listed(map(repr, terms or outcomes))}" if terms or outcomes else ""
    reason = f"{codes} inspections are not graded, so none was {question.label!r}{said}"
    return Refusal(question, Refused.UNGRADED, reason)


def _drafted(framework: Framework, question: Question) -> bool:
    return question.label in (draft.casefold() for draft in framework.drafts)


def _refuse_draft(drafts: Scope, question: Question) -> Refusal:
    codes = listed(framework.code for _, framework in drafts)
    reason = (
        f"{question.label!r} was proposed in the consultation on {codes} and never given to anyone; take the grade "
        "from the inspection report itself"
    )
    near_by = tuple(
        Candidate(vocabulary.id, framework.code, grade.label, framework.inspected)
        for vocabulary, framework in drafts
        for scale in framework.scales[:1]
        for grade in scale.grades
    )
    return Refusal(question, Refused.DRAFT_LABEL, reason, near_by)


def _refuse_unknown(every: Scope, question: Question) -> Refusal:
    labels = {grade.label: None for _, framework in every for grade in _grades(framework)}
    alike = near(question.label, labels)
    hint = f"; did you mean {listed(map(repr, alike), 'or')}?" if alike else "; `gradelint vocab show` lists the grades"
    likely = tuple(each for label in alike for each in candidates(held(every, question._replace(grade=label, area=""))))
    reason = f"no inspection is known to give the grade {question.label!r}{hint}"
    return Refusal(question, Refused.UNKNOWN, reason, likely)


def _refuse_stranger(within: Scope, elsewhere: Sequence[Held], question: Question) -> Refusal:
    """The grade exists, even at the time, but not in the framework or for the area that was asked about."""
    codes = listed(framework.code for _, framework in within)
    grades = [grade for _, framework in within for grade in _grades(framework)]
    if _not_judged(within, question):
        areas = list(dict.fromkeys(area.id for _, framework in within for area in framework.areas))
        reason = f"{codes} had no judgement of {question.area!r}; its areas are {listed(areas) or 'not named'}"
    elif question.number is not None and all(grade.code is None for grade in grades):
        reason = f"no numbers stand for the grades of {codes}; give the grade in words"
    else:
        labels = listed(repr(grade.label) for grade in grades) or "not known"
        reason = f"{question.label!r} was not a grade of {codes}, whose grades are {labels}"
    return Refusal(question, Refused.UNKNOWN, reason, candidates(elsewhere))


def _refuse_anachronistic(then: Sequence[Framework], elsewhere: Sequence[Held], question: Question) -> Refusal:
    lived = listed(f"{each.framework.code} ({dates(each.given)})" for each in elsewhere)
    area = f" for {question.area!r}" if question.area else ""
    reason = f"{question.label!r}{area} could not be given {_when(question)}: it was a grade of {lived}"
    if not question.area:
        reason += f"; {_given_then(then, question)}"
    return Refusal(question, Refused.ANACHRONISTIC, f"{reason}; check the date or the grade", candidates(elsewhere))


def _given_then(then: Sequence[Framework], question: Question) -> str:
    codes = listed(each.code for each in then if each.graded)
    labels = listed(repr(grade.label) for framework in then for grade in _grades(framework, question.inspected))
    return f"{codes}, in force then, gave {labels}" if codes else "no framework that gives grades was in force then"


def _when(question: Question) -> str:
    inspected = question.inspected
    if inspected is None:
        return f"by {Period(question.as_of, question.as_of).in_words()}"
    return f"{'on' if inspected.precision == 'day' else 'in'} {inspected.in_words()}"


def _not_judged(within: Scope, question: Question) -> bool:
    return bool(question.area) and all(area_id(*pair, question.area) is None for pair in within)


def _meets(given: Period, then: Sequence[Framework], question: Question) -> bool:
    if question.inspected is not None:
        return given.overlaps(question.inspected)
    return any(given.overlaps(each.inspected) for each in then)


def _grades(framework: Framework, inspected: Period | None = None) -> Iterator[Grade]:
    for scale in framework.scales:
        if inspected is None or scale.span is None or scale.span.overlaps(inspected):
            yield from scale.grades
