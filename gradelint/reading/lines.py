"""A line is a sentence with its words, the phrases found in it and the dates it gives."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from gradelint.model.document import Block, BlockKind, Document
from gradelint.model.period import Period
from gradelint.reading.kinds import DATED
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.periods import Dated, dates
from gradelint.reading.sentences import sentences
from gradelint.reading.tokens import Tokens, tokenise

_Placed = TypeVar("_Placed", Hit, Dated)
_PROSE = 8  # blanks from which a cell is read as prose
_CONTRACTED = frozenset(("it", "that", "there", "he", "she", "what", "who", "here"))
_QUOTES = frozenset("'\"‘’“”«»`")


class Line(NamedTuple):
    """Sentence number `sentence` of the document: tokens `first` up to `end` of its block's `tokens`.

    `around` are the kinds of the hits in its block; `prose` the places in the text of a row's cells that hold
    sentences, which are lines of their own.
    """

    sentence: int
    block: int
    kind: BlockKind
    text: str
    tokens: Tokens
    first: int
    end: int
    hits: tuple[Hit, ...]
    dates: tuple[Dated, ...]
    by_kind: Mapping[str, Sequence[Hit]]
    around: frozenset[str] = frozenset()
    prose: tuple[tuple[int, int], ...] = ()

    def of(self, *kinds: str) -> Sequence[Hit]:
        """The hits of these kinds, left to right."""
        found = [kind for kind in kinds if kind in self.by_kind]
        if len(found) < 2:
            return self.by_kind[found[0]] if found else ()
        return [hit for hit in self.hits if hit.kind in found]

    def has(self, *kinds: str) -> bool:
        """Whether there is a hit of one of these kinds."""
        return not self.by_kind.keys().isdisjoint(kinds)

    def word(self, index: int) -> str:
        """The folded word at a token of this sentence; empty outside it."""
        return self.tokens.words[index] if self.first <= index < self.end else ""

    def marks(self, kind: str) -> frozenset[int]:
        """Every token that a hit of this kind covers."""
        return frozenset(index for hit in self.of(kind) for index in range(hit.first, hit.end))

    def prose_at(self, index: int) -> bool:
        """Whether a token of a row stands in a cell of prose."""
        return any(start <= self.tokens.starts[index] < end for start, end in self.prose)

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
        hits = lexicon.hits(tokens)
        if "'s" in folded[block.span.start : block.span.end]:
            hits = _with_contractions(hits, tokens)
        around = frozenset([hit.kind for hit in hits])
        found = () if DATED.isdisjoint(around) and not block.cells else tuple(dates(tokens, today))
        hit_places, date_places = [each.first for each in hits], [each.first for each in found]
        prose = tuple(_prose(document.text, block)) if block.cells else ()
        for start, end, kind in _sentences(document.text, block, prose, abbreviations):
            here = tokens.within(start, end)
            first, stop = (here.start, here.stop) if here else (0, 0)
            own = _between(hits, hit_places, first, stop)
            dated = _between(found, date_places, first, stop) if found else ()
            in_cells = prose if kind is BlockKind.TABLE_ROW else ()
            yield Line(
                number, index, kind, document.text, tokens, first, stop, own, dated, by_kind(own), around, in_cells
            )
            number += 1


def counting(line: Line, lexicon: Lexicon) -> Line:
    """The line with its words about numbers told as well."""
    more = tuple(lexicon.counting_hits(line.tokens, line.first, line.end))
    together = tuple(sorted((*line.hits, *more), key=lambda hit: (hit.first, -hit.end)))
    return line._replace(hits=together, by_kind=by_kind(together)) if more else line


def _with_contractions(hits: tuple[Hit, ...], tokens: Tokens) -> tuple[Hit, ...]:
    """The hits and the verb in "it's", which looks like a possessive."""
    found = [at for at, word in enumerate(tokens.words) if word in _CONTRACTED and tokens.possessive(at)]
    verbs = [Hit(kind, at, at + 1, "") for at in found for kind in ("link", "current")]
    return tuple(sorted((*hits, *verbs), key=lambda hit: hit.first)) if verbs else hits


def by_kind(hits: tuple[Hit, ...]) -> dict[str, list[Hit]]:
    """The hits of each kind, in their order."""
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.kind, []).append(hit)
    return found


def _between(ordered: tuple[_Placed, ...], places: list[int], first: int, stop: int) -> tuple[_Placed, ...]:
    """Those that begin at a token from `first` up to `stop`; `places` are the tokens they begin at, in order."""
    low = bisect_left(places, first)
    return ordered[low : bisect_left(places, stop, low)]


def _prose(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The cells of a row that hold sentences rather than values."""
    for cell in block.cells:
        if text.count(" ", cell.span.start, cell.span.end) >= _PROSE:
            yield cell.span.start, cell.span.end


def _sentences(
    text: str, block: Block, prose: tuple[tuple[int, int], ...], abbreviations: frozenset[str]
) -> Iterator[tuple[int, int, BlockKind]]:
    """The sentences of a block; of a table row the row itself, then the sentences in its cells."""
    if block.kind is not BlockKind.TABLE_ROW:
        for start, end in sentences(text, block.span.start, block.span.end, abbreviations):
            yield start, end, block.kind
        return
    yield block.span.start, block.span.end, block.kind
    for first, last in prose:
        for start, end in sentences(text, first, last, abbreviations):
            yield start, end, BlockKind.PARAGRAPH
