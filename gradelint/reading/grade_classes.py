"""Grades that no single inspection gave: counted ("44 good"), or listed as a scale or a class of providers."""

from __future__ import annotations

from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line

_LISTING = frozenset((",", "or", "and", "then", "'", '"', "“", "”", "*", "/", ">", "(", ")", "to", "the", "as"))
_COUNTS = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty"]
)


def counted(line: Line, hit: Hit) -> bool:
    """Counted grades ("44 good", "good or better") are about many inspections."""
    at = hit.first - 1
    if line.word(at) in ("were", "are", "was", "is"):
        at -= 1
    before, after = line.word(at), line.word(hit.end)
    if after.isdecimal() and sum(line.word(each.end).isdecimal() for each in line.of("grade")) > 1:
        return True
    dated = any(each.first <= at < each.end for each in line.dates)
    if (before.isdecimal() and not dated) or before in _COUNTS or before.endswith("%"):
        return True
    return after in ("or", "and") and line.word(hit.end + 1) in (
        "better",
        "above",
        "higher",
        "worse",
        "below",
    )


def one_of_them(line: Line, hit: Hit) -> bool:
    """ "One was outstanding", which counts where the sentence counts others."""
    before = hit.first - 2 if line.word(hit.first - 1) in ("was", "is") else hit.first - 1
    return line.word(before) in ("one", "none")


def listed(line: Line, hits: list[Hit]) -> set[Hit]:
    """Grades named as a list ("good, requires improvement or inadequate", "good or outstanding"): a scale or a
    class of providers, not what one inspection gave."""
    found: set[Hit] = set()
    run: list[Hit] = []
    either = False
    for hit in hits:
        gap = {line.word(index) for index in range(run[-1].end, hit.first)} if run else set()
        if not run or not gap <= _LISTING:
            run, either = [hit], False
            continue
        run.append(hit)
        either = either or "or" in gap
        several = len(run) > 2 and line.has("several")  # "the judgements were good, adequate and good"
        if len({each.value for each in run}) >= (2 if either or several else 3):
            found.update(run)
    return found
