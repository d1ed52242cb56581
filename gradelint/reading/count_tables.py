"""Grades counted in tables: a row or a column a grade with a number, or a row a provider with its grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradelint.model.document import Document, Span
from gradelint.model.period import Period
from gradelint.model.standing import Stance
from gradelint.model.tally import Amount, Band, Counted, Figure, Ladder, Tally
from gradelint.reading.bands import Placed
from gradelint.reading.candidates import Setting
from gradelint.reading.counted import counted_in
from gradelint.reading.figures import named_band
from gradelint.reading.grade_columns import by_column
from gradelint.reading.grids import Grid, Row, grids, share, totalling
from gradelint.reading.ladders import entries, ladder_of
from gradelint.reading.lexicon import Lexicon
from gradelint.reading.lines import Line

_FEWEST = 3  # rows of a list of providers


class TableCounts(NamedTuple):
    """What the tables of a paper count, and the figures in their rows."""

    tallies: tuple[Tally, ...] = ()
    figures: tuple[Figure, ...] = ()


class _Label(NamedTuple):
    """What the first cell of a row says: the grades it counts, or that it is the total, or neither."""

    placed: Placed | None
    total: bool
    line: Line


def tables(document: Document, lines: Sequence[Line], lexicon: Lexicon, setting: Setting) -> TableCounts:
    """Every table that counts grades."""
    tallies: list[Tally] = []
    figures: list[Figure] = []
    for grid in grids(document, lines, lexicon):
        if grid.elsewhere:
            continue
        labels = [_label(row) for row in grid.rows]
        if sum(each.placed is not None for each in labels) >= 2 and any(_numeric(row) for row in grid.rows):
            _by_row(grid, labels, setting, tallies, figures)
        elif any(grid.head_bands[1:]) and any(_numeric(row) for row in grid.rows):
            for tally, shares in by_column(grid, setting):
                figures += (each._replace(against=len(tallies)) for each in shares)
                tallies.append(tally)
        else:
            tallies += _named(grid, setting)
    return TableCounts(tuple(tallies), tuple(figures))


def _numeric(row: Row) -> bool:
    return any(each is not None for each in row.values[1:])


def _label(row: Row) -> _Label:
    line = row.cells[0]
    found = row.bands[0]
    return _Label(found[0] if len(found) == 1 else None, totalling(line) and not found, line)


def _by_row(
    grid: Grid, labels: Sequence[_Label], setting: Setting, tallies: list[Tally], figures: list[Figure]
) -> None:
    """A row a grade: each column of numbers is a count of its own, and rows of several grades sum up others."""
    width = max(len(row.values) for row in grid.rows)
    names = tuple(dict.fromkeys(name for each in labels if each.placed for name in each.placed.band.labels))
    alone = tuple(dict.fromkeys(name for each in labels if _entry(each) for name in _band(each).labels))
    ladder = ladder_of(alone, grid.near, setting) if len(alone) >= 2 else None
    counts: dict[int, int] = {}
    for column in range(1, width):
        abroad = column < len(grid.heads) and grid.heads[column].has("elsewhere")
        made = _column(grid, labels, column, ladder) if ladder is not None and not abroad else None
        if made is not None:
            counts[column] = len(tallies)
            tallies.append(made)
    numbers = [index for column, index in counts.items() if not tallies[index].percent]
    for row, label in zip(grid.rows, labels, strict=True):
        number = numbers[0] if len(numbers) == 1 else -1
        of = tallies[number].of if number >= 0 else Counted()
        figures += _row_figures(grid, row, label, names, counts, number, of)


def _entry(label: _Label) -> bool:
    return label.placed is not None and named_band(label.placed.band) and len(label.placed.band.labels) == 1


def _band(label: _Label) -> Band:
    return label.placed.band if label.placed is not None else Band(())


def _column(grid: Grid, labels: Sequence[_Label], column: int, ladder: Ladder) -> Tally | None:
    counted: list[tuple[Band, float]] = []
    others, stated, total, closed = 0.0, None, None, True
    for row, label in zip(grid.rows, labels, strict=True):
        value = row.value(column)
        if _entry(label):
            closed = closed and value is not None
            if value is not None:
                counted.append((_band(label), value.number))
        elif label.total and value is not None:
            stated, total = value.number, row.block.span
        elif label.placed is None and value is not None:
            others += value.number
    held = entries(ladder, counted) if len(counted) >= 2 else None
    if held is None:
        return None
    percent = grid.percent(column)
    return Tally(
        span=Span(grid.rows[0].block.span.start, grid.rows[-1].block.span.end),
        sentence=grid.sentence,
        entries=held,
        ladder=ladder,
        of=_of(grid, column),
        stated=100.0 if percent else stated,
        others=others,
        percent=percent,
        closed=closed and stated is not None and not percent,
        total=total,
        period=_period(grid, column),
        tabled=True,
        partial=grid.partial,
    )


def _of(grid: Grid, column: int) -> Counted:
    for line in (grid.heads[column : column + 1], grid.heads[:1]):
        found = counted_in(line[0], line[0].first, line[0].end) if line else Counted()
        if found.kind in ("provider", "people"):
            return found
    return grid.caption


def _period(grid: Grid, column: int) -> Period | None:
    for line in (*grid.heads[column : column + 1], *grid.heads[:1]):
        if line.dates:
            return line.dates[0].period
    return None


def _row_figures(
    grid: Grid, row: Row, label: _Label, names: tuple[str, ...], counts: dict[int, int], number: int, of: Counted
) -> Iterator[Figure]:
    """What a row says that its table can be asked about: a sum of grades, or a share beside a number."""
    for column, value in enumerate(row.values):
        if value is None or not column or (label.placed is None and not label.total):
            continue
        percent = value.percent or grid.said_percent(column)
        against = (number if _alike(grid, column, of) else -1) if percent else counts.get(column, -1)
        entry = _entry(label)
        adding = label.line.has("adding") and not label.line.has("kept-apart", "negation")
        if percent and against < 0 and not adding:
            continue
        if not (label.total and adding) and (label.placed is None or (entry and not percent)):
            continue
        yield Figure(
            span=row.block.span,
            sentence=grid.sentence,
            amount=share(value.number) if percent else Amount(value.number, value.number, number=True),
            band=_band(label),
            of=Counted(),
            stance=Stance.ASSERTED,
            against=against,
            tally=number if label.total else -1,
            labels=names,
            adding=adding,
        )


def _alike(grid: Grid, column: int, of: Counted) -> bool:
    """Whether a column of shares is of what the numbers count, and not of pupils beside schools."""
    head = grid.heads[column] if column < len(grid.heads) else None
    found = counted_in(head, head.first, head.end) if head is not None else Counted()
    return not found.kind or not of.kind or found.word == of.word


def _named(grid: Grid, setting: Setting) -> Iterator[Tally]:
    """A row a provider: its grades counted, where one column alone gives them."""
    width = max((len(row.bands) for row in grid.rows), default=0)
    full = [column for column in range(1, width) if _graded(grid, column)]
    overall = [column for column in full if column < len(grid.heads) and grid.heads[column].has("overall")]
    chosen = overall if len(overall) == 1 else full
    if len(chosen) != 1 or any(row.cells[0].dates or row.bands[0] for row in grid.rows):
        return
    column = chosen[0]
    counted = [(row.bands[column][0].band, 1.0) for row in grid.rows if _one(row, column)]
    ladder = ladder_of(tuple(dict.fromkeys(band.labels[0] for band, _ in counted)), grid.near, setting)
    held = entries(ladder, counted) if ladder is not None else None
    if ladder is None or held is None:
        return
    span = Span(grid.rows[0].block.span.start, grid.rows[-1].block.span.end)
    of = _listed(grid)
    yield Tally(span, grid.sentence, held, ladder, of, stated=len(counted), roster=True, partial=grid.partial)


def _listed(grid: Grid) -> Counted:
    """What the rows name: by the header of their first cells; judgements, where those are areas of one inspection."""
    head = grid.heads[0] if grid.heads else None
    found = counted_in(head, head.first, head.end) if head is not None else Counted()
    if found.kind:
        return found
    areas = any(row.cells[0].has("area") for row in grid.rows)
    return Counted("judgement", "judgement") if areas else grid.caption


def _one(row: Row, column: int) -> bool:
    found = row.bands[column] if column < len(row.bands) else ()
    return len(found) == 1 and named_band(found[0].band) and len(found[0].band.labels) == 1 and found[0].first == 0


def _graded(grid: Grid, column: int) -> bool:
    """Whether every row (nearly) gives one grade in this column."""
    found = sum(_one(row, column) for row in grid.rows)
    return found >= _FEWEST and found * 5 >= len(grid.rows) * 4
