"""PDF files: paragraphs, tables and headings by where the letters stand, and nothing passed over in silence."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pypdfium2 as pdfium
import pytest
from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, SimpleDocTemplate, Spacer, Table

from gradelint.errors import UnreadableError
from gradelint.formats.pdf import read
from gradelint.model import Block, BlockKind, Document, Span
from tests.formats.odd_files import Odd, odd_files, outcomes

SEED = Path(__file__).parents[3] / "shared" / "seed" / "rotherham-committee-report.txt"
CLAIMS = (
    "Ofsted rated our children's services adequate in August 2012, which shows they are strong.",
    "Ofsted's verdict of requires improvement in 2014 confirms that our services are good.",
    "Ofsted rated leadership ineffective in 2016, which confirms it is good.",
)
STYLES = getSampleStyleSheet()
BODY = STYLES["BodyText"]
JUSTIFIED = ParagraphStyle("justified", parent=BODY, alignment=TA_JUSTIFY)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=7.5, leading=9)
QUOTED = ParagraphStyle("quoted", parent=BODY, leftIndent=40, rightIndent=40)
PROSE = (
    "The Panel considered the outcome of the inspection, which was published in August 2012, and asked officers to "
    "return with a plan. Members noted that Ofsted had judged services to be adequate and that work was under way."
)
ROWS = (
    ("Inspection", "On site", "Published", "Overall grade"),
    ("Child protection inspection (CPI), unannounced", "2 to 12 July 2012", "10 August 2012", "Adequate"),
    (
        "Safeguarding and looked after children (SLAC)",
        "19 July 2010",
        "27 August 2010",
        "Adequate in both of its parts",
    ),
    ("CRA", "4 August 2009", "4 September 2009", "Not graded"),
)


def paper(*flow: Any, header: str = "") -> bytes:
    """A PDF of these flowables, with a running header and page numbers if one is given."""
    written = io.BytesIO()

    def margins(canvas: Any, _: Any) -> None:
        if header:
            canvas.drawString(72, A4[1] - 30, header)
            canvas.drawString(290, 30, f"Page {canvas.getPageNumber()}")

    SimpleDocTemplate(written, pagesize=A4).build(list(flow), onFirstPage=margins, onLaterPages=margins)
    return written.getvalue()


def lines(*pages: Sequence[str], draw: Callable[[Canvas], object] | None = None) -> bytes:
    """A PDF whose pages hold these lines, each drawn by itself."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    for page in pages:
        for number, line in enumerate(page):
            canvas.drawString(72, 780 - 14 * number, line)
        if draw is not None:
            draw(canvas)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def table(rows: Sequence[Sequence[str]], align: str = "TOP", repeat: int = 1) -> Table:
    """A ruled table with wrapped cells."""
    made = Table(
        [[Paragraph(escape(each), BODY) for each in row] for row in rows], [110, 120, 95, 100], repeatRows=repeat
    )
    made.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), align)])
    return made


def seen(document: Document) -> list[tuple[str, str]]:
    """The kind and the words of every block."""
    return [(block.kind.value, document.quote(block.span)) for block in document.blocks]


def cells(document: Document, block: Block) -> list[tuple[str, str]]:
    """The header and the words of every cell of a row."""
    return [(each.header, document.quote(each.span)) for each in block.cells]


# What is read


def test_wrapped_lines_are_one_paragraph_and_gaps_part_paragraphs() -> None:
    document = read(
        paper(Paragraph(PROSE, JUSTIFIED), Paragraph(PROSE, BODY), Paragraph(f"2.1 {PROSE}", BODY)), "a.pdf"
    )
    assert seen(document) == [("paragraph", PROSE), ("paragraph", PROSE), ("paragraph", f"2.1 {PROSE}")]


def test_lines_cut_short_stand_for_themselves() -> None:
    page = ["CPI 02 Jul 12 10 Aug 12 Adequate Ofsted", "SLAC 19 Jul 10 27 Aug 10 Adequate Ofsted", PROSE[:90]]
    assert [text for _, text in seen(read(lines(page), "a.pdf"))] == page


def test_a_word_cut_at_a_line_end_is_whole() -> None:
    document = read(
        lines(["Ofsted rated the services of the council ade-", "quate in August 2012, and that was that."]), "a.pdf"
    )
    assert document.text == "Ofsted rated the services of the council adequate in August 2012, and that was that."


def test_a_paragraph_over_a_page_end_is_one_and_keeps_both_places() -> None:
    document = read(lines(["The verdict of requires"], ["improvement in 2014 stands."]), "a.pdf")
    assert [(text, block.page) for (_, text), block in zip(seen(document), document.blocks, strict=True)] == [
        ("The verdict of requires improvement in 2014 stands.", 1)
    ]
    assert document.parts == ("page 1", "page 2")
    assert document.source_span(span_of(document, "requires")) == (0, 15, 23)
    assert document.source_span(span_of(document, "improvement")) == (1, 0, 11)
    assert document.source_span(span_of(document, "requires improvement")) == (0, 15, 23)


