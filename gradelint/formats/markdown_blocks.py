"""Markdown to its leaf blocks, by the rules of CommonMark, tables and footnotes, line by line and without recursion.

An own parser, because every letter must keep its place, no depth may drop text, and it is read at start-up;
the tests hold its blocks against markdown-it-py's.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

DEEPEST = 1000

_FIRST_WORD = re.compile(r"[A-Za-z(\"'‘“£]")
_BLANKS = re.compile(r"[ \t]*")
_ITEM = re.compile(r"([-+*]|(\d{1,9})[.)])(?=[ \t]|\Z)")
_NOTE = re.compile(r"\[\^([^\]\s]{1,60})\]:")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|\Z)")
_RULE = re.compile(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)\Z")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
_FENCE = re.compile(r"(`{3,})[^`]*\Z|(~{3,})")
_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
_HTML_UNTIL = (
    (
        re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE),
        re.compile(r"</(?:script|pre|style|textarea)>", re.I),
    ),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(r"<![A-Za-z]"), re.compile(r">")),
)
_HTML_BLOCK = re.compile(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl"
    r"|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main"
    r"|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title"
    r"|tr|track|ul)(?=[\s/>]|\Z)",
    re.IGNORECASE,
)
_HTML_ALONE = re.compile(
    r"(?:<[A-Za-z][\w-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*\s*/?>|</[A-Za-z][\w-]*\s*>)\s*\Z"
)


class Shape(StrEnum):
    """What a leaf block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    TABLE = "table"
    HTML = "html"
    INDENTED = "indented"


class Leaf(NamedTuple):
    """A block that holds text: its lines as `(start, end)` in the source, markers of its containers left out.

    `level` is a heading's depth; `depth` counts the list items it is in, `opens` whether it is the first of
    the innermost; `note` is the label of the footnote it is in.
    """

    shape: Shape
    lines: tuple[tuple[int, int], ...]
    level: int = 0
    quoted: bool = False
    depth: int = 0
    opens: bool = False
    note: str = ""


class Container(NamedTuple):
    """An open quote (`width` 0), or a list item or footnote with the columns its content is indented by."""

    width: int
    note: str = ""


class Parsed(NamedTuple):
    """The leaf blocks in order; `unclosed` is where a code fence begins that never ends; `too_deep` if nested so."""

    leaves: list[Leaf]
    unclosed: int | None = None
    too_deep: bool = False


