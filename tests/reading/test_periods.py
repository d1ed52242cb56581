"""Dates in running text, in every way that papers write them, as the period they stand for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gradelint.model import Period
from gradelint.reading.periods import dates
from gradelint.reading.tokens import fold, tokenise

NOVEMBER = Period.day(2012, 11, 20)


def found(text: str, today: Period | None = NOVEMBER) -> list[str]:
    """The periods that a text of this day gives, in ISO form."""
    folded = fold(text)
    return [str(each.period) for each in dates(tokenise(folded, 0, len(folded)), today)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("on 10 August 2012", "2012-08-10"),
        ("02 Jul 12", "2012-07-02"),
        ("1st August 2012", "2012-08-01"),
        ("the 22nd August 2012", "2012-08-22"),
        ("August 10, 2012", "2012-08-10"),
        ("August 3rd, 2012", "2012-08-03"),
        ("10/08/2012", "2012-08-10"),
        ("10/08/12", "2012-08-10"),
        ("2012-08-10", "2012-08-10"),
        ("29 February 2012", "2012-02-29"),
    ],
)
def test_a_day_is_read(text: str, period: str) -> None:
    assert found(text) == [period]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("August 2012", "2012-08"),
        ("Aug 2012", "2012-08"),
        ("in Sept 2012", "2012-09"),
        ("August of 2012", "2012-08"),
        ("August, 2012", "2012-08"),
        ("the year 2012", "2012"),
        ("2012", "2012"),
        ("summer 2012", "2012-06-01/2012-08-31"),
        ("the spring of 2012", "2012-03-01/2012-05-31"),
        ("autumn term 2011", "2011-09-01/2011-11-30"),
        ("the autumn term of 2011", "2011-09-01/2011-11-30"),
        ("2012/13", "2012-04-01/2013-03-31"),
        ("2012/2013", "2012-04-01/2013-03-31"),
        ("1999/00", "1999-04-01/2000-03-31"),
    ],
)
def test_a_month_a_season_a_year_and_a_financial_year_are_periods(text: str, period: str) -> None:
    assert found(text) == [period]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("9 and 18 July 2012", "2012-07-09/2012-07-18"),
        ("between 9 to 18 July 2012", "2012-07-09/2012-07-18"),
        ("9–18 July 2012", "2012-07-09/2012-07-18"),
        ("16 - 25 September 2014", "2014-09-16/2014-09-25"),
        ("19 Nov - 11 Dec 2013", "2013-11-19/2013-12-11"),
        ("12 June to 3 July 2012", "2012-06-12/2012-07-03"),
    ],
)
def test_a_run_of_days_is_one_period(text: str, period: str) -> None:
    assert found(text) == [period]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("in June", "2012-06"),
        ("in November", "2012-11"),
        ("in December", "2011-12"),
        ("since March", "2012-03"),
        ("June's letter", "2012-06"),
        ("early June", "2012-06"),
        ("in May", "2012-05"),
        ("last summer", "2012-06-01/2012-08-31"),
        ("this spring", "2012-03-01/2012-05-31"),
        ("last winter", "2011-12"),
        ("spring's visit", "2012-03-01/2012-05-31"),
        ("last month", "2012-10"),
        ("this month", "2012-11"),
        ("last year", "2011"),
        ("this year", "2012"),
        ("last week", "2012-11-06/2012-11-20"),
        ("this week", "2012-11-13/2012-11-20"),
    ],
)
def test_what_is_not_dated_is_counted_back_from_the_papers_date(text: str, period: str) -> None:
    assert found(text) == [period]
    assert found(text, today=None) == []


def test_last_month_of_a_january_is_december() -> None:
    assert found("last month", Period.day(2013, 1, 31)) == ["2012-12"]


def test_only_what_was_counted_back_is_marked_as_relative() -> None:
    folded = "judged in june and again in august 2012, not last year"
    given_dates = list(dates(tokenise(folded, 0, len(folded)), NOVEMBER))

    assert [(str(each.period), each.relative) for each in given_dates] == [
        *(("2012-06", True), ("2012-08", False), ("2011", True)),
    ]
    assert [(each.first, each.end) for each in given_dates] == [(2, 3), (6, 8), (10, 12)]


@pytest.mark.parametrize(
    "text",
    [
        "You may say so",
        "It may be good",
        "the march on the town hall",
        "an august body",
        "section 20",
        "£2012",
        "2012%",
        "a summer fair",
        "1985",
        "2150",
        "2012/15",
        "99/99/2012",
        "31/02/2012",
        "2012-13-01",
        "last orders",
        "the last",
        "12 July",
        "40 July",
        "",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_two_dates_are_two_periods() -> None:
    assert found("inadequate in 2009 and adequate in July 2012") == ["2009", "2012-07"]


@given(st.dates(Period.year(1990).first, Period.year(2099).last))
def test_a_day_is_read_back_from_its_words(day: date) -> None:
    period = Period.parse(str(day))

    assert found(period.in_words()) == [str(period)] == found(f"on {period.in_words()}, as planned")


@given(st.lists(st.sampled_from([*"0123456789 /-,", "june ", "2012", " and ", "last ", "summer ", "of "]), max_size=24))
@example(["1", "june ", "-"])
def test_any_mix_of_figures_is_read_or_left_alone(parts: list[str]) -> None:
    folded = "".join(parts)
    tokens = tokenise(folded, 0, len(folded))
    ends = [bound for each in dates(tokens, NOVEMBER) for bound in (each.first, each.end)]

    assert ends == sorted(ends)
    assert all(0 <= bound <= len(tokens.words) for bound in ends)
