"""Title, authority and date of a paper with page headers, which may be all that names the council."""

from __future__ import annotations

from gradelint.formats.title_block import with_title_block
from gradelint.model import BlockKind, Document


def with_titles(document: Document) -> Document:
    """The document with what its title block says, and the authority of its page headers where that names none."""
    found = with_title_block(document)
    headers = tuple(block for block in document.blocks if block.kind is BlockKind.PAGE_HEADER)
    if found.authority or not headers:
        return found
    return found._replace(authority=with_title_block(document._replace(blocks=headers)).authority)
