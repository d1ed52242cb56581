"""Which blocks of a paper are worth reading closely: the ones about grades, and what stands around them."""

from __future__ import annotations

from gradelint.model.document import Block, BlockKind, Document
from gradelint.reading.lexicon import Lexicon

# Latin-1 has a byte for a letter, so places stay; what it lacks becomes "?", which parts words as marks do.
_MARKS = bytes(byte if chr(byte).isalnum() else 32 for byte in range(256))
_AROUND = 2  # blocks on either side in which an inspection named, or praise, still has to do with a grade


def worth_reading(document: Document, folded: str, lexicon: Lexicon) -> list[int]:
    """The indexes of the blocks to read: those with a grade word or with praise of an inspection, and their neighbours
    that speak of inspections or praise; headings that praise."""
    plain = folded.encode("latin-1", "replace").translate(_MARKS)
    spans = [block.span for block in document.blocks]
    found = [lexicon.telling.intersection(plain[start:end].split()) for start, end in spans]
    core = {index for index, words in enumerate(found) if words and _is_core(words, document.blocks[index], lexicon)}
    around = {index + step for index in core for step in range(-_AROUND, _AROUND + 1)} - core
    near = around.intersection(range(len(found)))
    return sorted(core.union(index for index in near if _is_side(found[index], lexicon)))


def _is_core(words: frozenset[bytes], block: Block, lexicon: Lexicon) -> bool:
    if lexicon.core.fire(words):
        return True
    return lexicon.colour.fire(words) and (block.kind is BlockKind.HEADING or lexicon.context.fire(words))


def _is_side(words: frozenset[bytes], lexicon: Lexicon) -> bool:
    return lexicon.context.fire(words) or lexicon.colour.fire(words) or lexicon.scene.fire(words)
