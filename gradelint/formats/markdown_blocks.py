"""Markdown to its leaf blocks, by the rules of CommonMark, tables and footnotes, line by line and without recursion.

An own parser, because every letter must keep its place, no depth may drop text, and it is read at start-up;
the tests hold its blocks against markdown-it-py's.
"""

import re
from typing import Literal, NamedTuple

from gradelint.formats.markdown_forms import (
    DELIMITERS,
    FENCE,
    HEADING,
    ITEM,
    NOTE,
    PLAIN,
    RULE,
    UNDERLINE,
    after_marker,
    columns,
    consume,
    html_end,
    indent,
)

DEEPEST = 1000

Shape = Literal["paragraph", "heading", "table", "html", "indented"]
"""What a leaf block is."""


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
        self.shape: Shape = "paragraph"
        self.first_of_item = self.bare_item = False
        self.fence: tuple[str, int, int] | None = None
        self.html_end = ""
        self.last_line = ""
        self.too_deep = False

    def finish(self) -> Parsed:
        """Close what is open."""
        unclosed = self.fence[2] if self.fence else None
        self._close()
        return Parsed(self.leaves, unclosed, self.too_deep)

    def read(self, line: str, start: int) -> None:
        """Take the next line, which starts at `start` and has no line end."""
        if not self.stack and self.fence is None and self.shape == "paragraph":
            if not line:
                if self.open:
                    self._close()
                return
            if line[0].isalpha() or line[0] in PLAIN:
                self.open.append((start, start + len(line)))
                self.last_line = line
                return
        at, spare, matched = self._matched(line)
        if matched < len(self.stack) and (self.fence or self.shape in ("html", "table", "indented")):
            self._close_to(matched)
        if self.fence is not None:
            self._read_code(line[at:], spare)
        elif self.shape == "html" and self.open:
            self._read_html(line, at, start)
        else:
            self._read_text(line, at, spare, matched, start)

    def _matched(self, line: str) -> tuple[int, int, int]:
        """How far the open containers reach into this line: `(position, columns of a tab left over, how many)`."""
        at = spare = 0
        for number, container in enumerate(self.stack):
            blanks, after = indent(line, at, spare)
            if container.width:
                if after == len(line):
                    at, spare = after, 0
                elif blanks >= container.width:
                    at, spare = consume(line, at, spare, container.width)
                else:
                    return at, spare, number
            elif blanks < 4 and line.startswith(">", after):
                at, spare = after_marker(line, after + 1)
            else:
                return at, spare, number
        return at, spare, len(self.stack)

    def _read_code(self, rest: str, spare: int) -> None:
        assert self.fence is not None
        mark, length, _ = self.fence
        stripped = rest.strip(" \t")
        if len(stripped) >= length and not stripped.strip(mark) and indent(rest, 0, spare)[0] < 4:
            self.fence = None

    def _read_html(self, line: str, at: int, start: int) -> None:
        blank = not line[at:].strip()
        if blank and not self.html_end:
            self._close()
            return
        self.open.append((start + at, start + len(line)))
        if self.html_end and re.search(self.html_end, line[at:], re.IGNORECASE):
            self._close()

    def _read_text(self, line: str, at: int, spare: int, matched: int, start: int) -> None:
        """Open the containers this line begins, then take the rest as a leaf or part of one."""
        lazy, opened = matched < len(self.stack), None
        while True:
            blanks, after = indent(line, at, spare)
            if after == len(line):
                self._blank(matched, opened is not None)
                return
            may_continue = bool(self.open) and self.shape == "paragraph"
            if blanks >= 4:
                if may_continue:
                    self.open.append((start + after, start + len(line)))
                    self.last_line = ""
                    return
                break
            opened = self._container(line, after, blanks, may_continue and not lazy)
            if opened is None:
                break
            self._close_to(matched)
            lazy = False
            container, at, spare = opened
            self.stack.append(container)
            self.first_of_item, self.bare_item = container.width > 0, False
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
            return Container(0), *after_marker(line, after + 1)
        if letter == "[" and (note := NOTE.match(line, after)):
            return Container(4, note[1]), note.end(), 0
        if letter not in "-+*0123456789" or RULE.match(line, after):
            return None
        item = ITEM.match(line, after)
        if item is None:
            return None
        inner, text_at = indent(line, item.end(), 0)
        empty = text_at == len(line)
        if interrupts and (empty or (item[2] and item[2].lstrip("0") != "1")):
            return None
        marker = blanks + item.end() - after
        if empty or inner > 4:
            at, spare = consume(line, item.end(), 0, min(inner, 1))
            return Container(marker + 1), at, spare
        return Container(marker + inner), text_at, 0

    def _leaf(self, line: str, after: int, blanks: int, lazy: bool, matched: int, start: int) -> None:
        here = (start + after, start + len(line))
        self.bare_item = False
        if blanks >= 4:
            if lazy or self.shape != "indented":
                self._close_to(matched)
                self.shape = "indented"
            self.open.append(here)
            return
        in_paragraph = bool(self.open) and self.shape == "paragraph"
        if self.shape == "indented":
            self._close()
        if in_paragraph and not lazy and self._ends_paragraph(line, after, here):
            return
        if self._starts_leaf(line, after, matched, here, in_paragraph):
            return
        if lazy and not in_paragraph:
            self._close_to(matched)
        self.open.append(here)
        self.last_line = line[after:]

    def _ends_paragraph(self, line: str, after: int, here: tuple[int, int]) -> bool:
        """Whether this line makes a heading or a table of the paragraph it follows."""
        if UNDERLINE.match(line, after):
            level = 1 if line[after] == "=" else 2
            self._close("heading", level)
            return True
        if "|" in line[after:] and DELIMITERS.match(line, after) and self._heads(line[after:]):
            head = self.open.pop()
            self._close()
            self.shape = "table"
            self.open += [head, here]
            return True
        return False

    def _heads(self, ruling: str) -> bool:
        """Whether the last line of the open paragraph has a cell over each column of the ruling."""
        return bool(self.last_line) and columns(self.last_line) == columns(ruling)

    def _starts_leaf(self, line: str, after: int, matched: int, here: tuple[int, int], in_paragraph: bool) -> bool:
        """Whether this line is, or begins, a leaf of its own form."""
        letter = line[after]
        if letter == "#" and (heading := HEADING.match(line, after)):
            self._close_to(matched)
            text = line[heading.end() :].rstrip()
            shown = text.rstrip("#")
            if not shown or shown[-1] in " \t":
                text = shown
            if text:
                begin = here[0] + heading.end() - after
                self.open.append((begin, begin + len(text)))
                self._close("heading", len(heading[1]))
            return True
        if letter in "*-_" and RULE.match(line, after):
            self._close_to(matched)
            return True
        if letter in "`~" and (fence := FENCE.match(line, after)):
            self._close_to(matched)
            run = fence[1] or fence[2]
            self.fence = (run[0], len(run), here[0])
            return True
        return letter == "<" and self._starts_html(line, after, matched, here, in_paragraph)

    def _starts_html(self, line: str, after: int, matched: int, here: tuple[int, int], in_paragraph: bool) -> bool:
        end = html_end(line[after:], in_paragraph)
        if end is None:
            return False
        self._close_to(matched)
        self.shape, self.html_end = "html", end
        self.open.append(here)
        if end and re.search(end, line[after:], re.IGNORECASE):
            self._close()
        return True

    def _blank(self, matched: int, opened: bool) -> None:
        """End what a blank line ends; an item may begin with one, but not with two."""
        if self.bare_item and not opened and matched == len(self.stack):
            matched -= 1
            self.stack.pop()
        self.bare_item = opened and self.stack[-1].width > 0
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
        self.shape, self.html_end, self.fence = "paragraph", "", None


def parse(flat: str, start: int) -> Parsed:
    """The leaf blocks of a Markdown text whose every line end is a line feed, from `start` on."""
    parser = Parser()
    for line in flat[start:].split("\n"):
        parser.read(line, start)
        start += len(line) + 1
    return parser.finish()
