"""The strips of a page to lines and grids: what stands side by side is a table's row, or a number and its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gradelint.formats.pdf_page import Strip

LABEL = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{1,4})[.)]{0,2}\Z|[•·▪◦‣●○■□–—*\uf0b7-]\Z")
_TALLEST_CELL = 12
_MOST_CELLS = 60
_MOST_CELLS_APART = 3
_ALIGNED = 4.0
_NEAR = 0.45
_RISES = 3.0

Columns = Sequence[tuple[float, float]]
Cell = list[Strip]
Band = list[Cell]


class Line(NamedTuple):
    """Strips on one line, from left to right."""

    strips: tuple[Strip, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.strips[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.strips[-1].right

    @property
    def main(self) -> Strip:
        """The strip with the line's text: the last, after any number or bullet."""
        return self.strips[-1]

    @property
    def text(self) -> str:
        """Its letters."""
        return " ".join(strip.text for strip in self.strips)


class Grid(NamedTuple):
    """Rows of as many cells as there are columns; `columns` are where those begin and end."""

    rows: tuple[tuple[tuple[Strip, ...], ...], ...]
    columns: tuple[tuple[float, float], ...]


def layout(strips: Sequence[Strip], columns: Columns = ()) -> list[Line | Grid]:
    """The lines and grids of a page, in the order it prints them.

    `columns` are those of the grid the page before ends with: a first row that fits them goes on with it.
    """
    bands = _bands(strips)
    found: list[Line | Grid] = []
    index = 0
    if columns and bands and _fits(bands[0], columns):
        index = max(1, _grid_end(bands, 0))
        found.append(_grid(bands[:index], columns))
    while index < len(bands):
        end = _grid_end(bands, index)
        if end > index:
            found.append(_grid(bands[index:end]))
            index = end
        else:
            found += _lines(bands[index])
            index += 1
    return found


def _bands(strips: Sequence[Strip]) -> list[Band]:
    """Strips gathered into bands of cells; most bands are one strip."""
    bands: list[Band] = []
    for strip in strips:
        if bands:
            band = bands[-1]
            if len(band) > 1 and _goes_on(strip, band):
                band[-1].append(strip)
                continue
            if 1 < len(band) < _MOST_CELLS and _is_beside(strip, band):
                band.append([strip])
                continue
            if len(band) == 1 and (count := _lines_beside(strip, bands)):
                cell = [each[0][0] for each in bands[-count:]]
                bands[-count:] = [[cell, [strip]]]
                continue
        bands.append([[strip]])
    return bands


def _goes_on(strip: Strip, band: Band) -> bool:
    """Whether a strip is the next line of the band's last cell."""
    last = band[-1][-1]
    gap = last.bottom - strip.top
    return -0.5 * last.height < gap < _NEAR * last.height and strip.left > _right(band[-2]) - 1


def _is_beside(strip: Strip, band: Band) -> bool:
    """Whether a strip begins the next cell of a band."""
    top = max(each.top for cell in band for each in cell)
    bottom = min(each.bottom for cell in band for each in cell)
    return strip.left >= _right(band[-1]) - 1 and strip.bottom < top + _RISES * strip.height and strip.top > bottom


def _lines_beside(strip: Strip, bands: Sequence[Band]) -> int:
    """How many of the last lines are the cell that a strip stands beside; 0 when it stands beside none.

    A cell may be lower than the first line of the one beside it, where cells are centred or at the bottom.
    """
    below: Strip | None = None
    found = 0
    for count, band in enumerate(reversed(bands[-_TALLEST_CELL:]), 1):
        if len(band) > 1:
            break
        other = band[0][0]
        stacked = below is None or (abs(other.left - below.left) < _ALIGNED and _are_near(other, below))
        if not stacked or other.right > strip.left + 1:
            break
        if not found and other.bottom > strip.top:
            break
        if other.top > strip.bottom - _RISES * strip.height * (count == 1):
            found = count
        below = other
    return found


def _are_near(upper: Strip, lower: Strip) -> bool:
    return -0.5 * lower.height < upper.bottom - lower.top < _NEAR * lower.height


def _right(cell: Cell) -> float:
    return max(strip.right for strip in cell)


def _is_labelled(band: Band) -> bool:
    """Whether a band is a number or bullet beside its text."""
    return len(band) == 2 and len(band[0]) == 1 and LABEL.match(band[0][0].text) is not None


