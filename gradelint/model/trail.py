"""Follows a grade from the framework it was given under to the one in force on a later day."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from gradelint.model.period import Period
from gradelint.model.vocabulary import Basis, Equivalence, Framework, Grade, Vocabulary

OVERALL = "overall"
EVERY = "*"

_STRENGTH = tuple(Basis)
_ENDED = "{code} inspections ended, and nothing on record says what their grades read as since."
_REMOVED = "{code} has no overall grade, and none may be worked out from its judgements."


class Trail(NamedTuple):
    """How a grade came to read as `label` in `framework` (an id); a `label` of None says it reads as nothing.

    `basis` is that of the weakest step, `notes` and `sources` are those of every step. `area` is what the
    last framework calls the area that was followed.
    """

    steps: tuple[Equivalence, ...]
    framework: str
    label: str | None
    basis: Basis
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    area: str = ""

    @property
    def note(self) -> str:
        """The notes as one text."""
        return " ".join(self.notes)


def follow(vocabulary: Vocabulary, framework: Framework, grade: Grade, as_of: date, area: str = "") -> Trail:
    """What the grade reads as on `as_of`, by the strongest of the ways that lead there.

    On a day between two frameworks the one that had last begun still counts.
    """
    best: dict[tuple[str, str | None], Trail] = {}
    ends: list[Trail] = []
    waiting = [Trail((), framework.id, grade.label, Basis.SAME, area=area)]
    while waiting:
        trail = waiting.pop(0)
        key = (trail.framework, trail.label)
        if key in best and _preference(best[key]) <= _preference(trail):
            continue
        best[key] = trail
        onward = _onward(vocabulary, trail, as_of)
        waiting.extend(onward)
        if not onward:
            ends.append(_end(vocabulary, trail, as_of))
    lost = Trail((), framework.id, None, Basis.NONE)
    chosen = min(ends, key=_preference, default=lost)
    denials = (note for each in ends if each.basis is Basis.DENIED and each is not chosen for note in each.notes)
    return chosen._replace(notes=_once((*chosen.notes, *denials)))


def weakest(bases: Iterable[Basis]) -> Basis:
    """The one of these that carries least."""
    return max(bases, key=_STRENGTH.index)


def live(framework: Framework, label: str, day: date) -> bool:
    """Whether an inspection on that day under this framework could give this grade."""
    return framework.inspected.first <= day <= _last_day(framework, label)


def has_strands(framework: Framework) -> bool:
    """Whether it gives two overall grades, one a strand, and none for the whole."""
    return any(area.role == "strand" for area in framework.areas)


def _preference(trail: Trail) -> tuple[int, int]:
    return _STRENGTH.index(trail.basis), len(trail.steps)


def _onward(vocabulary: Vocabulary, trail: Trail, as_of: date) -> list[Trail]:
    here = vocabulary.framework(trail.framework)
    if here is None or trail.label is None or live(here, trail.label, as_of):
        return []
    steps = [
        each for each in _leaving(vocabulary, here, trail.label, trail.area) if _begun(vocabulary, here, each, as_of)
    ]
    return [_stepped(vocabulary, trail, _denial(vocabulary, trail, each) or each) for each in _most_specific(steps)]


def _leaving(vocabulary: Vocabulary, here: Framework, label: str, area: str) -> list[Equivalence]:
    return [
        each
        for each in vocabulary.equivalences
        if each.framework in (here.id, here.code) and each.label in (label, EVERY) and each.area in ("", area)
    ]


def _most_specific(steps: list[Equivalence]) -> list[Equivalence]:
    """One that names the area or the grade speaks before one for all of them that leads to the same framework."""

    def weight(step: Equivalence) -> tuple[bool, bool]:
        return step.area != "", step.label != EVERY

    most = {
        step.to_framework: max(weight(each) for each in steps if each.to_framework == step.to_framework)
        for step in steps
    }
    return [step for step in steps if weight(step) == most[step.to_framework]]


def _begun(vocabulary: Vocabulary, here: Framework, step: Equivalence, as_of: date) -> bool:
    there = vocabulary.framework(step.to_framework)
    if there is None:
        return here.inspected.last < as_of
    label = step.label if step.to_label == EVERY else step.to_label
    return _first_day(there, label) <= as_of


def _denial(vocabulary: Vocabulary, trail: Trail, step: Equivalence) -> Equivalence | None:
    """What forbids the step although each pair on the way is allowed: an earlier grade denied to be comparable."""
    for earlier in trail.steps:
        for each in vocabulary.equivalences:
            if (
                each.basis in (Basis.DENIED, Basis.NONE)
                and each.framework == earlier.framework
                and each.to_framework == step.to_framework
                and each.label in (earlier.label, EVERY)
                and each.area in ("", trail.area)
            ):
                return each
    return None


def _stepped(vocabulary: Vocabulary, trail: Trail, step: Equivalence) -> Trail:
    there = vocabulary.framework(step.to_framework)
    readable = there is not None and step.basis not in (Basis.DENIED, Basis.REMOVED, Basis.NONE)
    label = trail.label if step.to_label == EVERY else step.to_label
    taken = step._replace(framework=trail.framework, label=trail.label or "", to_label=label)
    return Trail(
        (*trail.steps, taken),
        trail.framework if there is None else there.id,
        label if readable else None,
        weakest((trail.basis, step.basis)),
        _once((*trail.notes, step.note)),
        _once((*trail.sources, *step.sources)),
        step.to_area if step.area and step.to_area else trail.area,
    )


def _end(vocabulary: Vocabulary, trail: Trail, as_of: date) -> Trail:
    here = vocabulary.framework(trail.framework)
    if here is None or trail.label is None:
        return trail
    if trail.area == OVERALL and trail.steps and not here.overall and not has_strands(here):
        notes = (*trail.notes, _REMOVED.format(code=here.code))
        return trail._replace(label=None, basis=weakest((trail.basis, Basis.REMOVED)), notes=notes)
    if _last_day(here, trail.label) < as_of and not _leaving(vocabulary, here, trail.label, trail.area):
        return trail._replace(label=None, basis=Basis.NONE, notes=(*trail.notes, _ENDED.format(code=here.code)))
    return trail


def _first_day(framework: Framework, label: str | None) -> date:
    spans = _spans(framework, label)
    return max(framework.inspected.first, min(span.first for span in spans)) if spans else framework.inspected.first


def _last_day(framework: Framework, label: str) -> date:
    spans = _spans(framework, label)
    return min(framework.inspected.last, max(span.last for span in spans)) if spans else framework.inspected.last


def _spans(framework: Framework, label: str | None) -> list[Period]:
    """The dates of the scales that hold the label; empty when one of them is as old and as long as the framework."""
    scales = [scale for scale in framework.scales if any(grade.label == label for grade in scale.grades)]
    spans = [scale.span for scale in scales if scale.span is not None]
    return spans if len(spans) == len(scales) else []


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
