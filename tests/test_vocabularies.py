"""Every vocabulary and language on disk: it is sound, its examples come true, and it is where its name says."""

from __future__ import annotations

from pathlib import Path

import pytest

from gradelint.model import Basis, Framework, Period, Vocabulary
from gradelint.model.translation import Refusal, translate
from gradelint.vocabulary import Edition, Example, available, examples, languages, load, parse, parse_language
from tests.conftest import ROOT

FILES = sorted((ROOT / "vocabularies").rglob("*.y*ml"))
EXAMPLES = [(each, one) for each in available() for one in examples(each.path.read_bytes(), str(each.path))]


@pytest.fixture(scope="module")
def childrens_services() -> Vocabulary:
    """The vocabulary this program was made for, as parsed from its file."""
    return load("ofsted-childrens-services@2026.11", None)


def test_every_file_on_disk_is_an_edition() -> None:
    assert FILES
    assert sorted(edition.path for edition in (*available(), *languages())) == FILES


@pytest.mark.parametrize("edition", available(), ids=lambda edition: edition.name)
def test_a_vocabulary_is_sound_and_is_what_its_path_says(edition: Edition) -> None:
    found = parse(edition.path.read_bytes(), str(edition.path))

    assert (found.id, found.version) == (edition.id, edition.version)


@pytest.mark.parametrize("edition", languages(), ids=lambda edition: edition.name)
def test_a_language_is_sound_and_is_what_its_path_says(edition: Edition) -> None:
    found = parse_language(edition.path.read_bytes(), str(edition.path))

    assert (found.id, found.version) == (edition.id, edition.version)


@pytest.mark.parametrize("edition", available(), ids=lambda edition: edition.name)
def test_what_changed_in_a_version_is_told(edition: Edition) -> None:
    told = (edition.path.parent / "CHANGELOG.md").read_text(encoding="utf-8")

    assert f"## {edition.version}\n" in told


def _said(edition: Edition, example: Example) -> str:
    where = " ".join(word for word in (example.framework, example.area) if word)
    return f"{edition.id}: {example.grade} {where} {example.inspected} as of {example.as_of}"


def test_every_vocabulary_has_examples() -> None:
    assert {edition for edition, _ in EXAMPLES} == set(available())


@pytest.mark.parametrize(("edition", "example"), EXAMPLES, ids=[_said(*each) for each in EXAMPLES])
def test_an_example_comes_true(edition: Edition, example: Example, cache: Path) -> None:
    answer = translate(
        (load(edition.name, cache),),
        example.grade,
        framework=example.framework,
        area=example.area,
        inspected=example.inspected,
        as_of=example.as_of.last,
    )

    if isinstance(answer, Refusal):
        assert (answer.refused.value, example.basis) == (example.refused, None)
    else:
        assert (answer.reads_now, answer.basis, "") == (example.reads_now, example.basis, example.refused)


@pytest.mark.parametrize("edition", available(), ids=lambda edition: edition.name)
def test_every_reading_names_a_source_and_says_what_it_does_not_say(edition: Edition) -> None:
    found = load(edition.name, None)

    graded = [each.body for each in found.frameworks if each.scales]
    assert found.equivalences or len(set(graded)) == len(graded)
    for each in found.equivalences:
        assert len(found.cite(each.sources)) == len(each.sources) > 0
        assert len(each.note) > 20


def test_there_are_the_twenty_frameworks_and_the_planned_one_only_as_a_note(childrens_services: Vocabulary) -> None:
    codes = "FOSTERING-ADOPTION STARS APA JAR CRA SLAC CSA CPI LAC-2013 SIF LSCB JTAI TARGETED SEND-2016 MONITORING"
    codes += " ILACS-2018 FOCUSED SEND-2023 ILACS-2023 ILACS-2026"

    assert [each.code for each in childrens_services.frameworks] == codes.split()
    assert any("2027" in note for note in childrens_services.notes)


def test_adequate_was_the_third_of_four_and_only_met_minimum_requirements(childrens_services: Vocabulary) -> None:
    framework = _framework(childrens_services, "CPI")
    grade = framework.grade("Adequate")

    assert grade is not None
    assert (grade.rank, framework.scale_of(grade).size, grade.code) == (3, 4, 3)
    assert grade.definition == "A service that only meets minimum requirements."
    assert childrens_services.cite(grade.sources)[0].date == "2015-03-17"


