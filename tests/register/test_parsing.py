"""A user's own table: what is read, and what is wrong with it by row and column."""

from __future__ import annotations

import pytest

from gradelint.errors import BadDataError
from gradelint.model import Period, Record
from gradelint.register import parse

PATH = "own.csv"
HEADER = "authority,framework,area,inspected,published,grade\n"
ROW = "Dunmarsh Council,CPI,overall,2012-08-01,,adequate\n"


def records(text: str, authority: str) -> tuple[Record, ...]:
    return parse(text.encode(), PATH).of(authority)


def faults(data: str | bytes) -> tuple[str, ...]:
    with pytest.raises(BadDataError) as refused:
        parse(data.encode() if isinstance(data, str) else data, PATH)
    assert refused.value.path == PATH
    return refused.value.faults


def test_a_row_becomes_a_record() -> None:
    row = "Dunmarsh Council,CPI,overall,2012-08-01,2012-09,Adequate\n"

    assert records(HEADER + row, "Dunmarsh") == (
        Record(
            "Dunmarsh Council",
            "CPI",
            "overall",
            Period.day(2012, 8, 1),
            Period.month(2012, 9),
            "adequate",
            register=PATH,
        ),
    )


def test_the_columns_of_the_shipped_register_are_read_too() -> None:
    text = (
        "authority,ons_code,framework,area,inspected_from,inspected_to,published,grade,url,note\n"
        "Dunmarsh,E99999999,SIF,adoption,2014-09-16,2014-10-08,2014-11-19,good,https://example.org/1,a note\n"
    )

    assert records(text, "Dunmarsh") == (
        Record(
            "Dunmarsh",
            "SIF",
            "adoption",
            Period.parse("2014-09-16/2014-10-08"),
            Period.day(2014, 11, 19),
            "good",
            "https://example.org/1",
            PATH,
            "a note",
        ),
    )


@pytest.mark.parametrize(
    "header",
    [
        "authority_code,authority,date,framework,grade",
        "Local authority area code,Local authority name,Inspection date,Inspection type,Overall effectiveness",
        "code, LOCAL_AUTHORITY ,inspection_start_date,inspection_framework,overall_effectiveness_grade",
    ],
)
def test_other_headings_for_the_same_columns_are_known(header: str) -> None:
    text = f"{header}\nE1,Dunmarsh,2012-08-01,CPI,adequate\n"

    assert records(text, "Dunmarsh") == (
        Record("Dunmarsh", "CPI", "overall", Period.day(2012, 8, 1), None, "adequate", register=PATH),
    )


@pytest.mark.parametrize("area", ["", "Overall", "overall effectiveness"])
def test_the_whole_is_the_area_overall(area: str) -> None:
    assert [each.area for each in records(f"{HEADER}Dunmarsh,CPI,{area},2012,,good\n", "Dunmarsh")] == ["overall"]


def test_another_area_is_kept_as_it_is_written() -> None:
    text = f"{HEADER}Dunmarsh,SIF,adoption performance,2017-01,,outstanding\n"

    assert [each.area for each in records(text, "Dunmarsh")] == ["adoption performance"]


@pytest.mark.parametrize("grade", ["", "-", "Not graded", "n/a", "not judged"])
def test_a_row_without_a_grade_is_an_inspection_that_was_not_graded(grade: str) -> None:
    assert [each.grade for each in records(f"{HEADER}Dunmarsh,CRA,,2009-09,,{grade}\n", "Dunmarsh")] == [None]


def test_what_is_said_beside_not_graded_is_kept_as_a_note() -> None:
    text = f'{HEADER}Dunmarsh,CRA,,2009-09,,"Not graded, areas for development"\n'

    assert [(each.grade, each.note) for each in records(text, "Dunmarsh")] == [
        (None, "Not graded, areas for development")
    ]


