"""Numbers given as grades, told apart from all other numbers: "grade 3", "a 2 for safeguarding", a cell with a 4."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from gradelint.model.document import Block, BlockKind, Cell
from gradelint.model.standing import Form
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line
from gradelint.reading.tables import headed

_DIGITS = {str(number): number for number in range(1, 7)}
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_CODES = {**_DIGITS, **_WORDS}
_ARTICLES = frozenset(("a", "an", "our", "their", "its", "overall", "straight"))
_BETWEEN = frozenset((":", "=", "of", "a", "an", "as", "with", "us", "it", "them"))
_AFTER_THE = frozenset(("for", "from", "in", "awarded", "given", "we", "that", ",", ".", ")", ""))
_COUNTS = frozenset(("per", "of", "percent", "times", "or", "and", "to", "th", "st", "nd", "rd", "s", "x"))
_FOLLOWING = ("grade-noun", "number-noun", "grading-verb", "inspectorate", "link", "meaning-verb", "naming-verb")
_APART = frozenset((",", ";", ".", "and", "but", ":"))
_SUBJECT = 8  # tokens between the word for a grade and "is 3"
_OPEN = frozenset((":", "(", "-", "–", "—", "="))


class Number(NamedTuple):
    """A number from token `first` up to `end`, its digit at token `at`; `cell` the table cell it fills.

    `named` says that a word such as grade stands before it, `key` that it is explained rather than given.
    """

    first: int
    end: int
    code: int
    at: int
    cell: int | None = None
    named: bool = False
    key: bool = False

    @property
    def hit(self) -> Hit:
        """Its place, as a grade word's."""
        return Hit("number", self.first, self.end, str(self.code))

    @property
    def form(self) -> Form:
        """How it gives a grade."""
        return Form.GIVEN if self.cell is None else Form.CELL


def numbers(line: Line, block: Block, inspecting: bool, lexicon: Lexicon) -> Iterator[Number]:
    """The numbers of a line that grade. `inspecting` says that its block speaks of an inspection or inspectorate."""
    words = line.tokens.words[line.first : line.end]
    places = [index for index, word in enumerate(words, line.first) if word in _CODES]
    if not places or line.has("number-ordinary"):
        return
    dated = {index for each in line.dates for index in range(each.first, each.end)}
    for index in places:
        code = _CODES[line.word(index)]
        if index in dated:
            continue
        if line.kind is BlockKind.TABLE_ROW and block.cells:
            found = _in_row(line, block, index, code, lexicon)
        else:
            found = _in_text(line, index, code, inspecting, lexicon.closed)
        if found is not None:
            yield found


def _in_row(line: Line, block: Block, index: int, code: int, lexicon: Lexicon) -> Number | None:
    cell = next((number for number, each in enumerate(block.cells) if _holds(each, line.start(index))), None)
    if cell is None or block.head:
        return None
    span = block.cells[cell].span
    after = line.text[line.stop(index) : span.end].strip(" *")
    nouns = [hit for hit in line.of("number-noun") if hit.end == index and line.start(hit.first) >= span.start]
    first = nouns[0].first if nouns else index
    if line.text[span.start : line.start(first)].strip(" *") or (after and after[0] not in "(-–:"):
        return None
    if not _grades(block, cell, lexicon, bool(nouns)) or not _inspected(line, block, lexicon):
        return None
    return Number(first, index + 1, code, index, cell, bool(nouns))


def _holds(cell: Cell, place: int) -> bool:
    return cell.span.start <= place < cell.span.end


def _grades(block: Block, cell: int, lexicon: Lexicon, named: bool) -> bool:
    """Whether a column gives grades, by its header."""
    kinds = {hit.kind for hit in headed(block.cells[cell].header, lexicon)[0]}
    grading = named or kinds & {"number-noun", "grade-noun", "framework", "inspectorate"}
    return bool(grading) and not kinds & {"number-ordinary", "number-grade"}


