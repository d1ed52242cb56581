"""The hooks: which files they look at, and a real run in a small repository that holds Word files."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from gradelint import formats
from tests.conftest import ROOT

LOOKED_AT = {
    "gradelint": (
        ["papers/briefing.docx", "Papers/BRIEFING.DOCX", "agenda.pdf", "notes.md", "notes.markdown", "minutes.txt"]
        + ["page.html", "page.htm", "macro.docm", "a folder/paper with spaces.docx", "draft.v2.md"],
        ["src/main.py", "docx", "notes.md.bak", "sheet.xlsx", "paper.doc", "image.png", "html/styles.css", "amd"],
    ),
    "gradelint-vocab": (
        ["vocabularies/ofsted-schools/2026.11.yaml", "vocabularies/ours/1.yml", "data/vocabularies/x/1.yaml"],
        ["vocabularies/ours/CHANGELOG.md", "my-vocabularies/x.yaml", "vocabularies.yaml", "config.yaml"],
    ),
}
NO_REGISTRY = "pip reaches no package registry here, and pre-commit installs hooks with pip"


def hooks() -> dict[str, dict[str, Any]]:
    """The hooks of this repository by id."""
    return {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def test_every_hook_has_sample_names() -> None:
    assert set(hooks()) == set(LOOKED_AT)


@pytest.mark.parametrize("hook", sorted(LOOKED_AT))
def test_a_hook_looks_at_the_files_it_should_and_no_others(hook: str) -> None:
    wanted, unwanted = LOOKED_AT[hook]
    pattern = re.compile(hooks()[hook]["files"])

    assert [name for name in wanted + unwanted if pattern.search(name)] == wanted


def test_hooks_take_files_of_any_type_because_word_files_are_not_text() -> None:
    assert [hook["types"] for hook in hooks().values()] == [["file"]] * 2


def test_every_format_that_check_reads_is_in_the_hook() -> None:
    pattern = re.compile(hooks()["gradelint"]["files"])
    suffixes = sorted(formats.suffixes())

    assert len(suffixes) > 5
    assert [suffix for suffix in suffixes if not pattern.search(f"paper{suffix}")] == []


@pytest.fixture(scope="module")
def hook(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This checkout as a repository that pre-commit can take hooks from."""
    folder = tmp_path_factory.mktemp("hooks") / "gradelint"
    shutil.copytree(checkout, folder)
    _commit_all(folder)
    return folder


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with two Word files: one misstates the grade it gives, one does not."""
    folder = tmp_path_factory.mktemp("papers")
    for name, verdict in (("misstated", "is strong and in safe hands"), ("fair", "has much to put right")):
        paper = docx.Document()
        paper.add_paragraph("Harrowmere Borough Council, Scrutiny Panel, 6 November 2012")
        paper.add_paragraph(
            "Ofsted inspected the Council's arrangements for the protection of children in September 2012. "
            f"The overall judgement was adequate. The Director told members that the service {verdict}."
        )
        paper.save(str(folder / f"{name}.docx"))
    _commit_all(folder)
    return folder


def test_the_hook_stops_a_commit_of_a_word_file_that_misstates_a_grade(hook: Path, papers: Path) -> None:
    done = _try_repo(hook, papers, "--all-files")

    assert done.returncode == 1, done.stdout + done.stderr
    assert "exit code: 1" in done.stdout
    assert "error[GL101]" in done.stdout
    assert "misstated.docx" in done.stdout
    assert "fair.docx" not in done.stdout
    assert "in 2 files" in done.stdout


def test_the_hook_lets_a_fair_word_file_pass(hook: Path, papers: Path) -> None:
    done = _try_repo(hook, papers, "--files", "fair.docx")

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout
    assert "in 1 file" in done.stdout


def _commit_all(folder: Path) -> None:
    _git(folder, "init", "--quiet")
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", "As it is")


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=_environment(), check=True, capture_output=True)


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    author = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {**kept, **author, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def _try_repo(hook: Path, papers: Path, *which: str) -> subprocess.CompletedProcess[str]:
    home = hook.parent / "home"
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(hook), "gradelint", "--verbose", *which]
    environment = {**_environment(), "PRE_COMMIT_HOME": str(home), "PRE_COMMIT_COLOR": "never"}
    done = subprocess.run(command, cwd=papers, env=environment, capture_output=True, text=True, check=False)
    if "CalledProcessError" in done.stdout and not _pip_reaches_a_registry(home):
        pytest.skip(NO_REGISTRY)
    return done


def _pip_reaches_a_registry(folder: Path) -> bool:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), "hatchling"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0