def _grid_end(bands: Sequence[Band], index: int) -> int:
    """The band after the grid that begins here, or `index` where none does: two rows or more, aligned."""
    if not _is_row(bands[index]):
        return index
    end, last, rows = index + 1, bands[index], 1
    while True:
        apart = end
        while apart < len(bands) and apart - end < _MOST_CELLS_APART and _is_in_column(bands[apart], last):
            apart += 1
        if apart == len(bands) or not _is_row(bands[apart]) or not _are_aligned(bands[apart], last):
            break
        if bands[apart][0][0].top > last[0][0].top:
            break
        last, end, rows = bands[apart] if len(bands[apart]) >= len(last) else last, apart + 1, rows + 1
    return end if rows > 1 else index


def _is_row(band: Band) -> bool:
    return len(band) > 1 and not _is_labelled(band)


def _is_in_column(band: Band, row: Band) -> bool:
    """Whether a line stands in the first column of a row and below it: a cell beside empty ones."""
    strip, first = band[0][0], row[0][0]
    below = 0 < first.bottom - strip.bottom < 4 * first.height
    return len(band) == 1 and below and strip.right < row[1][0].left and abs(strip.left - first.left) < _ALIGNED


def _are_aligned(band: Band, other: Band) -> bool:
    """Whether all the cells of the smaller row stand in columns of the other."""
    if len(band) > len(other):
        band, other = other, band
    lower = [_edges(cell) for cell in other]
    return all(any(_shares(edges, each) for each in lower) for edges in map(_edges, band))


def _edges(cell: Cell) -> tuple[float, float]:
    return min(strip.left for strip in cell), _right(cell)


def _shares(one: tuple[float, float], two: tuple[float, float]) -> bool:
    """Whether two cells begin, end or are centred alike."""
    left, right = one[0] - two[0], one[1] - two[1]
    return min(abs(left), abs(right), abs(left + right) / 2) < _ALIGNED


def _fits(band: Band, columns: Columns) -> bool:
    """Whether a row stands in these columns."""
    return _is_row(band) and all(any(_shares(_edges(cell), each) for each in columns) for cell in band)


def _grid(bands: Sequence[Band], known: Columns = ()) -> Grid:
    rows = _whole_rows(bands)
    most = max(map(len, rows))
    if most <= len(known):
        return Grid(tuple(tuple(_placed(row, known)) for row in rows), tuple(known))
    full = [row for row in rows if len(row) == most]
    columns = tuple(
        (min(_edges(row[column])[0] for row in full), max(_edges(row[column])[1] for row in full))
        for column in range(most)
    )
    return Grid(tuple(tuple(_placed(row, columns)) for row in rows), columns)


def _whole_rows(bands: Sequence[Band]) -> list[Band]:
    """Rows put together again where a page prints wrapped cells line by line: closer than rows are."""
    gaps = [_bottom(upper) - _top(lower) for upper, lower in pairwise(bands)]
    height = bands[0][0][0].height
    rows = [list(map(list, bands[0]))]
    if not gaps or max(gaps) - min(gaps) < 0.3 * height:
        return [*rows, *bands[1:]]
    for band, gap in zip(bands[1:], gaps, strict=True):
        home = [next((cell for cell in rows[-1] if _shares(_edges(cell), _edges(each))), None) for each in band]
        if gap < min(gaps) + 0.15 * height and gap < _NEAR * height and all(cell is not None for cell in home):
            for cell, each in zip(home, band, strict=True):
                (cell or []).extend(each)
        else:
            rows.append(list(map(list, band)))
    return rows


def _top(band: Band) -> float:
    return max(strip.top for cell in band for strip in cell)


def _bottom(band: Band) -> float:
    return min(strip.bottom for cell in band for strip in cell)


def _placed(row: Band, columns: Columns) -> Iterator[tuple[Strip, ...]]:
    """The cells of a row, each in the column it overlaps most, in every column one."""
    homes: list[Cell] = [[] for _ in columns]
    for cell in row:
        left, right = _edges(cell)
        overlaps = [min(right, end) - max(left, begin) for begin, end in columns]
        homes[overlaps.index(max(overlaps))] += cell
    return map(tuple, homes)


def _lines(band: Band) -> Iterator[Line]:
    """A band that is no row of a grid: one line if every cell has one, else the cells one after the other."""
    if all(len(cell) == 1 for cell in band):
        yield Line(tuple(cell[0] for cell in band))
    elif _is_labelled(band):
        yield Line((band[0][0], band[1][0]))
        yield from (Line((strip,)) for strip in band[1][1:])
    else:
        yield from (Line((strip,)) for cell in band for strip in cell)
