"""What several tests need: the checkout, a clean copy of it, and gradelint as a user runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gradelint.model import Language, Vocabulary
from gradelint.vocabulary import available, load, load_language

ROOT = Path(__file__).parent.parent
LEFT_BEHIND = (
    *(".git", ".venv", "build", "dist", "__pycache__", "_compiled"),
    *(".*_cache", ".coverage*", ".hypothesis", "*.egg-info"),
)

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout as it was cloned: without environments, caches and what was built."""
    copy = tmp_path_factory.mktemp("checkout") / "gradelint"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*LEFT_BEHIND))
    return copy


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder of the test run's own, so that the user's is neither read nor written."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def gradelint(cache: Path) -> Run:
    """Runs `python -m gradelint` with these arguments in a process of its own."""

    def run(*arguments: str, cwd: Path = ROOT, path: Path | None = None) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "LOCALAPPDATA": str(cache), "COLUMNS": "100"}
        if path is not None:
            environment["PYTHONPATH"] = str(path)
        command = [sys.executable, "-m", "gradelint", *arguments]
        return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment, check=False)

    return run


@pytest.fixture(scope="session")
def vocabularies(cache: Path) -> tuple[Vocabulary, ...]:
    """Every vocabulary that comes with gradelint, in its latest version."""
    return tuple(load(name, cache) for name in dict.fromkeys(each.id for each in available()))


@pytest.fixture(scope="session")
def language(cache: Path) -> Language:
    """The language that papers are read in."""
    return load_language("en-GB", cache)
