"""A visit: a look at a service that ends in no grade, where a paper names it."""

from typing import NamedTuple

from gradelint.model.document import Span
from gradelint.model.vocabulary import Framework, Kind, Vocabulary


class Visit(NamedTuple):
    """Words of a sentence that name a visit, a conversation or an inspection without grades.

    `framework` is what a vocabulary knows of it; None where only the language has a word for it.
    """

    span: Span
    sentence: int
    framework: Framework | None = None
    vocabulary: Vocabulary | None = None

    @property
    def gives(self) -> str:
        """What it ends in, in words."""
        if self.framework is not None and self.framework.kind is Kind.OUTCOMES:
            return "ends in an outcome, not a grade"
        return "is not graded"
