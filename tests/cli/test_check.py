"""`gradelint check` from the user's side: what is printed where, and with which exit code it ends."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from gradelint.shipped import folder
from tests.cli.running import Outcome, run
from tests.conftest import ROOT, Run

ERROR = "In May 2026 Ofsted inspected children's services in Harrowmere and gave an overall judgement of good.\n"
REMARK = "Ofsted's inspection of August 2012 judged child protection in Harrowmere adequate.\n"
CLEAN = "The car park is adequate for forty cars.\n"
MENTIONED = "(1 grade mention: 1 resolved, 0 unresolved)"
ON = ("--as-of", "2026-11-23")
FOUND = "1:30: error GL306 an overall grade, 'good', is given for Ofsted ILACS-2026, May 2026, which has none\n"


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own to work in, with a paper of each kind."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("LOCALAPPDATA", str(cache))
    monkeypatch.chdir(tmp_path)
    for name, text in (("error.md", ERROR), ("remark.md", REMARK), ("clean.md", CLEAN)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    (tmp_path / "sound").mkdir()
    (tmp_path / "sound" / "clean.txt").write_text(CLEAN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("clean.md",), 0),
        (("error.md",), 1),
        (("error.md", "--exit-zero"), 0),
        (("error.md", "--fail-on", "error"), 1),
        (("error.md", "--ignore", "GL306"), 0),
        (("error.md", "--ignore", "gl3"), 0),
        (("error.md", "--ignore", "invented-overall"), 0),
        (("error.md", "--ignore", "GL1,GL2"), 1),
        (("error.md", "--select", "GL1", "--select", "invented_overall"), 1),
        (("error.md", "--select", "GL2"), 0),
        (("remark.md",), 0),
        (("remark.md", "--fail-on", "info"), 1),
        (("remark.md", "--fail-on", "info", "--exit-zero"), 0),
        (("clean.md", "error.md"), 1),
        (("gone.md",), 2),
        (("gone.md", "error.md"), 2),
        (("gone.md", "error.md", "--exit-zero"), 2),
        (("clean.md", "no-such.md"), 2),
        (("clean.md", "sound"), 0),
    ],
)
def test_the_exit_code_is_2_for_what_is_unread_then_1_for_findings_then_0(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], code: int
) -> None:
    assert run(capsys, "check", *arguments).code == code


def test_findings_go_to_standard_output_and_what_was_covered_to_standard_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(capsys, "check", "error.md", "clean.md", "--format", "concise", *ON) == Outcome(
        1, f"error.md:{FOUND}", f"Found 1 error in 2 files {MENTIONED}.\n"
    )


def test_findings_are_printed_even_when_another_file_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "gone.md", "error.md", "--format", "concise", *ON) == Outcome(
        2,
        f"error.md:{FOUND}",
        "gradelint: error: gone.md: a link to a file that is not there; mend the link or give the file\n"
        f"Found 1 error in 1 file {MENTIONED}. 1 file could not be read.\n",
    )


def test_a_folder_is_searched(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    (desk / "gone.md").unlink()
    seen = run(capsys, "check", ".", "--format", "concise", "--select", "GL306", *ON)
    assert seen == Outcome(
        1, f"error.md:{FOUND}", "Found 1 error in 4 files (2 grade mentions: 2 resolved, 0 unresolved).\n"
    )


def test_an_empty_folder_is_no_all_clear_without_a_word(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    (desk / "sound" / "clean.txt").rename(desk / "sound" / "clean.xyz")
    seen = run(capsys, "check", "sound")
    assert (seen.code, seen.out) == (0, "")
    assert seen.err.startswith("gradelint: notice: sound: no paper in this folder; the types read are .docm, .docx, ")
    assert seen.err.endswith("\nFound nothing in 0 files (0 grade mentions).\n")


def test_a_named_file_of_an_unknown_type_is_refused(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    (desk / "paper.xyz").write_text(ERROR, encoding="utf-8")
    seen = run(capsys, "check", "paper.xyz")
    assert (seen.code, seen.out) == (2, "")
    assert seen.err.startswith("gradelint: error: paper.xyz: unknown file type '.xyz'; ")
    assert seen.err.endswith("\nFound nothing in 0 files (0 grade mentions). 1 file could not be read.\n")


def test_a_file_that_is_too_big_does_not_stop_the_others(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    with (desk / "big.md").open("wb") as file:
        file.truncate(5 * 2**30)
    assert run(capsys, "check", "big.md", "error.md", "--format", "concise", *ON) == Outcome(
        2,
        f"error.md:{FOUND}",
        "gradelint: error: big.md: larger than 64 MiB; split it, or save it without its pictures\n"
        f"Found 1 error in 1 file {MENTIONED}. 1 file could not be read.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Missing argument 'PATH...'"),
        (("clean.md", "--format", "ful"), "'ful' is not one of 'full', 'concise', 'json', 'jsonl'"),
        (("clean.md", "--date", "2012-13"), "not a date: '2012-13'"),
        (("clean.md", "--as-of", "2012"), "'2012' is not one day"),
        (("clean.md", "--select", "GL9"), "no rule called 'GL9'"),
        (("clean.md", "--ignore", "invented-overal"), "did you mean 'invented-overall'?"),
        (("clean.md", "--select", "GL306", "--ignore", "GL3"), "no rule is left"),
        (("clean.md", "--vocabulary", "ofsted-childrens-servces"), "did you mean 'ofsted-childrens-services"),
        (("clean.md", "--register", "nowhere.csv"), "nowhere.csv: no such file"),
        (("clean.md", "--stdin-filename", "x.md"), "--stdin-filename goes with -"),
        (("clean.md", "-o", "clean.md"), "clean.md: would be replaced by its own report"),
        (("clean.md", "-o", "no/such/folder.txt"), "no/such/folder.txt: cannot be written"),
    ],
)
def test_a_wrong_use_ends_with_2_and_a_remedy(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str, desk: Path
) -> None:
    seen = run(capsys, "check", *arguments)
    assert (seen.code, seen.out) == (2, "")
    assert said in seen.err
    assert "Found" not in seen.err
    assert (desk / "clean.md").read_text(encoding="utf-8") == CLEAN


def test_standard_input_is_read_under_the_name_that_is_given(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("notes.md", None):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ERROR.encode())))
        called = ("--stdin-filename", name) if name else ()
        seen = run(capsys, "check", "-", *called, "--format", "concise", *ON)
        assert seen == Outcome(1, f"{name or 'stdin.txt'}:{FOUND}", f"Found 1 error in 1 file {MENTIONED}.\n")


def test_standard_input_of_a_type_that_cannot_be_read_is_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")))
    seen = run(capsys, "check", "-")
    assert (seen.code, seen.out) == (2, "")
    assert seen.err.startswith("gradelint: error: stdin.txt: ")


@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl"])
def test_a_report_can_go_to_a_file(capsys: pytest.CaptureFixture[str], desk: Path, form: str) -> None:
    printed = run(capsys, "check", "error.md", "--format", form, *ON)
    (desk / "report.txt").write_text("before", encoding="utf-8")
    seen = run(capsys, "check", "error.md", "--format", form, *ON, "-o", "report.txt")
    assert seen == printed._replace(out="")
    assert (desk / "report.txt").read_text(encoding="utf-8") == printed.out
    assert [each.name for each in desk.glob("report*")] == ["report.txt"]


def test_a_report_in_the_folder_that_is_checked_is_not_checked(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    outcomes = [run(capsys, "check", "sound", "-o", "sound/report.txt") for _ in range(2)]
    assert outcomes == [Outcome(0, "", "Found nothing in 1 file (0 grade mentions).\n")] * 2


def test_every_line_for_programs_is_as_the_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    text = (folder("schemas") / "findings.schema.json").read_text(encoding="utf-8")
    schema = jsonschema.Draft202012Validator(json.loads(text))
    lines = run(capsys, "check", "error.md", "remark.md", "--format", "jsonl", *ON).out.splitlines()
    assert [json.loads(line)["code"] for line in lines] == ["GL306", "GL205"]
    for line in [*lines, run(capsys, "check", ".", "--format", "json", *ON).out]:
        schema.validate(json.loads(line))


def test_the_same_papers_give_the_same_report(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (run(capsys, "check", ".", "--format", "json", "--no-cache", *ON) for _ in range(2))
    assert first == second
    assert json.loads(first.out)["coverage"]["files"] == 4


def test_the_authority_and_the_date_can_be_given(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--authority", "Harrowmere Borough Council", "--date", "2012-09-01")
    data = json.loads(run(capsys, "check", "remark.md", "--format", "json", *options).out)
    assert data["findings"] == []
    assert [(each["authority"], each["date"]) for each in data["files"]] == [
        ("Harrowmere Borough Council", "2012-09-01")
    ]


def test_a_register_of_one_s_own_is_joined_to_the_shipped_one(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--register", str(ROOT / "examples" / "register.csv"), "--format", "json")
    register = json.loads(run(capsys, "check", "clean.md", *options).out)["register"]
    assert "ofsted-la-childrens-services" in register
    assert "register" in register.split(" + ")[1]


def test_only_the_vocabularies_that_are_named_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    name = "ofsted-childrens-services@2026.11"
    data = json.loads(run(capsys, "check", "clean.md", "--vocabulary", name, "--format", "json").out)
    assert data["vocabularies"] == [name]


@pytest.mark.skipif(sys.platform == "win32", reason="needs names that Windows forbids")
@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl"])
@pytest.mark.parametrize(
    "name",
    [b"new\nline.md", b"\x1b[31mred.md", "\u202egpj.md".encode(), b"bad-\xff-utf8.md", b"tab\there.md", b"--fix.md"],
)
def test_an_odd_name_is_printed_as_plain_letters(gradelint: Run, desk: Path, name: bytes, form: str) -> None:
    path = os.fsdecode(os.path.join(os.fsencode(desk), name))
    Path(path).write_text(ERROR, encoding="utf-8")
    done = gradelint("check", path, "--format", form, path=ROOT)
    assert done.returncode == 1, done.stderr
    printed = done.stdout.replace("\n", "")
    assert printed.isprintable()
    assert "GL306" in printed
    if form == "concise":
        assert len(done.stdout.splitlines()) == 1
    if form == "jsonl":
        assert json.loads(done.stdout)["path"] == path


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with pipes that close")
def test_a_reader_that_goes_away_is_no_error(desk: Path) -> None:
    (desk / "many.md").write_text("\n".join([ERROR] * 200), encoding="utf-8")
    command = [sys.executable, "-m", "gradelint", "check", "many.md", "--format", "jsonl"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=desk, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
    assert "Traceback" not in said
    assert "Error" not in said


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_full_disk_is_said_in_one_line(desk: Path) -> None:
    command = [sys.executable, "-m", "gradelint", "check", "error.md"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with open("/dev/full", "w", encoding="utf-8") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=desk, env=environment, check=False
        )
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        "gradelint: error: standard output cannot be written (No space left on device); use -o FILE"
    )
    assert "Traceback" not in done.stderr


def test_a_terminal_gets_colours_and_a_file_none(capsys: pytest.CaptureFixture[str], desk: Path) -> None:
    assert "\x1b" not in run(capsys, "check", "error.md").out
    run(capsys, "check", "error.md", "-o", "report.txt")
    assert "\x1b" not in (desk / "report.txt").read_text(encoding="utf-8")
