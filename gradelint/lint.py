"""The pipeline: bytes to document, document to reading, reading to findings. Also the Python API."""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from gradelint import formats
from gradelint.errors import GradelintError
from gradelint.model import Checked, Confidence, Coverage, Document, Finding, Period, Severity, Span
from gradelint.model.reading import Reading
from gradelint.reading import Reader
from gradelint.rules import Rule


class Context(NamedTuple):
    """What a run knows besides the paper. `authority` and `dated` go before the paper's own when given."""

    reader: Reader
    as_of: date
    authority: str = ""
    dated: Period | None = None


def check(data: bytes, path: str, context: Context, rules: Sequence[Rule]) -> Checked:
    """Read one file and hold it against the rules. Never raises for a bad file: `Checked.error` says what is wrong."""
    try:
        document = formats.read(data, path)
    except GradelintError as error:
        return Checked(path, error=str(error))
    document = document._replace(authority=context.authority or document.authority, date=context.dated or document.date)
    return _checked(document, context, rules)


def _checked(document: Document, context: Context, rules: Sequence[Rule]) -> Checked:
    reading = context.reader.read(document, context.as_of)
    found = (finding for rule in rules for finding in rule.check(reading))
    return Checked(document.path, document, tuple(_sorted(_gravest(map(_settled, found)))), _coverage(reading))


def _settled(finding: Finding) -> Finding:
    """A finding the reading is not sure of is a question to the reader, whatever the rule."""
    return finding._replace(severity=Severity.INFO) if finding.confidence is Confidence.LOW else finding


def _gravest(findings: Iterator[Finding]) -> Iterator[Finding]:
    """One finding a misstatement: where two stand on the same words, the graver one, then the one of the lower code.

    A remark (info) also gives way to a graver finding that rests on its words.
    """
    kept = _Taken()
    resting = _Taken()
    for finding in sorted(findings, key=lambda each: (-each.severity.weight, each.code, each.span)):
        mild = finding.severity is Severity.INFO
        if kept.overlaps(finding.span) or (mild and resting.overlaps(finding.span)):
            continue
        kept.add(finding.span)
        if not mild:
            for evidence in finding.because:
                if evidence.span is not None:
                    resting.add(evidence.span)
        yield finding


class _Taken:
    """Spans taken so far, none overlapping another."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    def overlaps(self, span: Span) -> bool:
        at = bisect_left(self._spans, span)
        return any(each.overlaps(span) for each in self._spans[max(0, at - 1) : at + 1])

    def add(self, span: Span) -> None:
        if not self.overlaps(span):
            insort(self._spans, span)


def _sorted(findings: Iterator[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda each: (each.span, each.code))


def _coverage(reading: Reading) -> Coverage:
    resolved = sum(claim.standing is not None for claim in reading.claims)
    return Coverage(len(reading.claims), resolved)
