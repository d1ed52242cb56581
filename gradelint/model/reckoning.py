"""Where a number, a share or a total of grades does not agree with the grades that the paper counts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from gradelint.model.finding import Confidence
from gradelint.model.reading import Reading
from gradelint.model.tally import Band, Figure, Tally

_NEAR = 2  # blocks within which a figure without a noun answers to a tally
_BESIDE = 1
_WINDOW = 30  # tallies on either side that a figure is held against
_FULL = 3  # entries that a tally far off must have
_EPSILON = 1e-6
_LONG = timedelta(days=400)


class Miscount(NamedTuple):
    """A figure, and the tally that says otherwise: `low` to `high` of `base`."""

    figure: Figure
    tally: Tally
    low: float
    high: float
    base: float
    confidence: Confidence


def miscounts(reading: Reading) -> Iterator[Miscount]:
    """Every figure that no tally it may be of bears out, and one contradicts."""
    ordered = sorted(enumerate(reading.tallies), key=_place)
    for figure in reading.figures:
        if not figure.stance.put_forward or figure.elsewhere:
            continue
        if figure.against >= 0:
            found = _check(figure, reading.tallies[figure.against], Confidence.HIGH)
            if found is not None:
                yield found
            continue
        if figure.amount.number and figure.amount.base is None:
            continue  # "five are good": of how many is not said
        at = bisect_left(ordered, figure.sentence, key=_place)
        found = _asked(reading, figure, ordered[max(0, at - _WINDOW) : at + _WINDOW])
        if found is not None:
            yield found


def _asked(reading: Reading, figure: Figure, near: Sequence[tuple[int, Tally]]) -> Miscount | None:
    """What the tallies around a figure say to it: nothing, where one of them bears it out."""
    wrong: list[tuple[int, Miscount]] = []
    for index, tally in near:
        if index == figure.tally:
            continue
        apart = min(reading.apart(at, figure.sentence) for at in (tally.sentence, max(tally.last, tally.sentence)))
        if not _comparable(reading, figure, tally, apart):
            continue
        beside = apart <= _BESIDE
        answer = _check(figure, tally, Confidence.HIGH if beside else Confidence.MEDIUM)
        if answer is None:
            if _known(figure, tally):
                return None
            continue
        wrong.append((apart, answer))
    return min(wrong, key=lambda each: (each[0], -each[1].base))[1] if wrong else None


def _place(each: tuple[int, Tally]) -> int:
    return each[1].sentence


def _known(figure: Figure, tally: Tally) -> bool:
    return tally.ladder.ranks(figure.band) is not None


def _comparable(reading: Reading, figure: Figure, tally: Tally, apart: int) -> bool:
    mine, theirs = figure.of, tally.of
    if "other" in (mine.kind, theirs.kind) and mine.word != theirs.word:
        return False
    if "people" in (mine.kind, theirs.kind) and (mine.kind != theirs.kind or mine.word != theirs.word):
        return False
    if mine.kind and theirs.kind and (mine.kind != theirs.kind or not _same_thing(reading, figure, tally)):
        return False
    loose = figure.drawn and apart <= _BESIDE
    if mine.phases - theirs.phases or (theirs.phases - mine.phases and mine.kind and not loose):
        return False
    if apart > _NEAR and not (mine.kind and theirs.kind and (tally.tabled or len(tally.entries) >= _FULL)):
        return False
    if len(tally.entries) == 1 and not tally.tabled and not (loose or (apart == 0 and not mine.kind)):
        return False
    return _one_time(reading, figure, tally) and _one_base(figure, tally, apart)


def _same_thing(reading: Reading, figure: Figure, tally: Tally) -> bool:
    generic = reading.language.words("counted-generic")
    return figure.of.word == tally.of.word or figure.of.word in generic or tally.of.word in generic


def _one_time(reading: Reading, figure: Figure, tally: Tally) -> bool:
    if figure.period is None:
        if tally.period is None or reading.dated is None or figure.sentence == tally.sentence:
            return True
        return reading.dated.first - tally.period.last <= _LONG
    if tally.period is not None:
        return figure.period.overlaps(tally.period)
    return reading.dated is None or reading.dated.first - figure.period.last <= _LONG


def _one_base(figure: Figure, tally: Tally, apart: int) -> bool:
    """Whether the figure is of as many as the tally; a list of names may hold only some of the providers."""
    amount = figure.amount
    if amount.base is not None:
        return amount.base in tally.bases
    if amount.total:
        return True
    if tally.partial != figure.partial and figure.of.kind and not (figure.drawn and apart <= _BESIDE):
        return False
    if amount.number:
        return False
    return not tally.roster or apart <= _BESIDE


def _check(figure: Figure, tally: Tally, confidence: Confidence) -> Miscount | None:
    """What the tally says instead; None when it agrees or cannot tell."""
    if not tally.bases:
        return None
    answers = []
    for band in _readings(figure, tally):
        ranks = tally.ladder.ranks(band)
        if ranks is None or not ranks:
            return None
        for base in tally.bases:
            low, high = tally.between(ranks, base)
            if _agrees(figure, low, high, base, tally):
                return None
            answers.append((low, high, base))
    low, high, base = answers[0]
    return Miscount(figure, tally, low, high, base, confidence)


def _readings(figure: Figure, tally: Tally) -> tuple[Band, ...]:
    """ "Good" alone may be meant for good or better, "requires improvement" for that or worse."""
    band = figure.band
    held = tally.ladder.standing(band.labels[0]) if len(band.labels) == 1 else None
    if held is None or band.better or band.worse or band.outside or figure.against >= 0:
        return (band,)
    return band, band._replace(better=not held.weak, worse=held.weak)


def _agrees(figure: Figure, low: float, high: float, base: float, tally: Tally) -> bool:
    amount = figure.amount
    slack = 0.5 * (len(tally.entries) + 1) if tally.percent else 0.0
    if amount.short is not None:
        return base - high - slack <= amount.short <= base - low + slack
    if amount.number:
        return low - slack <= amount.high + _EPSILON and amount.low <= high + slack + _EPSILON
    return (low - slack) / base <= amount.high + _EPSILON and (high + slack) / base >= amount.low - _EPSILON


def mistotalled(reading: Reading) -> Iterator[tuple[Tally, float]]:
    """Tallies whose counts do not make up the total given, with what they do make."""
    for tally in reading.tallies:
        if tally.total is None or tally.stated is None or tally.roster:
            continue
        made = tally.sum + tally.others
        if tally.percent:
            if made > tally.stated + 0.5 * len(tally.entries) + 1 + _EPSILON:
                yield tally, made
        elif made > tally.stated or (tally.closed and made < tally.stated):
            yield tally, made


class Narrowed(NamedTuple):
    """A figure drawn from another that was of more grades than it claims."""

    figure: Figure
    source: Figure


def narrowed(reading: Reading) -> Iterator[Narrowed]:
    """ "92% are satisfactory or better, meaning that nine in ten are good": fewer grades, and the same share."""
    for source, figure in pairwise(reading.figures):
        near = 0 <= figure.sentence - source.sentence <= 1
        if not near or not figure.drawn or not figure.stance.put_forward or not source.stance.put_forward:
            continue
        if reading.block_of(figure.sentence) == reading.block_of(source.sentence) and _alike(figure, source):
            yield Narrowed(figure, source)


def _alike(figure: Figure, source: Figure) -> bool:
    mine, theirs = figure.amount, source.amount
    if mine.number or theirs.number or not (mine.low <= theirs.high and theirs.low <= mine.high):
        return False
    claimed = figure.ladder.ranks(figure.band._replace(better=True)) if figure.ladder else None
    counted = figure.ladder.ranks(source.band._replace(better=True)) if figure.ladder else None
    return bool(claimed and counted and claimed < counted)
