"""Dates in running text: days, months, years, seasons, school terms and financial years as periods."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from gradelint.model.period import Period
from gradelint.reading.tokens import Tokens

_MONTHS = {
    name[:size]: number
    for number, name in enumerate(
        ("january", "february", "march", "april", "may", "june", "july", "august", "september")
        + ("october", "november", "december"),
        1,
    )
    for size in (3, len(name))
} | {"sept": 9}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 12)}
# Words after which a bare month ("in June", "January's") is meant as a date and not as a name or a verb.
_BEFORE_MONTH = frozenset(
    [
        "in",
        "of",
        "during",
        "since",
        "until",
        "by",
        "from",
        "last",
        "this",
        "early",
        "late",
        "mid",
        "and",
        "between",
        "before",
        "after",
    ]
)
# Every word but a number that a date can begin with.
_SPELLED = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_BEGINNINGS = frozenset((*_MONTHS, *_SEASONS, *_SPELLED, "last", "this"))
_ORDINAL_ENDS = ("st", "nd", "rd", "th")
_INSPECTED = frozenset(
    ("inspection", "inspected", "visit", "visited", "inspectors", "inspector", "review", "fieldwork", "report", "dated")
)
_LOOK_BACK = 6
_TO_COME = 120  # days ahead within which a day without a year may be one to come
_OWNERS = frozenset(("its", "our", "their", "the", "your", "a", "that"))
_INSPECTIONS = frozenset(
    ("inspection", "visit", "review", "report", "ofsted", "letter", "grade", "judgement", "result")
)
_LAWS = frozenset(("act", "regulations", "order"))
_MOST_YEARS_AGO = 40
_EARLIEST, _LATEST = 1990, 2099


class Dated(NamedTuple):
    """A period found at tokens `first` up to `end`; `relative` when it was worked out from the paper's date."""

    period: Period
    first: int
    end: int
    relative: bool = False


def dates(tokens: Tokens, today: Period | None) -> Iterator[Dated]:
    """Every date in the tokens, left to right. `today` (the paper's date) fixes "in June" and "last autumn"."""
    words, index = tokens.words, 0
    last: Dated | None = None
    for begin in [at for at, word in enumerate(words) if word in _BEGINNINGS or word[0].isdecimal()]:
        if begin < index:
            continue
        found = _at(words, begin, today, tokens.possessive(begin)) or _same_year(words, begin, last)
        if found is not None:
            yield found
            index, last = found.end, found


def _same_year(words: tuple[str, ...], index: int, last: Dated | None) -> Dated | None:
    """ "January 2015 ... and that October": a month after the date before it."""
    month = _MONTHS.get(words[index])
    if last is None or month is None or _word(words, index - 1) not in ("that", "following", "same"):
        return None
    before = last.period.last
    return Dated(Period.month(before.year + (month <= before.month), month), index, index + 1)


def _at(words: tuple[str, ...], index: int, today: Period | None, possessive: bool) -> Dated | None:
    name = word = words[index]
    if word[0].isdecimal():
        return _number(words, index, today)
    if name in _MONTHS:
        return _month(words, index, _MONTHS[name], today, possessive)
    if name in _SEASONS:
        return _season(words, index, name, today, possessive)
    if word in ("last", "this") and today is not None:
        return _relative(words, index, today)
    if word in _SPELLED and today is not None:
        return _ago(words, index, _SPELLED[word], today)
    return None


def _relative(words: tuple[str, ...], index: int, today: Period) -> Dated | None:
    """ "Last month", "this year", "last week": counted from the paper's date."""
    back = words[index] == "last"
    day = today.last
    match _word(words, index + 1):
        case "year":
            period = Period.year(day.year - back)
        case "month":
            before = day.replace(day=1) - timedelta(days=1) if back else day
            period = Period.month(before.year, before.month)
        case "week":
            period = Period(day - timedelta(days=14 if back else 7), day)
        case _:
            return None
    return Dated(period, index, index + 2, relative=True)


def _ago(words: tuple[str, ...], index: int, count: int, today: Period) -> Dated | None:
    """ "Two years ago": counted from the paper's date."""
    if _word(words, index + 1) in ("year", "years") and _word(words, index + 2) == "ago":
        return Dated(Period.year(today.last.year - count), index, index + 3, relative=True)
    return None


def _word(words: tuple[str, ...], index: int) -> str:
    return words[index] if 0 <= index < len(words) else ""


def _year(word: str) -> int | None:
    if len(word) == 4 and word.isdecimal() and _EARLIEST <= int(word) <= _LATEST:
        return int(word)
    return None


def _short_year(word: str) -> int | None:
    return 2000 + int(word) if len(word) == 2 and word.isdecimal() else None


def _month(words: tuple[str, ...], index: int, month: int, today: Period | None, possessive: bool) -> Dated | None:
    """A month that no day number goes before: "August 2012", "August of 2012", "August 10, 2012", "in June"."""
    after = index + 1
    if _word(words, after) in ("of", ","):
        after += 1
    year = _year(_word(words, after))
    if year:
        return Dated(Period.month(year, month), index, after + 1)
    if _word(words, index + 1).isdecimal():
        after = index + 3 if _word(words, index + 2) in _ORDINAL_ENDS else index + 2
        after += _word(words, after) == ","
        if year := _year(_word(words, after)):
            return _day(year, month, _word(words, index + 1), index, after + 1)
    owned = _word(words, index - 1) in _OWNERS and _word(words, index + 1) in _INSPECTIONS  # "its March inspection"
    bare = _word(words, index - 1) in _BEFORE_MONTH or possessive or owned
    if today is None or not bare or (words[index] == "may" and _word(words, index - 1) not in ("in", "last", "since")):
        return None
    year = today.last.year if month <= today.last.month else today.last.year - 1
    return Dated(Period.month(year, month), index, index + 1, relative=True)


