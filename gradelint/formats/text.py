"""Plain text to blocks: paragraphs parted by blank lines, and the titles, lists, tables and notes told by form."""

from __future__ import annotations

import re

from gradelint.formats.blocks import Builder, Raw
from gradelint.formats.decoding import decode
from gradelint.formats.drawn_tables import add_table, drawn_tables
from gradelint.formats.lines import Line, joined, lines_of
from gradelint.formats.separated_rows import separated_tables
from gradelint.formats.separators import may_hold_rows
from gradelint.formats.title_block import with_title_block
from gradelint.model import BlockKind, Document

SUFFIXES = (".txt", ".text")

_BULLET = re.compile(r"\s*(?:[-*+•·▪◦‣●○■□–—\uf0b7]\s+(?=\S)|[•·▪‣●\uf0b7](?=\S))")
_LETTERED = re.compile(r"\s*\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+(?=\S)")
_NOTE = re.compile(r"\s*(?:\[\^?(\d{1,3})\]:?\s+|(\d{1,3})\s+(?=\S.*\bBack\s*\Z))")
_NEXT_NOTE = re.compile(r"\s*(\d{1,3})\s{2,}(?=\S)")
_CAPTION = re.compile(r"\s*(?:Table|Figure|Chart|Box|Map)\s+\d{1,3}(?:\.\d+)?\b[^.]{0,120}\Z")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|_{3,}|~{3,}|\*{3,})\s*\Z")
_SENTENCE_END = re.compile(r"[.!?;:,][\"'’”)\]]*(?:\[\d+\])*\s*\Z")
_CODED = re.compile(r"[A-Z]{2,6}\b.*\b\d{1,2} [A-Z][a-z]{2,8} \d{2}")
_KEY = re.compile(r"[A-Z][\w/'’&-]*(?: [\w/'’&-]+){0,3}:\s")
_LONGEST_HEADING = 90
_LONGEST_TITLE = 200
_SHORT = 60
_QUOTED_BY = 4


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
    done = 0
    for start, drawn in separated_tables(run).items():
        _add_run(builder, run[done:start])
        add_table(builder, drawn)
        done = drawn.end
    _add_run(builder, run[done:])


def _add_run(builder: Builder, run: list[Line]) -> None:
    """Add the tables drawn in a run of lines, and the blocks of the lines between them."""
    done = 0
    for start, drawn in drawn_tables(run).items():
        _add_prose(builder, run[done:start])
        add_table(builder, drawn)
        done = drawn.end
    _add_prose(builder, run[done:])


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
    for form in (_BULLET, _LETTERED, _KEY):
        if form.match(line):
            return len(before) < _SHORT or _ends(before) or bool(form.match(before)) or line.lstrip()[0] in "•·▪●\uf0b7"
    return _NOTE.match(line) is not None


def _ends(line: str) -> bool:
    return _SENTENCE_END.search(line, max(0, len(line) - 40)) is not None


def _add_one(builder: Builder, text: str, start: int, alone: bool) -> None:
    """Add one block, of the kind its first letters and its length tell; `alone` between blank lines."""
    if len(text) > _LONGEST_TITLE and text[:2].isalpha():
        builder.add(BlockKind.PARAGRAPH, Raw(text, start))
        return
    note = _NOTE.match(text) or _following_note(builder, text)
    if note:
        label = next(each for each in note.groups() if each)
        builder.add(BlockKind.FOOTNOTE, Raw(text[note.end() :], start + note.end()), note=label)
    elif label := _note_going_on(builder, text):
        builder.add(BlockKind.FOOTNOTE, Raw(text, start), note=label)
    elif bullet := _BULLET.match(text):
        raw = Raw(text[bullet.end() :], start + bullet.end())
        builder.add(BlockKind.LIST_ITEM, raw, level=1 + _indent(text) // 2)
    elif _LETTERED.match(text):
        builder.add(BlockKind.LIST_ITEM, Raw(text, start), level=1 + _indent(text) // 2)
    else:
        level = _heading_level(builder, text) if alone else 0
        builder.add(_kind(builder, text, level), Raw(text, start), level=level)


def _following_note(builder: Builder, text: str) -> re.Match[str] | None:
    """A note told by its number, one more than that of the note before it."""
    last = builder.blocks[-1] if builder.blocks else None
    if last is None or last.kind is not BlockKind.FOOTNOTE or not last.note.isdigit():
        return None
    found = _NEXT_NOTE.match(text)
    return found if found and int(found[1]) == int(last.note) + 1 else None


def _note_going_on(builder: Builder, text: str) -> str:
    """The label of the note before, where it announces a list ("Key:") that has not ended yet."""
    last = builder.blocks[-1] if builder.blocks else None
    if last is None or last.kind is not BlockKind.FOOTNOTE or len(text) > _LONGEST_TITLE:
        return ""
    words = builder.words(last)
    goes_on = len(builder.blocks) > 1 and builder.blocks[-2].note == last.note
    return last.note if words.endswith(":") or (goes_on and not words.endswith("Back")) else ""


def _kind(builder: Builder, text: str, level: int) -> BlockKind:
    if _CAPTION.match(text):
        return BlockKind.CAPTION
    if level:
        return BlockKind.HEADING
    return BlockKind.QUOTATION if builder.blocks and _indent(text) >= _QUOTED_BY else BlockKind.PARAGRAPH


def _heading_level(builder: Builder, text: str) -> int:
    """1 for a paper's first line, 2 for a later short one that ends no sentence and is no table row; else 0."""
    stripped = text.strip()
    longest = _LONGEST_HEADING if builder.blocks else _LONGEST_TITLE
    if len(stripped) > longest or "\n" in stripped or not stripped[:1].isalnum() or stripped[:1].islower():
        return 0
    if any(form.search(stripped) for form in (_SENTENCE_END, _KEY, _CAPTION, _CODED)):
        return 0
    if builder.blocks and _indent(text) >= _QUOTED_BY:
        return 0
    return 2 if builder.blocks else 1


def _indent(text: str) -> int:
    return len(text[:40].expandtabs(4)) - len(text[:40].expandtabs(4).lstrip())
