"""Number codes: which grade a number stands for, in the frameworks that may be meant; none where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import lru_cache

from gradelint.model.period import Period
from gradelint.model.reading import Inspection
from gradelint.model.standing import Standing
from gradelint.model.vocabulary import Framework, Scale
from gradelint.reading.candidates import Setting, areas_of
from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line

# A grade told without its date is mostly of the last two years, and of the scale that was numbered then.
_RECENT = timedelta(days=730)


def by_code(line: Line, number: Hit, inspection: Inspection, today: Period | None) -> Standing | None:
    """The grade that a number stands for; of several frameworks, that of the areas which the sentence names."""
    if _of_another_remit(line, number, inspection):
        return None
    found = list(_standings(int(number.value), inspection, _asked(inspection, today)))
    if len({(each.grade.rank, each.size) for each in found}) > 1:
        spoken = {hit.value for hit in line.of("area")}
        found = [each for each in found if spoken & areas_of(each.framework).keys()]
    places = {(each.grade.rank, each.size) for each in found}
    return found[0] if len(places) == 1 else None


def _of_another_remit(line: Line, number: Hit, inspection: Inspection) -> bool:
    """Whether the remit named nearest to a number is another: "a 1 from a school inspection" beside other scales."""
    remits = [(abs(hit.first - number.first), hit.value.partition("/")[0]) for hit in line.of("cue", "framework")]
    nearest = min(remits, default=None)
    return bool(nearest and inspection.vocabulary and nearest[1] != inspection.vocabulary.id)


def labelled(code: int, label: str, inspection: Inspection) -> bool:
    """Whether one of the frameworks that may be meant gives the label this number."""
    found = (framework.grade(label) for framework in inspection.frameworks)
    return any(grade is not None and grade.code == code for grade in found)


def by_label_alone(
    line: Line, word: Hit, inspection: Inspection, bodies: frozenset[str], setting: Setting
) -> Inspection:
    """Where nothing tells the remit: one whose label it is, if the label lies alike on every scale that has it.

    `bodies` are the inspectorates spoken of; with none, the scales of councils go before others.
    """
    names = setting.directory.labels.get(word.value.casefold(), ())
    names = tuple(each for each in names if not bodies or setting.directory.remits[each][0] in bodies)
    councils = tuple(each for each in names if each in setting.default)
    names = councils if councils and not bodies and line.block not in setting.foreign else names
    found = [
        (vocabulary, framework, grade)
        for vocabulary in (setting.vocabularies[name] for name in names)
        for framework in vocabulary.frameworks
        if (grade := framework.grade(word.value)) and _begun(framework, setting.today)
    ]
    places = {(grade.rank, framework.scale_of(grade).size) for _, framework, grade in found}
    if len(places) != 1:
        return inspection
    vocabulary, framework, _ = found[-1]
    return inspection._replace(vocabulary=vocabulary, frameworks=(framework,))


def _begun(framework: Framework, today: Period | None) -> bool:
    return today is None or framework.inspected.first <= today.last


def _asked(inspection: Inspection, today: Period | None) -> Sequence[Framework]:
    if inspection.dated or inspection.named or inspection.period or today is None:
        return inspection.frameworks
    return [each for each in inspection.frameworks if each.inspected.last >= today.first - _RECENT]


def _standings(code: int, inspection: Inspection, frameworks: Sequence[Framework]) -> Iterator[Standing]:
    if inspection.vocabulary is None:
        return
    for framework in frameworks:
        for scale in framework.scales:
            grade = next((each for each in scale.grades if each.code == code), None)
            if grade is not None and numbered(scale):
                yield Standing(inspection.vocabulary, framework, grade, scale.size)


@lru_cache(maxsize=256)
def numbered(scale: Scale) -> bool:
    """Whether its grades are given as bare numbers: not where they count something ("2 stars", nought upwards)."""
    counts = any(form[:1].isdigit() for grade in scale.grades for form in grade.forms)
    return bool(scale.direction) and not counts and all(grade.code for grade in scale.grades)
