"""The stories of a Word file to blocks: each paragraph's kind, each table's rows with the names of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradelint.formats.blocks import Builder, Raw
from gradelint.formats.docx_story import Box, Item, Note, Paragraph, Table, TableCell, TableRow
from gradelint.formats.docx_styles import Styles
from gradelint.formats.forms import add_by_form, glued, standing_alone
from gradelint.model import BlockKind

_NUMBER_ONLY = re.compile(r"\s*\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{1,4})[.)]{0,2}\s*\Z")
_LONGEST_NAME = 60
_LONGEST_CELL = 1500
_ROLES = {"caption": BlockKind.CAPTION, "quotation": BlockKind.QUOTATION, "list": BlockKind.LIST_ITEM}


class Manner(NamedTuple):
    """How the items of a story become blocks.

    `kind` is given where all of them are of one; `styled` where the paper's headings have styles, so that
    a short plain paragraph is none; `first` is the level of Heading 1; `note` the label of a note.
    """

    styles: Styles
    paged: bool
    styled: bool = False
    first: int = 1
    kind: BlockKind | None = None
    note: str = ""
    page: int | None = None

    def page_of(self, paragraph: Paragraph) -> int | None:
        """The page a paragraph stands on, where pages are known."""
        return self.page or (paragraph.page if self.paged else None)


def manner(items: Sequence[Item], styles: Styles, paged: bool) -> Manner:
    """The manner of a body: how its headings are made."""
    depths = [depth for each in paragraphs(items) if (depth := _depth(each, styles)) is not None]
    return Manner(styles, paged, bool(depths), 1 if 0 not in depths and depths.count(1) == 1 else 2)


def add_items(builder: Builder, items: Sequence[Item], manner: Manner) -> None:
    """Add every block of these items."""
    alone = standing_alone([item.raw.text if isinstance(item, Paragraph) else "" for item in items])
    for item, stands_alone in zip(items, alone, strict=True):
        if isinstance(item, Paragraph):
            _add_paragraph(builder, item, manner, stands_alone)
        elif isinstance(item, Table):
            _add_table(builder, item, manner)
        elif isinstance(item, Box):
            add_items(builder, item.items, manner._replace(kind=manner.kind or BlockKind.TEXT_BOX))
        elif isinstance(item, TableRow):
            add_items(builder, item.cells, manner)
        else:
            add_items(builder, item.items, manner)


def paragraphs(items: Sequence[Item]) -> Iterator[Paragraph]:
    """Every paragraph in these items, at any depth."""
    for item in items:
        if isinstance(item, Paragraph):
            yield item
        elif isinstance(item, Table):
            yield from paragraphs(item.rows)
        elif isinstance(item, TableRow):
            yield from paragraphs(item.cells)
        elif isinstance(item, TableCell | Box | Note):
            yield from paragraphs(item.items)


def _depth(paragraph: Paragraph, styles: Styles) -> int | None:
    if paragraph.outline is not None:
        return paragraph.outline + 1
    return styles.of(paragraph.style).depth if paragraph.style else None


def _add_paragraph(builder: Builder, paragraph: Paragraph, manner: Manner, stands_alone: bool) -> None:
    raw, page = paragraph.raw, manner.page_of(paragraph)
    if not raw.text or raw.text.isspace():
        return
    if manner.kind is not None:
        builder.add(manner.kind, raw, page=page, note=manner.note)
        return
    depth, role = _depth(paragraph, manner.styles), manner.styles.of(paragraph.style).role
    if depth is not None:
        builder.add(BlockKind.HEADING, raw, page=page, level=max(1, depth + manner.first - 1))
    elif paragraph.listed is not None or role == "list":
        builder.add(BlockKind.LIST_ITEM, raw, page=page, level=1 + (paragraph.listed or 0))
    elif role or paragraph.indented:
        builder.add(_ROLES.get(role, BlockKind.QUOTATION), raw, page=page)
    else:
        alone = paragraph.bold or not builder.blocks or (stands_alone and not manner.styled)
        add_by_form(builder, raw, alone=alone, page=page)


def _add_table(builder: Builder, table: Table, manner: Manner) -> None:
    if _is_layout(table):
        for row in table.rows:
            add_items(builder, list(_unnumbered(row)), manner)
        return
    number, heads = builder.next_table(), _heads(table)
    names = _names(table.rows[:heads])
    for index, row in enumerate(table.rows):
        first = next((each for each in paragraphs(row.cells) if not each.raw.text.isspace()), None)
        cells = [
            (_letters(cell), "" if index < heads else _name(names, cell.column, cell.columns)) for cell in row.cells
        ]
        page = manner.page_of(first) if first else None
        builder.add_row(cells, page=page, table=number, row=index + 1, head=index < heads)


def _is_layout(table: Table) -> bool:
    """Whether a table only places text: one cell a row, paragraph numbers beside paragraphs, or whole pages."""
    filled = [[cell for cell in row.cells if _text(cell).strip()] for row in table.rows]
    if all(len(cells) <= 1 or (len(cells) == 2 and _NUMBER_ONLY.match(_text(cells[0]))) for cells in filled):
        return True
    cells = [cell for row in filled for cell in row]
    nested = any(isinstance(item, Table | Box) for cell in cells for item in cell.items)
    return nested or any(len(_text(cell)) > _LONGEST_CELL for cell in cells)


def _unnumbered(row: TableRow) -> Iterator[Item]:
    """What is in a row, a paragraph's number put before the paragraph."""
    cells = [cell for cell in row.cells if _text(cell).strip()]
    if len(cells) == 2 and _NUMBER_ONLY.match(_text(cells[0])) and isinstance(cells[1].items[0], Paragraph):
        first = cells[1].items[0]
        yield first._replace(raw=glued([_letters(cells[0]), first.raw], " "))
        yield from cells[1].items[1:]
    else:
        yield from cells


