"""What papers say that grades mean: each text of `data/meanings.jsonl` is flagged where marked, and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from gradelint.lint import Context, check
from gradelint.model import Language, Period, Span, Vocabulary
from gradelint.reading import Reader
from gradelint.rules import catalogue
from tests.conftest import ROOT
from tests.rule_examples import unmarked

TEXTS = [json.loads(line) for line in (ROOT / "tests" / "data" / "meanings.jsonl").read_text("utf-8").splitlines()]
RULES = tuple(rule for rule in catalogue() if rule.code in ("GL204", "GL206"))
Found = Callable[[str, str], "list[tuple[str, Span]]"]


@pytest.fixture(scope="module")
def found(vocabularies: tuple[Vocabulary, ...], language: Language) -> Found:
    """The rule and the place of each finding in a text of a council's, dated."""
    reader = Reader.of(vocabularies, language)

    def seen(text: str, dated: str) -> list[tuple[str, Span]]:
        context = Context(reader, date(2026, 11, 23), "Stourleigh Council", Period.parse(dated))
        checked = check(text.encode(), "paper.md", context, RULES)
        assert checked.document is not None, checked.error
        places = [checked.document.source_span(each.span) for each in checked.findings]
        return [(each.rule, Span(start, end)) for each, (_, start, end) in zip(checked.findings, places, strict=True)]

    return seen


@pytest.mark.parametrize("given", TEXTS, ids=lambda each: str(each["text"])[:60])
def test_a_meaning_given_wrongly_is_flagged_and_one_given_rightly_is_not(given: dict[str, str], found: Found) -> None:
    text, marked = unmarked(given["text"])

    seen = found(text, given["date"])

    assert {rule for rule, _ in seen} == ({given["expect"]} if marked else set())
    assert all(any(mark.overlaps(span) for mark in marked) for _, span in seen)


def test_there_are_as_many_fair_texts_as_others() -> None:
    fair = sum(each["expect"] == "clean" for each in TEXTS)

    assert len(TEXTS) / 3 < fair < len(TEXTS)
