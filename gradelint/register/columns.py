"""The columns of a register table: which heading stands for which field, and what is wrong with a header row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

EXPECTED = "authority,framework,area,inspected,published,grade"

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "authority": ("authority", "local authority", "local authority name", "authority name", "council"),
    "framework": ("framework", "inspection framework", "inspection type"),
    "area": ("area", "judgement area", "judgement"),
    "inspected": ("inspected", "inspected from", "inspection date", "inspection start date", "date"),
    "inspected_to": ("inspected to", "inspection end date"),
    "published": ("published", "publication date", "date published"),
    "grade": ("grade", "overall effectiveness", "overall effectiveness grade"),
    "url": ("url", "source url", "inspection link", "web link"),
    "note": ("note", "notes"),
}
_FIELDS = {heading: field for field, headings in _HEADINGS.items() for heading in headings}
_REQUIRED = ("authority", "framework", "grade")
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}


def columns(header: Sequence[str]) -> dict[str, int]:
    """Where each known field stands; columns that are not a register's are left out."""
    return {field: n for n, heading in reversed(list(enumerate(header))) if (field := _FIELDS.get(_folded(heading)))}


def header_faults(header: Sequence[str]) -> tuple[str, ...]:
    """What keeps these headings from being a register's, each in one line with the remedy."""
    if separator := _other_separator(header):
        return (f"row 1: the columns are parted by {_SEPARATORS[separator]}; save the table as CSV with commas",)
    found = columns(header)
    missing = [field for field in _REQUIRED if field not in found]
    if "inspected" not in found and "published" not in found:
        missing.append("inspected")
    if missing:
        word = "column" if len(missing) == 1 else "columns"
        return (f"row 1: no {word} {', '.join(missing)}; the columns are {EXPECTED}",)
    fields = [_FIELDS[folded] for heading in header if (folded := _folded(heading)) in _FIELDS]
    return tuple(
        f"row 1: two columns for {field} ({' and '.join(_named(header, field))}); keep one"
        for field in dict.fromkeys(fields)
        if fields.count(field) > 1
    )


def _named(header: Sequence[str], field: str) -> list[str]:
    return [repr(heading) for heading in header if _FIELDS.get(_folded(heading)) == field]


def _other_separator(header: Sequence[str]) -> str:
    """The separator by which the header makes sense, if it does not by commas."""
    text = ",".join(header)
    known = len(columns(header))
    better = [each for each in _SEPARATORS if len(columns(text.split(each))) > max(1, known)]
    return better[0] if better else ""


def _folded(heading: str) -> str:
    return " ".join(heading.casefold().replace("_", " ").split())
