"""Findings held against labels give hits, near hits, misses and false alarms, and the figures made of them."""

from __future__ import annotations

from typing import Any

import pytest

from gradelint.evaluation.checking import Placed
from gradelint.evaluation.items import Item, item
from gradelint.evaluation.scoring import Disagreement, Outcome, Tally, disagreements, folds, judged, score
from gradelint.evaluation.shares import Share, Spread, spread
from gradelint.model import Severity, Span

TEXT = "one two three four five six"


def labelled(*expected: dict[str, Any], also: tuple[str, ...] = (), name: str = "a") -> Item:
    """An item of `TEXT`."""
    allowed = [{"quote": quote} for quote in also]
    return item({"id": name, "text": TEXT, "context": {}, "expected": list(expected), "also": allowed}, "set: line 1")


def on(words: str, rule: str = "euphemism", severity: Severity = Severity.WARNING) -> Placed:
    """A finding on these words of `TEXT`."""
    start = TEXT.index(words)
    return Placed(rule, severity, Span(start, start + len(words)))


TWO: dict[str, Any] = {"type": "euphemism", "quote": "two three"}


@pytest.mark.parametrize(
    ("label", "found", "outcome"),
    [
        (TWO, (on("three four"),), Outcome.HIT),
        (TWO, (on("two", "false-progress"),), Outcome.NEAR),
        (TWO, (on("two", "false-progress"), on("three")), Outcome.HIT),
        (TWO, (on("four"),), Outcome.MISS),
        (TWO, (), Outcome.MISS),
        (TWO | {"alt": ["false-progress"]}, (on("two", "false-progress"),), Outcome.HIT),
        (TWO | {"or": ["five"]}, (on("five"),), Outcome.HIT),
        (TWO, (on("two", severity=Severity.INFO),), Outcome.HIT),
    ],
)
def test_a_label_is_hit_by_its_rule_on_its_words_and_nearly_by_another(
    label: dict[str, Any], found: tuple[Placed, ...], outcome: Outcome
) -> None:
    assert judged(labelled(label), found).met[0].outcome is outcome


def test_a_finding_beside_all_labels_is_a_false_alarm_unless_it_is_allowed() -> None:
    found = (on("two"), on("four"), on("six"))

    assert judged(labelled(TWO, also=("six",)), found).false == (on("four"),)


def test_a_clean_item_is_accused_by_a_warning_and_not_by_a_remark() -> None:
    assert judged(labelled(), (on("one"),)).accused
    assert not judged(labelled(), (on("one", severity=Severity.INFO),)).accused
    assert not judged(labelled(TWO), (on("five"),)).accused


def test_the_figures_count_labels_once_and_false_alarms_by_their_rule() -> None:
    judgements = [
        judged(labelled(TWO), (on("two"), on("three"), on("six", "false-progress"))),
        judged(labelled(TWO, {"type": "stale-as-current", "quote": "six"}), (on("two", "false-progress"),)),
        judged(labelled(), (on("one", "euphemism", Severity.INFO),)),
    ]

    figures = score(judgements)

    assert figures.rules == {
        "euphemism": Tally(expected=2, hit=1, near=1, false_info=1),
        "false-progress": Tally(false=1),
        "stale-as-current": Tally(expected=1),
    }
    assert figures.total == Tally(expected=3, hit=1, near=1, false=1, false_info=1)
    assert (figures.strict.precision, figures.strict.recall) == (Share(1, 3), Share(1, 3))
    assert (figures.lenient.precision, figures.lenient.recall) == (Share(2, 3), Share(2, 3))
    assert figures.strict.f1 == pytest.approx(1 / 3)
    assert (figures.items, figures.clean, figures.accused, figures.words) == (3, 1, 0, 18)
    assert figures.false_per_1000_words == pytest.approx(1000 / 18)


def test_every_disagreement_is_told_with_its_words() -> None:
    told = disagreements([judged(labelled(TWO), (on("two", "false-progress"), on("five six")))])

    assert list(told) == [
        Disagreement(Outcome.FALSE, "a", "euphemism", "five six"),
        Disagreement(Outcome.NEAR, "a", "euphemism", "two three", ("false-progress",)),
    ]


def test_nothing_found_and_nothing_expected_has_no_precision() -> None:
    figures = score([judged(labelled(), ())])

    assert figures.strict.precision.value is None
    assert figures.strict.recall.interval is None
    assert figures.strict.f1 is None
    assert figures.accused_share.value == 0


def test_items_are_dealt_to_the_folds_in_turn() -> None:
    judgements = [judged(labelled(TWO, name=str(number)), (on("two"),) * (number == 1)) for number in range(5)]

    first, second = folds(judgements, 2)

    assert (first.items, second.items) == (3, 2)
    assert (first.total.hit, second.total.hit) == (0, 1)


@pytest.mark.parametrize(
    ("share", "low", "high"),
    [(Share(0, 10), 0.0, 0.2775), (Share(10, 10), 0.7225, 1.0), (Share(81, 263), 0.2553, 0.3662)],
)
def test_an_interval_is_wilsons(share: Share, low: float, high: float) -> None:
    assert share.interval is not None
    assert [round(end, 4) for end in share.interval] == [low, high]


def test_a_spread_leaves_out_what_has_no_value() -> None:
    assert spread([0.5, None, 1.0]) == Spread(0.75, 0.5, 1.0)
    assert spread([None]) is None
