"""HTML to blocks as a browser shows them: inline tags part no words, and nothing is fetched, run or expanded."""

from __future__ import annotations

import re
from typing import NamedTuple

from gradelint.errors import BadPeriodError, UnreadableError
from gradelint.formats.blocks import Builder, Raw, composed
from gradelint.formats.decoding import decode
from gradelint.formats.html_rows import Box, Rows, span
from gradelint.formats.html_tokens import Attribute, Run, Token, attributes, tokens, unreferenced
from gradelint.formats.paper_dates import date_in
from gradelint.formats.title_block import with_title_block
from gradelint.model import BlockKind, Document, Period, Piece

SUFFIXES = (".html", ".htm", ".xhtml")

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w-]{1,40})""", re.IGNORECASE)
_OWN_ENTITIES = re.compile(r"<!DOCTYPE[^>\[]{0,1000}\[", re.IGNORECASE)
_CAPTION = re.compile(r"\s*(?:Table|Figure|Chart|Box|Map)\s+\d{1,3}(?:\.\d+)?\b[^.]{0,160}\Z")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog")
    + ("dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "head", "header", "hr", "html")
    + ("legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "section", "select", "summary")
    + ("textarea", "title", "ul", *_HEADINGS)
)
# A cell that holds one of these is no cell of a table of facts: the table lays out the page.
_NEVER_IN_CELLS = frozenset(("article", "aside", "blockquote", "figure", "footer", "header", "main", "nav", *_HEADINGS))
_DATES = ("dcterms.date", "dc.date", "date", "dcterms.issued", "dcterms.created", "article:published_time")


def read(data: bytes, path: str) -> Document:
    """The document in an HTML file. Raises UnreadableError for what is not text or declares its own entities."""
    declared = _CHARSET.search(data[:2048])
    decoded = decode(data, path, declared[1].decode("ascii", "replace") if declared else "")
    if _OWN_ENTITIES.search(decoded.text[:4096]):
        raise UnreadableError(path, "it declares its own entities, which are never expanded", "save it as plain HTML")
    builder = Builder(path, "html", decoded.text)
    page = _Page(builder, Raw(decoded.text))
    page.read()
    unread = ("the page: it shows pictures or runs scripts, but holds no text",) if page.blank_but_shown() else ()
    title = " ".join("".join(page.title).split())
    document = builder.document(notices=decoded.notices, unread=unread, title=title)
    return with_title_block(document._replace(date=page.date))


def add_html(builder: Builder, raw: Raw) -> None:
    """Add the blocks of a piece of HTML that stands inside another format."""
    _Page(builder, raw).read()


class _Cell(NamedTuple):
    """What a cell that is being read was opened with."""

    header: bool
    across: int
    down: int


class _Page:
    """Reads the tags in order, keeping only what the next block depends on: nothing here grows with the nesting."""

    def __init__(self, builder: Builder, whole: Raw) -> None:
        self.builder, self.whole, self.source = builder, whole, whole.text
        self.title: list[str] = []
        self.date: Period | None = None
        self.runs: list[Run] = []
        self.alternatives: list[Attribute] = []
        self.tables: list[Rows] = []
        self.cell: _Cell | None = None
        self.kind = BlockKind.PARAGRAPH
        self.level = self.quotes = self.lists = self.templates = 0
        self.in_title = self.raised = self.broken = self.opens_item = self.has_shown = False

    def read(self) -> None:
        """Read the whole source."""
        for token in tokens(self.source):
            if not token.name:
                self._text(token)
            elif token.name == "template":
                self.templates = max(0, self.templates + (-1 if token.closing else 1))
            elif not self.templates:
                self._tag(token)
        self._end_block()
        while self.tables:
            self._end_table()

    def blank_but_shown(self) -> bool:
        """Whether a reader sees something here that holds no text."""
        return self.has_shown and not self.builder.blocks

    def _text(self, token: Token) -> None:
        if self.templates:
            return
        text = self.source[token.start : token.end]
        if self.in_title:
            self.title.append("".join(run.letters for run in unreferenced(text, 0)))
            return
        if not text.isspace():
            self.broken = False
            if self.raised and self.runs and not text[0].isalpha():
                self.runs.append(_blank(token))
            self.raised = False
        self.runs += unreferenced(text, token.start)

    def _tag(self, token: Token) -> None:
        name = token.name
        if name in ("td", "th", "tr", "table", "thead", "tbody", "tfoot"):
            self._table_tag(token)
        elif name == "br":
            self._line_break(token)
        elif name in ("img", "area", "input", "object", "embed", "iframe", "script", "canvas"):
            self._shown(token)
        elif name == "meta" and not token.closing:
            self._meta(token)
        elif name == "sup":
            self.raised = not token.closing
        elif name in _BLOCKS:
            self._block_tag(token)

    def _block_tag(self, token: Token) -> None:
        name, opens = token.name, not token.closing
        if self.cell is not None:
            if name not in _NEVER_IN_CELLS:
                self.runs.append(_blank(token))
                return
            self._dissolve()
        self._end_block()
        step = 1 if opens else -1
        self.in_title = name == "title" and opens and not self.title
        if name == "blockquote":
            self.quotes = max(0, self.quotes + step)
        elif name in ("ul", "ol", "menu"):
            self.lists = max(0, self.lists + step)
        elif name == "li":
            self.opens_item = opens
        elif name in ("caption", "figcaption"):
            self.kind = BlockKind.CAPTION if opens else BlockKind.PARAGRAPH
        if opens or name in _HEADINGS:
            self.level = _HEADINGS.get(name, 0) if opens else 0

    def _table_tag(self, token: Token) -> None:
        name = token.name
        if name == "table":
            if token.closing:
                self._end_cell()
                self._end_block()
                self._end_table()
            else:
                if self.cell is not None:
                    self._dissolve()
                self._end_block()
                self.tables.append(Rows(self.builder))
            return
        self._end_cell()
        self._end_block()
        self.kind = BlockKind.PARAGRAPH
        if not self.tables or self.tables[-1].layout:
            return
        if name in ("td", "th"):
            if not token.closing:
                given = attributes(self.source, token)
                across, down = (span(given[key].text) if key in given else 1 for key in ("colspan", "rowspan"))
                self.cell = _Cell(name == "th", across, down)
            return
        self.tables[-1].end_row()
        if name == "thead":
            self.tables[-1].in_head = not token.closing

    def _end_cell(self) -> None:
        if self.cell is not None:
            header, across, down = self.cell
            self.cell = None
            self.tables[-1].add(Box(self._taken(), header, across, down))
            self._add_alternatives()

    def _end_table(self) -> None:
        if self.tables:
            rows = self.tables.pop()
            rows.end_row()
            rows.flush()

    def _dissolve(self) -> None:
        """The table is there for the layout only: its cells hold blocks, and are read as such."""
        self.cell = None
        for loose in self.tables[-1].dissolved():
            self.builder.add(BlockKind.PARAGRAPH, loose)

    def _line_break(self, token: Token) -> None:
        if self.broken and self.cell is None:
            self._end_block()
            return
        self.runs.append(_blank(token))
        self.broken = bool(self.runs)

    def _shown(self, token: Token) -> None:
        self.has_shown = True
        given = attributes(self.source, token) if not token.closing else {}
        if given.get("alt") is not None and given["alt"].text.strip():
            self.alternatives.append(given["alt"])

    def _meta(self, token: Token) -> None:
        given = attributes(self.source, token)
        named = next((given[key].text.lower() for key in ("name", "property") if key in given), "")
        if self.date is None and named in _DATES and "content" in given:
            self.date = _period(given["content"].text)

    def _end_block(self) -> None:
        """Add what was gathered as one block."""
        self.broken = False
        if any(not run.letters.isspace() for run in self.runs):
            if self.tables:
                self.tables[-1].end_row()
                self.tables[-1].flush()
            raw = self._taken()
            kind = self._kind(raw.text)
            levels = {BlockKind.HEADING: self.level, BlockKind.LIST_ITEM: max(1, self.lists)}
            if self.builder.add(kind, raw, level=levels.get(kind, 0)):
                self.opens_item = False
        self.runs = []
        if self.cell is None:
            self._add_alternatives()

    def _kind(self, text: str) -> BlockKind:
        if self.level:
            return BlockKind.HEADING
        if self.kind is BlockKind.CAPTION or (len(text) < 200 and _CAPTION.match(text)):
            return BlockKind.CAPTION
        if self.quotes:
            return BlockKind.QUOTATION
        return BlockKind.LIST_ITEM if self.opens_item else BlockKind.PARAGRAPH

    def _add_alternatives(self) -> None:
        """Add the texts that stand for pictures: who listens to the page hears them."""
        waiting, self.alternatives = self.alternatives, []
        for each in waiting:
            self.runs = unreferenced(each.text, each.start)
            self.builder.add(BlockKind.CAPTION, self._taken())

    def _taken(self) -> Raw:
        """The letters gathered so far as one raw text, tied to the source; nothing is left of them."""
        runs, self.runs = self.runs, []
        if len(runs) == 1 and runs[0].exact and not self.whole.pieces:
            return Raw(runs[0].letters, self.whole.start + runs[0].start)
        pieces: list[Piece] = []
        length = 0
        for run in runs:
            pieces.append(Piece(length, run.start, len(run.letters) if run.exact else 0))
            length += len(run.letters)
        if runs and not runs[-1].exact:
            pieces.append(Piece(length, runs[-1].end, 0))
        text = "".join(run.letters for run in runs)
        if self.whole.pieces and pieces:
            return Raw(text, self.whole.start, composed(pieces, self.whole.pieces))
        return Raw(text, self.whole.start, pieces)


def _blank(token: Token) -> Run:
    return Run(" ", token.start, token.start, False)


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text.strip()[:10])
    except BadPeriodError:
        return date_in(text)
