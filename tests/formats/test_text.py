"""Plain text told apart by form."""

from __future__ import annotations

from gradelint.formats.text import read
from gradelint.model import Document, Period


def shown(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.quote(block.span)) for block in document.blocks]


def blocks(text: str) -> list[tuple[str, str]]:
    return shown(read(text.encode(), "paper.txt"))


LONG = "The committee met at the town hall at ten and agreed the minutes of the last"


def test_a_wrapped_paragraph_is_one_block_and_a_blank_line_parts_two() -> None:
    assert blocks(f"{LONG}\nMeeting, which ade-\nquate notes record.\n\nNext.\n") == [
        ("paragraph", f"{LONG} Meeting, which adequate notes record."),
        ("paragraph", "Next."),
    ]


def test_short_lines_stand_for_themselves() -> None:
    assert blocks("Intro.\n\nWide line that is the widest of them all\nCPI 02 Jul 12 Adequate\nSIF 16 Sep 14 Good\n")[
        1:
    ] == [
        ("paragraph", "Wide line that is the widest of them all"),
        ("paragraph", "CPI 02 Jul 12 Adequate"),
        ("paragraph", "SIF 16 Sep 14 Good"),
    ]


def test_titles_lists_quotations_notes_and_captions_are_told_by_form() -> None:
    text = (
        "Inspection outcomes\n\n1. The record is as follows:\n\n·  first point\n·  second\n  point\n\n"
        "    words that were said at length\n\nTable 1\n\n15   Q200 Back\n\n16   Key:\n\nCPI Child inspection\n"
    )
    assert blocks(text) == [
        ("heading", "Inspection outcomes"),
        ("paragraph", "1. The record is as follows:"),
        ("list item", "first point"),
        ("list item", "second point"),
        ("quotation", "words that were said at length"),
        ("caption", "Table 1"),
        ("footnote", "Q200 Back"),
        ("footnote", "Key:"),
        ("footnote", "CPI Child inspection"),
    ]


def test_a_table_drawn_with_tabs_has_cells_under_headers() -> None:
    document = read(b"Year\tGrade\n2012\tAdequate\n2014\tInadequate\n", "paper.txt")
    found = [
        (block.head, block.table, block.row, [(document.quote(cell.span), cell.header) for cell in block.cells])
        for block in document.blocks
    ]
    assert found == [
        (True, 1, 1, [("Year", ""), ("Grade", "")]),
        (False, 1, 2, [("2012", "Year"), ("Adequate", "Grade")]),
        (False, 1, 3, [("2014", "Year"), ("Inadequate", "Grade")]),
    ]


def test_a_table_drawn_with_bars_leaves_its_ruling_out() -> None:
    assert blocks("| Year | Grade |\n|---|---|\n| 2012 | Good |\n") == [
        ("table row", "Year | Grade"),
        ("table row", "2012 | Good"),
    ]


def test_lines_and_columns_are_those_of_an_editor() -> None:
    document = read(b"\xef\xbb\xbfOne.\r\nTwo.\rThree.\nA strong grade.\r\n", "paper.txt")
    at = document.text.index("strong")
    place = document.place(document.blocks[-1].span._replace(start=at))
    assert (place.line, place.column) == (4, 3)


def test_a_key_and_its_value_give_the_date() -> None:
    document = read(b"Dunmarsh Borough Council\nReport to: Cabinet\nDate: 16 July 2013\n\nText.\n", "paper.txt")
    assert (document.authority, document.date) == ("Dunmarsh Borough Council", Period.day(2013, 7, 16))


def test_a_file_without_words_has_no_blocks() -> None:
    assert read(b" \n\t\r\n", "paper.txt").blocks == ()


def test_a_heading_line_may_be_underlined() -> None:
    assert blocks("First.\n\nOutcomes\n========\nThe text.\n")[1:] == [
        ("heading", "Outcomes"),
        ("paragraph", "The text."),
    ]
