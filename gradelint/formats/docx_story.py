"""The values a part of a Word file is read into (Word calls it a story), and the safe run of expat over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from xml.parsers import expat

from gradelint.errors import UnreadableError
from gradelint.formats.blocks import Raw

DEEPEST = 256
SAVE_AGAIN = "open it in Word and save it again"
WORD_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",
)

Attributes = dict[str, str]


class Paragraph(NamedTuple):
    """A paragraph: its letters, its style, and what it says of itself; `listed` is a list item's depth from 0.

    `bold` is said where every letter is, `indented` where it is set in from both sides.
    """

    raw: Raw
    style: str
    outline: int | None
    listed: int | None
    page: int
    bold: bool
    indented: bool


class TableCell(NamedTuple):
    """What is in a cell, the grid column it begins at and how many columns it spans."""

    items: tuple[Item, ...]
    column: int
    columns: int


class TableRow(NamedTuple):
    """The cells of a row; `head` where Word repeats it on every page."""

    cells: tuple[TableCell, ...]
    head: bool


class Table(NamedTuple):
    """The rows of a table."""

    rows: tuple[TableRow, ...]


class Box(NamedTuple):
    """What is in a text box."""

    items: tuple[Item, ...]


class Note(NamedTuple):
    """What is in a foot- or endnote, and its id."""

    id: str
    items: tuple[Item, ...]


Item = Paragraph | Table | TableRow | TableCell | Box | Note


class Call(NamedTuple):
    """A place in the text that calls a note: which kind of note, its id, the label it prints, the page."""

    kind: str
    id: str
    label: str
    page: int


class Story(NamedTuple):
    """What a part holds, in order, and the notes it calls.

    `paged` tells whether Word left its page ends in it; `embedded` counts the files embedded whole,
    `pictures` the drawings.
    """

    items: tuple[Item, ...]
    calls: tuple[Call, ...]
    paged: bool
    embedded: int
    pictures: int


class TooDeepError(Exception):
    """Raised by a handler where elements are nested beyond the limit."""


def word_value(attributes: Attributes, name: str) -> str:
    """The value of a `w:` attribute in either namespace; empty where there is none."""
    return attributes.get(WORD_SPACES[0] + name) or attributes.get(WORD_SPACES[1] + name, "")


def is_on(attributes: Attributes) -> bool:
    """Whether a switch such as `w:b` is on: it is unless it says otherwise."""
    return word_value(attributes, "val") not in ("0", "false", "off", "none")


def new_parser() -> expat.XMLParserType:
    """An expat parser that tells names as `namespace name`."""
    return expat.ParserCreate("utf-8", " ")


def parse(
    content: bytes,
    path: str,
    name: str,
    start: Callable[[str, Attributes], None],
    parser: expat.XMLParserType | None = None,
) -> None:
    """Run expat over the part `name`. Raises UnreadableError for a document type, deep nesting and damage."""
    parser = parser or new_parser()
    parser.StartElementHandler = start

    def refuse(*_: object) -> None:
        raise UnreadableError(path, f"the part {name} declares a document type, which Word never does", SAVE_AGAIN)

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except expat.ExpatError as fault:
        raise UnreadableError(path, f"the part {name} is damaged ({fault})", SAVE_AGAIN) from fault
    except TooDeepError:
        reason = f"the part {name} is nested more than {DEEPEST} levels deep"
        raise UnreadableError(path, reason, SAVE_AGAIN) from None
