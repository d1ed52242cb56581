"""How the rules agree with labelled texts: floors that may be raised and never lowered, as `floors.csv` has them."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from gradelint.evaluation.checking import findings
from gradelint.evaluation.files import from_lines
from gradelint.evaluation.items import Item
from gradelint.evaluation.scoring import Score, judged, score, total
from gradelint.lint import Context
from gradelint.model import Language, Vocabulary
from gradelint.reading import Reader
from gradelint.register import load
from gradelint.rules import catalogue
from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "labelled"
SETS = {"own": FOLDER / "own.jsonl", "dev": ROOT.parent / "shared" / "eval" / "dev.jsonl"}
TABLE = (FOLDER / "floors.csv").read_text(encoding="utf-8").splitlines()
BOUNDS = {(row["set"], row["measure"]): row for row in csv.DictReader(TABLE)}
RULES = catalogue()
TODAY = date(2026, 11, 23)


@cache
def items(path: Path) -> tuple[Item, ...]:
    """The texts of a set; skips where the set is not there."""
    if not path.exists():
        pytest.skip(f"{path.name} is not part of the checkout")
    return from_lines(path.read_bytes(), path.name, [rule.name for rule in RULES])


@pytest.fixture(scope="module")
def scored(vocabularies: tuple[Vocabulary, ...], language: Language) -> Callable[[str], Score]:
    """Scores a set by name."""
    setting = Context(Reader.of(vocabularies, language, load()), TODAY)
    return lambda name: score([judged(item, findings(item, setting, RULES)) for item in items(SETS[name])])


def bound(name: str, measure: str) -> float:
    """What `floors.csv` asks of a set."""
    return float(BOUNDS[name, measure]["bound"])


def recall(name: str, figures: Score) -> float | None:
    """The recall of the rules that `floors.csv` names."""
    codes = BOUNDS[name, "recall at least"]["rules"].split()
    return total(figures.rules[rule.name] for rule in RULES if rule.code in codes).recall.value


@pytest.mark.parametrize("name", SETS)
def test_the_rules_agree_with_the_labels_as_well_as_they_did(name: str, scored: Callable[[str], Score]) -> None:
    figures = scored(name)

    assert (figures.strict.precision.value or 0) >= bound(name, "precision at least"), figures
    assert (recall(name, figures) or 0) >= bound(name, "recall at least"), figures
    assert (figures.accused_share.value or 0) <= bound(name, "clean accused at most"), figures


def test_the_bounds_speak_of_rules_that_exist_and_of_few_clean_texts_accused() -> None:
    known = {rule.code for rule in RULES}
    named = {code for row in BOUNDS.values() for code in row["rules"].split()}

    assert len(named) >= 9
    assert named <= known
    assert all(bound(name, "clean accused at most") <= 0.05 for name in SETS)


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_sound_and_has_many_labels(name: str) -> None:
    assert sum(len(item.expected) for item in items(SETS[name])) > 50


def test_every_rule_has_texts_to_flag_among_many_clean_ones() -> None:
    counted = {rule.name: _labelled(rule.name) for rule in RULES}

    assert {name: count for name, count in counted.items() if count < 2} == {}
    assert sum(not item.expected for item in items(SETS["own"])) > 100


def _labelled(rule: str) -> int:
    return sum(label.rule == rule for item in items(SETS["own"]) for label in item.expected)
