"""Findings held against what was expected: hits, near hits, misses and false alarms, and the figures made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from gradelint.evaluation.checking import Placed
from gradelint.evaluation.items import Item, Label
from gradelint.evaluation.shares import Share
from gradelint.model import Span


class Outcome(StrEnum):
    """What became of a label or a finding; a near hit is on the words but of another rule."""

    HIT = "hit"
    NEAR = "near"
    MISS = "miss"
    FALSE = "false"
    FALSE_INFO = "false-info"


class Met(NamedTuple):
    """A label, what became of it, and the rules that found something on its words."""

    label: Label
    outcome: Outcome
    found: tuple[str, ...]


class Judgement(NamedTuple):
    """One item held against its labels; `false` are the findings that no label asks for or allows."""

    item: Item
    met: tuple[Met, ...]
    false: tuple[Placed, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing was to be found."""
        return not self.item.expected

    @property
    def accused(self) -> bool:
        """Whether it is clean and was flagged all the same, by more than a remark."""
        return self.clean and any(each.loud for each in self.false)


class Tally(NamedTuple):
    """The counts of one rule, or of all. `false_info` are false alarms that are no more than remarks."""

    expected: int = 0
    hit: int = 0
    near: int = 0
    false: int = 0
    false_info: int = 0

    @property
    def recall(self) -> Share:
        """The share of what was expected that was hit."""
        return Share(self.hit, self.expected)


class Agreement(NamedTuple):
    """How much of what was found was right, and how much of what was expected was found."""

    precision: Share
    recall: Share

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two."""
        both = self.precision.of + self.recall.of
        return 2 * self.recall.part / both if both else None


class Score(NamedTuple):
    """All figures of a set of judgements."""

    items: int
    clean: int
    accused: int
    words: int
    total: Tally
    rules: Mapping[str, Tally]

    @property
    def accused_share(self) -> Share:
        """The share of the clean items that were flagged."""
        return Share(self.accused, self.clean)

    @property
    def strict(self) -> Agreement:
        """Only the expected rules count; a near hit counts against precision."""
        hit, near = self.total.hit, self.total.near
        return Agreement(Share(hit, hit + near + self.total.false), Share(hit, self.total.expected))

    @property
    def lenient(self) -> Agreement:
        """Any rule on the expected words counts."""
        found = self.total.hit + self.total.near
        return Agreement(Share(found, found + self.total.false), Share(found, self.total.expected))

    @property
    def false_per_1000_words(self) -> float:
        """How many false alarms a reader meets in a thousand words."""
        return 1000 * self.total.false / self.words if self.words else 0.0


class Disagreement(NamedTuple):
    """A miss, a near hit or a false alarm. `found` are the rules on the words of a near hit."""

    kind: Outcome
    item: str
    rule: str
    quote: str
    found: tuple[str, ...] = ()


class Evaluation(NamedTuple):
    """What there is to report; `errors` is None where they were not asked for."""

    name: str
    version: str
    score: Score
    of_papers: bool = False
    folds: tuple[Score, ...] = ()
    errors: tuple[Disagreement, ...] | None = None


def judged(item: Item, found: Sequence[Placed]) -> Judgement:
    """Each label with what became of it, and what was found beside all labels."""
    wanted = tuple(place for label in item.expected for place in label.places)
    false = tuple(each for each in found if not _touches(each, (*wanted, *item.allowed)))
    return Judgement(item, tuple(_met(label, found) for label in item.expected), false)


def score(judgements: Sequence[Judgement]) -> Score:
    """The figures of these judgements."""
    rules = dict(sorted(_by_rule(judgements).items()))
    return Score(
        items=len(judgements),
        clean=sum(each.clean for each in judgements),
        accused=sum(each.accused for each in judgements),
        words=sum(len(each.item.text.split()) for each in judgements),
        total=total(rules.values()),
        rules=rules,
    )


def folds(judgements: Sequence[Judgement], number: int) -> tuple[Score, ...]:
    """The figures of each fold; items are dealt to the folds in turn."""
    return tuple(score(judgements[first::number]) for first in range(number))


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of the tallies."""
    return Tally(*map(sum, zip(*tallies, strict=True)))


def disagreements(judgements: Iterable[Judgement]) -> Iterator[Disagreement]:
    """Every miss, near hit and false alarm, item by item."""
    for each in judgements:
        for placed in each.false:
            quote = each.item.text[max(0, placed.span.start) : max(0, placed.span.end)]
            yield Disagreement(_alarm(placed), each.item.id, placed.rule, quote)
        for label, outcome, found in each.met:
            if outcome is not Outcome.HIT:
                yield Disagreement(outcome, each.item.id, label.rule, label.quote, found)


def _met(label: Label, found: Sequence[Placed]) -> Met:
    rules = tuple(dict.fromkeys(each.rule for each in found if _touches(each, label.places)))
    hit = any(rule in label.rules for rule in rules)
    return Met(label, Outcome.HIT if hit else Outcome.NEAR if rules else Outcome.MISS, rules)


def _touches(placed: Placed, places: Iterable[Span]) -> bool:
    return any(placed.span.overlaps(place) for place in places)


def _alarm(placed: Placed) -> Outcome:
    return Outcome.FALSE if placed.loud else Outcome.FALSE_INFO


def _by_rule(judgements: Iterable[Judgement]) -> dict[str, Tally]:
    counted: dict[str, Tally] = {}
    for each in judgements:
        for label, outcome, _ in each.met:
            one = Tally(1, int(outcome is Outcome.HIT), int(outcome is Outcome.NEAR))
            counted[label.rule] = total((counted.get(label.rule, Tally()), one))
        for placed in each.false:
            one = Tally(false=int(placed.loud), false_info=int(not placed.loud))
            counted[placed.rule] = total((counted.get(placed.rule, Tally()), one))
    return counted
