"""Concise: one line a finding, for a first look and for editors that jump to a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from gradelint.model import Checked, Document, Finding
from gradelint.reports import Run
from gradelint.reports.parts.capping import LIMIT, left_out
from gradelint.reports.parts.colours import Ink, ink
from gradelint.reports.parts.escaping import one_line
from gradelint.reports.parts.places import in_short


def render(checked: Iterable[Checked], run: Run) -> Iterator[str]:
    """`path:line:column: error GL101 message`; page and paragraph for formats without lines."""
    paint = ink(run.colour)
    for each in checked:
        if each.document is None or not each.findings:
            continue
        for finding in islice(each.findings, LIMIT):
            yield f"{_line(each.document, finding, paint)}\n"
        yield from left_out(each)


def _line(document: Document, finding: Finding, paint: Ink) -> str:
    where = in_short(document, finding.span)
    severity = paint(finding.severity, finding.severity)
    return f"{paint('place', where)}: {severity} {finding.code} {one_line(finding.message)}"
