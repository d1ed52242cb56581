"""A paper's title, authority and date from its own first blocks, where nothing else has given them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gradelint.formats.paper_dates import date_in
from gradelint.model import Block, BlockKind, Document, Period

_FIRST_BLOCKS = 14
_LAST_BLOCKS = 8
_LONGEST = 240

_WORD = r"[A-Z][\w'’.-]*"
_NAME = rf"{_WORD}(?:,? (?:(?:and|upon|on|with|the|&|le) )?{_WORD}){{0,6}}"
_OF = r"(?:London Borough|Royal Borough|Metropolitan Borough|Borough|City|County|Isle|Isles|Council) of "
# Compiled by `re` when they are first asked for: a paper with front matter asks for none of them.
_AUTHORITY = rf"\b(?:{_OF}{_NAME}(?: Council)?|{_NAME} (?:Council|MBC|BC|CC|DC|LBC))(?=\W|\Z)"
_GENERIC = frozenset(
    ("borough", "city", "county", "district", "metropolitan", "unitary", "town", "parish", "full", "local", "cabinet")
    + (
        "council",
        "the",
        "our",
        "this",
        "each",
        "any",
        "every",
        "privy",
        "arts",
        "british",
        "care",
        "medical",
        "research",
    )
    + ("youth", "school", "schools", "student", "national", "general", "health", "europe", "security", "press", "works")
)
_LEADING = frozenset(
    ("the", "report", "to", "from", "for", "by", "at", "in", "a", "an", "and", "meeting", "briefing", "authority")
    + ("minutes", "agenda", "annual", "paper", "draft", "update", "statement", "dear", "on", "with", "upon", "&")
)
_DATE_LABEL = (
    r"(?i)\s*(?:Date|Dated|Date of (?:the )?(?:meeting|report|paper|committee)|(?:Meeting|Report|Committee) date"
    r"|Published|Prepared|Last updated|Meeting of|For (?:the )?meeting on)\b"
)
_PREPARED = r"(?i)\b(?:Prepared|Dated|Report dated)\b(?: on)?:?"
_OF_THE_PAPER = r"(?i)\b(?:report|paper|briefing|meeting|minutes|agenda)\b|\b(?:committee|cabinet|panel|board)\b"
_OF_ANOTHER = r"(?i)\b(?:inspect\w*|visit\w*|Ofsted|CQC|published|judged|rated|graded)\b"


def with_title_block(document: Document) -> Document:
    """The document with what its title block says; what is already known stays as it is."""
    return document._replace(
        title=document.title or _title(document),
        authority=document.authority or _authority(document),
        date=document.date or _date(document),
    )


def _title(document: Document) -> str:
    for block in document.blocks[:_FIRST_BLOCKS]:
        if block.kind is BlockKind.HEADING:
            return document.quote(block.span)
    return ""


def _title_blocks(document: Document) -> Iterator[tuple[Block, str]]:
    """The short blocks among the first: titles, labels and their values, not the paper's prose."""
    for block in document.blocks[:_FIRST_BLOCKS]:
        length = block.span.end - block.span.start
        if length <= _LONGEST:
            yield block, document.quote(block.span)


def _authority(document: Document) -> str:
    for block, text in _title_blocks(document):
        if text.endswith(".") and block.kind is not BlockKind.HEADING and not text.lower().startswith("authority"):
            continue
        for found in re.finditer(_AUTHORITY, text):
            if name := _plain_name(found[0]):
                return name
    return ""


def _plain_name(found: str) -> str:
    """The name without the words that lead up to it; empty when only generic words are left."""
    words = found.split()
    while words and words[0].rstrip(":").lower() in _LEADING:
        del words[0]
    if not words or all(word.lower().strip(".,") in _GENERIC for word in words):
        return ""
    if words[0].lower() in _GENERIC and not re.match(_OF, " ".join(words)):
        return ""
    return " ".join(words)


def _date(document: Document) -> Period | None:
    blocks = list(_title_blocks(document))
    labelled = (date_in(text) for _, text in blocks if re.match(_DATE_LABEL, text))
    titled = (_title_date(block, text) for block, text in blocks)
    ends = (_prepared(document.quote(block.span)) for block in document.blocks[-_LAST_BLOCKS:])
    prepared = (_prepared(text) for _, text in blocks)
    return next((found for dates in (labelled, prepared, titled, ends) for found in dates if found is not None), None)


def _title_date(block: Block, text: str) -> Period | None:
    """The date of a heading, of a line that names the meeting, or of a line that is nothing but a date."""
    found = date_in(text)
    if found is None or re.search(_OF_ANOTHER, text):
        return None
    if len(text) <= 30:
        return found
    of_paper = block.kind is BlockKind.HEADING or re.search(_OF_THE_PAPER, text)
    return found if of_paper and found.precision == "day" and not text.endswith(".") else None


def _prepared(text: str) -> Period | None:
    label = re.search(_PREPARED, text[:_LONGEST])
    return date_in(text[label.end() : label.end() + 40]) if label else None
