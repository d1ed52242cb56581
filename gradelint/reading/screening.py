"""Which blocks of a paper are worth reading closely: the ones about grades, and what stands around them."""

from __future__ import annotations

from gradelint.model.document import BlockKind, Document
from gradelint.reading.lexicon import Lexicon

# Latin-1 has a byte for a letter, so places stay; what it lacks becomes "?", which parts words as marks do.
_MARKS = bytes(byte if chr(byte).isalnum() else 32 for byte in range(256))
_LISTED = (BlockKind.LIST_ITEM, BlockKind.QUOTATION)
_AROUND = 2  # blocks on either side in which an inspection named, or praise, still has to do with a grade


def worth_reading(document: Document, folded: str, lexicon: Lexicon) -> list[int]:
    """The indexes of the blocks to read: those with a grade word or with praise of an inspection, and their neighbours
    that speak of inspections or praise; headings that praise."""
    plain = folded.encode("latin-1", "replace").translate(_MARKS)
    core, side = [], []
    lead = -_AROUND  # the last block that speaks of an inspection and may open a list of what was said
    for index, block in enumerate(document.blocks):
        start, end = block.span
        words = lexicon.telling.intersection(plain[start:end].split())
        if not words:
            continue
        telling, colour = lexicon.context.fire(words), lexicon.colour.fire(words)
        listed = block.kind in _LISTED
        if telling and not listed:
            lead = index
        if lexicon.core.fire(words) or (
            colour and (telling or block.kind is BlockKind.HEADING or (listed and index - lead <= _AROUND))
        ):
            core.append(index)
        elif telling or colour or lexicon.scene.fire(words):
            side.append(index)
    near = {index + step for index in core for step in range(-_AROUND, _AROUND + 1)}
    return sorted((*core, *near.intersection(side)))
