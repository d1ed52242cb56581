"""The grades that a count is of: "good", "good or better", "requires improvement or inadequate", "below good"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gradelint.model.tally import Band
from gradelint.reading.lexicon import Hit, Lexicon
from gradelint.reading.lines import Line
from gradelint.reading.mentions import grade_hits

_JOINS = frozenset(("or", "and", "/", "to"))
_BETWEEN = _JOINS | frozenset((",", "'", '"', "“", "”", "‘", "’", "*", "rated", "judged", "graded", "either"))
_BETTER = frozenset(("better", "above", "higher", "upwards", "more", "best"))
_WORSE = frozenset(("worse", "below", "lower", "under"))
_AT_LEAST = (("at", "least"), ("minimum", "of"), ("no", "worse", "than"), ("no", "lower", "than"), ("not", "below"))
_AT_MOST = (("at", "best"), ("no", "better", "than"), ("no", "higher", "than"), ("at", "most"))
_SHORT_OF = (
    *(("below",), ("beneath",), ("less", "than"), ("worse", "than"), ("lower", "than"), ("short", "of"), ("under",)),
    *(("not", "yet"), ("not",), ("n't",), ("yet", "to", "be"), ("other", "than")),
)
_BEYOND = (("better", "than"), ("above",), ("higher", "than"))
# Words before a grade, and what they make of it: those better, those worse, and whether all the others are meant.
_BOUNDS = (
    (_AT_LEAST, True, False, False),
    (_AT_MOST, False, True, False),
    (_BEYOND, False, True, True),
    (_SHORT_OF, True, False, True),
)
_BOUNDING = frozenset(phrase[-1] for phrases, *_ in _BOUNDS for phrase in phrases)
_NEUTRAL = frozenset(("be", "rated", "judged", "graded", "a", "an", "'", '"', "‘", "“", "the", "standard", "yet"))
_PARTING = ("inspectorate", "grade", "inferring", "adding", "averaging")
_NOUNS = ("counted-provider", "counted-people", "counted-judgement", "counted-phase", "grade-noun", "schooling")


class Placed(NamedTuple):
    """A band at tokens `first` up to `end`; `thing` says that its word stands before a noun ("a good school")."""

    band: Band
    first: int
    end: int
    thing: bool = False


def bands(line: Line, lexicon: Lexicon) -> list[Placed]:
    """Every band named in a sentence, left to right."""
    if not line.has("grade", "passing", "praise-idiom"):
        return []
    found = [_widened(line, run) for run in _runs(line, lexicon)]
    taken = {index for each in found for index in range(each.first, each.end)}
    words = [hit for hit in line.of("passing", "praise-idiom") if taken.isdisjoint((hit.first, hit.end - 1))]
    found += [Placed(Band((), upper=True), hit.first, hit.end) for hit in words]
    return sorted(found, key=lambda each: each.first)


def _runs(line: Line, lexicon: Lexicon) -> Iterator[list[Hit]]:
    """Grade words, those joined by "or", "and" or a stroke together."""
    run: list[Hit] = []
    for hit in grade_hits(line):
        if not _counts(line, hit, lexicon):
            continue
        gap = [line.word(index) for index in range(run[-1].end, hit.first)] if run else []
        if run and gap and len(gap) <= 4 and set(gap) <= _BETWEEN and set(gap) & _JOINS:
            run.append(hit)
            continue
        if run:
            yield run
        run = [hit]
    if run:
        yield run


def _counts(line: Line, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a grade word may stand for those who hold the grade, and is no attribute of some other noun."""
    after, follows = line.word(hit.end), line.word(hit.end + 1)
    widened = after in ("or", "and") and (follows in _BETTER or follows in _WORSE)
    if hit.first in line.marks("ordinary") and not line.capital(hit) and not (widened or _among_grades(line, hit)):
        return False
    if not after.isalpha() or after in lexicon.closed or after in _BETTER or after in _WORSE:
        return True
    if any(each.first in _nouns_after(line, hit, lexicon) for kind in _NOUNS for each in line.of(kind)):
        return True
    parted = any(each.first == hit.end for kind in _PARTING for each in line.of(kind))
    named = line.text[line.start(hit.end)].isupper()  # the next name of a list follows
    return parted or named or line.capital(hit) or any(each.first == hit.end for each in line.dates)


def _among_grades(line: Line, hit: Hit) -> bool:
    """Whether a common phrase that is also a grade stands beside others, or in a sentence about an inspection."""
    alone = any((each.first, each.end) == (hit.first, hit.end) for each in line.of("ordinary"))
    return alone and (len(line.of("grade")) > 1 or line.has("inspecting", "inspectorate", "framework"))


def _nouns_after(line: Line, hit: Hit, lexicon: Lexicon) -> range:
    """The words behind a grade word that may hold the noun it stands before ("a good local school")."""
    end = hit.end
    while end < min(hit.end + 3, line.end) and line.word(end).isalpha() and line.word(end) not in lexicon.closed:
        end += 1
    return range(hit.end, end)


def _widened(line: Line, run: list[Hit]) -> Placed:
    labels = tuple(dict.fromkeys(_label(line, hit) for hit in run))
    first, end = run[0].first, run[-1].end
    while line.word(end) in ("'", '"', "’", "”"):
        end += 1
    better, worse, after = _beyond(line, end)
    outside = False
    before = first
    while line.word(before - 1) in _NEUTRAL and first - before < 3:
        before -= 1
    for phrases, up, down, out in _BOUNDS if line.word(before - 1) in _BOUNDING else ():
        phrase = next((each for each in phrases if _ends(line, before, each)), None)
        if phrase is not None:
            better, worse, outside, first = better or up, worse or down, out, before - len(phrase)
            break
    thing = any(after <= each.first <= after + 1 for each in line.of("schooling"))
    return Placed(Band(labels, better, worse, outside), first, after, thing)


def _label(line: Line, hit: Hit) -> str:
    return " ".join(line.tokens.words[hit.first : hit.end])


def _beyond(line: Line, end: int) -> tuple[bool, bool, int]:
    """What "or better", "and above", "or worse", "+" add, and the token behind it."""
    if line.word(end) == "+":
        return True, False, end + 1
    at = end + (line.word(end) == ",")
    if line.word(at) in ("or", "and", "/"):
        follows = line.word(at + 1)
        if follows in _BETTER:
            return True, False, at + 2
        if follows in _WORSE:
            return False, True, at + 2
    return False, False, end


def _ends(line: Line, before: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words right before a token are these."""
    start = before - len(phrase)
    return start >= line.first and tuple(line.word(index) for index in range(start, before)) == phrase
