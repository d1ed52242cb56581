"""What GL302 says of papers by a council with a grade on record: `tests/data/withheld.txt`.

A line holds `flagged` or `clean`, the paper's date, the record (framework, area, dates of inspection and report, grade)
and, behind a tab, the text, with `\\n` for a line's end.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from gradelint.lint import Context, check
from gradelint.model import Language, Period, Severity, Vocabulary
from gradelint.reading import Reader
from gradelint.register import parse
from gradelint.rules import catalogue
from tests.conftest import ROOT

RULES = catalogue()
AUTHORITY = "Harrowmere Borough Council"
TODAY = date(2026, 11, 23)
LINES = (ROOT / "tests" / "data" / "withheld.txt").read_text(encoding="utf-8").splitlines()


class Paper(NamedTuple):
    """A short paper, what is on record when it is written, and whether the grade is withheld."""

    flagged: bool
    dated: Period
    record: str
    text: str

    def __str__(self) -> str:
        return f"{'flagged' if self.flagged else 'clean'}: {self.text[:60]}"


def paper(line: str) -> Paper:
    """A line of the file as a paper."""
    head, text = line.split("\t")
    kind, day, record = head.split(" ", 2)
    return Paper({"flagged": True, "clean": False}[kind], Period.parse(day), record, text.replace("\\n", "\n"))


PAPERS = [paper(line) for line in LINES]


@pytest.fixture(scope="module")
def reader(vocabularies: tuple[Vocabulary, ...], language: Language) -> Reader:
    """A reader of every vocabulary; each paper brings its register."""
    return Reader.of(vocabularies, language)


@pytest.mark.parametrize("each", PAPERS, ids=str)
def test_praise_is_flagged_where_the_weak_grade_on_record_is_withheld(each: Paper, reader: Reader) -> None:
    register = parse(
        f"authority,framework,area,inspected,published,grade\n{AUTHORITY},{each.record}\n".encode(), "record"
    )
    context = Context(reader._replace(register=register), TODAY, AUTHORITY, each.dated)

    found = check(each.text.encode(), "paper.md", context, RULES).findings
    told = [finding for finding in found if finding.rule == "selective-quotation"]

    assert bool(told) is each.flagged
    assert all(finding.severity is Severity.WARNING for finding in told)


def test_there_are_papers_of_both_sides() -> None:
    flagged = sum(each.flagged for each in PAPERS)

    assert min(flagged, len(PAPERS) - flagged) >= 20
