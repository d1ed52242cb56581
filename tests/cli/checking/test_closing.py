"""The end of a run: the sentence on what was covered, the remarks, the exit code, the rules that run."""

from __future__ import annotations

from collections import Counter

import pytest

from gradelint.cli.checking.closing import Outcome, coverage, exit_code, noted, remarks
from gradelint.cli.checking.selecting import selected
from gradelint.errors import GradelintError, UnknownError
from gradelint.model import Checked, Coverage, Document, Severity
from gradelint.rules import Rule
from tests.reports.papers import text_paper

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
RULES = tuple(
    Rule(code, name, ERROR, "", "", lambda reading: iter(()))
    for code, name in (("GL101", "first-rule"), ("GL102", "second-rule"), ("GL201", "third-rule"))
)


def outcome(*found: Severity, mentions: int = 0, resolved: int = 0, error: str = "", unread: str = "") -> Outcome:
    """What is left of a file."""
    parts = (unread,) if unread else ()
    return Outcome("a.md", error, Counter(found), Coverage(mentions, resolved), unread=parts)


@pytest.mark.parametrize(
    ("outcomes", "sentence"),
    [
        ([], "Found nothing in 0 files (0 grade mentions)."),
        ([outcome()], "Found nothing in 1 file (0 grade mentions)."),
        (
            [outcome(ERROR, mentions=9, resolved=9), outcome(mentions=5, resolved=3), outcome(error="x")],
            "Found 1 error in 2 files (14 grade mentions: 12 resolved, 2 unresolved). 1 file could not be read.",
        ),
        (
            [outcome(ERROR, WARNING, WARNING, INFO, mentions=1, resolved=1)],
            "Found 1 error, 2 warnings and 1 info in 1 file (1 grade mention: 1 resolved, 0 unresolved).",
        ),
        ([outcome(ERROR, ERROR, INFO, INFO)], "Found 2 errors and 2 infos in 1 file (0 grade mentions)."),
        (
            [outcome(error="x"), outcome(error="y"), outcome(unread="page 1")],
            "Found nothing in 1 file (0 grade mentions). 2 files could not be read. 1 file could be read only in part.",
        ),
    ],
)
def test_the_last_line_says_what_was_found_and_covered(outcomes: list[Outcome], sentence: str) -> None:
    assert coverage(outcomes) == sentence


@pytest.mark.parametrize(
    ("outcomes", "fail_on", "exit_zero", "code"),
    [
        ([], WARNING, False, 0),
        ([outcome(INFO)], WARNING, False, 0),
        ([outcome(INFO)], INFO, False, 1),
        ([outcome(WARNING)], WARNING, False, 1),
        ([outcome(WARNING)], ERROR, False, 0),
        ([outcome(ERROR)], ERROR, False, 1),
        ([outcome(ERROR)], INFO, True, 0),
        ([outcome(ERROR), outcome(error="x")], WARNING, False, 2),
        ([outcome(error="x")], WARNING, True, 2),
        ([outcome(unread="page 1")], WARNING, False, 2),
        ([outcome(unread="page 1")], WARNING, True, 2),
        ([outcome(INFO, unread="page 1")], WARNING, False, 2),
        ([outcome(ERROR, unread="page 1")], WARNING, False, 1),
        ([outcome(ERROR, unread="page 1")], WARNING, True, 0),
        ([outcome(ERROR), outcome(unread="page 1")], WARNING, False, 2),
    ],
)
def test_nothing_unread_passes_as_clean(outcomes: list[Outcome], fail_on: Severity, exit_zero: bool, code: int) -> None:
    assert exit_code(outcomes, fail_on, exit_zero) == code


def test_an_outcome_is_put_down_as_the_file_comes_by() -> None:
    document = Document("scan.pdf", "pdf", "", (), notices=("odd",), unread=("page 1",))
    files = [text_paper(), Checked("gone", error="gone: no such file"), Checked("scan.pdf", document), Checked("odd")]
    outcomes: list[Outcome] = []
    assert list(noted(files, outcomes)) == files
    assert outcomes == [
        Outcome("paper.md", "", Counter({ERROR: 1}), Coverage(2, 1)),
        Outcome("gone", "gone: no such file", Counter()),
        Outcome("scan.pdf", "", Counter(), Coverage(), ("odd",), ("page 1",)),
        Outcome("odd", "odd: could not be read", Counter()),
    ]


def test_a_remark_is_one_line_that_names_the_file() -> None:
    outcomes = [
        Outcome("a\n\x1b.md", "", Counter(), notices=("is not UTF-8",), unread=("page 1",)),
        Outcome("b.md", "b.md: no\nsuch file", Counter()),
    ]
    assert list(remarks(outcomes)) == [
        "gradelint: notice: a\\n\\x1b.md: is not UTF-8",
        "gradelint: notice: a\\n\\x1b.md: page 1: could not be read; check this part yourself",
        "gradelint: error: b.md: no\\nsuch file",
    ]


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), ["GL101", "GL102", "GL201"]),
        (("GL1",), (), ["GL101", "GL102"]),
        (("gl1", "third-rule"), ("GL102",), ["GL101", "GL201"]),
        (("GL1, GL201",), (), ["GL101", "GL102", "GL201"]),
        (("GL",), ("First_Rule",), ["GL102", "GL201"]),
        ((" ",), ("",), ["GL101", "GL102", "GL201"]),
    ],
)
def test_rules_are_meant_by_code_start_of_code_or_name(
    select: tuple[str, ...], ignore: tuple[str, ...], codes: list[str]
) -> None:
    assert [rule.code for rule in selected(RULES, select, ignore)] == codes


@pytest.mark.parametrize(("term", "near"), [("GL103", ("GL101", "GL102")), ("frist-rule", ("first-rule",)), ("G", ())])
def test_a_rule_that_is_not_there_is_an_error(term: str, near: tuple[str, ...]) -> None:
    for select, ignore in (((term,), ()), ((), (term,))):
        with pytest.raises(UnknownError) as refused:
            selected(RULES, select, ignore)
        assert refused.value.name == term
        assert set(near) <= set(refused.value.near)


def test_at_least_one_rule_must_be_left() -> None:
    with pytest.raises(GradelintError, match="no rule is left"):
        selected(RULES, (), ("GL",))