def test_headings_are_told_by_their_letters() -> None:
    flow = [
        Paragraph("Northbridge Council", STYLES["Title"]),
        Paragraph("Inspection history: a summary", STYLES["Heading2"]),
        Paragraph(PROSE, BODY),
    ]
    document = read(paper(*flow), "a.pdf")
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, 0),
    ]
    assert document.title == "Northbridge Council"
    assert document.authority == "Northbridge Council"


def test_quotations_are_set_in_from_both_sides() -> None:
    document = read(paper(*(Paragraph(PROSE, BODY) for _ in range(4)), Paragraph(PROSE, QUOTED)), "a.pdf")
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH] * 4 + [BlockKind.QUOTATION]


def test_small_letters_after_a_number_are_a_footnote() -> None:
    document = read(paper(Paragraph(PROSE, BODY), Paragraph("3 Ofsted, annual report, 2012.", SMALL)), "a.pdf")
    last = document.blocks[-1]
    assert (last.kind, last.note, document.quote(last.span)) == (
        BlockKind.FOOTNOTE,
        "3",
        "Ofsted, annual report, 2012.",
    )


@pytest.mark.parametrize("align", ["TOP", "MIDDLE", "BOTTOM"])
def test_a_row_with_wrapped_cells_is_one_row_under_its_headers(align: str) -> None:
    document = read(paper(Paragraph(PROSE, BODY), table(ROWS, align), Paragraph(PROSE, BODY)), "a.pdf")
    rows = document.blocks[1:-1]
    assert [(block.table, block.row, block.head) for block in rows] == [
        (1, 1, True),
        (1, 2, False),
        (1, 3, False),
        (1, 4, False),
    ]
    assert [cells(document, row) for row in rows[1:]] == [list(zip(ROWS[0], row, strict=True)) for row in ROWS[1:]]


@pytest.mark.parametrize("repeat", [0, 1])
def test_a_table_goes_on_over_a_page_end(repeat: int) -> None:
    long = [(f"Visit {number}", f"{number} July 2012", "10 August 2012", "Adequate") for number in range(1, 60)]
    document = read(paper(table([ROWS[0], *long], repeat=repeat), header="Northbridge Council: Cabinet"), "a.pdf")
    rows = [block for block in document.blocks if block.kind is BlockKind.TABLE_ROW and not block.head]
    assert {block.page for block in rows} >= {1, 2}
    assert {block.table for block in rows} == {1}
    assert [cells(document, row) for row in rows] == [list(zip(ROWS[0], row, strict=True)) for row in long]


def test_running_headers_are_read_once_and_part_no_paragraph() -> None:
    flow = [Paragraph(f"{number}. {PROSE}", BODY) for number in range(1, 40)]
    document = read(paper(*flow, header="Northbridge Council: Cabinet"), "a.pdf")
    assert len(document.parts) > 1
    assert seen(document) == [
        *(("paragraph", f"{number}. {PROSE}") for number in range(1, 40)),
        ("page header", "Northbridge Council: Cabinet"),
    ]


def test_columns_are_read_one_after_the_other() -> None:
    written = io.BytesIO()
    template = BaseDocTemplate(written, pagesize=A4)
    template.addPageTemplates([PageTemplate(frames=[Frame(50, 50, 235, 740), Frame(310, 50, 235, 740)])])
    template.build([Paragraph(f"{number}. {PROSE}", JUSTIFIED) for number in range(1, 22)])
    document = read(written.getvalue(), "a.pdf")
    assert seen(document) == [("paragraph", f"{number}. {PROSE}") for number in range(1, 22)]


def test_a_page_that_is_turned_is_read_as_it_is_held() -> None:
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    canvas.setPageRotation(90)
    canvas.rotate(90)
    for number, row in enumerate((("CPI", "2012", "Adequate"), ("SLAC", "2010", "Good"), ("CRA", "2009", "None"))):
        for column, word in enumerate(row):
            canvas.drawString(72 + 120 * column, -100 - 30 * number, word)
    canvas.save()
    document = read(written.getvalue(), "a.pdf")
    assert [text for _, text in seen(document)] == ["CPI | 2012 | Adequate", "SLAC | 2010 | Good", "CRA | 2009 | None"]


