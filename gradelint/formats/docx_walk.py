"""One part of a Word file to its paragraphs, tables, text boxes and notes, in order.

What a reader of the paper sees is kept: insertions, hidden text, content controls, hyperlinks, results of
fields. Deletions, moves away, field codes and the fallback copy of a drawing are left out. A letter's
place is the byte of the part (as UTF-8) where it begins.
"""

from __future__ import annotations

from gradelint.formats.docx_actions import ends, starts
from gradelint.formats.docx_letters import AMPERSAND, Frame, Letters, cells, placed, twips
from gradelint.formats.docx_story import (
    DEEPEST,
    Attributes,
    Box,
    Call,
    Note,
    Story,
    Table,
    TableCell,
    TableRow,
    TooDeepError,
    is_on,
    new_parser,
    parse,
    word_value,
)
from gradelint.model import Piece

_LEAST_INDENT = 400


def story(content: bytes, path: str, name: str, part: int) -> Story:
    """The story in the part called `name`. Raises UnreadableError where it is not well formed."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = content.decode("utf-16").encode()
    walk = Walk(content, part)
    walk.parser.EndElementHandler = walk.end
    parse(content, path, name, walk.start, walk.parser)
    return Story(walk.frames[0].done(), tuple(walk.calls), walk.paged, walk.embedded, walk.pictures)


class Walk:
    """Follows expat through a part; which elements matter is told by the two tables of actions."""

    def __init__(self, content: bytes, part: int) -> None:
        self.content, self.part = content, part
        self.parser = new_parser()
        self.depth = self.skipped = self.letters = 0
        self.page, self.paged, self.fresh_page = 1, False, True
        self.embedded = self.pictures = 0
        self.bold = False
        self.within = ""
        self.frames = [Frame(1, True)]
        self.paragraphs: list[Letters] = []
        self.choices: list[int] = []
        self.calls: list[Call] = []
        self.ids: list[str] = []
        self.starts, self.ends = starts(self), ends(self)

    def start(self, name: str, attributes: Attributes) -> None:
        """Called by expat where an element begins."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise TooDeepError
        if not self.skipped and (action := self.starts.get(name)) is not None:
            action(attributes)

    def end(self, name: str) -> None:
        """Called by expat where an element ends."""
        self.depth -= 1
        if self.skipped:
            if self.depth < self.skipped:
                self.skipped = 0
        elif (action := self.ends.get(name)) is not None:
            action()

    def skip(self, _: Attributes) -> None:
        """Leave out this element and all in it."""
        self.skipped = self.depth

    # Letters

    def begin_text(self, _: Attributes) -> None:
        """Begin to listen to letters; those outside any paragraph get one of their own."""
        if not self.paragraphs:
            self.begin_paragraph({})
            self.paragraphs[-1].loose = True
        self.parser.CharacterDataHandler = self.characters

    def end_text(self) -> None:
        """Stop listening to letters."""
        self.parser.CharacterDataHandler = None
        if self.paragraphs and self.paragraphs[-1].loose:
            self.end_paragraph()

    def characters(self, text: str) -> None:
        """Called by expat with letters, in as many runs as it likes."""
        paragraph = self.paragraphs[-1]
        at, length = self.parser.CurrentByteIndex, len(text)
        if text.isascii() and (length > 1 or self.content[at] != AMPERSAND):
            paragraph.pieces.append(Piece(paragraph.length, at, length))
        else:
            paragraph.pieces += placed(self.content, text, paragraph.length, at)
        paragraph.texts.append(text)
        paragraph.length += length
        self.letters += length
        if not text.isspace():
            self._seen(paragraph)
            paragraph.bold = paragraph.bold and self.bold

    def _seen(self, paragraph: Letters) -> None:
        self.fresh_page = False
        if not paragraph.seen:
            paragraph.seen, paragraph.page = True, self.page

    def put(self, text: str) -> None:
        """Add letters that an element stands for."""
        if self.paragraphs:
            at = self.parser.CurrentByteIndex
            self.paragraphs[-1].put(text, at, self.content.find(b">", at) + 1)

    def tab(self, _: Attributes) -> None:
        """A tab in the text; among the properties of a paragraph it is only a tab stop."""
        if not self.within:
            self.put(" ")

    def begin_run(self, _: Attributes) -> None:
        """Begin a run, which is not bold until it says so."""
        self.bold = False

    def embolden(self, attributes: Attributes) -> None:
        """Take down whether the run is bold."""
        self.bold = is_on(attributes)

    def break_line(self, attributes: Attributes) -> None:
        """A line or page ends here."""
        if word_value(attributes, "type") == "page":
            self.next_page()
        self.put("\n")

    def call(self, kind: str, attributes: Attributes) -> None:
        """A note is called here: leave its label right after the word."""
        id = word_value(attributes, "id")
        number = 1 + sum(each.kind == kind for each in self.calls)
        label = f"{number}" if kind == "footnote" else f"e{number}"
        self.calls.append(Call(kind, id, label, self.page))
        if word_value(attributes, "customMarkFollows") in ("", "0", "false"):
            self.put(f"[{label}]")

    # Pages

    def next_page(self) -> None:
        """A page ends here, unless nothing was seen on it (Word tells the same end twice) or in a text box."""
        if not self.fresh_page and len(self.paragraphs) < 2:
            self.page += 1
            self.fresh_page = True

    def rendered_page(self, _: Attributes) -> None:
        """Word, when it last laid the paper out, ended a page here."""
        self.paged = True
        self.next_page()

    # Paragraphs and what they say of themselves

    def begin_paragraph(self, _: Attributes) -> None:
        """Begin a paragraph, or go on with the one whose end was deleted."""
        frame = self.frames[-1]
        letters, frame.carried = frame.carried or Letters(self.part, self.page), None
        letters.begin()
        self.paragraphs.append(letters)
        self.bold = False

    def end_paragraph(self) -> None:
        """End a paragraph."""
        letters, frame = self.paragraphs.pop(), self.frames[-1]
        if letters.merged:
            frame.carried = letters
        else:
            frame.items += letters.done()

    def say(self, attributes: Attributes, what: str) -> None:
        """Take down one property of the paragraph, where it stands among its properties."""
        value = word_value(attributes, "val")
        if self.within != "pPr" or not self.paragraphs:
            return
        paragraph = self.paragraphs[-1]
        if what == "pStyle":
            paragraph.style = value
        elif what == "outlineLvl" and value.isdecimal() and int(value) < 9:
            paragraph.outline = int(value)
        elif what == "ilvl" and value.isdecimal():
            paragraph.listed = min(int(value), 8)
        elif what == "numId":
            paragraph.listed = None if value == "0" else paragraph.listed or 0
        elif what == "ind":
            sides = (("left", "start"), ("right", "end"))
            paragraph.indented = all(any(twips(attributes, each) >= _LEAST_INDENT for each in side) for side in sides)

    def delete(self, _: Attributes) -> None:
        """What is deleted is left out: a paragraph's end, a table row, or a piece of text."""
        if self.within == "pPr" and self.paragraphs:
            self.paragraphs[-1].merged = True
        elif self.within == "trPr":
            self.frames[-1].deleted = True
        else:
            self.skipped = self.depth

    # Frames

    def open(self, _: Attributes) -> None:
        """Begin a table, row, text box or note."""
        self.frames.append(Frame(self.page, self.fresh_page))

    def open_cell(self, attributes: Attributes) -> None:
        """Begin a cell on the page its row began on: Word marks a page's end in every cell that crosses it."""
        row = self.frames[-1]
        self.page, self.fresh_page = row.first_page, row.fresh
        self.open(attributes)

    def open_note(self, attributes: Attributes) -> None:
        """Begin a note, unless it is only the line above the notes."""
        kind = word_value(attributes, "type")
        if kind not in ("", "normal"):
            self.skipped = self.depth
            return
        self.ids.append(word_value(attributes, "id"))
        self.open(attributes)

    def close_note(self) -> None:
        """End a note."""
        self.frames[-2].items.append(Note(self.ids.pop(), self.frames.pop().done()))

    def close_box(self) -> None:
        """End a text box, which comes after the paragraph it is anchored in."""
        box = Box(self.frames.pop().done())
        (self.paragraphs[-1].after if self.paragraphs else self.frames[-1].items).append(box)

    def close_cell(self) -> None:
        """End a cell."""
        cell, row = self.frames.pop(), self.frames[-1]
        row.items.append(TableCell(cell.done(), row.column, cell.columns))
        row.column += cell.columns
        row.last_page = max(row.last_page, self.page)

    def close_row(self) -> None:
        """End a row; its page is the furthest its cells came to."""
        row = self.frames.pop()
        self.page = max(row.last_page, row.first_page)
        if not row.deleted:
            self.frames[-1].items.append(TableRow(tuple(cells(row.done())), row.head))

    def close_table(self) -> None:
        """End a table."""
        table = self.frames.pop().done()
        rows = (each if isinstance(each, TableRow) else TableRow(tuple(cells((each,))), False) for each in table)
        self.frames[-1].items.append(Table(tuple(rows)))

    def measure(self, attributes: Attributes, what: str) -> None:
        """Take down how wide a cell is, or how far in a row begins."""
        value = word_value(attributes, "val")
        number = min(int(value), 1000) if value.isdecimal() else 0
        if what == "gridSpan":
            self.frames[-1].columns = max(1, number)
        else:
            self.frames[-1].column += number

    def repeat(self, attributes: Attributes) -> None:
        """Take down whether the row is repeated on every page."""
        self.frames[-1].head = is_on(attributes)

    def enter(self, properties: str) -> None:
        """Begin the properties of a paragraph or row, or end them."""
        self.within = properties

    def choose(self, _: Attributes) -> None:
        """Of the copies of a drawing, read the first that has letters."""
        if self.choices and self.letters > self.choices[-1]:
            self.skipped = self.depth

    def picture(self, _: Attributes) -> None:
        """A drawing, which counts as seen on its page."""
        self.pictures += 1
        self.fresh_page = False

    def embed(self, _: Attributes) -> None:
        """A file embedded whole, which is not read."""
        self.embedded += 1
