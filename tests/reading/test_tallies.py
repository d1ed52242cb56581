"""Grades counted in prose, lists and tables, and the figures held against them."""

from __future__ import annotations

import pytest

from gradelint.model.reading import Reading
from gradelint.model.reckoning import miscounts, mistotalled
from tests.reading.conftest import Read

COUNTED = "Of our 80 services 9 are outstanding, 44 good, 22 adequate and 5 inadequate."
ROWS = "| Grade | Services |\n|---|---|\n| Outstanding | 9 |\n| Good | 44 |\n| Adequate | 22 |\n| Inadequate | 5 |"
COLUMNS = (
    "| Area | Outstanding | Good | Adequate | Inadequate | Total |\n"
    "|---|---|---|---|---|---|\n"
    "| All | 9 | 44 | 22 | 5 | 80 |"
)
LIST = "* 9 outstanding\n* 44 good\n* 22 adequate\n* 5 inadequate"


def counts(reading: Reading) -> list[dict[int, float]]:
    """The numbers of each tally by the places of their grades."""
    return [{rank: entry.number for entry in tally.entries for rank in entry.ranks} for tally in reading.tallies]


@pytest.mark.parametrize("text", [COUNTED, ROWS, COLUMNS, LIST], ids=["prose", "rows", "columns", "list"])
def test_the_same_counts_are_read_wherever_they_stand(read: Read, text: str) -> None:
    assert counts(read(text)) == [{1: 9, 2: 44, 3: 22, 4: 5}]


def test_a_row_a_provider_is_counted(read: Read) -> None:
    table = "| Service | Grade |\n|---|---|\n| East | Good |\n| West | Adequate |\n| North | Good |"

    (tally,) = read(table).tallies

    assert (counts(read(table)), tally.roster, tally.stated) == ([{2: 2, 3: 1}], True, 3)


def test_the_numbers_of_the_grades_are_no_counts(read: Read) -> None:
    assert counts(read("1 outstanding, 2 good, 3 adequate and 4 inadequate.")) == []


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("More than 80% of them are good or better.", True),
        ("Two thirds (66%) of them are good or better.", False),
        ("About two thirds are good or outstanding.", False),
        ("Only one in five is below good.", True),
        ("One in three is below good.", False),
        ("Most of them are good or better.", False),
        ("None of them is inadequate.", True),
        ("None of them is weak in the view of residents.", False),
        ("We want 90% to be good or better by 2016.", False),
        ("Nationally 80% are good or better.", False),
        ("Are 80% good or better?", False),
    ],
)
def test_a_figure_is_held_against_the_counts(read: Read, claim: str, *, wrong: bool) -> None:
    found = list(miscounts(read(f"{COUNTED} {claim}")))

    assert bool(found) is wrong


def test_a_share_of_something_else_is_left_alone(read: Read) -> None:
    assert list(miscounts(read(f"{COUNTED} 91% of residents are served by a good or outstanding one."))) == []


def test_a_total_that_does_not_add_up_is_told(read: Read) -> None:
    found = list(mistotalled(read("Of our 70 services 9 are outstanding, 44 good, 22 adequate and 5 inadequate.")))

    assert [made for _, made in found] == [80]


def test_services_without_a_grade_may_make_up_the_total(read: Read) -> None:
    assert list(mistotalled(read("Of our 90 services 9 are outstanding, 44 good, 22 adequate and 5 inadequate."))) == []
