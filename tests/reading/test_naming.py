"""Inspections named and dated: what a date is joined to, and what is only talk of a framework."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read

Found = list[tuple[str, str]]


def named(read: Read, text: str) -> Found:
    """The code of each inspection named, without the year where several share the name, with its period."""
    found = [each.inspection for each in read(text, dated="2022-11-20").named]
    return [(each.frameworks[0].code.partition("-")[0], str(each.period)) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 2014 ILACS inspection was graded good.", [("ILACS", "2014")]),
        ("Ofsted carried out its ILACS inspection here in March 2019.", [("ILACS", "2019-03")]),
        ("In May 2015, our SIF inspection found us good.", [("SIF", "2015-05")]),
        ("Inspected in 2015 under the SIF and in 2019 under ILACS.", [("SIF", "2015"), ("ILACS", "2019")]),
        ("The JTAI report from July 2018 is attached.", [("JTAI", "2018-07")]),
        ("ILACS inspection reports from 2018 to 2021 were read.", []),
        ("ILACS, introduced in 2018, took the place of the SIF.", []),
        ("The actions from the SLAC inspection were completed in March 2014.", []),
        ("The ILACS board was set up in March 2016.", []),
        ("The family hub, opened in May 2016, was seen by ILACS inspectors.", []),
        ("Fees rise by CPI from September 2022, that of an inspection by 10.1%.", []),
        ("The safeguarding board met in May 2010.", []),
        ("The mock ILACS in 2016 was run by neighbours.", []),
    ],
)
def test_a_name_and_a_date_are_joined_when_only_words_of_inspecting_part_them(
    text: str, expected: Found, read: Read
) -> None:
    assert named(read, text) == expected


def test_a_row_joins_the_name_in_one_cell_to_the_dates_in_others(read: Read) -> None:
    table = "| Framework | From | To |\n|---|---|---|\n| SLAC | 2010-05-10 | 2010-05-21 |"

    assert named(read, table) == [("SLAC", "2010-05-10/2010-05-21")]


def test_a_row_leaves_alone_what_is_still_to_come(read: Read) -> None:
    assert named(read, "| Framework | Next due |\n|---|---|\n| ILACS | May 2024 |") == []
