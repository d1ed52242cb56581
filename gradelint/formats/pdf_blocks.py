"""The paragraphs and tables of a PDF to blocks: headings by their letters, tables by what names their columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from gradelint.formats.blocks import Builder, Raw
from gradelint.formats.forms import add_whole, cut, heading_level, standing_alone
from gradelint.formats.pdf_flow import Chunk, Table
from gradelint.formats.pdf_page import Strip
from gradelint.model import BlockKind, Piece

_NOTE = re.compile(r"\s*\[?(\d{1,3})\]?(?:\s+(?=\S)|(?=[A-Z‘“]))")
_QUOTE_MARKS = "‘“'\""
_LARGER, _SMALLER = 1.08, 0.92
_DEEPEST = 4
_SET_IN = 16.0
_LONGEST_NAME = 60
_ALIGNED = 4.0

Cells = Sequence[tuple[Strip, ...]]


class Manner(NamedTuple):
    """How a paper is set: the height of its letters, where its lines begin and end, the heights of its headings."""

    height: float
    left: float
    right: float
    headings: tuple[float, ...]

    @property
    def styled(self) -> bool:
        """Whether headings stand out."""
        return len(self.headings) > 1

    def level(self, height: float) -> int:
        """The level of a heading whose letters are this high: 1 for the highest."""
        higher = {round(each) for each in self.headings if round(each) > round(height)}
        return 1 + min(len(higher), _DEEPEST - 1)


def add_all(builder: Builder, items: Sequence[Chunk | Table]) -> None:
    """Add every block of a paper."""
    chunks = [item for item in items if isinstance(item, Chunk)]
    manner = _manner(chunks)
    previous: _Head | None = None
    alone = standing_alone([item.text if isinstance(item, Chunk) else "" for item in items])
    for item, stands_alone in zip(items, alone, strict=True):
        if isinstance(item, Chunk):
            _add_chunk(builder, item, manner, stands_alone)
            previous = None
        else:
            previous = _add_table(builder, item, previous)


def raw_of(strips: Sequence[tuple[int, Strip]], parting: Sequence[str]) -> Raw:
    """Strips, each with the index of its page, as one text; `parting` is what stands before each."""
    texts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for (page, strip), before in zip(strips, parting, strict=True):
        texts += (before, strip.text)
        length += len(before)
        pieces.append(Piece(length, strip.start, len(strip.text), page))
        length += len(strip.text)
    return Raw("".join(texts), 0, pieces)


def _raw(chunk: Chunk) -> Raw:
    strips = [(page, strip) for page, line in chunk.lines for strip in line.strips]
    parting = [" " if number else "\n" for _, line in chunk.lines for number in range(len(line.strips))]
    return raw_of(strips, ["", *parting[1:]])


def _manner(chunks: Sequence[Chunk]) -> Manner:
    heights: Counter[float] = Counter()
    lefts: Counter[float] = Counter()
    right = 0.0
    for chunk in chunks:
        for _, line in chunk.lines:
            heights[round(line.main.height, 1)] += len(line.main.text)
            lefts[round(line.main.left)] += len(line.main.text)
            right = max(right, line.right)
    height = heights.most_common(1)[0][0] if heights else 0.0
    left = lefts.most_common(1)[0][0] if lefts else 0.0
    headings = tuple(chunk.first.main.height for chunk in chunks if _stands_out(chunk, height))
    return Manner(height, left, right, headings)


def _stands_out(chunk: Chunk, height: float) -> bool:
    """Whether every line is bold or larger than the paper's letters."""
    strips = [line.main for _, line in chunk.lines]
    return len(strips) <= 3 and all(strip.bold or strip.height > _LARGER * height for strip in strips)


