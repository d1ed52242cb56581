"""Paths to papers, and papers to bytes: nothing waits, nothing is read twice, nothing is left out in silence."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from gradelint.cli.checking import disk
from gradelint.cli.checking.files import Paper, empty_folders, papers
from gradelint.errors import UnreadableError

SUFFIXES = frozenset((".md", ".txt", ".docx"))
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs the files of a Unix machine")
NOBODY = 65534


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """A test that waits for a pipe is ended."""
    signal.alarm(20)
    yield
    signal.alarm(0)


def put(*names: str, text: str = "words\n") -> None:
    """Files with these names, and the folders they need."""
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def names(*paths: str) -> list[str]:
    """The names of the papers found, in order; none may be at fault."""
    found = papers(paths, SUFFIXES)
    assert [each.error for each in found if each.error] == []
    return [each.path for each in found]


def reason(path: str) -> str:
    """Why a path could not be read, however it is come by: by name or in the folder."""
    (named,) = papers([path], SUFFIXES)
    (found,) = (each for each in papers(["."], SUFFIXES) if each.path == path)
    assert named.error == found.error
    return named.error


def test_a_folder_gives_its_papers_sorted_and_those_of_its_folders_after() -> None:
    put("b.md", "a.txt", "C.DOCX", "sub/x.md", "sub/deep/y.md", "a/z.md", "notes.xyz", "none")
    assert names(".") == ["C.DOCX", "a.txt", "b.md", "a/z.md", "sub/x.md", "sub/deep/y.md"]
    assert names("sub", "a") == ["sub/x.md", "sub/deep/y.md", "a/z.md"]


def test_hidden_folders_and_what_programs_leave_behind_are_not_searched_unless_named() -> None:
    put(".git/a.md", ".venv/b.md", "node_modules/c.md", "__pycache__/d.md", "~$paper.docx", "._paper.docx", ".kept.md")
    assert names(".") == [".kept.md"]
    assert names(".git", "~$paper.docx") == [".git/a.md", "~$paper.docx"]


def test_every_file_comes_once_and_by_its_own_name() -> None:
    put("real.md", "sub/other.md")
    Path("link.md").symlink_to("real.md")
    Path("sub/up.md").symlink_to("../real.md")
    assert names(".") == ["real.md", "sub/other.md"]
    assert names("sub", ".", "real.md", "sub/other.md") == ["sub/other.md", "real.md"]
    assert names("link.md") == ["link.md"]


def test_a_link_to_a_file_elsewhere_is_followed() -> None:
    put("elsewhere/paper.md", "here/x.md")
    Path("here/link.md").symlink_to("../elsewhere/paper.md")
    assert names("here") == ["here/x.md", "here/link.md"] or names("here") == ["here/link.md", "here/x.md"]


def test_links_to_folders_are_followed_only_when_named() -> None:
    put("folder/sub/x.md")
    Path("folder/sub/up").symlink_to("..")
    Path("folder/up.md").symlink_to("..")
    Path("to").symlink_to("folder")
    assert names("folder") == ["folder/sub/x.md"]
    assert names("to") == ["to/sub/x.md"]


def test_a_folder_with_the_name_of_a_paper_is_searched() -> None:
    put("folder.docx/x.md")
    assert names(".") == ["folder.docx/x.md"]


def test_a_named_file_is_taken_whatever_its_ending() -> None:
    put("paper.xyz")
    assert names("paper.xyz") == ["paper.xyz"]


def test_a_report_is_left_out() -> None:
    put("a.md", "report.md")
    assert [each.path for each in papers(["."], SUFFIXES, os.path.realpath("report.md"))] == ["a.md"]


def test_standard_input_is_taken_once() -> None:
    assert papers(["-", "-"], SUFFIXES) == [Paper("-", "-")]


def test_folders_deeper_than_a_recursion_can_go_are_searched() -> None:
    deep = ""
    for _ in range(1001):
        deep = os.path.join(deep, "d")
        os.mkdir(deep)
    put(f"{deep}/x.md")
    found = names("d")
    os.unlink(f"{deep}/x.md")
    os.removedirs(deep)
    assert found == [f"{deep}/x.md"]


def test_what_is_not_there_is_said_so() -> None:
    Path("gone.md").symlink_to("nowhere")
    assert papers(["no.md"], SUFFIXES)[0].error == "no.md: no such file or folder; check its name"
    assert reason("gone.md") == "gone.md: a link to a file that is not there; mend the link or give the file"


def test_links_in_a_circle_are_said_so() -> None:
    Path("a.md").symlink_to("b.md")
    Path("b.md").symlink_to("a.md")
    Path("self.md").symlink_to("self.md")
    assert {reason(name).partition(": ")[2] for name in ("a.md", "b.md", "self.md")} == {
        "a link that leads back to itself; put the file in its place"
    }


def test_a_pipe_and_a_socket_are_no_files_and_are_not_waited_for() -> None:
    os.mkfifo("pipe.md")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("socket.md")
    remedy = "not a file; give a file, or `-` for standard input"
    assert reason("pipe.md") == f"pipe.md: a named pipe, {remedy}"
    assert reason("socket.md") == f"socket.md: a socket, {remedy}"
    assert papers(["/dev/null"], SUFFIXES)[0].error == f"/dev/null: a device, {remedy}"
    for name in ("pipe.md", "socket.md", "/dev/null", "."):
        with pytest.raises(UnreadableError, match="not a file"):
            disk.contents(name)


def test_a_name_too_long_for_the_machine_is_said_so() -> None:
    assert "a name too long for this machine" in papers([f"{'a' * 5000}.md"], SUFFIXES)[0].error


@contextmanager
def not_as_root() -> Iterator[None]:
    """Root may read everything: be nobody for a while."""
    mine = os.geteuid()
    os.seteuid(mine or NOBODY)
    try:
        yield
    finally:
        os.seteuid(mine)


def test_what_may_not_be_read_is_said_so(desk: Path) -> None:
    put("file.md", "folder/x.md", "listed/y.md")
    desk.chmod(0o755)
    for name, mode in (("file.md", 0), ("folder", 0), ("listed", 0o444)):
        Path(name).chmod(mode)
    with not_as_root():
        found = papers(["."], SUFFIXES)
        with pytest.raises(UnreadableError) as refused:
            disk.contents("file.md")
    for name in ("folder", "listed"):
        Path(name).chmod(0o755)
    denied = "permission denied; ask to be let in, or check a copy"
    assert [each.error for each in found] == ["", f"folder: {denied}", f"listed/y.md: {denied}"]
    assert str(refused.value) == f"file.md: {denied}"


def test_the_contents_are_the_bytes_of_the_file() -> None:
    put("a.md", text="words\r\n\0")
    put("empty.md", text="")
    assert [disk.contents("a.md"), disk.contents("empty.md")] == [b"words\r\n\0", b""]


def test_a_file_that_is_too_big_is_refused_before_it_is_read() -> None:
    with open("big.md", "wb") as file:
        file.truncate(5 * 2**30)
    with pytest.raises(UnreadableError) as refused:
        disk.contents("big.md")
    assert str(refused.value) == "big.md: larger than 64 MiB; split it, or save it without its pictures"


def test_standard_input_that_is_too_big_is_refused() -> None:
    code = (
        "from gradelint.cli.checking import disk\n"
        "disk.LIMIT = 1000\n"
        "try:\n    print(len(disk.standard_input('-')))\n"
        "except Exception as error:\n    print(error)"
    )
    root = Path(disk.__file__).parents[3]

    def said(size: int) -> str:
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, input=b"x" * size, capture_output=True, cwd=root, check=True)
        return done.stdout.decode().strip()

    assert [said(1000), said(1001)[:16]] == ["1000", "-: larger than 0"]


def test_a_folder_without_papers_is_told_apart_from_one_that_has_some() -> None:
    put("full/sub/x.md", "empty/x.xyz", "broken/y.md")
    Path("broken/y.md").unlink()
    Path("broken/y.md").symlink_to("nowhere")
    paths = ["full", "empty", "broken", "./full/sub", "full/sub/x.md", "-", "no.md"]
    assert empty_folders(paths, papers(paths, SUFFIXES)) == ["empty"]
