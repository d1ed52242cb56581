"""Two small papers with findings made by hand, and the shorthand to make more."""

from __future__ import annotations

from datetime import date

from gradelint.model import (
    Block,
    BlockKind,
    Cell,
    Checked,
    Confidence,
    Coverage,
    Document,
    Evidence,
    Finding,
    Period,
    Piece,
    Record,
    Severity,
    Source,
    Span,
    Statement,
)

SOURCE = Source("oct", "Report of the October inspection", "https://example.org/oct", "2012-10-10")
RECORD = Record(
    authority="Harrowmere",
    framework="TEST",
    area="overall",
    inspected=Period(date(2012, 10, 1), date(2012, 10, 5)),
    published=Period.day(2012, 11, 2),
    grade="middling",
    url="https://example.org/record",
    register="harrowmere@2026.01",
)


def paragraphs(*texts: str, path: str = "paper.md") -> Document:
    """A text paper of these paragraphs; one that begins with `# ` is a heading."""
    blocks: list[Block] = []
    start, under = 0, None
    for number, text in enumerate(texts, 1):
        kind = BlockKind.HEADING if text.startswith("# ") else BlockKind.PARAGRAPH
        blocks.append(Block(kind, Span(start, start + len(text)), paragraph=number, under=under))
        under = number - 1 if kind is BlockKind.HEADING else under
        start += len(text) + 2
    whole = "\n\n".join(texts)
    return Document(path, "markdown", whole, tuple(blocks), source=whole)


def span_of(document: Document, words: str, nth: int = 0) -> Span:
    """Where the words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return Span(start, start + len(words))


def finding(document: Document, words: str, *because: Evidence, nth: int = 0) -> Finding:
    """An error about the words, with everything that a finding can carry."""
    return Finding(
        code="GL101",
        rule="inflation-adjective",
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        span=span_of(document, words, nth),
        message="'middling' (Test, October 2012) is described as splendid",
        because=because or (Evidence("the grade on record", record=RECORD),),
        statement=Statement(
            "Harrowmere", "Test", "TEST", "overall", Period.month(2012, 10), "middling", "", "asserted"
        ),
        sources=(SOURCE,),
        suggestion="state the grade and its present-day reading; leave the quotation as it is",
        label="reads as second grade or better",
        now="'middling' has since been replaced by 'fair' (official; test 2026.01)",
        voice="quoted from an officer, not corrected nearby",
        vocabulary="test-vocabulary@2026.01",
    )


def text_paper() -> Checked:
    """A Markdown paper with one finding: evidence in a paragraph, on record, and in the vocabulary."""
    document = paragraphs("# History", "The grade was middling.", "# Today", "We were found splendid in October 2012.")
    evidence = (
        Evidence("third of four", span=span_of(document, "middling")),
        Evidence("on record: middling", record=RECORD),
        Evidence("TEST had four grades"),
    )
    return Checked(document.path, document, (finding(document, "splendid", *evidence),), Coverage(2, 1))


def word_paper() -> Checked:
    """A Word paper with one finding in a paragraph because of a cell in a table."""
    row = "TEST | Oct 2012 | Middling"
    text = f"Our services were found splendid.\n\n{row}"
    begin = text.index(row)
    cells = tuple(
        Cell(Span(text.index(each), text.index(each) + len(each))) for each in ("TEST", "Oct 2012", "Middling")
    )
    blocks = (
        Block(BlockKind.PARAGRAPH, Span(0, 33), page=3, paragraph=2),
        Block(BlockKind.TABLE_ROW, Span(begin, len(text)), page=4, paragraph=1, table=1, row=3, cells=cells),
    )
    document = Document("briefing.docx", "docx", text, blocks, pieces=(Piece(0, 700, len(text)),))
    evidence = Evidence("third of four", span=cells[2].span)
    return Checked(document.path, document, (finding(document, "splendid", evidence),), Coverage(2, 2))
