"""Grade words that are an auditor's opinion, told apart from an inspectorate's grade."""

from __future__ import annotations

from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line

_BESIDE = 3  # tokens between a grade word and the word for an opinion: "a Good assurance opinion", "opinion was good"

_FURTHER = 8


def of_auditor(line: Line, grade: Hit) -> bool:
    """Whether a grade word stands beside the word for an opinion, in a sentence about auditors."""
    if not line.has("unscaled-opinion"):
        return False
    bodies = frozenset(index for hit in line.of("inspectorate") for index in range(hit.first, hit.end))
    for hit in line.of("opinion-noun"):
        after = range(grade.end, hit.first)
        before = range(hit.end, grade.first)
        said = any(each.end == grade.first for each in line.of("link"))
        reach = _FURTHER if said and before else _BESIDE
        if len(after or before) <= reach and not bodies.intersection(after or before):
            return True
    return False
