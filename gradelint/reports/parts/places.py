"""Where a span stands, in the words by which a reader would look for it."""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model import Document, Place, Span
from gradelint.reports.parts.escaping import one_line

_LONGEST_SECTION = 60


def in_words(document: Document, span: Span) -> str:
    """`briefing.docx, page 3, paragraph 2, "History"`; `briefing.md:12:5, table 1, row 3` for a text format."""
    place = document.place(span)
    section = (f'"{_short(place.section)}"',) if place.section else ()
    return ", ".join((_file(document, place), *_on_the_page(document, span, place), *section))


def in_short(document: Document, span: Span) -> str:
    """`path:line:column` for a text format, page and paragraph for others."""
    place = document.place(span)
    if place.line is not None:
        return _file(document, place)
    return ", ".join((_file(document, place), *_on_the_page(document, span, place)))


def _file(document: Document, place: Place) -> str:
    path = one_line(document.path)
    return path if place.line is None else f"{path}:{place.line}:{place.column}"


def _on_the_page(document: Document, span: Span, place: Place) -> Iterator[str]:
    if place.page is not None:
        yield f"page {place.page}"
    if place.table is not None:
        yield f"table {place.table}"
        if place.row is not None:
            yield f"row {place.row}"
    elif note := _note(document, span):
        yield f"note {one_line(note)}"
    elif place.line is None and place.paragraph is not None:
        yield f"paragraph {place.paragraph}"


def _note(document: Document, span: Span) -> str:
    return document.blocks[document.block_at(span.start)].note if document.blocks else ""


def _short(section: str) -> str:
    words = one_line(" ".join(section[: 4 * _LONGEST_SECTION].split()))
    return words if len(words) <= _LONGEST_SECTION else f"{words[: _LONGEST_SECTION - 3].rstrip()}..."
