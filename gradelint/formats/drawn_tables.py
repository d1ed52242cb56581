"""Tables drawn in plain text, with tabs, blanks or bars between the cells, to rows."""

from __future__ import annotations

import re
from typing import NamedTuple

from gradelint.formats.blocks import Builder, Raw
from gradelint.formats.lines import Line

_RULED = re.compile(r"[\s|:+=-]*[-=]{2}[\s|:+=-]*\Z")
_PARTED = re.compile(r"\s*\t\s*|\s{2,}")
_FIRST_CELL = re.compile(r"(?![ivx\d]{1,3}\)?\Z|\w\)\Z)[A-Za-z‘“'\"(]\S|\d{4}\b")
_SENTENCE_END = re.compile(r"[.!?;:]\Z")
_LONGEST_CELL = 80


class Drawn(NamedTuple):
    """A table found in a run of lines: its rows of cells, whether the first holds the headers, the line after it."""

    rows: tuple[tuple[Raw, ...], ...]
    head: bool
    end: int


def drawn_tables(run: list[Line]) -> dict[int, Drawn]:
    """The tables in a run of lines, by the index of their first line."""
    parted = sum("\t" in line.text or "  " in line.text or "|" in line.text for line in run)
    if parted < 2:
        return {}
    split = [_cells(line) for line in run]
    found: dict[int, Drawn] = {}
    index = 0
    while index < len(run):
        drawn = _from(run, split, index)
        if drawn is None:
            index += 1
        else:
            found[index] = drawn
            index = drawn.end
    return found


def add_table(builder: Builder, drawn: Drawn) -> None:
    """Add each row, with the headers of its columns."""
    table = builder.next_table()
    headers = tuple(map(_name, drawn.rows[0])) if drawn.head else ("",) * len(drawn.rows[0])
    for number, cells in enumerate(drawn.rows, 1):
        head = drawn.head and number == 1
        names = ("",) * len(cells) if head else headers
        builder.add_row(tuple(zip(cells, names, strict=True)), table=table, row=number, head=head)


def _name(cell: Raw) -> str:
    """The words of a header; a name for machines (`quality_of_education`) has lines for blanks."""
    return cell.text.strip().replace("_", " ")


def _from(run: list[Line], split: list[tuple[Raw, ...]], index: int) -> Drawn | None:
    """The table whose first row is line `index`: two rows or more, each of as many cells."""
    count = len(split[index])
    if count < 2:
        return None
    rows, end, ruled = [split[index]], index + 1, False
    while end < len(run):
        if _RULED.match(run[end].text):
            ruled = ruled or len(rows) == 1
        elif len(split[end]) == count:
            rows.append(split[end])
        else:
            break
        end += 1
    if len(rows) < 2:
        return None
    return Drawn(tuple(rows), ruled or _is_head(rows), end)


def _is_head(rows: list[tuple[Raw, ...]]) -> bool:
    """Whether the first row names the columns: every cell filled, no figure in it, figures further down."""
    first = [cell.text for cell in rows[0]]
    if not all(first) or any(map(_has_figure, first)):
        return False
    return any(_has_figure(cell.text) for row in rows[1:] for cell in row)


def _has_figure(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _cells(line: Line) -> tuple[Raw, ...]:
    """The cells of a line that may be a table row; none for any other line."""
    text = line.text.rstrip()
    inner = len(text) - len(text.lstrip())
    if _RULED.match(text):
        return ()
    if text.count("|") >= 2 or " | " in text:
        return _between(text, line.start, re.compile(r"\s*\|\s*"), text.find("|") + 1 if text[inner] == "|" else inner)
    cells = _between(text, line.start, _PARTED, inner)
    parted_like_prose = any(_SENTENCE_END.search(cell.text) for cell in cells[:-1])
    if len(cells) < 2 or parted_like_prose or not _FIRST_CELL.match(cells[0].text):
        return ()
    return cells if all(len(cell.text) <= _LONGEST_CELL for cell in cells) else ()


def _between(text: str, start: int, parting: re.Pattern[str], begin: int) -> tuple[Raw, ...]:
    end = len(text) - 1 if text.endswith("|") else len(text)
    cells: list[Raw] = []
    for gap in parting.finditer(text, begin, end):
        cells.append(Raw(text[begin : gap.start()], start + begin))
        begin = gap.end()
    cells.append(Raw(text[begin:end], start + begin))
    return tuple(cells)
