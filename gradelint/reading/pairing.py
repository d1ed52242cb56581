"""Numbers and the labels put beside them: "grade 3 (good)", "a 2, which is good", a row with both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from gradelint.model.document import Block, BlockKind, Document
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line
from gradelint.reading.mentions import grade_words
from gradelint.reading.numbers import Number, numbers
from gradelint.reading.tables import headed

_REACH = 14  # tokens between a number and a label that tells what it is
_QUOTES = frozenset(
    ("'", '"', "“", "”", "‘", "’", "*", "a", "an", "the", "only", "just", "judged", "therefore", "thus")
)
_OPEN = frozenset(("(", "=", ":", "–", "—", "-"))
_CLOSE = frozenset((",", "(", "–", "-", "—", "=", "'", '"', "”", "’", "or", "a", "*"))
_APART = frozenset((";", "and", "but", "while", "whereas", "with", "not"))
_VERBS = frozenset(("is", "was", "means", "meant", "being", "or"))


class Pair(NamedTuple):
    """A number and the label said to be the same grade; tokens `first` up to `end` hold both."""

    number: Number
    label: Hit
    first: int
    end: int


class Numbered(NamedTuple):
    """The numbers of a line that grade, and those with a label beside them."""

    found: tuple[Number, ...]
    pairs: tuple[Pair, ...]

    @property
    def alone(self) -> list[Number]:
        """The numbers that give a grade without its label."""
        paired = {each.number for each in self.pairs}
        return [each for each in self.found if each not in paired and not each.key]


def numbered_lines(
    document: Document, lines: Sequence[Line], lexicon: Lexicon, inspecting: Set[int]
) -> Mapping[int, Numbered]:
    """The numbers that grade, by the number of their sentence."""
    made = {}
    for line in lines:
        block = document.blocks[line.block]
        found = tuple(numbers(line, block, line.block in inspecting, lexicon))
        if found:
            grades = list(grade_words(line))
            made[line.sentence] = Numbered(found, tuple(pairs(line, block, found, grades, lexicon)))
    return made


def pairs(line: Line, block: Block, found: Sequence[Number], grades: Sequence[Hit], lexicon: Lexicon) -> Iterator[Pair]:
    """The pairs of a line, each label in one of them."""
    taken: set[Hit] = set()
    for number in found:
        if number.cell is not None:
            label = _in_row(line, block, number, grades, lexicon)
        else:
            label = _after(line, number, grades, found, lexicon.closed) or _before(line, number, grades, taken)
        if label is not None and label not in taken:
            taken.add(label)
            yield Pair(number, label, min(number.first, label.first), max(number.end, label.end))


def _in_row(line: Line, block: Block, number: Number, grades: Sequence[Hit], lexicon: Lexicon) -> Hit | None:
    """The one other cell that is a label, in a column that is of no other time."""
    beside = []
    for cell, each in enumerate(block.cells):
        words = line.text[each.span.start : each.span.end].strip(" *()'\"‘’“”").casefold()
        for hit in grades:
            inside = each.span.start <= line.start(hit.first) < each.span.end
            alone = words == line.text[line.start(hit.first) : line.stop(hit.end - 1)].casefold()
            if inside and (alone or cell == number.cell):
                beside.append((cell, hit))
    if len(beside) != 1:
        return None
    cell, hit = beside[0]
    kinds = {each.kind for each in headed(block.cells[cell].header, lexicon)[0]}
    own = headed(block.cells[number.cell or 0].header, lexicon)
    dated = headed(block.cells[cell].header, lexicon)[1]
    if cell == number.cell:
        return hit
    if kinds & {"past", "latest", "current", "area"} or (dated and dated != own[1]):
        return None
    return hit if kinds & {"meaning-noun", "grade-noun", "number-noun", "that-is"} else None


def _after(line: Line, number: Number, grades: Sequence[Hit], found: Sequence[Number], closed: Set[str]) -> Hit | None:
    """The label after a number, behind words that make the two one."""
    label = next((hit for hit in grades if hit.first >= number.end), None)
    if label is None or label.first - number.end > _REACH or _qualifies(line, label, closed):
        return None
    if any(number.end <= other.at < label.first for other in found):
        return None
    join = label.first
    while join > number.end and line.word(join - 1) in _QUOTES:
        join -= 1
    gap = {line.word(index) for index in range(number.end, join)}
    places = (each.first for each in line.of("best-place", "worst-place"))
    if gap & _APART or any(number.end <= place < join for place in places):
        return None
    if line.word(join - 1) in _OPEN and join > number.end:
        return label
    if line.word(join - 1) == "," and join - number.end == 1:
        return label
    if number.key and line.word(number.end) == "for" and join - number.end == 1:
        return label
    for hit in line.of("that-is", "equating"):
        if hit.end == join and hit.first >= number.end:
            plain = line.word(hit.first) in _VERBS and hit.end - hit.first == 1
            between = {line.word(index) for index in range(number.end, hit.first)}
            return label if not plain or "," not in between or line.word(hit.first) == "or" else None
    return None


def _before(line: Line, number: Number, grades: Sequence[Hit], taken: Set[Hit]) -> Hit | None:
    """ "Good (grade 3)": a label right before a number that is called a grade."""
    label = next((hit for hit in reversed(grades) if hit.end <= number.first), None)
    if label is None or label in taken or number.key or not (number.named or line.word(number.first - 1) == "a"):
        return None
    gap = [line.word(index) for index in range(label.end, number.first)]
    return label if gap and len(gap) <= 3 and set(gap) <= _CLOSE else None


def _qualifies(line: Line, label: Hit, closed: Set[str]) -> bool:
    """Whether the label is the attribute of a noun that is no word for a grade: "3, good teaching"."""
    after = line.word(label.end)
    if not after.isalpha() or after in closed or line.kind is BlockKind.TABLE_ROW:
        return False
    return not any(hit.first == label.end for hit in line.of("grade-noun", "number-noun"))
