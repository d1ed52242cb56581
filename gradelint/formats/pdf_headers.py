"""Running headers and footers of a PDF: the same words, figures aside, at the same height of many pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from gradelint.formats.pdf_page import Page, Strip

_FIGURES = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?i)\W*(?:page|p\.?)?\W*#?(?:\W*(?:of|/)\W*#)?\W*\Z")
_LINES_AT_EITHER_END = 3
_LEAST_SHARE = 0.4
_SAME_LINE = 3.0
_APART = 1.0
_LONGEST = 40


class Running(NamedTuple):
    """What is left of each page without its running lines, and those lines, each once with the page it is first on."""

    pages: tuple[tuple[Strip, ...], ...]
    headers: tuple[tuple[int, Strip], ...]


def without_running(pages: Sequence[Page]) -> Running:
    """Take the running lines out of the pages."""
    edges = [_edges(page.strips) for page in pages]
    counts = Counter(key for keys in edges for key in set(keys.values()))
    least = max(2, _LEAST_SHARE * sum(bool(page.strips) for page in pages))
    running = {key for key, count in counts.items() if count >= least}
    left: list[tuple[Strip, ...]] = []
    headers: list[tuple[int, Strip]] = []
    seen: set[str] = set()
    for index, (page, keys) in enumerate(zip(pages, edges, strict=True)):
        taken = {number for number, key in keys.items() if key in running}
        left.append(tuple(strip for number, strip in enumerate(page.strips) if number not in taken))
        for number in sorted(taken):
            words = keys[number][0]
            if words not in seen and not _PAGE_NUMBER.match(words):
                seen.add(words)
                headers.append((index, page.strips[number]))
    return Running(tuple(left), tuple(headers))


def _edges(strips: Sequence[Strip]) -> Mapping[int, tuple[str, int]]:
    """The strips of the lines at either end of a page that stand apart: words without figures, and height."""
    lines: dict[int, list[int]] = {}
    for number, strip in enumerate(strips):
        lines.setdefault(round(strip.bottom / _SAME_LINE), []).append(number)
    heights = sorted(lines)
    found = {}
    for ordered in (heights, heights[::-1]):
        for height in ordered[: _lines_apart(ordered, lines, strips)]:
            for number in lines[height]:
                if not (strips[number].text.endswith(".") and len(strips[number].text) > _LONGEST):
                    found[number] = (_FIGURES.sub("#", strips[number].text), height)
    return found


def _lines_apart(heights: Sequence[int], lines: Mapping[int, list[int]], strips: Sequence[Strip]) -> int:
    """How many lines, from the page's end inward, come before a gap; 0 where there is none soon."""
    for count, (line, following) in enumerate(pairwise(heights[: _LINES_AT_EITHER_END + 1]), 1):
        here, there = strips[lines[line][0]], strips[lines[following][0]]
        gap = max(here.bottom - there.top, there.bottom - here.top)
        if gap > _APART * max(here.height, there.height):
            return count
    return 1 if len(heights) == 1 else 0
