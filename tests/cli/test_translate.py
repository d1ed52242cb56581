"""`gradelint translate` answers an officer in sentences and a program in JSON, and refuses with exit code 1."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from gradelint import shipped
from tests.cli.running import Outcome, run

CPI_2012 = ("--vocabulary", "ofsted-childrens-services", "--inspected", "2012-07-02")


@pytest.fixture(autouse=True)
def _own_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("LOCALAPPDATA", str(cache))
    monkeypatch.setenv("COLUMNS", "100")


def answered(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, object]]:
    """The exit code and the JSON, which keeps to its schema."""
    seen = run(capsys, "translate", *arguments, "--format", "json")
    assert seen.err == ""
    answer = json.loads(seen.out)
    schema = json.loads((shipped.folder("schemas") / "translation.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(answer, schema, format_checker=jsonschema.FormatChecker())
    return seen.code, answer


@pytest.mark.parametrize(
    ("as_of", "reads_now"),
    [("2015-03-17", "requires improvement"), ("2026-11-23", "requires improvement to be good")],
)
def test_a_replaced_grade_reads_as_its_replacement_with_the_source(
    capsys: pytest.CaptureFixture[str], as_of: str, reads_now: str
) -> None:
    code, answer = answered(capsys, "adequate", *CPI_2012, "--as-of", as_of)
    assert code == 0
    assert (answer["reads_now"], answer["basis"], answer["rank"], answer["of"]) == (reads_now, "official", 3, 4)
    assert answer["sources"]


@pytest.mark.parametrize(
    ("arguments", "kind"),
    [
        (("requires improvement", "--inspected", "2010-07-19"), "anachronistic"),
        (("good", "--framework", "CRA", "--inspected", "2009-08-04"), "ungraded"),
        (("good", "--framework", "ILACS-2026", "--area", "overall", "--inspected", "2026-05-11"), "no-overall"),
        (("3",), "ambiguous"),
        (("adequate",), "ambiguous"),
        (("magnificent",), "unknown"),
    ],
)
def test_a_question_without_an_answer_exits_with_1_and_says_why(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], kind: str
) -> None:
    code, answer = answered(capsys, *arguments, "--as-of", "2026-11-23")
    assert (code, answer["refused"]) == (1, kind)
    seen = run(capsys, "translate", *arguments, "--as-of", "2026-11-23")
    assert seen.code == 1
    assert seen.out.startswith(f"No reading ({kind}): ")


def test_an_overall_grade_is_removed_where_none_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("adequate", "--framework", "CPI", "--area", "overall", *CPI_2012[2:], "--as-of", "2026-11-23")
    code, answer = answered(capsys, *asked)
    assert (code, answer["reads_now"], answer["basis"], answer["area"]) == (0, None, "removed", "overall")
    assert "'requires improvement to be good'" in str(answer["note"])


def test_an_officer_reads_what_it_was_what_it_reads_as_and_on_whose_word(capsys: pytest.CaptureFixture[str]) -> None:
    seen = run(capsys, "translate", "adequate", "--framework", "CPI", *CPI_2012, "--as-of", "2015-03-17")
    text = " ".join(seen.out.split())
    assert (seen.code, seen.err) == (0, "")
    assert text.startswith("'adequate' (CPI, inspected 2 July 2012) was the third of four grades, the best first.")
    assert "On 17 March 2015 it reads as 'requires improvement', on the inspectorate's own word (official)." in text
    assert "It says nothing of how the service was then" in text
    assert "Source: " in text
    assert "would have been" not in text
    assert max(len(line) for line in seen.out.splitlines() if "://" not in line) <= 100


def test_without_a_day_the_grade_is_read_today(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = answered(capsys, "requires improvement", "--framework", "SIF")
    assert (code, answer["reads_now"]) == (0, "requires improvement to be good")


@pytest.mark.parametrize("option", ["--framework", "--area", "--vocabulary"])
def test_a_name_that_stands_for_nothing_exits_with_2(capsys: pytest.CaptureFixture[str], option: str) -> None:
    seen = run(capsys, "translate", "good", option, "zzz")
    kind = option.removeprefix("--")
    assert seen == Outcome(2, "", f"gradelint: error: no {kind} called 'zzz'\n")


def test_the_schema_turns_away_what_is_no_answer() -> None:
    schema = json.loads((shipped.folder("schemas") / "translation.schema.json").read_text(encoding="utf-8"))
    for broken in ({}, {"grade": "good"}, {"refused": "maybe"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, schema)
