"""Inspectors' praise of a part: whose it is, and where a list gives it under a line that names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gradelint.model.document import BlockKind, Document
from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line

CREDIT = "credit"
"""The kind of the remarks that give inspectors' praise."""
_BESIDE = 1  # words between "prison" and "inspectors"
_VERB = 3  # words between a body and the verb that says it was inspected
_LISTED = (BlockKind.LIST_ITEM, BlockKind.QUOTATION)
_POINTING = ("that", "this", "so", "thus", "those", "such")
_SOURCES = ("inspectorate", "inspecting")
_TELLING = ("telling", "praise-telling")


def of_others(line: Line) -> bool:
    """Whether others than the council's services are inspected or praised: schools, or by inspectors of prisons."""
    if line.has("other-inspection") or any(line.word(hit.first - 1) != "virtual" for hit in line.of("schooling")):
        return True
    units = any(_inspected(line, each) for each in line.of("other-unit", "provider-noun"))
    return units or other_inspectors(line)


def _inspected(line: Line, unit: Hit) -> bool:
    """ "The regional adoption agency was inspected in May": praise told with it is of that inspection."""
    return any(0 <= each.first - unit.end <= _VERB for each in line.of("looked-at", "judging"))


def other_inspectors(line: Line) -> bool:
    """Whether inspectors of another remit are spoken of: "prison inspectors"."""
    others = line.of("other-body") if line.has("inspecting") and not line.has("inspectorate") else ()
    return any(_beside(one, other) for one in others for other in line.of("inspecting"))


def _beside(one: Hit, other: Hit) -> bool:
    return 0 <= other.first - one.end <= _BESIDE


def listed(document: Document, lines: Sequence[Line]) -> Iterator[int]:
    """The first favourable item of each list that a line gives as inspectors' words, and quotations before one."""
    lead, given = None, False
    for line, after in zip(lines, (*lines[1:], None), strict=False):
        if after is not None and _named_after(line, after):
            yield line.sentence
        if line.kind not in _LISTED:
            lead, given = line, False
        elif lead is not None and not given and _leads(document, lead, line) and line.has("credit-word"):
            given = not line.has("criticism")
            if given:
                yield line.sentence


def _named_after(line: Line, after: Line) -> bool:
    """A quotation whose speaker is named in the next sentence: "... know them well." That is Ofsted's verdict."""
    quoted = line.has("double-quote") and line.has("credit-word") and not line.has("criticism")
    return quoted and after.block == line.block and after.word(after.first) in _POINTING and after.has(*_SOURCES)


def _leads(document: Document, lead: Line, line: Line) -> bool:
    blocks = range(lead.block + 1, line.block)
    unbroken = all(document.blocks[block].kind in _LISTED for block in blocks)
    return unbroken and lead.has(*_SOURCES) and lead.has(*_TELLING)
