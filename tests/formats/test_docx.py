"""Word files: what a reader of the paper sees is read, each letter with its byte, and nothing unsafe is opened."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from pathlib import Path

import docx
import pytest

from gradelint.errors import UnreadableError
from gradelint.formats.docx import read
from gradelint.model import Block, BlockKind, Document, Span
from tests.formats.odd_files import Odd, odd_files, outcomes

SEED = Path(__file__).parents[3] / "shared" / "seed" / "rotherham-committee-report.txt"
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CLAIM = "Ofsted rated our children's services adequate in August 2012, which shows they are strong."


def word(body: str, main: str = MAIN, **parts: str) -> bytes:
    """A Word file with this body; `footnotes`, `endnotes`, `header`, `footer` and `styles` are other parts."""
    space = f'xmlns:w="{main}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    links = "".join(f'<Relationship Id="{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "header": "hdr", "footer": "ftr", "styles": "styles"}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        target = f'<Relationship Id="a" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        package.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}">{target}</Relationships>')
        package.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        package.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}">{links}</Relationships>')
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", f"<w:{roots[name]} {space}>{content}</w:{roots[name]}>")
    return written.getvalue()


def para(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def cell(content: str, properties: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*texts: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cell(para(text)) for text in texts)}</w:tr>"


def seen(document: Document) -> list[tuple[str, str]]:
    """The kind and the words of every block."""
    return [(block.kind.value, document.quote(block.span)) for block in document.blocks]


def texts(data: bytes) -> list[str]:
    """The words of every block."""
    return [text for _, text in seen(read(data, "paper.docx"))]


def cells(document: Document, block: Block) -> list[tuple[str, str]]:
    """The header and the words of every cell of a row."""
    return [(each.header, document.quote(each.span)) for each in block.cells]


# What is read


@pytest.mark.parametrize("main", [MAIN, STRICT])
def test_both_namespaces_of_word_are_read(main: str) -> None:
    assert texts(word(para(CLAIM), main)) == [CLAIM]


@pytest.mark.parametrize(
    "inside",
    [
        "<w:r><w:t>ade</w:t></w:r><w:r><w:t>quate</w:t></w:r>",
        "<w:hyperlink><w:r><w:t>adequate</w:t></w:r></w:hyperlink>",
        "<w:ins><w:r><w:t>adequate</w:t></w:r></w:ins>",
        "<w:del><w:r><w:delText>good</w:delText></w:r></w:del><w:ins><w:r><w:t>adequate</w:t></w:r></w:ins>",
        "<w:moveFrom><w:r><w:t>good</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>adequate</w:t></w:r></w:moveTo>",
        "<w:sdt><w:sdtContent><w:r><w:t>adequate</w:t></w:r></w:sdtContent></w:sdt>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>adequate</w:t></w:r>",
        "<w:r><w:t>ade</w:t><w:softHyphen/><w:t>quate</w:t></w:r>",
        "<w:r><w:t>ade&#113;uate</w:t></w:r>",
        "<w:r><w:instrText> REF good </w:instrText><w:t>adequate</w:t></w:r>",
        '<w:fldSimple w:instr="REF good"><w:r><w:t>adequate</w:t></w:r></w:fldSimple>',
        "<w:r><w:sym w:char='F0FC'/><w:t>adequate</w:t></w:r>",
    ],
)
def test_a_word_is_whole_however_word_has_cut_it(inside: str) -> None:
    body = f'<w:p><w:r><w:t xml:space="preserve">It was </w:t></w:r>{inside}<w:r><w:t> then.</w:t></w:r></w:p>'
    assert texts(word(body)) == ["It was adequate then."]


def test_tabs_and_breaks_are_spaces_and_a_fixed_hyphen_is_a_hyphen() -> None:
    run = "<w:t>1.1</w:t><w:tab/><w:t>A re</w:t><w:noBreakHyphen/><w:t>visit</w:t><w:br/><w:t>in May</w:t>"
    assert texts(word(f"<w:p><w:r>{run}</w:r></w:p>")) == ["1.1 A re-visit in May"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = para("It requires ", "<w:rPr><w:del/></w:rPr>") + para("improvement now.")
    assert texts(word(body)) == ["It requires improvement now."]


def test_a_drawing_with_a_fallback_is_read_once() -> None:
    box = f"<w:drawing><w:txbxContent>{para('In the box.')}</w:txbxContent></w:drawing>"
    copies = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    document = read(word(f"<w:p><w:r><w:t>Before the box.</w:t>{copies}</w:r></w:p>"), "paper.docx")
    assert seen(document) == [("paragraph", "Before the box."), ("text box", "In the box.")]


def test_a_fallback_is_read_where_the_first_copy_has_no_words() -> None:
    box = f"<w:pict><w:txbxContent>{para('In the box.')}</w:txbxContent></w:pict>"
    copies = f"<mc:Choice><w:drawing/></mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    assert texts(word(f"<w:p><w:r><mc:AlternateContent>{copies}</mc:AlternateContent></w:r></w:p>")) == ["In the box."]


def test_headings_are_told_by_style_name_outline_and_what_a_style_is_based_on() -> None:
    styles = (
        '<w:style w:styleId="Sub"><w:name w:val="Report sub"/><w:basedOn w:val="Mine"/></w:style>'
        '<w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift2"/></w:style>'
        '<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Round"><w:basedOn w:val="Round"/></w:style>'
    )
    body = (
        para("The paper", '<w:pStyle w:val="Title"/>')
        + para("One", '<w:pStyle w:val="Heading1"/>')
        + para("Two", '<w:pStyle w:val="Sub"/>')
        + para("Three", '<w:outlineLvl w:val="2"/>')
        + para("Plain text.", '<w:pStyle w:val="Round"/>')
    )
    document = read(word(body, styles=styles), "paper.docx")
    levels = [(block.kind.value, block.level) for block in document.blocks]
    assert levels == [("heading", 1), ("heading", 2), ("heading", 3), ("heading", 4), ("paragraph", 0)]
    assert document.title == "The paper"


def test_list_items_quotations_and_captions_are_told_from_paragraphs() -> None:
    body = (
        para("A short lead-in:")
        + para("first", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>')
        + para("said by another", '<w:ind w:left="720" w:right="720"/>')
        + para("Table 1: Inspections", '<w:pStyle w:val="Caption"/>')
        + para("No list.", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>')
    )
    document = read(word(body), "paper.docx")
    kinds = [(block.kind, block.level) for block in document.blocks]
    assert kinds == [
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.LIST_ITEM, 2),
        (BlockKind.QUOTATION, 0),
        (BlockKind.CAPTION, 0),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_cells_know_the_names_of_their_columns_through_spans() -> None:
    span = '<w:gridSpan w:val="2"/>'
    body = (
        "<w:tbl>"
        + f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell(para('Inspection'))}{cell(para('Date'), span)}</w:tr>"
        + row("", "begun", "published", properties="<w:tblHeader/>")
        + row("CPI", "2 July 2012", "10 August 2012")
        + f"<w:tr>{cell(para('SLAC'))}{cell(para('2010'), span)}</w:tr>"
        + row("struck", "out", "", properties="<w:del/>")
        + "</w:tbl>"
    )
    document = read(word(body), "paper.docx")
    assert [block.head for block in document.blocks] == [True, True, False, False]
    assert [(block.table, block.row) for block in document.blocks] == [(1, 1), (1, 2), (1, 3), (1, 4)]
    assert cells(document, document.blocks[2]) == [
        ("Inspection", "CPI"),
        ("Date begun", "2 July 2012"),
        ("Date published", "10 August 2012"),
    ]
    assert cells(document, document.blocks[3]) == [("Inspection", "SLAC"), ("Date begun Date published", "2010")]


def test_a_first_row_of_names_over_rows_with_figures_names_the_columns() -> None:
    table = row("Inspection", "Published", "Grade") + row("CPI", "2012", "Adequate")
    document = read(word(f"<w:tbl>{table}</w:tbl>"), "paper.docx")
    assert cells(document, document.blocks[1]) == [("Inspection", "CPI"), ("Published", "2012"), ("Grade", "Adequate")]


def test_a_title_block_in_a_table_has_no_column_names() -> None:
    table = row("Committee", "Cabinet") + row("Date", "4 November 2014")
    document = read(word(f"<w:tbl>{table}</w:tbl>"), "paper.docx")
    assert cells(document, document.blocks[1]) == [("", "Date"), ("", "4 November 2014")]


def test_a_table_that_only_places_text_is_read_as_paragraphs() -> None:
    inner = f"<w:tbl>{row('CPI', '2012', 'Adequate')}{row('SLAC', '2010', 'Adequate')}</w:tbl>"
    outer = f"<w:tbl><w:tr>{cell(para('Before it.') + inner + para(''))}</w:tr></w:tbl>"
    numbers = f"<w:tbl>{row('1.1', 'The first paragraph.')}{row('1.2', 'The second one.')}</w:tbl>"
    document = read(word(outer + numbers), "paper.docx")
    assert seen(document) == [
        ("paragraph", "Before it."),
        ("table row", "CPI | 2012 | Adequate"),
        ("table row", "SLAC | 2010 | Adequate"),
        ("paragraph", "1.1 The first paragraph."),
        ("paragraph", "1.2 The second one."),
    ]


def test_notes_leave_their_label_after_the_word_and_come_last() -> None:
    def call(kind: str, id: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{id}"/></w:r>'

    body = (
        f"<w:p><w:r><w:t>‘Adequate’</w:t></w:r>{call('footnote', 7)}<w:r><w:t> in May,</w:t></w:r>{call('footnote', 2)}"
        f"<w:r><w:t> and</w:t></w:r>{call('endnote', 1)}<w:r><w:t> now.</w:t></w:r></w:p>"
    )
    lines = '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    notes = (
        f'{lines}<w:footnote w:id="2">{para("Second.")}</w:footnote><w:footnote w:id="7">{para("First.")}</w:footnote>'
    )
    ends = f'<w:endnote w:id="1">{para("At the end.")}</w:endnote>'
    document = read(word(body, footnotes=notes, endnotes=ends), "paper.docx")
    assert [(document.quote(block.span), block.note) for block in document.blocks] == [
        ("‘Adequate’[1] in May,[2] and[e1] now.", ""),
        ("First.", "1"),
        ("Second.", "2"),
        ("At the end.", "e1"),
    ]


def test_headers_are_read_once_after_the_body_and_name_the_council() -> None:
    document = read(
        word(para("Plain text here."), header=para("Northbridge Council"), footer=para("Page 3") + para("")),
        "paper.docx",
    )
    assert seen(document) == [
        ("paragraph", "Plain text here."),
        ("page header", "Northbridge Council"),
        ("page header", "Page 3"),
    ]
    assert document.authority == "Northbridge Council"


def test_pages_are_those_word_left_in_the_file() -> None:
    end = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = (
        para("One.")
        + f'<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p>{end}<w:r><w:t>Two.</w:t></w:r></w:p>'
        + f"<w:p><w:r><w:t>Two, over </w:t></w:r>{end}<w:r><w:t>the end.</w:t></w:r></w:p>"
        + para("Three.")
    )
    document = read(word(body), "paper.docx")
    assert [(block.page, block.paragraph) for block in document.blocks] == [(1, 1), (2, 1), (2, 2), (3, 1)]


def test_a_row_over_a_page_end_is_one_page_further_not_one_for_each_cell() -> None:
    over = "<w:p><w:r><w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t></w:r></w:p>"
    body = f"{para('One.')}<w:tbl><w:tr>{cell(over) * 3}</w:tr>{row('c', 'd', 'e')}</w:tbl>"
    document = read(word(body), "paper.docx")
    assert [block.page for block in document.blocks] == [1, 1, 2]


def test_pages_are_unknown_where_word_left_none() -> None:
    document = read(word(para("One.") + '<w:p><w:r><w:br w:type="page"/><w:t>Two.</w:t></w:r></w:p>'), "paper.docx")
    assert [block.page for block in document.blocks] == [None, None]


def test_an_embedded_file_is_told_of_as_unread() -> None:
    document = read(word(para("One.") + '<w:altChunk r:id="a" xmlns:r="x"/>'), "paper.docx")
    assert document.unread == ("1 embedded file(s) are not read; copy their text into the paper",)


def test_letters_outside_any_paragraph_are_read_however_they_are_nested() -> None:
    assert texts(word("<w:t>One <w:t>two.</w:t></w:t><w:tc><w:t>Three.</w:t></w:tc>")) == ["One two.", "Three."]


# Where it stands


def test_every_letter_is_at_its_byte_of_the_part() -> None:
    body = (
        "<w:p><w:r><w:t>Café ‘adequate’ </w:t></w:r><w:r><w:t>&amp; “strong”</w:t><w:tab/><w:t>é</w:t></w:r></w:p>"
        + row("x", "ééa", "£5").join(("<w:tbl>", "</w:tbl>"))
        + para("ﬁne “”")
    )
    data = word(body, header=para("Northbridge “Council”"))
    document = read(data, "paper.docx")
    for sought in ("Café", "é ‘", "‘adequate’", "’ & “", "“strong”", "ééa", "£5", "éa", "“”", "“Council”"):
        start = document.text.index(sought)
        found = source(data, document, Span(start, start + len(sought)))
        assert found.replace("</w:t></w:r><w:r><w:t>", "").replace("&amp;", "&") == sought
    assert source(data, document, span_of(document, "fine")) == "ﬁne"


def span_of(document: Document, words: str) -> Span:
    """Where the words stand in the text."""
    start = document.text.index(words)
    return Span(start, start + len(words))


def source(data: bytes, document: Document, span: Span) -> str:
    """The bytes of the part that the span points at."""
    part, start, end = document.source_span(span)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(document.parts[part])[start:end].decode()


def test_a_paper_as_python_docx_writes_it_is_read_with_its_places() -> None:
    paper = docx.Document()
    paper.add_heading("Inspection of children’s services", 0)
    paper.add_heading("Inspection history", 1)
    paper.add_paragraph("Ofsted judged the council’s services to be adequate — in August 2012.")
    paper.add_paragraph("strong leadership", style="List Bullet")
    table = paper.add_table(rows=1, cols=3, style="Table Grid")
    for place, name in zip(table.rows[0].cells, ("Inspection", "Published", "Overall grade"), strict=True):
        place.paragraphs[0].add_run(name).bold = True
    for place, value in zip(table.add_row().cells, ("CPI", "10 August 2012", "Adequate"), strict=True):
        place.text = value
    written = io.BytesIO()
    paper.save(written)
    document = read(written.getvalue(), "paper.docx")
    assert seen(document) == [
        ("heading", "Inspection of children’s services"),
        ("heading", "Inspection history"),
        ("paragraph", "Ofsted judged the council’s services to be adequate — in August 2012."),
        ("list item", "strong leadership"),
        ("table row", "Inspection | Published | Overall grade"),
        ("table row", "CPI | 10 August 2012 | Adequate"),
    ]
    assert cells(document, document.blocks[5])[2] == ("Overall grade", "Adequate")
    assert [source(written.getvalue(), document, block.span) for block in document.blocks[:4]] == [
        text for _, text in seen(document)[:4]
    ]


@pytest.mark.parametrize("by_line", [True, False])
def test_the_committee_report_reads_as_it_does_in_plain_text(by_line: bool) -> None:
    if not SEED.exists():
        pytest.skip("needs ../shared/seed")
    paper = docx.Document()
    report = SEED.read_text(encoding="utf-8")
    for block in report.splitlines() if by_line else report.split("\n\n"):
        if block.strip():
            paper.add_paragraph(block.strip("\n"))
    written = io.BytesIO()
    paper.save(written)
    found = texts(written.getvalue())
    assert "CPI 02 Jul 12 10 Aug 12 Adequate Ofsted" in found
    assert (
        sum("were regarded as being strong and appropriate for looking after children" in each for each in found) == 1
    )


# What is refused


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> tuple[Odd, ...]:
    """The Word files of the robustness set."""
    found = odd_files(tmp_path_factory.mktemp("odd") / "set", "docx")
    return tuple(each for each in found if each.path.endswith(".docx"))


def test_odd_files_are_read_as_seen_or_refused_in_time(odd: tuple[Odd, ...]) -> None:
    found = {each.path: outcomes(read, each, (CLAIM,)) for each in odd}
    assert len(found) > 35
    assert {path for path, outcome in found.items() if outcome not in allowed(odd, path)} == set()


def allowed(odd: tuple[Odd, ...], path: str) -> frozenset[str]:
    """What may become of a file."""
    return next(each.allowed for each in odd if each.path == path)


def test_what_would_expand_is_refused_before_it_takes_memory(odd: tuple[Odd, ...]) -> None:
    bomb = next(each for each in odd if each.path.endswith("14-expands-300MB.docx"))
    tracemalloc.start()
    with pytest.raises(UnreadableError, match=r"word/document\.xml is larger than 64 MiB"):
        read(bomb.data, "bomb.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 16 * 2**20


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty, 0 bytes"),
        (b"Only text.", "not a Word file: looks like plain text"),
        (b"%PDF-1.4", "not a Word file: looks like a PDF"),
        (word("<w:p><w:drawing/></w:p>"), "no text found; it holds only pictures; run OCR on it first"),
        (word("<w:p><w:r><w:t>cut"), "the part word/document.xml is damaged"),
        (word("<w:sdt>" * 300 + "</w:sdt>" * 300), "the part word/document.xml is nested more than 256 levels deep"),
        (word(para("x"), footnotes="<!-- --><w:footnote"), "the part word/footnotes.xml is damaged"),
    ],
)
def test_a_refusal_names_what_is_wrong(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read(data, "paper.docx")
    assert str(refusal.value).startswith(f"paper.docx: {said}")


def test_a_document_type_is_refused_before_it_is_read() -> None:
    data = word(para("x"))
    declared = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(declared, "w") as new:
        for name in old.namelist():
            kind = b'<!DOCTYPE d SYSTEM "file:///etc/hostname">' if name == "word/document.xml" else b""
            new.writestr(name, kind + old.read(name))
    with pytest.raises(UnreadableError, match=r"word/document\.xml declares a document type"):
        read(declared.getvalue(), "paper.docx")
