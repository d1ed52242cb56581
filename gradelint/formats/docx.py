"""Word files (.docx, .docm) to documents, read straight from the zip with expat.

In order: the body, the foot- and endnotes (each by the label left in the text as "[1]", "[e1]" for an
endnote), then each page header and footer once. Comments are not read: they are not the paper's claims.
Pages are those Word found when it last laid the paper out, if it left them in the file. The creation and
change dates in the file's properties are not read, for they are not the paper's date.

`Document.parts` are names of zip parts and `Piece.source` counts bytes of the part as UTF-8.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import NamedTuple

from gradelint.errors import GradelintError, UnreadableError
from gradelint.formats.blocks import Builder
from gradelint.formats.docx_blocks import Manner, add_items, manner, paragraphs
from gradelint.formats.docx_story import SAVE_AGAIN, Attributes, Note, Story, parse
from gradelint.formats.docx_styles import Styles
from gradelint.formats.docx_walk import story
from gradelint.formats.page_headers import with_titles
from gradelint.formats.zipped import Package
from gradelint.model import BlockKind, Document

SUFFIXES = (".docx", ".docm")

_MAIN = "word/document.xml"
_NOTES = ("footnotes", "endnotes")
_DRAWN = ("diagramData", "chart")
_OTHERS = (("xl/", "a spreadsheet"), ("ppt/", "slides"), ("content.xml", "an OpenDocument text"))


class _Part(NamedTuple):
    """A part that belongs to the paper, and what it is to it ("header", "footnotes")."""

    kind: str
    name: str


def read(data: bytes, path: str) -> Document:
    """The document in a Word file. Raises UnreadableError for what is damaged, locked, too large or no Word file."""
    try:
        return _read(Package(data, path), path)
    except GradelintError:
        raise
    except Exception as fault:
        reason = f"damaged in a way that is new to gradelint ({type(fault).__name__}: {fault})"
        raise UnreadableError(path, reason, SAVE_AGAIN) from fault


def _read(package: Package, path: str) -> Document:
    main = _main(package, path)
    related = _related(package, path, main)
    reader = _Reader(package, path)
    body = reader.story(main)
    styles = Styles(*_styles(package, related), path)
    builder = Builder(path, "docx")
    how = manner(body.items, styles, body.paged)
    add_items(builder, body.items, how)
    _add_drawn(builder, reader, related, how)
    _add_notes(builder, reader, related, body, how)
    _add_headers(builder, reader, related, how)
    if not builder.blocks:
        pictures = "; it holds only pictures" if body.pictures else ""
        raise UnreadableError(path, f"no text found{pictures}", "run OCR on it first" if pictures else "check the file")
    embedded = f"{body.embedded} embedded file(s) are not read; copy their text into the paper"
    unread = (embedded,) if body.embedded else ()
    return with_titles(builder.document(parts=tuple(reader.parts), unread=unread))


class _Reader:
    """Reads stories and remembers the order of their parts."""

    def __init__(self, package: Package, path: str) -> None:
        self.package, self.path = package, path
        self.parts: list[str] = []

    def story(self, name: str) -> Story:
        self.parts.append(name)
        return story(self.package.part(name), self.path, name, len(self.parts) - 1)


def _main(package: Package, path: str) -> str:
    """The name of the part that holds the body."""
    found = [part.name for part in _related(package, path, "") if part.kind == "officeDocument"]
    name = next((each for each in (*found, _MAIN) if each in package), "")
    other = next((what for start, what in _OTHERS if any(each.startswith(start) for each in package.names())), "")
    if other and (not name or not name.startswith("word/")):
        raise UnreadableError(path, f"not a Word file: looks like {other}", "save it as .docx")
    if not name:
        raise UnreadableError(path, "not a Word file, or damaged: it has no document in it", SAVE_AGAIN)
    return name


def _related(package: Package, path: str, name: str) -> tuple[_Part, ...]:
    """The parts that the part `name` relates to; targets outside the file are never followed."""
    folder, base = posixpath.split(name)
    relations = posixpath.join(folder, "_rels", f"{base}.rels")
    if relations not in package:
        return tuple(_usual(package)) if name else ()
    found: list[_Part] = []

    def start(element: str, attributes: Attributes) -> None:
        if element.endswith(" Relationship") and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/" + folder, attributes.get("Target", ""))).lstrip("/")
            found.append(_Part(attributes.get("Type", "").rpartition("/")[2], target))

    parse(package.part(relations), path, relations, start)
    return tuple(part for part in dict.fromkeys(found) if part.name in package)


def _usual(package: Package) -> list[_Part]:
    """Where the relations are lost, the parts by the names that Word gives them."""
    kinds = ("header", "footer", "footnotes", "endnotes", "styles")
    named = [(each, posixpath.basename(each).removesuffix(".xml").rstrip("0123456789")) for each in package.names()]
    return [_Part(kind, name) for name, kind in named if kind in kinds and name.startswith("word/")]


def _styles(package: Package, related: Sequence[_Part]) -> tuple[bytes | None, str]:
    name = next((part.name for part in related if part.kind == "styles"), "")
    return (package.part(name) if name else None), name


def _add_drawn(builder: Builder, reader: _Reader, related: Sequence[_Part], how: Manner) -> None:
    """Add the words in diagrams and charts."""
    for part in related:
        if part.kind in _DRAWN:
            add_items(builder, reader.story(part.name).items, how._replace(paged=False, kind=BlockKind.TEXT_BOX))


def _add_notes(builder: Builder, reader: _Reader, related: Sequence[_Part], body: Story, how: Manner) -> None:
    """Add the notes in the order they are called, then those that nothing calls."""
    for part in related:
        if part.kind not in _NOTES:
            continue
        kind = part.kind.removesuffix("s")
        calls = {call.id: call for call in reversed(body.calls) if call.kind == kind}
        order = {id: place for place, id in enumerate(reversed(calls))}
        notes = [item for item in reader.story(part.name).items if isinstance(item, Note)]
        for note in sorted(notes, key=lambda each: order.get(each.id, len(order))):
            call = calls.get(note.id)
            page = call.page if call and body.paged else None
            label = call.label if call else note.id
            for_note = how._replace(paged=False, page=page, kind=BlockKind.FOOTNOTE, note=label)
            add_items(builder, note.items, for_note)


def _add_headers(builder: Builder, reader: _Reader, related: Sequence[_Part], how: Manner) -> None:
    """Add each header and footer once, those alike and those that are only a page number left out."""
    seen: set[str] = set()
    for part in related:
        if part.kind in ("header", "footer"):
            items = reader.story(part.name).items
            words = " ".join(each.raw.text for each in paragraphs(items))
            if words not in seen and any(letter.isalpha() for letter in words):
                seen.add(words)
                add_items(builder, items, how._replace(paged=False, kind=BlockKind.PAGE_HEADER))
