"""A paper as a PDF with a title block, numbered paragraphs, tables and running page headers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from layout import NAVY, curly, numbered
from papers import Bullets, Heading, Paper, Paragraph, Quotation, Table
from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.platypus import ListFlowable, ListItem, SimpleDocTemplate, Spacer
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import Table as PdfTable

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14.5, spaceAfter=7, alignment=TA_LEFT)
NUMBERED = ParagraphStyle("numbered", parent=BODY, leftIndent=34, firstLineIndent=0, bulletIndent=0)
HEAD = ParagraphStyle(
    "head", parent=BODY, fontName="Helvetica-Bold", fontSize=12, spaceBefore=9, textColor=colors.HexColor(f"#{NAVY}")
)
TITLE = ParagraphStyle("title", parent=HEAD, fontSize=17, leading=22, spaceAfter=10)
COUNCIL = ParagraphStyle("council", parent=BODY, fontName="Helvetica-Bold", fontSize=13, spaceAfter=2)
CELL = ParagraphStyle("cell", parent=BODY, fontSize=9.5, leading=12, spaceAfter=0)
CELL_HEAD = ParagraphStyle("cell head", parent=CELL, fontName="Helvetica-Bold")
CAPTION = ParagraphStyle("caption", parent=CELL_HEAD, spaceBefore=4, spaceAfter=4, keepWithNext=True)
QUOTE = ParagraphStyle("quote", parent=BODY, fontName="Helvetica-Oblique", leftIndent=60, rightIndent=40)


def pdf(paper: Paper) -> bytes:
    """The paper as a PDF."""
    written = io.BytesIO()
    template = SimpleDocTemplate(
        written,
        pagesize=A4,
        leftMargin=2.3 * cm,
        rightMargin=2.3 * cm,
        topMargin=2.2 * cm,
        bottomMargin=2 * cm,
        title=paper.title,
        author=paper.council,
        subject=paper.committee,
        invariant=1,
    )

    def margins(canvas: Any, _: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawRightString(A4[0] - 2.3 * cm, A4[1] - 1.3 * cm, f"{paper.council}: {paper.committee}")
        canvas.drawCentredString(A4[0] / 2, 1.1 * cm, f"Page {canvas.getPageNumber()}")

    template.build(list(_flow(paper)), onFirstPage=margins, onLaterPages=margins)
    return written.getvalue()


def _flow(paper: Paper) -> Iterator[Any]:
    yield PdfParagraph(paper.council, COUNCIL)
    yield PdfParagraph(curly(paper.title), TITLE)
    rows = (("Committee", paper.committee), ("Date", paper.date), *paper.front)
    yield _pdf_table(tuple((f"<b>{name}</b>", value) for name, value in rows), (30, 70), ruled=False)
    yield Spacer(1, 8)
    for number, block in numbered(paper):
        yield from _pdf_block(number, block)


def _pdf_block(number: str, block: Heading | Paragraph | Bullets | Quotation | Table) -> Iterator[Any]:
    match block:
        case Heading(text):
            yield PdfParagraph(f"{number}&nbsp; {escape(curly(text))}", HEAD)
        case Paragraph(text):
            yield PdfParagraph(escape(curly(text)), NUMBERED, bulletText=number)
        case Bullets(items):
            points = [ListItem(PdfParagraph(escape(curly(item)), BODY)) for item in items]
            yield ListFlowable(points, bulletType="a", bulletFormat="(%s)", leftIndent=58)
        case Quotation(text):
            yield PdfParagraph(f"“{escape(curly(text))}”", QUOTE)
        case Table():
            yield PdfParagraph(escape(curly(block.caption)), CAPTION)
            yield _pdf_table((block.head, *block.rows), block.widths, ruled=True)
            yield Spacer(1, 10)


def _pdf_table(rows: tuple[tuple[str, ...], ...], shares: tuple[int, ...], *, ruled: bool) -> Any:
    cells = [
        [PdfParagraph(curly(text), CELL_HEAD if ruled and index == 0 else CELL) for text in row]
        for index, row in enumerate(rows)
    ]
    table = PdfTable(cells, [16.4 * cm * share / sum(shares) for share in shares], repeatRows=1 if ruled else 0)
    if ruled:
        table.setStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.grey),
                ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#D9E2F3")),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
        )
    return table