def _day(year: int, month: int, day: str, first: int, end: int) -> Dated | None:
    number = day.rstrip("stndrh") if day[:1].isdecimal() else ""
    try:
        return Dated(Period.day(year, month, int(number)), first, end)
    except ValueError:
        return None


def _season(words: tuple[str, ...], index: int, name: str, today: Period | None, possessive: bool) -> Dated | None:
    after = index + 1
    if _word(words, after) in ("term", "of"):
        after += 1
    if _word(words, after) == "of":
        after += 1
    year = _year(_word(words, after))
    relative = year is None
    if year is None:
        if today is None or (_word(words, index - 1) not in ("last", "this") and not possessive):
            return None
        past = _SEASONS[name][0] <= today.last.month
        year = today.last.year if past else today.last.year - 1
        after = index + 1
    else:
        after += 1
    first, last = _SEASONS[name]
    return Dated(Period(Period.month(year, first).first, Period.month(year, last).last), index, after, relative)


def _number(words: tuple[str, ...], index: int, today: Period | None) -> Dated | None:
    word = words[index]
    if not word.isdecimal():
        return _slashed(word, index) if "/" in word else None
    if today is not None and _word(words, index + 2) == "ago" and int(word) < _MOST_YEARS_AGO:
        return _ago(words, index, int(word), today)
    if _word(words, index + 1) == "-" and len(word) == 4 and _word(words, index + 3) == "-":
        return _iso(words, index)
    found = _day_first(words, index, today)
    if found:
        return found
    year = _year(word)
    if _word(words, index - 1) in _LAWS:
        return None  # "the Education Act 2005"
    if year is None or _word(words, index - 1) in ("£", "$", "€") or _word(words, index + 1) == "%":
        return None
    return Dated(Period.year(year), index, index + 1)


def _iso(words: tuple[str, ...], index: int) -> Dated | None:
    year, month = _year(words[index]), _word(words, index + 2)
    if year is None or not month.isdecimal() or not 1 <= int(month) <= 12:
        return None
    return _day(year, int(month), _word(words, index + 4), index, index + 5)


def _slashed(word: str, index: int) -> Dated | None:
    """10/08/2012 as the English write it, and the financial years 2012/13 and 2012/2013."""
    parts = word.split("/")
    if len(parts) == 3 and all(part.isdecimal() for part in parts):
        year = _year(parts[2]) or _short_year(parts[2])
        if year and 1 <= int(parts[1]) <= 12:
            return _day(year, int(parts[1]), parts[0], index, index + 1)
    if (
        len(parts) == 2
        and (year := _year(parts[0]))
        and parts[1].isdecimal()
        and int(parts[1]) % 100 == (year + 1) % 100
    ):
        return Dated(Period(date(year, 4, 1), date(year + 1, 3, 31)), index, index + 1)
    return None


def _day_first(words: tuple[str, ...], index: int, today: Period | None = None) -> Dated | None:
    """ "10 August 2012", "02 Jul 12", "9 and 18 July 2012", "19 Nov - 11 Dec 2013"."""
    day = _word(words, index)
    if not (day.isdecimal() and 1 <= int(day) <= 31):
        return None
    after = index + 1
    if _word(words, after) in _ORDINAL_ENDS:
        after += 1
    if _word(words, after) in ("and", "to", "-", "–", "—") and _word(words, after + 1).isdecimal():
        last = _day_first(words, after + 1)
        if last and int(words[index]) <= last.period.first.day:
            return Dated(Period(last.period.first.replace(day=int(words[index])), last.period.last), index, last.end)
        return None
    month = _MONTHS.get(_word(words, after))
    if month is None:
        return None
    if _word(words, after + 1) in ("and", "to", "-", "–", "—") and (last := _day_first(words, after + 2)):
        first = _day(last.period.last.year, month, words[index], index, last.end)
        if first and first.period.first <= last.period.last:
            return Dated(Period(first.period.first, last.period.last), index, last.end)
    year = _year(_word(words, after + 1)) or _short_year(_word(words, after + 1))
    if year is None and today is not None:
        return _this_year(words, index, after, month, today)
    return _day(year, month, words[index], index, after + 2) if year else None


def _this_year(words: tuple[str, ...], index: int, after: int, month: int, today: Period) -> Dated | None:
    """ "On 8 June": the last one before the paper's date, unless one to come lies nearer."""
    found = _day(today.last.year, month, words[index], index, after + 1)
    if found is None or _INSPECTED.isdisjoint(words[max(0, index - _LOOK_BACK) : index]):
        return None
    if found.period.first > today.last:
        near = (found.period.first - today.last).days <= _TO_COME
        found = None if near else _day(today.last.year - 1, month, words[index], index, after + 1)
    return found._replace(relative=True) if found else None
