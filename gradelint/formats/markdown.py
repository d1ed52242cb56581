"""Markdown to blocks: front matter, headings, lists, quotations, tables and notes; code and comments left out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from gradelint.errors import UnreadableError
from gradelint.formats.blocks import Builder, Raw, composed
from gradelint.formats.decoding import decode
from gradelint.formats.front_matter import front_matter
from gradelint.formats.markdown_blocks import DEEPEST, Leaf, parse
from gradelint.formats.markdown_inline import shown
from gradelint.formats.separators import may_hold_rows
from gradelint.formats.title_block import with_title_block
from gradelint.model import BlockKind, Document, Piece

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")

_DEFINITION = r"\[(?!\^)([^\[\]]{1,200})\]:[ \t]*\S+(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*\Z"
_CAPTION = r"[*_]{0,3}(?:Table|Figure|Chart|Box|Map) \d{1,3}(?:\.\d+)?\b[^.]{0,160}[.*_]{0,4}\Z"
_NOTE = r"\[(\d{1,3})\]:?[ \t]+(?=\S)"
_CELL_END = re.compile(r"(?:[^|\\]|\\.)*+")
_BULLETS = "•●▪◦·–—✓✔➤►"
_LINE_ENDS = str.maketrans("\r\f\v", "\n\n\n")


def read(data: bytes, path: str) -> Document:
    """The document in a Markdown file. Raises UnreadableError for what is not text or is nested beyond reason."""
    decoded = decode(data, path)
    source = decoded.text
    flat = source.replace("\r\n", " \n").translate(_LINE_ENDS) if "\r" in source or "\f" in source else source
    front = front_matter(flat)
    parsed = parse(flat, front.end)
    if parsed.too_deep:
        raise UnreadableError(path, f"nested more than {DEEPEST} levels deep", "flatten its quotes and lists")
    builder = Builder(path, "markdown", source)
    leaves, references = _without_definitions(parsed.leaves, flat)
    for leaf in leaves:
        _add(builder, leaf, flat, references)
    notices = decoded.notices
    if parsed.unclosed is not None:
        line = source.count("\n", 0, parsed.unclosed) + 1
        notices += (f"the code block that begins on line {line} is never closed; what follows was taken as code",)
    document = builder.document(notices=notices, title=front.title)
    return with_title_block(document._replace(authority=front.authority, date=front.date))


def _without_definitions(leaves: list[Leaf], flat: str) -> tuple[list[Leaf], frozenset[str]]:
    """The leaves without link definitions, which no reader sees, and the labels these define."""
    if "]:" not in flat:
        return leaves, frozenset()
    labels: list[str] = []
    kept: list[Leaf] = []
    for leaf in leaves:
        cut = 0
        if leaf.shape == "paragraph":
            while cut < len(leaf.lines) and (found := re.match(_DEFINITION, flat[slice(*leaf.lines[cut])])):
                labels.append(" ".join(found[1].casefold().split()))
                cut += 1
        if cut < len(leaf.lines):
            kept.append(leaf._replace(lines=leaf.lines[cut:]) if cut else leaf)
    return kept, frozenset(labels)


def _add(builder: Builder, leaf: Leaf, flat: str, references: Collection[str]) -> None:
    if leaf.shape == "table":
        _add_table(builder, leaf, flat, references)
    elif leaf.shape == "html":
        from gradelint.formats.html import add_html

        add_html(builder, _joined(leaf.lines, flat))
    elif _may_hold_rows(leaf, flat):
        _add_separated(builder, leaf, flat, references)
    elif _stacked(leaf, flat):
        for number, line in enumerate(leaf.lines):
            bullet = flat[line[0]] in _BULLETS
            opens = leaf.opens and not number
            _add_text(builder, leaf._replace(lines=(line,), opens=opens or bullet), flat, references)
    else:
        _add_text(builder, leaf, flat, references)


def _may_hold_rows(leaf: Leaf, flat: str) -> bool:
    prose = leaf.shape != "paragraph" or len(leaf.lines) == 1 or leaf.note
    return not prose and may_hold_rows(flat, leaf.lines[0][0], leaf.lines[-1][1])


def _stacked(leaf: Leaf, flat: str) -> bool:
    """Whether a paragraph is a stack of short lines, which Markdown would run together and no reader does."""
    if len(leaf.lines) < 2 or leaf.shape != "paragraph" or leaf.note:
        return False
    if all(flat[first] in _BULLETS for first, last in leaf.lines if first < last):
        return True
    if len(leaf.lines) < 3 or leaf.lines[1][1] - leaf.lines[0][0] > 160:
        return False
    from gradelint.formats.lines import stacked

    texts = [flat[first:last] for first, last in leaf.lines]
    return not any("|" in text or "\t" in text for text in texts) and stacked(texts)


def _add_separated(builder: Builder, leaf: Leaf, flat: str, references: Collection[str]) -> None:
    """Add the tables of a paragraph that commas or semicolons part, and the text of the lines between them."""
    from gradelint.formats.drawn_tables import add_table
    from gradelint.formats.lines import Line
    from gradelint.formats.separated_rows import separated_tables

    done = 0
    for start, drawn in separated_tables([Line(flat[first:last], first) for first, last in leaf.lines]).items():
        if done < start:
            _add_text(builder, leaf._replace(lines=leaf.lines[done:start]), flat, references)
        rows = tuple(tuple(seen(cell, references) for cell in row) for row in drawn.rows)
        add_table(builder, drawn._replace(rows=rows))
        done, leaf = drawn.end, leaf._replace(opens=False)
    if done < len(leaf.lines):
        _add_text(builder, leaf._replace(lines=leaf.lines[done:]), flat, references)


def _add_text(builder: Builder, leaf: Leaf, flat: str, references: Collection[str]) -> None:
    raw = _joined(leaf.lines, flat)
    note = leaf.note
    if not note and leaf.shape == "paragraph" and raw.text.startswith("[") and (found := re.match(_NOTE, raw.text)):
        note, cut = found[1], found.end()
        first, last = leaf.lines[0]
        raw = _joined(((first + cut, last), *leaf.lines[1:]), flat)
    level = leaf.level or (leaf.depth if leaf.opens else 0)
    builder.add(_kind(leaf, raw.text, note), seen(raw, references), level=level, note=note)


def _kind(leaf: Leaf, text: str, note: str) -> BlockKind:
    if leaf.shape == "heading":
        return BlockKind.HEADING
    if note:
        return BlockKind.FOOTNOTE
    if leaf.quoted or leaf.shape == "indented":
        return BlockKind.QUOTATION
    if leaf.opens:
        return BlockKind.LIST_ITEM
    return BlockKind.CAPTION if text[:1] in "TFCBM*_" and re.match(_CAPTION, text) else BlockKind.PARAGRAPH


def _joined(lines: Sequence[tuple[int, int]], flat: str) -> Raw:
    """The lines of a leaf as one raw text; lines that follow each other in the source need no pieces."""
    start, end = lines[0][0], lines[-1][1]
    if len(lines) == 1 or all(after[0] == before[1] + 1 for before, after in pairwise(lines)):
        return Raw(flat[start:end], start)
    pieces: list[Piece] = []
    length = 0
    for first, last in lines:
        pieces.append(Piece(length, first, last - first))
        length += last - first + 1
    return Raw("\n".join(flat[first:last] for first, last in lines), 0, pieces)


def seen(raw: Raw, references: Collection[str]) -> Raw:
    """The raw text without the marks inside it."""
    text, pieces = shown(raw.text, references)
    if not pieces:
        return raw
    if raw.pieces:
        return Raw(text, raw.start, composed(pieces, raw.pieces))
    return Raw(text, raw.start, pieces)


def _add_table(builder: Builder, leaf: Leaf, flat: str, references: Collection[str]) -> None:
    """Add the rows of a table: the head, then (past the ruling) each row under its headers."""
    table = builder.next_table()
    head = [seen(cell, references) for cell in _cells(flat, *leaf.lines[0])]
    builder.add_row([(cell, "") for cell in head], table=table, row=1, head=True)
    names = [cell.text.strip() for cell in head]
    for number, (start, end) in enumerate(leaf.lines[2:], 2):
        cells = [seen(cell, references) for cell in _cells(flat, start, end)]
        headers = names[: len(cells)] + [""] * (len(cells) - len(names))
        builder.add_row(list(zip(cells, headers, strict=True)), table=table, row=number)


def _cells(flat: str, start: int, end: int) -> list[Raw]:
    """The cells of a row, parted by bars that no backslash stands before."""
    text = flat[start:end].rstrip()
    at = 1 if text.startswith("|") else 0
    cells: list[Raw] = []
    while at < len(text):
        found = _CELL_END.match(text, at)
        stop = max(found.end() if found else at, at)
        if stop < len(text) and text[stop] == "\\":
            stop = len(text)
        cells.append(Raw(text[at:stop], start + at))
        at = stop + 1
    return cells
