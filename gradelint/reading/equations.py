"""Equations: each place where a paper puts two grades on one footing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gradelint.model.document import Span
from gradelint.model.equation import Equation
from gradelint.model.reading import GradeClaim, Inspection
from gradelint.reading.lexicon import Directory, Hit
from gradelint.reading.lines import Line
from gradelint.reading.mentions import grade_words
from gradelint.reading.scenes import BEFORE, Scene, claim_of, span_of, stance_in
from gradelint.reading.stances import reported

_REACH = 6  # tokens between the words that equate and a grade
_PARTS = frozenset((";", "but", "while", "whereas", "not", "than"))


class _Word(NamedTuple):
    line: Line
    hit: Hit


def equations(scene: Scene, claims: Sequence[GradeClaim]) -> tuple[Equation, ...]:
    """Every two grades of one sentence, row or pair of sentences that are called the same."""
    found = {each.sentence: each for each in _told(scene)}
    for first, second in pairwise(claims):
        if second.equating and first.sentence == second.sentence and second.sentence not in found:
            found[second.sentence] = _of_claims(scene, first, second)
    return tuple(found[sentence] for sentence in sorted(found))


def _told(scene: Scene) -> Iterator[Equation]:
    for line in scene.lines:
        if not line.has("equating") or line.has("caveat", "rule"):
            continue
        words = [_Word(line, hit) for hit in grade_words(line)]
        for cue in line.of("equating"):
            second = _second(line, cue, words)
            first = _first(scene, line, cue, words, second) if second is not None else None
            if first is not None and second is not None and first.hit.value != second.hit.value:
                yield _equation(scene, first, second, cue)


def _second(line: Line, cue: Hit, words: Sequence[_Word]) -> _Word | None:
    """The grade named by the words that equate: among them, right after them, or else right before."""
    own = next((each for each in words if cue.first <= each.hit.first < cue.end), None)
    after = next((each for each in words if 0 <= each.hit.first - cue.end <= _REACH), None)
    if after is not None and _parted(line, cue.end, after.hit.first):
        after = None
    before = next((each for each in reversed(words) if 0 <= cue.first - each.hit.end <= _REACH), None)
    return own or after or before


def _first(scene: Scene, line: Line, cue: Hit, words: Sequence[_Word], second: _Word) -> _Word | None:
    """The grade that is said to be the second: before it, in the sentences before, or else after it."""
    before = [each for each in words if each.hit.end <= min(second.hit.first, cue.first)]
    if before:
        return None if _parted(line, before[-1].hit.end, second.hit.first) else before[-1]
    for sentence in range(line.sentence - 1, max(-1, line.sentence - 1 - BEFORE), -1):
        above = scene.lines[sentence]
        if line.block - above.block > 1:
            break
        for hit in reversed(list(grade_words(above))):
            return _Word(above, hit)
    return next((each for each in words if each.hit.first >= max(cue.end, second.hit.end)), None)


def _parted(line: Line, first: int, end: int) -> bool:
    return any(line.word(index) in _PARTS for index in range(first, end))


def _equation(scene: Scene, first: _Word, second: _Word, cue: Hit) -> Equation:
    line = second.line
    ends = [second.hit, cue, *([first.hit] if first.line is line else [])]
    low, high = min(each.first for each in ends), max(each.end for each in ends)
    claim = claim_of(scene, first.line, first.hit, None)
    named = [hit for hit in line.of("inspectorate") if cue.first - _REACH <= hit.first <= second.hit.end + _REACH]
    return Equation(
        span=span_of(line, low, high),
        sentence=line.sentence,
        one=first.hit.value,
        other=second.hit.value,
        stance=stance_in(scene, line, second.hit.first),
        voice="reported" if reported(line) else "the paper's own",
        inspection=claim.inspection if claim is not None else Inspection(),
        claim=claim,
        remits=_remits(scene.setting.directory, first.hit.value, second.hit.value),
        body=named[-1].value if named else "",
    )


def _of_claims(scene: Scene, first: GradeClaim, second: GradeClaim) -> Equation:
    return Equation(
        span=Span(first.word.start, second.word.end),
        sentence=second.sentence,
        one=first.label,
        other=second.label,
        stance=first.stance,
        voice=first.voice,
        inspection=first.inspection,
        claim=first,
        remits=_remits(scene.setting.directory, first.label, second.label),
    )


def _remits(directory: Directory, one: str, other: str) -> tuple[str, ...]:
    mine = directory.labels.get(one.casefold(), ())
    theirs = directory.labels.get(other.casefold(), ())
    return tuple(remit for remit in mine if remit in theirs)
