"""A line of the paper around some words, narrow enough for a screen, and the marks that go under them."""

import re
from typing import NamedTuple

from gradelint.model import BlockKind, Document, Span
from gradelint.reports.parts.escaping import one_line

WIDTH = 90
_ELLIPSIS = "..."
_BETWEEN_CELLS = re.compile(r" ?\| ")


class Window(NamedTuple):
    """One line in three parts; the marks go under `words`."""

    before: str
    words: str
    after: str

    @property
    def line(self) -> str:
        """The line as it is shown."""
        return f"{self.before}{self.words}{self.after}".rstrip()

    def marks(self, mark: str) -> str:
        """`mark` under every column of the words."""
        return " " * columns(self.before) + mark * max(1, columns(self.words))


def window(document: Document, span: Span) -> Window:
    """The words of `span` with as much of their block as fits; words beyond the block's end are left out."""
    block = document.blocks[document.block_at(span.start)] if document.blocks else None
    whole = block.span if block else Span(0, len(document.text))
    end = min(span.end, max(whole.end, span.start))
    reach = 4 * WIDTH
    row = block is not None and block.kind is BlockKind.TABLE_ROW
    before = _plain(document.text[max(whole.start, span.start - reach) : span.start], row)
    near, far = min(end, span.start + reach), max(span.start + reach, end - reach)
    words = _plain(document.text[span.start : near] + document.text[far:end], row)
    after = _plain(document.text[end : min(whole.end, end + reach)], row)
    return _fitted(before.lstrip(), words, after.rstrip())


def columns(text: str) -> int:
    """How many columns of a screen the text takes."""
    if text.isascii():
        return len(text)
    import unicodedata

    return sum(
        0 if unicodedata.category(each) in ("Mn", "Me", "Cf") else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in text
    )


def _plain(text: str, row: bool) -> str:
    """Without line breaks, and with control characters as escapes; the cells of a row set apart."""
    flat = re.sub(r"\s+", " ", text)
    return one_line(_BETWEEN_CELLS.sub("   ", flat) if row else flat)


def _fitted(before: str, words: str, after: str) -> Window:
    words = _without_its_middle(words, WIDTH - 2 * len(f"{_ELLIPSIS} "))
    room = WIDTH - len(words)
    left = min(len(before), max(room // 2, room - len(after)))
    return Window(_end_of(before, left), words, _start_of(after, room - left))


def _without_its_middle(text: str, room: int) -> str:
    """The first and the last words, because a grade often stands at either end."""
    if len(text) <= room:
        return text
    half = (room - len(f" {_ELLIPSIS} ")) // 2
    start, end = text[:half], text[-half:]
    return f"{start[: start.rfind(' ')] if ' ' in start else start} {_ELLIPSIS} {end[end.find(' ') + 1 :]}"


def _end_of(text: str, room: int) -> str:
    """The last words of `text` that fit."""
    if len(text) <= room:
        return text
    room -= len(_ELLIPSIS) + 1
    cut = text[len(text) - room :] if room > 0 else ""
    return f"{_ELLIPSIS} {cut[cut.find(' ') + 1 :]}"


def _start_of(text: str, room: int) -> str:
    """The first words of `text` that fit."""
    if len(text) <= room:
        return text
    room -= len(_ELLIPSIS) + 1
    cut = text[: max(0, room)]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut} {_ELLIPSIS}"