def _inspected(line: Line, block: Block, lexicon: Lexicon) -> bool:
    """Whether a row or the headers above it speak of inspections."""
    kinds = ("framework", "inspectorate", "inspecting")
    headers = " | ".join(dict.fromkeys(each.header for each in block.cells))
    return line.has(*kinds) or any(hit.kind in kinds for hit in headed(headers, lexicon)[0])


def _in_text(line: Line, index: int, code: int, inspecting: bool, closed: Set[str]) -> Number | None:
    spelled = line.word(index) in _WORDS
    key = _key(line, index, spelled)
    noun = _noun(line, index)
    if noun is not None and not _counted(line, noun.first) and _ends(line, index, closed):
        return Number(noun.first, index + 1, code, index, named=True, key=key)
    if not inspecting and not line.has("framework", "area", "scale-key"):
        return None
    if key:
        return Number(index, index + 1, code, index, key=True)
    if spelled or not _ends(line, index, closed):
        return None
    before = line.word(index - 1)
    if before in _ARTICLES or (before == "the" and line.word(index + 1) in _AFTER_THE):
        return Number(index, index + 1, code, index)
    at = index - (before in _OPEN)
    return Number(index, index + 1, code, index) if _area_ends(line, at) else None


def _key(line: Line, index: int, spelled: bool) -> bool:
    """ "4 is the highest", "1 = outstanding": how the scale is numbered."""
    after = line.word(index + 1)
    if after in ("is", "was", "being") and line.word(index - 1) not in _ARTICLES:
        at = index + 2 + (line.word(index + 2) == "the")
        kinds = ("best-place", "worst-place") if spelled else ("best-place", "worst-place", "grade")
        return line.word(index) != "one" and any(hit.first == at for hit in line.of(*kinds))
    if any(hit.first == index + 1 for hit in line.of("high-end", "low-end")) and not line.word(index + 2).isalpha():
        return line.has("number-noun", "scale-key")
    return (
        not spelled
        and after in ("=", "for")
        and any(0 <= hit.first - index - 2 <= 1 for hit in line.of("grade"))
        and (after == "=" or line.has("scale-key"))
    )


def _noun(line: Line, index: int) -> Hit | None:
    """The word for a grade that stands before a number: "grade 3", "a rating of 2", "scored a 3"."""
    linked = any(hit.end == index for hit in line.of("link"))
    for hit in reversed(line.of("number-noun")):
        between = {line.word(at) for at in range(hit.end, index)}
        if 0 <= index - hit.end <= 2 and between <= _BETWEEN:
            return hit
        if linked and 0 < index - hit.end <= _SUBJECT and not between & _APART:
            return Hit("number-noun", index, index, "")
    return None


def _counted(line: Line, first: int) -> bool:
    """ "13 grade 3 schools", "six were grade 1": many inspections, not one."""
    at = first - 1
    if any(each.end == first for each in line.dates):
        return False
    if line.word(at) in ("were", "are", "was", "is", "at"):
        at -= 1
        return line.word(at).isdecimal() or line.word(at) in _WORDS
    return (line.word(at).isdecimal() or line.word(at) in _WORDS) and line.word(at - 1) not in ("from", "to", "of")


def _ends(line: Line, index: int, closed: Set[str]) -> bool:
    """Whether the number stands for itself and does not count or number a noun that follows."""
    after, beyond = line.word(index + 1), line.word(index + 2)
    if after == "out" and beyond == "of":
        return True
    if after in ("or", "and") and not (beyond.isdecimal() or beyond in ("above", "better", "below", "worse", "higher")):
        return True
    if after in _COUNTS or (after in ("-", "–", "/") and beyond.isdecimal()):
        return False
    if not after.isalpha() or after in closed:
        return True
    return any(hit.first == index + 1 for hit in line.of(*_FOLLOWING))


def _area_ends(line: Line, end: int) -> bool:
    return any(hit.end == end for hit in line.of("area", "inspectorate", "framework"))
