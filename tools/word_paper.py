"""A paper as a Word file with a title block, numbered paragraphs, tables and footnotes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from layout import NAVY, curly, numbered
from papers import Bullets, Heading, Paper, Paragraph, Quotation, Table

FIXED = datetime(2014, 10, 24, 9, 0, 0)
NOTE_CALL = re.compile(r"\[\^(\d+)\]")
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def word(paper: Paper) -> bytes:
    """The paper as a Word file."""
    document = docx.Document()
    _styles(document)
    _page(document, paper)
    _title_block(document, paper)
    for number, block in numbered(paper):
        _word_block(document, number, block)
    if paper.notes:
        _footnotes(document, paper.notes)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = paper.title, paper.council, paper.council
    properties.subject, properties.comments, properties.revision = paper.committee, "", 1
    properties.created = properties.modified = FIXED
    written = io.BytesIO()
    document.save(written)
    return _fixed_zip(written.getvalue())


def _styles(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Arial")
    normal.paragraph_format.space_after = Pt(8)
    for name, size in (("Title", 18), ("Heading 1", 12)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = "Arial", Pt(size), True
        style.font.color.rgb = RGBColor.from_string(NAVY)
        for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{attribute}"), None)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(14)
    document.styles["Caption"].font.size = Pt(10)
    document.styles["Caption"].font.color.rgb = RGBColor(0, 0, 0)


def _page(document: Any, paper: Paper) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.header.paragraphs[0].text = f"{paper.council}: {paper.committee}"
    section.header.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    section.header.paragraphs[0].runs[0].font.size = Pt(8)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)


def _title_block(document: Any, paper: Paper) -> None:
    council = document.add_paragraph()
    run = council.add_run(paper.council)
    run.bold, run.font.size = True, Pt(14)
    document.add_paragraph(paper.title, style="Title")
    rows = (("Committee", paper.committee), ("Date", paper.date), *paper.front)
    table = document.add_table(rows=0, cols=2)
    for name, value in rows:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(name).bold = True
        cells[1].text = curly(value)
    _widths(table, (30, 70))
    for paragraph in (each for row in table.rows for cell in row.cells for each in cell.paragraphs):
        paragraph.paragraph_format.space_after = Pt(2)


def _word_block(document: Any, number: str, block: Heading | Paragraph | Bullets | Quotation | Table) -> None:
    match block:
        case Heading(text):
            document.add_heading(f"{number}  {curly(text)}", level=1)
        case Paragraph(text):
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(1.2)
            paragraph.paragraph_format.first_line_indent = Cm(-1.2)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(1.2))
            paragraph.add_run(f"{number}\t")
            _runs(paragraph, curly(text))
        case Bullets(items):
            for letter, item in zip("abcdefgh", items, strict=False):
                paragraph = document.add_paragraph(f"({letter})\t{curly(item)}")
                paragraph.paragraph_format.left_indent = Cm(2.2)
                paragraph.paragraph_format.first_line_indent = Cm(-1)
                paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(2.2))
        case Quotation(text):
            paragraph = document.add_paragraph(style="Quote")
            paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Cm(2.2)
            paragraph.add_run(f"“{curly(text)}”")
        case Table():
            _word_table(document, block)


def _runs(paragraph: Any, text: str) -> None:
    """Text with its footnote calls."""
    for index, part in enumerate(NOTE_CALL.split(text)):
        if index % 2 == 0:
            paragraph.add_run(part)
            continue
        run = paragraph.add_run()
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), part)
        run._r.append(reference)


def _word_table(document: Any, block: Table) -> None:
    caption = document.add_paragraph(curly(block.caption), style="Caption")
    caption.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=len(block.head), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, block.head, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="D9E2F3"/>'))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = curly(text)
    _widths(table, block.widths)
    for paragraph in (each for row in table.rows for cell in row.cells for each in cell.paragraphs):
        paragraph.paragraph_format.space_after = Pt(2)
        for run in paragraph.runs:
            run.font.size = Pt(10)
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _widths(table: Any, shares: tuple[int, ...]) -> None:
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Cm(16.4 * share / sum(shares))
    for row in table.rows:
        for cell, share in zip(row.cells, shares, strict=True):
            cell.width = Cm(16.4 * share / sum(shares))


def _footnotes(document: Any, notes: tuple[str, ...]) -> None:
    """Adds the part that python-docx cannot write."""
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    separators = (
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    written = (
        f'<w:footnote w:id="{number}"><w:p>{mark}<w:r><w:rPr><w:sz w:val="18"/></w:rPr>'
        f'<w:t xml:space="preserve"> {escape(curly(note))}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, 1)
    )
    xml = f"<w:footnotes {nsdecls('w')}>{''.join((*separators, *written))}</w:footnotes>"
    blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, blob, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _fixed_zip(content: bytes) -> bytes:
    """The same archive with every member at one date."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, FIXED.timetuple()[:6]), source.read(name), zipfile.ZIP_DEFLATED)
    return written.getvalue()