def _add_chunk(builder: Builder, chunk: Chunk, manner: Manner, stands_alone: bool) -> None:
    raw, page = _raw(chunk), chunk.page + 1
    stands_out = _stands_out(chunk, manner.height)
    tall = chunk.first.main.height
    flat = " ".join(raw.text.split())
    if stands_out and (level := heading_level(builder, flat, keyed=True)):
        level = level if len(set(map(round, manner.headings))) == 1 else manner.level(tall)
        builder.add(BlockKind.HEADING, raw, page=page, level=level)
    elif tall < _SMALLER * manner.height and (note := _NOTE.match(raw.text)):
        builder.add(BlockKind.FOOTNOTE, cut(raw, note.end()), page=page, note=note[1])
    elif _is_quotation(chunk, manner):
        builder.add(BlockKind.QUOTATION, raw, page=page)
    else:
        alone = not builder.blocks or (stands_alone and not manner.styled and len(chunk.lines) == 1)
        add_whole(builder, raw, alone, page)


def _is_quotation(chunk: Chunk, manner: Manner) -> bool:
    """Whether a paragraph without a number is set in from the left, and is in quotation marks or set in twice."""
    lines = [line for _, line in chunk.lines]
    if len(lines[0].strips) > 1 or min(line.left for line in lines) < manner.left + _SET_IN:
        return False
    if lines[0].text[0] in _QUOTE_MARKS:
        return True
    return len(lines) > 1 and max(line.right for line in lines) < manner.right - _SET_IN


class _Head(NamedTuple):
    """The names of a table's columns, where they stand, and the table's number and rows so far."""

    columns: tuple[tuple[float, float], ...]
    names: tuple[str, ...]
    page: int
    table: int
    rows: int


def _add_table(builder: Builder, table: Table, previous: _Head | None) -> _Head:
    """Add the rows of a table; one at the top of a page may go on with the table before."""
    rows, page = table.grid.rows, table.page
    head = 1 if _reads_as_names(rows) else 0
    names = tuple(" ".join(_words(cell)) for cell in rows[0]) if head else ("",) * len(table.grid.columns)
    number, done = 0, 0
    if previous is not None and _goes_on(previous, table) and (not head or names == previous.names):
        number, done, names = previous.table, previous.rows, previous.names
    number = number or builder.next_table()
    for index, row in enumerate(rows):
        is_head = index < head
        cells = [(_cell(page, cell), "" if is_head else name) for cell, name in zip(row, names, strict=True)]
        builder.add_row(cells, page=page + 1, table=number, row=done + index + 1, head=is_head)
    return _Head(table.grid.columns, names, page, number, done + len(rows))


def _cell(page: int, cell: Sequence[Strip]) -> Raw:
    return raw_of([(page, strip) for strip in cell], ["", *("\n" for _ in cell[1:])]) if cell else Raw("")


def _words(cell: Sequence[Strip]) -> list[str]:
    return [strip.text for strip in cell]


def _goes_on(previous: _Head, table: Table) -> bool:
    """Whether a table has the columns of the one on the page before."""
    one, two = previous.columns, table.grid.columns
    if table.page != previous.page + 1 or len(one) != len(two):
        return False
    return all(abs(first[0] - second[0]) < _ALIGNED for first, second in zip(one, two, strict=True))


def _reads_as_names(rows: Sequence[Cells]) -> bool:
    """Whether the first row names columns: all bold, or three or more without a figure above rows that have some."""
    first = [cell for cell in rows[0] if cell]
    if len(first) < 2 or any(len(" ".join(_words(cell))) > _LONGEST_NAME for cell in first):
        return False
    bold = all(strip.bold for cell in first for strip in cell)
    if bold and not all(strip.bold for row in rows[1:] for cell in row for strip in cell):
        return True
    below = any(_has_figure(cell) for row in rows[1:] for cell in row)
    return len(first) >= 3 and below and not any(map(_has_figure, first))


def _has_figure(cell: Sequence[Strip]) -> bool:
    return any(letter.isdigit() for strip in cell for letter in strip.text)
