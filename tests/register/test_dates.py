"""Dates in tables and reports, as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from gradelint.errors import BadPeriodError
from gradelint.model import Period
from gradelint.register.dates import two_readings, written_period

READ = {
    "2012-07-02": "2012-07-02",
    "2012-07": "2012-07",
    "2012": "2012",
    "2009-09-15/2009-09-16": "2009-09-15/2009-09-16",
    "2012-08-01 00:00:00": "2012-08-01",
    "2 July 2012": "2012-07-02",
    "02 Jul 12": "2012-07-02",
    "18 Feb 2014 – 12 March 2014": "2014-02-18/2014-03-12",
    "July 2012": "2012-07",
    "Sept. 2012": "2012-09",
    "24 – 28 June 2013": "2013-06-24/2013-06-28",
    "15-19 July 2013": "2013-07-15/2013-07-19",
    "6 to 30 July 2015": "2015-07-06/2015-07-30",
    "16 September – 8 October 2014": "2014-09-16/2014-10-08",
    "14 January 2014- 5 February 2014": "2014-01-14/2014-02-05",
    "20 June 2017 ─ 13 July 2017": "2017-06-20/2017-07-13",
    "28 July 2016": "2016-07-28",
    "25/06/2015": "2015-06-25",
    "06/25/2015": "2015-06-25",
    "05/05/2015": "2015-05-05",
    "19 November-11 December 2013 and 28 – 30 January 2014": "2013-11-19/2014-01-30",
    "30 September to 11 October 2024 and 13 to 16 January 2025": "2024-09-30/2025-01-16",
}
REFUSED = (
    *("", "soon", "2012-02-30", "30 February 2012", "31/02/2012", "2012-13", "13/13/2012", "12 Julember 2012"),
    *("5 July", "Spring 2012", "03/04/2012", "12 July 2012 to 2 July 2012", "2 July 2012 and", "1 to 2 to 3 May 2012"),
)


@pytest.mark.parametrize(("text", "period"), READ.items())
def test_a_date_is_read_as_it_is_written(text: str, period: str) -> None:
    assert written_period(text) == Period.parse(period)


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_one_date_is_refused(text: str) -> None:
    with pytest.raises(BadPeriodError) as refused:
        written_period(text)

    assert refused.value.text == text


def test_a_report_is_known_to_put_the_day_first() -> None:
    assert written_period("12/09/2016 to 06/10/2016", day_first=True) == Period(date(2016, 9, 12), date(2016, 10, 6))


def test_the_month_is_never_second_guessed_where_the_day_comes_first() -> None:
    with pytest.raises(BadPeriodError):
        written_period("06/25/2015", day_first=True)


def test_a_slashed_date_with_two_readings_shows_both() -> None:
    assert two_readings("03/04/2012") == (date(2012, 4, 3), date(2012, 3, 4))


@pytest.mark.parametrize("text", ["25/06/2015", "05/05/2015", "13/13/2015", "2015-06-05", "3 April 2012"])
def test_a_date_with_one_reading_or_none_has_not_two(text: str) -> None:
    assert two_readings(text) is None
