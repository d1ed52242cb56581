"""PDF files to documents through PDFium: paragraphs, headings and tables told by where the letters stand.

PDFium runs in this process; `pdf_limits` refuses beforehand what would take it too long. `Document.parts`
are the pages and `Piece.source` counts the characters of the page as PDFium numbers them. A page that
shows a picture and no text, one whose letters have no meaning, and one that does not load are `unread`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gradelint.errors import GradelintError, UnreadableError
from gradelint.formats.blocks import Builder
from gradelint.formats.decoding import looks_like
from gradelint.formats.page_headers import with_titles
from gradelint.formats.pdf_blocks import add_all, raw_of
from gradelint.formats.pdf_flow import Chunk, Table, flow, joined_pages
from gradelint.formats.pdf_headers import without_running
from gradelint.formats.pdf_layout import layout
from gradelint.formats.pdf_limits import check_streams
from gradelint.formats.pdf_page import Page, Strip, page
from gradelint.model import BlockKind, Document

SUFFIXES = (".pdf",)

_HEADER_WITHIN = 1024
_MOST_PAGES = 20_000
_FAILING_RUN = 20
_LEAST_BYTES_A_PAGE = 4
_NEEDS_PASSWORD = 4
_FEW_LETTERS = 20
_NO_PAGE = Page(())
_PRINT_AGAIN = "print the paper to PDF again"
_OCR = "run OCR on it first"


def read(data: bytes, path: str) -> Document:
    """The document in a PDF. Raises UnreadableError for what is damaged, locked, too large, scanned or no PDF."""
    try:
        return _read(data, path)
    except GradelintError:
        raise
    except Exception as fault:
        reason = f"damaged in a way that is new to gradelint ({type(fault).__name__}: {fault})"
        raise UnreadableError(path, reason, _PRINT_AGAIN) from fault


def _read(data: bytes, path: str) -> Document:
    if b"%PDF-" not in data[: _HEADER_WITHIN + 5]:
        raise _no_pdf(data, path)
    check_streams(data, path)
    pages, notices = _pages(data, path)
    loaded = [each or _NO_PAGE for each in pages]
    running = without_running(loaded)
    faults = [_fault(each, number, running.pages[number - 1]) for number, each in enumerate(pages, 1)]
    unread = [fault for fault in faults if fault]
    builder = Builder(path, "pdf")
    items: list[Chunk | Table] = []
    for index, strips in enumerate(running.pages):
        if not loaded[index].unmapped:
            last = items[-1] if items else None
            columns = last.grid.columns if isinstance(last, Table) and last.page == index - 1 else ()
            items += flow(index, layout(strips, columns))
    add_all(builder, joined_pages(items))
    for index, strip in running.headers:
        builder.add(BlockKind.PAGE_HEADER, raw_of([(index, strip)], [""]), page=index + 1)
    if not builder.blocks or all(faults):
        raise _no_text(path, unread)
    parts = tuple(f"page {number}" for number in range(1, len(pages) + 1))
    return with_titles(builder.document(parts=parts, notices=notices, unread=unread))


def _no_pdf(data: bytes, path: str) -> UnreadableError:
    if not data:
        return UnreadableError(path, "empty, 0 bytes", "save the paper again")
    if other := looks_like(data):
        return UnreadableError(path, f"not a PDF: looks like {other[0]}", other[1])
    if b"\0" not in data[:4096]:
        return UnreadableError(path, "not a PDF: looks like plain text", "name it .txt or print it to PDF")
    return UnreadableError(path, "not a PDF, or damaged", _PRINT_AGAIN)


def _no_text(path: str, unread: list[str]) -> UnreadableError:
    more = f" (and {len(unread) - 1} more pages)" if len(unread) > 1 else ""
    if unread:
        reason, _, remedy = unread[0].partition("; ")
        return UnreadableError(path, f"no text found: {reason}{more}", remedy or _OCR)
    return UnreadableError(path, "no text found on any page", _OCR)


def _pages(data: bytes, path: str) -> tuple[list[Page | None], list[str]]:
    """Every page, None for one that does not load, and remarks on the file."""
    import pypdfium2.raw as pdfium  # Here, for it takes 50 ms that a paper in another format need not pay.

    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        if pdfium.FPDF_GetLastError() == _NEEDS_PASSWORD:
            raise UnreadableError(path, "password protected", "remove the password")
        raise UnreadableError(path, "damaged or cut short: PDFium cannot open it", _PRINT_AGAIN)
    try:
        return _loaded(pdfium, document, len(data), path)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _loaded(pdfium: Any, document: Any, size: int, path: str) -> tuple[list[Page | None], list[str]]:
    """Load page after page; the number the file gives is not trusted, so a run that fails to the end is no pages."""
    declared = pdfium.FPDF_GetPageCount(document)
    found: list[Page | None] = []
    failing = 0
    while len(found) < min(declared, _MOST_PAGES) and failing < _FAILING_RUN:
        found.append(page(pdfium, document, len(found)))
        failing = failing + 1 if found[-1] is None else 0
    if failing == len(found):
        raise UnreadableError(path, "no page of it can be loaded", _PRINT_AGAIN)
    notices = []
    if declared > _MOST_PAGES >= size // _LEAST_BYTES_A_PAGE or failing == _FAILING_RUN:
        del found[len(found) - failing :]
        notices.append(f"says it has {declared} pages but holds {len(found)}")
    elif declared > _MOST_PAGES:
        raise UnreadableError(path, f"{declared} pages, more than {_MOST_PAGES}", "split the paper")
    if any(each is not None and each.typed for each in found):
        notices.append("has form fields or text typed onto its pages, which are not read")
    return found, notices


def _fault(read: Page | None, number: int, left: Sequence[Strip]) -> str:
    """Why a page could not be read; empty for one that could."""
    if read is None:
        return f"page {number} cannot be loaded; {_PRINT_AGAIN}"
    if read.unmapped:
        return f"page {number} has letters that stand for nothing (no Unicode map); {_OCR}"
    letters = sum(len(strip.text) for strip in left)
    if (read.covered and letters < _FEW_LETTERS) or (read.pictured and not letters):
        return f"page {number} has no text: it looks scanned; {_OCR}"
    return ""
