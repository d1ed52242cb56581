"""Definitions of a paper: what it says that its grades mean, in sentences, answers and glossaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gradelint.model.document import BlockKind
from gradelint.model.meaning import Meaning
from gradelint.model.reading import GradeClaim
from gradelint.reading.defining import end_of, meant, predicate_of, senses, together
from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line
from gradelint.reading.mentions import grade_words
from gradelint.reading.pairing import Numbered
from gradelint.reading.scenes import BEFORE, Scene, claim_of, given_before, span_of, stance_in
from gradelint.reading.tables import headed

_ANSWERS = frozenset(("that", "a", "an", "when", "where"))


def definitions(scene: Scene, line: Line, grades: Sequence[Hit], numbered: Numbered | None) -> Iterator[Meaning]:
    """What a line says that a grade means, its own or one asked about just before."""
    if line.kind is BlockKind.TABLE_ROW:
        yield from _in_row(scene, line, grades)
        return
    said = [(hit, 0) for hit in grades]
    said += [(number.hit, number.code) for number in (numbered.found if numbered else ())]
    for hit, code in sorted(said, key=lambda pair: pair[0].first):
        opened = predicate_of(line, hit)
        if opened is not None:
            claim = claim_of(scene, line, hit, code or None, opened[0])
            yield from _meaning(scene, line, claim, opened[1], end_of(line, opened[1]))
    verb = _said_of_it(line, grades)
    if verb is not None:
        claim = _asked(scene, line, verb.first)
        yield from _meaning(scene, line, claim, verb.end, end_of(line, verb.end))
    elif _opens_plainly(line) is not None:
        start = _opens_plainly(line) or line.first
        yield from _meaning(scene, line, given_before(scene, line), start, end_of(line, start))
    elif line.word(line.first) in _ANSWERS and _follows_question(scene, line):
        claim = _asked(scene, line, line.first)
        yield from _meaning(scene, line, claim, line.first, end_of(line, line.first))


def _opens_plainly(line: Line) -> int | None:
    """Where a sentence begins in earnest that puts the one before it in other words."""
    return next((hit.end for hit in line.of("plainly") if hit.first == line.first), None)


def _said_of_it(line: Line, grades: Sequence[Hit]) -> Hit | None:
    """The verb of "it means that ...", where the sentence names no grade before it."""
    for pronoun in line.of("grade-pronoun"):
        verb = _means(line, pronoun)
        if verb is not None:
            return None if any(hit.end <= pronoun.first for hit in grades) else verb
    return None


def _follows_question(scene: Scene, line: Line) -> bool:
    """Whether the sentence before asks what a grade means."""
    before = scene.lines[line.sentence - 1] if line.sentence else None
    return before is not None and before.has("meaning-verb") and "?" in before.tokens.words[before.first : before.end]


def _means(line: Line, pronoun: Hit) -> Hit | None:
    verbs = (hit for kind in ("meaning-verb", "naming-verb", "definition") for hit in line.of(kind))
    return next((hit for hit in verbs if 0 <= hit.first - pronoun.end <= 1), None)


def _asked(scene: Scene, line: Line, verb: int) -> GradeClaim | None:
    """The one grade that a sentence just before asked about or spoke of, which "it means" is said of."""
    for back in range(1, BEFORE + 1):
        before = scene.lines[line.sentence - back] if line.sentence >= back else None
        if before is None or before.block < line.block - 1:
            return None
        grades = list(grade_words(before)) if before.has("grade") else []
        if not grades:
            continue
        asking = before.has("definition", "meaning-verb") or before.word(before.end - 1) == "?"
        if len({hit.value for hit in grades}) > 1 or not asking:
            return None
        claim = claim_of(scene, before, grades[0], None)
        return (
            claim._replace(sentence=line.sentence, stance=stance_in(scene, line, verb)) if claim is not None else None
        )
    return None


def _in_row(scene: Scene, line: Line, grades: Sequence[Hit]) -> Iterator[Meaning]:
    """A row of a table of grades and what they mean."""
    block = scene.document.blocks[line.block]
    if block.head or not grades or not block.cells:
        return
    opening = block.cells[0].span
    if not opening.start <= line.start(grades[0].first) < opening.end:
        return
    for cell in block.cells[1:]:
        if any(hit.kind == "meaning-noun" for hit in headed(cell.header, scene.lexicon)[0]):
            here = line.tokens.within(cell.span.start, cell.span.end)
            claim = claim_of(scene, line, grades[0], None)
            yield from _meaning(scene, line, claim, here.start, here.stop)


def _meaning(scene: Scene, line: Line, claim: GradeClaim | None, first: int, end: int) -> Iterator[Meaning]:
    if claim is None or claim.standing is None:
        return
    first += line.word(first) == "that"
    found = senses(line, first, end, claim.standing, scene.lexicon)
    if found:
        said = together(found)
        yield Meaning(claim, span_of(line, first, found[-1].end), None, said, meant(claim.standing, scene.lexicon))
