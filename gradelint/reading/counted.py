"""What a number is of: "44 of our primary schools", "five homes", "two of them"."""

from __future__ import annotations

from gradelint.model.tally import Counted
from gradelint.reading.lexicon import Lexicon
from gradelint.reading.lines import Line

_KINDS = {
    "counted-provider": "provider",
    "counted-people": "people",
    "counted-judgement": "judgement",
}
COUNTED = (*_KINDS, "counted-phase")
_PRONOUNS = frozenset(("them", "these", "those", "which", "whom", "us", "it", "this", "that"))
_REACH = 9
_SINGLE = {"people": "people", "children": "child", "young people": "child", "pupil places": "place"}


def counted_after(line: Line, index: int, end: int, lexicon: Lexicon) -> Counted:
    """The noun that the words from `index` (behind a number) name, before the token `end`."""
    first, stop = index, min(end, index + _REACH, line.end)
    while first < stop and (line.word(first) in lexicon.closed or _figure(line.word(first))):
        if line.word(first) in _PRONOUNS:
            return Counted()
        if line.word(first) in _VERBS:
            return Counted()
        first += 1
    last = first
    while last < stop and line.word(last).replace("'", "").isalpha() and line.word(last) not in lexicon.closed:
        last += 1
    return _named(line, first, last)


def counted_in(line: Line, first: int, end: int, several: bool = False) -> Counted:
    """The first thing counted that is named between two tokens, as in a heading; with `several` in the plural only."""
    for kind in _KINDS:
        for hit in line.of(kind):
            word = line.word(hit.end - 1)
            if first <= hit.first < end and not (several and singular(word) == word):
                return _named(line, first, hit.end)
    return Counted()


def opening(line: Line, end: int) -> Counted:
    """What the first words of a sentence say is counted, up to a token: "Primary: 4 outstanding"."""
    if not any(line.word(index) in (":", "–", "-", "—") for index in range(line.first, end)):
        return Counted()
    found = counted_in(line, line.first, end, several=True)
    phases = frozenset(singular(line.word(hit.first)) for hit in line.of("counted-phase") if hit.first < end)
    return found if found.kind else Counted(phases=phases)


def _named(line: Line, first: int, last: int) -> Counted:
    """The noun of a run of words: the last that is known to be counted; else the last word of all."""
    if first >= last:
        return Counted()
    known = [hit for hit in line.of(*_KINDS) if first <= hit.first < last]
    phases = frozenset(
        singular(line.word(index))
        for hit in line.of("counted-phase")
        if first <= hit.first < last
        for index in range(hit.first, hit.end)
    )
    if not known:
        if phases:
            return Counted("", "", phases)
        verb = any(hit.first <= first < hit.end for hit in line.of("grading-verb", "report-verb", "link"))
        return Counted() if verb else Counted(singular(line.word(last - 1)), "other")
    head = next(hit for hit in known if hit.end == max(each.end for each in known))
    word = singular(" ".join(line.tokens.words[head.first : head.end]))
    if word in phases:
        return Counted("school", "provider", phases)
    return Counted(word.rpartition(" ")[2], _KINDS[head.kind], phases - {word})


def singular(word: str) -> str:
    """The singular of a counted noun."""
    if word in _SINGLE:
        return _SINGLE[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _figure(word: str) -> bool:
    return word[:1].isdigit() or word in ("one", "every", "whole")


_VERBS = frozenset(("is", "are", "was", "were", "be", "has", "have", "had", "been", "now", "still", "being"))
