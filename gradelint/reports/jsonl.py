"""JSON lines: one object a finding, for programs that take them one by one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from gradelint.model import Checked
from gradelint.reports import Run
from gradelint.reports.parts import fields


def render(checked: Iterable[Checked], run: Run) -> Iterator[str]:
    """A line for each finding, and nothing else."""
    for each in checked:
        for finding in fields.findings(each):
            yield f"{json.dumps(finding)}\n"
