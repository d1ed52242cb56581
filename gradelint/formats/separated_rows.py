"""Lines pasted from a CSV file, their cells parted by commas or semicolons without a blank, to the rows of a table.

Told by form alone, and warily: prose has a blank after its commas, a number's thousands have three figures after
theirs, and a list of short words on one line is no table.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import NamedTuple

from gradelint.formats.blocks import Raw
from gradelint.formats.drawn_tables import Drawn
from gradelint.formats.lines import Line
from gradelint.formats.separators import SEPARATORS
from gradelint.model import Piece

_QUOTED = r'\s*+"((?:[^"]|"")*+)"\s*+'
_PARTINGS = {
    ";": re.compile(rf"{_QUOTED}(?=;(?!\s)|\Z)|((?:[^;&]++|&#?\w{{1,31}};|&|;(?=\s))*+)"),
    ",": re.compile(rf"{_QUOTED}(?=,(?!\s)|\Z)|((?:[^,]++|,(?=\s))*+)"),
}
_QUOTATION = re.compile(r'"[^"]*+"')
_THOUSANDS = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)")
_SENTENCE_END = {";": re.compile(r"[.!?:,…]['’”)\]]*\Z"), ",": re.compile(r"[.!?:;…]['’”)\]]*\Z")}
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))
_LONGEST_CELL = 80
_LONGEST_QUOTED = 400
_LONGEST_LINE = 2000
_MOST_WORDS = 6
_FEW_WORDS = 3


class _Row(NamedTuple):
    """A line that may be a row; `mixed` where some of its separators have a blank after them."""

    separator: str
    cells: tuple[Raw, ...]
    mixed: bool


def separated_tables(run: list[Line]) -> dict[int, Drawn]:
    """The tables in a run of lines, by the index of their first line."""
    found: dict[int, Drawn] = {}
    rows: list[_Row] = []
    before: _Row | None = None
    for index, line in enumerate(run):
        row = _row(line, before.separator if before else SEPARATORS[0])
        if row is None or before is None or len(row.cells) != len(before.cells) or row.separator != before.separator:
            _keep(found, rows, index)
            rows = []
        if row is not None and (rows or not row.mixed):
            rows.append(row)
        before = row
    _keep(found, rows, len(run))
    return found


def _keep(found: dict[int, Drawn], rows: list[_Row], end: int) -> None:
    """Keep the rows, which end before line `end`, where they make a table."""
    if len(rows) < 2:
        return
    cells = tuple(row.cells for row in rows)
    words = [[cell.text.strip() for cell in row] for row in cells]
    head = _is_head(words)
    if _is_table(words[head:]):
        found[end - len(rows)] = Drawn(cells, head, end)


def _row(line: Line, first: str) -> _Row | None:
    """The row that a line may be, by the separator of the line before or the other one."""
    text = line.text.rstrip()
    if len(text) > _LONGEST_LINE or "|" in text or "\t" in text:
        return None
    for separator in (first, *(each for each in SEPARATORS if each != first)):
        spaced = text.count(separator + " ")
        if text.count(separator) - spaced < 2 or _SENTENCE_END[separator].search(text, max(0, len(text) - 20)):
            continue
        cells = _cells(text, line.start, separator)
        bare = _QUOTATION.sub("", text) if '"' in text else text
        if cells and len(cells) - 1 - _thousands(bare, separator) >= 2:
            return _Row(separator, cells, spaced > 0 and separator + " " in bare)
    return None


def _thousands(text: str, separator: str) -> int:
    """How many commas only part the thousands of a number."""
    return sum(found[0].count(",") for found in _THOUSANDS.finditer(text)) if separator == "," else 0


def _cells(text: str, start: int, separator: str) -> tuple[Raw, ...]:
    """The cells of a line; none where one is too long, or opens a quote or bracket that it does not close."""
    cells: list[Raw] = []
    at = 0
    while at <= len(text):
        found = _PARTINGS[separator].match(text, at)
        if found is None:
            return ()
        quoted = found.lastindex == 1
        begin, end = found.span(found.lastindex or 0)
        if not (end - begin <= _LONGEST_QUOTED if quoted else _is_whole(text[begin:end])):
            return ()
        cells.append(_unquoted(text[begin:end], start + begin) if quoted else Raw(text[begin:end], start + begin))
        at = found.end() + 1
    return tuple(cells)


def _is_whole(cell: str) -> bool:
    if len(cell) > _LONGEST_CELL or cell.lstrip()[:1] == '"':
        return False
    return cell.count("`") % 2 == 0 and all(cell.count(opened) == cell.count(closed) for opened, closed in _PAIRS)


def _unquoted(text: str, start: int) -> Raw:
    """A quoted cell's letters, of two quotation marks the first."""
    if '""' not in text:
        return Raw(text, start)
    pieces: list[Piece] = []
    length = done = 0
    for found in re.finditer('""', text):
        pieces.append(Piece(length, done, found.start() + 1 - done))
        length += pieces[-1].length
        done = found.end()
    pieces.append(Piece(length, done, len(text) - done))
    return Raw(text.replace('""', '"'), start, pieces)


def _is_table(rows: list[list[str]]) -> bool:
    """Whether two columns hold values, which begin with no small letter, or every cell is of few words."""
    valued = [any(column) and all(map(_is_value, column)) for column in zip(*rows, strict=True)]
    return sum(valued) >= 2 or all(len(cell.split()) <= _FEW_WORDS for cell in chain.from_iterable(rows))


def _is_value(cell: str) -> bool:
    return not cell[:1].islower() and len(cell.split()) <= _MOST_WORDS


def _is_head(rows: list[list[str]]) -> bool:
    """Whether the first row names the columns.

    Its cells differ from each other and recur nowhere, have no figure, and differ in form from what is below:
    figures in every cell of a column, capitals in every row under small letters, or values that come again.
    """
    first, rest = rows[0], rows[1:]
    named = [cell for cell in first if cell]
    below = [cell for row in rest for cell in row if cell]
    if len(named) < 2 or len(set(named)) < len(named) or any(map(_has_figure, named)) or not below:
        return False
    if not set(named).isdisjoint(below):
        return False
    if all(map(_is_small, named)) and not any(all(map(_is_small, row)) for row in rest):
        return True
    columns = [[cell for cell in column[1:] if cell] for column in zip(*rows, strict=True) if column[0]]
    return any(column and all(map(_has_figure, column)) for column in columns) or len(set(below)) < len(below)


def _is_small(cell: str) -> bool:
    return cell == cell.lower() and not _has_figure(cell)


def _has_figure(text: str) -> bool:
    return any(letter.isdigit() for letter in text)
