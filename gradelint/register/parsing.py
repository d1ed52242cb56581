"""A user's table turned into a register, with every fault told by row and column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from gradelint.errors import BadDataError, BadPeriodError
from gradelint.model.period import Period
from gradelint.model.register import Record, Register, authority_key
from gradelint.register.columns import columns, header_faults
from gradelint.register.dates import two_readings, written_period
from gradelint.register.on_demand import latest_first
from gradelint.register.table import rows

_UNGRADED = ("", "-", "n/a", "none", "ungraded", "no grade", "not applicable")
_UNGRADED_STARTS = ("not graded", "not judged")
_OVERALL = ("", "overall", "overall effectiveness", "overall grade", "overall judgement")
_YEARS = range(1980, 2100)
_MOST_FAULTS = 100
_LONGEST_WAIT = timedelta(days=183)

Key = tuple[str, str, str, Period]


class _Row(NamedTuple):
    number: int
    record: Record


def register_from(data: bytes, path: str, aliases: bytes | None) -> Register:
    """The register that a CSV file holds. Raises BadDataError with every fault in it."""
    table = rows(data, path)
    _, header = next(table)
    faults = list(header_faults(header))
    if faults:
        raise BadDataError(path, tuple(faults))
    places = columns(header)
    dates: dict[str, Period | str] = {}
    found: dict[Key, _Row] = {}
    for number, row in table:
        faults += _row_faults(number, row, header, places, dates) or _added(found, number, row, places, dates, path)
        if len(faults) >= _MOST_FAULTS:
            break
    if faults:
        raise BadDataError(path, tuple(faults))
    names, notes = _names(aliases, f"{path} (its names)") if aliases is not None else ({}, {})
    records = _grouped([each.record for each in found.values()], names)
    return Register(path, path, "", records, {key: key for key in records} | names, notes)


def _row_faults(
    number: int, row: list[str], header: Sequence[str], places: Mapping[str, int], dates: dict[str, Period | str]
) -> list[str]:
    extra = any(row[len(header) :])
    if len(row) < len(header) or extra:
        return [f"row {number}: {len(row)} cells where the header has {len(header)}; add or take out commas"]
    faults = [] if row[places["authority"]] else [f"row {number}, column {header[places['authority']]}: empty"]
    texts = {field: row[places[field]] for field in ("inspected", "inspected_to", "published") if field in places}
    for field, text in texts.items():
        if text and text not in dates:
            dates[text] = _period(text)
        if text and isinstance(fault := dates[text], str):
            faults.append(f"row {number}, column {header[places[field]]}: {fault}")
    if not texts.get("inspected") and not texts.get("published"):
        column = header[places.get("inspected", places.get("published", 0))]
        faults.append(f"row {number}, column {column}: no date; give the day, month or year of the inspection")
    return faults or _order_faults(number, texts, dates)


def _order_faults(number: int, texts: Mapping[str, str], dates: Mapping[str, Period | str]) -> list[str]:
    periods = {field: each for field, text in texts.items() if isinstance(each := dates.get(text), Period)}
    first, last, published = (periods.get(field) for field in ("inspected", "inspected_to", "published"))
    if first and last and last.last < first.first:
        return [f"row {number}: the inspection ends ({last}) before it begins ({first})"]
    if first and published and published.last < first.first:
        return [f"row {number}: published ({published}) before it was inspected ({first}); correct one of the two"]
    return []


def _period(text: str) -> Period | str:
    """The period, or what is wrong with the text."""
    if readings := two_readings(text):
        day, month = readings
        return f"{text!r} can be read two ways; write {day} for {_day(day)} or {month} for {_day(month)}"
    try:
        period = written_period(text)
    except BadPeriodError as error:
        return str(error)
    if period.first.year not in _YEARS or period.last.year not in _YEARS:
        return f"{text!r} lies outside every framework; check the year"
    return period


def _day(day: object) -> str:
    return f"{day:%d %B}".lstrip("0")


def _added(
    found: dict[Key, _Row],
    number: int,
    row: list[str],
    places: Mapping[str, int],
    dates: Mapping[str, Period | str],
    path: str,
) -> list[str]:
    """Put the row's record with the others, unless one of them says otherwise: that is the fault."""
    record = _record(row, places, dates, path)
    key = (authority_key(record.authority), record.framework.casefold(), record.area.casefold(), record.inspected)
    before = found.setdefault(key, _Row(number, record))
    if before.record.grade == record.grade:
        return []
    grades = " and ".join(repr(each or "not graded") for each in (before.record.grade, record.grade))
    what = " ".join(filter(None, (record.authority, record.framework, record.area, str(record.inspected))))
    return [f"rows {before.number} and {number} contradict each other: {grades} for one judgement ({what})"]


def _record(row: list[str], places: Mapping[str, int], dates: Mapping[str, Period | str], path: str) -> Record:
    def cell(field: str) -> str:
        return row[places[field]] if field in places else ""

    def day(field: str) -> Period | None:
        period = dates.get(cell(field))
        return period if isinstance(period, Period) else None

    published, note = day("published"), cell("note")
    inspected = _inspected(day("inspected"), day("inspected_to"), published)
    grade = _grade(cell("grade"))
    if grade is None and cell("grade").casefold() not in _UNGRADED:
        note = note or cell("grade")
    area = "overall" if cell("area").casefold() in _OVERALL else cell("area")
    return Record(cell("authority"), cell("framework"), area, inspected, published, grade, cell("url"), path, note)


def _inspected(first: Period | None, last: Period | None, published: Period | None) -> Period:
    if first is not None:
        return Period(first.first, (last or first).last)
    if published is None:
        raise ValueError("a row without a date has a fault and makes no record")
    # Reports have come out from two weeks to seven months after the visit; half a year covers all but one.
    return Period(published.first - _LONGEST_WAIT, published.last)


def _grade(text: str) -> str | None:
    folded = " ".join(text.casefold().split())
    return None if folded in _UNGRADED or folded.startswith(_UNGRADED_STARTS) else folded


def _names(aliases: bytes, path: str) -> tuple[dict[str, str], dict[str, str]]:
    """Folded names and notes from a table of `name,ons_code,aliases,note`."""
    table = rows(aliases, path)
    _, header = next(table)
    if "name" not in header or "aliases" not in header:
        raise BadDataError(path, ("row 1: no columns name and aliases",))
    entries = [dict(zip(header, row, strict=False)) for _, row in table]
    names = {
        authority_key(each): authority_key(entry["name"])
        for entry in entries
        for each in (entry["name"], *filter(None, entry.get("aliases", "").split("|")))
    }
    return names, {authority_key(each["name"]): each["note"] for each in entries if each.get("note")}


def _grouped(records: Sequence[Record], names: Mapping[str, str]) -> dict[str, tuple[Record, ...]]:
    groups: dict[str, list[Record]] = {}
    for record in records:
        key = authority_key(record.authority)
        groups.setdefault(names.get(key, key), []).append(record)
    return {key: latest_first(group) for key, group in groups.items()}
