"""One page of a PDF, through PDFium, to the pieces of lines it prints, each with its place and its letters' size."""

from __future__ import annotations

import ctypes
import re
from typing import Any, NamedTuple

_LINE_END = re.compile("\r\n|[\r\n]|([\ufffe\x02])\r?\n?")
_WIDE = 0.65
_BOLD = re.compile(rb"(?i)bold|black|heavy")
_NAME = 64
_ODD = re.compile("[\ufffd\ue000-\uf0b6\uf0b8-\uf8ff\0-\x08\x0e-\x1f]")
_PICTURE, _PATH, _FORM = 3, 2, 5
_MOST_OBJECTS = 5000
_COVERED, _SMALLEST = 0.5, 0.01
_FEW_LETTERS = 200
_DRAWN_LETTERS = 200
_TYPED, _FIELD = 3, 20
_MOST_NOTES = 1000


class Strip(NamedTuple):
    """Letters printed side by side without a wide gap; `start` is the first one's index in the page.

    `word` is the width of the first word. A hyphen at the end of a line that goes on is the last letter,
    and `hyphen` tells of it.
    """

    text: str
    start: int
    left: float
    right: float
    bottom: float
    top: float
    word: float
    bold: bool = False
    hyphen: bool = False

    @property
    def height(self) -> float:
        """The height of its letters."""
        return self.top - self.bottom


class Page(NamedTuple):
    """What a page prints, and what is on it that cannot be read.

    `pictured` tells of a picture, `covered` of one that takes most of the page, `unmapped` of letters
    without a meaning, `typed` of form fields and text typed onto the page.
    """

    strips: tuple[Strip, ...]
    pictured: bool = False
    covered: bool = False
    unmapped: bool = False
    typed: bool = False


def page(pdfium: Any, document: Any, index: int) -> Page | None:
    """The page, or None where PDFium cannot load it."""
    loaded = pdfium.FPDF_LoadPage(document, index)
    if not loaded:
        return None
    try:
        textpage = pdfium.FPDFText_LoadPage(loaded)
        if not textpage:
            return None
        try:
            return _page(pdfium, loaded, textpage)
        finally:
            pdfium.FPDFText_ClosePage(textpage)
    finally:
        pdfium.FPDF_ClosePage(loaded)


def _page(pdfium: Any, loaded: Any, textpage: Any) -> Page:
    text = _text(pdfium, textpage)
    strips = _Printed(pdfium, textpage, text, pdfium.FPDFPage_GetRotation(loaded)).strips()
    letters = len("".join(text.split()))
    share = _pictured(pdfium, loaded) if letters < _FEW_LETTERS else 0.0
    unmapped = letters > 0 and 2 * len(_ODD.findall(text)) > letters
    typed = _is_typed_on(pdfium, loaded)
    return Page(tuple(strips), share > _SMALLEST, share > _COVERED, unmapped, typed)


