"""How the rules agree with labelled texts: floors that may be raised and never lowered, as `floors.csv` has them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from gradelint.lint import Context, check
from gradelint.model import Finding, Language, Severity, Span, Vocabulary
from gradelint.reading import Reader
from gradelint.register import load, merge, parse
from gradelint.rules import catalogue
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "labelled"
SETS = {"own": FOLDER / "own.jsonl", "dev": ROOT.parent / "shared" / "eval" / "dev.jsonl"}
TABLE = (FOLDER / "floors.csv").read_text(encoding="utf-8").splitlines()
BOUNDS = {(row["set"], row["measure"]): row for row in csv.DictReader(TABLE)}
RULES = catalogue()
TODAY = date(2026, 11, 23)
Item = dict[str, Any]
Check = Callable[[Item], "list[Placed]"]


class Placed(NamedTuple):
    """A finding and its place in the item's text."""

    finding: Finding
    span: Span

    @property
    def loud(self) -> bool:
        """Whether it is more than a remark."""
        return self.finding.severity is not Severity.INFO

    def touches(self, item: Item, label: dict[str, Any]) -> bool:
        """Whether it stands on the words of a label, or on other places that do as well."""
        return any(self.span.overlaps(place) for place in places(item, label))

    def meets(self, item: Item, label: dict[str, Any]) -> bool:
        """Whether it is what a label asks for: the place and the type."""
        return self.touches(item, label) and self.finding.rule in (label["type"], *(label.get("alt") or ()))


class Figures(NamedTuple):
    """How far findings and labels agree: two shares that should be high, and one that should be low."""

    precision: float
    recall: float
    accused: float


@cache
def items(path: Path) -> tuple[Item, ...]:
    """The texts of a set; skips where the set is not there."""
    if not path.exists():
        pytest.skip(f"{path.name} needs ../shared/eval")
    return tuple(json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def places(item: Item, label: dict[str, Any]) -> list[Span]:
    """Where the words of a label stand in the text, each at its first place."""
    found = ((item["text"].find(words), words) for words in (label["quote"], *label.get("or", ())))
    return [Span(start, start + len(words)) for start, words in found]


@pytest.fixture(scope="module")
def findings(vocabularies: tuple[Vocabulary, ...], language: Language) -> Check:
    """Checks an item as the paper it would be: with front matter, and with its history on record."""
    shipped = load()
    reader = Reader.of(vocabularies, language, shipped)

    def found(item: Item) -> list[Placed]:
        context, head = item["context"], _front_matter(item["context"])
        register = merge([shipped, parse(_history(context), "history.csv")]) if context.get("history") else shipped
        setting = Context(reader._replace(register=register), TODAY)
        checked = check((head + item["text"]).encode(), f"{item['id']}.md", setting, RULES)
        assert checked.document is not None, checked.error
        spans = [checked.document.source_span(each.span)[1:] for each in checked.findings]
        moved = [Span(start - len(head), end - len(head)) for start, end in spans]
        return [Placed(each, span) for each, span in zip(checked.findings, moved, strict=True)]

    return found


def _front_matter(context: dict[str, Any]) -> str:
    given = {"authority": context.get("authority"), "date": context.get("as_of")}
    return "\n".join(["---", *(f"{key}: {json.dumps(value)}" for key, value in given.items() if value), "---", "", ""])


def _history(context: dict[str, Any]) -> bytes:
    lines = ["authority,framework,area,inspected,published,grade"]
    for row in context["history"]:
        told = {"authority": context["authority"], "area": "overall", "inspected": row["date"]} | row
        lines.append(",".join(f'"{told.get(name, "")}"' for name in lines[0].split(",")))
    return "\n".join([*lines, ""]).encode()


def bound(name: str, measure: str) -> float:
    """What `floors.csv` asks of a set."""
    return float(BOUNDS[name, measure]["bound"])


def _figures(name: str, found: Check) -> Figures:
    texts, codes = items(SETS[name]), BOUNDS[name, "recall at least"]["rules"].split()
    names = {rule.name for rule in RULES if rule.code in codes}
    right = loud = expected = met = clean = accused = 0
    for item in texts:
        placed = [each for each in found(item) if not _allowed(item, each)]
        judged = [any(each.meets(item, label) for label in item["expected"]) for each in placed if each.loud]
        asked = [label for label in item["expected"] if label["type"] in names]
        right, loud = right + sum(judged), loud + len(judged)
        expected, met = expected + len(asked), met + sum(_met(item, label, placed) for label in asked)
        if not item["expected"]:
            clean, accused = clean + 1, accused + bool(judged)
    return Figures(right / loud, met / expected, accused / clean)


def _allowed(item: Item, placed: Placed) -> bool:
    """Whether a finding is neither asked for nor wrong."""
    asked = any(placed.touches(item, label) for label in item["expected"])
    return not asked and any(placed.touches(item, label) for label in item.get("also", ()))


def _met(item: Item, label: dict[str, Any], placed: Sequence[Placed]) -> bool:
    return any(each.meets(item, label) for each in placed)


@pytest.mark.parametrize("name", SETS)
def test_the_rules_agree_with_the_labels_as_well_as_they_did(name: str, findings: Check) -> None:
    figures = _figures(name, findings)

    assert figures.precision >= bound(name, "precision at least"), figures
    assert figures.recall >= bound(name, "recall at least"), figures
    assert figures.accused <= bound(name, "clean accused at most"), figures


def test_the_bounds_speak_of_rules_that_exist_and_of_few_clean_texts_accused() -> None:
    known = {rule.code for rule in RULES}
    named = {code for row in BOUNDS.values() for code in row["rules"].split()}

    assert len(named) >= 9
    assert named <= known
    assert all(bound(name, "clean accused at most") <= 0.05 for name in SETS)


@pytest.mark.parametrize("name", SETS)
def test_every_label_stands_in_its_text(name: str) -> None:
    texts = items(SETS[name])
    labels = [(item, label) for item in texts for label in (*item["expected"], *item.get("also", ()))]
    astray = [(item["id"], label["quote"]) for item, label in labels if any(p.start < 0 for p in places(item, label))]

    assert len(labels) > 50
    assert astray == []
    assert len({item["id"] for item in texts}) == len(texts)


def test_every_rule_has_texts_to_flag_among_many_clean_ones() -> None:
    counted = {rule.name: _labelled(rule.name) for rule in RULES}

    assert {name: count for name, count in counted.items() if count < 2} == {}
    assert sum(not item["expected"] for item in items(SETS["own"])) > 100


def _labelled(rule: str) -> int:
    return sum(label["type"] == rule for item in items(SETS["own"]) for label in item["expected"])
