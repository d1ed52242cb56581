"""Spans to places: the same answers as `Document.place`, but for many spans of one document, and in words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable

from gradelint.model import BlockKind, Document, Place, Span
from gradelint.reports.parts.escaping import one_line

_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_SECTION = 60


def locator(document: Document) -> Callable[[Span], Place]:
    """A function that places spans of the document; lines and headings are counted once for all of them."""
    starts = _line_starts(document.source)
    headings = [index for index, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING]

    def section(index: int) -> str:
        above = bisect_left(headings, index)
        return document.quote(document.blocks[headings[above - 1]].span) if above else ""

    def place(span: Span) -> Place:
        line = column = None
        if document.source is not None:
            start = document.source_span(span)[1]
            line = bisect_right(starts, start)
            column = start - starts[line - 1] + 1
        if not document.blocks:
            return Place(line, column)
        index = document.block_at(span.start)
        block = document.blocks[index]
        cell = next((n for n, each in enumerate(block.cells, 1) if each.span.start <= span.start < each.span.end), None)
        return Place(line, column, block.page, block.paragraph, block.table, block.row, cell, section(index))

    return place


def in_words(document: Document, span: Span, place: Place) -> str:
    """Where a span stands, as a reader would look for it: `briefing.docx, page 3, paragraph 2, "History"`."""
    words = [file_and_line(document.path, place)]
    if place.page is not None:
        words.append(f"page {place.page}")
    if place.table is not None:
        words.append(f"table {place.table}, row {place.row}" if place.row is not None else f"table {place.table}")
    elif note := _note(document, span):
        words.append(f"note {one_line(note)}")
    elif place.line is None and place.paragraph is not None:
        words.append(f"paragraph {place.paragraph}")
    if place.section:
        words.append(f'"{_short(place.section)}"')
    return ", ".join(words)


def file_and_line(path: str, place: Place) -> str:
    """`path:line:column` for a text format, the path alone for others."""
    return one_line(path) if place.line is None else f"{one_line(path)}:{place.line}:{place.column}"


def _line_starts(source: str | None) -> list[int]:
    return [0, *(found.end() for found in _LINE_END.finditer(source or ""))]


def _note(document: Document, span: Span) -> str:
    return document.blocks[document.block_at(span.start)].note if document.blocks else ""


def _short(section: str) -> str:
    words = one_line(" ".join(section[: 4 * _LONGEST_SECTION].split()))
    return words if len(words) <= _LONGEST_SECTION else f"{words[: _LONGEST_SECTION - 3].rstrip()}..."
