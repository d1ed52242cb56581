"""Dates as tables and reports write them, turned into periods: `2012-07`, `24 – 28 June 2013`, `25/06/2015`."""

from __future__ import annotations

import re
from datetime import date

from gradelint.errors import BadPeriodError
from gradelint.model.period import Period

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december", "sept"),
)
_DASHES = re.compile("[\u2010-\u2015\u2212\u2500]")
_MIDNIGHT = re.compile(r"[ T]00:00(?::00)?\Z")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\Z")
_DAY = re.compile(r"(\d{1,2})(?: ([a-z]+)\.?)?(?: (\d{4}|\d{2}))?\Z")
_MONTH = re.compile(r"([a-z]+)\.? (\d{4})\Z")
_BETWEEN_DAYS = re.compile(r" ?(?:-| to ) ?")


def written_period(text: str, day_first: bool = False) -> Period:
    """The period from the first to the last day that `text` names. Raises BadPeriodError.

    `day_first` settles `03/04/2012`, which is refused without it. Several runs of days joined by
    "and" become one period that covers them all.
    """
    plain = _MIDNIGHT.sub("", " ".join(_DASHES.sub("-", text).split()))
    try:
        return Period.parse(plain)
    except BadPeriodError:
        pass
    try:
        runs = [_run(part, day_first) for part in plain.casefold().split(" and ")]
    except ValueError:
        raise BadPeriodError(text) from None
    return Period(min(run.first for run in runs), max(run.last for run in runs))


def two_readings(text: str) -> tuple[date, date] | None:
    """The day-first and the month-first reading of `03/04/2012`; None when at most one of them is a date."""
    found = _SLASHED.match(text.strip())
    if not found:
        return None
    first, second, year = (int(each) for each in found.groups())
    try:
        readings = date(year, second, first), date(year, first, second)
    except ValueError:
        return None
    return readings if readings[0] != readings[1] else None


def _run(text: str, day_first: bool) -> Period:
    start, end = (_BETWEEN_DAYS.split(text, maxsplit=1) * 2)[:2]
    last = _end(end, day_first, None)
    first = last if start == end else _end(start, day_first, last)
    if first.first > last.last:
        raise ValueError(f"{text} ends before it begins")
    return Period(first.first, last.last)


def _end(text: str, day_first: bool, following: Period | None) -> Period:
    if found := _SLASHED.match(text):
        return _slashed(text, found, day_first)
    if found := _MONTH.match(text):
        return Period.month(int(found[2]), _month(found[1]))
    found = _DAY.match(text)
    if not found:
        raise ValueError(f"{text} is not a day")
    day, month, year = found.groups()
    if following is None and (month is None or year is None):
        raise ValueError(f"{text} lacks its month or year")
    reference = following.first if following else date.min
    number = reference.month if month is None else _month(month)
    return Period.day(reference.year if year is None else _year(year), number, int(day))


def _slashed(text: str, found: re.Match[str], day_first: bool) -> Period:
    if two_readings(text) and not day_first:
        raise ValueError(f"{text} has two readings")
    first, second, year = (int(each) for each in found.groups())
    day, month = (second, first) if second > 12 and not day_first else (first, second)
    return Period.day(year, month, day)


def _month(word: str) -> int:
    if word not in _MONTHS and word not in _FULL_MONTHS:
        raise ValueError(f"{word} is not a month")
    return _MONTHS.index(word[:3]) + 1


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