def test_numbers_run_one_way_before_2009_and_the_other_after(childrens_services: Vocabulary) -> None:
    directions = {each.code: each.scales[0].direction for each in childrens_services.frameworks if each.scales}

    assert {code for code, way in directions.items() if way == "high-is-best"} == {"STARS", "APA", "JAR", "CSA"}
    assert {code for code, way in directions.items() if way == "low-is-best"} == {"SLAC", "CPI", "LAC-2013"}


@pytest.mark.parametrize(
    ("day", "graded"),
    [
        ("2007-05", {"FOSTERING-ADOPTION", "APA", "JAR"}),
        ("2010-07-19", {"FOSTERING-ADOPTION", "SLAC", "CSA"}),
        ("2012-07-02", {"FOSTERING-ADOPTION", "SLAC", "CPI"}),
        ("2013-07-10", {"FOSTERING-ADOPTION", "CPI", "LAC-2013"}),
        ("2014-09-16", {"SIF", "LSCB"}),
        ("2018-03", {"SIF", "ILACS-2018"}),
        ("2023-01-10", {"ILACS-2023"}),
        ("2026-03-20", {"ILACS-2023"}),
        ("2026-04-27", {"ILACS-2026"}),
    ],
)
def test_a_day_finds_the_graded_frameworks_of_its_time(
    childrens_services: Vocabulary, day: str, graded: set[str]
) -> None:
    found = childrens_services.in_force(Period.parse(day))

    assert {each.code for each in found if each.graded} == graded


def test_papers_that_write_ilacs_mean_any_of_the_three(childrens_services: Vocabulary) -> None:
    assert childrens_services.framework("ILACS") is None
    assert [each.code for each in childrens_services.frameworks if "ILACS" in each.aliases] == [
        "ILACS-2018",
        "ILACS-2023",
        "ILACS-2026",
    ]


def test_a_slac_has_two_strands_with_a_grade_each_and_no_whole(childrens_services: Vocabulary) -> None:
    framework = _framework(childrens_services, "SLAC")

    assert not framework.overall
    assert [area.id for area in framework.areas if area.role == "strand"] == ["safeguarding", "looked-after-children"]


def test_whose_grade_it_is_is_known(childrens_services: Vocabulary) -> None:
    bodies = {each.code: each.body for each in childrens_services.frameworks if each.body != "council"}

    assert bodies == {
        "FOSTERING-ADOPTION": "agency",
        "LSCB": "board",
        "JTAI": "partnership",
        "SEND-2016": "partnership",
        "SEND-2023": "partnership",
    }


def test_the_overall_grade_is_removed_and_the_judgements_go_on(childrens_services: Vocabulary) -> None:
    last = [each for each in childrens_services.equivalences if each.to_framework == "ilacs-2026"]

    assert {(each.area, each.label, each.to_label, each.basis) for each in last} == {
        ("", "outstanding", "outstanding", Basis.OFFICIAL),
        ("", "good", "good", Basis.OFFICIAL),
        ("", "requires improvement to be good", "requires improvement to be good", Basis.OFFICIAL),
        ("", "inadequate", "inadequate", Basis.OFFICIAL),
        ("overall", "*", None, Basis.REMOVED),
    }


def test_nothing_that_the_facts_mark_low_is_in_it(childrens_services: Vocabulary) -> None:
    words = (ROOT / "vocabularies" / "ofsted-childrens-services" / "2026.11.yaml").read_text(encoding="utf-8")

    assert "general knowledge" not in words
    assert "unverified" not in words
    for code, label in (("APA", "adequate"), ("CSA", "performs well"), ("ILACS-2018", "inadequate")):
        grade = _framework(childrens_services, code).grade(label)
        assert grade is not None
        assert grade.definition == ""


def _framework(vocabulary: Vocabulary, code: str) -> Framework:
    found = vocabulary.framework(code)
    assert found is not None
    return found


def test_the_schemas_are_schemas() -> None:
    import json

    from jsonschema import Draft202012Validator

    for name in ("vocabulary", "language"):
        schema = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
