"""The scale on which a paper counts grades, told by the labels it counts and by what else it speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from gradelint.model.tally import Band, Entry, Ladder, denied
from gradelint.model.vocabulary import Framework, Vocabulary
from gradelint.reading.candidates import Setting, bodies, latest_first
from gradelint.reading.lines import Line


def ladder_of(labels: Iterable[str], near: Sequence[Line], setting: Setting) -> Ladder | None:
    """The scale that has all these labels; None where there is none, as when two scales are mixed."""
    names = [setting.directory.labels.get(label, ()) for label in labels]
    if not names:
        return None
    shared = [name for name in names[0] if all(name in each for each in names)]
    votes = Counter(hit.value for line in near for hit in line.of("cue"))
    told = {hit.value for line in near for hit in line.of("inspectorate")}

    def weight(name: str) -> tuple[bool, int, int, bool]:
        inspectorate = setting.directory.remits[name][0]
        return inspectorate in told, votes[name], setting.votes[name], name in setting.default

    own = [name for name in shared if not told or setting.directory.remits[name][0] in told]
    for name in sorted(own, key=weight, reverse=True):
        found = _within(setting.vocabularies[name], tuple(labels), setting)
        if found is not None:
            return found
    return None


def _within(vocabulary: Vocabulary, labels: tuple[str, ...], setting: Setting) -> Ladder | None:
    begun = [
        each
        for each in latest_first(vocabulary.frameworks)
        if each.scales and (setting.today is None or each.inspected.first <= setting.today.last)
    ]
    main = [each for each in begun if each.body in bodies(vocabulary)] or begun
    for first in sorted(main, key=lambda each: -sum(each.grade(label) is not None for label in labels)):
        size = _size(first, labels)
        alike = (each for each in begun if each is not first and _size(each, labels) in (0, size))
        frameworks = (first, *(each for each in alike if not denied(vocabulary, first, each)))
        ladder = Ladder(vocabulary, frameworks, size)
        if size and all(ladder.standing(label) for label in labels):
            return ladder
    return None


def _size(framework: Framework, labels: tuple[str, ...]) -> int:
    """How many grades the scale has that holds one of the labels (0: none does)."""
    grade = next((grade for label in labels if (grade := framework.grade(label)) is not None), None)
    return framework.scale_of(grade).size if grade is not None else 0


def entries(ladder: Ladder, counted: Sequence[tuple[Band, float]]) -> tuple[Entry, ...] | None:
    """The counts by their places on the scale; None where two of them share a place.

    Two labels alone that share one ("satisfactory", "requires improvement") are added up.
    """
    found: dict[frozenset[int], float] = {}
    for band, number in counted:
        ranks = ladder.ranks(band)
        if ranks is None or any(ranks & each and ranks != each for each in found):
            return None
        found[ranks] = found.get(ranks, 0) + number
    made = tuple(Entry(ranks, number) for ranks, number in found.items())
    single = [(next(iter(each.ranks)), each.number) for each in made if len(each.ranks) == 1]
    if len(single) > 2 and len(single) == len(made) and all(rank == number for rank, number in single):
        return None  # "1 outstanding, 2 good, 3 requires improvement": the numbers of the grades
    return made
