"""`gradelint vocab` lists and shows what is shipped, and checks a file with every fault and every example."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gradelint.vocabulary import available, load
from tests.cli.running import Outcome, run

CHILDREN = "ofsted-childrens-services"


@pytest.fixture(autouse=True)
def _own_cache(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("LOCALAPPDATA", str(cache))
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def shipped_file() -> Path:
    """The file of the shipped vocabulary."""
    return next(each.path for each in available() if each.id == CHILDREN)


def test_every_shipped_vocabulary_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    editions = available()
    assert editions
    seen = run(capsys, "vocab", "list")
    assert (seen.code, seen.err) == (0, "")
    assert [line.split()[0] for line in seen.out.splitlines()] == [each.name for each in editions]
    listed = json.loads(run(capsys, "vocab", "list", "--format", "json").out)
    assert [(each["id"], each["version"]) for each in listed] == [(each.id, each.version) for each in editions]


def test_a_vocabulary_is_shown_with_what_each_grade_reads_as_now(capsys: pytest.CaptureFixture[str]) -> None:
    seen = run(capsys, "vocab", "show", CHILDREN, "--as-of", "2026-11-23", "--format", "json")
    shown = json.loads(seen.out)
    vocabulary = load(CHILDREN, None)
    assert [each["code"] for each in shown["frameworks"]] == [each.code for each in vocabulary.frameworks]
    cpi = next(each for each in shown["frameworks"] if each["code"] == "CPI")
    grades = {grade["label"]: (grade["reads_now"], grade["basis"]) for grade in cpi["scales"][0]["grades"]}
    assert grades["adequate"] == ("requires improvement to be good", "official")


def test_a_vocabulary_is_shown_for_reading(capsys: pytest.CaptureFixture[str]) -> None:
    vocabulary = load(CHILDREN, None)
    seen = run(capsys, "vocab", "show", f"{CHILDREN}@{vocabulary.version}", "--as-of", "2026-11-23")
    assert seen.code == 0
    assert seen.out.startswith(f"{CHILDREN}@{vocabulary.version}: {vocabulary.title}\n")
    assert "3. adequate (3): reads now as 'requires improvement to be good' (official)\n" in seen.out
    for framework in vocabulary.frameworks:
        assert f"\n{framework.code}: " in seen.out


def test_a_sound_file_has_no_faults(capsys: pytest.CaptureFixture[str], shipped_file: Path) -> None:
    assert run(capsys, "vocab", "check", str(shipped_file)) == Outcome(0, "", "Found 0 faults in 1 file.\n")


def test_every_fault_is_a_line_with_its_place(
    capsys: pytest.CaptureFixture[str], shipped_file: Path, tmp_path: Path
) -> None:
    text = shipped_file.read_text(encoding="utf-8")
    assert text.count("basis: official") > 1
    broken = tmp_path / "broken.yaml"
    broken.write_text(text.replace("basis: official", "basis: offical"), encoding="utf-8")
    seen = run(capsys, "vocab", "check", str(broken))
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "basis: official" in line]
    assert seen.code == 2
    faulty = {int(line.removeprefix(f"{broken}:").split(":")[0]) for line in seen.out.splitlines()}
    assert faulty == set(lines)
    assert "official" in seen.out


def test_an_example_that_the_translator_does_not_bear_out_is_a_fault(
    capsys: pytest.CaptureFixture[str], shipped_file: Path, tmp_path: Path
) -> None:
    text = shipped_file.read_text(encoding="utf-8")
    head, mark, tail = text.partition("\nexamples:")
    assert mark
    assert "reads_now: requires improvement to be good" in tail
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(
        head + mark + tail.replace("reads_now: requires improvement to be good", "reads_now: good", 1), encoding="utf-8"
    )
    seen = run(capsys, "vocab", "check", str(wrong))
    assert seen.code == 2
    assert seen.out.startswith(f"{wrong}: examples[")
    assert "reads now as 'requires improvement to be good'" in seen.out


def test_a_missing_file_is_a_fault_and_the_others_are_still_checked(
    capsys: pytest.CaptureFixture[str], shipped_file: Path, tmp_path: Path
) -> None:
    seen = run(capsys, "vocab", "check", str(tmp_path / "none.yaml"), str(shipped_file))
    assert (seen.code, seen.err) == (2, "Found 1 fault in 2 files.\n")
    assert seen.out.startswith(f"{tmp_path / 'none.yaml'}: ")
