"""What a statement can be said of: its stance, how its grade word stands, and where the grade lies on its scale."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from gradelint.model.vocabulary import Framework, Grade, Vocabulary

_FEW = 4  # grades on a scale that has none in the middle
_ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh"}
_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven"}


class Stance(StrEnum):
    """What a paper does with a statement; only the first two put it forward as true."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    REBUTTED = "rebutted"
    NEGATED = "negated"
    QUESTION = "question"
    TARGET = "target"
    HYPOTHETICAL = "hypothetical"
    DEFINITION = "definition"

    @property
    def put_forward(self) -> bool:
        """Whether a reader of the paper would take the statement as said and left standing."""
        return self in (Stance.ASSERTED, Stance.REPORTED)


class Form(StrEnum):
    """How a grade word stands in the text: given as the grade, shown in a table, used to describe, or merely named."""

    GIVEN = "given"
    CELL = "cell"
    DESCRIBED = "described"
    NAMED = "named"


class Standing(NamedTuple):
    """A grade in its own framework: the only thing a label may be judged by."""

    vocabulary: Vocabulary
    framework: Framework
    grade: Grade
    size: int

    @property
    def weak(self) -> bool:
        """Whether the grade lies low on its scale: from the second of three, the third of four, the fourth of five.

        On scales of five and more the middle one is what is expected (police 'adequate', 'expected standard').
        """
        return self.grade.rank * 2 > self.size + (self.size > _FEW)

    @property
    def position(self) -> float:
        """Where the grade lies on its scale: 0 the best, 1 the lowest."""
        return (self.grade.rank - 1) / max(1, self.size - 1)

    @property
    def place(self) -> str:
        """The rank in words: `third of four`."""
        return f"{_ORDINALS.get(self.grade.rank, str(self.grade.rank))} of {_NUMBERS.get(self.size, str(self.size))}"