def _text(pdfium: Any, textpage: Any) -> str:
    count = max(0, pdfium.FPDFText_CountChars(textpage))
    buffer = ctypes.create_string_buffer(2 * count + 2)
    pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    written = pdfium.FPDFText_GetText(textpage, 0, count, pointer)
    return buffer.raw[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")


class _Printed:
    """Cuts the text of a page into strips where a line ends or a gap is wide."""

    def __init__(self, pdfium: Any, textpage: Any, text: str, rotation: int) -> None:
        self.pdfium, self.textpage, self.text, self.rotation = pdfium, textpage, text, rotation
        self.box = pdfium.FS_RECTF()
        self.reference = ctypes.byref(self.box)
        self.measure = pdfium.FPDFText_GetLooseCharBox
        self.name = ctypes.create_string_buffer(_NAME)
        self.flags = ctypes.c_int()
        self.even = pdfium.FPDFText_CountChars(textpage) == len(text)

    def strips(self) -> list[Strip]:
        found: list[Strip] = []
        begin = 0
        for end in _LINE_END.finditer(self.text):
            self._cut(found, begin, end.start(), end[1] is not None)
            begin = end.end()
        self._cut(found, begin, len(self.text), False)
        return found

    def _cut(self, found: list[Strip], begin: int, end: int, hyphen: bool) -> None:
        """Cut one line at its wide gaps."""
        text = self.text
        while begin < end and text[begin].isspace():
            begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        if begin == end:
            return
        first, word_end = begin, 0.0
        space = text.find(" ", begin, end)
        while space >= 0:
            after = space + 1
            while text[after].isspace():
                after += 1
            ends, is_wide = self._gap(space - 1, after)
            word_end = word_end or ends
            if is_wide:
                found.append(self._strip(first, space, word_end, False))
                first, word_end = after, 0.0
            space = text.find(" ", after, end)
        found.append(self._strip(first, end, word_end, hyphen))

    def _strip(self, begin: int, end: int, word_end: float, hyphen: bool) -> Strip:
        left, right, bottom, top = self._place(begin)
        other = self._place(end - 1)
        text = self.text[begin:end] + "-" * hyphen
        bottom, top = (bottom, top) if top - bottom >= other[3] - other[2] else other[2:]
        bold = self._is_bold(begin) and self._is_bold(end - 1)
        left, right = min(left, other[0]), max(right, other[1])
        return Strip(text, self._index(begin), left, right, bottom, top, (word_end or right) - left, bold, hyphen)

    def _gap(self, before: int, after: int) -> tuple[float, bool]:
        """Where the letter before a gap ends, and whether the gap is wide."""
        if self.rotation or not self.even:
            _, right, bottom, top = self._place(before)
            return right, self._place(after)[0] - right > _WIDE * (top - bottom)
        box, measure = self.box, self.measure
        measure(self.textpage, before, self.reference)
        right, least = box.right, _WIDE * (box.top - box.bottom)
        measure(self.textpage, after, self.reference)
        return right, box.left - right > least

    def _place(self, position: int) -> tuple[float, float, float, float]:
        """Left, right, bottom and top of a letter, as the page is turned to be read."""
        box = self.box
        if not self.measure(self.textpage, position if self.even else self._index(position), self.reference):
            return 0.0, 0.0, 0.0, 0.0
        if self.rotation == 0:
            return box.left, box.right, box.bottom, box.top
        if self.rotation == 1:
            return box.bottom, box.top, -box.right, -box.left
        if self.rotation == 2:
            return -box.right, -box.left, -box.top, -box.bottom
        return -box.top, -box.bottom, box.left, box.right

    def _index(self, position: int) -> int:
        if self.even:
            return position
        wide = len(self.text[:position].encode("utf-16-le")) // 2
        index: int = self.pdfium.FPDFText_GetCharIndexFromTextIndex(self.textpage, wide)
        return max(0, index)

    def _is_bold(self, position: int) -> bool:
        length = self.pdfium.FPDFText_GetFontInfo(
            self.textpage, self._index(position), self.name, _NAME, ctypes.byref(self.flags)
        )
        return 0 < length <= _NAME and _BOLD.search(self.name.raw[:length]) is not None


def _pictured(pdfium: Any, loaded: Any) -> float:
    """The share of the page under its largest picture; all of it where its letters are drawn as outlines."""
    area = max(pdfium.FPDF_GetPageWidthF(loaded) * pdfium.FPDF_GetPageHeightF(loaded), 1.0)
    count = min(pdfium.FPDFPage_CountObjects(loaded), _MOST_OBJECTS)
    objects = [pdfium.FPDFPage_GetObject(loaded, index) for index in range(count)]
    kinds = [pdfium.FPDFPageObj_GetType(each) for each in objects]
    pictures = [each for each, kind in zip(objects, kinds, strict=True) if kind in (_PICTURE, _FORM)]
    outlined = kinds.count(_PATH) > _DRAWN_LETTERS
    return 1.0 if outlined else max((_area(pdfium, each) / area for each in pictures), default=0.0)


def _area(pdfium: Any, drawn: Any) -> float:
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(drawn, *map(ctypes.byref, edges)):
        return 0.0
    left, bottom, right, top = (edge.value for edge in edges)
    return abs((right - left) * (top - bottom))


def _is_typed_on(pdfium: Any, loaded: Any) -> bool:
    """Whether there are form fields or text typed onto the page, which PDFium does not count as its text."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(loaded), _MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(loaded, index)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        pdfium.FPDFPage_CloseAnnot(note)
        if kind in (_TYPED, _FIELD):
            return True
    return False
