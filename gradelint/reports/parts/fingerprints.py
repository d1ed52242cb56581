"""A mark for each finding that stays the same when lines move: from its code, its words and those around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from gradelint.model import Document, Finding, Span

_LONGEST_BLOCK = 2000
_REACH = 300
_WORD = re.compile(r"\w+")


def fingerprints(document: Document, findings: Sequence[Finding]) -> Iterator[str]:
    """One for each finding, in their order; findings alike in all are told apart by counting."""
    seen: Counter[str] = Counter()
    known: dict[int, str] = {}
    for finding in findings:
        alike = "\0".join(
            (finding.code, _words(document.quote(finding.span)), _surroundings(document, finding.span, known))
        )
        seen[alike] += 1
        yield _digest(f"{alike}\0{seen[alike]}")


def _surroundings(document: Document, span: Span, known: dict[int, str]) -> str:
    """The block that holds the span, or a part of a very long one, as a digest."""
    index = document.block_at(span.start)
    whole = document.blocks[index].span if document.blocks else Span(0, len(document.text))
    if whole.end - whole.start > _LONGEST_BLOCK:
        near = Span(max(whole.start, span.start - _REACH), min(whole.end, span.end + _REACH))
        return _digest(_words(document.quote(near)))
    if index not in known:
        known[index] = _digest(_words(document.quote(whole)))
    return known[index]


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
