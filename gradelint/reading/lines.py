"""A line is a sentence with its words, the phrases found in it and the dates it gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gradelint.model.document import Block, BlockKind, Document
from gradelint.model.period import Period
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.periods import Dated, dates
from gradelint.reading.sentences import sentences
from gradelint.reading.tokens import Tokens, tokenise

_QUOTES = frozenset("'\"‘’“”«»`")


class Line(NamedTuple):
    """Sentence number `sentence` of the document: tokens `first` up to `end` of its block's `tokens`."""

    sentence: int
    block: int
    kind: BlockKind
    text: str
    tokens: Tokens
    first: int
    end: int
    hits: tuple[Hit, ...]
    dates: tuple[Dated, ...]
    kinds: frozenset[str]

    def of(self, *kinds: str) -> list[Hit]:
        """The hits of these kinds, left to right."""
        return [hit for hit in self.hits if hit.kind in kinds]

    def has(self, *kinds: str) -> bool:
        """Whether there is a hit of one of these kinds."""
        return not self.kinds.isdisjoint(kinds)

    def word(self, index: int) -> str:
        """The folded word at a token of this sentence; empty outside it."""
        return self.tokens.words[index] if self.first <= index < self.end else ""

    def marks(self, kind: str) -> frozenset[int]:
        """Every token that a hit of this kind covers."""
        return frozenset(index for hit in self.hits if hit.kind == kind for index in range(hit.first, hit.end))

    def start(self, index: int) -> int:
        """Where a token begins in the document's text."""
        return self.tokens.starts[index]

    def stop(self, index: int) -> int:
        """Where a token ends in the document's text."""
        return self.tokens.ends[index]

    def quoted(self, hit: Hit) -> bool:
        """Whether exactly these words stand between quotation marks (a stop inside them is allowed)."""
        before, after = self.start(hit.first) - 1, self.stop(hit.end - 1)
        if before < 0 or self.text[before] not in _QUOTES:
            return False
        if self.text[after : after + 1] in (",", ".", ";", "*"):
            after += 1
        return self.text[after : after + 1] in _QUOTES and bool(self.text[after : after + 1])

    def capital(self, hit: Hit) -> bool:
        """Whether the words begin with a capital that is not merely the sentence's first letter."""
        return self.text[self.start(hit.first)].isupper() and hit.first > self.first


def lines(
    document: Document,
    folded: str,
    chosen: list[int],
    lexicon: Lexicon,
    today: Period | None,
    abbreviations: frozenset[str],
) -> Iterator[Line]:
    """The lines of the chosen blocks, in reading order."""
    number = 0
    for index in chosen:
        block = document.blocks[index]
        tokens = tokenise(folded, block.span.start, block.span.end)
        hits = tuple(lexicon.hits(tokens))
        found = tuple(dates(tokens, today))
        for start, end in _sentences(document.text, block, abbreviations):
            here = tokens.within(start, end)
            first, stop = (here.start, here.stop) if here else (0, 0)
            own = tuple(hit for hit in hits if first <= hit.first < stop)
            yield Line(
                sentence=number,
                block=index,
                kind=block.kind,
                text=document.text,
                tokens=tokens,
                first=first,
                end=stop,
                hits=own,
                dates=tuple(each for each in found if first <= each.first < stop),
                kinds=frozenset(hit.kind for hit in own),
            )
            number += 1


def _sentences(text: str, block: Block, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    if block.kind is BlockKind.TABLE_ROW:
        yield block.span.start, block.span.end
    else:
        yield from sentences(text, block.span.start, block.span.end, abbreviations)
