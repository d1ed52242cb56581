"""Counted grades: how many of what hold which grades, and what a paper says of their number, share or average."""

from __future__ import annotations

from typing import NamedTuple

from gradelint.model.document import Span
from gradelint.model.period import Period
from gradelint.model.standing import Stance, Standing
from gradelint.model.vocabulary import Basis, Equivalence, Framework, Vocabulary


class Band(NamedTuple):
    """Some grades of a scale: `labels`, with what is `better` or `worse`; `outside` takes all the others instead.

    `upper` stands for the upper half of the scale, for words that name no grade ("up to scratch").
    """

    labels: tuple[str, ...]
    better: bool = False
    worse: bool = False
    outside: bool = False
    upper: bool = False


class Ladder(NamedTuple):
    """The frameworks, likeliest first, on whose common scale of `size` grades a paper counts."""

    vocabulary: Vocabulary
    frameworks: tuple[Framework, ...]
    size: int

    def standing(self, label: str) -> Standing | None:
        """The grade with this label in the first framework that has it."""
        for framework in self.frameworks:
            grade = framework.grade(label)
            if grade is not None:
                return Standing(self.vocabulary, framework, grade, self.size)
        return None

    def ranks(self, band: Band) -> frozenset[int] | None:
        """The places on the scale that a band takes in; None when a label is not on it."""
        if band.upper:
            return frozenset(range(1, self.size // 2 + 1))
        held = [self.standing(label) for label in band.labels]
        ranks = {each.grade.rank for each in held if each is not None}
        if not ranks or None in held:
            return None
        first = 1 if band.better else min(ranks)
        last = self.size if band.worse else max(ranks)
        taken = set(range(first, last + 1)) if band.better or band.worse else ranks
        everything = set(range(1, self.size + 1))
        return frozenset(everything - taken if band.outside else taken)


class Counted(NamedTuple):
    """What is counted: its noun in the singular, the noun's kind (provider, people, judgement, other; empty where
    none is named), and the words that narrow it ("primary")."""

    word: str = ""
    kind: str = ""
    phases: frozenset[str] = frozenset()


class Amount(NamedTuple):
    """How much is said: `low` to `high`, as a share of one, or as a number where `number` is set; `base` of how many.

    `short` is how many are said to be missing from the whole ("all but two"). `total` says that all or none are meant.
    """

    low: float
    high: float
    number: bool = False
    base: int | None = None
    short: int | None = None
    total: bool = False


class Mixture(NamedTuple):
    """Two grades of scales that an inspectorate says cannot be compared, and where it says so."""

    vocabulary: Vocabulary
    one: str
    other: str
    denial: Equivalence


class Figure(NamedTuple):
    """A number or a share of things said to hold certain grades.

    `tally` is the index of the tally it is counted in (-1: none), `against` of the one it has to answer to. `elsewhere`
    says that it is of another place, `drawn` that it is put as a conclusion from what came before, on the `ladder` of
    both. `labels` are all the grades named beside it, `adding` says that they are added up, `partial` that it is of
    those inspected in some time alone, `inspectorates` are those named, and `mixed` are two of the grades that the
    inspectorate says cannot be compared.
    """

    span: Span
    sentence: int
    amount: Amount
    band: Band
    of: Counted
    stance: Stance
    voice: str = ""
    period: Period | None = None
    tally: int = -1
    against: int = -1
    elsewhere: bool = False
    drawn: bool = False
    labels: tuple[str, ...] = ()
    adding: bool = False
    partial: bool = False
    inspectorates: frozenset[str] = frozenset()
    ladder: Ladder | None = None
    mixed: Mixture | None = None


class Entry(NamedTuple):
    """So many (or so many per cent) hold the grades at these ranks."""

    ranks: frozenset[int]
    number: float


class Tally(NamedTuple):
    """Grades counted by a paper. `stated` is the total it gives, `others` how many it counts without a grade.

    `percent` says that the numbers are shares of a hundred, `roster` that providers are listed by name, one a row.
    `closed` says that nothing but the entries makes up the total; `total` is where it stands. `last` is the sentence
    it ends in, and `partial` says that it counts only those inspected in some time. `tabled` says that it is a table's.
    """

    span: Span
    sentence: int
    entries: tuple[Entry, ...]
    ladder: Ladder
    of: Counted
    stated: float | None = None
    others: float = 0
    percent: bool = False
    roster: bool = False
    closed: bool = False
    total: Span | None = None
    period: Period | None = None
    last: int = -1
    partial: bool = False
    tabled: bool = False

    @property
    def sum(self) -> float:
        """How many hold a grade."""
        return sum(each.number for each in self.entries)

    @property
    def bases(self) -> tuple[float, ...]:
        """What a share may be of: the total given, and all counted where both halves of the scale are."""
        ranks = frozenset(rank for each in self.entries for rank in each.ranks)
        half = self.ladder.size / 2
        summed = (self.sum,) if len(self.entries) > 1 and min(ranks) <= half < max(ranks) else ()
        return tuple(dict.fromkeys((*((self.stated,) if self.stated else ()), *summed)))

    def between(self, ranks: frozenset[int], base: float) -> tuple[float, float]:
        """The fewest and the most of `base` that can hold these grades."""
        inside = sum(each.number for each in self.entries if each.ranks <= ranks)
        outside = sum(each.number for each in self.entries if not each.ranks & ranks)
        counted = frozenset(rank for each in self.entries for rank in each.ranks)
        most = inside if ranks <= counted and not self._partly(ranks) else max(inside, base - outside)
        return inside, most

    def _partly(self, ranks: frozenset[int]) -> bool:
        return any(each.ranks & ranks and not each.ranks <= ranks for each in self.entries)


class Average(NamedTuple):
    """An average of grades, given as a result."""

    span: Span
    sentence: int
    label: str
    stance: Stance
    voice: str = ""
    standing: Standing | None = None


def denied(vocabulary: Vocabulary, one: Framework, other: Framework) -> bool:
    """Whether the inspectorate has said that grades of the two cannot be compared."""
    pair = {one.id, other.id, one.code, other.code}
    return any(
        each.basis is Basis.DENIED and each.framework in pair and each.to_framework in pair
        for each in vocabulary.equivalences
        if each.framework != each.to_framework
    )
