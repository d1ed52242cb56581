"""Which elements of a Word file matter, and what the walk does where they begin and end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from gradelint.formats.docx_story import WORD_SPACES, Attributes

if TYPE_CHECKING:
    from gradelint.formats.docx_walk import Walk

_DRAWING_SPACES = (
    "http://schemas.openxmlformats.org/drawingml/2006/main ",
    "http://purl.oclc.org/ooxml/drawingml/main ",
)
_MATH_SPACES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math ",
    "http://purl.oclc.org/ooxml/officeDocument/math ",
)
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006 "
_LEFT_OUT = ("rt", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "delText")


def starts(walk: Walk) -> dict[str, Callable[[Attributes], object]]:
    """What to do where an element begins."""
    word: dict[str, Callable[[Attributes], object]] = {
        "p": walk.begin_paragraph,
        "r": walk.begin_run,
        "t": walk.begin_text,
        "b": walk.embolden,
        "tab": walk.tab,
        "ptab": lambda _: walk.put(" "),
        "cr": lambda _: walk.put("\n"),
        "br": walk.break_line,
        "noBreakHyphen": lambda _: walk.put("-"),
        "lastRenderedPageBreak": walk.rendered_page,
        "footnoteReference": lambda attributes: walk.call("footnote", attributes),
        "endnoteReference": lambda attributes: walk.call("endnote", attributes),
        "pPr": lambda _: walk.enter("pPr"),
        "trPr": lambda _: walk.enter("trPr"),
        "del": walk.delete,
        "moveFrom": walk.delete,
        "tblHeader": walk.repeat,
        "tc": walk.open_cell,
        "footnote": walk.open_note,
        "endnote": walk.open_note,
        "altChunk": walk.embed,
        "subDoc": walk.embed,
    }
    word |= {name: partial(walk.say, what=name) for name in ("pStyle", "outlineLvl", "ilvl", "numId", "ind")}
    word |= {name: partial(walk.measure, what=name) for name in ("gridSpan", "gridBefore")}
    word |= dict.fromkeys(("tbl", "tr", "txbxContent"), walk.open)
    word |= dict.fromkeys(("drawing", "pict", "object"), walk.picture)
    word |= dict.fromkeys(_LEFT_OUT, walk.skip)
    found = {space + name: action for space in WORD_SPACES for name, action in word.items()}
    found[_COMPATIBILITY + "AlternateContent"] = lambda _: walk.choices.append(walk.letters)
    found |= dict.fromkeys((_COMPATIBILITY + "Choice", _COMPATIBILITY + "Fallback"), walk.choose)
    found |= {space + "p": walk.begin_paragraph for space in _DRAWING_SPACES}
    found |= {space + "t": walk.begin_text for space in (*_DRAWING_SPACES, *_MATH_SPACES)}
    return found


def ends(walk: Walk) -> dict[str, Callable[[], object]]:
    """What to do where an element ends."""
    word: dict[str, Callable[[], object]] = {
        "p": walk.end_paragraph,
        "t": walk.end_text,
        "pPr": lambda: walk.enter(""),
        "trPr": lambda: walk.enter(""),
        "tc": walk.close_cell,
        "tr": walk.close_row,
        "tbl": walk.close_table,
        "txbxContent": walk.close_box,
        "footnote": walk.close_note,
        "endnote": walk.close_note,
    }
    found = {space + name: action for space in WORD_SPACES for name, action in word.items()}
    found[_COMPATIBILITY + "AlternateContent"] = walk.choices.pop
    found |= {space + "p": walk.end_paragraph for space in _DRAWING_SPACES}
    found |= {space + "t": walk.end_text for space in (*_DRAWING_SPACES, *_MATH_SPACES)}
    return found