def _letters(cell: TableCell) -> Raw:
    """All letters of a cell in one."""
    raws = [each.raw for each in paragraphs(cell.items) if each.raw.text]
    return glued(raws, " ") if raws else Raw("")


def _text(cell: TableCell) -> str:
    return " ".join(each.raw.text for each in paragraphs(cell.items))


def _heads(table: Table) -> int:
    """How many rows name the columns: those Word repeats on every page, or a first row that reads as names."""
    count = 0
    while count < len(table.rows) - 1 and table.rows[count].head:
        count += 1
    return count or int(len(table.rows) > 1 and _reads_as_names(table.rows))


def _reads_as_names(rows: Sequence[TableRow]) -> bool:
    """Whether the first row names columns: all bold, or three or more without a figure above rows that have some."""
    first = [each for each in paragraphs(rows[0].cells) if each.raw.text.strip()]
    short = all(len(each.raw.text) <= _LONGEST_NAME for each in first)
    if len(first) < 2 or not short:
        return False
    if all(each.bold for each in first):
        return True
    figures = any(map(_has_figure, first))
    return len(rows[0].cells) >= 3 and not figures and any(map(_has_figure, paragraphs(rows[1:])))


def _has_figure(paragraph: Paragraph) -> bool:
    return any(letter.isdigit() for letter in paragraph.raw.text)


def _names(rows: Sequence[TableRow]) -> dict[int, str]:
    """The name of each grid column, from the top down."""
    found: dict[int, str] = {}
    for row in rows:
        for cell in row.cells:
            name = " ".join(_text(cell).split())
            for column in range(cell.column, cell.column + cell.columns):
                if name and name not in found.get(column, ""):
                    found[column] = f"{found.get(column, '')} {name}".strip()
    return found


def _name(names: dict[int, str], column: int, columns: int) -> str:
    if columns == 1:
        return names.get(column, "")
    return " ".join(dict.fromkeys(names[each] for each in range(column, column + columns) if each in names))