class Parser:
    """Reads a document's lines in order; `finish` gives the leaves."""

    def __init__(self) -> None:
        self.leaves: list[Leaf] = []
        self.stack: list[Container] = []
        self.open: list[tuple[int, int]] = []
        self.shape = Shape.PARAGRAPH
        self.first_of_item = False
        self.fence: tuple[str, int, int] | None = None
        self.html_end: re.Pattern[str] | None = None
        self.too_deep = False

    def finish(self) -> Parsed:
        """Close what is open."""
        unclosed = self.fence[2] if self.fence else None
        self._close()
        return Parsed(self.leaves, unclosed, self.too_deep)

    def read(self, line: str, start: int) -> None:
        """Take the next line, which starts at `start` and has no line end."""
        if not self.stack and self.fence is None and self.shape is Shape.PARAGRAPH and _FIRST_WORD.match(line):
            self.open.append((start, start + len(line)))
            return
        at, spare, matched = self._matched(line)
        if matched < len(self.stack) and (self.fence or self.shape in (Shape.HTML, Shape.TABLE, Shape.INDENTED)):
            self._close_to(matched)
        if self.fence is not None:
            self._read_code(line[at:], spare)
        elif self.shape is Shape.HTML and self.open:
            self._read_html(line, at, start)
        else:
            self._read_text(line, at, spare, matched, start)

    def _matched(self, line: str) -> tuple[int, int, int]:
        """How far the open containers reach into this line: `(position, columns of a tab left over, how many)`."""
        at = spare = 0
        for number, container in enumerate(self.stack):
            blanks, after = _indent(line, at, spare)
            if container.width:
                if after == len(line):
                    at, spare = after, 0
                elif blanks >= container.width:
                    at, spare = _consume(line, at, spare, container.width)
                else:
                    return at, spare, number
            elif blanks < 4 and line.startswith(">", after):
                at, spare = _after_marker(line, after + 1)
            else:
                return at, spare, number
        return at, spare, len(self.stack)

    def _read_code(self, rest: str, spare: int) -> None:
        assert self.fence is not None
        mark, length, _ = self.fence
        stripped = rest.strip(" \t")
        if len(stripped) >= length and not stripped.strip(mark) and _indent(rest, 0, spare)[0] < 4:
            self.fence = None

    def _read_html(self, line: str, at: int, start: int) -> None:
        blank = not line[at:].strip()
        if blank and self.html_end is None:
            self._close()
            return
        self.open.append((start + at, start + len(line)))
        if self.html_end is not None and self.html_end.search(line, at):
            self._close()

    def _read_text(self, line: str, at: int, spare: int, matched: int, start: int) -> None:
        """Open the containers this line begins, then take the rest as a leaf or part of one."""
        lazy = matched < len(self.stack)
        while True:
            blanks, after = _indent(line, at, spare)
            if after == len(line):
                self._blank(matched)
                return
            may_continue = bool(self.open) and self.shape is Shape.PARAGRAPH
            if blanks >= 4:
                if may_continue:
                    self.open.append((start + after, start + len(line)))
                    return
                break
            opened = self._container(line, after, blanks, may_continue and not lazy)
            if opened is None:
                break
            self._close_to(matched)
            lazy = False
            container, at, spare = opened
            self.stack.append(container)
            self.first_of_item = container.width > 0
            matched = len(self.stack)
            if matched > DEEPEST:
                self.too_deep = True
                self.stack.pop()
                return
        self._leaf(line, after, blanks, lazy, matched, start)

    def _container(self, line: str, after: int, blanks: int, interrupts: bool) -> tuple[Container, int, int] | None:
        """The quote, list item or footnote that begins here, with where its content starts."""
        letter = line[after]
        if letter == ">":
            return Container(0), *_after_marker(line, after + 1)
        if letter == "[" and (note := _NOTE.match(line, after)):
            return Container(4, note[1]), note.end(), 0
        if letter not in "-+*0123456789" or _RULE.match(line, after):
            return None
        item = _ITEM.match(line, after)
        if item is None:
            return None
        inner, text_at = _indent(line, item.end(), 0)
        empty = text_at == len(line)
        if interrupts and (empty or (item[2] and item[2].lstrip("0") != "1")):
            return None
        marker = blanks + item.end() - after
        if empty or inner > 4:
            at, spare = _consume(line, item.end(), 0, min(inner, 1))
            return Container(marker + 1), at, spare
        return Container(marker + inner), text_at, 0

    def _leaf(self, line: str, after: int, blanks: int, lazy: bool, matched: int, start: int) -> None:
        here = (start + after, start + len(line))
        if blanks >= 4:
            if lazy or self.shape is not Shape.INDENTED:
                self._close_to(matched)
                self.shape = Shape.INDENTED
            self.open.append(here)
            return
        in_paragraph = bool(self.open) and self.shape is Shape.PARAGRAPH
        if self.shape is Shape.INDENTED:
            self._close()
        if in_paragraph and not lazy and self._ends_paragraph(line, after, here):
            return
        if self._starts_leaf(line, after, matched, here, in_paragraph):
            return
        if lazy and not in_paragraph:
            self._close_to(matched)
        self.open.append(here)

    def _ends_paragraph(self, line: str, after: int, here: tuple[int, int]) -> bool:
        """Whether this line makes a heading or a table of the paragraph it follows."""
        if _UNDERLINE.match(line, after):
            level = 1 if line[after] == "=" else 2
            self._close(Shape.HEADING, level)
            return True
        if "|" in line[after:] and _DELIMITERS.match(line, after):
            head = self.open.pop()
            self._close()
            self.shape = Shape.TABLE
            self.open += [head, here]
            return True
        return False

    def _starts_leaf(self, line: str, after: int, matched: int, here: tuple[int, int], in_paragraph: bool) -> bool:
        """Whether this line is, or begins, a leaf of its own form."""
        letter = line[after]
        if letter == "#" and (heading := _HEADING.match(line, after)):
            self._close_to(matched)
            text = line[heading.end() :].rstrip()
            shown = text.rstrip("#")
            if not shown or shown[-1] in " \t":
                text = shown
            if text:
                begin = here[0] + heading.end() - after
                self.open.append((begin, begin + len(text)))
                self._close(Shape.HEADING, len(heading[1]))
            return True
        if letter in "*-_" and _RULE.match(line, after):
            self._close_to(matched)
            return True
        if letter in "`~" and (fence := _FENCE.match(line, after)):
            self._close_to(matched)
            run = fence[1] or fence[2]
            self.fence = (run[0], len(run), here[0])
            return True
        return letter == "<" and self._starts_html(line, after, matched, here, in_paragraph)

    def _starts_html(self, line: str, after: int, matched: int, here: tuple[int, int], in_paragraph: bool) -> bool:
        end = next((end for begin, end in _HTML_UNTIL if begin.match(line, after)), None)
        if end is None and not _HTML_BLOCK.match(line, after) and (in_paragraph or not _HTML_ALONE.match(line, after)):
            return False
        self._close_to(matched)
        self.shape, self.html_end = Shape.HTML, end
        self.open.append(here)
        if end is not None and end.search(line, after):
            self._close()
        return True

    def _blank(self, matched: int) -> None:
        self._close_to(next((n for n in range(matched, len(self.stack)) if not self.stack[n].width), len(self.stack)))
        self._close()

    def _close_to(self, matched: int) -> None:
        """Close the open leaf, and every container after the first `matched`."""
        self._close()
        if matched < len(self.stack):
            del self.stack[matched:]
            self.first_of_item = False

    def _close(self, shape: Shape | None = None, level: int = 0) -> None:
        if self.open:
            items = [each for each in self.stack if each.width and not each.note]
            note = next((each.note for each in reversed(self.stack) if each.note), "")
            quoted = len(items) + bool(note) < len(self.stack)
            opens = self.first_of_item and bool(items)
            self.leaves.append(Leaf(shape or self.shape, tuple(self.open), level, quoted, len(items), opens, note))
            self.first_of_item = False
            self.open = []
        self.shape, self.html_end, self.fence = Shape.PARAGRAPH, None, None


