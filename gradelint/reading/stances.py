"""What a sentence does with what it says: puts it forward, denies, asks, aims, supposes, defines, sets right."""

from __future__ import annotations

from collections.abc import Sequence

from gradelint.model.document import BlockKind
from gradelint.model.standing import Stance
from gradelint.reading.defining import predicate_of
from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line

_NEGATION_REACH = 8
_LISTED_REACH = 16
_RELATIVE = 8  # tokens from "a school that" to the grade
_CLAUSE_ENDS = frozenset((".", ",", ";", ":", ")", "|", "and", "but"))
_HEAD = 2
_REACHED = frozenset(("attained", "achieved", "met", "reached", "hit", "delivered"))
_BEHIND = 5
_NEARBY = 2  # sentences after a statement in which the paper may set it right


def stance_of(
    line: Line, first: int, end: int, following: Sequence[Line], graded: bool = True, defining: bool = True
) -> Stance:
    """The stance of the words `first` up to `end`; `following` are the lines after this one.

    `graded` says that the words give or praise a grade, which a sentence denies that says none was given;
    `defining` that they may be part of what a grade is said to mean.
    """
    if _asks(line) and not (graded and _granted(line, first)):
        return Stance.QUESTION
    if (graded and _ungraded(line)) or _negated(line, first):
        return Stance.NEGATED
    if _set_right(line, first, end, following):
        return Stance.REBUTTED
    if _ruled(line, first):
        return Stance.DEFINITION
    if defining and _defines(line, first):
        return Stance.DEFINITION
    if supposes(line, first):
        return Stance.HYPOTHETICAL
    if _aims(line, first, graded):
        return Stance.TARGET
    return Stance.REPORTED if reported(line) else Stance.ASSERTED


def reported(line: Line) -> bool:
    """Whether the sentence gives somebody else's words."""
    return line.kind is BlockKind.QUOTATION or (line.has("report-verb") and not line.has("inspectors-say"))


def _asks(line: Line) -> bool:
    last = line.text[line.start(line.first) : line.stop(line.end - 1)].rstrip("\"'”’ )")
    return last.endswith("?") or line.has("question")


def _ungraded(line: Line) -> bool:
    """Whether the sentence says that no grade was given; "the ungraded inspection" only names one."""
    kinds = ("inspecting", "framework", "ungraded-visit")
    named = {hit.first for hit in line.of(*kinds)}
    return any(hit.end not in named for hit in line.of("no-grade"))


def _granted(line: Line, first: int) -> bool:
    """What a question takes for granted: "steer a school that inspectors graded good?", "did you know that ..."."""
    if line.has("taken-as-known"):
        return True
    for index in range(first - 1, max(line.first, first - _RELATIVE), -1):
        if line.word(index) in ("that", "which", "whose"):
            return any(hit.end == index for hit in line.of("service-noun", "provider-noun", "cue"))
        if line.word(index) in _CLAUSE_ENDS:
            return False
    return False


def _negated(line: Line, first: int) -> bool:
    for hit in line.of("negation"):
        if line.word(hit.first) == "never" and line.word(first) in ("so", "such", "as"):
            continue  # "never seen so glowing a report"
        if line.word(hit.end) in ("more", "better", "less") and line.word(hit.end + 1) == "than":
            continue  # "no more than adequate" says that it was adequate
        listed = line.word(first - 1) in ("or", "nor")  # "did not say that we are on a journey, in transition or ..."
        reach, ends = (_LISTED_REACH, _CLAUSE_ENDS - {","}) if listed else (_NEGATION_REACH, _CLAUSE_ENDS)
        if 0 <= first - hit.end <= reach and ends.isdisjoint(line.tokens.words[hit.end : first]):
            return True
    return False


def _set_right(line: Line, first: int, end: int, following: Sequence[Line]) -> bool:
    if line.has("rebuttal", "scorn") or any(each.has("scorn") for each in following if each.block == line.block):
        return True
    labels = {hit.value for hit in line.of("grade") if first <= hit.first < end}
    for after in following:
        if after.block == line.block and labels and _denies(after, labels):
            return True
    here = [after for after in following if after.block == line.block]
    below = [after for after in following if after.block == line.block + 1]
    return any(after.has("rebuttal") for after in (*here[:_NEARBY], *below[:1]))


def _denies(line: Line, labels: set[str]) -> bool:
    """ "It isn't good": the sentence denies one of the grades outright."""
    denied = {hit.end for hit in line.of("negation")}
    return any(hit.value in labels and denied & {hit.first, hit.first - 1} for hit in line.of("grade"))


def _ruled(line: Line, first: int) -> bool:
    """Whether a drafting rule stands in the same clause."""
    for hit in line.of("rule"):
        between = range(min(hit.end, first), max(hit.first, first))
        if not any(line.word(index) == "," and line.word(index + 1) in ("so", "and", "but") for index in between):
            return True
    return False


def _defines(line: Line, first: int) -> bool:
    """A glossary line ("Good: a service of ..."), or a sentence whose verb says what a grade means."""
    if _glossary(line) or _opens_definition(line, first):
        return True
    near = (hit for hit in line.of("definition") if abs(hit.first - first) <= _NEGATION_REACH * 2)
    verbs = [hit for hit in near if line.word(hit.first) not in ("means", "meant") or _of_a_grade(line, hit)]
    if not verbs:
        return False
    return not line.has("assure", "celebrate") and line.has("grade", "grade-noun")


def _of_a_grade(line: Line, verb: Hit) -> bool:
    """Whether it is a grade that "means" something, and not an outcome ("which means that ...")."""
    before = verb.first - 1
    while line.word(before) in ("'", '"', "“", "”", "*"):
        before -= 1
    return line.word(before) in ("it", "what") or any(hit.end == before + 1 for hit in line.of("grade", "grade-noun"))


def _glossary(line: Line) -> bool:
    opening = next((hit for hit in line.of("grade") if hit.first <= line.first + 2), None)
    if opening is None:
        return False
    after = opening.end + (line.word(opening.end) in ("'", '"', "”", "*"))
    return line.word(after) in (":", "=", "–", "—", "-") and line.word(after + 1) in (
        "a",
        "an",
        "the",
        "services",
        "service",
    )


def _opens_definition(line: Line, first: int) -> bool:
    """Whether the words are a grade at the head of its own definition: "Good on a report card means ..."."""
    if first - line.first > _HEAD or not line.has("meaning-verb"):
        return False
    grade = next((hit for hit in line.of("grade") if hit.first == first), None)
    return grade is not None and predicate_of(line, grade) is not None


def supposes(line: Line, first: int) -> bool:
    """Whether the sentence puts a case: "if requires improvement meant ..."."""
    start = _clause_start(line, first)
    if any(start <= hit.first <= first for hit in line.of("hypothetical")) and not line.has("gloss"):
        return True
    if any(hit.end <= first and first - hit.end <= _NEGATION_REACH for hit in line.of("opining")):
        return True
    return line.word(start) in ("had", "if", "were", "should", "unless")


def _clause_start(line: Line, first: int) -> int:
    """The token after the last mark before `first` that parts what is supposed or aimed at from what is told."""
    return next(
        (index + 1 for index in range(first - 1, line.first - 1, -1) if line.word(index) in (";", ":")), line.first
    )


def _aims(line: Line, first: int, graded: bool) -> bool:
    if any(line.word(index) in _REACHED for index in range(first, first + _BEHIND)):
        return False  # "target grade (RI) attained"
    start, last = _clause_start(line, first), first if graded else first - 1
    return any(start <= hit.first <= last and first - hit.end <= _NEGATION_REACH * 2 for hit in line.of("target"))
