"""Grades counted in prose and lists, put together: "9 are outstanding, 44 good, 22 require improvement"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from gradelint.model.document import BlockKind, Document, Span
from gradelint.model.tally import Average, Counted, Figure, Tally
from gradelint.reading.averages import averages
from gradelint.reading.candidates import Setting
from gradelint.reading.count_tables import tables
from gradelint.reading.counted import opening
from gradelint.reading.figures import Count, Counting, Whole, counts, named_band, opened_by, wholes
from gradelint.reading.ladders import entries, ladder_of
from gradelint.reading.lexicon import Lexicon
from gradelint.reading.lines import Line, counting
from gradelint.reading.mixing import explained
from gradelint.reading.rosters import captions, follows, rosters

_GRADES = ("grade", "passing", "praise-idiom")
_FEWEST = 3


class Aggregates(NamedTuple):
    """What a paper counts, and what it says of the counts."""

    tallies: tuple[Tally, ...] = ()
    figures: tuple[Figure, ...] = ()
    averages: tuple[Average, ...] = ()

    def covers(self, word: Span, sentence: int) -> bool:
        """Whether a grade word tells how many hold the grade, and so not what one inspection gave."""
        low = bisect_left(self.figures, sentence, key=_SENTENCE)
        high = bisect_left(self.figures, sentence + 1, low, key=_SENTENCE)
        return any(_several(each) and each.span.contains(word) for each in self.figures[low:high])

    def told_at(self, span: Span, sentence: int) -> bool:
        """Whether a share stands among these words, so that they count and define nothing."""
        low = bisect_left(self.figures, sentence, key=_SENTENCE)
        high = bisect_left(self.figures, sentence + 1, low, key=_SENTENCE)
        return any(_several(each) and each.span.overlaps(span) for each in self.figures[low:high])


def _several(figure: Figure) -> bool:
    amount = figure.amount
    return not (amount.number or amount.total)


_SENTENCE = attrgetter("sentence")


class _Told(NamedTuple):
    line: Line
    held: Count


def aggregates(document: Document, lines: Sequence[Line], lexicon: Lexicon, setting: Setting) -> Aggregates:
    """Everything a paper counts by grade, in prose, lists and tables."""
    found = tables(document, lines, lexicon, setting)
    made, figures = list(found.tallies), list(found.figures)
    told = list(_told(lines, lexicon))
    for run in _runs(told):
        for part in (_numbers(run), _percents(run)):
            tally = _tally(part, run, _before(run[0].line, lines, lexicon), setting)
            if tally is None:
                continue
            made.append(tally)
            figures += _within(part, run, len(made) - 1)
    taken = {(each.span, each.amount) for each in figures}
    figures += [
        each.figure for one in told for each in one.held.figures if (each.figure.span, each.figure.amount) not in taken
    ]
    made += rosters([(one.line, one.held) for one in told], setting)
    figures += captions(document, lines, made, lexicon)
    ordered = sorted(figures, key=lambda each: (each.sentence, each.span))
    return Aggregates(tuple(made), tuple(explained(ordered, lines, setting)), tuple(averages(lines, lexicon)))


def _told(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[_Told]:
    """The sentences that count something, in order."""
    before: Figure | None = None
    last = -9
    for number, line in enumerate(lines):
        if line.kind is BlockKind.TABLE_ROW or (number - last > 1 and not line.has(*_GRADES)):
            continue
        line = counting(line, lexicon)
        known = before if before is not None and number - last == 1 and lines[last].block == line.block else None
        count = counts(line, lexicon, lines[number + 1 : number + 4], known)
        if count.figures:
            shared = len({each.figure.band for each in count.figures}) == 1
            before, last = (count.figures[-1].figure if shared else None), number
        yield _Told(line, count)


def _runs(told: Sequence[_Told]) -> Iterator[list[_Told]]:
    """A sentence with figures by itself; items of a list, one figure each, together."""
    run: list[_Told] = []
    for each in told:
        if run and each.held.figures and _goes_on(each, run):
            run.append(each)
            continue
        if run:
            yield run
        run = [each] if each.held.figures else []
    if run:
        yield run


def _goes_on(each: _Told, run: Sequence[_Told]) -> bool:
    """Whether a sentence, or an item of a list, counts other grades of what the one before it counts."""
    if each.held.wholes or not follows(each.line, run[-1].line):
        return False
    held = [one for told in run for one in told.held.figures]
    mine = list(each.held.figures)
    if not all(_counts_one(one) for one in (*held, *mine)) or len({one.quantity.kind for one in (*held, *mine)}) > 1:
        return False
    return {label for one in held for label in one.figure.band.labels}.isdisjoint(
        label for one in mine for label in one.figure.band.labels
    )


def _counts_one(each: Counting) -> bool:
    plain = each.quantity.kind in ("number", "percent") and each.figure.amount.base is None
    return plain and named_band(each.figure.band) and not each.figure.drawn


def _numbers(run: Sequence[_Told]) -> list[Counting]:
    """The figures of a run that count things of one grade (or say of how many)."""
    found = [each for one in run for each in one.held.figures if each.quantity.kind == "number"]
    found = [each for each in found if each.figure.amount.low == each.figure.amount.high and _stands(each)]
    whole = [each for each in found if each.figure.amount.base is not None]
    if whole and (len(found) == 1 or whole[0] is not found[0]):
        return whole[:1]
    return [each for each in found if each in whole[:1] or named_band(each.figure.band)] if len(found) > 1 else []


def _percents(run: Sequence[_Told]) -> list[Counting]:
    found = [each for one in run for each in one.held.figures if each.quantity.kind == "percent" and _stands(each)]
    found = [each for each in found if named_band(each.figure.band)]
    return found if len(found) >= _FEWEST else []


def _stands(each: Counting) -> bool:
    return each.figure.stance.put_forward and not each.figure.drawn


def _tally(part: Sequence[Counting], run: Sequence[_Told], before: Sequence[Whole], setting: Setting) -> Tally | None:
    if not part or _of_elsewhere(part, run[0].line):
        return None
    labels = tuple(dict.fromkeys(label for each in part for label in each.figure.band.labels))
    ladder = ladder_of(labels, [one.line for one in run], setting) if labels else None
    percent = part[0].quantity.kind == "percent"
    numbers = [(each.figure.band, _number(each, percent)) for each in part]
    held = entries(ladder, numbers) if ladder is not None else None
    if ladder is None or held is None:
        return None
    base = part[0].figure.amount.base
    whole, of, sure = _whole(part, run, before)
    named = next((each.figure.of for each in part if each.figure.of.kind), Counted())
    if not named.kind:
        named = of if of.kind else opening(run[0].line, part[0].place)
    stated = 100.0 if percent else base or whole
    summed = sum(each.number for each in held)
    if not percent and base is None and not sure and stated is not None and stated < summed:
        stated = None
    return Tally(
        span=Span(min(each.figure.span.start for each in part), max(each.figure.span.end for each in part)),
        sentence=part[0].figure.sentence,
        entries=held,
        ladder=ladder,
        of=named,
        stated=stated,
        percent=percent,
        total=Span(part[0].figure.span.start, part[-1].figure.span.end) if sure or base or percent else None,
        period=part[0].figure.period,
        last=part[-1].figure.sentence,
        partial=any(one.line.has("lately") for one in run),
    )


def _of_elsewhere(part: Sequence[Counting], line: Line) -> bool:
    """Whether the counts are of the country or another place."""
    opening_words = any(hit.first < part[0].place for hit in line.of("elsewhere"))
    return opening_words or any(each.figure.elsewhere for each in part)


def _number(each: Counting, percent: bool) -> float:
    amount = each.figure.amount
    return 50 * (amount.low + amount.high) if percent else amount.low


def _before(line: Line, lines: Sequence[Line], lexicon: Lexicon) -> list[Whole]:
    """The things counted, without a grade, in the sentence before a line."""
    if not line.sentence or line.block - lines[line.sentence - 1].block > 1:
        return []
    return wholes(counting(lines[line.sentence - 1], lexicon), lexicon)


def _whole(part: Sequence[Counting], run: Sequence[_Told], before: Sequence[Whole]) -> tuple[int | None, Counted, bool]:
    """The number that the counts are of, what it counts, and whether their own sentence says so."""
    first = part[0].place
    own = [each for each in run[0].held.wholes if each[2] < first]
    led = [each for each in own if opened_by(run[0].line, each[2])]
    for value, of, _ in reversed(led):
        return value, of, True
    for value, of, place in reversed(own):
        return value, of, any(run[0].line.word(index) == ":" for index in range(place, first))
    later = [each for each in run[-1].held.wholes if each[2] > part[-1].place]
    if before:
        return before[-1][0], before[-1][1], False
    if later:
        return later[0][0], later[0][1], False
    return None, Counted(), False


def _within(part: Sequence[Counting], run: Sequence[_Told], index: int) -> Iterator[Figure]:
    """The figures of a tally, and those that put one of its counts in another way ("36 of the 44 (92%)")."""
    mine = [each.figure for each in part]
    yield from (each._replace(tally=index) for each in mine)
    if len(mine) != 1:
        return
    for one in run:
        for each in one.held.figures:
            if each.figure.band == mine[0].band and each.quantity.kind == "percent":
                yield each.figure._replace(against=index, of=mine[0].of)
