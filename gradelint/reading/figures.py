"""Numbers and shares joined to the grades they are of: "44 are good", "good: 44", "over 80% are good or better"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradelint.model.document import BlockKind, Span
from gradelint.model.standing import Stance
from gradelint.model.tally import Band, Counted, Figure
from gradelint.reading.bands import Placed, bands
from gradelint.reading.counted import COUNTED, counted_after, counted_in
from gradelint.reading.lexicon import Lexicon
from gradelint.reading.lines import Line
from gradelint.reading.quantities import Quantity, quantities
from gradelint.reading.stances import reported, stance_of

_REACH = 16  # tokens between a number and the grade it is of
_SHORT = 11  # tokens of a sentence that does no more than count or name one grade
_FEW = 3
_DRAWN = 6  # tokens between "meaning that" and what is drawn
_BACK = 12  # tokens between a grade in "the share of good schools" and its number
_DIRECT = frozenset((":", "–", "-", "—", "=", "(", "in", "on"))
_STOPS = frozenset((";", "•"))
_SHARE_NOUNS = frozenset(("share", "proportion", "percentage", "number", "rate", "figure", "total", "per"))
_PARTED = frozenset((",", ";", ".", ":", "(", "compared", "against", "than", "but", "while", "whereas", "and", "•"))
_LEADS = frozenset(("of", "across", "in", "among", "amongst", "from", "out"))
_SUMMING = frozenset(("that", "this", "which", "it"))


Whole = tuple[int, Counted, int]
"""How many things are counted, what they are, and the token at which that stands."""


class Counting(NamedTuple):
    """A figure found, its number, and the token it begins at; `bare` says that nothing it counts is named."""

    figure: Figure
    quantity: Quantity
    place: int
    bare: bool = False


class Count(NamedTuple):
    """What a sentence counts: its figures, and the numbers in it that are of no grade, each with its noun."""

    figures: tuple[Counting, ...]
    wholes: tuple[Whole, ...]
    bands: tuple[Placed, ...]


def counts(line: Line, lexicon: Lexicon, following: Sequence[Line], before: Figure | None) -> Count:
    """The figures of a sentence. `before` is the one last given, which "that is one in five" may take up."""
    amounts = quantities(line)
    if not amounts:
        listed = itemlike(line) or len(line.of("grade")) >= _FEW  # perhaps a list of names
        return Count((), (), tuple(bands(line, lexicon)) if listed else ())
    placed = bands(line, lexicon)
    pairs = list(_pairs(line, amounts, placed))
    used = {quantity.first for quantity, _ in pairs}
    found = [_counting(line, quantity, band, lexicon, following, placed) for quantity, band in pairs]
    if not placed and before is not None and amounts[0].kind in ("percent", "ratio") and _takes_up(line, amounts[0]):
        band = Placed(before.band, amounts[0].first, amounts[0].end)
        found.append(_counting(line, amounts[0], band, lexicon, following, placed))
        found[-1] = found[-1]._replace(figure=found[-1].figure._replace(of=before.of, drawn=True))
        used.add(amounts[0].first)
    wholes = tuple(_of_no_grade(line, [each for each in amounts if each.first not in used], lexicon))
    return Count(tuple(each for each in found if _real(each)), wholes, tuple(placed))


def _pairs(line: Line, amounts: list[Quantity], placed: list[Placed]) -> Iterator[tuple[Quantity, Placed]]:
    """Each number with the grades it is of. One before the grades goes before one behind them."""
    free = list(amounts)
    for number, band in enumerate(placed):
        after = placed[number + 1].first if number + 1 < len(placed) else line.end
        behind = [each for each in free if each.end <= band.first and _reaches(line, each.end, band.first)]
        if behind and not (_announced(line, behind[-1], band) and _direct(line, band, free)):
            nearest = behind[-1]
            group = [each for each in behind if _apposed(line, each, nearest)]
            for each in group:
                yield each, band
            free = [each for each in free if each.first > nearest.first]
            continue
        direct = None if band.band.upper else _direct(line, band, free) or _told(line, band, free, after)
        if direct is not None:
            yield direct, band
            beside = next((each for each in free if each.first > direct.first), None)
            if beside is not None and _bracketed(line, direct, beside):
                yield beside, band
                direct = beside
            free = [each for each in free if each.first > direct.first]


def _reaches(line: Line, first: int, end: int) -> bool:
    gap = [line.word(index) for index in range(first, end)]
    return len(gap) <= _REACH and _STOPS.isdisjoint(gap) and (":" not in gap or len(gap) <= 2)


def _announced(line: Line, quantity: Quantity, band: Placed) -> bool:
    """ "45 schools: outstanding 5", where the first number is of all that follow."""
    return any(line.word(index) == ":" for index in range(quantity.end, band.first))


def _apposed(line: Line, one: Quantity, nearest: Quantity) -> bool:
    """Whether two numbers say the same: "two thirds (66%) of", "36 of the 44 schools (92%)"."""
    if one is nearest:
        return True
    gap = [line.word(index) for index in range(one.end, nearest.first)]
    if not gap or len(gap) > 5 or not ("(" in gap or gap in (["or"], [",", "or"])):
        return False
    return one.kind != nearest.kind or one.amount.base is not None


def _bracketed(line: Line, one: Quantity, other: Quantity) -> bool:
    """ "12 (20%)"."""
    gap = [line.word(index) for index in range(one.end, other.first)]
    return gap == ["("] and line.word(other.end) == ")" and one.kind != other.kind


def _direct(line: Line, band: Placed, free: list[Quantity]) -> Quantity | None:
    """ "Outstanding 9", "good: 44", "good or better (66%)"."""
    at = band.end
    while line.word(at) in _DIRECT and at - band.end < 2:
        at += 1
    return next((each for each in free if each.first == at), None)


def _told(line: Line, band: Placed, free: list[Quantity], after: int) -> Quantity | None:
    """ "The share of schools that are good or better is now 71%"."""
    named = any(line.word(index) in _SHARE_NOUNS for index in range(max(line.first, band.first - _BACK), band.first))
    if not named:
        return None
    near = [each for each in free if band.end <= each.first < min(after, band.end + _BACK)]
    return near[0] if near else None


def _takes_up(line: Line, quantity: Quantity) -> bool:
    """Whether a sentence without grades sums up the one before it: "That is one in five"."""
    opens = {line.word(index) for index in range(line.first, min(line.first + 3, line.end))}
    return bool(opens & _SUMMING or line.has("inferring")) and quantity.first - line.first <= 4


def _counting(
    line: Line, quantity: Quantity, band: Placed, lexicon: Lexicon, following: Sequence[Line], placed: list[Placed]
) -> Counting:
    forward = quantity.end <= band.first
    behind_it = Counted() if forward else counted_after(line, quantity.end, line.end, lexicon)
    of = counted_after(line, quantity.end, band.first, lexicon) if forward else Counted()
    if of.kind == "other" and quantity.kind in ("percent", "ratio") and line.word(quantity.end) != "of":
        of = Counted()  # a verb that is not known: "one in ten falls short"
    if not of.kind and not of.phases:
        behind = counted_in(line, band.end, min(line.end, band.end + 3)) if band.thing else Counted()
        of = behind if behind.kind else (of if forward else counted_in(line, line.first, band.first, several=True))
        of = behind_it if behind_it.kind not in ("", "other") else of
    if not (of.kind or of.phases or not forward) and line.word(line.first) in _LEADS:
        of = counted_in(line, line.first, quantity.first, several=True)  # "Across all our schools, 88% are ..."
    first, end = min(quantity.first, band.first), max(quantity.end, band.end)
    span = Span(line.start(first), line.stop(end - 1))
    dated = [each for each in line.dates if _in_clause(line, each.first, first, end)]
    figure = Figure(
        span=span,
        sentence=line.sentence,
        amount=quantity.amount,
        band=band.band,
        of=of,
        stance=_stance(line, first, end, following),
        voice="reported" if reported(line) else "the paper's own",
        period=dated[0].period if dated else None,
        elsewhere=_elsewhere(line, first, end) or line.has("moved-on"),
        drawn=any(first - _DRAWN <= hit.first < first for hit in line.of("inferring")),
        labels=tuple(label for each in placed for label in each.band.labels),
        adding=line.has("adding") and not line.has("kept-apart", "negation"),
        partial=line.has("lately"),
        inspectorates=frozenset(hit.value for hit in line.of("inspectorate")),
    )
    return Counting(figure, quantity, first, _bare(line, quantity, band))


def _bare(line: Line, quantity: Quantity, band: Placed) -> bool:
    """Whether a word such as "all" or "most" stands without the noun that would make it a share of something."""
    behind = line.word(quantity.end)
    if quantity.kind in ("amount-all", "amount-none"):
        closed = line.word(quantity.first - 1) == "of" or not (behind.isalnum() or behind.endswith("'"))
        return closed or (quantity.end == band.first and quantity.amount.base is None)
    if line.word(quantity.end - 1) == "most" and behind != "of":  # "most schools", and not "the most recent judgement"
        return not any(each.first == quantity.end for kind in COUNTED for each in line.of(kind))
    return False


def _stance(line: Line, first: int, end: int, following: Sequence[Line]) -> Stance:
    """What is done with a figure: what is wanted or forecast is no fact, and "meaning that" draws a conclusion."""
    start, stop = _clause(line, first, end)
    grades = line.marks("grade")
    if any(start <= hit.first < stop and hit.first not in grades for hit in line.of("forecasting")):
        return Stance.TARGET
    if any(line.word(each.first - 1) in ("by", "until") for each in line.dates if first <= each.first):
        return Stance.TARGET
    found = stance_of(line, first, end, following)
    if found is Stance.DEFINITION and line.has("inferring") and not line.has("rule"):
        return Stance.REPORTED if reported(line) else Stance.ASSERTED
    return found


def _in_clause(line: Line, at: int, first: int, end: int) -> bool:
    return _clause(line, first, end)[0] <= at < _clause(line, first, end)[1]


def _clause(line: Line, first: int, end: int) -> tuple[int, int]:
    start = first
    while start > line.first and line.word(start - 1) not in _PARTED:
        start -= 1
    stop = end
    while stop < line.end and line.word(stop) not in _PARTED:
        stop += 1
    return (line.first if start - line.first <= 4 else start), stop


def _elsewhere(line: Line, first: int, end: int) -> bool:
    """Whether the clause speaks of the country, or of other places than the paper's own."""
    start, stop = _clause(line, first, end)
    return any(start <= hit.first < stop for hit in line.of("elsewhere"))


