"""Tables of which a row speaks of grades, with their cells read one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradelint.model.document import Block, BlockKind, Document, Span
from gradelint.model.tally import Amount, Counted
from gradelint.reading.bands import Placed, bands
from gradelint.reading.counted import counted_in
from gradelint.reading.lexicon import Lexicon
from gradelint.reading.lines import Line, by_kind, counting
from gradelint.reading.periods import dates
from gradelint.reading.tokens import fold, tokenise

_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?) ?(%)?(?: ?\((\d{1,3}(?:\.\d+)?) ?%\))?\Z")
_TOTALS = frozenset(("total", "totals", "all", "sum", "altogether", "overall"))
_PERCENT = ("%", "per cent", "percent", "percentage")
_LONGEST_TABLE = 600  # rows; a longer one is a file of data
_LONGEST_CELL = 160  # letters of a cell that may still be a label


class Valued(NamedTuple):
    """A cell that holds a number, with the share put in brackets behind it."""

    number: float
    percent: bool
    beside: float | None
    span: Span


class Row(NamedTuple):
    """A row below the header: its block, its cells as lines, the grades each names, and the numbers they hold."""

    block: Block
    cells: tuple[Line, ...]
    bands: tuple[tuple[Placed, ...], ...]
    values: tuple[Valued | None, ...]

    def value(self, column: int) -> Valued | None:
        """The number in a column, if there is one."""
        return self.values[column] if column < len(self.values) else None


class Grid(NamedTuple):
    """A table. `heads` are the cells of its header; `sentence` stands for it among the sentences read; `caption` is
    what the words above it say is counted; `near` are the lines that tell what it is about.
    `elsewhere` says that it is of another place, `partial` that it is of those inspected in some time alone."""

    heads: tuple[Line, ...]
    head_bands: tuple[tuple[Placed, ...], ...]
    rows: tuple[Row, ...]
    sentence: int
    caption: Counted
    near: tuple[Line, ...]
    elsewhere: bool = False
    partial: bool = False

    def percent(self, column: int) -> bool:
        """Whether a column holds shares of a hundred."""
        values = [row.values[column] for row in self.rows if column < len(row.values)]
        return any(each is not None and each.percent for each in values) or self.said_percent(column)

    def said_percent(self, column: int) -> bool:
        """Whether the header of a column says so."""
        head = self.heads[column] if column < len(self.heads) else None
        return head is not None and any(word in head.text.lower() for word in _PERCENT)


def totalling(line: Line) -> bool:
    """Whether the first words of a cell say that its row or column is a total."""
    return any(line.word(index) in _TOTALS for index in range(line.first, min(line.end, line.first + 3)))


def share(number: float) -> Amount:
    """A share of a hundred, as a table gives it, rounded."""
    slack = 1.0 if number == int(number) else 0.15
    return Amount((number - slack) / 100, (number + slack) / 100)


def grids(document: Document, lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Grid]:
    """The tables that a sentence of the paper with a grade stands in."""
    done: set[int] = set()
    for number, line in enumerate(lines):
        if line.kind is not BlockKind.TABLE_ROW or line.block in done or not line.has("grade"):
            continue
        first, end = _extent(document, line.block)
        done.update(range(first, end))
        if end - first <= _LONGEST_TABLE:
            yield _grid(document, lines, number, range(first, end), lexicon)


def _extent(document: Document, block: int) -> tuple[int, int]:
    table = document.blocks[block].table
    first, end = block, block + 1
    while first and document.blocks[first - 1].table == table:
        first -= 1
    while end < len(document.blocks) and document.blocks[end].table == table:
        end += 1
    return first, end


def _grid(document: Document, lines: Sequence[Line], number: int, extent: range, lexicon: Lexicon) -> Grid:
    blocks = [document.blocks[index] for index in extent]
    head = next((each for each in blocks[:2] if each.head), None)
    if head is not None:
        heads = tuple(_cell_line(document.quote(cell.span), cell.span.start, lexicon) for cell in head.cells)
    else:
        heads = tuple(_cell_line(cell.header, 0, lexicon) for cell in (blocks[0].cells if blocks else ()))
    rows = tuple(_row(document, each, lexicon) for each in blocks if not each.head and each.cells)
    before = (each for each in lines[max(0, number - 2) : number] if extent.start - each.block <= 1)
    near = [counting(each, lexicon) for each in before]
    above = next((each for each in reversed(near) if each.block < extent.start), None)
    caption = counted_in(above, above.first, above.end) if above is not None else Counted()
    inside = [each for each in lines[number : number + 3] if each.block in extent]
    return Grid(
        heads=heads,
        head_bands=tuple(tuple(bands(each, lexicon)) for each in heads),
        rows=rows,
        sentence=lines[number].sentence,
        caption=caption,
        near=(*near, *inside, *heads),
        elsewhere=any(each.has("elsewhere") for each in near if each.block < extent.start),
        partial=any(each.has("lately") for each in near if each.block < extent.start),
    )


def _row(document: Document, block: Block, lexicon: Lexicon) -> Row:
    texts = [document.quote(cell.span) for cell in block.cells]
    values = tuple(_value(text, cell.span) for text, cell in zip(texts, block.cells, strict=True))
    cells = tuple(
        _cell_line("" if value or len(text) > _LONGEST_CELL else text, cell.span.start, lexicon)
        for text, cell, value in zip(texts, block.cells, values, strict=True)
    )
    placed = tuple(tuple(bands(each, lexicon)) for each in cells)
    return Row(block, cells, placed, values)


def _value(text: str, span: Span) -> Valued | None:
    match = _NUMBER.match(text.strip().strip("*"))
    if match is None:
        return None
    beside = float(match[3]) if match[3] else None
    return Valued(float(match[1].replace(",", "")), match[2] is not None, beside, span)


def _cell_line(text: str, start: int, lexicon: Lexicon) -> Line:
    """A cell as a sentence by itself, its places counted from its own beginning."""
    folded = fold(text)
    tokens = tokenise(folded, 0, len(folded))
    hits = lexicon.all_hits(tokens)
    found = tuple(dates(tokens, None)) if not folded.isalpha() else ()
    line = Line(start, -1, BlockKind.TABLE_ROW, text, tokens, 0, len(tokens.words), hits, found, by_kind(hits))
    return counting(line, lexicon)
