"""Table cells: a grade in a cell belongs to what its row and its column's header name."""

from __future__ import annotations

from gradelint.model.document import Block
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line, by_kind
from gradelint.reading.periods import Dated, dates
from gradelint.reading.tokens import fold, tokenise


def with_header(line: Line, block: Block, word: Hit, cell: int, lexicon: Lexicon) -> Line:
    """The row as seen from one cell: the header's phrases and dates stand just before the grade word.

    A date in the cell itself comes first, then the header's, then the row's.
    """
    span = block.cells[cell].span
    own = tuple(each for each in line.dates if span.start <= line.start(each.first) < span.end)
    hits, found = headed(block.cells[cell].header, lexicon)
    rebased = tuple(Hit(hit.kind, word.first - 1, word.first, hit.value) for hit in hits)
    moved = tuple(Dated(each.period, word.first - 1, word.first) for each in found)
    together = line.hits + rebased
    earlier = any(hit.kind == "past" for hit in hits)  # a column of earlier grades, whose dates the row does not give
    found_dates = own or moved or (() if earlier else line.dates)
    return line._replace(hits=together, dates=found_dates, by_kind=by_kind(together))


def headed(header: str, lexicon: Lexicon) -> tuple[tuple[Hit, ...], tuple[Dated, ...]]:
    """The phrases and the dates of a column's header; no grades, for a header gives none."""
    if not header:
        return (), ()
    folded = fold(header)
    tokens = tokenise(folded, 0, len(folded))
    return tuple(hit for hit in lexicon.hits(tokens) if hit.kind != "grade"), tuple(dates(tokens, None))
