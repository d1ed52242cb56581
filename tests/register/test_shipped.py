"""The register that comes with gradelint: sound, sorted, as its sources have it, and found by any usual name."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from gradelint import vocabulary
from gradelint.errors import UnknownError, UnreadableError
from gradelint.model import Period, Record, Vocabulary
from gradelint.model.register import authority_key
from gradelint.register import COLUMNS, DEFAULT, available, gather, load, merge, parse
from gradelint.register.dates import written_period
from gradelint.shipped import folder
from tools.build_register import built

ROOT = Path(__file__).parents[2]
FOLDER = folder("registers") / DEFAULT
SHARED = ROOT.parent / "shared" / "register"
COMMITTEE = "https://publications.parliament.uk/pa/cm201415/cmselect/cmcomloc/1114/111405.htm"


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def outside(name: str) -> list[dict[str, str]]:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"needs ../shared/register/{name}")
    return table(path)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    return table(FOLDER / "2026.08.csv")


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder("schemas") / "register.schema.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def councils() -> Vocabulary:
    return vocabulary.load("ofsted-childrens-services", None)


def test_every_edition_says_what_it_is_and_counts_right(schema: dict[str, Any]) -> None:
    assert available()
    for edition in available():
        about = json.loads(edition.rows.with_suffix(".json").read_text(encoding="utf-8"))
        jsonschema.validate(about, schema)
        judgements = table(edition.rows)
        assert (edition.id, edition.version) == (about["id"], about["version"])
        assert (edition.records, edition.authorities) == (
            len(judgements),
            len({row["authority"] for row in judgements}),
        )
        assert edition.as_at == max(row["published"] for row in judgements)


def test_every_row_has_the_form_of_the_schema(rows: list[dict[str, str]], schema: dict[str, Any]) -> None:
    form = {"$schema": schema["$schema"], "$ref": "#/$defs/row", "$defs": schema["$defs"]}
    check = jsonschema.Draft202012Validator(form)

    assert [error.message for row in rows for error in check.iter_errors(row)] == []


def test_the_file_is_utf_8_with_plain_line_ends_sorted_and_without_repetition(rows: list[dict[str, str]]) -> None:
    data = (FOLDER / "2026.08.csv").read_bytes()
    order = [(row["authority"], row["inspected_from"], row["framework"]) for row in rows]
    judgements = Counter((*place, row["area"]) for place, row in zip(order, rows, strict=True))

    assert data.startswith(",".join(COLUMNS).encode() + b"\n")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert order == sorted(order)
    assert [judgement for judgement, times in judgements.items() if times > 1] == []


def test_the_file_is_a_register_by_the_rules_for_a_users_own() -> None:
    path = FOLDER / "2026.08.csv"
    own = parse(path.read_bytes(), f"{DEFAULT}@2026.08", (FOLDER / "authorities.csv").read_bytes())
    shipped = load()

    assert own.names == shipped.names
    assert own.notes == shipped.notes
    assert dict(own.records) == {key: records for key, records in shipped.records.items() if records}


def test_every_record_is_of_a_framework_area_and_grade_that_the_vocabulary_has(councils: Vocabulary) -> None:
    strange = {
        (record.framework, record.area, record.grade)
        for record in (each for records in load().records.values() for each in records)
        if not _known(councils, record)
    }

    assert strange == {("CRA", "overall", None), ("ILACS-2026", "overall", None)}


def _known(councils: Vocabulary, record: Record) -> bool:
    framework = councils.framework(record.framework)
    assert framework is not None, record
    assert framework.inspected.overlaps(record.inspected), record
    if record.area not in {area.id for area in framework.areas}:
        return False
    found = framework.grade(record.grade, record.area) if record.grade else None
    return record.grade is None or (found is not None and found.label == record.grade)


def test_no_two_authorities_share_a_name() -> None:
    names = [
        (authority_key(name), row["name"])
        for row in table(FOLDER / "authorities.csv")
        for name in (row["name"], *filter(None, row["aliases"].split("|")))
    ]
    owners = {key: {owner for each, owner in names if each == key} for key, _ in names}

    assert len(owners) > 190
    assert {key: found for key, found in owners.items() if len(found) > 1} == {}


NAMES = {
    "Rotherham MBC": "Rotherham",
    "Rotherham Metropolitan Borough Council's": "Rotherham",
    "rotherham": "Rotherham",
    "RMBC": "Rotherham",
    "Leicester City Council": "Leicester",
    "Leicestershire County Council": "Leicestershire",
    "County Durham": "Durham",
    "Durham County Council": "Durham",
    "City of York Council": "York",
    "Kingston upon Hull City Council": "Kingston upon Hull",
    "Hull": "Kingston upon Hull",
    "Royal Borough of Kingston-upon-Thames": "Kingston upon Thames",
    "London Borough of Hackney": "Hackney",
    "Bristol": "Bristol",
    "Bristol, City of": "Bristol",
    "the City of London Corporation": "City of London",
    "BCP Council": "Bournemouth, Christchurch and Poole",
    "Telford & Wrekin Council": "Telford and Wrekin",
    "RBWM": "Windsor and Maidenhead",
    "St. Helens Borough Council": "St Helens",
    "Stoke-on-Trent": "Stoke-on-Trent",
    "Council of the Isles of Scilly": "Isles of Scilly",
    "Bath & North East Somerset": "Bath and North East Somerset",
    "Medway Council": "Medway",
}


@pytest.mark.parametrize(("written", "name"), NAMES.items())
def test_an_authority_is_found_by_the_names_that_papers_use(written: str, name: str) -> None:
    assert {record.authority for record in load().of(written)} == {name}


@pytest.mark.parametrize("name", ["Cumbria County Council", "Northamptonshire", "Borough of Poole", "Bournemouth"])
def test_an_abolished_council_has_no_record_of_its_successors(name: str) -> None:
    register = load()

    assert register.of(name) == ()
    assert "abolished" in register.notes[register.key(name)]


def test_an_authority_that_is_not_on_it_has_no_records() -> None:
    assert load().of("Ravensholt Council") == ()
    assert "ravensholt" not in load().records


def test_rotherham_before_2014_is_as_the_committee_has_it_with_its_gaps_filled() -> None:
    seen = [
        (each.framework, each.area, str(each.inspected), str(each.published), each.grade)
        for each in load().of("Rotherham")
        if Period.year(2007).last < each.inspected.first < Period.year(2014).first
    ]

    assert seen == [
        ("FOSTERING-ADOPTION", "overall", "2013-07", "None", "good"),
        ("CPI", "overall", "2012-07-02", "2012-08-10", "adequate"),
        ("CRA", "overall", "2011-05-10", "2011-06-09", None),
        ("FOSTERING-ADOPTION", "overall", "2011-01", "None", "good"),
        ("CSA", "overall", "2010-12-09", "2010-12-09", "performs adequately"),
        ("SLAC", "looked-after-children", "2010-07-19", "2010-08-27", "adequate"),
        ("SLAC", "safeguarding", "2010-07-19", "2010-08-27", "adequate"),
        ("CSA", "overall", "2009-12-09", "2009-12-09", "performs poorly"),
        ("CRA", "overall", "2009-08-04", "2009-09-04", None),
    ]


def test_rotherhams_review_of_2006_was_good_in_all_twelve_judgements() -> None:
    review = [each for each in load().of("Rotherham") if each.framework == "JAR"]

    assert {(each.inspected, each.published, each.grade, each.url) for each in review} == {
        (Period.year(2006), Period.day(2006, 10, 10), "good", COMMITTEE)
    }
    assert len({each.area for each in review}) == 12


def test_the_inspection_of_2014_gives_the_council_and_its_safeguarding_board_each_their_grades() -> None:
    seen = {
        (each.framework, each.area): each.grade
        for each in load().of("Rotherham")
        if each.inspected == Period.parse("2014-09-16/2014-10-08")
    }

    assert seen == {
        ("LSCB", "overall"): "inadequate",
        ("SIF", "overall"): "inadequate",
        ("SIF", "help-and-protection"): "inadequate",
        ("SIF", "looked-after-children"): "inadequate",
        ("SIF", "adoption"): "requires improvement",
        ("SIF", "care-leavers"): "inadequate",
        ("SIF", "leadership"): "inadequate",
    }


def test_no_overall_grade_is_given_from_april_2026() -> None:
    overall = [
        (each.grade, each.note)
        for records in load().records.values()
        for each in records
        if each.framework == "ILACS-2026" and each.area == "overall"
    ]

    assert overall == [(None, "no overall grade is given")] * 11


def test_an_inspection_begun_under_the_old_form_and_ended_in_the_time_of_the_new_keeps_the_old() -> None:
    seen = [each for each in load().of("South Tyneside") if each.inspected.last == Period.day(2023, 2, 15).last]

    assert {each.framework for each in seen} == {"ILACS-2018"}
    assert {each.area for each in seen} == {
        *("overall", "leadership", "help-and-protection", "children-in-care-and-care-leavers"),
    }


def test_every_printed_date_of_the_reports_is_read_and_lies_before_the_report() -> None:
    reports = outside("la_outcomes_parsed_from_ofsted_reports_2013_2026.csv")
    periods = [(written_period(row["inspection_dates"], day_first=True), row["published"]) for row in reports]

    assert len(periods) == 493
    for inspected, published in periods:
        assert inspected.before(Period.parse(published))
        assert (inspected.last - inspected.first).days <= 108
    assert Counter(inspected.precision for inspected, _ in periods) == {"range": 492, "day": 1}


def test_the_register_is_what_the_builder_makes_of_its_sources() -> None:
    made = built(
        outside("la_outcomes_parsed_from_ofsted_reports_2013_2026.csv"),
        outside("pre_sif_outcomes_from_sif_reports.csv"),
        table(ROOT / "tools" / "register" / "additions.csv"),
        table(FOLDER / "authorities.csv"),
    )

    assert made == (FOLDER / "2026.08.csv").read_bytes()


def test_every_overall_grade_of_the_reports_is_on_the_register(rows: list[dict[str, str]]) -> None:
    reports = outside("la_outcomes_parsed_from_ofsted_reports_2013_2026.csv")
    printed = Counter((row["source_url"], row["overall"]) for row in reports if row["framework"] != "LSCB-review")
    kept = Counter(
        (row["url"], row["grade"].removesuffix(" to be good"))
        for row in rows
        if row["area"] == "overall" and row["framework"].startswith(("SIF", "ILACS", "LAC")) and row["published"]
    )

    assert kept == printed
    assert sum(kept.values()) == 492


def test_a_published_table_of_others_says_the_same() -> None:
    others = {
        (row["inspection_link"], row["overall_effectiveness_grade"])
        for row in outside("published/ofsted_csc_ilacs_history.csv")
        if row["overall_effectiveness_grade"] in ("outstanding", "good", "requires improvement", "inadequate")
    }
    ours = {
        record.url: (record.grade or "").removesuffix(" to be good")
        for records in load().records.values()
        for record in records
        if record.framework.startswith("ILACS") and record.area == "overall"
    }
    shared = {(link, grade) for link, grade in others if link in ours}

    assert len(shared) > 250
    assert len({(link, grade) for link, grade in shared if ours[link] != grade}) <= 3


def test_a_version_is_pinned_or_the_newest_is_taken() -> None:
    assert [each.title for each in (load(DEFAULT), load(f"{DEFAULT}@2026.08"))] == [load().title] * 2


@pytest.mark.parametrize("name", ["ofsted-la", f"{DEFAULT}@1999.01", ""])
def test_an_unknown_id_is_refused_with_those_there_are(name: str) -> None:
    with pytest.raises(UnknownError) as refused:
        load(name)

    assert refused.value.near == tuple(each.name for each in available())


def test_a_path_that_leads_nowhere_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file; give the path of a CSV file, or an id"):
        load(str(tmp_path / "none.csv"))
    with pytest.raises(UnreadableError, match="cannot be read"):
        load(f"{tmp_path}/")


OWN = "authority,framework,area,inspected,published,grade\n"


def test_a_users_records_join_the_shipped_ones_under_the_name_they_share(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"{OWN}Hull City Council,FOCUSED,,2026-09,,\nDunmarsh Council,CPI,,2012,,good\n", encoding="utf-8")
    register = gather([str(path)])

    assert register.of("Kingston upon Hull") == (*load(str(path)).of("Hull"), *load().of("Hull"))
    assert register.of("Dunmarsh") == load(str(path)).of("Dunmarsh")
    assert register.of("Leeds") == load().of("Leeds")
    assert register.notes == load().notes


def test_a_record_that_both_hold_counts_once() -> None:
    own = parse(f"{OWN}Rotherham MBC,CPI,overall,2012-07-02,,adequate\n".encode(), "own.csv")

    assert merge([load(), own]).of("RMBC") == load().of("RMBC")


def test_a_shipped_register_named_by_the_user_is_not_joined_to_itself() -> None:
    assert gather([f"{DEFAULT}@2026.08"]).of("Leeds") == load().of("Leeds")
    assert gather([]).id == DEFAULT
