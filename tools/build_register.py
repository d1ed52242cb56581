"""Makes a shipped register from the facts that were read out of inspection reports.

    python tools/build_register.py REPORTS EARLIER ADDITIONS AUTHORITIES OUT

REPORTS      one row per published report, with its dates as printed and a grade per area; read by
             script from Ofsted's own reports of 2013 to 2026 (the columns are named in `_AREAS`)
EARLIER      grades of 2009-2013 as later reports quote them, with the month of the inspection
ADDITIONS    rows ready for the register, found by hand (`tools/register/additions.csv`)
AUTHORITIES  the names that go on the register (`registers/ID/authorities.csv`)

REPORTS and EARLIER are working papers and are not kept here; the register is. What is left out, and
why, stands in the register's README.
"""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from gradelint.model.period import Period
from gradelint.model.register import authority_key
from gradelint.register import COLUMNS
from gradelint.register.dates import written_period

Row = dict[str, str]

_AREAS = {
    "SIF": {
        "overall": "overall",
        "help_protection": "help-and-protection",
        "in_care": "looked-after-children",
        "adoption": "adoption",
        "care_leavers": "care-leavers",
        "leadership": "leadership",
    },
    "ILACS-2018": {
        "overall": "overall",
        "leadership": "leadership",
        "help_protection": "help-and-protection",
        "in_care_and_leavers": "children-in-care-and-care-leavers",
    },
    "ILACS-2023": {
        "overall": "overall",
        "leadership": "leadership",
        "help_protection": "help-and-protection",
        "in_care": "children-in-care",
        "care_leavers": "care-leavers",
    },
    "LAC-2013": {
        "overall": "overall",
        "capacity_to_improve": "capacity",
        "quality_of_provision": "quality-of-provision",
        "leadership": "leadership",
    },
}
_AREAS["ILACS-2026"] = _AREAS["ILACS-2023"]
_FORMS = {
    "3 sub-judgements": "ILACS-2018",
    "4 sub-judgements": "ILACS-2023",
    "no overall (post 2026-04)": "ILACS-2026",
}
_STRANDS = {"SLAC-safeguarding": "safeguarding", "SLAC-looked-after": "looked-after-children"}
_LAST_SLAC_MONTH = "2012-08"
_OLD_NAMES = {"london corporation": "City of London"}


def main(reports: str, earlier: str, additions: str, authorities: str, out: str) -> None:
    """Write the register to `out`."""
    Path(out).write_bytes(built(*(_read(path) for path in (reports, earlier, additions, authorities))))


def built(reports: list[Row], earlier: list[Row], additions: list[Row], authorities: list[Row]) -> bytes:
    """The register's bytes: what a report says itself stands before what another quotes of it."""
    names = _names(authorities)
    codes = {each["name"]: each["ons_code"] for each in authorities}
    rows: dict[tuple[str, ...], Row] = {}
    for row in (*_from_reports(reports, names), *additions, *_from_earlier(earlier, reports, names)):
        month = row["inspected_from"][:7]
        if not _is_quoted_again(rows, row):
            rows.setdefault((row["authority"], row["framework"], row["area"], month), row)
    ordered = sorted(rows.values(), key=_place)
    buffer = io.StringIO(newline="")
    table = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(row | {"ons_code": codes[row["authority"]]} for row in ordered)
    return buffer.getvalue().encode()


def _from_reports(reports: list[Row], names: Mapping[str, str]) -> Iterator[Row]:
    for report in reports:
        framework = _FORMS.get(report["subtype"], report["framework"])
        inspected = written_period(report["inspection_dates"], day_first=True)
        note = "inspected in two parts; the dates are the first and the last day" if _in_parts(report) else ""
        shared = {
            "authority": names[authority_key(report["la"])],
            "inspected_from": str(inspected.first),
            "inspected_to": str(inspected.last),
            "published": report["published"],
            "url": report["source_url"],
        }
        for column, area in _AREAS.get(framework, {}).items():
            yield shared | _judgement(framework, area, report[column], note)
        if report["lscb"]:
            board = "the safeguarding board's grade, given in the council's report"
            yield shared | _judgement("LSCB", "overall", report["lscb"], _joined(board, note))


def _judgement(framework: str, area: str, grade: str, note: str) -> Row:
    if grade == "not judged":
        grade, note = "", _joined("not judged", note)
    if framework == "ILACS-2026" and area == "overall":
        note = _joined("no overall grade is given", note)
    if grade.startswith("requires improvement"):
        grade = "requires improvement to be good" if framework.startswith("ILACS") else "requires improvement"
    return {"framework": framework, "area": area, "grade": grade, "note": note}


def _in_parts(report: Row) -> bool:
    return " and " in report["inspection_dates"]


def _from_earlier(earlier: list[Row], reports: list[Row], names: Mapping[str, str]) -> Iterator[Row]:
    sources = {(each["la"], each["published"]): each["source_url"] for each in reports if each["framework"] == "SIF"}
    for each in earlier:
        product, _, _ = each["product"].partition(" ")
        framework = "SLAC" if product in _STRANDS else product
        month = str(written_period(each["inspection_month"]))
        published = str(written_period(re.sub(".* published ", "", each["evidence_report"])))
        if framework == "SLAC" and month > _LAST_SLAC_MONTH:
            continue
        note = f"month and grade as quoted in the SIF report published {published}"
        if "named child protection" in each["product"]:
            note = _joined(note, "called child protection there, a SLAC by its date")
        yield {
            "authority": names[authority_key(each["la"])],
            "framework": framework,
            "area": _STRANDS.get(product, "overall"),
            "inspected_from": month,
            "inspected_to": "",
            "published": "",
            "grade": each["grade"],
            "url": sources[each["la"], published],
            "note": note,
        }


def _is_quoted_again(rows: Mapping[tuple[str, ...], Row], row: Row) -> bool:
    """Whether the row is an earlier inspection by the month it was published in, not the one it was made in."""
    if not row["note"].startswith("month and grade as quoted"):
        return False
    return any(
        (row["authority"], row["framework"], row["area"], row["grade"])
        == (each["authority"], each["framework"], each["area"], each["grade"])
        and 0 < _months(each["inspected_from"], row["inspected_from"]) <= 3
        for each in rows.values()
    )


def _months(start: str, end: str) -> int:
    first, last = Period.parse(start).first, Period.parse(end).first
    return (last.year - first.year) * 12 + last.month - first.month


def _place(row: Row) -> tuple[str, str, str, int, str]:
    areas = list(_AREAS.get(row["framework"], {}).values())
    order = areas.index(row["area"]) if row["area"] in areas else len(areas)
    return row["authority"], row["inspected_from"], row["framework"], order, row["area"]


def _names(authorities: list[Row]) -> dict[str, str]:
    names = {authority_key(old): name for old, name in _OLD_NAMES.items()}
    for each in authorities:
        for name in (each["name"], *each["aliases"].split("|")):
            names[authority_key(name)] = each["name"]
    return names


def _joined(*notes: str) -> str:
    return "; ".join(filter(None, notes))


def _read(path: str) -> list[Row]:
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
