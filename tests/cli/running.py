"""Runs the command line within the test's own process."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from gradelint.cli import main


class Outcome(NamedTuple):
    """What a user sees of a run."""

    code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Outcome:
    """Run `gradelint ARGUMENTS`."""
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    seen = capsys.readouterr()
    code = ended.value.code
    return Outcome(code if isinstance(code, int) else int(code is not None), seen.out, seen.err)
