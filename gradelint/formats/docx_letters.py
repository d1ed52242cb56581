"""What is being gathered while a part of a Word file is read: a paragraph's letters, and the frame they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gradelint.formats.blocks import Raw
from gradelint.formats.docx_story import Attributes, Item, Paragraph, TableCell, word_value
from gradelint.model import Piece

AMPERSAND = ord("&")
_PLAIN_OR_ODD = re.compile(r"[\0-\x7f]+|[^\0-\x7f]+")


class Letters:
    """A paragraph that is being read."""

    def __init__(self, part: int, page: int) -> None:
        self.part, self.page = part, page
        self.texts: list[str] = []
        self.pieces: list[Piece] = []
        self.after: list[Item] = []
        self.length = 0
        self.seen, self.bold, self.loose = False, True, False
        self.begin()

    def begin(self) -> None:
        """Forget what the paragraph said of itself: its end was deleted, and it is now part of the next."""
        self.style, self.merged, self.indented = "", False, False
        self.outline: int | None = None
        self.listed: int | None = None

    def put(self, text: str, at: int, end: int) -> None:
        """Letters that do not stand one for one in the source, only between two places."""
        self.pieces.append(Piece(self.length, at, 0))
        self.texts.append(text)
        self.length += len(text)
        self.pieces.append(Piece(self.length, end, 0))

    def done(self) -> list[Item]:
        """The paragraph, and the text boxes anchored in it."""
        raw = Raw("".join(self.texts), 0, self.pieces, self.part)
        bold = self.bold and self.seen
        made = Paragraph(raw, self.style, self.outline, self.listed, self.page, bold, self.indented)
        return [made, *self.after]


class Frame:
    """What is being gathered: a story, table, row, cell, text box or note."""

    def __init__(self, page: int, fresh: bool) -> None:
        self.items: list[Item] = []
        self.carried: Letters | None = None
        self.first_page = self.last_page = page
        self.fresh = fresh
        self.head = self.deleted = False
        self.column, self.columns = 0, 1

    def done(self) -> tuple[Item, ...]:
        """All that was gathered."""
        if self.carried is not None:
            self.items += self.carried.done()
            self.carried = None
        return tuple(self.items)


def cells(items: tuple[Item, ...]) -> Iterator[TableCell]:
    """The cells among these; what stands outside any cell makes one of its own."""
    for column, item in enumerate(items):
        yield item if isinstance(item, TableCell) else TableCell((item,), column, 1)


def twips(attributes: Attributes, name: str) -> int:
    """A measure in twentieths of a point; 0 where there is none."""
    value = word_value(attributes, name)
    return int(value) if value.isdecimal() else 0


def placed(content: bytes, text: str, start: int, at: int) -> Iterator[Piece]:
    """The places of a text with letters of several bytes, or of one entity.

    Such a letter is in no piece; where it does not follow one, an empty piece tells where it begins or ends.
    """
    if content[at] == AMPERSAND:
        yield Piece(start, at, 0)
        yield Piece(start + len(text), content.find(b";", at) + 1, 0)
        return
    odd = False
    for run in _PLAIN_OR_ODD.finditer(text):
        letters, position = run[0], start + run.start()
        odd = not letters.isascii()
        if not odd:
            yield Piece(position, at, len(letters))
            at += len(letters)
            continue
        for number, letter in enumerate(letters):
            if number or position == start:
                yield Piece(position + number, at, 0)
            at += len(letter.encode())
    if odd:
        yield Piece(start + len(text), at, 0)
