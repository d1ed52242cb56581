"""Words that place a grade on its scale: "the second highest of four", "one step short of the top", "the middle"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gradelint.model.standing import Standing
from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "next": 2}
_NUMBERS = {"one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_DETERMINERS = frozenset(("the", "its", "their", "our", "a", "all", "those", "these", "possible", "available"))
_ELSEWHERE = frozenset(
    ("any", "we", "our", "held", "in", "for", "since", "among", "amongst", "ever", "yet", "this", "all", "so", "they")
)
_AMONG = frozenset(("any", "we", "among", "amongst", "across", "they"))
_OWN = frozenset(("our", "their", "my", "whose"))
_LINKS = frozenset(("is", "was", "being"))
_ONES = frozenset(("just", "immediately", "directly"))


class Ranking(NamedTuple):
    """Tokens `first` up to `end` that put a grade `steps` steps from an end of its scale, or from another grade.

    `origin` is "best", "worst", "middle", a half or the label counted from; `size` is given where the words name it.
    """

    first: int
    end: int
    origin: str
    steps: int = 0
    size: int = 0
    label: Hit | None = None

    def place(self, standing: Standing) -> float | None:
        """Where the words put the grade, from 0 (the best) to 1; None where they lead off the scale."""
        last = max(1, (self.size or standing.size) - 1)
        if self.origin == "middle":
            return 0.5
        if self.origin.endswith("half"):
            upper = self.origin == "upper-half"
            return standing.position if upper == (standing.position < 0.5) else 0.25 if upper else 0.75
        if self.label is not None:
            there = standing.framework.grade(self.label.value)
            if there is None:
                return None
            place = (there.rank - 1 + self.steps) / max(1, standing.size - 1)
        else:
            place = self.steps / last if self.origin == "best" else 1 - self.steps / last
        return place if 0 <= place <= 1 else None


def among_its_own(line: Line, hit: Hit) -> bool:
    """ "Our lowest grade was for leadership": the lowest of those a body got, not of the scale."""
    return line.word(hit.first - 1) in ("our", "their") or line.word(hit.end) in _AMONG


def may_rank(line: Line) -> bool:
    """Whether a line has a word that every placing has one of."""
    kinds = ("best-place", "worst-place", "middle-place", "step-down", "step-up", "upper-half", "lower-half")
    return line.has(*kinds) or not _ORDINALS.keys().isdisjoint(line.tokens.words[line.first : line.end])


def rankings(line: Line) -> list[Ranking]:
    """The placings of a line, left to right, none within another."""
    kept: list[Ranking] = []
    for each in sorted((*_steps(line), *_ordinals(line), *_ends(line), *_middles(line), *_onlys(line))):
        if not kept or each.first >= kept[-1].end:
            kept.append(each)
    return kept


def _steps(line: Line) -> Iterator[Ranking]:
    """ "one step below the top", "two grades below outstanding", "just short of the highest mark"."""
    for hit in line.of("step-down", "step-up", "step-off"):
        at = hit.end
        while line.word(at) in ("the", "its", "'", '"', "“", "‘"):
            at += 1
        target = next((each for each in line.of("best-place", "worst-place", "grade") if each.first == at), None)
        counted = _count(line, hit)
        if target is None or counted is None or (hit.kind == "step-off" and target.kind == "grade"):
            continue
        first, count = counted
        if target.kind == "grade":
            yield Ranking(first, target.end, "grade", count if hit.kind == "step-down" else -count, 0, target)
        elif (target.kind == "best-place") == (hit.kind != "step-up") or hit.kind == "step-off":
            yield Ranking(first, target.end, "best" if target.kind == "best-place" else "worst", count)


def _onlys(line: Line) -> Iterator[Ranking]:
    """ "only outstanding ranks above it", "only inadequate is worse"."""
    for hit in line.of("grade"):
        if line.word(hit.first - 1) not in ("only", "just"):
            continue
        for kind, steps in (("step-up", 1), ("higher", 1), ("step-down", -1), ("lower", -1)):
            end = next((each.end for each in line.of(kind) if hit.end < each.first <= hit.end + 2), None)
            if end is not None:
                yield Ranking(hit.first - 1, end, "grade", steps, 0, hit)


def _count(line: Line, direction: Hit) -> tuple[int, int] | None:
    """How many steps are counted right before the word for their direction, and from where."""
    if line.word(direction.first) == "next":
        return direction.first, 1
    at = direction.first - 1
    if _is(line, at, "place-noun") and line.word(at) != "one":
        at -= 1
    if line.word(at) in _NUMBERS:
        return at, _NUMBERS[line.word(at)]
    if line.word(at) in _ORDINALS and (at < direction.first - 1 or direction.kind == "step-off"):
        return at, max(1, _ORDINALS[line.word(at)] - 1)
    return (at, 1) if line.word(at) in _ONES else None


def _ordinals(line: Line) -> Iterator[Ranking]:
    """ "the third of four grades"."""
    for index in range(line.first, line.end):
        rank = _ORDINALS.get(line.word(index))
        if rank is None or line.word(index) == "next" or line.word(index + 1) != "of":
            continue
        sized = _of_size(line, index + 1)
        if sized is not None:
            yield Ranking(index, sized[1], "best", rank - 1, sized[0])


def _ends(line: Line) -> Iterator[Ranking]:
    """ "the second highest of four", "the lowest grade", "the best"."""
    for hit in line.of("best-place", "worst-place"):
        ordinal = _ORDINALS.get(line.word(hit.first - 1), 0)
        first = hit.first - bool(ordinal)
        end = hit.end
        while _is(line, end, "place-noun"):
            end += 1
        sized = _of_size(line, end)
        named = end > hit.end or hit.end - hit.first > 1
        size, end = sized if sized is not None else (0, end)
        further = line.word(end) == "but" and line.word(end + 1) == "one"
        end += 2 * further
        if not size and (line.word(end) in _ELSEWHERE or line.word(end) == "of" or line.word(first - 1) in _OWN):
            continue
        if not (size or named or ordinal or further or _stands_alone(line, first, end)):
            continue
        yield Ranking(first, end, hit.kind.partition("-")[0], max(0, ordinal - 1) + further, size)


def _stands_alone(line: Line, first: int, end: int) -> bool:
    """ "4 is the highest;", "the lowest, inadequate,": a superlative without its noun."""
    before = first - 1 - (line.word(first - 1) == "the")
    return not line.word(end).isalpha() and (line.word(before) in _LINKS or line.word(first - 1) == "the")


def _middles(line: Line) -> Iterator[Ranking]:
    for hit in line.of("upper-half", "lower-half"):
        yield Ranking(hit.first, hit.end, hit.kind)
    for hit in line.of("middle-place"):
        sized = _of_size(line, hit.end + (line.word(hit.end) == "one"))
        if sized is not None:
            yield Ranking(hit.first, sized[1], "middle", 0, sized[0])
        elif _is(line, hit.end, "place-noun") and line.word(hit.end) != "one":
            yield Ranking(hit.first, hit.end + 1, "middle")


def _of_size(line: Line, index: int) -> tuple[int, int] | None:
    """ "of (the inspectorate's) four grades": how many grades the words say there are, and where they end."""
    if line.word(index) != "of":
        return None
    at = index + 1
    while at < index + 4 and (line.word(at) in _DETERMINERS - {"a"} or _is(line, at, "inspectorate", "inspecting")):
        at += 1
    number = line.word(at)
    size = _NUMBERS.get(number, int(number) if len(number) == 1 and number.isdecimal() else 0)
    if not 3 <= size <= 7:
        return None
    end = at + 1
    while _is(line, end, "place-noun"):
        end += 1
    after = line.word(end)
    bare = end == at + 1 and after.isalpha() and not _closed(line, end)
    return None if bare else (size, end)


def _closed(line: Line, index: int) -> bool:
    """Whether the word at a token cannot be the noun that is counted."""
    return line.word(index) in ("and", "or", "but", "is", "was", "in", "on", "that", "which", "it", "for", "to")


def _is(line: Line, index: int, *kinds: str) -> bool:
    return any(hit.first <= index < hit.end for hit in line.of(*kinds))
