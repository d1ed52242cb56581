"""What the Word and the PDF form of a paper share: numbers, quotation marks and the colour of headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import Bullets, Heading, Paper, Paragraph, Quotation, Table

NAVY = "1F3864"


def numbered(paper: Paper) -> Iterator[tuple[str, Heading | Paragraph | Bullets | Quotation | Table]]:
    """The body with the number each heading and paragraph carries; other blocks carry none."""
    section = point = 0
    for block in paper.body:
        if isinstance(block, Heading):
            section, point = section + 1, 0
            yield f"{section}.", block
        elif isinstance(block, Paragraph):
            point += 1
            yield f"{section}.{point}", block
        else:
            yield "", block


def curly(text: str) -> str:
    """Straight quotation marks as a word processor would turn them."""
    text = re.sub(r"(?<!\w)'(?=\w)", "‘", text)
    return text.replace("'", "’")
