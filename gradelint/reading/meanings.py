"""Meanings: each place where a paper says what a grade stands for, joined to the grade it is said of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gradelint.model.meaning import Meaning
from gradelint.model.reading import GradeClaim
from gradelint.reading.coding import labelled
from gradelint.reading.definitions import definitions
from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line
from gradelint.reading.mentions import grade_words
from gradelint.reading.numbers import Number
from gradelint.reading.pairing import Numbered, Pair
from gradelint.reading.ranking import Ranking, may_rank, rankings
from gradelint.reading.scenes import BEFORE, Scene, claim_of, given_before, span_of
from gradelint.reading.tables import with_header

_REACH = 14
_COMPARED = 8
_JOINTS = frozenset((",", "(", "–", "—", "-", ":", "=", "is", "was", "being"))
_SKIPPED = frozenset(
    ("the", "its", "their", "a", "an", "only", "just", "now", "also", "that", "this", "which", "in", "*")
)
_QUOTES = frozenset(("'", '"', "“", "”", "‘", "’"))
_PARTED = frozenset((";", "but", "while", "whereas", "not", "than", "and"))
_BEHIND = frozenset((",", ":", "–", "—", "-", "(", "'", '"', "“", "”", "‘", "of", "is", "was", "being", "a"))
_POINTING = frozenset(("that", "this", "it", "which"))


def meanings(scene: Scene) -> tuple[Meaning, ...]:
    """Every meaning of the paper, in order."""
    found: list[Meaning] = []
    worth = _near_grades(scene.lines, scene.numbered)
    for line in scene.lines:
        if line.sentence not in worth or line.has("rule"):
            continue
        grades = list(grade_words(line)) if line.has("grade") else []
        own = scene.numbered.get(line.sentence)
        if own is not None:
            found += _pairs(scene, line, own)
            found += _compared(scene, line, own)
        elif grades:
            found += _called(scene, line, grades)
        found += _directions(scene, line, own.found if own else ())
        found += _ranks(scene, line, grades, own)
        found += definitions(scene, line, grades, own)
    return tuple(found)


def _near_grades(lines: Sequence[Line], numbered: Mapping[int, Numbered]) -> frozenset[int]:
    """The sentences that hold a grade, or may speak of one given just before."""
    holding = [line.sentence for line in lines if line.sentence in numbered or line.has("grade")]
    return frozenset(sentence + step for sentence in holding for step in range(BEFORE + 1))


def _pairs(scene: Scene, line: Line, numbered: Numbered) -> Iterator[Meaning]:
    for pair in numbered.pairs:
        if pair.number.key and len(set(line.of("inspectorate"))) > 1:
            continue
        claim = _of_number(scene, line, pair)
        if claim is None or claim.standing is None or labelled(pair.number.code, pair.label.value, claim.inspection):
            continue
        grade = claim.standing.framework.grade(pair.label.value)
        if grade is not None:
            place = claim.standing._replace(grade=grade).position
            yield Meaning(claim, span_of(line, pair.first, pair.end), place, key=pair.number.key)


def _compared(scene: Scene, line: Line, numbered: Numbered) -> Iterator[Meaning]:
    """ "A 3 is better than a 2": two numbers of one scale."""
    for first, second in pairwise(numbered.found):
        between = range(first.end, second.first)
        words = [hit for hit in line.of("higher", "lower") if hit.first in between]
        if len(words) != 1 or line.word(words[0].end) != "than" or len(between) > _COMPARED:
            continue
        claim, other = (claim_of(scene, line, each.hit, each.code, words[0].first) for each in (first, second))
        if claim is None or other is None or claim.standing is None or other.standing is None:
            continue
        mine, theirs = claim.standing.position, other.standing.position
        right = mine < theirs if words[0].kind == "higher" else mine > theirs
        yield Meaning(claim, span_of(line, first.first, second.end), mine if right else theirs, key=True)


def _directions(scene: Scene, line: Line, found: Sequence[Number]) -> Iterator[Meaning]:
    """ "With these scores low is good", "4 high, 1 low": which end of a numbered scale is the better one."""
    for number in found:
        end = next((hit for hit in line.of("high-end", "low-end") if hit.first == number.end and number.key), None)
        claim = claim_of(scene, line, number.hit, number.code) if end is not None else None
        if claim is not None and end is not None:
            yield Meaning(claim, span_of(line, number.first, end.end), float(end.kind == "low-end"), key=True)
    for hit in line.of("low-is-best", "high-is-best"):
        claim = claim_of(scene, line, Hit("number", hit.first, hit.end, "1"), 1)
        if claim is not None:
            yield Meaning(claim, span_of(line, hit.first, hit.end), float(hit.kind == "high-is-best"), key=True)


def _called(scene: Scene, line: Line, grades: Sequence[Hit]) -> Iterator[Meaning]:
    """A label that a number given just before is said to be: "This was a Good"."""
    for hit in grades:
        verb = hit.first - 1 - (line.word(hit.first - 1) in ("a", "an"))
        if line.word(verb) not in ("is", "was", "means", "meant") or line.word(verb - 1) not in _POINTING:
            continue
        claim = given_before(scene, line)
        if claim is None or claim.code is None or claim.standing is None:
            continue
        grade = claim.standing.framework.grade(hit.value)
        if grade is not None and not labelled(claim.code, hit.value, claim.inspection):
            place = claim.standing._replace(grade=grade).position
            yield Meaning(claim, span_of(line, verb - 1, hit.end), place)


def _of_number(scene: Scene, line: Line, pair: Pair) -> GradeClaim | None:
    number, seen = pair.number, line
    if number.cell is not None:
        block = scene.document.blocks[line.block]
        seen = with_header(line, block, number.hit, number.cell, scene.lexicon)
    return claim_of(scene, seen, number.hit, number.code)


def _ranks(scene: Scene, line: Line, grades: Sequence[Hit], numbered: Numbered | None) -> Iterator[Meaning]:
    if not may_rank(line):
        return
    found = rankings(line)
    targets = {each.label for each in found}
    denied = line.marks("negation")
    said = [(hit, 0) for hit in grades if hit not in targets and hit.first - 1 not in denied]
    said += [(number.hit, number.code) for number in (numbered.found if numbered else ())]
    said.sort(key=lambda pair: pair[0].first)
    for each in found:
        subject = _placed(line, each, said)
        if subject is not None:
            claim = claim_of(scene, line, subject[0], subject[1] or None, each.first)
        else:
            claim = _pointed(scene, line, each.first) if len(said) == 0 else None
        place = each.place(claim.standing) if claim is not None and claim.standing is not None else None
        if claim is not None and place is not None:
            first = subject[0].first if subject is not None and subject[1] else each.first
            yield Meaning(claim, span_of(line, min(first, each.first), each.end), place)


def _placed(line: Line, each: Ranking, said: Sequence[tuple[Hit, int]]) -> tuple[Hit, int] | None:
    """The grade that words of rank are said of: before them, or else right after."""
    before = [pair for pair in said if pair[0].end <= each.first]
    if before and each.first - before[-1][0].end <= _REACH:
        join = each.first
        while line.word(join - 1) in _SKIPPED | _QUOTES or _is(line, join - 1, "inspectorate"):
            join -= 1
        gap = {line.word(index) for index in range(before[-1][0].end, join)}
        tied = line.word(join - 1) in _JOINTS or any(hit.end == join for hit in line.of("that-is", "ranking-verb"))
        if each.label is not None and each.label.first == each.first + 1:
            tied, gap = True, set()  # "only inadequate is lower" needs no joint
        if tied and not gap & _PARTED:
            return before[-1]
    after = next((pair for pair in said if pair[0].first >= each.end), None)
    if after is None or after[0].first - each.end > 4:
        return None
    return after if {line.word(index) for index in range(each.end, after[0].first)} <= _BEHIND else None


def _pointed(scene: Scene, line: Line, first: int) -> GradeClaim | None:
    """The grade given just before, when the clause points back to it: "That is only one off the top"."""
    pointer = next((at for at in range(line.first, min(first, line.first + 8)) if line.word(at) in _POINTING), None)
    if pointer is None or first - pointer > 5:
        return None
    return given_before(scene, line)


def _is(line: Line, index: int, kind: str) -> bool:
    return any(hit.first <= index < hit.end for hit in line.of(kind))
