"""`gradelint register` lists the registers and shows what they hold for an authority."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gradelint.register import available, load
from tests.cli.running import Outcome, run

OWN = (
    "authority,framework,area,inspected,published,grade\n"
    "Dunmarsh Council,SLAC,safeguarding,2010-11-08/2010-11-19,2010-12-17,adequate\n"
    "Dunmarsh Council,SLAC,looked after children,2010-11-08/2010-11-19,2010-12-17,good\n"
    "Dunmarsh Council,CRA,,2009-09,,\n"
)


def test_the_list_has_one_line_a_register(capsys: pytest.CaptureFixture[str]) -> None:
    assert available()
    assert run(capsys, "register", "list") == Outcome(
        0,
        "".join(
            f"{each.name}  as at {each.as_at}  {each.records} judgements of {each.authorities} authorities  "
            f"{each.title}\n"
            for each in available()
        ),
        "",
    )


def test_the_list_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    keys = ("id", "version", "title", "as_at", "records", "authorities")

    assert json.loads(run(capsys, "register", "list", "--format", "json").out) == [
        {key: getattr(each, key) for key in keys} for each in available()
    ]


def test_an_authority_is_shown_inspection_by_inspection(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("own.csv").write_text(OWN, encoding="utf-8")

    assert run(capsys, "register", "show", "dunmarsh", "--register", "own.csv") == Outcome(
        0,
        """\
Dunmarsh Council
On record in ofsted-la-childrens-services + own.csv, as at 2026-08-20:

SLAC, inspected 8 November 2010 to 19 November 2010, published 17 December 2010
  own.csv
    safeguarding           adequate
    looked after children  good

CRA, inspected September 2009
  own.csv
    overall                not graded
""",
        "",
    )


def test_the_shipped_records_name_their_source(capsys: pytest.CaptureFixture[str]) -> None:
    seen = run(capsys, "register", "show", "Rotherham MBC")

    assert seen.code == 0
    assert (
        """
CPI, inspected 2 July 2012, published 10 August 2012
  the month and the grade are also in the SIF report of 2014-11-19; the first day stands only in the
  table
  https://publications.parliament.uk/pa/cm201415/cmselect/cmcomloc/1114/111405.htm
    overall                            adequate
"""
        in seen.out
    )


def test_records_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    seen = json.loads(run(capsys, "register", "show", "York", "--format", "json").out)

    assert len(seen["records"]) == len(load().of("York"))
    assert seen["records"][0].keys() == {
        *("framework", "area", "inspected", "published", "grade", "url", "register", "note"),
    }
    assert (seen["authority"], seen["register"], seen["as_at"]) == (
        "York",
        "ofsted-la-childrens-services",
        "2026-08-20",
    )


def test_an_abolished_council_is_known_though_nothing_is_on_record(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "register", "show", "Cumbria") == Outcome(
        0,
        "Cumbria\n"
        "abolished 2023-04-01; Cumberland and Westmorland and Furness do not inherit its grades\n"
        "Nothing in ofsted-la-childrens-services.\n",
        "",
    )


def test_an_unknown_authority_is_refused_with_the_nearest_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "register", "show", "Rotheram") == Outcome(
        2,
        "",
        "gradelint: error: no authority on ofsted-la-childrens-services called 'Rotheram'; did you mean 'Rotherham'?\n",
    )


def test_an_unknown_or_faulty_register_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text(OWN.replace("2009-09", "2009-13"), encoding="utf-8")

    assert run(capsys, "register", "show", "York", "--register", "nowhere") == Outcome(
        2,
        "",
        "gradelint: error: no register called 'nowhere'; did you mean 'ofsted-la-childrens-services@2026.08'?\n",
    )
    assert run(capsys, "register", "show", "York", "--register", str(bad)) == Outcome(
        2,
        "",
        f"gradelint: error: {bad}: row 4, column inspected: not a date: '2009-13'; write 2012-08-10, 2012-08 or 2012\n",
    )


def test_what_would_move_the_cursor_is_shown_and_not_done(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text(OWN.replace("Dunmarsh", "Dun\x1b[2Jmarsh"), encoding="utf-8")
    seen = run(capsys, "register", "show", "Dun\x1b[2Jmarsh", "--register", str(odd))

    assert seen.code == 0
    assert "\x1b" not in seen.out
    assert seen.out.startswith("Dun\\x1b[2Jmarsh Council\n")
