"""What somebody asks about a grade, and every place in the vocabularies where such a grade was given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from gradelint.errors import UnknownError
from gradelint.model.period import Period
from gradelint.model.trail import OVERALL, has_strands
from gradelint.model.vocabulary import Area, Framework, Grade, Scale, Vocabulary

_NUMBER = re.compile(r"(?:(?:grade|score|code)\s+)?([0-9]{1,2})")


class Question(NamedTuple):
    """A grade as somebody writes it, and what they know about the inspection; empty where they do not."""

    grade: str
    framework: str
    area: str
    inspected: Period | None
    as_of: date

    @property
    def label(self) -> str:
        """The grade for comparing: one space between words, no case, no quotation marks."""
        return " ".join(self.grade.replace("’", "'").strip(" \t\n'\"‘“”.,;:").casefold().split())

    @property
    def number(self) -> int | None:
        """The number, where the grade is given as one ("3", "grade 3")."""
        found = _NUMBER.fullmatch(self.label)
        return int(found[1]) if found else None


class Held(NamedTuple):
    """One place where the grade stands: a grade of a scale of a framework, and the asked area's id there."""

    vocabulary: Vocabulary
    framework: Framework
    scale: Scale
    grade: Grade
    area: str

    @property
    def given(self) -> Period:
        """The inspection dates between which this grade could be given."""
        first, last = self.framework.inspected
        span = self.scale.span
        return self.framework.inspected if span is None else Period(max(first, span.first), min(last, span.last))

    def fits(self, question: Question) -> bool:
        """Whether an inspection as asked about could have given it."""
        if question.inspected is not None:
            return self.given.overlaps(question.inspected)
        return self.given.first <= question.as_of

    @property
    def has_area(self) -> bool:
        """Whether the framework gives a grade for what was asked about."""
        return self.area != OVERALL or self.framework.overall or has_strands(self.framework)


Scope = Sequence[tuple[Vocabulary, Framework]]


def scope(vocabularies: Sequence[Vocabulary], question: Question) -> Scope:
    """The frameworks the question may be about. Raises UnknownError for a framework or an area nobody has."""
    every = [(vocabulary, framework) for vocabulary in vocabularies for framework in vocabulary.frameworks]
    asked = [pair for pair in every if not question.framework or _called(pair[1], question.framework)]
    if not asked:
        raise UnknownError("framework", question.framework, near(question.framework, _names(each for _, each in every)))
    if question.area and all(area_id(*pair, question.area) is None for pair in every):
        areas = [area.id for _, framework in every for area in framework.areas]
        raise UnknownError("area", question.area, near(question.area, areas))
    return asked


def held(within: Scope, question: Question) -> tuple[Held, ...]:
    """Every place in these frameworks where the asked grade stands, whatever the date; look-alikes once."""
    found: dict[tuple[str, str, str, int, int, Period], Held] = {}
    for vocabulary, framework in within:
        area = area_id(vocabulary, framework, question.area)
        for scale in framework.scales:
            if area is None or not _scale_has(scale, framework, area):
                continue
            for grade in scale.grades:
                if _is(grade, question):
                    each = Held(vocabulary, framework, scale, grade, area)
                    key = (vocabulary.id, framework.id, grade.label, grade.rank, scale.size, each.given)
                    found.setdefault(key, each)
    return tuple(found.values())


def area_id(vocabulary: Vocabulary, framework: Framework, name: str) -> str | None:
    """The id that the framework has for an area; `overall` is known to all, another may be to none (None)."""
    if not name or name.casefold() == OVERALL:
        return name.casefold()
    for area in framework.areas:
        if _is_area(area, name):
            return area.id
    overall = (area for each in vocabulary.frameworks for area in each.areas if area.id == OVERALL)
    return OVERALL if any(_is_area(area, name) for area in overall) else None


def near(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """At most three of the names that look like this one."""
    from difflib import get_close_matches  # only a refusal needs it

    by_case = {each.casefold(): each for each in names}
    return tuple(by_case[each] for each in get_close_matches(name.casefold(), by_case, cutoff=0.7))


def _called(framework: Framework, name: str) -> bool:
    return name.casefold() in (each.casefold() for each in _names((framework,)))


def _names(frameworks: Iterable[Framework]) -> list[str]:
    return [name for each in frameworks for name in (each.code, each.id, each.name, *each.aliases)]


def _scale_has(scale: Scale, framework: Framework, area: str) -> bool:
    """Any scale answers for a whole that the framework does not grade, so that the refusal can say so."""
    return not area or not scale.areas or area in scale.areas or (area == OVERALL and not framework.overall)


def _is(grade: Grade, question: Question) -> bool:
    if question.number is not None:
        return grade.code == question.number
    return question.label in (each.casefold() for each in (grade.label, *grade.forms))


def _is_area(area: Area, name: str) -> bool:
    return name.casefold() in (each.casefold() for each in (area.id, area.name, *area.aliases))
