"""Units: bodies that are inspected for themselves, and grades that are concluded from theirs."""

from __future__ import annotations

from collections.abc import Sequence

from gradelint.model.document import Span
from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line

_BEHIND = 6  # words after a grade in which the body that has it may be named
_NAMED_BODY = 4  # words between "former" and "council"
_LAST = 2  # tokens that may follow the words of a conclusion that closes a sentence: "we got a good, in other words"
_VERB_REACH = 4  # words between the verb of a main clause and the grade it gives
_PREMISES = frozenset(("with", "since", "because", "given", "following", "thanks", "after", "as", "having", "now"))
_UNITS = ("other-unit", "predecessor")


def unit_of(line: Line, word: Hit, first: int, end: int) -> Span | None:
    """The words for another body that belong to a grade word, within its tokens `first` up to `end`."""
    found = _units(line)
    before = [each for each in found if first <= each.first and each.end <= word.first]
    turn = next((each.first for each in line.of("infer") if each.first >= word.end), end)
    after = [each for each in found if word.end <= each.first < min(turn, end, word.end + _BEHIND)]
    hit = before[-1] if before else next(iter(after), None)
    return _span(line, hit) if hit else None


def unit_among(line: Line, core: Sequence[Hit]) -> Span | None:
    """The words for another body among those that make a remark."""
    hit = next((each for each in core if each.kind in (*_UNITS, "ceased", "provider-noun")), None)
    return _span(line, hit) if hit else None


def inferred(line: Line, word: Hit, first: int, end: int) -> bool:
    """Whether a grade is drawn from what goes before: by "which shows that", or by "With the board good, ..."."""
    drawn = line.of("infer")
    closing = any(each.first >= word.end and each.end >= line.end - _LAST for each in drawn)
    if closing or any(first <= each.first < word.first for each in drawn):
        return True
    opens = line.word(line.first) in _PREMISES
    main = range(max(first, word.first - _VERB_REACH), word.first)
    verb = any(each.first in main for each in line.of("link"))
    return opens and first > line.first and verb and "," in line.tokens.words[first : word.first]


def _units(line: Line) -> list[Hit]:
    wholes = line.of("all-units")
    bodies = [each for each in line.of(*_UNITS) if not any(_covers(whole, each) for whole in wholes)]
    ceased = [each for each in line.of("ceased") if _before_a_body(line, each)]
    named = [each for each in line.of("provider-noun") if _capital(line, each) and _capital(line, each, -1)]
    return sorted((*bodies, *ceased, *named), key=lambda each: each.first)


def _covers(whole: Hit, unit: Hit) -> bool:
    """Whether "all our" takes the unit in: "all our homes"."""
    meet = whole.first < unit.end and unit.first < whole.end
    return meet and whole.end - whole.first >= unit.end - unit.first


def _before_a_body(line: Line, hit: Hit) -> bool:
    return any(0 <= each.first - hit.end <= _NAMED_BODY for each in line.of("people-noun"))


def _capital(line: Line, hit: Hit, step: int = 0) -> bool:
    at = hit.first + step
    return at >= line.first and line.text[line.start(at)].isupper()


def _span(line: Line, hit: Hit) -> Span:
    return Span(line.start(hit.first), line.stop(hit.end - 1))
