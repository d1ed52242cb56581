"""A document: plain text in blocks, with a map from each letter to its place in the source."""

import re
from bisect import bisect_right
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from gradelint.model.period import Period

_BLOCK_START, _PIECE_START = attrgetter("span.start"), attrgetter("text")
_LINE_END = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """Code points `start` up to but not including `end` of a document's text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a letter."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether every letter of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """What a block is on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    TABLE_ROW = "table row"
    FOOTNOTE = "footnote"
    CAPTION = "caption"
    TEXT_BOX = "text box"
    PAGE_HEADER = "page header"


class Cell(NamedTuple):
    """One cell of a table row, with the text of its column's header (empty when there is none)."""

    span: Span
    header: str = ""


class Block(NamedTuple):
    """A paragraph, heading, table row or the like; blocks are in reading order and never overlap.

    `level` is a heading's depth (1 is the title) or a list item's nesting. `paragraph` counts every
    block of the page (or of the whole document where pages are not known) from 1; `table` and `row`
    count from 1. `head` marks the row that holds the column headers. `note` is a footnote's label. `under` is
    the index of the heading above it.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cells: tuple[Cell, ...] = ()
    head: bool = False
    note: str = ""
    under: int | None = None


class Piece(NamedTuple):
    """`length` letters that stand one for one in the text (from `text`) and the source (from `source`).

    The unit of `source` is the format's own: code points of the decoded file for text formats, bytes
    of the named part for zipped ones, characters of the page for PDF. Letters of the text that belong
    to no piece (a folded ligature, a space put for a line break) lie between two pieces.
    """

    text: int
    source: int
    length: int
    part: int = 0


class Place(NamedTuple):
    """Where a span stands, in the words a reader would use to find it."""

    line: int | None = None
    column: int | None = None
    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    section: str = ""


class Document(NamedTuple):
    """What a reader makes of a file.

    `text` has the blocks in order, parted by blank lines, cleaned for matching: no soft hyphens, no
    line wraps, ligatures folded. `source` is the decoded file for text formats and None for binary
    ones. `parts` names what `Piece.part` counts (zip parts, pages). `date` is the paper's own date.
    `notices` are remarks for the user; `unread` names what could not be read (a scanned page): a
    document with something unread must never pass as clean.
    """

    path: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...] = ()
    source: str | None = None
    parts: tuple[str, ...] = ("",)
    authority: str = ""
    date: Period | None = None
    title: str = ""
    notices: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    def quote(self, span: Span) -> str:
        """The words of a span."""
        return self.text[span.start : span.end]

    def block_at(self, position: int) -> int:
        """The index of the block that holds the letter at `position` (or the last one before it)."""
        return max(0, bisect_right(self.blocks, position, key=_BLOCK_START) - 1)

    def source_span(self, span: Span) -> tuple[int, int, int]:
        """`(part, start, end)` in the source of the letters of `span`; text without pieces maps to itself."""
        if not self.pieces:
            return 0, span.start, span.end
        part, start = self._source_start(span.start)
        return part, start, max(start, self._source_end(span.end, part))

    def _source_start(self, position: int) -> tuple[int, int]:
        index = max(0, bisect_right(self.pieces, position, key=_PIECE_START) - 1)
        piece = self.pieces[index]
        return piece.part, piece.source + min(max(0, position - piece.text), piece.length)

    def _source_end(self, position: int, part: int) -> int:
        index = max(0, bisect_right(self.pieces, position - 1, key=_PIECE_START) - 1)
        while index and self.pieces[index].part != part:
            index, position = index - 1, self.pieces[index].text
        piece = self.pieces[index]
        if position <= piece.text + piece.length:
            return piece.source + max(0, position - piece.text)
        following = self.pieces[index + 1] if index + 1 < len(self.pieces) else None
        if following is not None and following.part == part:
            return following.source
        return piece.source + piece.length

    def place(self, span: Span) -> Place:
        """Where the span begins: line and column (from 1) for text formats, page and cell otherwise."""
        index = self.block_at(span.start)
        block = self.blocks[index] if self.blocks else None
        line = column = None
        if self.source is not None:
            start = self.source_span(span)[1]
            starts = _line_starts(self.source)
            line = bisect_right(starts, start)
            column = start - starts[line - 1] + 1
        if block is None:
            return Place(line, column)
        cell = next((n for n, each in enumerate(block.cells, 1) if each.span.start <= span.start < each.span.end), None)
        return Place(line, column, block.page, block.paragraph, block.table, block.row, cell, self.section(index))

    def section(self, index: int) -> str:
        """The text of the heading that block `index` stands under; empty when there is none."""
        under = self.blocks[index].under
        return "" if under is None else self.quote(self.blocks[under].span)


@lru_cache(maxsize=4)  # every finding of a file asks for its line; counting from the top each time is quadratic
def _line_starts(source: str) -> tuple[int, ...]:
    """Where lines begin, as editors count them: CRLF, CR and LF end one; U+2028 and U+0085 do not."""
    if "\r" in source:
        return (0, *(match.end() for match in _LINE_END.finditer(source)))
    return tuple(accumulate((len(line) + 1 for line in source.split("\n")[:-1]), initial=0))
