"""Figures that rest on others: drawn from the one before, or added up over two scales."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gradelint.model.tally import Figure, Mixture
from gradelint.model.vocabulary import Basis, Vocabulary
from gradelint.reading.candidates import Setting
from gradelint.reading.ladders import ladder_of
from gradelint.reading.lines import Line


def explained(figures: Sequence[Figure], lines: Sequence[Line], setting: Setting) -> Iterator[Figure]:
    """The figures, in order, with the scale of those drawn from the one before, and the grades that others mix."""
    final = {each.sentence: number for number, each in enumerate(figures)}  # the last of its sentence or table
    for number, figure in enumerate(figures):
        before = figures[number - 1] if number else None
        beside = before is not None and figure.sentence - before.sentence <= 1 and _together(figure, before, lines)
        if before is not None and beside and figure.drawn:
            labels = tuple(dict.fromkeys((*before.band.labels, *figure.band.labels)))
            figure = figure._replace(
                ladder=ladder_of(labels, [lines[before.sentence], lines[figure.sentence]], setting)
            )
        if figure.adding and final[figure.sentence] == number:
            named = (*figure.labels, *(before.labels if before is not None and beside else ()))
            figure = figure._replace(mixed=_mixture(tuple(dict.fromkeys(named)), setting))
        yield figure


def _together(figure: Figure, before: Figure, lines: Sequence[Line]) -> bool:
    return lines[figure.sentence].block == lines[before.sentence].block


def _mixture(labels: tuple[str, ...], setting: Setting) -> Mixture | None:
    """Two of the labels that stand on scales which may not be compared."""
    names = [setting.directory.labels.get(label, ()) for label in labels]
    for name in dict.fromkeys(each for found in names for each in found) if len(labels) > 1 else ():
        if setting.directory.remits[name][0] and all(name in found for found in names):
            found = _parted(setting.vocabularies[name], labels)
            if found is not None:
                return found
    return None


def _parted(vocabulary: Vocabulary, labels: tuple[str, ...]) -> Mixture | None:
    for denial in vocabulary.equivalences:
        if denial.basis is not Basis.DENIED or denial.framework == denial.to_framework:
            continue
        mine, theirs = vocabulary.framework(denial.framework), vocabulary.framework(denial.to_framework)
        if mine is None or theirs is None:
            continue
        old = [each for each in labels if mine.grade(each) and not theirs.grade(each)]
        new = [each for each in labels if theirs.grade(each) and not mine.grade(each)]
        if old and new:
            return Mixture(vocabulary, old[0], new[0], denial)
    return None
