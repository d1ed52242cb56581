"""Whether a result was final: what a paper says near a grade of drafts, feedback, trials and reports to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gradelint.model.document import BlockKind, Span
from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line

_CUES = ("unpublished", "pending", "pending-cell", "feedback", "trial")
_REACH = 7  # tokens between a report and what is said of its coming out
_BESIDE = 5  # tokens between "pilot" and whose it was
_BEFORE = 4  # tokens before "has been published" in which "once" or "until" turns it round
_NOT_YET = frozenset(
    (
        "will",
        "be",
        "due",
        "shall",
        "would",
        "once",
        "when",
        "until",
        "till",
        "before",
        "after",
        "not",
        "yet",
        "if",
        "never",
        "only",
    )
)
_PARTING = frozenset((",", ";", ":", "and", "but", "so"))
_QUALIFIED = 3  # tokens before "report" in which another one is meant ("annual report")


def early(line: Line, near: Sequence[Line]) -> Span | None:
    """The nearest words that say that a result is not out yet, or comes from feedback, a draft or a trial."""
    if not any(each.has(*_CUES) for each in near):
        return None
    if line.has("kept", "respondents") or any(_is_out(each) for each in near):
        return None
    said = all(any(each.has(*kinds) for each in near) for kinds in (("inspecting", "inspectorate"), ("pending",)))
    told = [(abs(each.sentence - line.sentence), each, hit) for each in near for hit in _cues(each, said)]
    if not told:
        return None
    _, where, hit = min(told, key=lambda each: each[0])
    return Span(where.start(hit.first), where.stop(hit.end - 1))


def _is_out(line: Line) -> bool:
    """Whether a report has come out; "once it has been published" says that it has not."""
    return any(
        all(line.word(index) not in _NOT_YET for index in range(hit.first - _BEFORE, hit.first))
        for hit in line.of("published")
    )


def hedged(line: Line, near: Sequence[Line]) -> bool:
    """Whether the paper calls the result provisional near by, or the sentence itself leaves it open."""
    grades = line.marks("grade")
    unsure = any(hit.first not in grades for hit in line.of("unsure"))
    return unsure or any(each.has("provisional") for each in near)


def _cues(line: Line, said: bool) -> Iterator[Hit]:
    public = line.has("respondents")
    yield from () if public else (hit for hit in line.of("unpublished") if not _of_ours(line, hit))
    if line.kind is BlockKind.TABLE_ROW:
        yield from line.of("pending-cell")
    else:
        yield from (hit for hit in line.of("pending") if _of_result(line, hit))
    if said and not public and not line.has("other-paper"):
        yield from line.of("feedback")
    yield from (hit for hit in line.of("trial") if _of_inspectorate(line, hit))


def _of_result(line: Line, hit: Hit) -> bool:
    """Whether it is an inspection's report, letter or grade that is still to come out, and not a plan."""
    kinds = ("result-noun", "letter") if line.has("inspectorate", "inspecting") else ("result-noun",)
    nouns = [each for each in line.of(*kinds) if _subject(line, hit, each) or _object(hit, each)]
    owned = line.has("other-paper") or _of_others(line, hit)
    return not owned and any(not _of_others(line, noun) for noun in nouns)


def _subject(line: Line, hit: Hit, noun: Hit) -> bool:
    between = range(noun.end, hit.first)
    return noun.end <= hit.first and len(between) <= _REACH and all(line.word(each) not in _PARTING for each in between)


def _object(hit: Hit, noun: Hit) -> bool:
    return hit.first <= noun.first <= hit.end + 2


def _of_others(line: Line, noun: Hit) -> bool:
    return any(-_QUALIFIED <= each.end - noun.first <= 0 for each in line.of("own-paper"))


def _of_ours(line: Line, hit: Hit) -> bool:
    """Whether it is a paper of the body's own: "the draft report to Cabinet"."""
    return any(0 <= each.first - hit.end < _QUALIFIED for each in line.of("own-paper"))


def _of_inspectorate(line: Line, hit: Hit) -> bool:
    if line.has("inspectorate"):
        return True
    about = line.of("inspecting")
    return any(-_BESIDE <= each.first - hit.end <= _BESIDE or abs(hit.first - each.end) <= _BESIDE for each in about)
