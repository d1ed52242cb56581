"""A period: the day, month, year or run of days that a paper or a record gives for an event."""

import re
from datetime import date
from typing import NamedTuple

from gradelint.errors import BadPeriodError

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Period(NamedTuple):
    """From `first` to `last` day, both included; a single day has both equal."""

    first: date
    last: date

    @classmethod
    def day(cls, year: int, month: int, day: int) -> "Period":
        """One day. Raises ValueError when the calendar has no such day."""
        found = date(year, month, day)
        return cls(found, found)

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """A whole calendar month."""
        first = date(year, month, 1)
        return cls(first, date(year, month, 31 if month == 12 else (date(year, month + 1, 1) - first).days))

    @classmethod
    def year(cls, year: int) -> "Period":
        """A whole calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read `2012`, `2012-08`, `2012-08-10` or two of these joined by `/`. Raises BadPeriodError."""
        start, slash, end = text.strip().partition("/")
        first = cls._parse_one(start, text)
        return cls(first.first, cls._parse_one(end, text).last) if slash else first

    @classmethod
    def _parse_one(cls, part: str, whole: str) -> "Period":
        found = _ISO.match(part.strip())
        if not found:
            raise BadPeriodError(whole)
        year, month, day = (int(each) if each else None for each in found.groups())
        try:
            if year is None or month is None:
                return cls.year(year or 0)
            return cls.month(year, month) if day is None else cls.day(year, month, day)
        except ValueError:
            raise BadPeriodError(whole) from None

    @property
    def precision(self) -> str:
        """One of day, month, year or range."""
        if self.first == self.last:
            return "day"
        if self == Period.month(self.first.year, self.first.month):
            return "month"
        return "year" if self == Period.year(self.first.year) else "range"

    def overlaps(self, other: "Period") -> bool:
        """Whether any day is in both."""
        return self.first <= other.last and other.first <= self.last

    def contains(self, other: "Period") -> bool:
        """Whether every day of `other` is in this period."""
        return self.first <= other.first and other.last <= self.last

    def before(self, other: "Period") -> bool:
        """Whether this period is wholly over before `other` begins."""
        return self.last < other.first

    def __str__(self) -> str:
        """The shortest ISO form, which `parse` reads back."""
        match self.precision:
            case "day":
                return self.first.isoformat()
            case "month":
                return f"{self.first:%Y-%m}"
            case "year":
                return f"{self.first:%Y}"
            case _:
                return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def in_words(self) -> str:
        """As an English paper writes it: `10 August 2012`, `August 2012`, `2012`."""
        day = f"{self.first.day} {_MONTHS[self.first.month - 1]} {self.first.year}"
        match self.precision:
            case "day":
                return day
            case "month":
                return f"{_MONTHS[self.first.month - 1]} {self.first.year}"
            case "year":
                return f"{self.first.year}"
            case _:
                return f"{day} to {self.last.day} {_MONTHS[self.last.month - 1]} {self.last.year}"
