"""The report on its way out: a bar on long runs at a terminal, and files that are whole or not there."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from gradelint.cli.checking.output import colours, watched, write
from gradelint.errors import UnreadableError


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Always."""
        return True


def test_a_short_run_shows_no_bar() -> None:
    with redirect_stderr(Terminal()) as terminal:
        assert list(watched(range(20))) == list(range(20))
    assert terminal.getvalue() == ""


def test_a_run_of_many_files_shows_a_bar_that_reaches_the_end() -> None:
    with redirect_stderr(Terminal()) as terminal:
        assert list(watched(range(51))) == list(range(51))
    assert "Checking" in terminal.getvalue()
    assert "100%" in terminal.getvalue()


def test_a_run_that_takes_long_shows_a_bar() -> None:
    seconds = map(float, range(100))
    with redirect_stderr(Terminal()) as terminal:
        assert list(watched(range(4), lambda: next(seconds))) == list(range(4))
    assert "100%" in terminal.getvalue()


def test_a_run_that_is_broken_off_brings_the_cursor_back() -> None:
    with redirect_stderr(Terminal()) as terminal:
        run = watched(range(60))
        assert [next(run), next(run)] == [0, 1]
        del run
    assert terminal.getvalue().endswith("\x1b[?25h\n")


def test_no_bar_is_shown_where_standard_error_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(watched(range(60))) == list(range(60))
    assert capsys.readouterr() == ("", "")


def test_colours_are_for_a_terminal_whose_user_wants_them(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    assert not colours()
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert colours()
    monkeypatch.setenv("TERM", "dumb")
    assert not colours()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colours()


def test_the_report_is_printed_after_the_bar_on_the_same_screen() -> None:
    terminal = Terminal()
    with redirect_stderr(terminal), redirect_stdout(terminal):
        write((f"finding {number}\n" for number in watched(range(60))), None, False)
    assert terminal.getvalue().index("100%") < terminal.getvalue().index("finding 0")
    assert terminal.getvalue().endswith("finding 58\nfinding 59\n")


def test_a_file_keeps_what_it_held_until_the_report_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("before", encoding="utf-8")
    file.chmod(0o640)

    def broken() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(broken(), str(file), False)
    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.iterdir()] == [("report.txt", "before")]
    write(["whole ", "\udcff\n"], str(file), False)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("report.txt", b"whole \\udcff\n")]
    assert sys.platform == "win32" or file.stat().st_mode & 0o777 == 0o640


def test_a_link_to_a_report_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to("report.txt")
    write(["words\n"], str(tmp_path / "link.txt"), False)
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "words\n"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device")
def test_a_device_is_written_to_and_not_replaced() -> None:
    write(["words\n"], "/dev/null", False)
    assert Path("/dev/null").is_char_device()


def test_a_report_that_cannot_be_put_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be written"):
        write(["words\n"], str(tmp_path), False)
