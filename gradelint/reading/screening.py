"""Which blocks of a paper are worth reading closely: the ones about grades, and what stands around them."""

from __future__ import annotations

import re

from gradelint.model.document import BlockKind, Document
from gradelint.reading.lexicon import Lexicon

# Latin-1 has a byte for a letter, so places stay; what it lacks becomes "?", which parts words as marks do.
_MARKS = bytes(byte if chr(byte).isalnum() else 32 for byte in range(256))
_DIGITS = frozenset(b"%d" % number for number in range(1, 7))
_JOINING = frozenset((b"of", b"is", b"was", b"as"))
_YEAR = re.compile(rb"\b(?:19|20)\d\d\b")
_AROUND = 2  # blocks on either side in which an inspection named, or praise, still has to do with a grade


def worth_reading(document: Document, folded: str, lexicon: Lexicon) -> list[int]:
    """The indexes of the blocks to read: those with a grade word or with praise of an inspection, and their neighbours
    that speak of inspections or praise; headings that praise; those that name a framework and a year."""
    plain = folded.encode("latin-1", "replace").translate(_MARKS)
    core, side, alone = [], [], []
    for index, block in enumerate(document.blocks):
        start, end = block.span
        running = plain[start:end].split()
        words = lexicon.telling.intersection(running)
        if not words:
            continue
        telling, colour = lexicon.context.fire(words), lexicon.colour.fire(words)
        worth = colour and (telling or block.kind is BlockKind.HEADING)
        if worth or lexicon.core.fire(words) or (telling and _numbers(running, lexicon.numbering.words)):
            core.append(index)
        elif telling or colour or lexicon.scene.fire(words):
            side.append(index)
            if (lexicon.naming.fire(words) or (block.row and telling)) and _YEAR.search(plain, start, end):
                alone.append(index)
    near = {index + step for index in core for step in range(-_AROUND, _AROUND + 1)}
    return sorted({*core, *alone, *near.intersection(side)})


def _numbers(words: list[bytes], before: frozenset[bytes]) -> bool:
    """Whether a number stands right behind a word that may make it a grade: "grade 3", "a score of 2"."""
    if _DIGITS.isdisjoint(words):
        return False
    found = (index for index, word in enumerate(words) if word in _DIGITS and index)
    return any(words[index - 1 - (words[index - 1] in _JOINING)] in before for index in found)
