"""Inspections that a sentence or row names by their framework and dates, told from talk of the framework as such."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gradelint.model.document import Block, BlockKind, Cell, Document, Span
from gradelint.model.naming import NamedInspection
from gradelint.model.period import Period
from gradelint.model.reading import Inspection
from gradelint.model.standing import Stance
from gradelint.reading.candidates import Setting, latest_first
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line
from gradelint.reading.periods import Dated
from gradelint.reading.resolving import Thread
from gradelint.reading.stances import stance_of
from gradelint.reading.tokens import fold, tokenise
from gradelint.reading.triggers import SHORT_NAME

_REACH = 10  # tokens that may lie between a name and its date
_SPARE = 14  # letters that a cell may hold besides a name or a date
_MARKS = frozenset((",", ":", "(", ")", "-", "–", "—", "'", '"', "“", "”", "*", "[", "]", "/", "|", "•"))
# Marks and small words that may stand between a name and its date; the others of their kind lead on to something else.
_BETWEEN = _MARKS.union(
    (
        "in",
        "of",
        "on",
        "at",
        "during",
        "under",
        "by",
        "here",
        "there",
        "and",
        "made",
        "carried",
        "out",
        "after",
        "published",
    )
    + ("the", "a", "an", "its", "our", "their", "his", "her", "this", "that", "which", "who", "we", "us", "it", "they")
    + ("was", "were", "is", "had", "has", "have", "been")
)
_TOWARDS = frozenset(("to", "for"))  # "a SIF visit to the county in 2019", but not "from SLAC in 2012 to the SIF"
_PARTED = frozenset(("pre", "post", "mock", "non", "like", "old", "practice", "not"))
_DETERMINERS = frozenset(("the", "a", "an", "our", "its", "their", "his", "her", "this", "that"))
_FINITE = frozenset(("was", "were", "is", "are", "had", "has", "have"))
_GOVERNING = frozenset(("from", "of", "after", "following", "by", "to", "with", "for", "since", "at"))
_ACTS = frozenset(("act", "regulations", "order", "bill"))
_ABOUT = ("inspecting", "inspectorate", "judging", "grade", "no-grade", "grade-noun", "publishing")
_JOINING = (
    *("dating", "inspecting", "inspectorate", "outcome-noun", "service-noun", "people-noun", "publishing"),
    *("grade", "judging", "grade-noun", "grading-verb", "cue", "link", "no-grade"),
)
_HEADERS = (*_ABOUT, "outcome-noun", "framework")


class Name(NamedTuple):
    """A framework's own name at tokens `first` up to `end`, and every framework that bears it."""

    first: int
    end: int
    values: tuple[str, ...]


def named_inspections(
    document: Document, lines: Sequence[Line], threads: Sequence[Thread], lexicon: Lexicon, setting: Setting
) -> Iterator[NamedInspection]:
    """Every inspection named and dated, in reading order."""
    for line in lines:
        if not line.has("framework") and not (line.dates and document.blocks[line.block].row):
            continue
        if line.has("of-framework", "own-assessment"):
            continue
        block = document.blocks[line.block]
        row = line.kind is BlockKind.TABLE_ROW and bool(block.cells)
        for first, end, values, period in _of_row(line, block, lexicon) if row else _of_sentence(line):
            inspection = _inspection(values, period, threads[line.sentence].inspection.subject, setting)
            if inspection is not None:
                span = block.span if row else Span(line.start(first), line.stop(end - 1))
                following = lines[line.sentence + 1 : line.sentence + 4]
                yield NamedInspection(span, line.sentence, inspection, _stance(line, first, end, following))


def _stance(line: Line, first: int, end: int, following: Sequence[Line]) -> Stance:
    """The stance; that an inspection gave no grade does not deny that it was made."""
    found = stance_of(line, first, end, following)
    denied = any(hit.first < first for hit in line.of("negation"))
    return Stance.ASSERTED if found is Stance.NEGATED and line.has("no-grade") and not denied else found


def _inspection(values: Sequence[str], period: Period, subject: str, setting: Setting) -> Inspection | None:
    """The inspection of that name; none where two inspectorates use it."""
    parts = [value.partition("/") for value in values]
    if len({vocabulary for vocabulary, _, _ in parts}) != 1:
        return None
    vocabulary = setting.vocabularies[parts[0][0]]
    found = tuple(each for _, _, name in parts if (each := vocabulary.framework(name)) is not None)
    return Inspection(subject, vocabulary, latest_first(found), period, dated=True, named=True)


def _of_sentence(line: Line) -> Iterator[tuple[int, int, tuple[str, ...], Period]]:
    """Each name of a sentence with the date that is joined to it."""
    names = [name for name in _names(line) if _meant(line, name)]
    dates = [each for each in line.dates if _own(line, each)]
    for name in names:
        joined = [each for each in dates if _joined(line, name, each)]
        nearest = min(joined, key=lambda each: _gap(name, each), default=None)
        if nearest is None or any(_gap(other, nearest) < _gap(name, nearest) for other in names):
            continue
        yield min(name.first, nearest.first), _to_noun(line, max(name.end, nearest.end)), name.values, nearest.period


def _names(line: Line) -> list[Name]:
    """The names that frameworks alone bear, longest at each place."""
    common = {(hit.first, hit.end) for hit in line.of("common-name")}
    shared = {(hit.first, hit.end) for hit in line.of("shared-name")} if not line.has("inspectorate") else set()
    found: dict[tuple[int, int], list[str]] = {}
    for hit in line.of("framework"):
        if (hit.first, hit.end) not in common | shared:
            found.setdefault((hit.first, hit.end), []).append(hit.value)
    return [Name(first, end, tuple(values)) for (first, end), values in found.items()]


