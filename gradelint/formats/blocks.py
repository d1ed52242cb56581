"""Raw blocks to a document: each is cleaned, put after the one before, and tied to its place in the source."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from gradelint.formats.cleaning import Cleaned, clean
from gradelint.model import Block, BlockKind, Cell, Document, Piece, Span

GAP = "\n\n"


class Raw(NamedTuple):
    """A raw text and where it stands in the source.

    `pieces` say which raw letters (`Piece.text`) stand one for one in the source; a letter between two
    pieces (an entity, a letter of two bytes) has no place of its own. Where the first or last letter has
    none, begin or end with a piece of length 0. Without pieces, raw letter n is source letter `start` + n.
    Where a raw text runs over several parts, each piece names its own, counted from `part`.
    """

    text: str
    start: int = 0
    pieces: Sequence[Piece] = ()
    part: int = 0


class Builder:
    """Gathers the blocks of one document in reading order.

    `source` is the decoded file of a text format. A reader calls `add` for each block and `add_row` for
    each table row (blocks without a letter are left out), then `document`.
    """

    def __init__(self, path: str, format: str, source: str | None = None) -> None:
        self.path, self.format, self.source = path, format, source
        self.blocks: list[Block] = []
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._paragraphs: dict[int | None, int] = {}
        self._tables = 0
        self._heading: int | None = None

    def next_table(self) -> int:
        """The number of a table that begins here."""
        self._tables += 1
        return self._tables

    def words(self, block: Block) -> str:
        """The clean words of a block added before; quick for the last one."""
        if block is self.blocks[-1] and len(self._texts[-1]) == block.span.end - block.span.start:
            return self._texts[-1]
        return "".join(self._texts)[block.span.start : block.span.end]

    def add(
        self,
        kind: BlockKind,
        raw: Raw,
        *,
        level: int = 0,
        page: int | None = None,
        table: int | None = None,
        row: int | None = None,
        note: str = "",
    ) -> bool:
        """Add a block; False when nothing is left of it once cleaned."""
        cleaned = clean(raw.text)
        if not cleaned.text:
            return False
        start = self._next_start()
        self._put(cleaned, raw, start)
        end = self._length
        number, under = self._number(page), self._heading
        if kind is BlockKind.HEADING:
            self._heading = len(self.blocks)
        self.blocks.append(Block(kind, Span(start, end), level, page, number, table, row, (), False, note, under))
        return True

    def add_row(
        self,
        cells: Sequence[tuple[Raw, str]],
        *,
        page: int | None = None,
        table: int | None = None,
        row: int | None = None,
        head: bool = False,
    ) -> bool:
        """Add a table row of `(raw cell, its column's header)`; its text is the cells joined by " | "."""
        cleaned = [clean(raw.text) for raw, _ in cells]
        if not any(each.text for each in cleaned):
            return False
        start, made = self._next_start(), list[Cell]()
        for each, (raw, header) in zip(cleaned, cells, strict=True):
            if made:
                self._append(" | " if made[-1].span.end > made[-1].span.start else "| ")
            begin = self._length
            if each.text:
                self._put(each, raw, begin)
            made.append(Cell(Span(begin, self._length), header))
        span = Span(start, self._length)
        number = self._number(page)
        self.blocks.append(
            Block(BlockKind.TABLE_ROW, span, 0, page, number, table, row, tuple(made), head, "", self._heading)
        )
        return True

    def document(
        self,
        *,
        parts: tuple[str, ...] = ("",),
        notices: Sequence[str] = (),
        unread: Sequence[str] = (),
        title: str = "",
    ) -> Document:
        """The document of all blocks added so far."""
        pieces = tuple(self._pieces)
        if len(pieces) == 1 and pieces[0].text == pieces[0].source and self.source is not None:
            pieces = ()
        return Document(
            path=self.path,
            format=self.format,
            text="".join(self._texts),
            blocks=tuple(self.blocks),
            pieces=pieces,
            source=self.source,
            parts=parts,
            title=title,
            notices=tuple(notices),
            unread=tuple(unread),
        )

    def _number(self, page: int | None) -> int:
        self._paragraphs[page] = self._paragraphs.get(page, 0) + 1
        return self._paragraphs[page]

    def _next_start(self) -> int:
        if self._length:
            self._append(GAP)
        return self._length

    def _append(self, text: str) -> None:
        self._texts.append(text)
        self._length += len(text)

    def _put(self, cleaned: Cleaned, raw: Raw, at: int) -> None:
        if not raw.pieces and not cleaned.pieces:
            self._join(Piece(at, raw.start, len(cleaned.text), raw.part))
        else:
            whole = cleaned.pieces or (Piece(0, 0, len(cleaned.text)),)
            for piece in composed(whole, raw.pieces) if raw.pieces else whole:
                self._join(Piece(at + piece.text, raw.start + piece.source, piece.length, raw.part + piece.part))
        self._append(cleaned.text)

    def _join(self, piece: Piece) -> None:
        """Add a piece, as part of the one before where only white space, as long here as there, lies between."""
        last = self._pieces[-1] if self._pieces else None
        if last is not None and last.part == piece.part and piece.text - last.text == piece.source - last.source:
            end = last.source + last.length
            if end == piece.source or (self.source is not None and self.source[end : piece.source].isspace()):
                self._pieces[-1] = Piece(last.text, last.source, piece.text - last.text + piece.length, last.part)
                return
        self._pieces.append(piece)


def composed(upper: Sequence[Piece], lower: Sequence[Piece]) -> list[Piece]:
    """Clean-to-raw pieces upon raw-to-source pieces: clean-to-source pieces."""
    made: list[Piece] = []
    index = 0
    for piece in upper:
        raw_end = piece.source + piece.length
        while index + 1 < len(lower) and lower[index + 1].text <= piece.source:
            index += 1
        start, shift = piece.text, piece.text - piece.source
        if not piece.length:
            made.append(_empty(start, lower, piece.source))
        while piece.length and index < len(lower):
            under = lower[index]
            begin, end = max(piece.source, under.text), min(raw_end, under.text + under.length)
            if begin < end or (begin == end and begin in (under.text, piece.source)):
                made.append(Piece(begin + shift, under.source + begin - under.text, end - begin, under.part))
            if under.text + under.length >= raw_end:
                break
            index += 1
    return _guarded(made, upper, lower)


def _guarded(made: list[Piece], upper: Sequence[Piece], lower: Sequence[Piece]) -> list[Piece]:
    """With an empty piece at either end where the first or last letter is in no piece."""
    first, last = upper[0], upper[-1]
    if not made or made[0].text > first.text:
        made.insert(0, _empty(first.text, lower, first.source))
    end = last.text + last.length
    if made[-1].text + made[-1].length < end:
        made.append(_empty(end, lower, last.source + last.length))
    return made


def _empty(text: int, lower: Sequence[Piece], position: int) -> Piece:
    """An empty piece where the raw letter at `position` stands, or the one before it ends."""
    piece = lower[max(0, bisect_right(lower, position, key=lambda piece: piece.text) - 1)]
    return Piece(text, piece.source + min(max(0, position - piece.text), piece.length), 0, piece.part)
