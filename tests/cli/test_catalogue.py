"""Every rule has a manual page that can be asked for by code or name, and a line in the catalogue."""

from __future__ import annotations

import json

import pytest

from gradelint.rules import catalogue
from tests.cli.running import Outcome, run


def test_the_catalogue_lists_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    rules = catalogue()
    assert rules
    seen = run(capsys, "rules", "--format", "json")
    assert seen.code == 0
    assert json.loads(seen.out) == [
        {"code": each.code, "name": each.name, "severity": str(each.severity), "summary": each.summary}
        for each in rules
    ]


def test_the_catalogue_is_one_line_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    seen = run(capsys, "rules")
    words = [line.split(maxsplit=3) for line in seen.out.splitlines()]
    assert words == [[each.code, each.name, str(each.severity), each.summary] for each in catalogue()]


def test_a_rule_is_explained_by_code_or_by_name_in_any_case(capsys: pytest.CaptureFixture[str]) -> None:
    rules = catalogue()
    assert rules
    for rule in rules:
        page = Outcome(0, rule.manual.strip() + "\n", "")
        assert run(capsys, "explain", rule.code) == page
        assert run(capsys, "explain", rule.name) == page
        assert run(capsys, "explain", rule.code.lower()) == page


def test_a_rule_that_is_not_there_is_an_error_with_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    seen = run(capsys, "explain", "inflation-adjectiv")
    assert seen == Outcome(
        2, "", "gradelint: error: no rule called 'inflation-adjectiv'; did you mean 'inflation-adjective'?\n"
    )
