"""The command line finds its commands by their files, imports the one it needs, and says in one line what is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import gradelint.cli
from gradelint import __version__
from gradelint.cli import commands
from gradelint.cli.options import cache_folder
from gradelint.cli.screen import one_line, printable
from tests.cli.running import Outcome, run

HAS_HOME = pytest.mark.skipif(sys.platform == "win32", reason="needs a home named by HOME")


def test_every_module_of_the_folder_is_a_command_with_a_line_of_help(capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(gradelint.cli.__file__).parent
    files = {each.stem for each in folder.glob("*.py")} - {"__init__", "options", "screen"}
    seen = run(capsys, "--help")
    listed = dict(line.split(maxsplit=1) for line in seen.out.partition("Commands:\n")[2].splitlines())
    assert files == set(listed) == set(commands())
    assert files >= {"translate", "vocab", "explain", "rules"}
    assert seen.code == 0


def test_a_command_does_not_import_another() -> None:
    code = (
        "import sys; from gradelint.cli import program; program(['rules']);"
        "print(sorted(each for each in sys.modules if each.startswith('gradelint.cli.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['gradelint.cli.options', 'gradelint.cli.rules', 'gradelint.cli.screen']"


def test_the_version_is_the_package_s(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--version") == Outcome(0, f"gradelint {__version__}\n", "")


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "gradelint", "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, f"gradelint {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("no-such-command",), "No such command 'no-such-command'"),
        (("translate",), "Missing argument 'GRADE'"),
        (("translate", "x", "--inspected", "10/08/2012"), "write 2012-08-10, 2012-08 or 2012"),
        (("translate", "x", "--as-of", "2012"), "'2012' is not one day; write 2012-08-10"),
        (("translate", "x", "--inspected", "2014", "--as-of", "2013-01-01"), "a grade is only read forward"),
    ],
)
def test_a_wrong_use_exits_with_2_and_says_what_is_right(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    seen = run(capsys, *arguments)
    assert (seen.code, seen.out) == (2, "")
    assert said in seen.err


def test_what_the_user_can_put_right_is_one_line_without_control_characters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen = run(capsys, "translate", "x", "--vocabulary", "\x1b[2Jof\nsted")
    assert seen.code == 2
    assert seen.err.splitlines() == [seen.err.rstrip("\n")]
    assert seen.err.startswith("gradelint: error: no vocabulary called ")
    assert "\x1b" not in seen.err


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “text”\n\tand lines", "plain – “text”\n\tand lines"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("back\rwards\x9b", "back\\x0dwards\\x9b"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("name\udce9", "name\\udce9"),
    ],
)
def test_what_could_mislead_a_screen_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_line_stays_one_line() -> None:
    assert one_line("a\nb\tc\r") == "a\\nb\\tc\\x0d"


@HAS_HOME
def test_the_cache_lies_where_the_machine_keeps_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert cache_folder() == str(tmp_path / ".cache" / "gradelint")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    assert cache_folder() == str(tmp_path / "elsewhere" / "gradelint")


@HAS_HOME
def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))
    assert cache_folder() is None
