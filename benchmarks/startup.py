"""Start-up: one Markdown paper of 6 kB, as an editor or a commit hook would check it.

The measure is how many times as long as `python -c "import click, json"` it takes; the limit is 2.0.
"""

from __future__ import annotations

import sys
import tempfile
from functools import partial
from pathlib import Path

from measuring import GRADELINT, ROOT, Row, in_turn, report, timed, tool

ROUNDS = 21
LIMIT = 2.0
REFERENCE = "python -c 'import click, json'"


def main() -> None:
    """Measure and report."""
    with tempfile.TemporaryDirectory() as folder:
        paper = _paper(Path(folder))
        commands = {
            REFERENCE: (sys.executable, "-c", "import click, json"),
            "python -c pass": (sys.executable, "-c", "pass"),
            "gradelint check": (*GRADELINT, "check", "--exit-zero", str(paper)),
            "gradelint --version": (*GRADELINT, "--version"),
        }
        for name, arguments in (("codespell", ()), ("proselint", ("check",))):
            if path := tool(name):
                commands[name] = (path, *arguments, str(paper))
        times = in_turn({name: partial(timed, command) for name, command in commands.items()}, ROUNDS)
        size = paper.stat().st_size
    rows = [Row(name, seconds, seconds / times[REFERENCE]) for name, seconds in times.items()]
    report("startup", rows, bytes=size, limit=LIMIT, met=times["gradelint check"] / times[REFERENCE] <= LIMIT)


def _paper(folder: Path) -> Path:
    """The example briefing, its body repeated until it is 6 kB long."""
    text = (ROOT / "examples" / "2026-07-members-briefing.md").read_text(encoding="utf-8")
    body = text[text.index("## 1.") :]
    paper = folder / "small.md"
    paper.write_text((text + body * 3)[:6000], encoding="utf-8")
    return paper


if __name__ == "__main__":
    main()
