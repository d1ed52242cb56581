"""Full: each finding with the words it is about, the evidence, the sources and what to do, for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from gradelint.model import Checked, Document, Evidence, Finding, Record, Source
from gradelint.model.trail import OVERALL
from gradelint.reports import Run
from gradelint.reports.parts.capping import LIMIT, left_out
from gradelint.reports.parts.colours import Ink, ink
from gradelint.reports.parts.escaping import one_line
from gradelint.reports.parts.folding import folded
from gradelint.reports.parts.places import in_words
from gradelint.reports.parts.window import Window, window

_BAR = "   |"
_UNGRADED = "not graded"


def render(checked: Iterable[Checked], run: Run) -> Iterator[str]:
    """The findings in order, a blank line between two."""
    paint = ink(run.colour)
    between = ""
    for each in checked:
        if each.document is None or not each.findings:
            continue
        for finding in islice(each.findings, LIMIT):
            yield between + "".join(f"{line}\n" for line in _finding(each.document, finding, paint))
            between = "\n"
        yield from left_out(each)


def _finding(document: Document, finding: Finding, paint: Ink) -> Iterator[str]:
    head = paint(finding.severity, f"{finding.severity}[{finding.code}]")
    yield f"{head}: {paint('strong', one_line(finding.message))}  ({finding.rule})"
    yield f"  {paint('place', '-->')} {in_words(document, finding.span)}"
    yield paint("place", _BAR)
    yield from _marked(window(document, finding.span), "^", finding.label, finding.severity, paint)
    for evidence in finding.because:
        yield from _evidence(document, finding, evidence, paint)
    yield from _remarks(finding, paint)
    if finding.suggestion:
        yield from folded(f"  {paint('strong', 'help')}: ", "  help: ", one_line(finding.suggestion))


def _marked(shown: Window, mark: str, remark: str, what: str, paint: Ink) -> Iterator[str]:
    """The line, and under it the marks with what they show."""
    yield f"{paint('place', _BAR)}  {shown.line}".rstrip()
    marks = shown.marks(mark)
    under = marks.lstrip(" ")
    remark = f" {one_line(remark)}" if remark else ""
    yield f"{paint('place', _BAR)}  {' ' * (len(marks) - len(under))}{paint(what, under + remark)}"


def _evidence(document: Document, finding: Finding, evidence: Evidence, paint: Ink) -> Iterator[str]:
    head = f"  {paint('place', ':::')}"
    if evidence.span == finding.span:
        yield f"{head} the same words: {one_line(evidence.note)}"
    elif evidence.span is not None:
        yield f"{head} {in_words(document, evidence.span)}"
        yield from _marked(window(document, evidence.span), "-", evidence.note, "place", paint)
    elif evidence.record is not None:
        yield f"{head} register {one_line(evidence.record.register or 'given')}"
        yield from _record(evidence.record, evidence.note, paint)
    else:
        yield f"{head} vocabulary {one_line(finding.vocabulary)}".rstrip()
        bar = f"{paint('place', _BAR)}  "
        yield from folded(bar, f"{_BAR}  ", one_line(evidence.note), bar)


def _record(record: Record, note: str, paint: Ink) -> Iterator[str]:
    area = "" if record.area.casefold() == OVERALL else record.area
    before = "".join(f"{one_line(fact)}   " for fact in (record.authority, record.framework, area) if fact)
    yield from _marked(Window(before, one_line(record.grade or _UNGRADED), ""), "-", note, "place", paint)
    published = f"   published {record.published.in_words()}" if record.published else ""
    for further in (f"inspected {record.inspected.in_words()}{published}", record.note, record.url):
        if further:
            yield f"{paint('place', _BAR)}  {one_line(further)}"


def _remarks(finding: Finding, paint: Ink) -> Iterator[str]:
    remarks = [("now", finding.now), ("voice", finding.voice)]
    remarks += [("source", _source(source)) for source in finding.sources]
    for name, text in remarks:
        if text:
            yield from folded(f"   {paint('place', '=')} {paint('strong', name)}: ", f"   = {name}: ", one_line(text))


def _source(source: Source) -> str:
    return ", ".join(part for part in (source.title, source.date, source.url) if part)
