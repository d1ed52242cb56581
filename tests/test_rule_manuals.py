"""Every rule does what its manual shows: each fence is a paper that is checked, and marked both ways."""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable
from datetime import date

import pytest

from gradelint.lint import Context, check
from gradelint.model import Finding, Language, Span, Vocabulary
from gradelint.reading import Reader
from gradelint.rules import Rule, catalogue
from tests.conftest import ROOT
from tests.rule_examples import Example, examples, unmarked

RULES = catalogue()
EXAMPLES = [example for rule in RULES for example in examples(rule)]
TODAY = date(2026, 11, 23)
ACCUSES = re.compile(
    r"\b(l(ie|ies|ied|iar|ying)|mislead\w*|misled|dishonest\w*|decei\w+|decepti\w+|fals(e|ely|ehood)|fraud\w*"
    r"|deliberate\w*|conceal\w*|cover\w*[- ]up|spin|blame\w*|wilful\w*|pretend\w*|cheat\w*)\b",
    re.IGNORECASE,
)
Seen = list[tuple[Span, Finding]]


@pytest.fixture(scope="module")
def findings(vocabularies: tuple[Vocabulary, ...], language: Language) -> Callable[[Example], Seen]:
    """What all rules find in an example, each with its place in the example's text."""
    plain = Reader.of(vocabularies, language)

    def found(example: Example) -> Seen:
        reader = plain._replace(register=example.register)
        context = Context(reader, TODAY, example.authority, example.date)
        checked = check(example.text.encode(), "example.md", context, RULES)
        assert checked.document is not None, checked.error
        places = [checked.document.source_span(each.span) for each in checked.findings]
        return [(Span(start, end), each) for (_, start, end), each in zip(places, checked.findings, strict=True)]

    return found


def quoted(example: Example, spans: list[Span]) -> list[str]:
    """The words of the example at these places."""
    return [example.text[span.start : span.end] for span in spans]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_the_words_marked_in_a_manual_are_flagged_and_no_others(
    example: Example, findings: Callable[[Example], Seen]
) -> None:
    spans = [span for span, finding in findings(example) if finding.rule == example.rule]

    missed = [mark for mark in example.marked if not any(mark.overlaps(span) for span in spans)]
    unmarked_spans = [span for span in spans if not any(mark.overlaps(span) for mark in example.marked)]

    assert (quoted(example, missed), quoted(example, unmarked_spans)) == ([], [])


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_what_a_manual_shows_is_flagged_by_one_rule_only(example: Example, findings: Callable[[Example], Seen]) -> None:
    loud = {finding.rule for _, finding in findings(example) if finding.severity.weight > 1}

    assert loud <= {example.rule}


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_every_finding_has_evidence_and_one_sentence_that_accuses_nobody(
    example: Example, findings: Callable[[Example], Seen]
) -> None:
    for _, finding in findings(example):
        assert finding.because
        assert all(each.note for each in finding.because)
        assert all(each.span is None or each.record is None for each in finding.because)
        assert finding.sources or not finding.vocabulary
        for words in (finding.message, finding.label, finding.suggestion, finding.now):
            assert ACCUSES.search(words) is None, words
        assert finding.message == finding.message.strip()
        assert re.search(r"\n|[.!?…]$|[.!?]\s+[A-Z]", finding.message) is None, finding.message


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_manual_shows_what_is_flagged_and_what_is_not(rule: Rule) -> None:
    own = [example for example in EXAMPLES if example.rule == rule.name]

    assert {example.kind for example in own} == {"flagged", "clean"}
    assert all(bool(example.marked) == (example.kind == "flagged") for example in own)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_fence_of_a_manual_is_run(rule: Rule) -> None:
    run = [example for example in EXAMPLES if example.rule == rule.name]

    assert rule.manual.count("```") == 2 * len(run)


def test_a_rule_has_its_file_its_function_and_a_code_of_its_own() -> None:
    files = {path.stem for path in (ROOT / "gradelint" / "rules").glob("*.py")} - {"__init__"}

    assert len(RULES) >= 9
    assert {rule.name.replace("-", "_") for rule in RULES} == files
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert [rule.code for rule in RULES] == sorted(rule.code for rule in RULES)


def test_a_summary_is_one_line_that_goes_on_from_the_rules_name() -> None:
    odd = [rule.summary for rule in RULES if not re.fullmatch(r"[a-z][^.\n]+[^.\s]", rule.summary)]

    assert odd == []


def test_the_page_of_rules_is_made_from_the_manuals() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "write_rules_page.py"))["page"]()

    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == made, "run tools/write_rules_page.py"


def test_marks_leave_the_text_and_keep_their_places() -> None:
    assert unmarked("The [[good]] outcome of [[June]].") == ("The good outcome of June.", (Span(4, 8), Span(20, 24)))


@pytest.mark.parametrize("paper", ["[[open", "shut]]", "[[one [[two]] three]]", "]]and[["])
def test_a_mark_without_its_other_half_is_refused(paper: str) -> None:
    with pytest.raises(ValueError, match="must come in pairs"):
        unmarked(paper)
