"""Tables: a grade in a cell is of what its row and its column's header name."""

from __future__ import annotations

from gradelint.model.standing import Form
from tests.reading.conftest import Read

TABLE = """| Inspection | Inspected | Grade |
|---|---|---|
| CPI | July 2012 | Adequate |
| SLAC | July 2010 | Inadequate |
| Staff party | May 2012 | Good fun |
"""


def cells(read: Read, text: str, dated: str = "2015-01-20") -> list[tuple[str, list[str], str, str]]:
    """For each grade in a cell: its label, frameworks, period and subject."""
    return [
        (
            claim.label,
            [framework.code for framework in claim.inspection.frameworks],
            str(claim.inspection.period or ""),
            claim.inspection.subject,
        )
        for claim in read(text, dated=dated, records=["Leeds,SIF,overall,2014-05,,good"]).claims
        if claim.form is Form.CELL
    ]


def test_a_grade_belongs_to_what_its_row_names(read: Read) -> None:
    assert cells(read, TABLE) == [
        ("adequate", ["CPI"], "2012-07", "harrowmere"),
        ("inadequate", ["SLAC"], "2010-07", "harrowmere"),
    ]


def test_the_claim_is_the_whole_row_and_the_word_its_cell(read: Read) -> None:
    reading = read(TABLE)
    words = [(reading.document.quote(claim.span), reading.document.quote(claim.word)) for claim in reading.claims]

    assert words[0] == ("CPI | July 2012 | Adequate", "Adequate")


def test_a_grade_belongs_to_what_its_columns_header_names(read: Read) -> None:
    table = """| Council | CPI, July 2012 | SIF, May 2014 |
|---|---|---|
| Leeds | Adequate | Good |
| Hexley | Good | – |
"""

    assert cells(read, table) == [
        ("adequate", ["CPI"], "2012-07", "leeds"),
        ("good", ["SIF"], "2014-05", "leeds"),
        ("good", ["CPI"], "2012-07", "hexley"),
    ]


def test_a_date_in_the_cell_goes_before_the_headers_and_the_rows(read: Read) -> None:
    table = "| Council | SIF, May 2014 |\n|---|---|\n| Leeds | Good (June 2014) |\n"

    assert cells(read, table) == [("good", ["SIF"], "2014-06", "leeds")]


def test_an_area_in_the_first_cell_makes_the_grade_a_parts(read: Read) -> None:
    table = "| SIF, May 2014 | Grade |\n|---|---|\n| Overall effectiveness | Inadequate |\n| Leadership | Good |\n"
    claims = read(table, dated="2015-01-20").claims

    assert [(claim.label, claim.whole) for claim in claims] == [("inadequate", True), ("good", False)]


def test_a_table_without_headers_is_read_by_its_rows(read: Read) -> None:
    assert cells(read, "|  |  |\n|---|---|\n| CPI July 2012 | Adequate |\n") == [
        ("adequate", ["CPI"], "2012-07", "harrowmere")
    ]
