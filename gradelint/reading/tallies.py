"""Grades counted in prose and lists, put together: "9 are outstanding, 44 good, 22 require improvement"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradelint.model.document import BlockKind, Document, Span
from gradelint.model.tally import Average, Band, Counted, Figure, Tally
from gradelint.reading.averages import averages
from gradelint.reading.candidates import Setting
from gradelint.reading.count_tables import TableCounts, tables
from gradelint.reading.counted import opening
from gradelint.reading.figures import Count, Counting, counts, named_band, opened_by
from gradelint.reading.ladders import entries, ladder_of
from gradelint.reading.mixing import explained
from gradelint.reading.lexicon import Lexicon
from gradelint.reading.lines import Line

_GRADES = ("grade", "passing", "praise-idiom")
_FEWEST = 3
_SHORT = 8  # tokens of a sentence that does no more than count one grade


class Aggregates(NamedTuple):
    """What a paper counts, and what it says of the counts."""

    tallies: tuple[Tally, ...] = ()
    figures: tuple[Figure, ...] = ()
    averages: tuple[Average, ...] = ()


class _Told(NamedTuple):
    line: Line
    count: Count


def aggregates(document: Document, lines: Sequence[Line], lexicon: Lexicon, setting: Setting) -> Aggregates:
    """Everything a paper counts by grade, in prose, lists and tables."""
    found = tables(document, lines, lexicon, setting)
    made, figures = list(found.tallies), list(found.figures)
    told = list(_told(lines, lexicon, found))
    for run in _runs(told):
        for part in (_numbers(run), _percents(run)):
            tally = _tally(part, run, told, setting)
            if tally is None:
                continue
            made.append(tally)
            figures += _within(part, run, len(made) - 1)
    taken = {(each.span, each.amount) for each in figures}
    figures += [
        each.figure for one in told for each in one.count.figures if (each.figure.span, each.figure.amount) not in taken
    ]
    made += (*_rosters(told, setting), *_bracketed(told, setting))
    ordered = sorted(figures, key=lambda each: (each.sentence, each.span))
    return Aggregates(tuple(made), tuple(explained(ordered, lines, setting)), tuple(averages(lines, lexicon)))


def _told(lines: Sequence[Line], lexicon: Lexicon, found: TableCounts) -> Iterator[_Told]:
    """The sentences that count something, in order."""
    before: Figure | None = None
    last = -9
    for number, line in enumerate(lines):
        if line.block in found.blocks and line.kind is BlockKind.TABLE_ROW:
            continue
        if not line.has(*_GRADES) and number - last > 1 and not line.has("counted-provider", "counted-judgement"):
            continue
        if line.kind is BlockKind.TABLE_ROW:
            continue
        known = before if before is not None and number - last == 1 and lines[last].block == line.block else None
        count = counts(line, lexicon, lines[number + 1 : number + 4], known)
        if count.figures:
            shared = len({each.figure.band for each in count.figures}) == 1
            before, last = (count.figures[-1].figure if shared else None), number
        yield _Told(line, count)


def _runs(told: Sequence[_Told]) -> Iterator[list[_Told]]:
    """A sentence with figures by itself; items of a list, one figure each, together."""
    run: list[_Told] = []
    for each in told:
        single = len(each.count.figures) == 1 and _itemlike(each.line)
        if run and single and _follows(each.line, run[-1].line):
            run.append(each)
            continue
        if run:
            yield run
        run = [each] if each.count.figures else []
        if run and not single:
            yield run
            run = []
    if run:
        yield run


def _itemlike(line: Line) -> bool:
    return line.kind is BlockKind.LIST_ITEM or line.end - line.first <= _SHORT


def _follows(line: Line, before: Line) -> bool:
    if line.kind is BlockKind.LIST_ITEM:
        return line.block - before.block == 1
    return line.block == before.block and line.sentence - before.sentence == 1


def _numbers(run: Sequence[_Told]) -> list[Counting]:
    """The figures of a run that count things of one grade (or say of how many)."""
    found = [each for one in run for each in one.count.figures if each.quantity.kind == "number"]
    found = [each for each in found if each.figure.amount.low == each.figure.amount.high and _stands(each)]
    whole = [each for each in found if each.figure.amount.base is not None]
    if whole and (len(found) == 1 or whole[0] is not found[0]):
        return whole[:1]
    return [each for each in found if each in whole[:1] or named_band(each.figure.band)] if len(found) > 1 else []


def _percents(run: Sequence[_Told]) -> list[Counting]:
    found = [each for one in run for each in one.count.figures if each.quantity.kind == "percent" and _stands(each)]
    found = [each for each in found if named_band(each.figure.band)]
    return found if len(found) >= _FEWEST else []


def _stands(each: Counting) -> bool:
    return each.figure.stance.put_forward and not each.figure.drawn


def _tally(part: Sequence[Counting], run: Sequence[_Told], told: Sequence[_Told], setting: Setting) -> Tally | None:
    if not part:
        return None
    labels = tuple(dict.fromkeys(label for each in part for label in each.figure.band.labels))
    ladder = ladder_of(labels, [one.line for one in run], setting) if labels else None
    percent = part[0].quantity.kind == "percent"
    numbers = [(each.figure.band, _number(each, percent)) for each in part]
    held = entries(ladder, numbers) if ladder is not None else None
    if ladder is None or held is None:
        return None
    base = part[0].figure.amount.base
    whole, of, sure = _whole(part, run, told)
    named = next((each.figure.of for each in part if each.figure.of.kind), Counted())
    if not named.kind:
        named = of if of.kind else opening(run[0].line, part[0].place)
    stated = 100.0 if percent else base or whole
    summed = sum(each.number for each in held)
    if not percent and base is None and not sure and stated is not None and stated < summed:
        stated = None
    return Tally(
        span=Span(min(each.figure.span.start for each in part), max(each.figure.span.end for each in part)),
        sentence=part[0].figure.sentence,
        entries=held,
        ladder=ladder,
        of=named,
        stated=stated,
        percent=percent,
        total=Span(part[0].figure.span.start, part[-1].figure.span.end) if sure or base or percent else None,
        period=part[0].figure.period,
        last=part[-1].figure.sentence,
        partial=any(one.line.has("lately") for one in run),
    )


def _number(each: Counting, percent: bool) -> float:
    amount = each.figure.amount
    return 50 * (amount.low + amount.high) if percent else amount.low


def _whole(part: Sequence[Counting], run: Sequence[_Told], told: Sequence[_Told]) -> tuple[int | None, Counted, bool]:
    """The number that the counts are of, what it counts, and whether their own sentence says so."""
    first = part[0].place
    own = [each for each in run[0].count.wholes if each[2] < first]
    led = [each for each in own if opened_by(run[0].line, each[2])]
    for value, of, _ in reversed(led):
        return value, of, True
    for value, of, place in reversed(own):
        return value, of, any(run[0].line.word(index) == ":" for index in range(place, first))
    later = [each for each in run[-1].count.wholes if each[2] > part[-1].place]
    at = next((number for number, each in enumerate(told) if each is run[0]), 0)
    before = told[at - 1] if at else None
    if before is not None and 0 <= run[0].line.block - before.line.block <= 1 and before.count.wholes:
        value, of, _ = before.count.wholes[-1]
        return value, of, False
    if later:
        return later[0][0], later[0][1], False
    return None, Counted(), False


def _within(part: Sequence[Counting], run: Sequence[_Told], index: int) -> Iterator[Figure]:
    """The figures of a tally, and those that put one of its counts in another way ("36 of the 44 (92%)")."""
    mine = [each.figure for each in part]
    yield from (each._replace(tally=index) for each in mine)
    if len(mine) != 1:
        return
    for one in run:
        for each in one.count.figures:
            if each.figure.band == mine[0].band and each.quantity.kind == "percent":
                yield each.figure._replace(against=index, of=mine[0].of)


def _rosters(told: Sequence[_Told], setting: Setting) -> Iterator[Tally]:
    """Lists of providers, each item with its grade."""
    run: list[_Told] = []
    for each in (*told, None):
        fits = each is not None and _named_item(each)
        if fits and each is not None and (not run or each.line.block - run[-1].line.block == 1):
            run.append(each)
            continue
        if len(run) >= _FEWEST:
            yield from _counted([one.count.bands[0].band for one in run], [one.line for one in run], setting)
        run = [each] if fits and each is not None else []


def _named_item(each: _Told) -> bool:
    if each.line.kind is not BlockKind.LIST_ITEM or each.count.figures or len(each.count.bands) != 1:
        return False
    band = each.count.bands[0]
    closing = each.line.end - band.end <= 1 or each.line.word(band.end) in ("(", ",", ".", ";")
    return named_band(band.band) and closing and band.first > each.line.first and not each.line.has("area")


def _bracketed(told: Sequence[_Told], setting: Setting) -> Iterator[Tally]:
    """Names with their grades in brackets behind them, in one sentence: "Ash Grove (good), Birch Lane (outstanding)"."""
    for each in told:
        line = each.line
        named = [
            placed
            for placed in each.count.bands
            if line.word(placed.first - 1) == "(" and line.word(placed.end) in (")", ",", ";", ":")
        ]
        if len(named) >= _FEWEST and all(named_band(placed.band) for placed in named):
            yield from _counted([placed.band for placed in named], [line], setting)


def _counted(held: Sequence[Band], lines: Sequence[Line], setting: Setting) -> Iterator[Tally]:
    """The tally of a list of names, one grade each."""
    ladder = ladder_of(tuple(dict.fromkeys(label for band in held for label in band.labels)), lines, setting)
    made = entries(ladder, [(band, 1.0) for band in held]) if ladder is not None else None
    if ladder is None or made is None:
        return
    first, last = lines[0], lines[-1]
    span = Span(first.start(first.first), last.stop(last.end - 1))
    yield Tally(
        span, first.sentence, made, ladder, Counted(), stated=len(held), roster=True, last=last.sentence
    )
