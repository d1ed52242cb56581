"""Findings as data: the fields that `schemas/findings.schema.json` describes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from gradelint.model import Checked, Document, Evidence, Finding, Record, Span, Statement
from gradelint.reports.parts.fingerprints import fingerprints

Data = dict[str, object]
_REMEMBERED = 256  # spans; findings near each other rest on the same words


def findings(checked: Checked) -> Iterator[Data]:
    """Every finding of a file."""
    document = checked.document
    if document is None or not checked.findings:
        return
    words = lru_cache(_REMEMBERED)(partial(_words, document))
    for finding, mark in zip(checked.findings, fingerprints(document, checked.findings), strict=True):
        yield _finding(document.path, finding, words) | {"fingerprint": mark}


def file(document: Document, checked: Checked) -> Data:
    """What a report says of a file that was read."""
    return {
        "path": checked.path,
        "format": document.format,
        "title": document.title or None,
        "authority": document.authority or None,
        "date": str(document.date) if document.date else None,
        "mentions": checked.coverage.mentions,
        "resolved": checked.coverage.resolved,
        "notices": list(document.notices),
        "unread": list(document.unread),
    }


def _finding(path: str, finding: Finding, words: Callable[[Span], Data]) -> Data:
    return {
        "path": path,
        "code": finding.code,
        "rule": finding.rule,
        "severity": str(finding.severity),
        "confidence": str(finding.confidence),
        "message": finding.message,
        **words(finding.span),
        "claim": _claim(finding.statement),
        "because": [_evidence(each, words) for each in finding.because],
        "sources": [{"title": each.title, "url": each.url, "date": each.date} for each in finding.sources],
        "suggestion": finding.suggestion or None,
        "vocabulary": finding.vocabulary or None,
    }


def _words(document: Document, span: Span) -> Data:
    """The words of a span and where they stand; offsets only where the file is text."""
    start, end = document.source_span(span)[1:] if document.source is not None else (None, None)
    where = document.place(span)
    return {
        "quote": document.quote(span),
        "start": start,
        "end": end,
        "line": where.line,
        "column": where.column,
        "page": where.page,
        "paragraph": where.paragraph,
        "cell": None if where.table is None else {"table": where.table, "row": where.row, "column": where.cell},
    }


_NOWHERE: Data = dict.fromkeys(("quote", "start", "end", "line", "column", "page", "paragraph", "cell"))


def _evidence(evidence: Evidence, words: Callable[[Span], Data]) -> Data:
    where = _NOWHERE if evidence.span is None else words(evidence.span)
    return {"note": evidence.note, **where, "record": evidence.record and _record(evidence.record)}


def _record(record: Record) -> Data:
    return {
        "authority": record.authority,
        "framework": record.framework,
        "area": record.area,
        "inspected": str(record.inspected),
        "published": str(record.published) if record.published else None,
        "grade": record.grade,
        "url": record.url or None,
        "register": record.register or None,
        "note": record.note or None,
    }


def _claim(statement: Statement) -> Data:
    given = {name: value or None for name, value in statement._asdict().items()}
    return given | {"inspected": str(statement.inspected) if statement.inspected else None}
