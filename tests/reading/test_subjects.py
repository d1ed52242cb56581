"""Whose inspection a sentence speaks of: an authority on the register, a provider, or somebody unknown."""

from __future__ import annotations

import pytest

from gradelint.model.register import authority_key
from gradelint.reading.lines import Line
from gradelint.reading.subjects import most_named, name_starts, subject_of
from tests.reading.conftest import Lines, paper

NAMES = {"leeds": "leeds", "north hale": "north hale", "hale metro": "north hale", "harrowmere": "harrowmere"}
OWN = "harrowmere"
STARTS = name_starts(NAMES, OWN)
CLOSED = frozenset(("the", "it", "this", "somebody"))


def subject(text: str, lined: Lines) -> str:
    """Whom the last sentence of a paper speaks of."""
    line: Line = lined(text)[-1]
    return subject_of(line, paper(text).blocks[line.block], NAMES, OWN, STARTS, CLOSED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ofsted judged Leeds to be good.", "leeds"),
        ("Ofsted judged Leeds City Council to be good.", "leeds"),
        ("Ofsted judged the City of Leeds's services good.", "leeds"),
        ("Ofsted judged services in North Hale good.", "north hale"),
        ("North Hale was judged good.", "north hale"),
        ("Services at Hale Metro were good.", "north hale"),
        ("Ofsted judged Harrowmere's services good.", "harrowmere"),
        ("Ofsted judged services good.", ""),
        ("The services of leeds were good.", ""),
    ],
)
def test_an_authority_on_the_register_is_known_by_every_name(text: str, expected: str, lined: Lines) -> None:
    assert subject(text, lined) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ofsted judged Tarn Lane Primary good.", "tarn lane primary"),
        ("Inspectors came to House of Reeds Nursery in May.", "house of reeds nursery"),
        ("Inspectors came to a Primary in May.", ""),
        ("The primary was judged good.", ""),
    ],
)
def test_a_provider_is_a_run_of_capitals_that_ends_in_what_it_is(text: str, expected: str, lined: Lines) -> None:
    assert subject(text, lined) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neighbouring Hexley was judged good.", "hexley"),
        ("Neighbouring Hexley voted against it.", ""),
        ("Last year Ofsted was wrong.", ""),
        ("Hexley was judged good.", ""),
        ("“Somebody was judged good.”", ""),
    ],
)
def test_a_name_nobody_knows_is_still_somebody_else(text: str, expected: str, lined: Lines) -> None:
    assert subject(text, lined) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Leeds", "leeds"),
        ("North Hale Council", "north hale"),
        ("Hexley Borough Council", authority_key("Hexley Borough Council")),
        ("CPI", ""),
        ("July 2012", ""),
        ("Leadership", ""),
        ("Overall grade", ""),
        ("and others", ""),
        ("", ""),
    ],
)
def test_the_first_cell_of_a_row_may_be_the_name(cell: str, expected: str, lined: Lines) -> None:
    assert subject(f"| Who | Grade |\n|---|---|\n| {cell} | Good |\n", lined) == expected


def test_the_authority_a_paper_names_most_is_taken_for_its_own(lined: Lines) -> None:
    lines = lined("We met Leeds. Then North Hale and Leeds met. North Hale and Hale Metro spoke.")

    assert most_named(lines, NAMES) == "north hale"
    assert most_named(lines, {}) == ""
    assert most_named((), NAMES) == ""