def span_of(document: Document, words: str) -> Span:
    """Where the words stand in the text."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def test_every_place_is_that_of_the_letters_on_the_page() -> None:
    data = paper(
        Paragraph("‘Adequate’ services — in 2012", STYLES["Heading1"]),
        Paragraph(PROSE, JUSTIFIED),
        table(ROWS, "MIDDLE"),
    )
    document = read(data, "a.pdf")
    page = pdfium.PdfDocument(data)[0].get_textpage()
    sought = ["‘Adequate’", "Panel considered", "published in August 2012", "judged", "CPI", "10 August 2012", "both"]
    for words in sought:
        part, start, end = document.source_span(span_of(document, words))
        assert part == 0
        assert " ".join(page.get_text_range(start, end - start).split()) == words


@pytest.mark.parametrize("style", ["BodyText", "Normal"])
def test_the_committee_report_reads_as_it_does_in_plain_text(style: str) -> None:
    if not SEED.exists():
        pytest.skip("needs ../shared/seed")
    report = SEED.read_text(encoding="utf-8").splitlines()
    flow = [Paragraph(escape(line), STYLES[style]) if line.strip() else Spacer(1, 8) for line in report]
    found = [text for _, text in seen(read(paper(*flow), "a.pdf"))]
    assert "CPI 02 Jul 12 10 Aug 12 Adequate Ofsted" in found
    assert (
        sum("were regarded as being strong and appropriate for looking after children" in each for each in found) == 1
    )


# What is refused or told of


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> tuple[Odd, ...]:
    """The PDF files of the robustness set."""
    found = odd_files(tmp_path_factory.mktemp("odd") / "set", "pdf")
    return tuple(each for each in found if each.path.endswith(".pdf"))


def test_odd_files_are_read_as_seen_or_refused_in_time(odd: tuple[Odd, ...]) -> None:
    found = {each: outcomes(read, each, CLAIMS) for each in odd}
    assert len(found) > 20
    assert {each.path for each, outcome in found.items() if outcome not in each.allowed} == set()


def test_a_scanned_page_is_told_of_beside_the_pages_that_are_read(odd: tuple[Odd, ...]) -> None:
    document = read(one(odd, "09-one-scanned-page"), "a.pdf")
    assert document.unread == ("page 1 has no text: it looks scanned; run OCR on it first",)
    assert [block.page for block in document.blocks] == [2]


def one(odd: tuple[Odd, ...], name: str) -> bytes:
    """The file with this name."""
    return next(each.data for each in odd if name in each.path)


def test_a_scanned_page_with_a_stamp_on_it_is_no_page_of_text() -> None:
    def scan(canvas: Canvas) -> None:
        canvas.drawInlineImage(picture(), 0, 0, *A4)

    with pytest.raises(UnreadableError, match="page 1 has no text: it looks scanned"):
        read(lines(["Item 7"], ["Item 7"], draw=scan), "a.pdf")


def picture() -> Any:
    """A small picture."""
    from PIL import Image

    return Image.new("L", (8, 8), 128)


def test_an_empty_page_between_pages_is_no_fault() -> None:
    document = read(lines(["One line of it."], [], ["And another line."]), "a.pdf")
    assert document.unread == ()
    assert [block.page for block in document.blocks] == [1, 3]


def test_form_fields_are_told_of() -> None:
    document = read(lines(["One line."], draw=lambda canvas: canvas.acroForm.textfield(value="adequate")), "a.pdf")
    assert document.notices == ("has form fields or text typed onto its pages, which are not read",)


@pytest.mark.parametrize("times", [1, 2])
def test_what_would_expand_is_refused_within_its_memory_and_time(times: int) -> None:
    content = b"0 0 m 9 9 l S\n" * (80 * 2**20 // 14)
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode " * times
    stream = b"<< /Length %d /Filter [ %s] >>\nstream\n%s\nendstream" % (len(content), filters, content)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        stream,
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    data = b"%PDF-1.4\n" + body + b"trailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n"
    with pytest.raises(UnreadableError, match="unpacks to more than 64 MiB"):
        read(data, "a.pdf")


def test_a_content_stream_of_300_mb_is_refused_under_the_memory_limit(odd: tuple[Odd, ...], tmp_path: Path) -> None:
    (tmp_path / "bomb.pdf").write_bytes(one(odd, "17-stream-expands-300MB"))
    code = "import sys; from gradelint.formats.pdf import read; read(open(sys.argv[1], 'rb').read(), 'bomb.pdf')"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (768 * 2**20, 768 * 2**20))

    command = [sys.executable, "-c", code, str(tmp_path / "bomb.pdf")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30, preexec_fn=limit)
    assert "UnreadableError" in done.stderr
    assert "a page of more than 100000 pieces of text" in done.stderr


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty, 0 bytes; save the paper again"),
        (b"Only text.", "not a PDF: looks like plain text; name it .txt or print it to PDF"),
        (b"PK\x03\x04rest", "not a PDF: looks like a Word or other zipped file"),
        (b"%PDF-1.4\n%%EOF", "damaged or cut short: PDFium cannot open it; print the paper to PDF again"),
        (lines([]), "no text found on any page; run OCR on it first"),
    ],
)
def test_a_refusal_names_what_is_wrong(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read(data, "a.pdf")
    assert str(refusal.value).startswith(f"a.pdf: {said}")
