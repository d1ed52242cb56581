"""The forms of Markdown's lines: what opens a block, what ends one, and how far white space indents."""

from __future__ import annotations

import re

BLANKS = re.compile(r"[ \t]*")
ITEM = re.compile(r"([-+*]|(\d{1,9})[.)])(?=[ \t]|\Z)")
NOTE = re.compile(r"\[\^([^\]\s]{1,60})\]:")
HEADING = re.compile(r"(#{1,6})(?:[ \t]+|\Z)")
RULE = re.compile(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)\Z")
UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
FENCE = re.compile(r"(`{3,})[^`]*\Z|(~{3,})")
DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
PLAIN = "(\"'‘“£"

# Forms of raw HTML, kept as text: few papers hold any, and compiling them would slow every start.
_HTML_UNTIL = (
    (r"<(?:script|pre|style|textarea)(?=[\s>]|\Z)", r"</(?:script|pre|style|textarea)>"),
    (r"<!--", r"-->"),
    (r"<\?", r"\?>"),
    (r"<!\[CDATA\[", r"\]\]>"),
    (r"<![A-Z]", r">"),
)
_HTML_BLOCK = (
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl"
    r"|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main"
    r"|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title"
    r"|tr|track|ul)(?=[\s/>]|\Z)"
)
_HTML_ALONE = (
    r"(?:<[A-Z][\w-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?)*\s*/?>|</[A-Z][\w-]*\s*>)\s*\Z"
)


def html_end(rest: str, in_paragraph: bool) -> str | None:
    """What ends the raw HTML that begins here: a pattern, or a blank line (empty); None where none begins."""
    for begin, end in _HTML_UNTIL:
        if re.match(begin, rest, re.IGNORECASE):
            return end
    begins = re.match(_HTML_BLOCK, rest, re.IGNORECASE)
    return "" if begins or (not in_paragraph and re.match(_HTML_ALONE, rest, re.IGNORECASE)) else None


def columns(row: str) -> int:
    """How many cells a table row has: parted by bars that no backslash stands before."""
    row = row.strip()
    bars = row.count("|") - row.count("\\|")
    return bars + 1 - row.startswith("|") - (len(row) > 1 and row.endswith("|") and not row.endswith("\\|"))


def indent(line: str, at: int, spare: int) -> tuple[int, int]:
    """The columns of white space from `at`, and where it ends; a tab goes to the next column of four."""
    found = BLANKS.match(line, at)
    after = found.end() if found else at
    if after == at or "\t" not in line[at:after]:
        return spare + after - at, after
    column = len(line[:at].expandtabs(4))
    origin = column - spare
    for letter in line[at:after]:
        column += 4 - column % 4 if letter == "\t" else 1
    return column - origin, after


def consume(line: str, at: int, spare: int, width: int) -> tuple[int, int]:
    """The position after `width` columns of white space, and the columns left over of a tab cut in two."""
    if spare >= width:
        return at, spare - width
    width -= spare
    column = len(line[:at].expandtabs(4))
    while width > 0 and at < len(line):
        step = 4 - column % 4 if line[at] == "\t" else 1
        at, column, width = at + 1, column + step, width - step
    return at, -width


def after_marker(line: str, at: int) -> tuple[int, int]:
    """Past the one blank that may follow a quote mark."""
    return consume(line, at, 0, 1) if line[at : at + 1] in (" ", "\t") and at < len(line) else (at, 0)