def _meant(line: Line, name: Name) -> bool:
    """Whether the framework is meant: a short name beside inspections or grades only, and as printed."""
    after = _to_noun(line, name.end)
    if line.word(name.first - 1) in _PARTED or any(hit.first == after for hit in line.of("beside-name")):
        return False
    if not _short(line, name):
        return True
    printed = line.text[line.start(name.first) : line.stop(name.end - 1)]
    counted = any(line.word(index).endswith("%") for index in range(line.first, line.end))  # CPI at 10.1%
    return printed.isupper() and not counted and line.has(*_ABOUT, "cue")


def _short(line: Line, name: Name) -> bool:
    return name.end - name.first == 1 and len(line.word(name.first)) <= SHORT_NAME


def _own(line: Line, dated: Dated) -> bool:
    """Whether a date is one of an event: not worked out, not in a name, not the year of an Act."""
    inside = any(hit.first <= dated.first < hit.end for hit in line.of("framework"))
    return not (dated.relative or inside or line.word(dated.first - 1) in _ACTS)


def _gap(name: Name, dated: Dated) -> int:
    return dated.first - name.end if dated.first >= name.end else name.first - dated.end


def _joined(line: Line, name: Name, dated: Dated) -> bool:
    """Whether nothing but words of inspecting stands between a name and a date."""
    after = dated.first >= name.end
    first, end = (name.end, dated.first) if after else (dated.end, name.first)
    if not 0 <= end - first <= _REACH or _parted(line, name, dated, range(first, end)):
        return False
    joining = {index for hit in line.of(*_JOINING) for index in range(hit.first, hit.end)}
    between = _BETWEEN | _TOWARDS if after else _BETWEEN
    joining |= {index for index in range(first, end) if line.word(index) == "from" and _of_one(line, index, dated)}
    return all(
        index in joining or line.word(index) in between or line.text[line.start(index)].isupper()
        for index in range(first, end)
    )


def _of_one(line: Line, index: int, dated: Dated) -> bool:
    """Whether "from" tells of one report and not of a run of years: "the report from July 2015", "from Ofsted"."""
    if any(hit.first == index + 1 for hit in line.of("inspectorate")):
        return True
    ends = line.word(dated.end) in ("to", "until", "till", "onwards", "on", "-", "–")
    return not ends and any(hit.end == index for hit in line.of("result-noun", "letter"))


def _parted(line: Line, name: Name, dated: Dated, between: range) -> bool:
    """Whether a comma sets name and date apart, or the verb between is of what came of the inspection."""
    after = dated.first >= name.end
    commas = [index for index in between if line.word(index) == ","]
    said = line.marks("inspectorate")
    if after and all(index in said or line.word(index) in _MARKS for index in between):
        return False  # "(report card, Ofsted, 2 July 2025)"
    if len(commas) > 1 or (commas and after and line.word(commas[0] + 1) in _DETERMINERS):
        return True
    if commas and not after and not (commas[0] == dated.end and dated.first <= line.first + 1):
        return True
    if not after or not any(line.word(index) in _FINITE for index in between):
        return False
    head = name.first - 1
    while line.word(head) in _DETERMINERS or any(hit.first == head for hit in line.of("inspectorate", "dating")):
        if line.word(head) in _GOVERNING:
            break
        head -= 1
    return line.word(head) in _GOVERNING


def _to_noun(line: Line, end: int) -> int:
    """Past the noun that a name is the attribute of: "the 2014 ILACS inspection"."""
    return next((hit.end for hit in line.of("inspecting") if hit.first == end), end)


def _of_row(line: Line, block: Block, lexicon: Lexicon) -> Iterator[tuple[int, int, tuple[str, ...], Period]]:
    """Of a row, the names and dates that fill cells: one name in the row, or one in the header of a date."""
    if block.head or any(line.prose_at(each.first) for each in line.dates):
        return
    dated = [(each, cell) for each in line.dates for cell in block.cells if _fills(line, cell, each.first, each.end)]
    dated = [(each, cell) for each, cell in dated if not _ahead(cell, lexicon)]
    names = [name for name in _names(line) if any(_fills(line, cell, name.first, name.end) for cell in block.cells)]
    sure = len(names) == 1 and not _short(line, names[0])
    if not dated or not (sure or _of_inspections(line, block, lexicon)):
        return
    if len(names) == 1:
        period = Period(
            min(each.period.first for each, _ in dated),
            max(each.period.last for each, _ in dated),
        )
        yield line.first, line.end, names[0].values, period
    elif not names and not line.has("framework"):
        for each, cell in dated:
            values = tuple(hit.value for hit in _hits(cell.header, lexicon) if hit.kind == "framework")
            if values:
                yield each.first, each.end, values, each.period


def _fills(line: Line, cell: Cell, first: int, end: int) -> bool:
    start, stop = line.start(first), line.stop(end - 1)
    inside = cell.span.start <= start and stop <= cell.span.end
    return inside and (cell.span.end - cell.span.start) - (stop - start) <= _SPARE


def _ahead(cell: Cell, lexicon: Lexicon) -> bool:
    """Whether a column is of what is still to come."""
    return any(hit.kind == "ahead" for hit in _hits(cell.header, lexicon))


def _of_inspections(line: Line, block: Block, lexicon: Lexicon) -> bool:
    return line.has(*_ABOUT) or any(hit.kind in _HEADERS for cell in block.cells for hit in _hits(cell.header, lexicon))


def _hits(header: str, lexicon: Lexicon) -> tuple[Hit, ...]:
    folded = fold(header)
    return tuple(lexicon.all_hits(tokenise(folded, 0, len(folded)))) if header else ()