def parse(flat: str, start: int) -> Parsed:
    """The leaf blocks of a Markdown text whose every line end is a line feed, from `start` on."""
    parser = Parser()
    for line in flat[start:].split("\n"):
        parser.read(line, start)
        start += len(line) + 1
    return parser.finish()


def _indent(line: str, at: int, spare: int) -> tuple[int, int]:
    """The columns of white space from `at`, and where it ends; a tab goes to the next column of four."""
    found = _BLANKS.match(line, at)
    after = found.end() if found else at
    if after == at or "\t" not in line[at:after]:
        return spare + after - at, after
    column = origin = len(line[:at].expandtabs(4)) - spare
    for letter in line[at:after]:
        column += 4 - column % 4 if letter == "\t" else 1
    return column - origin, after


def _consume(line: str, at: int, spare: int, width: int) -> tuple[int, int]:
    """The position after `width` columns of white space, and the columns left over of a tab cut in two."""
    if spare >= width:
        return at, spare - width
    width -= spare
    column = len(line[:at].expandtabs(4))
    while width > 0 and at < len(line):
        step = 4 - column % 4 if line[at] == "\t" else 1
        at, column, width = at + 1, column + step, width - step
    return at, -width


def _after_marker(line: str, at: int) -> tuple[int, int]:
    """Past the one blank that may follow a quote mark."""
    return _consume(line, at, 0, 1) if line[at : at + 1] in (" ", "\t") and at < len(line) else (at, 0)
