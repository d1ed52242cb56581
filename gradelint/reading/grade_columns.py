"""Tables with a column a grade, a row a group: "| Cluster | Outstanding | Good | Schools |"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradelint.model.document import Span
from gradelint.model.standing import Stance
from gradelint.model.tally import Band, Counted, Figure, Ladder, Tally
from gradelint.reading.candidates import Setting
from gradelint.reading.counted import counted_in
from gradelint.reading.figures import named_band
from gradelint.reading.grids import Grid, Row, share, totalling
from gradelint.reading.ladders import entries, ladder_of

_BARE = ("%", "per cent", "percent", "percentage", "share")  # headers of shares of the column of grades


class _Columns(NamedTuple):
    """The columns of numbers by the grades they count, those of shares, and the one of totals (-1: none), with
    whether its header says that it is a total and not merely what is counted."""

    numbers: dict[int, Band]
    shares: dict[int, Band]
    total: int
    sure: bool


def by_column(grid: Grid, setting: Setting) -> Iterator[tuple[Tally, tuple[Figure, ...]]]:
    """A count for each row, with the shares that the row gives of it; then one for all rows together."""
    columns = _columns(grid)
    if not columns.numbers or (len(columns.numbers) == 1 and columns.total < 0):
        return
    names = tuple(dict.fromkeys(name for band in columns.numbers.values() for name in band.labels))
    ladder = ladder_of(names, grid.near, setting)
    if ladder is None:
        return
    home = [row for row in grid.rows if not row.cells[0].has("elsewhere")]
    made = [(row, tally) for row in home if (tally := _tally(grid, row, columns, ladder)) is not None]
    for row, tally in made:
        yield tally, tuple(_shares(grid, row, columns))
    if not any(totalling(row.cells[0]) or row.cells[0].dates for row in grid.rows) and len(made) > 1:
        whole = _together(grid, [row for row, _ in made], columns, ladder)
        if whole is not None:
            yield whole, ()


def _columns(grid: Grid) -> _Columns:
    held = {number: found[0].band for number, found in enumerate(grid.head_bands) if len(found) == 1 and number}
    numbers = {number: band for number, band in held.items() if not grid.percent(number)}
    shares = {number: band for number, band in held.items() if grid.percent(number)}
    alone = {number: band for number, band in numbers.items() if named_band(band)}
    numbers = alone if len(alone) > 1 else dict(list(numbers.items())[:1])
    bare = [number for number, head in enumerate(grid.heads) if number and head.text.strip().lower() in _BARE]
    if len(numbers) == 1:
        shares |= {number: band for number in bare for band in numbers.values()}
    for number, head in enumerate(grid.heads):
        if number and number not in held and not grid.percent(number):
            if totalling(head):
                return _Columns(numbers, shares, number, True)
            if counted_in(head, head.first, head.end).kind == "provider":
                return _Columns(numbers, shares, number, False)
    beside = [number for number in range(1, len(grid.heads)) if number not in held and _filled(grid, number)]
    several = [band for band in numbers.values() if len(band.labels) > 1 or not named_band(band)]
    if len(numbers) == len(several) == len(beside) == 1:  # "| Cluster | Graded | Good or better |"
        return _Columns(numbers, shares, beside[0], False)
    return _Columns(numbers, shares, -1, False)


def _filled(grid: Grid, column: int) -> bool:
    """Whether a column holds numbers that are no shares."""
    return not grid.percent(column) and all(row.value(column) is not None for row in grid.rows)


def _tally(grid: Grid, row: Row, columns: _Columns, ladder: Ladder) -> Tally | None:
    values = [(band, row.value(number)) for number, band in columns.numbers.items()]
    counted = [(band, value.number) for band, value in values if value is not None]
    held = entries(ladder, counted) if counted else None
    if held is None:
        return None
    total = row.value(columns.total) if columns.total >= 0 else None
    first = row.cells[0]
    return Tally(
        span=row.block.span,
        sentence=grid.sentence,
        entries=held,
        ladder=ladder,
        of=_row_of(grid, row, columns),
        stated=total.number if total is not None else None,
        closed=columns.sure and len(counted) == len(columns.numbers) > 1,
        total=row.block.span if total is not None else None,
        period=first.dates[0].period if first.dates else None,
        tabled=True,
        partial=grid.partial,
    )


def _together(grid: Grid, rows: Sequence[Row], columns: _Columns, ladder: Ladder) -> Tally | None:
    """All rows added up, where the table does not do so itself."""
    sums = [(band, _sum(rows, number)) for number, band in columns.numbers.items()]
    held = entries(ladder, sums)
    if held is None:
        return None
    span = Span(rows[0].block.span.start, rows[-1].block.span.end)
    stated = _sum(rows, columns.total) if columns.total >= 0 else None
    return Tally(span, grid.sentence, held, ladder, grid.caption, stated=stated, tabled=True)


def _sum(rows: Sequence[Row], column: int) -> float:
    return sum(value.number for row in rows if (value := row.value(column)) is not None)


def _shares(grid: Grid, row: Row, columns: _Columns) -> Iterator[Figure]:
    for number, band in columns.shares.items():
        value = row.value(number)
        if value is not None:
            amount, asserted = share(value.number), Stance.ASSERTED
            yield Figure(row.block.span, grid.sentence, amount, band, Counted(), asserted)


def _row_of(grid: Grid, row: Row, columns: _Columns) -> Counted:
    """What a row counts: its own words, or the table's, narrowed by its own ("primary")."""
    line = row.cells[0]
    found = counted_in(line, line.first, line.end)
    if found.kind:
        return found
    phases = frozenset(line.word(hit.first) for hit in line.of("counted-phase"))
    head = grid.heads[columns.total] if 0 <= columns.total < len(grid.heads) else None
    named = counted_in(head, head.first, head.end) if head is not None else Counted()
    named = named if named.kind else grid.caption
    return named._replace(phases=named.phases | phases)
