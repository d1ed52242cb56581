"""The rows of an HTML table, gathered until its columns' headers are known."""

from __future__ import annotations

from typing import NamedTuple

from gradelint.formats.blocks import Builder, Raw

_WIDEST = 200


class Box(NamedTuple):
    """One cell as written: its raw text, whether it is a header, and the columns and rows it spans."""

    raw: Raw
    header: bool
    across: int = 1
    down: int = 1


class Rows:
    """One open table. `layout` once it turned out to hold blocks: then its cells are no cells."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.layout = False
        self.in_head = False
        self._row: list[Box] = []
        self._rows: list[tuple[list[Box], bool]] = []
        self._number: int | None = None
        self._done = 0
        self._headers: dict[int, str] = {}
        self._hanging: dict[int, int] = {}

    def add(self, box: Box) -> None:
        """Add a cell to the row that is open."""
        self._row.append(box)

    def end_row(self) -> None:
        """Close the row that is open, if it has cells."""
        if self._row:
            self._rows.append((self._row, self.in_head))
            self._row = []

    def dissolved(self) -> list[Raw]:
        """Give up the cells of the open row, to be read as blocks, and treat what follows so too."""
        self.flush()
        loose, self._row = [box.raw for box in self._row], []
        self.layout = True
        return loose

    def flush(self) -> None:
        """Add all finished rows to the document, each under the headers of its columns."""
        for row, in_head in self._rows:
            self._done += 1
            columns = self._columns(row)
            head = in_head or (len(row) > 1 and all(box.header for box in row)) or self._names_columns(row)
            names = ["" if head else self._headers.get(column, "") for column in columns]
            if head:
                for column, box in zip(columns, row, strict=True):
                    for each in range(column, column + box.across):
                        self._headers[each] = " ".join(box.raw.text.split())
            self._number = self._number or self.builder.next_table()
            cells = [(box.raw, name) for box, name in zip(row, names, strict=True)]
            self.builder.add_row(cells, table=self._number, row=self._done, head=head)
        self._rows = []

    def _columns(self, row: list[Box]) -> list[int]:
        """The column each cell begins in, past cells that hang down from rows above."""
        found: list[int] = []
        column = 0
        hanging = {each: left - 1 for each, left in self._hanging.items() if left > 1}
        for box in row:
            while column < _WIDEST and self._hanging.get(column, 0) > 0:
                column += 1
            found.append(column)
            if box.down > 1:
                hanging |= dict.fromkeys(range(column, min(column + box.across, _WIDEST)), box.down - 1)
            column += box.across
        self._hanging = hanging
        return found

    def _names_columns(self, row: list[Box]) -> bool:
        """Whether a first row without header cells names the columns all the same: filled, and no figure in it."""
        if self._done > 1 or len(row) < 2 or any(not box.raw.text.strip() or _has_figure(box.raw.text) for box in row):
            return False
        return any(_has_figure(box.raw.text) for below, _ in self._rows[1:] for box in below)


def span(value: str) -> int:
    """A `colspan` or `rowspan`, within reason."""
    return min(_WIDEST, int(value)) if value.isascii() and value.isdigit() and 0 < len(value) < 5 and int(value) else 1


def _has_figure(text: str) -> bool:
    return any(letter.isdigit() for letter in text)
