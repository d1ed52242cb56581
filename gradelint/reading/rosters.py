"""Lists of providers by name, each with its grade, and what stands above them: "Our good and outstanding primaries"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gradelint.model.document import BlockKind, Document, Span
from gradelint.model.tally import Amount, Band, Counted, Figure, Tally
from gradelint.reading.bands import Placed, bands
from gradelint.reading.candidates import Setting
from gradelint.reading.counted import counted_in
from gradelint.reading.figures import Count, itemlike, named_band
from gradelint.reading.ladders import entries, ladder_of
from gradelint.reading.lexicon import Lexicon
from gradelint.reading.lines import Line, counting
from gradelint.reading.quantities import quantities
from gradelint.reading.stances import reported, stance_of

_FEWEST = 3
_LONGEST_CAPTION = 16  # tokens
_BEFORE = frozenset((",", ":", "–", "-", "—", "(", "|"))
_AFTER = frozenset((")", ";", ".", ",", "|", ""))
_HEADING = (BlockKind.HEADING, BlockKind.CAPTION)


def follows(line: Line, before: Line) -> bool:
    """Whether a line is the next item of the list, or the next sentence."""
    if line.block - before.block == 1:
        return line.kind is BlockKind.LIST_ITEM or (_stacked(line) and _stacked(before))
    return line.block == before.block and line.sentence - before.sentence == 1


def _stacked(line: Line) -> bool:
    """Whether a line may be one of several short ones that stand one below another."""
    return line.kind is BlockKind.PARAGRAPH and itemlike(line)


def rosters(told: Sequence[tuple[Line, Count]], setting: Setting) -> Iterator[Tally]:
    """Every list of names with grades, in items or in one run of words."""
    run: list[tuple[Line, Placed]] = []
    for line, count in told:
        item = _item(line, count)
        if item is not None and (not run or follows(line, run[-1][0])):
            run.append((line, item))
            continue
        yield from _listed(run, setting)
        run = [(line, item)] if item is not None else []
        named = _in_a_run(line, count)
        yield from _counted([placed.band for placed in named], [line], setting)
    yield from _listed(run, setting)


def _item(line: Line, count: Count) -> Placed | None:
    """The grade of a list's item that names one provider."""
    if not itemlike(line) or count.figures or len(count.bands) != 1:
        return None
    band = count.bands[0]
    closing = line.end - band.end <= 1 or line.word(band.end) in ("(", ",", ".", ";", "|")
    fits = named_band(band.band) and closing and band.first > line.first and not line.has("area")
    return band if fits else None


def _listed(run: Sequence[tuple[Line, Placed]], setting: Setting) -> Iterator[Tally]:
    yield from _counted([placed.band for _, placed in run], [line for line, _ in run], setting)


def _in_a_run(line: Line, count: Count) -> list[Placed]:
    """Grades behind names in one sentence: "Ash Grove (good), Birch Lane (outstanding)", "Pier Road: adequate; ..."."""
    if len(count.bands) < _FEWEST or line.has("area", "overall"):
        return []
    ends = {placed.end for placed in count.bands}
    return [
        placed
        for placed in count.bands
        if line.word(placed.first - 1) in _BEFORE
        and placed.first - 1 not in ends
        and (line.word(placed.end) in _AFTER or line.text[line.start(placed.end)].isupper())
        and line.text[line.start(placed.first - 2)].isalnum()
    ]


def _counted(held: Sequence[Band], lines: Sequence[Line], setting: Setting) -> Iterator[Tally]:
    """The tally of a list of names, one grade each."""
    if len(held) < _FEWEST or not all(named_band(band) and len(band.labels) == 1 for band in held):
        return
    ladder = ladder_of(tuple(dict.fromkeys(band.labels[0] for band in held)), lines, setting)
    made = entries(ladder, [(band, 1.0) for band in held]) if ladder is not None else None
    if ladder is None or made is None:
        return
    first, last = lines[0], lines[-1]
    span = Span(first.start(first.first), last.stop(last.end - 1))
    yield Tally(span, first.sentence, made, ladder, Counted(), stated=len(held), roster=True, last=last.sentence)


def captions(document: Document, lines: Sequence[Line], tallies: Sequence[Tally], lexicon: Lexicon) -> Iterator[Figure]:
    """Words right above a list of names that put all of them into some grades: "Our good and outstanding primaries"."""
    for index, tally in enumerate(tallies):
        block = document.block_at(tally.span.start)
        if document.blocks[block].head is False and block and document.blocks[block - 1].head:
            block -= 1
        near = lines[max(0, tally.sentence - 3) : tally.sentence]
        above = next((line for line in reversed(near) if line.block < block), None)
        if not tally.roster or above is None or block - above.block != 1:
            continue
        found = _caption(counting(above, lexicon), lexicon)
        if found is not None:
            following = lines[above.sentence + 1 : above.sentence + 4]
            yield Figure(
                span=Span(above.start(above.first), above.stop(above.end - 1)),
                sentence=above.sentence,
                amount=Amount(1, 1, total=True),
                band=found.band,
                of=Counted(),
                stance=stance_of(above, found.first, found.end, following),
                voice="reported" if reported(above) else "the paper's own",
                against=index,
            )


def _caption(line: Line, lexicon: Lexicon) -> Placed | None:
    """The grades that a short heading without a verb puts providers into."""
    if line.end - line.first > _LONGEST_CAPTION or line.has("link", "grading-verb", "question", "forecasting"):
        return None
    if line.kind not in _HEADING and line.word(line.end - 1) not in (":", ""):
        return None
    placed = bands(line, lexicon)
    if len(placed) != 1 or placed[0].band.upper or quantities(line):
        return None
    band = placed[0]
    broad = len(band.band.labels) > 1 or band.band.better
    near = counted_in(line, band.first - 3, band.end + 2)
    closing = line.end - band.end <= 3  # names that follow would be those of some rows
    fits = broad and closing and not band.band.outside and near.kind == "provider"
    return band if fits and not any(line.word(index) in _NOT_ALL for index in range(line.first, line.end)) else None


_NOT_ALL = frozenset(
    ("by", "towards", "toward", "to", "against", "versus", "vs", "number", "share", "percentage", "how")
)
"""Words of a heading that is not about providers which all hold the grades."""
