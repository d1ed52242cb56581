"""What praise leans on: the grades given nearest to it, in the sentence, the paragraph, the section or a note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gradelint.model.document import BlockKind, Document, Span
from gradelint.model.reading import Form, GradeClaim, Inspection, Praise
from gradelint.reading.lexicon import Lexicon
from gradelint.reading.lines import Line
from gradelint.reading.praising import characterisations
from gradelint.reading.resolving import Thread
from gradelint.reading.stances import reported, stance_of

_NOTE = re.compile(r"\[\^?(\w{1,4})\]")
_NEIGHBOURS = 2  # blocks within which an outcome that is not named is taken to be the last one spoken of


def leaning(document: Document, lines: Sequence[Line], claims: Sequence[GradeClaim]) -> tuple[GradeClaim, ...]:
    """The claims, those that only describe with the claims they lean on."""
    return tuple(
        claim._replace(
            near=tuple(
                each
                for each in _near(document, lines, claims, lines[claim.sentence], claim.word.start, "outcome")
                if each != number
            )
        )
        if claim.form is Form.DESCRIBED
        else claim
        for number, claim in enumerate(claims)
    )


def praises(
    document: Document, lines: Sequence[Line], claims: Sequence[GradeClaim], threads: Sequence[Thread], lexicon: Lexicon
) -> tuple[Praise, ...]:
    """Every characterisation of the paper with the claims it leans on, nearest first."""
    found = []
    for line in lines:
        for each in characterisations(line, lexicon):
            span = Span(line.start(each.first), line.stop(each.end - 1))
            found.append(
                Praise(
                    span=span,
                    words=Span(line.start(each.word), span.end),
                    sentence=line.sentence,
                    standing=each.standing,
                    about=each.about,
                    stance=stance_of(line, each.first, each.end, lines[line.sentence + 1 : line.sentence + 4]),
                    inspection=_inspection(line, threads[line.sentence]),
                    near=_near(document, lines, claims, line, span.start, each.about),
                    voice="quoted or reported, not corrected nearby" if reported(line) else "the paper's own",
                )
            )
    return tuple(found)


def _inspection(line: Line, thread: Thread) -> Inspection:
    """The inspection that the line itself names or dates; else the one spoken of, as not named."""
    own = line.has("framework") or (bool(line.dates) and line.has("inspecting", "inspectorate"))
    return thread.inspection._replace(dated=own and bool(line.dates), named=own and line.has("framework"))


def _near(
    document: Document, lines: Sequence[Line], claims: Sequence[GradeClaim], line: Line, at: int, about: str
) -> tuple[int, ...]:
    wanted = _noted(document, line)
    near_only = about == "service" and not line.has("inspecting", "inspectorate", "outcome-noun")
    ranked = []
    for number, claim in enumerate(claims):
        block = lines[claim.sentence].block
        distance = _distance(document, line, block, claim.sentence)
        if document.blocks[block].note and document.blocks[block].note in wanted:
            distance = 2
        if distance is not None and not (near_only and distance > 3 and line.kind is not BlockKind.HEADING):
            ranked.append((distance, abs(claim.word.start - at), number))
    return tuple(number for _, _, number in sorted(ranked))


def _noted(document: Document, line: Line) -> frozenset[str]:
    text = document.text[line.start(line.first) : line.stop(line.end - 1) + 6] if line.first < line.end else ""
    return frozenset(_NOTE.findall(text))


def _distance(document: Document, line: Line, block: int, sentence: int) -> int | None:
    """0 same sentence, 1 earlier in the paragraph, 2 later in it, then neighbours; None when too far."""
    if sentence == line.sentence:
        return 0
    if block == line.block:
        return 1 if sentence < line.sentence else 2
    if line.kind is BlockKind.HEADING:
        return 3 + block - line.block if _under(document, line.block, block) else None
    between = range(min(block, line.block) + 1, max(block, line.block) + 1)
    if any(document.blocks[index].kind is BlockKind.HEADING for index in between):
        return None
    gap = abs(block - line.block)
    return 3 + gap if gap <= _NEIGHBOURS else None


def _under(document: Document, heading: int, block: int) -> bool:
    """Whether a block stands under a heading (until the next one of the same or a higher level)."""
    if block <= heading:
        return False
    level = document.blocks[heading].level
    between = document.blocks[heading + 1 : block + 1]
    return not any(each.kind is BlockKind.HEADING and each.level <= level for each in between)
