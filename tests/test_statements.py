"""Statements in many voices, each flagged or left alone by one rule: `tests/data/statements/RULE.txt`.

A line holds `flagged` or `clean`, the paper's date and its text, with `\\n` for a line's end.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from gradelint.lint import Context, check
from gradelint.model import Language, Period, Severity, Vocabulary
from gradelint.reading import Reader
from gradelint.rules import catalogue
from tests.conftest import ROOT

RULES = catalogue()
FILES = sorted((ROOT / "tests" / "data" / "statements").glob("*.txt"))
AUTHORITY = "Harrowmere Borough Council"
TODAY = date(2026, 11, 23)


class Statement(NamedTuple):
    """A short paper and whether a rule is to flag something in it."""

    rule: str
    flagged: bool
    dated: Period
    text: str

    def __str__(self) -> str:
        return f"{self.rule}: {'flagged' if self.flagged else 'clean'}: {self.text[:60]}"


def statement(rule: str, line: str) -> Statement:
    """A line of a file as a statement."""
    kind, day, text = line.split(" ", 2)
    return Statement(rule, {"flagged": True, "clean": False}[kind], Period.parse(day), text.replace("\\n", "\n"))


STATEMENTS = [
    statement(file.stem, line) for file in FILES for line in file.read_text(encoding="utf-8").splitlines() if line
]


@pytest.fixture(scope="module")
def reader(vocabularies: tuple[Vocabulary, ...], language: Language) -> Reader:
    """A reader of every vocabulary, without a register."""
    return Reader.of(vocabularies, language)


@pytest.mark.parametrize("each", STATEMENTS, ids=str)
def test_a_statement_is_flagged_or_left_alone(each: Statement, reader: Reader) -> None:
    checked = check(each.text.encode(), "paper.md", Context(reader, TODAY, AUTHORITY, each.dated), RULES)

    found = {finding.rule for finding in checked.findings if finding.severity is not Severity.INFO}
    assert (each.rule in found) is each.flagged


def test_every_file_is_of_a_rule_and_shows_both_sides() -> None:
    assert {file.stem for file in FILES} <= {rule.name for rule in RULES}
    assert {(each.rule, each.flagged) for each in STATEMENTS} == {
        (file.stem, flagged) for file in FILES for flagged in (True, False)
    }
