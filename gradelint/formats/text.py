"""Plain text to blocks: paragraphs parted by blank lines, and the titles, lists, tables and notes told by form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from gradelint.formats.blocks import Builder, Raw
from gradelint.formats.decoding import decode
from gradelint.formats.drawn_tables import Drawn, add_table, drawn_tables
from gradelint.formats.forms import LONGEST_TITLE, add_whole, begins_block
from gradelint.formats.lines import Line, joined, lines_of
from gradelint.formats.separated_rows import separated_tables
from gradelint.formats.separators import may_hold_rows
from gradelint.formats.title_block import with_title_block
from gradelint.model import BlockKind, Document

SUFFIXES = (".txt", ".text")

Add = Callable[[Builder, list[Line]], None]

_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|_{3,}|~{3,}|\*{3,})\s*\Z")


def read(data: bytes, path: str) -> Document:
    """The document in a plain text file. Raises UnreadableError for what is not text."""
    decoded = decode(data, path)
    builder = Builder(path, "text", decoded.text)
    for chunk, start in _chunks(_one_line_end(decoded.text)):
        if "\n" in chunk:
            _add_lines(builder, chunk, start)
        else:
            _add_one(builder, chunk, start, alone=True)
    return with_title_block(builder.document(notices=decoded.notices))


def _one_line_end(source: str) -> str:
    """The source with every line end a line feed, letter for letter as long as before."""
    if "\r" in source:
        source = source.replace("\r\n", " \n").replace("\r", "\n")
    for other in "\f\v" if source.isascii() else "\f\v\u2028\u2029\x85":
        if other in source:
            source = source.replace(other, "\n")
    return source


def _chunks(flat: str) -> list[tuple[str, int]]:
    """What lies between empty lines, with where it starts."""
    found: list[tuple[str, int]] = []
    start = 0
    for chunk in flat.split("\n\n"):
        if chunk and not chunk.isspace():
            found.append((chunk, start))
        start += len(chunk) + 2
    return found


def _add_lines(builder: Builder, chunk: str, start: int) -> None:
    """Add the blocks of several lines, in runs parted by lines of white space only."""
    add_run = _add_separated if may_hold_rows(chunk, 0, len(chunk)) else _add_run
    run: list[Line] = []
    for line in lines_of(chunk, start):
        if line.text.isspace() or not line.text:
            add_run(builder, run)
            run = []
        else:
            run.append(line)
    add_run(builder, run)


def _add_separated(builder: Builder, run: list[Line]) -> None:
    """Add the tables of a run that commas or semicolons part, and what the lines between them hold."""
    _add_parted(builder, run, separated_tables(run), _add_run)


def _add_run(builder: Builder, run: list[Line]) -> None:
    """Add the tables drawn in a run of lines, and the blocks of the lines between them."""
    _add_parted(builder, run, drawn_tables(run), _add_prose)


def _add_parted(builder: Builder, run: list[Line], tables: Mapping[int, Drawn], add: Add) -> None:
    """Add tables, by the line each starts at, and with `add` the lines between them."""
    done = 0
    for start, drawn in tables.items():
        add(builder, run[done:start])
        add_table(builder, drawn)
        done = drawn.end
    add(builder, run[done:])


def _add_prose(builder: Builder, run: list[Line]) -> None:
    for first, end in joined(run, _begins_block):
        _add_joined(builder, run[first:end], alone=len(run) == 1)


def _add_joined(builder: Builder, lines: list[Line], alone: bool) -> None:
    if lines[-1].text[0] in "=-_~* " and _UNDERLINE.match(lines[-1].text):
        alone, lines = True, lines[:-1]
    if lines:
        _add_one(builder, "\n".join(each.text for each in lines), lines[0].start, alone)


def _begins_block(line: str, before: str) -> bool:
    """Whether a line begins a block of its own by its form."""
    if before[0] in "=-_~* " and _UNDERLINE.match(before):
        return True
    if line[0].isalpha() and ":" not in line[:44] and ")" not in line[:5]:
        return False
    return begins_block(line, before)


def _add_one(builder: Builder, text: str, start: int, alone: bool) -> None:
    """Add one block, of the kind its first letters and its length tell; `alone` between blank lines."""
    if len(text) > LONGEST_TITLE and text[:2].isalpha():
        builder.add(BlockKind.PARAGRAPH, Raw(text, start))
    else:
        add_whole(builder, Raw(text, start), alone)
