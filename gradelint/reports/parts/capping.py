"""How many findings of one file a report for reading shows; those for programs show all."""

from __future__ import annotations

from collections.abc import Iterator

from gradelint.model import Checked
from gradelint.reports.parts.escaping import one_line

LIMIT = 1000


def left_out(checked: Checked) -> Iterator[str]:
    """A line that says how many findings are not shown, if any."""
    more = len(checked.findings) - LIMIT
    if more > 0:
        counted = f"{more:,} more finding{'' if more == 1 else 's'}"
        yield f"{one_line(checked.path)}: {counted} not shown; --format jsonl or json gives all\n"