def _real(each: Counting) -> bool:
    """A word such as "most" or "no" counts only with a noun that is counted, or "of them"."""
    if not each.quantity.kind.startswith("amount-"):
        return True
    if each.bare:
        return False
    return each.figure.of.kind in ("provider", "people", "judgement") or each.figure.of == Counted()


def wholes(line: Line, lexicon: Lexicon) -> list[Whole]:
    """The numbers of a sentence without grades, with what they count and where they stand."""
    return list(_of_no_grade(line, quantities(line), lexicon))


def _of_no_grade(line: Line, amounts: list[Quantity], lexicon: Lexicon) -> Iterator[Whole]:
    """Numbers of things counted without a grade: "of the county's 80 inspected schools", "we have twelve homes"."""
    for each in amounts:
        if each.kind != "number":
            continue
        of = counted_after(line, each.end, line.end, lexicon)
        if of.kind not in ("", "other"):
            yield int(each.amount.high if each.amount.base is None else each.amount.base), of, each.first


def itemlike(line: Line) -> bool:
    """Whether a line is an item of a list, or a sentence as short as one."""
    return line.kind is BlockKind.LIST_ITEM or line.end - line.first <= _SHORT


def opened_by(line: Line, place: int) -> bool:
    """Whether "of", "across" or the like stands a few words before a number."""
    return any(line.word(index) in _LEADS for index in range(max(line.first, place - 4), place))


def named_band(band: Band) -> bool:
    """Whether a band is one grade alone, as an entry of a tally is."""
    return not (band.better or band.worse or band.outside or band.upper)