def test_a_published_date_alone_places_the_inspection_in_the_half_year_before_it() -> None:
    text = f"{HEADER}Dunmarsh,CPI,,,2012-08-10,adequate\n"

    assert [each.inspected for each in records(text, "Dunmarsh")] == [Period.parse("2012-02-09/2012-08-10")]


def test_records_come_latest_inspection_first_and_areas_in_the_order_of_the_file() -> None:
    text = (
        f"{HEADER}Dunmarsh,CPI,overall,2012-09,,good\n"
        "Dunmarsh,SIF,overall,2014-11,,inadequate\nDunmarsh,SIF,adoption,2014-11,,good\nElsewhere,SIF,,2015,,good\n"
    )

    assert [(each.framework, each.area) for each in records(text, "Dunmarsh")] == [
        ("SIF", "overall"),
        ("SIF", "adoption"),
        ("CPI", "overall"),
    ]


def test_a_row_said_twice_counts_once_and_an_empty_row_not_at_all() -> None:
    assert len(records(f"{HEADER}{ROW}\n,,,,,\n{ROW}", "Dunmarsh")) == 1


def test_a_byte_order_mark_is_no_part_of_the_first_heading() -> None:
    assert records("\ufeff" + HEADER + ROW, "Dunmarsh")


def test_a_header_without_rows_is_an_empty_register() -> None:
    assert dict(parse(HEADER.encode(), PATH).records) == {}


def test_a_table_of_names_joins_what_one_authority_is_called() -> None:
    names = b"name,ons_code,aliases,note\nDunmarsh,,DMC|Dunmarsh and Fenby,new council from 2011\n"
    register = parse((HEADER + ROW + "DMC,SIF,,2014,,good\n").encode(), PATH, names)

    assert [each.framework for each in register.of("Dunmarsh & Fenby Council")] == ["SIF", "CPI"]
    assert register.notes == {"dunmarsh": "new council from 2011"}


def test_the_authorities_of_a_table_are_names_it_knows() -> None:
    assert parse((HEADER + ROW).encode(), PATH).names == {"dunmarsh": "dunmarsh"}


def test_a_table_of_names_without_its_columns_is_refused() -> None:
    with pytest.raises(BadDataError, match=r"own.csv \(its names\): row 1: no columns name and aliases"):
        parse((HEADER + ROW).encode(), PATH, b"who,what\na,b\n")


