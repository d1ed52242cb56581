"""The damaged and odd files of the robustness set, and what a reader makes of each."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from gradelint.errors import UnreadableError
from gradelint.model import Document

GENERATOR = Path(__file__).parents[3] / "shared" / "robustness" / "gen_robustness.py"


class Odd(NamedTuple):
    """A file of the set: what should become of it, and in how many seconds."""

    path: str
    data: bytes
    allowed: frozenset[str]
    seconds: float


def odd_files(folder: Path, group: str) -> tuple[Odd, ...]:
    """The files of one group, written anew. Skips where the generator is absent."""
    if not GENERATOR.exists():
        pytest.skip("needs ../shared/robustness/gen_robustness.py")
    command = [sys.executable, str(GENERATOR), str(folder), "--quick", "--only", f"{group}/*"]
    subprocess.run(command, check=True, capture_output=True)
    entries = json.loads((folder / "manifest.json").read_text())["entries"]
    return tuple(
        Odd(
            each["path"],
            (folder / each["path"]).read_bytes(),
            frozenset((each["expect"], *each["accept"])),
            each["max_seconds"],
        )
        for each in entries
    )


def outcomes(read: Callable[[bytes, str], Document], odd: Odd, claims: tuple[str, ...]) -> str:
    """What became of a file: "finding" where a claim is in its text, "clean", or "clear error"."""
    begun = time.perf_counter()
    try:
        document = read(odd.data, odd.path)
    except UnreadableError as refusal:
        said = str(refusal)
        assert said.startswith(odd.path)
        assert "\n" not in said
        assert "new to gradelint" not in said
        assert time.perf_counter() - begun < odd.seconds
        return "clear error"
    assert time.perf_counter() - begun < odd.seconds
    return "finding" if any(claim in document.text for claim in claims) else "clean"
