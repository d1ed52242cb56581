"""What a block is by its own letters, where the file does not say: a bullet, a note, a caption, a heading.

The rules of plain text, and of the paragraphs of Word and PDF.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from gradelint.formats.blocks import Builder, Raw
from gradelint.formats.lines import Line, joined, lines_of
from gradelint.model import BlockKind, Piece

BULLET = re.compile(r"\s*(?:[-*+•·▪◦‣●○■□–—\uf0b7]\s+(?=\S)|[•·▪‣●\uf0b7](?=\S))")
_LETTERED = re.compile(r"\s*\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+(?=\S)")
_NOTE = re.compile(r"\s*(?:\[\^?(\d{1,3})\]:?\s+|(\d{1,3})\s+(?=\S.*\bBack\s*\Z))")
_NEXT_NOTE = re.compile(r"\s*(\d{1,3})\s+(?=\S)")
_CAPTION = re.compile(r"\s*(?:Table|Figure|Chart|Box|Map)\s+\d{1,3}(?:\.\d+)?\b[^.]{0,120}\Z")
_SENTENCE_END = re.compile(r"[.!?;:,][\"'’”)\]]*(?:\[\w+\])*\s*\Z")
_CODED = re.compile(r"[A-Z]{2,6}\b.*\b\d{1,2} [A-Z][a-z]{2,8} \d{2}")
_FIGURES = re.compile(r"\d{4}(?: \(\w+\))?, \d{4}|\s\d+ \d+\Z")
_KEY = re.compile(r"[A-Z][\w /'’&-]{1,40}:\s")
_LONGEST_HEADING = 90
LONGEST_TITLE = 200
_MOST_HEADINGS = 2
_SHORT = 60
_QUOTED_BY = 4


def add_by_form(builder: Builder, raw: Raw, *, alone: bool, page: int | None = None) -> None:
    """Add the block or blocks of a text that may have several lines; `alone` where it may be a heading."""
    run: list[Line] = []
    if "\n" not in raw.text.strip():
        add_whole(builder, raw, alone, page)
        return
    for line in [*lines_of(raw.text, 0), Line("", 0)]:
        if line.text.strip():
            run.append(line)
            continue
        for first, end in joined(run, begins_block):
            begin, last = run[first].start, run[end - 1]
            add_whole(builder, cut(raw, begin, last.start + len(last.text)), alone and len(run) == 1, page)
        run = []


def begins_block(line: str, before: str) -> bool:
    """Whether a line begins a block of its own by its form."""
    for form in (BULLET, _LETTERED, _KEY):
        if form.match(line):
            return (
                len(before) < _SHORT or ends_sentence(before) or bool(form.match(before)) or line.lstrip()[0] in "•·▪●"
            )
    return _NOTE.match(line) is not None and (len(before) < _SHORT or ends_sentence(before) or before.endswith("Back"))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or a part of one does."""
    return _SENTENCE_END.search(text, max(0, len(text) - 40)) is not None


def is_coded(text: str) -> bool:
    """Whether a line is a table's row of a code and dates."""
    return _CODED.match(text) is not None


def heading_level(builder: Builder, text: str, *, keyed: bool = False) -> int:
    """1 for a paper's first line, 2 for a later short one that ends no sentence and is no table row; else 0.

    A colon inside makes a line a key and its value, unless it is `keyed`: its letters tell it is a heading.
    """
    stripped = text.strip()
    longest = LONGEST_TITLE if keyed or not builder.blocks else _LONGEST_HEADING
    if len(stripped) > longest or "\n" in stripped or not stripped[:1].isalnum() or stripped[:1].islower():
        return 0
    if any(form.search(stripped) for form in (_SENTENCE_END, _CAPTION, _CODED, _FIGURES)):
        return 0
    if not keyed and _KEY.match(stripped):
        return 0
    return 2 if builder.blocks else 1


def standing_alone(texts: Sequence[str]) -> list[bool]:
    """For each paragraph, whether it may be a heading: of three or more in a row that could be, none is."""
    could = [0 < len(text) <= _LONGEST_HEADING and not ends_sentence(text) for text in texts]
    runs = [(able, len(list(run))) for able, run in groupby(could)]
    return [not able or length <= _MOST_HEADINGS for able, length in runs for _ in range(length)]


def cut(raw: Raw, begin: int, end: int | None = None) -> Raw:
    """The letters of a raw text from `begin` up to `end`, with their places."""
    end = len(raw.text) if end is None else end
    text = raw.text[begin:end]
    if not raw.pieces:
        return Raw(text, raw.start + begin, (), raw.part)
    kept: list[Piece] = []
    for piece in raw.pieces:
        first, last = max(begin, piece.text), min(end, piece.text + piece.length)
        if first < last or (not piece.length and begin <= piece.text <= end):
            kept.append(Piece(first - begin, piece.source + first - piece.text, last - first, piece.part))
    return Raw(text, raw.start, kept, raw.part)


def glued(raws: list[Raw], by: str) -> Raw:
    """Raw texts of one part as one, with `by` between them."""
    if len(raws) == 1:
        return raws[0]
    texts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for raw in raws:
        if texts:
            texts.append(by)
            length += len(by)
        lower = raw.pieces or (Piece(0, 0, len(raw.text)),)
        pieces += (Piece(length + each.text, raw.start + each.source, each.length, each.part) for each in lower)
        texts.append(raw.text)
        length += len(raw.text)
    return Raw("".join(texts), 0, pieces, raws[0].part if raws else 0)


def add_whole(builder: Builder, raw: Raw, alone: bool, page: int | None = None) -> None:
    """Add a text as one block, of the kind its letters tell."""
    text = raw.text
    if note := _NOTE.match(text) or _following_note(builder, text):
        label = next(each for each in note.groups() if each)
        builder.add(BlockKind.FOOTNOTE, cut(raw, note.end()), page=page, note=label)
    elif label := _note_going_on(builder, text):
        builder.add(BlockKind.FOOTNOTE, raw, page=page, note=label)
    elif bullet := BULLET.match(text):
        builder.add(BlockKind.LIST_ITEM, cut(raw, bullet.end()), page=page, level=1 + _indent(text) // 2)
    elif _LETTERED.match(text):
        builder.add(BlockKind.LIST_ITEM, raw, page=page, level=1 + _indent(text) // 2)
    elif _CAPTION.match(text):
        builder.add(BlockKind.CAPTION, raw, page=page)
    elif builder.blocks and _indent(text) >= _QUOTED_BY:
        builder.add(BlockKind.QUOTATION, raw, page=page)
    elif alone and (level := heading_level(builder, text)):
        builder.add(BlockKind.HEADING, raw, page=page, level=level)
    else:
        builder.add(BlockKind.PARAGRAPH, raw, page=page)


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
    if last is None or last.kind is not BlockKind.FOOTNOTE or len(text) > LONGEST_TITLE:
        return ""
    words = builder.words(last)
    goes_on = len(builder.blocks) > 1 and builder.blocks[-2].note == last.note
    return last.note if words.endswith(":") or (goes_on and not words.endswith("Back")) else ""


def _indent(text: str) -> int:
    return len(text[:40].expandtabs(4)) - len(text[:40].expandtabs(4).lstrip())