FAULTS = {
    "": ("no header; the first row must be authority,framework,area,inspected,published,grade",),
    "\n\n": ("no header; the first row must be authority,framework,area,inspected,published,grade",),
    "authority,date,grade\nDunmarsh,2012,good\n": (
        "row 1: no column framework; the columns are authority,framework,area,inspected,published,grade",
    ),
    "name,when\nDunmarsh,2012\n": (
        "row 1: no columns authority, framework, grade, inspected; "
        "the columns are authority,framework,area,inspected,published,grade",
    ),
    "authority,framework,date,inspected,grade\n": (
        "row 1: two columns for inspected ('date' and 'inspected'); keep one",
    ),
    (HEADER + ROW).replace(",", ";"): (
        "row 1: the columns are parted by semicolons; save the table as CSV with commas",
    ),
    (HEADER + ROW).replace(",", "\t"): ("row 1: the columns are parted by tabs; save the table as CSV with commas",),
    f"{HEADER}Dunmarsh,CPI,,2012-02-30,,good\n": (
        "row 2, column inspected: not a date: '2012-02-30'; write 2012-08-10, 2012-08 or 2012",
    ),
    f"{HEADER}Dunmarsh,CPI,,2012-08-01,03/04/2013,good\n": (
        "row 2, column published: '03/04/2013' can be read two ways; "
        "write 2013-04-03 for 3 April or 2013-03-04 for 4 March",
    ),
    f"{HEADER}Dunmarsh,CPI,,2912-08-01,,good\n": (
        "row 2, column inspected: '2912-08-01' lies outside every framework; check the year",
    ),
    f"{HEADER}Dunmarsh,CPI,,,,good\n": (
        "row 2, column inspected: no date; give the day, month or year of the inspection",
    ),
    f"{HEADER}Dunmarsh,CPI,,2013,2012-08,good\n": (
        "row 2: published (2012-08) before it was inspected (2013); correct one of the two",
    ),
    "authority,framework,inspected_from,inspected_to,grade\nDunmarsh,CPI,2012-08-03,2012-08-01,good\n": (
        "row 2: the inspection ends (2012-08-01) before it begins (2012-08-03)",
    ),
    f"{HEADER},CPI,,2012,,good\n{ROW}Dunmarsh\n{ROW.strip()},more\n": (
        "row 2, column authority: empty",
        "row 4: 1 cells where the header has 6; add or take out commas",
        "row 5: 7 cells where the header has 6; add or take out commas",
    ),
    f"{HEADER}{ROW}{ROW.replace('adequate', 'good')}": (
        "rows 2 and 3 contradict each other: 'adequate' and 'good' for one judgement "
        "(Dunmarsh Council CPI overall 2012-08-01)",
    ),
    f"{HEADER}{ROW}Dunmarsh,cpi,,2012-08-01,,\n": (
        "rows 2 and 3 contradict each other: 'adequate' and 'not graded' for one judgement "
        "(Dunmarsh cpi overall 2012-08-01)",
    ),
    f'{HEADER}{ROW}"Dunmarsh,CPI,,2012,,good\n{ROW * 1000}': (
        "row 3: a quotation mark is opened and never closed; close it or take it out",
    ),
    f'{HEADER}"Dun"marsh,CPI,,2012,,good\n': (
        "row 2: a quotation mark stands inside a cell; double it, and put the whole cell in quotation marks",
    ),
    f"{HEADER}{'R' * 300_000},CPI,,2012,,good\n": (
        "row 2: a cell of more than 131,072 letters; a quotation mark may be missing, or the file is damaged",
    ),
    f"{HEADER}Dun\0marsh,CPI,,2012,,good\n": (
        "line 2 holds a NUL byte; the file is damaged or not text: export it again",
    ),
}


@pytest.mark.parametrize(("text", "told"), FAULTS.items(), ids=[told[0][:60] for told in FAULTS.values()])
def test_a_fault_is_told_with_its_row_and_its_remedy(text: str, told: tuple[str, ...]) -> None:
    assert faults(text) == told


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ((HEADER + ROW).encode("utf-16"), "UTF-16 text, as Excel's 'Unicode Text' is"),
        (b"\xfe\xff" + (HEADER + ROW).encode("utf-16-be"), "UTF-16 text"),
        (b"PK\x03\x04rest", "a zip file, such as an .xlsx or .ods workbook"),
        (b"\xd0\xcf\x11\xe0rest", "an old Office file, such as an .xls workbook"),
        (b"%PDF-1.7", "a PDF"),
    ],
)
def test_a_file_of_another_kind_is_named(data: bytes, kind: str) -> None:
    assert faults(data) == (f"this is {kind}, not CSV; save the table as 'CSV UTF-8'",)


def test_text_in_another_encoding_is_told_by_its_line() -> None:
    assert faults((HEADER + "Dúnmarsh,CPI,,2012,,good\n").encode("cp1252")) == (
        "line 2 is not UTF-8; save the table as 'CSV UTF-8'",
    )


def test_a_file_too_large_to_be_a_register_is_not_read() -> None:
    assert faults(b" " * (64 * 1024 * 1024 + 1)) == ("larger than 64 MiB; keep only the rows that are wanted",)


def test_faults_are_counted_up_to_a_hundred() -> None:
    assert len(faults(HEADER + "Dunmarsh,CPI,,never,,good\n" * 5000)) == 100


def test_cells_that_a_spreadsheet_would_calculate_are_only_text() -> None:
    register = parse(f'{HEADER}"=1+1",CPI,,2012,,good\n'.encode(), PATH)

    assert [each.authority for each in register.of("=1+1")] == ["=1+1"]
