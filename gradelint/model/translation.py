"""Says what a grade meant and what it reads as on a later day, on whose word; or refuses and says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from gradelint.model.period import Period
from gradelint.model.question import Held, Question, held, scope
from gradelint.model.refusal import (
    Candidate,
    Refusal,
    Refused,
    listed,
    refusal,
    refuse_ambiguous,
    refuse_no_overall,
    refuse_number,
)
from gradelint.model.trail import OVERALL, Trail, follow, has_strands, weakest
from gradelint.model.vocabulary import Basis, Source, Vocabulary

__all__ = ["Candidate", "Question", "Refusal", "Refused", "Trail", "Translation", "follow", "translate"]


class Translation(NamedTuple):
    """A grade as it was given, and what it reads as on `as_of` (`reads_now` None: as nothing, `basis` says why).

    `framework` is None when several had the grade at the time and it reads the same from each of them;
    they are all in `frameworks`. `rank` counts from the best, `of` is how many grades the scale had.
    `via` names the grades it was read as on the way.
    """

    grade: str
    vocabulary: str
    framework: str | None
    frameworks: tuple[str, ...]
    area: str
    inspected: Period | None
    as_of: date
    meaning: str
    rank: int | None
    of: int | None
    reads_now: str | None
    basis: Basis
    via: tuple[str, ...]
    note: str
    sources: tuple[Source, ...]


def translate(
    vocabularies: Sequence[Vocabulary],
    grade: str,
    *,
    framework: str = "",
    area: str = "",
    inspected: Period | None = None,
    as_of: date,
) -> Translation | Refusal:
    """What the grade reads as on `as_of`. Raises UnknownError for a framework or an area that nobody has."""
    question = Question(grade, framework, area, inspected, as_of)
    within = scope(vocabularies, question)
    found = [each for each in held(within, question) if each.fits(question)]
    if question.number is not None and not framework and found:
        return refuse_number(found, question)
    if not found:
        return refusal(vocabularies, within, question)
    whole = [each for each in found if each.has_area]
    if not whole:
        return refuse_no_overall(found, question)
    return _answer(whole, question)


def _of_the_main_body(found: Sequence[Held]) -> list[Held]:
    """Without those that judge another body than the vocabulary mostly does (a board beside its council)."""
    main = [each for each in found if each.framework.body == _main_body(each.vocabulary)]
    return main or list(found)


def _main_body(vocabulary: Vocabulary) -> str:
    return Counter(each.body for each in vocabulary.frameworks).most_common(1)[0][0]


def _answer(whole: Sequence[Held], question: Question) -> Translation | Refusal:
    found = whole if question.framework else _of_the_main_body(whole)
    trails = [follow(each.vocabulary, each.framework, each.grade, question.as_of, _followed(each)) for each in found]
    readings = {trail.label for trail in trails}
    apart = len({each.vocabulary.id for each in found}) > 1
    if apart or len(readings) > 1 or (readings == {None} and len({trail.basis for trail in trails}) > 1):
        return refuse_ambiguous(found, [trail.label for trail in trails], question)
    answer = _translation(found, trails, question)
    beside = " ".join(dict.fromkeys(_beside(each) for each in whole if each not in found))
    return answer._replace(note=f"{answer.note} {beside}".strip())


def _beside(each: Held) -> str:
    return f"{each.framework.code} gave the same word to another body ({each.framework.body}): name it to ask for that."


def _followed(each: Held) -> str:
    """The area to follow; the whole of an inspection with two strands is followed as the label alone."""
    return "" if each.area == OVERALL and has_strands(each.framework) else each.area


def _translation(found: Sequence[Held], trails: Sequence[Trail], question: Question) -> Translation:
    vocabulary = found[0].vocabulary
    frameworks = tuple(dict.fromkeys(each.framework.code for each in found))
    ranks = {(each.grade.rank, each.scale.size) for each in found}
    rank, size = ranks.pop() if len(ranks) == 1 else (None, None)
    return Translation(
        grade=found[0].grade.label,
        vocabulary=f"{vocabulary.id}@{vocabulary.version}",
        framework=frameworks[0] if len(found) == 1 else None,
        frameworks=frameworks,
        area=found[0].area,
        inspected=question.inspected,
        as_of=question.as_of,
        meaning=_meaning(found),
        rank=rank,
        of=size,
        reads_now=trails[0].label,
        basis=weakest(trail.basis for trail in trails),
        via=_via(vocabulary, trails),
        note=" ".join(dict.fromkeys(note for note in _notes(found, trails, question) if note)),
        sources=_sources(found, trails),
    )


def _meaning(found: Sequence[Held]) -> str:
    """The definition; by framework where they word it apart."""
    by_words = {each.grade.definition: each.framework.code for each in reversed(found) if each.grade.definition}
    if len(by_words) <= 1:
        return next(iter(by_words), "")
    return "; ".join(f"{code}: {words.rstrip('.')}" for words, code in reversed(by_words.items()))


def _via(vocabulary: Vocabulary, trails: Sequence[Trail]) -> tuple[str, ...]:
    passed: dict[str, None] = {}
    for step in (step for trail in trails for step in trail.steps):
        there = vocabulary.framework(step.to_framework)
        if there is not None and step.to_label and step.basis in (Basis.SAME, Basis.OFFICIAL, Basis.CONVENTIONAL):
            passed[f"{there.code}: {step.to_label}"] = None
    return tuple(passed)


def _notes(found: Sequence[Held], trails: Sequence[Trail], question: Question) -> Iterator[str]:
    codes = listed(dict.fromkeys(each.framework.code for each in found))
    if question.number is not None:
        yield _numbering(found[0])
    elif question.label != found[0].grade.label.casefold():
        yield f"{question.grade.strip()!r} is another form of {found[0].grade.label!r}."
    if len(found) > 1:
        yield f"{codes} had this grade, and it reads the same from each of them."
    if question.area and any(_followed(each) != each.area for each in found):
        yield f"{codes} gave two overall grades, one a strand, and none for the whole; this is how the label reads."
    yield from (note for trail in trails for note in trail.notes)
    if trails[0].basis is Basis.REMOVED:
        yield from (_remaining(each, question) for each in found)


def _numbering(each: Held) -> str:
    best = next((grade.code for grade in each.scale.grades if grade.rank == 1), None)
    return f"{each.framework.code} numbered its best grade {best}."


def _remaining(each: Held, question: Question) -> str:
    """What the label reads as on the judgements that are left when the overall one is gone."""
    trail = follow(each.vocabulary, each.framework, each.grade, question.as_of)
    there = each.vocabulary.framework(trail.framework)
    if trail.label is None or there is None:
        return ""
    areas = listed(area.name for area in there.areas if area.id != OVERALL)
    return (
        f"On the judgements that remain{f' ({areas})' * bool(areas)} the label reads {trail.label!r} ({trail.basis})."
    )


def _sources(found: Sequence[Held], trails: Sequence[Trail]) -> tuple[Source, ...]:
    """What bears the reading out first, then the grade itself; the framework's own where neither has any."""
    names = [
        *(name for trail in trails for name in trail.sources),
        *(name for each in found for name in each.grade.sources),
    ]
    names = names or [name for each in found for name in each.framework.sources]
    return found[0].vocabulary.cite(tuple(dict.fromkeys(names)))
