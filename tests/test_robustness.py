"""Damaged and odd files: each is checked, found wanting or refused as its maker says, in time and in plain words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Outcome
from tests.conftest import ROOT

GENERATOR = ROOT.parent / "shared" / "robustness" / "gen_robustness.py"
GROUPS = ("text", "md", "html", "docx", "pdf", "names", "words", "regex", "fs")
PATIENCE = 2  # times the limit a file has; the machine that runs the tests may be slower than its maker's
WALKED = {"fs/dir/up": "fs/dir"}  # a link to the folder above is met on a walk, not named

Entry = dict[str, Any]
Check = Callable[[str, float], Outcome]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs names, links and pipes that Windows lacks")


@pytest.fixture(scope="module")
def odd_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of odd files with its `manifest.json`."""
    if not GENERATOR.exists():
        pytest.skip("the odd files need ../shared/robustness")
    folder = tmp_path_factory.mktemp("odd")
    subprocess.run([sys.executable, str(GENERATOR), str(folder), "--quick"], check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def checked(odd_files: Path, cache: Path) -> Check:
    """Runs `gradelint check` on one of the files in a process of its own, killed when its time is over."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "gradelint", "check", "--format", "jsonl", "--as-of", "2026-11-23", "--"]

    def check(path: str, limit: float) -> Outcome:
        done = subprocess.run(
            [*command, path], cwd=odd_files, env=environment, capture_output=True, timeout=limit, check=False
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    check("text/00-good.txt", 120)  # compiles the vocabularies, which is not what is timed
    return check


@pytest.mark.parametrize("group", GROUPS)
def test_every_odd_file_ends_as_its_maker_says(group: str, odd_files: Path, checked: Check) -> None:
    entries = [each for each in _manifest(odd_files) if each["group"] == group]

    faults = [f"{entry['id']}: {fault}" for entry in entries for fault in _faults(entry, checked)]

    assert len(entries) > 10
    assert faults == [], "\n".join(faults)


def _manifest(folder: Path) -> list[Entry]:
    entries: list[Entry] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["entries"]
    return entries


def _faults(entry: Entry, checked: Check) -> Iterator[str]:
    path: str = WALKED.get(entry["id"]) or entry["path"]
    try:
        seen = checked(path, PATIENCE * entry["max_seconds"])
    except subprocess.TimeoutExpired as late:
        yield f"not done after {late.timeout} s"
        return
    if seen.code not in (0, 1, 2) or "Traceback" in seen.err:
        yield f"ended with {seen.code}: {seen.err[-400:]!r}"
        return
    yield from _spoken(seen, path)
    if not _as_expected(entry, seen):
        yield f"{entry['expect']} expected, ended with {seen.code}: {seen.err!r}"


def _as_expected(entry: Entry, seen: Outcome) -> bool:
    """Whether the outcome is one that the maker allows. A file read in part may end with a finding and an error; one
    that ends with remarks alone is right only where both a finding and none would be."""
    allowed = {entry["expect"], *entry["accept"]}
    if seen.code == 0:
        return ({"clean", "finding"} if seen.out else {"clean"}) <= allowed
    found = any(json.loads(line)["severity"] == "error" for line in seen.out.splitlines())
    return (found and "finding" in allowed) or (seen.code == 2 and "clear error" in allowed)


def _spoken(seen: Outcome, path: str) -> Iterator[str]:
    """Whether standard error holds the coverage, notices, and for a refusal one line that names the file."""
    *lines, coverage = seen.err.splitlines() or [""]
    refusals = [line for line in lines if line.startswith("gradelint: error: ")]
    if not coverage.startswith("Found "):
        yield f"no coverage: {seen.err!r}"
    if any(not line.startswith(("gradelint: error: ", "gradelint: notice: ")) for line in lines):
        yield f"neither a notice nor an error: {seen.err!r}"
    if len(refusals) != (seen.code == 2):
        yield f"{len(refusals)} refusals with exit code {seen.code}: {seen.err!r}"
    if any(_shown(path) not in line for line in refusals):
        yield f"does not name the file: {seen.err!r}"
    if not (seen.out + seen.err).replace("\n", "").isprintable():
        yield f"unprintable: {seen.out + seen.err!r}"


def _shown(path: str) -> str:
    """The longest run of plain letters in a path; what is not plain may be shown as an escape."""
    plain = "".join(letter if letter.isascii() and letter.isprintable() and letter != "\\" else "\0" for letter in path)
    return max(plain.split("\0"), key=len)
