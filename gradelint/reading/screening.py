"""Which blocks of a paper are worth reading closely: the ones about grades, and what stands around them."""

from __future__ import annotations

import re

from gradelint.model.document import Block, BlockKind, Document
from gradelint.reading.lexicon import Lexicon

# Latin-1 has a byte for a letter, so places stay; what it lacks becomes "?", which parts words as marks do.
_MARKS = bytes(byte if chr(byte).isalnum() else 32 for byte in range(256))
_DIGITS = frozenset(b"%d" % number for number in range(1, 7))
_JOINING = frozenset((b"of", b"is", b"was", b"as"))
_YEAR = re.compile(rb"\b(?:19|20)\d\d\b")
_LISTED = (BlockKind.LIST_ITEM, BlockKind.QUOTATION)
_AROUND = 2  # blocks on either side in which an inspection named, or praise, still has to do with a grade


def worth_reading(document: Document, folded: str, lexicon: Lexicon) -> list[int]:
    """The indexes of the blocks to read: those with a grade word or with praise of an inspection, and their neighbours
    that speak of inspections or praise; headings that praise; those that name a framework and a year."""
    plain = folded.encode("latin-1", "replace").translate(_MARKS)
    spans = [block.span for block in document.blocks]
    running = [plain[start:end].split() for start, end in spans]
    found = [lexicon.telling.intersection(words) for words in running]
    core, alone = set(), set()
    lead = -_AROUND  # the last block that speaks of an inspection and may open a list of what was said
    for index, words in enumerate(found):
        if not words:
            continue
        listed = document.blocks[index].kind in _LISTED
        if not listed and lexicon.context.fire(words):
            lead = index
        follows = listed and index - lead <= _AROUND and lexicon.colour.fire(words)
        if follows or _is_core(words, running[index], document.blocks[index], lexicon):
            core.add(index)
        elif lexicon.naming.fire(words) and _YEAR.search(plain, *spans[index]):
            alone.add(index)
    around = {index + step for index in core for step in range(-_AROUND, _AROUND + 1)} - core
    near = around.intersection(range(len(found)))
    return sorted(core | alone | {index for index in near if _is_side(found[index], lexicon)})


def _is_core(words: frozenset[bytes], running: list[bytes], block: Block, lexicon: Lexicon) -> bool:
    if lexicon.core.fire(words):
        return True
    telling = lexicon.context.fire(words)
    if telling and _numbers(running, lexicon.numbering.words):
        return True
    return (telling or block.kind is BlockKind.HEADING) and lexicon.colour.fire(words)


def _is_side(words: frozenset[bytes], lexicon: Lexicon) -> bool:
    return lexicon.context.fire(words) or lexicon.colour.fire(words) or lexicon.scene.fire(words)


def _numbers(words: list[bytes], before: frozenset[bytes]) -> bool:
    """Whether a number stands right behind a word that may make it a grade: "grade 3", "a score of 2"."""
    if _DIGITS.isdisjoint(words):
        return False
    found = (index for index, word in enumerate(words) if word in _DIGITS and index)
    return any(words[index - 1 - (words[index - 1] in _JOINING)] in before for index in found)
